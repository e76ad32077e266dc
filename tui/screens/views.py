"""Named views: the way one looks at the dossier kept under a name, and taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tui.core.answers import EventRow
from tui.core.filters import Filter
from tui.screens.base import ExplorerScreen
from tui.screens.picker import PickerScreen
from tui.screens.prompt import PromptScreen
from tui.view.arrangements import Arrangement
from tui.view.memory import Memory, Outlook, Place, outlook_of
from tui.view.panes import Pane, begins_grouped
from tui.view.picking import Entry
from tui.view.state import TimelineState, filter_words

_NOTHING = "No view is named yet: S keeps filter, panes and place under a name."


class Views(ExplorerScreen):
    """The part of the timeline screen that is remembered."""

    state: TimelineState
    memory: Memory
    places: Mapping[str, Place]
    lasting: bool
    """Whether what is remembered outlasts this visit."""

    @property
    def row(self) -> EventRow | None:
        """The selected event."""
        raise NotImplementedError

    def started(self, state: TimelineState, event: str | None) -> TimelineState:
        """The state over the dossier in hand, on the event."""
        raise NotImplementedError

    def arrange_panes(self, arrangement: Arrangement) -> None:
        """Have the panes stand so from now on."""
        self.session = replace(self.session, scene=self.scene.arranged(arrangement))

    def as_left(self, keep: Filter | None) -> TimelineState:
        """The state of the last visit, under another filter where one is asked for; of a first visit the busiest day."""
        state = TimelineState(grouped=begins_grouped(self.scene.sources), marked=self.memory.marked)
        outlook = self.memory.outlook or Outlook()
        self.arrange_panes(outlook.arrangement)
        state = outlook.shown(state, self._panes)
        if keep is not None:
            state = replace(state, keep=keep.knowing(state.marked) if state.marked else keep)
        return self.started(state, outlook.event).spotted(outlook.spot)

    def remembered(self, view: str, left: TimelineState | None, place: Place = ()) -> Memory:
        """What to remember when one leaves now from a view that has come to the state `left`, at that place in it."""
        state = left if left is not None else self.state
        places = tuple(sorted({**self.places, **({view: place} if place else {})}.items()))
        return replace(self.memory, outlook=self._outlook(state), view=view, places=places, marked=state.marked)

    def _outlook(self, state: TimelineState) -> Outlook:
        here = self.row if state is self.state else None
        found = (here,) if here is not None else self.store.page(state.keep, state.rows.cursor, 1)
        return outlook_of(
            state, found[0].verdict.id if found else "", self._panes(state.grouped), self.scene.arrangement
        )

    def _panes(self, grouped: bool) -> tuple[Pane, ...]:
        return self.scene.shown_panes(grouped=grouped)

    def do_save_view(self) -> None:
        """Ask for a name to keep the view under."""
        self.app.push_screen(
            PromptScreen("save view as", "", "a name; an old view of that name is replaced"), self._save
        )

    def _save(self, name: str | None) -> None:
        if name and name.strip():
            self.memory = self.memory.saving(name.strip(), self._outlook(self.state))
            told = (
                "saved as {}; L brings it back"
                if self.lasting
                else "{} is kept until you leave, and no longer; L brings it back"
            )
            self.say(told.format(name.strip()))

    def do_load_view(self) -> None:
        """List the named views."""
        self.app.push_screen(
            PickerScreen(
                "Views",
                self._named,
                self.scene,
                hint="Enter shows it  Backspace forgets it  Esc leaves",
                nothing=_NOTHING,
                drop=self._forget,
            ),
            self._load,
        )

    def _named(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(name, name, filter_words(outlook.keep, self.scene.zone) or "all events")
            for name, outlook in self.memory.views
        )

    def _forget(self, name: str) -> None:
        self.memory = self.memory.forgetting(name)

    def _load(self, name: str | None) -> None:
        outlook = dict(self.memory.views).get(name or "")
        if outlook is not None:
            lines = self.state.rows.page * self.state.height
            self.arrange_panes(outlook.arrangement)
            state = outlook.shown(self.state, self._panes).searched("", 0).resized(lines)
            self.state = self.started(state, outlook.event).spotted(outlook.spot)
