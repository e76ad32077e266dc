"""The query language of the explorer's filter and of `--filter`: what is typed, as terms; and what is wrong with it, where.

`actor:is verdict:conflict origins:<2 since:2016-06-28 -source:dw "air base"`: terms combine with AND, values of one name
with OR (`actor:is,nsa` or `actor:is actor:nsa`), with `+` all of them
(`source:dw+afp`: both speak), `-` means not. What a term matches is decided by `tui.index.queries`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from tui.core.judgements import FindingKind, Verdict
from tui.core.moments import lacks_year, read_typed
from tui.core.values import dataclass

NAMES = {
    "actor": "events that name the actor, or a branch of it",
    "source": "events the source reports: id, siglum or name",
    "publisher": "events any source of the publisher reports: its name, or a source",
    "place": "events at the place or within it",
    "field": "events in which the field has a claim: when, figures.killed",
    "verdict": "events with a field of this verdict: conflict, strained",
    "kind": "events with a discrepancy or note of this kind: update, internal",
    "tag": "events with the tag",
    "event": "the event with the id",
    "is": "contested, single-origin, ruled, unplaced, marked (by you, with m)",
    "origins": "origins, of single reports too: <2 (at most), >3 (at least), =1",
    "reports": "number of reports: >5, <=2",
    "since": "events not over before the time",
    "until": "events begun by the end of the time",
    "text": "events in which the words are found, as the words alone do",
}
"""Every name of the language and what it keeps."""

MARKED = "marked"
STATES = {
    "contested": "events with an open discrepancy",
    "single-origin": "several reports of one origin; origins:<2 has single ones",
    "ruled": "events with a ruling of an analyst",
    "unplaced": "reports without an event",
    MARKED: "events marked by you, with m",
}
"""Every value of `is:` and what it keeps."""
COUNTED = ("origins", "reports")
_ONE_BY_ONE = ("since", "until", *COUNTED, "event", "text")
"""Names of which an event never has several values: a plus in them is a sign like any other."""
_SIDES = ("precision", "compatible", "strained", "conflict")
KINDS = (
    *(f"{kind}-{side}" for kind in ("time", "number", "place", "actor", "category") for side in _SIDES),
    *("time-zone", "update", "naming", "wording", "denial"),
    *(kind.value for kind in FindingKind if kind is not FindingKind.DENIAL),
)

_CLOSED = {"is": tuple(STATES), "kind": KINDS, "verdict": tuple(verdict.value for verdict in Verdict)}
_SAID = {
    **{("verdict", verdict.told): verdict.value for verdict in Verdict},
    **{("kind", kind.replace("-", " ")): kind for kind in KINDS},
    ("kind", "named differently"): "naming",
    ("kind", "denied"): "denial",
    ("kind", "same event?"): FindingKind.IDENTITY.value,
    ("kind", "one origin"): FindingKind.SINGLE_ORIGIN.value,
}
"""(name, words on the screen) -> the value they stand for."""
_TOLD_ALIKE = {"verdict": ("kind",), "kind": ("verdict",)}
"""Names whose values stand in one place on the screen: "denied" is a kind, "conflict" a verdict, and each is taken for either."""
_TOKEN = re.compile(r'(?P<minus>-?)(?:(?P<name>[A-Za-z][A-Za-z-]*):)?(?P<values>(?:"[^"]*"|[^\s"])*)')
_VALUE = {sign: re.compile(rf'"([^"]*)"|([^{sign}"]+)') for sign in ",+"}
_QUOTED = re.compile(r'"[^"]*"')
_COUNT = re.compile(r"(<=|>=|<|>|=|)(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition on events."""

    name: str
    """A key of `NAMES`."""
    values: tuple[str, ...]
    """Any of them will do."""
    negated: bool = False
    sign: str = ""
    """For counts: < <= = >= >."""
    every: bool = False
    """All of the values are asked for, not any."""
    bound: int | None = None
    """For `since` and `until`: seconds since 1970 UTC. For counts: the number."""

    @property
    def is_choice(self) -> bool:
        """Whether any of its values will do, so that a further term of the name is a further choice."""
        return not (self.negated or self.every or self.bound is not None or self.name == "text")


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be understood, and where it stands."""

    at: int
    """0-based place in the text."""
    length: int
    message: str
    suggestion: str = ""


def parse(text: str, zone: str = "UTC", year: int | None = None) -> tuple[Term, ...] | Fault:
    """The terms of a query, or its first fault. Times are read in the zone; one that lacks its year gets `year` written to it."""
    terms: list[Term] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        match = _TOKEN.match(text, place)
        if match is None or match.end() == place or text[match.end() : match.end() + 1] == '"':
            return Fault(place, len(text) - place, "a quotation mark is not closed")
        made = _term(match, zone, year)
        if isinstance(made, Fault):
            return made
        terms.append(made)
        place = match.end()
    return _joined(terms)


def written(terms: Sequence[Term]) -> str:
    """The query that means these terms; `parse` gives them back."""
    return " ".join(_written(term) for term in terms)


def completions(text: str, values: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """What the query could go on as, from its last word. `values` answers the known values of a name, best first."""
    start = begun_at(text)
    head, word = text[:start], text[start:]
    minus, word = ("-", word[1:]) if word.startswith("-") else ("", word)
    name, colon, begun = word.partition(":")
    if not colon:
        names = tuple(f"{head}{minus}{known}:" for known in NAMES if known.startswith(name.casefold()) and name)
        return (*_with_blanks(text, values), *names)
    before = begun[: _last_value(begun)]
    folded = begun[len(before) :].strip('"').casefold()
    found = [value for value in _fixed(name) if value.startswith(folded)]
    found += [value for value in values(name) if folded in value.casefold()]
    return tuple(f"{head}{minus}{name}:{before}{_quoted(value)}" for value in dict.fromkeys(found))


def _with_blanks(text: str, values: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """The last `name:value` of a query with the words after it, where a value that has blanks begins so and none is its first word."""
    at = begun_at(text[: text.rfind(":") + 1])
    head, word = text[:at], text[at:]
    name, colon, begun = word.partition(":")
    first, blank, _ = begun.casefold().partition(" ")
    known = values(name.removeprefix("-")) if colon and blank and first and '"' not in begun else ()
    if first in (value.casefold() for value in known):
        return ()
    found = dict.fromkeys(value for value in known if value.casefold().startswith(begun.casefold()))
    return tuple(f"{head}{name}:{_quoted(value)}" for value in found)


def begun_at(text: str) -> int:
    """Where the last word of a query begins: behind the last blank outside quotation marks."""
    return _behind(text, str.isspace)


def _last_value(values: str) -> int:
    """Where the last of several values begins: behind the last comma or plus outside quotation marks."""
    return _behind(values, ",+".__contains__)


def _behind(text: str, ends: Callable[[str], bool]) -> int:
    quoted, found = False, 0
    for place, sign in enumerate(text):
        quoted ^= sign == '"'
        found = place + 1 if ends(sign) and not quoted else found
    return found


def _term(match: re.Match[str], zone: str, year: int | None) -> Term | Fault:
    name, raw, at = match["name"], match["values"], match.start("values")
    negated = bool(match["minus"])
    if name is None:
        words = raw.replace('"', "").strip()
        strange = _foreign(raw)
        if strange:
            return Fault(match.start(), max(1, match.end() - match.start()), strange)
        if not words:
            return Fault(match.start(), match.end() - match.start(), "nothing stands here to look for")
        return Term("text", (words,), negated)
    folded = name.casefold()
    if folded not in NAMES:
        near = _nearest(folded, tuple(NAMES))
        return Fault(match.start("name"), len(name), f"there is no filter {name!r}", near)
    bare = _QUOTED.sub("", raw)
    every = "+" in bare and folded not in _ONE_BY_ONE
    if every and "," in bare:
        return Fault(at, len(raw), "a comma means any of them, + all: not both in one term")
    found = _VALUE["+" if every else ","].findall(raw)
    values = tuple(quoted or plain for quoted, plain in found if (quoted or plain).strip())
    if not values:
        return Fault(at, max(1, len(raw)), f"{folded}: wants a value")
    return _checked(Term(folded, values, negated, every=every and len(values) > 1), at, len(raw), zone, year)


_FOREIGN = {
    "OR": "values of one name with a comma mean OR: actor:is,nsa; to look for the word, quote it",
    "AND": "terms side by side mean AND already, source:dw+afp both; to look for the word, quote it",
    "NOT": "a minus means not: -bomb; to look for the word, quote it",
}
"""Words of other query languages, in capitals, and how they are said in this one."""


def _foreign(raw: str) -> str:
    """Why an unquoted word means nothing here, where it means something elsewhere; else empty."""
    if raw.startswith("(") or (raw.endswith(")") and "(" not in raw):
        return "brackets group nothing here; to look for them, quote them"
    return _FOREIGN.get(raw, "")


def _checked(term: Term, at: int, length: int, zone: str, year: int | None) -> Term | Fault:
    if term.name in ("since", "until"):
        typed = term.values[0]
        moment = read_typed(typed, zone, year)
        bound = moment.earliest if term.name == "since" else moment.latest
        if not moment.understood or bound is None:
            why = "lacks a year" if lacks_year(typed) else "is not a time this program understands"
            return Fault(at, length, f"{typed!r} {why}")
        return replace(term, values=(moment.text,), bound=bound)
    if term.name in COUNTED:
        match = _COUNT.fullmatch(term.values[0])
        if match is None:
            return Fault(at, length, f"{term.name}: wants a number, such as <2 or >3")
        return replace(term, values=(match[2],), sign=match[1] or "=", bound=int(match[2]))
    known = _fixed(term.name)
    if not known:
        return term
    for name in (term.name, *_TOLD_ALIKE.get(term.name, ())):
        values = _meanings(name, term.values)
        if set(values) <= set(_fixed(name)):
            return replace(term, name=name, values=values)
    values = _meanings(term.name, term.values)
    for value, meant in zip(term.values, values, strict=True):
        if meant not in known:
            near = _meant(term.name, meant)
            every = "" if near or len(known) > len(STATES) else f"; it has {', '.join(known)}"
            return Fault(at, length, f"{term.name}: has no {value!r}{every}", near)
    return replace(term, values=values)


def _meanings(name: str, values: Iterable[str]) -> tuple[str, ...]:
    """The values of that name, words of the screen as what they stand for."""
    return tuple(_SAID.get((name, value.casefold()), value.casefold()) for value in values)


def _fixed(name: str) -> tuple[str, ...]:
    """The values that a name can have, where they are few and known."""
    return _CLOSED.get(name, ())


def _meant(name: str, value: str) -> str:
    """The value that a misspelt one of a name means: the nearest, one whose part it is, or, where several are, one of another name."""
    known = _fixed(name)
    near = _nearest(value, known)
    if near:
        return near
    wholes: dict[str, list[str]] = {}
    for whole in known:
        for part in whole.split("-"):
            wholes.setdefault(part, []).append(whole)
    having = wholes.get(_nearest(value, tuple(wholes)), [])
    others = {other: f"{kind}:{other}" for kind in _CLOSED if kind != name for other in _fixed(kind)}
    elsewhere = _nearest(value, tuple(others))
    return others[elsewhere] if elsewhere and len(having) != 1 else having[-1] if having else ""


def _joined(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Terms of one name that a value can satisfy become one; words, counts, times and negations stand each for itself."""
    kept: list[Term] = []
    for term in terms:
        place = next((n for n, old in enumerate(kept) if _alike(old, term)), None)
        if place is None:
            kept.append(term)
        else:
            values = tuple(dict.fromkeys((*kept[place].values, *term.values)))
            kept[place] = replace(kept[place], values=values)
    return tuple(kept)


def _alike(one: Term, other: Term) -> bool:
    """Whether the values of both are alternatives of one name."""
    return one.name == other.name and one.is_choice and other.is_choice


def _written(term: Term) -> str:
    minus = "-" if term.negated else ""
    if term.name == "text" and len(term.values) == 1:
        words = term.values[0]
        return minus + (f'"{words}"' if _foreign(words) else _quoted(words))
    sign = term.sign if term.sign != "=" else ""
    return f"{minus}{term.name}:{sign}{('+' if term.every else ',').join(_quoted(value) for value in term.values)}"


def _quoted(value: str) -> str:
    plain = value.replace('"', "")
    return f'"{plain}"' if not plain or re.search(r"[\s,+:]|^-", plain) else plain


def _nearest(word: str, known: Sequence[str]) -> str:
    best = min(known, key=lambda other: (OSA.distance(word, other), other), default="")
    return best if OSA.distance(word, best) <= max(2, len(word) // 3) else ""
