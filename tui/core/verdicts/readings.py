"""Readings: the claims of a field grouped by the value they give, and what can be told of a group without comparing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from tui.core.judgements import Reading, Verdict
from tui.core.line import Extent
from tui.core.model import Report
from tui.core.verdicts.claims import Claim, stood_words
from tui.core.verdicts.comparisons import Said, Value
from tui.core.verdicts.context import Context
from tui.core.verdicts.kinds import FieldKind
from tui.core.verdicts.naming import outlets, said, speak
from tui.core.verdicts.times import narrowest
from tui.core.verdicts.updates import told_in_order


class Group(NamedTuple):
    """The claims that give one value."""

    value: Value
    denied: bool
    claims: tuple[Claim, ...]
    live: tuple[Claim, ...]
    """Those that no later figure and no correction has replaced."""


    @property
    def parts(self) -> list[Group]:
        """Its live claims by how much slack their words have: one group, but where several words mean one time."""
        by_extent: dict[Extent | None, list[Claim]] = {}
        for claim in self.live:
            by_extent.setdefault(claim.value.extent, []).append(claim)
        if len(by_extent) < 2:
            return [self]
        return [Group(held[0].value, self.denied, tuple(held), tuple(held)) for held in by_extent.values()]


def joined(parts: Sequence[Group]) -> Group:
    """Parts of one group, together."""
    live = tuple({id(claim): claim for part in parts for claim in part.live}.values())
    return Group(narrowest([part.value for part in parts]), parts[0].denied, live, live)


def only_group(claims: Sequence[Claim]) -> Group:
    """Claims that all give one value and all stand."""
    return Group(narrowest([claim.value for claim in claims]), False, tuple(claims), tuple(claims))


def grouped(ordered: Sequence[Claim], replaced: frozenset[int], corrected: frozenset[str]) -> list[Group]:
    """The claims by value, along the line where they lie on one.

    `replaced`: `id()` of the claims that no longer stand. `corrected`: ids of reports their source took back; what they
    said stands apart from what others still say.
    """
    by_value: dict[tuple[object, ...], list[Claim]] = {}
    for claim in ordered:
        kept_apart = (claim.denied, claim.of_a_plan, claim.report.id in corrected)
        by_value.setdefault((claim.value.key, *kept_apart), []).append(claim)
    groups = [
        Group(
            narrowest([claim.value for claim in held]),
            held[0].denied,
            tuple(held),
            tuple(c for c in held if id(c) not in replaced),
        )
        for held in by_value.values()
    ]
    return sorted(groups, key=_group_order)


def _group_order(group: Group) -> tuple[bool, float, float, str, bool, bool]:
    extent = group.value.extent
    low, high = (extent.core_low, extent.core_high) if extent else (-inf, inf)
    return (not group.value.understood, low, high, group.value.text, group.denied, bool(group.live))


def reading_of(group: Group, context: Context) -> Reading:
    """The group as it is shown, with its origins counted."""
    reports, standing = reports_of(group.claims), {claim.report.id for claim in group.live}
    value = group.value.text if not group.denied else f"not {group.value.text}"
    return Reading(
        value=value,
        as_written=tuple(dict.fromkeys(claim.words for claim in group.claims)),
        reports=tuple(report.id for report in reports),
        sources=tuple(dict.fromkeys(claim.source.id for claim in group.claims)),
        origins=context.provenance.count(reports),
        superseded=not group.live,
        replaced=tuple([report.id for report in reports if report.id not in standing]),
        bounds=group.value.bounds(),
        rule=group.value.rule,
    )


def reports_of(claims: Iterable[Claim]) -> list[Report]:
    """The reports of the claims, each once, in order."""
    return list({claim.report.id: claim.report for claim in claims}.values())


def agreed(groups: list[Group], origin: Mapping[str, int]) -> bool:
    """Whether some reading is given by two sources that are not echoes of each other."""
    for group in groups:
        if group.denied or not group.value.understood:
            continue
        echoes = {origin[claim.report.id] for claim in group.live}
        if len(echoes) > 1 and len({claim.source.id for claim in group.live}) > 1:
            return True
    return False


def agreement(groups: list[Group]) -> str:
    """Who agrees, in words."""
    claims = max((group.live for group in groups), key=len)
    who = outlets(claims)
    if len({c.source.name for c in claims}) == 1:
        return f"Several reports of {who} agree."
    if claims[0].field == "said_by":
        return f"{who} quote the same."
    heard = {c.voice for c in claims}
    speaker = ", ".join(claims[0].report.said_by) if len(heard) == 1 and all(heard) else ""
    return f"{who} agree, quoting one speaker: {speaker}." if speaker else f"{who} agree."


def lonely(claims: Sequence[Claim]) -> str:
    """Who alone gives the value, in words; sources that are not independent give it alone together."""
    several = len({claim.source.id for claim in claims})
    if several > 1:
        return f"{outlets(claims)} {speak(claims)} so, {'both' if several == 2 else 'all'} from one origin."
    return f"Only {outlets(claims)} {speak(claims)} so."


def unread(group: Group) -> bool:
    """Whether several sources use words that nobody understood: nothing says that they mean the same."""
    return not group.value.understood and len({claim.source.id for claim in group.live}) > 1


def not_understood(group: Group) -> str:
    """Why an unread value is compared with nothing."""
    return f"{Said('', group.claims[0].words)} was not understood, so it is compared with nothing."


def story(
    kind: FieldKind,
    verdict: Verdict,
    groups: list[Group],
    reason: str,
    corrected: frozenset[str],
    context: Context,
    *,
    paired: bool = False,
) -> tuple[str | None, str]:
    """What is worth telling beside `single` and `same`: what was replaced or taken back, names that are spelt differently.

    `paired`: two readings were compared and found to be one and the same."""
    gone = [group for group in groups if not group.live]
    if gone:
        return "update", _replaced(gone, groups, corrected, context)
    if verdict is Verdict.SAME and kind.named:
        for group in groups:
            spellings = spelled(group.live)
            if spellings:
                return "naming", _named_differently(list(spellings.values()))
        if paired:
            return "naming", reason
    return None, reason


def _named_differently(claims: Sequence[Claim]) -> str:
    """Who writes what for one and the same, and which step joined the names (rules.md §5)."""
    told = "; ".join(
        f"{claim.source.name} writes {Said('', claim.words)}{' (by spelling)' if claim.value.spelt else ''}"
        for claim in claims
    )
    steps = "by the dossier's names" + (" and by spelling" if any(claim.value.spelt for claim in claims) else "")
    return f"One and the same {steps}: {told}."


def _replaced(gone: list[Group], groups: list[Group], corrected: frozenset[str], context: Context) -> str:
    """How the readings that no longer stand came to fall: by their source's own correction, or by its later figures."""
    old = [claim for group in gone for claim in group.claims]
    sources = {claim.source.id for claim in old}
    new = [group for group in groups if any(claim.source.id in sources for claim in group.live)]
    own = [claim for claim in old if claim.report.id in corrected]
    if own:
        took = "corrected itself" if new else "took it back"
        told = [*old, *(claim for group in new for claim in group.live if claim.source.id in sources)]
        values = " → ".join(dict.fromkeys(claim.value.text for claim in _as_corrected(told)))
        return f"{values}: {said(own).who} {took}."
    tellers = {claim.teller for claim in old}
    later = [claim for group in groups for claim in group.live if claim.teller in tellers]
    steps = told_in_order([*old, *later])
    values = " → ".join(f"{claim.value.text} ({stood_words(claim, context)})" for claim in steps)
    return f"{values}: later figures of the same origin replaced the earlier ones."


def _as_corrected(claims: Sequence[Claim]) -> list[Claim]:
    """By when they stood; of those that stood together what corrects after what it corrects."""
    ids = {claim.report.id for claim in claims}
    open_ends = {claim.report.id: sum(name in ids for name in claim.report.corrects) for claim in claims}
    after: dict[str, list[str]] = {}
    for claim in claims:
        for name in claim.report.corrects:
            after.setdefault(name, []).append(claim.report.id)
    order = [name for name, number in open_ends.items() if not number]
    for name in order:
        for later in after.get(name, ()):
            open_ends[later] -= 1
            if not open_ends[later]:
                order.append(later)
    rank = {name: number for number, name in enumerate(order)}
    return sorted(
        claims, key=lambda claim: (claim.stood.latest if claim.stood else inf, rank.get(claim.report.id, len(rank)))
    )


def spelled(claims: Sequence[Claim]) -> dict[tuple[str, ...], Claim]:
    """A claim for each way in which sources spell the names of one reading; empty where they spell them alike."""
    spellings = {claim.spelling: claim for claim in claims}
    return spellings if len(spellings) > 1 and len({claim.source.id for claim in spellings.values()}) > 1 else {}
