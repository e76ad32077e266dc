"""Edits beside the text they make; whatever a file looks like is tried in `test_edits_laws`."""

from __future__ import annotations

import datetime
import difflib
from pathlib import Path
from textwrap import dedent

import pytest
import tomli

from tests.builders import good_dossier
from tui.files.edits import HEAD, AddAlias, AddTable, Edited, RemoveTable, ReplaceTable, apply, give_id, set_value
from tui.files.literals import Pairs
from tui.files.members import Cut
from tui.files.targets import Refused, Target, target, target_of

DATE = datetime.date(2016, 6, 28)
DATA = Path(__file__).parents[2] / "data"

SOURCE = '[source]\nid = "s"\n\n'


def corrected(report: str, field: str, value, *, number: int = 1) -> str:
    """A report's text below its source after one claim was corrected, or why it was not."""
    text = SOURCE + report
    where = target(text, "report", number=number)
    assert isinstance(where, Target)
    edit = set_value(text, where, field, value)
    result = apply(edit, text) if not isinstance(edit, Refused) else edit
    return result.text.removeprefix(SOURCE) if isinstance(result, Edited) else f"{result.code}: {result.reason}"


@pytest.mark.parametrize(("before", "field", "value", "after"), [
    # one value for another, with what stands around it
    ('when   =   "Tuesday"   # printed', "when", "Wednesday", 'when   =   "Wednesday"   # printed'),
    ("when = 2016-06-27 # x", "when", DATE, "when = 2016-06-28 # x"),
    ('when = "Tuesday"', "when", DATE, "when = 2016-06-28"),
    ("credibility = 2", "credibility", 3, "credibility = 3"),
    ("planned = true", "planned", False, "planned = false"),
    ("where = 'a # b' # c", "where", 'say "x"', "where = 'say \"x\"' # c"),
    ("where = 'a # b' # c", "where", "it's", 'where = "it\'s" # c'),
    ('"when" = "x"', "when", "y", '"when" = "y"'),
    ('where = "a"', "where", ("a", "b"), 'where = ["a", "b"]'),
    ('what = "x"', "what", "tab\tand \u202e", 'what = "tab\\tand \\u202E"'),
    # texts over several lines
    ('text = """\nfirst\nsecond"""  # c', "text", "one\ntwo", 'text = """\none\ntwo"""  # c'),
    ('text = """first\nsecond"""', "text", "one\ntwo", 'text = """one\ntwo"""'),
    ('text = """\n[[report]]\nid = \\"no\\""""', "text", 'say """\n"', 'text = """\nsay \\"""\n\\""""'),
    # members of inline tables
    ("figures = { killed = 4, wounded = 5 } # c", "figures.killed", 5, "figures = { killed = 5, wounded = 5 } # c"),
    ("figures = { killed = 4 }", "figures.killed", (4, 6), "figures = { killed = [4, 6] }"),
    ("figures = {killed=4}", "figures.wounded", "dozens", 'figures = {killed=4, wounded="dozens"}'),
    ("figures = {}", "figures.killed", 4, "figures = { killed = 4 }"),
    ('claims = { "a.b" = "x" }', "claims.a.b", "y", 'claims = { "a.b" = "y" }'),
    ("claims = { target = 'x' }", "claims.means of it", ("a",), "claims = { target = 'x', \"means of it\" = [\"a\"] }"),
    ('who = { attacker = "a" }', "who.attacker", ("a", "b"), 'who = { attacker = ["a", "b"] }'),
    ("figures = { killed = 4, wounded = 5 }", "figures.killed", None, "figures = { wounded = 5 }"),
    ("figures = { killed = 4, wounded = 5 }", "figures.wounded", None, "figures = { killed = 4 }"),
    # dotted keys and tables with a header of their own
    ("figures.killed = 4 # c\nnote = 'n'", "figures.wounded", 5, "figures.killed = 4 # c\nfigures.wounded = 5\nnote = 'n'"),
    ("figures.killed = 4\nnote = 'n'", "figures.killed", None, "note = 'n'"),
    ("[report.figures] # h\nkilled = 4 # c\n", "figures.wounded", 5, "[report.figures] # h\nkilled = 4 # c\nwounded = 5\n"),
    ("[[event]]\nid = 'e'\n[report.figures]\nkilled = 4", "figures.killed", 5, "[[event]]\nid = 'e'\n[report.figures]\nkilled = 5"),
    # keys that were not there: in the order of the format, aligned like the others
    ("event   = 'e'\nwhat    = 'w'", "when", DATE, "event   = 'e'\nwhen    = 2016-06-28\nwhat    = 'w'"),
    ("event='e'\nwhat='w'", "figures.killed", 4, "event='e'\nwhat='w'\nfigures={ killed = 4 }"),
    ("  what = 'w' # c\n\n# after", "event", "e", "  event = \"e\"\n  what = 'w' # c\n\n# after"),
    ("event   = 'e' # c\n# more\nnote    = 'n'", "credibility", 2, "event   = 'e' # c\ncredibility = 2\n# more\nnote    = 'n'"),
    ("", "when", "x", 'when = "x"\n'),
    ("what = 'w'", "note", "one\ntwo", "what = 'w'\nnote = \"\"\"\none\ntwo\"\"\""),
    # lists keep their layout
    ("tags = ['a', 'b', 'c']", "tags", ("a", "x", "c"), "tags = ['a', 'x', 'c']"),
    ("tags = ['a', 'b', 'c']", "tags", ("a", "c"), "tags = ['a', 'c']"),
    ("tags = ['a', 'b', 'c']", "tags", ("c",), "tags = ['c']"),
    ("tags = ['a', 'b', 'c']", "tags", ("a",), "tags = ['a']"),
    ("tags = ['a', 'b', 'c']", "tags", (), "tags = []"),
    ("tags = ['b'] # c", "tags", ("a", "b"), "tags = [\"a\", 'b'] # c"),
    ("tags = [\n  'a', # one\n  'c', # three\n]", "tags", ("a", "b", "c"), "tags = [\n  'a', # one\n  \"b\",\n  'c', # three\n]"),
    ("tags = [\n  'a', # one\n  'b', # two\n  'c' # three\n]", "tags", ("a", "c"), "tags = [\n  'a', # one\n  'c' # three\n]"),
    # a key goes with its line, the comment above it stays
    ("event = 'e'\n# why\nwhen = 'x' # c\nnote = 'n'", "when", None, "event = 'e'\n# why\nnote = 'n'"),
    ("event = 'e'\nwhen = 'x'", "when", None, "event = 'e'"),
])  # fmt: skip
def test_a_claim_corrected_in_place(before, field, value, after):
    assert corrected(f"[[report]]\n{before}", field, value) == f"[[report]]\n{after}"


