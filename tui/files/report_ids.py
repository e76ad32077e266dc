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
        identity = self.free(base, event)
        if identity is base:
            self._groups[base] = [base]
        else:
            self._groups.setdefault(base, []).append(identity)
        return identity

    def free(self, base: str, event: str | None) -> str:
        """The base if a report of that event may have it, else the first of "<base>-2", "<base>-3" … that it may."""
        identity = base
        events = self._events if event is None else ()
        if base in self._taken or base in events:
            count = self._counts.get(base, 1)
            while identity in self._taken or identity in events:
                count += 1
                identity = f"{base}-{count}"
            self._counts[base] = count
        self._taken.add(identity)
        return identity

    def shared(self) -> list[list[str]]:
        """Default ids in groups of one source and event, where the order of the files decides which report has which."""
        return [group for group in self._groups.values() if len(group) > 1]
