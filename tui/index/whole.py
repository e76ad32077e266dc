"""The whole dossier out of the tables, in parts that can be given to another process one after the other."""

from __future__ import annotations

import marshal
import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from tui.core.model import Dossier, Event, Report
from tui.index.codec import decode
from tui.index.reports import FORMAT, restored

_AT_ONCE = 64
"""Events of a part."""


def parts(connection: sqlite3.Connection, frame: Dossier) -> Iterator[bytes]:
    """`frame`: all of it but events and reports. What is read is not taken apart: that is done where it is put together."""
    yield pickle.dumps(frame)
    rows = connection.execute("SELECT id, title, tags, placed, reported FROM event ORDER BY n")
    while several := tuple(islice(rows, _AT_ONCE)):
        yield marshal.dumps(several, FORMAT)


def whole(told: Iterable[bytes]) -> Dossier:
    """What `parts` gave, put together: every report where it stands now, in timeline order."""
    heard = iter(told)
    frame: Dossier = pickle.loads(next(heard))
    events: list[Event] = []
    reports: list[Report] = []
    for several in map(marshal.loads, heard):
        for name, title, tags, placed, reported in several:
            reports += restored(reported)
            if placed:
                events.append(Event(id=name, title=title, tags=decode(tuple[str, ...], tags)))
    return replace(frame, events=tuple(events), reports=tuple(reports))
