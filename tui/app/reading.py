"""The dossier is opened after the first paint, and read again when its files are others: in a thread, without losing place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import sleep
from typing import TYPE_CHECKING

from textual import on, work
from textual.events import Key
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.early_keys import KeysInOrder
from tui.app.greeting import Greeting
from tui.app.watching import EVERY, FilesWatch
from tui.core.collector import give_back, keep_out, uncollected
from tui.errors import Cancelled, RashomonError
from tui.screens.opening import OpeningScreen
from tui.view.safety import safe

if TYPE_CHECKING:
    from tui.core.filters import Filter
    from tui.core.problems import Problem
    from tui.index.store import Store
    from tui.screens.base import Session
    from tui.screens.desk import Desk
    from tui.screens.exporting import Exports
    from tui.screens.memories import Keeper
    from tui.screens.timeline import TimelineScreen
    from tui.view.keymap import Keymap

READING = "reading"
"""Workers that read files; they ask no store."""
BREATH = 0.002
"""Seconds between two imports in which a key can be heard."""


class FilesChanged(Message):
    """The files are others than when they were read, and rest."""


class Reading(KeysInOrder, Greeting):
    """The part of the app that has the dossier in hand."""

    _open_store: Callable[[], Store]
    _give_desk: Callable[[], Desk] | None = None
    _give_exports: Callable[[], Exports] | None = None
    _keep: Filter | None = None
    _chosen_keys: Keymap | None = None
    _faults: tuple[Problem, ...] = ()
    _watch: FilesWatch | None = None
    _ascii = _read_only = _first_visit = _is_reading = False

    def __init__(self) -> None:
        super().__init__()
        self._turn = 0
        self._session: Session | None = None
        self._unshown: Session | None = None

    def on_ready(self) -> None:
        """Open the dossier once the first picture stands: Textual says so as soon as it is laid out and painted."""
        self.read_files()

    def on_unmount(self) -> None:
        """Look at no file any more."""
        if self._watch is not None:
            self._watch.stop()

    @on(FilesChanged)
    def read_files(self) -> None:
        """Open the dossier, or read it again."""
        self._turn += 1
        for standing in self.screen_stack:  # none where the explorer is ending
            if isinstance(standing, OpeningScreen):
                standing.begin()
        if not self._is_reading:
            self._is_reading = True
            self._begin(self._turn)

    @property
    def _is_over(self) -> bool:
        """Whether no screen is left: the explorer is ending, and what was read meanwhile is shown to nobody."""
        return not self.screen_stack

    def on_reread(self) -> None:
        """Read the dossier again."""
        self.read_files()

    @work(thread=True, group=READING)
    def _begin(self, turn: int) -> None:
        """Open the dossier in a thread: importing the screens and judging take longer than a frame."""
        if self._session is not None:
            self._read(turn)
            give_back()
        else:
            with uncollected():  # what is imported stays: an eighth of the time would be spent on looking through it
                self._read(turn)
                keep_out()
        self.call_from_thread(self._has_read, turn)

    def _has_read(self, turn: int) -> None:
        """Read once more where that was asked for meanwhile, however often: each reading holds a dossier besides the one in view."""
        self._is_reading = turn != self._turn and not self._is_over
        if self._is_reading:
            self._begin(self._turn)

    def _read(self, turn: int) -> None:
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.desk import Desk  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.memories import Keeper  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.pages import foresee  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.sessions import session_over  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.view.keymap import DEFAULT  # noqa: PLC0415  (views load after the first paint)

        if self._watch is not None:
            self._watch.noted()
        self._desk = self._desk or (self._give_desk or Desk)()
        try:
            session = session_over(
                self._open_store(),
                ascii_only=self._ascii,
                read_only=self._read_only,
                keymap=self._chosen_keys or DEFAULT,
                desk=self._desk,
                exports=self._give_exports,
                faults=self._faults,
            )
        except Cancelled:
            return
        except RashomonError as error:
            self.call_from_thread(self._failed, error)
            return
        for standing in self.screen_stack:
            if isinstance(standing, ExplorerScreen):
                state = standing.state if isinstance(standing, TimelineScreen) else standing.leaving()
                if state is not None:
                    foresee(session, state)
                    session.store.get_ready()
        keeper = self._keeper
        if keeper is None:
            keeper = Keeper(self._shelf() if self._shelf is not None else None, first_visit=self._first_visit)
            keeper.recall(session.scene.zone)
        self.call_from_thread(self._opened, session, TimelineScreen, keeper, turn)

    def _failed(self, error: RashomonError) -> None:
        if self._is_over:
            return
        if isinstance(self.screen, OpeningScreen):
            self.screen.fail(error.message, error.hint)
            if self._watch is not None:  # what is missing may come
                self._watch.begin()
        else:
            self.notify(
                f"{error.message}; the view shows what was read before", severity="error", markup=False, timeout=8
            )

    def _opened(self, session: Session, screen: type[TimelineScreen], keeper: Keeper, turn: int) -> None:
        from tui.screens.bindings import keymap_for_bindings  # noqa: PLC0415  (screens load after the first paint)
        from tui.view.faults import news  # noqa: PLC0415  (views load after the first paint)

        if turn != self._turn or self._is_over:
            session.store.close()
            return
        if self._session is None:
            typed = self.screen.typed if isinstance(self.screen, OpeningScreen) else []
            self._session, self._keeper = session, keeper
            self.set_keymap(keymap_for_bindings(session.scene.keymap))
            self.push_screen(screen(session, self._keep, memory=keeper.memory, lasting=keeper.lasting))
            self._take_up(keeper, session)
            self.tidy()
            self.hear_first(Key(key.key, key.character) for key in typed)
            return
        if self._unshown is not None:
            self._unshown.store.close()
        self._unshown = session
        fault = news(self._session.store.problems(), session.store.problems())
        if fault:  # also over a window, under which what was read waits
            self.notify(fault, severity="error", markup=False, timeout=8)
        self._renew()

    def _renew(self) -> None:
        """Show what was read again: under a window, which may hold what somebody types, when it is closed; a sheet says so."""
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.sheet import SheetScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)

        new, old = self._unshown, self._session
        if new is None or old is None or self._is_over:
            return
        top = self.screen
        # A view that is leaving loses what it holds before it goes from the stack.
        if not isinstance(top, ExplorerScreen) or not top.is_mounted or not top.children:
            if isinstance(top, SheetScreen) and top.is_mounted and top.children:
                top.outdated()
            self.set_timer(EVERY, self._renew)
            return
        self._session, self._unshown = new, None
        timeline = next(standing for standing in self.screen_stack if isinstance(standing, TimelineScreen))
        timeline.renewed(new, top.leaving() or timeline.state)
        if top is not timeline:
            top.renewed(timeline.session, timeline.state)
        self._retire(old.store)

    def _retire(self, store: Store) -> None:
        """Close a store that nobody is asked for any more, once no thread may still be asking it."""
        if any(worker.is_running and worker.group != READING for worker in self.workers):
            self.set_timer(1, partial(self._retire, store))
        else:
            store.close()

    def _take_up(self, keeper: Keeper, session: Session) -> None:
        """What is told on opening; from now on every change is remembered, and every change of the files looked for."""
        from tui.view.faults import settings_words  # noqa: PLC0415  (views load after the first paint)
        from tui.view.hints import first_visit  # noqa: PLC0415  (views load after the first paint)

        if keeper.first_visit:
            self.greet(first_visit(session.scene.glyphs, session.scene.keymap))
        if self._faults:
            self.notify(safe(settings_words(self._faults)), severity="warning", timeout=12, markup=False)
        if self._watch is not None:
            self._watch.begin()
        self.remember_from_now_on()
        self.call_after_refresh(self._look_ahead, session.store)

    @work(thread=True, group="ahead")
    def _look_ahead(self, store: Store) -> None:
        """What keys open is imported while one looks at the first screen, and what a filter asks is read."""
        from tui.screens.ahead import imported_ahead  # noqa: PLC0415  (screens load after the first paint)

        worker = get_current_worker()
        for _ in imported_ahead():
            if worker.is_cancelled:
                return
            # Before a round looks through it: it stays. A view half laid out in the other thread would be a ring, and stay, too.
            self.call_from_thread(keep_out)
            sleep(BREATH)
        if self._give_exports is not None:
            self._give_exports()  # what writes the formats is imported for it
        store.get_ready()
        self.call_from_thread(keep_out)
