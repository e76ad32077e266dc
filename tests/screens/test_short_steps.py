"""What took long in one step of the loop is done once, elsewhere, or a little at a time. How long it takes `tests/benchmarks` tells."""

from __future__ import annotations

import gc
from collections import Counter

import pytest
from textual._compositor import Compositor
from textual.widgets import Input

from tests.fake_store import FakeStore, ManyEvents
from tests.scenarios import SUMMER
from tests.steps import Steps
from tests.walking import Walking, dossier
from tui.screens.discrepancies import DiscrepanciesScreen
from tui.screens.form import FormScreen
from tui.view import comparison, passages
from tui.widgets.choices import Choices
from tui.widgets.labelled import Labelled


@pytest.mark.parametrize("key", ["j", "G"])
async def test_a_comparison_is_made_once_for_a_key_and_the_words_at_its_end_for_all(key, monkeypatch):
    made, spoken = [], []
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("2", "g")
        fields, words = comparison.shown_spots, passages.prose
        monkeypatch.setattr(comparison, "shown_spots", lambda *args: made.append(args) or fields(*args))
        monkeypatch.setattr(passages, "prose", lambda *args: spoken.append(args) or words(*args))
        await walk.press(key)
        assert (len(made), len(spoken)) == (1, 0)


@pytest.mark.parametrize("leaving", ["q", "read anew"])
async def test_a_long_list_is_let_go_of_a_little_at_a_time(leaving):
    """Found by the watchdog: where 100 000 reports were, leaving view 3 held the loop for 90 ms."""
    gone = Counter()

    class Noted:
        event, field, kind, open = "e", None, "", True

        def __del__(self):
            gone[steps.now] += 1

    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("3")
        screen = walk.screen
        assert isinstance(screen, DiscrepanciesScreen)
        with Steps() as steps:
            screen._lists[False] = screen._lists[False]._replace(every=tuple(Noted() for _ in range(5000)))
            if leaving == "q":
                await walk.press("q")
            else:
                screen.renewed(screen.session, screen._timeline)
            await walk.drawn()
            await walk.pilot.pause(0.2)
            assert gone.total() == 5000
            assert max(gone.values()) <= 500


@pytest.mark.parametrize("view", ["", "2"])
async def test_each_event_that_is_offered_for_a_link_is_judged_in_a_step_of_its_own(view, monkeypatch):
    """Found by the watchdog: a dozen events that were not seen yet held the loop for 30 ms, of 100 000 reports for 50."""
    monkeypatch.setattr("tui.screens.pages._STILL", 60)
    store, asked = ManyEvents(), []
    async with Walking(lambda: store) as walk:
        await walk.press(*view)
        with Steps() as steps:
            page = store.page
            monkeypatch.setattr(store, "page", lambda *args: asked.append((steps.now, args[2])) or page(*args))
            await walk.press("J")
        assert {count for _, count in asked} == {1}
        assert len(asked) == len({step for step, _ in asked}) > 4
        assert isinstance(walk.screen, FormScreen)


@pytest.mark.parametrize("keys", ["W", "I"])
async def test_a_form_is_filled_a_few_blanks_at_a_time_and_each_drawn_before_the_paint(keys, monkeypatch):
    """Found by the watchdog: a form of eleven blanks held the loop for 14 ms when it was filled, and for 10 when it was painted."""
    mounted, drawn, painted = [], Counter(), []
    async with Walking(lambda: dossier(SUMMER)) as walk:
        with Steps() as steps:
            mount, paint = Labelled.mount_all, Compositor.render_update
            monkeypatch.setattr(
                Labelled, "mount_all", lambda form, parts: mounted.append((steps.now, len(parts))) or mount(form, parts)
            )
            for kind in (Input, Choices):
                line = kind.render_line
                monkeypatch.setattr(
                    kind,
                    "render_line",
                    lambda blank, y, line=line: drawn.update([(steps.now, blank)]) or line(blank, y),
                )
            monkeypatch.setattr(
                Compositor, "render_update", lambda *args, **named: painted.append(steps.now) or paint(*args, **named)
            )
            await walk.press(*keys)
        assert mounted
        assert max(parts for _, parts in mounted) <= 4
        assert len({step for step, _ in mounted}) == len(mounted)
        assert len(drawn) == len({step for step, _ in drawn}) > 0
        assert {step for step, _ in drawn}.isdisjoint(painted)


async def test_the_collector_is_held_back_while_lists_are_read(monkeypatch):
    """Found by the watchdog: a round over what was made of 10 000 reports held the loop for 16 ms, of 100 000 for 52 ms."""
    collecting = []
    for name in ("flags", "agreements"):
        asked = getattr(FakeStore, name)

        def read(store, keep, *rest, asked=asked):
            collecting.append(gc.isenabled())
            return asked(store, keep, *rest)

        monkeypatch.setattr(FakeStore, name, read)
    async with Walking() as walk:
        await walk.press("3", "tab")
        await walk.drawn()
        assert (set(collecting), gc.isenabled()) == ({False}, True)
