"""Dossier format 1, described once: every table, key, kind of value and choice, in words a user can read.

`decode` reads by it, unknown keys are judged by it, and `schema` turns it into a JSON Schema. It decides nothing itself.
"""

from __future__ import annotations

from enum import StrEnum

from tui.core.values import dataclass

ID_PATTERN = r"[a-z0-9][a-z0-9._-]*"
"""What ids are made of: small letters and digits, then also dot, underscore and hyphen."""

REPORT_ID_PATTERN = ID_PATTERN + r"(/[a-z0-9._-]+)?"
"""A report id may hold one slash."""


ROLE_PATTERN = r"[A-Za-z0-9_-]+"
"""What a role in `who` is made of."""


class Kind(StrEnum):
    """The kinds of value a key can hold. Each has a reader in `kinds` and a JSON Schema in `schema`."""

    TEXT = "text"
    ID = "id"
    REPORT_ID = "report id"
    REFERENCE = "reference"
    TEXTS = "texts"
    ONE_OR_MORE = "one or more"
    TIME = "time"
    FLAG = "flag"
    NUMBER = "number"
    COUNT = "count"
    CHOICE = "choice"
    SIGLUM = "siglum"
    ZONE = "zone"
    RANGES = "ranges"
    GROUPS = "groups"
    NARROWER = "narrower"
    ROLES = "roles"
    FIGURES = "figures"
    CLAIMS = "claims"
    DENIAL = "denial"
    IDENTITY = "identity"
    FIELD_NAME = "field name"
    VALUES = "values"
    COLUMNS = "columns"


class Shape(StrEnum):
    """How often a table may stand in a file."""

    ONE = "one"
    MANY = "many"
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a table."""

    name: str
    kind: Kind
    about: str
    """One sentence for the person who writes the file."""
    required: bool = False
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of the format."""

    name: str
    shape: Shape
    about: str
    keys: tuple[Key, ...]

    @property
    def header(self) -> str:
        """How the table is written: `[dossier]`, `[[report]]`."""
        return f"[{self.name}]" if self.shape is Shape.ONE else f"[[{self.name}]]"


def _text(name: str, about: str, *, required: bool = False) -> Key:
    return Key(name=name, kind=Kind.TEXT, about=about, required=required)


def _texts(name: str, about: str, *, required: bool = False) -> Key:
    return Key(name=name, kind=Kind.TEXTS, about=about, required=required)


def _time(name: str, about: str) -> Key:
    return Key(name=name, kind=Kind.TIME, about=about)


def _flag(name: str, about: str) -> Key:
    return Key(name=name, kind=Kind.FLAG, about=about)


def _zone(about: str) -> Key:
    return Key(name="timezone", kind=Kind.ZONE, about=about)


def _id(about: str) -> Key:
    return Key(name="id", kind=Kind.ID, about=about, required=True)


_REASON = _text("reason", "Why it was decided so.")
_BY = _text("by", "Who decided or wrote it.")
_AT = _time("at", "When it was decided or written.")

DOSSIER = Table(
    name="dossier",
    shape=Shape.ONE,
    about="What the dossier is about; stands at most once in all its files.",
    keys=(
        _text("title", "The story in a line."),
        _text("description", "The story in a paragraph."),
        _zone("IANA zone of the events, for times that state none; UTC where it is not given."),
        Key(
            name="numbers",
            kind=Kind.RANGES,
            about="Own meanings of vague numbers: the word, then hard low, core low, core high and hard high.",
        ),
    ),
)

SOURCE = Table(
    name="source",
    shape=Shape.EITHER,
    about="One publication. A file with exactly one source table owns the reports that stand in it.",
    keys=(
        _id("What reports call the source by."),
        _text("name", "The outlet; the id where it is not given."),
        Key(
            name="siglum",
            kind=Kind.SIGLUM,
            about="Two to five letters for column heads; made from the name where it is not given.",
        ),
        Key(
            name="kind",
            kind=Kind.CHOICE,
            about="What was published.",
            choices=("article", "post", "statement", "interview", "image", "video", "dataset"),
        ),
        _text("family", "Publisher family, for outlets that belong together; the id where it is not given."),
        _text("title", "The headline, as one would cite it."),
        _text("url", "Where it was published."),
        _text("archive_url", "Where a copy is kept."),
        _text("sha256", "Checksum of the captured copy."),
        _time("captured", "When the copy was taken."),
        _time("published", "When it came out: a date, a date with a time, or an EDTF text such as an interval."),
        _zone("IANA zone of the outlet."),
        _text("language", "Language code of the text."),
        _texts("credits", "News agencies named in the byline."),
        _texts("derived_from", "Ids of the sources this one copies, translates or rewrites."),
        Key(
            name="grade",
            kind=Kind.CHOICE,
            about="How reliable the source is on the Admiralty scale, from A (completely) to E; F: cannot be judged.",
            choices=("A", "B", "C", "D", "E", "F"),
        ),
    ),
)

