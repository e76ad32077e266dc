"""The problems of the files: each where it stands, a key away from the line."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from tui.core.problems import Problem
from tui.screens.asked import EditAsked
from tui.screens.base import Session
from tui.screens.bindings import bindings_of
from tui.screens.lists import ListScreen
from tui.view.actions import PROBLEMS, Situation
from tui.view.faults import ITEM, causes_first, heading, item, nothing
from tui.view.situations import situated
from tui.view.spans import Line
from tui.view.state import TimelineState


class ProblemsScreen(ListScreen):
    """Problems and notes in file order, files that could not be read first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PROBLEMS)
    VIEW = PROBLEMS
    PLACE = "problems"
    LEAST = (36, 8)
    APPLIED = False

    def __init__(self, session: Session, timeline: TimelineState) -> None:
        super().__init__(session, timeline)
        self._problems = causes_first((*session.faults, *session.store.problems()))

    def on_mount(self) -> None:
        """From the first one."""
        self.rows = self.rows.recounted(len(self._problems))

    def renewed(self, session: Session, state: TimelineState) -> None:
        """On the same problem, where it still is one."""
        here = self.chosen()
        self._timeline = state
        self.session, self._problems = session, causes_first((*session.faults, *session.store.problems()))
        rows = self.rows.recounted(len(self._problems))
        self.set_reactive(ProblemsScreen.rows, rows.to(self._problems.index(here)) if here in self._problems else rows)
        self.draw()

    def situation(self) -> Situation:
        """What decides which actions can be done now."""
        chosen = self.chosen()
        now = situated(PROBLEMS, self._timeline, self.scene, rows=len(self._problems))
        return replace(now, located=chosen is not None and bool(chosen.file))

    def chosen(self) -> Problem | None:
        """The selected one."""
        return self._problems[self.rows.cursor] if self.rows.cursor < len(self._problems) else None

    def head(self, width: int) -> Line:
        """How many there are."""
        return heading(self._problems, width)

    def item_lines(self, width: int) -> int:
        """The fault, and what to do."""
        return ITEM

    def items(self, start: int, count: int, width: int) -> list[tuple[Line, ...]]:
        """Those in view."""
        return [item(problem, self.scene, width) for problem in self._problems[start : start + count]]

    def empty(self) -> tuple[Line, ...]:
        """Nothing is wrong."""
        return nothing()

    def do_problems(self) -> None:
        """One is there."""

    def do_open(self) -> None:
        """Open the file at the line."""
        self.do_edit()

    def do_edit(self) -> None:
        """Open the file at the line."""
        chosen = self.chosen()
        if chosen is not None:
            self.post_message(EditAsked(chosen.file, chosen.line))
