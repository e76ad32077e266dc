"""rules.md §13: what must not be a conflict. Each case is one event told by reports; the expectation stands beside it."""

from __future__ import annotations

import pytest

from tests.builders import dossier
from tests.core.accounts import BASE, field, told
from tui.core.verdicts.events import judge


@pytest.mark.parametrize(
    ("a", "b", "name", "verdict"),
    [
        ('figures = { killed = "at least 10" }', "figures = { killed = 14 }", "figures.killed", "precision"),
        ('figures = { killed = "at least 16" }', "figures = { killed = 39 }", "figures.killed", "compatible"),
        ('figures = { killed = "dozens" }', "figures = { killed = 36 }", "figures.killed", "precision"),
        ('figures = { wounded = "several" }', "figures = { wounded = 5 }", "figures.wounded", "precision"),
        ('when = "2016-06-28"', 'when = "Tuesday"', "when", "same"),
        ('when = "overnight"', 'when = "2016-06-28"', "when", "compatible"),
        ('when = "overnight"', 'when = "2016-06-29"', "when", "compatible"),
        ('when = "last night"', 'when = "2016-06-29T01:30"', "when", "compatible"),
        ('when = "dawn on 11 June"', 'when = "the night of 10 June"', "when", "compatible"),
        ('where = "Aleppo"', 'where = "Bustan al-Qasr"', "where", "precision"),
        ('where = "Aleppo"', 'where = "Jisr Ash"', "where", "undetermined"),
        ('who = { attacker = "Syrian rebels" }', 'who = { attacker = "NSA" }', "who.attacker", "undetermined"),
        ('said_by = "Mozahem al-Saloum"', 'said_by = "Muzahem al-Sallum"', "said_by", "same"),
        ("figures = { age = 34 }", "figures = { age = 35 }", "figures.age", "compatible"),
        ("figures = { killed = 7 }", "when = 2016-06-28", "figures.killed", "single"),
        ("figures = { killed = 7 }\nhedged = true", "figures = { killed = 7 }", "figures.killed", "same"),
        ('figures = { killed = "about 300" }', "figures = { killed = 287 }", "figures.killed", "precision"),
        ('figures = { people = "2.3 million" }', 'figures = { people = "2,340,000" }', "figures.people", "precision"),
        ('figures = { people = "half a million" }', 'figures = { people = "480,000" }', "figures.people", "precision"),
        ('figures = { people = "10k" }', 'figures = { people = "10,400" }', "figures.people", "precision"),
        ('figures = { people = "7 million" }', 'figures = { people = "7.1 million" }', "figures.people", "precision"),
        ('figures = { people = "a hundred" }', 'figures = { people = 104 }', "figures.people", "precision"),
        ('figures = { share = 50.5 }', 'figures = { share = 50.49 }', "figures.share", "precision"),
        ('figures = { share = "65%" }', 'figures = { share = "65.4 per cent" }', "figures.share", "precision"),
        ('figures = { killed = "30-odd" }', "figures = { killed = 38 }", "figures.killed", "precision"),
        ('figures = { killed = "30-odd" }', "figures = { killed = 30 }", "figures.killed", "compatible"),
        ('figures = { killed = "14, including 3 children" }', "figures = { killed = 14 }", "figures.killed", "same"),
        ('figures = { killed = "dozens of civilians" }', "figures = { killed = 300 }", "figures.killed", "incomparable"),
        ('figures = { networks = "9 workers" }', "figures = { networks = 20 }", "figures.networks", "incomparable"),
        ('figures = { killed = "9 women" }', 'figures = { killed = "2 children" }', "figures.killed", "incomparable"),
        ('figures = { range = "12 km" }', 'figures = { range = "7.5 miles" }', "figures.range", "incomparable"),
        ('claims = { means = "shelling" }', 'claims = { means = ["shelling", "air strikes"] }', "claims.means", "precision"),
        ('when = "2016-06-28T12:00+03:00"', 'when = "2016-06-28T09:00Z"', "when", "same"),
        ('when = "Tuesday at noon"', 'when = "2016-06-28T12:10"', "when", "precision"),
    ],
)  # fmt: skip
def test_what_is_not_a_conflict(a, b, name, verdict):
    event = told(a, b)
    assert (field(event, name).verdict, event.contested) == (verdict, False), field(event, name).reason


