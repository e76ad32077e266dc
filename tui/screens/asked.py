"""What a screen asks of the app, as messages: another view, the editor, the browser, to read the files again."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message


class EditAsked(Message):
    """A file is to be opened in the editor at a line, and the dossier reloaded afterwards."""

    def __init__(self, file: str, line: int | None) -> None:
        super().__init__()
        self.file = file
        self.line = line


class AddressAsked(Message):
    """An address is to be opened in a browser: one of the web, and of nothing else."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address


class Reread(Message):
    """The files were written: the dossier is to be read again."""


class ViewAsked(Message):
    """Another view is wanted; the screens above the timeline go first. `then` is called on the timeline."""

    def __init__(self, view: str, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.view = view
        self.then = then


class BeneathAsked(Message):
    """The timeline beneath is to do something, from where one is in the view over it, which shows what comes of it."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class CaughtUp(Message):
    """What a view kept until its list was there is done: behind this, keys that came since are heard. `then` is called once the
    app, which what was done may ask for another view, has come to it."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self.then = then
