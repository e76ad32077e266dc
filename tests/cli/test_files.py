from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_new_writes_a_dossier_that_checks_and_opens(run: Run, tmp_path: Path) -> None:
    folder = str(tmp_path / "story")
    ran = run("new", folder)
    assert (ran.code, ran.out) == (0, "")
    assert folder in ran.err
    assert run("check", folder).code == 0
    assert run("diff", folder).code == 0


def test_new_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    folder = str(tmp_path / "story")
    run("new", folder)
    before = {path: path.read_bytes() for path in (tmp_path / "story").iterdir()}
    assert run("new", folder).code == 2
    assert {path: path.read_bytes() for path in (tmp_path / "story").iterdir()} == before
    assert run("new").code == 2


def test_schema_is_json_schema(run: Run) -> None:
    shown = run("schema").json
    assert "$schema" in shown
    assert {"dossier", "source", "report"} <= set(shown["properties"])
    assert run("schema", "x").code == 2