def test_noon_and_five_past_are_no_conflict():
    """Clock times are rarely exact: 15 minutes' slack, 30 on the full hour (rules.md §3)."""
    assert field(told('when = "2016-06-28T12:00"', 'when = "2016-06-28T12:05"'), "when").verdict == "compatible"


@pytest.mark.parametrize(
    ("a", "b", "name", "verdict", "gap"),
    [
        ("figures = { killed = 30 }", "figures = { killed = 43 }", "figures.killed", "conflict", "13"),
        ('figures = { killed = "at least 40" }', "figures = { killed = 31 }", "figures.killed", "conflict", "9"),
        ('figures = { killed = "dozens" }', "figures = { killed = 15 }", "figures.killed", "strained", None),
        (
            'figures = { people = "2.3 million" }',
            'figures = { people = "2.4 million" }',
            "figures.people",
            "strained",
            None,
        ),
        (
            'figures = { people = "2.3 million" }',
            "figures = { people = 2600000 }",
            "figures.people",
            "conflict",
            "200,000",
        ),
        (
            'figures = { people = "exactly 2.3m" }',
            "figures = { people = 2340000 }",
            "figures.people",
            "conflict",
            "40,000",
        ),
        (
            'figures = { people = "a million" }',
            'figures = { people = "half a million" }',
            "figures.people",
            "conflict",
            "200,000",
        ),
        ('figures = { killed = "60 civilians" }', "figures = { killed = 40 }", "figures.killed", "conflict", "20"),
        (
            'figures = { civilians = "40 civilians" }',
            "figures = { civilians = 60 }",
            "figures.civilians",
            "conflict",
            "20",
        ),
        ('figures = { share = "60%" }', 'figures = { share = "65.4%" }', "figures.share", "conflict", "4.3"),
        ("when = 2016-06-28", "when = 2016-06-29", "when", "conflict", "adjacent days"),
        ('when = "by Wednesday morning"', "when = 2016-06-30", "when", "conflict", "adjacent days"),
        ("claims = { armed = true }", "claims = { armed = false }", "claims.armed", "conflict", None),
    ],
)
def test_what_is(a, b, name, verdict, gap):
    event = told(a, b)
    assert (field(event, name).verdict, field(event, name).gap, event.contested) == (verdict, gap, True)


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (
            "2.3 million", "2,340,000",
            'Bulletin B\'s 2,340,000 lies within Agence A\'s "2.3 million" (2,250,000–2,349,999): one is more exact.',
        ),
        (
            "dozens of civilians", "300",
            'Agence A\'s "dozens of civilians" counts a group of its own, of which there may be fewer than Bulletin B\'s 300.',
        ),
        ("9 women", "2 children", 'Bulletin B\'s "2 children" and Agence A\'s "9 women" count different groups.'),
        ("12 km", "7 miles", 'Bulletin B\'s "7 miles" and Agence A\'s "12 km" are measured in different units.'),
    ],
)  # fmt: skip
def test_why_two_figures_are_no_conflict(a, b, reason):
    event = told(f'figures = {{ killed = "{a}" }}', f'figures = {{ killed = "{b}" }}')
    assert field(event, "figures.killed").reason == reason


def test_a_part_of_the_people_is_no_fall_of_the_toll():
    event = told(
        'figures = { killed = 14 }\nas_of = "2016-06-29T09:00"',
        'figures = { killed = 14 }\nas_of = "2016-06-29T09:00"\n\n[[report]]\nsource = "b"\nevent = "e"\n'
        'figures = { killed = "3 children" }\nas_of = "2016-06-29T17:00"',
    )
    assert [finding.kind for finding in event.findings] == []


