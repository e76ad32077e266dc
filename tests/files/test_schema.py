"""The JSON Schema accepts what the decoder accepts and refuses what it refuses, as far as a schema can."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
import tomli
from jsonschema import Draft202012Validator

from tests.files_examples import WHOLE
from tui.files.decode import decode
from tui.files.format import TABLES, Shape
from tui.files.kinds import time_text
from tui.files.readers import READERS
from tui.files.schema import schema
from tui.files.starter import starter

VALIDATOR = Draft202012Validator(schema())


def as_editors_see_it(value: Any) -> Any:
    """Parsed TOML with dates as text."""
    match value:
        case dict():
            return {name: as_editors_see_it(member) for name, member in value.items()}
        case list():
            return [as_editors_see_it(member) for member in value]
        case datetime.date():
            return time_text(value)
        case _:
            return value


def accepts(text: str) -> bool:
    return VALIDATOR.is_valid(as_editors_see_it(tomli.loads(text)))


def test_it_is_a_schema():
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_table_and_key_is_in_it_with_a_description():
    described = {}
    for name, table in schema()["properties"].items():
        one = table["anyOf"][0] if "anyOf" in table else table.get("items", table)
        assert all(key["description"].endswith(".") for key in one["properties"].values())
        described[name] = set(one["properties"])
    assert described == {table.name: {key.name for key in table.keys} for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_whole_tables_are_accepted(table):
    assert accepts(f"{table.header}\n{WHOLE[table.name][0]}")
    if table.shape is Shape.EITHER:
        assert accepts(f"[{table.name}]\n{WHOLE[table.name][0]}")


def test_the_starter_is_accepted():
    assert [name for name, text in starter().items() if not accepts(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "[[reports]]", "[report]", "[dossier]\ntitel = 'x'", "[[event]]\ntitle = 'x'", "[[event]]\nid = 'A'",
        "[[report]]\nid = 'a/b/c'", "[[report]]\ncredibility = 7", "[[report]]\npart = 'title'", "[[report]]\nwhen = 3",
        "[[report]]\nfigures = { x = true }", "[[report]]\nfigures = { x = [1, 2, 3] }", "[[report]]\nclaims = { x = 3 }",
        "[[report]]\ndenies = ['wen']", "[[report]]\ntags = 'x'", "[[report]]\nwho = { a = 3 }", "[source]\nid = 'x'\ngrade = 'G'",
        "[[place]]\nid = 'x'\nlat = 91", "[dossier]\nnumbers = { dozens = [1, 2] }", "[[field]]\nid = 'a'\nsame = ['a']",
        "[[link]]\nreports = ['a', 'b']\nsame = 'maybe'", "[[ruling]]\nevent = 'e'\nfield = 'x'\naccepted = 'none'",
    ],
)  # fmt: skip
def test_both_refuse(text):
    assert not accepts(text)
    assert decode(text, "x.toml").problems != ()


def test_every_kind_has_a_reader():
    assert {key.kind for table in TABLES for key in table.keys} == set(READERS)
