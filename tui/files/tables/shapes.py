"""Which columns a table has, for each shape: a claim a row, a report a row, or a verdict a row.

Claims and reports carry the keys of the format under their own names, so that the rows can be read back. Columns that
begin with `judged_` are what the program made of them; reading back passes them by.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from tui.core.model import Report
from tui.core.values import dataclass
from tui.files.format import REPORT, TABLE_OF, Kind
from tui.files.tables.stated import FILE, GIVEN


class Shape(StrEnum):
    """What a row stands for."""

    CLAIMS = "claims"
    REPORTS = "reports"
    VERDICTS = "verdicts"


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    kind: Kind = Kind.TEXT
    """How its cells are read; for `figures.killed` and `claims.outcome` that of a single text or claim."""


JUDGED = "judged_"
"""How the columns begin that reading back passes by."""
TABLE, NUMBER, FIELD, VALUE = "table", "number", "field", "value"
ROW_OF = {Shape.CLAIMS: "claim", Shape.REPORTS: "report", Shape.VERDICTS: "verdict"}
"""What stands under `table` in a row of each shape."""

_ID = Column("id", Kind.REPORT_ID)
_HEAD = (Column(TABLE), Column(NUMBER, Kind.COUNT), _ID, Column("source", Kind.REFERENCE), Column("event", Kind.ID))
_NESTED = ("when", "until", "where", "who", "figures", "claims")
"""Keys of a report that are claims, or hold them."""
_PROSE = ("text",)
"""Keys that are written once, in the first row of a report: they may be long."""

ATTRIBUTES: tuple[Column, ...] = tuple(
    Column(key.name, key.kind) for key in REPORT.keys if key.name not in (*_NESTED, *_PROSE, "id", "source", "event")
)
"""What is said about a report as a whole, and repeated in the row of each of its claims."""
ONCE: tuple[Column, ...] = (Column("text"), Column(GIVEN, Kind.FLAG), Column(FILE))

JUDGED_CLAIM = tuple(
    Column(JUDGED + name, kind)
    for name, kind in (
        ("event", Kind.TEXT), ("verdict", Kind.TEXT), ("reading", Kind.TEXT), ("earliest", Kind.TEXT),
        ("latest", Kind.TEXT), ("low", Kind.NUMBER), ("high", Kind.NUMBER), ("superseded", Kind.FLAG),
    )
)  # fmt: skip
"""The event a report was placed in; the verdict on the field; the reading its words belong to, with its bounds."""
JUDGED_REPORT = tuple(Column(JUDGED + name) for name in ("event", "verdict", "earliest", "latest"))
"""The event a report was placed in, its strongest verdict, and its bounds."""

CLAIM_COLUMNS = (*_HEAD, Column(FIELD), Column(VALUE), *JUDGED_CLAIM, *ATTRIBUTES, *ONCE)
"""A claim a row."""

VERDICT_COLUMNS = (
    Column(TABLE), Column("event"), Column("title"), Column("earliest"), Column("latest"), Column("field"), Column("verdict"),
    Column("kind"), Column("flagged", Kind.FLAG), Column("open", Kind.FLAG), Column("doubtful", Kind.FLAG), Column("gap"),
    Column("reason"), Column("readings", Kind.TEXTS), Column("sources", Kind.TEXTS), Column("silent", Kind.TEXTS),
    Column("reports", Kind.TEXTS), Column("origins_low", Kind.COUNT), Column("origins_high", Kind.COUNT),
    Column("origins_unknown", Kind.COUNT),
)  # fmt: skip
"""A field of an event, or a finding, a row."""


def report_columns(reports: Iterable[Report]) -> tuple[Column, ...]:
    """A report a row: a column for every role, figure and claim of these reports, as they are first met."""
    found: dict[str, dict[str, None]] = {"who": {}, "figures": {}, "claims": {}}
    for report in reports:
        found["who"].update(dict.fromkeys(role for role, _ in report.who))
        found["figures"].update(dict.fromkeys(key for key, _ in report.figures))
        found["claims"].update(dict.fromkeys(key for key, _ in report.claims))
    return (
        *_HEAD,
        Column("when", Kind.TIME), Column("until", Kind.TIME), Column("where", Kind.ONE_OR_MORE),
        *(Column(role_column(role), Kind.ONE_OR_MORE) for role in found["who"]),
        *(Column(f"figures.{key}", Kind.FIGURES) for key in found["figures"]),
        *(Column(f"claims.{key}", Kind.CLAIMS) for key in found["claims"]),
        Column(ORDER, Kind.TEXTS),
        *JUDGED_REPORT, *ATTRIBUTES, *ONCE,
    )  # fmt: skip


ORDER = "order"
"""Names of the columns of a report's claims where their order in its file is another than in the table."""


def role_column(role: str) -> str:
    """The field of a role: `who` where actors are named without one, `who.` for an empty role beside others."""
    return f"who.{role}" if role else "who"


def other_columns(names: Iterable[str], known: Iterable[Column]) -> tuple[Column, ...]:
    """The columns that rows of the other tables need beside those known, each once."""
    taken = {column.name for column in known}
    found: dict[str, Column] = {}
    for name in names:
        for key in TABLE_OF[name].keys:
            if key.name not in taken:
                found.setdefault(key.name, Column(key.name, key.kind))
    return tuple(found.values())
