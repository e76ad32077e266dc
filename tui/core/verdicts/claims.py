"""Reports taken apart into claims: one field, its words, what they were read as, who says so and when the figures stood so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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
        return spelling(self.report, self.field, self.words)

    @property
    def of_a_plan(self) -> bool:
        """Whether it speaks of what was announced: that confirms nothing that happened. Who speaks is no such claim."""
        return self.report.planned and self.field != "said_by"

    @property
    def teller(self) -> tuple[str, frozenset[str], bool]:
        """Who tells the story that later figures continue: a publisher with one voice. No third report changes who that is."""
        return (self.source.family, self.voice, self.report.source in self.report.said_by)

    @property
    def speaker(self) -> tuple[str, frozenset[str]]:
        """One voice in one source, which is never held against itself."""
        return (self.source.id, self.voice)


class Told(NamedTuple):
    """The event of which a field is judged."""

    event: str
    reporting: Sequence[str]
    """Ids of the sources that could have spoken of the field."""
    origin: Mapping[str, int]
    """For every report of the event, the number of the group that certainly has its origin."""
    corrected: frozenset[str] = frozenset()
    """Ids of the reports that a later report of their source replaces."""
    one_text: frozenset[str] = frozenset()
    """Ids of the reports whose text is certainly that of another."""


Part = tuple[str, str, Value, bool]
"""What a report says of one field: the field, its words (`Claim.words`), what they were read as, and `Claim.derived`."""


def parts_of(report: Report, context: Context, *, roleless: bool = False) -> list[Part]:
    """Everything the report says that can be compared. `roleless`: some report of the event names actors without roles.

    Most words come again and again in a large dossier: what they mean is remembered.
    """
    found: list[Part] = []
    if report.denies is not True:
        found += times_of(report, context)
        if report.where:
            found += places_of(report.where, context)
        if report.who:
            denied = report.denied
            meant = ("who", report.who, roleless, denied)
            found += context.remembered(meant, lambda: _actors(report.who, context, denied, roleless=roleless))
        if report.figures and not withheld(report, context):
            found += context.remembered(("figures", report.figures), lambda: _figures(report.figures, context))
        if report.claims:
            found += context.remembered(("claims", report.claims), lambda: _categories(report.claims, context))
    if report.said_by:
        others = report.said_by
        if report.source in others:
            others = tuple([words for words in others if words != report.source])
        found += context.remembered(("said_by", others), lambda: _speakers(others, context))
    return found


def withheld(report: Report, context: Context) -> bool:
    """Whether what its figures say stood so only after the moment as of which the dossier is judged."""
    if context.as_of is None or report.as_of is None:
        return False
    stood = stood_at(report, context)
    return stood is not None and stood.earliest > context.as_of


Saying = tuple[int, Part]
"""The number of a report among those of its event, and what it says of one field."""


class Witnesses:
    """The reports of one event, which speak of its fields."""

    def __init__(self, reports: Sequence[Report], voices: Sequence[frozenset[str]], context: Context) -> None:
        """`voices`: keys of the speakers of each, see `traces.Trace`."""
        self._reports, self._voices, self._context = reports, voices, context
        self._stood: dict[int, Stood | None] = {}

    def claims(self, sayings: Iterable[Saying]) -> list[Claim]:
        """What they say of one field, with who says so and when."""
        return [self._claim(number, *part) for number, part in sayings]

    def _claim(self, number: int, field: str, words: str, value: Value, derived: bool) -> Claim:
        report = self._reports[number]
        if number not in self._stood:
            self._stood[number] = stood_at(report, self._context)
        stood, denied = self._stood[number], field in report.denied
        source = self._context.source(report)
        return Claim(field, report, source, words, value, self._voices[number], stood, denied, derived)


def spelling(report: Report, field: str, words: str) -> tuple[str, ...]:
    """See `Claim.spelling`."""
    if field == "where":
        names = tuple(centre_of(name) for name in report.where)
    elif field == "said_by":
        names = report.said_by
    else:
        names = next((names for role, names in report.who if field == (f"who.{role}" if role else "who")), ())
        if not names and field == "who":
            names = tuple([name for _, some in report.who for name in some])
    return tuple(sorted({fold(name) for name in names})) or (fold(words),)


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


def places_of(where: tuple[str, ...], context: Context) -> tuple[Part, ...]:
    """What these words say of `where`."""
    return context.remembered(("where", where), lambda: _places(where, context))


def times_of(report: Report, context: Context) -> list[Part]:
    """What the report says of `when` and `until`."""
    found: list[Part] = []
    if report.when is not None:
        found.append(("when", report.when, when_of(report, context), False))
    if report.until is not None:
        found.append(("until", report.until, _time(report.until, None, report, context), False))
    return found


def when_of(report: Report, context: Context) -> Value:
    """What its `when`, which it must have, was read as."""
    assert report.when is not None
    return _time(report.when, report.until, report, context)


PLAIN_TIME = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}(:[0-9]{2}(:[0-9]{2})?)?)?)?)?", re.ASCII)
"""Plain dates and clock times, which hang on no day of publication: what they mean is remembered for all sources of a zone."""


def _time(words: str, until: str | None, report: Report, context: Context) -> Value:
    anchor = context.anchor(report)
    known = context.times.get((words, until, anchor.source_timezone))
    if known is None:
        known = context.remembered(("when", words, until, anchor), lambda: read_time(words, anchor, until=until))
        if PLAIN_TIME.fullmatch(words) and (until is None or PLAIN_TIME.fullmatch(until)):
            context.keep_time((words, until, anchor.source_timezone), known)
    return known


def _places(where: tuple[str, ...], context: Context) -> tuple[Part, ...]:
    return (("where", "; ".join(where), read_places(where, context.gazetteer), False),)


def _figures(figures: tuple[tuple[str, str], ...], context: Context) -> tuple[Part, ...]:
    fields = [(f"figures.{key}", words) for key, words in figures]
    return tuple([(field, words, figure(field, words, context), False) for field, words in fields])


def figure(field: str, words: str, context: Context) -> Value:
    """What the words of a figure were read as."""
    slack = context.slack(field)
    return context.remembered(("figure", words, slack), lambda: read_number(words, context.numbers, slack))


def _categories(claims: tuple[tuple[str, ClaimValue], ...], context: Context) -> tuple[Part, ...]:
    fields = [(f"claims.{key}", written) for key, written in claims]
    return tuple([(field, _words(written), _category(field, written, context), False) for field, written in fields])


def _category(field: str, written: ClaimValue, context: Context) -> Value:
    return context.remembered(("claim", field, written), lambda: read_category(written, context.words(field)))


def _speakers(others: tuple[str, ...], context: Context) -> tuple[Part, ...]:
    return (("said_by", ", ".join(others), party(others, context), False),) if others else ()


def party(names: tuple[str, ...], context: Context) -> Value:
    """What the names of one role were read as."""
    return context.remembered(("who", names), lambda: read_actors(names, context.cast))


def _actors(
    who: tuple[tuple[str, tuple[str, ...]], ...], context: Context, denied: tuple[str, ...], *, roleless: bool
) -> tuple[Part, ...]:
    """What is said of `who` and `who.<role>`. Against a report without roles the union of the roles stands (rules.md §7), but
    for those it denies."""
    found: list[Part] = []
    union: tuple[str, ...] = ()
    for role, names in who:
        field = f"who.{role}" if role else "who"
        union += () if field in denied else names
        found.append((field, ", ".join(names), party(names, context), False))
    if roleless and union and all(role for role, _ in who):
        found.append(("who", ", ".join(union), party(union, context), True))
    return tuple(found)


def _words(written: ClaimValue) -> str:
    if isinstance(written, bool):
        return "true" if written else "false"
    return written if isinstance(written, str) else ", ".join(written)
