"""One field of one event over all its reports: readings, echoes, updates, pairs, camps, verdict.

The order of work is that of rules.md §2: same event and same field are given by the caller; then as-of, speaker, echoes,
relation, verdict. Nothing here depends on the order of files, sources or reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.core.judgements import FieldVerdict, Finding, FindingKind, Pair, Verdict
from tui.core.verdicts.actors import several_speakers
from tui.core.verdicts.camps import camps_of
from tui.core.verdicts.claims import Claim, Told
from tui.core.verdicts.comparisons import Comparison
from tui.core.verdicts.context import Context
from tui.core.verdicts.crowds import Left
from tui.core.verdicts.kinds import FieldKind, kind_of
from tui.core.verdicts.pairs import compared_pairs, rise
from tui.core.verdicts.readings import (
    Group,
    agreed,
    agreement,
    grouped,
    lonely,
    not_understood,
    only_group,
    reading_of,
    story,
    unread,
)
from tui.core.verdicts.rulings import standing
from tui.core.verdicts.updates import figures_fell, superseded
from tui.core.verdicts.voices import copies, internal, one_text


class Judged(NamedTuple):
    """A field's verdict and what was found while judging it."""

    verdict: FieldVerdict
    findings: tuple[Finding, ...]


def judge_field(field: str, claims: Sequence[Claim], told: Told, context: Context) -> Judged:
    """The verdict on one field from all its claims in the event, which stand in the order in which they came out."""
    kind = kind_of(field)
    if uneventful(field, claims, told, context):
        return Judged(_agreeing(field, kind, only_group(claims), told, context), ())
    replaced = superseded(field, claims, context, told.corrected)
    groups = grouped(claims, replaced, told.corrected)
    pairs, readings = compared_pairs(field, kind, groups, told.origin, context)
    now = [claim for claim in claims if id(claim) not in replaced]
    inside, said = internal(field, told.event, now, kind, context)
    altered, copied = copies(field, told.event, claims, kind, context)
    printed, texts = one_text(field, told, now, kind, context)
    fell, figures = figures_fell(field, told.event, claims, context, told.corrected)
    findings = [*inside, *altered, *printed, *fell, *_denials(field, told.event, groups, pairs)]
    left = Left(readings, max(said, figures), copied + texts)
    verdict = _verdict(field, kind, groups, pairs, left, told, context)
    if findings and standing(told.event, field, claims, context).closes:
        findings = [replace(finding, open=False) for finding in findings]
    return Judged(verdict, tuple(findings))


def uneventful(field: str, claims: Sequence[Claim], told: Told, context: Context) -> bool:
    """Whether all claims give one value, and nothing is denied, corrected or ruled on."""
    first = claims[0]
    key = first.value.key
    for claim in claims:
        if claim.denied or claim.value.key != key or claim.of_a_plan != first.of_a_plan:
            return False
    if (told.event, field) in context.rulings:
        return False
    return not told.corrected or all(claim.report.id not in told.corrected for claim in claims)


def _denials(field: str, event: str, groups: list[Group], pairs: list[tuple[Pair, Comparison]]) -> list[Finding]:
    found = []
    for pair, _ in pairs:
        if pair.kind == "denial":
            reports = tuple(c.report.id for number in (pair.a, pair.b) for c in groups[number].live)
            found.append(
                Finding(
                    kind=FindingKind.DENIAL,
                    events=(event,),
                    reports=reports,
                    field=field,
                    reason=pair.reason,
                    open=True,
                )
            )
    return found


