"""The palette: keys, mouse, what it waits for, and that it asks nothing of the dossier in the loop."""

from __future__ import annotations

import threading

import pytest

from tests.fake_store import FakeStore
from tests.scenarios import typed
from tests.walking import Walking, seen
from tui.core.filters import EVERYTHING, Filter
from tui.screens.compare import CompareScreen
from tui.screens.keys import KeysScreen
from tui.screens.palette import PaletteScreen, with_words
from tui.screens.timeline import TimelineScreen
from tui.view.palette import MOST_EVENTS


class Asked(FakeStore):
    """Notes in which thread it is asked; answers about events wait until they are let go."""

    def __init__(self) -> None:
        super().__init__()
        self.loop, self.go = threading.current_thread(), threading.Event()
        self.in_loop: list[str] = []
        self.go.set()

    def titles(self, keep, start, count):
        self._note("titles")
        assert self.go.wait(20)
        return super().titles(keep, start, count)

    def actor_counts(self, keep):
        self._note("actor_counts")
        return super().actor_counts(keep)

    def count(self, keep):
        self._note("count")
        return super().count(keep)

    def _note(self, question):
        if threading.current_thread() is self.loop:
            self.in_loop.append(question)


@pytest.fixture
def store():
    made = Asked()
    yield made
    made.go.set()


async def test_the_dossier_is_searched_in_a_thread(store):
    async with Walking(lambda: store) as walk:
        store.in_loop.clear()
        await walk.press(":", *typed("raqa"))
        await walk.shows("event  SDF edge into Raqa province")
        assert store.in_loop == []


async def test_an_enter_before_the_dossier_has_answered_waits_for_it(store):
    async with Walking(lambda: store) as walk:
        store.go.clear()
        await walk.hurry(":", *typed("raqa"), "enter")
        assert isinstance(walk.screen, PaletteScreen)
        assert "searching …" in seen(walk.app)
        store.go.set()
        await walk.drawn()
        assert isinstance(walk.screen, TimelineScreen)
        assert walk.at == "raqa"


async def test_what_is_typed_after_that_enter_takes_it_back(store):
    async with Walking(lambda: store) as walk:
        store.go.clear()
        await walk.hurry(":", *typed("raqa"), "enter", "x")
        store.go.set()
        await walk.drawn()
        assert isinstance(walk.screen, PaletteScreen)
        await walk.shows("Nothing is called so, and no event has these words.")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_an_action_is_done_in_the_view_that_asked(size):
    async with Walking(size=size) as walk:
        await walk.press("2", "ctrl+p", *typed("keys"), "enter")
        assert isinstance(walk.screen, KeysScreen)
        assert isinstance(walk.app.screen_stack[-2], CompareScreen)


async def test_what_cannot_be_done_is_offered_and_says_why():
    async with Walking() as walk:
        await walk.press(":", *typed("next hit"), "enter")
        assert walk.told() == "no words are looked for; press /"


async def test_a_source_is_selected_from_another_view():
    async with Walking() as walk:
        await walk.press("3", ":", *typed("ucdp"))
        await walk.shows("source GED 19.1")
        await walk.press("enter")
        assert walk.timeline.panes[walk.timeline.state.pane].siglum == "UCDP"
        assert isinstance(walk.screen, TimelineScreen)


async def test_keys_move_and_escape_gives_nothing():
    async with Walking() as walk:
        await walk.press(":", "down", "ctrl+n", "up", "pagedown")
        page = walk.screen.window.page
        assert walk.screen.window.cursor == 1 + page
        await walk.press("pageup", "ctrl+p")
        assert walk.screen.window.cursor == 0
        before = walk.timeline.state
        await walk.press("escape")
        assert isinstance(walk.screen, TimelineScreen)
        assert walk.timeline.state == before


async def test_the_mouse_scrolls_and_does():
    async with Walking() as walk:
        await walk.press(":")
        listed = walk.screen.query_one("#narrowing-list")
        listed._on_mouse_scroll_down(_wheel())
        await walk.drawn()
        assert walk.screen.window.top == 3
        await walk.press(*typed("compare"))
        await walk.pilot.click("#narrowing-list", offset=(4, 0))
        await walk.drawn()
        assert isinstance(walk.screen, CompareScreen)


async def test_events_that_are_not_offered_are_counted(monkeypatch):
    monkeypatch.setattr("tui.screens.palette.MOST_EVENTS", 2)
    async with Walking() as walk:
        await walk.press(":", *typed("al"))
        events = FakeStore().count(Filter(texts=("al",)))
        await walk.shows(f"{events - 2} more with these words: press & for them")
        await walk.press(*typed("xyz"))
        await walk.shows("Nothing is called so")
        assert "more with" not in seen(walk.app)
    assert MOST_EVENTS > 2


async def test_what_is_read_anew_meanwhile_does_no_harm():
    async with Walking() as walk:
        await walk.press(":", *typed("raqa"))
        await walk.pilot.resize_terminal(30, 6)
        await walk.drawn()
        await walk.pilot.resize_terminal(120, 36)
        await walk.shows("event  SDF edge into Raqa province")


@pytest.mark.parametrize(
    ("keep", "found"),
    [
        (EVERYTHING, Filter(texts=("raid",))),
        (Filter(texts=("aleppo", "idlib")), 'text:aleppo,idlib "raid"'),
    ],
)
def test_words_are_looked_for_within_the_filter(keep, found):
    made = with_words(keep, "raid")
    if isinstance(found, Filter):
        assert made == found
    else:
        assert made.texts == ("raid",)
        assert [(term.name, term.values) for term in made.terms] == [("text", ("aleppo", "idlib"))]


def _wheel():
    from textual.events import MouseScrollDown  # noqa: PLC0415

    return MouseScrollDown(None, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False)
