# ruff: noqa: T201 - printing is what a benchmark does
"""Every measure in one table: how right, how fast, and beside what. Not part of the test run; nothing asserts a time.

    python tests/benchmarks/run.py [--corpora DIR] [--only accuracy|speed|files|names|starts] [--markdown]

Accuracy is measured on the corpora (default ../shared/corpora, left out where they are not there), speed beside every
library that is installed (`rivals.py` says how). Ours and theirs take turns, and each counts with its best turn, so
that the ratios hold on a busy machine though the seconds do not.
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

import bench_load
import bench_names
import bench_numbers
import bench_starts
import bench_times
import rivals
import tomli

from tui.core.geonames import Row, Search
from tui.core.model import Dossier, Report
from tui.core.moments import read_moment
from tui.core.names import compare_names
from tui.core.quantities import read_quantity
from tui.core.suggestions import suggest
from tui.core.verdicts.events import judge
from tui.files.load import load

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
TURNS = 3


class Line(NamedTuple):
    """One row of the table."""

    what: str
    ours: str
    beside: str = ""
    """What it is measured beside."""
    theirs: str = ""
    ratio: str = ""
    """Ours as a multiple of theirs."""
    goal: str = ""


def share(right: float, cases: float) -> str:
    """`0.987 (295)`: the share and how many cases there were."""
    return f"{right / cases:.3f} ({cases:.0f})"


def accuracy(corpora: Path) -> Iterator[Line]:
    """How right the four readers are, beside the libraries on the same cases."""
    yield from edtf_accuracy(json.loads((corpora / "edtf.json").read_text(encoding="utf-8"))["cases"])
    yield from phrase_accuracy(json.loads((corpora / "time_phrases.json").read_text(encoding="utf-8"))["phrases"])
    yield from name_accuracy(corpora / "name_pairs.csv")


def edtf_accuracy(cases: Sequence[dict[str, object]]) -> Iterator[Line]:
    """Validity and bounds of the strings that at least two projects agree on."""
    agreed = [case for case in cases if case["projects"] >= 2 and case["valid"] is not None]
    right = sum(read_moment(case["edtf"]).edtf_valid == case["valid"] for case in agreed)
    first = True
    for name, valid in (rivals.edtf_parsers() or {"": None}).items():
        theirs = sum(valid(case["edtf"]) == case["valid"] for case in agreed) if valid else None
        yield Line(
            "EDTF validity", share(right, len(agreed)), name,
            share(theirs, len(agreed)) if theirs is not None else "", goal="0.99" if first else "",
        )  # fmt: skip
        first = False
    bounded = [case for case in agreed if case["valid"] and case["lower"] and not bench_times.long_year(case)]
    met = sum(bench_times.meets(bench_times.days(read_moment(case["edtf"])), case) for case in bounded)
    yield Line("EDTF bounds", share(met, len(bounded)), goal="0.98")


def phrase_accuracy(cases: Sequence[dict[str, str]]) -> Iterator[Line]:
    """Ranges of news phrases, exact or wrong; a library's one moment is taken for that day."""
    stated = [case for case in cases if case["earliest"]]

    def told(days: Callable[[str], tuple[str, str] | None]) -> str:
        read = [(days(case["phrase"]), (case["earliest"], case["latest"])) for case in stated]
        exact = sum(found == expected for found, expected in read)
        wrong = sum(found is not None and found != expected for found, expected in read)
        return f"{share(exact, len(stated))}, {wrong} wrong"

    def ours(text: str) -> tuple[str, str] | None:
        moment = read_moment(text, bench_times.REPORT)
        return bench_times.days(moment) if moment.understood else None

    first = True
    for name, parse in (rivals.date_parsers() or {"": None}).items():
        yield Line(
            "news phrases exact", told(ours), name,
            told(lambda text, parse=parse: _one_day(parse(text))) if parse else "",
            goal="0.90, 0 wrong" if first else "",
        )  # fmt: skip
        first = False


def _one_day(moment: object) -> tuple[str, str] | None:
    return None if moment is None else (str(moment)[:10], str(moment)[:10])


def name_accuracy(path: Path) -> Iterator[Line]:
    """How well likeness tells same names from look-alikes, and how right what is merged unasked is."""
    with path.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    same = [pair["same"] == "1" for pair in pairs]
    scorers = bench_names.scorers() | {
        name: (lambda pair, ratio=ratio: ratio(pair["name_a"].casefold(), pair["name_b"].casefold()))
        for name, ratio in rivals.name_ratios().items()
    }
    scored = {name: list(zip(map(score, pairs), same, strict=True)) for name, score in scorers.items()}
    ours = scored.pop("rashomon")
    for what, measure, goal in (
        ("names AUC", bench_names.auc, "0.78"),
        ("names recall at precision 0.90", bench_names.recall_at, "0.60"),
    ):
        best = max(scored, key=lambda name: measure(scored[name]))
        theirs = measure(scored[best])
        yield Line(
            what,
            f"{measure(ours):.3f} ({len(pairs)})",
            f"{best}, the best of {len(scored)}",
            f"{theirs:.3f}",
            goal=goal,
        )
    verdicts = [compare_names(pair["name_a"], pair["name_b"], pair["kind"]).verdict for pair in pairs]
    merged = [right for verdict, right in zip(verdicts, same, strict=True) if verdict in bench_names.MERGED]
    yield Line("names merged unasked, right", share(sum(merged), len(merged)), goal="0.93")


