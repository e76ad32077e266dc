"""Where one stands after going to a discrepancy: its event, its field, a pane that speaks of it."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.view.marks import spot_for, spot_of_flag
from tui.view.panes import telling
from tui.view.scene import Scene
from tui.view.state import TimelineState


def landed(
    state: TimelineState, row: EventRow, scene: Scene, *, field: str | None, kind: str, place: int
) -> TimelineState:
    """The state on a flag of the event, which stands at that place under the state's filter."""
    key = spot_of_flag(row, field, kind)
    spot = spot_for(row, key)
    if spot is not None:
        state = state.on_pane(telling(scene.shown_panes(grouped=state.grouped), state.pane, row, spot.reports))
    return state.landed(place, key)
