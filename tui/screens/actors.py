"""Pick an actor: every one of the filter with how many events name it, narrowed while one types."""

from __future__ import annotations

from textual import work

from tui.core.answers import ActorCount
from tui.core.filters import Filter
from tui.screens.base import Session
from tui.screens.narrowing import NarrowingScreen
from tui.view.cast import cast, matching
from tui.view.scene import Drawing
from tui.view.spans import Span


class ActorsScreen(NarrowingScreen[str | None]):
    """Enter gives the actor's name; Esc gives None; on an actor already kept Enter gives "", which lets all pass."""

    HEADING, HINT = "Actor", "name, alias or id"

    def __init__(self, session: Session, keep: Filter) -> None:
        super().__init__()
        self._session, self._keep = session, keep
        self._every: tuple[ActorCount, ...] | None = None
        self._found: tuple[ActorCount, ...] = ()
        self._entered = False

    def on_mount(self) -> None:
        """Count; in a large dossier that takes longer than a frame."""
        self._count()

    @work(thread=True)
    def _count(self) -> None:
        self.app.call_from_thread(self._fill, self._session.store.actor_counts(self._keep))

    def _fill(self, actors: tuple[ActorCount, ...]) -> None:
        if not self.stands:
            return
        self._every = actors
        self.narrow(self.typed)
        if self._entered:
            self.choose()

    def narrow(self, typed: str) -> None:
        """Only the actors whose names begin with what is typed, the first of them selected."""
        self._found = matching(self._every or (), typed)
        self.relisted(len(self._found))

    def listed(self, width: int) -> Drawing:
        """The actors in view."""
        if self._every is None:
            return Drawing(lines=((), (Span("  counting …", "dim"),)))
        return cast(self._found, self.window, self._session.scene, width, self._keep.actors)

    def choose(self) -> None:
        """Give the actor under the cursor, as soon as they are counted."""
        self._entered = self._every is None
        if self._found:
            name = self._found[self.window.cursor].name
            self.dismiss("" if name in self._keep.actors else name)
