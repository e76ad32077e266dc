"""What is worth knowing about the words in reports without being wrong: times, numbers and places no rule reads, ends
before their beginnings, names that two tables share.

They may be the source's own words, so they are notes, never problems. How they are read is decided in `core`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from tui.core.model import Actor, Dossier, Place, Report
from tui.core.moments import Anchor, read_moment
from tui.core.names import fold
from tui.core.places import Gazetteer
from tui.core.problems import Problem, Severity
from tui.core.quantities import read_quantity
from tui.core.verdicts.claims import PLAIN_TIME
from tui.core.verdicts.context import bare_source
from tui.files.complaints import cut
from tui.files.drafts import Located
from tui.files.faults import path_of
from tui.files.join import Joined, unowned
from tui.files.lookups import listed
from tui.files.spelling import within

_ANY_DAY = "2000-01-03"
"""Any day of publication, to see whether one is all that words of time lack."""
_SHORTEST_PLACE = 5
"""Names with fewer letters are a slip away from too many others to suspect one."""
_MOST_PLACES = 2000
"""Declared names beyond which misspelt places are not looked for: each of them would be held against all."""


def notes(dossier: Dossier, joined: Joined) -> Iterator[Problem]:
    """A note for every time and figure that is not understood, every place that looks misspelt, every shared name."""
    yield from _of_sources(dossier, joined)
    yield from _of_shared_names(joined.actors)
    yield from _of_shared_names(joined.places)
    reader = _Reader(dossier)
    left_out = map(unowned, joined.left_out)
    for number, report in enumerate(chain(dossier.reports, left_out)):
        for key, text, means, expected, suggestion in reader.faults(report):
            placed = number < len(joined.drafts)
            draft = joined.drafts[number] if placed else joined.left_out[number - len(joined.drafts)]
            yield draft.located.fault(
                "ends-before-start" if means is _BACKWARDS else "not-understood",
                f'is "{cut(text)}", {means}',
                below=key,
                found=text,
                expected=expected,
                suggestion=suggestion,
                severity=Severity.NOTE,
            )


def _of_sources(dossier: Dossier, joined: Joined) -> Iterator[Problem]:
    for source in dossier.sources:
        located = joined.sources[source.id][1]
        for key, text in (("published", source.published), ("captured", source.captured)):
            if text and read_moment(text, Anchor(timezone=source.timezone or dossier.settings.timezone)).kind in _WORDS:
                yield located.fault(
                    "not-understood",
                    f'is "{cut(text)}", which is no date, {_MEANS[key]}',
                    below=key,
                    found=text,
                    expected="a date, a date with a time, or an EDTF text",
                    severity=Severity.NOTE,
                )


def _of_shared_names(found: Mapping[str, tuple[Actor | Place, Located]]) -> Iterator[Problem]:
    """A note for each name that tables before this one have too: `core` leaves open which of them a report means."""
    owners: dict[str, list[Located]] = {}
    for identity, (value, located) in found.items():
        names = {fold(name): name for name in (*value.aliases, value.name, identity)}
        for folded, name in names.items():
            others = owners.setdefault(folded, [])
            if others:
                also = listed([f"{path_of(other.table, other.row.number)} at {other.where}" for other in others])
                yield located.fault(
                    "shared-name",
                    f'goes by "{cut(name)}", as does {also}; a report that writes it means none of them',
                    found=name,
                    expected=f"a name that only one [[{located.table}]] has",
                    severity=Severity.NOTE,
                )
            others.append(located)


_WORDS = (None, "phrase")
_MEANS = {
    "published": "so words such as Tuesday in its reports have no day to hang on",
    "captured": "and is only shown",
}

_BACKWARDS = "which lies before the start that `when` gives"

_Fault = tuple[str, str, str, str | None, str | None]
"""Key, text, what it means for comparisons, what was expected, what may be meant."""


class _Reader:
    """Reads each distinct text of a dossier once."""

    def __init__(self, dossier: Dossier) -> None:
        self._settings = dossier.settings
        self._sources = {source.id: source for source in dossier.sources}
        # Of reports that have none: what they lack is told already.
        self._sources[""] = replace(bare_source(""), published=_ANY_DAY)
        self._moments: dict[tuple[str, str, bool], str | None] = {}
        self._quantities: dict[str, bool] = {}
        self._gazetteer = Gazetteer(dossier.places)
        self._names = [name for place in dossier.places for name in (place.name, *place.aliases)]
        self._places: dict[str, str | None] = {}
        self._fine: set[tuple[object, ...]] = set()
        """Times that hang on no day of publication, figures and places of which there is nothing to tell."""

    def faults(self, report: Report) -> list[_Fault]:
        """What no rule reads, or looks misspelt. What many reports say alike is looked at once."""
        said = (report.when, report.until, report.as_of)
        about = (*said, report.planned, self._sources[report.source].timezone)
        found: list[_Fault] = []
        if about not in self._fine:
            found += self.times(report)
            if not found and all(text is None or PLAIN_TIME.fullmatch(text) for text in said):
                self._fine.add(about)
        for words, look in ((report.figures, self.figures), (report.where, self.places)):
            if words and words not in self._fine:
                told = [*look(report)]
                found += told
                if not told:
                    self._fine.add(words)
        return found

    def times(self, report: Report) -> Iterator[_Fault]:
        """The times of a report that no rule reads."""
        if report.when is not None and report.until is not None and self._is_backwards(report):
            yield "until", report.until, _BACKWARDS, "a time not before when", None
        for key, text in (("when", report.when), ("until", report.until), ("as_of", report.as_of)):
            if text is None:
                continue
            about = (text, report.source, report.planned)
            if about not in self._moments:
                self._moments[about] = self._lack(*about)
            lack = self._moments[about]
            if lack is not None:
                means = "no rule reads it as a time; it is shown as written and compared with nothing"
                yield key, text, f"and {means}", lack or None, None

    def figures(self, report: Report) -> Iterator[_Fault]:
        """The figures of a report that no rule reads."""
        for key, words in report.figures:
            understood = self._quantities.get(words)
            if understood is None:
                understood = self._quantities[words] = read_quantity(words, self._settings.numbers).understood
            if not understood:
                means = "and no rule reads it as a number; it is shown as written and compared with nothing"
                yield f"figures.{key}", words, means, None, None

    def places(self, report: Report) -> Iterator[_Fault]:
        """The places of a report that no table declares and that are spelled almost like one."""
        for name in report.where:
            if name not in self._places:
                self._places[name] = self._slip(name)
            near = self._places[name]
            if near is not None:
                means = "which no [[place]] is called; it is taken for another place than any declared"
                yield "where", name, means, None, near

    def _lack(self, text: str, source_id: str, planned: bool) -> str | None:
        """None when the text is understood; else what it lacks, or nothing when no rule covers it."""
        if read_moment(text, self._anchor(source_id, planned=planned)).understood:
            return None
        source = self._sources[source_id]
        if source.published is None and read_moment(text, Anchor(published=_ANY_DAY)).understood:
            return f"published in the table of source {cut(source_id)}: the words hang on that day"
        return ""

    def _is_backwards(self, report: Report) -> bool:
        """Whether the report's end certainly lies before its start."""
        anchor = self._anchor(report.source, planned=report.planned)
        start, end = read_moment(report.when or "", anchor), read_moment(report.until or "", anchor)
        known = start.understood and end.understood
        return known and start.earliest is not None and end.latest is not None and end.latest <= start.earliest

    def _anchor(self, source_id: str, *, planned: bool) -> Anchor:
        source = self._sources[source_id]
        return Anchor(
            published=source.published,
            timezone=self._settings.timezone,
            source_timezone=source.timezone,
            planned=planned,
        )

    def _slip(self, name: str) -> str | None:
        if len(name) < _SHORTEST_PLACE or not 0 < len(self._names) <= _MOST_PLACES:
            return None
        spot = self._gazetteer.spot(name)
        return None if spot.id is not None or spot.inside else within(name, self._names, 1 + len(name) // 8)
