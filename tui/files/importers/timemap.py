"""Events of a timemap (Forensic Architecture; Bellingcat's Ukraine map), as JSON.

Shapes: one document with `events`, `sources` and `associations`; `events.json` with the other two beside it; or the flat
list that the download button and `api.json` give, whose events hold their sources and filters themselves.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tui.core.slugs import slug
from tui.files.importers.accounts import Account
from tui.files.importers.casts import Atlas
from tui.files.importers.cells import day, degrees, named_day, once
from tui.files.importers.feeds import Known
from tui.files.importers.objects import members, refuse, whole, words
from tui.files.importers.tables import Record, Table, identity, table, text, texts

RADIUS_KM = 1
"""A timemap states no precision; its points are geolocated footage."""

_EVENT_KEYS = frozenset(
    [
        "id",
        "civId",
        "date",
        "time",
        "latitude",
        "longitude",
        "location",
        "place_desc",
        "description",
        "sources",
        "associations",
        "filters",
        "comments",
        "title",
    ]
)
_SOURCE_KEYS = frozenset(
    ["id", "title", "path", "paths", "url", "parent", "author", "date", "archive", "description", "type"]
)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?")
_LONGEST_TITLE = 90
_KINDS = {"image": "image", "photo": "image", "video": "video", "text": "post", "post": "post"}


class Timemap:
    """One map."""

    stem = "timemap"
    main = "report"
    title = "Timemap"
    head = (
        "Events of a timemap. Terms of use are those of whoever publishes the map.",
        "",
        "An event is one report of the map. Its sources are tables of their own, named in derived_from; a source's parent is what it",
        "derives from. Associations become tags. A map states no precision of places: radius_km is 1.",
    )

    def __init__(self, path: str, known: Known) -> None:
        self.account = Account()
        self._path = path
        self._atlas = Atlas(known)
        self._tags: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        """Id of a source in the file -> in the dossier."""
        self._sources: dict[str, dict[str, Any]] = {}
        """Sources by their id in the file."""

    def records(self) -> Iterator[Record]:
        """Every event with an id."""
        for number, event in enumerate(self._read(), start=1):
            self.account.rows += 1
            record = self._record(event, number)
            if record is not None:
                yield record

    def shared(self) -> tuple[Table, ...]:
        """The map as a source, the sources of its events, and its places."""
        own = (("name", '"Timemap"'), ("kind", '"dataset"'), ("title", text(f"Timemap {Path(self._path).name}")))
        made = sorted((self._source(key, source) for key, source in self._sources.items()), key=lambda one: one.id)
        return (table("source", "timemap", own), *made, *self._atlas.tables())

    def _read(self) -> list[dict[str, Any]]:
        held = whole(self._path)
        if isinstance(held, dict) and "events" in held:
            events, sources, associations = (held.get(name) for name in ("events", "sources", "associations"))
        else:
            beside = Path(self._path).parent
            is_part = Path(self._path).stem == "events"
            events = held
            sources, associations = (
                whole(str(beside / f"{name}.json")) if is_part and (beside / f"{name}.json").is_file() else None
                for name in ("sources", "associations")
            )
        found = members(events)
        if not found or not any("date" in event or "latitude" in event for event in found):
            keys = list(held) if isinstance(held, dict) else list(found[0]) if found else []
            raise refuse(self._path, "timemap", "it holds no events with a date or a place", keys)
        for source in members(sources):
            self._meet(words(source.get("id")), source)
        for association in members(associations):
            paths = association.get("filter_paths")
            last = words(paths[-1]) if isinstance(paths, list) and paths else ""
            self._tags[words(association.get("id"))] = (
                words(association.get("title")) or last or words(association.get("id"))
            )
        return found

    def _meet(self, key: str, source: dict[str, Any]) -> str:
        """Take a source, and return its id in the dossier."""
        if key not in self._ids:
            made = identity(key) or slug(words(source.get("path")) or "source")
            while made in self._ids.values() or made == "timemap":
                made += "-2"
            self._ids[key] = made
            self._sources[key] = source
            self._count(source, _SOURCE_KEYS, "source ")
        return self._ids[key]

    def _count(self, held: dict[str, Any], taken: frozenset[str], prefix: str) -> None:
        for name, value in held.items():
            if name not in taken and value not in (None, "", [], {}):
                self.account.unmapped[prefix + name] = self.account.unmapped.get(prefix + name, 0) + 1

    def _record(self, event: dict[str, Any], line: int) -> Record | None:
        number = identity(words(event.get("id")) or words(event.get("civId")))
        if not number:
            self.account.skip("without an id", line)
            return None
        self._count(event, _EVENT_KEYS, "")
        when, order = self._when(event, line)
        where, place = self._where(event, line)
        description = words(event.get("description"))
        named = f"timemap-{number}"
        entries = [("source", '"timemap"'), ("event", f'"{named}"')]
        entries += [("when", when)] if when else []
        entries += [("where", where)] if where else []
        derived = self._derived(event, line)
        entries += [("derived_from", texts(derived))] if derived else []
        entries += [("quote", text(description))] if description else []
        comments = words(event.get("comments"))
        entries += [("note", text(comments))] if comments else []
        tags = self._labels(event)
        entries += [("tags", texts(tags))] if tags else []
        title = words(event.get("title")) or _opening(description) or ", ".join(filter(None, (order, place)))
        return Record(
            (table("event", named, [("title", text(title or number))]), table("report", f"timemap/{number}", entries)),
            (order[:4] or "undated", order[:7] or "undated"), f"{order} {number}",
        )  # fmt: skip

    def _when(self, event: dict[str, Any], line: int) -> tuple[str, str]:
        """`when` as TOML, and as it sorts. Dates stand as month/day/year."""
        cell, clock = words(event.get("date")), words(event.get("time"))
        date = day(cell) or named_day(cell, day_first=False)
        if date is None:
            if cell:
                self.account.unread("date", cell, line)
            return "", ""
        made = date.isoformat()
        found = _CLOCK.fullmatch(clock)
        if found is None:
            if clock:
                self.account.unread("time", clock, line)
            return made, made
        at = datetime.time(int(found[1]), int(found[2])).isoformat("minutes")
        return f'"{made}T{at}"', f"{made}T{at}"

    def _where(self, event: dict[str, Any], line: int) -> tuple[str, str]:
        name = words(event.get("location")) or words(event.get("place_desc"))
        cells = words(event.get("latitude")), words(event.get("longitude"))
        lat, lon = degrees(cells[0], 90), degrees(cells[1], 180)
        for column, cell, read in (("latitude", cells[0], lat), ("longitude", cells[1], lon)):
            if cell and read is None:
                self.account.unread(column, cell, line)
        if not lat or not lon:
            return (text(name), name) if name else ("", "")
        spot = self._atlas.spot(name or f"{lat} {lon}", point=f"{lat} {lon}")
        spot.put(lat, lon, RADIUS_KM)
        return text(spot.name), spot.title

    def _derived(self, event: dict[str, Any], line: int) -> list[str]:
        """Ids of the sources of an event, which the flat form holds in place."""
        found = []
        named = event.get("sources")
        for number, source in enumerate(named if isinstance(named, list) else [], start=1):
            if isinstance(source, dict):
                path = words(source.get("path"))
                found.append(self._meet(path or f"{words(event.get('id'))}-{number}", source | {"id": path or ""}))
            elif (key := words(source)) in self._ids:
                found.append(self._ids[key])
            elif key:
                self.account.unread("sources", key, line)
        return list(dict.fromkeys(found))

    def _labels(self, event: dict[str, Any]) -> tuple[str, ...]:
        named, filters = event.get("associations"), event.get("filters")
        labels = [self._tags.get(words(key), words(key)) for key in (named if isinstance(named, list) else [])]
        labels += [words(one.get("value")) or words(one.get("key")) for one in members(filters)]
        return once(labels)

    def _source(self, key: str, source: dict[str, Any]) -> Table:
        paths = source.get("paths")
        link = (
            words(source.get("url"))
            or words(source.get("path"))
            or words(paths[0] if isinstance(paths, list) and paths else "")
        )
        date = words(source.get("date"))
        published = day(date) or named_day(date, day_first=False) if date else None
        parent = words(source.get("parent"))
        kind = _KINDS.get(words(source.get("type")).casefold())
        title = words(source.get("title")) or words(source.get("description"))
        name = words(source.get("author")) or words(source.get("title")) or _site(link) or key
        entries = [("name", text(name)), *([("kind", f'"{kind}"')] if kind else [])]
        entries += [("title", text(title))] if title and title != name else []
        entries += [("url", text(link))] if link else []
        entries += [("archive_url", text(words(source["archive"])))] if words(source.get("archive")) else []
        entries += [("published", published.isoformat())] if published else []
        if date and published is None:
            self.account.unread("source date", date, 0)
        if parent in self._ids and parent != key:
            entries.append(("derived_from", texts((self._ids[parent],))))
        elif parent:
            self.account.unread("source parent", parent, 0)
        return table("source", self._ids[key], entries)


def _opening(description: str) -> str:
    """The first sentence, cut where it is long."""
    first = description.partition(". ")[0].rstrip(".")
    return first if len(first) <= _LONGEST_TITLE else f"{first[: _LONGEST_TITLE - 1]}…"


def _site(link: str) -> str:
    """The site of a link."""
    return link.partition("://")[2].partition("/")[0].removeprefix("www.")
