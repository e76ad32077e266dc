"""The last line: the keys that matter in this view, each with its word; what cannot be done now is dim."""

from __future__ import annotations

from tui.view.actions import FOOTERS, Situation, by_id, key_name
from tui.view.glyphs import Glyphs, plain
from tui.view.spans import Line, Span, clip, ends


def footer(now: Situation, size: int, glyphs: Glyphs) -> Line:
    """One line of `size` cells; a click on a key does what the key does."""
    spans: list[Span] = [Span(" ")]
    for identity in FOOTERS[now.view]:
        action = by_id(identity)
        off = bool(action.when(now))
        spans.append(Span(f" {plain(key_name(action.keys[0]), glyphs)} ", "faint" if off else "key", identity))
        spans.append(Span(f"{action.label}  ", "faint" if off else "dim", identity))
    leave = Span("q leave " if now.view == "timeline" else "q back ", "dim", "back")
    return clip(ends(tuple(spans), (leave,), size), size)
