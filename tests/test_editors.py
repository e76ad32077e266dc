"""What README says of editors: Taplo, which Even Better TOML is made of, checks a dossier by `rashomon schema`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run
from tests.files.importers.ged_rows import row, table

__all__ = ["run"]
ROOT = Path(__file__).parents[1]
TAPLO = shutil.which("taplo", path=str(Path(sys.executable).parent)) or shutil.which("taplo")
LINE = "#:schema ./rashomon.schema.json\n"

pytestmark = pytest.mark.skipif(TAPLO is None, reason="taplo comes with the extra dev")


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Path:
    """A folder with the schema beside the files, as README has it."""
    (tmp_path / "rashomon.schema.json").write_text(run("schema").out, encoding="utf-8")
    return tmp_path


def taplo(folder: Path) -> tuple[int, str]:
    files = [str(file) for file in sorted(folder.glob("*.toml"))]
    ran = subprocess.run([str(TAPLO), "check", *files], capture_output=True, text=True, timeout=300, check=False)
    return ran.returncode, ran.stderr


def put(desk: Path, folder: Path) -> None:
    """Copy the files of a dossier to the desk, each with the line of README at its top."""
    for file in folder.glob("*.toml"):
        (desk / file.name).write_text(LINE + file.read_text(encoding="utf-8"), encoding="utf-8")


def test_the_line_is_that_of_the_readme() -> None:
    assert f"```toml\n{LINE}```" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["al-bukamal", "syria-summer-2016"])
def test_the_data_is_accepted(desk: Path, name: str) -> None:
    put(desk, ROOT / "data" / name)
    assert taplo(desk)[0] == 0, taplo(desk)[1]


def test_the_starter_and_an_import_are_accepted(run: Run, desk: Path, tmp_path: Path) -> None:
    assert run("new", str(tmp_path / "new")).code == 0
    put(desk, tmp_path / "new")
    odd = [
        row(id=str(number), source_headline=words * 9)
        for number, words in enumerate(['say "x" ', "back\\", "'''", '\\" '])
    ]
    (tmp_path / "ged.csv").write_text(table(*odd), encoding="utf-8")
    assert run("import", "ucdp-ged", str(tmp_path / "ged.csv"), "-o", str(tmp_path / "ged")).code == 0
    put(desk, tmp_path / "ged")
    assert taplo(desk)[0] == 0, taplo(desk)[1]


@pytest.mark.parametrize(
    "slip",
    [
        '[[report]]\nsource = "dw"\nwhan = "Tuesday"\n',
        '[[report]]\nsource = "dw"\ncredibility = 9\n',
        '[[actor]]\nid = "is"\nkind = "grup"\n',
    ],
)
def test_a_slip_is_marked(desk: Path, slip: str) -> None:
    (desk / "slip.toml").write_text(LINE + slip, encoding="utf-8")
    code, told = taplo(desk)
    assert (code, "slip.toml:" in told) == (1, True)
