"""The JSON objects of `rashomon check --suggest`. Decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.view.contract import JsonObject

if TYPE_CHECKING:
    from tui.core.suggestions import Alias, Suggestion


def suggestion_object(suggestion: Suggestion) -> JsonObject:
    """Lines to paste under one table, or a new table; `line` is null for a new one."""
    return {
        "file": suggestion.position.file,
        "line": suggestion.position.line,
        "table": suggestion.table,
        "id": suggestion.id,
        "name": suggestion.name,
        "new": suggestion.new,
        "replaces": suggestion.replaces,
        "paste": "\n".join(suggestion.lines),
        "aliases": [alias_object(alias) for alias in suggestion.aliases],
    }


def alias_object(alias: Alias) -> JsonObject:
    """One name that may belong to the table, and why."""
    return {
        "name": alias.name,
        "count": alias.count,
        "file": alias.position.file,
        "line": alias.position.line,
        "like": alias.like,
        "score": alias.score,
        "rule": alias.rule,
        "others": list(alias.others),
    }
