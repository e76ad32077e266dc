"""What the timeline proposes for a report without an event, compared once one is looked at, and the way to decide it."""

from __future__ import annotations

from textual import work

from tui.core.answers import EventRow
from tui.index.store import Store
from tui.screens.base import ExplorerScreen
from tui.screens.links import Found, LinksScreen, found_in
from tui.view.proposals import Proposal, proposals_of
from tui.widgets.canvas import Canvas


class Proposing(ExplorerScreen):
    """The part of the timeline screen that knows which reports may belong together."""

    _compared: tuple[Store, Found] | None = None
    _comparing: Store | None = None

    @property
    def row(self) -> EventRow | None:
        """The selected row."""
        raise NotImplementedError

    def draw(self) -> None:
        """Every part of the screen."""
        raise NotImplementedError

    def proposed(self, row: EventRow | None) -> tuple[Proposal, ...] | None:
        """For a report without an event those it may belong with; None while they are looked for."""
        if row is None or row.placed:
            return ()
        found = self.found()
        if found is not None:
            return proposals_of(row.verdict.id, found.linking)
        if self._comparing is not self.store:
            self._comparing = self.store
            self._compare(self.store)
        return None

    def found(self) -> Found | None:
        """The links of the dossier in hand, where they are known."""
        return self._compared[1] if self._compared is not None and self._compared[0] is self.store else None

    @work(thread=True)
    def _compare(self, store: Store) -> None:
        found = found_in(store.dossier())
        self.app.call_from_thread(self._take, store, found)

    def _take(self, store: Store, found: Found) -> None:
        if store is self.store and self.query(Canvas):
            self._compared = (store, found)
            self.draw()

    def do_links(self) -> None:
        """Reports that may tell of one event; the selected one first where it is in no event."""
        row = self.row
        at = row.verdict.id if row is not None and not row.placed else None
        self.app.push_screen(LinksScreen(self.session, self.found(), at=at))

    def do_open(self) -> None:
        """What may belong with a report that has no event; the readings of an event."""
        if self.proposed(self.row):
            self.do_links()
        else:
            self.do_compare()
