from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli.export_formats import FORMATS
from tui.files.importers import IMPORTERS, Options, importer
from tui.files.tables.about import column_tables

ROOT = Path(__file__).parents[2]
TEXTS = [known.name for known in FORMATS if known.lines is not None]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def claims(text: str) -> list[dict[str, str]]:
    return [row for row in rows(text) if row["table"] == "claim"]


@pytest.mark.parametrize("name", [known.name for known in FORMATS])
def test_every_format_is_written_whole_and_the_same_each_time(name: str, run: Run, dossier: str, tmp_path: Path) -> None:
    pytest.importorskip({"xlsx": "openpyxl", "parquet": "pyarrow"}.get(name, "json"))
    first, second = tmp_path / "first", tmp_path / "second"
    for target in (first, second):
        ran = run("export", name, dossier, "-o", str(target))
        assert (ran.code, ran.out) == (0, "")
    assert first.read_bytes() == second.read_bytes() != b""
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["first", "second"]


@pytest.mark.parametrize("name", TEXTS)
def test_texts_go_to_standard_output_as_to_a_file(name: str, run: Run, dossier: str, tmp_path: Path) -> None:
    run("export", name, dossier, "-o", str(tmp_path / "file"))
    written = (tmp_path / "file").read_text(encoding="utf-8")
    assert run("export", name, dossier).out == written
    assert run("export", name, dossier, "-o", "-").out == written


def test_a_claim_a_row_and_the_other_tables_below(run: Run, dossier: str) -> None:
    found = rows(run("export", "csv", dossier).out)
    assert [row["table"] for row in found] == ["claim"] * 10 + ["dossier", "source", "source", "event", "event"]
    assert [row["table"] for row in rows(run("export", "csv", dossier, "--bare").out)] == ["claim"] * 10
    wide = rows(run("export", "csv", dossier, "--rows", "reports", "--bare").out)
    assert [row["id"] for row in wide] == ["dw/jayrud", "rtr/jayrud", "dw/market", "dw/report-1"]
    assert [row["figures.killed"] for row in wide] == ["43", "30", "", ""]


@pytest.mark.parametrize(
    ("filters", "fields"),
    [
        (["--verdict", "conflict"], {"figures.killed"}),
        (["--field", "where"], {"where"}),
        (["--since", "2016-07-05"], {"when", "where", ""}),
        (["--text", "reopens"], {"when", "where"}),
        (["--filter", "verdict:conflict"], {"when", "where", "who", "figures.killed"}),
    ],
)
def test_filters_are_those_of_the_other_commands(filters: list[str], fields: set[str], run: Run, dossier: str) -> None:
    ran = run("export", "csv", dossier, *filters)
    assert {row["field"] for row in claims(ran.out)} <= fields
    assert claims(ran.out)


def test_a_part_is_told_and_holds_what_its_reports_need(run: Run, dossier: str) -> None:
    ran = run("export", "jsonl", dossier, "--text", "reopens")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [(table["table"], table.get("id")) for table in found] == [
        ("dossier", None), ("source", "dw"), ("event", "market"), ("report", "dw/market"),
    ]  # fmt: skip
    assert "1 report of 4" in ran.err


def test_cells_that_a_spreadsheet_would_run_are_guarded_and_come_back(run: Run, tmp_path: Path) -> None:
    what = "=HYPERLINK(\"http://x\")\\u0007\\u202e"
    text = f'[source]\nid = "dw"\n[[report]]\nevent = "e"\nwhat = "{what.replace(chr(34), chr(92) + chr(34))}"\nnote = "\'-1"\n'
    (tmp_path / "in.toml").write_text(text, encoding="utf-8")
    ran = run("export", "csv", str(tmp_path / "in.toml"), "-o", str(tmp_path / "out.csv"))
    assert ran.code == 0
    (row,) = claims((tmp_path / "out.csv").read_text(encoding="utf-8"))
    assert (row["what"], row["note"]) == ("'=HYPERLINK(\"http://x\")\u0007\u202e", "''-1")
    known = importer("csv")
    assert known is not None
    back = known.read(tmp_path / "out.csv", Options()).files["in.toml"]
    assert 'what = "=HYPERLINK(\\"http://x\\")\\u0007\\u202E"\nnote = "\'-1"\n' in back


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["export"], "takes a format"),
        (["export", "cvs", "."], "there is no format cvs"),
        (["export", "xlsx", "{}"], "goes to a file"),
        (["export", "parquet", "{}", "-o", "-"], "goes to a file"),
        (["export", "bibtex", "{}", "--rows", "reports"], "belong to csv"),
        (["export", "csv", "{}", "-o", "{}"], "is a folder"),
        (["export", "csv", "{}", "-o", "{}/no/such/file.csv"], "cannot write"),
        (["export", "csv", "{}", "--verdict", "conflcit"], "there is no verdict"),
        (["export", "csv", "{}/nowhere"], "cannot open"),
    ],
)
def test_wrong_usage_is_one_message(words: list[str], message: str, run: Run, dossier: str) -> None:
    ran = run(*(word.replace("{}", dossier) for word in words))
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_file_that_was_there_stays_when_writing_fails(
    run: Run, dossier: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ran = run("export", "csv", dossier, "-o", str(target))
    assert (ran.code, target.read_text(encoding="utf-8")) == (2, "old")
    assert "No space left on device" in ran.err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["claims.csv"]


def test_every_format_has_a_section_and_its_columns() -> None:
    page = (ROOT / "tui" / "formats.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## `([a-z-]+)`", page, re.MULTILINE)
    assert [known.name for known in FORMATS] == [name for name in sections if name in {known.name for known in FORMATS}]
    assert {known.name for known in IMPORTERS} <= set(sections)
    for name, lines in column_tables().items():
        written = re.split(rf"<!-- (?:{name}:|end of {name})[^>]*-->", page)[1].strip().splitlines()
        assert written == lines, "run .ci/write-formats"
