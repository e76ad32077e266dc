# ruff: noqa: T201 - printing is what a benchmark does
"""How well reports of one event are found, and how fast, on labelled corpora. Asserts nothing.

    python tests/benchmarks/bench_linking.py [CORPORA] [--shipped]

Each half of the events is measured with a table fitted to the other half (`fit_linking.py`, needs scipy). `--shipped` measures
the table that ships instead, which was fitted to both halves: no measure of what it does on news it has not seen.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from linking_corpora import Labelled, corpora

from tui.core.linking.comparisons import compared_with
from tui.core.linking.corpora import Corpus
from tui.core.linking.links import Linking
from tui.core.linking.table import SHIPPED
from tui.core.linking.weights import Table


def b_cubed_and_pairs(clusters: Sequence[Sequence[str]], gold: Mapping[str, str]) -> tuple[float, float]:
    """F1 by report (B-cubed) and by pair."""
    home = {name: number for number, cluster in enumerate(clusters) for name in cluster}
    both = Counter((home[name], gold[name]) for name in home)
    ours, theirs = Counter(home.values()), Counter(gold[name] for name in home)
    precision = sum(both[home[n], gold[n]] / ours[home[n]] for n in home) / len(home)
    recall = sum(both[home[n], gold[n]] / theirs[gold[n]] for n in home) / len(home)
    right, said, true = (sum(n * (n - 1) for n in counts.values()) for counts in (both, ours, theirs))
    return 2 * precision * recall / (precision + recall), 2 * right / (said + true)


def measures(told: Labelled, table: Table) -> Iterator[tuple[str, float]]:
    """What is measured of one corpus."""
    linking, gold = Linking(told.accounts, table=table), told.events
    names = [account.id for account in told.accounts]
    records = {account.id for account in told.accounts if account.dataset}
    by_event = defaultdict(set)
    for name in names:
        by_event[gold[name]].add(name)
    b_cubed, pair = b_cubed_and_pairs(linking.clusters(), gold)
    yield "B³", b_cubed
    yield "pair F1", pair
    partners = {name: list(linking.partners(name)) for name in names}
    several = [name for name in names if len(by_event[gold[name]]) > 1]
    found = sum(other in by_event[gold[name]] for name in several for other, _ in partners[name])
    yield "recall of candidates", found / sum(len(by_event[gold[name]]) - 1 for name in several)
    proposed = [any(other in by_event[gold[name]] for other, _ in partners[name][:5]) for name in several]
    yield "one of five", sum(proposed) / len(several)
    sure = [gold[name] == gold[other] for name in names for other, chance in partners[name] if chance >= 0.95]
    yield "right of ≥ 95 %", sum(sure) / len(sure) if sure else float("nan")
    if records and len(records) < len(names):
        asked = [name for name in names if name not in records and by_event[gold[name]] & records]
        first = [next((other for other, _ in partners[name] if other in records), None) for name in asked]
        yield "first record right", sum(gold.get(r) == gold[n] for n, r in zip(asked, first, strict=True)) / len(asked)


def speed(told: Labelled) -> None:
    """Processor seconds for 500 and 5000 reports, and for one report more."""
    for count in (500, 5000):
        start = process_time()
        linking = Linking(told.accounts[:count])
        linking.clusters()
        print(f"{count:>6} reports compared and grouped: {process_time() - start:.2f} s")
    corpus = Corpus(told.accounts[:5000])
    start = process_time()
    compared_with(corpus, corpus.profile(told.accounts[-1]), SHIPPED)
    print(f"one report into 5000: {1000 * (process_time() - start):.1f} ms")


def main(arguments: Sequence[str]) -> None:
    """Print what is measured."""
    paths = [word for word in arguments if not word.startswith("-")]
    folder = Path(paths[0]) if paths else Path(__file__).parents[3] / "shared" / "corpora" / "linking"
    if "--shipped" in arguments:
        tables = {None: SHIPPED}
    else:
        from fit_linking import UNFITTED, fitted, pairs_of  # noqa: PLC0415  (scipy is not needed otherwise)

        tables = {
            1 - half: fitted([pairs_of(told) for told in corpora(folder, half) if told.name != UNFITTED])
            for half in (0, 1)
        }
    for half, table in tables.items():
        for told in corpora(folder, half):
            shown = ", ".join(f"{name} {value:.4f}" for name, value in measures(told, table))
            print(f"{told.name} ({len(told.accounts)} reports): {shown}")
    speed(next(iter(corpora(folder))))


if __name__ == "__main__":
    main(sys.argv[1:])
