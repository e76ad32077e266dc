"""A dossier that several processes read is the one that this process reads: reports, lines, problems, digests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.files_examples import WHOLE
from tui.core.progress import Step
from tui.files import reading
from tui.files.crew import Crew
from tui.files.last_good import LastGood
from tui.files.load import load

DATA = Path(__file__).parents[2] / "data"
ODD = b"""
[dossier]
title = 5
tilte = "x"
[[report]]
source = "nobody"
[source]
id = "A B"
[[report]]
event = "e"
when = "someday"
who = { attacker = 5, "with space" = "x" }
[report.figures]
killed = [5, 3]
[[report]]
text = \"\"\"
[[report]]
\"\"\"
denies = ["when"]
[settings]
"""


@pytest.fixture(scope="module")
def crew():
    with Crew(2) as hands:
        yield hands
        assert hands.redone == 0


@pytest.fixture(autouse=True)
def _small_groups(monkeypatch):
    monkeypatch.setattr(reading, "AT_ONCE", 3000)


@pytest.fixture
def folder(tmp_path):
    for name, (keys, _) in WHOLE.items():
        header = f"[{name}]" if name == "dossier" else f"[[{name}]]"
        (tmp_path / f"{name}.toml").write_text(f"{header}\n{keys}\n", encoding="utf-8")
    (tmp_path / "odd.toml").write_bytes(ODD)
    (tmp_path / "not-toml.toml").write_bytes(b"[source\n")
    (tmp_path / "not-utf8.toml").write_bytes(b'[source]\nid = "\xff"\n')
    (tmp_path / "other.toml").write_bytes(b"[tool]\nx = 1\n")
    (tmp_path / "zz.toml").mkdir()
    return tmp_path


def test_what_is_wrong_with_files_comes_back_too(crew, folder):
    read = load([str(folder)], crew=crew)
    assert read == load([str(folder)])
    assert {"bad-toml", "not-utf8", "no-format-table"} <= {problem.code for problem in read.problems}


@pytest.mark.parametrize("name", ["al-bukamal", "syria-summer-2016"])
def test_so_do_real_dossiers(crew, name):
    assert load([str(DATA / name)], crew=crew) == load([str(DATA / name)])


def test_a_stand_in_is_remembered_from_what_others_read(crew, folder):
    good = LastGood()
    load([str(folder)], crew=crew, good=good)
    (folder / "odd.toml").write_bytes(b"[[report")
    stale = load([str(folder)], crew=crew, good=good)
    assert stale.stale
    assert len(stale.inputs) == len(load([str(folder)]).inputs)


def test_a_file_that_is_gone_meanwhile_is_a_problem(crew, folder):
    files = [(folder / "odd.toml", "odd.toml"), (folder / "gone.toml", "gone.toml")]
    found = list(reading.read_files(files, crew, keep=True))
    assert found[0].data == ODD
    assert [(each.fault, each.size) for each in found] == [("", len(ODD)), ("no such file or directory", 0)]


def test_what_reports_say_alike_is_held_once(crew, folder):
    for number in (1, 2):
        path = folder / f"one{number}.toml"
        path.write_text(
            f'[source]\nid = "alike{number}"\n[[report]]\nevent = "e{number}"\nwhen = 2016-06-26\n'
            'who = { attacker = ["Army"] }\nfigures = { killed = 40 }\nwhat = "Shells."\n'
        )
    for helpers in (crew, None):
        reports = load([str(folder)], crew=helpers).dossier.reports
        one, two = (each for each in reports if each.source.startswith("alike"))
        assert (one.when, one.who, one.figures) == ("2016-06-26", (("attacker", ("Army",)),), (("killed", "40"),))
        assert one.when is two.when
        assert one.who is two.who
        assert one.figures is two.figures


def test_progress_is_told_file_by_file(crew, folder):
    steps: list[Step] = []
    load([str(folder)], crew=crew, watch=steps.append)
    done = [step.done for step in steps if step.phase == "reading"]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, steps[0].total)
    assert len(done) > 5
