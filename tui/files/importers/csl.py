"""Citations as CSL-JSON, as Zotero and others export them: each becomes a source.

Format: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html and the CSL-JSON schema 1.0.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui.core.slugs import slug
from tui.files.importers.accounts import Account
from tui.files.importers.cells import day, unescaped
from tui.files.importers.feeds import Known
from tui.files.importers.objects import members, refuse, whole, words
from tui.files.importers.tables import Record, Table, identity, table, text

KINDS = {
    "post": "post", "post-weblog": "post", "personal_communication": "statement", "speech": "statement",
    "press-release": "statement", "interview": "interview", "graphic": "image", "figure": "image", "map": "image",
    "motion_picture": "video", "broadcast": "video", "dataset": "dataset",
}  # fmt: skip
"""Type of an item -> kind of source; an article otherwise."""

_TAKEN = frozenset(
    [
        "id",
        "type",
        "title",
        "author",
        "container-title",
        "publisher",
        "issued",
        "accessed",
        "URL",
        "DOI",
        "language",
        "archive",
        "archive_location",
        "container-title-short",
        "editor",
        "director",
        "collection-title",
        "citation-key",
    ]
)
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span)\b[^>]*>")


class Csl:
    """One bibliography."""

    stem = "csl"
    main = "source"
    title = "Sources"
    head = (
        "Sources from a bibliography in CSL-JSON.",
        "",
        "name is the outlet (container-title, publisher), else the author; published is issued, captured is accessed.",
    )

    def __init__(self, path: str, known: Known) -> None:
        self.account = Account()
        self._path = path

    def records(self) -> Iterator[Record]:
        """Every item."""
        held = whole(self._path)
        items = members(held.get("items", held.get("references")) if isinstance(held, dict) else held)
        if not items or not any("type" in item and ("title" in item or "issued" in item) for item in items):
            keys = list(items[0]) if items else list(held) if isinstance(held, dict) else []
            raise refuse(self._path, "csl-json", "it holds no items with a type and a title", keys)
        for number, item in enumerate(items, start=1):
            self.account.rows += 1
            made = self._source(item, number)
            yield Record((made,), (), made.id)

    def shared(self) -> tuple[Table, ...]:
        """Nothing: every item is a source of its own."""
        return ()

    def _source(self, item: dict[str, Any], line: int) -> Table:
        for name, value in item.items():
            if name not in _TAKEN and value not in (None, "", [], {}):
                self.account.unmapped[name] = self.account.unmapped.get(name, 0) + 1
        title = _plain(item.get("title"))
        author = _names(item.get("author")) or _names(item.get("editor")) or _names(item.get("director"))
        outlet = _plain(item.get("container-title")) or _plain(item.get("publisher"))
        if outlet and author:
            self.account.unmapped["author"] = self.account.unmapped.get("author", 0) + 1
        key = words(item.get("id")) or words(item.get("citation-key"))
        made = _id(key) or slug(title or outlet or author or "source")
        doi = words(item.get("DOI"))
        link = words(item.get("URL")) or (f"https://doi.org/{doi}" if doi else "")
        archive = next(
            (cell for name in ("archive_location", "archive") if "://" in (cell := words(item.get(name)))), ""
        )
        entries = [
            ("name", text(outlet or author or title or made)),
            ("kind", f'"{KINDS.get(words(item.get("type")), "article")}"'),
        ]
        entries += [("title", text(title))] if title else []
        entries += [("url", text(link))] if link else []
        entries += [("archive_url", text(archive))] if archive else []
        for name, named in (("captured", "accessed"), ("published", "issued")):
            when = self._date(item.get(named), named, line)
            entries += [(name, when)] if when else []
        language = words(item.get("language"))
        entries += [("language", text(language))] if language else []
        return table("source", made, entries)

    def _date(self, value: object, name: str, line: int) -> str:
        """A date as TOML: a day, or an EDTF text for a month, a year, a stretch."""
        if not isinstance(value, dict):
            return ""
        parts = [_edtf(one) for one in value.get("date-parts", []) if isinstance(one, list)]
        parts = [part for part in parts if part]
        raw = words(value.get("raw")) or words(value.get("literal"))
        if not parts and raw:
            found = day(raw) if re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", raw) else None
            if found is None and not re.fullmatch(r"\d{4}(-\d{2})?", raw):
                self.account.unread(name, raw, line)
                return ""
            parts = [raw[:10]]
        if not parts:
            return ""
        made = parts[0] if len(parts) == 1 or parts[0] == parts[1] else f"{parts[0]}/{parts[1]}"
        if value.get("circa") not in (None, False, 0, "", "0", "false"):
            return f'"{made}~"' if "/" not in made else f'"{made}"'
        return made if day(made) is not None and len(made) == 10 else f'"{made}"'


def _edtf(parts: list[Any]) -> str:
    """[2016, 6, 29], also as texts, to 2016-06-29; empty where it is no date."""
    numbers = [int(words(part)) for part in parts if words(part).isdecimal()]
    if len(numbers) != len(parts) or not 1 <= len(numbers) <= 3 or not 1 <= numbers[0] <= 9999:
        return ""
    made = "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
    return made if len(numbers) < 3 and all(1 <= n <= 12 for n in numbers[1:]) else made if day(made) else ""


def _id(key: str) -> str:
    """An id of a key; of a link (Zotero's ids), its last part."""
    return identity(key.rstrip("/").rpartition("/")[2] if "://" in key else key.replace("/", "-"))


def _names(value: object) -> str:
    found = []
    for person in members(value):
        given, family = words(person.get("given")), words(person.get("family"))
        particle = words(person.get("non-dropping-particle")) or words(person.get("dropping-particle"))
        found.append(words(person.get("literal")) or " ".join(filter(None, (given, particle, family))))
    return ", ".join(filter(None, found))


def _plain(value: object) -> str:
    """Words without the markup that CSL allows in titles."""
    return unescaped(_MARKUP.sub("", words(value)))
