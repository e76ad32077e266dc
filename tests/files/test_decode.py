"""One file: every key of the format decoded, every kind of fault told, the rest kept."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.files_examples import WHOLE
from tui.core.problems import Problem, Severity
from tui.files.decode import decode
from tui.files.format import TABLES


def values_of(text: str, table: str = "report") -> dict[str, object]:
    """The decoded values of the only table of that name; the text must hold no problem."""
    pieces = decode(dedent(text), "x.toml")
    assert pieces.problems == ()
    (row,) = pieces.rows[table]
    return {name: value for name, value in row.values.items() if name != "lines"}


def faults_of(text: str) -> list[tuple[str, int | None, str | None, str | None, str | None]]:
    """(code, line, key, found, suggestion) of every problem."""
    return [
        (fault.code, fault.line, fault.key, fault.found, fault.suggestion)
        for fault in decode(dedent(text), "x.toml").problems
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_key_of_a_table_is_decoded(table):
    text, expected = WHOLE[table.name]
    assert {key.name for key in table.keys} == set(expected)
    assert values_of(f"{table.header}\n{dedent(text)}", table.name) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("when = 2016-06-29", {"when": "2016-06-29"}),
        ("when = 2016-06-29T06:00:00", {"when": "2016-06-29T06:00"}),
        ("when = 2016-06-29 06:00:00.5Z", {"when": "2016-06-29T06:00:00Z"}),
        ("when = 2016-06-29T06:00:30-04:30", {"when": "2016-06-29T06:00:30-04:30"}),
        ('where = "x"', {"where": ("x",)}),
        ("where = []", {}),
        ('who = "x"', {"who": (("", ("x",)),)}),
        ('who = ["x", "y"]', {"who": (("", ("x", "y")),)}),
        ("who = { a = [] }", {}),
        ("figures = {}", {}),
        ("figures.killed = -0.0", {"figures": (("killed", "0"),)}),
        ("denies = true", {"denies": True}),
        ("denies = []", {}),
        ('said_by = ["a", "b"]', {"said_by": ("a", "b")}),
    ],
)
def test_the_forms_of_a_value(line, expected):
    assert values_of(f"[[report]]\n{line}\n") == expected


@pytest.mark.parametrize(
    ("line", "faults"),
    [
        ("figurs = 3", [("unknown-key", 2, "report[1].figurs", "figurs", "figures")]),
        ("zebra = 3", [("unknown-key", 2, "report[1].zebra", "zebra", None)]),
        ("what = 3", [("wrong-type", 2, "report[1].what", "3", '"3"')]),
        ("until = 2016", [("wrong-type", 2, "report[1].until", "2016", '"2016"')]),
        ("when = 06:00:00", [("wrong-type", 2, "report[1].when", "06:00:00", '"06:00:00"')]),
        ('event = "Al Raqqa"', [("bad-id", 2, "report[1].event", "Al Raqqa", "al-raqqa")]),
        ('id = "a/b/c"', [("bad-id", 2, "report[1].id", "a/b/c", None)]),
        ('event = ""', [("bad-id", 2, "report[1].event", "", None)]),
        ('tags = "x"', [("wrong-type", 2, "report[1].tags", "x", '["x"]')]),
        ('tags = ["x", 3]', [("wrong-type", 2, "report[1].tags[2]", "3", '"3"')]),
        ('planned = "yes"', [("wrong-type", 2, "report[1].planned", "yes", "true")]),
        ('part = "headlin"', [("bad-value", 2, "report[1].part", "headlin", "headline")]),
        ("credibility = 9", [("bad-value", 2, "report[1].credibility", "9", None)]),
        ("credibility = true", [("wrong-type", 2, "report[1].credibility", "true", None)]),
        ('denies = ["wen"]', [("bad-value", 2, "report[1].denies[1]", "wen", "when")]),
        ("figures = 3", [("wrong-type", 2, "report[1].figures", "3", None)]),
        ("figures = { killed = nan }", [("bad-value", 2, "report[1].figures.killed", "nan", None)]),
        ("figures = { killed = -inf }", [("bad-value", 2, "report[1].figures.killed", "-inf", None)]),
        ("figures = { killed = [20, 10] }", [("bad-value", 2, "report[1].figures.killed", "a list of 2 values", None)]),
        (
            "figures = { killed = [1, 2, 3] }",
            [("wrong-type", 2, "report[1].figures.killed", "a list of 3 values", None)],
        ),
        ("figures = { killed = true }", [("wrong-type", 2, "report[1].figures.killed", "true", None)]),
        ("[report.figures]\n\nkilled = {}", [("wrong-type", 4, "report[1].figures.killed", "an empty table", None)]),
        ("claims = { age = 40 }", [("wrong-type", 2, "report[1].claims.age", "40", '"40"')]),
        ('figures = { "" = 3 }', [("bad-key", 2, "report[1].figures.", "", None)]),
        ('claims = { "" = "x", a = "b" }', [("bad-key", 2, "report[1].claims.", "", None)]),
        ('who = { "" = "x" }', [("bad-key", 2, "report[1].who.", "", None)]),
        (
            'who = { "the attacker!" = "x" }',
            [("bad-key", 2, "report[1].who.the attacker!", "the attacker!", "the_attacker")],
        ),
        ('denies = ["claims.foo"]', [("no-such-field", 2, "report[1].denies", "claims.foo", None)]),
        ('denies = ["happened"]', [("no-such-field", 2, "report[1].denies", "happened", "denies = true")]),
        ("who = { a = 3 }", [("wrong-type", 2, "report[1].who.a", "3", '"3"')]),
        (
            "figures = { n = 9223372036854775808 }",
            [("bad-value", 2, "report[1].figures.n", "9223372036854775808", None)],
        ),
    ],
)
def test_a_bad_value_costs_only_itself(line, faults):
    assert faults_of(f"[[report]]\n{line}\n[[report]]\nwhat = 'rest'\n") == faults
    assert (
        decode(f"[[report]]\nwhat = 'x'\n{line.replace('what', 'note')}", "x").rows["report"][0].values["what"] == "x"
    )


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('[dossier]\ntimezone = "Asia/Damascu"', [("bad-value", 2, "dossier.timezone", "Asia/Damascu", "Asia/Damascus")]),
        ('[dossier]\ntimezone = "../x"', [("bad-value", 2, "dossier.timezone", "../x", None)]),
        ("[dossier]\nnumbers = { dozens = [3, 2, 1, 0] }", [("bad-value", 2, "dossier.numbers.dozens", "a list of 4 values", None)]),
        ("[dossier]\nnumbers = { dosens = [1, 2, 3, 4] }", [("unknown-key", 2, "dossier.numbers.dosens", "dosens", "dozens")]),
        ('[source]\nid = "x"\ngrade = "G"', [("bad-value", 3, "source.grade", "G", None)]),
        ('[[source]]\nid = "x"\nsiglum = "TOOLONG"', [("bad-value", 3, "source[1].siglum", "TOOLONG", None)]),
        ('[[place]]\nid = "x"\nlat = 91\nlon = 3', [
            ("bad-value", 3, "place[1].lat", "91", None), ("missing-key", 4, "place[1].lat", None, None)]),
        ('[[place]]\nid = "x"\nlat = "1"\nlon = nan', [
            ("wrong-type", 3, "place[1].lat", "1", None), ("bad-value", 4, "place[1].lon", "nan", None)]),
        ("[[event]]\ntitle = 'x'", [("missing-key", 1, "event[1].id", None, None)]),
        ("[[event]]\nid = 3", [("wrong-type", 2, "event[1].id", "3", '"3"')]),
        ("[event]\nid = 'x'", [("wrong-type", 1, "event", "[event]", None)]),
        ("[[dossier]]\ntitle = 'x'", [("wrong-type", 1, "dossier", "[[dossier]]", None)]),
        ("report = 3", [("wrong-type", 1, "report", "3", None)]),
        ("report = [{}, 3]", [("wrong-type", 1, "report[2]", "3", None)]),
        ("[[link]]\nreports = ['a', 'a']\nsame = true", [("bad-value", 2, "link[1].reports", "a list of 2 values", None)]),
        ("[[link]]\nreports = ['a', 'b']\nsame = 'disputd'", [("bad-value", 3, "link[1].same", "disputd", "disputed")]),
        ("[[ruling]]\nevent = 'e'\nfield = 'claim'\naccepted = 'none'", [("bad-value", 3, "ruling[1].field", "claim", None)]),
        ("[[field]]\nid = 'outcome'", [("bad-value", 2, "field[1].id", "outcome", None)]),
        ("[[field]]\nid = 'who'\nsame = ['a']\nslack = -1", [
            ("wrong-type", 3, "field[1].same[1]", "a", None), ("bad-value", 4, "field[1].slack", "-1", None)]),
    ],
)  # fmt: skip
def test_faults_of_other_tables(text, faults):
    assert faults_of(text) == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [("no-format-table", None, None, None, None)]),
        ("[tool.x]\ny = 1", [("no-format-table", None, None, None, None)]),
        ("[[reports]]\nx = 1\n[tool]", [("near-table", 1, "reports", "reports", "[[report]]")]),
        ("\n[Dossier]", [("near-table", 2, "Dossier", "Dossier", "[dossier]")]),
        ("[dossier]\n[[zebra]]", [("unknown-table", 2, "zebra", "zebra", None)]),
        ("title = 'x'\n[dossier]", [("unknown-key", 1, "title", "title", None)]),
    ],
)
def test_tables_that_are_none_of_the_format(text, faults):
    assert faults_of(text) == faults


def test_a_file_without_a_table_is_a_note_only():
    assert [fault.severity for fault in decode("x = 1", "x.toml").problems] == [Severity.NOTE]


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        ("[dossier]\ntitle = = 3", "bad-toml", 2, 9),
        ("[dossier]\ntitle = 'x' y", "bad-toml", 2, 13),
        ("a = 1\na = 2\n", "bad-toml", 2, 6),
        ("a = [1,\n2", "bad-toml", 2, 2),
        ("a = 2016-02-30", "bad-toml", 1, 5),
        ("a = 'x\x00'", "bad-toml", 1, 7),
        ("a = 'x\rb'", "bad-toml", 1, 7),
        ("a = " + "[" * 5000, "bad-toml", None, None),
        ("a" + ".a" * 5000 + " = 1", "bad-toml", None, None),
        ("a = " + "9" * 5000, "bad-toml", None, None),
        (b"a = 1\nb = '\xff'", "not-utf8", 2, 6),
        ("a = 1".encode("utf-16"), "not-utf8", 1, 1),
    ],
)
def test_what_is_no_toml_stops_its_file(data, code, line, column):
    pieces = decode(data, "x.toml")
    assert [(fault.code, fault.line, fault.column) for fault in pieces.problems] == [(code, line, column)]
    assert not pieces.parsed
    assert pieces.rows == {}


def test_byte_order_marks_and_windows_line_ends_are_fine():
    pieces = decode('\ufeff[source]\r\nid = "x"\r\n[[report]]\r\nwhen = 3\r\n'.encode(), "x.toml")
    assert [(fault.code, fault.line) for fault in pieces.problems] == [("wrong-type", 4)]


def test_messages_are_whole_sentences():
    text = '[[report]]\nfigurs = 3\ncredibility = 9\npart = "body text that goes on and on and on and on, and then on and on"\n'
    assert decode(text, "dw.toml").problems == (
        Problem(
            file="dw.toml", line=2, key="report[1].figurs", code="unknown-key", found="figurs",
            message="report[1].figurs is no key of the format; expected a key of [[report]]; did you mean figures?",
            expected="a key of [[report]]", suggestion="figures",
        ),
        Problem(
            file="dw.toml", line=3, key="report[1].credibility", code="bad-value", found="9",
            message="report[1].credibility is 9; expected a whole number from 1 to 6",
            expected="a whole number from 1 to 6",
        ),
        Problem(
            file="dw.toml", line=4, key="report[1].part", code="bad-value",
            found="body text that goes on and on and on and on, and then on an…",
            message='report[1].part is "body text that goes on and on and on and on, and then on an…"; '
            "expected one of headline, lead, body, caption",
            expected="one of headline, lead, body, caption",
        ),
    )  # fmt: skip


def test_lines_of_keys():
    text = '[[report]]\nwhen = "x"\nfigures = { killed = 3 }\n[report.claims]\noutcome = "y"\n'
    (row,) = decode(text, "x.toml").rows["report"]
    assert row.spot.line == 1
    assert row.values["lines"] == (
        ("when", "figures", "claims", "claims.outcome", "figures.killed"),
        (1, 2, 3, 4, 2),
    )


def test_reports_written_alike_share_what_is_known_of_their_lines():
    text = '[[report]]\nwhen = "x"\nfigures = { killed = 3 }\n'
    first, second = decode(text + text, "x.toml").rows["report"]
    assert first.values["lines"] is second.values["lines"]


def test_what_is_taken_out_of_a_report_and_what_is_kept():
    (row,) = decode(
        "[[report]]\nwho = { 'main force' = 'NSA', '' = 'IS' }\nfigures = { '' = 1, killed = 2 }\n"
        "claims = { '' = 'a', outcome = 'lost' }\ndenies = ['claims.outcom', 'claims.outcome']\n",
        "x.toml",
    ).rows["report"]
    assert {key: row.values[key] for key in ("who", "figures", "claims", "denies")} == {
        "who": (("main force", ("NSA",)),),
        "figures": (("killed", "2"),),
        "claims": (("outcome", "lost"),),
        "denies": ("claims.outcome",),
    }


@pytest.mark.parametrize(
    ("line", "path", "message"),
    [
        ("what = { a = 1 }", "report[1].what", 'report[1].what is a table with the key "a"; expected text in quotes'),
        ("tags = { a = 1, b = 2, c = 3 }", "report[1].tags", 'report[1].tags is a table with the key "a" and 2 more; '
         "expected a list of texts"),
        ("what = [1]", "report[1].what", "report[1].what is a list of 1 value; expected text in quotes"),
    ],
)  # fmt: skip
def test_what_was_found_is_told_in_words(line, path, message):
    (fault,) = decode(f"[[report]]\n{line}\n", "x.toml").problems
    assert (fault.key, fault.message) == (path, message)


RULING = "[[ruling]]\nevent = 'e'\nfield = 'figures.killed'\naccepted = 'none'\n"


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ("3", "3"), ("3.0", "3"), ("2.5", "2.5"), ("[10, 20]", "[10, 20]"), ("2016-06-29", "2016-06-29"),
        ("2016-06-29T06:00:00Z", "2016-06-29T06:00Z"), ("true", "true"), ("false", "false"), ("'dozens'", "dozens"),
    ],
)  # fmt: skip
def test_what_was_seen_becomes_the_words_of_the_report(seen, words):
    pieces = decode(f"{RULING}seen = {{ a = {seen} }}", "x.toml")
    assert (pieces.problems, pieces.rows["ruling"][0].values["seen"]) == ((), (("a", words),))


@pytest.mark.parametrize(
    "seen", ["{ a = nan }", "{ a = { b = 1 } }", "{ a = [1, true] }", "{ a = 'x', b = ['y'] }", "3"]
)
def test_a_ruling_that_no_longer_knows_what_it_saw_is_left_out(seen):
    pieces = decode(f"{RULING}seen = {seen}", "x.toml")
    assert pieces.rows["ruling"] == []
    (fault,) = pieces.problems
    assert (fault.code, ", so the ruling is not applied; expected " in fault.message) == ("wrong-type", True)
