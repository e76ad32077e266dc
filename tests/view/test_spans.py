from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tui.view.safety import safe
from tui.view.spans import Span, cells, clip, clip_text, ends, pad, text_of, width, wrap

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
PLAIN = st.text(alphabet="ab é漢字 ⟨⟩…-", max_size=60)


def test_escape_sequences_and_direction_marks_become_visible():
    assert safe("a\x1b[31mred\nnext\u202eevil\u2066 \x9b5") == "a␛[31mred next‹RLO›evil‹LRI› ‹9B›5"


def test_ordinary_text_of_any_script_stays_as_written():
    text = "البوكمال — al-Bukāmal ’quoted‘ 43 [markup] 漢字"
    assert safe(text) == text


SPELLING = "\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
"""Format characters without which Persian, Indic and Arabic words are misspelt; they move nothing else on the line."""


@given(TEXT)
def test_safe_text_is_one_line_without_controls(text):
    assert not [
        c for c in safe(text) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in SPELLING
    ]
    assert not set(safe(text)) & {"\n", "\r", "\t", "\x1b", "\x9b", "\u202e"}
    assert safe(safe(text)) == safe(text)


@given(PLAIN, st.integers(0, 40))
def test_clipped_text_fits(text, limit):
    assert cells(clip_text(text, limit)) <= limit
    if cells(text) <= limit:
        assert clip_text(text, limit) == text


@given(st.lists(PLAIN, max_size=4), st.integers(1, 40))
def test_padded_lines_have_exactly_the_width(texts, size):
    line = tuple(Span(text) for text in texts)
    assert width(pad(line, size)) == size
    assert width(clip(line, size)) <= size


@given(st.lists(PLAIN, max_size=4), st.integers(2, 40))
def test_wrapping_keeps_every_word_and_the_width(texts, size):
    line = tuple(Span(text, str(index)) for index, text in enumerate(texts))
    lines = wrap(line, size)
    assert all(width(part) <= size for part in lines)
    assert "".join(text_of(line).split()) == "".join("".join(text_of(part) for part in lines).split())


@given(st.lists(st.text("ab 日é", max_size=20), max_size=4), st.integers(1, 12), st.integers(1, 4), st.integers(0, 2))
def test_lines_before_the_last_one_are_those_without_a_limit(texts, size, limit, indent):
    line = tuple(Span(text, f"role{n}") for n, text in enumerate(texts))
    whole, cut = wrap(line, size, 0, indent), wrap(line, size, limit, indent)
    if len(whole) <= limit:
        assert cut == whole
    else:
        assert cut[:-1] == whole[: limit - 1]
        assert len(cut) == limit
        assert text_of(cut[-1]).endswith("…")


def test_wrapping_breaks_between_words_and_marks_what_is_left_out():
    line = (Span("the New Syrian "), Span("Army", "strong"), Span(", an alliance of rebel groups"))
    assert [text_of(part) for part in wrap(line, 16, 2)] == ["the New Syrian", "Army, an allian…"]
    assert [text_of(part) for part in wrap(line, 20)] == ["the New Syrian Army,", "an alliance of rebel", "groups"]
    assert wrap(line, 20)[0][-2] == Span("Army", "strong")


def test_spaces_that_do_not_fit_part_the_words_all_the_same():
    assert [text_of(part) for part in wrap((Span("ab  c d"),), 3)] == ["ab", "c d"]
    assert [text_of(part) for part in wrap((Span("ab \u0301c"),), 2)] == ["ab", "\u0301c"]


def test_a_sign_too_wide_for_the_line_has_no_empty_line_before_it():
    assert [text_of(part) for part in wrap((Span("日 é"),), 1)] == ["日", "é"]


def test_what_was_one_stretch_of_text_is_one_on_each_line():
    line = (Span("the New "), Span("Syrian Army of", "strong", "go"), Span(" rebels"))
    assert wrap(line, 12) == (
        (Span("the New"),),
        (Span("Syrian Army", "strong", "go"),),
        (Span("of", "strong", "go"), Span(" rebels")),
    )


@given(
    st.text(
        st.one_of(st.sampled_from("ab  é▪❤\ufe0f\u0301漢—…"), st.characters(codec="utf-8", exclude_categories=("C",)))
    ),
    st.integers(2, 9),
)
def test_no_line_is_wider_whatever_signs_stand_in_it(text, size):
    lines = wrap((Span(text),), size)
    assert [part for part in lines if width(part) > size] == []
    assert "".join(text.split()) == "".join("".join(map(text_of, lines)).split())


def test_two_ends():
    assert text_of(ends((Span("left side"),), (Span("right"),), 12)) == "left…  right"
