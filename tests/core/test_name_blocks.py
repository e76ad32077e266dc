"""Names worth comparing are found without holding each against all others."""

from __future__ import annotations

from tui.core.name_blocks import MOST, PARTNERS, candidates
from tui.core.name_parts import parse


def found(*names: str, kind: str = "person") -> set[tuple[str, str]]:
    return {(names[a], names[b]) for a, b in candidates([parse(name, kind) for name in names])}


def test_names_with_the_same_consonants_meet_and_others_do_not() -> None:
    assert found("Mozahem al-Saloum", "Muzahim Sallum", "Ashton Carter") == {("Mozahem al-Saloum", "Muzahim Sallum")}


def test_one_consonant_more_or_less_is_no_hindrance() -> None:
    assert found("Jarabulus", "Jarablis", "Jarabulsk", kind="place") == {
        ("Jarabulus", "Jarablis"), ("Jarabulus", "Jarabulsk"), ("Jarablis", "Jarabulsk"),
    }  # fmt: skip


def test_a_name_inside_another_meets_it() -> None:
    assert found("Khabibulin", "Riafagat Khabibulin") == {("Khabibulin", "Riafagat Khabibulin")}


def test_one_word_of_several_is_not_enough() -> None:
    assert found("Osama Khabibulin", "Riafagat Khabibulin") == set()


def test_an_acronym_meets_what_it_stands_for() -> None:
    assert found("SOHR", "Syrian Observatory for Human Rights", kind="org") == {
        ("SOHR", "Syrian Observatory for Human Rights")
    }


def test_pairs_stay_few_where_very_many_names_share_their_words() -> None:
    names = [f"Muhammad Ahmad {chr(ord('a') + i // 26)}{chr(ord('a') + i % 26)}" for i in range(26 * 26)]
    assert len(names) > MOST
    assert len(found(*names)) <= len(names) * PARTNERS
