"""A form over the screen below: filled in, judged, and sent. It closes once what it sends is written, and not before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, TypeAlias

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.css.query import NoMatches
from textual.events import DescendantFocus
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui.files.changes import Made
from tui.screens.desk import Answer, Desk
from tui.screens.room import Roomed
from tui.screens.showing import Overlay
from tui.view.forms import Blank, Form, about_lines, keys_line, said_under
from tui.view.scene import Drawing
from tui.view.spans import clip
from tui.widgets.bare import Frame
from tui.widgets.canvas import Canvas
from tui.widgets.choices import Choices
from tui.widgets.labelled import Labelled
from tui.widgets.looks import Looks

Send: TypeAlias = Callable[[Mapping[str, str]], Answer]
"""Writes what stands in the blanks; called in a thread. A text says why not."""

_MOST_CHOICES = 8
"""Lines; of more choices than that each has one line."""
_MOST_BLANKS = 16
"""Lines; more are scrolled."""
_FEWEST = 3
"""Lines that blanks have at least, where there is room: what is said around them gives way."""
_BESIDE = 6
"""Lines of the frame, of its keys, and between its parts."""


class FormScreen(Roomed[Made | None], Overlay[Made | None]):
    """Gives what was written, None where one left it. What cannot be written stays in the form, with the reason."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "leave", show=False),
        Binding("ctrl+s,f10", "send", "write", show=False, priority=True),
        Binding("enter", "enter", "next", show=False, priority=True),
        Binding("down", "by(1)", "next", show=False, priority=True),
        Binding("up", "by(-1)", "before", show=False, priority=True),
        Binding("tab", "app.focus_next", "next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", "before", show=False, priority=True),
    ]
    """Keys that go to another blank are seen before the blank sees them: what is typed after them, however fast, goes there."""

    said_drawing: var[Drawing] = var(Drawing)
    about_drawing: var[Drawing] = var(Drawing)
    keys_drawing: var[Drawing] = var(Drawing)

    def __init__(
        self, form: Form, send: Send, desk: Desk, *, clash: Callable[[FormScreen, Answer], bool] | None = None
    ) -> None:
        """`clash` is asked first about what could not be written; True where it has taken over."""
        super().__init__()
        self._form, self._send, self._desk, self._clash = form, send, desk, clash
        self._said = ""
        self._busy = False
        self._warned = False

    def compose(self) -> ComposeResult:
        """What it is about, the blanks, what is said of them, the keys."""
        yield Looks()
        with Frame(id="form") as frame:
            frame.border_title = self._form.title
            yield Canvas(id="form-about").data_bind(drawing=FormScreen.about_drawing)
            labels = (blank.label for blank in self._form.blanks)
            with VerticalScroll(id="form-blanks", can_focus=False), Labelled(*labels, id="form-labelled"):
                for blank in self._form.blanks:
                    yield self._made(blank)
            yield Canvas(id="form-said").data_bind(drawing=FormScreen.said_drawing)
            yield Canvas(id="form-keys").data_bind(drawing=FormScreen.keys_drawing)

    def _made(self, blank: Blank) -> Widget:
        name = f"blank-{self._form.blanks.index(blank)}"
        if not blank.choices:
            return Input(blank.shown, id=name, select_on_focus=False, validate_on=())
        listed = Choices(
            *(Option(Text(choice.words)) for choice in blank.choices),
            id=name,
            markup=False,
            classes="-many" if len(blank.choices) > _MOST_CHOICES else "",
        )
        listed.highlighted = blank.chosen
        return listed

    def on_mount(self) -> None:
        """Begin with the first blank; no message of before may stand over it."""
        self.app.clear_notifications()
        self.set_focus(self._widget(0))
        self.draw()

    def _widget(self, number: int) -> Input | OptionList:
        found = self.query_one(f"#blank-{number}")
        assert isinstance(found, Input | OptionList)
        return found

    @property
    def _at(self) -> int:
        """The blank one stands in."""
        focused = self.focused
        name = focused.id if focused is not None and focused.id else ""
        return int(name.removeprefix("blank-")) if name.startswith("blank-") else 0

    def values(self) -> dict[str, str]:
        """What stands in the blanks, by key."""
        found: dict[str, str] = {}
        for number, blank in enumerate(self._form.blanks):
            widget = self._widget(number)
            if isinstance(widget, OptionList):
                found[blank.key] = blank.choices[widget.highlighted or 0].value
            else:
                # What was shown safely and is as it was shown is as it was.
                found[blank.key] = blank.value if widget.value == blank.shown else widget.value.strip()
        return found

    def named(self) -> tuple[str, str]:
        """Its title, and the blank one stands in."""
        return self._form.title, self._form.blanks[self._at].label

    # -- drawing

    def on_resize(self) -> None:
        """In a window of another height other lines have room."""
        super().on_resize()
        self.draw()
        self.call_after_refresh(self._in_sight)

    def _in_sight(self) -> None:
        """What one stands on is seen."""
        if isinstance(self.focused, Choices):
            self.focused.scroll_to_highlight()
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    @on(Canvas.Resized)
    def refitted(self) -> None:
        """Draw in the new size."""
        self.draw()

    def draw(self) -> None:
        """What is said around the blanks."""
        try:
            about = self.query_one("#form-about", Canvas)
        except NoMatches:
            return
        width = about.scrollable_content_region.width
        if width < 1:
            return
        key = self._form.blanks[self._at].key
        room = self.size.height - _BESIDE
        said = said_under(self._form, key, self._said, width, room - _FEWEST)
        room -= max(1, len(said))
        told = about_lines(self._form, width, room - _FEWEST)
        about.styles.height = len(told)
        self.about_drawing = Drawing(lines=told)
        self.query_one("#form-said", Canvas).styles.height = max(1, len(said))
        room -= len(told)
        self.query_one("#form-blanks").styles.max_height = max(1, min(_MOST_BLANKS, room))
        for listed in self.query(Choices):
            listed.styles.max_height = max(1, min(_MOST_CHOICES, room))
        self.said_drawing = Drawing(lines=said)
        self.keys_drawing = Drawing(lines=(clip(keys_line(busy=self._busy), width),))

    def tell(self, words: str) -> None:
        """Why it could not be written."""
        self._say(f"not written: {words}")

    def _say(self, words: str) -> None:
        self._said = words
        self.draw()

    @on(DescendantFocus)
    def moved(self) -> None:
        """Another blank."""
        self.draw()
        self.see_room()

    @on(Input.Changed)
    def typed(self) -> None:
        """What was wrong may be right now."""
        self._warned = False
        if self._said:
            self._say("")

    # -- doing

    def action_by(self, by: int) -> None:
        """The next blank, or the one before; in a list the next choice."""
        if isinstance(self.focused, OptionList):
            (self.focused.action_cursor_down if by > 0 else self.focused.action_cursor_up)()
        else:
            self._go(self._at + by)

    def _go(self, number: int) -> None:
        self.set_focus(self._widget(max(0, min(number, len(self._form.blanks) - 1))))

    @on(OptionList.OptionSelected)
    def action_enter(self) -> None:
        """The next blank; after the last one, write."""
        if self._at + 1 < len(self._form.blanks):
            self._go(self._at + 1)
        else:
            self.action_send()

    @on(Canvas.Asked)
    def clicked(self, message: Canvas.Asked) -> None:
        """A click on a key does what the key does."""
        {"next": self.action_enter, "send": self.action_send, "cancel": self.action_cancel}[message.action]()

    def action_send(self, after: int = 0) -> None:
        """Write it, or go to what will not do: once each blank, from that number on, has taken what was typed before."""
        if after < len(self._form.blanks):
            self._widget(after).call_later(self.action_send, after + 1)
        else:
            self._send_now()

    def _send_now(self) -> None:
        if self._busy:
            return
        values = self.values()
        fault = self._form.first_fault(values)
        if fault is not None:
            key, words = fault
            self.set_focus(self._widget(next(n for n, blank in enumerate(self._form.blanks) if blank.key == key)))
            self._say(words)
            return
        self._busy = True
        self._say("")
        self._write(values)

    @work(thread=True, group="writing")
    def _write(self, values: Mapping[str, str]) -> None:
        outcome = self._send(values)
        told = self._desk.explained(outcome)
        self.app.call_from_thread(self._sent, outcome, told)

    def _sent(self, outcome: Answer, told: str) -> None:
        self._busy = False
        if self not in self.app.screen_stack:  # the program is ending
            return
        self.draw()
        if isinstance(outcome, Made):
            self.dismiss(outcome)
        elif self._clash is None or not self._clash(self, outcome):
            self.tell(told)

    def unfinished(self) -> str:
        """What was typed and is not written, a line for each blank; empty where nothing was."""
        if not self.query(Input) or all(
            widget.value == blank.shown
            for number, blank in enumerate(self._form.blanks)
            if isinstance(widget := self._widget(number), Input)
        ):
            return ""
        lines = [f"{key}: {words}" for key, words in self.values().items()]
        return "\n".join(
            [self._form.title, *("".join(part.text for part in line) for line in self._form.about), *lines, ""]
        )

    def leave(self) -> None:
        """Close it with nothing written."""
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Leave; where something was typed, only when asked twice; not while it is being written."""
        if self._busy:
            self._say("it is being written: a moment")
        elif self.unfinished() and not self._warned:
            self._say("nothing of this is written yet: Esc again leaves it")
            self._warned = True
        else:
            self.leave()
