"""Names put to the analyst: one picked is written as an alias, so that it is asked no more."""

from __future__ import annotations

from functools import partial

from textual import work
from textual.worker import get_current_worker

from tui.core.progress import Step
from tui.errors import Cancelled
from tui.files.changes import Made
from tui.files.edits import AddAlias, AddTable, Edit
from tui.files.literals import Pairs
from tui.files.rivals import Met
from tui.files.walk import SUFFIX
from tui.index.store import Store
from tui.screens.base import ExplorerScreen
from tui.screens.desk import Answer
from tui.screens.offers import offer_met
from tui.screens.picker import PickerScreen
from tui.view.alias_asks import Ask, asks_of, entries

_READ = Step("reading", 0, 0)
"""Some events were read."""


class Asking(ExplorerScreen):
    """The part of a screen that puts names to the analyst."""

    _naming: Store | None = None
    """Whose names are being compared."""

    def do_aliases(self) -> None:
        """Compare all names, then ask: once, however often one asks meanwhile."""
        if self._naming is self.store:
            self.say("the names are still being compared")
            return
        self._naming = self.store
        self._look_for_asks(self.store)

    @work(thread=True, exclusive=True, group="asking", description="compares names")
    def _look_for_asks(self, store: Store) -> None:
        from tui.screens.naming import suggested_apart  # noqa: PLC0415  (asked for only by a key)

        worker = get_current_worker()

        def watch(_: Step) -> None:
            if worker.is_cancelled:  # the view was left, or the files are others
                raise Cancelled("nobody waits for the names any more")

        try:
            asks = asks_of(suggested_apart(store.telling(partial(watch, _READ)), watch))
        except Cancelled:
            return
        self.app.call_from_thread(self._ask, store, asks)

    def _ask(self, store: Store, asks: tuple[Ask, ...]) -> None:
        if self._naming is store:
            self._naming = None
        if self.app.screen is not self:
            return
        if not asks:
            self.say("no name is in doubt")
            return

        def picked(key: str | None) -> None:
            if key is not None:
                self._write_alias(asks[int(key)])

        listed = entries(asks)
        self.app.push_screen(
            PickerScreen("One name or two?", lambda: listed, self.scene, hint="Enter writes the alias  Esc leaves"),
            picked,
        )

    @work(thread=True, group="writing")
    def _write_alias(self, ask: Ask) -> None:
        desk, path = self.session.desk, ask.suggestion.position.file
        outcome: Answer = (
            desk.write(path, _edit(ask), self.store)
            if path.endswith(SUFFIX)
            else f"{ask.suggestion.name} stands in no TOML file"
        )
        self.app.call_from_thread(self._alias_written, ask, outcome, desk.explained(outcome))

    def _alias_written(self, ask: Ask, outcome: Answer, told: str) -> None:
        if isinstance(outcome, Made):
            self.written(outcome)
        elif isinstance(outcome, Met):
            offer_met(self, outcome, lambda: self._offered_again(ask), lambda: None)
        else:
            self.say(f"not written: {told}")

    def _offered_again(self, ask: Ask) -> None:
        self._write_alias(ask)


def _edit(ask: Ask) -> Edit:
    """One more alias, or the table that the two names need first."""
    suggestion, name = ask.suggestion, ask.alias.name
    if not suggestion.new:
        return AddAlias(table=suggestion.table, id=suggestion.id, alias=name)
    values = Pairs((("id", suggestion.id), ("name", suggestion.name), ("aliases", (name,))))
    return AddTable(table=suggestion.table, values=values)
