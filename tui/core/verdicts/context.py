"""What a dossier declares, made ready to be asked while judging: who is meant, where that is, what a field's words mean."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from math import inf
from typing import Any, TypeVar

from tui.core.actors import Cast
from tui.core.model import Dossier, Field, Report, Source
from tui.core.moments import Anchor, Moment, read_moment
from tui.core.origins import Provenance
from tui.core.places import Gazetteer
from tui.core.verdicts.categories import NO_VOCABULARY, Vocabulary, vocabulary
from tui.core.verdicts.comparisons import Value
from tui.core.verdicts.numbers import Overrides

RISING = ("killed", "wounded", "injured", "displaced")
"""Figures that grow as news comes in, with any `_suffix` (rules.md §4)."""
REMEMBERED = 100_000
"""Words whose reading is kept while a dossier is judged."""
AGES = "age"
"""`figures.age` and `figures.*_age` have a slack of one year (rules.md §8)."""

T = TypeVar("T")


def _finder(dossier: Dossier) -> Callable[[str], Report | None]:
    """Answers the report with an id. It is asked where one report names another, so that most dossiers need not hold all of them by
    id; and knows no context, which would be kept by what it keeps.
    """
    named: dict[str, Report] = {}

    def find(name: str) -> Report | None:
        if not named:
            named.update((report.id, report) for report in dossier.reports)
        return named.get(name)

    return find


def _provenance(dossier: Dossier, cast: Cast, find: Callable[[str], Report | None] | None) -> Provenance:
    return Provenance(dossier.sources, find or _finder(dossier), lambda words: cast.party(words).key)


class Context:
    """One dossier while it is judged. Holds no verdicts."""

    def __init__(
        self,
        dossier: Dossier,
        *,
        as_of: int | None = None,
        find: Callable[[str], Report | None] | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        """`find` answers the report with an id, where the dossier is given without its reports; `gazetteer` stands for its places.

        `as_of`: seconds since 1970 UTC; what came out, or stood so, only later is not known yet. None: all is known."""
        self.dossier = dossier
        self.as_of = as_of
        self.sources: dict[str, Source] = {source.id: source for source in dossier.sources}
        self.gazetteer = Gazetteer(dossier.places) if gazetteer is None else gazetteer
        self.cast = Cast(dossier.actors)
        self.provenance = _provenance(dossier, self.cast, find)
        self.numbers: Overrides = dossier.settings.numbers
        self.zone = dossier.settings.timezone
        self._fields = {declared.id: declared for declared in dossier.fields}
        self._vocabularies = {declared.id: vocabulary(declared) for declared in dossier.fields}
        self.rulings: dict[tuple[str, str], tuple[int, ...]] = {}
        """(event, field) -> indices into the dossier's rulings."""
        self.ruled = frozenset(ruling.event for ruling in dossier.rulings)
        """Events of which some field is ruled on."""
        for number, ruling in enumerate(dossier.rulings):
            about = (ruling.event, ruling.field)
            self.rulings[about] = (*self.rulings.get(about, ()), number)
        self._remembered: dict[Hashable, Any] = {}
        self.times: dict[tuple[str, str | None, str | None], Value] = {}
        """Plain dates and clock times (`when`, `until`, zone of the source) -> what they mean, whenever they were published."""
        self._anchors: dict[tuple[str, bool], Anchor] = {}
        self._published: dict[str, Moment | None] = {}
        self._came_out: dict[str, float] = {}

    def let_go(self) -> None:
        """Hold of the events nothing, and of the reports only who repeats whom: for who has the rest at hand and judges one event
        after the other.
        """
        named = {name for report in self.dossier.reports for name in report.derived_from}
        repeating = {source.id for source in self.dossier.sources if source.derived_from}
        chained = tuple(
            Report(id=report.id, source=report.source, derived_from=report.derived_from)
            for report in self.dossier.reports
            if report.derived_from or report.source in repeating or report.id in named
        )
        self.dossier = replace(self.dossier, events=(), reports=chained)
        self.provenance = _provenance(self.dossier, self.cast, None)

    def remembered(self, key: Hashable, read: Callable[[], T]) -> T:
        """What `read` answered when it was asked under this key before, else what it answers now."""
        known: T | None = self._remembered.get(key)
        if known is None:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            known = self._remembered[key] = read()
        return known

    def forget(self) -> None:
        """Read every word anew, and ask anew of every report: it costs time, and gives memory back."""
        for memory in (self._remembered, self.times, self._anchors, self._published, self._came_out):
            memory.clear()
        self.provenance.forget_all()

    def keep_time(self, words: tuple[str, str | None, str | None], meant: Value) -> None:
        """See `times`."""
        if len(self.times) >= REMEMBERED:
            self.times.clear()
        self.times[words] = meant

    def source(self, report: Report) -> Source:
        """The source of a report; a bare one where the file names none that exists."""
        found = self.sources.get(report.source)
        return found or bare_source(report.source)

    def anchor(self, report: Report) -> Anchor:
        """What the time words of a report hang on."""
        key = (report.source, report.planned)
        known = self._anchors.get(key)
        if known is None:
            source = self.source(report)
            known = self._anchors[key] = Anchor(
                published=source.published, timezone=self.zone, source_timezone=source.timezone, planned=report.planned
            )
        return known

    def known(self, report: Report) -> bool:
        """Whether the report's source may have been out by `as_of`, and what it takes back taken back by then."""
        if self.as_of is None:
            return True
        moments = [self.published(report.source)]
        if report.as_of is not None and (report.corrects or report.denies):
            moments.append(read_moment(report.as_of, self.anchor(report)))
        return all(moment is None or moment.earliest is None or moment.earliest <= self.as_of for moment in moments)

    def published(self, source_id: str) -> Moment | None:
        """When the source came out; None when it does not say or is not understood."""
        if source_id not in self._published:
            source = self.sources.get(source_id)
            moment = None
            if source is not None and source.published is not None:
                moment = read_moment(source.published, Anchor(timezone=source.timezone or self.zone))
            self._published[source_id] = moment if moment is not None and moment.understood else None
        return self._published[source_id]

    def came_out(self, source_id: str) -> float:
        """Seconds since 1970 at which the source may first have been out; infinite when nobody knows."""
        known = self._came_out.get(source_id)
        if known is None:
            published = self.published(source_id)
            known = inf if published is None or published.earliest is None else float(published.earliest)
            self._came_out[source_id] = known
        return known

    def declared(self, field: str) -> Field | None:
        """What the dossier says about a field."""
        return self._fields.get(field)

    def words(self, field: str) -> Vocabulary:
        """The vocabulary of a `claims` field."""
        return self._vocabularies.get(field, NO_VOCABULARY)

    def rises(self, field: str) -> bool:
        """Whether later figures replace earlier ones."""
        declared = self._fields.get(field)
        if declared is not None and declared.rises is not None:
            return declared.rises
        key = field.removeprefix("figures.")
        return key != field and any(key == name or key.startswith(f"{name}_") for name in RISING)

    def slack(self, field: str) -> float:
        """By how much the core of a figure is widened on both sides."""
        declared = self._fields.get(field)
        if declared is not None and declared.slack is not None:
            return declared.slack
        return 1 if field == f"figures.{AGES}" or (field.startswith("figures.") and field.endswith(f"_{AGES}")) else 0

    def single(self, field: str) -> bool:
        """Whether only one value of the field can be true."""
        declared = self._fields.get(field)
        return declared is not None and declared.single

    def unit(self, field: str) -> str:
        """Unit of a figure, for the distance in a reason."""
        declared = self._fields.get(field)
        return declared.unit if declared is not None else ""


def bare_source(source_id: str) -> Source:
    """What stands in for a source that no file declares."""
    return Source(id=source_id, name=source_id, siglum=source_id, family=source_id)
