"""The filters that several commands share: their options, and the `Filter` they mean in the zone of a dossier."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui.cli.filter_options import OPTIONS, add_filters
from tui.core.filters import EVERYTHING, Filter
from tui.core.judgements import Verdict
from tui.core.moments import SOME_YEAR, lacks_year, read_typed
from tui.core.terms import Fault, Term, parse
from tui.errors import UsageError
from tui.files.spelling import nearest
from tui.view.clocks import home_year

if TYPE_CHECKING:
    from tui.index.store import Store

__all__ = ["OPTIONS", "add_filters", "check_words", "filter_in", "filter_of", "read_bounds"]

FIELDS = ("when", "until", "where", "who", "happened", "said_by")
"""Fields that are one word; `who` stands for every role too."""
TABLES = ("who", "figures", "claims")
"""Tables whose keys are fields: `figures.killed`."""


def filter_in(options: Namespace, store: Store) -> Filter:
    """The filter of the options as the store's dossier means it. Raises `UsageError`."""
    zone = store.summary().timezone
    return filter_of(options, zone, home_year(store.density(EVERYTHING), zone) if asks_for_year(options) else None)


def asks_for_year(options: Namespace) -> bool:
    """Whether a time of the options lacks its year, which only the dossier tells."""
    typed = (*options.since, *options.until)
    queries = (query for query in options.filter if isinstance(parse(query), Fault))
    return any(map(lacks_year, typed)) or any(
        not isinstance(parse(query, "UTC", SOME_YEAR), Fault) for query in queries
    )


def filter_of(options: Namespace, zone: str, year: int | None = None) -> Filter:
    """The filter of the options; times are read in the dossier's zone, in `year` where they have none. Raises `UsageError`."""
    keep = Filter(
        actors=tuple(options.actor),
        sources=tuple(options.source),
        places=tuple(options.place),
        fields=tuple(_field(name) for name in options.field),
        verdicts=tuple(_verdict(word) for word in options.verdict),
        since=_bound("--since", options.since, zone, year, min),
        until=_bound("--until", options.until, zone, year, max),
        texts=tuple(options.text),
        terms=tuple(term for query in options.filter for term in _terms(query, zone, year)),
    )
    return keep.knowing(_marked(options.operands, zone)) if keep.asks_for_marks else keep


def _marked(paths: list[str], zone: str) -> tuple[str, ...]:
    """Ids of the events that were marked in the explorer."""
    from tui.files.remembering import Shelf, place  # noqa: PLC0415  (asked for only by is:marked)
    from tui.view.memory import memory_of  # noqa: PLC0415  (asked for only by is:marked)

    return memory_of(Shelf(place(paths or ["."])).read(), zone).marked


def check_words(options: Namespace) -> None:
    """Refuse what no dossier could make sense of, before one is opened. Raises `UsageError`."""
    for query in options.filter:
        _terms(query, "UTC", SOME_YEAR)
    for word in options.verdict:
        _verdict(word)
    for name in options.field:
        _field(name)


def read_bounds(option: str, text: str, zone: str, year: int | None = None) -> tuple[int | None, int | None]:
    """Earliest and latest of a time typed on the command line. Raises `UsageError` when it is not understood."""
    moment = read_typed(text, zone, year)
    if not moment.understood:
        raise UsageError(
            f"{option} {text!r} is not a time this program understands",
            hint="write a date such as 2016-06-28, a moment such as 2016-06-28T10:30, or a month such as 2016-06",
        )
    return moment.earliest, moment.latest


def _terms(query: str, zone: str, year: int | None) -> tuple[Term, ...]:
    made = parse(query, zone, year)
    if not isinstance(made, Fault):
        return made
    shown = query[made.at : made.at + made.length]
    hint = f"did you mean {made.suggestion}?" if made.suggestion else f"it stands at character {made.at + 1}: {shown!r}"
    raise UsageError(f"--filter: {made.message}", hint=hint)


def _bound(
    option: str, texts: Iterable[str], zone: str, year: int | None, choose: Callable[[Iterable[int]], int]
) -> int | None:
    bounds = [read_bounds(option, text, zone, year) for text in texts]
    ends = [earliest if option == "--since" else latest for earliest, latest in bounds]
    known = [end for end in ends if end is not None]
    return choose(known) if known and len(known) == len(ends) else None


def _field(name: str) -> str:
    table, _, key = name.partition(".")
    if (key and table in TABLES) or (not key and table in FIELDS):
        return name
    if key or table in TABLES:
        hint = "figures.killed, claims.outcome and who.attacker are full names"
    else:
        near = nearest(name, FIELDS)
        hint = f"did you mean {near}?" if near else f"did you mean figures.{name} or claims.{name}?"
    raise UsageError(f"there is no field {name!r}", hint=hint)


def _verdict(word: str) -> str:
    known = [str(verdict) for verdict in Verdict]
    if word in known:
        return word
    near = nearest(word, known)
    raise UsageError(
        f"there is no verdict {word!r}", hint=f"did you mean {near}?" if near else f"one of: {', '.join(known)}"
    )
