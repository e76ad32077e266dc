"""What the store answers with: plain rows for the explorer and the headless commands. No SQL, no drawing."""

from __future__ import annotations

from tui.core.judgements import EventVerdict, OriginCount, Verdict
from tui.core.model import Report
from tui.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The dossier in numbers, for the title line."""

    title: str
    timezone: str
    events: int
    reports: int
    sources: int
    contested: int
    """Events with an open flag."""
    origins: OriginCount
    """Over all reports of the dossier."""
    unplaced: int
    problems: int
    notes: int
    files: int
    as_of: int | None = None
    """Seconds since 1970 UTC: what came out later is left out; None where all is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file that what is shown was made from."""

    path: str
    """Seen from the folder of the dossier, so the same on every machine."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event as the timeline shows it: what was judged and the reports it was judged from."""

    position: int
    """0-based place in the filtered timeline it was asked from."""
    earliest: int | None
    """Seconds since 1970 UTC, half-open; None is unbounded."""
    latest: int | None
    verdict: EventVerdict
    reports: tuple[Report, ...]
    tags: tuple[str, ...] = ()
    disputed: tuple[Report, ...] = ()
    """Reports that may belong to it: shown, and not judged."""
    placed: bool = True
    """False for a report that has no event yet: it stands as a row of its own."""


@dataclass(frozen=True, slots=True)
class EventTitle:
    """One event by name and time."""

    position: int
    """As in `EventRow`."""
    id: str
    title: str
    earliest: int | None = None
    latest: int | None = None

    @property
    def timed(self) -> bool:
        """Whether it has any time."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One discrepancy, or (in the audited list) one field that was checked and found compatible."""

    event: str
    title: str
    position: int
    """Of its event in the filtered timeline."""
    field: str | None
    """None for a finding about whole events."""
    kind: str
    """A field's kind or a finding's kind: `number-conflict`, `internal`."""
    verdict: Verdict | None
    """None for a finding."""
    reason: str
    open: bool
    doubtful: bool = False
    origins: OriginCount | None = None
    earliest: int | None = None
    latest: int | None = None
    """Of its event, in UTC seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCount:
    """An actor and in how many events of the filter it is named."""

    id: str
    """Id of the declared actor, or the folded name of one that no `[[actor]]` declares."""
    name: str
    events: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How an actor is written."""

    words: str
    reports: int
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Billing:
    """An actor, in how many events of the filter it is named in which role, and its spellings in the whole dossier."""

    id: str
    """As in `ActorCount`."""
    name: str
    events: int
    roles: tuple[tuple[str, int], ...]
    """(role, events), most frequent first; "named" where reports give no role, "said_by" for who is quoted."""
    spellings: tuple[Spelling, ...]
    """Most frequent first; those of its branches are not among them."""
    declared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A value to filter by and how many events of the filter have it."""

    value: str
    """As the query language wants it."""
    label: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DensityBar:
    """One bar of the strip above the timeline. Events count in the bar of their earliest time (else latest)."""

    start: int
    """Seconds since 1970 UTC."""
    end: int
    """Exclusive."""
    events: int
    contested: int
    position: int
    """Of its first event in the filtered timeline."""
