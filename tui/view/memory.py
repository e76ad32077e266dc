"""What is remembered of a dossier between two visits, as a value; made of plain JSON values and into them.

Whatever cannot be understood of what was written down is left at what a first visit has: a memory is never a reason not
to open a dossier.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import Fault, parse, written
from tui.core.values import dataclass
from tui.view.actions import EVERYWHERE, TIMELINE
from tui.view.arrangements import AS_IT_COMES, MOST_STEPS, Arrangement
from tui.view.clocks import Clock
from tui.view.panes import Pane
from tui.view.state import HEIGHTS, TimelineState
from tui.view.units import Unit

FORMAT = 1
Plain = Mapping[str, object]
Place = tuple[str, ...]
"""Where one is in a view, in words of the view: ids that are there again when the files are read again."""
_LISTS = ("actors", "sources", "places", "fields", "verdicts", "texts")
_TIMES = ("since", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A way of looking at a dossier: what passes, how it is shown, where one stands."""

    keep: Filter = EVERYTHING
    held: Filter = EVERYTHING
    """The filter switched off for a moment."""
    event: str = ""
    spot: str | None = None
    """Key of the selected field."""
    pane: str = ""
    """Id of a source of the selected pane."""
    grouped: bool | None = None
    """Whether a pane is a publisher; None as the dossier begins."""
    readings: bool = False
    """Whether a pane is a reading."""
    solo: bool = False
    height: int = HEIGHTS[0]
    clock: Clock = Clock.LOCAL
    strip: bool = True
    zoom: Unit | None = None
    picks: tuple[str, ...] = ()
    arrangement: Arrangement = AS_IT_COMES

    def shown(self, state: TimelineState, panes: Callable[[bool], Sequence[Pane]]) -> TimelineState:
        """The state that looks at the dossier in this way; on which row the event stands, the store must be asked."""
        grouped = state.grouped if self.grouped is None else self.grouped
        every = panes(grouped)
        pane = next((index for index, pane in enumerate(every) if self.pane in pane.ids), 0)
        return replace(
            state, grouped=grouped, readings=self.readings, panes=len(every), pane=pane, slot=0,
            solo=self.solo and bool(every), spot=self.spot,
            height=self.height, clock=self.clock, strip=self.strip, zoom=self.zoom, picks=self.picks,
            keep=self.keep.knowing(state.marked), held=self.held,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """All that is remembered of one dossier."""

    outlook: Outlook | None = None
    """None before the first visit has ended."""
    view: str = TIMELINE
    places: tuple[tuple[str, Place], ...] = ()
    """(view, where one was in it), by view."""
    marked: tuple[str, ...] = ()
    views: tuple[tuple[str, Outlook], ...] = field(default=())
    """Named views, by name."""

    def saving(self, name: str, outlook: Outlook) -> Memory:
        """With the view under that name, in the place of an older one of that name."""
        others = [(known, view) for known, view in self.views if known != name]
        return replace(self, views=tuple(sorted([*others, (name, outlook)], key=lambda pair: pair[0])))

    def forgetting(self, name: str) -> Memory:
        """Without the view of that name."""
        return replace(self, views=tuple(pair for pair in self.views if pair[0] != name))


def outlook_of(
    state: TimelineState, event: str, panes: Sequence[Pane], arrangement: Arrangement = AS_IT_COMES
) -> Outlook:
    """How one looks at the dossier in that state, standing on that event."""
    pane = panes[state.pane].sources[0].id if state.pane < len(panes) else ""
    return Outlook(
        keep=state.keep.knowing(()), held=state.held.knowing(()), event=event, spot=state.spot,
        pane=pane, grouped=state.grouped, readings=state.readings, solo=state.solo, height=state.height, clock=state.clock,
        strip=state.strip, zoom=state.zoom, picks=state.picks, arrangement=arrangement,
    )  # fmt: skip


def merged(mine: Memory, base: Memory, theirs: Memory) -> Memory:
    """Mine, with the marks and named views that another rashomon set or took away since both read `base`."""
    ours, before = set(mine.marked), set(base.marked)
    kept = [mark for mark in mine.marked if mark in theirs.marked or mark not in before]
    added = [mark for mark in theirs.marked if mark not in ours and mark not in before]
    views = dict(theirs.views)
    old = dict(base.views)
    views.update((name, view) for name, view in mine.views if old.get(name) != view)
    for name in old.keys() - dict(mine.views).keys():
        views.pop(name, None)
    return replace(mine, marked=(*kept, *added), views=tuple(sorted(views.items(), key=lambda pair: pair[0])))


# -- as plain values


def as_plain(memory: Memory) -> dict[str, object]:
    """Plain values, ready for JSON."""
    made: dict[str, object] = {"format": FORMAT, "view": memory.view, "marks": list(memory.marked)}
    made["places"] = {view: list(place) for view, place in memory.places}
    if memory.outlook is not None:
        made["last"] = _outlook_plain(memory.outlook)
    made["views"] = {name: _outlook_plain(outlook) for name, outlook in memory.views}
    return made


def memory_of(plain: Plain, zone: str) -> Memory:
    """What plain values say, times in queries read in the zone."""
    last = plain.get("last")
    views = plain.get("views")
    named = sorted(views.items()) if isinstance(views, dict) else []
    return Memory(
        outlook=_outlook_of(last, zone) if isinstance(last, dict) else None,
        view=next((view for view in EVERYWHERE if view == plain.get("view")), TIMELINE),
        places=_places_of(plain.get("places")),
        marked=_texts(plain.get("marks")),
        views=tuple((str(name), _outlook_of(view, zone)) for name, view in named if isinstance(view, dict)),
    )


def _outlook_plain(outlook: Outlook) -> dict[str, object]:
    return {
        "event": outlook.event, "field": outlook.spot, "pane": outlook.pane,
        "grouped": outlook.grouped, "readings": outlook.readings,
        "solo": outlook.solo, "lines": outlook.height, "clock": outlook.clock.value,
        "strip": outlook.strip,
        "scale": outlook.zoom.value if outlook.zoom is not None else "",
        "picks": list(outlook.picks), "panes": _arrangement_plain(outlook.arrangement),
        "filter": _filter_plain(outlook.keep), "filter_off": _filter_plain(outlook.held),
    }  # fmt: skip


def _outlook_of(plain: Plain, zone: str) -> Outlook:
    grouped, lines, clock = plain.get("grouped"), plain.get("lines"), plain.get("clock")
    return Outlook(
        keep=_filter_of(plain.get("filter"), zone),
        held=_filter_of(plain.get("filter_off"), zone),
        event=_text(plain.get("event")),
        spot=_text(plain.get("field")) or None,
        pane=_text(plain.get("pane")),
        grouped=grouped if isinstance(grouped, bool) else None,
        readings=plain.get("readings") is True,
        solo=plain.get("solo") is True,
        height=next((height for height in HEIGHTS if height == lines), HEIGHTS[0]),
        clock=next((each for each in Clock if each.value == clock), Clock.LOCAL),
        strip=plain.get("strip") is not False,
        zoom=next((unit for unit in Unit if unit.value == plain.get("scale")), None),
        picks=_texts(plain.get("picks")),
        arrangement=_arrangement_of(plain.get("panes")),
    )


def _arrangement_plain(made: Arrangement) -> dict[str, object]:
    return {"hidden": list(made.hidden), "order": list(made.order), "steps": dict(made.steps), "gutter": made.gutter}


def _arrangement_of(plain: object) -> Arrangement:
    if not isinstance(plain, dict):
        return AS_IT_COMES
    steps = plain.get("steps")
    named = sorted(steps.items()) if isinstance(steps, dict) else []
    wide = tuple((str(key), step) for key, step in named if type(step) is int and 0 < abs(step) <= MOST_STEPS)
    gutter = plain.get("gutter")
    made = Arrangement(hidden=_texts(plain.get("hidden")), order=_texts(plain.get("order")), steps=wide)
    return made.with_gutter(gutter) if type(gutter) is int else made


def _filter_plain(keep: Filter) -> dict[str, object]:
    made: dict[str, object] = {name: list(getattr(keep, name)) for name in _LISTS if getattr(keep, name)}
    made |= {name: getattr(keep, name) for name in _TIMES if getattr(keep, name) is not None}
    return made | ({"query": written(keep.terms)} if keep.terms else {})


def _filter_of(plain: object, zone: str) -> Filter:
    if not isinstance(plain, dict):
        return EVERYTHING
    since, until = (value if type(value) is int else None for value in (plain.get(name) for name in _TIMES))
    terms = parse(_text(plain.get("query")), zone)
    lists = {name: _texts(plain.get(name)) for name in _LISTS}
    return Filter(**lists, since=since, until=until, terms=() if isinstance(terms, Fault) else terms)


def _places_of(plain: object) -> tuple[tuple[str, Place], ...]:
    found = sorted(plain.items()) if isinstance(plain, dict) else []
    lists = ((view, place) for view, place in found if view in EVERYWHERE and isinstance(place, list))
    return tuple((view, tuple(map(_text, place))) for view, place in lists)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    found = value if isinstance(value, list) else []
    return tuple(dict.fromkeys(text for text in found if isinstance(text, str)))
