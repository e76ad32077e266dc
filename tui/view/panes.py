"""Who gets a pane: each source by itself, or all sources of one publisher together.

A real archive has a source per article; a pane for each stops being readable at about eight.
"""

from __future__ import annotations

import re
from collections import Counter

from tui.core.answers import EventRow
from tui.core.model import Report, Source
from tui.core.values import dataclass
from tui.view.clocks import published_words
from tui.view.same import Same, remembered

MOST = 8
"""With more sources than this, panes begin as publishers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pane:
    """One column of the timeline."""

    key: str
    """Source id, or publisher family."""
    siglum: str
    name: str
    sources: tuple[Source, ...]
    """Those whose reports stand here, at least one."""
    told: str = ""
    """Of a pane by reading: what it is a reading of, and how many origins stand behind it."""
    event: str = ""
    """Of a pane by reading: the event in which not every report of its sources stands here."""
    only: frozenset[str] = frozenset()
    """Ids of the reports of that event that do."""

    @property
    def ids(self) -> frozenset[str]:
        """Ids of its sources."""
        return _ids(Same(self.sources))

    @property
    def grade(self) -> str:
        """The grade where all its sources have the same one."""
        grades = {source.grade for source in self.sources}
        return grades.pop() if len(grades) == 1 else ""

    def about(self, size: int) -> str:
        """When and how it speaks: kind, publication, credits; of a publisher how many sources, from when to when.

        In about `size` cells where there is a shorter way to say it.
        """
        if self.told:
            return self.told
        first, last = self.sources[0], self.sources[-1]
        if len(self.sources) > 1:
            dates = [published_words(source.published) for source in self.sources if source.published]
            span = " · " + (dates[0] if dates[0] == dates[-1] else f"{dates[0]}–{dates[-1]}") if dates else ""
            told = f"{len(self.sources)} {'data sets' if last.is_dataset else 'sources'}{span}"
            return told if len(told) <= size else f"{len(self.sources)}{span}"
        made = "coded" if first.is_dataset else published_words(first.published)
        kind = f"{first.kind} · " if first.kind not in ("article", "dataset") else ""
        return f"{kind}{made}" + (f" · {' '.join(first.credits)}" if first.credits else "")

    def reports(self, row: EventRow) -> tuple[Report, ...]:
        """Its reports of the event, in file order."""
        ids = self.ids
        mine = tuple(report for report in row.reports if report.source in ids)
        return tuple(report for report in mine if report.id in self.only) if row.verdict.id == self.event else mine

    def disputed(self, row: EventRow) -> tuple[Report, ...]:
        """Its reports that may belong to the event, which are shown and not judged."""
        ids = self.ids
        return tuple(report for report in row.disputed if report.source in ids)


@remembered(1024)
def _ids(sources: Same[tuple[Source, ...]]) -> frozenset[str]:
    return frozenset(source.id for source in sources.value)


def separate(sources: tuple[Source, ...]) -> tuple[Pane, ...]:
    """A pane per source."""
    return tuple(Pane(key=source.id, siglum=source.siglum, name=source.name, sources=(source,)) for source in sources)


def by_publisher(sources: tuple[Source, ...]) -> tuple[Pane, ...]:
    """A pane per publisher, in the order of its first source; data sets stand last as their sources do.

    Publishers whose sigla differ in nothing but numbers keep these: each is called like its first source, and one of a single
    source like that.
    """
    families: dict[str, list[Source]] = {}
    for source in sources:
        families.setdefault(source.family, []).append(source)
    stems = {family: _siglum(members) for family, members in families.items()}
    shared = {stem for stem, times in Counter(stems.values()).items() if times > 1}
    panes = (
        Pane(
            key=family, name=_name(members), sources=tuple(members),
            siglum=members[0].siglum if len(members) == 1 or stems[family] in shared else stems[family],
        )
        for family, members in families.items()
    )  # fmt: skip
    return tuple(sorted(panes, key=lambda pane: all(source.is_dataset for source in pane.sources)))


def begins_grouped(sources: tuple[Source, ...]) -> bool:
    """Whether panes begin as publishers: too many sources, and publishers make fewer of them."""
    return len(sources) > MOST and len({source.family for source in sources}) < len(sources)


def _siglum(members: list[Source]) -> str:
    """What the sigla have in common without what tells them apart: ALM for ALM1 and ALM12, F24 for F24 and F24B."""
    stems = Counter(re.sub(r"(?<=\d)[A-Z]+$|\d+$", "", source.siglum) or source.siglum for source in members)
    return max(stems, key=lambda stem: (stems[stem], len(stem)))


def _name(members: list[Source]) -> str:
    return Counter(source.name for source in members).most_common(1)[0][0]


def telling(panes: tuple[Pane, ...], pane: int, row: EventRow, reports: tuple[str, ...]) -> int:
    """The pane to look at for some reports of the event: the one at hand where it has any of them, else the first that has."""
    speaking = {report.source for report in row.reports if report.id in reports}
    having = [index for index, candidate in enumerate(panes) if not speaking.isdisjoint(candidate.ids)]
    return pane if pane in having or not having else having[0]
