"""Writing what the filter leaves to a file: pick a format, name the file. What the formats are, the command line says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from textual import work

from tui.core.filters import Filter
from tui.core.progress import Listener, Watch
from tui.core.values import dataclass
from tui.errors import Cancelled, RashomonError
from tui.index.store import Store
from tui.screens.base import ExplorerScreen
from tui.screens.picker import PickerScreen
from tui.screens.prompt import PromptScreen
from tui.screens.writing_file import FileWriting, WritingScreen
from tui.view.picking import Entry
from tui.view.state import TimelineState
from tui.view.waiting import PATIENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A format one can pick."""

    name: str
    help: str
    ending: str
    """Of the file, without a dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exports:
    """The formats there are, and how one is written."""

    offers: tuple[Offer, ...]
    stem: str
    """How a file is called unless one says otherwise, without its ending."""
    write: Callable[[str, str, Store, Filter, Watch], Sequence[str]]
    """Writes a format to a file and returns what is to be told. Raises `RashomonError`, `Cancelled`. Called in a thread."""


class Exporting(ExplorerScreen):
    """The part of the timeline screen that writes files for others."""

    state: TimelineState
    _writing: FileWriting | None = None
    """What was written last, or is being written."""

    @property
    def _exports(self) -> Exports | None:
        return self.session.exports() if self.session.exports is not None else None

    def do_export(self) -> None:
        """Pick a format."""
        exports = self._exports
        if exports is None:
            self.say("nothing can be exported from here; `rashomon export` does it")
            return
        entries = tuple(Entry(offer.name, offer.name, offer.help) for offer in exports.offers)
        hint = f"{self.state.rows.count:,} of {self.scene.rows_words}  Enter  Esc"
        self.app.push_screen(PickerScreen("Export", lambda: entries, self.scene, hint=hint), self._name_file)

    def _name_file(self, picked: str | None) -> None:
        exports = self._exports
        offer = next((each for each in exports.offers if each.name == picked), None) if exports is not None else None
        if exports is not None and offer is not None:
            file = f"{exports.stem}.{offer.ending}"
            ask = PromptScreen(f"write {offer.name} to", file, "a file that is not there yet")
            self.app.push_screen(ask, partial(self._export, offer.name))

    def _export(self, name: str, file: str | None) -> None:
        if not file or not file.strip():
            return
        path = Path(file.strip()).expanduser()
        if path.exists():
            self.say(f"{path} is there already; nothing is written")
            return
        if self._writing is not None and self._writing.worker.is_running:
            self.say(f"{self._writing.path} is still being written")
            return
        self.say(f"writing {path} …")
        listener = Listener()
        worker = self._write(name, str(path), self.store, self.state.keep, listener)
        self._writing = FileWriting(str(path), listener, worker)
        self.set_timer(PATIENCE, partial(self._show_progress, self._writing))

    def _show_progress(self, writing: FileWriting) -> None:
        """What takes longer shows how far it is; where another view was opened meanwhile it goes on unseen."""
        if writing.worker.is_running and self.app.screen is self:
            self.app.push_screen(WritingScreen(writing))

    @work(thread=True, group="export")
    def _write(self, name: str, path: str, store: Store, keep: Filter, listener: Listener) -> None:
        exports = self._exports
        if exports is None:
            return
        try:
            told = " · ".join((f"written: {path}", *exports.write(name, path, store, keep, listener)))
        except Cancelled:
            told = f"ended; {path} is not written"
        except RashomonError as error:
            told = f"{error.message}; nothing is written"
        self.app.call_from_thread(self.say, told)

    def on_unmount(self) -> None:
        """Nobody waits any more: half a file is none."""
        if self._writing is not None:
            self._writing.listener.stop()
