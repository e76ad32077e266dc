"""Which panes stand where: how many there is room for, how wide each is, which one a column of the screen belongs to."""

from __future__ import annotations

from collections import Counter

from tui.core.answers import EventRow
from tui.core.values import dataclass
from tui.view.panes import Pane
from tui.view.same import Same, remembered
from tui.view.scene import NARROW
from tui.view.state import TimelineState

TABS = 9
"""Panes that are at hand on a narrow screen, which draws one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the panes stand. Widths are cells."""

    width: int
    gutter: int
    offered: tuple[int, ...]
    """Indices of the panes that could be shown now."""
    shown: tuple[int, ...]
    widths: tuple[int, ...]
    narrow: bool
    selected: int | None = None
    """Index of the selected pane; where it is not drawn, of the one that stands in its place."""

    def pane_at(self, x: int) -> int | None:
        """Index of the pane drawn at that column; None over the gutter."""
        left = self.gutter
        for pane, size in zip(self.shown, self.widths, strict=True):
            left += size + 1
            if self.gutter <= x < left:
                return pane
        return None

    def wall_at(self, x: int) -> int | None:
        """Index of the pane to the left of the wall in that column, or beside it; None where no wall is, or that of the gutter."""
        left = self.gutter
        for pane, size in zip(self.shown[:-1], self.widths, strict=False):
            left += size + 1
            if abs(x - left) <= 1:
                return pane
        return None

    def is_edge(self, x: int) -> bool:
        """Whether the wall between the gutter and the first pane is in that column, or beside it."""
        return abs(x - self.gutter) <= 1

    def slot_of(self, pane: int, otherwise: int) -> int:
        """Place at which the pane is drawn, or would come into sight at the edge; `otherwise` where it is not on offer."""
        if pane in self.shown:
            return self.shown.index(pane)
        if pane not in self.offered or not self.shown:
            return otherwise
        return 0 if pane < self.shown[0] else len(self.shown) - 1


def gutter_size(width: int) -> int:
    """Cells for the *when* column on a screen of that width."""
    if width >= 150:
        return 28
    if width >= NARROW:
        return 24
    return 22 if width >= 64 else 16


