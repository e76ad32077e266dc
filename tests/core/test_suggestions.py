"""Names that may be one are suggested once, under the right table; what the dossier keeps apart never is."""

from __future__ import annotations

import pytest
import tomli

from tests.builders import dossier as built
from tests.builders import good_dossier
from tui.core.model import Position
from tui.core.progress import Step
from tui.core.suggestions import Suggestion, suggest
from tui.errors import Cancelled

HEAD = '[[source]]\nid = "s"\n'


def told(suggestions: tuple[Suggestion, ...]) -> list[tuple[str, int | None, str, list[str]]]:
    """File, line and id of the table, and the names suggested for it."""
    return [
        (entry.position.file, entry.position.line, entry.id, [alias.name for alias in entry.aliases])
        for entry in suggestions
    ]


def of(text: str) -> tuple[Suggestion, ...]:
    return suggest(good_dossier(HEAD + text))


IRAQ = '[[actor]]\nid = "iraq"\nname = "Iraq"\nkind = "state"\naliases = ["Baghdad"]\n'


def test_a_name_is_suggested_under_the_declared_table_it_is_like() -> None:
    (found,) = of(IRAQ + '[[report]]\nsource = "s"\nwho = ["Iraqi fighters"]\n')
    (alias,) = found.aliases
    assert (found.table, found.id, found.name, found.position, found.new, found.replaces) == (
        "actor", "iraq", "Iraq", Position("main.toml", 3), False, True,
    )  # fmt: skip
    assert found.lines == ('aliases = ["Baghdad", "Iraqi fighters"]',)
    assert (alias.name, alias.like, alias.count, alias.position, alias.others) == (
        "Iraqi fighters", "Iraq", 1, Position("main.toml", 10), (),
    )  # fmt: skip
    assert "never merged on likeness" in alias.rule


def test_a_table_without_aliases_gains_the_line() -> None:
    (found,) = of(
        '[[actor]]\nid = "iraq"\nname = "Iraq"\nkind = "state"\n[[report]]\nsource = "s"\nsaid_by = "Iraqi fighters"\n'
    )
    assert (found.replaces, found.lines) == (False, ('aliases = ["Iraqi fighters"]',))


PEOPLE = """
[[report]]
source = "s"
who = ["Karam Masri Halabi"]
[[report]]
source = "s"
who = { spokesman = "Karam al-Masri" }
[[report]]
source = "s"
said_by = "Karam al-Masri"
"""


def test_names_of_which_none_is_declared_become_a_new_table_named_as_most_reports_do() -> None:
    (found,) = of(PEOPLE)
    assert (found.new, found.position, found.lines) == (
        True,
        Position("main.toml", None),
        ("[[actor]]", 'id = "karam-al-masri"', 'name = "Karam al-Masri"', 'aliases = ["Karam Masri Halabi"]'),
    )


def test_a_new_table_goes_where_tables_of_its_kind_stand() -> None:
    actors = '[[actor]]\nid = "carter"\nname = "Ashton Carter"\nkind = "person"\n'
    assert told(suggest(good_dossier(main=HEAD + PEOPLE, persons=actors))) == [
        ("persons.toml", None, "karam-al-masri", ["Karam Masri Halabi"])
    ]


def test_places_are_read_without_the_words_around_them() -> None:
    assert told(of('[[report]]\nsource = "s"\nwhere = "near Shejkh-Miskin"\n'
                   '[[report]]\nsource = "s"\nwhere = "Shaykh Miskin, Daraa"\n')) == [
        ("main.toml", None, "shejkh-miskin", ["Shaykh Miskin"])
    ]  # fmt: skip


