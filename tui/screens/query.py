"""Type a filter in the query language: completed as one types, its fault shown in place. Enter gives the terms."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Input, Static

from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import Fault, Term
from tui.index.unmatched import unmatched
from tui.screens.base import Session
from tui.screens.prompt import Prompt
from tui.view.query import Query, as_text, offered, verdict
from tui.view.scene import Drawing
from tui.view.typed import Typed
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks

_LABEL = " & "
_PAUSE = 0.1
"""Seconds of quiet before events are counted."""
_NAMES = ("source", "place", "field", "kind", "tag")


class QueryScreen(Prompt[tuple[Term, ...]]):
    """Enter gives the terms, none for an empty line; Esc gives None. Up from the first completion goes to what was entered before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel", show=False),
        Binding("tab", "take", "complete", show=False, priority=True),
        Binding("down,ctrl+n", "by(1)", "down", show=False, priority=True),
        Binding("up,ctrl+p", "by(-1)", "up", show=False, priority=True),
    ]
    state: var[Query] = var(Query, init=False)
    offers_drawing: var[Drawing] = var(Drawing)
    verdict_drawing: var[Drawing] = var(Drawing)

    def __init__(
        self, session: Session, keep: Filter, marked: tuple[str, ...] = (), before: Typed | None = None
    ) -> None:
        """`before`: what was typed into it before."""
        super().__init__()
        self._session, self._keep, self._marked = session, keep, marked
        self._known: dict[str, tuple[str, ...]] = {}
        self._count: int | None = None
        self._strange = ""
        """A name in it that the dossier does not have, in words."""
        self._held = ""
        """Why Enter did not end it, in words."""
        self._waiting: Timer | None = None
        self.typed = (before or Typed()).begun(as_text(keep.typed()))
        self.set_reactive(QueryScreen.state, Query(text=self.typed.line))

    def compose(self) -> ComposeResult:
        """Completions over the line, the fault under it."""
        yield Looks()
        with Vertical(id="query"):
            yield Canvas(id="query-offers").data_bind(drawing=QueryScreen.offers_drawing)
            with Horizontal(id="query-line"):
                yield Static(_LABEL, id="prompt-label", markup=False)
                yield Input(self.state.text, id="prompt-text", select_on_focus=False)
            yield Canvas(id="query-verdict").data_bind(drawing=QueryScreen.verdict_drawing)

    def on_mount(self) -> None:
        """What can be typed is asked in a thread."""
        self._learn()
        self.draw()

    @work(thread=True)
    def _learn(self) -> None:
        store, scene = self._session.store, self._session.scene
        known = {
            name: tuple(one.label if name == "place" else one.value for one in store.facet(name, EVERYTHING))
            for name in _NAMES
        }
        known["source"] = (*known["source"], *(source.siglum for source in scene.sources))
        known["publisher"] = tuple(name for pane in scene.publishers for name in (pane.siglum, pane.name, pane.key))
        known["actor"] = tuple(
            name for actor in store.actor_counts(EVERYTHING) for name in (actor.name, *actor.aliases)
        )
        self.app.call_from_thread(self._learned, known)

    def _learned(self, known: dict[str, tuple[str, ...]]) -> None:
        if self.stands:
            self._known = known
            self.state = Query().typed(self.state.text, known)
            self.draw()

    def watch_state(self, _: Query, query: Query) -> None:
        """Draw it; what it keeps is counted when one stops typing."""
        self._count, self._strange, self._held = None, "", ""
        self.draw()
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_PAUSE, self._ask)

    def _ask(self) -> None:
        read = self._read(self.state)
        if not isinstance(read, Fault):
            self._number(self.state, self._keep.retyped(read).knowing(self._marked))

    @work(thread=True, exclusive=True)
    def _number(self, query: Query, keep: Filter) -> None:
        store = self._session.store
        strange = next(unmatched(store, Filter(terms=keep.typed())), "").removeprefix("--filter ")
        self.app.call_from_thread(self._numbered, query, store.count(keep), strange)

    def _read(self, query: Query) -> tuple[Term, ...] | Fault:
        return query.read(self._session.scene.zone, self._session.scene.home_year)

    def _numbered(self, query: Query, count: int, strange: str) -> None:
        if query == self.state:
            # What may yet become a name of the dossier is told of once nothing is offered for it.
            self._count, self._strange = count, self._held or ("" if self.state.offers else strange)
            self.draw()

    @on(Canvas.Resized)
    def draw(self) -> None:
        """Completions and verdict."""
        size = self.size.width
        if not self.stands or size < 1:
            return
        scene = self._session.scene
        self.offers_drawing = offered(self.state, scene, size)
        canvas = self.query_one("#query-offers", Canvas)
        canvas.styles.height = min(len(self.offers_drawing.lines), max(0, self.size.height - 5))
        scrolled = round(self.query_one("#prompt-text", Input).scroll_x)
        lines = verdict(self.state, self._count, scene, size, left=len(_LABEL) - scrolled, strange=self._strange)
        self.query_one("#query-verdict", Canvas).styles.height = len(lines)
        self.verdict_drawing = Drawing(lines=lines)

    @on(Input.Changed)
    def typing(self, message: Input.Changed) -> None:
        """Another text."""
        self.typed = self.typed.changed(message.value)
        self.state = self.state.typed(message.value, self._known)

    def action_by(self, rows: int) -> None:
        """Another completion; before the first of them, and back from there, what was entered before."""
        typed = self.typed
        if typed.at < len(typed.lines) or (rows < 0 and not self.state.chosen):
            self.typed = typed.moved(rows)
            self._put(self.typed.line)
        else:
            self.state = self.state.moved(rows)

    def action_take(self) -> None:
        """The completion chosen."""
        self._put(self.state.taken())

    def _put(self, text: str) -> None:
        field = self.query_one("#prompt-text", Input)
        field.value = text
        field.cursor_position = len(text)

    @on(Canvas.Pressed, "#query-offers")
    def pressed(self, message: Canvas.Pressed) -> None:
        """Take the completion under the mouse."""
        if message.y < len(self.state.offers):
            self.state = replace(self.state, chosen=message.y)
            self.action_take()

    @on(Input.Submitted)
    def submitted(self) -> None:
        """Give the terms, an only completion taken where the last value names nothing; with a fault go to it."""
        query = self.state
        lacking = self._lacking(query)
        if lacking and (len(query.offers) > 1 or query.more):
            self._held = self._strange = query.held()
            self.draw()
            self.app.bell()
            return
        if lacking:
            query = Query(text=query.taken())
        read = self._read(query)
        if isinstance(read, Fault):
            self.query_one("#prompt-text", Input).cursor_position = read.at
            self.app.bell()
        else:
            self.dismiss(read)

    def _lacking(self, query: Query) -> bool:
        """Whether something is offered for the last value and the dossier has nothing of just that name."""
        begun = query.begun()
        if begun is None or begun.name not in self._known:
            return False
        if begun.values[0] in (name.casefold() for name in self._known[begun.name]):
            return False
        return self._session.store.count(Filter(terms=(begun,))) == 0

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
