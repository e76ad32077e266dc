"""The last line: the keys that matter in this view, each with its word; what cannot be done now is dim."""

from __future__ import annotations

from tui.view.actions import FOOTERS, TIMELINE, Situation, key_name
from tui.view.glyphs import Glyphs, plain_keys
from tui.view.keymap import DEFAULT, Keymap
from tui.view.spans import Line, Span, clip, ends, width


def footer(now: Situation, size: int, glyphs: Glyphs, keymap: Keymap = DEFAULT) -> Line:
    """One line of `size` cells; a click on a key does what the key does. Where not all have room, those before the last give way:
    the last leads to all others."""
    key = "".join(key_name(key) for key in keymap.of("back", now.view).keys[:1])
    told, brief = _leads(now, keymap)
    *others, last = FOOTERS[now.view]
    fewer = [(*others[:most], last) for most in range(len(others), -1, -1)]
    ways = [(fewer[0], 2, told), (fewer[0], 1, told), *((each, 1, brief) for each in fewer)]
    shapes = [(_keys(now, glyphs, keymap, each, gap=gap), words) for each, gap, words in ways]
    spans, words = next((each for each in shapes if width(each[0]) + len(f"{key} {each[1]} ") < size), shapes[-1])
    return clip(ends(spans, (Span(f"{key} {words} ", "dim", "back"),), size), size)


def _leads(now: Situation, keymap: Keymap) -> tuple[str, str]:
    """Where the key for going back leads, and the same in fewer cells."""
    if now.view != TIMELINE or not now.back:
        return ("back", "back") if now.view != TIMELINE else ("leave", "leave")
    view = "".join(map(key_name, keymap.of(now.back, TIMELINE).keys[:1]))
    return f"back to {view}", f"to {view}"


def _keys(now: Situation, glyphs: Glyphs, keymap: Keymap, shown: tuple[str, ...], *, gap: int) -> Line:
    spans: list[Span] = [Span(" ")]
    for identity in shown:
        action = keymap.of(identity, now.view)
        if not action.keys:
            continue
        off = bool(action.when(now))
        spans.append(Span(f" {plain_keys(key_name(action.keys[0]), glyphs)} ", "faint" if off else "key", identity))
        spans.append(Span(action.label + " " * gap, "faint" if off else "dim", identity))
    return tuple(spans)
