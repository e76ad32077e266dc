"""Reports taken apart into claims: one field, its words, what they were read as, who says so and when the figures stood so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from tui.core.model import ClaimValue, Report, Source
from tui.core.moments import Moment, canonical, read_moment
from tui.core.names import fold
from tui.core.places import centre_of
from tui.core.verdicts.actors import read_actors
from tui.core.verdicts.categories import CategoryValue, read_category
from tui.core.verdicts.comparisons import Value
from tui.core.verdicts.context import Context
from tui.core.verdicts.numbers import read_number
from tui.core.verdicts.places import read_places
from tui.core.verdicts.times import read_time

MINUTE, HOUR = 60, 3600


class Stood(NamedTuple):
    """When figures stood so: [earliest, latest) in seconds, and whether a time of day was stated."""

    earliest: float
    latest: float
    clocked: bool

    def surely_before(self, other: Stood) -> bool:
        """Whether this certainly lies before the other; an hour more where both state a time (rules.md §4)."""
        margin = 0.0
        if self.clocked and other.clocked:
            # A time to the minute is that minute's beginning here: ten o'clock is an hour after nine.
            stated = self.latest - self.earliest
            margin = HOUR - (stated if stated <= MINUTE else 0)
        return other.earliest >= self.latest + margin

    def days_before(self, other: Stood) -> float:
        """Days from the beginning of this to that of the other."""
        return (other.earliest - self.earliest) / 86400


class Claim(NamedTuple):
    """One field of one report."""

    field: str
    report: Report
    source: Source
    words: str
    """As written; a list joined by commas."""
    value: Value
    voice: frozenset[str]
    """Resolved speakers; empty for the source's own voice."""
    stood: Stood | None
    denied: bool = False
    """The value is what this report denies."""
    derived: bool = False
    """Made from other fields of the report (the union of its roles) and not written in it."""

    @property
    def spelling(self) -> tuple[str, ...]:
        """The names as this report spells them, folded; the order of a list means nothing."""
        report = self.report
        if self.field == "where":
            names = tuple(centre_of(words) for words in report.where)
        elif self.field == "said_by":
            names = report.said_by
        else:
            names = next((names for role, names in report.who if self.field == (f"who.{role}" if role else "who")), ())
        return tuple(sorted({fold(name) for name in names})) or (fold(self.words),)

    @property
    def of_a_plan(self) -> bool:
        """Whether it speaks of what was announced: that confirms nothing that happened. Who speaks is no such claim."""
        return self.report.planned and self.field != "said_by"

    @property
    def teller(self) -> tuple[str, frozenset[str], bool]:
        """Who tells the story that later figures continue: a publisher with one voice. No third report changes who that is."""
        return (self.source.family, self.voice, self.report.source in self.report.said_by)

    def same_speaker(self, other: Claim) -> bool:
        """Whether one voice in one source makes both claims."""
        return self.source.id == other.source.id and self.voice == other.voice


def claims_of(report: Report, voice: frozenset[str], context: Context, *, roleless: bool = False) -> list[Claim]:
    """Every claim of the report that can be compared.

    `voice`: keys of its speakers, see `traces.Trace`. `roleless`: some report of the event names actors without roles.
    """
    source = context.source(report)
    stood = stood_at(report, context)
    denied = report.denied
    found: list[Claim] = []
    if report.denies is not True:
        later = (
            report.as_of is not None
            and stood is not None
            and context.as_of is not None
            and stood.earliest > context.as_of
        )
        found = [
            Claim(field, report, source, words, value, voice, stood, field in denied, derived)
            for field, words, value, derived in _written(report, context, denied, roleless=roleless)
            if not (later and field.startswith("figures."))
        ]
    speakers = tuple([words for words in report.said_by if words != report.source])
    if speakers:
        value, said_by = _party(speakers, context), "said_by"
        found.append(Claim(said_by, report, source, ", ".join(speakers), value, voice, stood, denied=said_by in denied))
    return found


def words_of(report: Report, field: str) -> str:
    """What the report says of a field, as `Claim.words` has it; empty where it is silent."""
    table, _, key = field.partition(".")
    match table:
        case "when" | "until":
            return getattr(report, table) or ""
        case "where":
            return "; ".join(report.where)
        case "said_by":
            return ", ".join(words for words in report.said_by if words != report.source)
        case "who":
            return ", ".join(name for role, names in report.who if key in ("", role) for name in names)
        case "figures":
            return dict(report.figures).get(key, "")
        case "claims":
            stated = dict(report.claims).get(key)
            return "" if stated is None else _words(stated)
        case "happened":
            return _happened_words(report)
    return ""


def _happened_words(report: Report) -> str:
    return "did not happen" if report.denies is True else "happened"


