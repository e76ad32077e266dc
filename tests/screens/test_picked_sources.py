"""Compare while some sources are picked: what is said, stepped to and ruled on."""

from __future__ import annotations

from tests.builders import good_dossier
from tests.walking import Walking
from tui.index.opening import store


def report(source: str, figures: str) -> str:
    named = f'[[source]]\nid = "{source}"\nname = "{source.upper()} News"\npublished = 2016-07-01\n'
    return f'{named}[[report]]\nid = "{source}/e"\nsource = "{source}"\nevent = "e"\nfigures = {{ {figures} }}\n'


TEXT = "".join(
    (
        report("a", "bombs = 1, killed = 30"),
        report("b", "bombs = 1, killed = 30"),
        report("c", "killed = 43, tanks = 2"),
        report("d", "bombs = 7, tanks = 5, ships = 1"),
    )
)


def walking() -> Walking:
    return Walking(lambda: store(good_dossier(TEXT), files=1))


async def test_no_reason_names_whom_one_did_not_pick_and_one_steps_among_theirs():
    async with walking() as walk:
        walk.timeline.state = walk.timeline.state.picked("b").picked("c")
        await walk.press("2")
        shown = await walk.shows("picked sources only", "C News' 43 lies above B News' 30, which is exact; 13 apart.")
        assert "A News" not in shown
        assert "D News" not in shown
        await walk.press("g", "]")
        assert walk.screen.state.spot == "figures.killed"
        await walk.press("p")
        shown = await walk.shows("C News' 43 lies above B News' 30", "2 readings, as written and as read")
        assert "A News" not in shown


async def test_a_field_that_only_others_give_hands_on_to_the_first_of_theirs():
    async with walking() as walk:
        walk.timeline.state = walk.timeline.state.picked("b").picked("c")
        await walk.press("2")
        walk.screen.state = walk.screen.state.spotted("figures.ships")
        await walk.drawn()
        assert walk.screen.selected().key == walk.screen.state.spot == "figures.bombs"


async def test_a_ruling_made_there_sees_the_readings_of_all():
    async with walking() as walk:
        walk.timeline.state = walk.timeline.state.picked("b").picked("c").spotted("figures.killed")
        await walk.press("2", "l", "A")
        shown = await walk.shows("Rule on this discrepancy", "figures.killed")
        choices = [line for line in shown.splitlines() if "2 reports, " in line]
        assert len(choices) == 1, "30 of A News and B News"


async def test_that_one_picked_alone_compares_nothing_yet_is_told():
    async with walking() as walk:
        await walk.press("c")
        assert "picked; with a second one (c) only those two are compared" in walk.told()
