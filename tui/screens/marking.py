"""Marks: set and taken away on the selected event, gone to one after the other, listed. They are the reader's, not the dossier's."""

from __future__ import annotations

from dataclasses import replace

from tui.core.answers import EventRow
from tui.core.filters import EVERYTHING
from tui.core.terms import MARKED, Term
from tui.screens.base import ExplorerScreen
from tui.screens.picker import PickerScreen
from tui.view.picking import Entry, event_entry
from tui.view.state import TimelineState

_ONLY_MARKED = replace(EVERYTHING, terms=(Term("is", (MARKED,)),))


class Marking(ExplorerScreen):
    """The part of a screen that stands on an event and marks it."""

    state: TimelineState

    @property
    def row(self) -> EventRow | None:
        """The selected event."""
        raise NotImplementedError

    def do_mark(self) -> None:
        """Mark the event, or take the mark away."""
        row = self.row
        if row is not None:
            self.marked_anew(self.state.marking(row.verdict.id))

    def marked_anew(self, state: TimelineState) -> None:
        """Other events are marked. What `is:marked` lets pass changes at the timeline, never under a reader's eyes elsewhere."""
        self.state = state

    def do_next_mark(self) -> None:
        """Next marked event in view, after the last one the first."""
        found = [self.store.event(mark, self.state.keep) for mark in self.state.marked]
        places = sorted(row.position for row in found if row is not None)
        here = self.state.rows.cursor
        if places:
            self.state = self.state.to(next((place for place in places if place > here), places[0]))
        else:
            self.say(f"{len(self.state.marked):,} marked outside the filter · F shows them")

    def do_marks(self) -> None:
        """List the marked events."""
        self.app.push_screen(
            PickerScreen(
                "Marks", self._listed, self.scene, hint="Enter goes there  m unmarks  Esc leaves", drop=self._unmark
            ),
            self._go,
        )

    def _listed(self) -> tuple[Entry, ...]:
        """In the order of the timeline; what the dossier no longer has, at the end."""
        marked = self.state.marked
        rows = self.store.page(_ONLY_MARKED.knowing(marked), 0, len(marked))
        gone = [mark for mark in marked if mark not in {row.verdict.id for row in rows}]
        return (
            *(event_entry(row, self.scene) for row in rows),
            *(Entry(mark, mark, "not in the files") for mark in gone),
        )

    def _unmark(self, event: str) -> None:
        self.marked_anew(self.state.marking(event))

    def _go(self, event: str | None) -> None:
        row = self.session.event(event, self.state.keep) if event is not None else None
        if row is not None:
            self.state = self.state.to(row.position)
        elif event is not None:
            hidden = self.store.event(event, EVERYTHING) is not None
            self.say("outside the filter · F shows it" if hidden else f"the files have no event {event}")
