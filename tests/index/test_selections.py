"""Rows under a filter: which, how many, and how much they take."""

from __future__ import annotations

from tests.builders import good_dossier
from tui.core.filters import Filter
from tui.index.opening import store
from tui.index.selections import Everything, Some

TEXT = """
[dossier]
title = "One"
[[source]]
id = "ag"
name = "Agence_A"
siglum = "AGA"
[[source]]
id = "b"
name = "Bulletin"
[[report]]
source = "ag"
event = "first"
when = 2016-06-26
what = "Shelled."
"""


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


def test_a_source_is_found_by_its_whole_name_however_it_is_written():
    opened = store(good_dossier(TEXT))
    names = ("Agence_A", "agence_a", "aga", "ag", "Agence", "AgenceA", "%", "b")
    assert [opened.count(Filter(sources=(name,))) for name in names] == [1, 1, 1, 1, 0, 0, 0, 0]
