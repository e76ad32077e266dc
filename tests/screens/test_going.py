"""`t` goes to whatever one types: a date as a dossier may have it, an event, a place, words of a title."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier


@pytest.mark.parametrize(
    ("text", "event", "said"),
    [
        ("2 july", "jayrud-2-july", ""),
        ("2 July 2016", "jayrud-2-july", ""),
        ("2016-07-02", "jayrud-2-july", ""),
        ("down plane", "jayrud-pilot-1-july", "down plane: this is the first event with these words in its title"),
        ("jayrud", "jayrud-2-july", "jayrud: this is the first event with these words in its title"),
        ("Tokhar", "tokhar-19-july", "Tokhar: this is the first event with these words in its title"),
    ],
)
async def test_it_goes_there(text, event, said):
    async with Walking(lambda: dossier(SUMMER)) as walk:
        walk.timeline.go_to(text)
        await walk.drawn()
        assert (walk.at, walk.told()) == (event, said)


async def test_a_place_leads_to_its_first_event_and_nonsense_nowhere():
    async with Walking(lambda: dossier(SUMMER)) as walk:
        walk.timeline.go_to("Aleppo city")
        there = walk.timeline.row
        assert any("Aleppo" in report.where for report in there.reports)
        for nothing in ("zzz", "a week ago"):
            walk.timeline.go_to(nothing)
            await walk.drawn()
            told = f"{nothing}: no event in view has this id, date, place or words"
            assert (walk.timeline.row, walk.told()) == (there, told)
