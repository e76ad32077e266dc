"""The actors and places that rows of an imported file name, each declared once and under a name that is its own.

Two things of one name would both be unreadable for `tui.core.directories`; the second is told apart by what it lies in.
"""

from __future__ import annotations

from tui.core.names import fold
from tui.core.slugs import slug
from tui.files.importers.feeds import Known
from tui.files.importers.tables import Table, identity, table, text, texts


class Cast:
    """Actors by name."""

    def __init__(self, known: Known) -> None:
        self._found: dict[str, tuple[str, str, str, list[str]]] = {}
        self._names: dict[str, str] = {}
        self._declared = known.named.get("actor", {})
        self._ids = set(self._declared.values())

    def name(self, words: str, kind: str = "group") -> str:
        """Declare an actor, and return the name to write in a report."""
        known = self._names.get(words)
        if known is None:
            folded = fold(words)
            if folded in self._declared:
                self._names[words] = words
                return words
            if folded in self._found:
                self._found[folded][3].append(words)
            else:
                made = slug(words, self._ids)
                self._ids.add(made)
                self._found[folded] = (made, words, kind, [])
            known = self._names[words] = words
        return known

    def tables(self) -> tuple[Table, ...]:
        """An `[[actor]]` for each, by id."""
        made = []
        for made_id, name, kind, others in self._found.values():
            entries = [("name", text(name))]
            if others:
                entries.append(("aliases", texts(others)))
            if kind:
                entries.append(("kind", text(kind)))
            made.append(table("actor", made_id, entries))
        return tuple(sorted(made, key=lambda actor: actor.id))


class Spot:
    """A place while rows are read: its point and reach may come with a later row."""

    __slots__ = ("id", "inside", "key", "lat", "lon", "name", "radius_km", "title")

    def __init__(self, identity: str, name: str, inside: Spot | None, key: str, title: str) -> None:
        self.id = identity
        self.name = name
        self.title = title
        """As the file calls it, which may not tell it from others."""
        self.inside = inside
        self.key = key
        self.lat = self.lon = self.radius_km = ""

    def put(self, lat: str, lon: str, radius_km: int) -> None:
        """Where it lies, unless a row has said so before; the widest reach counts."""
        if not self.lat:
            self.lat, self.lon = lat, lon
        if radius_km and int(self.radius_km or 0) < radius_km:
            self.radius_km = str(radius_km)

    def areas(self) -> list[Spot]:
        """What it lies in, the widest first."""
        return [] if self.inside is None else [*self.inside.areas(), self.inside]

    def table(self) -> Table:
        """Its `[[place]]`."""
        entries = [("name", text(self.name))]
        if self.inside is not None:
            entries.append(("within", text(self.inside.id)))
        if self.lat:
            entries += [("lat", self.lat), ("lon", self.lon)]
        if self.radius_km:
            entries.append(("radius_km", self.radius_km))
        return table("place", self.id, entries, self.key)


class Atlas:
    """Places by what a file says of them."""

    def __init__(self, known: Known) -> None:
        """Ids and names of an earlier import are kept, whatever the order of rows is now; what others declare is used."""
        self._spots: dict[str, Spot] = {}
        self._known = known.places
        self._declared = known.named.get("place", {})
        self._ids = {made for made, _ in self._known.values()} | set(self._declared.values())
        self._names = {fold(name) for _, name in self._known.values()}

    def spot(self, name: str, inside: Spot | None = None, *, point: str = "") -> Spot:
        """The place of a name in an area; with `point`, every point of one name is a place of its own."""
        key = "|".join((name, (inside.key or inside.id) if inside else "", point))
        found = self._spots.get(key)
        if found is None:
            declared = self._declared.get(fold(name))
            if declared is not None:
                found = Spot(declared, name, None, "", name)
            else:
                made, shown = self._known.get(key) or self._fresh(name, inside, point)
                found = Spot(made, shown, inside, key, name)
            self._spots[key] = found
        return found

    def area(self, *names: str) -> Spot | None:
        """The narrowest of areas named from wide to narrow; an empty name and one that repeats the one before are no area."""
        found: Spot | None = None
        for name in names:
            if name and (found is None or name != found.title):
                found = self.spot(name, found)
        return found

    def tables(self) -> tuple[Table, ...]:
        """A `[[place]]` for each, the wider before what lies in it, then by name."""
        own = (spot for spot in self._spots.values() if spot.key)
        ordered = sorted(own, key=lambda spot: (len(spot.areas()), spot.id))
        return tuple(spot.table() for spot in ordered)

    def _fresh(self, name: str, inside: Spot | None, point: str) -> tuple[str, str]:
        areas = [*inside.areas(), inside] if inside is not None else []
        tried = [name, *(f"{name}, {area.name}" for area in reversed(areas)), f"{name} ({point})"]
        shown = next((words for words in tried if fold(words) not in self._names), f"{name} ({len(self._names)})")
        made = _id(shown, self._ids)
        self._ids.add(made)
        self._names.update((fold(shown), fold(made)))
        return made, shown


def _id(shown: str, taken: set[str]) -> str:
    """A slug; of a point, which is told from others by its dots, the figures as they are."""
    point = identity(shown) if shown[0].isdigit() and "." in shown else ""
    return point if point and point not in taken else slug(shown, taken)
