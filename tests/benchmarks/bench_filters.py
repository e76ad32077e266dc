# ruff: noqa: T201 - printing is what a benchmark does
"""What a filter costs on an index that stands, beside `rg -c` over the same text. Not part of the test run.

    python tests/benchmarks/generated.py 100000 /tmp/g100k
    python tests/benchmarks/bench_filters.py /tmp/g100k

The first run makes the index. ripgrep is Debian's package; without it the ratios are left out. Each counts with its best turn.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tui.core.filters import EVERYTHING, Filter
from tui.core.terms import parse
from tui.index.opening import open_dossier
from tui.index.store import Store

FILTERS = (
    "thermobaric",
    "shelling",
    "actor:a1",
    "is:contested",
    "origins:<2",
    "since:2016",
    "-is:contested",
    "-verdict:conflict",
)
WORD = "shelling"
"""What ripgrep counts: it takes as long for a rare word."""
TURNS = 3


Clock = Callable[[], float]


def of_children() -> float:
    """Seconds of processor time of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def best(ask: Callable[[], object], clock: Clock) -> float:
    """Milliseconds of the fastest turn."""
    took = []
    for _ in range(TURNS):
        began = clock()
        ask()
        took.append((clock() - began) * 1000)
    return min(took)


def afresh(store: Store, ask: Callable[[Filter], object], keep: Filter, clock: Clock) -> float:
    """As `best`, of a question under a filter that was not asked before: other filters push it out of those remembered."""
    others = [Filter(terms=parse(f"event:none{n}")) for n in range(8)]
    took = []
    for _ in range(TURNS):
        for other in others:
            store.count(other)
        began = clock()
        ask(keep)
        took.append((clock() - began) * 1000)
    return min(took)


def searched(path: str, clock: Clock = time.perf_counter) -> float | None:
    """Milliseconds that ripgrep takes to count a word; None without ripgrep."""
    program = shutil.which("rg")
    if program is None:
        return None
    return best(lambda: subprocess.run([program, "-c", WORD, path], stdout=subprocess.DEVNULL, check=False), clock)


class Asked(NamedTuple):
    """What one filter took."""

    query: str
    rows: int
    count: float
    """Milliseconds."""
    strip: float
    """Milliseconds."""


def measured(store: Store, clock: Clock = time.perf_counter) -> list[Asked]:
    """Every filter of the list, asked of an open store."""
    made = []
    for query in FILTERS:
        keep = Filter(terms=parse(query))
        count, strip = (afresh(store, ask, keep, clock) for ask in (store.count, store.density))
        made.append(Asked(query, store.count(keep), count, strip))
    return made


def main(path: str) -> None:
    """Print the table."""
    open_dossier([path]).close()
    store, theirs = open_dossier([path]), searched(path)
    print(f"{store.summary().reports} reports, {store.count(EVERYTHING)} rows; rg -c {WORD}: ", end="")
    print("not installed" if theirs is None else f"{theirs:.1f} ms")
    print("| filter | rows | count, ms | × rg | strip, ms | × rg |\n|---|---|---|---|---|---|")
    for query, rows, *times in measured(store):
        cells = [cell for ms in times for cell in (f"{ms:.1f}", "" if theirs is None else f"{ms / theirs:.3f}")]
        print(f"| `{query}` | {rows} | {' | '.join(cells)} |")
    store.close()


if __name__ == "__main__":
    main(sys.argv[1])
