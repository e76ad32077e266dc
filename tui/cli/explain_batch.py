"""`rashomon explain … --batch`: one JSON object in, one out, line by line and in order, whatever a line holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace

from tui.cli.asks import Ask, answer_of
from tui.cli.exits import Exit
from tui.cli.output import put_json
from tui.errors import UsageError
from tui.files.spelling import nearest

_OPTIONS = ("published", "timezone", "source_timezone", "kind")


def run_batch(subject: str, default: Ask) -> Exit:
    """Answer every line of stdin; a line that cannot be answered gets an object with the one key `error`."""
    for number, line in enumerate(_lines(), start=1):
        try:
            shown = answer_of(subject, _asks(_parsed(line), default)).shown
        except UsageError as fault:
            shown = {"error": f"line {number}: {fault.message}"}
        put_json(shown, compact=True)
        sys.stdout.flush()
    return Exit.DONE


def _lines() -> Iterator[str]:
    """Lines of stdin as UTF-8, whatever the locale; what is no UTF-8 fails as JSON, not here."""
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:
        yield from sys.stdin
        return
    for line in raw:
        yield line.decode("utf-8", errors="surrogateescape")


def _parsed(line: str) -> dict[str, object]:
    try:
        parsed = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as fault:
        raise UsageError(f"not JSON: {fault}") from fault
    if not isinstance(parsed, dict):
        raise UsageError("not a JSON object")
    return parsed


def _asks(item: dict[str, object], default: Ask) -> list[Ask]:
    common = _with_options(item, default)
    _check_keys(item, ("text",) if "text" in item else ("a", "b"))
    if "text" in item:
        return [common.of(_text(item["text"], "text"))]
    missing = [key for key in ("a", "b") if key not in item]
    if missing:
        raise UsageError(f'neither "text" nor both of "a" and "b": {missing[0]} is missing')
    return [_side(item[key], key, common) for key in ("a", "b")]


def _side(side: object, key: str, common: Ask) -> Ask:
    if isinstance(side, dict):
        _check_keys(side, ("text",), f"{key}.")
        return _with_options(side, common).of(_text(side.get("text"), f"{key}.text"))
    return common.of(_text(side, key))


def _check_keys(item: dict[str, object], texts: tuple[str, ...], path: str = "") -> None:
    """Refuse what nothing would read: an answer must not hang on a key that was misspelt."""
    known = (*texts, *_OPTIONS)
    for key in item:
        if key not in known:
            near = nearest(key, known)
            told = f"; did you mean {near}?" if near else f"; the keys are {', '.join(known)}"
            raise UsageError(f"there is no key {path}{key}{told}")


def _with_options(item: dict[str, object], ask: Ask) -> Ask:
    for name in _OPTIONS:
        value = item.get(name)
        if value is None:
            continue
        if not isinstance(value, str):
            raise UsageError(f"{name} is not a string")
        ask = replace(ask, **{name: value})
    return ask


def _text(value: object, key: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise UsageError(f"{key} is not a string")
