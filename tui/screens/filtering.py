"""The filter: typed, picked, dropped, switched off and on. Whatever view is open over the timeline shows what is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import Term
from tui.screens.base import ExplorerScreen
from tui.screens.seeking import Seeking
from tui.view.state import narrower


class Filtering(Seeking):
    """The part of the timeline screen that says what passes."""

    def keep_only(self, keep: Filter) -> None:
        """Apply the filter; the selected event stays selected where it passes."""
        keep = keep.knowing(self.state.marked)
        at = self.row.verdict.id if self.row is not None else None
        found = self.session.event(at, keep) if at is not None else None
        count = self.store.count(keep)
        row = found.position if found is not None else self.store.busiest(keep) if count else 0
        state = self.state.kept(keep, count, row)
        if state.search:
            state = state.searched(state.search, self.store.hits(keep, state.search), state.named)
        self.state = state

    def narrow(self, keep: Filter) -> None:
        """Apply the filter; the view over the timeline shows what it leaves."""
        self.unsay()
        self.once_passing(keep, partial(self._narrowed, keep))

    def once_passing(self, keep: Filter, then: Callable[[], None]) -> None:
        """Do something once all is known that `keep_only` asks."""
        searched = (Filter(texts=(self.state.search,)),) if self.state.search else ()
        self.once_counted((keep.knowing(self.state.marked), *searched), then)

    def _narrowed(self, keep: Filter) -> None:
        self.keep_only(keep)
        shown = next(view for view in reversed(self.app.screen_stack) if isinstance(view, ExplorerScreen))
        if shown is not self:
            shown.renewed(self.session, self.state)

    def do_narrow_less(self) -> None:
        """Drop the last part of the filter."""
        self.narrow(narrower(self.state.keep))

    def do_filter_toggle(self) -> None:
        """The filter off, or on again."""
        keep, held = self.state.keep, self.state.held
        self.state = self.state.holding(keep if not keep.is_empty else EVERYTHING)
        self.narrow(EVERYTHING if not keep.is_empty else held)

    def do_actors(self) -> None:
        """Pick an actor with live counts."""
        from tui.screens.actors import ActorsScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.app.push_screen(ActorsScreen(self.session, self.state.keep), self.keep_actor)

    def keep_actor(self, actor: str | None) -> None:
        """Only events of the actor; an empty name lets all actors pass."""
        if actor is not None:
            self.narrow(self.state.keep.of_actor(actor))

    def do_query(self) -> None:
        """Type a filter."""
        from tui.screens.query import QueryScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        prompt = QueryScreen(self.session, self.state.keep, self.state.marked, self.before("&"))
        self.ask("&", prompt, self.keep_terms)

    def keep_terms(self, terms: tuple[Term, ...] | None) -> None:
        """Only events of the terms typed; none lets all pass that the rest of the filter lets pass."""
        if terms is not None:
            self.narrow(self.state.keep.retyped(terms))

    def do_facets(self) -> None:
        """Filters with live counts."""
        from tui.screens.facets import FacetsScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.app.push_screen(FacetsScreen(self.session, self.state.keep), self.keep_facets)

    def keep_facets(self, keep: Filter | None) -> None:
        """The filter that resulted, where it is another one."""
        if keep is not None and keep != self.state.keep:
            self.narrow(keep)
