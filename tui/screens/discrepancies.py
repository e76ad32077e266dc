"""Every discrepancy of what passes the filter, and in a second list what was checked and found compatible."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.reactive import var
from textual.worker import get_current_worker

from tui.core.answers import EventRow, Flag
from tui.core.collector import keep_out, uncollected
from tui.errors import Cancelled
from tui.screens.asked import EditAsked
from tui.screens.base import Session, Way
from tui.screens.bindings import bindings_of
from tui.screens.lists import ListScreen
from tui.screens.missing import Missing
from tui.screens.why import WhyScreen
from tui.screens.writing import Writing
from tui.view.actions import FLAGS, Situation, key_name
from tui.view.flags import FlagsState, Listed, item, item_lines, listed, nothing, tabs
from tui.view.landing import landed
from tui.view.marks import Spot, spot_for
from tui.view.memory import Place
from tui.view.situations import situated
from tui.view.spans import Line, Span
from tui.view.state import TimelineState
from tui.view.windows import Window

_PARTS = 5
"""Parts of a place in the lists."""
_LARGE = 5000
"""Fields without a discrepancy from which on their list is kept out of the collector's rounds; so few rings as stand meanwhile are
never given back."""
_AT_ONCE = 500
"""Discrepancies let go of in a step."""


def _named(flag: Flag) -> Place:
    """What tells a discrepancy from all others."""
    return flag.event, flag.field or "", flag.kind


def _place_of(here: Place, flags: Listed) -> int | None:
    """Where it is among those of its kind, or among all; a list has tens of thousands."""
    if len(here) != _PARTS:
        return None
    among = flags.only(here[4] if here[4] in flags.of_kind else None)
    return next((n for n, flag in enumerate(among) if flag.event == here[0] and _named(flag) == here[:3]), None)


async def _let_go(gone: list[Listed]) -> None:
    """A little at a time, as nobody else has them: to free tens of thousands takes a tenth of a second."""
    rest = [flag for each in gone for flag in each.every]
    gone.clear()
    while rest:
        await sleep(0)
        del rest[-_AT_ONCE:]


class DiscrepanciesScreen(Writing, Missing, ListScreen):
    """Strongest first; Enter goes there."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(FLAGS)
    VIEW = FLAGS
    PLACE = "discrepancies"
    LEAST = (36, 8)

    state: var[FlagsState] = var(FlagsState, init=False)

    def __init__(self, session: Session, timeline: TimelineState, place: Place = ()) -> None:
        super().__init__(session, timeline, place)
        if len(place) == _PARTS:
            self.set_reactive(DiscrepanciesScreen.state, FlagsState(checked=bool(place[3]), kind=place[4] or None))
        self._lists: dict[bool, Listed] = {}

    def on_mount(self) -> None:
        """Read the list in view."""
        self._read()

    def _read(self) -> None:
        self._read_list(self.state.checked, self.place())

    # Without a description Textual spells one out of the arguments.
    @work(thread=True, description="reads discrepancies")
    def _read_list(self, checked: bool, here: Place) -> None:
        """A list from the store; a large one takes longer than a frame, and what is agreed is judged again for its reason."""
        keep, worker = self._timeline.keep, get_current_worker()

        def awaited() -> None:
            if worker.is_cancelled:
                raise Cancelled("the view was left")

        # What is made has no rings; the next round would look through all of it in the thread that hears keys.
        with uncollected():
            try:
                flags = self.store.telling(awaited).agreements(keep) if checked else self.store.flags(keep)
            except Cancelled:
                return
            made = listed(flags)
            if checked and len(flags) > _LARGE:
                keep_out()
        self.app.call_from_thread(self._fill, checked, made, here, _place_of(here, made))

    def _fill(self, checked: bool, flags: Listed, asked: Place, there: int | None) -> None:
        """The list, and where in it the discrepancy is that was selected when it was asked for."""
        here, before = self.place(), self._lists.get(checked)
        self._lists[checked] = flags
        if before is not None:
            self.call_later(_let_go, [before])
        if checked == self.state.checked and self.stands:
            self._show()
            # On the same discrepancy, where it still is one.
            there = there if here == asked else _place_of(here, flags)
            self.rows = self.rows.moved(0 if there is None else there - self.rows.cursor)
            self.counted()

    async def on_unmount(self) -> None:
        """Let go of the lists, see `Canvas.on_unmount`."""
        gone, self._lists = list(self._lists.values()), {}
        await _let_go(gone)

    def counting(self) -> bool:
        """Whether the list in view is still being read."""
        return self.state.checked not in self._lists

    def renewed(self, session: Session, state: TimelineState) -> None:
        """The list in view is read again, and stands until then; the other when it is asked for."""
        self.session, self._timeline = session, state
        gone = self._lists.pop(not self.state.checked, None)
        if gone is not None:
            self.call_later(_let_go, [gone])
        self._read()

    def _show(self) -> None:
        kinds = tuple(self._list.of_kind)
        if self.state.kind not in kinds:
            self.state = replace(self.state, kind=None)
        self.state = self.state.filled(len(self.flags()), kinds)
        self.set_reactive(DiscrepanciesScreen.rows, self.rows.recounted(len(self.flags())))
        self.draw()

    def flags(self) -> tuple[Flag, ...]:
        """The list in view, of the kind chosen."""
        return self._list.only(self.state.kind)

    @property
    def _list(self) -> Listed:
        return self._lists.get(self.state.checked, Listed())

    def situation(self) -> Situation:
        """What decides which actions can be done now."""
        return situated(FLAGS, self._timeline, self.scene, rows=self.rows.count)

    def place(self) -> Place:
        """The selected one: event, field, kind; the list; the kind listed alone. Nothing before there is one."""
        chosen, state = self.chosen(), self.state
        if chosen is None:
            return self._place
        return (*_named(chosen), "checked" if state.checked else "", state.kind or "")

    def way(self) -> Way | None:
        """On the same discrepancy of the same list."""
        place = self.place()

        def again(session: Session, timeline: TimelineState) -> DiscrepanciesScreen:
            return DiscrepanciesScreen(session, timeline, place)

        there = self.gone_to(self._there, self._timeline)
        if there is None:
            return None
        return Way(view=FLAGS, again=again, before=self._timeline.keep, after=there.keep, onward=self.onward)

    def chosen(self) -> Flag | None:
        """The selected one."""
        flags = self.flags()
        return flags[self.rows.cursor] if self.rows.cursor < len(flags) else None

    # -- drawing

    def head(self, width: int) -> Line:
        """The two tabs."""
        counts = tuple(len(self._lists[checked].every) if checked in self._lists else None for checked in (False, True))
        key = "".join(map(key_name, self.scene.keymap.of("region", FLAGS).keys[:1]))
        return tabs(self.state, (counts[0], counts[1]), width, shown=len(self.flags()), key=key)

    def item_lines(self, width: int) -> int:
        """What it is, and the reason."""
        return item_lines(width - 1)

    def items(self, start: int, count: int, width: int) -> list[tuple[Line, ...]]:
        """Those in view."""
        shown, marked = self.flags()[start : start + count], self._timeline.marked
        return [item(flag, self.scene, width - 1, marked=flag.event in marked) for flag in shown]

    def empty(self) -> tuple[Line, ...]:
        """Nothing, or not yet."""
        if self.state.checked not in self._lists:
            return ((), (Span("   reading …", "dim"),))
        if self._timeline.rows.empty:
            return self.nothing()
        return nothing(self.state, filtered=not self._timeline.keep.is_empty)

    def draw_soon(self) -> None:
        """At once."""
        self.draw()

    # -- doing

    def do_discrepancies(self) -> None:
        """One is there."""

    def do_region(self) -> None:
        """The other list."""
        self.state = self.state.turned()
        self.rows = Window(page=self.rows.page)
        if self.state.checked in self._lists:
            self._show()
        else:
            self._read()
            self.draw()

    do_region_back = do_region

    def do_kind(self) -> None:
        """One kind only, then the next."""
        self.state = self.state.next_kind()
        self.set_reactive(DiscrepanciesScreen.rows, Window(page=self.rows.page, count=len(self.flags())))
        self.draw()

    def do_next_event(self) -> None:
        """The next one of another event."""
        self._go(1, "of another event", lambda flag, here: flag.event != here.event)

    def do_previous_event(self) -> None:
        """The one before of another event."""
        self._go(-1, "of another event", lambda flag, here: flag.event != here.event)

    def do_next_flag(self) -> None:
        """The next one that is open."""
        self._go(1, "that is open", lambda flag, _: flag.open)

    def do_previous_flag(self) -> None:
        """The one before that is open."""
        self._go(-1, "that is open", lambda flag, _: flag.open)

    def do_same_flag(self) -> None:
        """The next open one of the same kind."""
        self._go(1, "of this kind that is open", lambda flag, here: flag.open and flag.kind == here.kind)

    def do_same_flag_back(self) -> None:
        """The open one of the same kind before."""
        self._go(-1, "of this kind that is open", lambda flag, here: flag.open and flag.kind == here.kind)

    def _go(self, by: int, told: str, wanted: Callable[[Flag, Flag], bool]) -> None:
        """To the nearest wanted one on that side of the selected one."""
        flags, here = self.flags(), self.chosen()
        places = range(self.rows.cursor + by, len(flags) if by > 0 else -1, by)
        found = next((place for place in places if here is not None and wanted(flags[place], here)), None)
        if found is None:
            self.say(f"there is none {told} {'further down' if by > 0 else 'further up'}")
        else:
            self.rows = self.rows.to(found)

    def do_mark(self) -> None:
        """Mark its event, or take the mark away."""
        chosen = self.chosen()
        if chosen is not None:
            self._timeline = self._timeline.marking(chosen.event)
            self.draw()

    def _landed(self) -> TimelineState | None:
        chosen = self.chosen()
        row = self.session.event(chosen.event, self._timeline.keep) if chosen is not None else None
        if chosen is None or row is None:
            return None
        return landed(self._timeline, row, self.scene, field=chosen.field, kind=chosen.kind, place=chosen.position)

    def do_open(self) -> None:
        """To the event and the field."""
        self._there = self._landed()
        if self._there is None:
            self.say("this concerns no single event")
        else:
            self.do_back()

    def do_compare(self) -> None:
        """To the event, compared."""
        self._there = self._landed()
        super().do_compare()

    def do_origins(self) -> None:
        """To the event, and who repeats whom there."""
        self._there = self._landed()
        super().do_origins()

    def pointed(self) -> tuple[EventRow | None, Spot | None]:
        """The event and the field or finding that is selected."""
        chosen, landed = self.chosen(), self._landed()
        row = self.session.event(chosen.event, self._timeline.keep) if chosen is not None else None
        return row, spot_for(row, landed.spot) if row is not None and landed is not None else None

    def do_why(self) -> None:
        """The reasons, here."""
        row, spot = self.pointed()
        if row is not None and spot is not None:
            self.app.push_screen(WhyScreen(self.scene, row, spot))

    def do_edit(self) -> None:
        """Open the file of the event's first report."""
        chosen = self.chosen()
        row = self.session.event(chosen.event, self._timeline.keep) if chosen is not None else None
        if row is not None and row.reports:
            report = row.reports[0]
            self.post_message(EditAsked(report.position.file, report.line_of((chosen.field if chosen else None) or "")))
