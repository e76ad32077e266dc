"""What the timeline opens beyond one event: origins, sources, actors, the filter typed."""

from __future__ import annotations

from dataclasses import replace

from tui.core.filters import Filter
from tui.core.terms import Term
from tui.screens.seeking import Seeking
from tui.screens.ways import Ways


class Overviews(Seeking, Ways):
    """The part of the timeline screen that opens overviews."""

    def do_origins(self) -> None:
        """Who repeats whom behind the selected event."""
        from tui.screens.origins import OriginsScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.open_view(OriginsScreen(self.session, self.state))

    def do_sources(self) -> None:
        """How often every two sources agree."""
        from tui.screens.sources import SourcesScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.open_view(SourcesScreen(self.session, self.state))

    def do_cast(self) -> None:
        """Actors by role and spelling."""
        from tui.screens.cast import CastScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.open_view(CastScreen(self.session, self.state))

    def do_query(self) -> None:
        """Type a filter."""
        from tui.screens.query import QueryScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        prompt = QueryScreen(self.session, self.state.keep, self.state.marked, self.before("&"))
        self.ask("&", prompt, self.keep_terms)

    def keep_terms(self, terms: tuple[Term, ...] | None) -> None:
        """Only events of the terms typed; none lets all pass that the rest of the filter lets pass."""
        if terms is not None:
            self.keep_only(replace(self.state.keep, terms=terms))

    def do_facets(self) -> None:
        """Filters with live counts."""
        from tui.screens.facets import FacetsScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.app.push_screen(FacetsScreen(self.session, self.state.keep), self.keep_facets)

    def keep_facets(self, keep: Filter | None) -> None:
        """The filter that resulted, where it is another one."""
        if keep is not None and keep != self.state.keep:
            self.keep_only(keep)
