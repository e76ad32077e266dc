"""The keys of a view, grouped, as the registry of actions has them; what cannot be done now says why."""

from __future__ import annotations

from tui.view.actions import (
    CAST,
    COMPARE,
    FLAGS,
    LED,
    LINKS,
    MATRIX,
    ORIGINS,
    PROBLEMS,
    TIMELINE,
    Action,
    Situation,
    key_name,
    keys_of,
)
from tui.view.glyphs import Glyphs, plain, plain_keys
from tui.view.keymap import DEFAULT, Keymap
from tui.view.marks import every_mark
from tui.view.spans import Line, Span, clip, ends, pad, width, wrap

_KEYS = 12
_PANES = (
    'Where there is no room for all, those silent in every row in view are left out: "5 of 14 speak". In a row whose '
    "panes are out of sight a dim account stands for them, named by its siglum; +3 more counts the panes that report an "
    "event and have no column, and the rule under the heads names those of the selected one: h, l or a click goes there. "
    "A wall between two panes, or before the first, is drawn with the mouse."
)

_NAMES = (
    "At the right stands what each action is called in the table [keymap] of config.toml, which gives it other keys: "
    'next_flag = ["Q", "F5"].'
)

_ORDER = (
    "Widest first: figures by how far apart they are, then what excludes the other or is denied, then times, then places, "
    "each by how far apart; of one width in the order of the timeline. Doubtful ones come after these, then findings about a "
    "single voice, last what is strained. What was checked has first what is the same, of the events with most origins, then "
    "what is nearest to a discrepancy."
)


def keys(now: Situation, size: int, glyphs: Glyphs, keymap: Keymap = DEFAULT) -> tuple[Line, ...]:
    """Lines of at most `size` cells."""
    lines: list[Line] = []
    groups: dict[str, list[Action]] = {}
    for action in keymap.of_view(now.view):
        groups.setdefault(action.group, []).append(action)
    for group, actions in groups.items():
        lines += [(), (Span(group, "label"),)] if lines else [(Span(group, "label"),)]
        lines += [line for action in actions for line in _lines(action, now, size, glyphs)]
    led = [
        action
        for action in keymap.of_view(TIMELINE)
        if action.id in LED and now.view not in action.views and action.keys
    ]
    if led:
        told = " · ".join(f"{plain(key_name(action.keys[0]), glyphs)} {action.label}" for action in led)
        lines += [(), (Span("Done at the timeline, where they lead", "label"),)]
        lines += wrap((Span(f" {plain(told, glyphs)}", "dim"),), size, 0, 1)
    lines += [(), (Span("ctrl+c, ctrl+q", "key"), Span("  leave at once", "dim"))]
    lines += [(Span("ctrl+z", "key"), Span("  suspend; fg comes back", "dim"))]
    if now.view == TIMELINE and now.sources > 1:
        lines += [(), (Span("Panes", "label"),), *wrap((Span(f" {_PANES}", "dim"),), size, 0, 1)]
    if now.view == FLAGS:
        lines += [(), (Span("Order", "label"),), *wrap((Span(f" {_ORDER}", "dim"),), size, 0, 1)]
    lines += [(), (Span("Names", "label"),), *wrap((Span(f" {_NAMES}", "dim"),), size, 0, 1)]
    lines += [(), (Span("Signs", "label"),), *legend(glyphs)]
    return tuple(lines)


def _lines(action: Action, now: Situation, size: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """What it does, why it cannot be done now and its name, in as many lines as that takes, beside its keys."""
    reason = action.when(now)
    keys = Span(f"{plain_keys(keys_of(action), glyphs)} ", "faint" if reason else "key")
    why = (Span(f" ({reason})", "faint"),) if reason else ()
    told = wrap((Span(action.help, "dim" if reason else ""), *why), size - _KEYS - 1)
    first = (Span(" "), *(pad((keys,), _KEYS) if width((keys,)) <= _KEYS else (keys,)))
    beside = width((*first, *told[0])) <= size
    rest = ((Span(" " * (_KEYS + 1)), *line) for line in (told[1:] if beside else told))
    *lines, last = (*first, *told[0]) if beside else clip(first, size), *rest
    name = (Span(f"{action.id} ", "faint"),)
    if width(last) + width(name) < size:
        return (*lines, ends(last, name, size))
    return (*lines, last, ends((), name, size))


_VIEWS = {
    TIMELINE: "the timeline (1)",
    COMPARE: "compare (2)",
    FLAGS: "discrepancies (3)",
    ORIGINS: "origins (4)",
    MATRIX: "sources (5)",
    CAST: "actors (6)",
    LINKS: "links (7)",
    PROBLEMS: "problems (P)",
}


def works_elsewhere(names: set[str], view: str, keymap: Keymap = DEFAULT) -> str:
    """For a key without an action in the view, by its name or character, where it has one: "d works in the timeline (1)".

    Empty where it has one here, and where it has none anywhere.
    """
    having = {each: [key for action in keymap.of_view(each) for key in action.keys if key in names] for each in _VIEWS}
    if having[view] or not any(having.values()):
        return ""
    key = next(keys[0] for keys in having.values() if keys)
    views = [told for each, told in _VIEWS.items() if having[each]]
    listed = " and ".join([", ".join(views[:-1]), views[-1]] if len(views) > 1 else views)
    return f"{key_name(key)} works in {listed}"


def legend(glyphs: Glyphs) -> tuple[Line, ...]:
    """Every mark with its word."""
    return tuple(
        (Span(f" {mark.sign(ascii_only=glyphs.ascii)} ", mark.role), Span(f"  {mark.word}", "dim"))
        for mark in every_mark()
    )
