"""Actors of what passes the filter, by role and spelling. Enter keeps the events of one."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var

from tui.core.answers import Billing
from tui.screens.asking import Asking
from tui.screens.base import Session, Way
from tui.screens.bindings import bindings_of
from tui.screens.lists import ListScreen
from tui.screens.missing import Missing
from tui.view.actions import CAST, Situation
from tui.view.billing import columns, foot, heads, item, nothing
from tui.view.memory import Place
from tui.view.scene import Drawing
from tui.view.situations import situated
from tui.view.spans import Line, Span
from tui.view.state import TimelineState
from tui.widgets.canvas import Canvas


class CastScreen(Asking, Missing, ListScreen):
    """A line per actor, its spellings in the foot."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CAST)
    VIEW = CAST
    PLACE = "actors"

    foot_drawing: var[Drawing] = var(Drawing)

    def __init__(self, session: Session, timeline: TimelineState, place: Place = ()) -> None:
        super().__init__(session, timeline, place)
        self._billings: tuple[Billing, ...] | None = None
        self._spelled: dict[str, tuple[tuple[str, str, int], ...]] = {}

    def compose(self) -> ComposeResult:
        """The list and a foot."""
        *above, last = super().compose()
        yield from above
        yield Canvas(id="foot").data_bind(drawing=CastScreen.foot_drawing)
        yield last

    def on_mount(self) -> None:
        """Count in a thread."""
        self._read()

    @work(thread=True)
    def _read(self) -> None:
        billings = self.store.billings(self._timeline.keep)
        self.app.call_from_thread(self._fill, billings)

    def _fill(self, billings: tuple[Billing, ...]) -> None:
        if not self.stands:
            return
        here = "".join(self.place())
        self._billings, self._spelled = billings, {}
        rows = self.rows.recounted(len(billings))
        ids = [billing.id for billing in billings]
        self.set_reactive(CastScreen.rows, rows.to(ids.index(here)) if here in ids else rows)
        self.draw()
        self.counted()

    def counting(self) -> bool:
        """Whether actors are still being counted."""
        return self._billings is None

    def renewed(self, session: Session, state: TimelineState) -> None:
        """Counted again, on the same actor."""
        self.session, self._timeline = session, state
        self._read()

    def situation(self) -> Situation:
        """What decides which actions can be done now."""
        return situated(CAST, self._timeline, self.scene, rows=self.rows.count)

    def place(self) -> Place:
        """The selected actor."""
        chosen = self.chosen()
        return (chosen.id,) if chosen is not None else self._place

    def way(self) -> Way | None:
        """On the same actor."""
        place, there = self.place(), self.gone_to(self._there, self._timeline)

        def again(session: Session, timeline: TimelineState) -> CastScreen:
            return CastScreen(session, timeline, place)

        if there is None:
            return None
        return Way(view=CAST, again=again, before=self._timeline.keep, after=there.keep, onward=self.onward)

    def chosen(self) -> Billing | None:
        """The selected actor."""
        every = self._billings or ()
        return every[self.rows.cursor] if self.rows.cursor < len(every) else None

    # -- drawing

    def head(self, width: int) -> Line:
        """The heads of the columns."""
        at = columns(self._billings or (), width - 1)
        return heads(at, width)

    def items(self, start: int, count: int, width: int) -> list[tuple[Line, ...]]:
        """Those in view."""
        every = self._billings or ()
        at, kept = columns(every, self.size.width - 1), self._timeline.keep.actors
        return [
            (item(one, at, one.name in kept or one.id in kept, self.scene, width - 1),)
            for one in every[start : start + count]
        ]

    def empty(self) -> tuple[Line, ...]:
        """Nothing, or not yet."""
        if self._billings is None:
            return ((), (Span("   reading …", "dim"),))
        if self._timeline.rows.empty:
            return self.nothing()
        return nothing(filtered=not self._timeline.keep.is_empty)

    def draw_soon(self) -> None:
        """At once."""
        self.draw()

    def draw(self) -> None:
        """The list, and who writes the selected one how."""
        super().draw()
        chosen, lines = self.chosen(), self.query_one("#foot", Canvas).size.height
        spelled: tuple[tuple[str, str, int], ...] = ()
        if chosen is not None:
            if chosen.id not in self._spelled:
                self._spelled[chosen.id] = self.store.spellings(chosen.id)
            spelled = self._spelled[chosen.id]
        self.foot_drawing = Drawing(lines=foot(chosen, spelled, self.scene, size=self.size.width, lines=lines))

    # -- opening

    def do_cast(self) -> None:
        """One is there."""

    def do_open(self) -> None:
        """The timeline with the events of the actor; of one already kept, with all."""
        chosen, keep = self.chosen(), self._timeline.keep
        if chosen is not None:
            kept = chosen.name in keep.actors
            self._there = replace(self._timeline, keep=keep.of_actor("" if kept else chosen.name))
        self.do_back()
