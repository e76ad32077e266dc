"""The store: a judged dossier in SQLite, asked through a few questions. SIGNATURES ONLY, body follows."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.answers import ActorCount, DensityBar, EventRow, Flag, Summary
from tui.core.filters import Filter
from tui.core.judgements import Finding
from tui.core.model import Actor, Annotation, Place, Ruling, Source
from tui.core.problems import Problem


class Store:
    """One dossier, open. Positions are 0-based places in the timeline under the filter they were asked with."""

    def summary(self) -> Summary: ...
    def sources(self) -> tuple[Source, ...]:
        """In pane order: first published first, data sets last."""
    def actors(self) -> tuple[Actor, ...]: ...
    def places(self) -> tuple[Place, ...]: ...
    def rulings(self) -> tuple[Ruling, ...]: ...
    def annotations(self) -> tuple[Annotation, ...]: ...
    def problems(self) -> tuple[Problem, ...]:
        """Problems and notes in file order."""
    def findings(self) -> tuple[Finding, ...]:
        """Findings that concern more than one event."""
    def count(self, keep: Filter) -> int:
        """Rows of the timeline under the filter (events, then unplaced reports)."""
    def page(self, keep: Filter, start: int, count: int) -> tuple[EventRow, ...]: ...
    def all_events(self, keep: Filter) -> Iterable[EventRow]:
        """Placed events only, in timeline order, a page at a time."""
    def event(self, event_id: str, keep: Filter) -> EventRow | None: ...
    def position_at(self, keep: Filter, seconds: int) -> int:
        """First row whose earliest time is not before the moment (last row when all are)."""
    def busiest(self, keep: Filter) -> int:
        """Position of the first event of the day with most reports (ties: the later day)."""
    def flags(self, keep: Filter, start: int = 0, count: int | None = None) -> tuple[Flag, ...]:
        """Every discrepancy, strongest first, then in timeline order."""
    def agreements(self, keep: Filter, start: int = 0, count: int | None = None) -> tuple[Flag, ...]:
        """Every field with two or more readings that was checked and is not flagged."""
    def next_flag(self, keep: Filter, position: int, field: str | None, *, forward: bool = True,
                  kind: str | None = None) -> Flag | None:
        """The next open flag in timeline order after (before) that field of that row, wrapping round. Order inside a
        row: findings of the event first, then fields as they are shown."""
    def actor_counts(self, keep: Filter) -> tuple[ActorCount, ...]:
        """Most events first. Counts follow every part of the filter but its actors."""
    def density(self, keep: Filter) -> tuple[DensityBar, ...]:
        """Bars for every day with events (by month or year when the dossier spans more than 400 of the finer)."""
    def hits(self, keep: Filter, text: str) -> int: ...
    def next_hit(self, keep: Filter, text: str, position: int, *, forward: bool = True) -> int | None:
        """Position of the next event in which the words are found, wrapping round."""
    def unplaced(self) -> tuple[str, ...]: ...
    def close(self) -> None: ...


def open_dossier(paths: Iterable[str]) -> Store:
    """Load, judge and store the dossier of the paths. Raises `tui.errors.CannotOpen`."""
