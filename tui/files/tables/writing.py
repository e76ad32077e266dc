"""From tables to the TOML files a person would write: shared things in `dossier.toml`, a file for each source with its
reports, decisions in `analysis.toml`. The same tables always give the same text; a report added changes only its lines.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from tui.files.format import TABLE_OF, Kind
from tui.files.kinds import is_plain, time_text
from tui.files.kinds_nested import read_figures
from tui.files.literals import Value, key_text, literal, value_of
from tui.files.report_ids import ReportIds
from tui.files.tables.stated import FILE, GIVEN, Keys

SHARED = "dossier.toml"
"""What belongs to no source."""
ANALYSIS = "analysis.toml"
"""What the analyst decided."""
ORPHANS = "reports.toml"
"""Reports whose source has no table: `rashomon check` says so."""

_SHARED = ("dossier", "actor", "place", "field", "event", "dataset")
_DECIDED = ("link", "ruling", "annotation")
_OWNED = ("source", "report")
_HOMES = dict.fromkeys(_SHARED, SHARED) | dict.fromkeys(_DECIDED, ANALYSIS)
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
"""Names that Windows keeps for itself."""
_RESERVED = _DEVICES | {"dossier", "analysis", "reports", "pyproject"}
_FILE_NAME = re.compile(r"\w[\w .-]{0,120}\.toml")
_LONGEST_NAME = 80
_DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?",
    re.ASCII,
)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?", re.ASCII)
_RANGE = re.compile(rf"\[({_NUMBER.pattern}), ({_NUMBER.pattern})\]", re.ASCII)


def toml_files(tables: Mapping[str, Sequence[Keys]]) -> dict[str, str]:
    """File name -> TOML of all tables, in the order a dossier reads them. Keys are written in the order they have.

    A table goes to the file it names; one that names none to the file of its kind, a report to that of its source.
    """
    files = _distributed(tables)
    reports = _with_ids([keys for name in sorted(files) for keys in files[name].get("report", ())])
    return {name: _text(files[name], reports) for name in sorted(files)}


def _distributed(tables: Mapping[str, Sequence[Keys]]) -> dict[str, dict[str, list[Keys]]]:
    """File name -> name of the table -> its keys."""
    files: dict[str, dict[str, list[Keys]]] = {}
    hints = {id(keys): file_name(keys.get(FILE)) for members in tables.values() for keys in members}
    homes = file_names([str(keys.get("id")) for keys in tables.get("source", ()) if hints[id(keys)] is None])
    homes |= {str(keys.get("id")): hint for keys in tables.get("source", ()) if (hint := hints[id(keys)]) is not None}
    for name, members in tables.items():
        for keys in members:
            owner = keys.get("id" if name == "source" else "source")
            home = homes.get(str(owner), ORPHANS) if name in _OWNED else _HOMES[name]
            files.setdefault(hints[id(keys)] or home, {}).setdefault(name, []).append(keys)
    return files


def _text(tables: Mapping[str, Sequence[Keys]], reports: Mapping[int, Keys]) -> str:
    """One file: what belongs to no source, each source before its reports, then what was decided."""
    sources = tables.get("source", ())
    owner = sources[0].get("id") if len(sources) == 1 else None
    header = "[source]" if owner is not None else "[[source]]"
    blocks = [(TABLE_OF[name].header, name, keys) for name in _SHARED for keys in tables.get(name, ())]
    waiting = list(sources)
    ahead = {str(keys.get("id")) for keys in waiting}
    for report in tables.get("report", ()):
        while str(report.get("source")) in ahead:
            keys = waiting.pop(0)
            ahead.discard(str(keys.get("id")))
            blocks.append((header, "source", keys))
        own = owner is not None and report.get("source") == owner
        blocks.append(("[[report]]", "report", _without(reports[id(report)], "source") if own else reports[id(report)]))
    blocks += [(header, "source", keys) for keys in waiting]
    blocks += [(TABLE_OF[name].header, name, keys) for name in _DECIDED for keys in tables.get(name, ())]
    return "\n".join("\n".join([head, *_lines(name, keys)]) + "\n" for head, name, keys in blocks)


def file_name(hint: object) -> str | None:
    """The name of a file that a table asks for; None where it asks for none, or for one that no dossier can have."""
    return hint if isinstance(hint, str) and _is_file_name(hint) else None


@lru_cache(maxsize=1 << 12)
def _is_file_name(hint: str) -> bool:
    if not _FILE_NAME.fullmatch(hint) or hint == "pyproject.toml":
        return False
    return hint.partition(".")[0].casefold() not in _DEVICES


def file_names(sources: Iterable[str]) -> dict[str, str]:
    """Source id -> name of its file, each once."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for identity in sources:
        base = re.sub(r"[^a-z0-9._-]+", "-", identity.casefold()).strip("-._")[:_LONGEST_NAME] or "source"
        if base.partition(".")[0] in _RESERVED:
            base = f"source-{base}"
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        names[identity] = f"{name}.toml"
    return names


