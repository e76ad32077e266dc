"""Who repeats whom behind an event, in the words of a report."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.filters import Filter
from tui.index.opening import store
from tui.view.origins_told import MOST, origin_lines

TEXT = "Rebels stormed the air base before dawn on Wednesday and held it for three hours until the army drove them out again"
ONE = f"{TEXT}, a commander of theirs said by telephone from a village near the border"
OTHER = f"{TEXT}; the ministry of defence denied on the same evening that any post had fallen"


def told(*reports: str, sources: str = ""):
    outlets = "".join(
        f'[[source]]\nid = "{name}"\nsiglum = "{name.upper()}"\npublished = 2016-06-{day}\n'
        for day, name in enumerate(("wire", "daily", "mail"), 27)
    )
    made = "".join(
        f'[[report]]\nid = "r{n}"\nevent = "e"\nwhen = 2016-06-26\n{keys}\n' for n, keys in enumerate(reports)
    )
    opened = store(good_dossier(outlets + sources + made))
    row = opened.event("e", Filter())
    return origin_lines(opened.behind(row), {each.id: each for each in row.reports}, str.upper)


@pytest.mark.parametrize(
    ("reports", "lines"),
    [
        (('source = "wire"', 'source = "daily"'), ()),
        (
            ('source = "wire"', 'source = "daily"\nderived_from = ["r0"]'),
            ("One origin, WIRE (2016-06-27): DAILY repeats WIRE.",),
        ),
        (
            ('source = "daily"\nderived_from = ["afp"]', 'source = "mail"\nderived_from = ["afp"]'),
            ("One origin, AFP: DAILY repeats AFP; MAIL repeats AFP.",),
        ),
        (
            (
                'source = "wire"\nsaid_by = "Ann"',
                'source = "daily"\nsaid_by = "Ann"\nderived_from = ["r0"]',
                'source = "wire"\nsaid_by = "Bob"',
                'source = "daily"\nsaid_by = "Bob"\nderived_from = ["r2"]',
            ),
            (
                "One origin, WIRE quoting ANN (2016-06-27): DAILY repeats WIRE.",
                "One origin, WIRE quoting BOB (2016-06-27): DAILY repeats WIRE.",
            ),
        ),
        (
            (f'source = "wire"\ntext = "{TEXT}"', f'source = "daily"\ntext = "{TEXT}"'),
            ("One origin, WIRE (2016-06-27): DAILY has the text of WIRE (100 % of the text).",),
        ),
        (
            (f'source = "wire"\ntext = "{ONE}"', f'source = "daily"\ntext = "{OTHER}"'),
            ("Perhaps one origin: WIRE and DAILY have like texts (58 % of the text).",),
        ),
        (
            ('source = "wire"\nsaid_by = "SOHR"', 'source = "daily"\nsaid_by = "SOHR"', 'source = "mail"'),
            ("Perhaps one origin: WIRE, DAILY quote SOHR.",),
        ),
    ],
    ids=[
        "alone",
        "a copy",
        "of one that has no report",
        "two voices of one source",
        "one text",
        "like texts",
        "one speaker",
    ],
)
def test_a_report_says_who_repeats_whom(reports, lines):
    afp = '[[source]]\nid = "afp"\n' if "afp" in "".join(reports) else ""
    assert told(*reports, sources=afp) == lines


def test_of_very_many_the_number_is_told():
    sources = "".join(f'[[source]]\nid = "s{n}"\n' for n in range(MOST + 3))
    (line,) = told(
        'source = "wire"', *(f'source = "s{n}"\nderived_from = ["r0"]' for n in range(MOST + 3)), sources=sources
    )
    assert line.endswith("; and 3 more.")
