"""Who repeats whom behind one event: keeps the timeline's state, so that one comes back to where one is here."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var

from tui.core.answers import EventRow
from tui.core.filters import Filter
from tui.core.names import fold
from tui.screens.asked import EditAsked
from tui.screens.base import Session, Way
from tui.screens.bindings import bindings_of
from tui.screens.missing import Missing
from tui.screens.room import RoomedView
from tui.screens.seeking import Seeking
from tui.screens.sharing import Sharing
from tui.screens.why import WhyScreen
from tui.view.actions import ORIGINS, Situation
from tui.view.blocks import Block, Scroll, drawing_of
from tui.view.footer import footer
from tui.view.header import event_line, title_line
from tui.view.marks import Spot
from tui.view.origin_counts import foot, heading
from tui.view.origin_tree import Grove, blocks, field_at, fields_of
from tui.view.panes import telling
from tui.view.scene import Drawing
from tui.view.situations import situated
from tui.view.spans import Span
from tui.view.state import TimelineState
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks

_AT_ONCE = 30
"""With more reports than this the texts are compared in a thread."""


class OriginsScreen(Sharing, Seeking, Missing, RoomedView):
    """A tree per origin over the readings of a field."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(ORIGINS)

    state: var[TimelineState] = var(TimelineState, init=False)
    scroll_state: var[Scroll] = var(Scroll, init=False)
    title_drawing: var[Drawing] = var(Drawing)
    head_drawing: var[Drawing] = var(Drawing)
    list_drawing: var[Drawing] = var(Drawing)
    foot_drawing: var[Drawing] = var(Drawing)
    footer_drawing: var[Drawing] = var(Drawing)

    def __init__(self, session: Session, state: TimelineState) -> None:
        super().__init__(session)
        self._row: EventRow | None = None
        self._row_of: tuple[Filter, int] | None = None
        self._grove: Grove | None = None
        self._blocks: tuple[Block, ...] = ()
        self._blocks_of: tuple[Grove, str, int] | None = None
        self._spellings = {
            fold(name): actor.name
            for actor in session.store.actors()
            for name in (actor.id, actor.name, *actor.aliases)
        }
        self.set_reactive(OriginsScreen.state, state)
        self._opened = False
        """Whether one left it for a report."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Looks()
        yield Canvas(id="title").data_bind(drawing=OriginsScreen.title_drawing)
        yield Canvas(id="filter").data_bind(drawing=OriginsScreen.filter_drawing)
        yield Canvas(id="witnesses").data_bind(drawing=OriginsScreen.head_drawing)
        yield Canvas(id="list").data_bind(drawing=OriginsScreen.list_drawing)
        yield Canvas(id="foot").data_bind(drawing=OriginsScreen.foot_drawing)
        yield Canvas(id="footer").data_bind(drawing=OriginsScreen.footer_drawing)

    @property
    def beneath(self) -> TimelineState:
        """It stands where one is here."""
        return self.state

    @property
    def row(self) -> EventRow | None:
        """The event looked at."""
        asked = (self.state.keep, self.state.rows.cursor)
        if asked != self._row_of:
            found = self.session.page(self.state.keep, self.state.rows.cursor, 1)
            self._row, self._row_of = (found[0] if found else None), asked
        return self._row

    @property
    def grove(self) -> Grove | None:
        """Its origins; None until they are counted."""
        row = self.row
        if row is None or (self._grove is not None and self._grove.row.verdict.id == row.verdict.id):
            return self._grove
        self._grove = None
        if len(row.reports) <= _AT_ONCE:
            self._plant(row)
        else:
            self._compare(row)
        return self._grove

    def _plant(self, row: EventRow) -> None:
        lineage = self.store.lineage(row.verdict.id)
        if lineage is not None:
            self._grove = Grove(row=row, lineage=lineage, spellings=self._spellings)

    @work(thread=True, exclusive=True, description="compares texts")
    def _compare(self, row: EventRow) -> None:
        """Many texts are compared pair by pair: longer than a frame."""
        lineage = self.store.lineage(row.verdict.id)
        if lineage is not None:
            grove = Grove(row=row, lineage=lineage, spellings=self._spellings)
            self.app.call_from_thread(self._planted, grove)

    def _planted(self, grove: Grove) -> None:
        if self.row is not None and self.row.verdict.id == grove.row.verdict.id:
            self._grove = grove
            self.draw()

    @property
    def spot(self) -> Spot | None:
        """The field whose readings are told apart."""
        return field_at(self.row, self.state.spot) if self.row is not None else None

    def situation(self) -> Situation:
        """What decides which actions can be done now."""
        return situated(ORIGINS, self.state, self.scene, rows=self.state.rows.count)

    def leaving(self) -> TimelineState:
        """Where one is here, one is there."""
        return self.state

    def renewed(self, session: Session, state: TimelineState) -> None:
        """The same event."""
        self.session, self._row_of, self._grove, self._blocks_of = session, None, None, None
        self.set_reactive(OriginsScreen.state, state.spotted(self.state.spot))
        self.draw()

    # -- drawing

    def watch_state(self, _: TimelineState, state: TimelineState) -> None:
        """Draw the state."""
        self.draw()

    def watch_scroll_state(self, _: Scroll, state: Scroll) -> None:
        """Draw it."""
        self.draw()

    @on(Canvas.Resized, "#list, #foot")
    def fitted(self) -> None:
        """Draw in the new size."""
        self.draw()

    def blocks(self) -> tuple[Block, ...]:
        """The trees, in the width of the screen; drawn once for a field and a width, since the cursor is not in them."""
        width, grove, spot = self.query_one("#list", Canvas).scrollable_content_region.width, self.grove, self.spot
        if grove is None or width < 2:
            return ()
        asked = (grove, spot.key if spot is not None else "", width)
        if self._blocks_of is None or self._blocks_of[0] is not grove or self._blocks_of[1:] != asked[1:]:
            self._blocks, self._blocks_of = blocks(grove, spot, self.scene, width - 1), asked
        return self._blocks

    def draw_soon(self) -> None:
        """At once."""
        self.draw()

    def draw(self) -> None:
        """Every part of the screen from the state."""
        row, full, scene = self.row, self.size.width, self.scene
        if not full or not self.stands:
            return
        self.draw_filter()
        self.footer_drawing = Drawing(lines=(footer(self.situation(), full, scene.glyphs, scene.keymap),))
        if row is None:
            self.title_drawing = Drawing(lines=(title_line(scene, full),))
            self.head_drawing, self.foot_drawing = Drawing(), Drawing()
            self.list_drawing = Drawing(lines=self.nothing())
            return
        made, grove = self.blocks(), self.grove
        scroll = self.scroll_state.reflowed(tuple(len(block.lines) for block in made))
        page = self.query_one("#list", Canvas).scrollable_content_region.height
        scroll = scroll if scroll.page == page else scroll.resized(page)
        if made and made[min(scroll.cursor, len(made) - 1)].quiet:
            scroll = scroll.to(next((n for n, block in enumerate(made) if not block.quiet), 0))
        self.set_reactive(OriginsScreen.scroll_state, scroll)
        self.title_drawing = Drawing(lines=(event_line(row, self.state, scene, full),))
        head = heading(grove, scene, full) if grove is not None else (Span(" comparing the reports …", "dim"),)
        self.head_drawing = Drawing(lines=(head,))
        self.list_drawing = drawing_of(made, scroll)
        lines = self.query_one("#foot", Canvas).size.height
        self.foot_drawing = Drawing(lines=foot(grove, self.spot, scene, size=full, lines=lines))

    # -- moving

    def _walk(self, by: int) -> None:
        made = self.blocks()
        there = self.scroll_state
        index = there.cursor
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            found = index + step
            while 0 <= found < len(made) and made[found].quiet:
                found += step
            if not 0 <= found < len(made):
                there = there.scrolled(there.total if step > 0 else 0)
                break
            index = found
        self.scroll_state = there.to(index) if index != there.cursor else there

    def do_down(self) -> None:
        """Next report."""
        self._walk(1)

    def do_up(self) -> None:
        """Previous report."""
        self._walk(-1)

    def do_half_down(self) -> None:
        """Half a page of reports down."""
        self._walk(max(1, self.scroll_state.page // 2))

    def do_half_up(self) -> None:
        """Half a page of reports up."""
        self._walk(-max(1, self.scroll_state.page // 2))

    def do_page_down(self) -> None:
        """A page of reports down."""
        self._walk(self.scroll_state.page)

    def do_page_up(self) -> None:
        """A page of reports up."""
        self._walk(-self.scroll_state.page)

    def do_first(self) -> None:
        """First report."""
        self._walk(-len(self.scroll_state.heights))

    def do_last(self) -> None:
        """Last report."""
        self._walk(len(self.scroll_state.heights))

    def do_right(self) -> None:
        """Next field."""
        self._field(1)

    def do_left(self) -> None:
        """Previous field."""
        self._field(-1)

    def _field(self, by: int) -> None:
        row, spot = self.row, self.spot
        if row is None or spot is None:
            self.say("nothing is said of this event's fields")
            return
        keys = [candidate.key for candidate in fields_of(row)]
        self.state = self.state.spotted(keys[max(0, min(keys.index(spot.key) + by, len(keys) - 1))])

    def do_next_event(self) -> None:
        """Next event."""
        self.step(1)

    def do_previous_event(self) -> None:
        """Previous event."""
        self.step(-1)

    def step(self, by: int) -> None:
        """The event so many rows on."""
        self.set_reactive(OriginsScreen.scroll_state, Scroll(page=self.scroll_state.page))
        self.set_reactive(OriginsScreen.state, self.state.moved(by))
        self.draw()

    # -- opening

    def report_id(self) -> str | None:
        """Id of the selected report."""
        made, cursor = self.blocks(), self.scroll_state.cursor
        return made[cursor].key if cursor < len(made) and not made[cursor].quiet else None

    def do_origins(self) -> None:
        """One is there."""

    def do_open(self) -> None:
        """To the report in the timeline."""
        row, name = self.row, self.report_id()
        if row is not None and name is not None:
            panes = self.scene.shown_panes(grouped=self.state.grouped)
            spot = self.state.spot
            self.set_reactive(OriginsScreen.state, self.state.on_pane(telling(panes, -1, row, (name,))).spotted(spot))
        self._opened = True
        self.do_back()

    def way(self) -> Way | None:
        """The same event, where the timeline still is of the same rows."""
        store, there = self.store, self.state

        def again(session: Session, timeline: TimelineState) -> OriginsScreen:
            same = session.store is store and timeline.keep == there.keep
            return OriginsScreen(session, timeline.to(there.rows.cursor).spotted(there.spot) if same else timeline)

        return Way(view=ORIGINS, again=again, before=there.keep, after=there.keep) if self._opened else None

    def pointed(self) -> tuple[EventRow | None, Spot | None]:
        """The event and the selected field."""
        return self.row, self.spot

    def pointed_source(self) -> str | None:
        """The source of the selected report."""
        name = self.report_id()
        return next((r.source for r in self.row.reports if r.id == name), None) if self.row is not None else None

    def do_why(self) -> None:
        """The reasons for the selected field."""
        row, spot = self.row, self.spot
        if row is None or spot is None:
            self.say("nothing is said of this event's fields")
        else:
            self.app.push_screen(WhyScreen(self.scene, row, spot))

    def do_edit(self) -> None:
        """Open the file of the selected report at its line."""
        name = self.report_id()
        report = next((r for r in self.row.reports if r.id == name), None) if self.row is not None else None
        if report is not None:
            key = self.spot.field.field if self.spot is not None and self.spot.field is not None else ""
            self.post_message(EditAsked(report.position.file, report.line_of(key)))

    # -- the mouse

    @on(Canvas.Pressed, "#list")
    def pressed(self, message: Canvas.Pressed) -> None:
        """Select the report; twice goes there."""
        block = self.scroll_state.at_line(self.scroll_state.top + message.y)
        made = self.blocks()
        if block < len(made) and not made[block].quiet:
            self.scroll_state = self.scroll_state.to(block)
            if message.twice:
                self.action_do("open")

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll."""
        self.scroll_state = self.scroll_state.scrolled(self.scroll_state.top + message.lines)

    @on(Canvas.Dragged, "#list")
    def dragged(self, message: Canvas.Dragged) -> None:
        """The scroll bar was moved."""
        self.scroll_state = self.scroll_state.scrolled(message.top)
