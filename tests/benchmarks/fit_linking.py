# ruff: noqa: T201 - printing is what it is for
"""Fit the table of weights to labelled accounts. Needs numpy and scipy, which nothing else does.

    python tests/benchmarks/fit_linking.py [CORPORA] > rows of tui/core/linking/table.py

Logistic regression on what `evidence` measures, each row a chain of straight lines between fixed points. Rows rise or fall
where sense says so. Every corpus brings its own share of true pairs as a fixed offset, so that no evidence weighs nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

sys.path.insert(0, str(Path(__file__).parents[2]))

from linking_corpora import Labelled, corpora

from tui.core.linking.comparisons import KEYS, against_others, compared
from tui.core.linking.evidence import BEST
from tui.core.linking.table import SHIPPED
from tui.core.linking.weights import GRAIN, Table

POINTS: dict[str, tuple[float, ...]] = {
    "when near": (0, 2, 4, 6, 8, 10, 12), "when gap": (0, 1, 3, 7, 30, 365), "days named": (0, 1, 2, 3, 5),
    "published": (0, 1, 2, 4, 8, 30, 180, 700), "lag": (-30, -3, -1, 0, 1, 2, 4, 8, 30, 365), "actors": (0, 4, 8, 14, 22, 40),
    "places": (0, 2, 4, 6, 9, 12), "distance": (0, 1, 3, 10, 25, 60, 200, 1000), "where near": (0, 2, 4, 6, 8, 10, 12),
    "figures": (-8, -4, -1, 0, 2, 4, 7, 10, 14), "ages": (-3, -2, -1, 0, 1, 2, 3), "tags": (0, 0.34, 0.67, 1),
    "headline": (0, 4, 8, 14, 22, 40), "prose": (0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.45, 0.7), "rare words": (0, 1, 2, 4, 7, 12),
    "outlet": (0, 1), "best": (0, 1, 2, 4, 8, 14),
}  # fmt: skip
FALLING = frozenset({"when gap", "published", "distance", "outlet", "best"})
FREE = frozenset({"lag"})
FIRST = {
    "when near": (0, 0.01), "where near": (0, 0.01), "actors": (-9, -0.35), "places": (-9, -0.35), "distance": (0.2, 9),
    "published": (0.2, 9), "outlet": (0.4, 9),
}  # fmt: skip
"""Bounds, in nats, of a row's first point. Nearness that many share tells nothing, nor does a common place speak against two
reports; no name in common does, though corpora whose names a machine picked do not show it."""
ONE_PUBLICATION = -2.0
"""Bits of one publication beside one outlet: set, not fitted, for no corpus has two reports of one article."""
SHARE = {"shootings": 0.5, "news without dates": 0.5, "shootings and registry": 0.5}
"""What a pair of a corpus counts; 0.2 in generated ones, else 1."""
START = np.cumsum([0, *(len(POINTS[key]) for key in KEYS)])
ROUNDS = 4


class Pairs(NamedTuple):
    """The compared pairs of one corpus."""

    name: str
    compared: list
    same: np.ndarray


def pairs_of(told: Labelled) -> Pairs:
    """Every pair of candidates but two records of one data set."""
    accounts = told.accounts
    kept = [
        p for p in compared_of(told) if not (accounts[p.a].dataset and accounts[p.a].source == accounts[p.b].source)
    ]
    same = [told.events[accounts[p.a].id] == told.events[accounts[p.b].id] for p in kept]
    return Pairs(told.name, kept, np.array(same, float))


def compared_of(told: Labelled) -> list:
    """What lies between every two candidates; the measure against others is made anew in every round."""
    from tui.core.linking.corpora import Corpus  # noqa: PLC0415  (beside its only use)

    return compared(Corpus(told.accounts), SHIPPED)


def fitted(sets: Sequence[Pairs]) -> Table:
    """The table for the pairs. What others score is part of the evidence, so a few rounds are made."""
    table: Table | None = None
    for _ in range(ROUNDS):
        blocks = [design(pairs.compared if table is None else again(pairs.compared, table)) for pairs in sets]
        if table is None:
            blocks = [without_best(block) for block in blocks]
        table = table_of(solved(vstack(blocks).tocsr(), sets))
    return table or SHIPPED


def again(pairs: Sequence, table: Table) -> list:
    """The pairs scored by another table."""
    from tui.core.linking.comparisons import scored  # noqa: PLC0415  (beside its only use)

    bare = [pair._replace(measures=pair.measures[:-1], score=scored(pair.measures[:-1], table)) for pair in pairs]
    return against_others(bare, table)


def design(pairs: Sequence) -> csr_matrix:
    """A row per pair: between the two points a measure lies, its share of each."""
    data, columns, ends = [], [], [0]
    for pair in pairs:
        for number, measure in enumerate(pair.measures):
            if measure is not None:
                knots = POINTS[KEYS[number]]
                place = float(np.interp(measure, knots, range(len(knots))))
                low = int(place)
                columns += [START[number] + low, START[number] + min(low + 1, len(knots) - 1)]
                data += [1 - place + low, place - low]
        ends.append(len(columns))
    return csr_matrix((data, columns, ends), shape=(len(pairs), START[-1]))


def without_best(block: csr_matrix) -> csr_matrix:
    """The same without what others score."""
    keep = np.ones(START[-1])
    keep[START[KEYS.index(BEST.key)] :] = 0
    return block.multiply(keep).tocsr()


def solved(matrix: csr_matrix, sets: Sequence[Pairs], ridge: float = 1.0, smooth: float = 3.0) -> np.ndarray:
    """The weights in nats. Rising rows are sums of steps that are not negative."""
    same = np.concatenate([pairs.same for pairs in sets])
    importance = np.concatenate(
        [np.full(len(p.same), SHARE.get(p.name, 0.2 if p.name.startswith("coded") else 1)) for p in sets]
    )
    offset = np.concatenate([np.full(len(p.same), np.log(p.same.mean() / (1 - p.same.mean()))) for p in sets])
    steps, bounds, inner = np.eye(START[-1]), [(None, None)] * START[-1], []
    for number, key in enumerate(KEYS):
        start, end = START[number], START[number + 1]
        bounds[start] = FIRST.get(key, (None, None))
        inner += range(start + 1, end)
        if key not in FREE:
            for at in range(start, end):
                steps[at, start : at + 1] = 1
            bounds[start + 1 : end] = [(None, 0) if key in FALLING else (0, None)] * (end - start - 1)
    inner_ = np.array(inner)
    stepped = (matrix @ csr_matrix(steps)).tocsr()

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        weights, score = steps @ values, stepped @ values + offset
        bent = weights[inner_] - weights[inner_ - 1]
        total = (importance * (np.logaddexp(0, score) - same * score)).sum()
        total += 0.5 * ridge * (weights**2).sum() + 0.5 * smooth * (bent**2).sum()
        slope = ridge * weights
        np.add.at(slope, inner_, smooth * bent)
        np.add.at(slope, inner_ - 1, -smooth * bent)
        return total, stepped.T @ (importance * (1 / (1 + np.exp(-score)) - same)) + steps.T @ slope

    answer = minimize(loss, np.zeros(START[-1]), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500})
    return steps @ answer.x


def table_of(weights: np.ndarray) -> Table:
    """The table in bits, rounded to whole grains."""
    bits = np.round(weights / np.log(2) * GRAIN) / GRAIN
    rows = {
        key: tuple((float(x), float(bits[START[n] + i])) for i, x in enumerate(POINTS[key]))
        for n, key in enumerate(KEYS)
    }
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
    for key, row in fitted([pairs_of(told) for told in corpora(folder)]).items():
        print(f'    "{key}": ({", ".join(f"({x:g}, {y:+g})" for x, y in thinned(row))},),')


if __name__ == "__main__":
    main(sys.argv[1:])
