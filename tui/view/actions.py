"""Every action of the explorer, declared once: bindings, footer, palette, help and the README's table come from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What decides whether an action can be done now."""

    view: str = "timeline"
    rows: int = 0
    """Rows in the list in view."""
    filtered: bool = False
    held: bool = False
    """Whether a filter is switched off for a moment."""
    search: str = ""
    sources: int = 0
    picks: int = 0
    problems: int = 0
    readings: int = 0
    """Readings of the selected field."""
    located: bool = True
    """Whether the selected thing stands in a file."""


def _always(_: Situation) -> str:
    return ""


def _needs_rows(now: Situation) -> str:
    return "" if now.rows else "nothing is in view"


def _needs_search(now: Situation) -> str:
    return "" if now.search else "no words are looked for; press /"


def _needs_filter(now: Situation) -> str:
    return "" if now.filtered else "no filter is on"


def _needs_any_filter(now: Situation) -> str:
    return "" if now.filtered or now.held else "no filter is on"


def _needs_sources(now: Situation) -> str:
    return "" if now.sources > 1 else "there is only one source"


def _needs_picks(now: Situation) -> str:
    return "" if now.picks else "nothing is picked; press c on a pane"


def _needs_problems(now: Situation) -> str:
    return "" if now.problems else "the files have no problem"


def _needs_readings(now: Situation) -> str:
    return "" if now.readings > 1 else "this field has one reading"


def _needs_place(now: Situation) -> str:
    return "" if now.located else "this stands in no file"


