"""Actors by role: a line each with its events per role and its spellings; the foot says which source writes which.

Whose names are one actor was decided in `tui.core.actors`; here it is told, so that it can be doubted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tui.core.answers import Billing
from tui.core.values import dataclass
from tui.view.claims import counted, role_name
from tui.view.glyphs import plain
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, cells, clip, ends, pad, width

_EVENTS, _ROLE = 8, 11


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands in a line, in cells."""

    name: int
    roles: tuple[str, ...]
    """Those with most events over all actors; what does not fit is added up under "other"."""
    rest: bool
    spellings: int
    """0 where they are left to the foot."""


def columns(billings: Sequence[Billing], size: int) -> Columns:
    """The arrangement for lines of `size` cells."""
    totals: Counter[str] = Counter()
    for one in billings:
        totals.update(dict(one.roles))
    every = sorted(totals, key=lambda role: (-totals[role], role))
    name = 20 if size < 100 else 26 if size < 150 else 32
    spellings = 0 if size < 110 else size // 3
    most = max(1, (size - name - _EVENTS - spellings - 4) // _ROLE)
    shown = every if len(every) <= most else every[: max(1, most - 1)]
    return Columns(name, tuple(shown), len(shown) < len(every), spellings)


def heads(at: Columns, size: int) -> Line:
    """The pinned heads."""
    names = [role_name(role) for role in at.roles] + (["other"] if at.rest else [])
    line: list[Span] = [*pad((Span("   actor", "dim"),), at.name + 3), Span(f"{'events':>{_EVENTS - 1}} ", "dim")]
    for name in names:
        line += _right(safe(name), _ROLE, "label")
    if at.spellings:
        line.append(Span("  written, in how many reports", "dim"))
    return pad(tuple(line), size)


def _right(text: str, room: int, role: str) -> Line:
    shown = clip((Span(text, role),), room - 1)
    return (Span(" " * (room - width(shown))), *shown)


def item(one: Billing, at: Columns, kept: bool, scene: Scene, size: int) -> Line:
    """One actor."""
    known, glyphs = dict(one.roles), scene.glyphs
    numbers = [known.get(role, 0) for role in at.roles]
    if at.rest:
        numbers.append(sum(number for role, number in one.roles if role not in at.roles))
    most = max(numbers, default=0)
    tick = Span(f"{glyphs.picked} " if kept else "  ", "good")
    name = Span(safe(one.name), "strong" if one.declared else "")
    line: list[Span] = [*pad((tick, name), at.name + 2), Span(f"{one.events:>{_EVENTS - 1},} ", "bar")]
    for number in numbers:
        role = "faint" if not number else "strong" if number == most else "dim"
        line += _right(f"{number:,}" if number else glyphs.absent, _ROLE, role)
    if at.spellings:
        line += [Span("  "), *_spelled(one, scene, size - sum(cells(span.text) for span in line) - 2)]
    return clip(tuple(line), size)


def _spelled(one: Billing, scene: Scene, room: int) -> Line:
    """As many spellings as fit, the rest counted."""
    line: list[Span] = []
    for index, spelling in enumerate(one.spellings):
        part = (Span(safe(spelling.words), "value"), Span(f" {spelling.reports}  ", "dim"))
        left = len(one.spellings) - index
        if line and width((*line, *part)) > room - (0 if left == 1 else 4):
            return (*line, Span(f"+{left}", "faint"))
        line += part
    return tuple(line)


def nothing(*, filtered: bool) -> tuple[Line, ...]:
    """No actor."""
    if not filtered:
        return ((), (Span("   No report of this dossier names an actor.", "dim"),))
    return (
        (),
        (Span("   No actor is named in what passes the filter.", "dim"),),
        (),
        (Span("   Backspace drops its last part; F switches it off.", "dim"),),
    )


def foot(
    one: Billing | None, spelled: Iterable[tuple[str, str, int]], scene: Scene, *, size: int, lines: int
) -> tuple[Line, ...]:
    """Exactly `lines` lines: who writes the actor how. `spelled`: (words, source id, reports), best first."""
    floor = scene.glyphs.floor
    if one is None:
        return ((Span(floor * size, "rule"),), *[()] * (lines - 1))
    left: Line = (Span(f"{floor * 2} ", "rule"), Span(f"{safe(one.name)} ", "title"))
    told = "" if one.declared else "no [[actor]] declares this name "
    right: Line = (Span(told, "faint"), Span(" Enter keeps its events ", "faint"), Span(floor * 2, "rule"))
    left = clip(left, max(4, size - width(right) - 1))
    rule = (*left, Span(floor * max(0, size - width(left) - width(right)), "rule"), *right)
    made = _by_spelling(spelled, scene, size)
    room = lines - 1
    if len(made) > room > 0:
        made = [*made[: room - 1], (Span(f"  and {counted(len(made) - room + 1, 'more spelling')}", "dim"),)]
    if not made:
        made = [(Span("  Only its branches are named, never it.", "dim"),)]
    return tuple([*(clip(line, size) for line in (rule, *made)), *[()] * lines][:lines])


def _by_spelling(spelled: Iterable[tuple[str, str, int]], scene: Scene, size: int) -> list[Line]:
    """A line per spelling: the words, how many reports, which publishers."""
    sigla = {source.id: pane.siglum for pane in scene.publishers for source in pane.sources}
    found: dict[str, Counter[str]] = {}
    for words, source, reports in spelled:
        found.setdefault(words, Counter())[sigla.get(source, source)] += reports
    most = min(max((cells(safe(words)) for words in found), default=0), size // 3)
    times = plain("×", scene.glyphs)
    lines: list[Line] = []
    for words, by in found.items():
        head = (
            Span("  "),
            *pad((Span(safe(words), "value"),), most),
            Span(f"{by.total():>7,} {'report ' if by.total() == 1 else 'reports'}  ", "dim"),
        )
        who = [
            part
            for siglum, number in by.most_common()
            for part in (Span(safe(siglum), "siglum"), Span(f"{times}{number}  " if number > 1 else "  ", "dim"))
        ]
        lines.append(ends((*head, *who), (), size))
    return lines
