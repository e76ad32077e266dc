"""Files of a shape that nobody writes: each is told by its name, in one run, and the rest opens."""

from __future__ import annotations

import gzip
import json
import os
import socket
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run  # noqa: PLC0414 - a fixture

GOOD = '[source]\nid = "good"\n[[report]]\nevent = "e"\n'
BAD = '[source]\nid = "bad"\n[[report]]\nevent = "e"\n'
DEEP = 20_000
MOUNT = '[[dataset]]\nfile = "t.csv.gz"\nsource = "t"\n[dataset.columns]\nid = "id"\n'

SHAPES = {
    "lists in lists": "a = " + "[" * DEEP + "]" * DEEP,
    "tables in tables": "a = " + "{a=" * DEEP + "1" + "}" * DEEP,
    "a key of many dots": ".".join("a" * DEEP) + " = 1",
    "a header of many dots": f"[{'.'.join('a' * DEEP)}]",
    "a list in a field": f"{BAD}where = {'[' * 500}{']' * 500}",
    "a number of 5000 digits": f"{BAD}figures = {{ killed = {'9' * 5000} }}",
    "a hexadecimal of 50 000 digits": f"{BAD}figures = {{ killed = 0x{'f' * 50_000} }}",
    "no numbers": f"{BAD}figures = {{ a = nan, b = inf, c = -inf, d = 1e400 }}",
    "a place nowhere": '[[place]]\nid = "p"\nlat = nan\nlon = inf\nradius_km = 1e400',
    "tables twice": "[source]\nid = 'x'\n[source]\nid = 'y'",
    "ids twice": '[[source]]\nid = "s"\n' * 500,
    "nothing but quotes": '"' * 100_000,
    "nothing but brackets": "[[" * 50_000,
    "NUL": "[[source]]\nid = 'x\0'",
    "a block of NUL": "\0" * 100_000,
    "ends of lines of old": "[[source]]\rid = 'x'\r",
    "UTF-16": GOOD.encode("utf-16"),
    "Latin-1": "[[source]]\nid = 'x'\nname = 'é'\n".encode("latin-1"),
    "circles": "".join(
        f'[[{table}]]\nid = "a{n}"\n{key} = "a{(n + 1) % 900}"\n'
        for table, key in (("actor", "part_of"), ("place", "within")) for n in range(900)
    ),
}  # fmt: skip


def opened(run: Run, folder: Path) -> tuple[set[str], list[str]]:
    """The files that `check` names, and the reports of the JSON report, which has to be JSON."""
    checked = run("check", str(folder), "--format", "json")
    told = {Path(fault["file"]).name for fault in checked.json["problems"] if fault["severity"] == "problem"}
    reported = run("report", str(folder), "--format", "json")
    assert (checked.code, reported.code) == (1, 0)
    events = json.loads(reported.out, parse_constant=pytest.fail)["events"]
    return told, [report for event in events for report in event["reports"]]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_it_is_told_and_the_rest_opens(run: Run, tmp_path: Path, shape: str | bytes) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_bytes(shape if isinstance(shape, bytes) else shape.encode())
    told, reports = opened(run, tmp_path)
    assert told == {"bad.toml"}
    assert "good/e" in reports


def test_what_is_no_file_at_all(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.toml").write_text(GOOD)
    os.mkfifo("pipe.toml")
    Path("device.toml").symlink_to("/dev/zero")
    Path("memory.toml").symlink_to("/proc/self/mem")
    Path("loop.toml").symlink_to("loop.toml")
    Path("gone.toml").symlink_to("nowhere")
    Path("round").symlink_to(".")
    Path("folder.toml").mkdir()
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.toml")
        told, reports = opened(run, Path())
    assert told == {"pipe.toml", "device.toml", "memory.toml", "loop.toml", "gone.toml", "round", "socket.toml"}
    assert reports == ["good/e"]


@pytest.mark.parametrize("cut", [3, 20, -4])
def test_a_table_that_shrank_while_it_was_read(run: Run, tmp_path: Path, cut: int) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "mount.toml").write_text(MOUNT)
    packed = gzip.compress(b"id\n" + b"\n".join(b"%d" % number for number in range(5000)))
    (tmp_path / "t.csv.gz").write_bytes(packed[:cut])
    told, reports = opened(run, tmp_path)
    assert told == {"mount.toml"}
    assert reports[:1] == ["good/e"]
