"""Scored pairs: every account against its candidates, the sum of its weights, and where the line lies that makes a link.

How often a pair tells of one event differs from dossier to dossier (three reports an event here, thirty there). It is
found without labels: the share of true pairs is the one at which the pairs' own probabilities add up to it (expectation
maximisation of one number; Saerens, Latinne and Decaestecker 2002).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from operator import getitem
from typing import NamedTuple

from tui.core.linking.corpora import Corpus, Profile
from tui.core.linking.evidence import EVIDENCE, FARTHEST_AHEAD, OTHERS, Measures, are_brief, measured
from tui.core.linking.weights import Row, Table, chance, odds
from tui.core.progress import Step, Watch, unwatched, watched

KEYS = tuple(row.key for row in (*EVIDENCE, *OTHERS))
OF_TWO = len(EVIDENCE)
"""Measures of what lies between two accounts alone; those after them come from the others."""
CLOSE = 2.0
"""Bits from which two accounts are close enough to ask whether what else is close to the one belongs to the other."""
CLOSEST = 20
"""How many that are close to one account are compared with one another."""
ROOM, ROOM_EACH = 5000, 3
"""Pairs that are compared because a third account is close to both: so many and, in a large dossier, so many for each account.
In news of shootings it takes one for every two accounts; of 2000 texts that are all alike it would be 160 for each."""
UNKNOWN = 0.0
"""Bits of a record that is not known: no record is the only one there is."""
_ROUNDS = 60
_USUAL, _UNSEEN = 0.05, 20
"""The share of true pairs where nothing is known, and how many pairs that is worth: three pairs do not tell what is usual here."""
_FEWEST = 1e-4
"""No dossier is taken to hold a smaller share of true pairs."""
_WITHIN = 1e-4
_A_WORD = 1000
"""Pairs compared between two words of how far it is."""


class Comparison(NamedTuple):
    """Two accounts, by their numbers in the corpus (a < b), with what lies between them."""

    a: int
    b: int
    measures: Measures
    score: float
    """Bits: exactly the sum of the weights."""


def compared(corpus: Corpus, table: Table, watch: Watch = unwatched) -> tuple[list[Comparison], int]:
    """Every account against its candidates, each pair once, in order of their numbers.

    And how many accounts are close to more others than there was room to hold against each other, see `ROOM`.
    """
    numbers = {
        (number, other) if number < other else (other, number)
        for number, profile in enumerate(watched(corpus.profiles, "seeking", corpus.size, watch))
        for other in corpus.candidates(profile, beside=number)
    }
    first = _compared(corpus, watched(sorted(numbers), "comparing", len(numbers), watch, _A_WORD), table)
    more, crowded = _of_one_partner(first, numbers, max(ROOM, ROOM_EACH * corpus.size))
    done = Step("comparing", len(numbers), len(numbers))
    first += _compared(corpus, watched(sorted(more), done.phase, len(more), lambda _: watch(done), _A_WORD), table)
    return against_others(sorted(first), table, corpus.records), crowded


def _compared(corpus: Corpus, numbers: Iterable[tuple[int, int]], table: Table) -> list[Comparison]:
    profiles, sums = corpus.profiles, scorer(table)
    found = [(a, b, measured(corpus, profiles[a], profiles[b])) for a, b in numbers]
    return [Comparison(a, b, measures, sums(measures)) for a, b, measures in found]


def _of_one_partner(
    pairs: Iterable[Comparison], known: Container[tuple[int, int]], room: int
) -> tuple[set[tuple[int, int]], int]:
    """Pairs that a third account is close to both of: an event with many reports has more than candidates are kept.

    Those of the two closest first, then with the third closest, as long as there is room; and of how many accounts some were left.
    """
    close: dict[int, list[tuple[float, int]]] = {}
    for pair in pairs:
        if pair.score >= CLOSE:
            close.setdefault(pair.a, []).append((-pair.score, pair.b))
            close.setdefault(pair.b, []).append((-pair.score, pair.a))
    closest = [[number for _, number in sorted(several)[:CLOSEST]] for several in close.values() if len(several) > 1]
    found: set[tuple[int, int]] = set()
    for rank in range(1, CLOSEST):
        closest = [several for several in closest if len(several) > rank]
        if len(found) >= room:
            return found, len(closest)
        for several in closest:
            far = several[rank]
            for near in several[:rank]:
                both = (near, far) if near < far else (far, near)
                if both not in known:
                    found.add(both)
    return found, 0


def compared_with(corpus: Corpus, profile: Profile, table: Table) -> list[Comparison]:
    """One account from outside (number -1) against its candidates in the corpus, likeliest first."""
    first = [
        Comparison(-1, other, found, scored(found, table))
        for other in corpus.candidates(profile)
        for found in (measured(corpus, profile, corpus.profiles[other]),)
    ]
    return sorted(against_others(first, table, corpus.records), key=lambda pair: (-pair.score, pair.b))


def scored(measures: Iterable[float | None], table: Table) -> float:
    """The sum of the weights; what is not said weighs nothing."""
    return scorer(table)(measures)


def scorer(table: Table) -> Callable[[Iterable[float | None]], float]:
    """`scored` for one table, prepared for many pairs."""
    rows = [Row(table[key]) for key in KEYS]

    def sums(measures: Iterable[float | None]) -> float:
        return sum(map(getitem, rows, measures))

    return sums


def against_others(pairs: Sequence[Comparison], table: Table, records: Mapping[int, str]) -> list[Comparison]:
    """The pairs with the evidence of the others added: whether one of the two has a likelier partner. Of records of two data
    sets, which have one partner at most in each other's, how far they are ahead of the next there. `records`: number -> data set.
    """
    best: dict[int, float] = {}
    in_set: dict[tuple[int, str], tuple[float, float]] = {}
    for a, b, _, score in pairs:
        if score > best.get(a, -1e9):
            best[a] = score
        if score > best.get(b, -1e9):
            best[b] = score
        if a in records and b in records:
            for key in ((a, records[b]), (b, records[a])):
                first, second = in_set.get(key, (UNKNOWN, UNKNOWN))
                if score > second:
                    in_set[key] = (score, first) if score > first else (first, score)
    behind_, briefly_, ahead_ = (Row(table[row.key]) for row in OTHERS)
    found = []
    for a, b, measures, score in pairs:
        behind = briefly = ahead = None
        left, right = records.get(a), records.get(b)
        if left is None or right is None or left == right:
            behind = max(best[a], best[b]) - score
            if are_brief(measures):
                behind, briefly = None, behind
        else:
            ahead = min(_ahead(score, in_set.get((a, right))), _ahead(score, in_set.get((b, left))))
        found.append(
            Comparison(
                a, b, (*measures, behind, briefly, ahead), score + behind_[behind] + briefly_[briefly] + ahead_[ahead]
            )
        )
    return found


def _ahead(score: float, best_two: tuple[float, float] | None) -> float:
    """By how much a score is above the best other one, or one that is not known; negative where it is below."""
    first, second = best_two or (UNKNOWN, UNKNOWN)
    return max(-FARTHEST_AHEAD, min(FARTHEST_AHEAD, score - (second if score == first else first)))


def line(scores: Sequence[float]) -> float:
    """The score at which a pair is as likely as not to tell of one event, from how the scores of all pairs lie."""
    if not scores:
        return 0.0
    counts: dict[float, int] = {}
    for score in scores:
        counts[score] = counts.get(score, 0) + 1
    share = _USUAL
    for _ in range(_ROUNDS):
        prior = odds(share)
        true = sum([count * chance(score + prior) for score, count in counts.items()])
        found = max((true + _USUAL * _UNSEEN) / (len(scores) + _UNSEEN), _FEWEST)
        if abs(found - share) < _WITHIN * share:
            break
        share = found
    return -odds(share)
