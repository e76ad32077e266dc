"""Makes a session of an open store: asks once for what stays the same while one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.core.filters import EVERYTHING
from tui.screens.base import Session
from tui.view.clocks import local
from tui.view.glyphs import ASCII, UNICODE
from tui.view.panes import by_publisher, separate
from tui.view.scene import Scene

if TYPE_CHECKING:
    from tui.index.store import Store


def session_over(store: Store, *, ascii_only: bool) -> Session:
    """The session over the store; the year of the busiest day goes without saying."""
    summary = store.summary()
    sources = store.sources()
    bars = store.density(EVERYTHING)
    busiest = max(bars, key=lambda bar: (bar.events, bar.start), default=None)
    moment = local(busiest.start + 43_200, summary.timezone) if busiest is not None else None
    return Session(
        store,
        Scene(
            summary=summary,
            sources=sources,
            panes=separate(sources),
            publishers=by_publisher(sources),
            home_year=moment.year if moment is not None else None,
            glyphs=ASCII if ascii_only else UNICODE,
        ),
        tuple(finding for finding in store.findings() if len(finding.events) > 1),
    )
