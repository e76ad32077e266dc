from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.geonames_extract import EXTRACT
from tui.cli.importing_places import FILE

DOSSIER = """\
[[source]]
id = "s"

[[place]]
id = "syria"
name = "Syria"

[[report]]
source = "s"
event = "e"
where = ["near al-Bukamal", "Jayrud"]
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "SY.txt").write_text(EXTRACT, encoding="utf-8")
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "a.toml").write_text(DOSSIER, encoding="utf-8")
    return tmp_path


def words(story: Path, *further: str) -> tuple[str, ...]:
    return ("import", "geonames", str(story / "SY.txt"), "--only-used", "-o", str(story / "story"), *further)


def test_the_places_are_written_and_the_dossier_stays_sound(run: Run, story: Path) -> None:
    ran = run(*words(story))
    target = story / "story" / FILE
    told = f"rashomon: wrote {target}: 1 place and 1 area around them; 1 name left open, 0 not found\n"
    assert (ran.code, ran.out, ran.err) == (0, "", told)
    assert 'id = "al-bukamal"' in target.read_text(encoding="utf-8")
    assert run("check", str(story / "story")).out == "0 problems, 0 notes in 2 files\n"
    assert [path.name for path in sorted((story / "story").iterdir())] == ["a.toml", FILE]


def test_a_dry_run_prints_what_would_be_written(run: Run, story: Path) -> None:
    ran = run(*words(story, "--dry-run"))
    target = story / "story" / FILE
    assert (ran.code, target.exists()) == (0, False)
    run(*words(story))
    assert ran.out == target.read_text(encoding="utf-8")
    assert run(*words(story, "--dry-run")).out == ran.out


def test_a_file_that_is_there_is_not_touched(run: Run, story: Path) -> None:
    target = story / "story" / FILE
    target.write_text("# mine\n", encoding="utf-8")
    ran = run(*words(story))
    assert (ran.code, target.read_text(encoding="utf-8")) == (2, "# mine\n")
    assert "--force" in ran.err


def test_force_makes_the_file_anew_with_the_same_content(run: Run, story: Path) -> None:
    run(*words(story))
    target = story / "story" / FILE
    first = target.read_text(encoding="utf-8")
    assert run(*words(story, "--force")).code == 0
    assert target.read_text(encoding="utf-8") == first


def test_where_all_is_declared_nothing_is_written(run: Run, story: Path) -> None:
    (story / "story" / "a.toml").write_text(
        DOSSIER.replace('["near al-Bukamal", "Jayrud"]', '"Syria"'), encoding="utf-8"
    )
    ran = run(*words(story))
    assert (ran.code, ran.err) == (0, "rashomon: every place that reports mention is declared; nothing to import\n")
    assert not (story / "story" / FILE).exists()


def test_where_nothing_is_found_nothing_is_written(run: Run, story: Path) -> None:
    (story / "SY.txt").write_text(EXTRACT.splitlines()[-1] + "\n", encoding="utf-8")
    ran = run(*words(story))
    assert (ran.code, ran.err) == (0, "rashomon: 0 places and 0 areas around them; 0 names left open, 2 not found\n")
    assert not (story / "story" / FILE).exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), "takes a format and a file"),
        (("osm", "SY.txt"), "does not import osm, only"),
        (("geonames",), "takes one file"),
        (("geonames", "a", "b"), "takes one file"),
        (("geonames", "a"), "needs the folder of a dossier"),
        (("geonames", "a", "-o", "."), "only the places a dossier mentions"),
        (("geonames", "a", "-o", "nowhere", "--only-used"), "nowhere is no folder"),
    ],
)
def test_wrong_usage_is_told_in_one_line(run: Run, arguments: tuple[str, ...], expected: str) -> None:
    ran = run("import", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert expected in ran.err


def test_a_dump_that_is_none_is_refused_and_nothing_written(run: Run, story: Path) -> None:
    (story / "SY.txt").write_text("a,b\n", encoding="utf-8")
    ran = run(*words(story))
    assert ran.code == 2
    assert "is no GeoNames dump" in ran.err
    assert not (story / "story" / FILE).exists()


def test_long_files_say_how_far_they_are(run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.importing_places.PROGRESS", 10)
    assert run(*words(story)).err.splitlines()[:2] == ["rashomon: 10 rows read", "rashomon: 20 rows read"]


def test_problems_and_unread_lines_are_told(run: Run, story: Path) -> None:
    (story / "story" / "a.toml").write_text(DOSSIER + "wher = 1\n", encoding="utf-8")
    (story / "SY.txt").write_text(EXTRACT + "x\n", encoding="utf-8")
    ran = run(*words(story))
    assert ran.code == 0
    assert ran.err.splitlines()[:2] == [
        "rashomon: 1 problem, see `rashomon check`",
        f"rashomon: 1 line of {story / 'SY.txt'} could not be read as a row and did not count",
    ]
