"""One field of one event over all its reports: readings, echoes, updates, pairs, camps, verdict.

The order of work is that of rules.md §2: same event and same field are given by the caller; then as-of, speaker, echoes,
relation, verdict. Nothing here depends on the order of files, sources or reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import inf

from tui.core.judgements import FieldVerdict, Finding, FindingKind, Pair, Reading, Verdict
from tui.core.model import Report
from tui.core.verdicts.actors import same_speakers
from tui.core.verdicts.camps import camps_of
from tui.core.verdicts.claims import Claim
from tui.core.verdicts.comparisons import Comparison, Said, Value
from tui.core.verdicts.context import Context
from tui.core.verdicts.kinds import Asked, FieldKind, kind_of
from tui.core.verdicts.naming import said, sides
from tui.core.verdicts.rulings import standing
from tui.core.verdicts.times import widest
from tui.core.verdicts.updates import figures_fell, is_update, superseded
from tui.core.verdicts.voices import copies, internal

BESIDE_KINDS = {Verdict.UNDETERMINED: "wording", Verdict.UNREAD: "wording"}


@dataclass(frozen=True, slots=True)
class Group:
    """The claims that give one value."""

    value: Value
    denied: bool
    claims: tuple[Claim, ...]
    live: tuple[Claim, ...]
    """Those that no later figure and no correction has replaced."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A field's verdict and what was found while judging it."""

    verdict: FieldVerdict
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The event of which a field is judged."""

    event: str
    reporting: Sequence[str]
    """Ids of the sources that could have spoken of the field."""
    origin: Mapping[str, int]
    """For every report of the event, the number of the group that certainly has its origin."""
    corrected: frozenset[str] = frozenset()
    """Ids of the reports that a later report of their source replaces."""


def judge_field(field: str, claims: Sequence[Claim], told: Told, context: Context) -> Judged:
    """The verdict on one field from all its claims in the event, which stand in the order in which they came out."""
    kind = kind_of(field)
    if _uneventful(field, claims, told, context):
        group = Group(widest([claim.value for claim in claims]), False, tuple(claims), tuple(claims))
        return Judged(_agreeing(field, kind, group, told, context), ())
    replaced = superseded(field, claims, told.origin, context, told.corrected)
    groups = _groups(claims, replaced)
    pairs = _pairs(field, kind, groups, context)
    findings = [
        *internal(field, told.event, [c for c in claims if id(c) not in replaced], kind, context),
        *copies(field, told.event, claims, kind, context),
        *figures_fell(field, told.event, claims, told.origin, context),
        *_denials(field, told.event, groups, pairs),
    ]
    verdict = _verdict(field, kind, groups, pairs, told, context)
    ruled = bool(verdict.rulings) and not verdict.open
    return Judged(verdict, tuple(_settled(finding, told.event, claims, context, ruled=ruled) for finding in findings))


def is_lone(field: str, claims: Sequence[Claim], told: Told, context: Context) -> bool:
    """Whether nothing can come of the field: one claim, that nobody corrected and no ruling speaks of."""
    return len(claims) == 1 and _uneventful(field, claims, told, context)


def _uneventful(field: str, claims: Sequence[Claim], told: Told, context: Context) -> bool:
    """The cheap path, which most fields of most events take: one value, nothing denied, corrected or ruled on."""
    key = claims[0].value.key
    if any(claim.value.key != key or claim.denied for claim in claims) or (told.event, field) in context.rulings:
        return False
    return not told.corrected or all(claim.report.id not in told.corrected for claim in claims)


def _reports(claims: Iterable[Claim]) -> list[Report]:
    return list({claim.report.id: claim.report for claim in claims}.values())


def _groups(ordered: Sequence[Claim], replaced: frozenset[int]) -> list[Group]:
    by_value: dict[tuple[object, bool], list[Claim]] = {}
    for claim in ordered:
        by_value.setdefault((claim.value.key, claim.denied), []).append(claim)
    groups = [
        Group(
            widest([claim.value for claim in held]),
            held[0].denied,
            tuple(held),
            tuple(c for c in held if id(c) not in replaced),
        )
        for held in by_value.values()
    ]
    return sorted(groups, key=_group_order)


def _group_order(group: Group) -> tuple[bool, float, float, str, bool]:
    extent = group.value.extent
    low, high = (extent.core_low, extent.core_high) if extent else (-inf, inf)
    return (not group.value.understood, low, high, group.value.text, group.denied)


def _pairs(field: str, kind: FieldKind, groups: list[Group], context: Context) -> list[tuple[Pair, Comparison]]:
    found: list[tuple[Pair, Comparison]] = []
    live = [number for number, group in enumerate(groups) if group.live]
    for i, j in combinations(live, 2):
        compared = _compare_groups(field, kind, groups[i], groups[j], context)
        if compared is not None:
            pair_kind = compared.kind or _kind(kind, compared.verdict)
            found.append((Pair(a=i, b=j, verdict=compared.verdict, kind=pair_kind, reason=compared.reason), compared))
    return found


def _kind(kind: FieldKind, verdict: Verdict) -> str | None:
    if verdict in (Verdict.SINGLE, Verdict.SAME, Verdict.INCOMPARABLE):
        return None
    return BESIDE_KINDS.get(verdict, f"{kind.name}-{verdict.value}")


def _compare_groups(field: str, kind: FieldKind, a: Group, b: Group, context: Context) -> Comparison | None:
    """How two readings lie to each other, or None where nothing between sources is to be compared."""
    if a.denied and b.denied:
        return None
    across = [(x, y) for x, y in product(a.live, b.live) if not x.same_speaker(y) and not (x.derived and y.derived)]
    if not across:
        return None
    meant = [(x, y) for x, y in across if x.report.planned == y.report.planned]
    if not meant:
        return _planned(a, b, across[0])
    said_a, said_b = sides(
        [x for x, _ in meant], [y for _, y in meant], by_speaker=a.denied or b.denied or field == "happened"
    )
    zones = tuple(dict.fromkeys(claim.source.timezone for pair in meant for claim in pair))
    if field == "said_by" and not same_speakers(a.value, b.value):
        return None
    compared = kind.compare(a.value, b.value, Asked(field, said_a, said_b, context, zones))
    if a.denied or b.denied:
        return _denied(compared, said_a, said_b, a_denies=a.denied)
    if field == "happened" and compared.verdict is Verdict.CONFLICT:
        yes, no = (said_a, said_b) if a.value.key == ("True",) or a.value.text == "happened" else (said_b, said_a)
        return Comparison(
            Verdict.CONFLICT, f"That it happened is claimed by {yes.who} and denied by {no.who}.", kind="denial"
        )
    if compared.verdict is Verdict.CONFLICT and context.rises(field):
        return _updated(compared, meant, said_a, said_b, context)
    return compared


def _planned(a: Group, b: Group, pair: tuple[Claim, Claim]) -> Comparison:
    before, after = (a, b) if pair[0].report.planned else (b, a)
    return Comparison(
        Verdict.INCOMPARABLE,
        f"{said(before.live)} was announced beforehand and is not held against what {said(after.live)} says happened.",
    )


def _denied(compared: Comparison, said_a: Said, said_b: Said, *, a_denies: bool) -> Comparison | None:
    """A denial clashes with what equals, or lies inside, the value it denies; towards all else it is silent (rules.md §8)."""
    inner = "b" if a_denies else "a"
    if compared.verdict not in (Verdict.SAME, Verdict.PRECISION) or inner not in compared.inner:
        return None
    denial, claim = (said_a, said_b) if a_denies else (said_b, said_a)
    return Comparison(
        Verdict.CONFLICT,
        f"{Said('', claim.words)} is claimed by {claim.who} and denied by {denial.who}.",
        kind="denial",
    )


def _updated(
    compared: Comparison, pairs: list[tuple[Claim, Claim]], said_a: Said, said_b: Said, context: Context
) -> Comparison:
    """A conflict of rising figures, or an update where the higher one is later in every pair."""
    first = pairs[0]
    extent_a, extent_b = first[0].value.extent, first[1].value.extent
    if extent_a is None or extent_b is None:
        return compared
    a_higher = extent_a.low > extent_b.high
    if not all(is_update(y, x, context) if a_higher else is_update(x, y, context) for x, y in pairs):
        return compared
    lower, higher = (said_b, said_a) if a_higher else (said_a, said_b)
    return Comparison(Verdict.INCOMPARABLE, f"The toll rose from {lower} to {higher}, which is later.", kind="update")


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


def _settled(finding: Finding, event: str, claims: Sequence[Claim], context: Context, *, ruled: bool) -> Finding:
    """The finding, closed where a standing ruling speaks of its field."""
    if not ruled and not standing(event, finding.field or "", claims, context).closes:
        return finding
    return Finding(
        kind=finding.kind,
        events=finding.events,
        reports=finding.reports,
        field=finding.field,
        reason=finding.reason,
        open=False,
    )


def _agreeing(field: str, kind: FieldKind, group: Group, told: Told, context: Context) -> FieldVerdict:
    """The verdict where there is one reading: `single`, or `same` once two sources give it that are no echoes."""
    agreed = len(group.live) > 1 and _agreed([group], told.origin)
    verdict = Verdict.SAME if agreed else Verdict.SINGLE
    reason = _agreement([group]) if agreed else f"Only {said(group.live).who} says so."
    verdict_kind, reason = _story(kind, verdict, [group], reason)
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
        readings=(_reading(group, context),),
        pairs=(),
        silent=tuple(source for source in told.reporting if source not in spoken),
    )


def _reading(group: Group, context: Context) -> Reading:
    reports = _reports(group.claims)
    value = group.value.text if not group.denied else f"not {group.value.text}"
    return Reading(
        value=value,
        as_written=tuple(dict.fromkeys(claim.words for claim in group.claims)),
        reports=tuple(report.id for report in reports),
        sources=tuple(dict.fromkeys(claim.source.id for claim in group.claims)),
        origins=context.provenance.count(reports),
        superseded=not group.live,
        bounds=group.value.bounds(),
        rule=group.value.rule,
    )


def _verdict(
    field: str,
    kind: FieldKind,
    groups: list[Group],
    pairs: list[tuple[Pair, Comparison]],
    told: Told,
    context: Context,
) -> FieldVerdict:
    live = [claim for group in groups for claim in group.live]
    agreed = _agreed(groups, told.origin)
    worst = max(pairs, key=lambda p: (p[0].verdict.rank, p[1].distance, -p[0].a, -p[0].b), default=None)
    verdict, verdict_kind, gap = Verdict.SINGLE, None, None
    if worst is not None and worst[0].verdict is not Verdict.SAME:
        verdict, verdict_kind, gap, reason = worst[0].verdict, worst[0].kind, worst[1].gap, worst[0].reason
    elif field == "said_by" and len(groups) > 1 and not agreed:
        reason = "Who speaks is no claim about the event: different speakers are not held against each other."
    elif agreed or worst is not None:
        verdict, reason = Verdict.SAME, worst[0].reason if worst is not None else _agreement(groups)
    else:
        reason = f"Only {said(live or groups[0].claims).who} says so."
    if verdict in (Verdict.SINGLE, Verdict.SAME):
        verdict_kind, reason = _story(kind, verdict, groups, reason)
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
        reason=reason + (" The time itself is doubtful." if doubtful else ""),
        camps=_camps(kind, groups, pairs),
        readings=tuple(_reading(group, context) for group in groups),
        pairs=tuple(pair for pair, _ in pairs),
        silent=tuple(source for source in told.reporting if source not in spoken),
        size=worst[1].size if worst is not None and verdict is Verdict.CONFLICT else 0.0,
        rulings=ruling.numbers,
    )


def _agreed(groups: list[Group], origin: Mapping[str, int]) -> bool:
    """Whether some reading is given by two sources that are not echoes of each other."""
    for group in groups:
        if group.denied:
            continue
        echoes = {origin[claim.report.id] for claim in group.live}
        if len(echoes) > 1 and len({claim.source.id for claim in group.live}) > 1:
            return True
    return False


def _agreement(groups: list[Group]) -> str:
    claims = max((group.live for group in groups), key=len)
    who = said(claims).who
    return f"{who} agree." if len({c.source.name for c in claims}) > 1 else f"Several reports of {who} agree."


def _story(kind: FieldKind, verdict: Verdict, groups: list[Group], reason: str) -> tuple[str | None, str]:
    """What is worth telling beside `single` and `same`: figures that were replaced, names that are spelt differently."""
    gone = [group for group in groups if not group.live]
    if gone:
        shown = " → ".join(group.value.text for group in [*gone, *(g for g in groups if g.live)])
        return "update", f"{shown}: later figures of the same origin replaced the earlier ones."
    if verdict is Verdict.SAME and kind.named:
        for group in groups:
            spellings = {claim.spelling: claim for claim in group.live}
            if len(spellings) > 1 and len({claim.source.id for claim in spellings.values()}) > 1:
                told = "; ".join(f"{claim.source.name} writes {Said('', claim.words)}" for claim in spellings.values())
                return "naming", f"One and the same, named differently: {told}."
        if len([group for group in groups if group.live]) > 1:
            return "naming", reason
    return None, reason


def _camps(kind: FieldKind, groups: list[Group], pairs: list[tuple[Pair, Comparison]]) -> tuple[tuple[int, ...], ...]:
    live = [number for number, group in enumerate(groups) if group.live and group.value.understood]
    place = {number: index for index, number in enumerate(live)}
    clashes = frozenset(
        (place[p.a], place[p.b]) for p, _ in pairs if p.verdict is Verdict.CONFLICT and p.a in place and p.b in place
    )
    on_line = kind.name in ("time", "number") and not any(groups[number].denied for number in live)
    found = camps_of([groups[number].value for number in live], clashes, on_line=on_line)
    return tuple(tuple(live[index] for index in camp) for camp in found)
