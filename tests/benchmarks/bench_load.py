"""How long loading takes beside parsing alone: `python tests/benchmarks/bench_load.py [MEGABYTES]`.

Prints seconds and the ratio; the goal is at most 1.6 times the parser.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import tomli

from tui.files.decode import decode
from tui.files.join import join
from tui.files.load import load
from tui.files.notes import notes
from tui.files.positions import Spots
from tui.files.references import finish

SOURCES = 20
RUNS = 3


def write(folder: Path, size: int) -> None:
    """One file a source, and one of further tables, about `size` bytes together."""
    (folder / "a.toml").write_text('[dossier]\ntitle = "Generated"\ntimezone = "Asia/Damascus"\n', encoding="utf-8")
    for number in range(SOURCES):
        parts = [f'[source]\nid = "s{number}"\nname = "Source {number}"\npublished = 2016-06-{number + 1:02d}\n']
        length, report = 0, 0
        while length < size // SOURCES:
            parts.append(_report(report))
            length += len(parts[-1])
            report += 1
        (folder / f"s{number}.toml").write_text("\n".join(parts), encoding="utf-8")


def _report(number: int) -> str:
    return f"""[[report]]
event = "e{number}"
when = "2016-06-{number % 28 + 1:02d}"
where = "al-Bukamal"
who = {{ attacker = ["NSA"], defender = "IS" }}
what = "Launched the offensive under cover of coalition air strikes, number {number}."
figures = {{ killed = "at least {number % 50}", wounded = [{number % 10}, 20] }}
claims = {{ target = "al-Bukamal", means = ["shelling", "airstrike"] }}
said_by = "Mozahem al-Saloum"
locator = "para {number % 9}"
"""


def measure(size: int) -> None:
    """Write, parse, load, and print where the time goes."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), size)
        texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(Path(name).glob("*.toml"))}
        gc.disable()
        alone = min(seconds(lambda: [tomli.loads(text) for text in texts.values()]) for _ in range(RUNS))
        total = min(seconds(lambda: load([name])) for _ in range(RUNS))
        loaded = load([name])
        print(f"{loaded.size / 1e6:.1f} MB, {len(loaded.dossier.reports)} reports, {len(loaded.problems)} problems")  # noqa: T201
        print(f"tomli {alone:.2f} s, load {total:.2f} s, ratio {total / alone:.2f} (best of {RUNS})")  # noqa: T201
        del loaded
        _parts(texts)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds until the work is done; what it made is thrown away afterwards."""
    start = time.process_time()
    made = work()
    seconds = time.process_time() - start
    del made
    return seconds


def _parts(texts: dict[str, str]) -> None:
    clock = [time.process_time()]

    def lap(what: str) -> None:
        clock.append(time.process_time())
        print(f"  {what:12} {clock[-1] - clock[-2]:.2f} s")  # noqa: T201

    for text in texts.values():
        Spots(text)
    lap("scan")
    pieces = [decode(text, name) for name, text in texts.items()]
    lap("decode")
    joined = join(pieces)
    lap("join")
    dossier, _ = finish(joined, pieces)
    lap("references")
    list(notes(dossier, joined))
    lap("notes")


if __name__ == "__main__":
    measure(int(float(sys.argv[1] if len(sys.argv) > 1 else "20") * 1e6))
