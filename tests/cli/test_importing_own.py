"""Tables of somebody's own: by a mapping file, or by one that is asked for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import tomli

from tests.cli.conftest import Run
from tui.files.importers.mapping import guessed, read_mapping, written_mapping

NOTES = """\
Ref;Date;Town;Outlet;Published;Link;Dead;Perpetrator;Summary;Said by;Weird
1;Tuesday;al-Bukamal;Reuters;2016-06-29;https://r.example/1;at least 10;IS;Fighting;Mozahem al-Saloum;x
2;28 June 2016;Albu Kamal; Homs;AFP;2016-06-30;;14;IS; Army;Fighting;;
3;;;;;;;;;;
"""
MAPPING = """\
[columns]
id = "Ref"
when = "Date"
where = "Town"
source = "Outlet"
published = "Published"
url = "Link"
what = "Summary"
said_by = "Said by"
figures.killed = "Dead"
who.attacker = "Perpetrator"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    rows = NOTES.replace("Albu Kamal; Homs", '"Albu Kamal; Homs"').replace("IS; Army", '"IS; Army"')
    (tmp_path / "notes.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


def written(folder: Path) -> dict[str, list[dict[str, object]]]:
    tables: dict[str, list[dict[str, object]]] = {}
    for file in sorted(folder.glob("*.toml")):
        for name, found in tomli.loads(file.read_text(encoding="utf-8")).items():
            tables.setdefault(name, []).extend(found if isinstance(found, list) else [found])
    return tables


def test_a_row_becomes_a_report_in_its_own_words(run: Run, own: Path) -> None:
    out = own / "story"
    ran = run("import", "csv", str(own / "notes.csv"), "--mapping", str(own / "map.toml"), "-o", str(out))
    assert (ran.code, ran.err.splitlines()[1:]) == (
        0,
        [
            "rashomon: 1 row left out, saying nothing (line 4)",
            "rashomon: columns not taken over, with their filled cells: weird (1)",
        ],
    )
    made = written(out)
    assert made["report"] == [
        {"id": "reuters-2016-06-29/1", "source": "reuters-2016-06-29", "when": "Tuesday", "where": "al-Bukamal",
         "what": "Fighting", "who": {"attacker": "IS"}, "figures": {"killed": "at least 10"}, "said_by": "Mozahem al-Saloum"},
        {"id": "afp-2016-06-30/2", "source": "afp-2016-06-30", "when": "28 June 2016", "where": ["Albu Kamal", "Homs"],
         "what": "Fighting", "who": {"attacker": ["IS", "Army"]}, "figures": {"killed": 14}},
    ]  # fmt: skip
    assert [source["id"] for source in made["source"]] == ["afp-2016-06-30", "reuters-2016-06-29"]
    assert run("check", str(out)).code == 0


def test_a_second_import_updates_and_keeps_hand_edits(run: Run, own: Path) -> None:
    out = own / "story"
    words = ("import", "csv", str(own / "notes.csv"), "--mapping", str(own / "map.toml"), "-o", str(out))
    run(*words)
    reports = next(file for file in out.glob("*.toml") if "[[report]]" in file.read_text(encoding="utf-8"))
    reports.write_text(reports.read_text(encoding="utf-8").replace("killed = 14", "killed = 15"), encoding="utf-8")
    notes = (own / "notes.csv").read_text(encoding="utf-8")
    (own / "notes.csv").write_text(notes.replace("at least 10", "12"), encoding="utf-8")
    ran = run(*words, "--update")
    assert ran.code == 0
    figures = [report["figures"] for report in written(out)["report"]]
    assert figures == [{"killed": 12}, {"killed": 15}]


@pytest.mark.parametrize(
    ("mapping", "message", "hint"),
    [
        ('[columns]\nwehn = "Date"\n', "wehn is nothing a column can be", "did you mean when?"),
        ('[colums]\nwhen = "Date"\n', "[colums] is no table of a mapping", "did you mean columns?"),
        ('[columns]\nwhen = "Datum"\n', "has no column datum, which the mapping takes for when", "its columns are ref, date"),
        ('[columns]\nwhen = "Date"\n[source]\nnmae = "x"\n', "source.nmae is no key of a mapping", "did you mean name?"),
        ("", "maps no column", 'when = "Date"'),
        ("[columns", "is no mapping", 'when = "Date"'),
    ],
)  # fmt: skip
def test_a_mapping_with_a_mistake_is_refused_and_nothing_written(
    run: Run, own: Path, mapping: str, message: str, hint: str
) -> None:
    (own / "map.toml").write_text(mapping, encoding="utf-8")
    ran = run("import", "csv", str(own / "notes.csv"), "--mapping", str(own / "map.toml"), "-o", str(own / "story"))
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert hint in ran.err
    assert not (own / "story").exists()


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_a_mapping_one_is_asked_for_and_kept(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["", "", "", "", "", "", "figures.kiled", "", "", "", "", "-"]
    monkeypatch.setattr("sys.stdin", Keyboard("\n".join(answers) + "\n"))
    ran = run("import", "csv", str(own / "notes.csv"), "-o", str(own / "story"))
    assert ran.code == 0
    assert "dead (at least 10, 14) [figures.killed]: " in ran.err
    assert "a column cannot be figures.kiled; did you mean figures.killed?" not in ran.err, "any figure may be named"
    kept = read_mapping(own / "story-mapping.toml")
    assert kept.columns["figures.kiled"] == ("dead",)
    assert kept.columns["when"] == ("date",)
    assert "weird" not in str(kept.columns)
    again = run(
        "import", "csv", str(own / "notes.csv"), "-o", str(own / "more"), "--mapping", str(own / "story-mapping.toml")
    )
    assert again.code == 0


def test_names_with_and_without_a_role_stand_side_by_side(run: Run, own: Path) -> None:
    (own / "who.csv").write_text("when,all,by\nTuesday,IS;NSyA,IS\nTuesday,Locals,\n", encoding="utf-8")
    (own / "who.toml").write_text('[columns]\nwhen = "when"\nwho = "all"\n"who.attacker" = "by"\n', encoding="utf-8")
    assert (
        run("import", "csv", str(own / "who.csv"), "--mapping", str(own / "who.toml"), "-o", str(own / "w")).code == 0
    )
    named = [report["who"] for report in written(own / "w")["report"]]
    assert sorted(named, key=str) == ["Locals", {"attacker": "IS", "actors": ["IS", "NSyA"]}]


def test_a_formula_is_words_and_told(run: Run, own: Path) -> None:
    (own / "f.csv").write_text("when,dead\nTuesday,=1+1\nSunday,-2\n", encoding="utf-8")
    (own / "f.toml").write_text('[columns]\nwhen = "when"\nfigures.killed = "dead"\n', encoding="utf-8")
    ran = run("import", "csv", str(own / "f.csv"), "--mapping", str(own / "f.toml"), "-o", str(own / "f"))
    assert ran.err.splitlines()[1:] == ["rashomon: 1 row with a formula in a cell, kept as the words it is (line 2)"]
    assert {"killed": "=1+1"} in [report["figures"] for report in written(own / "f")["report"]]


def test_nobody_is_asked_where_nobody_sits(run: Run, own: Path) -> None:
    ran = run("import", "csv", str(own / "notes.csv"), "-o", str(own / "story"))
    assert (ran.code, ran.out) == (2, "")
    assert "a table of your own needs --mapping FILE" in ran.err


def test_a_workbook_is_read_by_the_same_mapping(run: Run, own: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "cover"
    sheet = book.create_sheet("notes")
    for row in (own / "notes.csv").read_text(encoding="utf-8").splitlines()[:2]:
        sheet.append(row.split(";"))
    book.save(own / "notes.xlsx")
    words = ("import", "xlsx", str(own / "notes.xlsx"), "--mapping", str(own / "map.toml"), "-o", str(own / "story"))
    assert "has no sheet nots" in run(*words, "--sheet", "nots").err
    ran = run(*words, "--sheet", "notes")
    assert ran.code == 0
    assert [report["figures"] for report in written(own / "story")["report"]] == [{"killed": "at least 10"}]


def test_heads_that_say_what_they_are_are_guessed() -> None:
    heads = ["Ref", "Date", "Date of event", "Town", "Dead", "claims.outcome", "Foo"]
    meant = {"Ref": "id", "Date": "when", "Town": "where", "Dead": "figures.killed", "claims.outcome": "claims.outcome"}
    assert guessed(heads) == meant


def test_a_written_mapping_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "m.toml"
    file.write_text(written_mapping({"A b": "where", "C": "where", 'D"': "figures.killed"}, "x.csv"), encoding="utf-8")
    mapping = read_mapping(file)
    assert mapping.columns == {"where": ("a_b", "c"), "figures.killed": ('d"',)}
    assert mapping.source == {"name": "x.csv"}