def test_killed_and_casualties_are_two_fields():
    event = told("figures = { killed = 7 }", "figures = { casualties = 20, killed_civilians = 5 }")
    assert [(f.field, f.verdict) for f in event.fields] == [
        ("figures.casualties", "single"),
        ("figures.killed", "single"),
        ("figures.killed_civilians", "single"),
    ]


def test_a_later_higher_toll_of_another_outlet_is_an_update():
    event = told(
        'figures = { killed = 11 }\nas_of = "2016-06-29T09:00"', 'figures = { killed = 14 }\nas_of = "2016-06-29T17:00"'
    )
    killed = field(event, "figures.killed")
    assert (killed.verdict, killed.kind, killed.flagged) == ("incomparable", "update", False)
    assert (
        killed.reason == "The figure rose from Agence A's 11 (2016-06-29T09:00) to Bulletin B's 14 (2016-06-29T17:00)."
    )


def test_two_tolls_of_one_day_are_compared():
    assert field(told("figures = { killed = 11 }", "figures = { killed = 14 }"), "figures.killed").verdict == "conflict"


def test_a_later_figure_of_one_origin_replaces_the_earlier():
    reports = """
[[report]]
source = "a"
event = "e"
figures = { killed = 11 }
as_of = "2016-06-29T09:00"
[[report]]
source = "a"
event = "e"
figures = { killed = 17 }
as_of = "2016-06-29T17:00"
"""
    loaded, _ = dossier(BASE + reports)
    event = judge(loaded).events[0].verdict
    killed = field(event, "figures.killed")
    assert (killed.verdict, killed.kind) == ("single", "update")
    assert [(r.value, r.superseded) for r in killed.readings] == [("11", True), ("17", False)]
    assert killed.reason == (
        "11 (2016-06-29T09:00) → 17 (2016-06-29T17:00): later figures of the same origin replaced the earlier ones."
    )
    assert event.findings == () or [f.kind for f in event.findings] == ["single-origin"]


def test_a_fall_without_correction_is_found():
    reports = """
[[report]]
source = "a"
event = "e"
figures = { killed = 17 }
as_of = "2016-06-29T09:00"
[[report]]
source = "a"
event = "e"
figures = { killed = 11 }
as_of = "2016-06-29T17:00"
"""
    loaded, _ = dossier(BASE + reports)
    event = judge(loaded).events[0].verdict
    assert [(f.kind, f.reason) for f in event.findings if f.flagged] == [
        ("figures-fell", "Agence A's 17 fell to 11 without a correction.")
    ]


def test_headline_against_lead_is_internal():
    base = BASE + '[[field]]\nid = "claims.outcome"\nexclusive = [["advancing", "retreating"]]\n'
    reports = """
[[report]]
source = "a"
event = "e"
claims = { outcome = "advancing" }
part = "headline"
[[report]]
source = "a"
event = "e"
claims = { outcome = "retreating" }
part = "lead"
"""
    loaded, _ = dossier(base + reports)
    event = judge(loaded).events[0].verdict
    assert [(f.kind, f.field, f.reports) for f in event.findings if f.flagged] == [
        ("internal", "claims.outcome", ("a/e", "a/e-2"))
    ]
    assert (field(event, "claims.outcome").verdict, field(event, "claims.outcome").flagged) == ("single", False)


def test_a_claim_and_a_denial_quoted_by_one_outlet_are_one_denial():
    reports = """
[[report]]
source = "a"
event = "e"
said_by = "Kremlin"
what = "Strikes took place."
[[report]]
source = "a"
event = "e"
said_by = "Ministry"
denies = true
"""
    loaded, _ = dossier(BASE + reports)
    event = judge(loaded).events[0].verdict
    assert [f.kind for f in event.findings if f.flagged] == ["denial"]
    assert (field(event, "happened").verdict, field(event, "happened").kind) == ("conflict", "denial")


