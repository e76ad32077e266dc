"""What the fuzzer tries: a reader, what it is given, and what must hold of what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli

from tests.builders import good_dossier
from tui.core.filters import Filter
from tui.core.moments import canonical as moment_text
from tui.core.moments import extent as moment_extent
from tui.core.moments import read_moment
from tui.core.name_verdicts import compare_names
from tui.core.quantities import canonical as number_text
from tui.core.quantities import extent as number_extent
from tui.core.quantities import read_quantity
from tui.core.terms import Fault, parse, written
from tui.core.verdicts.context import Context
from tui.errors import RashomonError
from tui.files.decode import decode
from tui.files.importers.feeds import Known
from tui.files.importers.foreign import FOREIGN
from tui.files.load import load_pieces
from tui.files.settings import read_settings
from tui.files.tables.from_csv import read_csv
from tui.files.tables.from_jsonl import read_jsonl
from tui.index.opening import store
from tui.view.memory import as_plain, memory_of
from tui.view.safety import is_harmful, safe

_HOME = good_dossier("""
    [dossier]
    timezone = "Asia/Damascus"
    [source]
    id = "a"
    published = 2016-06-29T12:00:00Z
    timezone = "Europe/Berlin"
    [[report]]
    event = "e"
    """)
_ANCHOR = Context(_HOME).anchor(_HOME.reports[0])


@dataclass(kw_only=True)
class Target:
    """One reader."""

    name: str
    takes: str
    """Which inputs it is given."""
    share: float
    check: Callable[[Any, Path], str | None]
    """Reads an input; in words what does not hold, else nothing."""
    folder: Path = field(default_factory=Path)

    def run(self, given: object) -> str | None:
        """Try one input."""
        return self.check(given, self.folder)


def _time(text: str, _: Path) -> str | None:
    read = read_moment(text, _ANCHOR)
    moment_text(read, "Asia/Damascus")
    if not read.understood:
        return None
    moment_extent(read)
    if read.earliest is not None and read.latest is not None and read.earliest >= read.latest:
        return "a time that ends before it begins"
    return None


def _number(text: str, _: Path) -> str | None:
    read = read_quantity(text)
    number_text(read)
    if read.understood:
        number_extent(read)
        if read.low is not None and read.high is not None and read.low > read.high:
            return "a number above its own top"
    return None


def _names(text: str, _: Path) -> str | None:
    half = len(text) // 2
    there, back = compare_names(text[:half], text[half:]), compare_names(text[half:], text[:half])
    return None if there.verdict == back.verdict else "names are compared otherwise the other way round"


def _query(text: str, _: Path) -> str | None:
    terms = parse(text, "Asia/Damascus")
    if isinstance(terms, Fault):
        return None
    return None if parse(written(terms), "Asia/Damascus") == terms else "a query is read otherwise once it is written"


def _load(data: bytes, _: Path) -> str | None:
    piece = decode(data, "a.toml")
    dossier, problems = load_pieces([piece])
    if any(is_harmful(character) for problem in problems for character in safe(problem.message)):
        return "a message that a terminal obeys"
    stated = _reports_in(data)
    if len(dossier.reports) < stated and not any(problem.severity == "problem" for problem in problems):
        return f"{stated - len(dossier.reports)} reports are lost silently"
    if len(data) % 4 == 0 and dossier.reports:
        opened = store(dossier, problems)
        rows = opened.page(Filter(), 0, 50)
        list(opened.all_events(Filter()))
        opened.close()
        if not rows:
            return "reports without a row"
    return None


def _reports_in(data: bytes) -> int:
    try:
        text = data.decode()
        found = tomli.loads(text.removeprefix("\ufeff").replace("\r\n", "\n")).get("report", [])
    except (ValueError, RecursionError):
        return 0
    return len(found) if isinstance(found, list) else 0


def _foreign(data: bytes, folder: Path) -> str | None:
    path = folder / "table.csv"
    path.write_bytes(data)
    each = FOREIGN[len(data) % len(FOREIGN)]
    try:
        feed = each.open(str(path), Known())
        for record in feed.records():
            for table in record.tables:
                tomli.loads(table.body)
        list(feed.shared())
    except RashomonError:
        return None
    return None


def _tables(data: bytes, folder: Path) -> str | None:
    path = folder / "own.csv"
    path.write_bytes(data)
    try:
        read_csv(path, None)  # type: ignore[arg-type]
    except RashomonError:
        return None
    return None


def _lines(data: bytes, folder: Path) -> str | None:
    path = folder / "own.jsonl"
    path.write_bytes(data)
    with suppress(RashomonError):
        read_jsonl(path, None)  # type: ignore[arg-type]
    return _foreign(data, folder)


def _memory(data: bytes, _: Path) -> str | None:
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(plain, dict):
        return None
    memory = memory_of(plain, "Asia/Damascus")
    return None if memory_of(as_plain(memory), "Asia/Damascus") == memory else "a memory is another once it is written"


def _settings(data: bytes, folder: Path) -> str | None:
    path = folder / "config.toml"
    path.write_bytes(b"[keymap]\n" * (len(data) % 2) + data)
    read_settings(path, themes=("dark", "light"), actions=("help", "next"))
    return None


TARGETS = (
    Target(name="time", takes="text", share=22, check=_time),
    Target(name="number", takes="text", share=22, check=_number),
    Target(name="names", takes="text", share=12, check=_names),
    Target(name="query", takes="text", share=10, check=_query),
    Target(name="load changed files", takes="toml", share=9, check=_load),
    Target(name="load made files", takes="grammar", share=12, check=_load),
    Target(name="foreign tables", takes="table", share=4, check=_foreign),
    Target(name="tables of ours", takes="table", share=3, check=_tables),
    Target(name="JSON lines", takes="json", share=3, check=_lines),
    Target(name="memory", takes="json", share=2, check=_memory),
    Target(name="settings", takes="toml", share=1, check=_settings),
)
