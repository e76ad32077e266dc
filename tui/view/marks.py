"""The mark of a field or a finding: glyph, word and role together, worst first. Decides nothing: the verdict is given."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Finding, FindingKind, Verdict
from tui.view.safety import safe
from tui.view.same import Same, remembered


class Mark(NamedTuple):
    """How a verdict or finding is shown; never by colour alone."""

    glyph: str
    ascii: str
    word: str
    role: str
    weight: int
    """Higher is worse: what is shown first where not all fit."""

    def sign(self, *, ascii_only: bool) -> str:
        """The one-cell sign."""
        return self.ascii if ascii_only else self.glyph


_VERDICTS = {
    Verdict.SINGLE: Mark("·", ".", Verdict.SINGLE.told, "faint", 0),
    Verdict.SAME: Mark("=", "=", Verdict.SAME.told, "same", 1),
    Verdict.PRECISION: Mark("⊂", "<", Verdict.PRECISION.told, "precision", 20),
    Verdict.COMPATIBLE: Mark("∩", "&", Verdict.COMPATIBLE.told, "compatible", 25),
    Verdict.UNREAD: Mark("?", "?", Verdict.UNREAD.told, "unread", 30),
    Verdict.INCOMPARABLE: Mark("∦", "|", Verdict.INCOMPARABLE.told, "unlike", 40),
    Verdict.UNDETERMINED: Mark("≠", "#", Verdict.UNDETERMINED.told, "worded", 50),
    Verdict.STRAINED: Mark("≈", "%", Verdict.STRAINED.told, "strained", 80),
    Verdict.CONFLICT: Mark("✗", "X", Verdict.CONFLICT.told, "conflict", 100),
}
_KINDS = {
    "update": Mark("↑", "^", "update", "unlike", 42),
    "naming": Mark("~", "n", "named differently", "naming", 10),
    "denial": Mark("⊘", "0", "denied", "conflict", 98),
    "time-zone": Mark("✗", "X", "conflict (time zone)", "conflict", 99),
}
_FINDINGS: dict[str, Mark] = {
    FindingKind.INTERNAL: Mark("⇅", "!", "internal", "finding", 95),
    FindingKind.DENIAL: Mark("⊘", "0", "denied", "finding", 98),
    FindingKind.COPY_DIFFERS: Mark("∂", "c", "copy differs", "finding", 90),
    FindingKind.FIGURES_FELL: Mark("↓", "v", "figures fell", "finding", 88),
    FindingKind.CIRCULAR: Mark("↻", "@", "circular", "finding", 86),
    FindingKind.IDENTITY: Mark("≡", "I", "same event?", "finding", 85),
    FindingKind.SINGLE_ORIGIN: Mark("⊙", "o", "one origin", "note", 15),
}
_SPEAKERS = Mark("·", ".", "several speakers", "faint", 0)
"""Who speaks is no claim: several are neither one account nor the same."""
NONE = _VERDICTS[Verdict.SINGLE]
"""Nothing differs."""
_IN_VIEW = 128
"""Events of which it is remembered what is said: each part of the screen asks again."""
RULED = Mark("✓", "r", "ruled", "settled", 5)
"""A flag on which a ruling stands."""


class Spot(NamedTuple):
    """One thing said of an event: a field's verdict or a finding, with its mark."""

    key: str
    """`finding:<n>` or the field's name: what the explorer remembers as selected."""
    name: str
    """Short name of the field, or the finding's word."""
    mark: Mark
    field: FieldVerdict | None = None
    finding: Finding | None = None

    @property
    def reason(self) -> str:
        """The reason in plain words."""
        if self.field is not None:
            return self.field.reason
        return self.finding.reason if self.finding is not None else ""

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports it is about."""
        if self.field is not None:
            return tuple(report for reading in self.field.readings for report in reading.reports)
        return self.finding.reports if self.finding is not None else ()

    @property
    def width(self) -> tuple[bool, float]:
        """To sort by: what is beyond doubt first, then what is farthest apart, as in the list of discrepancies."""
        return (False, 0.0) if self.field is None else (self.field.doubtful, -self.field.size)

    @property
    def open(self) -> bool:
        """Whether an open flag stands here."""
        if self.field is not None:
            return self.field.open
        return self.finding.open if self.finding is not None else False

    @property
    def kind(self) -> str:
        """Kind of the field's verdict or of the finding; empty where nothing is found."""
        if self.field is not None:
            return self.field.kind or ""
        return self.finding.kind if self.finding is not None else ""

    @property
    def across(self) -> bool:
        """Whether it concerns other events too: it is listed, and not walked to."""
        return self.finding is not None and len(self.finding.events) > 1

    @property
    def words(self) -> str:
        """Mark in words, with the doubt where there is one."""
        return f"{self.mark.word}, doubtful" if self.field is not None and self.field.doubtful else self.mark.word


