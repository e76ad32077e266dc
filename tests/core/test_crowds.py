"""Events of thousands: what is held against each other is bounded, and what is left out is counted and told."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.line import Extent
from tui.core.verdicts.crowds import MOST, PAIRS, chosen, fair
from tui.core.verdicts.events import judge


def told(reports: list[dict[str, str]], **source: str):
    """The fields of one event, by name, of which each report gives these lines of TOML; `source`: its keys of [[source]]."""
    names = dict.fromkeys(report["source"] for report in reports)
    own = "".join(f"{key} = {value}\n" for key, value in source.items())
    lines = [f'[[source]]\nid = "{name}"\nname = "{name.upper()}"\npublished = 2016-06-29\n{own}' for name in names]
    for number, report in enumerate(reports):
        body = "".join(f"{key} = {value}\n" for key, value in report.items() if key != "source")
        lines.append(f'[[report]]\nid = "r{number}"\nsource = "{report["source"]}"\nevent = "e"\n{body}')
    event = judge(good_dossier("\n".join(lines))).events[0].verdict
    return event, {field.field: field for field in event.fields}


def test_every_two_readings_are_compared_up_to_a_hundred():
    _, fields = told([{"source": f"s{n}", "figures.houses": str(10 * n)} for n in range(MOST)])

    assert (len(fields["figures.houses"].pairs), fields["figures.houses"].reason) == (
        PAIRS,
        "S99's 990 lies above S0's 0, which is exact; 990 apart.",
    )


def test_of_more_figures_the_ends_of_the_line_are_compared_and_the_rest_is_told():
    _, fields = told([{"source": f"s{n}", "figures.houses": str(10 * n)} for n in range(300)])

    age = fields["figures.houses"]
    assert (age.verdict, len(age.readings), len(age.pairs), age.gap) == ("conflict", 300, PAIRS, "2,990")
    assert age.reason.endswith("Too many to hold each against each: 200 more readings not compared.")
    assert age.camps == tuple((n,) for n in range(300))


def test_one_figure_that_nobody_can_share_is_found_among_very_many():
    many = [{"source": f"s{n}", "figures.houses": f'"at least {n + 1}"'} for n in range(300)]

    _, fields = told([*many[:150], {"source": "lone", "figures.houses": "3"}, *many[150:]])

    assert (fields["figures.houses"].verdict, fields["figures.houses"].gap) == ("conflict", "297")


def test_words_of_which_not_all_were_compared_are_undetermined_and_stand_alone():
    _, fields = told([{"source": f"s{n}", "claims.outcome": f'"o{n:03}"'} for n in range(103)])

    outcome = fields["claims.outcome"]
    assert (outcome.verdict, outcome.kind, len(outcome.pairs)) == ("undetermined", "wording", PAIRS)
    assert outcome.reason.endswith("Too many to hold each against each: 3 more readings not compared.")
    assert outcome.camps == tuple((n,) for n in range(103))


def test_what_most_reports_say_is_compared_before_what_few_say():
    few = [{"source": f"s{n}", "claims.outcome": f'"o{n:03}"'} for n in range(110)]
    twice = [{"source": f"t{n}", "claims.outcome": '"zzz"'} for n in range(2)]

    _, fields = told([*few, *twice])

    readings = fields["claims.outcome"].readings
    assert readings[110].value == "zzz"
    assert any(pair.b == 110 for pair in fields["claims.outcome"].pairs)


def test_what_one_source_says_in_too_many_ways_is_told():
    event, fields = told([{"source": "a", "figures.houses": str(10 * n)} for n in range(250)])

    (finding,) = event.findings[:1]
    assert (finding.kind, len(finding.reports)) == ("internal", MOST)
    assert fields["figures.houses"].reason == (
        "Only A says so. Too many to hold each against each: 150 more claims of one voice not compared."
    )


def test_a_source_that_says_one_of_two_things_ten_times_is_accused_with_all_its_reports():
    event, fields = told([{"source": "a", "figures.houses": str(10 * (n % 2))} for n in range(400)])

    assert (event.findings[0].kind, len(event.findings[0].reports)) == ("internal", 400)
    assert event.findings[0].reason == "A contradicts itself: 0 against 10."
    assert fields["figures.houses"].reason == "Only A says so."


def test_copies_that_differ_from_very_many_originals_are_told():
    originals = [{"source": "afp", "figures.houses": str(10 * n)} for n in range(PAIRS)]
    copies = [{"source": f"c{n}", "figures.houses": "5", "derived_from": '["afp"]'} for n in range(3)]

    event, fields = told([*originals, *copies])

    differing = [finding for finding in event.findings if finding.kind == "copy-differs"]
    assert len(differing) == PAIRS
    assert fields["figures.houses"].reason.endswith(" and 2 more copies that differ not compared.")


def test_time_and_place_that_both_differ_are_found_among_ten_thousand_without_asking_every_two():
    places = '[[place]]\nid="p"\nname="P"\nlat=0.0\nlon=0.0\n[[place]]\nid="q"\nname="Q"\nlat=9.0\nlon=9.0\n'
    lines = [f'[[source]]\nid = "s{n}"\n' for n in range(2000)]
    for n in range(2000):
        when, where = ("2016-06-01", "P") if n % 2 else ("2016-06-20", "Q" if n % 4 else "P")
        lines.append(f'[[report]]\nid = "r{n}"\nsource = "s{n}"\nevent = "e"\nwhen = "{when}"\nwhere = "{where}"\n')

    event = judge(good_dossier(places + "\n".join(lines))).events[0].verdict

    (identity,) = [finding for finding in event.findings if finding.kind == "identity"]
    assert (len(identity.reports), identity.open) == (1500, True)


@pytest.mark.parametrize(
    ("sizes", "most"), [([], MOST), ([5], MOST), ([10_000], MOST), ([60] * 50, 28), ([3] * 100_000, 2)]
)
def test_many_voices_share_what_can_be_compared(sizes: list[int], most: int):
    assert fair(sizes) == most


def test_the_ends_are_chosen_by_where_a_stretch_ends_and_begins_not_by_its_middle():
    stretches = [Extent(n, n, 1000 - n, 1000 - n) for n in range(400)] + [Extent(-9, -9, -8, -8)]

    held = chosen(stretches, lambda each: each, lambda each: 0)

    assert len(held) == MOST
    assert held[-1] == stretches[-1]
    assert stretches[399] in held