def test_a_denied_value_clashes_only_with_what_it_denies():
    a = 'claims = { outcome = "captured" }'
    denied = 'claims = { outcome = "captured" }\ndenies = ["claims.outcome"]'
    event = told(a, denied)
    assert (field(event, "claims.outcome").kind, field(event, "claims.outcome").reason) == (
        "denial",
        '"captured" is claimed by Agence A and denied by Bulletin B.',
    )
    other = told('claims = { outcome = "shelled" }', denied)
    assert field(other, "claims.outcome").verdict == "single"


def test_what_was_announced_is_not_held_against_what_happened():
    event = told('when = "2016-06-30"\nplanned = true', "when = 2016-06-28")
    assert (field(event, "when").verdict, event.contested) == ("incomparable", False)


def test_a_correction_replaces_what_the_outlet_said_before():
    reports = """
[[report]]
id = "a/first"
source = "a"
event = "e"
claims = { armed = true }
[[report]]
id = "a/second"
source = "a"
event = "e"
claims = { armed = false }
corrects = ["a/first"]
"""
    loaded, _ = dossier(BASE + reports)
    event = judge(loaded).events[0].verdict
    assert ([f for f in event.findings if f.flagged], field(event, "claims.armed").kind) == ([], "update")


def test_one_moment_inside_a_span_is_compatible():
    event = told('when = "2016-06-25"\nuntil = "2016-06-29"', "when = 2016-06-27")
    assert field(event, "when").verdict == "compatible"


def test_a_shift_of_zones_is_named():
    event = told('when = "2016-06-28T12:00"', 'when = "2016-06-28T15:00"')
    assert (field(event, "when").verdict, field(event, "when").kind) == ("conflict", "time-zone")


NINE = "\n".join(
    f'[[source]]\nid = "s{n}"\nname = "S{n}"\nLINE\n[[report]]\nsource = "s{n}"\nevent = "e"\nfigures = {{ killed = 7 }}\n'
    for n in range(9)
)


@pytest.mark.parametrize(
    ("line", "counts"), [('derived_from = ["afp"]', (1, 1, 0)), ('credits = ["AFP"]', (1, 9, 0)), ("", (1, 9, 9))]
)
def test_nine_copies_of_one_wire_story(line, counts):
    base = '[[source]]\nid = "afp"\nname = "AFP"\n' + NINE.replace("LINE", line)
    loaded, _ = dossier(base)
    event = judge(loaded).events[0].verdict
    assert (event.origins.low, event.origins.high, event.origins.unknown) == counts
    assert not event.contested
    assert field(event, "figures.killed").verdict == ("single" if counts == (1, 1, 0) else "same")


AGENCY = """
[[source]]
id = "{id}"
name = "{name}"
credits = {credits}
[[report]]
source = "{id}"
event = "e"
figures = {{ killed = 7 }}
"""


def test_three_agencies_and_one_that_credits_all_three():
    credited = (("AP", '["AP"]'), ("Reuters", '["Reuters"]'), ("AFP", '["AFP"]'), ("DW", '["AP", "Reuters", "AFP"]'))
    text = "".join(AGENCY.format(id=name.lower(), name=name, credits=credits) for name, credits in credited)
    loaded, _ = dossier(text)
    origins = judge(loaded).events[0].verdict.origins
    assert (origins.low, origins.high, origins.unknown) == (3, 4, 0)


def test_two_outlets_one_spokesman():
    origins = told('said_by = "Mozahem al-Saloum"', 'said_by = "Muzahem al-Sallum"').origins
    assert (origins.low, origins.high, origins.unknown) == (1, 2, 0)


