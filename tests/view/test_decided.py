"""What was decided about a finding stands beside it, with its reason; a ruling whose words have changed is open again."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.filters import Filter
from tui.index.opening import store
from tui.view.markup import Sigla
from tui.view.report_html_events import finding_html
from tui.view.report_model import event_entry, finding_entry
from tui.view.texts import Sheet
from tui.view.texts_diff import contested_part, event_lines, finding_lines

INTERNAL = """
[[source]]
id = "dw"
name = "DW"
[[report]]
id = "dw/1"
source = "dw"
event = "e"
part = "headline"
figures = { killed = 12 }
[[report]]
id = "dw/2"
source = "dw"
event = "e"
part = "body"
figures = { killed = BODY }
[[ruling]]
event = "e"
field = "figures.killed"
accepted = "dw/2"
seen = { "dw/1" = "12", "dw/2" = "20" }
reason = "the headline is old"
by = "mk"
"""


@pytest.mark.parametrize(
    ("body", "open_", "finding", "ruling"),
    [
        ("20", False, "internal, killed, ruled", "ruling: accepted 20 (dw/2): the headline is old (mk)"),
        ("21", True, "internal, killed",
         'ruling, reopened: accepted 21 (dw/2): the headline is old; since then: dw/2 says "21" instead of "20" (mk)'),
    ],
)  # fmt: skip
def test_a_ruling_on_a_source_against_itself(body, open_, finding, ruling):
    held = store(good_dossier(INTERNAL.replace("BODY", body)))
    (row,) = held.page(Filter(), 0, 9)
    sheet = Sheet.of(held.sources(), held.rulings(), held.links(), zone="UTC", columns=200)
    lines = [line.strip() for line in event_lines(row, contested_part(row.verdict), sheet)]
    assert [line for line in lines if line.startswith(("ruling", "⇅", "✓"))] == [f"{'✓⇅'[open_]} finding: {finding}", ruling]
    assert row.verdict.contested is open_
    (told,) = event_entry(1, row, sheet).fields[0].rulings
    assert told.stands is not open_


ALIKE = """
[[actor]]
id = "is"
name = "IS"
[[source]]
id = "ucdp"
kind = "dataset"
""" + "".join(
    f'[[report]]\nid = "u/{n}"\nsource = "ucdp"\nevent = "u{n}"\nwhen = 2016-06-28\nwhere = "Manbij"\n'
    'who = { attacker = "IS" }\nfigures = { killed = 4 }\n'
    for n in (1, 2)
)
APART = '[[link]]\nreports = ["u/1", "u/2"]\nsame = false\nreason = "two graves"\nby = "mk"\nat = 2016-07-02\n'


def test_a_link_that_settles_an_identity_says_why():
    held = store(good_dossier(ALIKE + APART))
    sheet = Sheet.of(held.sources(), links=held.links(), zone="UTC", columns=200)
    (finding,) = held.findings()
    told = "two events: two graves (mk, 2016-07-02)"
    assert finding_lines(finding, {}, sheet)[-1] == f"    decision: {told}"
    entry = finding_entry(finding, {}, sheet)
    assert entry.decided == (told,)
    assert f"<p><b>Decided:</b> <bdi>{told}</bdi>.</p>" in [*finding_html(entry, Sigla(()))]
