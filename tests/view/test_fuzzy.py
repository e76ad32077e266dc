"""Which letters of a name the typed ones are, and what fits better."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.fuzzy import UNASKED, fit


def marked(typed, name, *, scattered=False):
    """The name with brackets around the letters that fit; None where nothing does."""
    found = fit(typed, name, scattered=scattered)
    if found is None:
        return None
    return "".join(f"[{letter}]" if place in found.places else letter for place, letter in enumerate(name)).replace(
        "][", ""
    )


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [
        ("time", "timeline", "[time]line"),
        ("LINE", "timeline", "time[line]"),
        ("army syr", "New Syrian Army", "New [Syr]ian [Army]"),
        ("nefl", "next flag", "[ne]xt [fl]ag"),
        ("sda", "same day again", "[s]ame [da]y again"),
        ("aj", "Jabal az-Zawiya", None),
        ("az", "Jabal az-Zawiya", "Jabal [az]-Zawiya"),
        ("al-zawiya", "Jabal az-Zawiya", "Jabal az-[Zawiya]"),
        ("deir ez-zor", "Deir Ezzor", "[Deir] [Ezzor]"),
        ("Abū-Kamāl", "Abu Kamal", "[Abu] [Kamal]"),
        ("e", "Aleppo", None),
        ("cafe", "Café Noir", "[Café] Noir"),
        ("cafe", "Cafe\u0301 Noir", "[Cafe\u0301] Noir"),
        ("oneil", "O'Neill", "[O'Neil]l"),
        ("strass", "Straße", "[Straß]e"),
        ("البو", "معركة البوكمال", "معركة [البو]كمال"),
        ("بوكمال", "معركة البوكمال", "معركة ال[بوكمال]"),
        ("日", "日本", "[日]本"),
        ("zzz", "timeline", None),
        ("tmln", "timeline", None),
        ("", "timeline", "timeline"),
        ("-", "timeline", None),
    ],
)
def test_letters_that_fit(typed, name, found):
    assert marked(typed, name) == found


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [("tmln", "timeline", "[t]i[m]e[l]i[n]e"), ("mln", "timeline", None), ("gto", "go to", "[g]o [to]")],
)
def test_scattered_letters_fit_where_they_may(typed, name, found):
    assert marked(typed, name, scattered=True) == found


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("flag", ("flag", "flags", "next flag", "unflagged")),
        ("ne", ("next", "next event", "Agnes", "Nice event")),
        ("co", ("copy", "same copy", "discover", "clear one")),
    ],
)
def test_better_fits_come_first(typed, names):
    scores = [fit(typed, name).score for name in names]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_nothing_typed_fits_everything():
    assert fit("  ", "x") == UNASKED


@given(st.text(max_size=12), st.text(max_size=30), st.booleans())
def test_places_are_letters_of_the_name_in_order(typed, name, scattered):
    found = fit(typed, name, scattered=scattered)
    if found is not None:
        assert 0 <= found.score <= 1.001
        assert list(found.places) == sorted(set(found.places))
        assert all(0 <= place < len(name) for place in found.places)


@given(st.text(alphabet="abc'- é本", min_size=1, max_size=20))
def test_a_name_fits_itself(name):
    found = fit(name, name)
    assert (found is not None and found.score >= 0.8) or not any(letter.isalnum() for letter in name)
