"""What a ruling writes down as seen closes the discrepancy it was written for: over every flag of the dossiers that come along."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.scenarios import DEMO, SUMMER
from tui.core.model import Ruling
from tui.core.verdicts.events import judge
from tui.core.verdicts.rulings import seen_in
from tui.files.load import load


def open_fields(judged):
    """(event, field, its verdict) of every flag that a ruling could close."""
    for event in judged.events:
        named = {finding.field for finding in event.verdict.findings if finding.flagged and finding.open}
        for field in event.verdict.fields:
            if field.open or field.field in named:
                yield event, field


@pytest.mark.parametrize("path", [DEMO, SUMMER], ids=["demo", "summer"])
def test_a_ruling_on_each_flag_closes_it(path):
    dossier = load([str(path)]).dossier
    found = list(open_fields(judge(replace(dossier, rulings=()))))
    rulings = tuple(
        Ruling(
            event=event.verdict.id,
            field=field.field,
            accepted="none",
            seen=seen_in(field.field, field.readings, event.reports),
        )
        for event, field in found
    )
    assert rulings
    assert list(open_fields(judge(replace(dossier, rulings=rulings)))) == []
