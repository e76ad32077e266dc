"""CSL-JSON 1.0: the sources, for Zotero, pandoc and every citation processor. Nothing is guessed: no author is made up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tui.core.model import Dossier, Source
from tui.files.exporters.dates import dates, stated_date

TYPES = {
    "article": "article-newspaper", "post": "post", "statement": "document", "interview": "interview",
    "image": "graphic", "video": "motion_picture", "dataset": "dataset",
}  # fmt: skip
"""Kind of a source -> type of a CSL item."""


def csl_lines(dossier: Dossier) -> Iterator[str]:
    """The lines of one JSON array, a source a line, in the order of the files."""
    yield "["
    last = len(dossier.sources)
    for number, source in enumerate(dossier.sources, start=1):
        item = json.dumps(csl_item(source, dossier.settings.timezone), ensure_ascii=False, allow_nan=False)
        yield item + ("," if number < last else "")
    yield "]"


def csl_item(source: Source, zone: str) -> dict[str, Any]:
    """One source; what its file does not state is left out. `zone` is the dossier's."""
    where = source.timezone or zone
    item: dict[str, Any] = {
        "id": source.id,
        "type": TYPES.get(source.kind, "document"),
        "title": source.title,
        "container-title": source.name,
        "author": [{"literal": agency} for agency in byline(source)],
        "issued": _date(source.published or "", where),
        "accessed": _date(source.captured, where),
        "language": source.language,
        "URL": source.url,
        "archive_location": source.archive_url,
        "note": ". ".join(_notes(source)),
        "custom": {
            key: value
            for key, value in (("siglum", source.siglum), ("sha256", source.sha256), ("grade", source.grade))
            if value
        },
    }
    return {key: value for key, value in item.items() if value}


def byline(source: Source) -> tuple[str, ...]:
    """The agencies that an article names as its authors; credits of anything else are no authors."""
    return source.credits if source.kind == "article" else ()


def _notes(source: Source) -> Iterator[str]:
    if source.archive_url:
        yield f"Archived: {source.archive_url}"
    if source.credits and not byline(source):
        yield f"Credits: {', '.join(source.credits)}"


def _date(text: str, zone: str) -> dict[str, Any]:
    moment = stated_date(text, zone)
    parts = dates(moment.earliest, moment.latest, zone) if moment is not None else ()
    if moment is None or not parts:
        return {"literal": text} if text else {}
    found: dict[str, Any] = {"date-parts": [list(date) for date in parts]}
    return found | {"circa": True} if moment.approximate or moment.uncertain else found
