"""Names that the name reader puts to the analyst, as a list to pick from: each may be another name of somebody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.core.values import dataclass
from tui.view.claims import counted
from tui.view.picking import Entry

if TYPE_CHECKING:
    from tui.core.suggestions import Alias, Suggestion


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: is this another name of that?"""

    suggestion: Suggestion
    alias: Alias


def asks_of(suggestions: Sequence[Suggestion]) -> tuple[Ask, ...]:
    """Every question, likelier ones first."""
    every = [Ask(suggestion, alias) for suggestion in suggestions for alias in suggestion.aliases]
    return tuple(sorted(every, key=lambda ask: -ask.alias.score))


def entries(asks: Sequence[Ask]) -> tuple[Entry, ...]:
    """A line for each; picking one gives its number."""
    return tuple(
        Entry(
            str(number),
            f"{ask.alias.name} = {ask.suggestion.name}?",
            f"{ask.suggestion.table}, {ask.alias.score:.2f}, {counted(ask.alias.count, 'mention')}",
        )
        for number, ask in enumerate(asks)
    )
