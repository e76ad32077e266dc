"""Notes on what one stands on: a new one, or one that is there changed or taken out."""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.answers import EventRow
from tui.core.model import Annotation
from tui.files.decisions import annotation
from tui.screens.correcting import Correcting
from tui.screens.desk import Answer, now
from tui.screens.form import FormScreen
from tui.screens.offers import asking
from tui.screens.picker import PickerScreen
from tui.view.annotations import change_form, note_entries, note_form, notes_on
from tui.view.new_reports import listed


class Noting(Correcting):
    """The part of a screen about an event that writes notes."""

    def do_note(self) -> None:
        """A note on the event, one of its reports or their sources; where there are some, first which."""
        row, _ = self.pointed()
        if row is None:
            return
        there = notes_on(row, self.scene.notes)
        if not there:
            self._new_note(row)
            return

        def picked(key: str | None) -> None:
            if key == "":
                self._new_note(row)
            elif key is not None:
                self._change_note(there[int(key)])

        listed_ = note_entries(there)
        self.app.push_screen(PickerScreen("Which note?", lambda: listed_, self.scene, hint="Enter takes it  Esc leaves"), picked)

    def _new_note(self, row: EventRow) -> None:
        reports = {report.id: report for report in row.reports}
        desk, store = self.session.desk, self.store

        def send(values: Mapping[str, str]) -> Answer:
            desk.by = values["by"]
            about = [reports[values["target"]]] if values["target"] in reports else []
            edit = annotation(
                target=values["target"], at=now(), note=values["note"], tags=listed(values["tags"]), by=values["by"]
            )
            return desk.decide(edit, about, store)

        form = note_form(row, self.scene, by=desk.by, chosen=self.pointed_report())
        self.app.push_screen(FormScreen(form, send, desk, clash=asking(self)), self.written)

    def _change_note(self, note: Annotation) -> None:
        desk = self.session.desk

        def send(values: Mapping[str, str]) -> Answer:
            if not values["note"] and not values["tags"]:
                return desk.withdraw(note)
            desk.by = values["by"]
            return desk.change(
                note,
                annotation(
                    target=note.target, at=now(), note=values["note"], tags=listed(values["tags"]), by=values["by"]
                ),
            )

        self.app.push_screen(FormScreen(change_form(note, by=desk.by), send, desk), self.written)
