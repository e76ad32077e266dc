"""How what is typed into the form of a new report is taken apart, and what is told of it."""

from __future__ import annotations

import pytest

from tests.fake_store import SOURCES
from tui.view.new_reports import listed, paired, report_form, source_named
from tui.view.scene import Scene

SCENE = Scene(sources=SOURCES)


@pytest.mark.parametrize(("text", "pairs"), [
    ("", ()), ("killed = 40", (("killed", "40"),)),
    (" killed=at least 40 ;; wounded = [1, 2] ", (("killed", "at least 40"), ("wounded", "[1, 2]"))),
    ("forty", "forty has no name: write name = forty"), ("= 40", "nothing is no name: use letters, digits, - and _"),
    ("ki lled = 4", "ki lled is no name: use letters, digits, - and _"), ("killed =", "killed has no value"),
    ("a = 1; a = 2", "a stands there twice"), ("a = b = c", (("a", "b = c"),)),
])  # fmt: skip
def test_names_with_values(text, pairs):
    assert paired(text) == pairs


def test_lists_and_sources():
    assert listed(" a ; b;;c, d ") == ("a", "b", "c, d")
    assert [source_named(name, SCENE) for name in ("dw", "DW", "nobody", "")] == ["dw", "dw", None, None]


@pytest.mark.parametrize(("typed", "faults"), [
    ({"what": "x"}, {}), ({"source": "", "what": "x"}, {"source": "say whose report it is"}),
    ({"source": "nobody", "what": "x"}, {"source": "there is no source nobody"}),
    ({"event": "a b", "what": "x"}, {"event": "an id is of letters, digits, -, _ and ."}),
    ({"who": "NSA; IS"}, {}), ({"who": "attacker = "}, {"who": "attacker has no value"}),
    ({"figures": "40"}, {"figures": "40 has no name: write name = 40"}), ({}, {"what": "say something of the event"}),
])  # fmt: skip
def test_what_cannot_be_written_is_told_of_its_blank(typed, faults):
    form = report_form(None, "DW", SCENE)
    assert form.check({blank.key: blank.value for blank in form.blanks} | typed) == faults
