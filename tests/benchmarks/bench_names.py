# ruff: noqa: T201 - printing is what a benchmark does
"""How well and how fast names are compared, beside plain string ratios.

    python tests/benchmarks/bench_names.py name_pairs.csv

The file holds `name_a, name_b, kind, same, origin, entity_a` and more columns. Printed per kind and origin, and for two
halves of the entities; the table of points was set on such pairs, so only pairs it has not seen count as a measure.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import process_time
from zlib import crc32

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from tui.core.names import NameRelation, compare_names

Pair = dict[str, str]
MERGED = (NameRelation.SAME, NameRelation.SPELLING)


def auc(scored: Iterable[tuple[float, bool]]) -> float:
    """Chance that a same pair scores above a different one, ties counting half."""
    by_score: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for score, same in scored:
        by_score[score][same] += 1
    below = won = 0.0
    positives = sum(counts[1] for counts in by_score.values())
    negatives = sum(counts[0] for counts in by_score.values())
    for score in sorted(by_score):
        different, same = by_score[score]
        won += same * (below + different / 2)
        below += different
    return won / (positives * negatives) if positives and negatives else float("nan")


def recall_at(scored: Sequence[tuple[float, bool]], precision: float = 0.9) -> float:
    """The largest share of same pairs found at a threshold where that share of what is found is right."""
    by_score: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for score, same in scored:
        by_score[score][same] += 1
    total = sum(same for _, same in scored) or 1
    best = wrong = right = 0.0
    for score in sorted(by_score, reverse=True):
        wrong += by_score[score][0]
        right += by_score[score][1]
        if right / (right + wrong) >= precision:
            best = right / total
    return best


def scorers() -> dict[str, Callable[[Pair], float]]:
    """What is measured: ours first, then the ratios."""
    found: dict[str, Callable[[Pair], float]] = {
        "rashomon": lambda pair: compare_names(pair["name_a"], pair["name_b"], pair["kind"]).score
    }
    for name, ratio in (
        ("ratio", fuzz.ratio),
        ("token_sort_ratio", fuzz.token_sort_ratio),
        ("token_set_ratio", fuzz.token_set_ratio),
        ("WRatio", fuzz.WRatio),
        ("JaroWinkler", JaroWinkler.similarity),
    ):
        found[name] = lambda pair, ratio=ratio: ratio(pair["name_a"].casefold(), pair["name_b"].casefold())
    return found


def line(label: str, scored: Sequence[tuple[float, bool]]) -> str:
    """One row of the printed table."""
    return f"{label:44}{len(scored):7}  AUC {auc(scored):.3f}  recall at 0.90 {recall_at(scored):.3f}"


def merged(pairs: Sequence[Pair]) -> str:
    """What is merged unasked, how much of it is right, and how much is put to the analyst."""
    verdicts = [
        (compare_names(pair["name_a"], pair["name_b"], pair["kind"]).verdict, pair["same"] == "1") for pair in pairs
    ]
    taken = [same for verdict, same in verdicts if verdict in MERGED]
    asked = sum(verdict is NameRelation.ASK for verdict, _ in verdicts)
    right = sum(taken) / len(taken) if taken else float("nan")
    return f"merged unasked {len(taken)}, right {right:.3f}; asked {asked}"


def main(path: Path) -> int:
    """Prints the tables."""
    with path.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    for name, score in scorers().items():
        start = process_time()
        scored = [(score(pair), pair["same"] == "1") for pair in pairs]
        spent = process_time() - start
        print(line(name, scored), f" {len(pairs) / spent:9,.0f} pairs/s")
        if name == "rashomon":
            groups: dict[str, list[int]] = defaultdict(list)
            for index, pair in enumerate(pairs):
                groups[pair["kind"]].append(index)
                groups[f"{pair['kind']}, {pair['origin'][:34]}"].append(index)
                groups[f"half {crc32(pair['entity_a'].encode()) % 2}"].append(index)
            for group in sorted(groups):
                chosen = groups[group]
                print(line(f"  {group}", [scored[i] for i in chosen]), "", merged([pairs[i] for i in chosen]))
            print("  all:", merged(pairs))
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
