"""Walks through the overviews: who repeats whom, who agrees with whom, who is named how."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier, seen
from tui.screens.compare import CompareScreen
from tui.screens.origins import OriginsScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.why import WhyScreen


async def test_origins_of_the_event_lead_to_a_report_in_the_timeline():
    async with Walking() as walk:
        await walk.press("j", "4")
        assert isinstance(walk.screen, OriginsScreen)
        shown = seen(walk.app)
        assert "2 reports / 1–2 origins" in shown
        assert "Corroboration is not truth." in shown
        assert "quotes Muzahem al-Sallum" in shown
        assert 'A "al-Bukamal"' in shown
        await walk.press("j", "enter")
        assert isinstance(walk.screen, TimelineScreen)
        assert (walk.at, walk.timeline.state.pane) == ("offensive", 1)


async def test_origins_go_from_field_to_field_and_event_to_event():
    async with Walking() as walk:
        await walk.press("4", "h", "h", "h")
        assert "when" in seen(walk.app)
        assert walk.screen.state.spot == "when"
        await walk.press("l")
        assert walk.screen.state.spot == "where"
        await walk.press("}", "}", "{", "{", "{")
        assert walk.screen.row.verdict.id == "raqa"
        await walk.press("q")
        assert walk.at == "raqa"


async def test_origins_are_one_key_from_the_other_views():
    async with Walking() as walk:
        await walk.press("]", "]", "4", "p")
        assert isinstance(walk.screen, WhyScreen)
        await walk.press("escape", "2")
        assert isinstance(walk.screen, CompareScreen)
        assert walk.screen.state.spot == "figures.killed"
        await walk.press("4", "]", "1")
        assert isinstance(walk.screen, TimelineScreen)
        assert walk.at == "toll"


async def test_origins_of_a_real_event_tell_copies_from_what_may_be():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("t", *"qamishli-27-july", "enter", "4")
        shown = seen(walk.app)
        assert "copies SAB17" in shown
        assert "possibly from SANA (same speaker)" in shown
        assert "if every dotted tie holds" in shown


@pytest.mark.parametrize("size", [(20, 6), (80, 24), (300, 80)])
async def test_overviews_are_drawn_in_every_size(size):
    async with Walking(size=size) as walk:
        await walk.press("4", "j", "G", "g", "ctrl+d", "ctrl+u", "pagedown", "pageup", "k", "h", "l", "q")
        assert isinstance(walk.screen, TimelineScreen)
