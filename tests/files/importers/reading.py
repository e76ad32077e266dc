"""Imports a small file and tells what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomli

from tui.core.model import Dossier
from tui.files.importers.arrival import Arrival, bring
from tui.files.importers.foreign import FOREIGN
from tui.files.load import load


def imported(
    tmp_path: Path, kind: str, content: str, *, name: str = "file", update: bool = False
) -> tuple[Dossier, Arrival]:
    """The dossier that comes of the content, which has no problem, and what is told of the import."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    opener = next(known.open for known in FOREIGN if known.name == kind)
    arrival = bring(opener, str(tmp_path / name), tmp_path / "out", update=update)
    opened = load([str(tmp_path / "out")])
    assert [fault for fault in opened.problems if fault.code != "no-reports"] == []
    return opened.dossier, arrival


def tables(tmp_path: Path, name: str) -> list[dict[str, Any]]:
    """Every table of that name as it stands in the files."""
    found = []
    for file in sorted((tmp_path / "out").glob("*.toml")):
        found += tomli.loads(file.read_text(encoding="utf-8")).get(name, [])
    return found
