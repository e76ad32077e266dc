"""The last line: the keys that matter in this view, each with its word; what cannot be done now is dim."""

from __future__ import annotations

from tui.view.actions import FOOTERS, Situation, key_name
from tui.view.glyphs import Glyphs, plain
from tui.view.keymap import DEFAULT, Keymap
from tui.view.spans import Line, Span, clip, ends, width


def footer(now: Situation, size: int, glyphs: Glyphs, keymap: Keymap = DEFAULT) -> Line:
    """One line of `size` cells; a click on a key does what the key does."""
    key = "".join(key_name(key) for key in keymap.of("back", now.view).keys[:1])
    leave = Span(f"{key} leave " if now.view == "timeline" else f"{key} back ", "dim", "back")
    roomy = _keys(now, glyphs, keymap, gap=2)
    spans = roomy if width((*roomy, leave)) < size else _keys(now, glyphs, keymap, gap=1)
    return clip(ends(spans, (leave,), size), size)


def _keys(now: Situation, glyphs: Glyphs, keymap: Keymap, *, gap: int) -> Line:
    spans: list[Span] = [Span(" ")]
    for identity in FOOTERS[now.view]:
        action = keymap.of(identity, now.view)
        if not action.keys:
            continue
        off = bool(action.when(now))
        spans.append(Span(f" {plain(key_name(action.keys[0]), glyphs)} ", "faint" if off else "key", identity))
        spans.append(Span(action.label + " " * gap, "faint" if off else "dim", identity))
    return tuple(spans)
