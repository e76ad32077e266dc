"""What led to a finding, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.view.hand_made import ROW
from tui.core.judgements import Finding, FindingKind
from tui.core.model import Report
from tui.view.order_of_work import steps_of_finding

REPORTS = (
    Report(id="c/1", source="c", said_by=("Talal Silo",)),
    Report(id="c/2", source="c", said_by=("Talal Silo", "c")),
    Report(id="d", source="d"),
)
HERE = replace(ROW, reports=REPORTS)
FOUND = Finding(
    kind=FindingKind.INTERNAL, events=("e",), reports=("c/1", "c/2"), field="figures.killed", reason="R", open=True
)


def test_the_seven_steps_of_a_source_against_itself() -> None:
    assert steps_of_finding(FOUND, HERE) == (
        f"Same event: 2 reports of {HERE.verdict.title}",
        "Same field: figures.killed is compared with figures.killed only",
        "Same as-of: neither certainly stood so later than the other",
        "Same level of speaker: one voice in one source (Talal Silo)",
        "Echoes: an outlet is no echo of itself: the copies of one publication are compared like any two reports",
        "Relation: conflict: the two cannot both be true",
        "Finding: internal; it stays with its source, and is never counted as one outlet against another. It is open.",
    )


@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_about_a_field_has_its_steps_and_any_other_its_rule(kind: FindingKind) -> None:
    compared = kind in (FindingKind.INTERNAL, FindingKind.DENIAL, FindingKind.COPY_DIFFERS, FindingKind.FIGURES_FELL)
    steps = steps_of_finding(replace(FOUND, kind=kind, field="figures.killed" if compared else None, open=False), HERE)
    told = "A ruling or a link settles it; it stays visible." if kind.flagged else "It is told, and is no discrepancy."
    assert (len(steps), steps[-1].endswith(told)) == (7 if compared else 1, True)
