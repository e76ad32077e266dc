"""What the palette offers for what is typed, in which order, and how its lines look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.core.answers import ActorCount, EventTitle
from tui.core.model import Source
from tui.view import palette
from tui.view.actions import Situation, of_view
from tui.view.glyphs import ASCII
from tui.view.keymap import DEFAULT
from tui.view.palette import Kind, Offer, actions, actors, drawing, events, ranked, sources
from tui.view.panes import Pane
from tui.view.scene import Scene
from tui.view.spans import text_of, width
from tui.view.windows import Window

SCENE = Scene(home_year=2016)
NOW = Situation(rows=5, sources=3)


def shown(offers, *, size=60, scene=SCENE, at=0, page=9, nothing="None."):
    window = Window(count=len(offers), page=page).to(at)
    return [text_of(line).rstrip() for line in drawing(tuple(offers), window, scene, size, nothing).lines]


def names(offers):
    return [offer.name for offer in offers]


def test_where_nothing_is_typed_every_action_of_the_view_stands_moves_last():
    every = actions(NOW, DEFAULT, "")
    assert {offer.key for offer in every} == {action.id for action in of_view(NOW.view)}
    groups = {action.id: action.group == "Move" for action in of_view(NOW.view)}
    moves = [groups[offer.key] for offer in every]
    assert moves == sorted(moves)
    assert names(every)[:2] == ["timeline", "compare"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("discr", "discrepancies"), ("nefl", "next flag"), ("tmln", "timeline"), ("repeats whom", "origins")],
)
def test_actions_are_found_by_label_or_by_the_words_of_their_help(typed, first):
    assert names(ranked(actions(NOW, DEFAULT, typed), typed))[0] == first


def test_what_cannot_be_done_says_why():
    here = replace(NOW, rows=0)
    (found,) = [offer for offer in actions(here, DEFAULT, "compare") if offer.key == "compare"]
    assert (found.off, found.told) == (True, "there is no event")
    (rule,) = [offer for offer in actions(NOW, DEFAULT, "rule", read_only=True) if offer.key == "rule"]
    assert (rule.off, rule.told) == (True, "this explorer is read-only")


def test_sources_and_actors_are_found_by_any_of_their_names():
    panes = (
        Pane(
            key="dw",
            siglum="DW",
            name="Deutsche Welle",
            sources=(Source(id="dw", name="Deutsche Welle", siglum="DW", family="dw"),),
        ),
    )
    assert shown(sources(panes, "welle")) == ["▌ source Deutsche Welle                 DW  select its pane"]
    assert names(sources(panes, "dw")) == ["Deutsche Welle"]
    counts = (ActorCount(id="nsa", name="New Syrian Army", aliases=("the rebels",), events=1),)
    assert shown(actors(counts, "rebels")) == ["▌ actor  New Syrian Army       the rebels  only its 1 event"]
    assert actors(counts, "zzz") == ()


def test_events_that_have_the_words_in_their_title_come_first():
    found = events(
        (EventTitle(0, "a", "Raid on Idlib", 1467331200, 1467417600), EventTitle(1, "b", "Aleppo raid"), EventTitle(2, "c", "")),
        SCENE,
        "aleppo",
    )
    assert shown(ranked(found, "aleppo")) == [
        "▌ event  Aleppo raid",
        "  event  Raid on Idlib                            Fri 1 Jul",
        "  event  c",
    ]


def test_what_fits_alike_stands_in_the_order_of_kinds():
    offers = [Offer(kind=kind, key="x", name="same", fit=palette.Fit(0.8, (0,))) for kind in reversed(Kind)]
    assert [offer.kind for offer in ranked(offers, "s")] == list(Kind)


def test_letters_that_fit_are_marked_in_the_name():
    (line,) = drawing(actions(NOW, DEFAULT, "nefl")[:1], Window(count=1), SCENE, 60, "").lines
    assert [span.text for span in line if "value" in span.role] == ["ne", "fl"]


@pytest.mark.parametrize("size", [2, 10, 30, 60, 120])
@pytest.mark.parametrize("scene", [SCENE, replace(SCENE, glyphs=ASCII)], ids=["unicode", "ascii"])
def test_no_line_is_wider_than_there_is_room(size, scene):
    offers = (*actions(NOW, DEFAULT, ""), *actors((ActorCount(id="a", name="日本" * 40, aliases=(), events=3),), ""))
    window = Window(count=len(offers), page=len(offers))
    made = drawing(offers, window, scene, size, "None.")
    assert len(made.lines) == len(offers)
    assert max(width(line) for line in made.lines) <= size
    if scene.glyphs.ascii:
        assert all(text_of(line).replace("…", "~").isascii() for line in made.lines[:-1])


def test_words_of_others_are_shown_as_text():
    evil = "\x1b[31m[b]boo\u202e"
    found = (
        *actors((ActorCount(id="a", name=evil, aliases=(evil,), events=3),), "boo"),
        *events((EventTitle(0, evil, evil),), SCENE, "x"),
    )
    assert [offer.name for offer in found] == ["␛[31m[b]boo‹RLO›"] * 2
    assert (found[0].key, found[1].key) == (evil, evil)


def test_nothing_found_is_said():
    assert shown((), nothing="Nothing is called so.") == ["", "  Nothing is called so."]


def test_what_stands_until_the_dossier_has_answered_still_fits():
    counts = (
        ActorCount(id="a", name="Army of Conquest", aliases=(), events=3),
        ActorCount(id="b", name="Arms dealer", aliases=(), events=1),
    )
    before = actors(counts, "ar")
    assert names(before) == ["Army of Conquest", "Arms dealer"]
    assert names(palette.refitted(before, "army")) == ["Army of Conquest"]
