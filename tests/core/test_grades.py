"""A grade of 1, "confirmed by other independent sources", is questioned where nobody independent confirms it."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.verdicts.events import judge

QUESTION = "Graded 1, confirmed by other independent sources, but "


@pytest.mark.parametrize(
    ("reports", "asked"),
    [
        ((("a", 21, "credibility = 1"), ("b", 12, "")), [f'{QUESTION}only one origin may stand behind killed "21".']),
        ((("a", 21, "credibility = 1"), ("b", 12, ""), ("c", '"at least 20"', "")), []),
        ((("a", 21, "credibility = 1"), ("b", 12, ""), ("c", 21, 'derived_from = ["a"]')),
         [f'{QUESTION}only one origin may stand behind killed "21".']),
        ((("a", 21, ""), ("b", 12, "credibility = 2")), []),
        ((("a", 12, "credibility = 1"), ("b", 12, "")), []),
        ((("a", 12, "credibility = 1"), ("b", 12, 'derived_from = ["a"]')),
         [f"{QUESTION}only one origin may stand behind the event."]),
    ],
    ids=["alone", "confirmed", "by a copy", "not graded so", "agreed", "one origin of all"],
)  # fmt: skip
def test_a_grade_of_one(reports, asked):
    text = "".join(
        f'[[source]]\nid = "{name}"\n[[report]]\nsource = "{name}"\nevent = "e"\nsaid_by = "{name}"\n'
        f"figures = {{ killed = {n} }}\n{more}\n"
        for name, n, more in reports
    )
    event = judge(good_dossier(text)).events[0].verdict
    assert [f.reason for f in event.findings if f.kind == "credibility"] == asked