def test_one_who_breaks_the_agreement_of_nine():
    text = '[[source]]\nid = "afp"\nname = "AFP"\n' + NINE.replace("LINE", 'derived_from = ["afp"]')
    text += '[[source]]\nid = "x"\nname = "X"\n[[report]]\nsource = "x"\nevent = "e"\nfigures = { killed = 6 }\nsaid_by = "x"\n'
    loaded, _ = dossier(text)
    killed = field(judge(loaded).events[0].verdict, "figures.killed")
    assert [(r.value, len(r.reports), r.origins.low, r.origins.high) for r in killed.readings] == [
        ("6", 1, 1, 1),
        ("7", 9, 1, 1),
    ]
    assert killed.verdict == "conflict"


def test_a_copy_that_differs_is_found():
    base = BASE + '[[source]]\nid = "c"\nname = "Copy C"\nderived_from = ["a"]\n'
    reports = """
[[report]]
source = "a"
event = "e"
figures = { killed = 30 }
[[report]]
source = "c"
event = "e"
figures = { killed = 43 }
as_of = "2016-06-30T17:00"
"""
    loaded, _ = dossier(base + reports)
    event = judge(loaded).events[0].verdict
    assert [(f.kind, f.reason) for f in event.findings if f.flagged] == [
        ("copy-differs", "Copy C repeats Agence A but says 43 where Agence A has 30.")
    ]


@pytest.mark.parametrize(("between", "found"), [("", ["B"]), ("figures = { killed = 11 }", ["C"])])
def test_a_copy_of_a_copy_is_held_against_where_both_come_from(between, found):
    """`found`: who changed what A says, where C repeats A and B repeats C."""
    sources = "".join(f'[[source]]\nid = "{name.lower()}"\nname = "{name}"\n' for name in "ABC")
    reports = (
        '[[report]]\nsource = "a"\nevent = "e"\nfigures = { killed = 14 }\n'
        f'[[report]]\nsource = "c"\nevent = "e"\nderived_from = ["a/e"]\n{between}\n'
        '[[report]]\nsource = "b"\nevent = "e"\nderived_from = ["c/e"]\nfigures = { killed = 11 }\n'
    )
    loaded, _ = dossier(sources + reports)
    event = judge(loaded).events[0].verdict
    assert [f.reason[0] for f in event.findings if f.kind == "copy-differs"] == found


def test_credibility_one_takes_two_origins():
    alone = told("credibility = 1", 'said_by = "b"', BASE.replace('id = "b"', 'id = "b"\nderived_from = ["a"]'))
    assert [f.kind for f in alone.findings] == ["single-origin", "credibility"]
    apart = told('credibility = 1\nsaid_by = "a"', 'said_by = "b"')
    assert apart.findings == ()


def test_words_that_nobody_understood_agree_with_nothing():
    event = told('figures = { killed = "heaps" }', 'figures = { killed = "heaps" }')
    killed = field(event, "figures.killed")
    assert (killed.verdict, killed.kind, killed.flagged) == ("unread", "wording", False)
    assert killed.reason == '"heaps" was not understood, so it is compared with nothing.'


def test_relative_words_of_sources_without_a_date_are_not_one_day():
    base = '[[source]]\nid = "a"\n[[source]]\nid = "b"\n'
    assert field(told('when = "Tuesday"', 'when = "Tuesday"', base), "when").verdict == "unread"


RETRACTION = """
[[report]]
id = "a/1"
source = "a"
event = "e"
figures = { killed = 4 }
[[report]]
source = "a"
event = "e"
denies = true
corrects = ["a/1"]
[[report]]
source = "b"
event = "e"
figures = { killed = 4 }
"""


def test_what_was_taken_back_no_longer_counts():
    loaded, _ = dossier(BASE + RETRACTION)
    event = judge(loaded).events[0].verdict
    killed, took_place = field(event, "figures.killed"), field(event, "happened")
    assert [(r.value, r.sources, r.superseded) for r in killed.readings] == [("4", ("a",), True), ("4", ("b",), False)]
    assert (killed.verdict, killed.kind, killed.reason) == ("single", "update", "4: Agence A took it back.")
    assert [(r.value, r.sources, r.superseded) for r in took_place.readings] == [
        ("did not happen", ("a",), False),
        ("happened", ("a",), True),
        ("happened", ("b",), False),
    ]
    assert took_place.kind == "denial"


