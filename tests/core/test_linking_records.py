"""Records of coded data sets, of which each has one per event."""

from __future__ import annotations

import pytest

from tui.core.linking.accounts import Account, Days, Figure, Point
from tui.core.linking.comparisons import KEYS
from tui.core.linking.links import Link, Linking


def record(dataset: str, number: int, day: float, lat: float) -> Account:
    return Account(
        id=f"{dataset}/{number}", source=dataset, dataset=True, when=Days(day, day + 1), points=(Point(lat, 40.0),),
        figures=(Figure("killed", 2, 2),),
    )  # fmt: skip


FAR = tuple(record(name, n, 100 + 30 * n, 36 + n / 2) for name in ("ged", "acled") for n in range(2, 9))


def links(*told: Account) -> dict[frozenset[str], Link]:
    return {frozenset((link.a, link.b)): link for link in Linking([*told, *FAR]).links(most=9)}


def test_a_record_likelier_than_any_other_of_its_data_set_says_so_and_a_rival_says_so_too():
    mine, near, off = record("ged", 0, 100, 35.0), record("acled", 0, 100, 35.01), record("acled", 1, 102, 35.2)
    found = links(mine, near, off)
    reasons = [
        [w.reason for w in found[frozenset((mine.id, each.id))].weights if w.field == "others"] for each in (near, off)
    ]
    assert reasons[0][0].endswith("than any other of their data sets")
    assert reasons[1][0].startswith("another of ged or acled is likelier")
    assert found[frozenset((mine.id, near.id))].probability > 0.5 > found[frozenset((mine.id, off.id))].probability


def test_a_partner_in_a_third_data_set_is_no_rival():
    a, b, c = (record(name, 0, 100, 35.0) for name in ("ged", "acled", "gtd"))
    shown = [w for link in links(a, b, c).values() if "/0" in link.a and "/0" in link.b for w in link.weights]
    assert [w.weight > 0 for w in shown if w.field == "others"] == [True] * 3


@pytest.mark.parametrize(("other", "own"), [("acled", True), ("ged", False)])
def test_time_place_and_figures_of_records_of_two_data_sets_are_weighed_by_rows_of_their_own(other: str, own: bool):
    linking = Linking([record("ged", 0, 100, 35.0), record(other, 1, 100, 35.0)])
    measures = dict(zip(KEYS, linking._pairs[0].measures, strict=True))
    rows = ("when near", "distance", "where near", "figures")
    assert {key: (measures[key] is None, measures[f"coded {key}"] is None) for key in rows} == dict.fromkeys(
        rows, (own, not own)
    )
    assert (measures["best"] is None, measures["rival"] is None) == (own, not own)
