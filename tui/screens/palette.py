"""Everything by name: the actions of the view, the sources, the actors, the events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import sleep

from textual import work
from textual.worker import get_current_worker

from tui.core.answers import ActorCount
from tui.core.filters import Filter
from tui.core.terms import Term
from tui.core.values import dataclass
from tui.screens.asked import ViewAsked
from tui.screens.base import ExplorerScreen
from tui.screens.narrowing import NarrowingScreen
from tui.screens.timeline import TimelineScreen
from tui.view import palette
from tui.view.actions import Situation
from tui.view.palette import MOST_EVENTS, Kind, Offer
from tui.view.panes import Pane
from tui.view.scene import Drawing

_PAUSE = 0.05
"""Seconds of quiet before the dossier is searched."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the dossier has of some words."""

    typed: str
    offers: tuple[Offer, ...] = ()
    left: int = 0
    """Events with the words that are not among the offers."""


class PaletteScreen(NarrowingScreen[Offer | None]):
    """Enter gives what is selected. The dossier is searched in a thread; an Enter before it has answered waits for the answer."""

    HEADING, HINT = "Everything by name", "an action, an event, a source or an actor"

    def __init__(self, asked: ExplorerScreen, panes: tuple[Pane, ...], keep: Filter) -> None:
        super().__init__()
        self._now: Situation = asked.situation()
        self._session, self._panes, self._keep = asked.session, panes, keep
        self._counts: tuple[ActorCount, ...] | None = None
        self._found = Found("")
        self._offers: tuple[Offer, ...] = ()
        self._entered = False

    def on_mount(self) -> None:
        """Begin with the actions."""
        self._list("")

    @property
    def searching(self) -> bool:
        """Whether what the dossier has of the words is still to come."""
        return bool(self.typed.strip()) and self._found.typed != self.typed

    def narrow(self, typed: str) -> None:
        """The actions at once, the rest when one stops typing."""
        self._entered = False
        self._list(typed)
        if typed.strip():
            self._search(typed)

    def _list(self, typed: str) -> None:
        found = self._found
        stays = found.offers if found.typed == typed else palette.refitted(found.offers, typed)
        of_dossier = stays if typed.strip() else ()
        made = palette.actions(self._now, self._session.scene.keymap, typed, read_only=self._session.read_only)
        self._offers = palette.ranked((*made, *of_dossier), typed)
        self.relisted(len(self._offers))

    @work(thread=True, exclusive=True, group="palette", description="searches")
    def _search(self, typed: str) -> None:
        store = self._session.store
        sleep(_PAUSE)
        if _more_was_typed():
            return
        if self._counts is None:
            self._counts = store.actor_counts(self._keep)
        offers = (*palette.sources(self._panes, typed), *palette.actors(self._counts, typed))
        if _more_was_typed():
            return
        keep = with_words(self._keep, typed)
        events = palette.events(store.titles(keep, 0, MOST_EVENTS), self._session.scene, typed)
        left = store.count(keep) - len(events)
        if not _more_was_typed():
            self.app.call_from_thread(self._searched, Found(typed, (*offers, *events), left))

    def _searched(self, found: Found) -> None:
        if not self.is_attached or found.typed != self.typed:
            return
        self._found = found
        more = f"{found.left:,} more with these words: press & for them  " if found.left > 0 else ""
        self.query_one("#narrowing").border_subtitle = more + self.KEYS
        self._list(found.typed)
        if self._entered:
            self.choose()

    def listed(self, width: int) -> Drawing:
        """The offers in view."""
        nothing = "searching …" if self.searching else "Nothing is called so, and no event has these words."
        return palette.drawing(self._offers, self.window, self._session.scene, width, nothing)

    def choose(self) -> None:
        """Give the selected offer, once all there are stand in the list."""
        self._entered = self.searching
        if self._offers and not self._entered:
            self.dismiss(self._offers[self.window.cursor])


def _more_was_typed() -> bool:
    """Whether another search has taken the place of the one in this thread."""
    return get_current_worker().is_cancelled


def with_words(keep: Filter, typed: str) -> Filter:
    """What passes the filter and has the words."""
    before = (Term("text", keep.texts),) if keep.texts else ()
    return replace(keep, texts=(typed,), terms=(*keep.terms, *before))


def open_palette(asked: ExplorerScreen) -> None:
    """Over the view that asks; what is chosen is done there, or at the timeline when one is back at it."""
    timeline = next((each for each in asked.app.screen_stack if isinstance(each, TimelineScreen)), None)
    if timeline is None:
        return

    def picked(offer: Offer | None) -> None:
        match offer:
            case Offer(kind=Kind.ACTION, key=identity):
                asked.action_do(identity)
            case Offer(kind=Kind.SOURCE, key=place):
                _at_timeline(asked, partial(timeline.jump, "pane", place))
            case Offer(kind=Kind.ACTOR, key=name):
                _at_timeline(asked, partial(timeline.keep_actor, name))
            case Offer(kind=Kind.EVENT, key=identity):
                _at_timeline(asked, partial(timeline.go_to, identity))

    asked.app.push_screen(PaletteScreen(asked, timeline.panes, timeline.state.keep), picked)


def _at_timeline(asked: ExplorerScreen, do: Callable[[], None]) -> None:
    if isinstance(asked, TimelineScreen):
        do()
    else:
        asked.post_message(ViewAsked("timeline", do))