@pytest.mark.parametrize(("before", "field", "value", "why"), [
    ('when = "x"', "when", "x", "already: the file says so already: when"),
    ("", "when", None, "already: the file says so already: nothing under when"),
    ('who = ["a"]', "who.attacker", "b", "layout: the file is written in a way that this change cannot be made in: "
     "who is no table that keys could be added to"),
    ("", "claims.x", 4, "problem: the file would have a new problem: report.claims.x is 4; expected text, true or false, "
     'or a list of texts (numbers go under figures); did you mean "4"?'),
    ("", "wher", "x", "problem: the file would have a new problem: report.wher is no key of the format; "
     ""),
    ("", "id", "Not An Id", None),
    ("", "when", "\ud800", "value: this cannot be written to a file: half of a surrogate pair is no text"),
])  # fmt: skip
def test_what_is_not_written(before, field, value, why):
    told = corrected(f"[[report]]\n{before}", field, value)
    assert told.startswith(why or "problem: ")


def test_line_endings_byte_order_mark_and_last_line_stay():
    text = '\ufeff[source]\r\nid = "s"\n[[report]]\r\nwhen = "x"\r\nnote = "n"'
    where = target(text, "report", line=3)
    assert apply(set_value(text, where, "when", "y"), text).text == text.replace('"x"', '"y"')
    added = apply(set_value(text, where, "event", "e"), text).text
    assert added == text.replace("when", 'event = "e"\r\nwhen')
    assert apply(
        AddTable(table="event", values=Pairs((("id", "e"),))), text
    ).text == text + '\n\n[[event]]\nid = "e"'.replace("\n", "\r\n")


