"""Rows a second and memory of `rashomon import ucdp-ged` (issue 7: at least 20 000 rows/s, below 300 MB for 100 000 rows).

Run: python tests/benchmarks/bench_import.py FILE [ROWS]. FILE is a GED table; it is repeated under new ids to ROWS rows.
"""

from __future__ import annotations

import csv
import gzip
import resource
import sys
import tempfile
import time
from pathlib import Path

from tui.files.importers.arrival import bring
from tui.files.importers.ucdp import Ged


def enlarged(path: Path, target: Path, rows: int) -> None:
    """The table, its rows repeated under other ids until there are so many."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as source:
        header, *found = csv.reader(source)
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        for number in range(rows):
            writer.writerow([str(10**7 + number), *found[number % len(found)][1:]])


def main(path: str, rows: str = "100000") -> None:
    """Import once into a new folder, once again as an update."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "ged.csv"
        enlarged(Path(path), table, int(rows))
        for update in (False, True):
            begun = time.process_time()
            arrival = bring(Ged, str(table), Path(folder) / "out", update=update)
            seconds = time.process_time() - begun
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            what = "update" if update else "import"
            rate = arrival.account.reports / seconds
            sys.stdout.write(f"{what}: {rate:,.0f} rows/s of processor time, at most {memory:.0f} MB so far\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
