"""What the program says about an event: readings, verdicts, findings. Values only; the rules that make them are in `verdicts`.

The shapes follow the JSON of contract.md ("diff"), so that the explorer, the text and the JSON show one thing.
"""

from __future__ import annotations

from enum import StrEnum

from tui.core.values import dataclass


class Verdict(StrEnum):
    """How readings of one field stand to each other (rules.md §1)."""

    SINGLE = "single"
    SAME = "same"
    PRECISION = "precision"
    COMPATIBLE = "compatible"
    UNREAD = "unread"
    INCOMPARABLE = "incomparable"
    UNDETERMINED = "undetermined"
    STRAINED = "strained"
    CONFLICT = "conflict"

    @property
    def told(self) -> str:
        """The word for people."""
        return _TOLD.get(self, self.value)

    @property
    def rank(self) -> int:
        """0 is weakest. The three words beside the scale stand below `strained`: they apply where no pair reaches it."""
        return _RANKS[self]

    @property
    def flagged(self) -> bool:
        """Whether the verdict alone makes a discrepancy (rules.md §12)."""
        return self in (Verdict.STRAINED, Verdict.CONFLICT)


_TOLD: dict[Verdict, str] = {
    Verdict.SINGLE: "one account",
    Verdict.PRECISION: "more exact",
    Verdict.UNREAD: "not understood",
    Verdict.INCOMPARABLE: "not comparable",
    Verdict.UNDETERMINED: "worded differently",
}
_RANKS: dict[Verdict, int] = {verdict: rank for rank, verdict in enumerate(Verdict)}


def strongest(verdicts: list[Verdict]) -> Verdict:
    """The strongest of the verdicts; `single` when there is none."""
    return max(verdicts, key=_RANKS.__getitem__, default=Verdict.SINGLE)


class FindingKind(StrEnum):
    """What can be found beside the fields' verdicts (rules.md §12)."""

    INTERNAL = "internal"
    DENIAL = "denial"
    COPY_DIFFERS = "copy-differs"
    FIGURES_FELL = "figures-fell"
    CIRCULAR = "circular"
    IDENTITY = "identity"
    SINGLE_ORIGIN = "single-origin"
    CREDIBILITY = "credibility"
    """A claim graded 1, "confirmed by other independent sources", without two origins to its name."""

    @property
    def flagged(self) -> bool:
        """Whether it is a discrepancy; the last two only qualify what stands behind an event."""
        return self not in (FindingKind.SINGLE_ORIGIN, FindingKind.CREDIBILITY)


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins stand behind some reports (rules.md §9)."""

    low: int
    high: int
    unknown: int
    at_most: bool = False
    """`low` was found greedily and is an upper bound on itself: shown as "≤"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBounds:
    """UTC, ISO 8601, half-open; None is unbounded."""

    earliest: str | None
    latest: str | None
    slack_earliest: str | None
    slack_latest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBounds:
    """Inclusive; None is unbounded."""

    low: float | None
    high: float | None
    core_low: float | None
    core_high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The reports of an event that give the same value for a field."""

    value: str
    """The value in the program's words: "2016-06-26", "at least 30", "al-Bukamal"."""
    as_written: tuple[str, ...]
    """The sources' own words, distinct, in report order."""
    reports: tuple[str, ...]
    sources: tuple[str, ...]
    origins: OriginCount
    superseded: bool = False
    """None of its reports stands by it any more."""
    replaced: tuple[str, ...] = ()
    """Those of its reports that no longer stand by it: later figures of theirs, or a correction, took its place."""
    bounds: TimeBounds | NumberBounds | None = None
    rule: str = ""
    """How the words were read, one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two readings compared."""

    a: int
    b: int
    verdict: Verdict
    kind: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldVerdict:
    """One field of one event over all its sources."""

    field: str
    verdict: Verdict
    kind: str | None
    flagged: bool
    open: bool
    doubtful: bool
    gap: str | None
    """The distance in words ("12 deaths", "1 day", "31 km") where the verdict is conflict."""
    reason: str
    camps: tuple[tuple[int, ...], ...]
    readings: tuple[Reading, ...]
    pairs: tuple[Pair, ...]
    silent: tuple[str, ...]
    """Ids of sources that report the event and not this field."""
    size: float = 0.0
    """How big the conflict is: puts the biggest first in lists. Figures by how far apart they are, then what excludes the other or is
    denied, then times, then places by their distance (`verdicts.comparisons.sized`)."""
    rulings: tuple[int, ...] = ()
    """Indices into the dossier's rulings that speak of this field, standing or reopened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something found beside the verdicts of fields."""

    kind: FindingKind
    events: tuple[str, ...]
    reports: tuple[str, ...]
    field: str | None
    reason: str
    open: bool

    @property
    def flagged(self) -> bool:
        """Whether it counts as a discrepancy."""
        return self.kind.flagged


@dataclass(frozen=True, slots=True, kw_only=True)
class EventVerdict:
    """Everything said of one event."""

    id: str
    title: str
    earliest: str | None
    latest: str | None
    sources: tuple[str, ...]
    absent: tuple[str, ...]
    """Sources without a report of the event (and not certainly published before it)."""
    earlier: tuple[str, ...]
    """Sources certainly published before the event began."""
    reports: tuple[str, ...]
    origins: OriginCount
    verdict: Verdict
    findings: tuple[Finding, ...]
    fields: tuple[FieldVerdict, ...]

    @property
    def contested(self) -> bool:
        """Whether an open flag stands on the event."""
        return any(f.open for f in self.fields) or any(f.open for f in self.findings)