def test_inline_tables_over_several_lines():
    try:
        tomli.loads("a = {\n b = 1, # c\n}")
    except tomli.TOMLDecodeError:
        pytest.skip("this parser reads TOML 1.0")
    before = "[[report]]\nfigures = {\n  killed = 4, # c\n  wounded = 5, # d\n}"
    assert corrected(before, "figures.killed", 3) == before.replace("4", "3")
    assert corrected(before, "figures.injured", 3) == before.replace("# d", "# d\n  injured = 3,")
    assert corrected(before, "figures.killed", None) == "[[report]]\nfigures = {\n  wounded = 5, # d\n}"


@pytest.mark.parametrize(("before", "after"), [
    ('name = "N"\nkind = "group"', 'name = "N"\naliases = ["New"]\nkind = "group"'),
    ("aliases = [ 'a' ] # c", "aliases = [ 'a', \"New\" ] # c"),
    ("aliases = ['a',]", "aliases = ['a', \"New\",]"),
    ("aliases = [] # c", 'aliases = ["New"] # c'),
    ("aliases = [\n]", 'aliases = [\n  "New"\n]'),
    ("aliases = [ # top\n  # none yet\n]", 'aliases = [ # top\n  # none yet\n  "New"\n]'),
    ("aliases = [\n    'a',  # one\n    # to come\n]", "aliases = [\n    'a',  # one\n    \"New\",\n    # to come\n]"),
    ("aliases = [\n  'a',\n  'b'  # two\n]", "aliases = [\n  'a',\n  'b',  # two\n  \"New\"\n]"),
    ("aliases = [\n  'a', 'b',\n  'c', 'd',\n]", "aliases = [\n  'a', 'b',\n  'c', 'd', \"New\",\n]"),
    ("aliases = ['a',\n           'b']", "aliases = ['a',\n           'b',\n           \"New\"]"),
])  # fmt: skip
@pytest.mark.parametrize("table", ["actor", "place"])
def test_an_alias_added(table, before, after):
    text = f'[[{table}]]\nid = "first"\n\n[[{table}]]\nid = "x"\n{{}}\n\n[[{table}]]\nid = "last"\n'
    assert apply(AddAlias(table=table, id="x", alias="New"), text.format(before)).text == text.format(after)


def test_an_alias_that_cannot_be_added():
    text = '[[actor]]\nid = "x"\naliases = ["a"]\n[[actor]]\nid = "y"\naliases = "a"\n[[actor]]\nid = "y"\n'
    assert apply(AddAlias(table="actor", id="x", alias="a"), text).code == "already"
    assert apply(AddAlias(table="actor", id="z", alias="a"), text) == Refused(
        "not-there", "the actor z is not in the file as it was"
    )
    assert apply(AddAlias(table="actor", id="y", alias="b"), text).reason == "the actor y stands in the file twice"


RULING = Pairs(
    (("field", "when"), ("event", "e"), ("accepted", "none"), ("seen", Pairs((("s/e", 'the "x"'), ("t/e", "y")))))
)
WRITTEN = '[[ruling]]\nevent = "e"\nfield = "when"\naccepted = "none"\nseen = { "s/e" = "the \\"x\\"", "t/e" = "y" }\n'


def test_decisions_are_appended_to_a_file_that_says_what_it_is():
    first = apply(AddTable(table="ruling", values=RULING), None)
    assert first.text == HEAD + WRITTEN
    second = apply(AddTable(table="ruling", values=RULING), first.text)
    assert second.text == f"{HEAD}{WRITTEN}\n{WRITTEN}"
    assert second.splice.reversed.applied(second.text) == first.text
    assert first.splice.reversed.applied(first.text) is None


def test_a_decision_replaced_and_removed():
    text = f"{HEAD}{WRITTEN}\n# of Anna's\n{WRITTEN}# behind\n"
    second = target(text, "ruling", number=2)
    new = Pairs((("event", "e"), ("field", "when"), ("accepted", "both"), ("reason", "r")))
    assert apply(ReplaceTable(target=second, values=new), text).text == (
        f'{HEAD}{WRITTEN}\n# of Anna\'s\n[[ruling]]\nevent = "e"\nfield = "when"\naccepted = "both"\nreason = "r"\n# behind\n'
    )
    assert apply(RemoveTable(target=second), text).text == f"{HEAD}{WRITTEN}\n# of Anna's\n# behind\n"
    first = target(text, "ruling", number=1)
    assert apply(RemoveTable(target=first), text).text == f"{HEAD}# of Anna's\n{WRITTEN}# behind\n"
    gone = apply(RemoveTable(target=first), f"{HEAD}{WRITTEN}".replace("none", "both"))
    assert gone.code == "not-there"


