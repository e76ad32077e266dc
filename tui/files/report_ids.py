"""What reports are called whose files give them no id: "<source>/<event>", then "-2", "-3" … in the order they stand.

A given id is never taken. Knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable


class ReportIds:
    """Hands out default ids, each once."""

    def __init__(self, given: Iterable[str], events: Collection[str] = ()) -> None:
        """The ids that files give, and no default may be; the events, which no report without an event may be called like."""
        self._taken = set(given)
        """Ids that are no default, or another than one would expect."""
        self._plain: set[str] = set()
        """Defaults handed out as one expects them."""
        self._events = events
        self._counts: dict[str, int] = {}
        self._unplaced: dict[str, int] = {}
        self._groups: dict[str, list[str]] = {}

    def default(self, source: str, event: str | None) -> str:
        """The id of the next report of a source and event, or of the source's next report without an event."""
        if event is None:
            count = self._unplaced[source] = self._unplaced.get(source, 0) + 1
            return self.free(f"{source}/report-{count}", event)
        base = f"{source}/{event}"
        if base not in self._taken and base not in self._plain:
            self._plain.add(base)
            return base
        identity = self.free(base, event)
        self._groups.setdefault(base, [base] if base in self._plain else []).append(identity)
        return identity

    def free(self, base: str, event: str | None) -> str:
        """The base if a report of that event may have it, else the first of "<base>-2", "<base>-3" … that it may."""
        identity = base
        taken = (self._taken, self._plain, self._events if event is None else ())
        if any(base in each for each in taken):
            count = self._counts.get(base, 1)
            while any(identity in each for each in taken):
                count += 1
                identity = f"{base}-{count}"
            self._counts[base] = count
        self._taken.add(identity)
        return identity

    def shared(self) -> list[list[str]]:
        """Default ids in groups of one source and event, where the order of the files decides which report has which."""
        return [group for group in self._groups.values() if len(group) > 1]
