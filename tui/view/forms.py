"""A form as data: its blanks, what may stand in each, and the one line that is said under them. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tui.core.values import dataclass
from tui.view.safety import safe
from tui.view.spans import Line, Span, clip, wrap

Check: TypeAlias = Callable[[Mapping[str, str]], Mapping[str, str]]
"""From what stands in the blanks to the faults, by key: a sentence without a full stop each."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to choose from."""

    value: str
    words: str
    """Safe to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """One thing to fill in: words, or one of the choices where there are any."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    """What belongs there, said while one stands in it."""
    choices: tuple[Choice, ...] = ()

    @property
    def chosen(self) -> int:
        """Which choice stands there at first."""
        return next((number for number, choice in enumerate(self.choices) if choice.value == self.value), 0)

    @property
    def shown(self) -> str:
        """The words that stand there at first, safe to show."""
        return safe(self.value)


def no_faults(_: Mapping[str, str]) -> Mapping[str, str]:
    """Whatever stands there will do."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is asked."""

    title: str
    about: tuple[Line, ...] = ()
    """What it is about, a paragraph each; safe to show."""
    blanks: tuple[Blank, ...]
    check: Check = no_faults

    def first_fault(self, values: Mapping[str, str]) -> tuple[str, str] | None:
        """(key, fault) of the first blank that will not do."""
        faults = self.check(values)
        return next(((blank.key, faults[blank.key]) for blank in self.blanks if blank.key in faults), None)

    def blank(self, key: str) -> Blank | None:
        """The blank of that key."""
        return next((blank for blank in self.blanks if blank.key == key), None)


SIGN = "Your name, as it is to stand there. It may be left empty."

LINES = 5
"""Most lines that are said under the blanks."""


def about_lines(form: Form, size: int, most: int) -> tuple[Line, ...]:
    """What the form is about, in at most so many lines and at least one: what has no room is left out at its end."""
    told = tuple(line for paragraph in form.about for line in wrap(paragraph, size, LINES))
    kept = told[: max(1, most)]
    return kept if len(kept) == len(told) else (*kept[:-1], clip((*kept[-1], Span(" " * size)), size))


def said_under(form: Form, key: str, said: str, size: int, most: int = LINES) -> tuple[Line, ...]:
    """What stands under the blanks: what went wrong, else what belongs into the blank one stands in. At most so many lines, and
    at least one."""
    blank = form.blank(key)
    words = (Span(safe(said), "problem"),) if said else (Span(blank.hint if blank is not None else "", "dim"),)
    return wrap(words, max(1, size), max(1, min(most, LINES)))


def keys_line(*, busy: bool) -> Line:
    """The last line: what the keys do; a click does it too."""
    if busy:
        return (Span("writing …", "dim"),)
    return (
        Span("Enter", "key", "next"), Span(" next, at last write   ", "dim", "next"),
        Span("ctrl+s", "key", "send"), Span(" write   ", "dim", "send"),
        Span("Esc", "key", "cancel"), Span(" leave", "dim", "cancel"),
    )  # fmt: skip
