"""What ids lead to in a joined dossier, and the problem of one that leads nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from tui.core.model import Event
from tui.files.complaints import cut
from tui.files.drafts import Located
from tui.files.join import Joined

MOST_PLACES = 6
"""How many places of reports a message names."""


class Lookups:
    """Looks ids up, and tells where one leads nowhere."""

    def __init__(self, joined: Joined) -> None:
        self.joined = joined
        self.event_ids: Mapping[str, Event] = {}

    @cached_property
    def report_sources(self) -> dict[str, str]:
        """The source of every report: asked for where one names another."""
        return {report.id: report.source for report in self.joined.reports}

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """Every id that can be annotated."""
        return (*self.report_sources, *self.event_ids, *self.joined.sources)

    def missing(self, located: Located, key: str, name: str, code: str, what: str, *, so: str = "") -> None:
        """The problem of a name that is not the id of such a thing; `so` is what follows from it."""
        match what:
            case "report":
                suggestion = self.joined.suggestions.nearest(name, self.report_sources, what)
            case "event":
                suggestion = self.joined.suggestions.nearest(name, self.event_ids, what)
            case "source" | "actor" | "place":
                suggestion = self.joined.suggest(name, what)
            case _:
                suggestion = self.joined.suggestions.nearest(name, self.targets, what)
        self.joined.problems.append(
            located.fault(
                code,
                f'is "{cut(name)}", which no {what} is called{so}',
                below=key,
                found=name,
                expected=f"the id of {'an' if what[0] in 'aeiou' else 'a'} {what}",
                suggestion=suggestion,
            )
        )

    def report(self, located: Located, key: str, name: str, *, so: str = "") -> bool:
        """Whether exactly one report is meant; `so` is what follows where not."""
        shared = self.joined.shared.get(name)
        if shared:
            places = [place.file if place.line is None else f"{place.file}:{place.line}" for place in shared]
            self.joined.problems.append(
                located.fault(
                    "ambiguous-id",
                    f'is "{cut(name)}", which may be any of the reports at {listed(places)}{so}',
                    below=key,
                    found=name,
                    expected="an id in the report that is meant",
                    suggestion=f'id = "{name}"',
                )
            )
            return False
        if name not in self.report_sources:
            if name not in self.joined.lost_reports:
                self.missing(located, key, name, "no-such-report", "report", so=so)
            return False
        return True

    def event(self, located: Located, key: str, name: str) -> bool:
        """Whether there is such an event."""
        if name not in self.event_ids:
            if name not in self.joined.lost_events:
                self.missing(located, key, name, "no-such-event", "event")
            return False
        return True


def listed(places: Sequence[str]) -> str:
    """Some names or places in a sentence; of many the first and how many more."""
    more = [f"{len(places) - MOST_PLACES} more"] if len(places) > MOST_PLACES else []
    return ", ".join([*places[:MOST_PLACES], *more])
