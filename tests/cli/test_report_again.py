"""The same files give the same report, byte for byte, on any machine: whatever the folder, zone, locale, hashes, times and disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data" / "al-bukamal"
STYLES = ("text", "markdown", "html", "json")
TABLE = b"Day,Place,Dead\n2016-06-28,al-Bukamal,5\n2016-06-28,al-Bukamal,41\n"
MOUNT = """\
[[dataset]]
file = "tables/own.csv"
source = "own"
[dataset.columns]
when = "Day"
where = "Place"
"figures.killed" = "Dead"
"""
REVERSED = """
import os, pathlib, sys
listed, scanned = os.listdir, os.scandir
os.listdir = lambda *where: listed(*where)[::-1]
class scandir(list):
    def __init__(self, *where): super().__init__(reversed(list(scanned(*where))))
    __enter__ = lambda self: self
    __exit__ = lambda self, *_: None
    close = lambda self: None
os.scandir = scandir
sys.argv[0] = "rashomon"
"""
IN_MEMORY = "from tui.index import kept\nkept.TINY = 1 << 40\n"
RUN = "from tui.__main__ import run\nrun()\n"


def written(folder: Path, names: list[str]) -> str:
    """The demo and a table, its files made in this order."""
    (folder / "tables").mkdir(parents=True)
    for name in names:
        if name == "own.csv":
            (folder / "tables" / name).write_bytes(TABLE)
        elif name == "own.toml":
            (folder / name).write_text(MOUNT, encoding="utf-8")
        else:
            shutil.copyfile(DATA / name, folder / name)
    return str(folder)


@pytest.fixture
def names() -> list[str]:
    return ["own.csv", "own.toml", *sorted(path.name for path in DATA.glob("*.toml"))]


def made(path: str, style: str, cwd: Path, before: str = "", **environment: str) -> bytes:
    words = [sys.executable, "-c", before + RUN, "report", path, "--format", style, "--place", "al-Bukamal"]
    given = {**os.environ, "PYTHONPATH": str(DATA.parents[1]), **environment}
    return subprocess.run(words, capture_output=True, check=True, cwd=cwd, env=given).stdout


@pytest.mark.parametrize("style", STYLES)
def test_on_another_machine_it_is_the_same(tmp_path: Path, names: list[str], style: str) -> None:
    here, there = written(tmp_path / "one" / "story", names), written(tmp_path / "elsewhere" / "other", names[::-1])
    for path in (Path(there), *Path(there).rglob("*")):
        os.utime(path, (0, 0))
    first = made(here, style, tmp_path, IN_MEMORY, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1", XDG_CACHE_HOME=str(tmp_path / "c"))
    cold, warm = (
        made(
            "../other", style, Path(there).parent / "other", REVERSED, TZ="Pacific/Apia", LC_ALL="tr_TR.UTF-8",
            PYTHONHASHSEED="2", COLUMNS="40", HOME=str(tmp_path), NO_COLOR="1", XDG_CACHE_HOME=str(tmp_path / "d"),
        )
        for _ in range(2)
    )  # fmt: skip
    assert list((tmp_path / "d" / "rashomon").glob("*.sqlite")), "the second time it was read from the index"
    assert first == cold == warm
    assert str(tmp_path).encode() not in first


@pytest.mark.parametrize("style", STYLES[:3])
def test_it_tells_what_it_was_made_from(tmp_path: Path, names: list[str], style: str) -> None:
    told = made(written(tmp_path / "story", names), style, tmp_path).decode().replace("\\", "")
    for name, path in (("tables/own.csv", TABLE), ("afp.toml", (DATA / "afp.toml").read_bytes())):
        digest = sha256(path).hexdigest()
        assert [name in line for line in told.splitlines() if digest in line] == [True]
    assert f"rashomon report --format={style} --place=al-Bukamal PATH…" in told
