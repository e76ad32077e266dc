"""Rows under a filter: whom a name finds, and what an event without a time is kept by."""

from __future__ import annotations

from tests.builders import good_dossier
from tui.core.filters import Filter
from tui.core.terms import parse
from tui.index.opening import store

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


def test_a_source_is_found_by_its_whole_name_however_it_is_written():
    opened = store(good_dossier(TEXT))
    names = ("Agence_A", "agence_a", "aga", "ag", "Agence", "AgenceA", "%", "b")
    assert [opened.count(Filter(sources=(name,))) for name in names] == [1, 1, 1, 1, 0, 0, 0, 0]


def test_an_event_without_a_time_is_neither_before_nor_after_one():
    opened = store(
        good_dossier(f"""{TEXT}
[[report]]
source = "b"
event = "second"
what = "Quiet."
""")
    )
    queries = (
        "since:2015",
        "-since:2015",
        "until:2015",
        "-until:2015",
        "since:2017",
        "-since:2017",
        "until:2017",
        "-until:2017",
    )
    assert [opened.count(Filter(terms=parse(query))) for query in queries] == [1, 0, 0, 1, 0, 1, 1, 0]
