"""Nothing of a file reaches the terminal as a control sequence, from any field, in any view."""

from __future__ import annotations

import json
import unicodedata
from xml.etree import ElementTree

import pytest

from tests.builders import dossier
from tui.app.picture import picture
from tui.index.opening import store

EVIL = "x\u001b[31mRED\u001b]0;owned\u0007\u009b31m\u202eright\u2066iso\u200bzero[bold]markup[/bold]\r\nline\tend"
E = json.dumps(EVIL)
TEXT = f"""
[dossier]
title = {E}
description = {E}
[[actor]]
id = "a"
name = {E}
aliases = [{E}]
[[place]]
id = "p"
name = {E}
[[field]]
id = "claims.outcome"
label = {E}
[[event]]
id = "e"
title = {E}
tags = [{E}]
[[source]]
id = "s"
name = {E}
title = {E}
url = {E}
credits = [{E}]
published = 2016-06-29
[[source]]
id = "t"
name = {E}
siglum = "TT"
published = 2016-06-30
""" + "".join(
    f"""
[[report]]
source = "{source}"
event = "e"
when = {E}
where = {E}
who = {{ attacker = [{E}] }}
what = {E}
figures = {{ {E} = {number}, killed = {number} }}
claims = {{ {E} = {E}, outcome = {E} }}
said_by = {E}
quote = {E}
locator = {E}
note = {E}
tags = [{E}]
"""
    for source, number in (("s", 3), ("t", 9))
)
WALKS = (
    (),
    ("enter",),
    ("3",),
    ("p",),
    ("a",),
    ("right_square_bracket", "p"),
    ("question_mark",),
    ("P",),
    ("colon",),
    ("4",),
    ("5",),
    ("6",),
    ("right_square_bracket", "A"),
    ("W",),
    ("W", "enter", "tab", "f1"),
    ("J",),
    ("X",),
    ("I",),
    ("E",),
    ("E", "enter"),
    ("E", "end", "up", "up", "enter"),
)


def harmful(text: str) -> set[str]:
    return {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in "\n"}


@pytest.mark.parametrize("press", WALKS, ids=lambda press: "+".join(press) or "timeline")
def test_pictures_hold_nothing_a_terminal_obeys(press):
    built, problems = dossier(TEXT)
    svg = picture(lambda: store(built, problems), size=(140, 40), press=press)
    assert harmful(svg) == set()
    ElementTree.fromstring(svg)
