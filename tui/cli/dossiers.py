"""Opening the dossier a command line names: which PATHs, as of when, what to say about its faults."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import say
from tui.core.answers import Summary
from tui.core.progress import Watch, unwatched
from tui.errors import UsageError
from tui.files.walk import reason
from tui.view.claims import counted

if TYPE_CHECKING:
    from tui.files.last_good import LastGood
    from tui.index.store import Store


@contextmanager
def opened(paths: list[str], *, as_of: str | None = None) -> Iterator[Store]:
    """The store of the PATHs, closed at the end; problems are counted on stderr. Raises `CannotOpen`, `UsageError`."""
    judged = open_watched(paths or [here()], as_of=as_of)
    try:
        warn(judged.summary())
        yield judged
    finally:
        judged.close()


def open_watched(
    paths: list[str],
    *,
    as_of: str | None = None,
    watch: Watch = unwatched,
    good: LastGood | None = None,
    unchecked: bool = False,
) -> Store:
    """The store of the PATHs, as of a time that is read in the dossier's own zone. Raises `CannotOpen`, `UsageError`.

    `unchecked`: see `open_dossier`.
    """
    from tui.index.opening import open_dossier, store  # noqa: PLC0415  (`check` looks at files only)

    if as_of is None:
        return open_dossier(paths, watch=watch, good=good, unchecked=unchecked)
    from tui.files.load import load  # noqa: PLC0415  (a dossier whose index stands is not read)

    loaded = load(paths, watch=watch, good=good)
    moment = last_second(as_of, loaded.dossier.settings.timezone)
    return store(loaded.dossier, loaded.problems, files=loaded.files, inputs=loaded.inputs, as_of=moment, watch=watch)


def zone_of(paths: list[str]) -> str:
    """The zone of a dossier that is not open yet."""
    from tui.files.load import load  # noqa: PLC0415  (asked for only where a time was typed)

    return load(paths).dossier.settings.timezone


def here() -> str:
    """The folder one stands in. Raises `UsageError` when it is no dossier: a script must never read another."""
    from tui.files.demo import demo_path  # noqa: PLC0415  (mostly a PATH is named)
    from tui.files.load import is_dossier  # noqa: PLC0415  (mostly a PATH is named)

    if is_dossier("."):
        return "."
    raise UsageError(
        "no PATH given, and the folder you stand in is no dossier",
        hint=f"name one; the demo is at {demo_path()}",
    )


def here_or_demo() -> str:
    """The folder the explorer opens when none is named: this one if it is a dossier, else the demo."""
    from tui.files.demo import demo_path  # noqa: PLC0415  (mostly a PATH is named)
    from tui.files.load import is_dossier  # noqa: PLC0415  (mostly a PATH is named)

    return "." if is_dossier(".") else str(demo_path())


def last_second(text: str, zone: str) -> int:
    """The last second, since 1970 UTC, of a time typed for `--as-of`. Raises `UsageError`."""
    from tui.cli.filters import read_bounds  # noqa: PLC0415  (asked for by an option)

    _, latest = read_bounds("--as-of", text, zone)
    if latest is None:
        raise UsageError(f"--as-of {text!r} has no end", hint="write a date such as 2016-06-28")
    return latest - 1


def warn(summary: Summary) -> None:
    """Say on stderr that files have faults; notes are not worth a word here."""
    if summary.problems:
        say(f"{counted(summary.problems, 'problem')}, see `rashomon check`")


def writable(path: str) -> Path:
    """A file to write to. Raises `UsageError` where the name is a folder's, its folder does not exist or is closed."""
    target = Path(path)
    try:
        if target.is_dir():
            raise UsageError(f"{path} is a folder", hint="name a file to write")
        if not target.parent.is_dir():
            raise UsageError(f"there is no folder {target.parent}", hint="make it first")
    except OSError as fault:
        raise UsageError(f"cannot write {path}: {reason(fault)}") from fault
    return target
