"""One question to `rashomon explain` and its answer, whether it was typed or came as a line of JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui.core.calendar import zone
from tui.core.moments import Anchor, Moment, read_moment
from tui.core.names import compare_names
from tui.core.quantities import Quantity, read_quantity
from tui.core.values import dataclass
from tui.core.verdicts.numbers import compare_quantities
from tui.core.verdicts.times import compare_moments
from tui.errors import UsageError
from tui.view.contract import JsonObject
from tui.view.contract_explain import comparison_object, moment_object, name_object, quantity_object
from tui.view.texts_explain import comparison_lines, moment_lines, name_lines, quantity_lines

NAME_KINDS = ("person", "place", "group", "state", "office", "org")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A text and what its reading hangs on."""

    text: str = ""
    published: str | None = None
    """EDTF-like text."""
    timezone: str = "UTC"
    """IANA zone of the events."""
    source_timezone: str | None = None
    kind: str | None = None
    """What a name names, of `NAME_KINDS`."""

    def of(self, text: str) -> Ask:
        """The same question about another text."""
        return replace(self, text=text)

    @property
    def zones(self) -> tuple[str, ...]:
        """The zones that could explain a difference."""
        return tuple(name for name in (self.timezone, self.source_timezone) if name)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is printed of an answer."""

    understood: bool
    shown: JsonObject
    """The JSON object of the contract."""
    lines: Callable[[int], list[str]]
    """The plain text at a width in cells."""


def answer_of(subject: str, asks: list[Ask]) -> Answer:
    """The answer about one text, or about two and how they stand to each other. Raises `UsageError`."""
    for ask in asks:
        _check(ask)
    match subject, asks:
        case "when", [ask]:
            moment = _moment(ask)
            return Answer(moment.understood, moment_object(moment), lambda n: moment_lines(moment, ask.timezone, n))
        case "when", [a, b]:
            return _two_moments(a, b)
        case "number", [ask]:
            quantity = read_quantity(ask.text)
            return Answer(quantity.understood, quantity_object(quantity), lambda n: quantity_lines(quantity, n))
        case "number", [a, b]:
            return _two_quantities(read_quantity(a.text), read_quantity(b.text))
        case "name", [a, b]:
            verdict = compare_names(a.text, b.text, a.kind or b.kind)
            return Answer(True, name_object(a.text, b.text, verdict), lambda n: name_lines(a.text, b.text, verdict, n))
    raise UsageError(f"explain {subject} takes {'two names' if subject == 'name' else 'one text or two'}")


def _two_moments(a: Ask, b: Ask) -> Answer:
    first, second = _moment(a), _moment(b)
    compared = compare_moments(first, second, zones=tuple(dict.fromkeys((*a.zones, *b.zones))), zone=a.timezone)

    def lines(columns: int) -> list[str]:
        return [
            *moment_lines(first, a.timezone, columns), "", *moment_lines(second, b.timezone, columns),
            *comparison_lines(compared, columns, doubtful=first.uncertain or second.uncertain),
        ]  # fmt: skip

    shown = comparison_object(moment_object(first), moment_object(second), compared)
    return Answer(first.understood and second.understood, shown, lines)


def _two_quantities(a: Quantity, b: Quantity) -> Answer:
    compared = compare_quantities(a, b)

    def lines(columns: int) -> list[str]:
        return [*quantity_lines(a, columns), "", *quantity_lines(b, columns), *comparison_lines(compared, columns)]

    return Answer(
        a.understood and b.understood, comparison_object(quantity_object(a), quantity_object(b), compared), lines
    )


def _moment(ask: Ask) -> Moment:
    return read_moment(
        ask.text, Anchor(published=ask.published, timezone=ask.timezone, source_timezone=ask.source_timezone)
    )


def _check(ask: Ask) -> None:
    for name in ask.zones:
        if zone(name) is None:
            raise UsageError(f"there is no time zone {name!r}", hint="use an IANA name such as Asia/Damascus")
    if ask.kind is not None and ask.kind not in NAME_KINDS:
        raise UsageError(f"there is no kind of name {ask.kind!r}", hint=f"one of: {', '.join(NAME_KINDS)}")
    if ask.published is not None and not read_moment(ask.published).understood:
        raise UsageError(f"published {ask.published!r} is not a date", hint="write 2016-06-29 or 2016-06-28/2016-06-29")
