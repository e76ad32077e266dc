"""The reports that one without an event may belong with, likeliest first: in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.view.safety import safe
from tui.view.texts_link import percent

if TYPE_CHECKING:
    from tui.core.linking.reviews import Review

LEAST = 0.02
"""Less likely pairs are not put to an analyst."""
SHOWN = 3
"""Partners named of one report."""
NO_PARTNER = "no other report is likely to tell of the same event"


class Proposal(NamedTuple):
    """One report that another may tell of one event with."""

    report: str
    event: str | None
    """The event it stands in."""
    probability: float


def proposals_of(report_id: str, review: Review) -> tuple[Proposal, ...]:
    """The likeliest partners, best first; of one event only the likeliest."""
    found: dict[str, Proposal] = {}
    for link in review.proposals(report_id):
        other = link.b if link.a == report_id else link.a
        event = review.event_of(other)
        found.setdefault(event or f"/{other}", Proposal(other, event, link.probability))
    return tuple(found.values())[:SHOWN]


def words(proposed: Proposal) -> str:
    """In words: "97 % one event with dw/fallujah in fallujah"."""
    where = f" in {safe(proposed.event)}" if proposed.event else ""
    return f"{percent(proposed.probability)} one event with {safe(proposed.report)}{where}"
