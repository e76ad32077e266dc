"""A filter becomes a set of events: every condition is one (see `postings`), and conditions are joined as sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce
from operator import and_

from tui.core.filters import Filter
from tui.core.searching import exactly, ways
from tui.core.terms import MARKED, Term
from tui.index.postings import JOINT, Postings

Keys = Callable[[str, Sequence[str]], tuple[str, ...]]
"""("actor", "source", "publisher" or "place", names) -> the keys that the names stand for; ("name", words): the declared names
that words mean."""
STATES = ("contested", "single-origin", "ruled", "unplaced")
COUNTED = {"origins": {"<": "high", "<=": "high", ">": "low", ">=": "low"}, "reports": {}}
"""Fewer than n origins means at most so many, more than n at the least; `=` asks that the count can be n."""
_SIGNS: dict[str, Callable[[int, int], bool]] = {
    "<": int.__lt__,
    "<=": int.__le__,
    "=": int.__eq__,
    ">=": int.__ge__,
    ">": int.__gt__,
}


def bits(keep: Filter, postings: Postings, keys: Keys) -> int:
    """The events of a filter."""
    named = {"actor": keep.actors, "source": keep.sources, "place": keep.places}
    made = [postings.having(table, keys(table, names)) for table, names in named.items() if names]
    if keep.fields or keep.verdicts:
        made.append(_fields(keep.fields, keep.verdicts, postings))
    if keep.since is not None:
        made.append(_since(keep.since, postings))
    if keep.until is not None:
        made.append(_until(keep.until, postings))
    if keep.texts:
        made.append(_words(keep.texts, postings, keys))
    made += [_term(term, keep.marked, postings, keys) for term in keep.terms]
    return reduce(and_, made, postings.everything)


def match(text: str) -> str:
    """The FTS5 expression for the words a user typed: each a prefix, all of them in one event; empty when there are none."""
    return " AND ".join("(" + " OR ".join(f'"{way}" *' for way in each) + ")" for each in ways(text))


def _term(term: Term, marked: Sequence[str], postings: Postings, keys: Keys) -> int:
    made = _asked(term, marked, postings, keys)
    if not term.negated:
        return made
    return (postings.timed if term.name in ("since", "until") else postings.everything) & ~made


def _asked(term: Term, marked: Sequence[str], postings: Postings, keys: Keys) -> int:
    if term.every:
        each = (replace(term, values=(value,), every=False) for value in term.values)
        return reduce(and_, (_asked(one, marked, postings, keys) for one in each))
    bound = term.bound or 0
    match term.name:
        case "since":
            return _since(bound, postings)
        case "until":
            return _until(bound, postings)
        case "text":
            return _words(term.values, postings, keys)
        case "is":
            chosen = postings.called(marked) if MARKED in term.values else 0
            return chosen | postings.having("is", [value for value in term.values if value != MARKED])
        case "origins" | "reports":
            return _count(term.name, term.sign, bound, postings)
        case "field":
            return _fields(_called(term.values, postings), (), postings)
        case "event":
            return postings.called(term.values)
        case "verdict" | "kind" | "tag" as name:
            return postings.having(name, term.values)
        case name:
            return postings.having(name, keys(name, term.values))


def _fields(fields: Sequence[str], verdicts: Sequence[str], postings: Postings) -> int:
    """Events in which one of the fields has one of the verdicts; any field and any verdict where none is named."""
    if not fields:
        return postings.having("verdict", verdicts)
    asked = tuple(fields)
    if "who" in fields:
        asked += tuple(field for field in postings.values("field") if field.startswith("who."))
    if not verdicts:
        return postings.having("field", asked)
    return postings.having("said", [f"{field}{JOINT}{verdict}" for field in asked for verdict in verdicts])


def _called(names: Sequence[str], postings: Postings) -> tuple[str, ...]:
    """The fields of these names, each by the whole or by what the screen says of it: "killed" for `figures.killed`."""
    every = postings.values("field")
    return tuple(
        field
        for name in names
        for field in ([each for each in every if name.casefold() in (each.casefold(), _short(each))] or [name])
    )


def _short(field: str) -> str:
    return field.rpartition(".")[2].replace("_", " ").casefold()


def _since(seconds: int, postings: Postings) -> int:
    return postings.after("ends", seconds)


def _until(seconds: int, postings: Postings) -> int:
    return postings.everything & ~postings.after("begins", seconds - 1)


def _words(texts: Sequence[str], postings: Postings, keys: Keys) -> int:
    """Events with all the words of a text; a name of somebody or some place finds those that go by another of its names, too."""
    usable = [words for words in map(match, texts) if words]
    usable += [f'"{words}"' for words in map(exactly, keys("name", texts) if usable else ()) if '"' not in words]
    return postings.words(" OR ".join(f"({words})" for words in usable)) if usable else 0


def _count(name: str, sign: str, number: int, postings: Postings) -> int:
    if sign == "=" and name == "origins":
        return _counted("low", "<=", number, postings) & _counted("high", ">=", number, postings)
    return _counted(COUNTED[name].get(sign, name), sign, number, postings)


def _counted(name: str, sign: str, number: int, postings: Postings) -> int:
    return postings.having(name, [value for value in postings.values(name) if _SIGNS[sign](int(value), number)])
