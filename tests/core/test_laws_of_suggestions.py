"""Whatever the names: what is suggested can be pasted, each name stands once, and nothing declared is asked about."""

from __future__ import annotations

import re

import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.core.model import Actor, Dossier, Place, Report
from tui.core.names import fold
from tui.core.suggestions import suggest
from tui.files.format import ID_PATTERN

WORD = st.one_of(
    st.sampled_from(
        ["Karam", "Masri", "al-Masri", "Halabi", "Iraq", "Iraqi", "fighters", "Deir", "Hafer", "Hafero", "البوكمال"]
    ),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8),
)
NAME = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
KIND = st.sampled_from(["", "person", "group", "state"])


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    actors = draw(st.lists(st.tuples(NAME, KIND), max_size=4))
    places = draw(st.lists(NAME, max_size=3))
    reports = draw(st.lists(st.tuples(st.lists(NAME, max_size=3), st.lists(NAME, max_size=2)), max_size=6))
    return Dossier(
        actors=tuple(Actor(id=f"a{i}", name=name, kind=kind) for i, (name, kind) in enumerate(actors)),
        places=tuple(Place(id=f"p{i}", name=name) for i, name in enumerate(places)),
        reports=tuple(
            Report(id=f"r{i}", source="s", who=(("", tuple(who)),), where=tuple(where))
            for i, (who, where) in enumerate(reports)
        ),
    )  # fmt: skip


@given(dossiers())
def test_what_is_suggested_can_be_pasted(dossier: Dossier) -> None:
    for suggestion in suggest(dossier):
        pasted = tomli.loads("\n".join(suggestion.lines))
        (table,) = pasted[suggestion.table] if suggestion.new else [pasted]
        assert [alias.name for alias in suggestion.aliases] == table["aliases"][-len(suggestion.aliases) :]
        assert not suggestion.new or re.fullmatch(ID_PATTERN, table["id"])


@given(dossiers())
def test_each_name_is_suggested_once_and_none_that_is_declared(dossier: Dossier) -> None:
    for table, declared in (("actor", dossier.actors), ("place", dossier.places)):
        suggested = [
            fold(alias.name) for found in suggest(dossier) if found.table == table for alias in found.aliases
        ]  # fmt: skip
        assert len(suggested) == len(set(suggested))
        assert not set(suggested) & {fold(name) for thing in declared for name in (thing.id, thing.name)}


@given(dossiers())
def test_the_same_dossier_gives_the_same_suggestions(dossier: Dossier) -> None:
    assert suggest(dossier) == suggest(dossier)
