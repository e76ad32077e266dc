"""Pick an actor: every one of the filter with how many events name it, narrowed while one types."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.widgets import Input

from tui.core.answers import ActorCount
from tui.core.filters import Filter
from tui.screens.base import Session
from tui.screens.showing import Overlay
from tui.view.cast import cast, matching
from tui.view.scene import Drawing
from tui.view.spans import Span
from tui.view.windows import Window
from tui.widgets.bare import Frame
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks


class ActorsScreen(Overlay[str | None]):
    """Enter gives the actor's name; Esc gives None; on an actor already kept Enter gives "", which lets all pass."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel", show=False),
        Binding("down,ctrl+n", "by(1)", "down", show=False),
        Binding("up,ctrl+p", "by(-1)", "up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
    ]
    window: var[Window] = var(Window, init=False)
    drawing: var[Drawing] = var(Drawing)

    def __init__(self, session: Session, keep: Filter) -> None:
        super().__init__()
        self._session, self._keep = session, keep
        self._every: tuple[ActorCount, ...] | None = None
        self._found: tuple[ActorCount, ...] = ()
        self._entered = False

    def compose(self) -> ComposeResult:
        """A field and the list under it."""
        yield Looks()
        with Frame(id="actors") as frame:
            frame.border_title = "Actor"
            frame.border_subtitle = "type to narrow  Enter  Esc"
            yield Input(placeholder="name, alias or id", id="actor-text")
            yield Canvas(id="actor-list").data_bind(drawing=ActorsScreen.drawing)

    def on_mount(self) -> None:
        """Count; in a large dossier that takes longer than a frame."""
        self._count()

    @work(thread=True)
    def _count(self) -> None:
        self.app.call_from_thread(self._fill, self._session.store.actor_counts(self._keep))

    def _fill(self, actors: tuple[ActorCount, ...]) -> None:
        self._every = actors
        self.narrow(self.query_one("#actor-text", Input).value)
        if self._entered:
            self.chosen()

    @on(Canvas.Resized)
    def fitted(self, message: Canvas.Resized) -> None:
        """Another number of actors fits."""
        self.window = self.window.recounted(len(self._found)).resized(message.extent.height)
        self.draw()

    @on(Input.Changed)
    def narrowed(self, message: Input.Changed) -> None:
        """Only the actors of that name."""
        self.narrow(message.value)

    def narrow(self, typed: str) -> None:
        """Only the actors whose names begin with what is typed, the first of them selected."""
        self._found = matching(self._every or (), typed)
        self.window = self.window.recounted(len(self._found)).to(0)
        self.draw()

    def watch_window(self, _: Window, window: Window) -> None:
        """Draw it."""
        self.draw()

    def draw(self) -> None:
        """The actors in view."""
        width = self.query_one("#actor-list", Canvas).scrollable_content_region.width
        if self._every is None:
            self.drawing = Drawing(lines=((), (Span("  counting …", "dim"),)))
        elif width > 0:
            self.drawing = cast(self._found, self.window, self._session.scene, width, self._keep.actors)

    @on(Input.Submitted)
    def chosen(self) -> None:
        """Give the actor under the cursor, as soon as they are counted."""
        self._entered = self._every is None
        if self._found:
            name = self._found[self.window.cursor].name
            self.dismiss("" if name in self._keep.actors else name)

    @on(Canvas.Pressed)
    def pressed(self, message: Canvas.Pressed) -> None:
        """Select; the selected one is given."""
        row = self.window.top + message.y
        if row < len(self._found):
            self.window = self.window.to(row)
            self.chosen()

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll."""
        self.window = self.window.scrolled(self.window.top + message.lines)

    def action_by(self, rows: int) -> None:
        """Move."""
        self.window = self.window.moved(rows)

    def action_page(self, pages: int) -> None:
        """Move by pages."""
        self.window = self.window.paged(pages)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
