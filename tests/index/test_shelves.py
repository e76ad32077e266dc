"""Events that lie on a shelf are those that were put there."""

from __future__ import annotations

import pytest

from tests.builders import dossier as decoded
from tests.index.test_judging import ROUND, TANGLED
from tests.index.test_store import TEXT
from tui.core.verdicts.context import Context
from tui.index.judging import timeline
from tui.index.shelves import Shelf


@pytest.mark.parametrize("text", [TEXT, TANGLED, ROUND])
def test_what_is_taken_is_what_was_put(text):
    dossier, _ = decoded(text)
    held = [each._replace(event=_nowhere(each.event)) for each in timeline(Context(dossier))]
    shelf = Shelf(held)
    assert (len(shelf), list(shelf), shelf[:], shelf[1:3], shelf[-1]) == (len(held), held, held, held[1:3], held[-1])


def _nowhere(event):
    """Where it is declared nobody asks while it is judged."""
    return type(event)(id=event.id, title=event.title, tags=event.tags)


def test_a_truth_value_and_a_number_that_are_equal_stay_what_they_are():
    dossier, _ = decoded(
        """
        [[source]]
        id = "a"
        [[report]]
        source = "a"
        event = "one"
        denies = true
        credibility = 1
        [[report]]
        source = "a"
        event = "one"
        hedged = true
        claims = { retaken = true }
        """
    )
    (each,) = Shelf(timeline(Context(dossier)))
    said = [(repr(r.denies), repr(r.credibility), repr(r.hedged), r.claims) for r in each.reports]
    assert said == [("True", "1", "False", ()), ("False", "None", "True", (("retaken", True),))]


def test_a_context_that_let_go_knows_who_repeats_whom_and_nothing_else():
    dossier, _ = decoded(TANGLED)
    context = Context(dossier)
    context.let_go()
    known = [(r.id, r.source, r.derived_from, r.event, r.what, r.figures) for r in context.dossier.reports]
    assert known == [
        ("b/x", "b", ("a/y",), None, "", ()),
        ("a/y", "a", (), None, "", ()),
        ("b/y", "b", (), None, "", ()),
        ("b/z", "b", (), None, "", ()),
    ]
    assert context.dossier.events == ()
    assert context.provenance.parents_of("b/x") == ("a/y",)
    assert context.provenance.parents_of("b/y") == ("a",)
