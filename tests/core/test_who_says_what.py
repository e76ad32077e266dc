"""Nobody is credited with what another said, denied or only announced; what a third report may not change (rules.md §2, §8, §9)."""

from __future__ import annotations

import pytest

from tests.builders import dossier
from tests.core.accounts import BASE, field, told
from tui.core.verdicts.events import judge


@pytest.mark.parametrize(
    ("claim", "denies", "expected"),
    [
        ('{ attacker = "Syrian army" }', '["who"]', {"who.attacker": "conflict"}),
        ('{ attacker = "Syrian army" }', '["who.attacker"]', {"who.attacker": "conflict"}),
        ('["Syrian army"]', '["who.attacker"]', {"who": "single", "who.attacker": "single"}),
        ('["Syrian army"]', '["who"]', {"who": "single", "who.attacker": "single"}),
    ],
)
def test_an_actor_that_is_denied_agrees_with_nobody(claim, denies, expected):
    event = told(f"who = {claim}", f'said_by = ["Ministry"]\nwho = {{ attacker = "Syrian army" }}\ndenies = {denies}')
    assert {f.field: f.verdict for f in event.fields if f.field.startswith("who")} == expected


WIRE = (
    "Rebels stormed the air base before dawn on Wednesday and held it for three hours until the jihadists drove them out, "
    "a commander of theirs said by telephone from a village near the border, where his men had gathered after the fight"
)


def test_a_third_text_like_two_others_takes_no_conflict_from_between_them():
    def judged(*texts):
        reports = "".join(
            f'[[report]]\nid = "r{n}"\nsource = "{source}"\nevent = "e"\ntext = "{text}"\n{values}\n'
            for n, (source, text, values) in enumerate(texts)
        )
        sources = "".join(f'[[source]]\nid = "{s}"\nname = "{s}"\n' for s in "abc")
        loaded, _ = dossier(sources + reports)
        return field(judge(loaded).events[0].verdict, "figures.killed").verdict

    a = ("a", f"{WIRE} on Wednesday evening in the old town", "figures = { killed = 11 }\nas_of = 2016-06-01")
    b = ("b", f"as was heard in the capital on Thursday {WIRE}", "figures = { killed = 14 }\nas_of = 2016-06-09")
    c = ("c", WIRE, "")
    assert (judged(a, b), judged(a, b, c)) == ("conflict", "conflict")


def test_a_story_is_told_by_its_hours_where_there_are_any():
    reports = "".join(
        f'[[report]]\nid = "{name}"\nsource = "{source}"\nevent = "e"\nfigures = {{ killed = {killed} }}\n{more}\n'
        for name, source, killed, more in (
            ("r1", "rtr", 7, "as_of = 2024-03-13T09:00:00"),
            ("r2", "rtr", 9, "as_of = 2024-03-13T12:00:00"),
            ("d1", "dw", 9, ""),
        )
    )
    sources = (
        '[[source]]\nid = "rtr"\nname = "Reuters"\n'
        '[[source]]\nid = "dw"\nname = "DW"\npublished = 2024-03-13\nderived_from = ["rtr"]\n'
    )
    loaded, _ = dossier(sources + reports)
    told = field(judge(loaded).events[0].verdict, "figures.killed").reason
    assert (
        told
        == "7 (2024-03-13T09:00) → 9 (2024-03-13T12:00): later figures of the same origin replaced the earlier ones."
    )


def test_a_shift_that_leaves_other_clock_times_resolves_nothing():
    event = told('when = "2016-06-28T12:00"', 'when = "2016-06-28T10:00"')
    assert (field(event, "when").verdict, field(event, "when").kind) == ("conflict", "time-conflict")


SAME_WORDS = (
    '[[field]]\nid = "claims.outcome"\nsame = [["captured", "seized"]]\nexclusive = [["captured", "repelled"]]\n'
)


@pytest.mark.parametrize(
    ("reports", "reason"),
    [
        (
            (("A", "captured", ""), ("B", "seized", ""), ("C", "repelled", "")),
            'A\'s "captured" (B: "seized") and C\'s "repelled" exclude each other',
        ),
        (
            (("A", "captured", "Islam"), ("B", "captured", "Jaish"), ("C", "repelled", "")),
            'Islam and Jaish\'s "captured" (A and B) and C\'s "repelled" exclude each other',
        ),
        (
            (("A", "captured", "the ministry"), ("B", "repelled", "the ministry")),
            'The ministry\'s "captured" (A) and the ministry\'s "repelled" (B) exclude each other',
        ),
    ],
    ids=["other words", "two speakers", "one speaker"],
)
def test_nobody_is_quoted_with_words_or_claims_of_another(reports, reason):
    sources = "".join(f'[[source]]\nid = "{name.lower()}"\nname = "{name}"\n' for name, _, _ in reports)
    made = "".join(
        f'[[report]]\nsource = "{name.lower()}"\nevent = "e"\nclaims = {{ outcome = "{words}" }}\n'
        + (f'said_by = ["{speaker}"]\n' if speaker else "")
        for name, words, speaker in reports
    )
    loaded, _ = dossier(SAME_WORDS + sources + made)
    assert field(judge(loaded).events[0].verdict, "claims.outcome").reason.startswith(reason)


