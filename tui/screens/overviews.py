"""What the timeline opens beyond one event: origins, sources, actors."""

from __future__ import annotations

from tui.screens.ways import Ways
from tui.view.actions import CAST, MATRIX


class Overviews(Ways):
    """The part of the timeline screen that opens overviews."""

    def do_origins(self) -> None:
        """Who repeats whom behind the selected event."""
        from tui.screens.origins import OriginsScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.open_view(OriginsScreen(self.session, self.state))

    def do_sources(self) -> None:
        """How often every two sources agree."""
        from tui.screens.sources import SourcesScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.open_view(SourcesScreen(self.session, self.state, self.places.get(MATRIX, ())))

    def do_cast(self) -> None:
        """Actors by role and spelling."""
        from tui.screens.cast import CastScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.open_view(CastScreen(self.session, self.state, self.places.get(CAST, ())))
