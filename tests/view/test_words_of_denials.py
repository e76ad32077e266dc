"""What a report denies is nowhere shown as what it says."""

from __future__ import annotations

from tests.builders import good_dossier
from tui.core.filters import Filter
from tui.index.opening import store
from tui.view.foot import readings
from tui.view.glyphs import UNICODE
from tui.view.marks import spots
from tui.view.origin_tree import written_as
from tui.view.scene import Scene
from tui.view.spans import text_of
from tui.view.why import why

TEXT = """
[[source]]
id = "rtr"
[[source]]
id = "sana"
[[report]]
source = "rtr"
event = "e"
said_by = "SDF"
claims = { outcome = "Captured" }
[[report]]
source = "sana"
event = "e"
said_by = "IS"
claims = { outcome = "Captured" }
denies = ["claims.outcome"]
"""


def test_a_denied_reading_says_not_wherever_it_is_shown() -> None:
    dossier = good_dossier(TEXT)
    opened = store(dossier)
    (row,) = opened.page(Filter(), 0, 1)
    scene = Scene(summary=opened.summary(), sources=dossier.sources, glyphs=UNICODE)
    (outcome,) = [field for field in row.verdict.fields if field.field == "claims.outcome"]
    (spot,) = [spot for spot in spots(row) if spot.field is outcome]

    assert [written_as(reading) for reading in outcome.readings] == ["Captured", "not Captured"]
    assert [text_of(line) for line in readings(outcome, row, scene)] == [
        '"Captured" RTR (SDF)',
        '"not Captured" SANA (IS)',
    ]
    told = [text_of(line) for line in why(spot, row, scene, 80)]
    assert [line for line in told if line[:1] in "12" and "Captured" in line] == [
        '1 "Captured"  1 origin', '2 "not Captured"  1 origin',
    ]  # fmt: skip
