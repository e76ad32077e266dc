"""What one voice says twice: a source against itself, a copy against its original. Source: rules.md §2.5, §11."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tui.core.judgements import Finding, FindingKind, Verdict
from tui.core.names import fold
from tui.core.texts import COPY_SHARE, share
from tui.core.verdicts.claims import Claim, Told
from tui.core.verdicts.comparisons import Comparison, Said
from tui.core.verdicts.context import Context
from tui.core.verdicts.kinds import Asked, FieldKind
from tui.core.verdicts.naming import sides
from tui.core.verdicts.updates import copied, is_update

PARTS = ("headline", "lead", "caption", "body")
"""Parts of a publication, most read first."""


def internal(field: str, event: str, live: Sequence[Claim], kind: FieldKind, context: Context) -> list[Finding]:
    """Two reports of one source, one speaker, at one time, that cannot both be true."""
    by_voice: dict[tuple[str, frozenset[str], bool], list[Claim]] = {}
    for claim in live:
        by_voice.setdefault((claim.source.id, claim.voice, claim.report.planned), []).append(claim)
    found = []
    for claims in by_voice.values():
        clashes = [(a, b) for a, b in combinations(claims, 2) if _contradict(field, a, b, kind, context)]
        if clashes:
            reports = tuple(sorted({claim.report.id for pair in clashes for claim in pair}))
            reason = f"{claims[0].source.name} contradicts itself: {_against(clashes)}."
            found.append(
                Finding(
                    kind=FindingKind.INTERNAL, events=(event,), reports=reports, field=field, reason=reason, open=True
                )
            )
    return found


def copies(field: str, event: str, claims: Sequence[Claim], kind: FieldKind, context: Context) -> list[Finding]:
    """Reports that differ from what they say they repeat, or from the one report that this in turn repeats."""
    found = []
    for copy in claims:
        parents, roots = context.provenance.parents(copy.report), context.provenance.trace(copy.report).roots
        originals = [
            claim
            for claim in claims
            if claim.source.id != copy.source.id
            and (
                claim.report.id in parents
                or claim.source.id in parents
                or (len(roots) == 1 and roots & context.provenance.trace(claim.report).own)
            )
        ]
        if any(claim.value.key == copy.value.key for claim in originals):
            continue
        for original in originals:
            compared = _compare(field, original, copy, kind, context)
            if compared is not None and compared.verdict.flagged:
                first, second = sides([original], [copy])
                reason = f"{second.who} repeats {first.who} but says {_words(copy, original)} where it has {_words(original, copy)}."
                found.append(_finding(FindingKind.COPY_DIFFERS, field, event, original, copy, reason))
    return found


def one_text(field: str, told: Told, live: Sequence[Claim], kind: FieldKind, context: Context) -> list[Finding]:
    """Outlets that print one text and differ in a value, though neither says that it repeats the other (rules.md §2.5, §9).

    Held against the first that printed it; a figure that rose since is news and no change on the way. `live`: as they came out.
    """
    printed = [claim for claim in live if claim.report.id in told.one_text]
    found = []
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
    return found


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


def _against(clashes: list[tuple[Claim, Claim]]) -> str:
    """The words on either side, each with the parts of the publication in which they stand, headline first."""
    told: dict[str, list[str]] = {}
    for claim in sorted({id(c): c for pair in clashes for c in pair}.values(), key=_part_order):
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
        kind=kind, events=(event,), reports=(a.report.id, b.report.id), field=field, reason=reason, open=True
    )
