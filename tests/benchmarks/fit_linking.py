# ruff: noqa: T201 - printing is what it is for
"""Fit the table of weights to labelled accounts. Needs numpy and scipy, which nothing else does.

    python tests/benchmarks/fit_linking.py [CORPORA] > rows of tui/core/linking/table.py

Logistic regression on what `evidence` measures, each row a chain of straight lines between fixed points. Rows rise or fall
where sense says so. Every corpus has a level of its own, as every dossier has its line: where its pairs begin tells nothing of
two reports elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack, vstack

sys.path.insert(0, str(Path(__file__).parents[2]))

from linking_corpora import Labelled, corpora

from tui.core.linking.comparisons import KEYS, OF_TWO, against_others, compared, scorer
from tui.core.linking.evidence import BRIEF, CODED, PROSE
from tui.core.linking.table import SHIPPED
from tui.core.linking.weights import GRAIN, Table

SHAPES: dict[str, tuple[float, ...]] = {
    "when near": (0, 2, 4, 6, 8, 10, 12), "when gap": (0, 1, 3, 7, 30, 365), "days named": (-1, 0, 1, 2, 4, 8, 30, 180),
    "published": (0, 1, 2, 4, 8, 30, 180, 700), "lag": (-30, -3, -1, 0, 1, 2, 4, 8, 30, 365), "actors": (0, 4, 8, 14, 22, 40),
    "places": (0, 2, 4, 6, 9, 12), "distance": (0, 1, 3, 10, 25, 60, 200, 1000), "where near": (0, 2, 4, 6, 8, 10, 12),
    "figures": (-8, -4, -1, 0, 2, 4, 7, 10, 14), "ages": (-3, -2, -1, 0, 1, 2, 3), "tags": (0, 0.34, 0.67, 1),
    "headline": (0, 4, 8, 14, 22, 40), "prose": (0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.45, 0.7), "rare words": (0, 1, 2, 4, 7, 12),
    "word pairs": (0, 1, 2, 4, 8, 16), "aftermath": (0, 1, 2, 4, 8, 14), "traits": (-12, -8, -4, -1, 2, 4, 6, 9, 12),
    "outlet": (0, 1), "roles": (-2, -1, 0, 1, 2), "acts": (0, 2, 6, 10), "best": (0, 1, 2, 4, 8, 14),
    "rival": (-14, -8, -4, -2, -1, 0, 1, 2, 4, 8, 14),
}  # fmt: skip
"""The points of a row, of whatever kind of pairs."""
POINTS = {key: SHAPES[key.removeprefix(BRIEF).removeprefix(CODED)] for key in KEYS}
FALLING = frozenset(
    f"{kind}{key}" for kind in (PROSE, BRIEF, CODED) for key in ("when gap", "published", "distance", "outlet", "best")
)
FREE = frozenset(f"{kind}lag" for kind in (PROSE, BRIEF, CODED))
FIRST = {
    "when near": (0, 0.01), "where near": (0, 0.01), "actors": (-9, -0.35), "places": (-9, -0.35), "distance": (0.2, 9),
    "published": (0.2, 9), "outlet": (0.4, 0.4), "rare words": (-0.35, 9), "headline": (-0.35, 9), "prose": (-1.5, 9),
}  # fmt: skip
"""Bounds, in nats, of a row's first point. Nearness that many share tells nothing, nor does a common place speak against two
reports; no name in common does, though corpora whose names a machine picked do not show it."""
MEASURED_HERE = frozenset(
    f"{CODED}{key}" for key in ("when near", "when gap", "distance", "where near", "figures", "traits")
)
SET = frozenset({"roles", "acts"}).union(
    key for key in KEYS if key.startswith(BRIEF) or (key.startswith(CODED) and key not in MEASURED_HERE)
)
"""Rows of the shipped table that are set, not fitted: the corpora it is fitted to have nothing that they measure."""
ONE_PUBLICATION = -2.0
"""Bits of one publication beside one outlet: set, not fitted, for no corpus has two reports of one article."""
UNFITTED = "claims of a line"
"""Measured, but fitted to by hand alone: the demo is too small, and its reports too much alike, to hold its own beside 8 000."""
SHARE = {"shootings": 0.5, "news without dates": 0.5, "shootings and registry": 0.5}
"""What a pair of a corpus counts, else 1."""
START = np.cumsum([0, *(len(POINTS[key]) for key in KEYS)])
LEVEL = 30.0
"""What holds the corpora's own levels near none: else all weights may lie so low that no share of true pairs explains the scores."""
ROUNDS = 4
STEPS = 300


