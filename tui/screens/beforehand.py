"""What a filter leaves is found before it is shown: words of many texts take longer to look for than a key may."""

from __future__ import annotations

from collections.abc import Callable

from textual import work

from tui.core.filters import Filter
from tui.index.store import Store
from tui.screens.marking import Marking


class Beforehand(Marking):
    """The part of the timeline screen that has filters counted in a thread."""

    _awaited = 0

    def counting(self) -> bool:
        """Whether something is still looked for."""
        return self._awaited > 0

    def once_counted(self, keeps: tuple[Filter, ...], then: Callable[[], None]) -> None:
        """Do something with what these filters leave: at once where it is known, else as soon as it is. Keys wait meanwhile,
        in whatever view stands over this."""
        if all(map(self.store.is_prepared, keeps)):
            then()
            return
        self._awaited += 1
        self.led_on = True
        self._count(self.store, keeps, then)

    # Without a description Textual spells one out of the arguments.
    @work(thread=True, group="beforehand", description="counts what passes")
    def _count(self, store: Store, keeps: tuple[Filter, ...], then: Callable[[], None]) -> None:
        for keep in keeps:
            store.prepare(keep)
        self.app.call_from_thread(self._known_now, store, keeps, then)

    def _known_now(self, store: Store, keeps: tuple[Filter, ...], then: Callable[[], None]) -> None:
        self._awaited -= 1
        if not self.stands:
            return
        if store is self.store:
            then()
        else:  # the files were read again meanwhile
            self.once_counted(keeps, then)
        if not self._awaited:
            self.counted()
