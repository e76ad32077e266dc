"""One value that changes is one line that changes, in whatever way a file is written; `EDIT_EXAMPLES=3000` tries more texts."""

from __future__ import annotations

import os

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files_layouts import dossier_texts
from tui.files.anatomy import Anatomy
from tui.files.edits import AddAlias, Edited, apply, set_value
from tui.files.literals import Pairs, canonical, plain
from tui.files.splices import plain_text
from tui.files.targets import key_of, target

EXAMPLES = int(os.environ.get("EDIT_EXAMPLES", "12"))
TEXTS = dossier_texts()
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=12)
NUMBERS = st.integers(0, 10**6) | st.just(2.5) | st.just((10, 20))
VALUES = st.one_of(
    st.tuples(st.sampled_from(["figures.killed", "figures.wounded", "figures.shells fired"]), NUMBERS | WORDS),
    st.tuples(st.sampled_from(["claims.outcome", "claims.target", "claims.a.b"]), WORDS | st.booleans()),
    st.tuples(st.sampled_from(["when", "until", "what", "note", "quote", "said_by", "locator"]), WORDS),
    st.tuples(st.sampled_from(["where", "who"]), WORDS | st.lists(WORDS, min_size=1, max_size=3).map(tuple)),
    st.tuples(st.just("who.attacker"), WORDS | st.lists(WORDS, min_size=1, max_size=2).map(tuple)),
    st.tuples(st.just("who"), st.just(Pairs((("attacker", "a"), ("support", ("b", "c")))))),
)


def difference(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines of either between those they begin and end with in common, without their endings."""
    before, after = ([line.removesuffix("\r") for line in text.split("\n")] for text in (old, new))
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return before, after


def lines_of(text: str, path: tuple[str | int, ...]) -> int:
    """How many lines a value takes; 0 where there is none of its own."""
    form = plain_text(text)
    found = Anatomy(form).find(path)
    return 0 if found is None else form.count("\n", found.start, found.end) + 1


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(1, 3), VALUES)
def test_one_value_more_or_another_is_one_line(text, number, change):
    field, value = change
    key = key_of(field) if not field.startswith("who.") else ("who", field[4:])
    report = tomli.loads(plain_text(text))["report"][number - 1]
    roles = isinstance(report.get("who"), dict)
    if key[0] == "who" and ((len(key) == 2 and not roles) or (len(key) == 1 and roles)):
        return  # names and roles exclude each other
    there = report.get(key[0], {}).get(key[1]) if len(key) == 2 else report.get(key[0])
    if there is not None and canonical(there) == canonical(plain(value)):
        return
    result = apply(set_value(text, target(text, "report", number=number), field, value), text)
    assert isinstance(result, Edited), result
    removed, added = difference(text, result.text)
    took = lines_of(text, ("report", number - 1, *key))
    if took:
        assert 1 <= len(removed) <= took
        assert len(added) <= took
        assert took > 1 or len(added) == 1
    else:
        assert (len(removed), len(added)) in ((0, 1), (1, 1)), (removed, added)
        # A member of an inline table: what stood in its line stands there still, around it.
        assert not removed or any(
            added[0].startswith(removed[0][:cut]) and added[0].endswith(removed[0][cut:])
            for cut in range(len(removed[0]) + 1)
        )


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(1, 3), st.data())
def test_of_a_list_over_several_lines_one_member_is_one_line(text, number, data):
    report = tomli.loads(plain_text(text))["report"][number - 1]
    lists = [key for key in ("where", "who", "tags") if isinstance(report.get(key), list) and report[key]]
    if not lists:
        return
    field = data.draw(st.sampled_from(lists))
    place = data.draw(st.integers(0, len(report[field]) - 1))
    members = [*report[field]]
    members[place] = data.draw(WORDS.filter(lambda words: words not in report[field]))
    result = apply(set_value(text, target(text, "report", number=number), field, tuple(members)), text)
    assert isinstance(result, Edited), result
    removed, added = difference(text, result.text)
    if "\n" not in report[field][place]:
        assert (len(removed), len(added)) == (1, 1)


@settings(max_examples=EXAMPLES)
@given(TEXTS, WORDS)
def test_one_alias_is_one_line(text, alias):
    (actor,) = tomli.loads(plain_text(text))["actor"]
    if alias in actor.get("aliases", ()):
        return
    result = apply(AddAlias(table="actor", id="nsa", alias=alias), text)
    assert isinstance(result, Edited), result
    removed, added = difference(text, result.text)
    assert (len(removed), len(added)) in ((0, 1), (1, 1), (1, 2)), (removed, added)
    # Of an array over several lines the last member gets a comma, and keeps what is said beside it.
    assert len(added) < 2 or (removed[0].partition("#c")[2] == added[0].partition("#c")[2])
