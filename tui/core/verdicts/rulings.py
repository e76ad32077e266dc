"""Whether an analyst's ruling on a discrepancy still stands. Source: issue 4's "Rulings", contract.md `[[ruling]]`.

A ruling stands while every value it saw is still what it was and no reading has come that it did not see.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.core.judgements import Reading
from tui.core.model import Report, Ruling
from tui.core.names import fold
from tui.core.verdicts.claims import Claim, words_of
from tui.core.verdicts.context import Context


class Standing(NamedTuple):
    """The rulings that speak of a field, and whether one of them closes it."""

    numbers: tuple[int, ...]
    """Indices into the dossier's rulings."""
    closes: bool


def seen_in(field: str, readings: Sequence[Reading], reports: Sequence[Report]) -> tuple[tuple[str, str], ...]:
    """What a ruling on the field sees now: (report id, its words) of every reading, superseded ones too."""
    known = {report.id: report for report in reports}
    return tuple(
        (name, words_of(known[name], field)) for reading in readings for name in reading.reports if name in known
    )


def since(ruling: Ruling, readings: Sequence[Reading]) -> tuple[str, ...]:
    """What has changed in the field since it was ruled on, a few words each; nothing where the ruling saw all of it."""
    seen = dict(ruling.seen)
    told = []
    for name, words in ruling.seen:
        reading = next((each for each in readings if name in each.reports), None)
        if reading is None:
            told.append(f'{name} no longer says "{words}"')
        elif fold(words) not in {fold(each) for each in (*reading.as_written, reading.value)}:
            told.append(f'{name} says "{" / ".join(reading.as_written)}" instead of "{words}"')
    new = [each for each in readings if seen and seen.keys().isdisjoint(each.reports)]
    told += [f'"{each.value}" is new ({", ".join(each.reports)})' for each in new]
    return tuple(told)


def standing(event: str, field: str, claims: Sequence[Claim], context: Context) -> Standing:
    """Which rulings speak of the field of the event, and whether one still holds."""
    numbers = context.rulings.get((event, field), ())
    return Standing(numbers, any(_holds(dict(context.dossier.rulings[number].seen), claims) for number in numbers))


def _holds(seen: dict[str, str], claims: Sequence[Claim]) -> bool:
    if not seen:
        return True
    for claim in claims:
        if claim.report.id in seen and fold(seen[claim.report.id]) not in (fold(claim.words), fold(claim.value.text)):
            return False
    known = {claim.value.key for claim in claims if claim.report.id in seen}
    return all(claim.value.key in known for claim in claims) and seen.keys() <= {claim.report.id for claim in claims}
