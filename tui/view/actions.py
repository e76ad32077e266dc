"""Every action of the explorer, declared once: bindings, footer, palette, help and the README's table come from here."""

from __future__ import annotations

from collections.abc import Callable

from tui.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What decides whether an action can be done now."""

    view: str = "timeline"
    rows: int = 0
    """Rows in the list in view."""
    events: int = 0
    """Rows of the timeline, on one of which one stands."""
    filtered: bool = False
    held: bool = False
    """Whether a filter is switched off for a moment."""
    search: str = ""
    sources: int = 0
    picks: int = 0
    marked: int = 0
    problems: int = 0
    readings: int = 0
    """Readings of the selected field."""
    back: str = ""
    """The view that `q` leads back to from the timeline; empty where it leaves."""
    located: bool = True
    """Whether the selected thing stands in a file."""


def _always(_: Situation) -> str:
    return ""


def _needs_rows(now: Situation) -> str:
    return "" if now.rows else "nothing is in view"


def _needs_event(now: Situation) -> str:
    return (
        "" if now.events else "no event passes the filter; F switches it off" if now.filtered else "there is no event"
    )


def _needs_search(now: Situation) -> str:
    return "" if now.search else "no words are looked for; press /"


def _needs_filter(now: Situation) -> str:
    return "" if now.filtered else "no filter is on"


def _needs_any_filter(now: Situation) -> str:
    return "" if now.filtered or now.held else "no filter is on"


def _needs_sources(now: Situation) -> str:
    return "" if now.sources > 1 else "there is only one source"


def _needs_source(now: Situation) -> str:
    return "" if now.sources else "there is no source"


def _needs_picks(now: Situation) -> str:
    return "" if now.picks else "nothing is picked; press c on a pane"


def _needs_marks(now: Situation) -> str:
    return "" if now.marked else "nothing is marked; press m on an event"


def _needs_problems(now: Situation) -> str:
    return "" if now.problems else "the files have no problem"


def _needs_readings(now: Situation) -> str:
    return (
        ""
        if now.readings > 1
        else "this field has one reading"
        if now.readings
        else "stand on a field with several readings"
    )


def _needs_place(now: Situation) -> str:
    return "" if now.located else "this stands in no file"


TIMELINE, COMPARE, FLAGS, PROBLEMS = "timeline", "compare", "discrepancies", "problems"
ORIGINS, MATRIX, CAST, LINKS = "origins", "sources", "cast", "links"
EVERYWHERE = (TIMELINE, COMPARE, FLAGS, PROBLEMS, ORIGINS, MATRIX, CAST, LINKS)


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

    @property
    def local(self) -> bool:
        """Whether it touches this computer, its files, its editor or its browser: a reader from elsewhere may not."""
        return self.id in LOCAL


ON_TIMELINE, ON_COMPARE, ON_FLAGS = (TIMELINE,), (COMPARE,), (FLAGS,)
EVENTS, WITH_REGIONS, WITH_FLAGS = (TIMELINE, COMPARE), (TIMELINE, FLAGS), (TIMELINE, COMPARE, FLAGS, ORIGINS)
OF_AN_EVENT, WITH_COLUMNS = (*EVENTS, ORIGINS), (*EVENTS, ORIGINS, MATRIX)
WITH_FACETS, OVER_EVENTS = (*OF_AN_EVENT, CAST), (*OF_AN_EVENT, FLAGS)
WITH_CLASHES = (*OVER_EVENTS, MATRIX)
RULED_IN = (TIMELINE, COMPARE, FLAGS)
FILTERED = (TIMELINE, COMPARE, FLAGS, ORIGINS, CAST)
"""Views that show what passes the filter."""
BENEATH = frozenset({"query", "actors", "facets", "narrow_less", "filter_toggle", "export"})
"""Done by the timeline beneath the view, which then shows what the timeline has come to."""
LED = frozenset(
    {
        "search", "next_hit", "previous_hit", "go", "next_flag", "previous_flag", "next_mark", "marks", "load_view",
        *BENEATH,
    }
)  # fmt: skip
"""Where a view has no such key, it leads to the timeline and is done there, if it can be: after some what one types is text and no
key, others step from event to event or list where one can go."""
IN_FILES = (TIMELINE, COMPARE, FLAGS, PROBLEMS, ORIGINS)


def _action(
    identity: str,
    keys: str,
    label: str,
    told: str,
    group: str,
    views: tuple[str, ...],
    when: Callable[[Situation], str] = _always,
) -> Action:
    return Action(id=identity, keys=tuple(keys.split()), label=label, help=told, group=group, views=views, when=when)


ACTIONS: tuple[Action, ...] = (
    # move
    _action("down", "j down", "down", "Next row", "Move", EVERYWHERE, _needs_rows),
    _action("up", "k up", "up", "Previous row", "Move", EVERYWHERE, _needs_rows),
    _action("right", "l right", "right", "Pane, reading or column to the right", "Move", WITH_COLUMNS),
    _action("left", "h left", "left", "Pane, reading or column to the left", "Move", WITH_COLUMNS),
    _action("next_event", "}", "next event", "Next event", "Move", OVER_EVENTS, _needs_rows),
    _action("previous_event", "{", "previous event", "Previous event", "Move", OVER_EVENTS, _needs_rows),
    _action("next_day", "d", "a day on", "First event of a later day", "Move", ON_TIMELINE, _needs_rows),
    _action("previous_day", "D", "a day back", "Last day before this one", "Move", ON_TIMELINE, _needs_rows),
    _action("half_down", "ctrl+d", "half page", "Half a page down", "Move", EVERYWHERE, _needs_rows),
    _action("half_up", "ctrl+u", "half page up", "Half a page up", "Move", EVERYWHERE, _needs_rows),
    _action("page_down", "pagedown", "page", "A page down", "Move", EVERYWHERE, _needs_rows),
    _action("page_up", "pageup", "page up", "A page up", "Move", EVERYWHERE, _needs_rows),
    _action("first", "g home", "first", "First row", "Move", EVERYWHERE, _needs_rows),
    _action("last", "G end", "last", "Last row", "Move", EVERYWHERE, _needs_rows),
    _action("region", "tab", "region", "Next region: panes or fields, list or list", "Move", WITH_REGIONS),
    _action("region_back", "shift+tab", "region back", "Previous region", "Move", WITH_REGIONS),
    _action("go", "t", "go to", "Go to an event id, a date, words of a title or a place", "Move", ON_TIMELINE),
    # views
    _action("timeline", "1", "timeline", "The timeline, a pane per source", "Views", EVERYWHERE),
    _action("compare", "2", "compare", "The readings of the selected event side by side", "Views", EVERYWHERE, _needs_event),
    _action("discrepancies", "3", "discrepancies", "Discrepancies, strongest first; what was found compatible", "Views", EVERYWHERE),
    _action("origins", "4", "origins", "Who repeats whom behind the selected event", "Views", EVERYWHERE, _needs_event),
    _action("sources", "5", "sources", "How often every two sources agree, who is first, who corrects itself", "Views", EVERYWHERE),
    _action("cast", "6", "actors", "Actors: their events by role, their spellings by source", "Views", EVERYWHERE),
    _action("links", "7", "links", "Reports that may tell of one event, and what speaks for it", "Views", EVERYWHERE),
    _action("problems", "P", "problems", "Problems and notes of the files", "Views", EVERYWHERE),
    _action("open", "enter", "open", "Open what is selected", "Views", EVERYWHERE, _needs_rows),
    _action("back", "q", "back", "Back the way one came; where it began leave", "Views", EVERYWHERE),
    _action("escape", "escape", "back", "Back, but never out; at the timeline first put away a message", "Views", EVERYWHERE),
    # discrepancies
    _action("next_flag", "]", "next flag", "Next open discrepancy; in sources the next clash", "Discrepancies", WITH_CLASHES),
    _action("previous_flag", "[", "previous flag", "Previous one; in sources the clash before", "Discrepancies", WITH_CLASHES),
    _action("same_flag", ".", "same kind", "Next open discrepancy of the same kind", "Discrepancies", OVER_EVENTS),
    _action("same_flag_back", ",", "same kind back", "Previous open discrepancy of the same kind", "Discrepancies", OVER_EVENTS),
    _action("why", "p", "why", "Why: rule, values as read, quotes, locators, origins", "Discrepancies", WITH_FLAGS, _needs_rows),
    _action("kind", "f", "kind", "Only discrepancies of one kind, then of the next", "Discrepancies", ON_FLAGS),
    # writing
    _action("rule", "A", "rule", "Rule on this discrepancy: which reading is accepted, and why", "Write", RULED_IN, _needs_rows),
    _action("note", "W", "note", "A note or tags on the event, a report or a source; change one", "Write", RULED_IN, _needs_rows),
    _action("correct", "E", "correct", "Correct a value of the selected report, in its file", "Write", RULED_IN, _needs_rows),
    _action("add_report", "I", "new report", "A new report by form, in the file of its source", "Write", RULED_IN),
    _action("join", "J", "join", "Bring the selected report into another event: written as a link", "Write", RULED_IN, _needs_rows),
    _action("part", "X", "part", "Take the selected report out of its event: written as a link", "Write", RULED_IN, _needs_rows),
    _action("aliases", "K", "names", "Names that may be one: the alias picked is written", "Write", (*RULED_IN, CAST)),
    _action("undo", "U", "undo", "Take back what was written last, in whatever view", "Write", EVERYWHERE),
    _action("redo", "R", "redo", "Write again what was taken back last", "Write", EVERYWHERE),
    # compare
    _action("differences", "v", "differences", "Hide what agrees, or show it again", "Compare", ON_COMPARE),
    _action("base", "b", "base", "Make the selected reading the base of the comparison", "Compare", ON_COMPARE, _needs_readings),
    _action("pick", "c", "pick", "Pick this source for the comparison, or drop it", "Compare", EVENTS, _needs_source),
    _action("unpick", "C", "clear picks", "Compare all sources again", "Compare", EVENTS, _needs_picks),
    # links
    _action("same", "=", "same event", "The two tell of one event: written as a decision", "Links", (LINKS,), _needs_rows),
    _action("different", "!", "different", "The two tell of different events: written as a decision", "Links", (LINKS,), _needs_rows),
    _action("disputed", "space", "undecided", "It cannot be told: written, and asked no more", "Links", (LINKS,), _needs_rows),
    _action("judge", "A", "why", "One event, two, or undecided, with the reason: a decision, too", "Links", (LINKS,), _needs_rows),
    # filter
    _action("actors", "a", "actor", "Only events of an actor, picked with live counts", "Filter", FILTERED),
    _action("query", "&", "filter", "Type a filter: actor:is origins:<2 -source:dw; Up: an earlier one", "Filter", FILTERED),
    _action("facets", "f", "filters", "Filters with live counts: verdict, kind, publisher, actor, place, tag", "Filter", WITH_FACETS),
    _action("narrow_less", "backspace", "drop filter", "Drop the last part of the filter", "Filter", FILTERED, _needs_filter),
    _action("filter_toggle", "F", "filter off/on", "All filters off, and on again", "Filter", EVERYWHERE, _needs_any_filter),
    _action("panes", "|", "panes", "A pane per publisher, per source, per reading of a field", "Show", ON_TIMELINE, _needs_sources),
    _action("hide_pane", "H", "hide pane", "Put the selected pane away", "Show", ON_TIMELINE, _needs_sources),
    _action("show_panes", "B", "show panes", "The panes put away, to bring back", "Show", ON_TIMELINE, _needs_sources),
    _action("pane_left", "(", "pane left", "Move the selected pane to the left", "Show", ON_TIMELINE, _needs_sources),
    _action("pane_right", ")", "pane right", "Move the selected pane to the right", "Show", ON_TIMELINE, _needs_sources),
    _action("narrower", "<", "narrower", "The selected pane narrower", "Show", ON_TIMELINE, _needs_sources),
    _action("wider", ">", "wider", "The selected pane wider", "Show", ON_TIMELINE, _needs_sources),
    _action("solo", "s", "solo", "Only this source, and all again", "Filter", ON_TIMELINE, _needs_sources),
    # search
    _action("search", "/", "search", "Look for words in texts, names and values; Up: earlier ones", "Search", ON_TIMELINE),
    _action("next_hit", "n", "next hit", "Next event with the words", "Search", OF_AN_EVENT, _needs_search),
    _action("previous_hit", "N", "previous hit", "Previous event with the words", "Search", OF_AN_EVENT, _needs_search),
    # marks
    _action("mark", "m", "mark", "Mark the event, or take the mark away", "Marks", OVER_EVENTS, _needs_rows),
    _action("next_mark", "u", "next mark", "Next marked event in view", "Marks", OF_AN_EVENT, _needs_marks),
    _action("marks", "'", "marks", "The marked events; the filter is:marked keeps only them", "Marks", OF_AN_EVENT, _needs_marks),
    _action("save_view", "S", "save view", "Keep filter, panes and place under a name", "Marks", ON_TIMELINE),
    _action("load_view", "L", "load view", "Take up a view kept under a name", "Marks", ON_TIMELINE),
    # show
    _action("clock", "T", "time", "Times local, UTC, relative to the selected event, as written", "Show", ON_TIMELINE),
    _action("wrap", "w", "lines", "Three, one or six lines per event", "Show", ON_TIMELINE),
    _action("zoom_in", "z +", "zoom in", "A finer scale of time: decades, years, months, days, hours", "Show", ON_TIMELINE),
    _action("zoom_out", "Z -", "zoom out", "A coarser scale of time, at last the whole at once", "Show", ON_TIMELINE),
    _action("strip", "i", "density", "Density strip on or off", "Show", ON_TIMELINE),
    _action("theme", "f2", "theme", "The next theme: dark, dusk, light, high contrast", "Show", EVERYWHERE),
    _action("picture", "f8", "picture", "Save an SVG picture of the screen in this folder", "Show", EVERYWHERE),
    # files
    _action("edit", "e", "edit", "Open the file at the line in $EDITOR and reload on return", "Files", IN_FILES, _needs_place),
    # share
    _action("cite", "y", "cite", "Copy the readings of this field and who gives them", "Share", WITH_FLAGS, _needs_rows),
    _action("cite_event", "Y", "Markdown", "Copy the event as Markdown, with its sources", "Share", WITH_FLAGS, _needs_rows),
    _action("export", "x", "export", "Write what the filter leaves to a file: table, map or text", "Share", FILTERED, _needs_rows),
    _action("address", "o", "address", "Show where the source is found, and open it", "Share", OVER_EVENTS, _needs_rows),
    _action("archive", "O", "archived copy", "Show where its archived copy is found, and open it", "Share", OVER_EVENTS, _needs_rows),
    # help
    _action("palette", "colon ctrl+p", "palette", "Every action, event, source and actor by name", "Help", EVERYWHERE),
    _action("help", "question_mark f1", "keys", "The keys of this view", "Help", EVERYWHERE),
)  # fmt: skip
"""Every action there is, in the order help shows them."""

OF_A_PANE = frozenset(("solo", "pick", "hide_pane", "pane_left", "pane_right", "narrower", "wider"))
"""What is done to the selected pane."""
WRITING = ("rule", "note", "correct", "add_report", "join", "part", "aliases")

LOCAL = frozenset(
    (
        "same",
        "different",
        "disputed",
        "judge",
        "undo",
        "redo",
        *WRITING,
        "edit",
        "picture",
        "export",
        "address",
        "archive",
    )
)
"""What a read-only explorer refuses."""

FOOTERS: dict[str, tuple[str, ...]] = {
    TIMELINE: ("open", "next_flag", "discrepancies", "actors", "search", "help"),
    COMPARE: ("why", "rule", "base", "differences", "next_flag", "help"),
    FLAGS: ("open", "compare", "origins", "why", "kind", "help"),
    ORIGINS: ("open", "compare", "next_event", "why", "edit", "help"),
    MATRIX: ("open", "next_flag", "discrepancies", "cast", "links", "help"),
    CAST: ("open", "aliases", "query", "discrepancies", "sources", "help"),
    LINKS: ("same", "different", "disputed", "judge", "undo", "help"),
    PROBLEMS: ("edit", "timeline", "discrepancies", "sources", "links", "help"),
}
"""The six that matter in each view."""


def waits(action: Action) -> bool:
    """Whether what it does depends on the list in view, so that it waits until the list is counted."""
    return action.when in (_needs_rows, _needs_event) or action.group not in ("Views", "Show", "Help")


def stays(action: Action) -> bool:
    """Whether it never leads to another screen, whatever is selected."""
    return action.group == "Move" and action.id != "go"


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
    "space": "Space",
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

_WRITTEN = {name.casefold(): key for key, name in _NAMES.items()}


def key_name(key: str) -> str:
    """How a key is written for people."""
    if key in _NAMES:
        return _NAMES[key]
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key


def key_of(name: str) -> str:
    """The key that is written so for people, in capitals or not; any other name in small letters."""
    return _WRITTEN.get(name.casefold(), name.casefold())


def keys_of(action: Action) -> str:
    """All keys of an action: "j ↓"."""
    return " ".join(key_name(key) for key in action.keys)
