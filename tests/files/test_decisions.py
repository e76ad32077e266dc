"""Decisions as edits: what is written to the file, and that the loader reads back what was decided."""

from __future__ import annotations

import datetime

import pytest

from tests.builders import good_dossier
from tui.core.model import Annotation, Link, Position, Ruling
from tui.files.beside import analysis_name
from tui.files.decisions import annotation, corrected, link, report, ruling, source, typed
from tui.files.edits import HEAD, apply
from tui.files.literals import Pairs

AT = datetime.datetime(2016, 7, 1, 12, 0, 7, 999, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))

SOURCES = '[[source]]\nid = "s"\n[[source]]\nid = "t"\n'
REPORTS = '[[report]]\nsource = "s"\nevent = "e"\nwhen = "x"\n[[report]]\nsource = "t"\nevent = "e"\nwhen = "y"\n'


def test_decisions_read_back_as_what_was_decided():
    edits = [
        ruling(
            event="e", field="when", accepted="s/e", seen=[("s/e", "x"), ("t/e", "y")], reason="R\n2", by="B", at=AT
        ),
        link(reports=["s/e", "t/e"], same=None, at=AT),
        annotation(target="s", note='"N"', tags=["t"], by="B", at=AT),
    ]
    text = None
    for edit in edits:
        text = apply(edit, text).text
    assert text == HEAD + (
        '[[ruling]]\nevent = "e"\nfield = "when"\naccepted = "s/e"\nseen = { "s/e" = "x", "t/e" = "y" }\n'
        'reason = """\nR\n2"""\nby = "B"\nat = 2016-07-01T12:00:07+02:00\n\n'
        '[[link]]\nreports = ["s/e", "t/e"]\nsame = "disputed"\nat = 2016-07-01T12:00:07+02:00\n\n'
        '[[annotation]]\ntarget = "s"\nnote = "\\"N\\""\ntags = ["t"]\nby = "B"\nat = 2016-07-01T12:00:07+02:00\n'
    )
    dossier = good_dossier(main=SOURCES + REPORTS, analysis=text)
    at = "2016-07-01T12:00:07+02:00"
    assert dossier.rulings == (
        Ruling(
            event="e", field="when", accepted="s/e", seen=(("s/e", "x"), ("t/e", "y")), reason="R\n2", by="B", at=at,
            position=Position("analysis.toml", 4),
        ),
    )  # fmt: skip
    assert dossier.links == (Link(reports=("s/e", "t/e"), same=None, at=at, position=Position("analysis.toml", 15)),)
    assert dossier.annotations == (
        Annotation(target="s", note='"N"', tags=("t",), by="B", at=at, position=Position("analysis.toml", 20)),
    )


def test_a_decision_has_a_time_with_an_offset():
    with pytest.raises(ValueError, match="offset"):
        link(reports=["a", "b"], same=True, at=AT.replace(tzinfo=None))


def test_a_new_source_and_its_reports():
    text = apply(source({"id": "u", "name": "U", "title": "", "credits": ()}), None).text
    text = apply(
        report({"what": "w", "event": "e", "figures": Pairs((("killed", typed("figures.killed", "4")),))}), text
    ).text
    assert text == '[[source]]\nid = "u"\nname = "U"\n\n[[report]]\nevent = "e"\nwhat = "w"\nfigures = { killed = 4 }\n'
    assert [one.id for one in good_dossier(main=text).reports] == ["u/e"]


@pytest.mark.parametrize(("analyst", "name"), [
    ("", "analysis.toml"), ("Anna", "analysis-Anna.toml"), ("../x", "analysis-x.toml"), ("Ġ日", "analysis-gri.toml"),
    (".", "analysis-unnamed.toml"), ("a/b", "analysis-a-b.toml"), ("con\n", "analysis-con.toml"),
])  # fmt: skip
def test_a_file_for_each_analyst(analyst, name):
    assert analysis_name(analyst) == name


@pytest.mark.parametrize(("field", "text", "value"), [
    ("figures.killed", " 40 ", 40), ("figures.killed", "[10, 20]", (10, 20)), ("figures.rate", "1.5", 1.5),
    ("figures.killed", "at least 40", "at least 40"), ("figures.killed", "007", "007"), ("figures.killed", "1e5", "1e5"),
    ("when", "2016-06-28", datetime.date(2016, 6, 28)), ("when", "2016-06", "2016-06"), ("when", "2016-02-31", "2016-02-31"),
    ("as_of", "2016-06-28T10:30Z", datetime.datetime(2016, 6, 28, 10, 30, tzinfo=datetime.UTC)),
    ("when", "2016-06-28T10:30", datetime.datetime(2016, 6, 28, 10, 30)),
    ("claims.x", "2016-06-28", "2016-06-28"), ("what", "40", "40"), ("planned", "Yes", True), ("denies", "maybe", "maybe"),
])  # fmt: skip
def test_what_was_typed(field, text, value):
    assert (type(typed(field, text)), typed(field, text)) == (type(value), value)


@pytest.mark.parametrize(("field", "text", "was", "value"), [
    ("figures.killed", "40", "36", 40), ("figures.killed", " ", "36", None), ("figures.killed", "[1, 2]", "3", (1, 2)),
    ("where", "Daraya; Qasr;", "Daraya", ("Daraya", "Qasr")), ("where", "Daraya", "Daraya; Qasr", "Daraya"),
    ("who.attacker", "NSA; IS", "NSA", ("NSA", "IS")), ("claims.outcome", "a; b", "a", "a; b"),
    ("claims.outcome", "a; b", "c; d", ("a", "b")),
    ("claims.taken", "true", "false", True), ("claims.taken", "true", "perhaps", "true"),
    ("when", "2016-06-28", "Tuesday", datetime.date(2016, 6, 28)), ("what", "a; b", "c", "a; b"),
])  # fmt: skip
def test_what_was_typed_over_a_value(field, text, was, value):
    made = corrected(field, text, was)
    assert (type(made), made) == (type(value), value)