TIMELINE, COMPARE, FLAGS, PROBLEMS = "timeline", "compare", "discrepancies", "problems"
EVERYWHERE = (TIMELINE, COMPARE, FLAGS, PROBLEMS)
LISTS = (TIMELINE, COMPARE, FLAGS, PROBLEMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a person can do."""

    id: str
    """`Screen.do_<id>` does it."""
    keys: tuple[str, ...]
    """In Textual's names; the first one is shown."""
    label: str
    """One or two words, for the footer."""
    help: str
    """One sentence without a full stop."""
    group: str
    views: tuple[str, ...] = EVERYWHERE
    when: Callable[[Situation], str] = _always
    """Empty when it can be done, else why not."""


ACTIONS: tuple[Action, ...] = (
    Action(id="down", keys=("j", "down"), label="down", help="Next row", group="Move", when=_needs_rows),
    Action(id="up", keys=("k", "up"), label="up", help="Previous row", group="Move", when=_needs_rows),
    Action(id="right", keys=("l", "right"), label="right", help="Pane or reading to the right", group="Move", views=(TIMELINE, COMPARE)),
    Action(id="left", keys=("h", "left"), label="left", help="Pane or reading to the left", group="Move", views=(TIMELINE, COMPARE)),
    Action(id="next_event", keys=("}",), label="next event", help="Next event", group="Move", views=(TIMELINE, COMPARE), when=_needs_rows),
    Action(id="previous_event", keys=("{",), label="previous event", help="Previous event", group="Move", views=(TIMELINE, COMPARE), when=_needs_rows),
    Action(id="next_day", keys=("d",), label="a day on", help="First event of a later day", group="Move", views=(TIMELINE,), when=_needs_rows),
    Action(id="previous_day", keys=("D",), label="a day back", help="Last day before this one", group="Move", views=(TIMELINE,), when=_needs_rows),
    Action(id="half_down", keys=("ctrl+d",), label="half page", help="Half a page down", group="Move", when=_needs_rows),
    Action(id="half_up", keys=("ctrl+u",), label="half page up", help="Half a page up", group="Move", when=_needs_rows),
    Action(id="page_down", keys=("pagedown",), label="page", help="A page down", group="Move", when=_needs_rows),
    Action(id="page_up", keys=("pageup",), label="page up", help="A page up", group="Move", when=_needs_rows),
    Action(id="first", keys=("g", "home"), label="first", help="First row", group="Move", when=_needs_rows),
    Action(id="last", keys=("G", "end"), label="last", help="Last row", group="Move", when=_needs_rows),
    Action(id="region", keys=("tab",), label="region", help="Next region: panes or fields, list or list", group="Move", views=(TIMELINE, FLAGS)),
    Action(id="region_back", keys=("shift+tab",), label="region back", help="Previous region", group="Move", views=(TIMELINE, FLAGS)),
    Action(id="go", keys=("t",), label="go to", help="Go to a date or an event id", group="Move", views=(TIMELINE,)),
    Action(id="timeline", keys=("1",), label="timeline", help="The timeline, a pane per source", group="Views"),
    Action(id="compare", keys=("2",), label="compare", help="The readings of the selected event side by side", group="Views", views=(TIMELINE, COMPARE, FLAGS), when=_needs_rows),
    Action(id="discrepancies", keys=("3",), label="discrepancies", help="Every discrepancy, strongest first, and what was checked and found compatible", group="Views"),
    Action(id="problems", keys=("P",), label="problems", help="Problems and notes of the files", group="Views"),
    Action(id="open", keys=("enter",), label="open", help="Open what is selected", group="Views", when=_needs_rows),
    Action(id="back", keys=("escape", "q"), label="back", help="Back; at the timeline q leaves", group="Views"),
    Action(id="next_flag", keys=("]",), label="next flag", help="Next open discrepancy", group="Discrepancies", views=(TIMELINE, COMPARE)),
    Action(id="previous_flag", keys=("[",), label="previous flag", help="Previous open discrepancy", group="Discrepancies", views=(TIMELINE, COMPARE)),
    Action(id="same_flag", keys=(".",), label="same kind", help="Next open discrepancy of the same kind", group="Discrepancies", views=(TIMELINE, COMPARE)),
    Action(id="same_flag_back", keys=(",",), label="same kind back", help="Previous open discrepancy of the same kind", group="Discrepancies", views=(TIMELINE, COMPARE)),
    Action(id="why", keys=("p",), label="why", help="Why: rule, values as read, quotes, locators, origins", group="Discrepancies", views=(TIMELINE, COMPARE, FLAGS), when=_needs_rows),
    Action(id="kind", keys=("f",), label="kind", help="Only discrepancies of one kind, then of the next", group="Discrepancies", views=(FLAGS,)),
    Action(id="differences", keys=("v",), label="differences", help="Hide what agrees, or show it again", group="Compare", views=(COMPARE,)),
    Action(id="base", keys=("b",), label="base", help="Make the selected reading the base the others are compared with", group="Compare", views=(COMPARE,), when=_needs_readings),
    Action(id="pick", keys=("c",), label="pick", help="Pick this source for the comparison, or drop it", group="Compare", views=(TIMELINE, COMPARE)),
    Action(id="unpick", keys=("C",), label="clear picks", help="Compare all sources again", group="Compare", views=(TIMELINE, COMPARE), when=_needs_picks),
    Action(id="actors", keys=("a",), label="actor", help="Only events of an actor, picked with live counts", group="Filter", views=(TIMELINE,)),
    Action(id="narrow_less", keys=("backspace",), label="drop filter", help="Drop the last part of the filter", group="Filter", views=(TIMELINE,), when=_needs_filter),
    Action(id="filter_toggle", keys=("F",), label="filter off/on", help="All filters off, and on again", group="Filter", views=(TIMELINE,), when=_needs_any_filter),
    Action(id="solo", keys=("s",), label="solo", help="Only this source, and all again", group="Filter", views=(TIMELINE,), when=_needs_sources),
    Action(id="search", keys=("/",), label="search", help="Look for words in texts, names and values", group="Search", views=(TIMELINE,)),
    Action(id="next_hit", keys=("n",), label="next hit", help="Next event with the words", group="Search", views=(TIMELINE,), when=_needs_search),
    Action(id="previous_hit", keys=("N",), label="previous hit", help="Previous event with the words", group="Search", views=(TIMELINE,), when=_needs_search),
    Action(id="clock", keys=("T",), label="time", help="Times local, UTC, relative to the selected event, as written", group="Show", views=(TIMELINE,)),
    Action(id="wrap", keys=("w",), label="lines", help="Three, one or six lines per event", group="Show", views=(TIMELINE,)),
    Action(id="strip", keys=("i",), label="density", help="Density strip on or off", group="Show", views=(TIMELINE,)),
    Action(id="theme", keys=("f2",), label="theme", help="Dark or light", group="Show"),
    Action(id="picture", keys=("f8",), label="picture", help="Save an SVG picture of the screen in this folder", group="Show"),
    Action(id="edit", keys=("e",), label="edit", help="Open the file at the line in $EDITOR and reload on return", group="Files", when=_needs_place),
    Action(id="palette", keys=("colon", "ctrl+p"), label="palette", help="Every action, event, source and actor by name", group="Help"),
    Action(id="help", keys=("question_mark", "f1"), label="keys", help="The keys of this view", group="Help"),
)  # fmt: skip
"""Every action there is, in the order help shows them."""

FOOTERS: dict[str, tuple[str, ...]] = {
    TIMELINE: ("open", "next_flag", "actors", "search", "why", "help"),
    COMPARE: ("why", "base", "differences", "next_flag", "back", "help"),
    FLAGS: ("open", "region", "kind", "why", "back", "help"),
    PROBLEMS: ("edit", "down", "up", "back", "help"),
}
"""The six that matter in each view."""


def of_view(view: str) -> tuple[Action, ...]:
    """The actions of a view."""
    return tuple(action for action in ACTIONS if view in action.views)


def by_id(identity: str) -> Action:
    """The action of that id. Raises KeyError where there is none."""
    for action in ACTIONS:
        if action.id == identity:
            return action
    raise KeyError(identity)


_NAMES = {
    "question_mark": "?",
    "colon": ":",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}


def key_name(key: str) -> str:
    """How a key is written for people."""
    if key in _NAMES:
        return _NAMES[key]
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key


def keys_of(action: Action) -> str:
    """All keys of an action: "j ↓"."""
    return " ".join(key_name(key) for key in action.keys)
