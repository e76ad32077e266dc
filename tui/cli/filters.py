"""The filters that several commands share: their options, and the `Filter` they mean in the zone of a dossier."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable

from tui.cli.filter_options import OPTIONS, add_filters
from tui.core.filters import Filter
from tui.core.judgements import Verdict
from tui.core.moments import Anchor, read_moment
from tui.core.terms import Fault, Term, parse
from tui.errors import UsageError
from tui.files.spelling import nearest

__all__ = ["OPTIONS", "add_filters", "check_words", "filter_of", "read_bounds"]

FIELDS = ("when", "until", "where", "who", "happened", "said_by")
"""Fields that are one word; `who` stands for every role too."""
TABLES = ("who", "figures", "claims")
"""Tables whose keys are fields: `figures.killed`."""


def filter_of(options: Namespace, zone: str) -> Filter:
    """The filter of the options; times are read in the dossier's zone. Raises `UsageError`."""
    keep = Filter(
        actors=tuple(options.actor),
        sources=tuple(options.source),
        places=tuple(options.place),
        fields=tuple(_field(name) for name in options.field),
        verdicts=tuple(_verdict(word) for word in options.verdict),
        since=_bound("--since", options.since, zone, min),
        until=_bound("--until", options.until, zone, max),
        texts=tuple(options.text),
        terms=tuple(term for query in options.filter for term in _terms(query, zone)),
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
        _terms(query, "UTC")
    for word in options.verdict:
        _verdict(word)
    for name in options.field:
        _field(name)


def read_bounds(option: str, text: str, zone: str) -> tuple[int | None, int | None]:
    """Earliest and latest of a time typed on the command line. Raises `UsageError` when it is not understood."""
    moment = read_moment(text, Anchor(timezone=zone))
    if not moment.understood:
        raise UsageError(
            f"{option} {text!r} is not a time this program understands",
            hint="write a date such as 2016-06-28, a moment such as 2016-06-28T10:30, or a month such as 2016-06",
        )
    return moment.earliest, moment.latest


def _terms(query: str, zone: str) -> tuple[Term, ...]:
    made = parse(query, zone)
    if not isinstance(made, Fault):
        return made
    shown = query[made.at : made.at + made.length]
    hint = f"did you mean {made.suggestion}?" if made.suggestion else f"it stands at character {made.at + 1}: {shown!r}"
    raise UsageError(f"--filter: {made.message}", hint=hint)


def _bound(option: str, texts: Iterable[str], zone: str, choose: Callable[[Iterable[int]], int]) -> int | None:
    bounds = [read_bounds(option, text, zone) for text in texts]
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
