"""Which column of somebody's table is what of a dossier: read from a mapping file, guessed from the names of columns.

[columns]
when = "Date"
where = ["Town", "Province"]
"figures.killed" = "Dead"

[source]
name = "Our field notes"
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path

import tomli

from tui.core.values import dataclass
from tui.errors import CannotOpen, UsageError
from tui.files.importers.sheets import column_name
from tui.files.literals import key_text, literal
from tui.files.spelling import nearest
from tui.files.walk import reason, shown_path

PLAIN = (
    "id", "event", "title", "source", "published", "url", "when", "until", "where", "who", "what", "said_by", "as_of",
    "quote", "locator", "note", "text", "tags", "hedged", "credibility", "part", "language",
)  # fmt: skip
"""What a column can be, beside `figures.<key>`, `claims.<key>` and `who.<role>`."""
OF_SOURCE = ("id", "name", "title", "kind", "family", "published", "url", "language", "timezone", "grade")
"""What `[source]` may say of all rows that name no source."""
_KEYED = re.compile(r"(figures|claims|who)\.[a-z0-9][a-z0-9_-]*")
_GUESSES: dict[str, str] = {
    "id": "id ref reference number no code identifier record record_id",
    "event": "event incident event_id incident_id case",
    "title": "title headline event_title name_of_event",
    "source": "source outlet publisher media newspaper source_name publication",
    "published": "published publication_date published_at date_published reported_on",
    "url": "url link source_url source_link web_address",
    "when": "when date event_date day date_of_event incident_date datetime time",
    "until": "until end end_date date_end",
    "where": "where place location town city village district site locality",
    "who": "who actors actor group groups",
    "who.attacker": "attacker perpetrator perpetrators side_a",
    "who.defender": "defender target_group side_b",
    "what": "what summary description event_description details",
    "said_by": "said_by according_to attribution spokesperson quoted witness",
    "quote": "quote quotation passage",
    "note": "note notes comment comments remarks",
    "text": "text full_text body article",
    "tags": "tags tag keywords category type event_type",
    "figures.killed": "killed dead deaths fatalities number_killed",
    "figures.wounded": "wounded injured injuries number_wounded",
    "figures.killed_civilians": "civilians_killed civilian_deaths dead_civilians",
    "figures.displaced": "displaced displacements",
    "language": "language lang",
}  # fmt: skip
"""Names that people give to columns, as folded by `column_name`."""
_MEANT = {name: meant for meant, names in _GUESSES.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, checked."""

    columns: Table[str, tuple[str, ...]]
    """What of a dossier -> the columns, folded by `column_name`, whose cells make it."""
    source: Table[str, str] = field(default_factory=dict)
    """Keys of the source of rows that name none."""


def read_mapping(path: Path) -> Mapping:
    """The mapping of a file. Raises `CannotOpen`, and `UsageError` naming the key and the nearest right one."""
    shown = shown_path(path)
    try:
        written = tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CannotOpen(f"cannot read {shown}: {reason(error)}") from error
    except (UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise UsageError(f"{shown} is no mapping: {error}", hint='it looks like: [columns] / when = "Date"') from error
    for table in written:
        if table not in ("columns", "source"):
            raise UsageError(f"{shown}: [{table}] is no table of a mapping", hint=_near(table, ("columns", "source")))
    columns = {meant: _columns(shown, meant, names) for meant, names in _table(shown, written, "columns").items()}
    if not columns:
        raise UsageError(f"{shown} maps no column", hint='it looks like: [columns] / when = "Date"')
    return Mapping(columns, _of_source(shown, _table(shown, written, "source")))


def guessed(headers: Sequence[str]) -> dict[str, str]:
    """Head of a column -> what it may be, for those whose name says so; each thing once, the first column first."""
    found: dict[str, str] = {}
    for header in headers:
        name = column_name(header)
        meant = _MEANT.get(name) or (name if name in PLAIN or _KEYED.fullmatch(name) else None)
        if meant is not None and meant not in found.values():
            found[header] = meant
    return found


def can_be(meant: str) -> bool:
    """Whether a column can be this."""
    return meant in PLAIN or _KEYED.fullmatch(meant) is not None


def nearest_meaning(meant: str) -> str | None:
    """What a column can be that is spelt most like this."""
    return nearest(meant, (*PLAIN, "figures.killed", "figures.wounded", "claims.outcome", "who.attacker"))


def written_mapping(columns: Table[str, str], source_name: str) -> str:
    """The TOML of a mapping: head of a column -> what it is."""
    by_meaning: dict[str, list[str]] = {}
    for header, meant in columns.items():
        by_meaning.setdefault(meant, []).append(header)
    lines = ["# Which column is what of a report; columns that stand here under nothing are left out.", "[columns]"]
    for meant, headers in by_meaning.items():
        value = literal(headers[0]) if len(headers) == 1 else f"[{', '.join(literal(name) for name in headers)}]"
        lines.append(f"{key_text(meant)} = {value}")
    return "\n".join(
        [*lines, "", "# Whose account a row is that names no source.", "[source]", f"name = {literal(source_name)}", ""]
    )


def _table(shown: str, written: Table[str, object], name: str) -> Table[str, object]:
    table = written.get(name, {})
    if not isinstance(table, dict):
        raise UsageError(f"{shown}: {name} is no table", hint=f"write [{name}] and a key a line")
    flat: dict[str, object] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{inner}": each for inner, each in value.items()}
        else:
            flat[key] = value
    return flat


def _columns(shown: str, meant: str, names: object) -> tuple[str, ...]:
    if not can_be(meant):
        near = nearest_meaning(meant)
        raise UsageError(
            f"{shown}: {meant} is nothing a column can be",
            hint=f"did you mean {near}?" if near else f"one of {', '.join(PLAIN)}, figures.KEY, claims.KEY, who.ROLE",
        )
    listed = names if isinstance(names, list) else [names]
    if not listed or not all(isinstance(name, str) and name.strip() for name in listed):
        raise UsageError(f"{shown}: {meant} names no column", hint=f'{meant} = "the head of a column"')
    return tuple(column_name(str(name)) for name in listed)


def _of_source(shown: str, table: Table[str, object]) -> dict[str, str]:
    for key, value in table.items():
        if key not in OF_SOURCE:
            raise UsageError(f"{shown}: source.{key} is no key of a mapping", hint=_near(key, OF_SOURCE))
        if isinstance(value, dict | list):
            raise UsageError(f"{shown}: source.{key} is no text", hint=f'{key} = "…"')
    return {key: str(value) for key, value in table.items()}


def _near(word: str, known: Sequence[str]) -> str:
    near = nearest(word, known)
    return f"did you mean {near}?" if near else f"one of {', '.join(known)}"
