"""Lines that Textual's styles are not asked about look as if they had been."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.widget import Widget

from tests.walking import Walking
from tui.view.roles import ROLES
from tui.widgets.bare import Bare
from tui.widgets.looks import Looks


def cells(strips):
    """Every cell with its style: how they are cut into segments shows on no screen."""
    return [[(letter, str(style)) for text, style, _ in strip for letter in text] for strip in strips]


@pytest.mark.parametrize("keys", ["", "2", "3", "5", "p", "?", "f", "a", "W"])
@pytest.mark.parametrize("options", [{}, {"ascii_only": True}], ids=["unicode", "ascii"])
async def test_lines_are_those_that_textual_makes(keys, options):
    async with Walking(**options) as walk:
        await walk.press(*keys)
        widgets = [one for one in walk.screen._compositor.visible_widgets if isinstance(one, Bare)]
        assert len(widgets) > 1
        for widget in widgets:
            region = widget.region
            part = Region(1, region.height // 2, max(1, region.width - 3), region.height - region.height // 2)
            for crop in (region.size.region, part):
                made = cells(widget.render_lines(crop))
                widget._styles_cache.clear()
                assert made == cells(Widget.render_lines(widget, crop)), widget


async def test_what_a_role_looks_like_is_asked_once_for_all_screens(monkeypatch):
    async with Walking() as walk:
        await walk.press("2", "q")
        asked = []
        real = Looks._asked
        monkeypatch.setattr(Looks, "_asked", lambda self, role: asked.append(role) or real(self, role))
        await walk.press("2")
        assert asked == []


async def test_no_role_is_made_up():
    async with Walking() as walk:
        with pytest.raises(KeyError):
            walk.screen.query_one(Looks).style("strong nonesuch")
        assert "nonesuch" not in ROLES


async def test_the_ground_of_lines_is_asked_once_for_each_surface(monkeypatch):
    async with Walking() as walk:
        body = walk.screen.query_one("#body")
        asked = []
        real = type(body).rich_style.fget
        monkeypatch.setattr(type(body), "rich_style", property(lambda self: asked.append(self.id) or real(self)))
        body.notify_style_update()
        for y in range(body.size.height):
            body.render_line(y)
        assert asked == ["body"]
