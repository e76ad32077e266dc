"""How a person has arranged the panes: which are put away, in which order they stand, which are wider than others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.core.values import dataclass
from tui.view.panes import Pane

STEP = 1.25
"""How much wider a pane gets at a time."""
MOST_STEPS = 6
MOST_CELLS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Keys of panes; those of sources and of publishers side by side. Keys of panes that are no more mean nothing."""

    hidden: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    """Those that were moved and what stood around them, as they stand."""
    steps: tuple[tuple[str, int], ...] = ()
    """How many steps a pane is wider than usual; negative is narrower."""
    gutter: int = 0
    """How many cells the column of times is wider than usual; negative is narrower."""

    def applied(self, panes: tuple[Pane, ...]) -> tuple[Pane, ...]:
        """The panes that are not put away, in this order; all of them where all are put away."""
        kept = tuple(pane for pane in panes if pane.key not in self.hidden) or panes
        if not self.order:
            return kept
        place = {key: number for number, key in enumerate(self.order)}
        return tuple(sorted(kept, key=lambda pane: place.get(pane.key, len(place))))

    def hiding(self, key: str) -> Arrangement:
        """With that pane put away."""
        return replace(self, hidden=(*self.hidden, key))

    def showing(self, panes: Sequence[Pane]) -> Arrangement:
        """With none of these panes put away."""
        keys = {pane.key for pane in panes}
        return replace(self, hidden=tuple(key for key in self.hidden if key not in keys))

    def moved(self, shown: Sequence[Pane], pane: int, by: int) -> Arrangement:
        """With the pane of that index among those shown so many places further on."""
        keys = [each.key for each in shown]
        keys.insert(max(0, min(pane + by, len(keys) - 1)), keys.pop(pane))
        return replace(self, order=tuple(dict.fromkeys((*keys, *self.order))))

    def widened(self, key: str, by: int) -> Arrangement:
        """With that pane so many steps wider."""
        steps = dict(self.steps)
        steps[key] = max(-MOST_STEPS, min(steps.get(key, 0) + by, MOST_STEPS))
        return replace(self, steps=tuple(sorted(pair for pair in steps.items() if pair[1])))

    def with_gutter(self, by: int) -> Arrangement:
        """With the column of times so many cells wider than usual."""
        return replace(self, gutter=max(-MOST_CELLS, min(by, MOST_CELLS)))

    def weights(self, panes: Sequence[Pane]) -> tuple[float, ...]:
        """The share of each pane in the width; empty where all have the same."""
        steps = dict(self.steps)
        return tuple(STEP ** steps.get(pane.key, 0) for pane in panes) if steps else ()


AS_IT_COMES = Arrangement()
