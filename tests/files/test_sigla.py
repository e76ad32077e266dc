"""Sigla as a reader would shorten names, and never two alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.files.sigla import distinct_sigla, siglum_of


@pytest.mark.parametrize(
    ("name", "siglum"),
    [
        ("Deutsche Welle", "DW"), ("Agence France-Presse", "AFP"), ("Syrian Observatory for Human Rights", "SOHR"),
        ("UCDP GED", "UCDP"), ("SANA", "SANA"), ("AFP / agencies", "AFP"), ("Reuters", "RTR"), ("Sputnik", "SPT"),
        ("dw", "DW"), ("the local paper", "TLP"), ("Enab", "ENAB"), ("x", "XX"), ("", "SX"), ("الجزيرة", "LJZ"),
        ("Новая газета", "NG"), ("France 24", "F24"), ("aeiou", "AEI"), ("Radio Free Europe / Radio Liberty Ltd", "RFERL"),
        ("Paper number 28", "P28"), ("paper number 28", "PN28"), ("20 Minutes", "20M"), ("Channel 4 News", "C4N"),
        ("AFP 7", "AFP7"), ("SANA 12", "SAN12"), ("SOHR 2016", "SOHR"), ("Local Coordination Committees 2016", "L2016"),
        ("UCDP GED 19.1", "UCDP"), ("1984", "1984"), ("Outlet 12345", "O1"), ("7", "7X"), ("3 against 4", "34"),
    ],
)  # fmt: skip
def test_the_siglum_of_a_name(name, siglum):
    assert siglum_of(name) == siglum


def test_given_sigla_come_first():
    assert distinct_sigla([("Deutsche Welle", None), ("x", "DW"), ("Die Welt", None)]) == ["DW2", "DW", "DW3"]
    assert distinct_sigla([("Syrian Arab News Agency", None), ("SANA", None)]) == ["SANA", "SANA2"]


def test_sources_of_one_name_and_a_number_keep_their_numbers():
    papers = [(f"Paper number {number}", None) for number in range(1, 210)]
    assert distinct_sigla(papers) == [f"P{number}" for number in range(1, 210)]


def test_a_letter_tells_apart_what_a_number_would_rename():
    names = ["Paper 28", "Post 28", "Pact 28", "Paper 282", "Outlet 1249", "Office 1249"]
    assert distinct_sigla([(name, None) for name in names]) == ["P28", "P28B", "P28C", "P282", "O1249", "1249B"]
    assert distinct_sigla([("P 1", None)] * 28)[-3:] == ["P1Z", "P1AA", "P1AB"]


@given(st.lists(st.tuples(st.text(max_size=12), st.none() | st.sampled_from(["A1", "AB", "XX"])), max_size=30))
def test_no_two_are_alike_and_all_fit_a_column_head(names):
    sigla = distinct_sigla(names)
    assert len(set(sigla)) == len(names)
    assert all(2 <= len(siglum) <= 5 for siglum in sigla)