def _with_ids(reports: Sequence[Keys]) -> dict[int, Keys]:
    """Each report, by `id()` of its keys, stating its id unless the format makes the very same one from its place."""
    silent = {id(keys) for keys in reports if keys.get(GIVEN) is False}
    while True:
        ids = ReportIds(str(keys["id"]) for keys in reports if "id" in keys and id(keys) not in silent)
        wrong = set()
        for keys in reports:
            if (id(keys) in silent or "id" not in keys) and "source" in keys:
                made = ids.default(str(keys["source"]), str(keys["event"]) if "event" in keys else None)
                if "id" in keys and made != keys["id"]:
                    wrong.add(id(keys))
        if not wrong:
            break
        silent -= wrong
    return {id(keys): _without(keys, *(("id", GIVEN) if id(keys) in silent else (GIVEN,))) for keys in reports}


def _without(keys: Keys, *names: str) -> Keys:
    return {name: value for name, value in keys.items() if name not in names}


def _lines(table: str, keys: Keys) -> Iterator[str]:
    kinds = _KINDS[table]
    for name, value in keys.items():
        if name != FILE:
            yield f"{key_text(name)} = {literal(_value(kinds[name], value), lines=kinds[name] is Kind.TEXT)}"


_KINDS: dict[str, dict[str, Kind]] = {
    name: {key.name: key.kind for key in table.keys} for name, table in TABLE_OF.items()
}


def _value(kind: Kind, value: Any) -> Value:  # noqa: ANN401 - the kind says what it is
    """The value as a person would write it: dates and plain numbers bare, a single name without brackets."""
    match kind, value:
        case (Kind.TIME, str()):
            return _bare_time(value)
        case (Kind.ONE_OR_MORE | Kind.ROLES, [single]):
            return value_of(single)
        case (Kind.ROLES, dict()):
            return value_of({role: _single(names) for role, names in value.items()})
        case (Kind.FIGURES, dict()):
            return value_of({name: _figure(words) for name, words in value.items()})
        case (Kind.NUMBER, float()) if value.is_integer() and abs(value) < 2**53:
            return int(value)
        case _:
            return value_of(value)


def _single(names: Any) -> Any:  # noqa: ANN401 - of one role
    return names[0] if isinstance(names, list) and len(names) == 1 else names


@lru_cache(maxsize=1 << 14)
def _bare_time(text: str) -> Value:
    """A date or moment as TOML has them, where reading it back gives the very same text."""
    if not _DATE.fullmatch(text):
        return text
    try:
        moment = datetime.date.fromisoformat(text) if len(text) == 10 else datetime.datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment if time_text(moment) == text and moment.year > 0 else text


def _figure(words: Any) -> Any:  # noqa: ANN401 - numbers of hand-written JSON pass as they are
    return _plain_figure(words) if isinstance(words, str) else words


@lru_cache(maxsize=1 << 14)
def _plain_figure(words: str) -> str | int | float | list[int | float]:
    """A number, or two in a list, where reading it back gives the very same words."""
    pair = _RANGE.fullmatch(words)
    numbers = [pair[1], pair[2]] if pair else [words] if _NUMBER.fullmatch(words) else []
    values = [
        float(number) if "." in number or "e" in number else int(number) for number in numbers if len(number) < 40
    ]
    if not values or not all(map(is_plain, values)):
        return words
    figure = values if len(values) == 2 else values[0]
    return figure if _read_back(figure) == words else words


def _read_back(figure: object) -> str | None:
    faults: list[object] = []
    read = read_figures(_FIGURES, {"figure": figure}, lambda *_, **__: faults.append(None))
    return read[0][1] if read and not faults else None


_FIGURES = next(key for key in TABLE_OF["report"].keys if key.kind is Kind.FIGURES)
