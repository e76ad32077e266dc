"""Records of coded data sets, of which each has one per event."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from tui.core.linking.accounts import Account, Days, Figure, Point
from tui.core.linking.comparisons import KEYS
from tui.core.linking.links import Link, Linking


def record(dataset: str, number: int, day: float, lat: float) -> Account:
    return Account(
        id=f"{dataset}/{number}", source=dataset, dataset=True, when=Days(day, day + 1), points=(Point(lat, 40.0),),
        figures=(Figure("killed", 2, 2),),
    )  # fmt: skip


LONG = "Two dead in Perth " + " ".join(f"detail{number}" for number in range(40))


def article(name: str, prose: str) -> Account:
    out = 103 if name == "a" else 106
    return Account(
        id=name, source=name, outlet=name, when=Days(100, 101), published=Days(out, out + 1), points=(Point(35.0, 40.0),),
        prose=prose,
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


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (record("ged", 0, 100, 35.0), record("acled", 1, 100, 35.0), "coded "),
        (record("ged", 0, 100, 35.0), record("ged", 1, 100, 35.0), "brief "),
        (article("a", "Two dead in Perth."), record("ged", 1, 100, 35.0), "brief "),
        (article("a", LONG), record("ged", 1, 100, 35.0), ""),
        (article("a", LONG), article("b", LONG), ""),
    ],
)
def test_brief_reports_and_records_of_two_data_sets_are_weighed_by_rows_of_their_own(a: Account, b: Account, kind: str):
    measures = dict(zip(KEYS, Linking([a, b])._pairs[0].measures, strict=True))
    told = {key for key, measure in measures.items() if measure is not None and key.endswith("where near")}
    assert told == {f"{kind}where near"}
    best = {"": "best", "brief ": "brief best", "coded ": "rival"}
    assert {key for key in best.values() if measures[key] is not None} == {best[kind]}


def test_two_brief_reports_that_say_when_are_not_weighed_by_when_they_were_published():
    told = [article("a", "Two dead in Perth."), article("b", "Two dead in Perth, said the mayor.")]
    asked = [told, [replace(told[0], when=None), told[1]]]
    assert [dict(zip(KEYS, Linking(each)._pairs[0].measures, strict=True))["brief published"] for each in asked] == [
        None,
        3,
    ]


def crashes(days: int) -> tuple[list[Account], dict[str, str]]:
    """Three coded data sets of one month whose days and places are off by up to so much, with three traits."""
    random, told, events = Random(days), [], {}
    for event in range(120):
        day, lat, lon = 100 + random.uniform(0, 31), random.uniform(38, 39.7), random.uniform(-79, -75)
        traits = frozenset(f"{trait} {random.randrange(6)}" for trait in ("model", "colour", "damage"))
        for dataset in random.sample(range(3), random.choice((1, 1, 2, 3))):
            seen = int(day + random.uniform(-0.5, 0.5) * days)
            place = Point(lat + random.gauss(0, 0.01), lon + random.gauss(0, 0.01))
            told.append(
                Account(
                    id=f"{event}/{dataset}", source=f"set {dataset}", dataset=True, when=Days(seen, seen + 1),
                    points=(place,), tags=traits,
                )
            )  # fmt: skip
            events[told[-1].id] = str(event)
    return told, events


@pytest.mark.parametrize("days", [0, 1, 5])
def test_coded_sets_are_integrated_at_whatever_precision_by_what_they_themselves_show_of_it(days: int):
    told, events = crashes(days)
    welded = [cluster for cluster in Linking(told).clusters() if len({events[name] for name in cluster}) > 1]
    left = len(Linking(told).clusters()) - len(set(events.values()))
    assert (len(welded) <= 2, abs(left) <= 3) == (True, True)
