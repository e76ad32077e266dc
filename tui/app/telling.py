"""A short word at the edge of the screen: the next takes its place. Warnings and errors stand until there was time to read them."""

from __future__ import annotations

from textual.app import App
from textual.notifications import SeverityLevel
from textual.widgets._toast import ToastHolder

MOST = 1
"""Words that stand at once, beside warnings and errors: what is said last is about what was done last."""


class Telling(App[int]):
    """An app that says little at a time."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """A short word; what stands there already is not said again."""
        if not any(standing.message == message for standing in self._notifications):
            super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def _refresh_notifications(self) -> None:
        words = [standing for standing in self._notifications if standing.severity == "information"]
        for old in words[:-MOST]:
            del self._notifications[old]
        # Textual 8.2 leaves the holder of a word that is put away before its time, for good.
        for holder in self.screen.query(ToastHolder):
            if holder.is_mounted and not holder.children:
                holder.remove()
        super()._refresh_notifications()
