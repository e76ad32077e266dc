"""The end of the explorer, however it comes: asked for, by a signal, with a lost terminal, in a crash. What is remembered is kept."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from tui.app.tidying import Tidying
from tui.core.progress import Listener
from tui.view.safety import safe

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tui.files.remembering import Shelf
    from tui.screens.desk import Desk
    from tui.screens.memories import Keeper
    from tui.view.memory import Memory
    from tui.widgets.endings import Ending

REMEMBERED_EVERY = 2.0
"""Seconds: what a kill may take from the memory."""
INTERRUPTED = 130
TERMINATED = 143


class Leaving(Tidying):
    """The part of the app that remembers, and ends. Its result is the exit code."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "leave", show=False, priority=True),
        Binding("ctrl+q", "interrupt", "leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, priority=True),
    ]
    _listener: Listener
    _desk: Desk | None = None
    _shelf: Callable[[], Shelf] | None = None
    _keeper: Keeper | None = None

    def __init__(self) -> None:
        super().__init__()
        self.last_words: tuple[str, ...] = ()
        """What is to be said of a crash, when the terminal is a terminal again."""

    # -- signals, and the terminal

    def on_mount(self) -> None:
        """Hear the signals."""
        if self.is_headless or sys.platform == "win32":
            return
        from tui.widgets.endings import Ending  # noqa: PLC0415  (there is no such terminal on Windows)

        ending, soon = Ending(self._driver, TERMINATED), asyncio.get_running_loop().call_soon_threadsafe
        ending.on_signal(signal.SIGINT, INTERRUPTED, partial(soon, self.action_interrupt))
        for number in (signal.SIGTERM, signal.SIGHUP):
            ending.on_signal(number, TERMINATED, partial(soon, self._terminated))
        ending.on_lost_terminal()
        if not self.is_web:
            self.set_interval(1, partial(self._look_for_terminal, ending))

    def _look_for_terminal(self, ending: Ending) -> None:
        from tui.widgets.endings import terminal_is_gone  # noqa: PLC0415  (there is no such terminal on Windows)

        if terminal_is_gone():
            ending.begin(TERMINATED)
            self._terminated()

    def _terminated(self) -> None:
        self._listener.stop()
        self.exit(TERMINATED)

    def action_interrupt(self) -> None:
        """Leave at once."""
        self._listener.stop()
        self.exit(INTERRUPTED)

    # -- a crash

    def _fatal_error(self) -> None:
        """Leave after an unexpected error: details go to a file, what was typed and marked is kept, few words are shown."""
        from tui.files.crashes import kept  # noqa: PLC0415  (asked for only in a crash)

        if not self.last_words:  # what breaks after the first break follows from it
            error = getattr(self._exception, "error", self._exception) or RuntimeError()
            crash = kept(error, {"views": _even_so(self._views), "TERM": os.environ.get("TERM", "")})
            self.last_words = (*crash.words, _even_so(self._unfinished))
            _even_so(self._remember_at_end)
        self._close_messages_no_wait()

    def _views(self) -> str:
        views = " > ".join(type(standing).__name__ for standing in self.screen_stack)
        return f"{views} at {self.size.width}x{self.size.height}"

    # -- what is remembered

    def remember_from_now_on(self) -> None:
        """Every change of where one is, and what one marked, is written down."""
        if self._shelf is not None:
            self.set_interval(REMEMBERED_EVERY, self._remember)

    def _memory(self) -> Memory | None:
        """What to remember when one leaves now."""
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415  (screens load after the first paint)

        views = [standing for standing in self.screen_stack if isinstance(standing, ExplorerScreen)]
        for standing in views:
            if isinstance(standing, TimelineScreen) and standing.is_mounted:
                return standing.remembered(views[-1].situation().view, views[-1].leaving(), views[-1].place())
        return None

    def _remember(self) -> None:
        memory = self._memory()
        if memory is not None and self._keeper is not None and memory != self._keeper.memory:
            self._write_down(self._keeper, memory)

    @work(thread=True, group="remembering")
    def _write_down(self, keeper: Keeper, memory: Memory) -> None:
        told = keeper.keep(memory)
        if told:
            self.call_from_thread(
                self.notify, f"what you mark is not remembered: {told}", severity="warning", markup=False
            )

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, and remember where one was."""
        self._remember_at_end()
        super().exit(result, return_code, message or self._unfinished() or None)

    def _remember_at_end(self) -> str:
        memory = self._memory()
        return self._keeper.keep(memory) if memory is not None and self._keeper is not None else ""

    def _unfinished(self) -> str:
        """Keep what stands in a form that was not written; where it is kept, in words."""
        from tui.screens.form import FormScreen  # noqa: PLC0415  (screens load after the first paint)

        if self._desk is None:
            return ""
        typed = [
            words
            for standing in self.screen_stack
            if isinstance(standing, FormScreen) and (words := standing.unfinished())
        ]
        kept = [safe(path) for path in map(self._desk.keep, typed) if path]
        return f"what you had typed is kept in {', '.join(kept)}" if kept else ""


def _even_so(work: Callable[[], str]) -> str:
    """What a piece of work says; nothing where it fails, because what broke the explorer may have broken that, too."""
    try:
        return work()
    except Exception:  # noqa: BLE001 - on the way out after a crash nothing may raise
        return ""
