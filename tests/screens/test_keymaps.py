"""Keys a person has chosen work, are shown, and are no longer what they were."""

from __future__ import annotations

from tests.screens.test_answers_to_keys import said
from tests.walking import Walking
from tui.core.problems import Problem
from tui.view.keymap import keymap_of


async def test_chosen_keys_work_everywhere_and_are_shown():
    keymap, clashes = keymap_of({"mark": ("Q", "f5"), "down": ("ctrl+n", "down"), "help": ("f1",), "compare": (",",)})
    assert [clash.told for clash in clashes] == [", is taken from same_flag_back, which has no other key"]
    async with Walking(keymap=keymap, size=(120, 100)) as walk:
        await walk.press("g", "ctrl+n", "Q")
        assert walk.timeline.state.rows.cursor == 1
        assert len(walk.timeline.state.marked) == 1
        await walk.press("m", "j", "f5")
        assert (walk.timeline.state.marked, walk.timeline.state.rows.cursor) == ((), 1)
        assert "F1 keys" in await walk.shows("F1 keys")
        await walk.press("f1")
        assert "Q F5" in await walk.shows("Q F5")
        await walk.press("escape", ",", "Q")
        assert len(walk.screen.state.marked) == 1
        await walk.press("question_mark")
    assert walk.app.return_value is None


async def test_a_key_that_went_to_another_action_says_nothing_false():
    keymap, _ = keymap_of({"differences": ("e",)})
    async with Walking(keymap=keymap) as walk:
        await walk.press("3", "v")
        assert said(walk) == []


async def test_faults_of_the_settings_are_told_on_opening():
    fault = Problem(
        file="config.toml", code="unknown-key", message="there is no setting thme; did you mean theme?", line=2
    )
    async with Walking(faults=(fault,)) as walk:
        assert said(walk) == ["config.toml:2: there is no setting thme; did you mean theme? · P lists it"]
        await walk.press("P")
        assert fault in walk.screen._problems
        await walk.shows("there is no setting thme; did you mean theme?")


async def test_many_faults_of_the_settings_are_one_line_and_listed():
    faults = tuple(
        Problem(file="/home/a/config.toml", code="unknown-key", message=f"there is no setting {name}", line=n)
        for n, name in enumerate(("thme", "asci", "keymp"), start=1)
    )
    async with Walking(faults=faults) as walk:
        assert said(walk) == ["config.toml: 3 mistakes · P lists them"]
        await walk.press("P")
        assert set(faults) <= set(walk.screen._problems)
