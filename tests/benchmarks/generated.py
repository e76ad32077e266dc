"""Dossiers of any size for benchmarks: seeded, in TOML, with lengths, diacritics and scripts as real reports have them.

`python tests/benchmarks/generated.py REPORTS FOLDER` writes one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

A_SOURCE = 80
"""Reports of a source; a million reports are 12 500 sources, a file each."""
AN_EVENT = 2.5
"""Reports of an event, on average."""
RARE = "thermobaric"
"""A word of one report in ten thousand."""
COMMON = "shelling"
TOWNS = 3000
SYLLABLES = (
    "al",
    "ba",
    "dir",
    "ha",
    "jar",
    "ka",
    "lam",
    "ma",
    "nus",
    "qa",
    "ra",
    "sal",
    "ta",
    "u",
    "wa",
    "zur",
    "šī",
    "ṭū",
)
ACTORS = ("Syrian Army", "Islamic State", "Jaysh al-Islām", "Ahrār al-Shām", "YPG", "New Syrian Army", "Hezbollah")
WORDS = tuple(
    "shelling barrage residents hospital market dawn wounded families bridge convoy checkpoint aircraft local activists said "  # noqa: SIM905
    "réfugiés évacués Überlebende número víctimas обстрел погибшие قصف مدنيين شهداء חדשות ανταποκριτής 空爆 負傷者".split()
)


def write(folder: Path, reports: int, seed: int = 1) -> None:
    """A dossier of that many reports."""
    random = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    actors = "".join(f'\n[[actor]]\nid = "a{n}"\nname = "{name}"\n' for n, name in enumerate(ACTORS))
    (folder / "dossier.toml").write_text(
        f'[dossier]\ntitle = "Generated"\ntimezone = "Asia/Damascus"\n{actors}', encoding="utf-8"
    )
    towns = ["".join(random.choices(SYLLABLES, k=3)).title() for _ in range(TOWNS)]
    events = max(1, int(reports / AN_EVENT))
    for number in range(max(1, reports // A_SOURCE)):
        below = folder / f"{number // 1000:02d}"
        below.mkdir(exist_ok=True)
        left = min(A_SOURCE, reports - number * A_SOURCE)
        text = "\n".join(_source(number, random.sample(range(events), min(left, events)), towns, seed, random))
        (below / f"s{number:05d}.toml").write_text(text, encoding="utf-8")


def _source(number: int, events: list[int], towns: list[str], seed: int, random: Random) -> Iterator[str]:
    family = number % max(1, number // 20 + 1)
    yield f'[source]\nid = "s{number}"\nname = "Outlet {number}"\nfamily = "f{family}"\npublished = 2019-12-31\n'
    for event in events:
        yield _report(event, towns, Random(seed * 1_000_003 + event), random)


def _report(event: int, towns: list[str], truth: Random, random: Random) -> str:
    """One account of an event; what is true of the event is drawn from `truth`."""
    day = f"{truth.randint(2012, 2019)}-{truth.randint(1, 12):02d}-{truth.randint(1, 27):02d}"
    town, killed, by, against = truth.choice(towns), truth.randint(1, 60), *truth.sample(ACTORS, 2)
    toll = killed if random.random() < 0.85 else random.choice((f'"at least {killed}"', '"dozens"', killed + 3))
    words = " ".join(random.choices(WORDS, k=32)) + (f" {RARE}" if random.random() < 1e-4 else "")
    return (
        f'[[report]]\nevent = "e{event}"\nwhen = {day}\nwhere = "{town}"\n'
        f'who = {{ attacker = "{by}", defender = "{against}" }}\nwhat = "Shelling of {town}, {killed} dead."\n'
        f"figures = {{ killed = {toll}, wounded = {truth.randint(1, 90)} }}\n"
        f'said_by = "Speaker {random.randint(1, 300)}"\nlocator = "para {random.randint(1, 9)}"\n'
        f'quote = "{words[:120]}"\ntext = "{words}"\n'
    )


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
