"""Consonant skeletons of single words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.scripts import fold
from tui.core.spellings import likeness, spelling


@pytest.mark.parametrize(
    ("word", "plain", "skeleton", "broad"),
    [
        ("mozahem", "muzahim", "mzhm", "mshm"),
        ("sallum", "salum", "slm", "slm"),
        ("raqqah", "raka", "rk", "rk"),
        ("shaykh", "SaiX", "SX", "sk"),
        ("gaddafi", "gadafi", "gdf", "kdf"),
        ("qadhafi", "kaDafi", "kDf", "kdf"),
        ("kikani", "kikani", "kkn", "kkn"),
        ("eau", "iau", "", ""),
        ("", "", "", ""),
    ],
)
def test_a_word_taken_down_to_what_its_spellings_share(word, plain, skeleton, broad):
    assert spelling(word) == (plain, skeleton, broad, False)


@pytest.mark.parametrize("word", ["محمد", "תל", "ياسين"])
def test_scripts_without_short_vowels_are_known(word):
    assert spelling(fold(word)).consonants_only


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("saloum", "sallum"), ("saloum", "salim hamdan")),
        (("qadhafi", "gaddafi"), ("qadhafi", "khalifa")),
        (("محمد", "muhammad"), ("محمد", "mahmoud")),
        (("hassan", "hasan"), ("hassan", "hussein")),
        (("yong", "iong"), ("yong", "song")),
        (("homs", "hims"), ("homs", "hama")),
    ],
)
def test_a_spelling_is_nearer_than_a_look_alike(near, far):
    assert likeness(*near) > likeness(*far)


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_one_on_itself(a, b):
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= likeness(a, a) == 1
