"""Reads a GeoNames dump (SY.txt, SY.zip, allCountries.txt, or one packed with gzip) row by row, in bounded memory.

Format: https://download.geonames.org/export/dump/readme.txt, table "geoname": UTF-8, a feature a line, 19 columns
between tabs. Decides nothing about places.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from tui.core.geonames import Row
from tui.errors import CannotOpen
from tui.files.walk import reason, shown_path

COLUMNS = 19
_LONGEST = 1 << 20
"""Bytes of a line beyond which the file is no dump: the longest field is 10 000 letters."""
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_BOM = b"\xef\xbb\xbf"
_HINT = "take XX.zip of a country from https://download.geonames.org/export/dump/"


class Dump:
    """A file that is read once, from its beginning to its end."""

    def __init__(self, path: str) -> None:
        self.shown = shown_path(Path(path))
        self.rows = 0
        """Rows read so far."""
        self.skipped = 0
        """Lines that are no row: too few columns, or no number where one belongs."""
        self._path = Path(path)

    def __iter__(self) -> Iterator[Row]:
        """Every row. Raises `CannotOpen` where the file cannot be read, is not UTF-8 or is no GeoNames dump."""
        try:
            with self._opened() as stream:
                yield from self._read(stream)
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError | ValueError) else str(error)
            raise CannotOpen(f"cannot read {self.shown}: {why}", hint=_HINT) from error

    def _read(self, stream: IO[bytes] | gzip.GzipFile) -> Iterator[Row]:
        number = 0
        while line := stream.readline(_LONGEST + 1):
            number += 1
            if len(line) > _LONGEST:
                raise CannotOpen(f"{self.shown} is no GeoNames dump: line {number} has no end", hint=_HINT)
            row = self._row(line.removeprefix(_BOM) if number == 1 else line, number)
            if row is not None:
                self.rows += 1
                yield row

    def _row(self, line: bytes, number: int) -> Row | None:
        try:
            text = line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise CannotOpen(f"{self.shown} is not UTF-8 in line {number}", hint=_HINT) from error
        if not text.strip():
            return None
        cells = text.split("\t")
        if len(cells) != COLUMNS and not self.rows:
            counted = f"line {number} has {len(cells)} columns, not {COLUMNS}"
            raise CannotOpen(f"{self.shown} is no GeoNames dump: {counted}", hint=_HINT)
        row = _row(cells) if len(cells) == COLUMNS else None
        self.skipped += row is None
        return row

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes] | gzip.GzipFile]:
        """The table itself, unpacked."""
        if not self._path.exists():
            raise CannotOpen(f"there is no file {self.shown}", hint=_HINT)
        if not self._path.is_file():
            raise CannotOpen(f"{self.shown} is no ordinary file", hint=_HINT)
        with self._path.open("rb") as file:
            start = file.read(4)
            file.seek(0)
            if start == _ZIP:
                with zipfile.ZipFile(file) as archive, archive.open(self._member(archive)) as stream:
                    yield stream
            elif start.startswith(_GZIP):
                with gzip.open(file) as stream:
                    yield stream
            else:
                yield file

    def _member(self, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
        """The table in an archive, where a readme lies beside it."""
        tables = [
            info
            for info in archive.infolist()
            if info.filename.endswith(".txt") and not PurePosixPath(info.filename).name.lower().startswith("readme")
        ]
        if not tables:
            raise CannotOpen(f"{self.shown} holds no table", hint=_HINT)
        return max(tables, key=lambda info: info.file_size)


def _row(cells: list[str]) -> Row | None:
    try:
        number, lat, lon = int(cells[0]), float(cells[4]), float(cells[5])
        population = int(cells[14] or 0)
    except ValueError:
        return None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    return Row(
        number, cells[1], cells[2], tuple(cells[3].split(",")) if cells[3] else (), lat, lon,
        cells[6], cells[7], cells[8], cells[10], population,
    )  # fmt: skip
