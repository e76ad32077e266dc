"""Rulings stand until a value they saw changes or a reading comes that they did not see; as-of answers what was known then."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.moments import Anchor, read_moment
from tui.core.verdicts.events import judge
from tui.core.verdicts.rulings import since

TOLLS = """
[[source]]
id = "a"
name = "Agence A"
published = 2016-06-29
[[source]]
id = "b"
name = "Bulletin B"
published = 2016-06-29
[[source]]
id = "c"
name = "Courier C"
published = 2016-06-30
[[report]]
source = "a"
event = "e"
figures = { killed = 30 }
[[report]]
source = "b"
event = "e"
figures = { killed = KILLED }
"""
RULING = """
[[ruling]]
event = "e"
field = "figures.killed"
accepted = "b/e"
seen = { "a/e" = "30", "b/e" = "43" }
reason = "B counted graves."
"""
THIRD = '[[report]]\nsource = "c"\nevent = "e"\nfigures = { killed = %s }\nas_of = "2016-06-29"\n'


def killed(text: str):
    event = judge(good_dossier(text)).events[0].verdict
    return next(f for f in event.fields if f.field == "figures.killed"), event


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        (TOLLS.replace("KILLED", "43"), True),
        (TOLLS.replace("KILLED", "43") + RULING, False),
        (TOLLS.replace("KILLED", "44") + RULING, True),
        (TOLLS.replace("KILLED", "43") + RULING + THIRD % "43", False),
        (TOLLS.replace("KILLED", "43") + RULING + THIRD % "70", True),
    ],
)
def test_a_ruling_stands_until_what_it_saw_changes(text, open_):
    field, event = killed(text)
    assert (field.verdict, field.flagged, field.open, event.contested) == ("conflict", True, open_, open_)
    assert field.rulings == ((0,) if "[[ruling]]" in text else ())
    assert {r.value for r in field.readings} >= {"30"}


def test_a_ruling_closes_an_internal_contradiction():
    text = """
[[source]]
id = "a"
[[report]]
source = "a"
event = "e"
claims = { armed = true }
[[report]]
source = "a"
event = "e"
claims = { armed = false }
"""
    ruling = '[[ruling]]\nevent = "e"\nfield = "claims.armed"\naccepted = "none"\n'
    opened = judge(good_dossier(text)).events[0].verdict
    closed = judge(good_dossier(text + ruling)).events[0].verdict
    assert [(f.kind, f.open) for f in opened.findings if f.flagged] == [("internal", True)]
    assert [(f.kind, f.open) for f in closed.findings if f.flagged] == [("internal", False)]
    assert (opened.contested, closed.contested) == (True, False)


def at(words: str) -> int:
    return read_moment(words, Anchor()).earliest


def test_what_was_known_then():
    dossier = good_dossier(TOLLS.replace("KILLED", "43") + THIRD.replace("2016-06-29", "2016-06-30T18:00") % "50")
    then = {
        day: [f.readings for f in judge(dossier, as_of=at(day)).events[0].verdict.fields]
        for day in ("2016-06-29T12:00", "2016-07-01")
    }
    assert [[r.value for r in readings] for readings in then["2016-06-29T12:00"]] == [["30", "43"]]
    assert [[r.value for r in readings] for readings in then["2016-07-01"]] == [["30", "43", "50"]]
    assert judge(dossier, as_of=at("2016-06-28")).events == ()


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (TOLLS.replace("KILLED", "43") + RULING, ()),
        (TOLLS.replace("KILLED", "44") + RULING, ('b/e says "44" instead of "43"',)),
        (TOLLS.replace("KILLED", "43") + RULING + THIRD % "43", ()),
        (TOLLS.replace("KILLED", "43") + RULING + THIRD % "70", ('"70" is new (c/e)',)),
        (TOLLS.replace('source = "b"\nevent = "e"', 'id = "b/e"\nsource = "b"\nevent = "f"').replace("KILLED", "43")
         + RULING + THIRD % "70", ('b/e no longer says "43"', '"70" is new (c/e)')),
    ],
    ids=["nothing", "a value", "one more of them", "a reading", "a report gone"],
)  # fmt: skip
def test_what_has_changed_since_a_ruling_is_told(text, changed):
    loaded = good_dossier(text)
    event = next(each.verdict for each in judge(loaded).events if each.verdict.id == "e")
    readings = next(f.readings for f in event.fields if f.field == "figures.killed")
    assert since(loaded.rulings[0], readings) == changed
