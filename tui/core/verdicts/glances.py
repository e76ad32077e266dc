"""The cheap path, which most fields of most events take: what an index needs of a field that plainly is no discrepancy.

A glance answers only where it is sure to say what `fields.judge_field` would; everything else is left to that. Which words
and reasons belong to it is found out when somebody looks.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.core.judgements import Verdict
from tui.core.line import Extent, relate
from tui.core.verdicts.actors import same_speakers
from tui.core.verdicts.claims import Claim
from tui.core.verdicts.context import Context
from tui.core.verdicts.kinds import kind_of
from tui.core.verdicts.readings import spelled
from tui.core.verdicts.times import TimeValue


class Told(NamedTuple):
    """The event of which a field is judged."""

    event: str
    reporting: Sequence[str]
    """Ids of the sources that could have spoken of the field."""
    origin: Mapping[str, int]
    """For every report of the event, the number of the group that certainly has its origin."""
    corrected: frozenset[str] = frozenset()
    """Ids of the reports that a later report of their source replaces."""
    one_text: frozenset[str] = frozenset()
    """Ids of the reports whose text is certainly that of another."""


class Glance(NamedTuple):
    """A field that is no discrepancy, as briefly as an index needs it."""

    field: str
    verdict: Verdict
    """single, same, precision or compatible"""
    kind: str | None
    sources: tuple[str, ...]
    """Those that give it, each once; any two of them agree, but for speakers."""


def glance(field: str, claims: Sequence[Claim], told: Told, context: Context) -> Glance | None:
    """What `judge_field` would say of the field, where that needs no judging; else None."""
    if not uneventful(field, claims, told, context):
        return _apart(field, claims, told, context) if len(claims) > 1 else None
    first = claims[0]
    if len(claims) == 1:
        return Glance(field, Verdict.SINGLE, None, (first.source.id,))
    sources = tuple(dict.fromkeys([claim.source.id for claim in claims]))
    if len(sources) == 1:
        return Glance(field, Verdict.SINGLE, None, sources)
    if not first.value.understood:
        return None
    if len({told.origin[claim.report.id] for claim in claims}) == 1:
        return Glance(field, Verdict.SINGLE, None, sources)
    named = kind_of(field).named and len({claim.words for claim in claims}) > 1 and spelled(claims)
    return Glance(field, Verdict.SAME, "naming" if named else None, sources)


def uneventful(field: str, claims: Sequence[Claim], told: Told, context: Context) -> bool:
    """Whether all claims give one value, and nothing is denied, corrected or ruled on."""
    first = claims[0]
    if first.denied:
        return False
    if len(claims) > 1:
        key = first.value.key
        for claim in claims:
            if claim.denied or claim.value.key != key or claim.of_a_plan != first.of_a_plan:
                return False
    if context.rulings and (told.event, field) in context.rulings:
        return False
    return not told.corrected or all(claim.report.id not in told.corrected for claim in claims)


def _apart(field: str, claims: Sequence[Claim], told: Told, context: Context) -> Glance | None:
    """Several values, one for each source: times and figures that can all be true, speakers of whom no two are one."""
    sources = tuple([claim.source.id for claim in claims])
    if len(set(sources)) < len(sources) or (told.event, field) in context.rulings:
        return None
    for claim in claims:
        if claim.denied or claim.report.planned or claim.report.id in told.corrected:
            return None
    if field == "said_by":
        return _speakers(claims, sources)
    if not (field.startswith("figures.") or field in ("when", "until")):
        return None
    if context.rises(field) and len({told.origin[claim.report.id] for claim in claims}) < len(claims):
        return None
    extents: dict[Hashable, Extent] = {}
    for claim in claims:
        value = claim.value
        if value.extent is None or (isinstance(value, TimeValue) and value.end is not None):
            return None
        extents[value.key] = value.extent
    worst = _worst(tuple(extents.values()), hard_equal=field.startswith("figures."))
    return None if worst is None else Glance(field, worst, f"{kind_of(field).name}-{worst.value}", sources)


def _speakers(claims: Sequence[Claim], sources: tuple[str, ...]) -> Glance | None:
    """Who speaks is no claim about the event; but each of one value, or two that mean one speaker, want a closer look."""
    if len({claim.value.key for claim in claims}) < len(claims):
        return None
    if any(same_speakers(a.value, b.value) for a, b in combinations(claims, 2)):
        return None
    return Glance("said_by", Verdict.SINGLE, None, sources)


def _worst(extents: Sequence[Extent], *, hard_equal: bool) -> Verdict | None:
    """The strongest of the relations between any two; None where one is flagged, or where keys that differ mean the same."""
    worst = Verdict.PRECISION
    for a, b in combinations(extents, 2):
        verdict = relate(a, b, hard_equal=hard_equal).verdict
        if verdict is Verdict.COMPATIBLE:
            worst = verdict
        elif verdict is not Verdict.PRECISION:
            return None
    return worst
