"""Folding and transliteration."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core import scripts
from tui.core.scripts import fold, latin


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Al-Bukamal", "al bukamal"),
        ("  Ra’s   al ‘Ayn ", "ras al ayn"),
        ("Ḩuwayjah", "huwayjah"),
        ("ʿAyn Īsā", "ayn isa"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("I‘zāz", "izaz"),
        ("U.S.", "us"),
        ("İstanbul", "istanbul"),
        ("Islamic State (IS)", "islamic state is"),
        ("Ｄａｅｓｈ", "daesh"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("علی", "علي"),
        ("Андрей", "андрей"),
        ("Ёлка", "елка"),
        ("Jaysh al-Islām، جيش الإسلام", "jaysh al islam جيش الاسلام"),
        ("a\u2028\u0301ģ", "a g"),
        ("", ""),
        ("---", "---"),
    ],
)
def test_fold_takes_away_what_never_tells_names_apart(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("a", "b"),
    [("сор", "cop"), ("Андрей", "Андреи"), ("कि", "कु"), ("حلب", "حلپ"), ("ه", "ة"), ("!", "?"), ("A1", "A2")],
)
def test_fold_keeps_letters_that_matter(a, b):
    assert fold(a) != fold(b)


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("محمد", "mhmd"),
        ("شيخ", "shykh"),
        ("القاعدة", "alqaadah"),
        ("مزاحم", "mzahm"),
        ("مخموور", "mkhmwwr"),
        ("абдурахманов", "abdurakhmanov"),
        ("αθηνα", "athina"),
        ("bukamal", "bukamal"),
        ("٣", "3"),
        ("!?", ""),
    ],
)
def test_latin_letters_of_other_scripts(word, letters):
    assert latin(word) == letters


def test_no_more_words_are_remembered_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr(scripts, "REMEMBERED", 2)
    assert scripts.folded("Ḥalab Šām Ḥalab-Šām Ġūṭa Ḥalab") == "halab sam halab sam guta halab"
    assert len(scripts._FOLDED) <= 2


@given(st.text(max_size=60))
def test_fold_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="ascii"), max_size=40))
def test_fold_knows_no_case(text):
    assert fold(text.upper()) == fold(text.lower()) == fold(text)