ACTOR = Table(
    name="actor",
    shape=Shape.MANY,
    about="A person, group, state or office that reports name.",
    keys=(
        _id("What other tables call the actor by."),
        _text("name", "The name as you spell it; the id where it is not given."),
        _texts("aliases", "Other names and spellings."),
        Key(
            name="kind",
            kind=Kind.CHOICE,
            about="What sort of actor it is.",
            choices=("person", "group", "state", "office"),
        ),
        Key(
            name="part_of",
            kind=Kind.REFERENCE,
            about="Id of the actor this one is a branch of: inside it, not different from it.",
        ),
    ),
)

PLACE = Table(
    name="place",
    shape=Shape.MANY,
    about="A place that reports name.",
    keys=(
        _id("What other tables call the place by."),
        _text("name", "The name as you spell it; the id where it is not given."),
        _texts("aliases", "Other names and spellings."),
        Key(name="within", kind=Kind.REFERENCE, about="Id of the place this one lies in."),
        Key(name="lat", kind=Kind.NUMBER, about="Latitude in degrees, north is positive.", low=-90, high=90),
        Key(name="lon", kind=Kind.NUMBER, about="Longitude in degrees, east is positive.", low=-180, high=180),
        Key(name="radius_km", kind=Kind.NUMBER, about="How far the place reaches from that point, in km.", low=0),
    ),
)

FIELD = Table(
    name="field",
    shape=Shape.MANY,
    about="What is known about a field of reports, so that its values can be compared.",
    keys=(
        Key(
            name="id",
            kind=Kind.ID,
            about="Full name of the field, such as claims.outcome or figures.killed.",
            required=True,
        ),
        _text("label", "How the field is called on screen."),
        Key(name="exclusive", kind=Kind.GROUPS, about="Lists of values that rule each other out."),
        Key(name="same", kind=Kind.GROUPS, about="Lists of values that mean the same."),
        Key(name="broader", kind=Kind.NARROWER, about="A wide value, and the narrower ones it takes in."),
        _flag("rises", "Whether the figure grows as news comes in, as a death toll does."),
        Key(name="slack", kind=Kind.NUMBER, about="How far two figures may lie apart without a discrepancy.", low=0),
        _flag("single", "Whether only one value can be true, as of an only attacker."),
        _text("unit", "What the figure counts or measures."),
    ),
)

EVENT = Table(
    name="event",
    shape=Shape.MANY,
    about="Something that happened, or is said to have. Events that reports name need no table of their own.",
    keys=(
        _id("What reports call the event by."),
        _text("title", "The event in a line."),
        _texts("tags", "Words to find it by."),
    ),
)

REPORT = Table(
    name="report",
    shape=Shape.MANY,
    about="One source's account of one event.",
    keys=(
        Key(
            name="id",
            kind=Kind.REPORT_ID,
            about="What links and rulings call it by; made from source and event if absent.",
        ),
        Key(
            name="source",
            kind=Kind.REFERENCE,
            about="Id of the source; needed where the file does not have exactly one source table.",
        ),
        Key(
            name="event", kind=Kind.ID, about="Id of the event; without one the report is unplaced until it is linked."
        ),
        _time("when", "A date, a date with a time, an EDTF text, or the source's own words: sometime within it."),
        _time("until", "When it ended, if it lasted; `when` is then the start."),
        _texts("after", "Ids of events it followed; for the order of the timeline only."),
        Key(name="where", kind=Kind.ONE_OR_MORE, about="Name, alias or id of the place, or a list of them."),
        Key(name="who", kind=Kind.ROLES, about="Names, aliases or ids of actors: one, a list, or a table by role."),
        _text("what", "What is said to have happened, in one line of your own words."),
        Key(name="figures", kind=Kind.FIGURES, about="Numbers: 40, [10, 20], or the source's words for them."),
        Key(
            name="claims", kind=Kind.CLAIMS, about="Everything else that can be compared: words, true or false, lists."
        ),
        Key(
            name="said_by",
            kind=Kind.ONE_OR_MORE,
            about="Who it first came from; the source's own id: saw it themselves.",
        ),
        _texts("derived_from", "Ids of the reports or sources that this report repeats."),
        _texts("corrects", "Ids of reports of the same source that this one replaces."),
        _time("as_of", "When the figures stood so; the publication where it is not given."),
        _flag("planned", "Announced or expected; never compared with what happened."),
        Key(name="denies", kind=Kind.DENIAL, about="true: it did not happen; or a list of the fields that are denied."),
        _flag("hedged", "The source itself keeps its distance: reportedly, unverified."),
        Key(
            name="part",
            kind=Kind.CHOICE,
            about="Where in the source it stands.",
            choices=("headline", "lead", "body", "caption"),
        ),
        _text("quote", "The passage relied on."),
        _text("locator", "Where the passage is found, such as para 3."),
        Key(
            name="credibility",
            kind=Kind.COUNT,
            about="How credible the report is on the Admiralty scale, from 1 (confirmed) to 5; 6: cannot be judged.",
            low=1,
            high=6,
        ),
        _text("text", "Full text or excerpt, for search and linking only."),
        _text("note", "Your own remark."),
        _texts("tags", "Words to find it by."),
    ),
)

