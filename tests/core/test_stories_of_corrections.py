"""What a source corrected did not fall, and its story is told in the order in which it was told (rules.md §4)."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tests.core.accounts import field
from tui.core.verdicts.events import judge


def judged(*reports: tuple[str, int, str, str]):
    """One event of one outlet: (id, killed, hour of the day or "", what it corrects)."""
    text = '[[source]]\nid = "a"\nname = "Agence"\npublished = 2016-06-29\n' + "".join(
        f'[[report]]\nid = "{name}"\nsource = "a"\nevent = "e"\nfigures = {{ killed = {killed} }}\n'
        + (f"as_of = 2016-06-29T{hour}:00:00\n" if hour else "")
        + (f'corrects = ["{corrected}"]\n' if corrected else "")
        for name, killed, hour, corrected in reports
    )
    event = judge(good_dossier(text)).events[0].verdict
    return field(event, "figures.killed").reason, [f.reason for f in event.findings if f.kind == "figures-fell"]


@pytest.mark.parametrize(
    ("reports", "story", "fell"),
    [
        ((("1", 20, "09", ""), ("2", 15, "12", "1"), ("3", 18, "15", "")), "20 → 15 → 18", []),
        ((("1", 20, "09", ""), ("2", 2, "12", ""), ("3", 21, "15", "2")), "20 → 2 → 21", []),
        ((("1", 19, "08", ""), ("2", 20, "09", ""), ("3", 15, "12", "2")), "19 → 20 → 15", []),
        ((("1", 20, "", ""), ("2", 15, "", "1")), "20 → 15", []),
        ((("9", 20, "", ""), ("2", 15, "", "9"), ("1", 17, "", "2")), "20 → 15 → 17", []),
        ((("1", 20, "09", ""), ("2", 22, "10", "1"), ("3", 11, "12", "")), "20 → 22 → 11",
         ["Agence's 22 fell to 11 without a correction."]),
    ],
    ids=["corrected between", "a slip", "of what replaced it", "one day", "ids the other way", "after it"],
)  # fmt: skip
def test_corrections(reports, story, fell):
    reason, found = judged(*reports)
    assert (reason, found) == (f"{story}: Agence corrected itself.", fell)
