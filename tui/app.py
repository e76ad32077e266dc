"""The explorer: themes, the first screen, the editor, a clean end. What is on the screen is the screens' and the view's."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.events import Key
from textual.filter import LineFilter
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import WorkerCancelled

from tui.core.progress import Listener
from tui.errors import Cancelled, RashomonError
from tui.screens.early_keys import KeysInOrder
from tui.screens.opening import OpeningScreen
from tui.screens.resting import Resting
from tui.screens.watching import EVERY, FilesWatch
from tui.view.safety import safe
from tui.widgets.filters import AsciiFilter, UncolouredFilter
from tui.widgets.themes import THEMES, variables

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tui.core.filters import Filter
    from tui.files.remembering import Shelf
    from tui.index.store import Store
    from tui.screens.base import EditAsked, Session, ViewAsked
    from tui.screens.desk import Desk
    from tui.screens.exporting import Exports
    from tui.screens.memories import Keeper
    from tui.screens.timeline import TimelineScreen
    from tui.view.keymap import Keymap
    from tui.view.memory import Memory
    from tui.widgets.endings import Ending

READING = "reading"
"""Workers that read files; they ask no store."""
REMEMBERED_EVERY = 2.0
"""Seconds: what a kill may take from the memory."""
INTERRUPTED = 130
TERMINATED = 143


def _palette() -> type[Provider]:
    from tui.screens.palette import Everything  # noqa: PLC0415  (screens load after the first paint)

    return Everything


class FilesChanged(Message):
    """The files are others than when they were read, and rest."""


class Explorer(KeysInOrder, Resting):
    """A dossier in the terminal. Its result is the exit code."""

    CSS_PATH = "app.tcss"
    TITLE = "rashomon"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "leave", show=False, priority=True),
        Binding("ctrl+q", "interrupt", "leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        open_store: Callable[[], Store],
        *,
        ascii_only: bool = False,
        theme: str | None = None,
        keep: Filter | None = None,
        listener: Listener | None = None,
        shelf: Callable[[], Shelf] | None = None,
        keymap: Keymap | None = None,
        faults: Sequence[str] = (),
        files: Callable[[], Hashable] | None = None,
        read_only: bool = False,
        desk: Callable[[], Desk] | None = None,
        exports: Callable[[], Exports] | None = None,
    ) -> None:
        """`listener` hears from `open_store` how far it is, and can end it.

        `open_store` is called in a thread after the first paint, and again after each edit.

        `shelf` gives what is remembered of the dossier, in the same thread; without one nothing is.

        `keymap` is what a person has chosen of keys; `faults` are told once the dossier is open.

        `files` tells what state the files are in; when it changes they are read again. It is called in a thread.

        `read_only` refuses what touches this computer: editor, browser, pictures.

        `desk` gives where everything is written, in the same thread; one of its own where it is None.

        `exports` gives what files can be written in, in the same thread; nothing can be exported where it is None.

        `theme` is one of `THEMES` or the name of any theme of Textual; dark where it is None.
        """
        super().__init__()
        self._open_store = open_store
        self._ascii = ascii_only
        self._read_only = read_only
        self._give_desk = desk
        self._give_exports = exports
        self._desk: Desk | None = None
        self._watch = FilesWatch(files, lambda: self.post_message(FilesChanged())) if files is not None else None
        self._turn = 0
        self._unshown: Session | None = None
        self._keep = keep
        self._listener = listener or Listener()
        self._session: Session | None = None
        self._shelf = shelf
        self._chosen_keys = keymap
        self._faults = tuple(faults)
        self._keeper: Keeper | None = None
        self.last_words: tuple[str, ...] = ()
        """What is to be said of a crash, when the terminal is a terminal again."""
        self.animation_level = "none"
        for known in THEMES.values():
            self.register_theme(known)
        asked = THEMES.get(theme or "dark")
        self.theme = asked.name if asked is not None else str(theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colour names for themes that do not know them."""
        return variables(dark=self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without any colour, and in ASCII, where asked for; our own themes leave no colour to the terminal to translate."""
        ours = any(self.theme == known.name for known in THEMES.values())
        filters = [UncolouredFilter()] if self.no_color else [] if ours else list(super().get_line_filters())
        return [*filters, AsciiFilter()] if self._ascii else filters

    def get_default_screen(self) -> Screen[None]:
        """One line, at once."""
        return OpeningScreen(self._listener)

    def stays(self, key: Key) -> bool:
        """Moves of a view that stands."""
        if self._session is None:
            return False
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)

        view = self.screen
        return isinstance(view, ExplorerScreen) and view.is_mounted and key.key in view.staying()

    def _fatal_error(self) -> None:
        """Leave after an unexpected error: details go to a file, what was typed and marked is kept, few words are shown."""
        from tui.files.crashes import kept  # noqa: PLC0415  (asked for only in a crash)

        if not self.last_words:  # what breaks after the first break follows from it
            error = getattr(self._exception, "error", self._exception) or RuntimeError()
            crash = kept(error, {"views": _even_so(self._views), "TERM": os.environ.get("TERM", "")})
            self.last_words = (*crash.words, _even_so(self._unfinished))
            _even_so(self._remember_at_end)
        self._close_messages_no_wait()

    def _views(self) -> str:
        views = " > ".join(type(standing).__name__ for standing in self.screen_stack)
        return f"{views} at {self.size.width}x{self.size.height}"

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """A short word; what stands there already is not said again."""
        if not any(standing.message == message for standing in self._notifications):
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def on_mount(self) -> None:
        """Open the dossier once the first picture stands."""
        self._listen()
        self.call_after_refresh(self.read_files)

    def on_unmount(self) -> None:
        """Look at no file any more."""
        if self._watch is not None:
            self._watch.stop()

    @on(FilesChanged)
    def read_files(self) -> None:
        """Open the dossier, or read it again."""
        self._turn += 1
        self._begin(self._turn)

    def _listen(self) -> None:
        if self.is_headless or sys.platform == "win32":
            return
        from tui.widgets.endings import Ending  # noqa: PLC0415  (there is no such terminal on Windows)

        ending, soon = Ending(self._driver, TERMINATED), asyncio.get_running_loop().call_soon_threadsafe
        ending.on_signal(signal.SIGINT, INTERRUPTED, partial(soon, self.action_interrupt))
        for number in (signal.SIGTERM, signal.SIGHUP):
            ending.on_signal(number, TERMINATED, partial(soon, self._terminated))
        ending.on_lost_terminal()
        if not self.is_web:
            self.set_interval(1, partial(self._look_for_terminal, ending))

    def _look_for_terminal(self, ending: Ending) -> None:
        from tui.widgets.endings import terminal_is_gone  # noqa: PLC0415  (there is no such terminal on Windows)

        if terminal_is_gone():
            ending.begin(TERMINATED)
            self._terminated()

    def _terminated(self) -> None:
        self._listener.stop()
        self.exit(TERMINATED)

    def action_command_palette(self) -> None:
        """Every action by name."""
        from tui.screens.palette import Palette  # noqa: PLC0415  (screens load after the first paint)

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_interrupt(self) -> None:
        """Leave at once."""
        self._listener.stop()
        self.exit(INTERRUPTED)

    @work(thread=True, exclusive=True, group=READING)
    def _begin(self, turn: int) -> None:
        """Open the dossier in a thread: importing the screens and judging take longer than a frame."""
        from tui.screens.desk import Desk  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.memories import Keeper  # noqa: PLC0415  (screens load after the first paint)
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
                exports=self._give_exports() if self._give_exports is not None else None,
            )
        except Cancelled:
            return
        except RashomonError as error:
            self.call_from_thread(self._failed, error)
            return
        keeper = self._keeper
        if keeper is None:
            keeper = Keeper(self._shelf() if self._shelf is not None else None)
            keeper.recall(session.scene.zone)
        self.call_from_thread(self._opened, session, TimelineScreen, keeper, turn)

    def _failed(self, error: RashomonError) -> None:
        if isinstance(self.screen, OpeningScreen):
            self.screen.fail(error.message, error.hint)
        else:
            self.notify(
                f"{error.message}; the view shows what was read before", severity="error", markup=False, timeout=8
            )

    def _opened(self, session: Session, screen: type[TimelineScreen], keeper: Keeper, turn: int) -> None:
        from tui.screens.base import keymap_for_bindings  # noqa: PLC0415  (screens load after the first paint)

        if turn != self._turn:
            session.store.close()
            return
        if self._session is None:
            typed = self.screen.typed if isinstance(self.screen, OpeningScreen) else []
            self._session, self._keeper = session, keeper
            self.set_keymap(keymap_for_bindings(session.scene.keymap))
            self.push_screen(screen(session, self._keep, memory=keeper.memory))
            self._take_up(keeper, session)
            self.rest()
            self.hear_first(Key(key.key, key.character) for key in typed)
            return
        if self._unshown is not None:
            self._unshown.store.close()
        self._unshown = session
        self._renew()

    def _renew(self) -> None:
        """Show what was read again: under a window, which may hold what somebody types, when it is closed."""
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.view.faults import news  # noqa: PLC0415  (views load after the first paint)

        new, old, top = self._unshown, self._session, self.screen
        if new is None or old is None:
            return
        # A view that is leaving loses what it holds before it goes from the stack.
        if not isinstance(top, ExplorerScreen) or not top.is_mounted or not top.children:
            self.set_timer(EVERY, self._renew)
            return
        self._session, self._unshown = new, None
        fault = news(old.store.problems(), new.store.problems())
        if fault:
            self.notify(fault, severity="error", markup=False, timeout=8)
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
        from tui.view.hints import first_visit  # noqa: PLC0415  (views load after the first paint)

        if keeper.first_visit:
            self.notify(first_visit(session.scene.glyphs, session.scene.keymap), timeout=20, markup=False)
        for told in self._faults:
            self.notify(safe(told), severity="warning", timeout=12, markup=False)
        if self._watch is not None:
            self._watch.start()
        if self._shelf is not None:
            self.set_interval(REMEMBERED_EVERY, self._remember)

    def _memory(self) -> Memory | None:
        """What to remember when one leaves now."""
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)

        views = [standing for standing in self.screen_stack if isinstance(standing, ExplorerScreen)]
        for standing in views:
            if isinstance(standing, TimelineScreen) and standing.is_mounted:
                return standing.remembered(views[-1].situation().view, views[-1].leaving())
        return None

    def _remember(self) -> None:
        memory = self._memory()
        if memory is not None and self._keeper is not None and memory != self._keeper.memory:
            self._write_down(self._keeper, memory)

    @work(thread=True, group="remembering")
    def _write_down(self, keeper: Keeper, memory: Memory) -> None:
        told = keeper.keep(memory)
        if told:
            self.call_from_thread(
                self.notify, f"what you mark is not remembered: {told}", severity="warning", markup=False
            )

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, and remember where one was."""
        self._remember_at_end()
        super().exit(result, return_code, message or self._unfinished() or None)

    def _remember_at_end(self) -> str:
        memory = self._memory()
        return self._keeper.keep(memory) if memory is not None and self._keeper is not None else ""

    def _unfinished(self) -> str:
        """Keep what stands in a form that was not written; where it is kept, in words."""
        from tui.screens.form import FormScreen  # noqa: PLC0415  (screens load after the first paint)

        if self._desk is None:
            return ""
        typed = [
            words
            for standing in self.screen_stack
            if isinstance(standing, FormScreen) and (words := standing.unfinished())
        ]
        kept = [safe(path) for path in map(self._desk.keep, typed) if path]
        return f"what you had typed is kept in {', '.join(kept)}" if kept else ""

    def _above(self, screen: type[TimelineScreen]) -> Iterable[Screen[object]]:
        return list(takewhile(lambda standing: not isinstance(standing, screen), reversed(self.screen_stack)))

    def on_view_asked(self, message: ViewAsked) -> None:
        """Back to the timeline and from there to the view."""
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)

        message.stop()
        for standing in self._above(TimelineScreen):
            standing.dismiss(standing.leaving() if isinstance(standing, ExplorerScreen) else None)
        if message.view != "timeline":
            self.call_later(self._show, message.view)
        elif message.then is not None:
            timeline = next(standing for standing in self.screen_stack if isinstance(standing, TimelineScreen))
            timeline.call_later(message.then)

    def _show(self, view: str) -> None:
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)

        if isinstance(self.screen, TimelineScreen):
            self.screen.action_do(view)

    def on_reread(self) -> None:
        """Read the dossier again."""
        self.read_files()

    def on_edit_asked(self, message: EditAsked) -> None:
        """Open the file in the editor, then read the dossier again."""
        message.stop()
        command = editor_command(os.environ, message.file, message.line)
        command = command or editor_command({"EDITOR": usual_editor()}, message.file, message.line)
        if command is None:
            self.notify("set $EDITOR to open files from here", severity="warning", markup=False)
            return
        with self.suspend():
            done = _run(command)
        if done:
            self.notify(done, severity="error", markup=False)
        self.read_files()


