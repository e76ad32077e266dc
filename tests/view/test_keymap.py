"""Keys chosen in the place of the registry's, and what they take from others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.actions import ACTIONS, COMPARE, EVERYWHERE, FLAGS, TIMELINE, of_view
from tui.view.keymap import DEFAULT, Keymap, keymap_of


def doing(keymap: Keymap, key: str, view: str) -> list[str]:
    return [action.id for action in keymap.of_view(view) if key in action.keys]


@pytest.mark.parametrize("view", EVERYWHERE)
def test_without_a_choice_the_registry_holds(view):
    assert DEFAULT.of_view(view) == of_view(view)


def test_a_chosen_key_is_taken_from_who_had_it_where_the_two_meet():
    keymap, clashes = keymap_of({"pick": ("b", "f")})
    assert doing(keymap, "b", COMPARE) == doing(keymap, "f", TIMELINE) == ["pick"]
    assert doing(keymap, "f", FLAGS) == ["kind"]
    assert doing(keymap, "c", TIMELINE) == []
    assert [clash.told for clash in clashes] == [
        "b is taken from base, which has no other key",
        "f is taken from facets, which has no other key",
    ]


def test_keys_that_are_exchanged_clash_with_nothing():
    keymap, clashes = keymap_of({"mark": ("u",), "next_mark": ("m",)})
    assert (doing(keymap, "u", TIMELINE), doing(keymap, "m", TIMELINE), clashes) == (["mark"], ["next_mark"], ())


def test_an_action_that_keeps_another_key_is_told_so():
    _, clashes = keymap_of({"mark": ("j",)})
    assert [clash.told for clash in clashes] == ["j is taken from down"]


def test_of_two_that_want_one_key_the_first_has_it():
    keymap, clashes = keymap_of({"mark": ("f5",), "next_mark": ("f5", "f6")})
    assert (doing(keymap, "f5", TIMELINE), doing(keymap, "f6", TIMELINE)) == (["mark"], ["next_mark"])
    assert [(clash.action, clash.told) for clash in clashes] == [("next_mark", "F5 was chosen for mark already")]


def test_keys_that_leave_cannot_be_chosen():
    keymap, clashes = keymap_of({"mark": ("ctrl+c",)})
    assert keymap == DEFAULT
    assert [clash.told for clash in clashes] == ["ctrl+c always leaves or suspends"]


KEYS = sorted({key for action in ACTIONS for key in action.keys})


@given(
    st.dictionaries(
        st.sampled_from([a.id for a in ACTIONS]), st.lists(st.sampled_from(KEYS), min_size=1, max_size=3).map(tuple)
    )
)
def test_no_key_of_a_view_does_two_things(wanted):
    keymap, _ = keymap_of(wanted)
    for view in EVERYWHERE:
        keys = [key for action in keymap.of_view(view) for key in action.keys]
        assert len(keys) == len(set(keys))
