"""Pairs of readings: which claims of theirs are to be held against each other at all, and what comes of it.

Steps 3, 4 and 6 of rules.md §2: what was announced, denied, or stood so at another time is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from math import inf

from tui.core.judgements import Pair, Verdict
from tui.core.names import fold
from tui.core.verdicts.actors import same_speakers
from tui.core.verdicts.claims import Claim, stood_words
from tui.core.verdicts.comparisons import Comparison, Said, by_spelling, sentence
from tui.core.verdicts.context import Context
from tui.core.verdicts.crowds import chosen
from tui.core.verdicts.kinds import Asked, FieldKind
from tui.core.verdicts.naming import said, sides
from tui.core.verdicts.readings import Group, joined
from tui.core.verdicts.updates import all_updates, is_update, no_update_because, told_in_order

BESIDE_KINDS = {Verdict.UNDETERMINED: "wording", Verdict.UNREAD: "wording"}
AT_ONCE = 500
"""Up to so many pairs of claims of two figures it is asked of each whether one is an update; beyond it of all together."""
HEAVY = 1_000_000
"""A denial is held against the rest before what any number of reports say alike."""


def compared_pairs(
    field: str, kind: FieldKind, groups: list[Group], origin: Mapping[str, int], context: Context
) -> tuple[list[tuple[Pair, Comparison]], int]:
    """Every two live readings that sources hold against each other, with how they compare; how many readings were left out.

    Of more than `crowds.MOST` those at the ends of the line, the denied ones, and those of most reports.
    """
    found: list[tuple[Pair, Comparison]] = []
    live = [number for number, group in enumerate(groups) if group.live]
    if len({claim.speaker for group in groups for claim in group.live}) < 2:
        return [], 0
    outlets = {claim.source.name for group in groups for claim in group.claims}
    held = chosen(live, lambda n: groups[n].value.extent, lambda n: _weight(groups[n]))
    parts = {n: groups[n].parts for n in held}
    for i, j in combinations(held, 2):
        both = list(product(parts[i], parts[j]))
        compared = _compare_parts(field, kind, (groups[i], groups[j]), both, origin, context)
        if compared is not None:
            pair_kind = compared.kind or _kind(kind, compared.verdict)
            reason = sentence(compared.reason, outlets)
            found.append((Pair(a=i, b=j, verdict=compared.verdict, kind=pair_kind, reason=reason), compared))
    return found, len(live) - len(held)


def _weight(group: Group) -> int:
    return len(group.live) * (HEAVY if group.denied else 1)


def _kind(kind: FieldKind, verdict: Verdict) -> str | None:
    if verdict in (Verdict.SINGLE, Verdict.SAME, Verdict.INCOMPARABLE):
        return None
    return BESIDE_KINDS.get(verdict, f"{kind.name}-{verdict.value}")


def _compare_parts(
    field: str,
    kind: FieldKind,
    both: tuple[Group, Group],
    parts: Sequence[tuple[Group, Group]],
    origin: Mapping[str, int],
    context: Context,
) -> Comparison | None:
    """How two readings, and every two of their parts, lie to each other, or None where nothing between sources is to be compared.

    Where words of one reading have more slack than others, only those are named of whom the worst is true.
    """
    if len(parts) > 1:
        found = [(_compare(field, kind, two, origin, context), *two) for two in parts]
        worst = max((each.verdict for each, *_ in found if each is not None), key=lambda v: v.rank, default=None)
        told = [two for each, *two in found if each is not None and each.verdict is worst]
        if 0 < len(told) < len(parts):
            both = joined([a for a, _ in told]), joined([b for _, b in told])
    return _compare(field, kind, both, origin, context)


def _compare(
    field: str, kind: FieldKind, both: tuple[Group, Group], origin: Mapping[str, int], context: Context
) -> Comparison | None:
    """The same of readings whose words have one slack."""
    a, b = both
    if (a.denied and b.denied) or (field == "said_by" and not same_speakers(a.value, b.value)):
        return None
    # Who speaks is no claim about the event, so that it makes no difference whether they announced it.
    meant_a, meant_b = _facing(a.live, b.live, planned_apart=field != "said_by")
    if not meant_a:
        announced, _ = _facing(a.live, b.live, planned_apart=False)
        return _planned(a, b, announced[0]) if announced else None
    speakers = a.denied or b.denied or field == "happened"
    if field == "said_by":
        said_a, said_b = said(meant_a, origin), said(meant_b, origin)
    else:
        said_a, said_b = sides(meant_a, meant_b, by_speaker=speakers, origin=origin)
    zones = tuple(dict.fromkeys(claim.source.timezone for claim in (meant_a[0], *meant_b, *meant_a)))
    compared = kind.compare(a.value, b.value, Asked(field, said_a, said_b, context, zones))
    if a.denied or b.denied:
        return _denied(compared, said_a, said_b, (*a.value.spelt, *b.value.spelt), a_denies=a.denied)
    if field == "happened" and compared.verdict is Verdict.CONFLICT:
        yes, no = (said_a, said_b) if a.value.text == "happened" else (said_b, said_a)
        return Comparison(
            Verdict.CONFLICT, f"That it happened is claimed by {yes.who} and denied by {no.who}.", kind="denial"
        )
    ends = a.value.extent, b.value.extent
    if compared.verdict is not Verdict.CONFLICT or ends[0] is None or ends[1] is None or not context.rises(field):
        return compared
    falls = ends[0].low > ends[1].high
    rising, told = ((meant_b, meant_a), (said_b, said_a)) if falls else ((meant_a, meant_b), (said_a, said_b))
    if len(meant_a) * len(meant_b) > AT_ONCE:
        return _updated(*rising, *told, context) if all_updates(*rising, context) else compared
    meant = [(low, high) for low, high in product(*rising) if low.speaker != high.speaker]
    clashing = [(low, high) for low, high in meant if not is_update(low, high, context)]
    if not clashing:
        return _updated(*rising, *told, context)
    if len(clashing) < len(meant):
        # Whose figure is an update of the other side's is not accused of contradicting it.
        lows, highs = [low for low, _ in clashing], [high for _, high in clashing]
        said_a, said_b = sides(highs, lows, origin=origin) if falls else sides(lows, highs, origin=origin)
        compared = kind.compare(a.value, b.value, Asked(field, said_a, said_b, context, zones))
    why = {no_update_because(low, high) for low, high in clashing}
    return compared._replace(reason=f"{compared.reason} {why.pop()}".rstrip()) if len(why) == 1 else compared


def _facing(a: Sequence[Claim], b: Sequence[Claim], *, planned_apart: bool = True) -> tuple[list[Claim], list[Claim]]:
    """The claims of either side that meet one of the other: of another speaker, not both made from other fields, and not
    one of what was planned and one of what happened. Looks at each claim once, not at every two."""
    return _meeting(a, _tellers(b), planned_apart), _meeting(b, _tellers(a), planned_apart)


_Tellers = Mapping[tuple[bool, bool], set[tuple[str, frozenset[str]]]]
"""(planned, derived) -> who speaks so."""


def _tellers(claims: Iterable[Claim]) -> _Tellers:
    told: dict[tuple[bool, bool], set[tuple[str, frozenset[str]]]] = {}
    for claim in claims:
        told.setdefault((claim.report.planned, claim.derived), set()).add(claim.speaker)
    return told


def _meeting(claims: Iterable[Claim], others: _Tellers, planned_apart: bool) -> list[Claim]:
    return [
        claim
        for claim in claims
        if any(
            len(speakers) > (claim.speaker in speakers)
            for (planned, derived), speakers in others.items()
            if not (derived and claim.derived) and not (planned_apart and planned != claim.report.planned)
        )
    ]


def _planned(a: Group, b: Group, first: Claim) -> Comparison:
    before, after = (a, b) if first.report.planned else (b, a)
    return Comparison(
        Verdict.INCOMPARABLE,
        f"{said(before.live)} was announced beforehand and is not held against what {said(after.live)} says happened.",
        kind="planned",
    )


def _denied(
    compared: Comparison, said_a: Said, said_b: Said, spelt: tuple[tuple[str, str], ...], *, a_denies: bool
) -> Comparison | None:
    """A denial clashes with what equals, or lies inside, the value it denies; towards all else it is silent (rules.md §8)."""
    inner = "b" if a_denies else "a"
    if compared.verdict not in (Verdict.SAME, Verdict.PRECISION) or inner not in compared.inner:
        return None
    denial, claim = (said_a, said_b) if a_denies else (said_b, said_a)
    other = "" if fold(denial.words) == fold(claim.words) else f", whose words are {Said('', denial.words)}"
    return Comparison(
        Verdict.CONFLICT,
        f"{Said('', claim.words)} is claimed by {claim.who} and denied by {denial.who}{other}.{by_spelling(*spelt)}",
        kind="denial",
    )


def _updated(lows: Sequence[Claim], highs: Sequence[Claim], lower: Said, higher: Said, context: Context) -> Comparison:
    """Rising figures of which the higher one is later in every pair."""
    (low, *_), (high, *_) = told_in_order(lows), told_in_order(highs)
    return Comparison(
        Verdict.INCOMPARABLE,
        f"The figure rose from {lower} ({stood_words(low, context)}) to {higher} ({stood_words(high, context)}).",
        kind="update",
    )


def _low(claim: Claim) -> float:
    return claim.value.extent.core_low if claim.value.extent is not None else -inf


def rise(groups: list[Group], pairs: list[tuple[Pair, Comparison]], context: Context) -> str:
    """A figure that rose in more than two steps, as one story with times; empty where there are fewer.

    What fell is no step of it: a figure below one that stood before it is left out."""
    steps = {number for pair, _ in pairs if pair.kind == "update" for number in (pair.a, pair.b)}
    told: list[Claim] = []
    for claim in told_in_order([c for n, g in enumerate(groups) if n in steps or not g.live for c in g.claims]):
        if not told or _low(claim) >= _low(told[-1]):
            told.append(claim)
    if len(told) < 3:
        return ""
    return f"The figure rose: {' → '.join(f'{said([claim])} ({stood_words(claim, context)})' for claim in told)}."
