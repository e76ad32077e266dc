"""What every screen of the explorer shares: the dossier in hand, one door for actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.events import Key
from textual.reactive import var

from tui.core.values import dataclass
from tui.files.changes import Attempt, Made
from tui.files.outcomes import Saved
from tui.files.save import save
from tui.screens.asked import BeneathAsked, CaughtUp, Reread, ViewAsked
from tui.screens.desk import Desk, now, told_of
from tui.screens.showing import StyledOnce
from tui.view.actions import BENEATH, COMPARE, LED, ORIGINS, TIMELINE, Situation, by_id, stays, waits
from tui.view.glyphs import plain
from tui.view.header import passing_line
from tui.view.keys import works_elsewhere
from tui.view.memory import Place
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.state import TimelineState
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Recoloured
from tui.widgets.pictures import taken
from tui.widgets.themes import after, typed

if TYPE_CHECKING:
    from tui.core.answers import EventRow
    from tui.core.filters import Filter
    from tui.core.judgements import Finding
    from tui.core.problems import Problem
    from tui.index.store import Store
    from tui.screens.exporting import Exports


@dataclass(frozen=True, slots=True)
class Session:
    """An open dossier: the store to ask and what stays the same while one looks at it."""

    store: Store
    scene: Scene
    across: tuple[Finding, ...] = ()
    """Findings that concern more than one event: each is shown on all of them."""
    read_only: bool = False
    """Somebody else's eyes: nothing on this computer may be touched."""
    desk: Desk = field(default_factory=Desk)
    """Where everything is written, and taken back."""
    exports: Callable[[], Exports] | None = None
    """Gives the formats files can be written in, once asked for; None where nothing can be exported."""
    faults: tuple[Problem, ...] = ()
    """What is wrong in the settings."""

    def page(self, keep: Filter, start: int, count: int) -> tuple[EventRow, ...]:
        """Events from a place on, with all that was found about them."""
        return tuple(self._whole(row) for row in self.store.page(keep, start, count))

    def event(self, identity: str, keep: Filter) -> EventRow | None:
        """The event of that id, with all that was found about it; None where it does not pass."""
        row = self.store.event(identity, keep)
        return self._whole(row) if row is not None else None

    def _whole(self, row: EventRow) -> EventRow:
        mine = tuple(finding for finding in self.across if row.verdict.id in finding.events)
        return replace(row, verdict=replace(row.verdict, findings=(*row.verdict.findings, *mine))) if mine else row


T = TypeVar("T")
_READ = 12
"""Characters a second that a message is read with, by somebody who has first to see that it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A view that was left for what it shows, and how one comes back to it."""

    view: str
    again: Callable[[Session, TimelineState], ExplorerScreen]
    """The view as it was left, over the timeline as it is by then."""
    before: Filter
    after: Filter
    """What the timeline kept when it was left, and what since."""
    onward: bool = False
    """Another view was opened from there: from that one goes back past the timeline."""


