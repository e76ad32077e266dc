"""Days put together into the bars of the density strip."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tests.scenarios import SUMMER
from tui.core.filters import Filter
from tui.core.terms import parse
from tui.index import store as stores
from tui.index.densities import Bucket, DensityQueries, together
from tui.index.opening import open_dossier, store

RUNS = [(0, 1, -31, 1), (1, 3, -1, 2), (3, 4, 0, 1), (4, 8, 29, 9), (8, 9, -1, 4), (9, 10, 30, 1)]
"""First number, behind the last, day since 1970, reports. One event of the day before 1970 stands late: it followed another."""


def test_a_bucket_for_every_day():
    assert together(RUNS, 1) == [
        Bucket(-31, ((0, 1),), 1),
        Bucket(-1, ((1, 3), (8, 9)), 6),
        Bucket(0, ((3, 4),), 1),
        Bucket(29, ((4, 8),), 9),
        Bucket(30, ((9, 10),), 1),
    ]


def test_days_before_1970_have_buckets_of_their_own():
    assert together(RUNS, 30) == [
        Bucket(-2, ((0, 1),), 1),
        Bucket(-1, ((1, 3), (8, 9)), 6),
        Bucket(0, ((3, 8),), 10),
        Bucket(1, ((9, 10),), 1),
    ]


def test_an_event_that_stands_after_what_it_followed_is_counted_on_its_day():
    opened = store(
        good_dossier(
            """
[[source]]
id = "a"
name = "A"
[[report]]
source = "a"
event = "march"
when = "2016-06-01/2016-06-30"
after = ["flood"]
[[report]]
source = "a"
event = "storm"
when = 2016-06-01
[[report]]
source = "a"
event = "flood"
when = 2016-06-05
"""
        )
    )
    assert [row.verdict.id for row in opened.page(Filter(), 0, 9)] == ["storm", "flood", "march"]
    bars = opened.density(Filter())
    assert [(bar.events, bar.position) for bar in bars] == [(2, 0), (1, 1)]
    assert [(bar.events, bar.position) for bar in opened.density(Filter(terms=parse("-event:storm")))] == [
        (1, 1),
        (1, 0),
    ]
    assert opened.busiest(Filter()) == 0
    assert opened.busiest(Filter(terms=parse("-event:storm"))) == 0


def test_the_busiest_day_of_a_filter_is_not_that_of_all():
    opened = store(
        good_dossier("""
[[source]]
id = "a"
name = "A"
[[source]]
id = "b"
name = "B"
[[report]]
source = "a"
event = "one"
when = 2016-06-01
[[report]]
source = "b"
event = "one"
when = 2016-06-01
[[report]]
source = "b"
event = "two"
when = 2016-06-01
tags = ["kept"]
[[report]]
source = "a"
event = "three"
when = 2016-06-03
tags = ["kept"]
[[report]]
source = "b"
event = "three"
when = 2016-06-03
""")
    )
    assert [opened.busiest(Filter()), opened.busiest(Filter(terms=parse("tag:kept")))] == [0, 1]


def test_what_was_counted_beforehand_is_not_counted_again(monkeypatch):
    opened, keep = open_dossier([str(SUMMER)]), Filter(texts=("camp",))
    monkeypatch.setattr(stores, "AT_ONCE", 0)
    counted = opened.count(keep), opened.density(keep), opened.busiest(keep)
    assert not opened.is_prepared(keep)
    opened.prepare(keep)
    assert opened.is_prepared(keep)
    for name in ("_counted", "_busiest"):
        monkeypatch.setattr(DensityQueries, name, lambda *_: pytest.fail("counted again"))
    assert (opened.count(keep), opened.density(keep), opened.busiest(keep)) == counted
    assert not opened.is_prepared(Filter(texts=("bridge",)))


@pytest.mark.parametrize("others", range(1, 9))
def test_what_was_prepared_together_is_known_together_whatever_was_asked_before(monkeypatch, others):
    """Found by the soak over 100 000 reports: n held the keys for 25 ms, for rows that had been forgotten again."""
    opened, both = open_dossier([str(SUMMER)]), (Filter(texts=("camp",)), Filter(texts=("bridge",)))
    monkeypatch.setattr(stores, "AT_ONCE", 0)
    for keep in both:
        opened.prepare(keep)
    for number in range(others):
        opened.count(Filter(texts=(f"word{number}",)))
    for keep in both:
        opened.prepare(keep)
    assert [opened.is_prepared(keep) for keep in both] == [True, True]


def test_of_the_busiest_day_the_first_event_that_is_contested_comes_first():
    opened = store(
        good_dossier("""
[[source]]
id = "a"
name = "A"
[[source]]
id = "b"
name = "B"
[[report]]
source = "a"
event = "noon"
when = 2016-06-01T12:00
[[report]]
source = "a"
event = "evening"
when = 2016-06-01T20:00
figures.killed = 30
[[report]]
source = "b"
event = "evening"
when = 2016-06-01T20:00
figures.killed = 43
[[report]]
source = "a"
event = "night"
when = 2016-06-01T23:00
figures.killed = 1
[[report]]
source = "b"
event = "night"
when = 2016-06-01T23:00
figures.killed = 2
""")
    )
    assert [row.verdict.id for row in opened.page(Filter(), 0, 9)] == ["noon", "evening", "night"]
    assert opened.busiest(Filter()) == 1
    assert opened.busiest(Filter(terms=parse("-event:evening"))) == 1
    assert opened.busiest(Filter(terms=parse("event:noon"))) == 0
