"""Over a large dossier what a filter leaves is found in a thread: nothing that is pressed meanwhile overtakes it."""

from __future__ import annotations

import time
from threading import current_thread, main_thread

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking
from tui.core.filters import Filter
from tui.index import selections
from tui.index import store as stores
from tui.index.opening import open_dossier
from tui.index.store import Store
from tui.screens.sources import SourcesScreen
from tui.view.windows import Window


class Slow:
    """Has every filter take its time, and writes down what words were looked for in the thread that hears keys."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.here = list[str]()
        self.joined = list[Filter]()
        """Filters of which the rows were found in it, too."""
        monkeypatch.setattr(stores, "AT_ONCE", 0)
        prepare = Store.prepare

        def slow(store, keep) -> None:
            time.sleep(0.2)  # keys that do not wait are there first
            prepare(store, keep)

        monkeypatch.setattr(Store, "prepare", slow)
        words = stores.Postings.words

        def told(postings, expression):
            if current_thread() is main_thread():
                self.here.append(expression)
            return words(postings, expression)

        monkeypatch.setattr(stores.Postings, "words", told)
        bits = selections.bits

        def joined(keep, *rest):
            if current_thread() is main_thread():
                self.joined.append(keep)
            return bits(keep, *rest)

        monkeypatch.setattr(selections, "bits", joined)


def walking() -> Walking:
    return Walking(lambda: open_dossier([str(SUMMER)]))


async def end(monkeypatch, *keys: str, slow: bool) -> tuple[object, ...]:
    """Where keys in a hurry lead: while words are looked for in a thread, or where they are found at once."""
    async with walking() as walk:
        waiting = Slow(monkeypatch) if slow else None
        await walk.hurry(*keys)
        for _ in range(5):
            await walk.drawn()
        assert waiting is None or waiting.here == []
        state = walk.timeline.state
        there = getattr(walk.screen, "rows", None)
        listed = there if isinstance(there, Window) else None
        return type(walk.screen).__name__, state.keep, state.search, state.hits, state.rows.cursor, listed


@pytest.mark.parametrize(
    "keys",
    [
        ("/", *"camp", "enter", "n", "n", "2"),
        ("g", "g", "/", *"camp", "enter", "3"),
        ("&", *"camp", "enter", "j", "j", "F", "j"),
        ("t", *"camp", "enter", "m", "j"),
        ("&", *"camp", "enter", "3", "q", "F"),
    ],
    ids=lambda keys: "".join(key[0] for key in keys),
)
async def test_keys_after_words_wait_for_them(monkeypatch, keys):
    """Found by the soak over 100 000 reports: words of many texts held the keys for 71 ms."""
    at_once = await end(monkeypatch, *keys, slow=False)
    assert await end(monkeypatch, *keys, slow=True) == at_once


@pytest.mark.parametrize(
    "keys",
    [("5", "l", "enter", "j", "2"), ("6", "j", "enter", "3"), ("6", "j", "enter", "q", "q", "j"), ("5", "l", "enter", "q", "q", "j")],
    ids=lambda keys: "".join(key[0] for key in keys),
)  # fmt: skip
async def test_what_a_view_is_left_with_a_filter_for_is_found_before_the_timeline_stands_on_it(monkeypatch, keys):
    """Found by the soak over 100 000 reports: 25 ms for the events of two sources."""
    at_once = await end(monkeypatch, *keys, slow=False)
    assert await end(monkeypatch, *keys, slow=True) == at_once


async def test_of_what_a_view_is_left_with_a_filter_for_nothing_is_found_by_the_loop(monkeypatch):
    async with walking() as walk:
        await walk.press("5", "l")
        waiting = Slow(monkeypatch)
        await walk.press("enter")
        assert not walk.timeline.state.keep.is_empty
        assert waiting.joined == []


async def test_keys_wait_for_the_timeline_in_a_view_over_it_too(monkeypatch):
    async with walking() as walk:
        await walk.press("3")
        Slow(monkeypatch)
        known: list[int] = []
        walk.timeline.once_counted((Filter(texts=("camp",)),), lambda: known.append(1))
        assert (walk.app.keeps(), known) == (True, [])
        for _ in range(5):
            await walk.drawn()
        assert (walk.app.keeps(), known) == (False, [1])


async def test_who_would_rather_go_back_than_wait_goes_back_to_the_view_that_was_left(monkeypatch):
    async with walking() as walk:
        await walk.press("5", "l")
        Slow(monkeypatch)
        monkeypatch.setattr(Store, "prepare", lambda *_: time.sleep(1))
        await walk.hurry("enter")
        assert walk.timeline.state.keep.is_empty
        walk.timeline.let_be()
        assert not walk.timeline.state.keep.is_empty
        walk.timeline.action_do("back")
        await walk.drawn()
        assert (type(walk.screen), walk.timeline.state.keep) == (SourcesScreen, Filter())
