"""Groups that lead back to themselves, against the plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.files.rings import rings

NAMES = "abcdef"


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), unique=True)))
def test_two_stand_in_one_ring_when_each_leads_to_the_other(arrows):
    reached = {name: set(arrows.get(name, ())) for name in NAMES}
    for _ in NAMES:
        for name in NAMES:
            reached[name] |= {further for step in reached[name] for further in reached[step]}
    mutual = {(a, b) for a in NAMES for b in NAMES if a != b and b in reached[a] and a in reached[b]}
    assert {(a, b) for ring in rings(arrows) for a in ring for b in ring if a != b} == mutual


def test_a_long_chain_is_no_burden():
    chain = {str(number): [str(number + 1)] for number in range(50_000)}
    assert rings(chain) == []
    assert [len(ring) for ring in rings(chain | {"50000": ["0"]})] == [50_001]