def test_one_denier_under_two_names_is_named_once():
    event = told(
        'claims = { outcome = "won" }',
        'claims = { outcome = "won" }\nsaid_by = ["the Ministry"]\ndenies = ["claims.outcome"]\n[[report]]\nid = "b/2"\nsource = "a"\n'
        'event = "e"\nclaims = { outcome = "won" }\nsaid_by = ["Ministry"]\ndenies = ["claims.outcome"]',
        BASE + '\n[[actor]]\nid = "min"\nname = "Ministry"\naliases = ["the Ministry"]\n',
    )
    assert field(event, "claims.outcome").reason.count("inistry") == 1


@pytest.mark.parametrize(("high", "begins"), [("tens", "10"), ("nearly 75", "60")])
def test_a_reason_says_where_loose_words_begin(high, begins):
    event = told("figures = { killed = 4 }", f'figures = {{ killed = "{high}" }}')
    assert f'"{high}", which begins at {begins}, lies above' in field(event, "figures.killed").reason


def test_what_was_announced_confirms_nothing_that_happened():
    event = told('when = "2016-06-28"\nplanned = true\nsaid_by = ["X"]', 'when = 2016-06-28\nsaid_by = ["X"]')
    assert len(field(event, "said_by").readings) == 1
    assert ([len(r.reports) for r in field(event, "when").readings], field(event, "when").kind) == ([1, 1], "planned")


@pytest.mark.parametrize(("third", "verdict"), [("SOHR", "same"), ("White Helmets", "single")])
def test_speakers_are_the_same_only_where_nobody_quotes_another(third, verdict):
    event = told(
        'said_by = "SOHR"',
        'said_by = "SOHR"',
        BASE + f'\n[[report]]\nid = "c"\nsource = "a"\nevent = "e"\nsaid_by = "{third}"',
    )
    assert field(event, "said_by").verdict == verdict


def printed(*reports: tuple[str, str, str, str]):
    """One event of (source, day of June on which it came out, what follows the wire text, values)."""
    sources = "".join(
        f'[[source]]\nid = "{name.lower()}"\nname = "{name}"\npublished = 2016-06-{day}\n'
        for name, day in {name: day for name, day, _, _ in reports}.items()
    )
    told = "".join(
        f'[[report]]\nsource = "{name.lower()}"\nevent = "e"\ntext = "{WIRE} {more}"\n{values}\n'
        for name, _, more, values in reports
    )
    loaded, _ = dossier(sources + told)
    return judge(loaded).events[0].verdict


LONGER = " ".join(str(n) for n in range(40))
THIRTY, MORE = "figures = { killed = 30 }", "figures = { killed = 43 }"
ONE_TEXT = "Agence and Bulletin print one text ({} % of it shared), but {} in the one is {} in the other."


@pytest.mark.parametrize(
    ("reports", "found"),
    [
        ((("Agence", "10", "", THIRTY), ("Bulletin", "10", "", MORE)), [ONE_TEXT.format(100, 30, 43)]),
        (
            (("Agence", "10", "who has four", THIRTY), ("Bulletin", "10", "in the long summer of that year", MORE)),
            [ONE_TEXT.format(93, 30, 43)],
        ),
        ((("Agence", "10", "", THIRTY), ("Bulletin", "10", "", 'figures = { killed = "at least 30" }')), []),
        ((("Agence", "10", "", THIRTY), ("Bulletin", "10", LONGER, MORE)), [ONE_TEXT.format(100, 30, 43)]),
        # a later, higher toll is news; a lower one was changed on the way
        ((("Agence", "10", "", THIRTY), ("Bulletin", "11", "", MORE)), []),
        ((("Agence", "10", "", MORE), ("Bulletin", "11", "", THIRTY)), [ONE_TEXT.format(100, 43, 30)]),
        # the third prints what the second does, and is not counted again
        (
            (("Agence", "10", "", THIRTY), ("Bulletin", "10", "", MORE), ("Courier", "10", "", MORE)),
            [ONE_TEXT.format(100, 30, 43)],
        ),
        # told already: it says that it repeats Agence
        (
            (("Agence", "10", "", THIRTY), ("Bulletin", "10", "", f'derived_from = ["agence"]\n{MORE}')),
            ["Bulletin repeats Agence but says 43 where Agence has 30."],
        ),
        # one announced, one happened
        ((("Agence", "10", "", f"planned = true\n{THIRTY}"), ("Bulletin", "10", "", MORE)), []),
        (
            (("Agence", "10", "", 'when = "on Friday"'), ("Bulletin", "20", "", 'when = "on Friday"')),
            [ONE_TEXT.format(100, '"on Friday" (2016-06-10)', '"on Friday" (2016-06-17)')],
        ),
    ],
)  # fmt: skip
def test_one_text_with_two_values_is_a_copy_that_differs(reports, found):
    event = printed(*reports)
    assert [f.reason for f in event.findings if f.flagged] == found


def test_a_figure_that_its_own_publisher_replaced_is_no_difference_of_a_copy():
    old = ("Agence", "10", "", f"as_of = 2016-06-10T09:00:00\n{THIRTY}")
    new = ("Agence", "10", "", f"as_of = 2016-06-10T12:00:00\n{MORE}")
    assert [f for f in printed(old, new, ("Bulletin", "10", "", MORE)).findings if f.flagged] == []
