"""Correcting one value of a report in its file. Where the file has changed since it was read, three offers and no guess."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from tui.core.model import Report
from tui.core.values import dataclass
from tui.files.changes import Made
from tui.files.decisions import corrected
from tui.files.edits import SetValue, set_value
from tui.files.freshness import standing_as_read
from tui.files.outcomes import SaveFailed
from tui.files.save import read
from tui.files.targets import Refused, Target, target, value_in
from tui.files.walk import SUFFIX
from tui.screens.asked import Reread
from tui.screens.desk import Answer
from tui.screens.form import FormScreen
from tui.screens.offers import offer
from tui.screens.picker import PickerScreen
from tui.screens.sharing import Sharing
from tui.view.corrections import Clash, candidates, correction_form, entries


@dataclass(frozen=True, slots=True)
class Correction:
    """What is being corrected."""

    report: Report
    field: str
    words: str
    """As it was read."""
    where: Target


class Correcting(Sharing):
    """The part of a screen about an event that corrects its reports."""

    def pointed_report(self) -> Report | None:
        """The report one stands on."""
        from tui.view.quotations import report_under  # noqa: PLC0415  (opened by a key: loads after the first rows)

        row, spot = self.pointed()
        return report_under(row, spot, self.pointed_source()) if row is not None else None

    def do_correct(self) -> None:
        """Ask which value, the selected one first."""
        row, spot = self.pointed()
        report = self.pointed_report()
        if row is None or report is None:
            return
        field = spot.field.field if spot is not None and spot.field is not None else ""
        found = candidates(row, field, report)

        def picked(key: str | None) -> None:
            if key is not None:
                self._correct(*found[int(key)])

        listed = entries(found, self.scene)
        self.app.push_screen(
            PickerScreen("Correct which value?", lambda: listed, self.scene, hint="Enter takes it  Esc leaves"), picked
        )

    def _correct(self, report: Report, field: str, words: str) -> None:
        path = report.position.file
        if not path.endswith(SUFFIX):
            self.say("this stands in a table: correct it where the table comes from")
            return
        text = read(path)
        if not isinstance(text, str):
            self.say(
                f"it cannot be corrected now: {text.message if isinstance(text, SaveFailed) else 'the file is gone'}"
            )
            return
        where = standing_as_read(text, report, field)
        if isinstance(where, Refused):
            self.say(f"it cannot be corrected now: {where.reason}; it is read again")
            self.post_message(Reread())
            return
        if field == "event":
            words = value_in(text, where, field)
        asked = Correction(report, field, words, where)
        form = correction_form(report, field, words, self.scene)
        send, clash = partial(self._send_correction, asked, text), partial(self._clashed, asked)
        self.app.push_screen(FormScreen(form, send, self.session.desk, clash=clash), self.written)

    def _send_correction(self, asked: Correction, text: str, values: Mapping[str, str]) -> Answer:
        value = corrected(asked.field, values["value"], asked.words)
        edit = set_value(text, asked.where, asked.field, value)
        return edit if isinstance(edit, Refused) else self.session.desk.write(asked.report.position.file, edit)

    def _clashed(self, asked: Correction, form: FormScreen, outcome: Answer) -> bool:
        """The three offers, where the value or its table is another by now."""
        path = asked.report.position.file
        text = read(path)
        if (
            not isinstance(outcome, Refused)
            or outcome.code not in ("changed", "not-there")
            or not isinstance(text, str)
        ):
            return False
        name = asked.where.id
        there = target(text, "report", identity=name) if name else target(text, "report", number=asked.where.number)
        if isinstance(there, Refused):
            return False
        self._offer(asked, form, there, text)
        return True

    def _offer(self, asked: Correction, form: FormScreen, there: Target, text: str) -> None:
        words, theirs = form.values()["value"], value_in(text, there, asked.field)

        def mine() -> None:
            edit = set_value(text, there, asked.field, corrected(asked.field, words, asked.words))
            self._keep_mine(asked, form, edit)

        def left() -> None:
            form.leave()
            self.post_message(Reread())

        offer(self, Clash(asked.words, theirs, words), mine, left)

    def _keep_mine(self, asked: Correction, form: FormScreen, edit: SetValue | Refused) -> None:
        desk = self.session.desk
        outcome = edit if isinstance(edit, Refused) else desk.write(asked.report.position.file, edit)
        if isinstance(outcome, Made):
            form.dismiss(outcome)
        else:
            form.tell(desk.explained(outcome))
