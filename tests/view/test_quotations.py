"""What one pastes into a text."""

from __future__ import annotations

from tests.builders import good_dossier
from tui.core.filters import Filter
from tui.index.opening import store
from tui.view.marks import spot_for
from tui.view.quotations import sentence
from tui.view.scene import Scene

TEXT = """
[[source]]
id = "sah"
name = "Sabah"
title = "The market"
published = 2016-06-29
url = "https://sabah.example/1"
[[source]]
id = "sah2"
name = "Sabah"
title = "The market"
published = 2016-06-29
url = "https://sabah.example/2"
derived_from = ["sah"]
[[source]]
id = "dw"
name = "DW"
published = 2016-06-30
[[event]]
id = "e"
title = "Strike"
[[report]]
id = "sah/1"
source = "sah"
event = "e"
figures = { killed = 11 }
as_of = 2016-06-29T09:00:00
[[report]]
id = "sah/2"
source = "sah"
event = "e"
figures = { killed = 17 }
as_of = 2016-06-29T17:00:00
[[report]]
id = "sah2/1"
source = "sah2"
event = "e"
figures = { killed = 17 }
as_of = 2016-06-29T17:00:00
[[report]]
id = "dw/1"
source = "dw"
event = "e"
figures = { killed = 30 }
"""


def test_what_was_superseded_is_said_where_its_source_is_cited_and_a_text_at_two_addresses_is_cited_once():
    kept = store(good_dossier(TEXT))
    row = kept.event("e", Filter())
    scene = Scene(summary=kept.summary(), sources=kept.sources())
    assert sentence(row, spot_for(row, "figures.killed"), scene).splitlines() == [
        "Strike, killed: 17 (Sabah, 29 Jun); and 30 (DW, 30 Jun). Superseded: 11 (Sabah, 29 Jun). "
        "(4 reports / 1–2 origins (3 unknown) of the event.)",
        "- Sabah, “The market”, 2016-06-29. https://sabah.example/1 https://sabah.example/2",
        "- DW, 2016-06-30.",
    ]
