"""Timesketch, as CSV or JSON Lines: `message`, `datetime`, `timestamp_desc` and columns of our own.

A row for every clock: when it is said to have happened, when the source was published, when it was captured. A moment
that is only bounded stands at its earliest time, else at its latest; the bounds stand beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from tui.core.answers import EventRow
from tui.core.calendar import iso
from tui.core.model import Dossier, Report, Source
from tui.core.moments import Anchor, Moment, read_moment
from tui.files.exporters.csv_text import cell_text
from tui.files.exporters.dates import stated_date
from tui.files.tables.rows import claims_of

Row: TypeAlias = "dict[str, str]"

COLUMNS = (
    "message", "datetime", "timestamp_desc", "earliest", "latest", "as_written", "precision", "source", "source_name",
    "event", "event_title", "report", "claims", "said_by", "verdict", "url",
)  # fmt: skip
HAPPENED, ENDED, PUBLISHED, CAPTURED = "Event time", "Event time, end", "Published", "Captured"
"""What `timestamp_desc` says; with `LATEST` behind it where nothing but the latest time is known."""
LATEST = ", at the latest"
_FIRST, _LAST = -62_135_596_800, 253_402_300_800
"""The years 1 to 9999, which is what an ISO 8601 datetime of other programs can hold."""


class Timesketch:
    """The rows of a dossier; `left_out` counts, when all were read, the clocks that no moment could be read from."""

    def __init__(self, dossier: Dossier, rows: Iterable[EventRow]) -> None:
        self._dossier = dossier
        self._rows = rows
        self._sources = {source.id: source for source in dossier.sources}
        self.left_out = 0

    def csv_lines(self) -> Iterator[str]:
        """The header and a line for every row; cells guarded against spreadsheets."""
        yield ",".join(map(cell_text, COLUMNS))
        for row in self._all():
            yield ",".join(cell_text(row.get(name) or None) for name in COLUMNS)

    def jsonl_lines(self) -> Iterator[str]:
        """An object for every row, without what is empty."""
        for row in self._all():
            yield json.dumps({name: row[name] for name in COLUMNS if row.get(name)}, ensure_ascii=False)

    def _all(self) -> Iterator[Row]:
        for source in self._dossier.sources:
            yield from self._of_source(source)
        for row in self._rows:
            for report in row.reports:
                yield from self._of_report(report, row)

    def _of_source(self, source: Source) -> Iterator[Row]:
        zone = source.timezone or self._dossier.settings.timezone
        message = f"{source.name}: {source.title or source.kind}"
        about = {"message": message, "source": source.id, "source_name": source.name, "url": source.url}
        for clock, text in ((PUBLISHED, source.published), (CAPTURED, source.captured)):
            if text:
                yield from self._at(clock, text, stated_date(text, zone), about)

    def _of_report(self, report: Report, row: EventRow) -> Iterator[Row]:
        source = self._sources.get(report.source)
        name = source.name if source is not None else report.source
        anchor = Anchor(
            published=source.published if source is not None else None,
            timezone=self._dossier.settings.timezone,
            source_timezone=source.timezone if source is not None else None,
            planned=report.planned,
        )
        claims = "; ".join(
            f"{field}: {value}" for field, value in claims_of(report) if field not in ("", "when", "until")
        )
        about = {
            "message": f"{name}: {report.what or claims or row.verdict.title}",
            "source": report.source, "source_name": name, "report": report.id, "claims": claims,
            "said_by": "; ".join(report.said_by), "url": source.url if source is not None else "",
        }  # fmt: skip
        if row.placed:
            about |= {"event": row.verdict.id, "event_title": row.verdict.title, "verdict": str(row.verdict.verdict)}
        if report.when is None and report.until is None:
            self.left_out += 1
        for clock, text in ((HAPPENED, report.when), (ENDED, report.until)):
            if text is not None:
                yield from self._at(clock, text, read_moment(text, anchor), about)

    def _at(self, clock: str, text: str, moment: Moment | None, about: Row) -> Iterator[Row]:
        """The row of one clock; none where it shows no moment that Timesketch could hold."""
        seconds = None if moment is None else _shown(moment)
        if moment is None or seconds is None or not _FIRST <= seconds < _LAST:
            self.left_out += 1
            return
        yield about | {
            "datetime": (iso(seconds) or "").replace("Z", "+00:00"),
            "timestamp_desc": clock + (LATEST if moment.earliest is None else ""),
            "earliest": iso(moment.earliest) or "", "latest": iso(moment.latest) or "",
            "as_written": text, "precision": moment.precision or "",
        }  # fmt: skip


def _shown(moment: Moment) -> int | None:
    """The second at which a moment stands: its first, else its last; None where both are open."""
    if moment.earliest is not None:
        return moment.earliest
    return None if moment.latest is None else moment.latest - 1
