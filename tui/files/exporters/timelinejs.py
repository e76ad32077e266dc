"""TimelineJS 3 (Knight Lab): one JSON document, a slide for every event, with what each source says on it.

Dates are by clocks of the dossier's zone; `display_date` says in EDTF how exact they are. Text is escaped for HTML.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from typing import Any

from tui.core.answers import EventRow
from tui.core.calendar import DAY, wall_of
from tui.core.judgements import EventVerdict, FieldVerdict
from tui.core.model import Dossier, Source
from tui.files.exporters.dates import Date, dates, edtf


class TimelineJs:
    """The document; `left_out` counts, when all was read, the events and reports that stand at no time."""

    def __init__(self, dossier: Dossier, rows: Iterable[EventRow]) -> None:
        self._settings = dossier.settings
        self._rows = rows
        self._sources = {source.id: source for source in dossier.sources}
        self.left_out = 0

    def lines(self) -> Iterator[str]:
        """The document, a slide a line."""
        settings = self._settings
        yield "{"
        if settings.title or settings.description:
            title = {"text": {"headline": html.escape(settings.title), "text": _paragraph(settings.description)}}
            yield f'"title": {_json(title)},'
        yield '"scale": "human",'
        yield '"events": ['
        waiting = ""
        for row in self._rows:
            slide = self._slide(row)
            if slide is None:
                self.left_out += 1
                continue
            if waiting:
                yield waiting + ","
            waiting = _json(slide)
        if waiting:
            yield waiting
        yield "]}"

    def _slide(self, row: EventRow) -> dict[str, Any] | None:
        zone = self._settings.timezone
        start, end = _ends(row, zone)
        if start is None or not row.placed:
            return None
        return {
            "unique_id": row.verdict.id,
            "start_date": start,
            **({"end_date": end} if end else {}),
            "display_date": edtf(row.earliest, row.latest, zone),
            "text": {"headline": html.escape(row.verdict.title), "text": _text(row.verdict, self._sources)},
            "autolink": False,
        }


def _ends(row: EventRow, zone: str) -> tuple[dict[str, int] | None, dict[str, int] | None]:
    """Where a slide begins and ends; where only one end is known, it stands there."""
    if row.earliest is None or row.latest is None:
        known = row.earliest if row.latest is None else row.latest - 1
        return (None, None) if known is None else (_moment(known, zone), None)
    walls = wall_of(row.earliest, zone), wall_of(row.latest, zone)
    if walls[0] % DAY == 0 and walls[1] % DAY == 0:
        first, *last = dates(row.earliest, row.latest, zone)
        return _date(first), _date(last[0]) if last else None
    start, end = _moment(row.earliest, zone), _moment(row.latest - 1, zone)
    return start, None if start == end else end


def _date(date: Date) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), date, strict=False))


def _moment(seconds: int, zone: str) -> dict[str, int]:
    rest = wall_of(seconds, zone) % DAY
    day = dates(seconds, seconds + 1, zone)[0]
    return _date(day) if rest in (0, DAY - 1) else _date(day) | {"hour": rest // 3600, "minute": rest // 60 % 60}


def _text(verdict: EventVerdict, sources: dict[str, Source]) -> str:
    """What is read in each field, by whom, and why it is flagged where it is."""
    return "<ul>" + "".join(f"<li>{_field(field, sources)}</li>" for field in verdict.fields) + "</ul>"


def _field(field: FieldVerdict, sources: dict[str, Source]) -> str:
    readings = "; ".join(
        f"{html.escape(reading.value)} ({html.escape(', '.join(_name(name, sources) for name in reading.sources))})"
        for reading in field.readings
    )
    reason = f" <em>{html.escape(str(field.verdict))}: {html.escape(field.reason)}</em>" if field.flagged else ""
    return f"<b>{html.escape(field.field)}</b>: {readings}{reason}"


def _name(identity: str, sources: dict[str, Source]) -> str:
    source = sources.get(identity)
    return source.name if source is not None else identity


def _paragraph(text: str) -> str:
    return f"<p>{html.escape(text)}</p>" if text else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
