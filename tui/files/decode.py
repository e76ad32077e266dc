"""One file of a dossier, from text to the rows of its tables and the problems in it. No disk, no other file.

A fault costs only what it touches: a bad value its key, a missing id its table, bad TOML its file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, NamedTuple

from tui.core.problems import Problem, Severity
from tui.core.values import dataclass
from tui.files.complaints import cut, shown
from tui.files.faults import Faults, path_of
from tui.files.format import (
    DOSSIER,
    EXPECTED_FIELD,
    FIELD_NAMES,
    REPORT,
    TABLE_OF,
    TABLES,
    Key,
    Kind,
    Shape,
    Table,
    is_field_name,
)
from tui.files.kinds import Reader
from tui.files.parse import parse
from tui.files.positions import Spot, Spots
from tui.files.readers import READERS
from tui.files.spelling import nearest, within


class Row(NamedTuple):
    """One table of a file, its values brought to the shapes of the model."""

    number: int | None
    """Counted from 1; None for a table that is not one of many."""
    values: dict[str, Any]
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """What one file states, before it is joined with the others."""

    file: str
    """Path as shown to the user."""
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    """Rows by table name, in file order."""
    problems: tuple[Problem, ...] = ()
    parsed: bool = True
    """False when the file is no TOML, so that nobody knows what it would have stated."""
    sources: int = 0
    """How many source tables it has, usable or not; where it is one, the file's reports belong to it."""
    has_tables: bool = False
    """Whether it has a table of format 1."""


def decode(data: bytes | str, shown_path: str) -> Pieces:
    """The rows and problems of one file's content."""
    text, content, fault = parse(data, shown_path)
    if fault is not None:
        return Pieces(file=shown_path, problems=(fault,), parsed=False)
    spots = Spots(text)
    faults = Faults(shown_path)
    known = {name: value for name, value in content.items() if name in TABLE_OF}
    _judge_names(content, bool(known), spots, faults)
    rows: dict[str, list[Row]] = {}
    sources = 0
    for name, value in known.items():
        table = TABLE_OF[name]
        contents = _contents(table, value, spots, faults)
        if name == "source":
            sources = len(contents)
        rows[name] = _decode_rows(table, contents, isinstance(value, dict), spots, faults)
    return Pieces(
        file=shown_path,
        rows=rows,
        problems=tuple(faults.problems),
        sources=sources,
        has_tables=any(isinstance(value, dict | list) for value in known.values()),
    )


def _judge_names(content: dict[str, Any], known: bool, spots: Spots, faults: Faults) -> None:
    """Faults of what stands at the top of a file and is no table of the format."""
    unknown = [name for name in content if name not in TABLE_OF]
    near = {name: within(name, TABLE_OF) for name in unknown}
    for name in unknown if known else [name for name in unknown if near[name]]:
        is_table = isinstance(content[name], dict | list)
        code = ("unknown-table" if is_table else "unknown-key") if known else "near-table"
        belongs = f"a key of {DOSSIER.header}" if any(key.name == name for key in DOSSIER.keys) else None
        suggestion = near[name] or nearest(name, TABLE_OF)
        faults.add(
            code,
            f"{cut(name)} is no table of a dossier",
            line=spots.root_line(name),
            key=cut(name),
            found=name,
            expected=belongs or _ANY_TABLE,
            suggestion=TABLE_OF[suggestion].header if suggestion and not belongs else None,
        )
    if not known and not any(near.values()):
        faults.add(
            "no-format-table",
            "the file holds no table of a dossier and is left out",
            severity=Severity.NOTE,
            expected=_ANY_TABLE,
        )


_ANY_TABLE = "one of " + ", ".join(TABLE_OF)


