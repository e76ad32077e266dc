"""What one voice says twice: a source against itself, a copy against its original. Source: rules.md §2.5, §11."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from heapq import merge
from itertools import combinations, groupby, islice

from tui.core.judgements import Finding, FindingKind, Verdict
from tui.core.names import fold
from tui.core.texts import COPY_SHARE, share
from tui.core.verdicts.claims import Claim, Told
from tui.core.verdicts.comparisons import Comparison, Said, sentence
from tui.core.verdicts.context import Context
from tui.core.verdicts.crowds import MOST, PAIRS, chosen, fair
from tui.core.verdicts.kinds import Asked, FieldKind
from tui.core.verdicts.naming import sides
from tui.core.verdicts.updates import copied, is_update

PARTS = ("headline", "lead", "caption", "body")
"""Parts of a publication, most read first."""


def internal(
    field: str, event: str, live: Sequence[Claim], kind: FieldKind, context: Context
) -> tuple[list[Finding], int]:
    """Two reports of one source, one speaker, at one time, that cannot both be true; and how many things that one voice
    says were too many to hold against each other."""
    by_voice: dict[tuple[str, frozenset[str], bool], list[Claim]] = {}
    for claim in live:
        by_voice.setdefault((claim.source.id, claim.voice, claim.report.planned), []).append(claim)
    found, left = list[Finding](), 0
    voices = [alike for claims in by_voice.values() if len(claims) > 1 and len(alike := _said_alike(claims)) > 1]
    most = fair([len(said) for said in voices])
    for said in voices:
        held = chosen(said, lambda alike: alike[0].value.extent, len, most)
        left += len(said) - len(held)
        clashes = [(a, b) for a, b in combinations(held, 2) if _contradict(field, a[0], b[0], kind, context)]
        if clashes:
            told = list({id(claim): claim for pair in clashes for alike in pair for claim in alike}.values())
            reports = tuple(sorted({claim.report.id for claim in told}))
            reason = f"{told[0].source.name} contradicts itself: {_against(told)}."
            found.append(
                Finding(
                    kind=FindingKind.INTERNAL,
                    events=(event,),
                    reports=reports,
                    field=field,
                    reason=reason,
                    open=True,
                )
            )
    return found, left


def _said_alike(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of one voice: together those of which one says what any other does, of the same time."""
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        alike.setdefault((claim.value.key, claim.value.extent, claim.denied, claim.stood), []).append(claim)
    return list(alike.values())


def copies(
    field: str, event: str, claims: Sequence[Claim], kind: FieldKind, context: Context
) -> tuple[list[Finding], int]:
    """Reports that differ from what they say they repeat, or from the one report that this in turn repeats; and how many
    that differ were too many to judge."""
    if not any(context.provenance.parents(claim.report) for claim in claims):
        return [], 0
    places: dict[str, list[int]] = {}
    """Node -> indices of the claims it stands for."""
    says: dict[tuple[str, Hashable], set[str]] = {}
    """(node, value) -> the sources that give it there."""
    for number, claim in enumerate(claims):
        for node in context.provenance.trace(claim.report).own:
            places.setdefault(node, []).append(number)
            says.setdefault((node, claim.value.key), set()).add(claim.source.id)
    found, left, room = list[Finding](), 0, PAIRS
    for copy in claims:
        nodes, source = _repeated(copy, context), copy.source.id
        if any(says.get((node, copy.value.key), set()) - {source} for node in nodes):
            continue
        met = (number for number, _ in groupby(merge(*(places.get(node, ()) for node in nodes))))
        originals = list(islice((claims[n] for n in met if claims[n].source.id != source), room + 1))
        left += len(originals) > room
        for original in originals[:room]:
            compared = _compare(field, original, copy, kind, context)
            if compared is not None and (compared.verdict.flagged or _sharpened(original, copy)):
                first, second = sides([original], [copy])
                told, stood = _words(copy, original), _words(original, copy)
                reason = f"{second.who} repeats {first.who} but says {told} where {first.who} has {stood}."
                found.append(_finding(FindingKind.COPY_DIFFERS, field, event, original, copy, reason))
        room -= len(originals[:room])
    return found, left


def _sharpened(original: Claim, copy: Claim) -> bool:
    """Whether a copy makes one number of what its original leaves open: of "at least 28" just 28."""
    whole, part = original.value.extent, copy.value.extent
    if not copy.field.startswith("figures.") or whole is None or part is None:
        return False
    return part.low == part.high and whole.low <= part.low <= whole.high and whole.low < whole.high


def _repeated(copy: Claim, context: Context) -> frozenset[str]:
    """The nodes of what a report repeats, and of the one end of what that in turn repeats."""
    parents, roots = context.provenance.parents(copy.report), context.provenance.trace(copy.report).roots
    named = {node for parent in parents for node in (f"report:{parent}", f"source:{parent}")}
    return roots.union(named) if len(roots) == 1 else frozenset(named)