class Pairs(NamedTuple):
    """The compared pairs of one corpus; `records`: the data set of every number that is a record."""

    name: str
    compared: list
    records: dict[int, str]
    same: np.ndarray


def pairs_of(told: Labelled) -> Pairs:
    """Every pair of candidates but two records of one data set."""
    accounts = told.accounts
    kept = [
        p for p in compared_of(told) if not (accounts[p.a].dataset and accounts[p.a].source == accounts[p.b].source)
    ]
    same = [told.events[accounts[p.a].id] == told.events[accounts[p.b].id] for p in kept]
    records = {number: account.source for number, account in enumerate(accounts) if account.dataset}
    return Pairs(told.name, kept, records, np.array(same, float))


def compared_of(told: Labelled) -> list:
    """What lies between every two candidates; the measure against others is made anew in every round."""
    from tui.core.linking.corpora import Corpus  # noqa: PLC0415  (beside its only use)

    return compared(Corpus(told.accounts), SHIPPED)[0]


def fitted(sets: Sequence[Pairs]) -> Table:
    """The table for the pairs. What others score is part of the evidence, so a few rounds are made."""
    alone = [design([pair.measures[:OF_TWO] for pair in pairs.compared], 0) for pairs in sets]
    values = solved(hstack([vstack(alone), zeros(sets)]).tocsr(), sets)
    for _ in range(ROUNDS - 1):
        table = table_of(stairs() @ values)
        others = [design([pair.measures[OF_TWO:] for pair in again(pairs, table)], OF_TWO) for pairs in sets]
        values = solved(hstack([vstack(alone), vstack(others)]).tocsr(), sets, values)
    return table_of(stairs() @ values)


def zeros(sets: Sequence[Pairs]) -> csr_matrix:
    """No word of what others score, which is not known in the first round."""
    return csr_matrix((sum(len(pairs.same) for pairs in sets), START[-1] - START[OF_TWO]))


def again(pairs: Pairs, table: Table) -> list:
    """The pairs scored by another table."""
    sums = scorer(table)
    bare = [(pair, pair.measures[:OF_TWO]) for pair in pairs.compared]
    weighed = [pair._replace(measures=measures, score=sums(measures)) for pair, measures in bare]
    return against_others(weighed, table, pairs.records)


def design(measures: Sequence[tuple[float | None, ...]], first: int) -> csr_matrix:
    """A row per pair: between the two points a measure lies, its share of each. The measures are those of the keys from `first`."""
    blocks = []
    for number, column in enumerate(zip(*measures, strict=True), first):
        knots = POINTS[KEYS[number]]
        told = np.array([at for at, measure in enumerate(column) if measure is not None], dtype=int)
        places = np.interp([measure for measure in column if measure is not None], knots, range(len(knots)))
        low = np.minimum(places.astype(int), len(knots) - 2)
        rows, columns = np.concatenate([told, told]), np.concatenate([low, low + 1])
        data = np.concatenate([1 - places + low, places - low])
        blocks.append(csr_matrix((data, (rows, columns)), shape=(len(measures), len(knots))))
    return hstack(blocks).tocsr()


def stairs() -> np.ndarray:
    """From the steps of the rows that rise or fall to their weights."""
    steps = np.eye(START[-1])
    for number, key in enumerate(KEYS):
        if key not in FREE:
            for at in range(START[number], START[number + 1]):
                steps[at, START[number] : at + 1] = 1
    return steps


