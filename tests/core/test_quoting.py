"""What is quoted reads back as it was, and nothing in it moves a terminal."""

from __future__ import annotations

import re
import unicodedata

import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.core.quoting import quoted, quoted_list
from tui.core.slugs import slug
from tui.files.format import ID_PATTERN

TEXT = st.text(st.characters(exclude_categories=("Cs",)))


@given(TEXT)
def test_a_parser_reads_the_text_again(text: str) -> None:
    assert tomli.loads(f"key = {quoted(text)}\n") == {"key": text}


@given(st.lists(TEXT))
def test_a_parser_reads_the_list_again(texts: list[str]) -> None:
    assert tomli.loads(f"key = {quoted_list(texts)}\n") == {"key": texts}


@given(TEXT)
def test_it_is_one_line_a_terminal_does_not_obey(text: str) -> None:
    harmful = {sign for sign in quoted(text) if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp")}
    assert harmful <= {"\u200c", "\u200d"}


def test_an_id_is_the_name_in_latin_letters() -> None:
    names = ("Wādī al-Ghuṣayn", "البوكمال", "Kafr Nabl (town)", "—")
    assert [slug(name) for name in names] == ["wadi-al-ghusayn", "albwkmal", "kafr-nabl-town", "unnamed"]


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert slug("Tell", {"tell", "tell-2"}) == "tell-3"


@given(st.text())
def test_every_id_is_one(text: str) -> None:
    assert re.fullmatch(ID_PATTERN, slug(text))