def _verdict(
    field: str,
    kind: FieldKind,
    groups: list[Group],
    pairs: list[tuple[Pair, Comparison]],
    left: Left,
    told: Told,
    context: Context,
) -> FieldVerdict:
    live = [claim for group in groups for claim in group.live]
    agree = agreed(groups, told.origin)
    worst = max(pairs, key=lambda p: (p[0].verdict.rank, p[1].distance, -p[0].a, -p[0].b), default=None)
    verdict, verdict_kind, gap = Verdict.SINGLE, None, None
    if worst is not None and worst[0].verdict is not Verdict.SAME:
        verdict, verdict_kind, gap, reason = worst[0].verdict, worst[0].kind, worst[1].gap, worst[0].reason
        if verdict_kind == "update":
            reason = rise(groups, pairs, context) or reason
        elif verdict is Verdict.CONFLICT:
            reason = " ".join((reason, *_beside(worst[0], pairs)))
    elif field == "said_by" and several_speakers([group.value for group in groups if group.live]):
        reason = f"{agreement(groups)} " if agree else ""
        reason += "Who speaks is no claim about the event: different speakers are not held against each other."
    elif agree or worst is not None:
        verdict, reason = Verdict.SAME, worst[0].reason if worst is not None else agreement(groups)
    else:
        reason = lonely([claim for claim in live if not claim.denied] or live or groups[0].claims)
    if verdict in (Verdict.SINGLE, Verdict.SAME):
        verdict_kind, reason = story(kind, verdict, groups, reason, told.corrected, context, paired=worst is not None)
    strange = next((group for group in groups if unread(group)), None)
    if strange is not None and verdict.rank < Verdict.UNREAD.rank:
        verdict, verdict_kind, reason = Verdict.UNREAD, "wording", not_understood(strange)
    unlined = any(group.value.extent is None for group in groups)
    if ((left.readings and unlined) or left.said or left.copies) and verdict.rank < Verdict.UNDETERMINED.rank:
        verdict, verdict_kind, gap = Verdict.UNDETERMINED, "wording", None
    doubtful = verdict.flagged and all(
        groups[p.a].value.doubtful or groups[p.b].value.doubtful for p, _ in pairs if p.verdict is verdict
    )
    ruling = standing(told.event, field, [claim for group in groups for claim in group.claims], context)
    spoken = {claim.source.id for group in groups for claim in group.claims}
    return FieldVerdict(
        field=field,
        verdict=verdict,
        kind=verdict_kind,
        flagged=verdict.flagged,
        open=verdict.flagged and not ruling.closes,
        doubtful=doubtful,
        gap=gap,
        reason=" ".join(filter(None, (reason, "The time itself is doubtful." if doubtful else "", left.told()))),
        camps=_camps(kind, groups, pairs, cut=bool(left.readings)),
        readings=tuple(reading_of(group, context) for group in groups),
        pairs=tuple(pair for pair, _ in pairs),
        silent=tuple(source for source in told.reporting if source not in spoken),
        size=worst[1].size if worst is not None and verdict is Verdict.CONFLICT else 0.0,
        rulings=ruling.numbers,
    )


def _beside(worst: Pair, pairs: list[tuple[Pair, Comparison]]) -> Iterator[str]:
    """A denial is another quarrel than one about the value: where a field has both, why the other is one too."""
    other = [
        each
        for each in pairs
        if each[0].verdict is Verdict.CONFLICT and (each[0].kind == "denial") != (worst.kind == "denial")
    ]
    if other:
        yield max(other, key=lambda p: (p[1].distance, -p[0].a, -p[0].b))[0].reason


def _camps(
    kind: FieldKind, groups: list[Group], pairs: list[tuple[Pair, Comparison]], *, cut: bool
) -> tuple[tuple[int, ...], ...]:
    """`cut`: not all readings were compared, so that only a line can say what could be true together."""
    live = [number for number, group in enumerate(groups) if group.live and group.value.understood]
    place = {number: index for index, number in enumerate(live)}
    clashes = frozenset(
        (place[p.a], place[p.b]) for p, _ in pairs if p.verdict is Verdict.CONFLICT and p.a in place and p.b in place
    )
    on_line = kind.name in ("time", "number") and not any(groups[number].denied for number in live)
    if cut and not on_line:
        return tuple((number,) for number in live)
    found = camps_of([groups[number].value for number in live], clashes, on_line=on_line)
    return tuple(tuple(live[index] for index in camp) for camp in found)


def _agreeing(field: str, kind: FieldKind, group: Group, told: Told, context: Context) -> FieldVerdict:
    """The verdict where there is one reading: `single`, or `same` once two sources give it that are no echoes."""
    agree = len(group.live) > 1 and agreed([group], told.origin)
    verdict = Verdict.SAME if agree else Verdict.SINGLE
    reason = agreement([group]) if agree else lonely(group.live)
    verdict_kind, reason = story(kind, verdict, [group], reason, told.corrected, context)
    if unread(group):
        verdict, verdict_kind, reason = Verdict.UNREAD, "wording", not_understood(group)
    spoken = {claim.source.id for claim in group.claims}
    return FieldVerdict(
        field=field,
        verdict=verdict,
        kind=verdict_kind,
        flagged=False,
        open=False,
        doubtful=False,
        gap=None,
        reason=reason,
        camps=((0,),) if group.value.understood else (),
        readings=(reading_of(group, context),),
        pairs=(),
        silent=tuple(source for source in told.reporting if source not in spoken),
    )
