"""How the panes of the timeline are arranged: grouped, put away and brought back, moved, made wider."""

from __future__ import annotations

from dataclasses import replace

from textual import on

from tui.screens.pages import Pages
from tui.screens.picker import PickerScreen
from tui.screens.views import Views
from tui.view.arrangements import MOST_STEPS, Arrangement
from tui.view.layouts import Layout, gutter_size, layout
from tui.view.panes import Pane
from tui.view.picking import Entry
from tui.view.reading_panes import by_reading
from tui.view.state import TimelineState
from tui.widgets.canvas import Canvas

_ALL = " "
"""No pane has a blank for its key."""


class Panes(Views, Pages):
    """The part of the timeline screen that arranges panes."""

    @property
    def panes(self) -> tuple[Pane, ...]:
        """Every pane that is not put away."""
        return self.scene.shown_panes(grouped=self.state.grouped)

    def plan(self) -> Layout:
        """Where the panes stand."""
        raise NotImplementedError

    def do_panes(self) -> None:
        """A pane per publisher, per source, per reading."""
        grouped = self.state.readings
        readings = not grouped and not self.state.grouped
        selected = self.panes[self.state.pane].sources[0].id
        self._read_as(readings=readings)
        panes = self.scene.shown_panes(grouped=grouped)
        pane = next((index for index, candidate in enumerate(panes) if selected in candidate.ids), 0)
        self.state = self.state.regrouped(grouped=grouped, readings=readings, panes=len(panes), pane=pane)

    def _read_as(self, *, readings: bool) -> None:
        row = self.row if readings else None
        made = by_reading(row, self.state.spot, self.scene) if row is not None else ()
        if made != self.scene.readings:
            self.session = replace(self.session, scene=replace(self.scene, readings=made))

    def regrouped(self) -> TimelineState:
        """The state with as many panes as there are now: panes that are readings follow the selected event and field."""
        self._read_as(readings=self.state.readings)
        return self.state.stocked(panes=len(self.panes), count=self.state.rows.count)

    def _fixed(self) -> bool:
        if self.state.readings:
            self.say("panes by reading come and go with the event; | leaves them")
        return self.state.readings

    def do_hide_pane(self) -> None:
        """Put the selected pane away."""
        if self._fixed():
            return
        if len(self.panes) < 2:
            self.say("the last pane stays")
            return
        gone = self.panes[self.state.pane]
        self._arranged(self.scene.arrangement.hiding(gone.key), self.state.pane)
        self.say(f"{gone.siglum} is put away; B brings it back")

    def do_show_panes(self) -> None:
        """List the panes that were put away; the only one is brought back."""
        if self._fixed():
            return
        away = self._away()
        if not away:
            self.say("no pane is put away")
        elif len(away) == 1:
            self._bring_back(away[0].key)
        else:
            self.app.push_screen(
                PickerScreen("Panes put away", self._listed_panes, self.scene, hint="Enter brings back  Esc leaves"),
                self._bring_back,
            )

    def _away(self) -> tuple[Pane, ...]:
        shown = {pane.key for pane in self.panes}
        return tuple(pane for pane in self.scene.every_pane(grouped=self.state.grouped) if pane.key not in shown)

    def _listed_panes(self) -> tuple[Entry, ...]:
        away = self._away()
        every = Entry(_ALL, "all of them", f"{len(away)} panes")
        return (every, *(Entry(pane.key, f"{pane.siglum}  {pane.name}", pane.about(40)) for pane in away))

    def _bring_back(self, key: str | None) -> None:
        back = [pane for pane in self._away() if key in (_ALL, pane.key)]
        if back:
            made = self.scene.arrangement.showing(back)
            self._arranged(made, self._place(made, self.panes[self.state.pane].key))

    def do_pane_left(self) -> None:
        """Change places with the pane to the left."""
        self._shift(-1)

    def do_pane_right(self) -> None:
        """Change places with the pane to the right."""
        self._shift(1)

    def _shift(self, by: int) -> None:
        if self._fixed():
            return
        here, offered = self.state.pane, self.plan().offered
        beyond = [pane for pane in offered if (pane - here) * by > 0]
        if not beyond:
            self.say("it stands at the edge")
            return
        there = min(beyond, key=lambda pane: abs(pane - here))
        made = self.scene.arrangement.moved(self.panes, here, there - here)
        self._arranged(made, self._place(made, self.panes[self.state.pane].key))

    def do_wider(self) -> None:
        """The selected pane wider."""
        self._widen(1)

    def do_narrower(self) -> None:
        """The selected pane narrower."""
        self._widen(-1)

    def _widen(self, by: int) -> None:
        made = self.scene.arrangement.widened(self.panes[self.state.pane].key, by)
        self._arranged(made, self.state.pane)

    @on(Canvas.Pulled, "#heads")
    @on(Canvas.Pulled, "#body")
    def pulled(self, message: Canvas.Pulled) -> None:
        """A wall was drawn aside: what stands to its left takes that width, a pane the nearest there is."""
        plan = self.plan()
        if plan.is_edge(message.start):
            wanted = plan.gutter + message.end - message.start
            self._arranged(self.scene.arrangement.with_gutter(wanted - gutter_size(plan.width)), self.state.pane)
            return
        pane = plan.wall_at(message.start)
        if pane is None:
            return
        key, wanted = self.panes[pane].key, plan.widths[plan.shown.index(pane)] + message.end - message.start
        tried = [self.scene.arrangement.widened(key, by) for by in range(-2 * MOST_STEPS, 2 * MOST_STEPS + 1)]
        widths = [
            layout(self.state, plan.offered, plan.width, made.weights(self.panes), wider=made.gutter).widths[
                plan.shown.index(pane)
            ]
            for made in tried
        ]
        nearest = min(range(len(tried)), key=lambda index: abs(widths[index] - wanted))
        self._arranged(tried[nearest], self.state.pane)

    def _place(self, made: Arrangement, key: str) -> int:
        """Index of the pane of that key in the arrangement."""
        panes = made.applied(self.scene.every_pane(grouped=self.state.grouped))
        return next(index for index, pane in enumerate(panes) if pane.key == key)

    def _arranged(self, made: Arrangement, pane: int) -> None:
        self.arrange_panes(made)
        self.state = self.state.stocked(panes=len(self.panes), count=self.state.rows.count).on_pane(pane)
        self.draw_soon()
