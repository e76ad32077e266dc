"""Makes a session of an open store: asks once for what stays the same while one looks."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from tui.core.filters import EVERYTHING
from tui.core.judgements import Verdict
from tui.files.last_good import CODE as LAST_GOOD
from tui.screens.base import Session
from tui.screens.desk import Desk
from tui.view.clocks import home_year
from tui.view.glyphs import ASCII, UNICODE
from tui.view.keymap import DEFAULT, Keymap
from tui.view.panes import by_publisher, separate
from tui.view.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.core.problems import Problem
    from tui.index.store import Store
    from tui.screens.exporting import Exports

_AT_ONCE = 100
"""Flags read at once; the first one mostly tells."""


def session_over(
    store: Store,
    *,
    ascii_only: bool,
    read_only: bool = False,
    keymap: Keymap = DEFAULT,
    desk: Desk | None = None,
    exports: Callable[[], Exports] | None = None,
    faults: tuple[Problem, ...] = (),
) -> Session:
    """The session over the store."""
    summary = store.summary()
    sources = store.sources()
    return Session(
        store,
        Scene(
            summary=summary,
            sources=sources,
            panes=separate(sources),
            publishers=by_publisher(sources),
            home_year=home_year(store.density(EVERYTHING), summary.timezone),
            conflicts=_conflicts(store),
            rulings=store.rulings(),
            notes=store.annotations(),
            stale=tuple(problem.file for problem in store.problems() if problem.code == LAST_GOOD),
            glyphs=ASCII if ascii_only else UNICODE,
            keymap=keymap,
        ),
        tuple(finding for finding in store.findings() if len(finding.events) > 1),
        read_only,
        desk or Desk(),
        exports,
        faults,
    )


def _conflicts(store: Store) -> bool:
    """Whether a conflict is open; strained readings are listed after every conflict."""
    for start in count(0, _AT_ONCE):
        flags = store.flags(EVERYTHING, start, _AT_ONCE)
        if any(flag.open and flag.verdict is Verdict.CONFLICT for flag in flags):
            return True
        if not flags or flags[-1].verdict is Verdict.STRAINED:
            return False
    return False
