from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.columns import crop, pad, width, wrap


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("東京", 4), ("e\u0301", 1), ("", 0), ("العربية", 7), ("…–✗⊂", 4)]
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "cropped"), [("abcdef", 4, "abc…"), ("abcd", 4, "abcd"), ("東京都", 4, "東…"), ("abc", 0, "")]
)
def test_crop(text: str, cells: int, cropped: str) -> None:
    assert crop(text, cells) == cropped


def test_wrap_hangs_and_breaks_what_does_not_fit() -> None:
    assert wrap("one two three fourteen", 10, indent="> ", hang="    ") == [
        "> one two",
        "    three",
        "    fourte",
        "    en",
    ]
    assert wrap("   ", 10, indent="  ") == []


@given(st.text(), st.integers(min_value=0, max_value=30))
def test_pad_fills_exactly(text: str, cells: int) -> None:
    assert width(pad(text, cells)) == cells


@given(st.text(), st.integers(min_value=8, max_value=40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, cells: int) -> None:
    lines = wrap(text, cells, indent="  ", hang="    ")
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
