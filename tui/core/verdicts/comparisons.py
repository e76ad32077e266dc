"""The answer to "how do these two values lie to each other?", before anyone asks who said them and when."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from math import log1p
from typing import NamedTuple

from tui.core.judgements import NumberBounds, TimeBounds, Verdict
from tui.core.line import Extent
from tui.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What the words of one claim were read as."""

    key: Hashable
    """Claims with equal keys give the same reading."""
    text: str
    """The value in the program's words."""
    understood: bool = True
    doubtful: bool = False
    """The words themselves carry a "?"."""
    rule: str = ""
    extent: Extent | None = None
    """Where the value lies on a line; None for values that do not."""
    hull: bool = False
    """The words leave gaps ("7 or 20"), and the value is judged by all that lies between them (rules.md §1)."""

    scope: str = ""
    """What alone it counts or measures ("%", "civil"), where its words say so; values of two scopes are not one figure."""

    @property
    def spelt(self) -> tuple[tuple[str, str], ...]:
        """Names that only their spelling ties to a declared one: the words, and the name they are read as."""
        return ()

    def bounds(self) -> TimeBounds | NumberBounds | None:
        """The extent as the JSON shows it; None for values that do not lie on a line."""
        return None


class Said(NamedTuple):
    """A value as it is named in a reason: whose it is and in which words."""

    who: str
    """Name of the outlet, or of several: "Reuters", "Reuters and 2 others"; empty when nobody is named."""
    words: str
    via: str = ""
    """The outlets that carry it, where `who` is the speaker they quote."""

    def __str__(self) -> str:
        words = without_brackets(self.words)
        quoted = words if is_plain(words) else f'"{words}"'
        named = f"{possessive(self.who)} {quoted}" if self.who else quoted
        return f"{named} ({self.via})" if self.via else named


FIGURES_APART, EXCLUDING, TIMES_APART, PLACES_APART = 30.0, 20.0, 10.0, 0.0
"""Where the sizes of a conflict begin: figures, what has no distance (a denial, exclusive words, yes against no), times, places."""
_SIZES, _FINEST = 9.5, 0.25
"""Room for the sizes of one kind, and of how much of it a distance e times as large takes."""


def sized(first: float, distance: float) -> float:
    """The size of a conflict of that distance (of figures, hours, kilometres; at least 0): as they are printed, so they are ordered."""
    return first + min(_SIZES, log1p(distance) * _FINEST)


class Comparison(NamedTuple):
    """How value a lies to value b."""

    verdict: Verdict
    reason: str
    kind: str | None = None
    """Set where it is not simply the kind of field joined with the verdict."""
    gap: str | None = None
    distance: float = 0.0
    """The gap as a number, in the unit of its kind of field; ranks conflicts of one field."""
    size: float = EXCLUDING
    """How big a conflict is, comparable between kinds of field: what lists show first."""
    inner: str = ""
    """"a" or "b" where one lies inside the other, both letters when they are equal."""


def possessive(name: str) -> str:
    """ "Reuters'", "AFP's", "a witness's" and "a witness and 2 others'": the last of several names has it."""
    one = name.rpartition(" and ")[2].partition(" ")[0] in ("a", "an", "one")
    return f"{name}'" if name.endswith(("s", "S")) and not (one or name.isupper()) else f"{name}'s"


def sentence(text: str, outlets: Iterable[str]) -> str:
    """A reason that may begin with a speaker such as "residents", as a sentence begins; names of outlets stay as they are."""
    return text if text.startswith(tuple(outlets)) else text[:1].upper() + text[1:]


def by_spelling(*read: tuple[str, str] | None) -> str:
    """Sentences to follow a reason: which words were read as which declared name by their spelling alone (rules.md §5)."""
    return "".join(
        f' "{each[0]}" is read as {each[1]}, by spelling.' for each in dict.fromkeys(read) if each is not None
    )


_RANGE = re.compile(r"\[\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\]")


def without_brackets(words: str) -> str:
    """A range of a data file, "[57, 59]", as a sentence has it: "57–59"; all other words as they are."""
    found = _RANGE.fullmatch(words.strip())
    return f"{found[1]}–{found[2]}" if found else words


def is_plain(words: str) -> bool:
    """Whether words are a bare number, which needs no quotation marks."""
    return words.replace(",", "").replace(".", "").replace("–", "").replace("-", "").isdigit()


def with_hulls(compared: Comparison, a: Value, b: Value, said_a: Said, said_b: Said) -> Comparison:
    """The comparison, whose reason says which of the two was judged by its hull."""
    if not (a.hull or b.hull) or compared.verdict is Verdict.SAME:
        return compared
    words = dict.fromkeys(str(Said("", said.words)) for value, said in ((a, said_a), (b, said_b)) if value.hull)
    told = "".join(f" {each} is judged by its hull, from the first to the last it can mean." for each in words)
    return compared._replace(reason=compared.reason + told)


def not_read(a: Value, b: Value, said_a: Said, said_b: Said) -> Comparison | None:
    """The comparison where one side was not understood, else None."""
    if a.understood and b.understood:
        return None
    if not a.understood and not b.understood:
        return Comparison(Verdict.UNREAD, f"Neither {said_a} nor {said_b} was understood, so they are not compared.")
    said = said_b if a.understood else said_a
    return Comparison(Verdict.UNREAD, f"{said} was not understood, so it is not compared.")
