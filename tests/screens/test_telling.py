"""Words at the edge of the screen are few, and leave nothing behind."""

from __future__ import annotations

import pytest
from textual.widgets._toast import Toast, ToastHolder

from tests.walking import Walk, Walking
from tui.app.telling import MOST


def standing(walk: Walk) -> list[str]:
    return [word.message for word in walk.app._notifications]


@pytest.mark.parametrize(
    ("said", "stand"),
    [
        ([("a", "information"), ("a", "information"), ("b", "warning")], ["a", "b"]),
        ([(str(n), "information") for n in range(6)], ["5"]),
        (
            [("lost", "error"), *((str(n), "information") for n in range(6)), ("late", "warning")],
            ["lost", "5", "late"],
        ),
    ],
)
async def test_each_is_said_once_and_the_oldest_give_way_but_warnings_and_errors(said, stand):
    async with Walking() as walk:
        walk.app.clear_notifications()
        for message, severity in said:
            walk.app.notify(message, severity=severity)
            await walk.drawn()
        assert standing(walk) == stand


@pytest.mark.parametrize(
    ("keys", "said"),
    [(["/", *"Hamdan", "enter"], []), (["ampersand", *"actor:is", "enter"], []), (["f2"], ["theme dusk"])],
)
async def test_a_word_on_what_was_done_before_goes_with_the_next_search_filter_or_theme(keys, said):
    """Found by a newcomer: that nothing has some words stood on under the hits of the next search."""
    async with Walking() as walk:
        await walk.press("/", *"nowhere", "enter")
        walk.app.notify("lost", severity="error")
        await walk.drawn()
        assert standing(walk) == ["nothing has the words nowhere", "lost"]
        await walk.press(*keys)
        assert standing(walk) == ["lost", *said]


@pytest.mark.parametrize(
    ("keys", "said", "then"),
    [
        (["c"], "DW picked; with a second one (c) only those two are compared", "c"),
        (["c"], "DW picked; with a second one (c) only those two are compared", "C"),
        (["z"] * 6, "one cell is an hour: there is no finer scale", "Z"),
    ],
)
async def test_a_word_that_is_no_longer_true_is_taken_back(keys, said, then):
    """Found by a newcomer."""
    async with Walking() as walk:
        await walk.press(*keys)
        assert standing(walk) == [said]
        await walk.press(then)
        assert standing(walk) == []


async def test_every_theme_is_named_as_one_types_it():
    async with Walking() as walk:
        said = []
        for _ in range(5):
            await walk.press("f2")
            said += standing(walk)
        assert said == ["theme dusk", "theme light", "theme contrast", "theme dark", "theme dusk"]


async def test_what_held_a_word_goes_with_it():
    """Found by the soak over the demo: after a thousand words a word cost three times as much as the first."""
    async with Walking() as walk:
        for number in range(4 * MOST):
            walk.screen.say(f"word {number}")
            await walk.drawn()
            if number % 3 == 2:
                await walk.press("escape")
        walk.screen.say("the last")
        await walk.drawn()
        assert len(walk.screen.query(ToastHolder)) <= MOST + 1
        assert len(walk.screen.query(Toast)) <= MOST
