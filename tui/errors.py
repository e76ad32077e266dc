"""What makes it impossible to go on. Bad data never raises these: a fault in a file is a `tui.core.problems.Problem`."""

from __future__ import annotations


class RashomonError(Exception):
    """Cannot go on: one line that says what happened, and a hint what to do."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What happened, one sentence without a full stop."""
        self.hint = hint
        """What to do about it; empty when there is nothing to advise."""


class UsageError(RashomonError):
    """The command line asks for something that does not exist or does not fit together (exit code 2)."""


class CannotOpen(RashomonError):
    """A PATH that cannot be opened, or holds no dossier file that can (exit code 2)."""


class Cancelled(RashomonError):
    """The user ended long work; nothing is wrong."""
