"""A screen comes up in short steps: its parts are styled when they are mounted, and that is enough."""

from __future__ import annotations

import asyncio

import pytest
from textual._compositor import Compositor
from textual.screen import Screen

from tests.steps import Steps
from tests.walking import Walking
from tui.widgets.canvas import Canvas
from tui.widgets.dimmed import Dimmed

LISTS = {"list", "facet-list", "narrowing-list", "sheet"}
"""Canvases that hold as much of a list as there is room for."""


@pytest.mark.parametrize("keys", ["2", "3", "4", "5", "6", "7", "p", "?", "&", "f", "a", "/", "]A"])
async def test_what_was_just_mounted_is_not_styled_again(keys, monkeypatch):
    async with Walking() as walk:
        styled = []
        monkeypatch.setattr(
            walk.app.stylesheet,
            "update_nodes",
            lambda nodes, animate=False: styled.extend(type(n).__name__ for n in nodes),
        )
        await walk.press(*keys)
        assert walk.screen is not walk.timeline
        assert type(walk.screen).__name__ not in styled


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6", "P"])
async def test_a_view_is_laid_out_once_when_it_comes_up_and_once_when_the_window_is_another(key, monkeypatch):
    laid_out = []
    real = Screen._refresh_layout
    monkeypatch.setattr(
        Screen,
        "_refresh_layout",
        lambda self, size=None, scroll=False: laid_out.append((self, size)) or real(self, size, scroll),
    )
    async with Walking() as walk:
        await walk.press(key)
        view = walk.screen
        for size in ((80, 24), (120, 36)):
            await walk.pilot.resize_terminal(*size)
            await walk.drawn()
        sizes = [size for screen, size in laid_out if screen is view and size is not None]
        assert sizes == [(120, 36), (80, 24), (120, 36)]


@pytest.mark.parametrize("keys", ["2", "3", "4", "5", "6", "7", "p", "?", "&", "f", "a", "/", "]A", ":"])
async def test_no_step_both_lays_a_screen_out_and_paints_it(keys, monkeypatch):
    laid_out, painted = [], []
    async with Walking() as walk:
        with Steps() as steps:
            reflow, paint = Compositor.reflow, Compositor.render_update
            monkeypatch.setattr(Compositor, "reflow", lambda *args: laid_out.append(steps.now) or reflow(*args))
            monkeypatch.setattr(
                Compositor, "render_update", lambda *args, **named: painted.append(steps.now) or paint(*args, **named)
            )
            await walk.press(*keys)
        assert laid_out
        assert painted
        assert set(laid_out).isdisjoint(painted)


@pytest.mark.parametrize("key", ["3", "4", "5", "6", "7"])
async def test_no_step_both_paints_a_view_and_draws_it_anew(key, monkeypatch):
    """What it had to hear once it was painted was heard in the same step, and led to another drawing."""
    drawn, painted = [], []
    async with Walking() as walk:
        await walk.press(key)
        view = type(walk.screen)
        await walk.press("q")
        with Steps() as steps:
            draw, paint = view.draw, Compositor.render_update
            monkeypatch.setattr(view, "draw", lambda self: drawn.append(steps.now) or draw(self))
            monkeypatch.setattr(
                Compositor, "render_update", lambda *args, **named: painted.append(steps.now) or paint(*args, **named)
            )
            await walk.press(key)
        assert drawn
        assert painted
        assert set(drawn).isdisjoint(painted)


@pytest.mark.parametrize("key", ["3", "5", "6", "7", "f", "?", "a"])
async def test_a_list_in_another_size_is_drawn_once(key, monkeypatch):
    async with Walking() as walk:
        await walk.press(key)
        view, drawn = walk.screen, []
        draw = type(view).draw
        monkeypatch.setattr(type(view), "draw", lambda self: drawn.append(self) or draw(self))
        for canvas in view.query(Canvas):
            if canvas.id in LISTS:
                view.post_message(Canvas.Resized(canvas, canvas.scrollable_content_region.size - (0, 2)))
        await walk.drawn()
        assert drawn == [view]


@pytest.mark.parametrize("keys", ["p", "?", "f", "a", "/", "]A", ":", "W"])
async def test_the_view_below_is_tinted_before_it_is_painted_so(keys, monkeypatch):
    """In a step of its own; a form that grows while it stands may be painted with what it uncovers tinted anew."""
    tinted, painted = [], []
    async with Walking() as walk:
        with Steps() as steps:
            tint, paint = Dimmed.render_strips, Compositor.render_update
            monkeypatch.setattr(Dimmed, "render_strips", lambda *args: tinted.append(steps.now) or tint(*args))
            monkeypatch.setattr(
                Compositor, "render_update", lambda *args, **named: painted.append(steps.now) or paint(*args, **named)
            )
            await walk.press(*keys)
        assert tinted
        assert painted
        assert tinted[0] not in painted


@pytest.mark.parametrize("keys", ["2", "3", "4", "5", "6", "P"])
async def test_nothing_empty_is_painted(keys, monkeypatch):
    async with Walking() as walk:
        painted = []
        real = type(walk.app)._display

        def display(app, screen, update):
            if screen is not walk.timeline and update is not None:
                painted.append(sum(bool(strip.text.strip()) for strip in screen._compositor.render_strips()))
            real(app, screen, update)

        monkeypatch.setattr(type(walk.app), "_display", display)
        await walk.press(*keys)
        assert painted
        assert min(painted) > 2


@pytest.mark.parametrize("keys", ["", "2", "3", "4", "5", "6", "7", "P", "p", "?", "f", "a", ":", "W", "2p", "6:"])
async def test_nothing_is_painted_at_rest(keys, monkeypatch):
    painted = []
    real = Screen._on_timer_update
    monkeypatch.setattr(Screen, "_on_timer_update", lambda self: painted.append(self) or real(self))
    async with Walking() as walk:
        await walk.press(*keys)
        await asyncio.sleep(0.5)  # what is read ahead, and what a view still has to say
        painted.clear()
        await asyncio.sleep(0.3)
        # A cursor that blinks is painted anew.
        assert len(painted) < 3


async def test_what_is_drawn_while_a_paint_is_to_come_is_painted_with_it(monkeypatch):
    """The title did not say that a file stood as last read: it was drawn anew between a layout and the painting of it."""
    painted = []
    async with Walking() as walk:
        view, paint = walk.timeline, Compositor.render_update
        title = view.query_one("#title", Canvas)
        monkeypatch.setattr(
            Compositor,
            "render_update",
            lambda self, *args, **named: painted.append({*self._dirty_regions}) or paint(self, *args, **named),
        )
        view._refresh_layout(view.size)
        title._set_dirty()
        view._dirty_widgets.add(title)  # as Textual does when it hears of it
        await walk.drawn()
        assert title.region in painted[0]
