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
        ("Новая газета", "NG"), ("France 24", "F2"), ("aeiou", "AEI"), ("Radio Free Europe / Radio Liberty Ltd", "RFERL"),
    ],
)  # fmt: skip
def test_the_siglum_of_a_name(name, siglum):
    assert siglum_of(name) == siglum


def test_given_sigla_come_first():
    assert distinct_sigla([("Deutsche Welle", None), ("x", "DW"), ("Die Welt", None)]) == ["DW2", "DW", "DW3"]
    assert distinct_sigla([("Syrian Arab News Agency", None), ("SANA", None)]) == ["SANA", "SANA2"]


@given(st.lists(st.tuples(st.text(max_size=12), st.none() | st.sampled_from(["A1", "AB", "XX"])), max_size=30))
def test_no_two_are_alike_and_all_fit_a_column_head(names):
    sigla = distinct_sigla(names)
    assert len(set(sigla)) == len(names)
    assert all(2 <= len(siglum) <= 5 for siglum in sigla)
