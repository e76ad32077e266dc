"""A line of JSON Lines whose table is no name is refused like one of an unknown name."""

from __future__ import annotations

import pytest

from tui.errors import CannotOpen
from tui.files.importers.registry import Options
from tui.files.tables.from_jsonl import read_jsonl


@pytest.mark.parametrize("name", ["[0]", "{}", "1", "null", "true", '"nosuch"'])
def test_a_table_that_is_no_name(name: str, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"table": {name}, "id": "x"}}\n', encoding="utf-8")
    with pytest.raises(CannotOpen, match="names no table of a dossier in line 1"):
        read_jsonl(path, Options())
