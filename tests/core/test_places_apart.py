"""Places: who is inside whom, how far apart, and what "near" adds (rules.md §6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.judgements import Verdict
from tui.core.model import Place
from tui.core.places import Gazetteer, apart_km, distance_km
from tui.core.verdicts.comparisons import Said
from tui.core.verdicts.places import compare_places, read_places

GAZETTEER = Gazetteer(
    (
        Place(id="syria", name="Syria"),
        Place(id="deir", name="Deir ez-Zor", within="syria", aliases=("Deir al-Zour",)),
        Place(
            id="bukamal", name="al-Bukamal", aliases=("Albu Kamal",), within="deir", lat=34.45, lon=40.92, radius_km=3
        ),
        Place(id="qaim", name="al-Qaim", lat=34.39, lon=40.99, radius_km=3),
        Place(id="hamdan", name="Hamdan air base", within="deir", lat=34.4819, lon=40.8975, radius_km=1),
        Place(id="raqqa", name="Raqqa", lat=35.95, lon=39.01, radius_km=5),
        Place(id="loop-a", name="Loop A", within="loop-b"),
        Place(id="loop-b", name="Loop B", within="loop-a"),
    )
)


def compared(a, b):
    a, b = (a,) if isinstance(a, str) else a, (b,) if isinstance(b, str) else b
    result = compare_places(
        read_places(a, GAZETTEER), read_places(b, GAZETTEER), Said("A", "; ".join(a)), Said("B", "; ".join(b))
    )
    mirrored = compare_places(
        read_places(b, GAZETTEER), read_places(a, GAZETTEER), Said("B", "; ".join(b)), Said("A", "; ".join(a))
    )
    assert result.verdict == mirrored.verdict
    return result


@pytest.mark.parametrize(
    ("a", "b", "verdict", "gap"),
    [
        ("al-Bukamal", "Albu Kamal", "same", None),
        ("al-Bukamal", "Deir al-Zour", "precision", None),
        ("al-Bukamal", "Syria", "precision", None),
        ("al-Bukamal", "near al-Bukamal", "precision", None),
        ("near al-Bukamal", "southern edge of al-Bukamal", "compatible", None),
        ("near al-Bukamal", "near Albu Kamal", "same", None),
        ("near Somewhere", "Somewhere", "precision", None),
        ("near al-Bukamal", "Hamdan air base", "compatible", None),
        ("near al-Bukamal", "Deir ez-Zor", "compatible", None),
        ("al-Bukamal", "al-Qaim", "strained", None),
        ("al-Bukamal", "Hamdan air base", "strained", None),
        ("al-Bukamal", "Raqqa", "conflict", "233 km"),
        ("10 km east of al-Bukamal", "al-Qaim", "compatible", None),
        ("al-Bukamal", "Jisr ash-Shughur", "undetermined", None),
        ("Sukkariya, al-Bukamal", "Deir ez-Zor", "precision", None),
        ("Sukkariya, al-Bukamal", "al-Bukamal", "precision", None),
        (("al-Bukamal", "Raqqa"), ("Raqqa", "Albu Kamal"), "same", None),
        (("al-Bukamal", "Raqqa"), "Raqqa", "precision", None),
        (("al-Bukamal", "Raqqa"), ("al-Bukamal", "Nowhere"), "compatible", None),
        (("Raqqa", "al-Qaim"), "al-Bukamal", "strained", None),
    ],
)
def test_relations(a, b, verdict, gap):
    result = compared(a, b)
    assert (result.verdict, result.gap) == (verdict, gap), result.reason


def test_the_twin_towns_lie_nine_kilometres_apart():
    a, b = GAZETTEER.spot("al-Bukamal"), GAZETTEER.spot("al-Qaim")
    assert round(distance_km(a, b), 1) == 9.3
    assert round(apart_km(a, b), 1) == 3.3


def test_a_circle_of_within_ends():
    assert GAZETTEER.chain("loop-a") == ("loop-b",)


WORDS = st.lists(
    st.sampled_from(["near", "the", "on", "outskirts", "of", "20", "km", "east", ",", "al-Bukamal", "Raqqa", "é", "ش"]),
    max_size=40,
)


@given(st.one_of(st.text(max_size=200), WORDS.map(" ".join)))
def test_any_words_are_a_place_or_an_undeclared_one(words):
    spot = GAZETTEER.spot(words)
    assert (spot.id is None) or spot.id in {"syria", "deir", "bukamal", "qaim", "hamdan", "raqqa", "loop-a", "loop-b"}
    assert compared("al-Bukamal", words).verdict in tuple(Verdict)


@pytest.mark.parametrize("unit", ["the on the at the ", "near ", "1 km ", "a, ", "north"])
def test_long_nonsense_is_no_declared_place(unit):
    """What backtracks would not come back from these, and what recurses would run out of stack."""
    assert GAZETTEER.spot(unit * 2000).id is None
