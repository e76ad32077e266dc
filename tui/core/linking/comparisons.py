"""Scored pairs: every account against its candidates, the sum of its weights, and where the line lies that makes a link.

How often a pair tells of one event differs from dossier to dossier (three reports an event here, thirty there). It is
found without labels: the share of true pairs is the one at which the pairs' own probabilities add up to it (expectation
maximisation of one number; Saerens, Latinne and Decaestecker 2002).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.core.linking.corpora import Corpus, Profile
from tui.core.linking.evidence import BEST, EVIDENCE
from tui.core.linking.weights import Table, chance, odds, weight

Measures = tuple[float | None, ...]
"""One per row of `EVIDENCE`, then that of `BEST`."""
KEYS = tuple(row.key for row in (*EVIDENCE, BEST))
_ROUNDS = 60
_FEWEST = 1e-4
"""No dossier is taken to hold a smaller share of true pairs."""
_WITHIN = 1e-4


class Comparison(NamedTuple):
    """Two accounts, by their numbers in the corpus (a < b), with what lies between them."""

    a: int
    b: int
    measures: Measures
    score: float
    """Bits: exactly the sum of the weights."""


def compared(corpus: Corpus, table: Table) -> list[Comparison]:
    """Every account against its candidates, each pair once, in order of their numbers."""
    numbers = sorted(
        {
            (number, other) if number < other else (other, number)
            for number, profile in enumerate(corpus.profiles)
            for other in corpus.candidates(profile, beside=number)
        }
    )
    first = [
        Comparison(a, b, found, scored(found, table))
        for a, b in numbers
        for found in (measured(corpus, corpus.profiles[a], corpus.profiles[b]),)
    ]
    return against_others(first, table)


def compared_with(corpus: Corpus, profile: Profile, table: Table) -> list[Comparison]:
    """One account from outside (number -1) against its candidates in the corpus, likeliest first."""
    first = [
        Comparison(-1, other, found, scored(found, table))
        for other in corpus.candidates(profile)
        for found in (measured(corpus, profile, corpus.profiles[other]),)
    ]
    return sorted(against_others(first, table), key=lambda pair: (-pair.score, pair.b))


def measured(corpus: Corpus, a: Profile, b: Profile) -> Measures:
    """What lies between two accounts, but for what lies between them and others."""
    return tuple([row.measure(corpus, a, b) for row in EVIDENCE])


def scored(measures: Iterable[float | None], table: Table) -> float:
    """The sum of the weights; what is not said weighs nothing."""
    total = 0.0
    for key, found in zip(KEYS, measures, strict=False):
        if found is not None:
            total += weight(table[key], found)
    return total


def against_others(pairs: Sequence[Comparison], table: Table) -> list[Comparison]:
    """The pairs with the evidence of the others added: whether one of the two has a likelier partner."""
    best: dict[int, float] = {}
    for pair in pairs:
        for number in (pair.a, pair.b):
            if pair.score > best.get(number, -1e9):
                best[number] = pair.score
    row, found = table[BEST.key], []
    for pair in pairs:
        behind = max(best[pair.a], best[pair.b]) - pair.score
        found.append(Comparison(pair.a, pair.b, (*pair.measures, behind), pair.score + weight(row, behind)))
    return found


def line(scores: Sequence[float]) -> float:
    """The score at which a pair is as likely as not to tell of one event, from how the scores of all pairs lie."""
    if not scores:
        return 0.0
    counts: dict[float, int] = {}
    for score in scores:
        counts[score] = counts.get(score, 0) + 1
    share = 0.05
    for _ in range(_ROUNDS):
        prior = odds(share)
        found = sum([count * chance(score + prior) for score, count in counts.items()]) / len(scores)
        found = min(max(found, _FEWEST), 1 - _FEWEST)
        if abs(found - share) < _WITHIN * share:
            break
        share = found
    return -odds(share)
