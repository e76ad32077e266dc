"""Values as an importer writes them."""

from __future__ import annotations

import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.files.importers.cells import count, named_day, voices
from tui.files.importers.tables import WIDEST, identity, nested, squeezed, text, texts
from tui.files.literals import literal

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=400)


@given(WORDS)
def test_a_text_is_read_as_it_was_meant(words: str) -> None:
    once = squeezed(words)
    assert tomli.loads(f"v = {text(once)}")["v"] == once


@given(st.lists(st.sampled_from(["one", '"""', "\\\\", "x" * 130, "\\", "é"]), max_size=60))
def test_long_texts_have_short_lines(parts: list[str]) -> None:
    words = " ".join(parts)
    written = text(words)
    assert tomli.loads(f"v = {written}")["v"] == words
    assert all(len(line) <= WIDEST + 4 or "x" * 130 in line for line in written.split("\n"))


@given(st.lists(WORDS, max_size=5))
def test_a_list_is_read_as_it_was_meant(words: list[str]) -> None:
    assert tomli.loads(f"v = {texts(words)}")["v"] == words


def test_a_long_table_stands_on_lines_of_its_own() -> None:
    short = nested("claims", (("a", "true"), ("b c", "1")))
    assert short == [("claims", '{ a = true, "b c" = 1 }')]
    assert nested("claims", (("a", f'"{"x" * 120}"'), ("b c", "1"))) == [
        ("claims.a", f'"{"x" * 120}"'), ('claims."b c"', "1"),
    ]  # fmt: skip
    assert nested("claims", ()) == []


def test_cells() -> None:
    assert [identity(words) for words in ("SYR 123/a", " 7 ", "ÄÖ", "..x..")] == ["syr-123-a", "7", "", "x"]
    assert [count(cell) for cell in ("5", "5.00", "-1", "1.5", "", "x", "nan", "inf", "9" * 30)] == [5, 5, *[None] * 7]
    assert voices("SOHR, Airwars;sohr/IDF\nX") == ("SOHR", "Airwars", "IDF", "X")
    assert voices("SOHR, https://x.org/a,b") == ("SOHR", "https://x.org/a,b")
    days = [
        str(named_day(cell, day_first=True))
        for cell in ("29 June 2016", "29-Jun-16", "June 29, 2016", "03-02-2016", "31-02-2016")
    ]
    assert days == ["2016-06-29", "2016-06-29", "2016-06-29", "2016-02-03", "None"]
    assert str(named_day("3/2/2016", day_first=False)) == "2016-03-02"


def test_no_text_ends_in_a_backslash_before_triple_quotes() -> None:
    """Taplo, which checks what people edit, takes such a quote for an escaped one."""
    for written in (text("word " * 40 + "\\"), literal("a\nb\\", lines=True), literal("a\\\\\nb\\\\", lines=True)):
        assert not written.endswith('\\"""')
        assert tomli.loads(f"v = {written}")["v"].endswith("\\")
