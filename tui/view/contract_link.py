"""The JSON object of `rashomon link`. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.core.linking.links import Link
from tui.view.contract import JsonObject


def links_object(links: Iterable[Link], clusters: Sequence[Sequence[str]]) -> JsonObject:
    """Proposed identities, likeliest first, and all reports by what would stand together."""
    return {"links": [link_object(link) for link in links], "clusters": [list(cluster) for cluster in clusters]}


def link_object(link: Link) -> JsonObject:
    """One pair; the weights sum to the score."""
    return {
        "a": link.a,
        "b": link.b,
        "score": link.score,
        "probability": round(link.probability, 4),
        "weights": [
            {"field": weight.field, "weight": weight.weight, "reason": weight.reason} for weight in link.weights
        ],
    }
