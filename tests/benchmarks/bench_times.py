# ruff: noqa: T201 - printing is what a benchmark does
"""How right and how fast times are read, beside the libraries that are installed. Not part of the test run.

    python tests/benchmarks/bench_times.py [CORPORA]

CORPORA (default ../shared/corpora beside the project) holds edtf.json and time_phrases.json; without it only the speed is measured.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import io
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tui.core.calendar import DAY, LAST_YEAR, date_text
from tui.core.edtf import read_edtf
from tui.core.moments import Anchor, Moment, read_moment, report_of
from tui.core.phrases.grammar import _read, read_phrase

REPORT = Anchor(published="2016-06-29")
EDTF = ("1985-04-12", "2004-06~/2004-06-11%", "156X-12-25", "Y17E7", "[1667,1760-12]", "2016-06-28T10:30", "2004?-06-~11",
        "1985-04-12T23:20:30+04:30", "../1985-04-12", "2001-34", "1950S2", "2016-13-01")  # fmt: skip
PHRASES = ("Tuesday at noon", "by Wednesday morning", "28 June 2016", "at the weekend", "three days ago", "last night",
           "between 26 and 28 June", "late last week", "around 2 p.m. on Tuesday", "mid-2014", "past 24 hours",
           "in the early hours of Sunday", "July 2, 2016 at 3pm", "within hours", "Ramadan")  # fmt: skip


def days(moment: Moment) -> tuple[str, str]:
    """First and last day as the corpora write them."""
    first = "-inf" if moment.earliest is None else date_text(moment.earliest // DAY)
    last = "inf" if moment.latest is None else date_text((moment.latest - 1) // DAY)
    return first, last


def edtf_accuracy(cases: list[dict[str, Any]]) -> None:
    """Print validity and bounds on the cases at least two projects agree on."""
    agreed = [case for case in cases if case["projects"] >= 2 and case["valid"] is not None]
    wrong = [case["edtf"] for case in agreed if read_moment(case["edtf"]).edtf_valid != case["valid"]]
    bounded = [case for case in agreed if case["valid"] and case["lower"] and not long_year(case)]
    off = [case["edtf"] for case in bounded if not meets(days(read_moment(case["edtf"])), case)]
    print(f"EDTF validity {share(agreed, wrong)} {wrong}")
    print(f"EDTF bounds   {share(bounded, off)} {off}")


def long_year(case: dict[str, Any]) -> bool:
    """Years beyond 9999 are valid and unbounded here."""
    return len(case["lower"].lstrip("-").split("-")[0]) > len(str(LAST_YEAR)) and case["lower"] not in (
        "unknown",
        "-inf",
    )


def meets(found: tuple[str, str], case: dict[str, Any]) -> bool:
    """Whether the bounds are those expected, an unknown end being no constraint."""
    expected = (case["lower"].replace("unknown", "-inf"), case["upper"].replace("unknown", "inf"))
    return found == expected


def phrase_accuracy(cases: list[dict[str, Any]]) -> None:
    """Print exact, not understood and wrong."""
    stated = [case for case in cases if case["earliest"]]
    read = {case["phrase"]: read_moment(case["phrase"], REPORT) for case in stated}
    open_ = [case["phrase"] for case in stated if not read[case["phrase"]].understood]
    wrong = [
        case["phrase"]
        for case in stated
        if read[case["phrase"]].understood and days(read[case["phrase"]]) != (case["earliest"], case["latest"])
    ]
    print(f"phrases exact {share(stated, open_ + wrong)}, not understood {open_}, wrong {wrong}")


def share(cases: Sequence[object], missed: Sequence[object]) -> str:
    """Right of all, as a fraction and a share."""
    right = len(cases) - len(missed)
    return f"{right}/{len(cases)} = {right / len(cases):.3f}"


def rate(function: Callable[[str], object], texts: Sequence[str], seconds: float = 1.0) -> float:
    """Calls a processor second, on one core, the best of three."""
    best = 0.0
    for _ in range(3):
        count, start = 0, time.process_time()
        while time.process_time() - start < seconds / 3:
            for text in texts:
                function(text)
            count += len(texts)
        best = max(best, count / (time.process_time() - start))
    return best


def uncached(text: str) -> object:
    """A reading of a text never seen before: the caches are emptied first."""
    _read.cache_clear()
    return read_moment.__wrapped__(text, REPORT)


def speed() -> None:
    """Print strings a second, with and without caches, and ratios against the libraries."""
    report = report_of(REPORT)
    for name, texts, reader in (
        ("EDTF", EDTF, read_edtf),
        ("phrases", PHRASES, lambda text: read_phrase(text, report)),
    ):
        full = rate(uncached, texts)
        cached = rate(lambda text: read_moment(text, REPORT), texts)
        print(f"{name:8} {rate(reader, texts):9.0f}/s parsed, {full:9.0f}/s read, {cached:9.0f}/s read again")
        rival = theirs("edtf", "parse_edtf") if name == "EDTF" else theirs("dateparser", "parse")
        if rival is None:
            print(f"{name:8} no library installed to compare with")
            continue
        other = rate(rival, texts)
        print(f"{name:8} {other:9.0f}/s by the library: ours is {full / other:.0f} times as fast")


def theirs(module: str, function: str) -> Callable[[str], object] | None:
    """The library's parser, silent and never raising; None where it is not installed."""
    if importlib.util.find_spec(module) is None:
        return None
    parse = getattr(importlib.import_module(module), function)

    def call(text: str) -> object:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
            return parse(text)
        return None

    return call


def main(arguments: Sequence[str]) -> int:
    """Print accuracy where there are corpora, then speed."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[3] / "shared" / "corpora"
    if folder.exists():
        edtf_accuracy(json.loads((folder / "edtf.json").read_text(encoding="utf-8"))["cases"])
        phrase_accuracy(json.loads((folder / "time_phrases.json").read_text(encoding="utf-8"))["phrases"])
    speed()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
