"""Three offers where somebody else has written about the same since it was read: mine, theirs, or see both first."""

from __future__ import annotations

from collections.abc import Callable

from tui.files.rivals import Met
from tui.screens.asked import Reread
from tui.screens.base import ExplorerScreen
from tui.screens.desk import Answer
from tui.screens.form import FormScreen
from tui.screens.picker import PickerScreen
from tui.screens.sheet import SheetScreen
from tui.view.corrections import BOTH, MINE, Clash, both_lines, clash_entries
from tui.view.spans import Line

HEADING = "The file has changed since it was read"


class BothScreen(SheetScreen):
    """What stands in the file, and what was to be written."""

    heading = "Both"

    def __init__(self, clash: Clash) -> None:
        super().__init__()
        self._clash = clash

    def lines(self, width: int) -> tuple[Line, ...]:
        """The three."""
        return both_lines(self._clash, width)


def offer(screen: ExplorerScreen, clash: Clash, mine: Callable[[], None], theirs: Callable[[], None]) -> None:
    """Ask, over whatever is on the screen; Esc leaves all as it is."""

    def chosen(key: str | None) -> None:
        if key == BOTH:
            screen.app.push_screen(BothScreen(clash), lambda _: offer(screen, clash, mine, theirs))
        elif key == MINE:
            mine()
        elif key is not None:
            theirs()

    listed = clash_entries(clash)
    screen.app.push_screen(
        PickerScreen(HEADING, lambda: listed, screen.scene, hint="Enter takes it  Esc leaves"), chosen
    )


def offer_met(screen: ExplorerScreen, met: Met, again: Callable[[], None], left: Callable[[], None]) -> None:
    """Ask about a decision that meets theirs: `again` writes it beside theirs, `left` is called where it is dropped."""

    def mine() -> None:
        screen.session.desk.saw(met)
        again()

    def theirs() -> None:
        left()
        screen.app.post_message(Reread())

    offer(screen, Clash("", met.theirs, met.mine, beside=True), mine, theirs)


def asking(screen: ExplorerScreen) -> Callable[[FormScreen, Answer], bool]:
    """What a form does with an answer that meets theirs: it asks, and is sent again or closed."""

    def clashed(form: FormScreen, outcome: Answer) -> bool:
        if not isinstance(outcome, Met):
            return False
        offer_met(screen, outcome, form.action_send, form.leave)
        return True

    return clashed
