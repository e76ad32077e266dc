# ruff: noqa: T201 - printing is what a benchmark does
"""A large dossier beside small ones and beside other programs: one command makes the data, installs the peers, prints the ratios.

    python tests/benchmarks/ratios.py [--reports 100000] [--folder /tmp/rashomon-ratios] [--only cold|warm|filters]
                                      [--processor] [--markdown]

The dossiers (seeded, see `generated`), the index, and VisiData in an environment of its own are kept in the folder and
found there by the next run; ripgrep is Debian's package (`apt-get install ripgrep`), without it its rows are left out.
What is compared takes turns and counts with its best turn (key to picture: with the median), so that the ratios hold on a
busy machine though the seconds do not. Importing is measured once: it takes minutes. `--processor` counts processor time instead of
time that passes, of all processes that take part: for a machine that others use too. What uses several cores looks slower then.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import subprocess
import sys
import time
import tomllib
import venv
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from shutil import rmtree

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

import bench_feel
import bench_filters
import bench_starts
import generated
import processes
from run import Line, table

from tui.index.opening import open_dossier

ROOT = Path(__file__).parents[2]
FEW = 20
"""Reports of the small dossier."""
VISIDATA = "visidata==3.4"
SCREEN = (120, 36)
TURNS = 7
OWN_MEMORY = 40.0
"""Megabytes that the explorer may hold beyond 1.3 times an empty Textual app."""

TOMLI = """
import sys, time, tomli
from pathlib import Path
taken = spent = 0.0
for path in sorted(Path(sys.argv[1]).rglob("*.toml")):
    text = path.read_text(encoding="utf-8")
    start, began = time.perf_counter(), time.process_time()
    tomli.loads(text)
    taken += time.perf_counter() - start
    spent += time.process_time() - began
