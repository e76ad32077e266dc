"""The values a dossier is made of, as its files state them (contract.md, "Dossier format 1").

Nothing here is read, resolved or judged: a `when` is still the source's own words. TOML dates, numbers and
booleans are brought to one shape by `tui.files.decode`, so that every later step meets text.
"""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from tui.core.values import dataclass

ClaimValue: TypeAlias = str | bool | tuple[str, ...]
"""One stated value: words, a truth value, or a list of words read as a set."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the user's files something stands."""

    file: str = ""
    """Path as shown to the user; empty for what no file states."""
    line: int | None = None
    """1-based line of the table's header, or None where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The `[dossier]` table."""

    title: str = ""
    description: str = ""
    timezone: str = "UTC"
    """IANA zone of the events, for times that state none."""
    numbers: tuple[tuple[str, tuple[int, int, int, int]], ...] = ()
    """Overridden rows of the table of vague numbers: hard low, core low, core high, hard high."""
    position: Position = Position()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One publication: an article, a post, a statement, a coded data set."""

    id: str
    name: str
    siglum: str
    kind: str = "article"
    family: str
    """Publisher family; the id where the file names none."""
    title: str = ""
    url: str = ""
    archive_url: str = ""
    sha256: str = ""
    captured: str = ""
    """EDTF-like text; empty when unknown."""
    published: str | None = None
    """EDTF-like text, possibly an interval; None when the file does not say."""
    timezone: str | None = None
    language: str = ""
    credits: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    """Ids of the sources this one copies, translates or rewrites."""
    grade: str = ""
    """Admiralty reliability A-F; empty when not graded."""
    position: Position = Position()

    @property
    def is_dataset(self) -> bool:
        """A coded data set has no default as-of and is one record per event."""
        return self.kind == "dataset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, group, state or office that reports name."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    """person | group | state | office; empty when not said."""
    part_of: str | None = None
    position: Position = Position()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that reports name."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 0.0
    position: Position = Position()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What is known about a field, by its full name (`claims.outcome`, `figures.age`, `who.attacker`)."""

    id: str
    label: str = ""
    exclusive: tuple[tuple[str, ...], ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    broader: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rises: bool | None = None
    """Whether figures of this field grow as news comes in; None leaves it to the field's name."""
    slack: float | None = None
    single: bool = False
    """Whether only one value can be true (one attacker)."""
    unit: str = ""
    position: Position = Position()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened or is said to have happened."""

    id: str
    title: str = ""
    tags: tuple[str, ...] = ()
    position: Position = Position()
    """Empty when the event sprang into being because a report names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One source's account of one event."""

    id: str
    source: str
    event: str | None = None
    """None: the report is *unplaced* until linked."""
    when: str | None = None
    until: str | None = None
    after: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    who: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(role, names) in file order; the role is "" where the report names actors without roles."""
    what: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    """(key, words): 40 is "40", [10, 20] is "[10, 20]"."""
    claims: tuple[tuple[str, ClaimValue], ...] = ()
    said_by: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    as_of: str | None = None
    planned: bool = False
    denies: bool | tuple[str, ...] = False
    """True: the event did not happen. A tuple: the fields whose value this report denies."""
    hedged: bool = False
    part: str = ""
    """headline | lead | body | caption; empty when not said."""
    quote: str = ""
    locator: str = ""
    credibility: int | None = None
    """Admiralty credibility 1-6."""
    text: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    position: Position = Position()
    lines: tuple[tuple[str, ...], tuple[int, ...]] = ((), ())
    """Key paths inside the report, and how far below its own line each stands, as far as the scan of the file found them.

    Reports written alike, as most are, share one value.
    """
    given_id: bool = True
    """False when the id is the default made from source and event."""

    @property
    def denied(self) -> tuple[str, ...]:
        """Full names of the fields whose value it gives in order to deny it; `who` stands for every role (rules.md §8)."""
        if not isinstance(self.denies, tuple):
            return ()
        roles = [f"who.{role}" for role, _ in self.who if role] if "who" in self.denies else []
        return tuple(dict.fromkeys([*self.denies, *roles]))

    def line_of(self, key: str) -> int | None:
        """Line of a key such as "when" or "figures.killed"; the table's own line where it is not known."""
        names, below = self.lines
        line = self.position.line
        return line if line is None or key not in names else line + below[names.index(key)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A decision about identity; outranks `event` keys."""

    reports: tuple[str, ...]
    same: bool | None
    """True same event, False different events, None disputed."""
    reason: str = ""
    by: str = ""
    at: str = ""
    position: Position = Position()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision about a discrepancy. The losing readings are kept."""

    event: str
    field: str
    accepted: str
    """Id of a report in the accepted reading, or "none", or "both"."""
    seen: tuple[tuple[str, str], ...] = ()
    """(report id, value as judged)."""
    reason: str = ""
    by: str = ""
    at: str = ""
    position: Position = Position()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A note on a report, event or source, kept apart from the evidence."""

    target: str
    note: str = ""
    tags: tuple[str, ...] = ()
    by: str = ""
    at: str = ""
    position: Position = Position()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything the files state, merged. References have been checked; faults are in `tui.core.problems` values."""

    settings: Settings = field(default_factory=Settings)
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    fields: tuple[Field, ...] = ()
    events: tuple[Event, ...] = ()
    """Declared events in file order, then those that reports name, in file order. Each has a report after loading, or is a problem."""
    reports: tuple[Report, ...] = ()
    """In file order; `links` have not been applied yet."""
    links: tuple[Link, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    annotations: tuple[Annotation, ...] = ()
