"""Weights fitted to one dossier: they hold on to the table, keep its direction, and follow what was judged."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.linking.accounts import Account, Days, Figure, Point
from tui.core.linking.comparisons import KEYS, OF_TWO, Comparison, scored
from tui.core.linking.learning import FARTHEST, FEWEST, MANY, judged, learned, monotone, shares
from tui.core.linking.links import MACHINE, Linking
from tui.core.linking.table import SHIPPED
from tui.core.linking.weights import GRAIN, weight
from tui.core.model import Link as Decision

PROSE = KEYS.index("prose")


def measures(cosine: float) -> tuple[float | None, ...]:
    return tuple(cosine if number == PROSE else None for number in range(len(KEYS)))


def directions(row: tuple[tuple[float, float], ...]) -> tuple[bool, bool]:
    bits = [y for _, y in row]
    return bits == sorted(bits), bits == sorted(bits, reverse=True)


@given(st.floats(-50, 50))
def test_a_weight_is_what_its_two_points_give_by_their_shares(measure):
    for row in SHIPPED.values():
        drawn = shares(row, measure)
        assert sum(share for _, share in drawn) == pytest.approx(1)
        assert sum(share * row[at][1] for at, share in drawn) == pytest.approx(weight(row, measure), abs=1 / GRAIN)


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=9))
def test_a_row_comes_out_rising_where_the_table_rises(values):
    row = monotone([(float(x), y) for x, y in enumerate(values)], [float(x) for x in range(len(values))])
    bits = [y for _, y in row]
    assert bits == sorted(bits)
    assert sum(bits) == pytest.approx(sum(values), abs=len(bits) / GRAIN)
    if values == sorted(values):
        assert bits == pytest.approx(values, abs=1 / GRAIN)


def test_learning_keeps_each_row_near_the_table_and_its_direction():
    random = Random(1)
    pairs = []
    for number in range(4000):
        found = tuple(random.choice(SHIPPED[key])[0] if random.random() < 0.7 else None for key in KEYS[:OF_TWO])
        pairs.append(Comparison(number, number + 1, (*found, 0.0, None), scored(found, SHIPPED)))
    rows = learned(pairs, SHIPPED, {})
    assert rows.keys() == SHIPPED.keys()
    assert rows != SHIPPED
    for key, row in rows.items():
        assert all(
            abs(y - before) <= FARTHEST + 1 / GRAIN for (_, y), (_, before) in zip(row, SHIPPED[key], strict=True)
        )
        rises, falls = directions(SHIPPED[key])
        assert not rises or directions(row)[0]
        assert not falls or directions(row)[1]


def test_nothing_is_learned_from_nothing():
    assert learned([], SHIPPED, {}) == SHIPPED


class TestJudgements:
    def told(self, count: int) -> list[tuple[tuple[float | None, ...], bool]]:
        """Pairs that the table holds to be unlikely, half of them judged to be one event."""
        return [(measures(0.05 if number % 2 else 0.0), bool(number % 2)) for number in range(count)]

    def test_few_change_nothing(self):
        assert judged(self.told(FEWEST - 1), SHIPPED, 2.0) == (SHIPPED, 2.0)
        assert judged([(measures(0.0), True)] * 9, SHIPPED, 2.0) == (SHIPPED, 2.0)

    def test_some_move_the_line_between_the_two_kinds(self):
        rows, level = judged(self.told(FEWEST), SHIPPED, 3.0)
        assert rows == SHIPPED
        assert level < 3.0

    def test_many_move_the_weights_towards_them(self):
        rows, _ = judged(self.told(MANY), SHIPPED, 0.0)
        rise = [weight(table["prose"], 0.05) - weight(table["prose"], 0.0) for table in (SHIPPED, rows)]
        assert rise[1] > rise[0]
        assert {key for key in rows if rows[key] != SHIPPED[key]} == {"prose"}


def records() -> list[Account]:
    """Two data sets of twenty events of one place; the second dates them a day off."""
    return [
        Account(
            id=f"{name}/{event}", source=name, dataset=True, when=Days(9 * event + late, 9 * event + late + 1),
            points=(Point(10.0, 10.0, 1.0),), figures=(Figure("killed", event % 4, event % 4),),
        )
        for name, late in (("a", 0), ("b", 1)) for event in range(20)
    ]  # fmt: skip


class TestInADossier:
    def test_shown_weights_sum_to_the_score_after_learning_and_judging(self):
        decisions = [Decision(reports=(f"a/{n}", f"b/{n + (n % 2)}"), same=n % 2 == 0) for n in range(0, 19)] + [
            Decision(reports=(f"a/{n}", f"b/{n + 1}"), same=False) for n in range(0, 18, 2)
        ]
        for learn in (False, True):
            linking = Linking(records(), decisions=decisions, learn=learn)
            assert linking.links()
            for link in linking.links():
                assert sum(shown.weight for shown in link.weights) == link.score

    def test_what_a_machine_accepted_teaches_nothing(self):
        told = [Decision(reports=(f"a/{n}", f"b/{n}"), same=n % 2 == 0, by=MACHINE) for n in range(20)]
        assert Linking(records(), decisions=told).line == Linking(records()).line

    def test_what_a_person_judged_moves_the_line(self):
        told = [Decision(reports=(f"a/{n}", f"b/{n}"), same=n % 2 == 0) for n in range(10)]
        assert Linking(records(), decisions=told).line != Linking(records()).line