def test_an_interleaved_report_goes_with_its_tables_wherever_they_stand():
    text = SOURCE + dedent(
        """\
        [[report]]
        event = "a"

        [[event]]
        id = "e"

        [report.figures]
        killed = 4

        [[report]]
        event = "b"
        """
    )
    gone = apply(RemoveTable(target=target(text, "report", number=1)), text)
    assert gone.text == SOURCE + '[[event]]\nid = "e"\n\n[[report]]\nevent = "b"\n'


def test_a_report_is_added_in_the_style_of_its_file():
    text = SOURCE + '[[report]]\nevent   = "e"\nlocator = "1"\n\n\n[[report]]\nevent   = "f"\nlocator = "2"\n'
    values = Pairs((("locator", "3"), ("event", "g"), ("figures", Pairs((("killed", 4),)))))
    assert apply(AddTable(table="report", values=values), text).text == (
        text + '\n\n[[report]]\nevent   = "g"\nfigures = { killed = 4 }\nlocator = "3"\n'
    )


def test_a_comment_above_a_table_is_no_reason_to_crowd_the_next():
    text = SOURCE + '[[report]]\nevent = "e"\n\n# On f.\n[[report]]\nevent = "f"\n'
    added = AddTable(table="report", values=Pairs((("event", "g"),)))
    assert apply(added, text).text == text + '\n[[report]]\nevent = "g"\n'


def test_a_source_beside_another_would_take_its_reports_away():
    added = AddTable(table="source", values=Pairs((("id", "t"),)))
    assert apply(added, '[source]\nid = "s"\n[[report]]\nevent = "e"\n').code == "layout"
    assert apply(added, '[[source]]\nid = "s"\n[[report]]\nevent = "e"\n').code == "problem"
    text = '[[source]]\nid = "s"\n[[report]]\nsource = "s"\nevent = "e"\n'
    assert apply(added, text).text == f'{text}\n[[source]]\nid = "t"\n'
    orphan = apply(AddTable(table="report", values=Pairs((("event", "f"),))), text.replace("id = ", "name = "))
    assert isinstance(orphan, Refused)
    nobody = apply(AddTable(table="report", values=Pairs((("event", "f"),))), '[[event]]\nid = "e"\n')
    assert nobody.code == "problem"


def test_a_report_of_a_default_id_is_found_by_its_line_and_given_one():
    text = SOURCE + '# x\n[[report]]\nevent = "e"\n\n[[report]]\nevent = "e"\n'
    dossier = good_dossier(main=text)
    second = dossier.reports[1]
    assert (second.id, second.given_id) == ("s/e-2", False)
    where = target(text, "report", line=second.position.line)
    named = apply(give_id(where, second.id), text)
    assert named.text == SOURCE + '# x\n[[report]]\nevent = "e"\n\n[[report]]\nid = "s/e-2"\nevent = "e"\n'
    assert [report.id for report in good_dossier(main=named.text).reports] == ["s/e", "s/e-2"]
    assert apply(give_id(where, second.id), named.text).code == "not-there"


def test_loaded_values_lead_to_their_tables():
    text = (
        SOURCE
        + '[[actor]]\nid = "x"\n[[report]]\nevent = "e"\nwhen = "1"\n[[report]]\nid = "s/z"\nevent = "e"\n'
        + WRITTEN.replace("t/e", "s/z")
    )
    dossier = good_dossier(main=text + '[[link]]\nreports = ["s/e", "s/z"]\nsame = true\n')
    text += '[[link]]\nreports = ["s/e", "s/z"]\nsame = true\n'
    values = (*dossier.sources, *dossier.actors, *dossier.reports, *dossier.rulings, *dossier.links)
    assert [target_of(text, value).about for value in values] == [
        "source s", "actor x", "report e", "report s/z", "ruling on when of e", "link of s/e and s/z",
    ]  # fmt: skip
    moved = text.replace("[[report]]", '[[report]]\nevent = "other"\n[[report]]', 1)
    default, named = dossier.reports
    assert target_of(moved, default) == Refused("changed", "another report stands there now")
    assert target_of(moved, named).number == 3
    assert target_of(moved, dossier.rulings[0]).number == 1
    twice = moved + text[text.index("[[ruling]]") :]
    assert target_of(twice, dossier.rulings[0]).code == "not-there"
    assert target_of(moved.replace("[[ruling]]", "[[ruling]]\nby = 'Bob'"), dossier.rulings[0]).code == "not-there"


