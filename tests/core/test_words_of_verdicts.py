"""Reasons that an analyst reads: each says what is so, in days where days are meant, and nothing twice."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.verdicts.events import judge

BASE = """
[dossier]
timezone = "Asia/Damascus"
[[source]]
id = "a"
name = "Agence A"
published = 2016-06-29
[[source]]
id = "b"
name = "Bulletin B"
published = 2016-06-29
[[source]]
id = "w"
name = "Weltblatt"
published = 2016-06-29
timezone = "Europe/Berlin"
"""


def told(a: str, b: str, base: str = BASE, sources: str = "ab"):
    reports = "".join(
        f'\n[[report]]\nsource = "{source}"\nevent = "e"\n{body}\n'
        for source, body in zip(sources, (a, b), strict=True)
    )
    return judge(good_dossier(base + reports)).events[0].verdict


def field(event, name: str):
    return next(each for each in event.fields if each.field == name)


@pytest.mark.parametrize(
    ("a", "b", "gap", "reason"),
    [
        ("when = 2016-06-27", "when = 2016-06-28", "adjacent days",
         "Agence A's 2016-06-27 ends before Bulletin B's 2016-06-28 begins; adjacent days."),
        ('when = "morning of 28 June"', 'when = "afternoon of 28 June"', "adjacent times",
         "Agence A's \"morning of 28 June\" (2016-06-28T05:00/2016-06-28T11:59) ends before Bulletin B's \"afternoon of "
         '28 June" (2016-06-28T12:00/2016-06-28T17:59) begins; adjacent times.'),
        ('when = "2016-06-28T10:30:05"', 'when = "2016-06-28T10:30:06"', "adjacent times",
         'Agence A\'s "2016-06-28T10:30:05" ends before Bulletin B\'s "2016-06-28T10:30:06" begins; adjacent times.'),
        ("when = 2016-06-25\nuntil = 2016-06-28", "when = 2016-06-29", "adjacent days",
         "Agence A's 2016-06-25 (2016-06-25 … 2016-06-28) ends before Bulletin B's 2016-06-29 begins; adjacent days."),
        ("when = 2016-06-25\nuntil = 2016-06-28", "when = 2016-06-23", "2 days",
         "Bulletin B's 2016-06-23 ends before Agence A's 2016-06-25 (2016-06-25 … 2016-06-28) begins; 2 days apart."),
    ],
)  # fmt: skip
def test_how_far_apart_times_lie(a, b, gap, reason):
    when = field(told(a, b), "when")
    assert (when.verdict, when.gap, when.reason) == ("conflict", gap, reason)


def test_a_stretch_of_an_hour_is_not_told_of_a_week():
    when = field(told("when = 2016-06-20", 'when = "2016-06-28/.."', sources="wb"), "when")
    assert when.reason == "Weltblatt's 2016-06-20 ends before Bulletin B's \"2016-06-28/..\" begins; 8 days apart."


def test_the_shift_of_zones_that_fits_to_the_minute_is_the_one_named():
    """Two hours would bring them within the slack of full hours; three bring them together."""
    when = field(told('when = "2016-06-28T12:00"', 'when = "2016-06-28T15:00"', sources="wb"), "when")
    assert when.kind == "time-zone"
    assert when.reason.endswith("A shift of 3 hours (Asia/Damascus against UTC) would make them agree.")


def test_what_lasted_begins_at_the_same_time():
    event = told("when = 2016-06-25\nuntil = 2016-06-28", "when = 2016-06-25\nuntil = 2016-06-30")
    assert field(event, "when").reason.endswith("begin at the same time.")


@pytest.mark.parametrize(
    ("a", "b", "name", "reason"),
    [
        ("figures = { killed = [57, 59] }", "figures = { killed = 58 }", "figures.killed",
         "Bulletin B's 58 lies within Agence A's 57–59: one is more exact."),
        ('figures = { killed = "dozens" }', "figures = { killed = 58 }", "figures.killed",
         "Bulletin B's 58 lies within Agence A's \"dozens\" (24–99): one is more exact."),
        ("figures = { age = 34 }", "figures = { age = 35 }", "figures.age",
         "Agence A's 34 and Bulletin B's 35 overlap: both can be true. The field allows 1 either way."),
        ("figures = { age = 20 }", "figures = { age = 23 }", "figures.age",
         "Bulletin B's 23 lies above Agence A's 20, which reaches 21 at most; 1 apart. The field allows 1 either way."),
    ],
)  # fmt: skip
def test_how_figures_lie(a, b, name, reason):
    assert field(told(a, b), name).reason == reason


def test_two_speakers_each_quoted_twice_are_not_one_name_spelt_differently():
    base = BASE + '[[source]]\nid = "c"\nname = "Courier C"\n[[report]]\nsource = "c"\nevent = "e"\nsaid_by = "SANA"\n'
    said_by = field(told('said_by = "SANA"', 'said_by = "Kremlin"', base), "said_by")
    assert (said_by.verdict, said_by.kind) == ("single", None)
    assert said_by.reason.startswith("Agence A and Courier C quote the same. Who speaks is no claim")


COPY = '[[source]]\nid = "c"\nname = "Copy C"\nderived_from = ["a"]\n[[report]]\nsource = "c"\nevent = "e"\n'
FIRST = '[[report]]\nid = "a/1"\nsource = "a"\nevent = "e"\n'
SECOND = '[[report]]\nsource = "a"\nevent = "e"\n'


@pytest.mark.parametrize(
    ("first", "second", "copy", "name", "reason"),
    [
        ('figures = { killed = 11 }\nas_of = "2016-06-29T09:00"', 'figures = { killed = 14 }\nas_of = "2016-06-29T17:00"',
         "figures = { killed = 11 }", "figures.killed", None),
        ("claims = { armed = true }", 'claims = { armed = false }\ncorrects = ["a/1"]', "claims = { armed = true }",
         "claims.armed", "true → false: Agence A corrected itself."),
        ("figures = { killed = 17 }", 'denies = true\ncorrects = ["a/1"]', "figures = { killed = 17 }", "happened",
         "happened → did not happen: Agence A corrected itself."),
    ],
)  # fmt: skip
def test_a_copy_falls_with_what_it_repeats(first, second, copy, name, reason):
    """What a source has replaced or corrected is not held against it because someone had copied it before."""
    event = judge(good_dossier(f"{BASE}{COPY}{copy}\n{FIRST}{first}\n{SECOND}{second}\n")).events[0].verdict
    judged = field(event, name)
    assert (judged.verdict, judged.kind, event.contested) == ("single", "update", False)
    assert reason in (None, judged.reason)
    assert [r.sources for r in judged.readings if not r.superseded] == [("a",)]


def test_a_copy_of_what_still_stands_stands():
    text = BASE + COPY + "figures = { killed = 11 }\n" + FIRST + "figures = { killed = 11 }\n"
    other = '[[report]]\nsource = "b"\nevent = "e"\nfigures = { killed = 20 }\n'
    killed = field(judge(good_dossier(text + other)).events[0].verdict, "figures.killed")
    assert [(r.value, set(r.sources), r.superseded) for r in killed.readings] == [
        ("11", {"a", "c"}, False),
        ("20", {"b"}, False),
    ]


APART = """
[[place]]
id = "x"
name = "X"
lat = 34.0
lon = 40.0
[[place]]
id = "y"
name = "Y"
lat = 36.0
lon = 37.0
"""


@pytest.mark.parametrize(("same", "open_"), [("", True), ("true", False), ('"disputed"', True)])
def test_two_reports_linked_as_one_event_are_asked_about_no_more(same, open_):
    link = f'[[link]]\nreports = ["a/e", "b/e"]\nsame = {same}\n' if same else ""
    event = told('when = 2016-06-20\nwhere = "X"', 'when = 2016-06-28\nwhere = "Y"', BASE + APART + link)
    assert [(f.kind, f.open) for f in event.findings if f.flagged] == [("identity", open_)]


def stood(figure: int, at: str) -> str:
    return f'figures = {{ displaced = {figure} }}\nas_of = "{at}"\n'


def test_a_figure_that_rises_is_one_story_with_times():
    third = BASE + f'[[report]]\nsource = "w"\nevent = "e"\n{stood(17, "2016-06-29T17:00")}'
    event = told(stood(11, "2016-06-29T09:00"), stood(14, "2016-06-29T12:00"), third)
    assert field(event, "figures.displaced").reason == (
        "The figure rose: Agence A's 11 (2016-06-29T09:00) → Bulletin B's 14 (2016-06-29T12:00) → "
        "Weltblatt's 17 (2016-06-29T17:00)."
    )


@pytest.mark.parametrize(
    ("at", "why"),
    [
        ("2016-06-29T09:30", "3 apart. The higher figure is less than an hour later, so it is no update."),
        ("2016-07-03", "3 apart. The higher figure is more than 3 days later, so it is no update."),
        ("2016-06-28", "3 apart."),
    ],
)
def test_why_a_later_figure_is_no_update(at, why):
    displaced = field(told(stood(11, "2016-06-29T09:00"), stood(14, at)), "figures.displaced")
    assert (displaced.verdict, displaced.reason.endswith(why)) == ("conflict", True), displaced.reason


def test_one_source_that_raises_its_figure_twice_is_told_in_the_order_of_time():
    again = BASE + f'[[report]]\nsource = "a"\nevent = "e"\n{stood(9, "2016-06-29T10:00")}'
    event = told(stood(11, "2016-06-29T08:00"), stood(17, "2016-06-29T17:00"), again, sources="aa")
    assert field(event, "figures.displaced").reason == (
        "11 (2016-06-29T08:00) → 9 (2016-06-29T10:00) → 17 (2016-06-29T17:00): later figures of the same origin replaced "
        "the earlier ones."
    )


def test_figures_of_one_publisher_are_one_story_though_two_outlets_tell_it():
    family = BASE.replace('name = "Agence A"', 'name = "Agence A"\nfamily = "h"').replace(
        'name = "Bulletin B"', 'name = "Bulletin B"\nfamily = "h"'
    )
    event = told(stood(11, "2016-06-29T09:00"), stood(14, "2016-06-29T17:00"), family)
    assert field(event, "figures.displaced").reason == (
        "11 (2016-06-29T09:00) → 14 (2016-06-29T17:00): later figures of the same origin replaced the earlier ones."
    )


def test_nobody_is_quoted_with_the_words_of_another():
    """Agence A says "Tuesday"; the other two do not."""
    dated = BASE + '[[report]]\nsource = "w"\nevent = "e"\nwhen = 2016-06-28\n'
    when = field(told('when = "Tuesday"', "when = 2016-06-20", dated), "when")
    assert (
        when.reason == "Bulletin B's 2016-06-20 ends before Agence A and Weltblatt's 2016-06-28 begins; 8 days apart."
    )


@pytest.mark.parametrize(("at", "verdict"), [("2016-06-29T09:59", "conflict"), ("2016-06-29T10:00", "incomparable")])
def test_ten_is_an_hour_after_nine(at, verdict):
    event = told(stood(11, "2016-06-29T09:00"), stood(14, at))
    assert field(event, "figures.displaced").verdict == verdict


@pytest.mark.parametrize(
    ("denied", "reason"),
    [
        ("Captured", '"captured" is claimed by Agence A and denied by Bulletin B.'),
        ("seized", '"captured" is claimed by Agence A and denied by Bulletin B, whose words are "seized".'),
    ],
)
def test_a_denial_in_other_words_is_quoted(denied, reason):
    words = BASE + '[[field]]\nid = "claims.outcome"\nsame = [["captured", "seized"]]\n'
    event = told(
        'claims = { outcome = "captured" }', f'claims = {{ outcome = "{denied}" }}\ndenies = ["claims.outcome"]', words
    )
    assert field(event, "claims.outcome").reason == reason
