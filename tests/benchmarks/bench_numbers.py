# ruff: noqa: T201 - printing is what a benchmark does
"""How well and how fast figures are read, beside libraries that read numbers, where these are installed.

    python tests/benchmarks/bench_numbers.py [fa_kes_reports.csv]

The phrases are those of the tests, with the bounds rules.md §4 gives them. A library counts as right where it gives the
one number of a plain phrase; none of them knows bounds, so both counts are printed.
"""

from __future__ import annotations

import csv
import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from tui.core.quantities import read_quantity

sys.path.insert(0, str(Path(__file__).parents[1] / "core"))
TABLE = importlib.import_module("test_quantities").TABLE

LIBRARIES = {
    "word2number": ("word2number.w2n", "word_to_num"),
    "number-parser": ("number_parser", "parse_number"),
    "text2num": ("text_to_num", "text2num"),
    "numerizer": ("numerizer", "numerize"),
}
ROUNDS = 200


def ours() -> None:
    """Accuracy on the table and speed with nothing remembered."""
    right = 0
    for text, expected in TABLE:
        found = read_quantity(text)
        right += (found.low, found.core_low, found.core_high, found.high) == expected
    start = process_time()
    for _ in range(ROUNDS):
        read_quantity.cache_clear()
        for text, _ in TABLE:
            read_quantity(text)
    spent = process_time() - start
    print(f"rashomon        all four bounds {right}/{len(TABLE)}  {ROUNDS * len(TABLE) / spent:9,.0f} phrases/s")


def library(name: str, read: Callable[[str], object]) -> None:
    """How many plain phrases it gives the number of, and how many bounds it takes for plain numbers."""
    plain = [(text, bounds[0]) for text, bounds in TABLE if len(set(bounds)) == 1]
    hedged = [text for text, bounds in TABLE if len(set(bounds)) > 1]
    right = wrong = 0
    start = process_time()
    for text, value in plain:
        right += answer(read, text) == float(value)
    for text in hedged:
        wrong += answer(read, text) is not None
    spent = process_time() - start
    speed = len(TABLE) / spent if spent else float("inf")
    print(
        f"{name:16}plain {right}/{len(plain)}, bounds taken for a number {wrong}/{len(hedged)}  {speed:9,.0f} phrases/s"
    )


def answer(read: Callable[[str], object], text: str) -> float | None:
    """The library's number, or None where it has none or gives up."""
    try:
        return float(str(read(text)))
    except (ValueError, TypeError, AttributeError, IndexError, KeyError):
        return None


def corpus(path: Path) -> None:
    """Share of the figures of a corpus that are understood."""
    with path.open(encoding="utf-8", newline="") as file:
        figures = [
            row[key] for row in csv.DictReader(file) for key in ("reported_killed", "reported_injured") if row.get(key)
        ]
    unread = [text for text in figures if not read_quantity(text).understood]
    print(f"{path.name}: {len(figures) - len(unread)}/{len(figures)} understood", *unread)


def main(paths: list[str]) -> int:
    """Prints the tables."""
    ours()
    for name, (module, function) in LIBRARIES.items():
        try:
            read = getattr(importlib.import_module(module), function)
        except ImportError:
            print(f"{name:16}not installed")
            continue
        library(name, read)
    for path in paths:
        corpus(Path(path))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
