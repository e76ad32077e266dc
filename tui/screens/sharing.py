"""Taking something along: a citation to the clipboard, an address to the browser. Each is shown before it leaves."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.core.answers import EventRow
from tui.core.model import Source
from tui.screens.asked import AddressAsked
from tui.screens.base import ExplorerScreen
from tui.screens.sheet import SheetScreen
from tui.view.marks import Spot
from tui.view.safety import safe
from tui.view.spans import Line, Span, wrap

_ARCHIVED = "archived copy"


class CopiedScreen(SheetScreen):
    """What was copied, for a terminal that does not hand it on."""

    heading = "Copied"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def lines(self, width: int) -> tuple[Line, ...]:
        """The text, to be selected by hand."""
        told = [line for each in self._text.splitlines() for line in wrap((Span(each),), width, 1000) or ((),)]
        note = wrap(
            (Span("Where nothing arrives, the terminal takes no text from programs: select it here.", "dim"),), width, 3
        )
        return (*told, (), *note)


class AddressScreen(SheetScreen):
    """An address, before it is followed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "follow", "open", show=False, priority=True)]

    def __init__(self, source: Source, what: str, address: str) -> None:
        from tui.view.citations import web_address  # noqa: PLC0415  (opened by a key: loads after the first rows)

        super().__init__()
        self._source, self._address = source, address
        self.heading = what.capitalize()
        self._target = web_address(address)

    def lines(self, width: int) -> tuple[Line, ...]:
        """Whose it is, where it leads, what Enter does."""
        told: list[Line] = [
            *wrap((Span(safe(f"{self._source.name}: {self._source.title or self._source.id}"), "title"),), width, 3)
        ]
        told += [(), *wrap((Span(safe(self._address), "value"),), width, 40), ()]
        can = "Enter opens it in the browser, Esc leaves it."
        cannot = "Not opened from here: only addresses that begin with http:// or https:// are."
        return (*told, *wrap((Span(can if self._target else cannot, "dim"),), width, 3))

    def action_follow(self) -> None:
        """Open it and close this."""
        if self._target is not None:
            self.app.post_message(AddressAsked(self._target))
        self.dismiss(None)


class Sharing(ExplorerScreen):
    """The part of a screen about an event that hands something on."""

    _copied = ""

    def pointed(self) -> tuple[EventRow | None, Spot | None]:
        """The event and the field or finding one stands on."""
        raise NotImplementedError

    def pointed_source(self) -> str | None:
        """Id of the source one stands on; None where one stands on no single one."""
        return None

    def do_cite(self) -> None:
        """A citation of the selected field."""
        from tui.view.quotations import sentence  # noqa: PLC0415  (opened by a key: loads after the first rows)

        row, spot = self.pointed()
        if row is None or spot is None:
            self.say("nothing is said of this event's fields")
        else:
            self._copy(sentence(row, spot, self.scene))

    def do_cite_event(self) -> None:
        """The event as Markdown."""
        from tui.view.quotations import markdown  # noqa: PLC0415  (opened by a key: loads after the first rows)

        row, _ = self.pointed()
        if row is not None:
            self._copy(markdown(row, self.scene, self.store.rulings(), self.store.lineage(row.verdict.id)))

    def do_address(self) -> None:
        """Where the source is found."""
        self._show_address("address")

    def do_archive(self) -> None:
        """Where its archived copy is found."""
        self._show_address(_ARCHIVED)

    def _copy(self, text: str) -> None:
        """To the clipboard by OSC 52; asked for twice, it is shown."""
        self.app.copy_to_clipboard(text)
        if text == self._copied:
            self.app.push_screen(CopiedScreen(text))
        else:
            self._copied = text
            self.say("copied; the same key again shows it")

    def _show_address(self, what: str) -> None:
        from tui.view.quotations import report_under  # noqa: PLC0415  (opened by a key: loads after the first rows)

        row, spot = self.pointed()
        report = report_under(row, spot, self.pointed_source()) if row is not None else None
        source = self.scene.source(report.source) if report is not None else None
        address = "" if source is None else source.archive_url if what == _ARCHIVED else source.url
        if source is None or not address:
            self.say(f"no {what} is given for {source.name if source is not None else 'it'}")
        else:
            self.app.push_screen(AddressScreen(source, what, address))
