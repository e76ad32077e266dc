"""A GeoNames dump is read row by row, plain or packed; whatever is no dump is refused in one line."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from tests.geonames_extract import EXTRACT, line
from tui.core.geonames import Row
from tui.errors import CannotOpen
from tui.files.geonames import Dump

ALEPPO = Row(170063, "Aleppo", "Aleppo", ("Alep", "Halab", "Ḩalab", "حلب"), 36.20124, 37.16117, "P", "PPLA", "SY", "09",
             1602264)  # fmt: skip


def plain(folder: Path, data: bytes) -> str:
    (folder / "SY.txt").write_bytes(data)
    return str(folder / "SY.txt")


def test_a_row_is_read_as_the_readme_of_geonames_describes_it(tmp_path: Path) -> None:
    found = list(Dump(plain(tmp_path, EXTRACT.encode())))
    assert found[2] == ALEPPO
    assert len(found) == len(EXTRACT.splitlines())


def test_a_file_packed_with_gzip_holds_the_same(tmp_path: Path) -> None:
    (tmp_path / "SY.gz").write_bytes(gzip.compress(EXTRACT.encode()))
    assert list(Dump(str(tmp_path / "SY.gz"))) == list(Dump(plain(tmp_path, EXTRACT.encode())))


def test_an_archive_holds_the_same_beside_its_readme(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "Readme for GeoNames\n" * 9999)
        archive.writestr("SY.txt", EXTRACT)
    assert list(Dump(str(tmp_path / "SY.zip"))) == list(Dump(plain(tmp_path, EXTRACT.encode())))


def test_a_mark_at_the_beginning_windows_ends_and_empty_lines_do_no_harm(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + EXTRACT.replace("\n", "\r\n\r\n").encode()
    assert list(Dump(plain(tmp_path, data))) == list(Dump(plain(tmp_path, EXTRACT.encode())))


@pytest.mark.parametrize(
    "faulty",
    [
        "1\tonly two columns",
        line("one", "X", "X", "", 35, 36, "P", "PPL", "SY", "01", 0),
        line(1, "X", "X", "", "north", 36, "P", "PPL", "SY", "01", 0),
        line(1, "X", "X", "", 95, 36, "P", "PPL", "SY", "01", 0),
        line(1, "X", "X", "", "nan", 36, "P", "PPL", "SY", "01", 0),
        line(1, "X", "X", "", 35, 36, "P", "PPL", "SY", "01", "many"),
    ],
)
def test_a_line_that_is_no_row_is_counted_and_left_out(tmp_path: Path, faulty: str) -> None:
    dump = Dump(plain(tmp_path, f"{EXTRACT}{faulty}\n{EXTRACT}".encode()))
    assert len(list(dump)) == 2 * len(EXTRACT.splitlines())
    assert (dump.rows, dump.skipped) == (2 * len(EXTRACT.splitlines()), 1)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"id,name\n1,Aleppo\n", "is no GeoNames dump: line 1 has 1 columns, not 19"),
        (b"\xff\xfe", "is not UTF-8 in line 1"),
        (b"x" * (1 << 21), "is no GeoNames dump: line 1 has no end"),
        (b"\x1f\x8bnot gzip at all", "cannot read"),
        (b"PK\x03\x04not zip at all", "cannot read"),
        (gzip.compress(EXTRACT.encode(), mtime=0)[:200], "cannot read"),
    ],
    ids=["csv", "utf16", "endless", "no-gzip", "no-zip", "cut-gzip"],
)
def test_what_is_no_dump_is_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    with pytest.raises(CannotOpen) as caught:
        list(Dump(plain(tmp_path, data)))
    assert expected in caught.value.message
    assert "\n" not in caught.value.message
    assert "download.geonames.org" in caught.value.hint


def test_an_archive_without_a_table_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "Readme")
    with pytest.raises(CannotOpen, match="holds no table"):
        list(Dump(str(tmp_path / "SY.zip")))


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="there is no file"):
        list(Dump(str(tmp_path / "no.txt")))
    with pytest.raises(CannotOpen, match="no ordinary file"):
        list(Dump(str(tmp_path)))


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    assert list(Dump(plain(tmp_path, b""))) == []
