"""Weights fitted to one dossier: by expectation maximisation without labels, or by what the analyst has judged.

Both hold on to the table they start from. Without an anchor the expectation maximisation of Fellegi and Sunter's weights
(Winkler 1988) finds whatever two groups the pairs fall into, in local news those of one town and one outlet and the rest.
What rises or falls in the table does so afterwards, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log2

from tui.core.linking.comparisons import KEYS, OF_TWO, Comparison, against_others, line, scored, scorer
from tui.core.linking.evidence import CODED, Measures
from tui.core.linking.weights import GRAIN, Points, Table, chance, weight

ROUNDS = 3
PACE = 0.5
"""Rows tell the same thing twice, which counting each by itself does not see: the part of a change that is made."""
ANCHOR = 30.0
"""Pairs for which the table stands at every point of a row."""
FARTHEST = 1.0
"""Bits that a point moves at most without labels."""
FEWEST = 6
"""Judgements, of both kinds, before the line moves."""
MANY = 20
"""Judgements before weights move."""
ENOUGH = 500
"""Pairs of records of two data sets that tell how these two place events."""
LOOSE_LINE, LOOSE_WEIGHT = 2.0, 0.35
"""Standard deviations in bits about the line and about each point: how far they are expected to be off."""
_STEPS = 200
_NATS = 0.6931471805599453


def learned(pairs: Sequence[Comparison], table: Table, records: Mapping[int, str]) -> dict[str, Points]:
    """The table after a few rounds in which each row is counted against what all other rows say of the pairs."""
    rows: dict[str, Points] = dict(table)
    for _ in range(ROUNDS):
        pairs = again(pairs, rows, records)
        prior = line([pair.score for pair in pairs])
        rows = {key: _counted(number, key, pairs, rows, table, prior) for number, key in enumerate(KEYS)}
    return rows


def fitted_to_records(pairs: Sequence[Comparison], table: Table, records: Mapping[int, str]) -> Table:
    """The table with the rows for records of two data sets `learned` from such pairs, where there are enough: how exactly two data
    sets place an event differs from one to the next by more than any table can know.
    """
    between = [pair for pair in pairs if pair.a in records and pair.b in records and records[pair.a] != records[pair.b]]
    if len(between) < ENOUGH:
        return table
    rows = learned(between, table, records)
    return {key: rows[key] if key.startswith(CODED) else row for key, row in table.items()}


def again(pairs: Sequence[Comparison], table: Table, records: Mapping[int, str]) -> list[Comparison]:
    """The same pairs, weighed by another table; `records`: the data set of every number that is a record."""
    bare, sums = (pair.measures[:OF_TWO] for pair in pairs), scorer(table)
    weighed = [Comparison(pair.a, pair.b, m, sums(m)) for pair, m in zip(pairs, bare, strict=True)]
    return against_others(weighed, table, records)


def _counted(
    number: int, key: str, pairs: Sequence[Comparison], rows: Mapping[str, Points], anchor: Table, prior: float
) -> Points:
    """One row, from how the pairs that the others hold to be one event lie on it, and how those they do not."""
    if number >= OF_TWO:
        return rows[key]
    row = rows[key]
    one, two = [0.0] * len(row), [0.0] * len(row)
    for pair in pairs:
        measure = pair.measures[number]
        if measure is not None:
            likely = chance(pair.score - weight(row, measure) - prior)
            for at, share in shares(row, measure):
                one[at] += share * likely
                two[at] += share * (1 - likely)
    whole, others = sum(one), sum(two)
    if whole < 1 or others < 1:
        return row
    level = [bits for _, bits in anchor[key]]
    found: list[tuple[float, float]] = []
    for (x, _), bits, same, not_same in zip(row, level, one, two, strict=True):
        counted = log2((same + 0.5) / (whole + 0.5)) - log2((not_same + 0.5) / (others + 0.5))
        trust = PACE * same / (same + ANCHOR) * not_same / (not_same + ANCHOR)
        moved = max(-FARTHEST, min(FARTHEST, trust * (counted - bits)))
        found.append((x, bits + moved))
    return monotone(found, level)


def judged(pairs: Iterable[tuple[Measures, bool]], table: Table, level: float) -> tuple[Table, float]:
    """The table and the line that agree with what an analyst judged, as far as so few judgements can tell."""
    told = list(pairs)
    kinds = {same for _, same in told}
    if len(told) < FEWEST or len(kinds) < 2:
        return table, level
    bits = [scored(measures, table) for measures, _ in told]
    found = _line([same for _, same in told], bits, level)
    return (_refitted(told, table, found), found) if len(told) >= MANY else (table, found)


def _line(same: Sequence[bool], bits: Sequence[float], level: float) -> float:
    """The line that is likeliest, given that it is expected where it was found without judgements."""
    moved, pace = 0.0, 1 / (len(same) * _NATS / 4 + 1 / LOOSE_LINE**2)
    for _ in range(_STEPS):
        slope = sum(chance(x - level - moved) - told for x, told in zip(bits, same, strict=True))
        moved += pace * (slope - moved / LOOSE_LINE**2)
    return level + moved


def _refitted(told: Sequence[tuple[Measures, bool]], table: Table, level: float) -> dict[str, Points]:
    """Logistic regression on the judgements, each point of a row expected near where the table has it."""
    drawn = [
        [(key, at, share) for key, m in zip(KEYS, measures, strict=True) if m is not None for at, share in shares(table[key], m)]
        for measures, _ in told
    ]  # fmt: skip
    base = [scored(measures, table) - level for measures, _ in told]
    moved: dict[tuple[str, int], float] = {}
    pace = 1 / (len(told) * len(KEYS) * _NATS / 4 + 1 / LOOSE_WEIGHT**2)
    for _ in range(_STEPS):
        slope: dict[tuple[str, int], float] = {}
        for (_, same), points, score in zip(told, drawn, base, strict=True):
            now = score + sum(share * moved.get((key, at), 0.0) for key, at, share in points)
            off = same - chance(now)
            for key, at, share in points:
                slope[key, at] = slope.get((key, at), 0.0) + share * off
        for where, pull in slope.items():
            before = moved.get(where, 0.0)
            moved[where] = before + pace * (pull - before / LOOSE_WEIGHT**2)
    return {
        key: monotone(
            [(x, bits + moved.get((key, at), 0.0)) for at, (x, bits) in enumerate(row)], [bits for _, bits in row]
        )
        for key, row in table.items()
    }


def shares(row: Points, measure: float) -> tuple[tuple[int, float], ...]:
    """The points between which a measure lies, with its part of each."""
    if measure <= row[0][0]:
        return ((0, 1.0),)
    for at in range(1, len(row)):
        if measure < row[at][0]:
            part = (measure - row[at - 1][0]) / (row[at][0] - row[at - 1][0])
            return ((at - 1, 1 - part), (at, part))
    return ((len(row) - 1, 1.0),)


def monotone(points: Sequence[tuple[float, float]], like: Sequence[float]) -> Points:
    """The nearest row that rises or falls as another does; neighbours that disagree are drawn level. Whole 32nds."""
    rising = all(a <= b for a, b in pairwise(like))
    falling = all(a >= b for a, b in pairwise(like))
    values = [bits for _, bits in points]
    if rising or falling:
        values = _pooled(values) if rising else _pooled(values[::-1])[::-1]
    return tuple((x, round(bits * GRAIN) / GRAIN) for (x, _), bits in zip(points, values, strict=True))


def _pooled(values: Sequence[float]) -> list[float]:
    """Least squares among rows that do not fall (pool adjacent violators)."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        blocks.append((value, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, n), (b, m) = blocks[-2:]
            blocks[-2:] = [((a * n + b * m) / (n + m), n + m)]
    return [value for value, count in blocks for _ in range(count)]
