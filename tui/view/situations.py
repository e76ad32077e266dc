"""What decides which actions can be done, told of a view and of the timeline it stands over."""

from __future__ import annotations

from tui.view.actions import Situation
from tui.view.scene import Scene
from tui.view.state import TimelineState


def situated(
    view: str, timeline: TimelineState, scene: Scene, *, rows: int, readings: int = 0, back: str = ""
) -> Situation:
    """`rows`: in the list in view. `readings`: of the selected field. `back`: the view that `q` leads to from the timeline."""
    return Situation(
        view=view, rows=rows, events=timeline.rows.count, filtered=not timeline.keep.is_empty, held=not timeline.held.is_empty,
        search=timeline.search, sources=len(scene.sources), picks=len(timeline.picks), marked=len(timeline.marked),
        problems=scene.summary.problems + scene.summary.notes, readings=readings, back=back,
    )  # fmt: skip
