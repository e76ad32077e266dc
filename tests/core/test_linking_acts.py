"""Kinds of act and parts in it as evidence, where reports are too short for their wording to tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.core.linking.accounts import DOES, SUFFERS, Account, Days
from tui.core.linking.acts import acts_in
from tui.core.linking.links import Link, Linking
from tui.core.linking.readings import accounts_of
from tui.files.demo import demo_path
from tui.files.load import load


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Men came down by air at the south end of the town.", {"air drop"}),
        ("Helicopters set down fighters in the countryside.", {"air drop"}),
        ("They took the military airport back.", {"recapture"}),
        ("The rebels were pushed back; neither base could be held.", {"recapture"}),
        ("They took what the old men of the town had hidden, and never came back.", set()),
        ("Air strikes on the town: five shot dead", {"air attack", "shooting", "death"}),
        ("The council met.", set()),
        ("shot " * 200, set()),
    ],
)
def test_acts_are_told_by_their_words_in_order_and_near_each_other(text: str, acts: set[str]):
    assert acts_in(text) == acts


def account(name: str, what: str, *roles: tuple[str, str]) -> Account:
    return Account(
        id=name, source=name, outlet=name, when=Days(100, 101), prose=what, roles=frozenset(roles),
        actors=tuple(sorted({actor for _, actor in roles})),
    )  # fmt: skip


OTHERS = tuple(
    account(f"x{n}", f"the council of {town} voted on {topic}")
    for n, (town, topic) in enumerate([("Ayr", "bins"), ("Perth", "roads"), ("Wick", "parks"), ("Oban", "ferries")])
)


def link(a: Account, b: Account) -> Link:
    found = [link for link in Linking([a, b, *OTHERS]).links(most=9) if {link.a, link.b} == {a.id, b.id}]
    return found[0]


def test_one_kind_of_act_in_other_words_speaks_for_one_event_and_another_kind_against():
    drop = account("a", "Men came down by air near the town")
    same, other = account("b", "Helicopters set down fighters near the town"), account("b", "Fighters shelled the town")
    shown = [w for each in (same, other) for w in link(drop, each).weights if w.field == "what"]
    assert [(w.weight > 0, w.reason) for w in shown] == [
        (True, "both tell of air drop"),
        (False, "air drop is not shelling"),
    ]


def test_who_does_in_one_what_it_suffers_in_the_other_speaks_against():
    base = account("a", "Fighting at the base", (DOES, "is"), (SUFFERS, "nsa"))
    same, turned = replace(base, id="b", source="b"), account("b", base.prose, (DOES, "nsa"), (SUFFERS, "is"))
    shown = [
        w for each in (same, turned) for w in link(base, each).weights if w.field == "who" and "name" not in w.reason
    ]
    assert [(w.weight, w.reason) for w in shown] == [
        (1.5, "same part in both: is, nsa"),
        (-2.5, "one does in one what it suffers in the other"),
    ]


def test_the_demo_without_events_is_put_together_again():
    dossier = load([str(demo_path())]).dossier
    linking = Linking(accounts_of(replace(dossier, reports=tuple(replace(r, event=None) for r in dossier.reports))))
    together = [set(cluster) for cluster in linking.clusters()]
    for pair in (
        {"dw/airdrop", "ucdp/227269"}, {"dw/pushed-back", "ucdp/227280"}, {"afp/offensive", "dw/offensive"},
        {"afp/fallujah", "dw/fallujah"}, {"afp/spokesman", "dw/spokesman"},
    ):  # fmt: skip
        assert any(pair <= cluster for cluster in together), pair
    likely = {frozenset((link.a, link.b)) for link in linking.links() if link.probability > 0.5}
    assert {frozenset({"dw/base-lost", "ucdp/227280"}), frozenset({"ucdp/316297", "ucdp/227266"})} <= likely
