"""Undo and redo as values, and on the disk: to the byte where nothing else changed, and where it still fits otherwise."""

from __future__ import annotations

import datetime
import errno
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faulty_system import Failing, Meddling
from tui.files.changes import Made, make, make_from, redo, refitted, undo
from tui.files.decisions import link, ruling
from tui.files.edits import AddAlias, RemoveTable, apply, give_id, set_value
from tui.files.history import Change, History, again, change_of, in_words, without
from tui.files.outcomes import Changed, Saved, SaveFailed, digest
from tui.files.save import read, save
from tui.files.targets import Refused, target

AT = datetime.datetime(2016, 7, 1, tzinfo=datetime.UTC)
TEXT = (
    '[source]\nid = "s"\n\n[[actor]]\nid = "nsa"\n\n[[report]]\nid = "s/a"\nwhen = "x"  # c\nfigures = { killed = 4 }\n'
)
RULING = ruling(event="jayrud-2-july", field="figures.killed", accepted="none", seen=[], at=AT)


def corrected(text, field, value):
    return set_value(text, target(text, "report", identity="s/a"), field, value)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "dossier.toml"
    path.write_text(TEXT)
    return str(path)


def test_an_entry_has_all_that_an_undo_needs():
    edit = corrected(TEXT, "when", "y")
    change = change_of("a.toml", edit, TEXT, apply(edit, TEXT))
    new = TEXT.replace('"x"', '"y"')
    assert (change.what, change.before, change.after) == ('when of report s/a = "y"', digest(TEXT), digest(new))
    assert (change.inverse.old, change.inverse.new) == ("y", "x")
    assert without(change, new) == TEXT
    assert again(change, TEXT) == (new, change)


def test_a_history_is_a_value():
    one, two, three = (Change(file=name, what="", edit=RULING, inverse=None, before="", after="") for name in "abc")
    empty = History()
    full = empty.done(one).done(two)
    assert (full.to_undo, full.to_redo) == (two, None)
    assert full.undone() == History((one,), (two,))
    assert full.undone().undone() == History((), (two, one))
    assert full.undone().undone().redone() == History((one,), (two,))
    assert full.undone().redone(three) == History((one, three), ())
    assert full.undone().done(three) == History((one, three), ())
    assert (empty.undone(), empty.redone(), empty.to_undo) == (empty, empty, None)


@pytest.mark.parametrize(("edit", "words"), [
    (RULING, "ruling on killed of jayrud-2-july"),
    (link(reports=["s/a", "t/b"], same=True, at=AT), "link of s/a and t/b"),
    (AddAlias(table="actor", id="nsa", alias="NSA"), "alias NSA of actor nsa"),
    (corrected(TEXT, "figures.killed", 5), "killed of report s/a = 5"),
    (corrected(TEXT, "what", "w " * 40), 'what of report s/a = "w w w w w w w w w w w w w w w w w w w …'),
    (corrected(TEXT, "when", None), "when of report s/a taken out"),
    (RemoveTable(target=target(TEXT, "report", number=1)), "report s/a removed"),
    (give_id(target('[[report]]\nevent = "e"', "report"), "s/e"), "id line of report s/e"),
])  # fmt: skip
def test_what_was_done_in_words(edit, words):
    assert in_words(edit) == words


def test_made_undone_and_made_again(file, tmp_path):
    first = make(file, corrected(TEXT, "figures.killed", 5), History())
    assert isinstance(first, Made)
    assert first.text == read(file) == TEXT.replace("4", "5")
    analysis = str(tmp_path / "analysis.toml")
    second = make(analysis, RULING, first.history)
    assert second.text == read(analysis)
    back = undo(second.history)
    assert (back.text, read(analysis), back.change.what) == (None, None, "ruling on killed of jayrud-2-july")
    back = undo(back.history)
    assert back.text == read(file) == TEXT
    assert undo(back.history) is None
    forth = redo(redo(back.history).history)
    assert (read(file), read(analysis)) == (first.text, second.text)
    assert (forth.history, redo(forth.history)) == (second.history, None)


def test_an_undo_leaves_what_others_wrote_since(file):
    made = make(file, corrected(TEXT, "when", "y"), History())
    theirs = "# theirs\n" + made.text + '\n[[actor]]\nid = "b"\n'
    assert isinstance(save(file, base=made.text, yours=theirs), Saved)
    back = undo(made.history)
    assert read(file) == theirs.replace('"y"', '"x"')
    assert isinstance(redo(back.history), Made)
    assert read(file) == theirs


