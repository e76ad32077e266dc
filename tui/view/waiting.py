"""What is said while a dossier is opened, its reports are compared or a file is written: what is done, how far, how long yet.

And where none could be opened: why, and what keys there are.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.progress import Step
from tui.view.safety import safe

SHARES = {"reading": (0.0, 0.2), "judging": (0.2, 0.67), "indexing": (0.87, 0.13)}
"""Where each phase begins and how much of the whole it is, as measured on 100 000 reports, between one process and a crew."""
COMPARING = {
    "reading": (0.0, 0.08), "gathering": (0.08, 0.17), "weighing": (0.25, 0.25), "seeking": (0.5, 0.1), "comparing": (0.6, 0.4),
}  # fmt: skip
"""The same of comparing reports, as measured on 20 000."""
PATIENCE = 0.5
"""Seconds after which more than a word is shown, and an end is worth telling."""
BAR = 24
_SOME = 5
"""Seconds by which an end may go farther off and nothing is told of it."""
_LINE_BAR = 12


FIRST_WORDS = "opening …"
FAILED_KEYS = (
    "q leave · Ctrl+C leave at once\n? these keys, and away again · Esc away with them, never out\n"
    "the views have more, once a dossier is open"
)
NOT_HERE = "no dossier is open · q leaves · ? keys"
"""What is said of a key of the views."""


def opening_left(step: Step | None, elapsed: float, before: float | None = None) -> float | None:
    """Seconds that opening takes yet, see `_steady`."""
    return _steady(_part(step), elapsed, before) if step is not None else None


def comparing_left(step: Step | None, elapsed: float, before: float | None = None) -> float | None:
    """The same of comparing."""
    return _steady(_part(step, COMPARING), elapsed, before) if step is not None else None


def writing_left(step: Step | None, elapsed: float, before: float | None = None) -> float | None:
    """The same of writing a file, which tells of its end sooner."""
    return _steady(_part(step, {}), elapsed, before, least=0.002) if step is not None else None


def waiting_words(
    step: Step | None, elapsed: float, left: float | None = None, *, full: str = "█", empty: str = "░"
) -> str:
    """The lines for a step after so many seconds, `left` of them to come; one word in the first half second."""
    if step is None or elapsed < PATIENCE:
        return FIRST_WORDS
    if step.phase == "mounting":
        return f"{step.phase} {_amount(step)}\n\nq leaves"
    part = _part(step)
    cells = round(part * BAR)
    bar = full * cells + empty * (BAR - cells)
    return f"{bar} {part:.0%}\n\n{step.phase} {_amount(step)}{_left(left)}\n\nq leaves"


def failed_words(message: str, hint: str, *, keys: bool) -> str:
    """The lines where no dossier could be opened; `keys`: with all keys that do something there."""
    foot = FAILED_KEYS if keys else "q leaves · ? keys"
    return "\n\n".join(safe(part) for part in (message, hint) if part) + f"\n\n{foot}"


def comparing_words(step: Step | None, elapsed: float, left: float | None = None) -> tuple[str, ...]:
    """The lines while reports are compared, after so many seconds, `left` to come; one word in the first half second."""
    if step is None or elapsed < PATIENCE:
        return ("comparing …",)
    part = _part(step, COMPARING)
    cells = round(part * BAR)
    unit = "pairs" if step.phase == "comparing" else "reports"
    return (
        f"{'█' * cells}{'░' * (BAR - cells)} {part:.0%}",
        f"{step.phase} {step.done:,} of {step.total:,} {unit}{_left(left)}",
        "Esc ends it · q lets it go on unseen",
    )


def writing_words(name: str, step: Step | None, left: float | None = None, *, full: str = "█", empty: str = "░") -> str:
    """The line for a file that is being written, which takes `left` seconds yet."""
    keys = "Esc ends it · Enter lets it go on unseen"
    if step is None:
        return f" writing {name} …   {keys}"
    part = _part(step, {})
    cells = round(part * _LINE_BAR)
    bar = full * cells + empty * (_LINE_BAR - cells)
    if step.phase == "reading":
        return f" writing {name} {bar} {part:.0%} of the files read   {keys}"
    return f" writing {name} {bar} {part:.0%}{_left(left)}   {keys}"


def _part(step: Step, shares: Mapping[str, tuple[float, float]] = SHARES) -> float:
    begin, share = shares.get(step.phase, (0.0, 1.0))
    return begin + share * (step.done / step.total if step.total else 1.0)


def _amount(step: Step) -> str:
    if step.phase == "mounting":
        return f"{step.done:,} rows"
    if step.phase == "reading":
        return f"{step.done / 1e6:,.1f} of {step.total / 1e6:,.1f} MB"
    return f"{step.done:,} of {step.total:,} {'steps' if step.phase == 'indexing' else 'events'}"


def _steady(part: float, elapsed: float, before: float | None, *, least: float = 0.05) -> float | None:
    """Seconds to come; None before a part of the whole from which the end can be told.

    `before`: those told last. They are told again where they would grow a little: under load they did at every look. Only an end
    that is half as far again, and some seconds, is told to be.
    """
    if part < least:
        return None
    found = elapsed * (1 - part) / part
    return before if before is not None and before < found < 1.5 * before + _SOME else found


def _left(seconds: float | None) -> str:
    """In words."""
    if seconds is None:
        return ""
    if seconds >= 90:
        return f" · about {seconds / 60:.0f} min left"
    return " · a moment left" if seconds < 1.5 else f" · about {seconds:.0f} s left"