def number_accuracy() -> Iterator[Line]:
    """All four bounds of the phrases of the tests; a library counts where it gives the number of a plain one."""
    table = bench_numbers.TABLE
    right = sum(
        (read.low, read.core_low, read.core_high, read.high) == bounds
        for text, bounds in table
        if (read := read_quantity(text)) is not None
    )
    plain = [(text, bounds[0]) for text, bounds in table if len(set(bounds)) == 1]
    libraries = list(_number_libraries())
    for index, (name, read_number) in enumerate(libraries or [("", None)]):
        theirs = (
            sum(bench_numbers.answer(read_number, text) == float(value) for text, value in plain) if read_number else 0
        )
        yield Line(
            "figures, all four bounds", share(right, len(table)), f"{name}, plain numbers only" if name else "",
            share(theirs, len(plain)) if name else "", goal="" if index else "0.95",
        )  # fmt: skip


def _number_libraries() -> Iterator[tuple[str, Callable[[str], object]]]:
    for name, (module, function) in bench_numbers.LIBRARIES.items():
        found = rivals.installed(module.split(".")[0]) and rivals.installed(module)
        if found:
            yield name, getattr(found, function)


def speed(corpora: Path) -> Iterator[Line]:
    """Texts a second on one core with nothing remembered, beside the libraries on the same texts."""
    yield from _rates(
        "EDTF strings/s", bench_times.uncached, bench_times.EDTF, rivals.edtf_parsers(), "250 x python-edtf"
    )
    yield from _rates(
        "news phrases/s", bench_times.uncached, bench_times.PHRASES, rivals.date_parsers(), "70 x dateparser"
    )

    def number(text: str) -> object:
        read_quantity.cache_clear()
        return read_quantity(text)

    texts = [text for text, _ in bench_numbers.TABLE]
    yield from _rates("figures/s", number, texts, {}, "")
    for name, read in _number_libraries():
        answer = partial(bench_numbers.answer, read)
        understood = [text for text in texts if answer(text) is not None]
        if understood:
            yield from _rates(f"figures/s, the {len(understood)} it reads", number, understood, {name: answer}, "")
    if (corpora / "name_pairs.csv").exists():
        yield from _name_rates(corpora / "name_pairs.csv")


def _name_rates(path: Path) -> Iterator[Line]:
    with path.open(encoding="utf-8", newline="") as file:
        pairs = {pair["name_a"] + "\t" + pair["name_b"]: pair for pair in csv.DictReader(file)}
    ratios: dict[str, Callable[[str], object]] = {
        f"rapidfuzz {name}": (lambda text, score=score: score(pairs[text]))
        for name, score in bench_names.scorers().items()
        if name in ("ratio", "WRatio")
    }
    for name, ratio in rivals.name_ratios().items():
        ratios[name] = lambda text, ratio=ratio: ratio(*text.split("\t"))

    def ours(text: str) -> object:
        pair = pairs[text]
        return compare_names(pair["name_a"], pair["name_b"], pair["kind"])

    yield from _rates("pairs of names/s", ours, list(pairs), ratios, "15 000")


def _rates(
    what: str,
    ours: Callable[[str], object],
    texts: Sequence[str],
    theirs: dict[str, Callable[[str], object]],
    goal: str,
) -> Iterator[Line]:
    own, others = 0.0, dict.fromkeys(theirs, 0.0)
    for _ in range(TURNS):
        own = max(own, bench_times.rate(ours, texts, 0.3))
        for name, function in theirs.items():
            others[name] = max(others[name], bench_times.rate(function, texts, 0.3))
    if not others:
        yield Line(what, f"{own:,.0f}", goal=goal)
    for index, (name, rate) in enumerate(others.items()):
        yield Line(what, f"{own:,.0f}", name, f"{rate:,.0f}", f"{own / rate:,.3g} x", "" if index else goal)


