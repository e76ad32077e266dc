"""An index that several processes judged is the one that this process judges, byte for byte."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.builders import dossier as decoded
from tests.index.test_store import TEXT
from tui.core.progress import Step
from tui.core.verdicts.context import Context
from tui.errors import Cancelled
from tui.files.crew import Crew
from tui.files.load import load
from tui.index import judging
from tui.index.build import build

DATA = Path(__file__).parents[2] / "data"

TANGLED = """
[dossier]
timezone = "Asia/Damascus"
[[actor]]
id = "army"
name = "Army"
[[source]]
id = "a"
name = "A"
published = 2016-06-28
[[source]]
id = "b"
name = "B"
derived_from = ["a"]
published = 2016-07-01
[[source]]
id = "d"
name = "D"
kind = "dataset"
[[event]]
id = "one"
title = "The first"
tags = ["night"]
[[report]]
id = "a/x"
source = "a"
event = "one"
when = 2016-06-26
until = 2016-06-28
where = "Town"
who = { attacker = "Army" }
figures = { killed = 5 }
said_by = ["Talal Silo"]
text = "Five people died when a shell hit the bakery in the old town on Tuesday morning, a doctor said."
[[report]]
id = "b/x"
source = "b"
event = "one"
derived_from = ["a/y"]
denies = ["figures.killed"]
figures = { killed = 9 }
said_by = ["Talal Sello"]
text = "Five people died when a shell hit the bakery in the old town on Tuesday morning, a doctor said."
[[report]]
id = "a/y"
source = "a"
event = "two"
after = ["one"]
denies = true
[[report]]
id = "d/1"
source = "d"
event = "two"
when = 2016-06-30
where = "Town"
who = ["Army"]
figures = { killed = 28 }
[[report]]
id = "d/2"
source = "d"
event = "two"
when = 2016-06-30
where = "Town"
who = ["Army"]
figures = { killed = 28 }
[[report]]
id = "b/y"
source = "b"
event = "three"
when = 2016-06-30
where = "Town"
who = ["Army"]
figures = { killed = 28 }
corrects = ["b/z"]
[[report]]
id = "b/z"
source = "b"
event = "three"
figures = { killed = 20 }
[[report]]
id = "a/z"
source = "a"
what = "Somewhere, something."
[[link]]
reports = ["a/x", "d/1"]
same = "disputed"
[[ruling]]
event = "one"
field = "figures.killed"
accepted = "a/x"
seen = { "a/x" = 5, "b/x" = 9 }
[[annotation]]
target = "a/x"
note = "Telephoned."
tags = ["telephone"]
"""

ROUND = """
[[source]]
id = "a"
[[source]]
id = "b"
derived_from = ["a"]
[[report]]
source = "a"
event = "one"
derived_from = ["b"]
figures = { killed = 5 }
[[report]]
source = "b"
event = "one"
figures = { killed = 5 }
"""
"""Two reports that nobody names repeat each other."""


def dump(dossier, crew, as_of=None):
    """Every byte of the index, as a file would hold it."""
    connection = sqlite3.connect(":memory:")
    build(connection, Context(dossier, as_of=as_of), (), files=1, crew=crew)
    return connection.serialize()


@pytest.fixture(scope="module")
def crew():
    with Crew(2) as hands:
        yield hands
        assert hands.redone == 0


@pytest.mark.parametrize(("text", "as_of"), [(TEXT, None), (ROUND, None), (TANGLED, None), (TANGLED, 1467244800)])
def test_an_index_of_many_hands_is_the_same(crew, monkeypatch, text, as_of):
    monkeypatch.setattr(judging, "AT_ONCE", 1)
    dossier, _ = decoded(text)
    assert dump(dossier, crew, as_of) == dump(dossier, None, as_of)


@pytest.mark.parametrize("name", ["al-bukamal", "syria-summer-2016"])
def test_so_is_that_of_a_real_dossier(crew, monkeypatch, name):
    monkeypatch.setattr(judging, "AT_ONCE", 16)
    dossier = load([str(DATA / name)]).dossier
    assert dump(dossier, crew) == dump(dossier, None)


@pytest.mark.parametrize("text", [TEXT, TANGLED])
def test_an_index_whose_past_days_are_forgotten_event_by_event_is_the_same(monkeypatch, text):
    dossier, _ = decoded(text)
    whole = dump(dossier, None)
    monkeypatch.setattr(judging, "AT_ONCE", 1)
    monkeypatch.setattr("tui.index.build.SETTLED_EVERY", 1)
    assert dump(dossier, None) == whole


@pytest.mark.parametrize("phase", ["reading", "judging", "indexing"])
def test_a_cancel_ends_the_workers(phase):
    def stop(step: Step) -> None:
        if step.phase == phase and step.done:
            raise Cancelled("enough")

    def opened(hands: Crew) -> None:
        with hands:
            dossier = load([str(DATA / "al-bukamal")], crew=hands, watch=stop).dossier
            build(sqlite3.connect(":memory:"), Context(dossier), (), files=1, crew=hands, watch=stop)

    hands = Crew(2)
    with pytest.raises(Cancelled):
        opened(hands)
    assert len(hands._workers) == 2
    assert all(worker.poll() is not None for worker in hands._workers)
