"""What the timeline opens: the comparison, the reasons, the file. Hands down what is selected and takes back where one was."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.screens.asked import EditAsked
from tui.screens.ways import Ways
from tui.screens.writing import Writing
from tui.view.actions import FLAGS
from tui.view.marks import Spot, spot_for


class Doors(Writing, Ways):
    """The part of the timeline screen that opens things."""

    def pointed(self) -> tuple[EventRow | None, Spot | None]:
        """The selected event and field."""
        row = self.row
        return row, spot_for(row, self.state.spot) if row is not None else None

    def pointed_source(self) -> str | None:
        """The source of the selected pane that reports the event."""
        panes = self.scene.shown_panes(grouped=self.state.grouped)
        mine = panes[self.state.pane].reports(self.row) if panes and self.row is not None else ()
        return mine[0].source if mine else None

    def do_compare(self) -> None:
        """Compare the readings of the selected event, the selected field first."""
        from tui.screens.compare import CompareScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        if self.row is not None:
            self.open_view(CompareScreen(self.session, self.state))

    def do_discrepancies(self) -> None:
        """Every discrepancy of what passes the filter."""
        from tui.screens.discrepancies import DiscrepanciesScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.open_view(DiscrepanciesScreen(self.session, self.state, self.places.get(FLAGS, ())))

    def do_problems(self) -> None:
        """The problems of the files."""
        from tui.screens.problems import ProblemsScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        self.open_view(ProblemsScreen(self.session, self.state))

    def do_timeline(self) -> None:
        """One is there."""

    def do_why(self) -> None:
        """The reasons for the selected field."""
        from tui.screens.why import WhyScreen  # noqa: PLC0415  (opened by a key: loads after the first rows)

        row = self.row
        spot = spot_for(row, self.state.spot) if row is not None else None
        if row is None or spot is None:
            self.say("nothing is said of this event's fields")
        else:
            self.app.push_screen(WhyScreen(self.scene, row, spot))

    def do_edit(self) -> None:
        """Open the file of the selected report at its line."""
        row = self.row
        if row is None or not row.reports:
            return
        panes = self.scene.shown_panes(grouped=self.state.grouped)
        mine = panes[self.state.pane].reports(row) if panes else ()
        report = (mine or row.reports)[0]
        spot = spot_for(row, self.state.spot)
        line = report.line_of(spot.field.field) if spot is not None and spot.field is not None else report.position.line
        self.post_message(EditAsked(report.position.file, line))

    def do_escape(self) -> None:
        """Put away a message, else the words looked for, else back to the view one came from; leaving takes another key."""
        if self.query("Toast"):
            self.app.clear_notifications()
        elif self.state.search:
            self.state = self.state.searched("", 0)
        elif self.trail:
            self.do_back()
        else:
            self.say("q leaves")
