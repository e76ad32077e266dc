"""A name means a place of GeoNames only where one is left; the tables say what is from GeoNames and what is assumed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.geonames_extract import EXTRACT, line
from tui.core.geonames import MOST, Row, Search, Tier
from tui.core.geonames_tables import Outcome, radius_km, tables
from tui.core.mentions import Mention
from tui.core.model import Place, Position
from tui.core.names import fold


def rows(text: str = EXTRACT) -> list[Row]:
    cells = [row.split("\t") for row in text.splitlines()]
    return [
        Row(int(c[0]), c[1], c[2], tuple(c[3].split(",")) if c[3] else (), float(c[4]), float(c[5]), c[6], c[7], c[8],
            c[10], int(c[14]))
        for c in cells
    ]  # fmt: skip


def searched(*names: str, text: str = EXTRACT, declared: Sequence[Place] = ()) -> Search:
    known = {fold(name): place.id for place in declared for name in (place.id, place.name, *place.aliases)}
    search = Search(names, dict(known))
    for row in rows(text):
        search.take(row)
    return search


def written(*names: str, text: str = EXTRACT, declared: Sequence[Place] = ()) -> Outcome:
    mentions = [Mention(name=name, count=1, report="r", position=Position()) for name in names]
    return tables(searched(*names, text=text, declared=declared), mentions, declared, origin="SY.txt")


def read(outcome: Outcome) -> list[dict[str, object]]:
    found = tomli.loads("\n".join(outcome.lines)).get("place", [])
    assert isinstance(found, list)
    return found


def comments(outcome: Outcome) -> list[str]:
    """The comments that choose, without the head of the file."""
    return [text for text in outcome.lines[5:] if text.startswith("#")]


@pytest.mark.parametrize(
    ("name", "number", "tier"),
    [
        ("Albu Kamal", 174448, Tier.EQUAL),  # the name without its marks
        ("al-Bukamal", 174448, Tier.EQUAL),  # another name; the district and the station beside the town do not count
        ("البوكمال", 174448, Tier.EQUAL),
        ("Jarablus", 168800, Tier.SPELLING),
        ("Deir Ezzor province", 170792, Tier.SPELLING),  # says what it is, so the town does not count
        ("Aleppo province", 170062, Tier.EQUAL),
        ("the city of Raqqa", 172955, Tier.EQUAL),
        ("Abu Kamal district", 174449, Tier.EQUAL),
        ("Palmyra", 168805, Tier.EQUAL),  # what no longer exists does not count
        ("Hamdan air base", 168803, Tier.EQUAL),
        ("Euphrates", 168801, Tier.EQUAL),
        ("Iraq", 99071, Tier.EQUAL),
    ],
)
def test_one_place_is_left(name: str, number: int, tier: Tier) -> None:
    decided = searched(name).found[name].decided
    assert decided is not None
    assert (decided.row.id, decided.tier) == (number, tier)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Aleppo", [170062, 170063]),  # the governorate or the town: most people first
        ("Jayrud", [169000, 169001]),  # two settlements far apart
    ],
)
def test_several_are_left_and_none_is_chosen(name: str, numbers: list[int]) -> None:
    found = searched(name).found[name]
    assert found.decided is None
    assert [candidate.row.id for candidate in found.candidates] == numbers


def test_spellings_do_not_count_where_a_name_is_equal() -> None:
    found = searched("Jeiroud").found["Jeiroud"]
    assert [(candidate.row.id, candidate.tier) for candidate in found.candidates] == [(169000, Tier.EQUAL)]


def test_few_of_very_many_are_kept_and_the_others_counted() -> None:
    many = "".join(line(i, "Tell", "Tell", "", 35, 36, "P", "PPL", "SY", "01", i) + "\n" for i in range(1, 31))
    found = searched("Tell", text=many).found["Tell"]
    assert ([candidate.row.id for candidate in found.candidates], found.more) == (
        list(range(30, 30 - MOST, -1)),
        30 - MOST,
    )
    assert found.decided is None


def test_a_place_gets_its_area_and_its_country_and_the_names_the_dossier_uses() -> None:
    outcome = written("Jarabulus", "Jarablus")
    assert read(outcome) == [
        {"id": "syria", "name": "Syria"},
        {"id": "aleppo-governorate", "name": "Aleppo Governorate", "within": "syria"},
        {"id": "jarabulus", "name": "Jarabulus", "aliases": ["Jarablus"], "within": "aleppo-governorate",
         "lat": 36.8175, "lon": 38.01111, "radius_km": 2},
    ]  # fmt: skip
    assert (outcome.places, outcome.areas, outcome.open, outcome.missing) == (1, 2, 0, ())
    assert '# GeoNames 168800 "Jarābulus" (P.PPL, 11,570 people)' in outcome.lines


def test_areas_of_the_dossier_are_used_and_not_written_again() -> None:
    declared = (
        Place(id="sy", name="Syrian Arab Republic"),
        Place(id="dez", name="Deir ez-Zor governorate", aliases=("Deir ez-Zor",)),
    )
    assert [(place["id"], place.get("within")) for place in read(written("Albu Kamal", "Jarabulus", declared=declared))] == [
        ("aleppo-governorate", "sy"), ("albu-kamal", "dez"), ("jarabulus", "aleppo-governorate"),
    ]  # fmt: skip


def test_an_area_that_reports_mention_goes_by_the_name_they_use() -> None:
    assert [(place["id"], place["name"], place.get("within")) for place in read(written("Albu Kamal", "Deir Ezzor province"))] == [
        ("syria", "Syria", None),
        ("albu-kamal", "Albu Kamal", "deir-ezzor-province"),
        ("deir-ezzor-province", "Deir Ezzor province", "syria"),
    ]  # fmt: skip


def test_what_no_point_stands_for_has_none() -> None:
    river, area = read(written("Euphrates", "Aleppo province", declared=(Place(id="syria", name="Syria"),)))
    assert river == {"id": "euphrates", "name": "Euphrates", "within": "syria"}
    assert area == {"id": "aleppo-province", "name": "Aleppo province", "within": "syria"}


def test_an_ambiguous_name_is_left_in_comments_from_which_one_table_can_be_taken() -> None:
    outcome = written("Jayrud", declared=(Place(id="syria", name="Syria"),))
    assert (read(outcome), outcome.open) == ([], 1)
    assert comments(outcome) == [
        '# "Jayrud" may be any of 2; nothing is decided here. To choose one, take its #| away.',
        "#",
        '# GeoNames 169000 "Jayrūd" (P.PPLA3, 24,219 people)',
        "#| [[place]]", '#| id = "jayrud"', '#| name = "Jayrud"', '#| within = "syria"', "#| lat = 33.80644",
        "#| lon = 36.73998", "#| radius_km = 3",
        "#",
        '# GeoNames 169001 "Jayrud" (P.PPL), in "Aleppo Governorate"',
        "#| [[place]]", '#| id = "jayrud"', '#| name = "Jayrud"', '#| within = "syria"', "#| lat = 36.1",
        "#| lon = 37.9", "#| radius_km = 2",
    ]  # fmt: skip


def test_an_area_is_not_added_where_its_name_would_answer_an_open_question() -> None:
    plain = EXTRACT.replace("Aleppo Governorate\tAleppo Governorate\tAleppo,", "Aleppo\tAleppo\t")
    outcome = written("Aleppo", "Jarabulus", text=plain)
    assert [(place["id"], place.get("within")) for place in read(outcome)] == [("syria", None), ("jarabulus", "syria")]
    assert outcome.open == 1


def test_a_place_the_dossier_declares_under_another_name_gets_no_second_table() -> None:
    declared = (Place(id="albukamal", name="Abu Kamal"),)
    outcome = written("al-Bukamal", declared=declared)
    assert (read(outcome), outcome.places, outcome.open) == ([], 0, 1)
    (told,) = comments(outcome)
    assert "[[place]]: albukamal" in told


def test_names_that_are_not_there_are_listed() -> None:
    outcome = written("Jarabulus", "Atlantis")
    assert outcome.missing == ("Atlantis",)
    assert outcome.lines[-2:] == ("# Not found:", '#   "Atlantis"')


def test_nothing_found_is_nothing_to_write() -> None:
    assert written("Atlantis") == Outcome(lines=(), places=0, areas=0, open=0, missing=("Atlantis",))


def test_the_head_names_the_source_and_its_licence() -> None:
    head = "\n".join(written("Jarabulus").lines[:5])
    assert [word in head for word in ("GeoNames", "CC BY 4.0", "SY.txt", "radius_km")] == [True] * 4


@pytest.mark.parametrize(
    ("feature_class", "code", "expected"),
    [("P", "PPLC", 15), ("P", "PPLA", 8), ("P", "PPL", 2), ("P", "PPLQ", 2), ("S", "AIRB", 3), ("S", "MSQE", 1),
     ("A", "ADM1", None), ("H", "STM", None), ("T", "MTS", None), ("T", "MT", 5), ("R", "RD", None)],
)  # fmt: skip
def test_the_radius_is_assumed_from_the_kind_of_feature(feature_class: str, code: str, expected: float | None) -> None:
    row = Row(1, "X", "X", (), 0.0, 0.0, feature_class, code, "SY", "01", 0)
    assert radius_km(row) == expected


def test_names_of_the_dump_are_harmless_in_comments() -> None:
    text = line(1, 'A"\x1b\\', "Nasty", "", 35, 36, "P", "PPL", "SY", "01", 0) + "\n"
    outcome = written("Nasty", text=text)
    assert '# GeoNames 1 "A\\"\\u001B\\\\" (P.PPL, also called "Nasty")' in outcome.lines
    assert [place["name"] for place in read(outcome)] == ["Nasty"]


FIELD = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\t\n"), min_size=1, max_size=12)


@given(
    st.lists(st.tuples(FIELD, st.sampled_from("APSTHR"), st.sampled_from(["PPL", "ADM1", "PCLI", "AIRB"])), max_size=6)
)
def test_whatever_the_names_the_tables_can_be_read(named: list[tuple[str, str, str]]) -> None:
    found = [
        Row(i, name, name, (), 35.0, 36.0, kind, code, "SY", "01", i) for i, (name, kind, code) in enumerate(named)
    ]
    wanted = list(dict.fromkeys(name for name, _, _ in named))
    search = Search(wanted, {})
    for row in found:
        search.take(row)
    mentions = [Mention(name=name, count=1, report="r", position=Position()) for name in wanted]
    outcome = tables(search, mentions, (), origin="SY.txt")
    read_again = read(outcome)
    assert len({place["id"] for place in read_again}) == len(read_again) == outcome.places + outcome.areas
    assert all(place.get("within") in (None, *(other["id"] for other in read_again)) for place in read_again)
