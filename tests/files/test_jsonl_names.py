"""A line of JSON Lines whose table is no name is treated like one of an unknown name, not a crash."""

from __future__ import annotations

import pytest

from tui.errors import RashomonError
from tui.files.tables.from_jsonl import read_jsonl


def told(path, line: str) -> str:
    path.write_text(line + "\n", encoding="utf-8")
    try:
        return str(
            read_jsonl(path, None).dossier if hasattr(read_jsonl(path, None), "dossier") else read_jsonl(path, None)
        )
    except RashomonError as error:
        return type(error).__name__


@pytest.mark.parametrize("name", ["[0]", "{}", "1", "null", "true"])
def test_a_table_that_is_no_name(name: str, tmp_path):
    assert told(tmp_path / "a.jsonl", f'{{"table": {name}, "id": "x"}}') == told(
        tmp_path / "a.jsonl", '{"table": "nosuch", "id": "x"}'
    )
