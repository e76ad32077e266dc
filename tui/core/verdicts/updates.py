"""Figures over time: what later figures and corrections replace, and what fell that should rise. Source: rules.md §4 "Updates", §11."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from tui.core.judgements import Finding, FindingKind, Verdict
from tui.core.line import relate
from tui.core.verdicts.claims import HOUR, Claim, Stood
from tui.core.verdicts.comparisons import Said
from tui.core.verdicts.context import Context
from tui.core.verdicts.crowds import chosen, fair

STORY_DAYS = 3
"""Figures further apart than this are not one story (rules.md §4)."""


def superseded(field: str, claims: Sequence[Claim], context: Context, corrected: frozenset[str]) -> frozenset[int]:
    """`id()` of the claims that no longer stand: corrected by their source, replaced by a later figure of the same voice in
    the same publisher, or copied from one of these.

    That two texts are one joins origins and replaces nothing: else a third text, like both, would take a conflict away.
    """
    gone = {id(claim) for claim in claims if claim.report.id in corrected}
    if context.rises(field):
        for told in _by_teller(claims):
            gone |= {id(claim) for claim in _replaced(told, context)}
    if gone:
        gone |= {id(claim) for claim in _repeats_of_fallen(claims, frozenset(gone), context)}
    return frozenset(gone)


def _by_teller(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims that say when they stood so, each story for itself."""
    told: dict[tuple[str, frozenset[str], bool], list[Claim]] = {}
    for claim in claims:
        if claim.stood is not None:
            told.setdefault(claim.teller, []).append(claim)
    return list(told.values())


def _replaced(told: Sequence[Claim], context: Context) -> Iterator[Claim]:
    """The claims of one story that another value, certainly later, has replaced. Sorts instead of asking every two."""
    by_value: dict[Hashable, list[Claim]] = {}
    for claim in sorted(told, key=lambda claim: -_stood(claim).earliest):
        by_value.setdefault(claim.value.key, []).append(claim)
    if len(by_value) < 2:
        return
    for early in told:
        own, end = early.value.key, _stood(early).latest
        for key, later in by_value.items():
            if key != own and _stood(later[0]).earliest < end:
                break  # values whose last word is earlier still follow
            since = (late for late in later if _later(early, late)) if key != own else ()
            if any(not copied(early, late, context) for late in since):
                yield early
                break


def _repeats_of_fallen(claims: Sequence[Claim], gone: frozenset[int], context: Context) -> Iterator[Claim]:
    """Reports that repeat one source, and say what that source said before it corrected or updated itself."""
    stands: dict[tuple[str, Hashable, bool], dict[str, bool]] = {}
    """(node, value, denied) -> the sources that said so there, and whether any of it still stands."""
    for claim in claims:
        for node in context.provenance.trace(claim.report).own:
            said = stands.setdefault((node, claim.value.key, claim.denied), {})
            said[claim.source.id] = said.get(claim.source.id, False) or id(claim) not in gone
    for copy in claims:
        roots = context.provenance.trace(copy.report).roots
        if len(roots) == 1 and id(copy) not in gone:
            (node,) = roots
            said = stands.get((node, copy.value.key, copy.denied), {})
            others = [standing for source, standing in said.items() if source != copy.source.id]
            if others and not any(others):
                yield copy


def _stood(claim: Claim) -> Stood:
    assert claim.stood is not None
    return claim.stood


def is_update(lower: Claim, higher: Claim, context: Context) -> bool:
    """Whether the higher figure is certainly later, of the same story, and no altered copy."""
    if lower.stood is None or higher.stood is None or copied(lower, higher, context):
        return False
    return lower.stood.surely_before(higher.stood) and lower.stood.days_before(higher.stood) <= STORY_DAYS


def all_updates(lows: Sequence[Claim], highs: Sequence[Claim], context: Context) -> bool:
    """Whether `is_update` surely holds of any two that do not have one speaker, found out without asking every two: with an
    hour between all of one side and all of the other."""
    if any(claim.stood is None for claim in (*lows, *highs)) or _some_copied(lows, highs, context):
        return False
    before, after = [_stood(claim) for claim in lows], [_stood(claim) for claim in highs]
    first = min(stood.earliest for stood in after)
    story = max(stood.earliest for stood in after) - min(stood.earliest for stood in before)
    return first >= max(stood.latest for stood in before) + HOUR and story <= STORY_DAYS * 86400


def _some_copied(lows: Sequence[Claim], highs: Sequence[Claim], context: Context) -> bool:
    """Whether `copied` holds of any two that do not have one speaker."""
    own: dict[str, set[tuple[str, frozenset[str]]]] = {}
    roots: dict[str, set[tuple[str, frozenset[str]]]] = {}
    for claim in highs:
        trace = context.provenance.trace(claim.report)
        for names, told in ((trace.own, own), (trace.roots, roots)):
            for name in names:
                told.setdefault(name, set()).add(claim.speaker)
    for claim in lows:
        trace = context.provenance.trace(claim.report)
        for names, told in ((trace.roots, own), (trace.roots, roots), (trace.own, roots)):
            if any(told.get(name, set()) - {claim.speaker} for name in names):
                return True
    return False


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


def figures_fell(
    field: str, event: str, claims: Sequence[Claim], context: Context, corrected: frozenset[str]
) -> tuple[list[Finding], int]:
    """Later figures of one voice that certainly lie below its earlier ones, without a word of correction; and how many
    figures of one voice were too many to look at. What was `corrected` by whatever report did not fall."""
    if not context.rises(field):
        return [], 0
    found, left = [], 0
    given = {claim.report.id for claim in claims}
    stories = [
        told
        for told in _by_teller([claim for claim in claims if claim.report.id not in corrected])
        if len({claim.value.key for claim in told}) > 1 and len({claim.stood for claim in told}) > 1
    ]
    most = fair([len(told) for told in stories])
    for told in stories:
        held = chosen(told, lambda claim: claim.value.extent, lambda _: 1, most)
        left += len(told) - len(held)
        for a, b in combinations(held, 2):
            for early, late in ((a, b), (b, a)):
                corrects = not given.isdisjoint(late.report.corrects)
                if not corrects and _later(early, late) and _below(late, early) and not copied(early, late, context):
                    found.append(_finding(field, event, early, late))
    return found, left


def _finding(field: str, event: str, early: Claim, late: Claim) -> Finding:
    later = "" if late.source.name == early.source.name else late.source.name
    reason = f"{Said(early.source.name, early.words)} fell to {Said(later, late.words)} without a correction."
    return Finding(
        kind=FindingKind.FIGURES_FELL,
        events=(event,),
        reports=(early.report.id, late.report.id),
        field=field,
        reason=reason[:1].upper() + reason[1:],
        open=True,
    )


def copied(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one report says it derives from the other, or both from one: a difference then is a change of the copy."""
    trace_a, trace_b = context.provenance.trace(a.report), context.provenance.trace(b.report)
    return bool(trace_a.roots & trace_b.own or trace_b.roots & trace_a.own or trace_a.roots & trace_b.roots)


def _later(early: Claim, late: Claim) -> bool:
    return early.stood is not None and late.stood is not None and early.stood.surely_before(late.stood)


def _below(low: Claim, high: Claim) -> bool:
    a, b = low.value.extent, high.value.extent
    if low.value.scope != high.value.scope:
        return False
    return a is not None and b is not None and a.high < b.low and relate(a, b).verdict is Verdict.CONFLICT
