"""Sets of event numbers: joined, packed, and asked by place and by number."""

from __future__ import annotations

from array import array

import pytest

from tui.index.bitmaps import NUMBER, Selection, following, listed, of, packed, preceding, span, unpacked

LARGE = 10_000
EVERY_THIRD = range(1, LARGE, 3)


def test_rows_are_found_by_place_and_by_number():
    rows = Selection(of([2, 3, 5, 8], 9), 9)
    assert (len(rows), rows.numbers(1, 2), rows.numbers(3, 9), rows.numbers(-1, 1), rows.numbers(4, 1)) == (
        4, [3, 5], [8], [2], [],
    )  # fmt: skip
    assert [rows.place(number) for number in (0, 2, 4, 8, 9, 90)] == [0, 0, 2, 3, 4, 4]
    assert [number in rows for number in range(9)] == [False, False, True, True, False, True, False, False, True]


def test_rows_of_many_blocks_are_found_by_place_and_by_number():
    rows = Selection(of(EVERY_THIRD, LARGE), LARGE)
    assert list(rows) == list(EVERY_THIRD)
    assert [list(rows.numbers(start, 200)) for start in (0, 170, 171, 3300)] == [
        list(EVERY_THIRD[start : start + 200]) for start in (0, 170, 171, 3300)
    ]
    assert [rows.place(number) for number in EVERY_THIRD] == list(range(len(EVERY_THIRD)))
    assert [rows.between(first, stop) for first, stop in ((0, LARGE), (1, 2), (2, 4), (513, 1027), (7, 7))] == [
        3333, 1, 0, 171, 0,
    ]  # fmt: skip
    assert [number for number, flag in enumerate(rows.flags()) if flag] == list(EVERY_THIRD)


def test_all_rows_and_none():
    assert (list(Selection(span(0, 3), 3)), list(Selection(0, 3)), list(Selection(0, 0))) == ([0, 1, 2], [], [])
    assert [Selection(0, 0).numbers(0, 5), Selection(0, 700).numbers(0, 5)] == [[], []]


@pytest.mark.parametrize("numbers", [[0], [999], list(range(0, 1000, 32)), list(range(0, 1000, 31)), list(range(1000))])
def test_what_is_packed_comes_out_in_at_most_a_bit_for_each_event(numbers):
    held = packed(array(NUMBER, numbers), 1000)
    assert unpacked(held, len(numbers), 1000) == of(numbers, 1000)
    assert len(held) <= 126


def test_few_numbers_lie_as_a_list():
    held = packed(array(NUMBER, [3, 900]), 1000)
    assert (len(held), list(listed(held, 2, 1000) or ())) == (8, [3, 900])


def test_the_next_number_and_the_last_go_round():
    numbers = of([2, 5, 8], 9)
    assert [following(numbers, here) for here in (-1, 2, 3, 8)] == [2, 5, 5, 2]
    assert [preceding(numbers, here) for here in (0, 2, 3, 8)] == [8, 8, 2, 5]
    assert (following(0, 3), preceding(0, 3)) == (None, None)
