"""The accounts of a dossier: its reports as the rest of the program reads them, taken down to what linking compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from tui.core.calendar import wall_of
from tui.core.linking.accounts import DOES, SUFFERS, Account, Days, Figure, Point
from tui.core.linking.links import Linking
from tui.core.linking.reviews import Review
from tui.core.linking.table import SHIPPED
from tui.core.linking.weights import Table
from tui.core.model import Dossier, Report
from tui.core.moments import Moment, read_moment
from tui.core.progress import Watch, unwatched, watched
from tui.core.quantities import read_quantity
from tui.core.verdicts.context import Context
from tui.core.verdicts.placement import placed

_DAY = 86400
_AGE = ("age", "_age")
_PARTS = dict.fromkeys(("attacker", "perpetrator", "accused", "suspect"), DOES) | dict.fromkeys(
    ("defender", "victim", "victims", "target", "loser", "opponent"), SUFFERS
)
"""Role -> the part it gives; another role is a part of its own."""


class Reader:
    """Makes accounts of the reports of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._context = Context(dossier)
        self._reports = dossier.reports
        self._tags = {event.id: event.tags for event in dossier.events}

    def account(self, number: int) -> Account:
        """The account of a report by its number in file order."""
        report = self._reports[number]
        return _account(report, self._context, self._tags.get(report.event or "", ()))


def accounts_of(dossier: Dossier, watch: Watch = unwatched) -> tuple[Account, ...]:
    """One per report, in file order."""
    count, reader = len(dossier.reports), Reader(dossier)
    return tuple(map(reader.account, watched(range(count), "reading", count, watch)))


def linking_of(dossier: Dossier, table: Table = SHIPPED, *, learn: bool = False, watch: Watch = unwatched) -> Linking:
    """The links of a dossier, its `event` keys and its analyst's decisions respected."""
    events = ((report.id, report.event) for report in placed(dossier) if report.event is not None)
    accounts = accounts_of(dossier, watch)
    return Linking(accounts, events=tuple(events), decisions=dossier.links, table=table, learn=learn, watch=watch)


def review_of(dossier: Dossier, least: float, watch: Watch = unwatched) -> Review:
    """The links of a dossier that are at least so likely, for somebody who looks at one after the other."""
    return Review(linking_of(dossier, watch=watch), Reader(dossier).account, least)


def _account(report: Report, context: Context, tags: Iterable[str]) -> Account:
    source = context.source(report)
    spots = [context.gazetteer.spot(words) for words in report.where]
    reports_figures = tuple(_figures(report, context))
    return Account(
        id=report.id,
        source=source.id,
        outlet=source.family,
        dataset=source.is_dataset,
        when=_when(report, context),
        published=None if source.is_dataset else _days(context.published(source.id), context.zone),
        actors=tuple(dict.fromkeys(_actors(report, context))),
        roles=frozenset(_roles(report, context)),
        places=tuple(dict.fromkeys(key for spot in spots for key in (spot.id or spot.key[0], *spot.inside) if key)),
        points=tuple(
            Point(spot.lat, spot.lon, spot.radius_km) for spot in spots if spot.lat is not None and spot.lon is not None
        ),
        figures=tuple(figure for figure in reports_figures if not figure.key.endswith(_AGE)),
        ages=frozenset(round(f.low) for f in reports_figures if f.key.endswith(_AGE)),
        tags=frozenset((*report.tags, *tags)),
        title=source.title if report.text else "",
        prose="\n".join(part for part in (report.what, report.quote, report.text, _claims(report)) if part),
    )


def _when(report: Report, context: Context) -> Days | None:
    """The report's time; an event that lasted runs to its end."""
    if report.when is None:
        return None
    start = _days(read_moment(report.when, context.anchor(report)), context.zone)
    end = None if report.until is None else _days(read_moment(report.until, context.anchor(report)), context.zone)
    if start is None or end is None:
        return start
    return Days(start.start, max(start.end, end.end))


def _days(moment: Moment | None, zone: str) -> Days | None:
    """A moment in days of the dossier's zone; None where a side is open."""
    if moment is None or moment.earliest is None or moment.latest is None:
        return None
    return Days(wall_of(moment.earliest, zone) / _DAY, wall_of(moment.latest, zone) / _DAY)


def _actors(report: Report, context: Context) -> Iterator[str]:
    for _, names in report.who:
        for name in names:
            party = context.cast.party(name)
            if key := party.key.removeprefix("?"):  # a name without a letter speaks for nothing
                yield key
            yield from party.above


def _roles(report: Report, context: Context) -> Iterator[tuple[str, str]]:
    for role, names in report.who:
        for party in map(context.cast.party, names if role else ()):
            for key in (party.key.removeprefix("?"), *party.above):
                if key:
                    yield _PARTS.get(role, role), key


def _figures(report: Report, context: Context) -> Iterator[Figure]:
    for key, words in report.figures:
        read = read_quantity(words, context.numbers)
        if read.understood and read.low is not None:
            yield Figure(key, read.low, inf if read.high is None else read.high)


def _claims(report: Report) -> str:
    """The words of the categories, which tell one event from another as well as prose does."""
    words = (value if isinstance(value, tuple) else (value,) for _, value in report.claims)
    return " ".join(word for value in words for word in value if isinstance(word, str))
