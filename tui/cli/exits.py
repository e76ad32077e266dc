"""What the exit status of `rashomon` means, the same for every command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes (contract.md, "Commands")."""

    DONE = 0
    """The command did what was asked."""
    FINDINGS = 1
    """It did, and found something: problems in files, discrepancies asked about, a text that is not understood."""
    USAGE = 2
    """Wrong usage, or a PATH that cannot be opened or holds no file that can."""
    CRASHED = 70
    """A mistake of the program itself: no answer, and none to be taken for one (`EX_SOFTWARE` of sysexits.h)."""
    INTERRUPTED = 130
    """Stopped with ctrl+c."""