def _even_so(work: Callable[[], str]) -> str:
    """What a piece of work says; nothing where it fails, because what broke the explorer may have broken that, too."""
    try:
        return work()
    except Exception:  # noqa: BLE001 - on the way out after a crash nothing may raise
        return ""


def _run(command: list[str]) -> str:
    """Run the editor in the terminal; what went wrong in words, else empty."""
    try:
        subprocess.run(command, check=False)
    except OSError as error:
        return f"{command[0]} could not be started: {error.strerror}"
    return ""


def usual_editor() -> str:
    """The editor of a system whose owner names none; empty where neither is installed."""
    return next((name for name in ("vi", "nano") if shutil.which(name)), "")


def editor_command(environment: os._Environ[str] | dict[str, str], file: str, line: int | None) -> list[str] | None:
    """The editor's command line at the line of the file, without a shell; None where no editor is named."""
    words = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "")
    if not words or not file:
        return None
    name = Path(words[0]).stem.casefold()
    path = str(Path(file).absolute())
    if line is None:
        return [*words, path]
    if name in ("code", "codium", "cursor", "code-insiders"):
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    if name in ("subl", "hx", "helix", "zed", "micro"):
        return [*words, f"{path}:{line}"]
    return [*words, f"+{line}", path]


def picture(
    open_store: Callable[[], Store],
    *,
    size: tuple[int, int] = (120, 36),
    press: Iterable[str] = (),
    theme: str | None = None,
    ascii_only: bool = False,
    keep: Filter | None = None,
) -> str:
    """The explorer as SVG after the keys were pressed, without a terminal. `size` is columns and rows.

    Raises RashomonError when the dossier cannot be opened.
    """
    return asyncio.run(
        _picture(Explorer(open_store, ascii_only=ascii_only, theme=theme, keep=keep), size, tuple(press))
    )


async def _picture(app: Explorer, size: tuple[int, int], press: tuple[str, ...]) -> str:
    async with app.run_test(size=size, notifications=True) as pilot:
        await opened(app)
        await pilot.pause()
        while isinstance(app.screen, OpeningScreen) and not app.screen.failed:
            # The view is pushed by a message of its own, which on a busy machine comes later than a pause lasts.
            await pilot.pause()
        for key in press:
            await pilot.press(key)
            await pilot.pause()
        return app.export_screenshot(title="rashomon")


async def opened(app: Explorer) -> None:
    """Wait until the dossier is open, or could not be."""
    while app.workers:
        # A worker that a newer one replaced has ended too; the newer one is waited for in the next round.
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await asyncio.sleep(0)
    await asyncio.sleep(0)
