"""What the timeline proposes for a report without an event, compared once one is looked at, and the way to decide it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from textual import work

from tui.core.answers import EventRow
from tui.core.collector import give_back, keep_out, uncollected
from tui.core.progress import Listener, Step
from tui.errors import Cancelled
from tui.index.store import Store
from tui.screens.base import Session
from tui.screens.ways import Ways
from tui.view.actions import LINKS

if TYPE_CHECKING:
    from tui.screens.compared import Found
    from tui.view.proposals import Proposal

LARGE = 5000
"""Reports from which on what was compared is kept out of the collector's rounds: of so many a round takes a tenth of a second longer.
Views that stand meanwhile are never given back, as each is in a ring with its parts: a megabyte, for every reading of the files."""


class Proposing(Ways):
    """The part of the timeline screen that knows which reports may belong together, and compares them for view 7, too."""

    _compared: tuple[Store, Found] | None = None
    _comparing: Store | None = None
    _ended: Store | None = None
    """Somebody had its comparison end: it begins again only where it is asked for."""
    _waiting: tuple[Callable[[Found], None], ...] = ()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._one_at_a_time = Lock()
        self._listener, self._began = Listener(), 0.0

    @property
    def row(self) -> EventRow | None:
        """The selected row."""
        raise NotImplementedError

    def proposed(self, row: EventRow | None) -> tuple[Proposal, ...] | None:
        """For a report without an event those it may belong with; None while they are looked for."""
        if row is None or row.placed:
            return ()
        found = self.found()
        if found is not None:
            from tui.view.proposals import proposals_of  # noqa: PLC0415  (asked for only where a report has no event)

            return proposals_of(row.verdict.id, found.review)
        if self._ended is self.store:
            return ()
        self._have_compared()
        return None

    def compare(self, then: Callable[[Found], None]) -> None:
        """Have the dossier in hand compared, once, however many ask and leave; `then` hears what was found."""
        found = self.found()
        if found is not None:
            then(found)
        else:
            self._waiting = tuple(dict.fromkeys((*self._waiting, then)))
            self._ended = None
            self._have_compared()

    def how_far(self) -> tuple[Step | None, float]:
        """The last word of the comparison, and seconds since it began."""
        return self._listener.step, monotonic() - self._began

    def end_comparing(self) -> None:
        """Leave it where it stands."""
        self._listener.stop()
        self._comparing, self._ended, self._waiting = None, self.store, ()

    def found(self) -> Found | None:
        """The links of the dossier in hand, where they are known."""
        if self._compared is not None and self._compared[0] is not self.store:
            self._compared = None  # of files that are others now, and large
        return self._compared[1] if self._compared is not None else None

    def _have_compared(self) -> None:
        if self._comparing is not self.store:
            self._listener.stop()  # of files that are others now
            self._comparing = self.store
            self._listener, self._began = Listener(), monotonic()
            self._compare(self.store, self._listener)

    @work(thread=True)
    def _compare(self, store: Store, listener: Listener) -> None:
        from tui.screens.compared import found_in  # noqa: PLC0415  (asked for only where a report has no event)

        with self._one_at_a_time:
            if store is not self.store:
                return
            # The next round, of whatever kind, would look through all of it: before it that is kept out.
            with uncollected():
                dossier = store.dossier()
                if len(dossier.reports) >= LARGE:
                    keep_out()
            try:
                found = found_in(dossier, listener)
            except Cancelled:
                found = None
            del dossier
            give_back()
        if found is not None:
            self.app.call_from_thread(self._take, store, found)

    def _take(self, store: Store, found: Found) -> None:
        if store is self.store and self.stands:
            self._compared = (store, found)
            waiting, self._waiting = self._waiting, ()
            self.draw_soon()
            for then in waiting:
                then(found)

    def on_unmount(self) -> None:
        """Nobody waits any more."""
        self._listener.stop()

    def do_links(self) -> None:
        """Reports that may tell of one event; the selected one first where it is in no event."""
        from tui.screens.links import LinksScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        row = self.row
        at = row.verdict.id if row is not None and not row.placed else None
        self.open_view(LinksScreen(self.session, self, self.state, self.places.get(LINKS, ()), at=at))

    def do_open(self) -> None:
        """What may belong with a report that has no event; the readings of an event."""
        if self.proposed(self.row):
            self.do_links()
        else:
            self.do_compare()