def happened(report: Report, voice: frozenset[str], context: Context) -> Claim:
    """What the report says about whether the event took place at all. `voice`: keys of its speakers."""
    took_place = report.denies is not True
    said = read_category(took_place)
    value = CategoryValue(
        key=said.key,
        text=_happened_words(report),
        rule="A report affirms what it does not deny.",
        members=said.members,
    )
    return Claim("happened", report, context.source(report), value.text, value, voice, stood_at(report, context))


def stood_at(report: Report, context: Context) -> Stood | None:
    """When the report's figures stood so: `as_of`, else when the source was published; a data set has no default."""
    if report.as_of is not None:
        moment: Moment | None = read_moment(report.as_of, context.anchor(report))
    elif context.source(report).is_dataset:
        return None
    else:
        moment = context.published(report.source)
    if moment is None or not moment.understood:
        return None
    earliest = -inf if moment.earliest is None else float(moment.earliest)
    latest = inf if moment.latest is None else float(moment.latest)
    return Stood(earliest, latest, moment.clocked)


def stood_words(claim: Claim, context: Context) -> str:
    """When the figures of the claim stood so, by clocks of the dossier; empty where nobody knows."""
    if claim.stood is None:
        return ""
    as_of = claim.report.as_of
    moment = context.published(claim.source.id) if as_of is None else read_moment(as_of, context.anchor(claim.report))
    return canonical(moment, context.zone) if moment is not None and moment.understood else ""


Part = tuple[str, str, Value, bool]
"""A field, its words, what they were read as, and whether they were made from other fields of the report."""


def _written(report: Report, context: Context, denied: tuple[str, ...], *, roleless: bool) -> Iterator[Part]:
    """What the report says of each field. Most words come again and again in a large dossier: what they mean is remembered."""
    yield from times_of(report, context)
    parts = context.parts
    if report.where:
        yield from places_of(report.where, context)
    if report.who:
        meant = ("who", report.who, roleless, denied)
        yield from parts(meant, lambda: _actors(report.who, context, denied, roleless=roleless))
    if report.figures:
        yield from parts(("figures", report.figures), lambda: _figures(report.figures, context))
    for key, written in report.claims:
        field = f"claims.{key}"
        yield field, _words(written), _category(field, written, context), False


def places_of(where: tuple[str, ...], context: Context) -> tuple[Part, ...]:
    """What these words say of `where`."""
    return context.parts(("where", where), lambda: _places(where, context))


def times_of(report: Report, context: Context) -> Iterator[Part]:
    """What the report says of `when` and `until`."""
    if report.when is not None:
        yield "when", report.when, _time(report.when, report.until, report, context), False
    if report.until is not None:
        yield "until", report.until, _time(report.until, None, report, context), False


_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}(:[0-9]{2}(:[0-9]{2})?)?)?)?)?", re.ASCII)
"""Plain dates and clock times, which hang on no day of publication: what they mean is remembered for all sources of a zone."""


def _time(words: str, until: str | None, report: Report, context: Context) -> Value:
    anchor = context.anchor(report)
    plain = _ISO.fullmatch(words) and (until is None or _ISO.fullmatch(until))
    key = ("when", words, until, anchor.source_timezone if plain else anchor)
    return context.remembered(key, lambda: read_time(words, anchor, until=until))


def _places(where: tuple[str, ...], context: Context) -> Iterator[Part]:
    yield "where", "; ".join(where), read_places(where, context.gazetteer), False


def _figures(figures: tuple[tuple[str, str], ...], context: Context) -> Iterator[Part]:
    for key, words in figures:
        field = f"figures.{key}"
        yield field, words, _figure(field, words, context), False


def _figure(field: str, words: str, context: Context) -> Value:
    slack = context.slack(field)
    return context.remembered(("figure", words, slack), lambda: read_number(words, context.numbers, slack))


def _category(field: str, written: ClaimValue, context: Context) -> Value:
    # True and 1 are one key to a dict, so the type stands in it too.
    key = ("claim", field, type(written), written)
    return context.remembered(key, lambda: read_category(written, context.words(field)))


def _party(names: tuple[str, ...], context: Context) -> Value:
    return context.remembered(("who", names), lambda: read_actors(names, context.cast))


def _actors(
    who: tuple[tuple[str, tuple[str, ...]], ...], context: Context, denied: tuple[str, ...], *, roleless: bool
) -> Iterator[Part]:
    """Claims of `who` and `who.<role>`. Against a report without roles the union of the roles stands (rules.md §7), but for
    those it denies."""
    union: tuple[str, ...] = ()
    for role, names in who:
        field = f"who.{role}" if role else "who"
        union += () if field in denied else names
        yield field, ", ".join(names), _party(names, context), False
    if roleless and union and all(role for role, _ in who):
        yield "who", ", ".join(union), _party(union, context), True


def _words(written: ClaimValue) -> str:
    if isinstance(written, bool):
        return "true" if written else "false"
    return written if isinstance(written, str) else ", ".join(written)
