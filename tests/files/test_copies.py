"""`check --verify`: which file is the archived copy of a source, and whether it is what the dossier says of it."""

from __future__ import annotations

import gzip
import os
from hashlib import sha256
from pathlib import Path

import pytest

from tui.core.copies import Compared, Standing
from tui.files.copies import problems_of, verify
from tui.files.load import load

PAGE = b"<html>Strikes on Jayrud</html>"
WARC = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2016-06-30T08:00:03Z\r\n\r\nHTTP/1.1 200 OK\r\n"
MHTML = b"From: <Saved by Blink>\nDate: Thu, 30 Jun 2016 11:00:03 +0300\nContent-Type: multipart/related\n\n"
SINGLE = b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n saved date: Thu Jun 30 2016 10:00:03 GMT+0200 (CEST)\n-->"


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def checked(
    folder: Path, source: str, files: dict[str, bytes]
) -> tuple[str, Compared | None, Compared | None, list[str]]:
    """The file found, both keys compared, and the codes of what is told; for a source `dw` with these keys."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "dw.toml").write_text(f'[source]\nid = "dw"\n{source}\n[[report]]\nevent = "e"\n')
    (copy,) = verify(load([str(folder)]).dossier, str(folder))
    file = str(Path(copy.file).relative_to(folder)) if copy.file else ""
    return file, copy.sha256, copy.captured, [fault.code for fault in problems_of(copy)]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"dw.html": PAGE}, "dw.html"),
        ({"a/b/anything": PAGE}, "a/b/anything"),
        ({"dw.html": b"a note", "dw/1.html": PAGE}, "dw/1.html"),
        ({"kept/x.html": PAGE, "dw.html": PAGE}, "kept/x.html"),
        ({"b": PAGE, "a": PAGE}, "a"),
    ],
)
def test_the_copy_is_the_file_with_the_checksum_wherever_it_lies(tmp_path, files, found):
    archived = 'archive_url = "kept/x.html"\n' if "kept/x.html" in files else ""
    stated = digest(PAGE).upper()
    told = checked(tmp_path, f'{archived}sha256 = "{stated}"', files)
    assert told == (found, Compared(stated, digest(PAGE), Standing.MATCHES), None, [])


@pytest.mark.parametrize("name", ["dw.html", "dw", "sub/dw.warc.gz", "kept/x.html"])
def test_a_file_called_like_the_source_with_other_bytes_differs(tmp_path, name):
    stated = digest(PAGE)
    told = checked(tmp_path, f'archive_url = "kept/x.html"\nsha256 = "{stated}"', {name: PAGE + b"!"})
    assert told == (name, Compared(stated, digest(PAGE + b"!"), Standing.DIFFERS), None, ["copy-differs"])


@pytest.mark.parametrize("name", ["dwd.html", "afp.html", ".dw.html", ".git/dw.html", "dw.toml", "../dw.html"])
def test_other_files_are_no_copy(tmp_path, name):
    folder = tmp_path / "dossier"
    folder.mkdir()
    told = checked(folder, f'sha256 = "{digest(PAGE)}"\ncaptured = 2016-06-30', {name: b"other"})
    assert told[0] == ""
    assert told[1] == Compared(digest(PAGE), "", Standing.NOT_FOUND)
    assert told[2] == Compared("2016-06-30", "", Standing.NOT_FOUND)
    assert told[3] == ["copy-not-found"]


@pytest.mark.parametrize("target", ["../outside.html", "/dev/zero", "pipe"])
def test_no_copy_is_looked_for_outside_or_in_a_pipe(tmp_path, target):
    folder = tmp_path / "dossier"
    folder.mkdir()
    (tmp_path / "outside.html").write_bytes(PAGE)
    os.mkfifo(folder / "pipe")
    (folder / "dw.html").symlink_to(target)
    (folder / "loop").symlink_to(".")
    assert checked(folder, f'sha256 = "{digest(PAGE)}"', {})[3] == ["copy-not-found"]


@pytest.mark.parametrize("data", [WARC, gzip.compress(WARC, mtime=0), MHTML, SINGLE])
@pytest.mark.parametrize(
    ("captured", "standing"),
    [
        ("2016-06-30T08:00:00Z", Standing.MATCHES),
        ("2016-06-30", Standing.MATCHES),
        ('"2016-06"', Standing.MATCHES),
        ("2016-06-30T11:00:00+03:00", Standing.MATCHES),
        ("2016-06-30T11:00:00Z", Standing.DIFFERS),
        ("2016-07-01", Standing.DIFFERS),
        ('"when I saw it"', Standing.NOT_TOLD),
    ],
)
def test_when_it_was_taken_is_what_the_copy_tells(tmp_path, data, captured, standing):
    _, _, compared, faults = checked(tmp_path, f"captured = {captured}", {"dw.copy": data})
    assert (compared.found, compared.standing) == ("2016-06-30T08:00:03Z", standing)
    assert faults == (["copy-differs"] if standing is Standing.DIFFERS else [])


@pytest.mark.parametrize("day", ["2016-06-29", "2016-06-30"])
def test_a_day_may_be_that_of_the_outlet_or_of_the_dossier(tmp_path, day):
    late = WARC.replace(b"08:00:03", b"23:30:00").replace(b"2016-06-30", b"2016-06-29")
    assert checked(tmp_path, f'timezone = "Asia/Tokyo"\ncaptured = {day}', {"dw.warc": late})[3] == []


@pytest.mark.parametrize(
    "data",
    [PAGE, b"", b"\x1f\x8b\x08cut", b"WARC/1.1\r\nWARC-Date: 2016-99-30T\r\n", b"WARC/1.1\r\n", MHTML.replace(b"30 Jun", b"99 Xyz"),
     SINGLE.replace(b"Jun 30", b"Jon 30"), gzip.compress(b"\0" * 10_000_000, mtime=0)],
)  # fmt: skip
def test_a_copy_that_does_not_tell_is_not_compared(tmp_path, data):
    told = checked(tmp_path, "captured = 2016-06-30", {"dw.x": data})
    assert told == ("dw.x", None, Compared("2016-06-30", "", Standing.NOT_TOLD), [])


def test_sources_that_state_neither_are_left_out(tmp_path):
    (tmp_path / "dw.toml").write_text('[source]\nid = "dw"\n')
    assert verify(load([str(tmp_path)]).dossier, str(tmp_path)) == ()


def test_beside_a_file_that_is_opened_alone(tmp_path):
    checked(tmp_path, f'sha256 = "{digest(PAGE)}"', {"dw.html": PAGE})
    (copy,) = verify(load([str(tmp_path / "dw.toml")]).dossier, str(tmp_path / "dw.toml"))
    assert copy.standing is Standing.MATCHES
