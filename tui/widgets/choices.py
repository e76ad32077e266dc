"""A list to choose from that keeps its nerve in a window without room for it. Decides nothing."""

from __future__ import annotations

from textual.widgets import OptionList


class Choices(OptionList):
    """Turns no page where not a line of it is shown: Textual 8 looks for the line of the chosen one there, and raises."""

    def action_page_down(self) -> None:
        """A page further, where there is one."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """A page back, where there is one."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]