def files() -> Iterator[Line]:
    """Loading beside parsing alone, and judging."""
    with tempfile.TemporaryDirectory() as name:
        bench_load.write(Path(name), 5_000_000)
        texts = [path.read_text(encoding="utf-8") for path in sorted(Path(name).glob("*.toml"))]
        gc.disable()
        own = theirs = float("inf")
        for _ in range(TURNS):
            theirs = min(theirs, bench_load.seconds(lambda: [tomli.loads(text) for text in texts]))
            own = min(own, bench_load.seconds(lambda: load([name])))
        gc.enable()
        yield Line("load 5 MB, s", f"{own:.2f}", "tomli alone", f"{theirs:.2f}", f"{own / theirs:.2f} x", "1.6 x")
        yield _judged("judge, µs a report: 5 MB of one event in 20 sources", load([name]).dossier)
    for folder in ("al-bukamal", "syria-summer-2016"):
        yield _judged(f"judge, µs a report: data/{folder}", load([str(ROOT / "data" / folder)]).dossier)


def names() -> Iterator[Line]:
    """Suggesting aliases among very many names, and looking for places in a gazetteer."""
    for count in (2_500, 10_000):
        dossier = _naming(count)
        best = min(bench_load.seconds(lambda dossier=dossier: suggest(dossier)) for _ in range(TURNS))
        yield Line(f"suggest aliases among {count:,} names, s", f"{best:.2f}", goal="5 s" if count == 10_000 else "")
    rows = [Row(i, name, name, (), 35.0, 38.0, "P", "PPL", "SY", "01", i) for i, name in enumerate(_made_names(20_000))]
    search = Search(_made_names(100), {})
    spent = bench_load.seconds(lambda: [search.take(row) for row in rows])
    yield Line("look for 100 places in GeoNames, rows/s", f"{len(rows) / spent:,.0f}")


def _naming(count: int) -> Dossier:
    """A dossier whose reports name so many actors, half of them of three words that many share."""
    return Dossier(
        reports=tuple(
            Report(id=f"r{i}", source="s", who=(("", (name,)),)) for i, name in enumerate(_made_names(count))
        )
    )  # fmt: skip


def _made_names(count: int) -> list[str]:
    random = Random(5)
    made: dict[str, None] = {}
    while len(made) < count:
        words = [
            "".join(random.choice("bdfghjklmnqrstz") + random.choice("aiu") for _ in range(random.choice((2, 3, 4))))
            for _ in range(random.choice((1, 2)))
        ]
        given = random.sample(
            ("Muhammad", "Ahmad", "Ali", "Hasan", "Khalid", "Omar", "Tall", "Deir"), random.choice((0, 2))
        )
        made[" ".join((*given, *(word.title() for word in words)))] = None
    return list(made)


def _judged(what: str, dossier: Dossier) -> Line:
    gc.disable()
    best = min(bench_load.seconds(lambda: judge(dossier)) for _ in range(TURNS))
    gc.enable()
    reports = len(dossier.reports)
    return Line(what, f"{best / reports * 1e6:,.0f} ({reports:,} reports)")


def starts() -> Iterator[Line]:
    """Time until there is something to see."""
    dossier = ROOT / "data" / "al-bukamal"
    empty, first, filled = bench_starts.pictures(dossier)
    yield Line(
        "first picture, s", f"{first:.3f}", "an empty Textual app", f"{empty:.3f}", f"{first / empty:.2f} x", "1.3 x"
    )
    yield Line(
        "picture with the dossier, s",
        f"{filled:.3f}",
        "an empty Textual app",
        f"{empty:.3f}",
        f"{filled / empty:.2f} x",
    )
    bare, check = bench_starts.checks(dossier)
    yield Line("rashomon check, s", f"{check:.3f}", "python -c pass", f"{bare:.3f}", f"{check / bare:.1f} x")


def table(lines: Iterable[Line], *, markdown: bool) -> list[str]:
    """The rows under a head, in columns."""
    rows = [("measure", "ours", "beside", "theirs", "ours / theirs", "goal"), *lines]
    if markdown:
        made = [f"| {' | '.join(row)} |" for row in rows]
        return [made[0], "|---" * 6 + "|", *made[1:]]
    wide = [max(len(row[column]) for row in rows) for column in range(6)]
    return ["  ".join(cell.ljust(size) for cell, size in zip(row, wide, strict=True)).rstrip() for row in rows]


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for and print one table."""
    parser = argparse.ArgumentParser(description="Every measure in one table.")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--only", choices=("accuracy", "speed", "files", "names", "starts"))
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    sections: dict[str, Callable[[], Iterable[Line]]] = {
        "accuracy": lambda: [*(accuracy(options.corpora) if options.corpora.exists() else ()), *number_accuracy()],
        "speed": lambda: speed(options.corpora),
        "files": files,
        "names": names,
        "starts": starts,
    }
    lines: list[Line] = []
    for name, section in sections.items():
        if options.only in (None, name):
            print(f"measuring {name} …", file=sys.stderr)
            lines += section()
    print("\n".join(table(lines, markdown=options.markdown)))
    print(
        f"\nPython {platform.python_version()}, {platform.machine()}; one core; ratios count, seconds depend on the machine."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
