"""The comparison of one event's readings: keeps the timeline's state, so that one comes back to where one is here."""

from __future__ import annotations

from asyncio import sleep
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var

from tui.core.answers import EventRow
from tui.core.filters import Filter
from tui.core.judgements import Reading
from tui.core.model import Report
from tui.screens.asked import EditAsked
from tui.screens.base import Session
from tui.screens.bindings import bindings_of
from tui.screens.missing import Missing
from tui.screens.room import RoomedView
from tui.screens.seeking import Seeking
from tui.screens.why import WhyScreen
from tui.screens.writing import Writing
from tui.view.actions import COMPARE, Situation
from tui.view.blocks import Block, Scroll, drawing_of
from tui.view.comparison import PROSE, Comparison, blocks, shown_spots, words
from tui.view.footer import footer
from tui.view.header import event_line, title_line, witness_line
from tui.view.marks import Spot, spot_for
from tui.view.scene import Drawing
from tui.view.situations import situated
from tui.view.state import TimelineState
from tui.view.witnesses import witnesses_of
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks


class CompareScreen(Writing, Seeking, Missing, RoomedView):
    """Rows are fields, columns readings."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMPARE)
    LEAST = (36, 8)

    state: var[TimelineState] = var(TimelineState, init=False)
    how: var[Comparison] = var(Comparison, init=False)
    scroll_state: var[Scroll] = var(Scroll, init=False)
    title_drawing: var[Drawing] = var(Drawing)
    witness_drawing: var[Drawing] = var(Drawing)
    list_drawing: var[Drawing] = var(Drawing)
    footer_drawing: var[Drawing] = var(Drawing)

    def __init__(self, session: Session, state: TimelineState) -> None:
        super().__init__(session)
        self._row: EventRow | None = None
        self._row_of: tuple[Filter, int] | None = None
        self._heard: EventRow | None = None
        self._heard_of: tuple[EventRow | None, tuple[str, ...]] = (None, ())
        self.set_reactive(CompareScreen.state, state)
        first = spot_for(self.row, state.spot) if self.row is not None else None
        self.set_reactive(CompareScreen.state, state.spotted(first.key if first is not None else None))

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Looks()
        yield Canvas(id="title").data_bind(drawing=CompareScreen.title_drawing)
        yield Canvas(id="filter").data_bind(drawing=CompareScreen.filter_drawing)
        yield Canvas(id="witnesses").data_bind(drawing=CompareScreen.witness_drawing)
        yield Canvas(id="list").data_bind(drawing=CompareScreen.list_drawing)
        yield Canvas(id="footer").data_bind(drawing=CompareScreen.footer_drawing)

    @property
    def beneath(self) -> TimelineState:
        """It stands where one is here."""
        return self.state

    @property
    def row(self) -> EventRow | None:
        """The event compared."""
        asked = (self.state.keep, self.state.rows.cursor)
        if asked != self._row_of:
            found = self.session.page(self.state.keep, self.state.rows.cursor, 1)
            self._row, self._row_of = (found[0] if found else None), asked
        return self._row

    @property
    def witnesses(self) -> tuple[str, ...]:
        """Ids of the sources compared, where two or more were picked; else none, meaning all."""
        row, state = self.row, self.state
        return witnesses_of(row, state.picks, self.scene, grouped=state.grouped) if row is not None else ()

    @property
    def shown(self) -> EventRow | None:
        """The event as the witnesses alone tell it."""
        row, witnesses = self.row, self.witnesses
        if row is None or not witnesses:
            return row
        if self._heard is None or self._heard_of[0] is not row or self._heard_of[1] != witnesses:
            self._heard, self._heard_of = self.store.among(row, witnesses), (row, witnesses)
        return self._heard

    def selected(self) -> Spot | None:
        """The selected field or finding, among the witnesses."""
        row = self.shown
        if row is None:
            return None
        return next((spot for spot in shown_spots(row, self.how) if spot.key == self.state.spot), None)

    def situation(self) -> Situation:
        """What decides which actions can be done now."""
        spot = self.selected()
        readings = len(spot.field.readings) if spot is not None and spot.field is not None else 0
        return situated(COMPARE, self.state, self.scene, rows=self.state.rows.count, readings=readings)

    def leaving(self) -> TimelineState:
        """Where one is here, one is there."""
        return self.state.spotted(None if self.state.spot == PROSE else self.state.spot)

    def renewed(self, session: Session, state: TimelineState) -> None:
        """The same field of the same event."""
        spot = self.state.spot
        self.session, self._row_of = session, None
        self.set_reactive(CompareScreen.state, state)
        found = spot_for(self.row, spot) if self.row is not None else None
        self.set_reactive(
            CompareScreen.state, state.spotted(found.key if found is not None and spot != PROSE else spot)
        )
        self.draw()

    # -- drawing

    def watch_state(self, _: TimelineState, state: TimelineState) -> None:
        """Draw the state."""
        self.draw()

    def watch_how(self, _: Comparison, how: Comparison) -> None:
        """Draw it."""
        self.draw()

    def watch_scroll_state(self, _: Scroll, state: Scroll) -> None:
        """Draw it."""
        self.draw()

    @on(Canvas.Resized, "#list")
    async def fitted(self, message: Canvas.Resized) -> None:
        """Draw in the new size; what hundreds of reports say in words is laid out in a step of its own."""
        self.set_reactive(CompareScreen.scroll_state, self.scroll_state.resized(message.extent.height))
        row, size = self.shown, message.extent.width - 1
        if row is not None and size > 0:
            words(row, self.how, witnesses=self.witnesses, scene=self.scene, size=size, search=self.state.sought)
            await sleep(0)
        if self.stands:
            self.draw()

    def blocks(self) -> tuple[Block, ...]:
        """What there is to read, in the width of the screen."""
        width = self.query_one("#list", Canvas).scrollable_content_region.width
        row = self.shown
        if row is None or width < 1:
            return ()
        state = self.state
        return blocks(
            row,
            self.how,
            key=state.spot,
            witnesses=self.witnesses,
            scene=self.scene,
            size=width - 1,
            search=state.sought,
        )

    def draw_soon(self) -> None:
        """At once."""
        self.draw()

    def draw(self) -> None:
        """Every part of the screen from the state."""
        row, full, scene = self.row, self.size.width, self.scene
        if not self.is_mounted:
            return
        self.draw_filter()
        self.footer_drawing = Drawing(lines=(footer(self.situation(), full, scene.glyphs, scene.keymap),))
        if row is None:
            self.title_drawing, self.witness_drawing = Drawing(lines=(title_line(scene, full),)), Drawing()
            self.list_drawing = Drawing(lines=self.nothing())
            return
        made = self.blocks()
        keys = [block.key for block in made]
        if self.state.spot not in keys:  # of sources that are not compared
            first = next((block.key for block in made if not block.quiet), None)
            self.set_reactive(CompareScreen.state, self.state.spotted(first))
            made = self.blocks()
        scroll = self.scroll_state
        where = keys.index(self.state.spot) if self.state.spot in keys else 0
        moved = scroll.reflowed(tuple(len(block.lines) for block in made))
        scroll = moved.centred(where) if where != scroll.cursor or moved is not scroll else scroll
        self.set_reactive(CompareScreen.scroll_state, scroll)
        self.title_drawing = Drawing(lines=(event_line(self.shown or row, self.state, scene, full),))
        self.witness_drawing = Drawing(lines=(witness_line(row, scene, self.witnesses, self.how.base, full),))
        self.list_drawing = drawing_of(made, scroll)

    # -- moving

    def _walk(self, by: int) -> None:
        made = self.blocks()
        before = self.scroll_state.reflowed(tuple(len(block.lines) for block in made))
        after = before.moved(by)
        while after.cursor != before.cursor and made[after.cursor].quiet and 0 < after.cursor < len(made) - 1:
            after = after.moved(by)
        if made and made[after.cursor].quiet:
            after = before
        self.set_reactive(CompareScreen.scroll_state, after)
        self._select(after.cursor)

    def _select(self, block: int) -> None:
        made = self.blocks()
        if made and self.state.spot != made[block].key:
            self.set_reactive(CompareScreen.how, self.how.sideways(-self.how.column, 1))
            self.state = self.state.spotted(made[block].key)
        else:
            self.draw()

    def do_down(self) -> None:
        """Next field."""
        self._walk(1)

    def do_up(self) -> None:
        """Previous field."""
        self._walk(-1)

    def do_first(self) -> None:
        """First field."""
        self._select(next((index for index, block in enumerate(self.blocks()) if not block.quiet), 0))

    def do_last(self) -> None:
        """The words at the end."""
        self._select(len(self.blocks()) - 1)

    def do_half_down(self) -> None:
        """Half a page of lines down."""
        self.scroll_state = self.scroll_state.scrolled(self.scroll_state.top + self.scroll_state.page // 2)

    def do_half_up(self) -> None:
        """Half a page of lines up."""
        self.scroll_state = self.scroll_state.scrolled(self.scroll_state.top - self.scroll_state.page // 2)

    do_page_down, do_page_up = do_half_down, do_half_up

    def do_right(self) -> None:
        """The reading to the right."""
        self.how = self.how.sideways(1, self.situation().readings)

    def do_left(self) -> None:
        """The reading to the left."""
        self.how = self.how.sideways(-1, self.situation().readings)

    def do_next_event(self) -> None:
        """The same field of the next event, where it has it."""
        self.step(1)

    def do_previous_event(self) -> None:
        """The same field of the previous event."""
        self.step(-1)

    def step(self, by: int) -> None:
        """The event so many rows on, at the same field where it has it."""
        spot = self.state.spot
        moved = self.state.moved(by)
        self.set_reactive(CompareScreen.state, moved)
        row = self.row
        found = spot_for(row, spot) if row is not None else None
        self.set_reactive(CompareScreen.state, moved.spotted(found.key if found is not None else None))
        self.draw()

    # -- showing

    def do_differences(self) -> None:
        """Hide what agrees, or show it; what was selected and is hidden hands on to the next that is not."""
        before = [block.key for block in self.blocks() if not block.quiet]
        self.set_reactive(CompareScreen.how, self.how.toggled())
        left = {block.key for block in self.blocks() if not block.quiet}
        at = before.index(self.state.spot) if self.state.spot in before else 0
        if self.state.spot not in left:
            self.set_reactive(CompareScreen.how, self.how.sideways(-self.how.column, 1))
            found = next((key for key in (*before[at:], *before[at::-1]) if key in left), None)
            self.set_reactive(CompareScreen.state, self.state.spotted(found))
        self.draw()

    def do_base(self) -> None:
        """The selected reading becomes the base."""
        spot, reading = self.selected(), self.reading()
        if spot is not None and spot.field is not None and reading is not None:
            self.how = self.how.based(spot.field, reading)

    def do_pick(self) -> None:
        """The sources of the selected reading join the comparison, or leave it."""
        reading = self.reading()
        if reading is None:
            self.say("select a reading to pick its sources")
            return
        state = self.state
        for source in reading.sources:
            state = state.picked(source)
        self.state = state
        self.say_picked()

    def do_unpick(self) -> None:
        """All sources again."""
        self.unsay()
        self.state = self.state.unpicked()

    # -- opening

    def do_compare(self) -> None:
        """One is there."""

    def do_open(self) -> None:
        """Why."""
        self.do_why()

    def pointed(self) -> tuple[EventRow | None, Spot | None]:
        """The event and the selected field."""
        return self.row, self.selected()

    def reading(self) -> Reading | None:
        """The selected reading; None on a finding, and on words."""
        spot = self.selected()
        if spot is None or spot.field is None or not spot.field.readings:
            return None
        shown = self.how.ordered(spot.field)
        return shown[min(self.how.column, len(shown) - 1)]

    def pointed_reading(self) -> int:
        """The selected reading, in the order of the verdict of all."""
        row, spot, reading = self.row, self.selected(), self.reading()
        if row is None or reading is None or spot is None or spot.field is None:
            return 0
        every = next((field.readings for field in row.verdict.fields if field.field == spot.field.field), ())
        return next((n for n, each in enumerate(every) if reading.reports[0] in each.reports), 0)

    def pointed_report(self) -> Report | None:
        """The first report of the selected reading."""
        row, reading = self.row, self.reading()
        if row is None or reading is None:
            return super().pointed_report()
        return next((report for report in row.reports if report.id in reading.reports), None)

    def do_why(self) -> None:
        """The reasons for the selected field."""
        row, spot = self.shown, self.selected()
        if row is None or spot is None:
            self.say("prose is shown, never judged")
        else:
            self.app.push_screen(WhyScreen(self.scene, row, spot))

    def do_edit(self) -> None:
        """Open the file of the selected reading's first report."""
        row, spot = self.row, self.selected()
        if row is None or not row.reports:
            return
        report = self.pointed_report() or row.reports[0]
        key = spot.field.field if spot is not None and spot.field is not None else ""
        self.post_message(EditAsked(report.position.file, report.line_of(key)))

    # -- the mouse

    @on(Canvas.Pressed, "#list")
    def pressed(self, message: Canvas.Pressed) -> None:
        """Select the field; twice says why."""
        block = self.scroll_state.at_line(self.scroll_state.top + message.y)
        if not self.blocks()[block].quiet:
            self._select(block)
        if message.twice:
            self.action_do("why")

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll."""
        self.scroll_state = self.scroll_state.scrolled(self.scroll_state.top + message.lines)

    @on(Canvas.Dragged, "#list")
    def dragged(self, message: Canvas.Dragged) -> None:
        """The scroll bar was moved."""
        self.scroll_state = self.scroll_state.scrolled(message.top)
