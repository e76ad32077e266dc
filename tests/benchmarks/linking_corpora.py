"""Reports with known events, as accounts: local news of shootings with a registry, news without dates, generated records."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple
from zlib import crc32

from tui.core.linking.accounts import Account, Days, Figure, Point
from tui.core.linking.readings import accounts_of
from tui.core.scripts import fold
from tui.files.load import load

DEMO = Path(__file__).parents[2] / "data" / "syria-summer-2016"
EPOCH = date(1970, 1, 1).toordinal()
RADIUS_KM = {"city": 5.0, "address": 0.2}
"""How exactly the corpus states a place."""
KINDS = ("collision", "rollover", "pedestrian", "animal", "fire", "pile-up")


class Labelled(NamedTuple):
    """Accounts and the event each tells of."""

    name: str
    accounts: list[Account]
    events: dict[str, str]


def corpora(folder: Path, half: int | None = None) -> Iterator[Labelled]:
    """Every set, or the one half of its events that a cross-check measures and the other is fitted to."""
    news, gold = table(folder, "gva_reports"), events_of(folder, "gva_gold")
    records, coded = table(folder, "gva_registry"), events_of(folder, "gva_gold_registry")
    told = [account(row) for row in news if in_half(gold[row["report_id"]], half)]
    yield Labelled("shootings", told, gold)
    for seed in (1, 2):
        yield Labelled("shootings, 241 events", sampled(told, gold, seed), gold)
    registry = [account(row, dataset=True) for row in records if in_half(coded[row["report_id"]], half)]
    yield Labelled("shootings and registry", [*told, *registry], coded)
    undated, topics = table(folder, "ecb_reports"), events_of(folder, "ecb_gold")
    number = str.maketrans("", "", "abcdefghijklmnopqrstuvwxyz")
    kept = [account(row) for row in undated if in_half(topics[row["report_id"]].translate(number), half)]
    yield Labelled("news without dates", kept, topics)
    yield claims(half)
    for blur, km in ((0, 1.0), (2, 4.0), (4, 15.0)):
        yield generated(10 * blur + (half or 0), blur, km)
    for days, km in ((0, 0.5), (1, 2.0), (2, 5.0), (5, 10.0)):
        yield crashes(20 * days + (half or 0), days, km)


def claims(half: int | None) -> Labelled:
    """The reports of the demo, a line each, as if nobody had said which event they tell of."""
    dossier = load([str(DEMO)]).dossier
    events = {report.id: report.event or report.id for report in dossier.reports}
    kept = [a for a in accounts_of(dossier) if in_half(events[a.id], half)]
    return Labelled("claims of a line", kept, events)


def in_half(event: str, half: int | None) -> bool:
    """Whether an event is in the half asked for."""
    return half is None or crc32(event.encode()) % 2 == half


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a packed file."""
    csv.field_size_limit(10**9)
    with gzip.open(folder / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def events_of(folder: Path, name: str) -> dict[str, str]:
    """Report -> event."""
    return {row["report_id"]: row["incident_id"] for row in table(folder, name)}


def account(row: dict[str, str], *, dataset: bool = False) -> Account:
    """One row as linking compares it."""
    first, last, out = (_day(row[key]) for key in ("event_date_lo", "event_date_hi", "published"))
    places = [row["place"], *row["places"].split("|")]
    point = (
        (Point(float(row["lat"]), float(row["lon"]), RADIUS_KM.get(row["place_precision"], 5.0)),) if row["lat"] else ()
    )
    return Account(
        id=row["report_id"], source=row["source"] if dataset else row["report_id"], outlet=row["source"], dataset=dataset,
        when=None if first is None or last is None else Days(first, last + 1), published=None if out is None else Days(out, out + 1),
        actors=tuple(dict.fromkeys(fold(name) for name in row["actors"].split("|") if name)),
        places=tuple(dict.fromkeys(fold(place) for place in places if place)), points=point,
        figures=tuple(Figure(key, float(row[key]), float(row[key])) for key in ("killed", "injured") if row[key]),
        ages=frozenset(int(age) for age in row["ages"].split("|") if age.isdigit()),
        tags=frozenset(tag for tag in row["event_type"].split("|") if tag), title="" if dataset else row["title"], prose=row["text"],
    )  # fmt: skip


def _day(text: str) -> int | None:
    return date.fromisoformat(text).toordinal() - EPOCH if text else None


def sampled(told: list[Account], gold: dict[str, str], seed: int) -> list[Account]:
    """A dossier of 241 events, 150 of them in several reports."""
    counts: dict[str, int] = {}
    for each in told:
        counts[gold[each.id]] = counts.get(gold[each.id], 0) + 1
    events = sorted(counts)
    Random(seed).shuffle(events)
    several: Callable[[str], bool] = lambda event: counts[event] > 1  # noqa: E731
    kept = {*[e for e in events if several(e)][:150], *[e for e in events if not several(e)][:91]}
    return [each for each in told if gold[each.id] in kept]


def generated(seed: int, blur: int, km: float) -> Labelled:
    """Three coded data sets of 500 crashes of a year in a region, each missing a third; days and places blurred."""
    random, told, gold = Random(seed), list[Account](), dict[str, str]()
    for event in range(500):
        day, lat, lon = 16000 + random.uniform(0, 365), 40 + random.uniform(0, 3), -75 + random.uniform(0, 3)
        kind, killed, injured = random.choice(KINDS), min(5, int(random.expovariate(1))), int(random.expovariate(0.5))
        for dataset in range(3):
            if random.random() < 0.35:
                continue
            name, wide = f"{seed}:{event}/{dataset}", random.choice((0, 0, 0, 1, 3))
            seen = int(day + random.choice((0, 0, 0, 1, -1)) * (random.random() < 0.5) * blur / 2)
            where = Point(
                lat + random.gauss(0, km / 222), lon + random.gauss(0, km / 170), random.choice((0.0, 1.0, 5.0))
            )
            figures = [Figure("killed", killed, killed), Figure("injured", injured, injured)][
                : 1 + (random.random() < 0.7)
            ]
            tag = kind if random.random() < 0.9 else random.choice(KINDS)
            told.append(
                Account(
                    id=name, source=f"set {dataset}", dataset=True, when=Days(seen - wide, seen + wide + 1), points=(where,),
                    figures=tuple(figures), tags=frozenset({tag}),
                )
            )  # fmt: skip
            gold[name] = f"{seed}:{event}"
    return Labelled(f"coded records, ±{blur / 2:g} days, {km:g} km", told, gold)


def crashes(seed: int, days: int, km: float) -> Labelled:
    """Three coded data sets of the crashes of a month in a region as large as Maryland, each of three traits; as large as the set
    that the conflict researchers' tool MELTT is shown with. No two records of one crash lie more than so many days apart.
    """
    random, told, gold = Random(seed), list[Account](), dict[str, str]()
    for event in range(140):
        day, lat, lon = 15340 + random.uniform(0, 31), random.uniform(38, 39.7), random.uniform(-79.4, -75.1)
        traits = [f"{trait} {random.randrange(kinds)}" for trait, kinds in (("model", 8), ("colour", 7), ("damage", 4))]
        for dataset in [number for number in range(3) if random.random() < 0.47] or [random.randrange(3)]:
            name, seen = f"{seed}:{event}/{dataset}", int(day + random.uniform(-0.5, 0.5) * days)
            coded = [trait if random.random() < 0.9 else f"{trait[:-1]}{random.randrange(4)}" for trait in traits]
            where = Point(lat + random.gauss(0, km / 222), lon + random.gauss(0, km / 170))
            told.append(
                Account(
                    id=name,
                    source=f"set {dataset}",
                    dataset=True,
                    when=Days(seen, seen + 1),
                    points=(where,),
                    tags=frozenset(coded),
                )
            )
            gold[name] = f"{seed}:{event}"
    return Labelled(f"crashes with traits, ±{days} days, {km:g} km", told, gold)
