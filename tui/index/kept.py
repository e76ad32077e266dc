"""The index on disk: where it lies, whether it still tells of the files as they are, how a new one takes its place.

It is never the truth: deleting it loses nothing, and whatever is wrong with it ends in a new one, or in none at all.
A new index is filled beside the old under a name of its own and put in its place whole, so that a kill at any moment, or
a second rashomon on the same dossier, leaves one that is complete.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cache, lru_cache
from pathlib import Path

from platformdirs import user_cache_path

from tui import __version__
from tui.core.values import dataclass
from tui.errors import CannotOpen
from tui.files.beside import found_behind
from tui.files.inputs import bytes_of, digest
from tui.files.walk import leads_out
from tui.index.schema import VERSION

TINY = 20_000
"""Bytes of a dossier up to which it is read anew each time: of 36 kB an index is opened in a tenth of the time that reading takes."""
SMALL = 2_000_000
"""Bytes of TOML up to which the files are looked at before an index of them is shown, and the tables they mount while it is."""
STALE_DAYS = 90
"""An index not opened for so long is removed when another is written."""
MOST = 100
"""Indexes of small dossiers beyond so many are removed then, too: those first that were not opened for longest."""
LARGE = 4 * SMALL
"""Bytes of an index that is worth more than its room: it took long to make."""
TICK = 20_000_000
"""Nanoseconds between two times that a file can have: two ticks of a slow kernel's clock."""
COARSE_TICK = 2_000_000_000
"""The same where times are whole seconds: those of FAT are even."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """One file as it was when it was read."""

    path: str
    size: int
    changed: int
    """Nanoseconds: the later of the file's two times of change."""
    digest: str
    """SHA-256 of its bytes, or empty when it has not been asked for."""


def stamps(paths: Sequence[str]) -> tuple[Stamp, ...]:
    """The files behind some PATHs, in reading order, without their digests. Raises `CannotOpen` as loading does."""
    real = cache(os.path.realpath)
    return tuple([_stamp(path, real) for path, _ in found_behind(paths).files])


def _stamp(path: Path, real: Callable[[str], str] = os.path.realpath) -> Stamp:
    """`real`: where a folder really stands; thousands of files stand in few folders."""
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        place, status = os.path.realpath(path), path.stat()
    else:
        place = os.path.join(real(str(path.parent)), path.name)  # noqa: PTH118 - thousands of files
    return Stamp(place, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns), "")


def settled(files: Iterable[Stamp], began: int) -> bool:
    """Whether whoever writes one of these files after `began` gives it another time, however soon that is.

    `began`: nanoseconds since 1970, before the files were stamped and read. Two writes within one tick of the clock leave
    one time, so a file that had only just been written may have been written again since, to the same size.
    """
    return all(file.changed < began - (TICK if file.changed % 1_000_000_000 else COARSE_TICK) for file in files)


def mounted(paths: Sequence[str], files: Sequence[Stamp]) -> tuple[Stamp, ...]:
    """The tables that the files of a small dossier mount. Those of a large one are known once it has been read.

    What lies outside of the folder of the file and of the PATHs it belongs to is not mounted, and not looked at.
    """
    if size_of(files) >= SMALL:
        return ()
    declared = [
        (Path(file.path).parent, path) for file in files for path in _declared(file.path, file.size, file.changed)
    ]
    folders = [Path(os.path.realpath(path)) for path in paths] if declared else []
    return tables(
        path for own, path in declared
        if any(_within(path, folder) for folder in (own, *folders) if own.is_relative_to(folder))
    )  # fmt: skip


def _within(path: Path, folder: Path) -> bool:
    with suppress(OSError, ValueError):
        return not leads_out(path, folder)
    return False


def tables(paths: Iterable[Path]) -> tuple[Stamp, ...]:
    """The tables of these paths as they are; without size or time where there is no file."""
    made = []
    for path in dict.fromkeys(paths):
        try:
            found = _stamp(path)
        except (OSError, ValueError):
            found = Stamp(str(path), -1, 0, "")
        made.append(found)
    return tuple(made)


@lru_cache(maxsize=1024)
def _declared(path: str, _size: int, _changed: int) -> tuple[Path, ...]:
    with suppress(OSError, UnicodeDecodeError):
        text = bytes_of(Path(path)).decode()
        if "dataset" in text:
            from tui.files.mounts import declared  # noqa: PLC0415  (few dossiers mount a table)

            return tuple(Path(path).parent / name for name in declared(text))
    return ()


def state(paths: Sequence[str]) -> tuple[Stamp, ...] | None:
    """What the files are now; None where they cannot be looked at. Equal to an earlier one while nothing changed."""
    with suppress(CannotOpen, OSError):
        files = stamps(paths)
        return (*files, *mounted(paths, files))
    return None


def size_of(files: Iterable[Stamp]) -> int:
    """Bytes of all the files."""
    return sum(stamp.size for stamp in files)


def place(paths: Sequence[str]) -> Path:
    """Where the index of these PATHs lies, whether or not there is one.

    It names files as the PATHs were typed, so each way of naming a dossier has its own.
    """
    key = json.dumps([VERSION, __version__, _program(), *((path, os.path.realpath(path)) for path in paths)])
    return user_cache_path("rashomon", appauthor=False) / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.sqlite"


@cache
def _program() -> str:
    """What this program is, by the files that make an index: while it is worked on, or installed from a branch, its version stays."""
    top = Path(__file__).parents[1]
    files = (entry for name in ("core", "files", "index") for entry in _below(top / name))
    return hashlib.sha256(json.dumps(sorted(files)).encode()).hexdigest()


