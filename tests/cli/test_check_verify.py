"""`rashomon check --verify`: matches, differs, not found, in words and in JSON."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PAGE, OTHER = b"<html>", b"<htmk>"
STATED, FOUND = (sha256(data).hexdigest() for data in (PAGE, OTHER))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three sources: a copy that matches, one that differs, one that is not there."""
    sources = "".join(f'[[source]]\nid = "{name}"\nsha256 = "{STATED}"\n' for name in ("afp", "dw"))
    (tmp_path / "all.toml").write_text(f'{sources}[[source]]\nid = "sana"\ncaptured = 2016-06-30\n[[source]]\nid = "tass"\n'
                                       '[[report]]\nsource = "dw"\n')  # fmt: skip
    (tmp_path / "dw.html").write_bytes(PAGE)
    return tmp_path


def test_in_words(run: Run, folder: Path) -> None:
    (folder / "afp.html").write_bytes(OTHER)
    (folder / "dw.html").unlink()
    (folder / "dw.html").symlink_to("/dev/null")
    (folder / "dw.pdf").write_bytes(PAGE)
    ran = run("check", str(folder), "--verify")
    assert ran.code == 0
    assert (
        ran.out
        == f"""\
afp: {folder}/dw.pdf: sha256 matches
dw: {folder}/dw.pdf: sha256 matches
sana: no archived copy found
archived copies: 2 match, 1 not found
{folder}/all.toml:7: copy-not-found (note): source sana: no archived copy of it was found beside the dossier
0 problems, 1 note in 1 file
"""
    )


def test_what_differs_is_a_problem(run: Run, folder: Path) -> None:
    (folder / "dw.html").write_bytes(OTHER)
    ran = run("check", str(folder), "--verify")
    assert ran.code == 1
    assert (
        ran.out
        == f"""\
afp: no archived copy found
dw: {folder}/dw.html: sha256 differs
sana: no archived copy found
archived copies: 1 differ, 2 not found
{folder}/all.toml:1: copy-not-found (note): source afp: no archived copy of it was found beside the dossier
{folder}/all.toml:4: copy-differs: source dw: {folder}/dw.html is not the copy that sha256 tells of: it has {FOUND}; \
expected {STATED}
{folder}/all.toml:7: copy-not-found (note): source sana: no archived copy of it was found beside the dossier
1 problem, 2 notes in 1 file
"""
    )
    assert run("check", str(folder)).code == 0


def test_as_json(run: Run, folder: Path) -> None:
    (folder / "sana.html").write_bytes(OTHER)
    told = run("check", str(folder), "--verify", "--format", "json").json
    assert list(told) == ["format", "files", "problems", "copies"]
    compared = {"stated": STATED, "found": STATED, "verdict": "matches"}
    assert told["copies"] == [
        {"source": "afp", "file": f"{folder}/dw.html", "verdict": "matches", "sha256": compared, "captured": None},
        {"source": "dw", "file": f"{folder}/dw.html", "verdict": "matches", "sha256": compared, "captured": None},
        {"source": "sana", "file": f"{folder}/sana.html", "verdict": "not-told", "sha256": None,
         "captured": {"stated": "2016-06-30", "found": None, "verdict": "not-told"}},
    ]  # fmt: skip


def test_nothing_to_verify_is_said(run: Run, dossier: str) -> None:
    ran = run("check", dossier, "--verify")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "no source states the sha256 or captured of an archived copy")