DATASET = Table(
    name="dataset",
    shape=Shape.MANY,
    about="A table of another tool, whose rows are reports as they stand: nothing of it is written as TOML.",
    keys=(
        _text("file", "The table, seen from this file: CSV, packed or not, or what the format else is.", required=True),
        Key(
            name="format",
            kind=Kind.CHOICE,
            about="What the table is, as for `rashomon import`; csv, which needs [dataset.columns], where it is not given.",
            choices=("ucdp-ged", "acled", "gtd", "timesketch", "timemap", "csv"),
        ),
        Key(
            name="source",
            kind=Kind.ID,
            about="Id of the source whose reports the rows are; the format's own where it is not given.",
        ),
        Key(
            name="columns",
            kind=Kind.COLUMNS,
            about="For csv: what of a report, such as when or figures.killed, and the column or columns it stands in.",
        ),
    ),
)

LINK = Table(
    name="link",
    shape=Shape.MANY,
    about="A decision whether reports are about one event; outranks their event keys.",
    keys=(
        _texts("reports", "Ids of the reports, two or more.", required=True),
        Key(
            name="same",
            kind=Kind.IDENTITY,
            about='true: one event; false: different events; "disputed": open.',
            required=True,
        ),
        _REASON,
        _BY,
        _AT,
    ),
)

RULING = Table(
    name="ruling",
    shape=Shape.MANY,
    about="A decision about a discrepancy; the readings that lose are kept.",
    keys=(
        Key(name="event", kind=Kind.REFERENCE, about="Id of the event.", required=True),
        Key(name="field", kind=Kind.FIELD_NAME, about="Full name of the field.", required=True),
        Key(
            name="accepted",
            kind=Kind.REFERENCE,
            about='Id of a report that gives the accepted reading, or "none", or "both".',
            required=True,
        ),
        Key(name="seen", kind=Kind.VALUES, about="Report ids and their values as they were when it was decided."),
        _REASON,
        _BY,
        _AT,
    ),
)

ANNOTATION = Table(
    name="annotation",
    shape=Shape.MANY,
    about="A remark on a report, event or source, kept apart from the evidence.",
    keys=(
        Key(name="target", kind=Kind.REFERENCE, about="Id of the report, event or source.", required=True),
        _text("note", "The remark."),
        _texts("tags", "Words to find it by."),
        _BY,
        _AT,
    ),
)

TABLES: tuple[Table, ...] = (DOSSIER, SOURCE, ACTOR, PLACE, FIELD, EVENT, REPORT, DATASET, LINK, RULING, ANNOTATION)
"""Every table of format 1."""

TABLE_OF: dict[str, Table] = {table.name: table for table in TABLES}
"""The tables by name."""

FIELD_NAMES = ("when", "until", "where", "who", "happened", "said_by")
"""Fields every report can have."""

FIELD_FAMILIES = ("who.", "figures.", "claims.")
"""Beginnings of the fields that users name themselves."""


EXPECTED_FIELD = "a field: " + ", ".join(FIELD_NAMES) + ", " + ", ".join(f"{family}…" for family in FIELD_FAMILIES)
"""What a message says where the name of a field is asked for."""


def is_field_name(name: str) -> bool:
    """Whether the name is one a field can have: `when`, `who.attacker`, `figures.killed`."""
    return name in FIELD_NAMES or any(name.startswith(family) and name != family for family in FIELD_FAMILIES)