def _below(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Names, sizes and times of all files below a folder that are no byte code; none where the program lies in an archive."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _below(Path(entry.path))
            else:
                yield (entry.path, (status := entry.stat()).st_size, status.st_mtime_ns)


def at_once(index: Path) -> sqlite3.Connection | None:
    """The index of a large dossier, open for reading, whatever its files are now; None where none stands that is whole.

    Also None where the dossier is small: its files are looked at in less time than somebody sees.
    """
    connection = whole(index)
    if connection is None:
        return None
    with suppress(sqlite3.Error, TypeError):
        if connection.execute("SELECT SUM(size) FROM file WHERE NOT mounted").fetchone()[0] >= SMALL:
            return connection
    connection.close()
    return None


def fresh(index: Path, files: Sequence[Stamp]) -> sqlite3.Connection | None:
    """The index, open for reading, if it tells of exactly these files, and the tables they mount, as they are; else None."""
    connection = whole(index)
    if connection is None:
        return None
    with suppress(sqlite3.Error, OSError, TypeError):
        mounts = _stamped(connection, mounted=True)
        if _all_same(_stamped(connection, mounted=False), files) and _all_same(
            mounts, tables(Path(m.path) for m in mounts)
        ):
            _touch(index)
            return connection
    connection.close()
    return None


def whole(index: Path) -> sqlite3.Connection | None:
    """The index, open for reading, whatever the files are now; None where none stands that is whole."""
    if not index.is_file():
        return None
    with suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{index.as_uri()}?mode=ro", uri=True, check_same_thread=False)
        with suppress(sqlite3.Error, OSError):
            pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
            if pages * size == index.stat().st_size:
                connection.execute("PRAGMA query_only = 1")
                return connection
        connection.close()
    return None


def remembered(paths: Sequence[str]) -> tuple[Stamp, ...] | None:
    """What the files were when the index of these PATHs was made, as `state` tells it; None where none stands `at_once`."""
    connection = at_once(place(paths))
    if connection is None:
        return None
    with closing(connection), suppress(sqlite3.Error, TypeError):
        return tuple(_stamped(connection, mounted=False, digest="''"))
    return None


def begin(index: Path) -> tuple[sqlite3.Connection, Path] | None:
    """An empty database beside the index, and its path; None where the folder cannot be written to."""
    draft = index.with_suffix(f".{os.getpid()}-{time.monotonic_ns()}.draft")
    try:
        index.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(draft, check_same_thread=False, isolation_level=None)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute(
            "CREATE TABLE file (n INTEGER PRIMARY KEY, path TEXT, size INTEGER, changed INTEGER, digest TEXT, mounted INTEGER)"
        )
    except (sqlite3.Error, OSError):
        _drop(draft)
        return None
    connection.isolation_level = "DEFERRED"
    return connection, draft


def finish(
    connection: sqlite3.Connection, draft: Path, index: Path, files: Sequence[Stamp], mounts: Sequence[Stamp]
) -> bool:
    """Put the filled draft in the place of the index; False when that failed or a file changed meanwhile. Closes it."""
    rows = [*((s, 0) for s in files), *((s, 1) for s in mounts)]
    try:
        with connection:
            connection.executemany(
                "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)",
                ((n, s.path, s.size, s.changed, _unchanged(s), kind) for n, (s, kind) in enumerate(rows)),
            )
        connection.close()
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.replace(index)
    except (sqlite3.Error, OSError, _ChangedError):
        connection.close()
        _drop(draft)
        return False
    _tidy(index.parent)
    return True


def give_up(connection: sqlite3.Connection, draft: Path) -> None:
    """Leave nothing of a draft that will not be finished."""
    connection.close()
    _drop(draft)


class _ChangedError(Exception):
    """A file is not what it was when it was stamped."""


def _unchanged(stamp: Stamp) -> str:
    """The digest of a file that is still what it was when it was stamped, before it was read. Raises `_ChangedError`, OSError."""
    path = Path(stamp.path)
    found = digest(path)
    if tables([path]) != (stamp,):
        raise _ChangedError(stamp.path)
    return found


def _stamped(connection: sqlite3.Connection, *, mounted: bool, digest: str = "digest") -> list[Stamp]:
    """`digest`: what is read for it, as SQL."""
    sql = f"SELECT path, size, changed, {digest} FROM file WHERE mounted = ? ORDER BY n"
    return [Stamp(*row) for row in connection.execute(sql, (mounted,))]


def _all_same(old: Sequence[Stamp], new: Sequence[Stamp]) -> bool:
    return len(old) == len(new) and all(_same(before, now) for before, now in zip(old, new, strict=True))


def _same(old: Stamp, new: Stamp) -> bool:
    """Whether a file is what it was: by its times, else by its bytes (a checkout or a copy changes only the times)."""
    if (old.path, old.size) != (new.path, new.size):
        return False
    return old.changed == new.changed or old.digest == digest(Path(new.path))


def _touch(index: Path) -> None:
    with suppress(OSError):
        os.utime(index)


def _drop(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    """Remove drafts that nobody finished and indexes that nobody opened."""
    now, indexes = time.time(), []
    try:
        paths = list(folder.iterdir())
    except OSError:
        return
    for path in paths:
        limit = {".draft": 1, ".sqlite": STALE_DAYS}.get(path.suffix)
        with suppress(OSError):
            if limit is not None and now - path.stat().st_mtime > limit * 86400:
                path.unlink()
            elif path.suffix == ".sqlite" and path.stat().st_size < LARGE:
                indexes.append((path.stat().st_mtime_ns, path))
    for _, path in sorted(indexes)[:-MOST]:
        _drop(path)
