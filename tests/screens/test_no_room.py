"""A window too small for a view or a page of text: it says how much it wants, its keys work, and it is back where there is room."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier, seen


def lines(walk) -> list[str]:
    return [line.rstrip() for line in seen(walk.app).splitlines()]


def clipped(told: list[str], width: int) -> list[str]:
    return [line if len(line) <= width else line[: width - 1] + "…" for line in told]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("2", ["compare", "101/126", "q back", "36×8 shows it"]),
        ("3", ["discrepancies", "2/43", "q back", "36×8 shows it"]),
        ("4", ["origins", "101/126", "q back", "36×10 shows it"]),
        ("5", ["sources", "2/14", "q back", "36×11 shows it"]),
        ("6", ["actors", "2/100", "q back", "36×10 shows it"]),
        ("7", ["links", "2/1,125", "q back", "36×10 shows it"]),
        ("P", ["problems", "q back", "36×8 shows it"]),
        ("?", ["Keys", "Esc back", "36×6 shows it"]),
    ],
)
async def test_a_view_without_room_says_so_and_comes_back_at_its_place(key, told):
    async with Walking(lambda: dossier(SUMMER), size=(80, 24)) as walk:
        await walk.press(key, "j")
        walk.app.clear_notifications()
        await walk.drawn()
        large = lines(walk)
        for size in ((20, 5), (15, 5)):
            await walk.pilot.resize_terminal(*size)
            await walk.press("k", "j")
            walk.app.clear_notifications()  # over the problems, of which there are none
            await walk.drawn()
            assert lines(walk)[: len(told)] == clipped(told, size[0])
        await walk.pilot.resize_terminal(10, 3)
        await walk.drawn()
        assert lines(walk) == clipped([told[0], *told[-2:]], 10)
        await walk.pilot.resize_terminal(80, 24)
        walk.app.clear_notifications()
        await walk.drawn()
        assert (lines(walk)[0], lines(walk)[-1]) == (large[0], large[-1])
        await walk.pilot.resize_terminal(20, 5)
        await walk.press("j", "q")
        assert walk.screen is walk.timeline


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6", "7", "P", "?"])
async def test_a_view_opened_without_room_is_there_where_there_is_room(key):
    async with Walking(lambda: dossier(SUMMER), size=(80, 24)) as walk:
        await walk.press(key)
        large = lines(walk)
        await walk.press("q")
        await walk.pilot.resize_terminal(20, 5)
        await walk.press(key)
        assert "shows it" in seen(walk.app)
        await walk.pilot.resize_terminal(80, 24)
        await walk.drawn()
        assert (lines(walk)[0], lines(walk)[-1]) == (large[0], large[-1])


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (":", ["Everything by name", "1/{}", "Esc back", "36×10 shows it"]),
        ("f", ["Filter", "contested", "Esc back", "36×8 shows it"]),
        ("a", ["Actor", "1/100", "Esc back", "36×10 shows it"]),
        ("m'", ["Marks", "1/1", "Esc back", "36×6 shows it"]),
        ("]A", ["Rule on this discre…", "accepted", "Esc back", "36×10 shows it"]),
    ],
)
async def test_a_window_over_a_view_says_so_too(keys, told):
    async with Walking(lambda: dossier(SUMMER), size=(80, 24)) as walk:
        await walk.press(*keys)
        await walk.drawn()
        large = lines(walk)
        if keys == ":":
            told = [line.format(walk.screen.window.count) for line in told]
        await walk.pilot.resize_terminal(20, 5)
        await walk.drawn()
        assert lines(walk)[:4] == told
        await walk.pilot.click("#room")
        await walk.drawn()
        assert lines(walk)[:4] == told
        await walk.pilot.resize_terminal(80, 24)
        await walk.drawn()
        assert lines(walk) == large
        await walk.press("escape")
        assert walk.screen is walk.timeline


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (
            (36, 10),
            """
╭─ Rule on this discrepancy ───────╮
│ Missile on a vehicle in Hama…    │
│                                  │
│ accepted      ▌ neither of       │
│                 them             │
│                                  │
│ The reading you hold to be righ… │
│                                  │
│ Enter next, at last write   ctr… │
╰──────────────────────────────────╯""",
        ),
        (
            (80, 12),
            """
╭─ Rule on this discrepancy ───────────────────────────────────────────────────╮
│ Missile on a vehicle in Hama  figures.killed_fighters…                       │
│                                                                              │
│ accepted        "10"  ALM14  1 report, 1 origin                              │
│                 "eleven"  ALM14  1 report, 1 origin                          │
│               ▌ neither of them                                              │
│                                                                              │
│ The reading you hold to be right. The others stay in the files, and are      │
│ shown with it.                                                               │
│                                                                              │
│ Enter next, at last write   ctrl+s write   Esc leave                         │
╰──────────────────────────────────────────────────────────────────────────────╯""",
        ),
    ],
)
async def test_what_is_said_around_the_blanks_of_a_form_gives_way_to_them(size, told):
    async with Walking(lambda: dossier(SUMMER), size=(80, 24)) as walk:
        walk.timeline.go_to("hama-missile-july")
        await walk.press("]", "A", "down", "down")
        await walk.pilot.resize_terminal(*size)
        await walk.drawn()
        bars = str.maketrans("▁▂▃▄▅▆▇█", " " * 8)
        assert [line.translate(bars) for line in lines(walk)] == told.strip("\n").splitlines()


async def test_what_became_small_under_a_page_of_text_says_so_once_that_is_gone():
    async with Walking(lambda: dossier(SUMMER), size=(80, 24)) as walk:
        await walk.press("4", "?")
        await walk.pilot.resize_terminal(40, 8)
        assert "j ↓" in await walk.shows("Keys")
        await walk.press("escape")
        assert lines(walk)[0] == "origins"
