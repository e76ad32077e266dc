"""Where nothing passes the filter: which of its names the dossier does not have, and what may have been meant."""

from __future__ import annotations

from textual import work

from tui.core.filters import Filter
from tui.index.store import Store
from tui.index.unmatched import unmatched
from tui.screens.base import ExplorerScreen
from tui.view.spans import Line
from tui.view.timeline import nothing
from tui.widgets.canvas import Canvas


class Missing(ExplorerScreen):
    """The part of a screen that has nothing to show. Names are looked up in a thread: there may be very many to compare."""

    _missing: tuple[Store, Filter, tuple[str, ...]] | None = None
    """What was looked up, of which filter, over which dossier."""

    def draw_soon(self) -> None:
        """Draw every part of the screen."""
        raise NotImplementedError

    def nothing(self) -> tuple[Line, ...]:
        """What the list of a view says where nothing passes: the same in each, in the middle of it."""
        width, height = self.query_one("#list", Canvas).scrollable_content_region.size
        return nothing(self.beneath, self.scene, width, height, self.missing())

    def missing(self) -> tuple[str, ...]:
        """A sentence for each such name; none until they are looked up."""
        store, keep, known = self.store, self.beneath.keep, self._missing
        if known is None or known[0] is not store or known[1] != keep:
            known = self._missing = store, keep, ()
            self._look_up(store, keep)
        return known[2]

    # Without a description Textual spells one out of the arguments: the dossier.
    @work(thread=True, exclusive=True, group="missing", description="looks up names")
    def _look_up(self, store: Store, keep: Filter) -> None:
        told = (each.removeprefix("--filter ") for each in unmatched(store, Filter(terms=keep.typed())))
        self.app.call_from_thread(self._looked_up, store, keep, tuple(told))

    def _looked_up(self, store: Store, keep: Filter, told: tuple[str, ...]) -> None:
        if told and self.stands and self.store is store and self.beneath.keep == keep:
            self._missing = store, keep, told
            self.draw_soon()
