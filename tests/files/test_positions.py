"""Lines of tables and keys, where the text is plain and where it tries to fool the scan."""

from __future__ import annotations

import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.files.positions import Spots


def spots_of(text: str, table: str = "report") -> list[tuple[int | None, dict[str, int]]]:
    return [(spot.line, dict(spot.keys)) for spot in Spots(text).of(table, tomli.loads(text)[table])]


def test_plain_tables():
    text = '# top\n[source]\nid = "a"\n\n[[report]] # one\nwhen = "x"\n\n# between\nwhat = "y"\n[[report]]\n'
    assert spots_of(text) == [(5, {"when": 6, "what": 9}), (10, {})]
    assert spots_of(text.replace("[source]\n", "[[source]]\n"), "source") == [(2, {"id": 3})]


def test_subtables_and_dotted_keys_belong_to_the_report():
    text = (
        '[[report]]\nwho.attacker = "x"\n[report.figures]\nkilled = 3\n  wounded = 4\n[[report]]\nfigures.killed = 1\n'
    )
    assert spots_of(text) == [
        (1, {"who.attacker": 2, "figures": 3, "figures.killed": 4, "figures.wounded": 5}),
        (6, {"figures.killed": 7}),
    ]


def test_what_looks_like_a_table_inside_strings_and_lists():
    text = (
        '[[report]]\ntext = """\n[[report]]\nwhen = "x"\n"""\nwhat = "[[report]]"\ntags = [\n  "a", # [[report]]\n'
        "  '[[report]]',\n]\nquote = '''\n[[report]]'''\nnote = \"it's\"\n[[report]]\nwhen = \"x\"\n"
    )
    assert spots_of(text) == [(1, {"text": 2, "what": 6, "tags": 7, "quote": 11, "note": 13}), (14, {"when": 15})]


def test_quotes_at_the_end_of_multi_line_strings():
    text = '[[report]]\ntext = """a \\""" ""\\"""""\nwhen = "x"\n[[report]]\ntext = """"b\n"""""\nwhen = 1\n'
    assert spots_of(text) == [(1, {"text": 2, "when": 3}), (4, {"text": 5, "when": 7})]


def test_tables_over_several_lines_are_read_exactly():
    text = "[[report]]\nfigures = {\n  killed = 3 }\nwhen = 'x'\n   [[report]]\n\"what\" = 'y'\n"
    assert spots_of(text) == [(1, {"figures": 2, "when": 4}), (5, {"what": 6})]


def test_quoted_headers():
    text = '[[\'report\']]\nwhen = 1\n[[ "report" ]]\nwhen = 2\n[ report . "figures" ]\nkilled = 1\n'
    assert spots_of(text) == [(1, {"when": 2}), (3, {"when": 4, "figures": 5, "figures.killed": 6})]


def test_inline_lists_of_tables_stand_on_the_line_of_their_key():
    text = 'x = 1\nreport = [{when = "a"}, {when = "b"}]\n'
    assert spots_of(text) == [(2, {}), (2, {})]


def test_a_key_the_scan_misreads_costs_the_keys_but_not_the_line():
    text = '[[report]]\n"wh.en" = 1\nwhat = 2\n'
    assert spots_of(text) == [(1, {})]


def test_a_line_is_looked_for_upwards():
    text = "[[report]]\nfigures = { killed = 3 }\n"
    (spot,) = Spots(text).of("report", tomli.loads(text)["report"])
    assert [spot.line_of(key) for key in ("figures.killed", "figures", "when", "figures.killed.deep")] == [2, 2, 1, 2]


VALUES = st.sampled_from(
    [
        '"x"',
        "'[[report]]'",
        "3",
        "[1, 2]",
        '["a",\n "b", # ]\n]',
        '"""\n[[report]]\n"""',
        "{ a = 1, b = '}' }",
        "2016-06-29",
    ]
)
GAPS = st.sampled_from(["", "\n", "# [[report]]\n", "  \n\t\n"])


@given(st.lists(st.lists(st.tuples(GAPS, VALUES), max_size=4), min_size=1, max_size=5))
def test_every_key_is_found_where_it_was_written(tables):
    text, expected = "", []
    for keys in tables:
        text += "[[report]]\n"
        header, lines = text.count("\n"), {}
        for number, (gap, value) in enumerate(keys):
            text += gap
            lines[f"k{number}"] = text.count("\n") + 1
            text += f"k{number} = {value}\n"
        expected.append((header, lines))
    assert spots_of(text) == expected
