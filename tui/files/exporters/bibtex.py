"""BibTeX: the sources, for LaTeX; `date` and `urldate` as biblatex has them, `year` and `month` for the old styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.core.model import Dossier, Source
from tui.files.exporters.csl_json import byline
from tui.files.exporters.dates import Date, dates, stated_date

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "#": r"\#", "$": r"\$", "%": r"\%",
    "&": r"\&", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_MARKED = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_NOT_KEY = re.compile(r"[^A-Za-z0-9:._/-]+")
_NOT_ADDRESS = re.compile(r"[^!#$&-;=?-Z_a-z~%]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OUTLET = {"article": ("article", "journal")}
"""Kind of a source -> type of the entry, and the field its outlet stands in; every other is a `@misc`."""


def bibtex_lines(dossier: Dossier) -> Iterator[str]:
    """An entry for every source, in the order of the files, with an empty line between them."""
    taken: set[str] = set()
    for number, source in enumerate(dossier.sources):
        if number:
            yield ""
        yield from _entry(source, _key(source.id, taken), dossier.settings.timezone)


def _entry(source: Source, key: str, zone: str) -> Iterator[str]:
    kind, outlet = _OUTLET.get(source.kind, ("misc", "howpublished"))
    yield f"@{kind}{{{key},"
    for name, value in _fields(source, outlet, source.timezone or zone):
        if value:
            yield f"  {name} = {value},"
    yield "}"


def _fields(source: Source, outlet: str, zone: str) -> Iterator[tuple[str, str]]:
    published, captured = _dates(source.published or "", zone), _dates(source.captured, zone)
    agencies = " and ".join(f"{{{escaped(agency)}}}" for agency in byline(source))
    yield "author", f"{{{agencies}}}" if agencies else ""
    yield "title", f"{{{{{escaped(source.title or source.name)}}}}}"
    yield outlet, _braced(source.name)
    if published:
        yield "date", _braced("/".join(map(_text, published)))
        yield "year", _braced(str(published[0][0]))
        yield "month", _MONTHS[published[0][1] - 1] if len(published[0]) > 1 else ""
    elif source.published:
        yield "year", _braced(source.published)
    yield "url", _address(source.url)
    yield "urldate", _braced("/".join(map(_text, captured[:1])))
    yield "language", _braced(source.language)
    yield "note", _note(source)


def _note(source: Source) -> str:
    parts = []
    if source.credits and not byline(source):
        parts.append(f"credits {escaped(', '.join(source.credits))}")
    if source.archive_url:
        parts.append(rf"Archived at \url{_address(source.archive_url)}")
    if source.captured:
        parts.append(f"captured {escaped(source.captured)}")
    if source.sha256:
        parts.append(f"SHA-256 {escaped(source.sha256)}")
    return f"{{{', '.join(parts)}}}" if parts else ""


def escaped(text: str) -> str:
    """Words as LaTeX, on one line and with balanced braces; letters of any script stay."""
    return _MARKED.sub(lambda found: _SPECIAL[found[0]], " ".join(text.split()))


def _braced(text: str) -> str:
    return f"{{{escaped(text)}}}" if text else ""


def _address(text: str) -> str:
    """An address that no brace or backslash can break out of: other signs become percent codes."""
    if not text:
        return ""
    return "{" + _NOT_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text) + "}"


def _dates(text: str, zone: str) -> tuple[Date, ...]:
    moment = stated_date(text, zone)
    return () if moment is None else dates(moment.earliest, moment.latest, zone)


def _text(date: Date) -> str:
    return "-".join(f"{part:0{2 if place else 4}d}" for place, part in enumerate(date))


def _key(identity: str, taken: set[str]) -> str:
    base = key = _NOT_KEY.sub("-", identity) or "source"
    number = 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    taken.add(key)
    return key
