"""Average link: no chain welds two events, and what was decided holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.core.linking.clusters import clustered


def test_the_likeliest_come_together_first():
    assert clustered(3, [(0, 1, 1.0), (1, 2, 5.0), (0, 2, -9.0)]) == ((0,), (1, 2))


def test_one_wrong_link_does_not_weld_two_events():
    inside = [(a, b, 6.0) for a in range(4) for b in range(a + 1, 4)]
    inside += [(a + 4, b + 4, bits) for a, b, bits in inside]
    assert clustered(8, [*inside, (3, 4, 5.0)]) == ((0, 1, 2, 3), (4, 5, 6, 7))


def test_two_reports_are_joined_sooner_than_two_groups():
    assert clustered(2, [(0, 1, -0.9)]) == ((0, 1),)
    inside = [(a, b, 6.0) for a in range(4) for b in range(a + 1, 4)]
    across = [(a, b, -0.9) for a in range(4) for b in range(4, 8)]
    together = [*inside, *((a + 4, b + 4, bits) for a, b, bits in inside), *across]
    assert clustered(8, together) == ((0, 1, 2, 3), (4, 5, 6, 7))


def test_one_odd_pair_does_not_decide_for_two_groups():
    pairs = [(0, 1, 6.0), (2, 3, 6.0), (0, 2, 99.0), (0, 3, -4.0), (1, 2, -4.0), (1, 3, -4.0)]
    assert clustered(4, pairs) == ((0, 1), (2, 3))


def test_an_odd_report_of_an_event_does_not_keep_another_out():
    """A vigil is like the victims' names and unlike the chase; the likeliest three quarters of its pairs are averaged."""
    inside = [(a, b, 6.0) for a in range(4) for b in range(a + 1, 4)]
    one_odd, two_odd = enumerate((-4.0, -1.0, -1.0, -0.5)), enumerate((-4.0, -4.0, 0.0, 0.0))
    assert clustered(5, [*inside, *((a, 4, bits) for a, bits in one_odd)]) == ((0, 1, 2, 3, 4),)
    assert clustered(5, [*inside, *((a, 4, bits) for a, bits in two_odd)]) == ((0, 1, 2, 3), (4,))


def test_of_two_that_count_alike_the_likelier_comes_first():
    """Found in al-Bukamal: a city that both tell of, 11 bits above the line, stood apart for a province, 4 above it."""
    assert clustered(3, [(0, 1, 4.3), (0, 2, 11.0), (1, 2, -9.0)], parted=[(1, 2)]) == ((0, 2), (1,))


def test_what_is_joined_by_hand_is_joined_and_what_is_parted_stays_apart():
    assert clustered(3, [(0, 1, 9.0)], joined=[(1, 2)], parted=[(0, 2)]) == ((0,), (1, 2))


def test_two_records_of_a_data_set_are_two_events_unless_joined_by_hand():
    pairs, records = [(0, 1, 9.0), (0, 2, 8.0)], [(1, "ged"), (2, "ged")]
    assert clustered(3, pairs, records=records) == ((0, 1), (2,))
    assert clustered(3, pairs, records=records, joined=[(1, 2)]) == ((0, 1, 2),)


numbers = st.integers(0, 9)
apart = st.tuples(numbers, numbers).filter(lambda two: two[0] < two[1])


@given(st.dictionaries(apart, st.floats(-9, 9), max_size=30), st.lists(apart, max_size=4), st.lists(apart, max_size=4))
def test_every_number_stands_once_and_parted_ones_apart_unless_joined(bits, joined, parted):
    groups = clustered(10, [(a, b, value) for (a, b), value in bits.items()], joined=joined, parted=parted)
    assert sorted(number for group in groups for number in group) == list(range(10))
    home = {number: group for group in groups for number in group}
    assert all(home[a] == home[b] for a, b in joined)
    by_hand = {number: group for group in clustered(10, [], joined=joined) for number in group}
    assert all(home[a] != home[b] for a, b in parted if by_hand[a] != by_hand[b])
