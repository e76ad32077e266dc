"""Ruling on a discrepancy from any view that stands on one."""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict
from tui.core.verdicts.rulings import seen_in
from tui.files.decisions import ruling
from tui.screens.desk import Answer, now
from tui.screens.form import FormScreen
from tui.screens.offers import asking
from tui.screens.sharing import Sharing
from tui.view.rulings import WITHDRAW, disputed, ruling_form


class Ruling(Sharing):
    """The part of a screen about an event that writes what an analyst decides."""

    def pointed_reading(self) -> int | None:
        """The reading one stands on, in the order of the verdict; None where one stands on none."""
        return None

    def do_rule(self) -> None:
        """Ask which reading is accepted, and write it."""
        row, spot = self.pointed()
        if row is None:
            return
        field = disputed(row, spot)
        if isinstance(field, str):
            self.say(field)
            return
        desk = self.session.desk
        form = ruling_form(row, field, self.scene, by=desk.by, reading=self.pointed_reading())

        def send(values: Mapping[str, str]) -> Answer:
            return self._rule(row, field, values)

        self.app.push_screen(FormScreen(form, send, desk, clash=asking(self)), self.written)

    def _rule(self, row: EventRow, field: FieldVerdict, values: Mapping[str, str]) -> Answer:
        desk = self.session.desk
        desk.by = values["by"]
        number = values["accepted"].removeprefix(WITHDRAW)
        if number != values["accepted"]:
            return desk.withdraw(self.scene.rulings[int(number)])
        seen = seen_in(field.field, field.readings, row.reports)
        names = {name for name, _ in seen}
        edit = ruling(
            event=row.verdict.id, field=field.field, accepted=values["accepted"], seen=seen,
            at=now(), reason=values["reason"], by=values["by"],
        )  # fmt: skip
        return desk.decide(edit, [report for report in row.reports if report.id in names], self.store)
