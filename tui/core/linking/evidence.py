"""How two accounts lie to each other, field by field: one number each, or none where one of them does not say.

What a number is worth stands in `weights`; nothing is weighed here.
"""

from __future__ import annotations

from math import asin, dist, fsum
from typing import NamedTuple

from tui.core.linking.accounts import DOES, SUFFERS, Account
from tui.core.linking.corpora import Corpus, Profile
from tui.core.linking.crowds import SHARPEST_KM
from tui.core.places import EARTH_RADIUS_KM

FARTHEST_AHEAD = 14.0
"""Bits beyond which it does not matter how much likelier a record is than the next one of its data set."""
UNEQUAL = 4.0
"""Bits taken off for a figure that two accounts give otherwise."""
ALIKE = 1000
"""Steps between wordings that have nothing and all in common: what is measured takes few values, and its weight is looked up."""
SHORT = 20
"""Words of a text so short that it cannot be expected to use those of another."""
LEAST_ALIKE = 0.1
"""How alike a short text must be to another for its wording to tell anything."""
NO_DAY = -1.0
"""Measured of days named where no day is named by both."""
NEAR = 32
"""Steps of a bit by which a nearness is told."""
Measures = tuple[float | None, ...]
"""One per row of `EVIDENCE`; comparisons add those of `OTHERS`."""


class Evidence(NamedTuple):
    """One kind of evidence."""

    key: str
    """Its row in the table of weights."""
    field: str
    """What it is called where weights are shown."""


ROWS = (
    Evidence("when near", "when"),
    Evidence("when gap", "when"),
    Evidence("days named", "when"),
    Evidence("published", "published"),
    Evidence("lag", "published"),
    Evidence("actors", "who"),
    Evidence("roles", "who"),
    Evidence("places", "where"),
    Evidence("distance", "where"),
    Evidence("where near", "where"),
    Evidence("figures", "figures"),
    Evidence("ages", "figures.age"),
    Evidence("tags", "tags"),
    Evidence("traits", "tags"),
    Evidence("acts", "what"),
    Evidence("headline", "title"),
    Evidence("prose", "text"),
    Evidence("rare words", "text"),
    Evidence("word pairs", "text"),
    Evidence("aftermath", "what"),
    Evidence("outlet", "source"),
)
"""In the order in which weights are shown."""
PROSE, BRIEF, CODED = "", "brief ", "coded "
"""Three kinds of pairs, weighed by rows of their own, which bear these words before their names. What two reports of a few words say of
time and place was coded by hand and is the event's; a long text also tells of other places and of what came after. Between records
of two data sets time, place and traits are nearly all there is and tell one thing each; in prose they tell the same once more.
"""
EVIDENCE = tuple(Evidence(f"{kind}{row.key}", row.field) for kind in (PROSE, BRIEF, CODED) for row in ROWS)
_NONE: Measures = (None,) * len(ROWS)
_BRIEF = slice(len(ROWS), 2 * len(ROWS))
BEST = Evidence("best", "others")
"""Bits by which the better of the two finds another account likelier; measured once all others are."""
RIVAL = Evidence("rival", "others")
"""Bits by which a record is likelier than the next of its data set, between two data sets; then `BEST` is not asked."""
OTHERS = (BEST, Evidence(f"{BRIEF}{BEST.key}", BEST.field), RIVAL)
"""What comparisons add, in this order; of two brief reports the best in a row of its own."""


def are_brief(measures: Measures) -> bool:
    """Whether what was measured lies between two brief reports."""
    return measures[_BRIEF] != _NONE


def measured(corpus: Corpus, a: Profile, b: Profile) -> Measures:
    """What lies between two accounts, but for what lies between them and others."""
    one, other = a.account, b.account
    near, gap = _when(corpus, a, b)
    apart, around = _where(corpus, a, b)
    records = one.dataset and other.dataset and one.source != other.source
    brief = not records and len(a.terms) < SHORT and len(b.terms) < SHORT
    told, long = bool(one.tags and other.tags), not (brief or records)
    rows = (
        near,
        gap,
        _days_named(a, b) if a.days and b.days and not records else None,
        None if brief and near is not None else _published(one, other),
        _lag(one, other),
        _actors(corpus, a, b) if a.actors and b.actors else None,
        _roles(one.roles, other.roles) if one.roles and other.roles else None,
        max([corpus.bits(f"#{place}") for place in a.places & b.places], default=0.0)
        if a.places and b.places
        else None,
        apart,
        around,
        _figures(a, b),
        _ages(a.ages, b.ages) if a.ages and b.ages else None,
        _share(one.tags, other.tags) if told and not records else None,
        _traits(corpus, one.tags, other.tags) if told and records else None,
        _acts(corpus, a, b) if a.acts and b.acts else None,
        _headlines(corpus, a, b) if a.headline and b.headline else None,
        *_wording(a, b),
        float(len(a.pairs & b.pairs)) if long else None,
        float(max(len(a.after), len(b.after))) if long else None,
        _outlet(one, other),
    )
    return (*rows, *_NONE, *_NONE) if long else (*_NONE, *_NONE, *rows) if records else (*_NONE, *rows, *_NONE)