def one_text(
    field: str, told: Told, live: Sequence[Claim], kind: FieldKind, context: Context
) -> tuple[list[Finding], int]:
    """Outlets that print one text and differ in a value, though neither says that it repeats the other (rules.md §2.5, §9);
    and how many prints were too many to hold against the first.

    Held against the first that printed it; a figure that rose since is news and no change on the way. `live`: as they came out.
    """
    every = _printed([claim for claim in live if claim.report.id in told.one_text], context)
    printed, found = every[:MOST], list[Finding]()
    for number, copy in enumerate(printed):
        shares = [
            (first, _shared(first, copy, context)) for first in printed[:number] if first.source.id != copy.source.id
        ]
        alike = [(first, part) for first, part in shares if part >= COPY_SHARE]
        if any((first.value.key, first.denied) == (copy.value.key, copy.denied) for first, _ in alike):
            continue
        for first, part in alike:
            compared = None if copied(first, copy, context) else _compare(field, first, copy, kind, context)
            if compared is None or not compared.verdict.flagged or _rose(field, first, copy, context):
                continue
            one, other = sides([first], [copy])
            reason = (
                f"{one.who} and {other.who} print one text ({part * 100:.0f} % of it shared), "
                f"but {_words(first, copy)} in the one is {_words(copy, first)} in the other."
            )
            found.append(_finding(FindingKind.COPY_DIFFERS, field, told.event, first, copy, reason))
            break
    return found, len(every) - len(printed)


def _printed(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """Of each value in each text the claims of the first two sources: one of these is another than whoever comes later."""
    sources: dict[tuple[frozenset[int], Hashable, bool], set[str]] = {}
    kept = []
    for claim in claims:
        text = context.provenance.shingles(context.provenance.trace(claim.report))
        known = sources.setdefault((text, claim.value.key, claim.denied), set())
        if len(known) < 2 and claim.source.id not in known:
            known.add(claim.source.id)
            kept.append(claim)
    return kept


def _shared(a: Claim, b: Claim, context: Context) -> float:
    known = context.provenance
    return share(known.shingles(known.trace(a.report)), known.shingles(known.trace(b.report)))


def _rose(field: str, a: Claim, b: Claim, context: Context) -> bool:
    """Whether the higher of two figures is certainly later, and so an update."""
    if not context.rises(field) or a.value.extent is None or b.value.extent is None:
        return False
    low, high = (b, a) if a.value.extent.low > b.value.extent.high else (a, b)
    return is_update(low, high, context)


def _compare(field: str, a: Claim, b: Claim, kind: FieldKind, context: Context) -> Comparison | None:
    if a.of_a_plan != b.of_a_plan:
        return None
    if a.denied != b.denied:
        compared = kind.compare(a.value, b.value, Asked(field, Said("", a.words), Said("", b.words), context))
        inner = "b" if a.denied else "a"
        touches = compared.verdict in (Verdict.SAME, Verdict.PRECISION) and inner in compared.inner
        return Comparison(Verdict.CONFLICT, compared.reason) if touches else None
    if a.value.key == b.value.key:
        return None
    zones = (a.source.timezone, b.source.timezone)
    return kind.compare(a.value, b.value, Asked(field, Said("", a.words), Said("", b.words), context, zones))


def _apart_in_time(a: Claim, b: Claim) -> bool:
    """Two reports whose as-of certainly differs tell of two moments (only where they state one: a source is published once)."""
    if a.stood is None or b.stood is None:
        return False
    return a.stood.surely_before(b.stood) or b.stood.surely_before(a.stood)


def _contradict(field: str, a: Claim, b: Claim, kind: FieldKind, context: Context) -> bool:
    if a.report.id == b.report.id or _apart_in_time(a, b) or (a.denied and b.denied):
        return False
    compared = _compare(field, a, b, kind, context)
    return compared is not None and compared.verdict is Verdict.CONFLICT


def _against(clashing: Sequence[Claim]) -> str:
    """The words on either side, each with the parts of the publication in which they stand, headline first."""
    told: dict[str, list[str]] = {}
    for claim in sorted(clashing, key=_part_order):
        places = told.setdefault(_words(claim), [])
        place = claim.report.part or claim.report.locator
        if place and place not in places:
            places.append(place)
    shown = [f"{words} ({', '.join(places)})" if places else words for words, places in told.items()]
    return " against ".join(shown)


def _part_order(claim: Claim) -> tuple[int, str]:
    part = claim.report.part
    return (PARTS.index(part) if part in PARTS else len(PARTS), claim.report.id)


def _words(claim: Claim, beside: Claim | None = None) -> str:
    """As written; and as read, where the same words mean another thing in the claim `beside` it."""
    quoted = str(Said("", claim.words))
    if beside is not None and claim.denied == beside.denied and fold(claim.words) == fold(beside.words):
        quoted += f" ({claim.value.text})"
    return f"not {quoted}" if claim.denied else quoted


def _finding(kind: FindingKind, field: str, event: str, a: Claim, b: Claim, reason: str) -> Finding:
    return Finding(
        kind=kind,
        events=(event,),
        reports=(a.report.id, b.report.id),
        field=field,
        reason=sentence(reason, (a.source.name, b.source.name)),
        open=True,
    )
