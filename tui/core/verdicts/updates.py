"""Figures over time: what later figures and corrections replace, and what fell that should rise. Source: rules.md §4 "Updates", §11."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tui.core.judgements import Finding, FindingKind, Verdict
from tui.core.line import relate
from tui.core.verdicts.claims import Claim
from tui.core.verdicts.comparisons import Said
from tui.core.verdicts.context import Context

STORY_DAYS = 3
"""Figures further apart than this are not one story (rules.md §4)."""


def superseded(field: str, claims: Sequence[Claim], context: Context, corrected: frozenset[str]) -> frozenset[int]:
    """`id()` of the claims that no longer stand: corrected by their source, replaced by a later figure of the same voice in
    the same publisher, or copied from one of these.

    That two texts are one joins origins and replaces nothing: else a third text, like both, would take a conflict away.
    """
    gone = {id(claim) for claim in claims if claim.report.id in corrected}
    if context.rises(field):
        for a, b in combinations(claims, 2):
            if a.value.key == b.value.key or a.teller != b.teller or copied(a, b, context):
                continue
            for early, late in ((a, b), (b, a)):
                if _later(early, late):
                    gone.add(id(early))
    if gone:
        gone |= {
            id(claim) for claim in claims if id(claim) not in gone and _repeats_fallen(claim, claims, gone, context)
        }
    return frozenset(gone)


def _repeats_fallen(copy: Claim, claims: Sequence[Claim], gone: set[int], context: Context) -> bool:
    """Whether a report repeats one source, and says what that source said before it corrected or updated itself."""
    roots = context.provenance.trace(copy.report).roots
    if len(roots) != 1:
        return False
    repeated = [
        claim
        for claim in claims
        if claim.source.id != copy.source.id
        and (claim.value.key, claim.denied) == (copy.value.key, copy.denied)
        and roots & context.provenance.trace(claim.report).own
    ]
    return bool(repeated) and all(id(claim) in gone for claim in repeated)


def is_update(lower: Claim, higher: Claim, context: Context) -> bool:
    """Whether the higher figure is certainly later, of the same story, and no altered copy."""
    if lower.stood is None or higher.stood is None or copied(lower, higher, context):
        return False
    return lower.stood.surely_before(higher.stood) and lower.stood.days_before(higher.stood) <= STORY_DAYS


def no_update_because(lower: Claim, higher: Claim) -> str:
    """Why a higher figure that is later than the lower one replaces nothing all the same; empty where it is not later."""
    a, b = lower.stood, higher.stood
    if a is None or b is None or b.earliest < a.latest:
        return ""
    if not a.surely_before(b):
        return "The higher figure is less than an hour later, so it is no update."
    if a.days_before(b) > STORY_DAYS:
        return f"The higher figure is more than {STORY_DAYS} days later, so it is no update."
    return ""


def told_in_order(claims: Sequence[Claim]) -> list[Claim]:
    """Of each value the claim that stood first, by when they stood; none of those that do not say.

    A claim that gives the hour goes before one that gives the day: "on the 13th" is no word for its first minute.
    """
    first: dict[object, Claim] = {}
    for claim in claims:
        known = first.get(claim.value.key)
        if claim.stood is not None and (known is None or _exact_first(claim) < _exact_first(known)):
            first[claim.value.key] = claim
    return sorted(first.values(), key=_moment)


def _exact_first(claim: Claim) -> tuple[bool, float, float, str]:
    return (claim.stood is None or not claim.stood.clocked, *_moment(claim))


def _moment(claim: Claim) -> tuple[float, float, str]:
    assert claim.stood is not None
    return (claim.stood.earliest, claim.stood.latest, claim.report.id)


def figures_fell(field: str, event: str, claims: Sequence[Claim], context: Context) -> list[Finding]:
    """Later figures of one voice that certainly lie below its earlier ones, without a word of correction."""
    if not context.rises(field):
        return []
    found = []
    for a, b in combinations(claims, 2):
        if a.teller != b.teller or copied(a, b, context):
            continue
        for early, late in ((a, b), (b, a)):
            if _later(early, late) and _below(late, early) and early.report.id not in late.report.corrects:
                reason = f"{Said(early.source.name, early.words)} fell to {Said('', late.words)} without a correction."
                reports = (early.report.id, late.report.id)
                found.append(
                    Finding(
                        kind=FindingKind.FIGURES_FELL,
                        events=(event,),
                        reports=reports,
                        field=field,
                        reason=reason[:1].upper() + reason[1:],
                        open=True,
                    )
                )
    return found


def copied(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one report says it derives from the other, or both from one: a difference then is a change of the copy."""
    trace_a, trace_b = context.provenance.trace(a.report), context.provenance.trace(b.report)
    return bool(trace_a.roots & trace_b.own or trace_b.roots & trace_a.own or trace_a.roots & trace_b.roots)


def _later(early: Claim, late: Claim) -> bool:
    return early.stood is not None and late.stood is not None and early.stood.surely_before(late.stood)


def _below(low: Claim, high: Claim) -> bool:
    a, b = low.value.extent, high.value.extent
    return a is not None and b is not None and a.high < b.low and relate(a, b).verdict is Verdict.CONFLICT