def test_pasting_what_is_suggested_leaves_nothing_to_suggest() -> None:
    text = HEAD + IRAQ + '[[report]]\nsource = "s"\nwho = ["Iraqi fighters"]\n' + PEOPLE
    under, new = suggest(good_dossier(text))
    pasted = text.replace('aliases = ["Baghdad"]', under.lines[0]) + "\n".join(new.lines) + "\n"
    assert tomli.loads(pasted)["actor"][1]["id"] == "karam-al-masri"
    assert suggest(good_dossier(pasted)) == ()


def test_a_name_with_a_table_of_its_own_is_kept_apart() -> None:
    own = '[[actor]]\nid = "fighters"\nname = "Iraqi fighters"\nkind = "group"\n'
    assert of(IRAQ + own + '[[report]]\nsource = "s"\nwho = ["Iraqi fighters"]\n') == ()


def test_names_side_by_side_in_one_list_are_kept_apart() -> None:
    assert of(IRAQ + '[[report]]\nsource = "s"\nwho = ["Iraqi fighters", "Baghdad"]\n') == ()
    assert of('[[report]]\nsource = "s"\nwho = ["Karam al-Masri", "Karam Masri Halabi"]\n') == ()


def test_names_of_reports_that_a_link_holds_apart_are_kept_apart() -> None:
    reports = (
        '[[report]]\nid = "a"\nsource = "s"\nwho = ["Karam al-Masri"]\n'
        '[[report]]\nid = "b"\nsource = "s"\nwho = ["Karam Masri Halabi"]\n'
    )
    link = '[[link]]\nreports = ["a", "b"]\nsame = '
    assert of(reports + link + "false\n") == ()
    assert len(of(reports + link + "true\n")) == 1


def test_a_name_two_tables_declare_and_words_that_are_no_name_are_not_suggested() -> None:
    twice = IRAQ + '[[actor]]\nid = "iran"\nname = "Iran"\nkind = "state"\naliases = ["Baghdad"]\n'
    unnamed = ', "iraqi fighters", "an Iraqi official"]\n'
    dossier, _ = built(HEAD + twice + '[[report]]\nsource = "s"\nwho = ["Baghdad"' + unnamed)
    assert suggest(dossier) == ()


def test_case_accents_and_hyphens_do_not_make_two_names() -> None:
    text = '[[report]]\nsource = "s"\nwho = ["Iraqi Fighters"]\n[[report]]\nsource = "s"\nwho = ["IRAQI-FIGHTERS"]\n'
    (found,) = of(IRAQ + text)
    assert [(alias.name, alias.count) for alias in found.aliases] == [("Iraqi Fighters", 2)]


def test_a_name_like_two_tables_is_suggested_once_and_says_so() -> None:
    other = '[[actor]]\nid = "army"\nname = "Iraqi army"\nkind = "group"\n'
    (found,) = of(IRAQ + other + '[[report]]\nsource = "s"\nwho = ["Iraqi fighters"]\n')
    (alias,) = found.aliases
    assert sorted([found.id, *alias.others]) == ["army", "iraq"]


def test_the_order_of_reports_changes_no_table() -> None:
    reports = PEOPLE.split("[[report]]")
    assert [entry.lines for entry in of("[[report]]".join(reports))] == [
        entry.lines for entry in of("[[report]]".join([reports[0], *reversed(reports[1:])]))
    ]


def test_a_dossier_of_one_name_suggests_nothing() -> None:
    assert of('[[report]]\nsource = "s"\nwho = ["Iraqi fighters"]\nwhere = "Jayrud"\n') == ()


def test_comparing_names_tells_how_far_it_is_and_ends_where_nobody_waits() -> None:
    dossier, told = good_dossier(HEAD + PEOPLE), list[Step]()
    asked = suggest(dossier, told.append)
    assert asked == suggest(dossier)
    assert {step.phase for step in told} == {"reading", "gathering", "comparing"}
    for last in range(len(told)):
        words = iter(range(last))

        def stop(step: Step, left=words) -> None:
            if next(left, None) is None:
                raise Cancelled(step.phase)

        with pytest.raises(Cancelled):
            suggest(dossier, stop)
