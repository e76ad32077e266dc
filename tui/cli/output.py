"""The two streams: stdout carries data and nothing else, stderr carries messages. Nothing else writes."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from io import StringIO, TextIOBase, TextIOWrapper
from typing import Any, TextIO

from tui.errors import RashomonError, UsageError
from tui.view.safety import escape_json, safe


class OutputError(UsageError):
    """Stdout does not take what is written: a full disk, or it is closed."""


class _Closed(TextIOBase):
    """Stands for a stdout that whoever called closed (`>&-`); nothing can be written to it."""

    encoding = "utf-8"

    def write(self, text: str, /) -> int:
        """Raise as a closed file of the system does."""
        raise OSError(errno.EBADF, "standard output is closed")


def stand_in() -> None:
    """Put something in the place of standard streams that are closed, so that nobody meets None there.

    Their numbers are taken first: a file opened later must not become what somebody believes to be stdout.
    """
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    number = os.open(os.devnull, os.O_RDWR)
    while number < _FIRST_FREE:
        number = os.open(os.devnull, os.O_RDWR)
    os.close(number)
    sys.stdin = sys.stdin or StringIO()
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or StringIO()


_FIRST_FREE = 3
"""Number of the first file that is no standard stream."""


PIPE_WIDTH = 100
"""Columns of text that goes to a file or a pipe, where nobody's terminal says how wide it is."""
PROSE_WIDTH = 100
"""Columns of prose on a wide terminal: longer lines are hard to read and break in an e-mail."""


def put_lines(lines: Iterable[str]) -> None:
    """Write lines of plain text to stdout; nothing in them is obeyed by a terminal."""
    for line in lines:
        _write(safe(line) + "\n")


class Script(StrEnum):
    """What the lines of a data format are, and so what becomes of control characters in them."""

    JSON = "json"
    """They become escapes, which mean the same."""
    TEXT = "text"
    """They become visible signs."""
    EXACT = "exact"
    """They are data and stay; on a terminal, where they would be obeyed, they become visible signs."""


def put_data(lines: Iterable[str], script: Script) -> None:
    """Write lines of a data format to stdout, in UTF-8 whatever the locale."""
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8" and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    harmless: Callable[[str], str] = escape_json if script is Script.JSON else safe
    if script is Script.EXACT and not sys.stdout.isatty():
        harmless = str
    for line in lines:
        _write(harmless(line) + "\n")


def put_json(value: object, *, compact: bool = False) -> None:
    """Write one JSON document to stdout, indented, or on one line when `compact`."""
    _write(encode(value, indent=None if compact else 2) + "\n")


def put_json_stream(head: dict[str, Any], name: str, items: Iterable[Any]) -> None:
    """Write an object whose last key holds a long list, one item a line, without holding the list."""
    opening = encode(head, indent=None)[:-1]
    _write(f'{opening}{", " if head else ""}"{name}": [')
    separator = "\n"
    for item in items:
        _write(separator + encode(item, indent=None))
        separator = ",\n"
    _write("]}\n")


def finish() -> None:
    """Hand everything over to stdout. Raises `UsageError` when it cannot take it, `BrokenPipeError` when nobody reads."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise _full(fault) from fault


def discard() -> None:
    """Point stdout at nothing, so that the interpreter's last flush does not complain about what could not be written."""
    if isinstance(sys.stdout, _Closed):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def encode(value: object, *, indent: int | None) -> str:
    """JSON as this stdout can carry it: other letters than ASCII only in UTF-8, harmful characters always escaped."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    return escape_json(json.dumps(value, ensure_ascii=plain, indent=indent, allow_nan=False))


def say(message: str) -> None:
    """Write one message to stderr."""
    sys.stderr.write(f"rashomon: {safe(message)}\n")


def ask(question: str) -> str | None:
    """Put a question on stderr and return the line that is typed; None where nobody is there to type one."""
    sys.stderr.write(f"rashomon: {safe(question)}")
    sys.stderr.flush()
    return sys.stdin.readline() or None


def complain(fault: RashomonError) -> None:
    """Write what makes it impossible to go on to stderr, with its hint on a second line."""
    say(fault.message)
    if fault.hint:
        sys.stderr.write(f"          {safe(fault.hint)}\n")


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise _full(fault) from fault


def _full(fault: OSError) -> OutputError:
    return OutputError(f"cannot write the output: {fault.strerror}")


def text_width() -> int:
    """Columns that text may take: those of the terminal stdout is, at least 40; of a pipe, `PIPE_WIDTH`."""
    return max(40, shutil.get_terminal_size().columns) if sys.stdout.isatty() else PIPE_WIDTH


def make_encodable(stream: TextIO) -> None:
    """Let a stream that cannot carry a letter write its escape instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
