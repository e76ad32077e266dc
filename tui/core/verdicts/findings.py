"""What is found about whole events: circular reporting, one origin behind many reports, two events that look like one.

Source: rules.md §9 and §12.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.core.chains import HIGHEST
from tui.core.judgements import FieldVerdict, Finding, FindingKind, OriginCount, Verdict
from tui.core.model import Report
from tui.core.verdicts.context import Context

NAMED = 12
"""Members of a circle that a reason names; the rest are counted."""


def single_origin(event: str, reports: Sequence[Report], origins: OriginCount) -> list[Finding]:
    """Two or more reports of which all certainly go back to one origin."""
    if len(reports) < 2 or origins.high != 1:
        return []
    ids = tuple(sorted(report.id for report in reports))
    return [
        Finding(
            kind=FindingKind.SINGLE_ORIGIN,
            events=(event,),
            reports=ids,
            field=None,
            reason=f"{len(ids)} reports, one origin: none of them confirms another.",
            open=False,
        )
    ]


def graded_too_high(
    event: str, reports: Sequence[Report], origins: OriginCount, fields: Sequence[FieldVerdict], context: Context
) -> list[Finding]:
    """Credibility 1 is "confirmed by other independent sources" (Admiralty code): that takes two origins at the least, behind
    the event, and where accounts conflict behind what can be true together with the graded one."""
    graded = {report.id: report for report in reports if report.credibility == 1}
    if not graded:
        return []
    if origins.low < 2:
        return [_graded(event, graded, None, f"{_few(origins)} may stand behind the event")]
    found = []
    known = {report.id: report for report in reports}
    for field in fields:
        if field.verdict is not Verdict.CONFLICT:
            continue
        for number, reading in enumerate(field.readings):
            ids = [name for name in reading.reports if name in graded]
            camps = [camp for camp in field.camps if number in camp]
            if not ids or not camps:
                continue
            allies = dict.fromkeys(name for camp in camps for i in camp for name in field.readings[i].reports)
            behind = context.provenance.count([known[name] for name in allies])
            if behind.low < 2:
                key = field.field.partition(".")[2] or field.field
                told = f'{_few(behind)} may stand behind {key.replace("_", " ")} "{reading.value}"'
                found.append(_graded(event, ids, field.field, told))
    return found


def _few(origins: OriginCount) -> str:
    return "only one origin" if origins.high == 1 else f"as few as {origins.low} of {origins.high} origins"


def _graded(event: str, ids: Iterable[str], field: str | None, but: str) -> Finding:
    reason = f"Graded 1, confirmed by other independent sources, but {but}."
    kind = FindingKind.CREDIBILITY
    return Finding(kind=kind, events=(event,), reports=tuple(sorted(ids)), field=field, reason=reason, open=False)


def circular(event: str, reports: Sequence[Report], context: Context) -> list[Finding]:
    """Reports that repeat each other in a circle, or repeat what came out later than they did."""
    found: dict[tuple[str, ...], Finding] = {}
    meant: dict[str, str] | None = None
    for report in reports:
        if not context.provenance.parents(report):
            continue
        meant = _only_reports(reports) if meant is None else meant
        loop = _loop(report, meant, context)
        if loop:
            start = loop.index(min(loop))
            turned = (*loop[start:], *loop[:start])
            if turned not in found:
                on = frozenset(loop)
                members = tuple(sorted(r.id for r in reports if r.id in on or r.source in on))
                reason = f"{_in_circle(turned)}: each says it repeats the next, so none is the origin."
                found[turned] = _circular(event, members, reason)
        for parent in context.provenance.parents(report):
            later = _later(report, parent, context)
            if later:
                found.setdefault((report.id, parent), _circular(event, (report.id,), later))
    return list(found.values())


def same_event(event: str, fields: Sequence[FieldVerdict], context: Context) -> list[Finding]:
    """One event of which both `when` and `where` conflict between the same two readings' reports: is it two events?

    Settled where the analyst has linked every two of them as one event; linked as two, they would not be in one."""
    clashing = {
        verdict.field: verdict
        for verdict in fields
        if verdict.field in ("when", "where") and verdict.verdict is Verdict.CONFLICT
    }
    if len(clashing) < 2:
        return []
    number = {name: n for n, name in enumerate(r for each in clashing["when"].readings for r in each.reports)}
    times, places = (_clashing_with(verdict, number) for verdict in clashing.values())
    apart = {name: both for name in sorted(times) if (both := times[name] & places.get(name, 0))}
    if not apart:
        return []
    decided = dict.fromkeys(apart, 0)
    for link in context.dossier.links:
        if link.same is not None:
            linked = _bits(link.reports, number)
            decided |= {name: decided[name] | linked for name in link.reports if name in decided}
    return [
        Finding(
            kind=FindingKind.IDENTITY,
            events=(event,),
            reports=tuple(apart),
            field=None,
            reason="Time and place both differ between these reports: are they two events?",
            open=any(both & ~decided[name] for name, both in apart.items()),
        )
    ]


def _clashing_with(verdict: FieldVerdict, number: Mapping[str, int]) -> dict[str, int]:
    """Report -> the reports whose readings conflict with its own, each the bit of its number: a set of ten thousand is one number."""
    held = [_bits(reading.reports, number) for reading in verdict.readings]
    against = [0] * len(held)
    for pair in verdict.pairs:
        if pair.verdict is Verdict.CONFLICT:
            against[pair.a] |= held[pair.b]
            against[pair.b] |= held[pair.a]
    return {
        name: found for found, each in zip(against, verdict.readings, strict=True) for name in each.reports if found
    }


def _bits(reports: Iterable[str], number: Mapping[str, int]) -> int:
    made = bytearray(len(number) // 8 + 1)
    for name in reports:
        if name in number:
            made[number[name] >> 3] |= 1 << (number[name] & 7)
    return int.from_bytes(made, "little")


def _only_reports(reports: Sequence[Report]) -> dict[str, str]:
    """Source -> its report, where it has one in the event that says itself what it repeats: who repeats the source means that."""
    ids: dict[str, list[Report]] = {}
    for report in reports:
        ids.setdefault(report.source, []).append(report)
    return {source: one[0].id for source, one in ids.items() if len(one) == 1 and one[0].derived_from}


def _loop(report: Report, meant: Mapping[str, str], context: Context) -> list[str]:
    """The reports or sources of the circle that leads back to this one, from it; empty when there is none."""
    own = report.id if report.derived_from else report.source
    path, seen = [own], {own}
    ahead = [iter(context.provenance.parents_of(own))]
    while ahead:
        named = next(ahead[-1], None)
        parent = None if named is None else meant.get(named, named)
        if parent is None:
            ahead.pop()
            path.pop()
        elif parent in (report.id, own):
            return path
        elif parent not in seen and len(seen) < HIGHEST:
            # What was left without finding the way back is not entered again: it does not lead there.
            seen.add(parent)
            path.append(parent)
            ahead.append(iter(context.provenance.parents_of(parent)))
    return []


def _in_circle(names: Sequence[str]) -> str:
    told = names if len(names) <= NAMED else (*names[:NAMED], f"{len(names) - NAMED} more")
    return " → ".join([*told, names[0]])


def _later(report: Report, parent: str, context: Context) -> str:
    """Why the report cannot derive from the parent, or an empty text."""
    source = context.provenance.source_of(parent)
    if source is None or source == report.source:
        return ""
    own, other = context.published(report.source), context.published(source)
    if own is None or other is None or own.latest is None or other.earliest is None or own.latest > other.earliest:
        return ""
    names = context.source(report).name, context.sources[source].name if source in context.sources else source
    return f"{names[0]} says it repeats {names[1]}, which came out later."


def _circular(event: str, reports: tuple[str, ...], reason: str) -> Finding:
    return Finding(kind=FindingKind.CIRCULAR, events=(event,), reports=reports, field=None, reason=reason, open=True)
