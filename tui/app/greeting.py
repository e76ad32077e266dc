"""What a first visit is told over the timeline: again until it has stood there long enough to be read, then never more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from tui.app.leaving import Leaving

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.screens.memories import Keeper


class Greeting(Leaving):
    """The part of the app that tells how to begin. A key pressed while the dossier was opened leads away before anything was read."""

    READ_AFTER: ClassVar[float] = 2.0
    """Seconds that the hint must have stood for."""
    ROOM: ClassVar[tuple[int, int]] = (50, 14)
    """The columns and lines of the least window in which it leaves enough to see; in a smaller one it stays owed."""
    _hint = ""
    _until_read: Timer | None = None

    def greet(self, hint: str) -> None:
        """Tell it; again whenever one comes back to the timeline without having read it."""
        self._hint = hint
        self._tell()
        self.screen_change_signal.subscribe(self, lambda _: self._turned())

    def _turned(self) -> None:
        """Whoever opens something has begun: the hint no longer covers what there is to see."""
        for told in list(self._notifications):
            if told.message == self._hint:
                self._unnotify(told)
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)

        if self._until_read is not None:
            self._until_read.stop()
        covers = any(told.severity == "information" for told in self._notifications)  # a word on what was just done
        owed = self._keeper is not None and self._keeper.first_visit
        fits = self.size.width >= self.ROOM[0] and self.size.height >= self.ROOM[1]
        if owed and fits and not covers and isinstance(self.screen, TimelineScreen):
            self.notify(self._hint, timeout=20, markup=False)
            self._until_read = self.set_timer(self.READ_AFTER, self._read_it)

    def _read_it(self) -> None:
        """Where another word took its place, it was not."""
        if self._keeper is not None and any(told.message == self._hint for told in self._notifications):
            self._begun(self._keeper)

    @work(thread=True, group="remembering")
    def _begun(self, keeper: Keeper) -> None:
        keeper.begun()