def _when(corpus: Corpus, a: Profile, b: Profile) -> tuple[float | None, float | None]:
    """Bits of two times being so near: few where much happened in those days, or where the times are vague. And the days
    between two times that do not meet.
    """
    left, right, here, there = a.account.when, b.account.when, a.then, b.then
    if left is None or right is None or here is None or there is None:
        return None, None
    gap = max(left.start - right.end, right.start - left.end)
    extent = max(0.0, gap) + (left.end - left.start) + (right.end - right.start)
    bits = corpus.unlikely(max(here.expected(extent), there.expected(extent)), corpus.calendar.count)
    return round(bits * NEAR) / NEAR, None if left.start < right.end and right.start < left.end else gap


def _days_named(a: Profile, b: Profile) -> float:
    """How many days before the later publication the first day lies that both name; `NO_DAY` where there is none. What was printed
    in one week names days of that week, whatever it tells of.
    """
    both = a.days & b.days
    if not both:
        return NO_DAY
    out = [account.published.start for account in (a.account, b.account) if account.published]
    return max(0.0, max(out) - min(both)) if out else 0.0


def _published(one: Account, other: Account) -> float | None:
    """Days between two publications."""
    if one.published is None or other.published is None or one.source == other.source:
        return None
    return abs(one.published.start - other.published.start)


def _lag(one: Account, other: Account) -> float | None:
    """Days from the event, as an account that is no publication dates it (a coded record), to the publication of the other."""
    if one.published is None and one.when is not None and other.published is not None:
        return other.published.start - one.when.start
    if other.published is None and other.when is not None and one.published is not None:
        return one.published.start - other.when.start
    return None


def _actors(corpus: Corpus, a: Profile, b: Profile) -> float:
    """Bits of the names both give; a last word alone counts half."""
    return fsum([corpus.bits(f"@{name}") / (2 if name[0] == "|" else 1) for name in a.actors & b.actors])


def _roles(left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]]) -> float:
    """How many actors have one part in both, less those that do in one what they suffer in the other."""
    turned = {(SUFFERS if part == DOES else DOES, actor) for part, actor in left - right if part in {DOES, SUFFERS}}
    return float(len(left & right) - len(turned & (right - left)))


def _where(corpus: Corpus, a: Profile, b: Profile) -> tuple[float | None, float | None]:
    """Kilometres from edge to edge between the nearest two points. And bits of the first two being so near: few where much
    happened around there, or where the places are vague.
    """
    here, there = a.there, b.there
    if here is None or there is None:
        return None, None
    pairs = [(_km(dist(p, q)), wide + also) for p, wide in a.spots for q, also in b.spots]
    km = max(SHARPEST_KM, pairs[0][0] + pairs[0][1])
    bits = corpus.unlikely(max(here.expected(km * km), there.expected(km * km)), corpus.map.count)
    return max(0.0, min([apart - wide for apart, wide in pairs])), round(bits * NEAR) / NEAR


def _figures(a: Profile, b: Profile) -> float | None:
    """Bits of the figures that are equal, rare ones counting more, less `UNEQUAL` for each that cannot both be true."""
    total, met = 0.0, False
    for key, (other, bits) in b.figures.items():
        if key in a.figures:
            mine, met = a.figures[key][0], True
            if mine == other:
                total += bits
            elif mine.low <= other.high and other.low <= mine.high:
                total += 1.0
            else:
                total -= UNEQUAL
    return total if met else None


def _ages(left: frozenset[int], right: frozenset[int]) -> float:
    """Ages that both give, less the ages of the shorter list that the other lacks."""
    return float(2 * len(left & right) - min(len(left), len(right)))


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    """Share of the tags of the two that both have."""
    both = len(left & right)
    return both / (len(left) + len(right) - both)


def _traits(corpus: Corpus, left: frozenset[str], right: frozenset[str]) -> float:
    """Bits of the tags both have, rare ones counting more, less `UNEQUAL` for each that the one with fewer has alone."""
    both = left & right
    return fsum([corpus.bits(f"%{tag}") for tag in both]) - UNEQUAL * (min(len(left), len(right)) - len(both))


def _acts(corpus: Corpus, a: Profile, b: Profile) -> float | None:
    """Bits of the rarest kind of act that both tell of; two headlines are compared word by word instead."""
    if a.headline and b.headline:
        return None
    return max([corpus.bits(f"!{act}") for act in a.acts & b.acts], default=0.0)


def _headlines(corpus: Corpus, a: Profile, b: Profile) -> float:
    """Bits of the words both headlines have."""
    return fsum([corpus.bits(word) for word in a.headline & b.headline])


def _wording(a: Profile, b: Profile) -> tuple[float | None, float | None]:
    """Cosine of the words, rarer ones counting more, the outlets' furniture removed. And how many rare words both use. What
    a few words do not have in common tells nothing.
    """
    left, right = a.terms, b.terms
    if not left or not right:
        return None, None
    alike = round(fsum([left[word] * right[word] for word in a.words & b.words]) * ALIKE) / ALIKE
    rare = float(len(a.rare & b.rare))
    if len(left) < SHORT or len(right) < SHORT:
        return (alike if alike >= LEAST_ALIKE else None), (rare or None)
    return alike, rare


def _outlet(one: Account, other: Account) -> float | None:
    """0 two outlets, 1 one outlet, 2 one publication, which seldom tells one event in two reports."""
    if one.source == other.source:
        return None if one.dataset or other.dataset else 2.0
    if not one.outlet or not other.outlet:
        return None
    return 1.0 if one.outlet == other.outlet else 0.0


def _km(chord: float) -> float:
    """Kilometres over the ground, from the straight way through a globe of radius one."""
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, chord / 2))