print(taken, spent)
"""
COLD = """
import os, sys, time
from tui.index.opening import open_dossier
start, began = time.perf_counter(), sum(os.times()[:4])
open_dossier([sys.argv[1]]).close()
print(time.perf_counter() - start, sum(os.times()[:4]) - began)
"""
LOADED = """
import sys, visidata
sheet = visidata.vd.openPath(visidata.Path(sys.argv[1]))
sheet.ensureLoaded()
visidata.vd.sync()
print(len(sheet.rows))
"""


class Place:
    """Where everything of a run lies."""

    def __init__(self, folder: Path, *, processor: bool = False) -> None:
        """`processor`: whether processor time is counted."""
        self._folder = folder
        self.processor = processor

    def dossier(self, reports: int) -> Path:
        """The dossier of that many reports, made where it is not there."""
        path = self._folder / f"{reports}"
        if not path.exists():
            print(f"making {reports} reports …", file=sys.stderr)
            generated.write(path, reports)
        return path

    def table(self, reports: int) -> Path:
        """The same reports as a CSV, a row each, for programs that show tables."""
        path = self._folder / f"{reports}.csv"
        if not path.exists():
            print(f"making a table of {reports} reports …", file=sys.stderr)
            as_table(self.dossier(reports), path)
        return path

    def home(self, reports: int) -> Path:
        """The folder in which rashomon keeps state and cache for this dossier."""
        return self._folder / f"{reports}-home"

    def environment(self, reports: int) -> dict[str, str]:
        """What makes it keep them there."""
        return {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(self.home(reports))}

    def indexed(self, reports: int) -> Path:
        """The dossier, with its index in the home."""
        path = self.dossier(reports)
        processes.run([sys.executable, "-c", COLD, str(path)], self.environment(reports))
        return path

    def visidata(self) -> Path:
        """The Python that has VisiData, installed where it is not."""
        python = self._folder / "visidata" / "bin" / "python"
        if not python.exists():
            print(f"installing {VISIDATA} …", file=sys.stderr)
            venv.create(python.parents[1], with_pip=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", VISIDATA], check=True)
        return python


def as_table(dossier: Path, target: Path) -> None:
    """The reports of a dossier as CSV, whatever is not a text as it is written in TOML."""
    with target.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        head: list[str] = []
        for path in sorted(dossier.rglob("s*.toml")):
            file = tomllib.loads(path.read_text(encoding="utf-8"))
            for report in file["report"]:
                if not head:
                    head = [*report, "source"]
                    rows.writerow(head)
                rows.writerow([*map(str, report.values()), file["source"]["id"]])


def compared(what: str, ours: float, beside: str, theirs: float, goal: str, unit: str = "ms") -> Line:
    """A row; seconds are shown as milliseconds."""
    shown = [f"{value * 1000:,.1f}" if unit == "ms" else f"{value:,.1f}" for value in (ours, theirs)]
    return Line(f"{what}, {unit}", shown[0], beside, shown[1], f"{ours / theirs:.3g} x", goal)


def _seconds(said: str) -> tuple[float, float]:
    """What passed, and what processors spent."""
    passed, spent = map(float, said.split())
    return passed, spent


def cold(place: Place, reports: int) -> Iterator[Line]:
    """From TOML to a judged index: beside the parser alone, beside a tenth of the reports, and beside VisiData's memory."""
    taken = {}
    for count in (reports // 10, reports):
        rmtree(place.home(count), ignore_errors=True)
        taken[count] = processes.run([sys.executable, "-c", COLD, str(place.dossier(count))], place.environment(count))
    ours = taken[reports]
    (seconds, spent), (tenth, _) = _seconds(ours.said), _seconds(taken[reports // 10].said)
    alone = [_seconds(processes.run([sys.executable, "-c", TOMLI, str(place.dossier(reports))]).said) for _ in range(2)]
    parsing, parsed = (min(column) for column in zip(*alone, strict=True))
    yield compared("cold, TOML to judged index", seconds, "tomli alone, one core", parsing, "1.5 x", "s")
    yield compared("cold, processor time of all cores", spent, "tomli alone", parsed, "", "s")
    yield compared("cold", seconds, f"{reports // 10:,} reports", tenth, "11 x", "s")
    theirs = processes.run([str(place.visidata()), "-c", LOADED, str(place.table(reports))])
    yield compared("import, peak memory", ours.peak, "VisiData, same rows as CSV", theirs.peak, "0.3 x", "MB")


def warm(place: Place, reports: int) -> Iterator[Line]:
    """On an index that stands: the first picture, its memory, and a page further."""
    large, small = place.indexed(reports), place.dossier(FEW)
    homes = {path: str(place.home(count)) for path, count in ((large, reports), (small, FEW))}
    python, rows = str(place.visidata()), place.table(reports)
    first_cell = rows.open(encoding="utf-8").read(10_000).splitlines()[1].split(",")[0]
    resident: dict[str, float] = {}

    def seen(name: str, program: str, path: Path) -> Callable[[], float]:
        def measure() -> float:
            found = bench_starts.picture(program, path, homes[path])
            resident[name] = min(found.resident, resident.get(name, found.resident))
            return found.spent if place.processor else found.seconds

        return measure

    empty, first, many, few, visidata = bench_starts.smallest(
        seen("empty", bench_starts.EMPTY, large),
        seen("first", bench_starts.FIRST, large),
        seen("many", bench_starts.FILLED, large),
        seen("few", bench_starts.FILLED, small),
        lambda: processes.seconds_to_text([python, "-m", "visidata", str(rows)], first_cell, SCREEN)[place.processor],
        runs=TURNS,
    )
    yield compared("warm, first picture", first, "an empty Textual app", empty, "1.15 x")
    yield compared("warm, first picture with rows", many, "an empty Textual app", empty, "")
    yield compared("warm, first picture with rows", many, "VisiData, first rows of the CSV", visidata, "0.5 x")
    yield compared("warm, first picture with rows", many, f"{FEW} reports", few, "1.1 x")
    bound = 1.3 * resident["empty"] + OWN_MEMORY
    yield compared("warm, memory", resident["many"], "1.3 x an empty Textual app + 40", bound, "1 x", "MB")
    commands = [bench_feel.explorer(large), bench_feel.explorer(small), bench_feel.STUB]
    measure = bench_feel.Program.spend if place.processor else bench_feel.Program.press
    pages = bench_feel.key_to_paint(commands, SCREEN, home=homes[large], measure=measure)
    mine, small_page, stub = pages["page down"]
    yield compared("page down", mine, "line API stub", stub, "1.5 x")
    yield compared("page down", mine, f"{FEW} reports", small_page, "1.1 x")


def filters(place: Place, reports: int) -> Iterator[Line]:
    """Counts and density strips under a filter, beside ripgrep counting a word in the same files."""
    path = str(place.indexed(reports))
    theirs = bench_filters.searched(path, bench_filters.of_children if place.processor else time.perf_counter)
    if theirs is None:
        print("ripgrep is not installed: nothing to compare filters with", file=sys.stderr)
        return
    os.environ.update(place.environment(reports))
    store = open_dossier([path])
    for query, rows, *taken in bench_filters.measured(
        store, time.process_time if place.processor else time.perf_counter
    ):
        goals = ("", "") if query == bench_filters.WORD else ("0.05 x", "0.1 x")
        for what, milliseconds, goal in zip(
            (f"filter {query} ({rows:,} events)", f"strip under {query}"), taken, goals, strict=True
        ):
            yield compared(what, milliseconds / 1000, "rg -c", theirs / 1000, goal)
    store.close()


SECTIONS: dict[str, Callable[[Place, int], Iterable[Line]]] = {"cold": cold, "warm": warm, "filters": filters}


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for and print one table."""
    parser = argparse.ArgumentParser(description="Ratios of a large dossier to other programs and to small ones.")
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/rashomon-ratios"))
    parser.add_argument("--only", choices=tuple(SECTIONS), action="append")
    parser.add_argument("--processor", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    place = Place(options.folder, processor=options.processor)
    lines: list[Line] = []
    for name, section in SECTIONS.items():
        if not options.only or name in options.only:
            print(f"measuring {name} …", file=sys.stderr)
            lines += section(place, options.reports)
    print("\n".join(table(lines, markdown=options.markdown)))
    counted = "processor time" if options.processor else "time that passes"
    print(f"\n{options.reports:,} reports; {counted}; Python {platform.python_version()}, {platform.machine()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
