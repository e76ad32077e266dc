"""How long judging takes: `python tests/benchmarks/bench_judging.py [EVENTS]`, 2.5 reports an event, a quarter of them contested.

The reports are made in memory, so that nothing but judging is measured. Processor seconds of one core.

A machine's speed drifts by half within seconds: forty times on the way tomli reads the same TOML, and what judging for an index
takes is told as the megabytes that tomli would have read meanwhile, and as seconds where it reads 24 of them a second, as on
the machine on which the goal of 20 s for 100 000 events was set.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

import tomli
from bench_load import seconds
from generated import write

from tui.core.model import Actor, Dossier, Position, Report, Settings, Source
from tui.core.progress import Step
from tui.core.verdicts.docket import Docket
from tui.core.verdicts.events import JudgedDossier, judge

LOOKS = 40
"""How often tomli reads on the way."""
READ_THERE = 24.0
"""Megabytes a second that tomli read where the goal was set."""
OUTLETS = 60
TOWNS = 2000
WITNESSES = (1, 1, 2, 2, 3, 3, 4, 4)
"""Reports of an event, one drawn for each: 2.5 on average."""
AGREEING = 0.85
"""How often a report repeats the figure of the event rather than another one."""
ACTORS = (
    Actor(id="army", name="Army"),
    Actor(id="is", name="Islamic State", aliases=("ISIL", "Daesh")),
    Actor(id="rebels", name="rebels"),
)
MEANS = ("shelling", "air strike", "car bomb")
SYLLABLES = ("al", "ba", "dir", "ha", "jar", "ka", "lam", "ma", "nus", "qa", "ra", "sal", "ta", "u", "wa", "zur")


def dossier(events: int, seed: int = 1) -> Dossier:
    """A seeded dossier in memory: dates with and without hours, hedged figures, places, roles, speakers, some derivation."""
    random = Random(seed)
    sources = tuple(
        Source(
            id=f"s{n}", name=f"Source {n}", siglum=f"S{n}", family=f"f{n % 40}", published=f"2016-06-{n % 28 + 1:02d}"
        )
        for n in range(OUTLETS)
    )
    towns = ["".join(random.choices(SYLLABLES, k=3)).title() for _ in range(TOWNS)]
    reports = tuple(report for number in range(events) for report in _reports(number, towns, random))
    return Dossier(settings=Settings(timezone="Asia/Damascus"), sources=sources, actors=ACTORS, reports=reports)


def _reports(number: int, towns: list[str], random: Random) -> Iterator[Report]:
    killed, wounded = random.randint(1, 60), random.choice(("dozens", "several", "10"))
    year, month, day = random.randint(2012, 2019), random.randint(1, 12), random.randint(1, 27)
    town, means = random.choice(towns), random.choice(MEANS)
    defenders = random.choice((("Islamic State", "ISIL", "Daesh"), ("rebels",)))
    for source in random.sample(range(OUTLETS), random.choice(WITNESSES)):
        toll = killed if random.random() < AGREEING else random.choice((f"at least {killed}", "dozens", killed + 3))
        yield Report(
            id=f"s{source}/e{number}",
            source=f"s{source}",
            event=f"e{number}",
            when=random.choice(
                (f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}-{day:02d}T14:30", f"{year}-{month:02d}")
            ),
            where=(town,),
            who=(("attacker", ("Army",)), ("defender", (random.choice(defenders),))),
            what=f"Shelling of {town}.",
            figures=(("killed", str(toll)), ("wounded", wounded)),
            claims=(("means", means if random.random() < AGREEING else random.choice(MEANS)),),
            said_by=(f"Speaker {random.randint(1, 300)}",) if random.random() < 0.6 else (),
            derived_from=(f"s{random.randint(0, OUTLETS - 1)}",) if random.random() < 0.1 else (),
        )


class Yardstick:
    """A watch of judging that has tomli read the same TOML now and then."""

    def __init__(self, events: int) -> None:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), 3200)
            self._texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).rglob("s*.toml"))]
        self._size = sum(len(text.encode()) for text in self._texts) / 1e6
        self._every, self._next = max(1, events // LOOKS), 0
        self.seconds = self.megabytes = 0.0

    def __call__(self, step: Step) -> None:
        """Read, where it is time for it."""
        if step.done < self._next:
            return
        self._next += self._every
        begun = time.process_time()
        for text in self._texts:
            tomli.loads(text)
        self.seconds += time.process_time() - begun
        self.megabytes += self._size


def measure(events: int) -> str:
    """One line: reports, share of contested events, seconds whole and brief."""
    made = dossier(events)
    gc.freeze()
    gc.disable()
    answers: list[JudgedDossier] = []
    yardstick = Yardstick(events)
    brief = seconds(lambda: answers.append(judge(made, brief=True, watch=yardstick))) - yardstick.seconds
    read = yardstick.megabytes / yardstick.seconds * brief
    contested = sum(event.verdict.contested for event in answers.pop().events)
    whole = seconds(lambda: judge(made))
    docket = Docket(made, brief=True)
    again, size = _judged_again(docket, made)
    gc.enable()
    count = len(made.reports)
    return (
        f"{count:,} reports, {events:,} events, {contested / events:.0%} contested: whole {whole:.1f} s"
        f" ({whole / count * 1e6:.0f} µs a report), for an index {brief:.1f} s ({brief / count * 1e6:.0f} µs),"
        f" in which tomli reads {read:.0f} MB here: {read / READ_THERE:.1f} s where it reads {READ_THERE:.0f} a second;"
        f" one changed report in a file of {size:,}: {again * 1000:.0f} ms"
    )


def _judged_again(docket: Docket, made: Dossier) -> tuple[float, int]:
    """Seconds until a file is judged again of which one report has changed and all others stand a line further down."""
    before = [report for report in made.reports if report.source == "s7"]
    after = [replace(report, position=Position("s7.toml", n)) for n, report in enumerate(before)]
    after[0] = replace(after[0], figures=(("killed", "70"),))
    return seconds(lambda: docket.revise([report.id for report in before], after)), len(before)


if __name__ == "__main__":
    print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))  # noqa: T201
