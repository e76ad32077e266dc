"""The names that reports give to actors and places, and what keeps two of them apart. Resolves and judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tui.core.model import Dossier, Position, Report
from tui.core.places import centre_of
from tui.core.progress import Watch, unwatched, watched
from tui.core.scripts import fold
from tui.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One name, written alike up to case, accents, apostrophes and hyphens."""

    name: str
    """As first written."""
    count: int
    """How many times reports name it."""
    report: str
    """Id of the first report that does."""
    position: Position
    """Of that report, with the line of the field where it is known."""


class Mentions:
    """The names of one kind of thing, in file order."""

    def __init__(self, dossier: Dossier, found: Iterable[tuple[Report, str, str]]) -> None:
        self._first: dict[str, tuple[str, Report, str]] = {}
        self._slots: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._reports: dict[str, set[str]] = defaultdict(set)
        self._counts: dict[str, int] = defaultdict(int)
        for report, field, name in found:
            folded = fold(name)
            self._first.setdefault(folded, (name, report, field))
            self._slots[folded].add((report.id, field))
            self._reports[folded].add(report.id)
            self._counts[folded] += 1
        self._links: dict[str, set[int]] = defaultdict(set)
        self._separated = [frozenset(link.reports) for link in dossier.links if link.same is False]
        for number, reports in enumerate(self._separated):
            for report_id in reports:
                self._links[report_id].add(number)

    def all(self) -> tuple[Mention, ...]:
        """Every name once, in the order of its first mention."""
        return tuple(
            Mention(
                name=name,
                count=self._counts[folded],
                report=report.id,
                position=Position(report.position.file, report.line_of(field)),
            )
            for folded, (name, report, field) in self._first.items()
        )

    def apart(self, a: str, b: str) -> bool:
        """Whether the dossier holds two folded names apart.

        One list of one report names both, side by side; or an analyst wrote of a report with the one and a report
        with the other that they tell of different things (`[[link]] same = false`).
        """
        if not self._slots.get(a, _NONE).isdisjoint(self._slots.get(b, _NONE)):
            return True
        only_a = self._reports.get(a, _NO_REPORTS) - self._reports.get(b, _NO_REPORTS)
        only_b = self._reports.get(b, _NO_REPORTS) - self._reports.get(a, _NO_REPORTS)
        return not self._linked(only_a).isdisjoint(self._linked(only_b))

    def _linked(self, reports: set[str]) -> set[int]:
        if not self._separated:
            return set()
        return {number for report in reports for number in self._links.get(report, ())}


_NONE: set[tuple[str, str]] = set()
_NO_REPORTS: set[str] = set()


def actors_named(dossier: Dossier, watch: Watch = unwatched) -> Mentions:
    """The names under `who` and `said_by`; a source that speaks for itself is no name."""
    return Mentions(dossier, _actors(dossier, watch))


def places_named(dossier: Dossier, watch: Watch = unwatched) -> Mentions:
    """The names under `where`, without "near", "20 km east of" and the like; "A, B" is two names."""
    return Mentions(dossier, _places(dossier, watch))


def place_names(words: str) -> tuple[str, ...]:
    """The names in one value of `where`: "near A, B" holds A and B."""
    pieces = (centre_of(piece.strip()).strip() for piece in centre_of(words).split(","))
    return tuple(piece for piece in pieces if piece)


def _actors(dossier: Dossier, watch: Watch) -> Iterator[tuple[Report, str, str]]:
    sources = {source.id for source in dossier.sources}
    for report in watched(dossier.reports, "reading", len(dossier.reports), watch):
        for role, names in report.who:
            field = f"who.{role}" if role else "who"
            yield from ((report, field, name.strip()) for name in names if name.strip())
        for name in report.said_by:
            if name.strip() and name not in sources:
                yield report, "said_by", name.strip()


def _places(dossier: Dossier, watch: Watch) -> Iterator[tuple[Report, str, str]]:
    for report in watched(dossier.reports, "reading", len(dossier.reports), watch):
        for words in report.where:
            yield from ((report, "where", name) for name in place_names(words))
