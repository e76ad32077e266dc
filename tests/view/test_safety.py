from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.safety import escape_json, is_harmful, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, Ümläute, العربية, 東京", "plain, Ümläute, العربية, 東京"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 back\x08 nul\x00 del\x7f", "bell␇ back␈ nul␀ del␡"),
        ("\x9b31m", "‹9B›31m"),
        ("abc\u202edcb", "abc‹RLO›dcb"),
        ("a\u2066b\u2069", "a‹LRI›b‹PDI›"),
        ("tab\tline\nnext\r\nlast\rreturn", "tab line next  last return"),
        ("\u2028\u2029\ufeff\u200b", "  ‹BOM›‹ZWSP›"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\udc80", "\ufffd"),
        ("\U000e0041", "‹E0041›"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_line_breaks_can_stay() -> None:
    assert safe("a\r\nb\n\x1bc", keep_newlines=True) == "a\nb\n␛c"


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_safe_text_holds_nothing_harmful_and_is_left_alone(text: str) -> None:
    shown = safe(text)
    assert not any(is_harmful(character) for character in shown)
    assert safe(shown) == shown


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=("Cs",))))
def test_escaped_json_means_the_same_and_holds_nothing_harmful(text: str) -> None:
    document = escape_json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(document) == {"text": text}
    assert not any(is_harmful(character) for character in document)


def test_every_harmful_character_of_unicode_is_caught() -> None:
    every = "".join(chr(code) for code in range(0x110000))
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in safe(every))
