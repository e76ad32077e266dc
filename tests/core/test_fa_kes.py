"""Printed tolls of 45 events told by several outlets (FA-KES, CC BY 4.0): where they differ, and where they cannot all be true.

Reads ../shared and is skipped without it.
"""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest

from tui.core.judgements import Verdict
from tui.core.line import relate
from tui.core.model import Dossier, Event, Report, Settings, Source
from tui.core.quantities import extent, read_quantity
from tui.core.verdicts.events import judge

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "fa_kes_reports.csv"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not beside the project")


def tolls():
    events: dict[str, list[dict[str, str]]] = {}
    with CORPUS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            events.setdefault(row["event_id"], []).append(row)
    return events


def dossier():
    sources, reports = [], []
    for event, rows in tolls().items():
        for row in rows:
            name = f"{row['source']}-{row['row_index']}"
            sources.append(
                Source(
                    id=name,
                    name=row["source"],
                    siglum=name,
                    family=row["source"],
                    published=row["text_date"] or None,
                )
            )
            figures = tuple(
                (key, row[column])
                for key, column in (("killed", "reported_killed"), ("injured", "reported_injured"))
                if row[column]
            )
            reports.append(Report(id=f"{name}/{event}", source=name, event=event, figures=figures))
    return Dossier(
        settings=Settings(timezone="Asia/Damascus"),
        sources=tuple(sources),
        events=tuple(Event(id=event) for event in tolls()),
        reports=tuple(reports),
    )


def exclusive(rows):
    """By the numbers alone: two printed tolls that share no value."""
    extents = [extent(read_quantity(row["reported_killed"])) for row in rows if row["reported_killed"]]
    return any(relate(a, b).verdict is Verdict.CONFLICT for a, b in combinations(extents, 2))


def test_every_printed_toll_is_understood():
    printed = {
        row[c] for rows in tolls().values() for row in rows for c in ("reported_killed", "reported_injured") if row[c]
    }
    assert [words for words in sorted(printed) if not read_quantity(words).understood] == []


def test_tolls_that_exclude_each_other_are_conflicts_or_updates_and_no_others():
    events = tolls()
    cannot = {event for event, rows in events.items() if exclusive(rows)}
    differ = {
        event for event, rows in events.items() if len({r["reported_killed"] for r in rows if r["reported_killed"]}) > 1
    }
    told = {
        each.verdict.id: field.verdict
        for each in judge(dossier()).events
        for field in each.verdict.fields
        if field.field == "figures.killed" and (field.verdict is Verdict.CONFLICT or field.kind == "update")
    }
    assert (len(events), len(differ), len(cannot)) == (45, 30, 14)
    assert set(told) == cannot
