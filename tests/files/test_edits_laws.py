"""Whatever a file looks like: an edit changes what it is about and nothing else, and is taken back to the byte."""

from __future__ import annotations

import copy
import datetime
import os
import re

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files_layouts import WORDS, dossier_texts
from tui.files.anatomy import Anatomy
from tui.files.edits import AddAlias, AddTable, Edited, RemoveTable, ReplaceTable, SetValue, apply, set_value
from tui.files.literals import Pairs, canonical, literal, plain
from tui.files.splices import plain_text
from tui.files.targets import Target, target

EXAMPLES = int(os.environ.get("EDIT_EXAMPLES", "12"))
"""How many texts each law is tried on; a night may take more."""

TEXTS = dossier_texts()
NEW = st.one_of(WORDS, st.text(max_size=12), st.just("line\nline"))
"""Any text at all may be typed into a form."""

FIELDS = st.one_of(
    st.tuples(st.sampled_from(["when", "until", "what", "note", "quote", "where", "who", "said_by", "claims.outcome"]), NEW),
    st.tuples(st.sampled_from(["where", "who", "tags", "claims.target"]), st.lists(NEW, min_size=1, max_size=4).map(tuple)),
    st.tuples(st.sampled_from(["figures.killed", "figures.injured"]), st.one_of(st.integers(0, 10**9), st.just(2.5), NEW)),
    st.tuples(st.just("figures.killed"), st.just((1, 2))),
    st.tuples(st.sampled_from(["when", "as_of"]), st.dates() | st.datetimes(timezones=st.just(datetime.UTC))),
    st.tuples(st.sampled_from(["planned", "hedged", "claims.outcome"]), st.booleans()),
    st.tuples(st.just("who"), st.just(Pairs((("attacker", ("a", "b")), ("new-role", "c"))))),
)  # fmt: skip


def parsed(text: str) -> dict:
    return tomli.loads(text.removeprefix("\ufeff"))


def comments(text: str) -> list[str]:
    return re.findall(r"#c\d+;", text)


def edited(edit, text: str) -> str:
    """The new text, after what holds for every edit has been seen to hold."""
    assert not isinstance(edit, str)
    result = apply(edit, text)
    assert isinstance(result, Edited), result
    assert result.splice.applied(text) == result.text
    assert result.splice.reversed.applied(result.text) == text
    assert result.text.startswith("\ufeff") == text.startswith("\ufeff")
    if "\n" not in text.replace("\r\n", ""):
        assert "\n" not in result.text.replace("\r\n", "")
    if "\r" not in text:
        assert "\r" not in result.text
    return result.text


def same(text: str, wanted: dict) -> bool:
    return canonical(parsed(text)) == canonical(wanted)


def leaves(parsed, path=()):
    """Every value of a parsed text that is no table, with its path."""
    if isinstance(parsed, dict):
        for key, value in parsed.items():
            yield from leaves(value, (*path, key))
    elif isinstance(parsed, list):
        yield path, parsed
        for number, value in enumerate(parsed):
            yield from leaves(value, (*path, number))
    else:
        yield path, parsed


@settings(max_examples=EXAMPLES)
@given(TEXTS)
def test_every_value_is_found_where_it_stands(text):
    plain_form = plain_text(text)
    anatomy = Anatomy(plain_form)
    for path, value in leaves(tomli.loads(plain_form)):
        found = anatomy.find(path)
        if found is None:
            assert path in (("report",), ("actor",), ("event",))
        else:
            assert canonical(tomli.loads(f"key = {plain_form[found.start : found.end]}")["key"]) == canonical(value)


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(1, 3), FIELDS)
def test_a_claim_corrected(text, number, change):
    field, value = change
    where = target(text, "report", number=number)
    before = parsed(text)
    report = before["report"][number - 1]
    head, _, rest = field.partition(".")
    if report.get(head, {}).get(rest) == plain(value) if rest else report.get(head) == plain(value):
        return
    wanted = copy.deepcopy(before)
    if rest:
        wanted["report"][number - 1].setdefault(head, {})[rest] = plain(value)
    else:
        wanted["report"][number - 1][head] = plain(value)
    edit = set_value(text, where, field, value)
    if head == "who" and isinstance(report.get("who"), dict) and not isinstance(value, Pairs):
        return  # roles spread over several lines are replaced by a list in `test_edits`
    if isinstance(value, Pairs) and isinstance(report.get("who"), dict):
        return
    new = edited(edit, text)
    assert same(new, wanted)
    assert comments(new) == comments(text) or isinstance(report.get(head), list)
    assert new.endswith("\n") == text.endswith("\n")


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(1, 3), st.data())
def test_one_line_differs_when_one_value_does(text, number, data):
    report = parsed(text)["report"][number - 1]
    plain_keys = [key for key in ("id", "event", "when", "planned") if key in report]
    if not plain_keys:
        return
    key = data.draw(st.sampled_from(plain_keys))
    value = {"id": "s/new", "event": "other", "when": "Wednesday", "planned": not report.get("planned")}[key]
    result = apply(set_value(text, target(text, "report", number=number), key, value), text)
    spread = '"""' in result.splice.old or "'''" in result.splice.old or "\n" in result.splice.old
    if not spread:
        old, new = text.splitlines(keepends=True), result.text.splitlines(keepends=True)
        assert len(old) == len(new)
        assert sum(a != b for a, b in zip(old, new, strict=True)) == 1


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(1, 3), st.data())
def test_a_claim_taken_out(text, number, data):
    wanted = parsed(text)
    report = wanted["report"][number - 1]
    fields = [key for key in report if not isinstance(report[key], dict)]
    fields += [f"{key}.{inner}" for key in report if isinstance(report[key], dict) for inner in report[key]]
    if not fields:
        return
    field = data.draw(st.sampled_from(fields))
    new = edited(set_value(text, target(text, "report", number=number), field, None), text)
    head, _, rest = field.partition(".")
    (report[head] if rest else report).pop(rest or head)
    left = parsed(new)
    if rest and not report[head]:
        assert not left["report"][number - 1].pop(head, {})
        report.pop(head)
    assert canonical(left) == canonical(wanted)


