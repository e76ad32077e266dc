"""`rashomon import` of data sets: what is written, told and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.files.importers.ged_rows import row, table
from tui.cli.importing import FORMATS


@pytest.fixture
def ged(tmp_path: Path) -> Path:
    file = tmp_path / "GEDEvent_v25_1.csv"
    file.write_text(table(row(), row(id="8", relid="SYR")), encoding="utf-8")
    return file


def test_a_data_set_becomes_a_sound_dossier(run: Run, tmp_path: Path, ged: Path) -> None:
    out = str(tmp_path / "story")
    ran = run("import", "ucdp-ged", str(ged), "-o", out)
    assert (ran.code, ran.out, ran.err) == (
        0,
        "",
        f"rashomon: wrote {out}: 2 rows read, 2 new reports in 1 new file\n"
        "rashomon: columns not taken over, with their filled cells: relid (1)\n",
    )
    assert run("check", out).out == "0 problems, 0 notes in 5 files\n"


def test_an_update_tells_what_it_kept(run: Run, tmp_path: Path, ged: Path) -> None:
    out = tmp_path / "story"
    run("import", "ucdp-ged", str(ged), "-o", str(out))
    reports = out / "ucdp-reports.toml"
    text = reports.read_text(encoding="utf-8").replace("when = 2016-06-29", "when = 2016-06-28", 1)
    reports.write_text(text, encoding="utf-8")
    ged.write_text(table(row(date_end="2016-07-01", best="4", high="4")), encoding="utf-8")
    dry = run("import", "ucdp-ged", str(ged), "-o", str(out), "--update", "--dry-run")
    assert reports.read_text(encoding="utf-8") == text
    ran = run("import", "ucdp-ged", str(ged), "-o", str(out), "--update")
    told = (
        f"rashomon: wrote {out}: 1 row read, 0 new reports, 1 table changed\n"
        "rashomon: changed by hand and changed by this import; yours stays (1):\n"
        'rashomon:   report ucdp/7 when: yours 2016-06-28 stays, imported 2016-06-29, now "2016-06-29/2016-07-01"\n'
        "rashomon: no longer in the imported file; kept here, remove them if they are wrong (1):\n"
        "rashomon:   ucdp/8\n"
    )
    assert (ran.code, ran.err) == (0, told)
    changed = f"1 table changed\nrashomon:   {reports.name}: changed\n"
    assert dry.err == told.replace("wrote", "would write").replace("1 table changed\n", changed)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("import", "ucdp-ged", "x.csv"), "needs a folder to write to"),
        (("import", "ucdp-ged", "x.csv", "-o", "out"), "there is no file x.csv"),
        (("import", "ucdp-get", "x.csv", "-o", "out"), "did you mean ucdp-ged?"),
        (("import", "jsonl", "x.jsonl", "-o", "out", "--update"), "--update is for formats of other tools"),
    ],
)
def test_wrong_usage_is_one_message(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*arguments)
    assert (ran.code, ran.out, message in ran.err, len(ran.err.splitlines()) <= 2) == (2, "", True, True)
    assert list(tmp_path.iterdir()) == []


def test_help_names_every_format(run: Run) -> None:
    told = run("import", "--help").out
    assert [kind for kind in FORMATS if f"\n  {kind} " not in told] == []


def test_an_exported_dossier_comes_back(run: Run, tmp_path: Path, ged: Path) -> None:
    out, lines, back = (str(tmp_path / name) for name in ("story", "story.jsonl", "back"))
    run("import", "ucdp-ged", str(ged), "-o", out)
    assert run("export", "jsonl", out, "-o", lines).code == 0
    assert run("import", "jsonl", lines, "-o", back).code == 0
    assert run("check", back).code == 0
    assert run("diff", back, "--all", "--format", "json").out == run("diff", out, "--all", "--format", "json").out
    again = run("import", "jsonl", lines, "-o", back)
    assert (again.code, "is there and not empty" in again.err) == (2, True)
