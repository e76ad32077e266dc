"""What view 7 stands on: a dossier whose reports were compared, and what is judged of a pair that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from tui.core.linking.accepting import brought_together
from tui.core.linking.links import Weight
from tui.core.linking.previews import Opening, Preview, opening, preview
from tui.core.linking.reviews import Review
from tui.core.model import Dossier, Report
from tui.core.progress import Step, Watch, unwatched
from tui.core.values import dataclass
from tui.screens.comparing import review_apart


@dataclass(frozen=True, slots=True)
class Found:
    """The dossier and the pairs that were found in it."""

    dossier: Dossier
    review: Review
    reports: Mapping[str, Report]
    """By their ids."""


def found_in(dossier: Dossier, watch: Watch = unwatched) -> Found:
    """Compare the reports of a dossier. Raises `Cancelled` where the watch does."""
    return Found(dossier, review_apart(dossier, watch), {report.id: report for report in dossier.reports})


class Judged(NamedTuple):
    """A pair that was looked at."""

    weights: tuple[Weight, ...]
    same: Preview
    left_open: Opening


def judged(found: Found, place: int) -> tuple[tuple[str, str], Judged]:
    """A pair by its place among all, and what is judged of it."""
    link = found.review.explained(place)
    both = (link.a, link.b)
    same = preview(found.dossier, brought_together(found.review, both))
    return both, Judged(link.weights, same, opening(found.dossier, both))


class Comparer(Protocol):
    """Who has the dossier compared, once, however many ask."""

    def compare(self, then: Callable[[Found], None]) -> None:
        """`then` hears what was found."""

    def how_far(self) -> tuple[Step | None, float]:
        """The last word of the comparison, and seconds since it began."""

    def end_comparing(self) -> None:
        """Leave it where it stands."""
