"""Forms as they come up: names beside what they name, nothing styled before it is there."""

from __future__ import annotations

import pytest
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input, OptionList

from tests.walking import Walking

FORMS = ["W", "I", "J", "]A", "X"]


def rows(walk):
    return [strip.text for strip in walk.screen._compositor.render_strips()]


@pytest.mark.parametrize("keys", FORMS)
@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_each_name_stands_beside_what_it_names(keys, size):
    async with Walking(size=size) as walk:
        await walk.press(*keys)
        form = walk.screen._form
        shown = rows(walk)
        within = walk.screen.query_one("#form-blanks").region
        seen = 0
        for number, blank in enumerate(form.blanks):
            x, y = walk.screen.query_one(f"#blank-{number}").region.offset
            if within.contains(within.x, y):
                seen += 1
                assert shown[y][within.x : x] == blank.label.ljust(14), blank
        assert seen > 1


async def test_names_scroll_with_what_they_name():
    async with Walking(size=(80, 12)) as walk:
        await walk.press("I")
        await walk.press(*["down"] * (len(walk.screen._form.blanks) - 1))
        last = walk.screen.query_one(f"#blank-{len(walk.screen._form.blanks) - 1}")
        within = walk.screen.query_one("#form-blanks")
        assert within.scroll_offset.y > 0
        assert rows(walk)[last.region.y][within.region.x :].startswith("locator ")


@pytest.mark.parametrize("keys", [*FORMS, "/", "&", "a"])
async def test_what_is_typed_into_is_not_styled_before_it_is_there(keys, monkeypatch):
    async with Walking() as walk:
        early = []
        real = Stylesheet.apply

        def apply(self, node, **named):
            if isinstance(node, Input | OptionList) and not node.is_attached:
                early.append(node)
            real(self, node, **named)

        monkeypatch.setattr(Stylesheet, "apply", apply)
        await walk.press(*keys)
        assert walk.screen.query(Input)
        assert early == []


async def test_lists_are_walked_with_the_keys_of_every_list_and_a_sign_tells_the_chosen_one():
    async with Walking(size=(80, 24)) as walk:
        await walk.press("]", "A", "g")
        listed = walk.screen.query_one(OptionList)

        def signs():
            return [rows(walk)[y][listed.region.x : listed.region.x + 2] for y in range(*listed.region.line_span)]

        assert signs()[:4] == ["▌ ", "  ", "  ", "  "]
        await walk.press("j")
        assert signs()[:4] == ["  ", "▌ ", "  ", "  "]
        await walk.press("G", "k")
        assert signs()[:4] == ["  ", "  ", "  ", "▌ "]
        await walk.press("tab", "j", "k")
        assert walk.screen.query(Input).first().value == "jk"
