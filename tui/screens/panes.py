"""How the panes of the timeline are arranged: grouped, put away and brought back, moved, made wider."""

from __future__ import annotations

from textual import on

from tui.screens.pages import Pages
from tui.screens.views import Views
from tui.view.arrangements import MOST_STEPS, Arrangement
from tui.view.layouts import Layout, layout
from tui.view.panes import Pane
from tui.widgets.canvas import Canvas


class Panes(Views, Pages):
    """The part of the timeline screen that arranges panes."""

    @property
    def panes(self) -> tuple[Pane, ...]:
        """Every pane that is not put away."""
        return self.scene.shown_panes(grouped=self.state.grouped)

    def plan(self) -> Layout:
        """Where the panes stand."""
        raise NotImplementedError

    def draw(self) -> None:
        """Every part of the screen from the state."""
        raise NotImplementedError

    def do_panes(self) -> None:
        """A pane per publisher, or per source."""
        grouped = not self.state.grouped
        selected = self.panes[self.state.pane].sources[0].id
        panes = self.scene.shown_panes(grouped=grouped)
        pane = next((index for index, candidate in enumerate(panes) if selected in candidate.ids), 0)
        self.state = self.state.regrouped(grouped=grouped, panes=len(panes), pane=pane)

    def do_hide_pane(self) -> None:
        """Put the selected pane away."""
        if len(self.panes) < 2:
            self.say("the last pane stays")
            return
        gone = self.panes[self.state.pane]
        self._arranged(self.scene.arrangement.hiding(gone.key), self.state.pane)
        self.say(f"{gone.siglum} is put away; B brings it back")

    def do_show_panes(self) -> None:
        """Bring back every pane that was put away."""
        here = self.panes[self.state.pane].key
        every = self.scene.every_pane(grouped=self.state.grouped)
        made = self.scene.arrangement.showing(every)
        if made == self.scene.arrangement:
            self.say("no pane is put away")
        else:
            self._arranged(made, self._place(made, here))

    def do_pane_left(self) -> None:
        """Change places with the pane to the left."""
        self._shift(-1)

    def do_pane_right(self) -> None:
        """Change places with the pane to the right."""
        self._shift(1)

    def _shift(self, by: int) -> None:
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
    def pulled(self, message: Canvas.Pulled) -> None:
        """A wall between two heads was drawn aside: the pane to its left takes the nearest width there is."""
        plan = self.plan()
        pane = plan.wall_at(message.start)
        if pane is None:
            return
        key, wanted = self.panes[pane].key, plan.widths[plan.shown.index(pane)] + message.end - message.start
        tried = [self.scene.arrangement.widened(key, by) for by in range(-2 * MOST_STEPS, 2 * MOST_STEPS + 1)]
        widths = [
            layout(self.state, plan.offered, plan.width, made.weights(self.panes)).widths[plan.shown.index(pane)]
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
        self.draw()
