"""How the explorer ends when the system ends it or the terminal goes away, whatever it is waiting for at that moment."""

from __future__ import annotations

import contextlib
import os
import signal
import termios
import threading
from collections.abc import Callable
from types import FrameType

from textual.driver import Driver

_INPUT, _OUTPUT = 0, 2
"""Where Textual reads and writes."""
PATIENCE = 1.5
"""Seconds for leaving in order."""
_LAST = 0.5
"""Seconds for giving the terminal back after that."""
_AS_BEFORE = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""What the driver writes at its end: paste, wrap, sizes, mouse, keys, screen, cursor and focus as before."""


class Ending:
    """Leaves in order where that is possible, and after `PATIENCE` in any case.

    Python's own signal handlers are used, not those of the event loop: the loop may be waiting for a terminal that
    will never take another byte.
    """

    def __init__(self, driver: Driver | None, code: int) -> None:
        """`code` is the exit code where the terminal is gone."""
        self._attributes = getattr(driver, "attrs_before", None)
        self._code = code
        self._begun = False

    def on_signal(self, number: signal.Signals, code: int, leave: Callable[[], object]) -> None:
        """Call `leave` when the signal comes; the second signal does not wait."""

        def ended(_: int, __: FrameType | None) -> None:
            again = self._begun
            self.begin(code)
            if again:
                self._abandon(code)
            with contextlib.suppress(RuntimeError):  # the loop is closed: leaving has begun
                leave()

        signal.signal(number, ended)

    def on_lost_terminal(self) -> None:
        """Leave when the thread that writes to the terminal cannot: nothing else would notice, and all would wait for it."""
        usual = threading.excepthook

        def died(args: threading.ExceptHookArgs) -> None:
            if isinstance(args.exc_value, OSError) and getattr(args.thread, "name", "") == "textual-output":
                self.begin(self._code)
            else:
                usual(args)

        threading.excepthook = died

    def begin(self, code: int) -> None:
        """From now on there is `PATIENCE` to leave in order."""
        if not self._begun:
            self._begun = True
            _after(PATIENCE, lambda: self._abandon(code))

    def _abandon(self, code: int) -> None:
        """Give the terminal back as far as it takes anything, and leave."""
        _after(_LAST, lambda: os._exit(code))
        with contextlib.suppress(OSError, termios.error):
            if self._attributes is not None:
                termios.tcsetattr(_INPUT, termios.TCSANOW, self._attributes)
            os.write(_OUTPUT, _AS_BEFORE)
        os._exit(code)


def terminal_is_gone() -> bool:
    """Whether the terminal one was started in is no more."""
    try:
        termios.tcgetattr(_INPUT)
    except termios.error:
        return True
    return False


def _after(seconds: float, do: Callable[[], None]) -> None:
    """Do it in a thread that keeps nobody waiting; at once where no thread can be started any more."""
    timer = threading.Timer(seconds, do)
    timer.daemon = True
    try:
        timer.start()
    except RuntimeError:
        do()
