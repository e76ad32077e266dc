"""A report's own words for a field, and who says them. Reads nothing into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, OriginCount, Reading
from tui.core.model import ClaimValue, Report
from tui.view.safety import safe


def words_for(report: Report, field: str) -> tuple[str, ...]:
    """The report's words for the field by its full name, one per stated value; empty where it is silent."""
    table, _, key = field.partition(".")
    if table == "when":
        return (report.when,) if report.when else ()
    if table == "until":
        return (report.until,) if report.until else ()
    if table == "where":
        return report.where
    if table == "said_by":
        return tuple(name for name in report.said_by if name != report.source)
    if table == "happened":
        return ("denied",) if report.denies is True else ("reported",)
    if table == "who":
        return tuple(name for role, names in report.who if role == key or not key for name in names)
    if table == "figures":
        return tuple(value for name, value in report.figures if name == key)
    if table == "claims":
        return tuple(word for name, value in report.claims if name == key for word in _listed(value))
    return ()


def _listed(value: ClaimValue) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("true" if value else "false",)
    return (value,) if isinstance(value, str) else value


def in_its_words(reading: Reading) -> str:
    """The reading as its sources word it, "not" before what they deny."""
    words = " / ".join(reading.as_written) or reading.value
    denied = reading.value.startswith("not ") and reading.value not in reading.as_written
    return f"not {words}" if denied and words != reading.value else words


def reading_of(field: FieldVerdict, report: str) -> Reading | None:
    """The reading that holds the report."""
    for reading in field.readings:
        if report in reading.reports:
            return reading
    return None


def silence(field: FieldVerdict, reports: Iterable[Report]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the sources that say nothing of the field, and of those that say something only after the time up to which
    the dossier is looked at. `reports`: of the event."""
    later = {report.source for report in reports if report.source in field.silent and words_for(report, field.field)}
    return tuple(s for s in field.silent if s not in later), tuple(s for s in field.silent if s in later)


def silence_words(field: FieldVerdict, reports: Iterable[Report], siglum: Callable[[str], str]) -> tuple[str, ...]:
    """The same as one would say it: "silent: AFP DW", "not said yet: RTR"; nothing where nobody is. Safe to show."""
    parts = zip(("silent", "not said yet"), silence(field, reports), strict=True)
    return tuple(f"{word}: {' '.join(map(safe, map(siglum, sources)))}" for word, sources in parts if sources)


def withheld(row: EventRow, report: Report) -> tuple[str, ...]:
    """The figures of a report that stood so only after the time up to which the dossier is looked at, by field."""
    if report.as_of is None or report.denies is True:
        return ()
    judged = {field.field: field for field in row.verdict.fields}
    return tuple(
        name
        for key, _ in report.figures
        if (name := f"figures.{key}") not in judged or reading_of(judged[name], report.id) is None
    )


class Fallen(NamedTuple):
    """What of an event no longer stands."""

    corrected: frozenset[str]
    """Ids of the reports that their own source took back whole."""
    superseded: Mapping[str, frozenset[str]]
    """Report -> the fields in which a later figure or a correction took the place of what it says."""

    def fields(self, report: str) -> frozenset[str]:
        """The superseded fields of a report that was not taken back whole."""
        return frozenset() if report in self.corrected else self.superseded.get(report, frozenset())


def fallen(row: EventRow) -> Fallen:
    """What no longer stands in the event; found for all its reports at once."""
    fields: dict[str, set[str]] = {}
    for field in row.verdict.fields:
        for reading in field.readings:
            for report in reading.replaced:
                fields.setdefault(report, set()).add(field.field)
    corrected = frozenset(name for report in row.reports for name in report.corrects)
    return Fallen(corrected, {report: frozenset(names) for report, names in fields.items()})


def leavers(reading: Reading, reports: Iterable[Report]) -> frozenset[str]:
    """Ids of the sources that gave the reading and have replaced it since, where others still give it."""
    if not reading.replaced or reading.superseded:
        return frozenset()
    gave = {report.id: report.source for report in reports if report.id in reading.reports}
    return frozenset(gave.values()) - {source for name, source in gave.items() if name not in reading.replaced}


def reports_of(row: EventRow, source: str) -> tuple[Report, ...]:
    """The source's reports of the event, in file order."""
    return tuple(report for report in row.reports if report.source == source)


def report_by_id(row: EventRow, report: str) -> Report | None:
    """The report of that id, where the event has it."""
    for candidate in row.reports:
        if candidate.id == report:
            return candidate
    return None


def place_of(report: Report) -> str:
    """Where in its source the report stands: part and locator, the part once where the locator begins with it."""
    if report.part and report.locator.casefold().startswith(report.part.casefold()):
        return report.locator
    return ", ".join(part for part in (report.part, report.locator) if part)


def origins_words(count: OriginCount) -> str:
    """How many origins, in words: "1 origin", "2–4 origins", "≤3 origins"; unknown ones are told."""
    low = f"≤{count.low}" if count.at_most else str(count.low)
    span = low if count.low == count.high else f"{low}–{count.high}"
    noun = "origin" if (count.low, count.high) == (1, 1) else "origins"
    unknown = f" ({count.unknown} unknown)" if count.unknown else ""
    return f"{span} {noun}{unknown}"


UNCOUNTED = OriginCount(0, 0, 0)
"""How many origins stand behind it was not counted."""


def known_origins(count: OriginCount) -> str:
    """The same, and nothing where it was not counted: no number is better than a wrong one."""
    return "" if count == UNCOUNTED else origins_words(count)


def origins_short(count: OriginCount) -> str:
    """The same without the noun: "1", "2–4"."""
    low = f"≤{count.low}" if count.at_most else str(count.low)
    return low if count.low == count.high else f"{low}–{count.high}"


_ROLES = {"said_by": "quoted", "named": "no role"}


def role_name(role: str) -> str:
    """The role as a head has it."""
    return _ROLES.get(role, role.replace("_", " "))


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 event", "1,204 events"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def speakers(row: EventRow, reading: Reading, source: str) -> tuple[str, ...]:
    """Who says the reading in that source, as written, distinct."""
    names: dict[str, None] = {}
    given = frozenset(reading.reports)
    for report in row.reports:
        if report.source == source and report.id in given:
            names.update(dict.fromkeys(name for name in report.said_by if name != source))
    return tuple(names)


def gap_words(gap: str) -> str:
    """How far apart: "12 deaths apart"; days that touch are "adjacent days" and no distance."""
    return gap if gap.startswith("adjacent") else f"{gap} apart"
