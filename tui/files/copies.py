"""`check --verify`: the archived copies beside a dossier, found by their content or by the name of their source.

A copy lies in the folder of the dossier or below it. It is the file with the source's SHA-256, else one that `archive_url` names,
else one called like the source: `dw.html`, `dw.warc.gz`. When it was taken is what it tells itself (WARC, MHTML, a page saved by
SingleFile); the times of files are lost by copying, and are not asked.
"""

from __future__ import annotations

import gzip
import os
import re
import stat
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from pathlib import Path

from tui.core.calendar import iso
from tui.core.copies import Compared, Copy, Standing, compare_captured, compare_sha256, faults_of
from tui.core.model import Dossier, Source
from tui.core.problems import Problem, Severity
from tui.files.complaints import problem
from tui.files.inputs import digest
from tui.files.walk import SUFFIX, leads_out, shown_path

HEAD = 65_536
"""Bytes of a copy in which it tells when it was taken."""
_WARC = re.compile(rb"^WARC-Date:\s*([0-9T:.+Z-]+)", re.MULTILINE)
_MHTML = re.compile(rb"^Date:\s*([^\r\n]+)", re.MULTILINE)
_SINGLE_FILE = re.compile(rb"saved date:\s*\w{3} (\w{3} \d{1,2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4})")


def verify(dossier: Dossier, path: str) -> tuple[Copy, ...]:
    """The copies of all sources that state `sha256` or `captured`, in their order; `path` is the PATH of the dossier."""
    folder = Path(path) if Path(path).is_dir() else Path(path).parent
    beside = _Beside(folder)
    told = (source for source in dossier.sources if source.sha256 or source.captured)
    return tuple(_copy(source, beside, dossier.settings.timezone) for source in told)


def problems_of(copy: Copy) -> Iterator[Problem]:
    """A problem for each key that the copy contradicts; a note where there is no copy."""
    source, place = copy.source, copy.source.position
    for key, each in faults_of(copy):
        yield problem(
            place.file, "copy-differs",
            f"source {source.id}: {copy.file} is not the copy that {key} tells of: it has {each.found}",
            line=place.line, key=f"source.{key}", found=each.found, expected=each.stated,
        )  # fmt: skip
    if copy.standing is Standing.NOT_FOUND:
        text = f"source {source.id}: no archived copy of it was found beside the dossier"
        yield problem(place.file, "copy-not-found", text, line=place.line, severity=Severity.NOTE)


def taken_at(path: Path) -> int | None:
    """When a copy says it was taken, in UTC seconds; None where it does not tell. Raises OSError."""
    with path.open("rb") as data:
        head = data.read(HEAD)
    if head[:2] == b"\x1f\x8b":
        with suppress(OSError, EOFError, zlib.error), gzip.open(path) as packed:
            head = packed.read(HEAD)
    return _told(head)


def _told(head: bytes) -> int | None:
    with suppress(ValueError, OverflowError, IndexError, TypeError):
        if head.startswith(b"WARC/") and (found := _WARC.search(head)):
            return _seconds(datetime.fromisoformat(found[1].decode()))
        if (found := _SINGLE_FILE.search(head)) and b"SingleFile" in head:
            return _seconds(datetime.strptime(found[1].decode(), "%b %d %Y %H:%M:%S GMT%z"))
        if b"multipart/related" in head and (found := _MHTML.search(head)):
            return _seconds(parsedate_to_datetime(found[1].decode()))
    return None


def _seconds(moment: datetime) -> int:
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


class _Beside:
    """The files of a folder that may be copies: ordinary, not hidden, no TOML. Each is hashed at most once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Path, str] = {}

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """In order."""
        found: list[Path] = []
        for top, folders, names in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            own = (Path(top, name) for name in sorted(names) if not name.startswith(".") and not name.endswith(SUFFIX))
            found += (path for path in own if self._is_ordinary(path))
        return tuple(found)

    @cached_property
    def by_digest(self) -> dict[str, Path]:
        """Every file that can be read, by its SHA-256; the first of equal ones."""
        made: dict[str, Path] = {}
        for path in self.files:
            made.setdefault(self.digest(path), path)
        return made

    def digest(self, path: Path) -> str:
        """In hex; empty where the file cannot be read."""
        if path not in self._known:
            try:
                self._known[path] = digest(path)
            except OSError:
                self._known[path] = ""
        return self._known[path]

    def named(self, source: Source) -> Path | None:
        """The file that `archive_url` names, else the first that is called like the source."""
        wanted = self._folder / source.archive_url if source.archive_url else None
        by_name = (path for path in self.files if path == wanted)
        return next(by_name, None) or next(
            (path for path in self.files if path.name == source.id or path.name.startswith(f"{source.id}.")), None
        )

    def _is_ordinary(self, path: Path) -> bool:
        try:
            if path.is_symlink() and leads_out(path, self._folder):
                return False
            return stat.S_ISREG(path.stat().st_mode)
        except (OSError, ValueError):
            return False


def _copy(source: Source, beside: _Beside, zone: str) -> Copy:
    file = beside.named(source)
    if source.sha256 and (file is None or compare_sha256(source.sha256, beside.digest(file)) is Standing.DIFFERS):
        file = beside.by_digest.get(source.sha256.strip().casefold(), file)
    return Copy(
        source=source,
        file="" if file is None else shown_path(file),
        sha256=_sha256(source, file, beside) if source.sha256 else None,
        captured=_captured(source, file, zone) if source.captured else None,
    )


def _sha256(source: Source, file: Path | None, beside: _Beside) -> Compared:
    if file is None:
        return Compared(source.sha256, "", Standing.NOT_FOUND)
    found = beside.digest(file)
    if not found:
        return Compared(source.sha256, "", Standing.NOT_TOLD)
    return Compared(source.sha256, found, compare_sha256(source.sha256, found))


def _captured(source: Source, file: Path | None, zone: str) -> Compared:
    if file is None:
        return Compared(source.captured, "", Standing.NOT_FOUND)
    taken = None
    with suppress(OSError):
        taken = taken_at(file)
    return Compared(source.captured, iso(taken) or "", compare_captured(source.captured, taken, source, zone))
