"""JSON documents and JSON Lines of other tools, read with the same limits and messages as tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tui.errors import CannotOpen, UsageError
from tui.files.importers.accounts import Account
from tui.files.importers.sheets import likely
from tui.files.importers.streams import document, lines
from tui.files.walk import shown_path


def whole(path: str) -> object:
    """The value of a JSON document. Raises `CannotOpen`."""
    shown = shown_path(Path(path))
    held = document(path)
    if not held.strip():
        raise CannotOpen(f"{shown} is empty")
    try:
        value: object = json.loads(held)
    except json.JSONDecodeError as error:
        near = likely([name.strip('" ').casefold() for name in held[:4096].partition("\n")[0].split(",")])
        hint = f"it looks like {near}: rashomon import {near} …" if near else ""
        raise CannotOpen(f"{shown} is no JSON: line {error.lineno}, {error.msg.casefold()}", hint=hint) from error
    except RecursionError as error:
        raise CannotOpen(f"{shown} is no JSON that can be read: it nests too deep") from error
    return value


def members(value: object) -> list[dict[str, Any]]:
    """The objects of a list, or of a table by id."""
    if isinstance(value, Mapping):
        value = [{"id": key, **member} for key, member in value.items() if isinstance(member, Mapping)]
    return [member for member in value if isinstance(member, dict)] if isinstance(value, list) else []


def each_line(path: str, account: Account) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, object) of JSON Lines; counts what is none. Raises `CannotOpen`."""
    for number, line in enumerate(lines(path), start=1):
        if not line.strip():
            continue
        account.rows += 1
        try:
            value = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield number, value
        else:
            account.skip("no JSON object", number)


def words(value: object) -> str:
    """A member as text; empty for what is no text or number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).encode("utf-8", "replace").decode().split())


def refuse(path: str, kind: str, missing: str, keys: list[str]) -> UsageError:
    """What is raised for a document that is not of the format it is said to be."""
    near = likely(keys)
    hint = f"it looks like {near}: rashomon import {near} …" if near and near != kind else ""
    shown = ", ".join(keys[:6])
    return UsageError(
        f"{shown_path(Path(path))} is not {kind}: {missing}", hint=hint or (f"its keys are {shown}" if shown else "")
    )