def room_for(width: int) -> int:
    """How many panes fit beside the gutter."""
    if width < NARROW:
        return 1
    least = 22 if width < 150 else 27
    return max(1, (width - gutter_size(width)) // (least + 1))


def offered(
    state: TimelineState,
    rows: tuple[EventRow, ...],
    panes: tuple[Pane, ...],
    width: int,
    before: tuple[int, ...] = (),
) -> tuple[int, ...]:
    """The panes that can be shown now: all where they fit, else those that report the selected event.

    Real archives have more panes than a screen has room for. Where few report the selected event, those that report the
    most of the events in view stand beside them; a pane that is silent from top to bottom tells nothing. `before`: what was drawn
    for the event before, whose panes keep their columns as far as they can.
    """
    every = tuple(range(len(panes)))
    if state.solo:
        return (state.pane,) if panes else ()
    if len(panes) <= room_for(width) or not rows:
        return every
    if width < NARROW and len(panes) <= TABS:
        return every
    here = state.rows.cursor - state.rows.top
    told = Counter(report.source for row in rows for report in row.reports)
    heard = set(state.picks) | ({report.source for report in rows[here].reports} if 0 <= here < len(rows) else set())
    standing = _standing(Same(panes))
    first = {i for source in heard for i in standing.get(source, ())}
    weight: Counter[int] = Counter()
    for source, reports in told.items():
        weight.update({i: reports for i in standing.get(source, ()) if i not in first})
    others = sorted(weight, key=lambda i: (-weight[i], i))
    fewest = max(room_for(width), TABS if width < NARROW else 0)
    if len(first) <= len(before) == fewest:
        return settled(before, tuple(first), tuple(others))
    return tuple(sorted((*first, *others[: max(0, fewest - len(first))]))) or every


def beyond(row: EventRow, plan: Layout, panes: tuple[Pane, ...]) -> tuple[int, ...]:
    """Indices of the panes that report the event and have no column."""
    if len(panes) <= len(plan.shown):
        return ()
    standing = _standing(Same(panes))
    found = {pane for source in row.verdict.sources for pane in standing.get(source, ())}.difference(plan.shown)
    # Only of a pane by reading a source may speak elsewhere.
    return tuple(sorted(i for i in found if panes[i].event != row.verdict.id or panes[i].reports(row)))


@remembered(8)
def _standing(panes: Same[tuple[Pane, ...]]) -> dict[str, tuple[int, ...]]:
    """Of each source the indices of the panes it stands in: there can be thousands, and few are heard of in sight."""
    found: dict[str, tuple[int, ...]] = {}
    for index, pane in enumerate(panes.value):
        for source in pane.sources:
            found[source.id] = (*found.get(source.id, ()), index)
    return found


def settled(before: tuple[int, ...], first: tuple[int, ...], others: tuple[int, ...]) -> tuple[int, ...]:
    """The panes drawn before, with all of `first` among them. Who comes takes the nearest column of one that may go: those that are
    neither of these nor of `others`, who speak elsewhere in view and come in that order, go first."""
    drawn = sorted(before)
    mute = {pane for pane in drawn if pane not in first and pane not in others}
    coming = [pane for pane in first if pane not in drawn]
    coming += [pane for pane in others if pane not in drawn][: max(0, len(mute) - len(coming))]
    for pane in coming:
        at = sum(each < pane for each in drawn)
        leaving = [each for each in drawn if each in mute] or [each for each in drawn if each not in first]
        gone = min(leaving, key=lambda each: abs(drawn.index(each) + (drawn.index(each) < at) - at))
        drawn = sorted((*(each for each in drawn if each != gone), pane))
    return tuple(pane for pane in drawn if pane not in mute)


def layout(
    state: TimelineState,
    panes: tuple[int, ...],
    width: int,
    weights: tuple[float, ...] = (),
    before: tuple[int, ...] = (),
    wider: int = 0,
) -> Layout:
    """Which of the panes on offer are drawn, and how wide; the selected one is among them where it is on offer.

    `weights`: of every pane there is, its share in the width; without them all have the same. `before`: as in `offered`.
    `wider`: cells that the gutter is wider than usual, as far as the panes keep the least they need.
    """
    room = min(room_for(width), len(panes)) or 1
    if width < NARROW or state.solo:
        shown = (state.pane,) if state.pane in panes else panes[:1]
    else:
        left = _first_drawn(state, panes, room, before)
        shown = panes[left : left + room]
    most = width - (_LEAST + 1) * max(1, len(shown))
    size = max(min(gutter_size(width), _LEAST_GUTTER), min(gutter_size(width) + wider, most))
    free = width - size - len(shown)
    widths = _widths(max(free, len(shown)), tuple(weights[pane] for pane in shown) if weights else (1.0,) * len(shown))
    selected = state.pane if state.pane in shown or not shown else shown[min(state.slot, len(shown) - 1)]
    return Layout(
        width=width, gutter=size, offered=panes, shown=shown, widths=widths, narrow=width < NARROW, selected=selected
    )


def _first_drawn(state: TimelineState, panes: tuple[int, ...], room: int, before: tuple[int, ...]) -> int:
    """Index among the panes on offer of the first drawn: where most stay in the column they stood in, and the selected one in sight."""
    usual, last = state.first_drawn(panes, room), len(panes) - room
    places = {pane: at for at, pane in enumerate(panes)}  # there can be thousands
    staying = {places[pane] - column: None for column, pane in enumerate(before) if pane in places}
    at = places.get(state.pane)
    able = [usual, *(left for left in staying if 0 <= left <= last and (at is None or left <= at < left + room))]
    return max(able, key=lambda left: _kept(panes[left : left + room], before))


def _kept(shown: tuple[int, ...], before: tuple[int, ...]) -> int:
    """How many panes stand in the column they stood in."""
    return sum(a == b for a, b in zip(shown, before, strict=False))


_LEAST = 8
_LEAST_GUTTER = 12


def _widths(free: int, weights: tuple[float, ...]) -> tuple[int, ...]:
    """So many cells shared out by weight, none with fewer than a few where there are enough."""
    least = min(_LEAST, free // max(1, len(weights)))
    spare, whole = free - least * len(weights), sum(weights)
    widths = [least + int(spare * weight / whole) for weight in weights]
    for index in range(free - sum(widths) if widths else 0):
        widths[index % len(widths)] += 1
    return tuple(widths)
