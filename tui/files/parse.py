"""From the bytes of a file to parsed TOML, or to the one problem that stops it. What the TOML means is not known here."""

from __future__ import annotations

from typing import Any

import tomli

from tui.core.problems import Problem
from tui.files.complaints import cut, problem

_IN_OUR_WORDS = (
    ("Expected newline or end of document", "something stands behind the value that does not belong to it"),
    ("Expected '='", "a key without an equals sign"),
    ("Invalid statement", "neither a key nor a table begins so"),
    ("Invalid value", "this is no value; texts stand in quotes"),
    ("Cannot overwrite a value", "the key was given before"),
    ("Cannot declare", "the table was opened before"),
    ("Cannot redefine", "the table was opened before"),
    ("Cannot mutate", "a list or inline table cannot be added to"),
    ("Duplicate inline table key", "the key was given before in these braces"),
    ("Expected ']", "the brackets of the table's name do not close"),
    ("Unclosed array", "the list does not close"),
    ("Unclosed inline table", "the braces do not close"),
    ("Unterminated string", "the quotes do not close"),
    ("Unescaped", "a backslash that stands for nothing; write two, or use single quotes"),
    ("Invalid hex", "a backslash code that is not complete"),
    ("Escaped character", "a backslash code for a character that does not exist"),
    ("Illegal character", "a control character, or a line that ends inside quotes"),
    ("Found invalid character", "a control character"),
    ("Invalid date", "a date or time that does not exist"),
    ("Invalid initial character", "a key cannot begin so"),
    ("Expected ", "something is missing here"),
)
"""How the parser's messages begin, and what they mean to the person who wrote the file."""


def parse(data: bytes | str, file: str) -> tuple[str, dict[str, Any], Problem | None]:
    """The text with bare newlines and no byte order mark, what it parses to, and the problem if it does not."""
    if isinstance(data, bytes):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            return "", {}, _not_utf8(data, error, file)
    else:
        text = data
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    try:
        return text, tomli.loads(text), None
    except tomli.TOMLDecodeError as error:
        return text, {}, _bad_toml(error, text, file)
    except RecursionError:
        return (
            text,
            {},
            problem(file, "bad-toml", "the file is no TOML that can be read: brackets or keys nested too deeply"),
        )
    except ValueError:
        return (
            text,
            {},
            problem(file, "bad-toml", "the file is no TOML that can be read: a number or date too large to hold"),
        )


def _not_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    return problem(
        file,
        "not-utf8",
        f"the file is not UTF-8: byte 0x{data[error.start]:02X}",
        line=line,
        column=error.start - data.rfind(b"\n", 0, error.start),
        found=f"byte 0x{data[error.start]:02X}",
        expected="text saved as UTF-8",
    )


def _bad_toml(error: tomli.TOMLDecodeError, text: str, file: str) -> Problem:
    meaning = next((ours for theirs, ours in _IN_OUR_WORDS if error.msg.startswith(theirs)), "this cannot be read")
    at_end = error.pos >= len(text)
    start = text.rfind("\n", 0, error.pos) + 1
    stop = text.find("\n", error.pos)
    line_text = text[start : len(text) if stop < 0 else stop].strip()
    return problem(
        file,
        "bad-toml",
        f"the file is no TOML: {meaning}" + (", up to the end of the file" if at_end else f": {cut(line_text)}"),
        line=error.lineno,
        column=error.colno,
        found=line_text or None,
    )
