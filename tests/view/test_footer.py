from __future__ import annotations

import pytest

from tui.view.actions import FOOTERS, Situation, by_id
from tui.view.footer import footer
from tui.view.glyphs import UNICODE
from tui.view.spans import text_of, width


@pytest.mark.parametrize("view", FOOTERS)
def test_every_key_of_a_view_stands_whole_in_eighty_columns(view):
    line = footer(Situation(view=view, rows=1, sources=2), 80, UNICODE)
    assert width(line) == 80
    shown = text_of(line)
    assert "…" not in shown
    assert all(f" {by_id(identity).label} " in shown for identity in FOOTERS[view])


@pytest.mark.parametrize("size", [24, 40, 60])
@pytest.mark.parametrize("view", FOOTERS)
def test_the_key_that_tells_all_others_stands_in_any_width(view, size):
    line = footer(Situation(view=view, rows=1, sources=2), size, UNICODE)
    assert width(line) == size
    assert text_of(line)[: size - 8].rstrip().endswith("? keys")
    assert "…" not in text_of(line)


def test_keys_stand_closer_where_there_is_no_room():
    now = Situation(view="links", rows=1)
    assert text_of(footer(now, 80, UNICODE)).startswith("  = same event  ! different  Space undecided  ")
    assert text_of(footer(now, 90, UNICODE)).startswith("  = same event   ! different   Space undecided   ")


@pytest.mark.parametrize(("size", "end"), [(80, "   q to 3 "), (84, "   q back to 3 "), (120, "   q back to 3 ")])
def test_it_says_where_back_leads(size, end):
    line = footer(Situation(rows=1, sources=2, back="discrepancies"), size, UNICODE)
    assert "? keys " in text_of(line)
    assert text_of(line).endswith(end)
