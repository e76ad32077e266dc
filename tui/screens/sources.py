"""Sources against sources: how often they agree where both speak. Enter keeps the events that both report."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.timer import Timer
from textual.worker import get_current_worker

from tui.core.filters import Filter
from tui.core.terms import Term
from tui.screens.above import Above
from tui.screens.base import Session, Way
from tui.screens.bindings import bindings_of
from tui.view.actions import MATRIX, Situation
from tui.view.footer import footer
from tui.view.header import title_line
from tui.view.matrix_drawing import body, foot, heading, heads, nothing, plan
from tui.view.memory import Place
from tui.view.scene import Drawing
from tui.view.situations import situated
from tui.view.source_matrix import Clash, Matrix, MatrixState, Party, by_publisher, clashes, matrix
from tui.view.state import TimelineState
from tui.view.windows import Window
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks

_READ = 400
"""Flags read at most to tell where two clash; reading ends where all that were counted are found."""
_PAUSE = 0.12
"""Seconds the cursor stands before they are read."""


class SourcesScreen(Above):
    """A table scrolled both ways, the cell under the cursor in words."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MATRIX)
    LEAST = (36, 11)

    state: var[MatrixState] = var(MatrixState, init=False)
    title_drawing: var[Drawing] = var(Drawing)
    head_drawing: var[Drawing] = var(Drawing)
    columns_drawing: var[Drawing] = var(Drawing)
    list_drawing: var[Drawing] = var(Drawing)
    foot_drawing: var[Drawing] = var(Drawing)
    footer_drawing: var[Drawing] = var(Drawing)

    def __init__(self, session: Session, timeline: TimelineState, place: Place = ()) -> None:
        super().__init__(session, timeline, place)
        self._matrix: Matrix | None = None
        self._clashes: dict[tuple[int, int], tuple[Clash, ...]] = {}
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Looks()
        yield Canvas(id="title").data_bind(drawing=SourcesScreen.title_drawing)
        yield Canvas(id="filter").data_bind(drawing=SourcesScreen.filter_drawing)
        yield Canvas(id="witnesses").data_bind(drawing=SourcesScreen.head_drawing)
        yield Canvas(id="columns").data_bind(drawing=SourcesScreen.columns_drawing)
        yield Canvas(id="list").data_bind(drawing=SourcesScreen.list_drawing)
        yield Canvas(id="foot").data_bind(drawing=SourcesScreen.foot_drawing)
        yield Canvas(id="footer").data_bind(drawing=SourcesScreen.footer_drawing)

    def on_mount(self) -> None:
        """Count what two hundred sources make of each other in a thread."""
        self._read()

    @work(thread=True)
    def _read(self) -> None:
        panes = self.scene.every_pane(grouped=by_publisher(self.scene))
        events = {pane.key: self.store.events_of(tuple(sorted(pane.ids))) for pane in panes}
        made = matrix(self.scene, self.store.source_pairs(), self.store.source_records(), events)
        self.app.call_from_thread(self._fill, made)

    def _fill(self, made: Matrix) -> None:
        if not self.stands:
            return
        keys, place = [party.pane.key for party in made.parties], self.place()
        self._matrix, self._clashes = made, {}
        state = self.state.counted(len(keys))
        if len(place) == len(self._pair()) and {*place} <= {*keys}:
            row, column = map(keys.index, place)
            state = state.on_rows(state.rows.to(row)).on_columns(state.columns.to(column))
        before, self.state = self.state, state
        if before == state:
            self.draw()
        self.counted()

    def counting(self) -> bool:
        """Whether agreement is still being counted."""
        return self._matrix is None

    def renewed(self, session: Session, state: TimelineState) -> None:
        """Counted again, at the same cell."""
        self.session, self._timeline = session, state
        self._read()

    def situation(self) -> Situation:
        """What decides which actions can be done now."""
        return situated(MATRIX, self._timeline, self.scene, rows=self.state.rows.count)

    def rows_there(self) -> Window:
        """The sources downwards."""
        return self.state.rows

    def place(self) -> Place:
        """The two of the selected cell."""
        made = self._matrix
        if made is None or not made.parties:
            return self._place
        return tuple(made.parties[number].pane.key for number in self._pair())

    def way(self) -> Way | None:
        """On the same cell."""
        place = self.place()

        def again(session: Session, timeline: TimelineState) -> SourcesScreen:
            return SourcesScreen(session, timeline, place)

        there = self.gone_to(self._there, self._timeline)
        if there is None:
            return None
        return Way(view=MATRIX, again=again, before=self._timeline.keep, after=there.keep, onward=self.onward)

    # -- drawing

    def watch_state(self, _: MatrixState, state: MatrixState) -> None:
        """Draw it; where the two clash is read when the cursor rests."""
        self.draw()
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_PAUSE, self._look)

    @on(Canvas.Resized, "#list, #foot")
    def fitted(self) -> None:
        """Another number of rows and columns fits."""
        width, height = self.query_one("#list", Canvas).scrollable_content_region.size
        if width > 0:
            before, self.state = self.state, self.state.fitted(height, plan(width).columns)
            if before == self.state:
                self.draw()

    def draw(self) -> None:
        """Every part of the screen from the state."""
        width, full, scene = (
            self.query_one("#list", Canvas).scrollable_content_region.width,
            self.size.width,
            self.scene,
        )
        if width < 1:
            return
        made, state, at = self._matrix, self.state, plan(width)
        self.draw_filter(applied=False)
        self.title_drawing = Drawing(lines=(title_line(scene, full, place="sources"),))
        self.head_drawing = Drawing(lines=(heading(made, scene, full),))
        self.footer_drawing = Drawing(lines=(footer(self.situation(), full, scene.glyphs, scene.keymap),))
        if made is None:
            return
        self.columns_drawing = Drawing(lines=(heads(made, state, at),) if made.parties else ())
        self.list_drawing = body(made, state, at, scene) if len(made.parties) > 1 else Drawing(lines=nothing())
        lines = self.query_one("#foot", Canvas).size.height
        found = self._clashes.get(self._pair())
        self.foot_drawing = Drawing(lines=foot(made, state, found, scene, size=full, lines=lines))

    # -- where two clash

    def _pair(self) -> tuple[int, int]:
        return self.state.rows.cursor, self.state.columns.cursor

    def _look(self) -> None:
        made, pair = self._matrix, self._pair()
        if made is None or not made.parties or pair in self._clashes or not made.share(*pair).clashed:
            return
        a, b = made.parties[pair[0]], made.parties[pair[1]]
        self._find(pair, a, b, made.share(*pair).clashed)

    @work(thread=True, exclusive=True)
    def _find(self, pair: tuple[int, int], a: Party, b: Party, counted: int) -> None:
        keep = self.both(Filter(), a, b)
        named = dict.fromkeys(flag.event for flag in self.store.flags(keep, 0, _READ))
        rows = (row for event in named if (row := self.store.event(event, keep)) is not None)
        found: list[Clash] = []
        for clash in clashes(rows, a, b):
            found.append(clash)
            counted -= clash.times
            if get_current_worker().is_cancelled:
                return
            if counted <= 0:
                break
        self.app.call_from_thread(self._found, pair, tuple(found))

    def _found(self, pair: tuple[int, int], found: tuple[Clash, ...]) -> None:
        self._clashes[pair] = found
        if self.stands:
            self.draw()

    def both(self, keep: Filter, a: Party, b: Party) -> Filter:
        """The filter, of the events that both report."""
        names = tuple(dict.fromkeys(party.pane.key for party in (a, b)))
        asked = Term("publisher" if by_publisher(self.scene) else "source", names, every=len(names) > 1)
        terms = tuple(term for term in keep.terms if term.name not in ("source", "publisher") or term.negated)
        return replace(keep, sources=(), terms=(*terms, asked))

    # -- moving

    def do_down(self) -> None:
        """Next row."""
        self.state = self.state.on_rows(self.state.rows.moved(1))

    def do_up(self) -> None:
        """Previous row."""
        self.state = self.state.on_rows(self.state.rows.moved(-1))

    def do_right(self) -> None:
        """Next column."""
        self.state = self.state.on_columns(self.state.columns.moved(1))

    def do_left(self) -> None:
        """Previous column."""
        self.state = self.state.on_columns(self.state.columns.moved(-1))

    def do_half_down(self) -> None:
        """Half a page down."""
        self.state = self.state.on_rows(self.state.rows.paged(0.5))

    def do_half_up(self) -> None:
        """Half a page up."""
        self.state = self.state.on_rows(self.state.rows.paged(-0.5))

    def do_page_down(self) -> None:
        """A page down."""
        self.state = self.state.on_rows(self.state.rows.paged(1))

    def do_page_up(self) -> None:
        """A page up."""
        self.state = self.state.on_rows(self.state.rows.paged(-1))

    def do_first(self) -> None:
        """First row."""
        self.state = self.state.on_rows(self.state.rows.to(0))

    def do_last(self) -> None:
        """Last row."""
        self.state = self.state.on_rows(self.state.rows.to(self.state.rows.count - 1))

    def do_next_flag(self) -> None:
        """The next two that clash."""
        self._clash(1)

    def do_previous_flag(self) -> None:
        """The two before that clash."""
        self._clash(-1)

    def _clash(self, by: int) -> None:
        """To the nearest cell on that side in which two clash, row by row; each two once, over the diagonal."""
        made, many = self._matrix, self.state.rows.count
        row, column = self._pair()
        cells = range(row * many + column + by, many * many if by > 0 else -1, by)
        pairs = (divmod(cell, many) for cell in cells)
        found = next((at for at in pairs if made is not None and at[0] <= at[1] and made.share(*at).clashed), None)
        if found is None:
            self.say(f"no two clash {'further on' if by > 0 else 'before these'}")
        else:
            state = self.state.on_rows(self.state.rows.to(found[0]))
            self.state = state.on_columns(state.columns.to(found[1]))

    # -- opening

    def do_sources(self) -> None:
        """One is there."""

    def do_open(self) -> None:
        """The timeline with the events that both report."""
        made = self._matrix
        if made is not None and made.parties:
            pair = self._pair()
            keep = self.both(self._timeline.keep, made.parties[pair[0]], made.parties[pair[1]])
            self._there = replace(self._timeline, keep=keep)
        self.do_back()

    # -- the mouse

    @on(Canvas.Pressed, "#list")
    def pressed(self, message: Canvas.Pressed) -> None:
        """Select the cell; twice keeps the events of both."""
        column = plan(self.query_one("#list", Canvas).scrollable_content_region.width).column_at(message.x)
        state = self.state.on_rows(self.state.rows.to(self.state.rows.top + message.y))
        self.state = state if column is None else state.on_columns(state.columns.to(state.columns.top + column))
        if message.twice:
            self.action_do("open")

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll."""
        self.state = self.state.on_rows(self.state.rows.scrolled(self.state.rows.top + message.lines))

    @on(Canvas.Dragged, "#list")
    def dragged(self, message: Canvas.Dragged) -> None:
        """The scroll bar was moved."""
        self.state = self.state.on_rows(self.state.rows.scrolled(message.top))
