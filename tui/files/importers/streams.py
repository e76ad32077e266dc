"""Opens a file to import, plain, packed with gzip or alone in a zip archive, and gives its lines in bounded memory.

Every fault ends in one `CannotOpen` that names the file, the line and what to do. Knows nothing of formats.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from tui.errors import CannotOpen
from tui.files.walk import reason, shown_path

LONGEST_LINE = 1 << 20
"""Bytes of a line beyond which a file is no table."""
LARGEST_DOCUMENT = 128 << 20
"""Bytes of a JSON document, which is read as a whole."""
LARGEST_EXPANSION = 200
"""How many times larger than what is packed its content may be, once it is larger than `ALWAYS_READ`."""
ALWAYS_READ = 64 << 20
MOST_BLANK = 100_000
"""Empty lines beyond which a file is no table."""
_GZIP, _ZIP, _XLSX = b"\x1f\x8b", b"PK\x03\x04", b"[Content_Types].xml"
_BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_BOM = b"\xef\xbb\xbf"
_SAVE_AS_UTF8 = "save it as UTF-8 (in a spreadsheet: CSV UTF-8), or run `iconv -f WINDOWS-1252 -t UTF-8`"


def ordinary(path: Path) -> None:
    """Raise `CannotOpen` unless there is a file of that name; a pipe or a device could be read for ever."""
    if not path.exists():
        raise CannotOpen(f"there is no file {shown_path(path)}")
    if not path.is_file():
        raise CannotOpen(f"{shown_path(path)} is no ordinary file")


def is_workbook(path: str) -> bool:
    """Whether this is an Excel workbook, to go by what it holds. Raises `CannotOpen`."""
    ordinary(Path(path))
    try:
        with zipfile.ZipFile(path) as archive:
            return _XLSX.decode() in archive.namelist()
    except (OSError, ValueError, RuntimeError, zipfile.BadZipFile):
        return False


def lines(path: str) -> Iterator[str]:
    """Every line with its end. Raises `CannotOpen`."""
    shown = shown_path(Path(path))
    for number, line in enumerate(_lines(path, shown), start=1):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise CannotOpen(f"{shown} is not UTF-8 in line {number}", hint=_SAVE_AS_UTF8) from error


def document(path: str) -> str:
    """The whole text. Raises `CannotOpen`."""
    shown = shown_path(Path(path))
    with _opened(path, shown) as (stream, file):
        packed = Path(path).stat().st_size if file is not None else 0
        most = min(LARGEST_DOCUMENT, max(ALWAYS_READ, packed * LARGEST_EXPANSION)) if packed else LARGEST_DOCUMENT
        held = stream.read(most + 1)
    if len(held) > most:
        raise CannotOpen(f"{shown} holds more than {most >> 20} MB and is not read on", hint="split it")
    try:
        return held.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotOpen(f"{shown} is not UTF-8", hint=_SAVE_AS_UTF8) from error


def _lines(path: str, shown: str) -> Iterator[bytes]:
    number = size = blank = 0
    with _opened(path, shown) as (stream, packed):
        while line := stream.readline(LONGEST_LINE + 1):
            number += 1
            size += len(line)
            blank += len(line) < 3 and not line.strip()
            if blank > MOST_BLANK:
                raise CannotOpen(f"{shown} is no table: it has more than {MOST_BLANK:,} empty lines")
            if len(line) > LONGEST_LINE:
                raise CannotOpen(f"{shown} is no table: line {number} has no end within 1 MB")
            if packed is not None and size > ALWAYS_READ and size > packed.tell() * LARGEST_EXPANSION:
                raise CannotOpen(
                    f"{shown} unpacks to more than {LARGEST_EXPANSION} times its size and is not read on",
                    hint="unpack it yourself if you trust it",
                )
            if number == 1:
                line = line.removeprefix(_BOM)
                _refuse_other(line, shown)
            yield line


def _refuse_other(line: bytes, shown: str) -> None:
    for mark, name in _BOMS:
        if line.startswith(mark):
            raise CannotOpen(f"{shown} is {name}, not UTF-8", hint=_SAVE_AS_UTF8)
    if b"\0" in line:
        raise CannotOpen(f"{shown} is no text")


@contextmanager
def _opened(path: str, shown: str) -> Iterator[tuple[IO[bytes], IO[bytes] | None]]:
    """The content, and the packed file it comes from; None where it is not packed."""
    try:
        place = Path(path)
        ordinary(place)
        with place.open("rb") as file:
            start = file.read(4)
            file.seek(0)
            if start == _ZIP:
                with zipfile.ZipFile(file) as archive, archive.open(_member(archive, shown)) as stream:
                    yield stream, file
            elif start.startswith(_GZIP):
                with gzip.open(file) as unpacked:
                    yield cast(IO[bytes], unpacked), file
            else:
                yield file, None
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError | ValueError) else str(error)
        raise CannotOpen(f"cannot read {shown}: {why}") from error


def _member(archive: zipfile.ZipFile, shown: str) -> zipfile.ZipInfo:
    files = [info for info in archive.infolist() if not info.is_dir()]
    if any(info.filename.encode() == _XLSX for info in files):
        raise CannotOpen(
            f"{shown} is a spreadsheet", hint="save the sheet as CSV UTF-8, or `rashomon import xlsx` with a mapping"
        )
    if len(files) != 1:
        raise CannotOpen(f"{shown} holds {len(files)} files, not one", hint="unpack it and name the table")
    return files[0]