def _contents(table: Table, value: object, spots: Spots, faults: Faults) -> list[dict[str, Any]]:
    """The parsed tables of one name. The wrong kind of brackets is a fault, and read all the same."""

    def wrong(text: str, found: str, path: str = table.name) -> None:
        line = spots.root_line(table.name)
        faults.add("wrong-type", f"{path} is {text}", line=line, key=path, found=found, expected=table.header)

    if isinstance(value, dict):
        if table.shape is Shape.MANY:
            wrong("a single table", f"[{table.name}]")
        return [value]
    if not isinstance(value, list):
        wrong(shown(value), shown(value))
        return []
    if table.shape is Shape.ONE:
        wrong("a list of tables", f"[[{table.name}]]")
    for number, member in enumerate(value, start=1):
        if not isinstance(member, dict):
            wrong(shown(member), shown(member), path_of(table.name, number))
    return [member for member in value if isinstance(member, dict)]


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the keys of a table are read, looked up once. Readers are only called where a glance does not do."""

    plain: frozenset[str]
    """Keys that take any text as it is."""
    wrapped: frozenset[str]
    """Keys that take a text as a list of one."""
    readers: dict[str, tuple[Reader, Key]]
    required: tuple[Key, ...]
    whole: tuple[str, ...]
    """Keys that cost the table when something is wrong with them."""


def _plan(table: Table) -> _Plan:
    return _Plan(
        frozenset(key.name for key in table.keys if key.kind in (Kind.TEXT, Kind.TIME, Kind.REFERENCE)),
        frozenset(key.name for key in table.keys if key.kind is Kind.ONE_OR_MORE),
        {key.name: (READERS[key.kind], key) for key in table.keys},
        tuple(key for key in table.keys if key.required),
        _WHOLE.get(table.name, ()),
    )


_WHOLE = {"ruling": ("seen",), "dataset": ("format", "source")}
"""A ruling that no longer knows what it saw would close what nobody judged; a table of another format is not guessed at."""


_PLANS: dict[str, _Plan] = {table.name: _plan(table) for table in TABLES}


def _decode_rows(table: Table, contents: list[dict[str, Any]], single: bool, spots: Spots, faults: Faults) -> list[Row]:
    """The rows of one kind of table; those that lack what they cannot do without are left out."""
    faults.table = table
    rows: list[Row] = []
    for number, (content, spot) in enumerate(zip(contents, spots.of(table.name, contents), strict=True), start=1):
        row = decode_row(table, content, None if single else number, spot, faults)
        if row is not None:
            rows.append(row)
    return rows


def decode_row(table: Table, content: dict[str, Any], number: int | None, spot: Spot, faults: Faults) -> Row | None:
    """One parsed table; None where it lacks what it cannot do without. `faults.table` is this table."""
    plan = _PLANS[table.name]
    faults.number, faults.spot = number, spot
    values = _decode_keys(plan, content, faults)
    if table is REPORT:
        values["lines"] = _report_lines(content, spot)
    check = _CHECKS.get(table.name)
    if check is not None:
        check(values, faults)
    if plan.required and not all(key.name in values for key in plan.required):
        _judge_missing(plan.required, content, faults)
    elif all(name in values for name in plan.whole if name in content):
        return Row(number, values, spot)
    return None


def _decode_keys(plan: _Plan, content: dict[str, Any], faults: Faults) -> dict[str, Any]:
    values: dict[str, Any] = {}
    plain, wrapped, readers = plan.plain, plan.wrapped, plan.readers
    for name, value in content.items():
        if type(value) is str:
            if name in plain:
                values[name] = value
                continue
            if name in wrapped:
                values[name] = (value,)
                continue
        found = readers.get(name)
        if found is None:
            _judge_unknown(name, readers, faults)
            continue
        faults.key = name
        result = found[0](found[1], value, faults.complain)
        if result is not None:
            values[name] = result
    return values


def _judge_unknown(name: str, keys: Iterable[str], faults: Faults) -> None:
    faults.add(
        "unknown-key",
        f"{faults.path(name)} is no key of the format",
        line=faults.spot.line_of(name),
        key=faults.path(name),
        found=name,
        expected=f"a key of {faults.table.header}",
        suggestion=nearest(name, tuple(keys)),
    )


def _judge_missing(required: Iterable[Key], content: dict[str, Any], faults: Faults) -> None:
    for key in required:
        if key.name not in content:
            faults.add(
                "missing-key",
                f"{faults.path()} has no {key.name} and is left out" + _AND_WITH_IT.get(faults.table.name, ""),
                line=faults.spot.line,
                key=faults.path(key.name),
                expected=key.name,
            )


_AND_WITH_IT = {"source": ", with the reports that belong to it"}


def _report_lines(content: dict[str, Any], spot: Spot) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Keys of a report, also those inside its inline tables, and how far below its line; none where the scan saw none."""
    if not spot.layout.names:
        return ((), ())
    who, figures, claims = content.get("who"), content.get("figures"), content.get("claims")
    return spot.layout.wider(
        ("who", "figures", "claims"),
        (
            tuple(who) if type(who) is dict else (),
            tuple(figures) if type(figures) is dict else (),
            tuple(claims) if type(claims) is dict else (),
        ),
    )


def _check_place(values: dict[str, Any], faults: Faults) -> None:
    for given, other in (("lat", "lon"), ("lon", "lat")):
        if given in values and other not in values:
            del values[given]
            faults.add(
                "missing-key",
                f"{faults.path()} has {given} but no usable {other}, so it lies nowhere",
                line=faults.spot.line_of(given),
                key=faults.path(other),
                expected=other,
            )
            return


def _check_link(values: dict[str, Any], faults: Faults) -> None:
    reports = values.get("reports", ())
    if len(set(reports)) == 1:
        faults.key = "reports"
        faults.complain("bad-value", list(reports), "two or more different report ids")


def _check_field(values: dict[str, Any], faults: Faults) -> None:
    name = values.get("id")
    if name is not None and not is_field_name(name):
        faults.key = "id"
        faults.complain("bad-value", name, EXPECTED_FIELD, suggestion=nearest(name, FIELD_NAMES))


def _check_report(values: dict[str, Any], faults: Faults) -> None:
    """A report can only deny a value that it gives."""
    denied = values.get("denies")
    if not isinstance(denied, tuple):
        return
    given = _fields_given(values)
    told = {problem.key for problem in faults.problems}
    for name in denied:
        if name in given or faults.path(name) in told:
            continue
        faults.add(
            "no-such-field",
            f'{faults.path("denies")} names "{cut(name)}", which the report does not give',
            line=faults.spot.line_of("denies"),
            key=faults.path("denies"),
            found=name,
            expected="a field with the value that is denied",
            suggestion="denies = true" if name == "happened" else nearest(name, given),
        )
    kept = tuple(name for name in denied if name in given)
    values |= {"denies": kept or False}


def _fields_given(values: dict[str, Any]) -> list[str]:
    """Full names of the fields a report gives."""
    plain = [name for name in FIELD_NAMES if name in values]
    roles = [f"who.{role}" for role, _ in values.get("who", ()) if role]
    figures = [f"figures.{key}" for key, _ in values.get("figures", ())]
    return [*plain, *roles, *figures, *(f"claims.{key}" for key, _ in values.get("claims", ()))]


_CHECKS = {"field": _check_field, "link": _check_link, "place": _check_place, "report": _check_report}
"""What keys of one table ask of each other."""
