"""How two accounts lie to each other, field by field: one number each, or none where one of them does not say.

What a number is worth stands in `weights`; nothing is weighed here.
"""

from __future__ import annotations

from collections.abc import Callable
from math import asin, cos, fsum, radians, sin, sqrt
from typing import NamedTuple

from tui.core.linking.accounts import Point
from tui.core.linking.corpora import Corpus, Profile
from tui.core.places import EARTH_RADIUS_KM

UNEQUAL = 4.0
"""Bits taken off for a figure that two accounts give otherwise."""
Measure = Callable[[Corpus, Profile, Profile], float | None]


def when_near(corpus: Corpus, a: Profile, b: Profile) -> float | None:
    """Bits of two times being so near: few where much happened in those days, or where the times are vague."""
    left, right = a.account.when, b.account.when
    if left is None or right is None:
        return None
    apart = max(0.0, left.start - right.end, right.start - left.end)
    days = apart + (left.end - left.start) + (right.end - right.start)
    crowd = max(corpus.calendar.expected(left, days), corpus.calendar.expected(right, days))
    return corpus.unlikely(crowd, corpus.calendar.count)


def gap(_: Corpus, a: Profile, b: Profile) -> float | None:
    """Days between two times that do not meet."""
    left, right = a.account.when, b.account.when
    if left is None or right is None or (left.start < right.end and right.start < left.end):
        return None
    return max(left.start - right.end, right.start - left.end)


def published(_: Corpus, a: Profile, b: Profile) -> float | None:
    """Days between two publications."""
    left, right = a.account.published, b.account.published
    if left is None or right is None or a.account.source == b.account.source:
        return None
    return abs(left.start - right.start)


def lag(_: Corpus, a: Profile, b: Profile) -> float | None:
    """Days from the event, as an account that is no publication dates it (a coded record), to the publication of the other."""
    for one, other in ((a.account, b.account), (b.account, a.account)):
        if one.published is None and one.when is not None and other.published is not None:
            return other.published.start - one.when.start
    return None


def days(_: Corpus, a: Profile, b: Profile) -> float | None:
    """How many of the days that both name are the same."""
    return float(len(a.days & b.days)) if a.days and b.days else None


def actors(corpus: Corpus, a: Profile, b: Profile) -> float | None:
    """Bits of the names both give; a last word alone counts half."""
    if not a.actors or not b.actors:
        return None
    return fsum([corpus.bits(f"@{name}") / (2 if name[0] == "|" else 1) for name in a.actors & b.actors])


def places(corpus: Corpus, a: Profile, b: Profile) -> float | None:
    """Bits of the rarest place both name."""
    if not a.places or not b.places:
        return None
    return max([corpus.bits(f"#{place}") for place in a.places & b.places], default=0.0)


def distance(_: Corpus, a: Profile, b: Profile) -> float | None:
    """Kilometres from edge to edge between the nearest two points."""
    if not a.account.points or not b.account.points:
        return None
    return min([max(0.0, _km(p, q) - p.radius_km - q.radius_km) for p in a.account.points for q in b.account.points])


def where_near(corpus: Corpus, a: Profile, b: Profile) -> float | None:
    """Bits of two points being so near: few where much happened around there, or where the places are vague."""
    if not a.account.points or not b.account.points:
        return None
    p, q = a.account.points[0], b.account.points[0]
    km = _km(p, q) + p.radius_km + q.radius_km
    crowd = max(corpus.map.expected(p, km), corpus.map.expected(q, km))
    return corpus.unlikely(crowd, corpus.map.count)


def ages(_: Corpus, a: Profile, b: Profile) -> float | None:
    """Ages that both give, less the ages of the shorter list that the other lacks."""
    if not a.ages or not b.ages:
        return None
    return float(2 * len(a.ages & b.ages) - min(len(a.ages), len(b.ages)))


def figures(corpus: Corpus, a: Profile, b: Profile) -> float | None:
    """Bits of the figures that are equal, rare ones counting more, less `UNEQUAL` for each that cannot both be true."""
    if not a.account.figures or not b.account.figures:
        return None
    known = {figure.key: figure for figure in a.account.figures}
    total, met = 0.0, False
    for other in b.account.figures:
        mine = known.get(other.key)
        if mine is None:
            continue
        met = True
        if mine == other:
            total += corpus.bits(f"^{other.key}={other.low:g}") if other.low == other.high else 1.0
        elif mine.low <= other.high and other.low <= mine.high:
            total += 1.0
        else:
            total -= UNEQUAL
    return total if met else None


def tags(_: Corpus, a: Profile, b: Profile) -> float | None:
    """Share of the tags of the two that both have."""
    left, right = a.account.tags, b.account.tags
    return len(left & right) / len(left | right) if left and right else None


def prose(_: Corpus, a: Profile, b: Profile) -> float | None:
    """Cosine of the words, rarer ones counting more, the outlets' furniture removed."""
    left, right = a.terms, b.terms
    if not left or not right:
        return None
    return fsum([weight * right[word] for word, weight in left.items() if word in right])


def headlines(corpus: Corpus, a: Profile, b: Profile) -> float | None:
    """Bits of the words both headlines have."""
    if not a.headline or not b.headline:
        return None
    return fsum([corpus.bits(word) for word in a.headline & b.headline])


def rare_words(_: Corpus, a: Profile, b: Profile) -> float | None:
    """How many rare words both use."""
    if not a.terms or not b.terms:
        return None
    return float(len(a.rare & b.rare))


def outlet(_: Corpus, a: Profile, b: Profile) -> float | None:
    """0 two outlets, 1 one outlet, 2 one publication, which seldom tells one event in two reports."""
    if a.account.source == b.account.source:
        return None if a.account.dataset or b.account.dataset else 2.0
    if not a.account.outlet or not b.account.outlet:
        return None
    return 1.0 if a.account.outlet == b.account.outlet else 0.0


class Evidence(NamedTuple):
    """One kind of evidence."""

    key: str
    """Its row in the table of weights."""
    field: str
    """What it is called where weights are shown."""
    measure: Measure


EVIDENCE = (
    Evidence("when near", "when", when_near),
    Evidence("when gap", "when", gap),
    Evidence("days named", "when", days),
    Evidence("published", "published", published),
    Evidence("lag", "published", lag),
    Evidence("actors", "who", actors),
    Evidence("places", "where", places),
    Evidence("distance", "where", distance),
    Evidence("where near", "where", where_near),
    Evidence("figures", "figures", figures),
    Evidence("ages", "figures.age", ages),
    Evidence("tags", "tags", tags),
    Evidence("headline", "title", headlines),
    Evidence("prose", "text", prose),
    Evidence("rare words", "text", rare_words),
    Evidence("outlet", "source", outlet),
)
"""In the order in which weights are shown."""
BEST = Evidence("best", "others", lambda *_: None)
"""Bits by which the better of the two finds another account likelier; measured once all others are."""


def _km(a: Point, b: Point) -> float:
    p, q = radians(a.lat), radians(b.lat)
    half = sin((q - p) / 2) ** 2 + cos(p) * cos(q) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))
