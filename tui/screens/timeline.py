"""The first screen: asks the store for the events in view, keeps one state, hands drawings to its canvases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var

from tui.core.answers import EventRow
from tui.core.filters import Filter
from tui.screens.base import Session
from tui.screens.bindings import bindings_of
from tui.screens.doors import Doors
from tui.screens.exporting import Exporting
from tui.screens.filtering import Filtering
from tui.screens.missing import Missing
from tui.screens.moves import Moves
from tui.screens.overviews import Overviews
from tui.screens.panes import Panes
from tui.screens.proposing import Proposing
from tui.view.actions import OF_A_PANE, TIMELINE, Situation
from tui.view.foot import foot
from tui.view.footer import footer
from tui.view.header import filter_line, title_line
from tui.view.heads import heads
from tui.view.layouts import Layout, layout, offered
from tui.view.marks import spot_for, spots
from tui.view.memory import Memory
from tui.view.panes import Pane
from tui.view.same import forget
from tui.view.scene import Drawing
from tui.view.situations import situated
from tui.view.spans import Line
from tui.view.state import Region, TimelineState
from tui.view.timeline import bands, body
from tui.view.tiny import WITH_FOOT, is_tiny, tiny
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks


class TimelineScreen(Filtering, Panes, Moves, Proposing, Doors, Overviews, Exporting, Missing):
    """One row per event, one pane per source, all in step."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(TIMELINE)

    state: var[TimelineState] = var(TimelineState, init=False)
    title_drawing: var[Drawing] = var(Drawing)
    strip_drawing: var[Drawing] = var(Drawing)
    heads_drawing: var[Drawing] = var(Drawing)
    body_drawing: var[Drawing] = var(Drawing)
    foot_drawing: var[Drawing] = var(Drawing)
    footer_drawing: var[Drawing] = var(Drawing)

    def __init__(
        self, session: Session, keep: Filter | None = None, *, memory: Memory | None = None, lasting: bool = True
    ) -> None:
        """`lasting`: whether what is remembered outlasts this visit."""
        super().__init__(session)
        self.lasting = lasting
        self._start = keep
        self._drawn: tuple[tuple[Pane, ...], tuple[int, ...]] = ((), ())
        """The panes there were, and the indices of those drawn last: these keep their columns."""
        self.memory = memory or Memory()
        self.places = dict(self.memory.places)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Looks()
        yield Canvas(id="title").data_bind(drawing=TimelineScreen.title_drawing)
        yield Canvas(id="strip").data_bind(drawing=TimelineScreen.strip_drawing)
        yield Canvas(id="filter").data_bind(drawing=TimelineScreen.filter_drawing)
        yield Canvas(id="heads").data_bind(drawing=TimelineScreen.heads_drawing)
        yield Canvas(id="body").data_bind(drawing=TimelineScreen.body_drawing)
        yield Canvas(id="foot").data_bind(drawing=TimelineScreen.foot_drawing)
        yield Canvas(id="footer").data_bind(drawing=TimelineScreen.footer_drawing)

    def on_mount(self) -> None:
        """Open where one left, the first time on the busiest day."""
        self.state = self.as_left(self._start)
        if self.memory.view != TIMELINE:
            self.call_later(self.action_do, self.memory.view)

    def started(self, state: TimelineState, event: str | None) -> TimelineState:
        """The state over the dossier in hand: on the event where it is there, else on the busiest day."""
        count = self.store.count(state.keep)
        state = state.stocked(panes=len(self.scene.shown_panes(grouped=state.grouped)), count=count)
        row = self.session.event(event, state.keep) if event else None
        if row is not None:
            return state.to(row.position)
        return state.opened(self.store.busiest(state.keep)) if count else state

    def renewed(self, session: Session, state: TimelineState) -> None:
        """The files were read again: the state (a view above may have come to another), same event, new answers."""
        self.set_reactive(TimelineScreen.state, state.resized(self.state.rows.page * self.state.height))
        at = self.row.verdict.id if self.row is not None else None
        spot = self.state.spot
        self.session = replace(session, scene=session.scene.arranged(self.scene.arrangement))
        forget()
        self.forget()
        self.found()  # what was compared of other files is let go of
        self.set_reactive(TimelineScreen.state, self.started(self.state, at).spotted(spot))
        self.draw_soon()

    # -- what is in view

    @property
    def beneath(self) -> TimelineState:
        """It is here."""
        return self.state

    @property
    def row(self) -> EventRow | None:
        """The selected event, and none but it asked for: a key may need it before what is in view is judged."""
        cursor = self.state.rows.cursor
        return next(iter(self._asked(range(cursor, cursor + 1))), None) if cursor in self._in_view() else None

    def plan(self) -> Layout:
        """Where the panes stand."""
        width = self._body.scrollable_content_region.width
        panes, (of, before) = self.panes, self._drawn
        before = before if of is panes else ()
        made = self.scene.arrangement
        on_offer = offered(self.state, self.rows(), panes, width, before)
        plan = layout(self.state, on_offer, width, made.weights(panes), before, made.gutter)
        self._drawn = panes, plan.offered if plan.narrow else plan.shown
        return plan

    @property
    def _body(self) -> Canvas:
        return self.query_one("#body", Canvas)

    def situation(self) -> Situation:
        """What decides which actions can be done now."""
        back = self.trail[-1].view if self.trail else ""
        return situated(TIMELINE, self.state, self.scene, rows=self.state.rows.count, back=back)

    # -- drawing

    def watch_state(self, _: TimelineState, state: TimelineState) -> None:
        """Draw the state."""
        self.draw_soon()

    @on(Canvas.Resized, "#body")
    def fitted(self, message: Canvas.Resized) -> None:
        """Another number of events fits."""
        before = self.state
        self.state = self.validate_state(self.state)
        if before == self.state:
            self.draw_soon()

    def on_resize(self) -> None:
        """What there is room for may be another."""
        self.call_after_refresh(self.draw_soon)

    @on(Canvas.Resized, "#foot")
    def refitted(self) -> None:
        """Draw in the new size."""
        self.draw_soon()

    def draw(self) -> Iterator[bool]:
        """Every part of the screen from the state, band by band; where there is no room, the selected event alone."""
        if self.state.readings or self.scene.readings:
            self.set_reactive(TimelineScreen.state, self.regrouped())
        small = is_tiny(*self.size)
        for part in ("#filter", "#heads", "#footer"):
            self.query_one(part).display = not small
        self.query_one("#foot").display = self.size.height >= WITH_FOOT and not small
        self.query_one("#strip").display = not small and self.state.strip and bool(self.bars())
        width, height = self._body.scrollable_content_region.size
        if not width or not height:
            return
        self.look_ahead()
        state, scene, rows, full = self.state, self.scene, self.rows(), self.size.width
        if small:
            self.title_drawing = Drawing(lines=(title_line(scene, full),))
            self.body_drawing = tiny(self.row, state, scene, size=width, lines=height)
            return
        plan, made = self.plan(), []
        for band in bands(state, rows, plan, scene, height, self.titles(rows), self.between(state)):
            made.append(band)
            yield False
        foot = Drawing(lines=self._foot(full, self.query_one("#foot", Canvas).size.height))
        yield False
        strip = Drawing(lines=((yield from self.strip(full - 2)),)) if state.strip else self.strip_drawing
        self.title_drawing = Drawing(lines=(title_line(scene, full),))
        self.strip_drawing = strip
        self.filter_drawing = Drawing(lines=(filter_line(state, scene, full),))
        self.heads_drawing = Drawing(lines=heads(state, plan, scene, rows))
        self.body_drawing = body(made, state, plan, scene, height, self.missing() if state.rows.empty else ())
        self.foot_drawing = foot
        self.footer_drawing = Drawing(lines=(footer(self.situation(), full, scene.glyphs, scene.keymap),))

    def _foot(self, full: int, lines: int) -> tuple[Line, ...]:
        row = self.row
        return foot(row, self.state, self.scene, size=full, lines=lines, proposed=self.proposed(row))

    # -- moving

    def do_right(self) -> None:
        """Pane or field to the right."""
        self._sideways(1)

    def do_left(self) -> None:
        """Pane or field to the left."""
        self._sideways(-1)

    def _sideways(self, by: int) -> None:
        if self.state.region is Region.FOOT:
            self._other_field(by)
            return
        self._take_pane()
        plan = self.plan()
        moved = self.state.sideways(by, tuple(range(len(self.panes))) if self.state.solo else plan.offered)
        self.state = moved.at_slot(plan.slot_of(moved.pane, moved.slot))

    def _take_pane(self) -> None:
        """What is done to a pane is done to one that is drawn, and looks selected."""
        plan = self.plan()
        if plan.selected is not None and plan.selected != self.state.pane:
            self.state = self.state.on_pane(plan.selected).at_slot(plan.shown.index(plan.selected))

    def action_do(self, identity: str) -> None:
        """Do an action; what is done to a pane is done to the one that looks selected."""
        if identity in OF_A_PANE and not self.counting():
            self._take_pane()
        super().action_do(identity)

    def marked_anew(self, state: TimelineState) -> None:
        """Other events are marked: under `is:marked` another number passes, and the cursor keeps its place among them."""
        keep = state.keep.knowing(state.marked)
        self.state = state if keep == state.keep else state.kept(keep, self.store.count(keep), state.rows.cursor)

    def _other_field(self, by: int) -> None:
        row = self.row
        spot = spot_for(row, self.state.spot) if row is not None else None
        if row is not None and spot is not None:
            every = spots(row)
            index = next(i for i, candidate in enumerate(every) if candidate.key == spot.key)
            self.state = self.state.spotted(every[max(0, min(index + by, len(every) - 1))].key)

    def do_region(self) -> None:
        """From the panes to the fields of the event and back."""
        self.state = self.state.elsewhere()

    do_region_back = do_region

    # -- showing

    def do_solo(self) -> None:
        """Only this source, or all."""
        self.state = self.state.soloed()

    def do_clock(self) -> None:
        """The next clock."""
        self.state = self.state.clocked()

    def do_wrap(self) -> None:
        """The next number of lines per event."""
        self.state = self.state.wrapped(self._body.scrollable_content_region.height)

    def do_strip(self) -> None:
        """The density strip on or off."""
        self.state = self.state.stripped()

    def do_pick(self) -> None:
        """Pick the selected source for the comparison."""
        mine = self.panes[self.state.pane]
        reports = mine.reports(self.row) if self.row is not None else ()
        if len(mine.sources) > 1 and not reports:
            self.say(f"{mine.siglum} has no report of this event")
        else:
            self.state = self.state.picked(reports[0].source if reports else mine.sources[0].id)
            self.say_picked()

    def do_unpick(self) -> None:
        """Compare all sources again."""
        self.unsay()
        self.state = self.state.unpicked()

    # -- the mouse

    @on(Canvas.Pressed, "#body")
    def pressed(self, message: Canvas.Pressed) -> None:
        """Select the event and the pane; twice opens."""
        plan = self.plan()
        owners = self.between(self.state).owners(len(self.rows()), self.state.height, self._lines)
        if not 0 <= message.y < len(owners):
            return
        pane, top = plan.pane_at(message.x), self.state.rows.top
        state = self.state.moved(top + owners[message.y] - self.state.rows.cursor)
        self.state = state if pane is None else state.on_pane(pane).at_slot(plan.slot_of(pane, state.slot))
        if message.twice:
            self.action_do("open")

    @on(Canvas.Pressed, "#heads")
    def pressed_head(self, message: Canvas.Pressed) -> None:
        """Select the pane; twice shows it alone."""
        plan = self.plan()
        pane = plan.pane_at(message.x)
        if pane is not None:
            self.state = self.state.on_pane(pane).at_slot(plan.slot_of(pane, self.state.slot))
            if message.twice:
                self.action_do("solo")

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll; the cursor is taken along at the edge."""
        by = max(1, abs(message.lines) // self.state.height)
        self.state = self.state.scrolled(self.state.rows.top + (by if message.lines > 0 else -by))

    @on(Canvas.Dragged, "#body")
    def dragged(self, message: Canvas.Dragged) -> None:
        """The scroll bar was moved."""
        self.state = self.state.scrolled(round(message.top / self.state.height))

    def jump(self, what: str, target: str) -> None:
        """A bar of the strip, a field of the foot, a tab of the heads was clicked."""
        if what == "event":
            self.state = self.state.to(int(target))
        elif what == "spot":
            self.state = self.state.spotted(target)
        elif what == "pane":
            self.state = self.state.on_pane(int(target))
