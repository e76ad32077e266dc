"""Seeded random inputs for the loader and all readers: none may raise, hang, or lose a report without a word.

`python tests/fuzz/run.py --inputs 1000000 --seed 1` runs that many and prints a record. Each input follows from the seed and its
number alone: `--only NUMBER` runs one again, and prints it. What is found becomes a test beside the code that was wrong.
"""

# ruff: noqa: T201 - a driver that prints its record

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.inputs import any_json, any_table, any_text, any_toml, grammatical
from tests.fuzz.targets import TARGETS, Target

MOST_SECONDS = 10.0
"""Of the processor's time, after which an input counts as a hang."""
KEPT = 20
"""Kinds of failure that are told in full; of every other failure, its number."""
MAKERS = {"text": any_text, "toml": any_toml, "grammar": grammatical, "table": any_table, "json": any_json}


class HangError(Exception):
    """An input took longer than any may."""


def _too_long(_signal: int, _frame: object) -> None:
    raise HangError


def chosen(seed: int, number: int) -> tuple[Target, object]:
    """The target and input of a number."""
    random = Random(seed * 1_000_003 + number)
    target = random.choices(TARGETS, [target.share for target in TARGETS])[0]
    return target, MAKERS[target.takes](random)


def tried(target: Target, given: object) -> tuple[float, str]:
    """Seconds of the processor an input took, and what went wrong, in the words of the traceback."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        wrong = target.run(given)
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        wrong = traceback.format_exc(limit=-6)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start, wrong or ""


def main() -> int:
    """Run, tell, and end with 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--only", type=int, help="run this input alone and print it")
    options = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _too_long)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        for target in TARGETS:
            target.folder = Path(folder)
        if options.only is not None:
            target, given = chosen(options.seed, options.only)
            print(target.name, ascii(given) if not isinstance(given, bytes) else given)
            print(*tried(target, given), sep="\n")
            return 0
        return _all(options.seed, options.first, options.inputs)


def _all(seed: int, first: int, inputs: int) -> int:
    counts, found, slowest = Counter[str](), Counter[tuple[str, str]](), dict[str, tuple[float, int]]()
    for number in range(first, first + inputs):
        target, given = chosen(seed, number)
        seconds, wrong = tried(target, given)
        counts[target.name] += 1
        slowest[target.name] = max(slowest.get(target.name, (0.0, 0)), (round(seconds, 3), number))
        if wrong:
            last = wrong.strip().splitlines()
            kind = (target.name, "\n".join(last[-3:]))
            found[kind] += 1
            told = {"input": number, "target": target.name}
            if found[kind] == 1 and len(found) <= KEPT:
                told |= {"wrong": wrong, "given": ascii(given)[:3000]}
            print(json.dumps(told), flush=True)
        if (number + 1 - first) % 100_000 == 0:
            print(json.dumps({"inputs": number + 1 - first, "found": sum(found.values())}), flush=True)
    record = {
        "seed": seed,
        "first": first,
        "inputs": inputs,
        "counts": counts,
        "slowest": slowest,
        "kinds": len(found),
        "found": sum(found.values()),
    }
    print(json.dumps(record), flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
