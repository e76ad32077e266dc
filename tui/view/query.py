"""The prompt of the query language: what it could go on as, what is wrong with it and where, what it would keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui.core.judgements import Verdict
from tui.core.terms import NAMES, STATES, Fault, Term, begun_at, completions, parse, written
from tui.core.values import dataclass
from tui.view.glyphs import plain
from tui.view.marks import mark_of_flag
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.spans import Line, Span, cells, clip, ends, pad, width, wrap

MOST = 8
"""Completions shown."""
_MOST_LINES = 3
"""Lines of a fault."""
_EXAMPLES = (
    ("actor:is verdict:conflict", "different names mean AND, values of one OR"),
    ("actor:is,nsa", "values of one name with OR"),
    ("source:dw+afp", "with + all of them: both speak of it"),
    ('-source:dw "air base"', "minus means not; words are looked for"),
    ("origins:<2 since:2016-06-28", "counts and times"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is typed, and which completion is chosen."""

    text: str = ""
    chosen: int = 0
    offers: tuple[str, ...] = ()
    """Whole texts the query could become."""
    more: int = 0
    """How many further ones there are."""

    def typed(self, text: str, known: Mapping[str, Sequence[str]]) -> Query:
        """Another text."""
        if text == self.text and self.offers:
            return self
        begun = _value(text)
        offers = [offer for offer in completions(text, lambda name: known.get(name, ())) if offer != text]
        offers.sort(key=lambda offer: (_value(offer) != begun, not _value(offer).startswith(begun)))
        return Query(text=text, offers=tuple(offers[:MOST]), more=max(0, len(offers) - MOST))

    def moved(self, by: int) -> Query:
        """Another completion chosen."""
        return replace(self, chosen=max(0, min(self.chosen + by, len(self.offers) - 1)))

    def taken(self) -> str:
        """The text with the completion chosen; a name is left open, a value closed by a space."""
        if not self.offers:
            return self.text
        offer = self.offers[self.chosen]
        return offer if offer.endswith(":") else offer + " "

    def begun(self) -> Term | None:
        """The value that the completions are offered for; None where they are names."""
        if not self.offers or self.offers[0].endswith(":"):
            return None
        word = self.text[begun_at(self.offers[0]) :]
        value = _value(self.text)
        return Term(word.lstrip("-").partition(":")[0], (value,)) if value else None

    def held(self) -> str:
        """Why Enter leaves the line open while its last value names nothing: what Tab would make of it."""
        offer = self.offers[self.chosen]
        count = len(self.offers) + self.more
        return f"nothing is named {_value(self.text)}: Tab takes {offer[begun_at(offer) :]}, one of {count:,}"

    def read(self, zone: str, year: int | None = None) -> tuple[Term, ...] | Fault:
        """The terms, or the first fault; a time that lacks its year is of `year`."""
        return parse(self.text, zone, year)

    def waiting(self, fault: Fault) -> bool:
        """Whether the fault may only be that the last word is not finished."""
        return fault.at + fault.length >= len(self.text)


def _value(text: str) -> str:
    """What stands after the last colon and comma, folded, without quotation marks."""
    return text.rpartition(":")[2].replace("+", ",").rpartition(",")[2].strip('"').casefold()


def offered(query: Query, scene: Scene, size: int) -> Drawing:
    """The completions, the chosen one marked; without any, how the language goes."""
    if not query.offers:
        if query.text.strip():
            return Drawing()
        lines = [_two(example, told, scene, size) for example, told in _EXAMPLES]
        names = " ".join(NAMES)
        return Drawing(
            lines=(*lines, *(clip(line, size) for line in wrap((Span(f"   {names}", "faint"),), size, 0, 3)))
        )
    start = min(begun_at(offer) for offer in query.offers)
    lines = []
    name_size = min(max(cells(safe(offer[start:])) for offer in query.offers) + 1, 28, max(size // 3, 12))
    for index, offer in enumerate(query.offers):
        word = offer[start:]
        here = index == query.chosen
        edge = Span(f" {scene.glyphs.here} " if here else "   ", "key")
        told = _told(word.lstrip("-"))
        name = pad((Span(safe(word), "strong" if here else ""),), name_size)
        lines.append(clip((edge, *name, Span(f" {told}", "faint")), size))
    if query.more:
        lines.append((Span(f"   +{query.more:,} more; they narrow as you type", "faint"),))
    tones = tuple("cursor" if index == query.chosen else "" for index in range(len(lines)))
    return Drawing(lines=tuple(lines), tones=tones)


def _told(word: str) -> str:
    """What a name, or a value of a name that has few, keeps."""
    name, _, value = word.partition(":")
    match name:
        case _ if not value:
            return NAMES.get(name, "")
        case "is":
            return STATES.get(value, "")
        case "verdict":
            return mark_of_flag("", Verdict(value)).word if value in set(Verdict) else ""
    return ""


def _two(example: str, told: str, scene: Scene, size: int) -> Line:
    return clip((Span("   "), *pad((Span(example, "value"),), 34), Span(plain(told, scene.glyphs), "dim")), size)


def verdict(
    query: Query, found: int | None, scene: Scene, size: int, *, left: int, strange: str = ""
) -> tuple[Line, ...]:
    """Under the typed text: the fault at its place, else what it would keep, and what in it the dossier does not have.

    `left`: cells before the text, fewer than none where its beginning is scrolled out of sight. What is too long for a line is
    broken; a caret stands under the fault wherever that is in sight.
    """
    read = query.read(scene.zone, scene.home_year)
    keys = Span("Tab completes  Up earlier  Enter keeps  Esc ", "faint")
    if not isinstance(read, Fault):
        told = "" if found is None else f"{found:,} of {scene.rows_words}"
        if not read:
            told = "no condition: Enter takes the filter off"
        note = (Span(plain(f" · {safe(strange)}", scene.glyphs), "note"),) if strange else ()
        line = (Span(f"{' ' * max(0, left)}{told}", "dim"), *note)
        if width(line) > size:
            return wrap(line, size, _MOST_LINES, max(1, left))
        return (ends(line, (keys,) if size >= 72 and width(line) + cells(keys.text) < size else (), size),)
    near = f"; nearest: {read.suggestion}" if read.suggestion else ""
    message = f" {safe(read.message)}{near}"
    role = "faint" if query.waiting(read) and not near else "note"
    column = left + cells(query.text[: read.at])
    carets = "^" * max(1, cells(query.text[read.at : read.at + read.length]))
    from_sight = max(0, -column)
    if not from_sight < len(carets) or column >= size:
        return wrap((Span(f"{message}, at sign {read.at + 1}", role),), size, _MOST_LINES, 1)
    caret: Line = (Span(" " * max(0, column)), Span(carets[from_sight:], role))
    if width(caret) + cells(message) <= size:
        return ((*caret, Span(message, role)),)
    return (clip(caret, size, ellipsis=""), *wrap((Span(message, role),), size, _MOST_LINES, 1))


def as_text(terms: Sequence[Term]) -> str:
    """The terms as they would be typed, ready to be gone on with."""
    text = written(terms)
    return f"{text} " if text else ""