def test_tables_written_as_one_list():
    text = 'source.id = "s"\nreport = [\n  { event = "e" }, # one\n  { event = "f", figures = { killed = 4 } }\n]\n'
    where = target(text, "report", number=2)
    assert apply(set_value(text, where, "figures.killed", 5), text).text == text.replace("4", "5")
    assert apply(set_value(text, where, "when", "x"), text).text == text.replace("} }", '}, when = "x" }')
    added = apply(AddTable(table="report", values=Pairs((("event", "g"),))), text)
    assert added.text == text.replace("} }", '} },\n  { event = "g" }')
    assert apply(RemoveTable(target=where), text).text == 'source.id = "s"\nreport = [\n  { event = "e" } # one\n]\n'
    source = target(text, "source")
    assert apply(set_value(text, source, "name", "S"), text).text == text.replace('"s"', '"s"\nsource.name = "S"')


@pytest.mark.parametrize(("text", "code"), [
    ("= 1", "not-toml"), ("a = " + "[" * 3000, "not-toml"), ('[[report]]\nid = "a"\n', "not-there"), ("", "not-there"),
])  # fmt: skip
def test_a_table_that_is_not_there(text, code):
    assert target(text, "report", identity="b").code == code


def test_an_edit_is_made_on_a_text_that_changed_elsewhere_only():
    text = SOURCE + '[[report]]\nid = "s/a"\nwhen = "x"\n[[report]]\nevent = "e"\n'
    by_id = set_value(text, target(text, "report", identity="s/a"), "when", "y")
    by_content = set_value(text, target(text, "report", number=2), "when", "z")
    moved = SOURCE + '[[report]]\nevent = "e"\n[[report]]\nid = "s/a"\nwhat = "w"\nwhen = "x"\n'
    assert apply(by_id, moved).text == moved.replace('"x"', '"y"')
    assert apply(by_content, moved).text == moved.replace('"e"', '"e"\nwhen = "z"')
    assert apply(by_id, text.replace('"x"', '"other"')).code == "changed"
    assert apply(by_id, text.replace('"x"', '"y"')).code == "already"
    assert apply(by_content, text.replace('event = "e"', 'event = "f"')).code == "not-there"


def test_every_report_of_the_dossiers_that_come_along_is_corrected_on_one_line():
    for path in sorted(DATA.rglob("*.toml")):
        text = path.read_bytes().decode()
        count = len(tomli.loads(text).get("report", []))
        for number in range(1, count + 1, 1 + count // 2):
            where = target(text, "report", number=number)
            for field, value in (("what", "Other words."), ("figures.killed", 7919)):
                result = apply(set_value(text, where, field, value), text)
                assert isinstance(result, Edited), (path, number, result)
                lines = list(difflib.unified_diff(text.splitlines(), result.text.splitlines(), n=0))[3:]
                assert len([line for line in lines if line.startswith("+")]) == 1
                assert len([line for line in lines if line.startswith("-")]) <= 1


@pytest.mark.parametrize("cut", [Cut(0, 0, "="), Cut(0, 0, 'note = "n"\n'), Cut(19, 30, ""), Cut(0, 0, "")])
def test_a_slip_of_the_scan_ends_in_a_refusal(monkeypatch, cut):
    """The parser has the last word on every text."""
    text = SOURCE + '[[report]]\nevent = "e"\n'
    edit = set_value(text, target(text, "report"), "when", "x")
    monkeypatch.setattr("tui.files.edits.operate", lambda *_: [cut])
    assert apply(edit, text).code == "layout"