def test_an_undo_or_redo_that_no_longer_fits_is_refused(file):
    made = make(file, corrected(TEXT, "when", "y"), History())
    rewritten = made.text.replace('when = "y"', 'when = "z"')
    save(file, base=made.text, yours=rewritten)
    assert undo(made.history) == Refused(
        "changed", 'when of report s/a = "y": the lines around it have changed, so it cannot be taken back'
    )
    assert redo(made.history.undone()).code == "changed"
    assert read(file) == rewritten


def test_an_undo_that_would_fit_in_two_places_is_refused():
    text = "# x\n" + TEXT
    edit = corrected(text, "when", "y")
    edited = apply(edit, text)
    change = change_of("a.toml", edit, text, edited)
    assert without(change, edited.text + "# more\n") == text + "# more\n"
    assert without(change, "moved\n" + edited.text) == "moved\n" + text
    assert without(change, "moved\n" + edited.text * 2).code == "changed"


def test_what_was_read_long_ago_gives_three_texts_to_choose_from(file):
    edit = corrected(TEXT, "when", "y")
    theirs = TEXT.replace("4", "7")
    save(file, base=TEXT, yours=theirs)
    changed = make_from(file, TEXT, edit, History())
    assert changed == Changed(path=file, base=TEXT, now=theirs, yours=TEXT.replace('"x"', '"y"'))
    both = refitted(changed, edit)
    assert both.text == theirs.replace('"x"', '"y"')
    assert isinstance(save(file, base=changed.now, yours=both.text), Saved)
    clash = Changed(path=file, base=TEXT, now=TEXT.replace('"x"', '"z"'), yours=changed.yours)
    assert refitted(clash, edit).code == "changed"


def test_a_file_that_changes_between_reading_and_saving_is_read_again(file):
    theirs = TEXT + "# theirs\n"

    def meddle():
        save(file, base=TEXT, yours=theirs)

    made = make(file, corrected(TEXT, "when", "y"), History(), system=Meddling("create", meddle))
    assert isinstance(made, Made)
    assert read(file) == theirs.replace('"x"', '"y"')


@pytest.mark.parametrize("act", ["make", "undo", "redo"])
def test_a_failure_leaves_file_and_history_as_they_were_and_what_stands_unconfirmed_can_be_taken_back(file, act):
    made = make(file, corrected(TEXT, "when", "y"), History())
    made = undo(made.history) if act == "redo" else made
    before, history = read(file), made.history
    failures = doubts = 0
    for at in count():
        system = Failing(at, errno.ENOSPC, piece=1 << 20)
        if act == "make":
            outcome = make(file, corrected(before, "what", "w"), history, system=system)
        else:
            outcome = (undo if act == "undo" else redo)(history, system=system)
        now = read(file)
        if isinstance(outcome, Made):
            assert now == outcome.text != before
            assert outcome.history != history
            doubts += outcome.doubt is not None
            back = (redo if act == "undo" else undo)(outcome.history)
            assert (back.doubt, read(file)) == (None, before)
            if len(system.names) <= at:
                break
        else:
            assert isinstance(outcome, SaveFailed)
            assert now == before
            failures += 1
    assert failures > 15
    assert doubts == 2, "where the folder is opened and waited for"


def edit_of(step, text, number):
    match step:
        case "when" | "what":
            return corrected(text, step, f"day {number}")
        case "killed":
            return corrected(text, "figures.killed", 100 + number)
        case "alias":
            return AddAlias(table="actor", id="nsa", alias=f"a{number}")
        case "ruling":
            return RULING
        case _:
            return None


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["when", "what", "killed", "alias", "ruling", "undo", "redo"]), max_size=12))
def test_any_walk_through_a_history_leads_back_to_the_beginning(steps):
    """The same as `changes` does, without a disk."""
    text, history, texts = TEXT, History(), [TEXT]
    for number, step in enumerate(steps):
        edit = edit_of(step, text, number)
        if edit is not None:
            edited = apply(edit, text)
            history = history.done(change_of("a", edit, text, edited))
            text = edited.text
            texts = [*texts[: len(history.past)], text]
        elif step == "undo" and history.to_undo:
            text = without(history.to_undo, text)
            history = history.undone()
        elif step == "redo" and history.to_redo:
            text, change = again(history.to_redo, text)
            history = history.redone(change)
        assert text == texts[len(history.past)]
    while history.to_undo:
        text = without(history.to_undo, text)
        history = history.undone()
    assert text == TEXT
