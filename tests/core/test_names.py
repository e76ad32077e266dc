"""Names: spellings of one name, look-alikes, and finding the declared thing a name means (rules.md §5)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.names import Directory, NameVerdict, Resolved, compare_names, fold, one_name


def verdict(a, b, kind=None):
    return compare_names(a, b, kind).verdict


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "Mozahem al-Saloum", "Muzahem al-Sallum"),
        ("person", "Abdul Rahman Yasin", "Abd al-Rahman Yassin"),
        ("person", "عبد الرحمن ياسين", "Abdelrahman Yassin"),
        ("person", "Saif al-Islam Gaddafi", "Sayf al-Islam al-Qadhafi"),
        ("person", "Nur al-Din Zengi", "Noureddine Zengi"),
        ("person", "Abu Bakr al-Baghdadi", "Aboubakr al Baghdadi"),
        ("person", "Sheikh Yusuf al-Qaradawi", "Youssef Qaradawi"),
        ("person", "Magomed Abdurakhmanov", "Магомед Абдурахманов"),
        ("person", "مزاحم السلوم", "Muzahem al-Salloum"),
        ("place", "al-Bukamal", "Albu Kamal"),
        ("place", "al-Bukamal", "Abu Kamal"),
        ("place", "al-Bukamal", "البوكمال"),
        ("place", "al-Bukamal", "Albukamal"),
        ("place", "Albukamal", "Albu Kamal"),
        ("place", "Albukamal", "Abu Kamal"),
        ("place", "Albukamal", "البوكمال"),
        ("place", "Elbab", "al-Bab"),
        ("place", "Assuwayda", "al-Suwayda"),
        ("place", "Deir Alzor", "Deir ez-Zor"),
        ("person", "Mozahem Alsaloum", "Muzahem al-Sallum"),
        ("group", "Alnusra Front", "al-Nusra Front"),
        ("place", "Deir ez-Zor", "Dayr az Zawr"),
        ("place", "Raqqa", "ar-Raqqah"),
        ("place", "Tell Abyad", "Tall Abyaḑ"),
        ("place", "Ra’s al ‘Ayn", "Ras al-Ain"),
        ("place", "الفلوجة", "Fallujah"),
        ("place", "Kharkiv", "Харків"),
        ("org", "NSA", "New Syrian Army"),
        ("org", "IS", "Islamic State"),
        ("group", "Islamic State (IS)", "IS"),
        ("state", "UAE", "United Arab Emirates"),
    ],
)
def test_spellings_of_one_name(kind, a, b):
    assert verdict(a, b, kind) == "spelling"


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "Mozahem al-Saloum", "MOZAHEM  AL SALOUM"),
        ("person", "Mozahem al-Saloum", "al-Saloum, Mozahem"),
        ("place", "Ra’s al ‘Ayn", "ras al-ayn"),
        ("org", "Jaysh al-Islam", "JAYSH AL ISLAM"),
        (None, "al-Bukamal", "Al Bukamal"),
    ],
)
def test_equal_once_folded_is_the_same(kind, a, b):
    assert verdict(a, b, kind) == "same"


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("place", "al-Qaim", "al-Bukamal"),
        ("place", "Aleppo", "Raqqa"),
        ("person", "Saleh al-Aruri", "Salem al-Kuwari"),
        ("person", "Mozahem al-Saloum", "Bashar al-Assad"),
        ("org", "Free Syrian Army", "Hezbollah"),
        ("org", "Daesh", "ISIS"),
        (None, "Homs", "Hama"),
    ],
)
def test_different_names(kind, a, b):
    assert verdict(a, b, kind) == "different"


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "Mohammed", "Mohammed al-Jolani"),
        ("person", "Kim Yong Chol", "Kim Song Chol"),
        ("person", "Ali Hassan", "Ali Hussein"),
        ("person", "محمد حسن", "Mahmoud Hassan"),
        ("person", "Ahmad al-Jaburi", "Hamid al-Jaburi"),
        ("place", "Basir", "Basirah"),
        ("place", "Checkpoint 1", "Checkpoint 11"),
        ("place", "District 2", "District ٢٢"),
        (None, "Witness 1", "Witness 11"),
        (None, "Witness 1", "Witness " + "1" * 150),
        ("org", "New Syrian Army", "Syrian Army"),
        ("org", "Jaysh Suriya al-Jadid", "New Syrian Army"),
        ("org", "Jund al-Aqsa", "Jund al-Islam"),
        ("org", "Ministry of Defence (Syria)", "Ministry of Defence (Iraq)"),
        ("org", "Ministry of Defence (Syria)", "Syria"),
        (None, "Ali", "Abu Layla Ibrahim"),
        (None, "Syrian Army", "Syrian Arab Army"),
        ("person", "Kamal Mustafa Sultan al-Tikriti", "Ahmad Mustafa Sultan al-Tikriti"),
        ("org", "Harakat al-Shabaab", "Al-Shabaab"),
        ("group", "حركة احرار الشام", "Ahrar al-Sham"),
    ],
)
def test_look_alikes_are_never_merged_unasked(kind, a, b):
    assert verdict(a, b, kind) in ("ask", "different")


def test_organisations_are_put_to_the_analyst_not_merged():
    assert compare_names("Jaysh Suriya al-Jadid", "New Syrian Army", "group") == NameVerdict(
        verdict="ask",
        score=compare_names("Jaysh Suriya al-Jadid", "New Syrian Army", "org").score,
        rule="Alike (score 0.92), but organisations are never merged on likeness alone.",
        steps=(
            "dropped the article 'al'",
            "read 'jaysh' as 'army'",
            "read 'suriya' as 'syria'",
            "read 'jadid' as 'new'",
            "read 'syrian' as 'syria'",
            "consonant skeleton rm sr n = rm sr n",
        ),
    )


def test_an_acronym_is_spelled_out_in_the_steps():
    assert compare_names("Islamic State", "IS", "group") == NameVerdict(
        verdict="spelling",
        score=0.9,
        rule="One is the acronym of the other.",
        steps=("'islamic state' abbreviates to 'is'",),
    )
    assert compare_names("Petro Plus Ltd.", "Petroplus", "org").rule == "Equal once written as one word."


def test_declared_names_are_the_same():
    groups = {fold("Daesh"): "is", fold("Islamic State"): "is", fold("Homs"): "homs"}
    expected = NameVerdict(verdict="same", score=1.0, rule="The dossier declares both as names of 'is'.", steps=())
    assert compare_names("Daesh", "Islamic State", "group", groups=groups) == expected
    assert compare_names("DAESH", "islamic-state", "group", groups=groups.get) == expected
    assert compare_names("Daesh", "Homs", groups=groups).verdict == "different"


def test_the_steps_can_be_followed():
    found = compare_names("Mozahem al-Saloum", "Col. Muzahem al-Sallum, ", "person")
    assert found.rule == "One spelling family: score 0.99, from 0.84 on."
    assert found.steps == (
        "dropped the title 'col'",
        "dropped the article 'al'",
        "consonant skeleton mzhm slm = mzhm slm",
    )


PIECES = "Abu Abd al-Rahman Muhammad Ali al Kamal bin Tell Deir ez-Zor Army of the محمد عبد الله Иван X, (NSA)"
NAMES = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES.split()), max_size=6).map(" ".join),
)
KINDS = st.sampled_from(["person", "place", "org", "group", None])


@given(NAMES, NAMES, KINDS)
def test_comparing_is_symmetric_and_bounded(a, b, kind):
    found = compare_names(a, b, kind)
    assert found == compare_names(b, a, kind)
    assert 0 <= found.score <= 1


@given(NAMES, KINDS)
def test_every_name_is_itself(name, kind):
    found = compare_names(name, name, kind)
    assert (found.verdict, found.score) == ("same", 1.0)


LETTERS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=9)
WRITTEN = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)


@given(WRITTEN, WRITTEN, KINDS)
def test_case_and_accents_change_nothing(a, b, kind):
    accented = "".join(letter + "\u0301\u0323" for letter in a)
    plain = compare_names(a, b, kind)
    for other in (a.upper(), a.title(), accented, a.replace(" ", "-"), f" {a} "):
        again = compare_names(other, b, kind)
        assert (again.verdict, again.score) == (plain.verdict, plain.score)


@given(WRITTEN, LETTERS, WRITTEN, st.sampled_from(["person", "place", None]))
def test_word_order_of_a_comma_form_changes_nothing(first, last, other, kind):
    plain = compare_names(f"{first} {last}", other, kind)
    turned = compare_names(f"{last.upper()}, {first}", other, kind)
    assert (turned.verdict, turned.score) == (plain.verdict, plain.score)


@pytest.mark.parametrize("name", ["a " * 500, "al-" * 300, "abd" * 400, "(" * 1000, "ﷺ" * 60, "é" * 1000, "x" * 199])
def test_long_nonsense_is_nobody_declared(name):
    """What backtracks would not come back from these."""
    assert compare_names(name, "Mozahem al-Saloum", "person").verdict in ("ask", "different")
    assert 0 <= compare_names(name, name[:-1], "place").score <= 1


ENTRIES = (
    ("nsa", "group", ("New Syrian Army", "Jaysh Suriya al-Jadid")),
    ("is", "group", ("Islamic State", "Daesh")),
    ("free", "group", ("Free Syrian Army",)),
    ("saloum", "person", ("Mozahem al-Saloum",)),
    ("albukamal", "place", ("al-Bukamal",)),
    ("qaim", "place", ("al-Qaim",)),
    ("salih-1", "person", ("Salih Hamdan",)),
    ("salih-2", "person", ("Saleh Hamdan",)),
    ("homs-city", "place", ("Homs",)),
    ("homs-area", "place", ("Homs",)),
)


@pytest.mark.parametrize(
    ("name", "resolved"),
    [
        ("New Syrian Army", Resolved("nsa", "declared")),
        ("nsa", Resolved("nsa", "declared")),
        ("DAESH", Resolved("is", "declared")),
        ("al Bukamal", Resolved("albukamal", "declared")),
        ("Abu Kamal", Resolved("albukamal", "spelling")),
        ("البوكمال", Resolved("albukamal", "spelling")),
        ("Muzahem al-Sallum", Resolved("saloum", "spelling")),
        ("NSA spokesman Mozahem al-Saloum", Resolved("saloum", "declared")),
        ("Mozahem al-Saloum, NSA", Resolved("saloum", "declared")),
        ("AL-SALOUM, Mozahem", Resolved("saloum", "declared")),
        ("IS", Resolved("is", "declared")),
        ("FSA", Resolved("free", "spelling")),
        ("Iraqi Syndicate", None),
        ("Sheikh Qaim", None),
        ("Syrian rebels, NSA", None),
        ("Colonel Muzahem al-Sallum, NSA spokesman", Resolved("saloum", "spelling")),
        ("al-Qaim", Resolved("qaim", "declared")),
        ("Salih Hamdan", Resolved("salih-1", "declared")),
        ("Sālih Hamdān", Resolved("salih-1", "declared")),
        ("Salah Hamdan", None),
        ("Homs", None),
        ("al-Homs", None),
        ("Syrian Army", None),
        ("New Syria Army", None),
        ("ISIS", None),
        ("Syrian rebels", None),
        ("", None),
    ],
)
def test_only_declared_names_and_unambiguous_spellings_resolve(name, resolved):
    assert Directory(ENTRIES).resolve(name) == resolved


@given(st.text(max_size=40))
def test_any_text_resolves_to_something_declared_or_to_nothing(text):
    resolved = Directory(ENTRIES).resolve(text)
    assert resolved is None or resolved.id in {identity for identity, _, _ in ENTRIES}


CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "name_pairs.csv"


@pytest.mark.skipif(not CORPUS.exists(), reason="the development corpus is not here")
def test_what_is_merged_unasked_is_right():
    with CORPUS.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    merged = [
        pair["same"] == "1"
        for pair in pairs
        if verdict(pair["name_a"], pair["name_b"], pair["kind"]) in ("same", "spelling")
    ]
    assert len(merged) > 2_000
    assert sum(merged) / len(merged) >= 0.93


NAMELIKE = st.lists(
    st.sampled_from(
        [
            "al",
            "tell",
            "deir",
            "kafr",
            "bukamal",
            "abukamal",
            "zor",
            "zawr",
            "hamra",
            "homs",
            "hims",
            "salihiya",
            "salihiyeh",
            "north",
            "aleppo",
        ]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)


@given(
    st.one_of(NAMELIKE, st.text(max_size=20)),
    st.one_of(NAMELIKE, st.text(max_size=20)),
    st.sampled_from([None, "place"]),
)
def test_one_name_is_what_comparing_says(a, b, kind):
    assert one_name(a, b, kind) == (compare_names(a, b, kind).verdict in ("same", "spelling"))


@pytest.mark.parametrize(
    ("declared", "written"),
    [("al-Bukamal", "Albukamal"), ("Albukamal", "al-Bukamal"), ("al-Bab", "Elbab"), ("Aleppo", "Eppo"), ("Ellis", "Lis")],
)
def test_an_article_written_as_one_with_its_word_is_looked_through_only_beside_one_written_apart(declared, written):
    found = Directory([("it", "place", (declared,))]).resolve(written)
    apart = any(name.startswith("al-") for name in (declared, written))
    assert found == (Resolved("it", "spelling") if apart else None)
