"""Whom a reason names, and how a sentence about them begins and ends."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tests.core.accounts import field
from tui.core.verdicts.comparisons import possessive, sentence
from tui.core.verdicts.events import judge

DAY = "published = 2016-06-30"


def event(*accounts: tuple[str, str, str], as_of: int | None = None):
    """The verdict on one event of these (name of the outlet, keys of its source, keys of its report), in that order."""
    sources = {
        name: f'[[source]]\nid = "{name.lower().replace(" ", "-")}"\nname = "{name}"\n{keys}\n'
        for name, keys, _ in accounts
    }
    reports = "".join(
        f'[[report]]\nid = "r{number}"\nsource = "{name.lower().replace(" ", "-")}"\nevent = "e"\n{keys}\n'
        for number, (name, _, keys) in enumerate(accounts)
    )
    return judge(good_dossier("".join(sources.values()) + reports), as_of=as_of).events[0].verdict


def test_a_reading_bears_the_name_of_the_root_and_not_of_a_copy_that_comes_first_by_name():
    told = event(
        ("Aardvark", DAY, 'derived_from = ["wire"]\nfigures = { killed = 7 }'),
        ("Badger", DAY, 'derived_from = ["wire"]\nfigures = { killed = 7 }'),
        ("Wire", "published = 2016-06-30T10:00:00Z", "figures = { killed = 7 }"),
        ("Gazette", DAY, "figures = { killed = 6 }"),
    )

    assert field(told, "figures.killed").reason == (
        "Wire's 7 (one origin with 2 others) lies above Gazette's 6, which is exact; 1 apart."
    )


def test_one_speaker_bears_one_name_on_both_sides_whatever_the_outlets_call_them():
    told = event(
        ("Wire", DAY, 'said_by = "Colonel Jaber Ammash"\nfigures = { killed = 100 }'),
        ("Gazette", DAY, 'said_by = "Jaber Ammash"\nfigures = { killed = 130 }'),
    )

    assert field(told, "figures.killed").reason == (
        "Colonel Jaber Ammash's 130 (Gazette) lies above Colonel Jaber Ammash's 100 (Wire), which is exact; 30 apart."
    )


def test_one_speaker_on_both_sides_is_named_with_where_it_was_heard():
    told = event(
        ("Wire", DAY, 'said_by = "the Pentagon"\nclaims = { target = "base" }'),
        ("Gazette", DAY, 'said_by = "the Pentagon"\nclaims = { target = "base" }\ndenies = ["claims.target"]'),
    )

    assert field(told, "claims.target").reason == (
        '"base" is claimed by the Pentagon in Wire and denied by the Pentagon in Gazette.'
    )


def test_a_figure_that_fell_is_no_step_of_one_that_rose():
    told = event(
        ("Wire", DAY, "figures = { killed = 12 }\nas_of = 2016-06-29T09:00:00Z"),
        ("Gazette", DAY, "figures = { killed = 11 }\nas_of = 2016-06-29T10:00:00Z"),
        ("Gazette", DAY, "figures = { killed = 14 }\nas_of = 2016-06-29T18:00:00Z"),
    )

    killed = field(told, "figures.killed")
    assert (killed.kind, killed.reason) == (
        "update",
        "The figure rose from Wire's 12 (2016-06-29T09:00) to Gazette's 14 (2016-06-29T18:00).",
    )


@pytest.mark.parametrize(
    ("name", "of"),
    [
        *[("Reuters", "Reuters'"), ("AFP", "AFP's"), ("IS", "IS's"), ("observers", "observers'")],
        *[("a witness", "a witness's"), ("an official of the SAS", "an official of the SAS's")],
        *[("a monitor and 2 others", "a monitor and 2 others'"), ("SOHR and a witness", "SOHR and a witness's")],
    ],
)
def test_whose(name, of):
    assert possessive(name) == of


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("residents' 5 lies above it.", "Residents' 5 lies above it."),
        ("dw's 5 lies above it.", "dw's 5 lies above it."),
        ('"base" is claimed by X.', '"base" is claimed by X.'),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_but_for_the_name_of_an_outlet(text, begun):
    assert sentence(text, ("dw", "Wire")) == begun


CLOCK = 1467158399  # the last second of 28 June 2016, UTC
EARLY = "published = 2016-06-28"


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ('figures = { killed = 11 }\ncorrects = ["r0"]\nas_of = 2016-06-30', ("conflict", [("14", False), ("20", False)])),
        ('denies = true\ncorrects = ["r0"]\nas_of = 2016-06-30', ("conflict", [("14", False), ("20", False)])),
        ('figures = { killed = 11 }\ncorrects = ["r0"]\nas_of = 2016-06-28',
         ("conflict", [("11", False), ("14", True), ("20", False)])),
    ],
    ids=["a later correction", "a later retraction", "a correction of that day"],
)  # fmt: skip
def test_what_was_taken_back_later_stands_as_of_then(later, expected):
    accounts = [
        ("Early", EARLY, "figures = { killed = 14 }"),
        ("Early", EARLY, later),
        ("Other", EARLY, "figures = { killed = 20 }"),
    ]

    told = event(*accounts, as_of=CLOCK)

    killed = field(told, "figures.killed")
    shown = [(reading.value, reading.superseded) for reading in killed.readings]
    assert (killed.verdict, shown) == expected
    assert not [each for each in told.fields if each.field == "happened"]


ARMY = (
    '[[actor]]\nid = "gov"\nname = "Syrian government"\n[[actor]]\nid = "army"\nname = "Syrian army"\npart_of = "gov"\n'
)


@pytest.mark.parametrize(
    ("accounts", "name", "reason"),
    [
        (
            (("Wire", DAY, "figures = { killed = 7 }"), ("Badger", DAY, 'derived_from = ["wire"]\nfigures = { killed = 7 }')),
            "figures.killed",
            "Wire and Badger say so, both from one origin.",
        ),
        (
            (("Wire", DAY, 'who = { attacker = "Syrian army" }'),
             ("Gazette", DAY, f'who = {{ attacker = "Syrian government" }}\n{ARMY}')),
            "who.attacker",
            'Wire\'s "Syrian army" is part of Gazette\'s "Syrian government": one says more.',
        ),
        (
            (("Wire", DAY, 'said_by = "A"\nplanned = true\nwhen = 2016-06-29'), ("Gazette", DAY, 'said_by = "B"\nwhen = 2016-06-29')),
            "said_by",
            "Who speaks is no claim about the event: different speakers are not held against each other.",
        ),
        (
            (("Wire", DAY, 'said_by = "A"'), ("Gazette", DAY, 'said_by = "A"'), ("Badger", DAY, 'said_by = "B"')),
            "said_by",
            "Gazette and Wire quote the same. "
            "Who speaks is no claim about the event: different speakers are not held against each other.",
        ),
    ],
    ids=["two echoes", "a branch", "who announced", "two of three quote one"],
)  # fmt: skip
def test_what_a_reason_says(accounts, name, reason):
    assert field(event(*accounts), name).reason == reason


def test_a_later_figure_of_another_outlet_of_the_publisher_bears_its_name():
    told = event(
        ("Early", f'family = "e"\n{DAY}', "figures = { killed = 14 }\nas_of = 2016-06-28"),
        ("Early Update", f'family = "e"\n{DAY}', "figures = { killed = 11 }\nas_of = 2016-06-30"),
    )

    assert [each.reason for each in told.findings if each.field] == [
        "Early's 14 fell to Early Update's 11 without a correction."
    ]


@pytest.mark.parametrize(
    ("original", "copy", "reason"),
    [
        ("at least 28", "28", 'Gazette repeats Wire but says 28 where Wire has "at least 28".'),
        ("about 30", "30", 'Gazette repeats Wire but says 30 where Wire has "about 30".'),
        ("36", "dozens", None),
        ("at least 28", "28 or more", None),
    ],
)
def test_a_copy_that_says_for_certain_what_its_original_leaves_open_is_told(original, copy, reason):
    told = event(
        ("Wire", DAY, f'figures = {{ killed = "{original}" }}'),
        ("Gazette", DAY, f'derived_from = ["wire"]\nfigures = {{ killed = "{copy}" }}'),
    )

    assert [each.reason for each in told.findings if each.kind == "copy-differs"] == ([reason] if reason else [])


def test_up_to_ten_is_no_step_below_two():
    told = event(
        ("Wire", DAY, 'figures = { killed = "up to 10" }\nas_of = 2016-06-29T09:00:00Z'),
        ("Gazette", DAY, "figures = { killed = 2 }\nas_of = 2016-06-29T12:00:00Z"),
        ("Bulletin", DAY, "figures = { killed = 11 }\nas_of = 2016-06-29T18:00:00Z"),
        ("Courier", DAY, "figures = { killed = 14 }\nas_of = 2016-06-29T20:00:00Z"),
    )

    assert field(told, "figures.killed").reason == (
        "The figure rose: Wire's \"up to 10\" (2016-06-29T09:00) → Bulletin's 11 (2016-06-29T18:00) → "
        "Courier's 14 (2016-06-29T20:00)."
    )


def test_a_denial_does_not_hide_that_two_others_contradict_each_other():
    told = event(
        ("Wire", DAY, "claims = { free = true }"),
        ("Gazette", DAY, 'said_by = "Ayman Jad"\ndenies = ["claims.free"]\nclaims = { free = true }'),
        ("Bulletin", DAY, "claims = { free = false }"),
    )

    assert field(told, "claims.free").reason == (
        'Bulletin\'s "false" and Wire\'s "true" exclude each other: one says true, the other false. '
        '"true" is claimed by Wire and denied by Ayman Jad.'
    )
