"""The list of discrepancies and the list of what was checked and found compatible, one item of fixed height each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from types import MappingProxyType
from typing import NamedTuple

from tui.core.answers import Flag
from tui.core.values import dataclass
from tui.view.claims import origins_words
from tui.view.clocks import window_words
from tui.view.glyphs import plain
from tui.view.marks import mark_of_flag, short_name
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, clip, ends, width, wrap
from tui.view.windows import Window

ORDER = "widest first: figures, exclusions, times, places"
CHECKED_ORDER = "the same first, of most origins; then nearest to a discrepancy"
"""How each list is ordered (`verdicts.comparisons.sized`)."""
_ROOMY = 72
"""Cells from which on the key to the other list has room."""
_UNDO: tuple[Line, ...] = (
    (Span("   F", "key", "filter_toggle"), Span(" switches the filter off,", "dim")),
    (Span("   Backspace", "key", "narrow_less"), Span(" drops its last part.", "dim")),
)
WIDE = 150
"""Cells from which on a reason has room in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagsState:
    """Which of the two lists, which kind, where."""

    rows: Window = field(default_factory=Window)
    checked: bool = False
    """The second tab: checked and compatible."""
    kind: str | None = None
    kinds: tuple[str, ...] = ()
    """Kinds there are in the list, most frequent first."""

    def moved(self, rows: Window) -> FlagsState:
        """Elsewhere in the list."""
        return replace(self, rows=rows)

    def turned(self) -> FlagsState:
        """The other list, from its beginning, every kind."""
        return replace(self, checked=not self.checked, kind=None, kinds=(), rows=self.rows.recounted(0))

    def next_kind(self) -> FlagsState:
        """One kind only, then the next, then all again."""
        order: tuple[str | None, ...] = (None, *self.kinds)
        place = order.index(self.kind) if self.kind in order else 0
        return replace(self, kind=order[(place + 1) % len(order)], rows=self.rows.recounted(0))

    def filled(self, count: int, kinds: tuple[str, ...]) -> FlagsState:
        """So many items are in the list."""
        return replace(self, rows=self.rows.recounted(count), kinds=kinds)


class Listed(NamedTuple):
    """One of the two lists, and in parts."""

    every: tuple[Flag, ...] = ()
    of_kind: Mapping[str, tuple[Flag, ...]] = MappingProxyType({})
    """By kind, the most frequent first, then by name."""

    def only(self, kind: str | None) -> tuple[Flag, ...]:
        """Those of the kind; all where it is None."""
        return self.every if kind is None else self.of_kind.get(kind, ())


def listed(flags: tuple[Flag, ...]) -> Listed:
    """The list with its parts: of tens of thousands, nobody looks through them for every key."""
    found: dict[str, list[Flag]] = {}
    for flag in flags:
        if flag.kind:
            found.setdefault(flag.kind, []).append(flag)
    return Listed(
        flags, {kind: tuple(found[kind]) for kind in sorted(found, key=lambda kind: (-len(found[kind]), kind))}
    )


def tabs(
    state: FlagsState,
    counts: tuple[int | None, int | None],
    size: int,
    *,
    shown: int,
    key: str = "Tab",
) -> Line:
    """The two lists by name, with how many each holds where that is known; of one kind `shown` of them. `key` leads to the other."""
    names = ("Discrepancies", "Checked, no discrepancy")
    spans: list[Span] = [Span(" ")]
    for index, (name, count) in enumerate(zip(names, counts, strict=True)):
        role = "tab" if bool(index) == state.checked else "dim"
        if bool(index) != state.checked and size >= _ROOMY:
            spans.append(Span(f" {key}", "key", "region"))
        part = f"{shown:,} of " if state.kind and bool(index) == state.checked else ""
        spans += [
            Span(
                f" {name}{'' if count is None else f' {part}{count:,}'} ",
                role,
                "" if bool(index) == state.checked else "region",
            ),
            Span(" "),
        ]
    right: Line = (
        (Span(f"kind: {state.kind} ", "note", "kind"),) if state.kind else (Span("every kind ", "faint", "kind"),)
    )
    whole, sign = (CHECKED_ORDER, ";") if state.checked else (ORDER, ":")
    for told in (whole, whole.partition(sign)[0]):
        order = Span(f"{told}  ", "faint")
        if width((*spans, order, *right)) < size:
            right = (order, *right)
            break
    return ends(tuple(spans), right, size)


def item_lines(size: int) -> int:
    """Lines of one item in that width."""
    return 2 if size >= WIDE else 3


def item(flag: Flag, scene: Scene, size: int, *, marked: bool = False) -> tuple[Line, ...]:
    """One flag in two or three lines: mark, field and event, its day where there is room; then the reason, behind the day where not.

    `marked`: whether the event is."""
    is_open = flag.open or flag.verdict is None or not flag.verdict.flagged
    # What is listed has several readings, see `Store.agreements`.
    mark = mark_of_flag(flag.kind, flag.verdict, is_open=is_open, speakers=flag.field == "said_by")
    sign = mark.sign(ascii_only=scene.glyphs.ascii)
    doubtful = ", doubtful" if flag.doubtful else ""
    name = f"  {safe(short_name(flag.field))}" if flag.field else ""
    origins = f"{origins_words(flag.origins)} " if flag.origins is not None else ""
    left: Line = (
        Span(f" {sign} {mark.word}{doubtful}", mark.role),
        Span(name, "strong"),
        Span(f"  {scene.glyphs.marked}" if marked else "", "note"),
        Span(f"  {safe(flag.title or flag.event)}", "title"),
    )
    kind = flag.kind if flag.kind not in (mark.word, "") else ""
    if flag.origins is not None and width(left) + len(origins) >= size:
        origins = f"{origins_words(replace(flag.origins, unknown=0))} "
    right: Line = (Span(plain(origins, scene.glyphs), "dim"),)
    dated: Line = ()
    if flag.earliest is not None or flag.latest is not None:
        when = plain(window_words(flag.earliest, flag.latest, scene.zone, scene.home_year), scene.glyphs)
        if width(left) + width(right) + len(when) + 4 <= size:
            left = (*left, Span(f"  {when}", "label"))
        else:
            dated = (Span(f"{when}: ", "label"),)
    if kind and width(left) + width(right) + len(kind) + 4 <= size:
        right = (Span(f"{kind}  ", "faint"), *right)
    lines_each = item_lines(size)
    reason = wrap((*dated, Span(plain(safe(flag.reason), scene.glyphs), "dim")), size - 5, lines_each - 1)
    lines = [ends(left, right, size), *((Span("   "), *line) for line in reason)]
    return tuple(clip(line, size) for line in (*lines, *[()] * (lines_each - len(lines))))


def nothing(state: FlagsState, *, filtered: bool) -> tuple[Line, ...]:
    """What to say of an empty list over events that there are."""
    if state.kind:
        return ((), (Span(f"   No item of the kind {state.kind}; f shows the next kind.", "dim"),))
    undo = ((), *_UNDO) if filtered else ()
    if state.checked:
        return ((), (Span("   No field of these events has two readings.", "dim"),), *undo)
    return (
        (),
        (Span("   No discrepancy is found in these events.", "good"),),
        (),
        (Span("   Tab shows what was checked and found compatible.", "dim"),),
        *undo,
    )