@settings(max_examples=EXAMPLES)
@given(TEXTS, NEW)
def test_an_alias_more(text, alias):
    wanted = parsed(text)
    actor = wanted["actor"][0]
    if alias in actor.get("aliases", []):
        return
    new = edited(AddAlias(table="actor", id="nsa", alias=alias), text)
    actor.setdefault("aliases", []).append(alias)
    assert same(new, wanted)
    assert comments(new) == comments(text)
    assert sum(line not in new.splitlines() for line in text.splitlines()) <= 1
    assert len(new.splitlines()) <= len(text.splitlines()) + 1


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.sampled_from(["report", "ruling", "link", "annotation", "actor"]), NEW)
def test_a_table_more(text, table, words):
    values = {
        "report": Pairs((("event", "e"), ("what", words), ("figures", Pairs((("killed", 4),))))),
        "ruling": Pairs((("event", "e"), ("field", "when"), ("accepted", "none"), ("seen", Pairs((("s/e", words),))))),
        "link": Pairs((("reports", ("s/a", "s/b")), ("same", True), ("reason", words))),
        "annotation": Pairs((("target", "s/e"), ("note", words))),
        "actor": Pairs((("id", "new"), ("name", words))),
    }[table]
    new = edited(AddTable(table=table, values=values), text)
    wanted = parsed(text)
    wanted.setdefault(table, []).append(plain(values))
    assert same(new, wanted)
    assert new.startswith(text)
    back = edited(RemoveTable(target=target(new, table, number=len(wanted[table]))), new)
    assert same(back, parsed(text))
    assert back.rstrip() == text.rstrip()


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.sampled_from(["report", "event", "actor"]), st.integers(1, 3))
def test_a_table_less(text, table, number):
    wanted = parsed(text)
    number = min(number, len(wanted[table]))
    del wanted[table][number - 1]
    if not wanted[table]:
        del wanted[table]
    new = edited(RemoveTable(target=target(text, table, number=number)), text)
    assert same(new, wanted)
    kept = iter(comments(text))
    assert all(comment in kept for comment in comments(new))


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(1, 3), NEW, NEW)
def test_a_table_gets_other_values(text, number, words, more):
    values = Pairs((("event", "f"), ("what", words), ("where", (more,)), ("claims", Pairs((("outcome", words),)))))
    wanted = parsed(text)
    report = wanted["report"][number - 1]
    if isinstance(report.get("claims"), dict) or canonical(report) == canonical(plain(values)):
        return
    wanted["report"][number - 1] = plain(values)
    where = target(text, "report", number=number)
    assert same(edited(ReplaceTable(target=where, values=values), text), wanted)


@settings(max_examples=EXAMPLES)
@given(TEXTS, TEXTS, st.integers(1, 3), NEW)
def test_an_edit_made_on_another_text_fits_or_is_refused(text, other, number, value):
    where = target(text, "report", number=number)
    edit = set_value(text, where, "note", value)
    assert isinstance(edit, SetValue)
    assert isinstance(where, Target)
    result = apply(edit, other)
    if isinstance(result, Edited):
        before, after = parsed(other)["report"], parsed(result.text)["report"]
        changed = [one for one, two in zip(before, after, strict=True) if canonical(one) != canonical(two)]
        assert len(changed) == 1
        assert changed[0].get("id", "") == where.id


LEAVES = (
    st.text() | st.integers() | st.floats() | st.booleans() | st.dates() | st.times()
    | st.datetimes(timezones=st.none() | st.sampled_from([datetime.UTC, datetime.timezone(datetime.timedelta(hours=-3))]))
)  # fmt: skip


def _boxed(inner):
    pairs = st.dictionaries(st.text(), inner, max_size=3).map(lambda entries: Pairs(tuple(entries.items())))
    return st.lists(inner, max_size=3).map(tuple) | pairs


@given(st.recursive(LEAVES, _boxed, max_leaves=6), st.booleans())
def test_a_literal_reads_back_as_what_was_written(value, lines):
    written = literal(value, lines=lines)
    assert canonical(tomli.loads(f"key = {written}")["key"]) == canonical(plain(value))
    assert not set(written) & {chr(0x202E), chr(0x2066), chr(0x7F), chr(0x9B)}