class ExplorerScreen(StyledOnce[TimelineState | None]):
    """A view. Its state is a frozen value; `do_<action>` replaces it, a watcher draws it."""

    _theme_asked = False
    asked_away = ""
    """The view that was asked for by name, where it was left for that."""

    filter_drawing: var[Drawing] = var(Drawing)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._early: list[str] = []
        self.led_on = False
        """Something that leads on from here is kept until the list is there: what is pressed after it waits."""

    @property
    def scene(self) -> Scene:
        """What stays the same while one moves about."""
        return self.session.scene

    @property
    def store(self) -> Store:
        """The open dossier."""
        return self.session.store

    def situation(self) -> Situation:
        """What decides which actions can be done now."""
        raise NotImplementedError

    @property
    def beneath(self) -> TimelineState:
        """The timeline: what passes, what is marked."""
        raise NotImplementedError

    def draw_filter(self, *, applied: bool = True) -> None:
        """What passes, over a view of what passes; no line where nothing is kept out."""
        state = self.beneath
        shown = not (state.keep.is_empty and state.held.is_empty)
        self.query_one("#filter").display = shown
        if shown:
            line = passing_line(state, self.scene, self.situation().view, self.size.width, applied=applied)
            self.filter_drawing = Drawing(lines=(line,))

    def counting(self) -> bool:
        """Whether the list in view is still being counted."""
        return False

    def counted(self) -> None:
        """The list is there: what was asked for before it was is done now, in order."""
        early, self._early = self._early, []
        for identity in early:
            self.action_do(identity)
        if self.led_on and not self._early:
            self.post_message(CaughtUp(self._caught_up))

    def _caught_up(self) -> None:
        self.led_on = False

    def let_be(self) -> None:
        """What was asked for before the list was there is not done any more."""
        self._early.clear()
        self.led_on = False

    def staying(self) -> frozenset[str]:
        """The keys that lead to no other screen from here."""
        return self.scene.keymap.staying(self.situation().view)

    def leaving_keys(self) -> tuple[str, ...]:
        """The keys that lead back from here."""
        keymap, view = self.scene.keymap, self.situation().view
        return (*keymap.of("back", view).keys, *keymap.of("escape", view).keys)

    def action_do(self, identity: str) -> None:
        """Do an action of the registry, or say why it cannot be done now."""
        action = by_id(identity)
        if self.counting() and waits(action):
            self._early.append(identity)
            self.led_on = self.led_on or not stays(action)
            return
        reason = action.when(self.situation())
        if action.local and self.session.read_only:
            reason = "this explorer is read-only"
        if reason:
            self.say(reason)
            return
        if identity in BENEATH and self.situation().view != TIMELINE:
            self.post_message(BeneathAsked(identity))
            return
        handler: Callable[[], None] = getattr(self, f"do_{identity}")
        handler()

    def say(self, text: str) -> None:
        """A short word that goes away by itself, once there was time to read it."""
        self.notify(safe(text), timeout=max(3, len(text) / _READ), markup=False)

    def unsay(self) -> None:
        """Put away the word on what was done before; warnings and errors stay."""
        for told in list(self.app._notifications):
            if told.severity == "information":
                self.app._unnotify(told)

    @on(Canvas.Asked)
    def clicked_action(self, message: Canvas.Asked) -> None:
        """A click on a key or a link does what the key does."""
        identity, _, target = message.action.partition(":")
        if target:
            self.jump(identity, target)
        else:
            self.action_do(identity)

    def jump(self, what: str, target: str) -> None:
        """Go where a link points; screens with links say how."""

    def renewed(self, session: Session, state: TimelineState) -> None:
        """The files were read again: new answers at the same place. `state` is the timeline's over the new ones."""
        raise NotImplementedError

    def leaving(self) -> TimelineState | None:
        """What the timeline takes over from here; None leaves it as it was."""
        return None

    def place(self) -> Place:
        """Where one is in it, for the next time it is opened; nothing where the timeline's place is all."""
        return ()

    def gone_to(self, there: TimelineState | None, timeline: TimelineState) -> TimelineState | None:
        """The timeline one went to out of a list: `there`, what was chosen, or as it is, where that, or an event of it, was asked
        for by name."""
        return timeline if there is None and self.asked_away in (TIMELINE, COMPARE, ORIGINS) else there

    @property
    def onward(self) -> bool:
        """Whether an event was opened from here, past the timeline."""
        return self.asked_away in (COMPARE, ORIGINS)

    def way(self) -> Way | None:
        """How one comes back to it, once it was left for what it shows; None where it was put away."""
        return None

    def do_back(self) -> None:
        """Back to the screen below."""
        self.dismiss(self.leaving())

    def do_escape(self) -> None:
        """Back, as `q`; the timeline does something else."""
        self.do_back()

    def on_key(self, event: Key) -> None:
        """A key of another view says where it works; some lead there: words typed after them would be commands here."""
        names = {event.key, event.character or ""}
        told = works_elsewhere(names, self.situation().view, self.scene.keymap)
        if not told:
            return
        typed = next((each for each in self.scene.keymap.of_view(TIMELINE) if names.intersection(each.keys)), None)
        if typed is None or typed.id not in LED:
            self.say(plain(told, self.scene.glyphs))
            return
        stack = (screen for screen in self.app.screen_stack if isinstance(screen, ExplorerScreen))
        timeline = next(screen for screen in stack if screen.situation().view == TIMELINE)
        reason = typed.when(replace(timeline.situation(), marked=len(self.beneath.marked)))
        if reason:
            self.say(reason)
            return
        self.post_message(ViewAsked("timeline", partial(timeline.action_do, typed.id)))

    def do_timeline(self) -> None:
        """To the timeline."""
        self.post_message(ViewAsked("timeline"))

    def do_discrepancies(self) -> None:
        """To the discrepancies."""
        self.post_message(ViewAsked("discrepancies"))

    def do_compare(self) -> None:
        """To the comparison."""
        self.post_message(ViewAsked("compare"))

    def do_origins(self) -> None:
        """To who repeats whom."""
        self.post_message(ViewAsked("origins"))

    def do_sources(self) -> None:
        """To the agreement of sources."""
        self.post_message(ViewAsked("sources"))

    def do_cast(self) -> None:
        """To the actors."""
        self.post_message(ViewAsked("cast"))

    def do_links(self) -> None:
        """To the links."""
        self.post_message(ViewAsked("links"))

    def do_problems(self) -> None:
        """To the problems of the files."""
        self.post_message(ViewAsked("problems"))

    def do_palette(self) -> None:
        """Everything by name."""
        from tui.screens.palette import open_palette  # noqa: PLC0415  (it knows the views, and they know this)

        open_palette(self)

    def do_help(self) -> None:
        """The keys of this view."""
        from tui.screens.keys import KeysScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.app.push_screen(KeysScreen(self.situation(), self.scene.glyphs, self.scene.keymap))

    def do_theme(self) -> None:
        """The next theme."""
        self.unsay()
        self._theme_asked = True
        self.app.theme = after(self.app.theme)

    @on(Recoloured)
    def name_theme(self) -> None:
        """Say which theme was asked for, once all have its colours."""
        if self._theme_asked:
            self._theme_asked = False
            self.say(f"theme {typed(self.app.theme)}")

    # -- what was written

    def written(self, made: Made | None) -> None:
        """Something was written: it is told, and the dossier read again."""
        if made is not None:
            self.say(told_of("written", made, " · U takes it back"))
            self.rewritten(made, there=True)

    def rewritten(self, made: Made, *, there: bool) -> None:
        """Files are others by something written (`there`) or taken back here."""
        self.post_message(Reread())

    def do_undo(self) -> None:
        """Take back what was written last."""
        self._take_back(again=False)

    def do_redo(self) -> None:
        """Write again what was taken back last."""
        self._take_back(again=True)

    def in_turn(self, write: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do something slow in the thread that writes, after all that was asked for before; `then` hears here what came of it,
        also once this view was left."""
        desk, app = self.session.desk, self.app
        asked, turn = desk.soon(write), desk.turn()

        def hear() -> None:
            with turn:
                app.call_from_thread(then, asked.result())

        app.run_worker(hear, thread=True, group="writing")

    def _take_back(self, *, again: bool) -> None:
        desk = self.session.desk

        def take_back() -> tuple[Attempt | None, str]:
            outcome = desk.redo() if again else desk.undo()
            return outcome, desk.explained(outcome) if outcome is not None else ""

        self.in_turn(take_back, lambda came: self._taken_back(*came, again))

    def _taken_back(self, outcome: Attempt | None, told: str, again: bool) -> None:
        if outcome is None:
            self.say(
                "nothing was taken back that could be done again" if again else "nothing was written in this session"
            )
        elif not isinstance(outcome, Made):
            self.say(f"{'not done again' if again else 'not undone'}: {told}")
        else:
            self.say(told_of("done again" if again else "undone", outcome))
            self.rewritten(outcome, there=again)

    def do_picture(self) -> None:
        """Save a picture of the screen in the folder one stands in."""
        name, drawn, desk = (
            f"rashomon_{now():%Y-%m-%dT%H_%M_%S_%f}.svg",
            taken(self.app),
            self.session.desk,
        )

        def keep() -> str:
            came = save(name, base=None, yours=drawn())
            return f"saved {name}" if isinstance(came, Saved) else f"not saved: {desk.explained(came)}"

        self.in_turn(keep, self.say)
