"""Suggested aliases as text and as JSON."""

from __future__ import annotations

from tui.core.model import Position
from tui.core.suggestions import Alias, Suggestion
from tui.view.contract_suggest import suggestion_object
from tui.view.texts_suggest import suggest_lines

ALIAS = Alias(
    name="Iraqi \x1bfighters", count=2, position=Position("afp.toml", 79), like="Iraq", score=0.79,
    rule="Alike.", others=("army",),
)  # fmt: skip
UNDER = Suggestion(
    table="actor", id="iraq", name="Iraq", position=Position("d.toml", 45), new=False, replaces=True,
    aliases=(ALIAS,), lines=('aliases = ["Baghdad", "Iraqi fighters"]',),
)  # fmt: skip
NEW = Suggestion(
    table="place", id="tell", name="Tell", position=Position("d.toml"), new=True, replaces=False,
    aliases=(Alias(name="Tall", count=1, position=Position("x.toml"), like="Tell", score=0.7, rule="Ask."),),
    lines=("[[place]]", 'id = "tell"', 'name = "Tell"', 'aliases = ["Tall"]'),
)  # fmt: skip


def test_each_table_with_what_to_paste_and_why() -> None:
    assert list(suggest_lines([UNDER, NEW])) == [
        "",
        "Names that may be one. Paste what is right and leave out the rest;",
        "two names stay apart for good once each has a table of its own.",
        "",
        'd.toml:45: [[actor]] iraq "Iraq": in place of its aliases',
        '    aliases = ["Baghdad", "Iraqi fighters"]',
        '  - "Iraqi ␛fighters" (named 2 times, first at afp.toml:79), like "Iraq". Alike. It may also belong to army.',
        "",
        "d.toml: a new [[place]]",
        "    [[place]]",
        '    id = "tell"',
        '    name = "Tell"',
        '    aliases = ["Tall"]',
        '  - "Tall" (named once at x.toml), like "Tell". Ask.',
        "",
        "2 names suggested for 2 tables, 1 of them new",
    ]


def test_nothing_to_suggest_says_so() -> None:
    assert list(suggest_lines([])) == ["", "no names suggested"]


def test_the_json_object() -> None:
    assert suggestion_object(UNDER) == {
        "file": "d.toml", "line": 45, "table": "actor", "id": "iraq", "name": "Iraq", "new": False, "replaces": True,
        "paste": 'aliases = ["Baghdad", "Iraqi fighters"]',
        "aliases": [
            {"name": "Iraqi \x1bfighters", "count": 2, "file": "afp.toml", "line": 79, "like": "Iraq", "score": 0.79,
             "rule": "Alike.", "others": ["army"]}
        ],
    }  # fmt: skip
