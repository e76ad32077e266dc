"""How one gets to an event: flags, words, days, dates, filters. Asks the store where it is and lets the state go there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from textual import work

from tui.core.answers import EventRow
from tui.core.filters import EVERYTHING, Filter
from tui.core.moments import read_typed
from tui.core.names import fold
from tui.core.terms import Term
from tui.index.store import Store
from tui.screens.beforehand import Beforehand
from tui.screens.prompt import Prompt, PromptScreen
from tui.view.actions import key_name
from tui.view.landing import landed
from tui.view.marks import neighbour, spot_for
from tui.view.typed import Typed

_DAY = 86_400
_HITS = 500
"""Events with the words of which one may have them in its title."""
T = TypeVar("T")


def _no_flag(hidden: int, kind: str | None) -> str:
    if hidden > 0:
        return f"{hidden:,} open{_of_kind(kind)} outside the filter · F shows them"
    return f"no open discrepancy{_of_kind(kind)} in view"


def _of_kind(kind: str | None) -> str:
    return f" of the kind {kind}" if kind else ""


class Seeking(Beforehand):
    """The part of the timeline screen that looks for things."""

    typed: Mapping[str, Typed] = MappingProxyType({})
    """What was typed into each prompt before."""

    def ask(self, name: str, prompt: Prompt[T], then: Callable[[T | None], None]) -> None:
        """Show a prompt; `then` hears what was typed, and what was not entered is kept for when it is asked again."""

        def answered(answer: T | None) -> None:
            typed = prompt.typed
            self.typed = {**self.typed, name: typed.left() if answer is None else typed.entered()}
            then(answer)

        self.app.push_screen(prompt, answered)

    def before(self, name: str) -> Typed:
        """What was typed into the prompt before."""
        return self.typed.get(name, Typed())

    @property
    def shown(self) -> EventRow | None:
        """The selected event as it is shown."""
        return self.row

    # -- discrepancies

    def do_next_flag(self) -> None:
        """Next open discrepancy."""
        self.find_flag(forward=True)

    def do_previous_flag(self) -> None:
        """Previous open discrepancy."""
        self.find_flag(forward=False)

    def do_same_flag(self) -> None:
        """Next open discrepancy of the kind under the cursor."""
        self.find_flag(forward=True, kind=self._kind())

    def do_same_flag_back(self) -> None:
        """Previous open discrepancy of the kind under the cursor."""
        self.find_flag(forward=False, kind=self._kind())

    def _kind(self) -> str | None:
        spot = spot_for(self.row, self.state.spot) if self.row is not None else None
        return spot.kind or None if spot is not None else None

    def find_flag(self, *, forward: bool, kind: str | None = None) -> None:
        """Land on the next open flag, first in this event, then in the others; the foot shows it."""
        state, row = self.state, self.shown
        near = neighbour(row, state.spot, forward=forward, kind=kind) if row is not None else None
        if row is not None and near is not None:
            self.state = landed(state, row, self.scene, field=near.key, kind="", place=state.rows.cursor)
            return
        start = state.rows.cursor + 1 if forward else state.rows.cursor
        start = start if start < state.rows.count else 0
        flag = self.store.next_flag(state.keep, start, None, forward=forward, kind=kind)
        there = self.session.event(flag.event, state.keep) if flag is not None else None
        if flag is None or there is None:
            self._tell_no_flag(self.store, state.keep, kind)
        else:
            self.state = landed(state, there, self.scene, field=flag.field, kind=flag.kind, place=flag.position)
            if self.state == state:
                self.say(f"no other open discrepancy{_of_kind(kind)} in view")

    # Without a description Textual spells one out of the arguments.
    @work(thread=True, exclusive=True, group="flags", description="counts flags")
    def _tell_no_flag(self, store: Store, keep: Filter, kind: str | None) -> None:
        """That none is open in view, and how many the filter hides: they are counted beside the loop."""
        hidden = store.open_flags(EVERYTHING, kind) - store.open_flags(keep, kind)
        self.app.call_from_thread(self.say, _no_flag(hidden, kind))

    # -- picks

    def say_picked(self) -> None:
        """That one source is picked: nothing looks different before there are two. Of others the view tells."""
        self.unsay()
        picks = self.state.picks
        if len(picks) == 1:
            key = "".join(map(key_name, self.scene.keymap.of("pick", self.situation().view).keys[:1]))
            self.say(f"{self.scene.siglum(picks[0])} picked; with a second one ({key}) only those two are compared")

    # -- words

    def do_search(self) -> None:
        """Ask for words."""
        hint = "words in texts, names and values"
        self.ask("/", PromptScreen("/", self.state.search, hint, self.before("/")), self.look_for)

    def look_for(self, text: str | None) -> None:
        """Look for the words from the selected event on; none stops looking."""
        if text is None:
            return
        self.unsay()
        if text.strip():
            self.once_counted((self.state.keep, Filter(texts=(text,))), partial(self._looked_for, text))
        else:
            self.state = self.state.searched(text, 0, ())

    def _looked_for(self, text: str) -> None:
        self.state = self.state.searched(text, self.store.hits(self.state.keep, text), self.store.meant(text))
        if self.state.search and not self.state.hits:
            self.say(f"nothing has the words {self.state.search}")
        elif self.state.search:
            row = self.store.next_hit(self.state.keep, self.state.search, self.state.rows.cursor - 1)
            self.state = self.state.to(row if row is not None else self.state.rows.cursor)

    def do_next_hit(self) -> None:
        """Next event with the words."""
        self._to_hit(forward=True)

    def do_previous_hit(self) -> None:
        """Previous event with the words."""
        self._to_hit(forward=False)

    def _to_hit(self, *, forward: bool) -> None:
        asked = self.state.keep, Filter(texts=(self.state.search,))  # other filters may have been asked for since
        self.once_counted(asked, partial(self._hit, forward=forward))

    def _hit(self, *, forward: bool) -> None:
        row = self.store.next_hit(self.state.keep, self.state.search, self.state.rows.cursor, forward=forward)
        if row is None:
            self.say(f"nothing has the words {self.state.search}")
        else:
            self.step(row - self.state.rows.cursor)

    def step(self, by: int) -> None:
        """To the event so many rows on."""
        self.state = self.state.to(self.state.rows.cursor + by)

    # -- days and dates

    def do_next_day(self) -> None:
        """First event at least a day later."""
        self._day(_DAY)

    def do_previous_day(self) -> None:
        """First event of the day before."""
        self._day(-_DAY)

    def _day(self, by: int) -> None:
        row = self.row
        moment = None if row is None else row.earliest if row.earliest is not None else row.latest
        if moment is None:
            self.say("this event has no time")
            return
        there = self.store.position_at(self.state.keep, moment + by)
        here = self.state.rows.cursor
        self.state = self.state.to(min(there, here - 1) if by < 0 else max(there, here + 1))

    def do_go(self) -> None:
        """Ask where to."""
        hint = "an event id, a date (2 July, 2016-07), words of a title, or a place"
        self.ask("go", PromptScreen("go to", "", hint, self.before("go")), self.go_to)

    def go_to(self, text: str | None) -> None:
        """To the event of that id, else to the first event of that date, with the words in its title, of that place, or with them."""
        if not text or not text.strip():
            return
        wanted = text.strip()
        place = self._dated(wanted)
        if place is None:
            keep = self.state.keep
            asked = replace(keep, texts=(*keep.texts, wanted)), Filter(texts=(wanted,))
            self.once_counted(asked, partial(self._gone_to_words, wanted))
        else:
            self.state = self.state.to(place)

    def _gone_to_words(self, wanted: str) -> None:
        place = self._titled(wanted)
        if place is not None:
            self.say(f"{wanted}: this is the first event with these words in its title")
        else:
            place = self._there(wanted)
        if place is None:
            place = self.store.next_hit(self.state.keep, wanted, -1)
            words = "no id, date or place; this is the first event with these words"
            self.say(
                f"{wanted}: {words if place is not None else 'no event in view has this id, date, place or words'}"
            )
        if place is not None:
            self.state = self.state.to(place)

    def _dated(self, text: str) -> int | None:
        """Where the event of that id is, or the first of that date."""
        keep = self.state.keep
        row = self.session.event(text, keep)
        if row is not None:
            return row.position
        moment = read_typed(text, self.scene.zone, self.scene.home_year)
        if moment.understood and moment.earliest is not None:
            return self.store.position_at(keep, moment.earliest)
        return None

    def _there(self, text: str) -> int | None:
        """Where the first event of that place is."""
        keep = self.state.keep
        there = self.store.titles(replace(keep, terms=(*keep.terms, Term("place", (text,)))), 0, 1)
        found = self.session.event(there[0].id, keep) if there else None
        return found.position if found is not None else None

    def _titled(self, text: str) -> int | None:
        """Where the first event is that has all the words in its title."""
        keep, words = self.state.keep, fold(text).split()
        hits = self.store.titles(replace(keep, texts=(*keep.texts, text)), 0, _HITS)
        there = next((hit.id for hit in hits if words and all(word in fold(hit.title) for word in words)), None)
        found = self.session.event(there, keep) if there is not None else None
        return found.position if found is not None else None