def mark_of_flag(kind: str, verdict: Verdict | None, *, is_open: bool = True, speakers: bool = False) -> Mark:
    """The mark of a verdict of some kind, or of a finding's kind where there is no verdict.

    `speakers`: whether it is of a field that tells of several speakers.
    """
    if verdict is None:
        mark = _FINDINGS.get(kind, _VERDICTS[Verdict.SINGLE])
    elif (
        (kind in ("denial", "time-zone") and verdict.flagged)
        or (kind == "update" and verdict in (Verdict.INCOMPARABLE, Verdict.SINGLE))
        or (kind == "naming" and verdict in (Verdict.SAME, Verdict.SINGLE, Verdict.COMPATIBLE))
    ):
        mark = _KINDS[kind]
        mark = mark._replace(role=_VERDICTS[verdict].role) if verdict.flagged else mark
    elif speakers and verdict is Verdict.SINGLE:
        mark = _SPEAKERS
    else:
        mark = _VERDICTS[verdict]
    flagged = verdict.flagged if verdict is not None else mark.weight > 80
    return RULED._replace(word=f"{mark.word}, ruled") if flagged and not is_open else mark


def mark_of_field(verdict: FieldVerdict) -> Mark:
    """The mark of a field."""
    return mark_of_flag(
        verdict.kind or "",
        verdict.verdict,
        is_open=verdict.open or not verdict.flagged,
        speakers=verdict.field == "said_by" and len(verdict.readings) > 1,
    )


def mark_of_value(verdict: FieldVerdict, report: str) -> Mark:
    """The mark of what one report gives for a field: where it was not understood, that and not what others make of the field."""
    given = {index for index, reading in enumerate(verdict.readings) if report in reading.reports}
    pairs = [pair.verdict for pair in verdict.pairs if pair.a in given or pair.b in given]
    unread = bool(pairs) and all(pair is Verdict.UNREAD for pair in pairs)
    return _VERDICTS[Verdict.UNREAD] if unread else mark_of_field(verdict)


def mark_of_finding(finding: Finding) -> Mark:
    """The mark of a finding."""
    return mark_of_flag(finding.kind, None, is_open=finding.open)


def short_name(field: str) -> str:
    """The field's name without its table: `killed` for `figures.killed`, `attacker` for `who.attacker`. Safe to show."""
    return safe((field.partition(".")[2] or field).replace("_", " "))


def spots(row: EventRow) -> tuple[Spot, ...]:
    """Everything said of the event, in the order it is walked: findings first, then fields as given."""
    return _spots(Same(row))


@remembered(_IN_VIEW)
def _spots(same: Same[EventRow]) -> tuple[Spot, ...]:
    row = same.value
    findings = (
        Spot(f"finding:{index}", mark_of_finding(finding).word, mark_of_finding(finding), finding=finding)
        for index, finding in enumerate(row.verdict.findings)
    )
    short = [short_name(field.field) for field in row.verdict.fields]
    fields = (
        Spot(
            field.field, name if short.count(name) == 1 else _told_apart(field.field), mark_of_field(field), field=field
        )
        for name, field in zip(short, row.verdict.fields, strict=True)
    )
    return (*findings, *fields)


def _told_apart(field: str) -> str:
    """Where `who.target` and `claims.target` stand in one event, the first is "who target" and the second "target"."""
    return short_name(field) if field.startswith("claims.") else safe(field.replace(".", " ").replace("_", " "))


def worst_first(row: EventRow) -> tuple[Spot, ...]:
    """What is worth a mark beside the event, worst first, of alike ones the widest: agreement and single accounts are not."""
    return _worst_first(Same(row))


@remembered(_IN_VIEW)
def _worst_first(row: Same[EventRow]) -> tuple[Spot, ...]:
    marked = (spot for spot in spots(row.value) if spot.mark.weight > 2)
    return tuple(sorted(marked, key=lambda spot: (-spot.mark.weight, *spot.width)))


def spot_for(row: EventRow, key: str | None) -> Spot | None:
    """The selected spot; where none is selected (or it is gone) the worst, else the first."""
    every = spots(row)
    for spot in every:
        if spot.key == key:
            return spot
    worst = worst_first(row)
    return worst[0] if worst else (every[0] if every else None)


def neighbour(row: EventRow, key: str | None, *, forward: bool, kind: str | None = None) -> Spot | None:
    """The next (previous) open flag inside the event, from the spot of that key on; None stands before them all."""
    every = spots(row)
    here = next((index for index, spot in enumerate(every) if spot.key == key), -1)
    rest = every[here + 1 :] if forward else every[: max(here, 0)][::-1]
    return next((spot for spot in rest if spot.open and not spot.across and kind in (None, spot.kind)), None)


def spot_of_flag(row: EventRow, field: str | None, kind: str) -> str | None:
    """The key under which a flag of the store stands in its event.

    A finding may name a field ("internal" about the outcome), so the kind decides first.
    """
    for spot in spots(row):
        if spot.finding is not None and spot.finding.kind == kind and spot.finding.field == field:
            return spot.key
    for spot in spots(row):
        if spot.finding is not None and spot.finding.kind == kind:
            return spot.key
    return field


def every_mark() -> tuple[Mark, ...]:
    """Every mark there is, worst first, each sign once."""
    marks = {mark.glyph: mark for mark in (*_KINDS.values(), *_FINDINGS.values(), *_VERDICTS.values(), RULED)}
    return tuple(sorted(marks.values(), key=lambda mark: -mark.weight))
