"""The prompt of `&` tells a name that the dossier does not have, in a minus term too, which would keep everything in silence."""

from __future__ import annotations

from tests.scenarios import DEMO, SUMMER, typed
from tests.walking import Walking, dossier, seen
from tui.core.filters import Filter
from tui.core.terms import Term
from tui.screens.query import QueryScreen
from tui.view.scene import Drawing


async def test_a_source_that_is_not_there_is_told_with_the_nearest():
    async with Walking(lambda: dossier(DEMO), size=(120, 36)) as walk:
        await walk.press("&", *typed("-source:ucpd"))
        await walk.shows("28 of 28 rows · source:ucpd matches nothing in the dossier; did you mean ucdp?")


async def test_what_escape_leaves_is_there_again_and_what_was_entered_comes_with_up():
    async with Walking() as walk:
        await walk.press("&", *typed("source:dw"), "enter", "&", *typed("verdict:"), "escape")
        assert walk.timeline.state.rows.count == 6
        await walk.press("&")
        assert walk.screen.state.text == "source:dw verdict:"
        await walk.press("escape", "backspace", "&")
        assert walk.screen.state.text == ""
        await walk.press("up")
        assert walk.screen.state.text == "source:dw"
        await walk.press("up", "down")
        assert walk.screen.state.text == ""
        await walk.press("up", "enter")
        assert walk.timeline.state.rows.count == 6


async def test_up_and_down_choose_among_completions_first():
    async with Walking() as walk:
        await walk.press("&", *typed("is:ruled"), "enter", "&", "ctrl+u", *typed("s"), "down", "up")
        assert (walk.screen.state.text, walk.screen.state.chosen) == ("s", 0)
        await walk.press("up")
        assert walk.screen.state.text == "is:ruled"
        await walk.press("down")
        assert walk.screen.state.text == "s"


async def test_words_looked_for_are_kept_as_well():
    async with Walking() as walk:
        await walk.press("/", *typed("base"), "enter", "escape", "/", *typed("hamd"), "escape", "/")
        assert walk.screen.typed.line == "hamd"
        await walk.press("up")
        assert walk.screen.typed.line == "base"


async def test_what_may_yet_become_a_name_is_not_called_unknown():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("&", *"place:Jayrud,Al")
        await walk.shows("3 of 126 events", "place:Jayrud,Aleppo")
        assert "matches nothing" not in seen(walk.app)
        await walk.press(*"zz")
        await walk.shows("place:Alzz matches nothing")


def marked(drawing: Drawing) -> set[str]:
    return {span.text for line in drawing.lines for span in line if "hit" in span.role.split()}


async def test_a_search_says_which_other_name_it_finds_and_marks_that_too():
    async with Walking(lambda: dossier(DEMO), size=(120, 36)) as walk:
        await walk.press("/", *typed("Abū Kamāl"), "enter")
        await walk.shows("/Abū Kamāl or al-Bukamal 12 hits")
        assert marked(walk.timeline.body_drawing) >= {"Bukamal"}
        assert marked(walk.timeline.foot_drawing) == {"Bukamal", "Albu Kamal"}
        await walk.press("2")
        assert marked(walk.screen.title_drawing) == {"Bukamal"}
        assert marked(walk.screen.list_drawing) == {"Bukamal", "Albu Kamal"}


async def test_enter_takes_the_only_completion_of_a_value_that_names_nothing():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        await walk.press("&", *typed("place:jayr"))
        await walk.shows("place:Jayrud")
        await walk.press("enter")
        assert walk.timeline.state.keep == Filter(terms=(Term("place", ("Jayrud",)),))
        assert walk.timeline.state.rows.count > 0


async def test_enter_leaves_the_line_open_while_several_complete_it():
    async with Walking(lambda: dossier(SUMMER), size=(120, 36)) as walk:
        await walk.press("&", *typed("place:deir ez"))
        await walk.shows("Ezzor")
        await walk.press("enter")
        await walk.shows('Tab takes place:"Deir Ezzor')
        assert isinstance(walk.screen, QueryScreen)
        await walk.press("tab", "enter")
        assert walk.timeline.state.rows.count > 0