def test_a_speaker_is_named_rather_than_the_outlet_that_quotes():
    event = told('figures = { killed = 12 }\nsaid_by = "SANA"', "figures = { killed = 20 }")
    assert (
        field(event, "figures.killed").reason
        == "Bulletin B's 20 lies above SANA's 12 (Agence A), which is exact; 8 apart."
    )


def test_one_speaker_heard_differently_is_told_apart_by_outlet():
    event = told('figures = { killed = 12 }\nsaid_by = "SANA"', 'figures = { killed = 20 }\nsaid_by = "SANA"')
    assert (
        field(event, "figures.killed").reason
        == "SANA's 20 (Bulletin B) lies above SANA's 12 (Agence A), which is exact; 8 apart."
    )


def test_echoes_are_named_as_one_origin():
    text = '[[source]]\nid = "afp"\nname = "AFP"\n' + NINE.replace("LINE", 'derived_from = ["afp"]')
    text += '[[source]]\nid = "x"\nname = "X"\n[[report]]\nsource = "x"\nevent = "e"\nfigures = { killed = 6 }\n'
    loaded, _ = dossier(text)
    reason = field(judge(loaded).events[0].verdict, "figures.killed").reason
    assert reason == "S0's 7 (one origin with 8 others) lies above X's 6, which is exact; 1 apart."


def test_sources_that_derive_from_each_other_are_circular():
    base = BASE.replace('id = "a"', 'id = "a"\nderived_from = ["b"]').replace(
        'id = "b"', 'id = "b"\nderived_from = ["a"]'
    )
    event = told("figures = { killed = 7 }", "figures = { killed = 7 }", base)
    assert [(f.kind, f.reports) for f in event.findings if f.flagged] == [("circular", ("a/e", "b/e"))]


def test_a_branch_beside_its_parent_is_more_than_the_parent():
    base = BASE + '[[actor]]\nid = "fsa"\nname = "FSA"\n[[actor]]\nid = "div"\nname = "Division"\npart_of = "fsa"\n'
    event = told('who = { attacker = ["FSA", "Division"] }', 'who = { attacker = "FSA" }', base)
    assert field(event, "who.attacker").verdict == "precision"


def test_what_was_announced_says_so():
    event = told('when = "2016-06-30"\nplanned = true', "when = 2016-06-28")
    assert field(event, "when").kind == "planned"


@pytest.mark.parametrize(("day", "verdict"), [("2016-07-02", "incomparable"), ("2016-07-03", "conflict")])
def test_figures_more_than_three_days_apart_are_no_one_story(day, verdict):
    event = told("figures = { killed = 11 }", f'figures = {{ killed = 14 }}\nas_of = "{day}"')
    assert field(event, "figures.killed").verdict == verdict


def test_two_who_alone_say_so():
    event = told('claims = { outcome = "won" }', 'claims = { outcome = "lost" }\ndenies = ["claims.outcome"]')
    assert field(event, "claims.outcome").reason == "Only Agence A says so."


def test_truth_and_the_word_yes_are_told_apart():
    event = told("claims = { armed = true }", 'claims = { armed = "yes" }')
    assert [r.as_written for r in field(event, "claims.armed").readings] == [("true",), ("yes",)]


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("up to 10", "3", "Bulletin B's 3 lies below Agence A's \"up to 10\"; both can be true, 2 below what the wording suggests."),
        ("at least 10", "25", "Bulletin B's 25 lies above Agence A's \"at least 10\"; both can be true, 5 beyond what the "
         "wording suggests."),
    ],
)  # fmt: skip
def test_how_far_outside_the_wording(a, b, reason):
    event = told(f'figures = {{ killed = "{a}" }}', f"figures = {{ killed = {b} }}")
    assert field(event, "figures.killed").reason == reason
