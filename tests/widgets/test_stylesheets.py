"""Styles are parsed once, and anew where their colours are others."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.color import Color
from textual.css import stylesheet
from textual.css.errors import StylesheetError
from textual.css.stylesheet import StylesheetParseError

from tests.walking import Walking
from tui.widgets.stylesheets import ParsedOnce


@pytest.fixture
def parsed(monkeypatch):
    """How often which text was parsed."""
    found = Counter()
    parse = stylesheet.parse

    def counting(scope, css, read_from, **more):
        found[css] += 1
        return parse(scope, css, read_from, **more)

    monkeypatch.setattr(stylesheet, "parse", counting)
    return found


def colours(sheet):
    return [rule.styles.color for rule in sheet.rules]


def test_a_text_is_parsed_again_only_with_other_colours(parsed):
    sheet, one, two = ParsedOnce(variables={"ink": "red"}), "A { color: $ink; }", "B { color: white; }"
    sheet.add_source(one, read_from=("one", ""))
    assert colours(sheet) == [Color.parse("red")]
    sheet.set_variables({"ink": "red"})
    sheet.reparse()
    sheet.add_source(two, read_from=("two", ""))
    sheet.reparse()
    assert colours(sheet) == [Color.parse("red"), Color.parse("white")]
    assert parsed == {one: 1, two: 1}
    sheet.set_variables({"ink": "blue"})
    sheet.reparse()
    assert colours(sheet) == [Color.parse("blue"), Color.parse("white")]
    assert parsed == {one: 2, two: 2}
    sheet.set_variables({"ink": "red"})
    sheet.reparse()
    assert colours(sheet) == [Color.parse("red"), Color.parse("white")]
    sheet.set_variables({"ink": "blue"})
    sheet.reparse()
    assert colours(sheet) == [Color.parse("blue"), Color.parse("white")]
    assert parsed == {one: 2, two: 2}, "a theme that comes again is parsed already"


def test_a_text_that_is_wrong_leaves_the_rules_as_they_were():
    sheet = ParsedOnce(variables={"ink": "red"})
    sheet.add_source("A { color: $ink; }", read_from=("one", ""))
    before = sheet.rules
    sheet.add_source("B { colour: white; }", read_from=("two", ""))
    with pytest.raises((StylesheetError, StylesheetParseError)):
        sheet.reparse()
    assert sheet._rules is before


async def test_the_explorer_starts_with_its_styles_parsed_once_and_another_theme_changes_them(parsed):
    async with Walking() as walk:
        ours = next(css for css in parsed if "#opening" in css)
        assert parsed[ours] == 1
        assert walk.app.screen.styles.background == Color.parse(walk.app.current_theme.background)
        await walk.press("f2")
        assert parsed[ours] == 2
        assert walk.app.screen.styles.background == Color.parse(walk.app.current_theme.background)
