"""From paths to an open store: the index kept on disk where one stands, else one made of the files."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.core.answers import InputFile
from tui.core.collector import uncollected
from tui.core.model import Dossier
from tui.core.problems import Problem
from tui.core.progress import Watch, unwatched
from tui.core.verdicts.context import Context
from tui.errors import Cancelled
from tui.files.beside import found_behind
from tui.index import kept
from tui.index.store import Store

if TYPE_CHECKING:
    from tui.files.aside import Aside
    from tui.files.crew import Crew
    from tui.files.last_good import LastGood
    from tui.files.load import Loaded


def open_dossier(
    paths: Sequence[str],
    *,
    as_of: int | None = None,
    watch: Watch = unwatched,
    good: LastGood | None = None,
    unchecked: bool = False,
) -> Store:
    """Load, judge and store the dossier of the paths, or open the index of it that an earlier run kept on disk.

    `as_of`: seconds since 1970 UTC; what was known then. `watch` is told how far it is, and may raise `Cancelled`.
    `good` stands in for files that are no TOML for the moment. `unchecked`: a large index is taken as it stands, without a
    look at any file; who asks for it looks at them afterwards (`kept.remembered`, `kept.state`).
    Raises `tui.errors.CannotOpen` when a path cannot be opened or holds no file that can.
    """
    index = kept.place(paths)
    standing = kept.at_once(index) if unchecked and as_of is None else None
    if standing is not None:
        return Store(standing)
    began, files = time.time_ns(), kept.stamps(paths)
    known = kept.fresh(index, files) if as_of is None else None
    if known is not None:
        if good is not None:
            good.take_up(path for path, _ in found_behind(paths).files)
        return Store(known)
    from tui.files.aside import laid_aside  # noqa: PLC0415  (a dossier whose index stands is not read)
    from tui.files.crew import enlisted  # noqa: PLC0415  (a dossier whose index stands is not read)
    from tui.files.load import load  # noqa: PLC0415  (a dossier whose index stands is not read)

    size = kept.size_of((*files, *kept.mounted(paths, files)))
    if as_of is not None or size < kept.TINY:
        loaded = load(paths, watch=watch, good=good)
        return store(
            loaded.dossier, loaded.problems, files=loaded.files, inputs=loaded.inputs, as_of=as_of, watch=watch
        )
    if not kept.settled(files, began):
        time.sleep(kept.TICK / 1e9)
        began, files = time.time_ns(), kept.stamps(paths)
    with laid_aside(index.parent, size) as aside:
        with enlisted(size) as crew:
            loaded = load(paths, watch=watch, good=good, crew=crew, aside=aside)
            mounts = kept.tables(loaded.tables)
            gone = False
            draft = kept.begin(index) if not loaded.stale and kept.settled((*files, *mounts), began) else None
            if draft is not None:
                context, gone = Context(loaded.dossier), bool(aside)
                if gone:
                    # The context alone holds the reports then, and lets go of them.
                    loaded = replace(loaded, dossier=Dossier())
                fill = partial(_fill, draft[0], context, loaded.problems, files=loaded.files, inputs=loaded.inputs)
                try:
                    fill(watch=watch, crew=crew, aside=aside)
                except Cancelled:
                    kept.give_up(*draft)
                    raise
                except sqlite3.Error:
                    kept.give_up(*draft)
                    draft = None  # the disk of the cache is full, or fails: the dossier is none the worse
        if draft is not None and kept.finish(*draft, index, files, mounts):
            known = kept.fresh(index, kept.stamps(paths))
            if known is not None:
                return Store(known)
        loaded = load(paths, watch=watch, good=good) if gone else _with_words(loaded, aside)
    return store(loaded.dossier, loaded.problems, files=loaded.files, inputs=loaded.inputs, watch=watch)


def _with_words(loaded: Loaded, aside: Aside) -> Loaded:
    """The same with the words that lay aside."""
    dossier = loaded.dossier
    return replace(loaded, dossier=replace(dossier, reports=tuple(map(aside.whole, dossier.reports))))


def store(
    dossier: Dossier,
    problems: Sequence[Problem] = (),
    *,
    files: int = 0,
    inputs: Sequence[InputFile] = (),
    as_of: int | None = None,
    watch: Watch = unwatched,
) -> Store:
    """Judge and store, in memory, a dossier that is already loaded."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection, Context(dossier, as_of=as_of), problems, files=files, inputs=inputs, watch=watch)
    return Store(connection, as_of=as_of)


def _fill(
    connection: sqlite3.Connection,
    context: Context,
    problems: Sequence[Problem],
    *,
    files: int,
    inputs: Sequence[InputFile],
    watch: Watch = unwatched,
    crew: Crew | None = None,
    aside: Aside | None = None,
) -> None:
    from tui.files.aside import NOWHERE  # noqa: PLC0415  (a dossier whose index stands is not built)
    from tui.index.build import build  # noqa: PLC0415  (a dossier whose index stands is not built)

    with uncollected():
        build(connection, context, problems, files=files, inputs=inputs, watch=watch, crew=crew, aside=aside or NOWHERE)