def solved(
    matrix: csr_matrix, sets: Sequence[Pairs], near: np.ndarray | None = None, ridge: float = 1.0, smooth: float = 3.0
) -> np.ndarray:
    """The steps, in nats, whose sums are the weights. Rows that rise have none that is negative. `near` is where to begin."""
    same = np.concatenate([pairs.same for pairs in sets])
    importance = np.concatenate([np.full(len(p.same), SHARE.get(p.name, 1)) for p in sets])
    offset = np.concatenate([np.full(len(p.same), np.log(p.same.mean() / (1 - p.same.mean()))) for p in sets])
    steps, bounds, inner = stairs(), [(None, None)] * START[-1], []
    for number, key in enumerate(KEYS):
        start, end = START[number], START[number + 1]
        bounds[start] = FIRST.get(key, (None, None))
        inner += range(start + 1, end)
        if key not in FREE:
            bounds[start + 1 : end] = [(None, 0) if key in FALLING else (0, None)] * (end - start - 1)
    inner_ = np.array(inner)
    home = np.repeat(np.arange(len(sets)), [len(pairs.same) for pairs in sets])
    bounds += [(None, None)] * len(sets)
    turned = matrix.T.tocsr()

    def loss(both: np.ndarray) -> tuple[float, np.ndarray]:
        values, levels = both[: START[-1]], both[START[-1] :]
        weights = steps @ values
        score = matrix @ weights + offset + levels[home]
        bent = weights[inner_] - weights[inner_ - 1]
        total = (importance * (np.logaddexp(0, score) - same * score)).sum()
        total += 0.5 * ridge * (weights**2).sum() + 0.5 * smooth * (bent**2).sum() + 0.5 * LEVEL * (levels**2).sum()
        slope = ridge * weights
        np.add.at(slope, inner_, smooth * bent)
        np.add.at(slope, inner_ - 1, -smooth * bent)
        off = importance * (1 / (1 + np.exp(-score)) - same)
        return total, np.concatenate(
            [steps.T @ (turned @ off + slope), np.bincount(home, off, len(sets)) + LEVEL * levels]
        )

    begin = np.concatenate([np.zeros(START[-1]) if near is None else near, np.zeros(len(sets))])
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS}).x
    return found[: START[-1]]


def table_of(weights: np.ndarray) -> Table:
    """The table in bits, rounded to whole grains."""
    bits = np.round(weights / np.log(2) * GRAIN) / GRAIN
    rows = {
        key: tuple((float(x), float(bits[START[n] + i])) for i, x in enumerate(POINTS[key]))
        for n, key in enumerate(KEYS)
    }
    rows.update((key, SHIPPED[key]) for key in SET)
    rows["outlet"] += ((2.0, rows["outlet"][1][1] + ONE_PUBLICATION),)
    return rows


def thinned(row: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points of a row that are needed to draw it."""
    kept: list[tuple[float, float]] = []
    for point in row:
        kept.append(point)
        while len(kept) > 2 and abs(np.interp(kept[-2][0], *zip(kept[-3], kept[-1], strict=True)) - kept[-2][1]) < 1e-9:
            del kept[-2]
    while len(kept) > 1 and kept[-1][1] == kept[-2][1]:
        del kept[-1]
    while len(kept) > 1 and kept[0][1] == kept[1][1]:
        del kept[0]
    return kept


def main(arguments: Sequence[str]) -> None:
    """Print the rows of the table that ships."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[3] / "shared" / "corpora" / "linking"
    for key, row in fitted([pairs_of(told) for told in corpora(folder) if told.name != UNFITTED]).items():
        print(f'    "{key}": ({", ".join(f"({x:g}, {y:+g})" for x, y in thinned(row))},),')


if __name__ == "__main__":
    main(sys.argv[1:])
