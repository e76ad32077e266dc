"""How a screen comes up: with as little work in one step of the loop as it can, for while it lasts no key is heard."""

from __future__ import annotations

from asyncio import sleep
from typing import TypeVar

from rich.console import RenderableType
from textual.events import Event, ScreenResume
from textual.geometry import Size
from textual.screen import ModalScreen, Screen

from tui.widgets.bare import Bare
from tui.widgets.canvas import Canvas
from tui.widgets.dimmed import Dimmed

Result = TypeVar("Result")

_AGAIN = 3
"""How often what lies under a screen's parts is made anew before a paint that it goes on changing under."""


class StyledOnce(Screen[Result], Bare):
    """A screen whose parts are styled when they are mounted, and not again when it is shown.

    A theme that changes under other screens restyles them, too (`App.refresh_css`).
    """

    _laid_out: Size | None = None
    _laying_out = False
    _paint_to_come = False

    @property
    def stands(self) -> bool:
        """Whether its parts are there: where it leaves they go one after the other, and a thread may come back to it meanwhile."""
        return not self._pruning and bool(self.query(Canvas))

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        self._laying_out = True
        super()._refresh_layout(size, scroll)
        self._laying_out = False
        self._laid_out = self.outer_size if size is None else size

    def _compositor_refresh(self) -> None:
        """Textual paints a screen in the step in which it lays it out, and makes what lies under its parts in that step too. Here
        each is a step of its own. A screen that is laid out for the first time is not painted then: its parts have drawn nothing
        yet, and once they have Textual paints all of it anyway.
        """
        if self._paint_to_come or (self._laying_out and self._laid_out is None):
            return
        # One that is not on top paints nothing: it has the one on top painted anew.
        if self is self.app.screen and (self._laying_out or self._dirty_regions):
            self._paint_to_come = True
            self.call_later(self._paint)
        else:
            super()._compositor_refresh()

    async def _paint(self) -> None:
        await sleep(0)  # what the screen has to hear besides is heard in the step of before
        for _ in range(_AGAIN):
            if self._dirty_regions:
                self._render_content()
                await sleep(0)
        # What Textual's own parts draw they remember. One of ours remembers its lines, and around them is little to draw.
        for part in [part for part in self._compositor.visible_widgets if not isinstance(part, Bare)]:
            if part.is_attached:
                part.render_lines(part.size.region)
                await sleep(0)
        self._paint_to_come = False
        self._compositor.update_widgets(self._dirty_widgets)  # what was drawn anew meanwhile: painting forgets of whom it was told
        super()._compositor_refresh()
        await sleep(0)  # and what it has to hear next in the step after

    def _screen_resized(self, size: Size) -> None:
        """Textual lays a screen out in a size, and again when the screen hears that it has that size."""
        if size != self._laid_out:
            super()._screen_resized(size)

    async def on_event(self, event: Event) -> None:
        """Textual styles a screen again that it shows, the one just mounted as well."""
        if isinstance(event, ScreenResume):
            event.refresh_styles = False
        await super().on_event(event)


class Overlay(ModalScreen[Result], StyledOnce[Result]):
    """A window over the view it was opened from, which is seen dimmed beside it."""

    def render(self) -> RenderableType:
        """The view below, whoever asks: Textual knows it only while it paints."""
        stack = self.app.screen_stack
        place = stack.index(self) if self in stack else 0
        return Dimmed(stack[place - 1], self.styles.background) if place else super().render()
