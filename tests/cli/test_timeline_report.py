from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tests.cli.conftest import Run
from tui import __version__


def test_the_timeline_shows_each_source(run: Run, dossier: str) -> None:
    ran = run("timeline", dossier)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Summer"
    assert any(line.split() == ["│", "DW", "Deutsche", "Welle", "│", "RTR", "Reuters"] for line in lines)
    assert ran.out.index("Air strikes on Jayrud") < ran.out.index("Market reopens")


def test_the_head_says_how_much_passes_the_filters(run: Run, dossier: str) -> None:
    heads = [run(command, dossier, "--place", "Jayrud").out.splitlines()[1] for command in ("timeline", "diff")]
    assert heads == ["1 of 2 events pass the filters"] * 2
    assert "pass the filters" not in run("timeline", dossier).out
    assert run("timeline", dossier, "--by", "actor", "--place", "Jayrud").out.splitlines()[1] == heads[0]
    assert "pass the filters" not in run("timeline", dossier, "--by", "source", "--place", "Jayrud").out


def test_reports_without_an_event_stand_last_with_those_they_may_belong_with(run: Run, tmp_path: Path) -> None:
    words = "Shells hit the Qasr bakery in Daraya while people queued for bread."
    (tmp_path / "all.toml").write_text(
        '[[source]]\nid = "dw"\n\n[[source]]\nid = "afp"\n'
        f'[[report]]\nsource = "dw"\nevent = "bakery"\nwhen = 2016-07-02\nwhat = "{words}"\n'
        f'[[report]]\nid = "afp/loose"\nsource = "afp"\nwhen = 2016-07-02\nwhat = "{words}"\n'
        '[[report]]\nid = "afp/vote"\nsource = "afp"\nwhen = 2016-07-09\nwhat = "The budget passed."\n',
        encoding="utf-8",
    )
    shown = run("timeline", str(tmp_path)).out
    assert "2 reports without an event\n──" in shown
    assert shown.index("bakery") < shown.index("afp/loose · Sat 2 Jul 2016") < shown.index("afp/vote · Sat 9 Jul 2016")
    assert "one event with dw/bakery in bakery" in shown
    assert "no other report is likely to tell of the same event" in shown


def test_timeline_and_report_print_the_object_of_diff_all(run: Run, dossier: str) -> None:
    full = run("diff", dossier, "--all", "--format", "json").json
    assert run("timeline", dossier, "--format", "json").json == full
    report = run("report", dossier, "--format", "json").json
    citations, made = report.pop("citations"), report.pop("made")
    assert report == full
    assert [citation["siglum"] for citation in citations] == ["DW", "RTR"]
    assert made["program"] == f"rashomon {__version__}"


def test_the_object_of_a_report_says_of_what_and_how_it_was_made(run: Run, dossier: str) -> None:
    made = run("report", dossier, "--format", "json", "--source", "dw").json["made"]
    assert made == {
        "program": f"rashomon {__version__}",
        "command": "rashomon report --format=json --source=dw PATH…",
        "notes": [],
        "inputs": [
            {"path": path.name, "sha256": sha256(path.read_bytes()).hexdigest()}
            for path in sorted(Path(dossier).rglob("*.toml"))
        ],
    }


def test_the_report_is_an_apparatus_with_sources(run: Run, dossier: str) -> None:
    ran = run("report", dossier)
    assert (ran.code, ran.err) == (0, "")
    assert "   killed: 30 RTR ] 43 DW\n" in ran.out
    assert "DW: Deutsche Welle, 2016-07-03." in ran.out


def test_a_report_can_be_written_to_a_file(run: Run, dossier: str, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    ran = run("report", dossier, "-o", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert target.read_text(encoding="utf-8") == run("report", dossier).out
    assert run("report", dossier, "-o", str(tmp_path / "no" / "report.txt")).code == 2


def test_the_timeline_by_source_and_by_actor(run: Run, dossier: str) -> None:
    ran = run("timeline", dossier, "--by", "source")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Summer"
    assert any(line.startswith("DW Deutsche Welle") and " report" in line for line in lines)
    assert any(line.startswith("  agrees with: RTR ") for line in lines)
    actors = run("timeline", dossier, "--by", "actor")
    assert (actors.code, actors.err) == (0, "")
    assert "Actors\n──────\n" in actors.out


def test_an_overview_is_text_only(run: Run, dossier: str) -> None:
    ran = run("timeline", dossier, "--by", "actor", "--format", "json")
    assert (ran.code, ran.out) == (2, "")
    assert "--by prints text only" in ran.err
