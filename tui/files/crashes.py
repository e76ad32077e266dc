"""What is kept of a mistake of the program itself: a file in the state folder that helps to mend it, and few words to show.

Nothing of it leaves this computer. The file may quote the files that were open, as messages of errors do.
"""

from __future__ import annotations

import os
import platform
import traceback
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tui import __version__
from tui.core.values import dataclass
from tui.files.homes import state_folder
from tui.files.walk import reason, shown_path

KEPT = 20
"""Files kept; older ones go."""
_PACKAGE = Path(__file__).resolve().parents[1]
_SIGNS = {number: f"\\x{number:02x}" for number in (*range(9), *range(11, 32), *range(127, 160))}
"""Control characters, which a terminal must not obey when the file is shown."""


@dataclass(frozen=True, slots=True)
class Crash:
    """A mistake of the program, kept."""

    what: str
    """Kind of error and place: "KeyError in core/names.py, line 12"."""
    where_kept: str
    """ "details are kept in FILE", or why they are not."""

    @property
    def words(self) -> tuple[str, str]:
        """What to say, in two lines."""
        return f"stopped because of a mistake in itself: {self.what}", f"{self.where_kept}; your files are whole"


def kept(error: BaseException, about: Mapping[str, str] | None = None) -> Crash:
    """Write down what happened. `about`: what else was so, a line each. Raises nothing."""
    try:
        file = _written(_details(error, about or {}))
    except OSError as fault:
        return Crash(_what(error), f"details could not be kept in {shown_path(state_folder())}: {reason(fault)}")
    return Crash(_what(error), f"details are kept in {shown_path(file)}")


def _what(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    if not own:
        return type(error).__name__
    return f"{type(error).__name__} in {Path(own[-1].filename).relative_to(_PACKAGE)}, line {own[-1].lineno}"


def _details(error: BaseException, about: Mapping[str, str]) -> str:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    head = {"rashomon": __version__, "python": platform.python_version(), "system": platform.platform(), "at": now}
    lines = [f"{name}: {value}" for name, value in {**head, **about}.items()]
    return "\n".join([*lines, "", *traceback.format_exception(error)]).translate(_SIGNS)


def _written(text: str) -> Path:
    folder = state_folder() / "crashes"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / f"{datetime.now():%Y%m%d-%H%M%S-%f}-{os.getpid()}.txt"
    number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(text)
    with suppress(OSError):
        for old in sorted(folder.glob("*.txt"))[:-KEPT]:
            old.unlink()
    return file
