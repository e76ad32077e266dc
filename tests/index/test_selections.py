"""Rows under a filter: which, how many, and how much they take."""

from __future__ import annotations

from tui.index.selections import Everything, Some


def test_some_rows_are_found_by_place_and_by_number():
    rows = Some([2, 3, 5, 8])
    assert (len(rows), list(rows.numbers(1, 2)), list(rows.numbers(3, 9)), list(rows.numbers(-1, 1))) == (
        4, [3, 5], [8], [2],
    )  # fmt: skip
    assert [rows.place(number) for number in (0, 2, 4, 8, 9)] == [0, 0, 2, 3, 4]


def test_all_rows_are_found_by_place_and_by_number():
    rows = Everything(4)
    assert (len(rows), list(rows.numbers(1, 2)), list(rows.numbers(3, 9)), list(rows.numbers(-1, 1))) == (
        4, [1, 2], [3], [0],
    )  # fmt: skip
    assert [rows.place(number) for number in (0, 3, 9)] == [0, 3, 4]


def test_a_row_takes_four_bytes_and_holds_the_largest_number():
    largest = 2**32 - 1
    rows = Some([0, largest]).numbers(0, 2)
    assert (memoryview(rows).nbytes, rows[1]) == (8, largest)
