"""Everything a view about an event writes: rulings, notes, links, corrections, new reports, aliases."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Mapping
from functools import partial

from tui.core.answers import EventRow
from tui.core.filters import EVERYTHING
from tui.core.linking.contradictions import contradicted
from tui.core.model import Report
from tui.files.decisions import link
from tui.screens.asking import Asking
from tui.screens.desk import Answer, now
from tui.screens.form import FormScreen
from tui.screens.noting import Noting
from tui.screens.offers import asking
from tui.screens.reporting import Reporting
from tui.screens.ruling import Ruling
from tui.view.identities import WITHDRAW, join_form, part_form, speaks_against

_NEAR = 6
"""Events before and after that are offered for a link."""


class Writing(Ruling, Noting, Reporting, Asking):
    """The part of a screen about an event that writes."""

    def do_join(self) -> None:
        """Bring the selected report into another event."""
        row, report = self.pointed()[0], self.pointed_report()
        if row is not None and report is not None:
            self.call_later(self._join, row.verdict.id, report)

    async def _join(self, event: str, report: Report) -> None:
        """Each event that is offered is judged in a step of its own: there are a dozen."""
        desk, store = self.session.desk, self.store
        place = store.event(event, EVERYTHING)
        here = place.position if place is not None else 0
        near: list[EventRow] = []
        for number in range(max(0, here - _NEAR), here + _NEAR + 1):
            await sleep(0)
            near += store.page(EVERYTHING, number, 1)
        near = [one for one in near if one.placed and one.verdict.id != report.event]
        near.sort(key=lambda one: abs(one.position - here))

        def send(values: Mapping[str, str]) -> Answer:
            home = store.event(values["event"] or values["id"], EVERYTHING)
            if home is None or not home.reports:
                return "the event has no report to link this one with"
            desk.by = values["by"]
            return self._linked(home.reports[0], report, values, same=True)

        form = join_form(report, near, self.scene, by=desk.by, refused=partial(self._refused_home, report))
        self.app.push_screen(FormScreen(form, send, desk, clash=asking(self)), self.written)

    def do_part(self) -> None:
        """Take the selected report out of its event."""
        row, report, desk = self.pointed()[0], self.pointed_report(), self.session.desk
        if row is None or report is None:
            return
        others = {other.id: other for other in row.reports if other.id != report.id}
        if not others or not row.placed:
            self.say("this report stands alone")
            return

        links = self.store.links()
        joined = [one for one in links if one.same is True and report.id in one.reports]

        def send(values: Mapping[str, str]) -> Answer:
            desk.by = values["by"]
            number = values["other"].removeprefix(WITHDRAW)
            if number != values["other"]:
                return desk.withdraw(joined[int(number)])
            return self._linked(others[values["other"]], report, values, same=False)

        form = part_form(
            report, list(others.values()), self.scene, by=desk.by, joined=joined,
            refused=lambda other: speaks_against(contradicted(links, other, report.id, same=False)),
        )  # fmt: skip
        self.app.push_screen(FormScreen(form, send, desk, clash=asking(self)), self.written)

    def _refused_home(self, report: Report, event: str) -> str:
        """Why the report cannot be brought into the event; empty where it can."""
        home = self.store.event(event, EVERYTHING)
        if home is None or not home.placed or not home.reports:
            return f"there is no event {event}"
        return speaks_against(contradicted(self.store.links(), home.reports[0].id, report.id, same=True))

    def _linked(self, anchor: Report, report: Report, values: Mapping[str, str], *, same: bool) -> Answer:
        edit = link(reports=[anchor.id, report.id], same=same, at=now(), reason=values["reason"], by=values["by"])
        return self.session.desk.decide(edit, [anchor, report], self.store)
