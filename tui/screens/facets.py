"""Filters to take and let go, with counts that follow what is taken; the timeline follows when one leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var

from tui.core.answers import Facet
from tui.core.filters import Filter
from tui.screens.base import Session
from tui.screens.room import Roomed
from tui.screens.showing import Overlay
from tui.view.facets import GROUPS, Row, drawing, grouped, moved, rows, toggled
from tui.view.safety import safe
from tui.view.scene import Drawing
from tui.view.windows import Window
from tui.widgets.bare import Frame
from tui.widgets.canvas import Canvas
from tui.widgets.looks import Looks


class FacetsScreen(Roomed[Filter | None], Overlay[Filter | None]):
    """Enter takes a value or lets it go; Esc gives the filter that resulted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f", "leave", "leave", show=False),
        Binding("j,down", "by(1)", "down", show=False),
        Binding("k,up", "by(-1)", "up", show=False),
        Binding("ctrl+d,pagedown", "by(10)", "page down", show=False),
        Binding("ctrl+u,pageup", "by(-10)", "page up", show=False),
        Binding("g,home", "by(-1000000)", "first", show=False),
        Binding("G,end", "by(1000000)", "last", show=False),
        Binding("tab,l,right", "group(1)", "next group", show=False),
        Binding("shift+tab,h,left", "group(-1)", "group before", show=False),
        Binding("enter,space", "take", "take", show=False),
    ]
    LEAST = (36, 8)
    keep: var[Filter] = var(Filter, init=False)
    window: var[Window] = var(Window, init=False)
    drawing: var[Drawing] = var(Drawing)

    def __init__(self, session: Session, keep: Filter) -> None:
        super().__init__()
        self._session = session
        self._rows: tuple[Row, ...] | None = None
        self.set_reactive(FacetsScreen.keep, keep)

    def named(self) -> tuple[str, str]:
        """What it is, and the value one stands on."""
        row = self._rows[self.window.cursor] if self._rows else None
        return "Filter", safe(row.label) if row is not None else ""

    def compose(self) -> ComposeResult:
        """One frame."""
        yield Looks()
        with Frame(id="facets") as frame:
            frame.border_title = "Filter"
            frame.border_subtitle = "Enter takes or drops  Tab next group  Esc done"
            yield Canvas(id="facet-list").data_bind(drawing=FacetsScreen.drawing)

    def on_mount(self) -> None:
        """Count."""
        self._read(self.keep)

    @work(thread=True, exclusive=True)
    def _read(self, keep: Filter) -> None:
        """Seven counts over what passes: longer than a frame where there are many events."""
        store = self._session.store
        groups = {name: store.facet(name, keep) for name in GROUPS if name != "actor"}
        groups["actor"] = tuple(
            Facet(value=actor.name, label=actor.name, events=actor.events) for actor in store.actor_counts(keep)
        )
        names = {pane.key: f"{pane.siglum}  {pane.name}" for pane in self._session.scene.publishers}
        groups["publisher"] = tuple(
            replace(facet, label=names.get(facet.value, facet.label)) for facet in groups["publisher"]
        )
        self.app.call_from_thread(self._fill, keep, groups, store.count(keep))

    def _fill(self, keep: Filter, groups: dict[str, tuple[Facet, ...]], count: int) -> None:
        if keep != self.keep or not self.stands:
            return
        at = self._rows[self.window.cursor] if self._rows else None
        self._rows = rows(groups, keep)
        self.query_one("#facets").border_title = f"Filter: {count:,} of {self._session.scene.rows_words}"
        same = (
            n for n, row in enumerate(self._rows) if at is not None and (row.name, row.value) == (at.name, at.value)
        )
        there = next(same, None)
        window = self.window.recounted(len(self._rows))
        window = moved(self._rows, window.to(0), 1) if there is None else window.to(there)
        self.set_reactive(FacetsScreen.window, window)
        self.draw()

    @on(Canvas.Resized, "#facet-list")
    def fitted(self, message: Canvas.Resized) -> None:
        """Another number of values fits."""
        window = self.window.resized(message.extent.height)
        self.set_reactive(FacetsScreen.window, window.to(0).to(window.cursor))
        self.draw()

    def watch_window(self, _: Window, window: Window) -> None:
        """Draw it."""
        self.draw()
        self.see_room()

    def draw(self) -> None:
        """The values in view."""
        found = self.query("#facet-list").results(Canvas)
        width = next((canvas.scrollable_content_region.width for canvas in found), 0)
        if width > 0 and self._rows is not None:
            self.drawing = drawing(self._rows, self.keep, self.window, self._session.scene, width)

    def action_by(self, by: int) -> None:
        """Move."""
        self.window = moved(self._rows or (), self.window, by)

    def action_group(self, by: int) -> None:
        """Move to another group."""
        self.window = grouped(self._rows or (), self.window, by)

    def action_take(self) -> None:
        """Take the value, or let it go."""
        row = self._rows[self.window.cursor] if self._rows else None
        if row is not None and row.value:
            self.keep = toggled(self.keep, row.name, row.value)
            self.draw()
            self._read(self.keep)

    @on(Canvas.Pressed, "#facet-list")
    def pressed(self, message: Canvas.Pressed) -> None:
        """Take what is under the mouse."""
        place = self.window.top + message.y
        if self._rows is not None and place < len(self._rows) and self._rows[place].value:
            self.window = self.window.to(place)
            self.action_take()

    @on(Canvas.Wheeled)
    def wheeled(self, message: Canvas.Wheeled) -> None:
        """Scroll."""
        self.window = self.window.scrolled(self.window.top + message.lines)

    def action_leave(self) -> None:
        """Give the filter."""
        self.dismiss(self.keep)
