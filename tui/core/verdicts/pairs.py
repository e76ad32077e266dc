"""Pairs of readings: which claims of theirs are to be held against each other at all, and what comes of it.

Steps 3, 4 and 6 of rules.md §2: what was announced, denied, or stood so at another time is no contradiction.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, product

from tui.core.judgements import Pair, Verdict
from tui.core.names import fold
from tui.core.verdicts.actors import same_speakers
from tui.core.verdicts.claims import Claim, stood_words
from tui.core.verdicts.comparisons import Comparison, Said, by_spelling
from tui.core.verdicts.context import Context
from tui.core.verdicts.kinds import Asked, FieldKind
from tui.core.verdicts.naming import said, sides
from tui.core.verdicts.readings import Group
from tui.core.verdicts.updates import is_update, no_update_because, told_in_order

BESIDE_KINDS = {Verdict.UNDETERMINED: "wording", Verdict.UNREAD: "wording"}


def compared_pairs(
    field: str, kind: FieldKind, groups: list[Group], origin: Mapping[str, int], context: Context
) -> list[tuple[Pair, Comparison]]:
    """Every two live readings that sources hold against each other, with how they compare."""
    found: list[tuple[Pair, Comparison]] = []
    live = [number for number, group in enumerate(groups) if group.live]
    for i, j in combinations(live, 2):
        compared = _compare_groups(field, kind, (groups[i], groups[j]), origin, context)
        if compared is not None:
            pair_kind = compared.kind or _kind(kind, compared.verdict)
            found.append((Pair(a=i, b=j, verdict=compared.verdict, kind=pair_kind, reason=compared.reason), compared))
    return found


def _kind(kind: FieldKind, verdict: Verdict) -> str | None:
    if verdict in (Verdict.SINGLE, Verdict.SAME, Verdict.INCOMPARABLE):
        return None
    return BESIDE_KINDS.get(verdict, f"{kind.name}-{verdict.value}")


def _compare_groups(
    field: str, kind: FieldKind, both: tuple[Group, Group], origin: Mapping[str, int], context: Context
) -> Comparison | None:
    """How two readings lie to each other, or None where nothing between sources is to be compared."""
    a, b = both
    if a.denied and b.denied:
        return None
    across = [(x, y) for x, y in product(a.live, b.live) if not x.same_speaker(y) and not (x.derived and y.derived)]
    if not across:
        return None
    meant = [(x, y) for x, y in across if x.report.planned == y.report.planned]
    if not meant:
        return _planned(a, b, across[0])
    speakers = a.denied or b.denied or field == "happened"
    left, right = [x for x, _ in meant], [y for _, y in meant]
    if field == "said_by":
        said_a, said_b = said(left, origin), said(right, origin)
    else:
        said_a, said_b = sides(left, right, by_speaker=speakers, origin=origin)
    zones = tuple(dict.fromkeys(claim.source.timezone for pair in meant for claim in pair))
    if field == "said_by" and not same_speakers(a.value, b.value):
        return None
    compared = kind.compare(a.value, b.value, Asked(field, said_a, said_b, context, zones))
    if a.denied or b.denied:
        return _denied(compared, said_a, said_b, (*a.value.spelt, *b.value.spelt), a_denies=a.denied)
    if field == "happened" and compared.verdict is Verdict.CONFLICT:
        yes, no = (said_a, said_b) if a.value.key == ("True",) or a.value.text == "happened" else (said_b, said_a)
        return Comparison(
            Verdict.CONFLICT, f"That it happened is claimed by {yes.who} and denied by {no.who}.", kind="denial"
        )
    on_line = a.value.extent is not None and b.value.extent is not None
    if compared.verdict is not Verdict.CONFLICT or not on_line or not context.rises(field):
        return compared
    clashing = [pair for pair in meant if not is_update(*_rising(pair), context)]
    if not clashing:
        return _updated(meant, said_a, said_b, context)
    if len(clashing) < len(meant):
        # Whose figure is an update of the other side's is not accused of contradicting it.
        said_a, said_b = sides([x for x, _ in clashing], [y for _, y in clashing], origin=origin)
        compared = kind.compare(a.value, b.value, Asked(field, said_a, said_b, context, zones))
    why = {no_update_because(*_rising(pair)) for pair in clashing}
    return compared._replace(reason=f"{compared.reason} {why.pop()}".rstrip()) if len(why) == 1 else compared


def _planned(a: Group, b: Group, pair: tuple[Claim, Claim]) -> Comparison:
    before, after = (a, b) if pair[0].report.planned else (b, a)
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


def _updated(pairs: list[tuple[Claim, Claim]], said_a: Said, said_b: Said, context: Context) -> Comparison:
    """Rising figures of which the higher one is later in every pair."""
    rises = [_rising(pair) for pair in pairs]
    lower, higher = (said_b, said_a) if rises[0][0] is pairs[0][1] else (said_a, said_b)
    (low, *_), (high, *_) = (told_in_order(side) for side in zip(*rises, strict=True))
    return Comparison(
        Verdict.INCOMPARABLE,
        f"The figure rose from {lower} ({stood_words(low, context)}) to {higher} ({stood_words(high, context)}).",
        kind="update",
    )


def _rising(pair: tuple[Claim, Claim]) -> tuple[Claim, Claim]:
    """The lower of two figures that conflict first."""
    a, b = (claim.value.extent for claim in pair)
    return pair[::-1] if a is not None and b is not None and a.low > b.high else pair


def rise(groups: list[Group], pairs: list[tuple[Pair, Comparison]], context: Context) -> str:
    """A figure that rose in more than two steps, as one story with times; empty where there are fewer."""
    steps = {number for pair, _ in pairs if pair.kind == "update" for number in (pair.a, pair.b)}
    told = told_in_order([c for n, g in enumerate(groups) if n in steps or not g.live for c in g.claims])
    if len(told) < 3:
        return ""
    return f"The figure rose: {' → '.join(f'{said([claim])} ({stood_words(claim, context)})' for claim in told)}."
