"""An index being built, stopped at any call: killed, or without room. The next start has right answers, and so an index."""

from __future__ import annotations

import errno
import os
import resource
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from unittest.mock import patch

from tests.children import in_a_child
from tui.core.filters import EVERYTHING
from tui.index import kept
from tui.index.opening import open_dossier

SOURCE = '[source]\nid = "s{}"\n'
REPORT = (
    '[[report]]\nevent = "e{}"\nwhen = 2016-07-{:02}\nfigures = {{ killed = {} }}\nwhat = "Shells hit the bakery."\n'
)


def write(folder: Path, sources: int = 3, events: int = 8, *, dead: int = 5) -> None:
    """A dossier."""
    folder.mkdir(exist_ok=True)
    for source in range(sources):
        reports = (REPORT.format(event, event + 1, dead + source) for event in range(events))
        (folder / f"s{source}.toml").write_text(SOURCE.format(source) + "".join(reports), encoding="utf-8")


@contextmanager
def cached(folder: Path) -> Iterator[None]:
    """Indexes are kept in this folder, also of small dossiers, and of files written this very moment."""
    with (
        patch.object(kept, "SMALL", 0),
        patch.object(kept, "TINY", 0),
        patch.object(kept, "user_cache_path", lambda *_, **__: folder),
        patch.object(kept, "settled", lambda *_: True),
    ):
        yield


def told(folder: Path) -> tuple[object, ...]:
    """What a dossier answers."""
    store = open_dossier([str(folder)])
    try:
        return store.summary(), store.page(EVERYTHING, 0, 99), store.flags(EVERYTHING), store.sources()
    finally:
        store.close()


def is_kept(folder: Path) -> bool:
    """Whether an index stands there that tells of the files as they are."""
    found = kept.fresh(kept.place([str(folder)]), kept.stamps([str(folder)]))
    if found is None:
        return False
    found.close()
    return True


class _Stop:
    """Counts the calls into C between the first line of a draft and the end of it, and acts at one of them."""

    def __init__(self, at: int, act: Callable[[], None]) -> None:
        self.at, self.act, self.seen = at, act, 0

    def __call__(self, _frame: object, event: str, _arg: object) -> None:
        if event in ("c_call", "c_return"):
            if self.seen == self.at:
                self.act()
            self.seen += 1


def _built(folder: Path, stop: _Stop) -> None:
    begin = kept.begin

    def begun(index: Path) -> object:
        sys.setprofile(stop)
        return begin(index)

    with patch.object(kept, "begin", begun):
        open_dossier([str(folder)]).close()
    sys.setprofile(None)


def calls(top: Path) -> int:
    """How many points there are between the first call for a draft and the last, the second time: the first fills caches."""
    for number in range(2):
        folder, stop = top / f"counted-{number}", _Stop(-1, lambda: None)
        write(folder)
        with cached(top / f"counted-{number}-cache"):
            _built(folder, stop)
            assert is_kept(folder)
    return stop.seen


def killed(top: Path, points: int) -> int:
    """Builds killed at so many points, evenly spread, without an older index and over one; how many kills there were."""
    count, kills = calls(top), 0
    for number in range(points):
        at = number * count // points
        for older in (False, True):
            folder, cache = top / f"{at}-{older}", top / f"{at}-{older}-cache"
            write(folder, dead=90)
            with cached(cache):
                if older:
                    told(folder)
                write(folder)
                kill = _Stop(at, lambda: os.kill(os.getpid(), signal.SIGKILL))
                status = in_a_child(lambda folder=folder, kill=kill: _built(folder, kill))
                assert status == signal.SIGKILL, (at, status)
                kills += 1
                _opens(folder)
    return kills


def _opens(folder: Path) -> None:
    """What the next start is told is what the files state, and an index of it stands there afterwards."""
    answers = told(folder)
    assert is_kept(folder)
    with patch.object(kept, "TINY", 1 << 40):
        assert answers == told(folder)
    assert answers == told(folder)


def without_room(top: Path, sizes: Iterable[int]) -> int:
    """Builds on a disk that takes no file larger than so many bytes; how many went without an index.

    Without room for a draft the dossier is opened as ever, and nothing of the draft stays.
    """
    missing = 0
    for size in sizes:
        folder, cache = top / f"room-{size}", top / f"room-{size}-cache"
        write(folder)

        def work(folder: Path = folder, size: int = size) -> None:
            with patch.object(kept, "TINY", 1 << 40):
                expected = told(folder)
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            assert told(folder) == expected

        with cached(cache):
            assert in_a_child(work) == 0, size
            assert [path.suffix for path in cache.glob("*")] in ([], [".sqlite"]), (size, [*cache.glob("*")])
            missing += not is_kept(folder)
            _opens(folder)
    return missing


def failing(top: Path, errors: tuple[int, ...] = (errno.ENOSPC, errno.EIO)) -> int:
    """Whatever call to the disk fails while an index is finished, the answers are right and no draft stays; how many did."""
    failures = 0
    for error in errors:
        wrong = OSError(error, os.strerror(error))
        full = sqlite3.OperationalError("database or disk is full")
        for number, where in enumerate((
            patch.object(kept.os, "fsync", side_effect=wrong),
            patch.object(kept.Path, "replace", side_effect=wrong),
            patch.object(kept.Path, "mkdir", side_effect=wrong),
            patch.object(kept, "digest", side_effect=wrong),
            patch.object(kept, "_unchanged", side_effect=full),
            patch.object(kept, "_tidy", partial(_beside_itself, wrong, kept._tidy)),
        )):  # fmt: skip
            folder, cache = top / f"fail-{error}-{number}", top / f"fail-{error}-{number}-cache"
            write(folder)
            with cached(cache):
                with where:
                    answers = told(folder)
                    assert [*cache.glob("*.draft")] == []
                assert answers == told(folder)
                _opens(folder)
                failures += 1
    return failures


def _beside_itself(wrong: OSError, tidy: Callable[[Path], None], folder: Path) -> None:
    with patch.object(Path, "iterdir", side_effect=wrong):
        tidy(folder)


def at_once(top: Path, builders: int) -> None:
    """As many processes build the same index at the same time."""
    folder, cache = top / "at-once", top / "at-once-cache"
    write(folder)
    with cached(cache):
        children = []
        for _ in range(builders):
            child = os.fork()
            if child == 0:
                status = 1
                try:
                    told(folder)
                    status = 0
                finally:
                    os._exit(status)
            children.append(child)
        assert [os.waitpid(child, 0)[1] for child in children] == [0] * builders
        assert is_kept(folder)
        _opens(folder)
