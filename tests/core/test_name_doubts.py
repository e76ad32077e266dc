"""What keeps two names that are alike from being merged unasked, and what does not (rules.md §5)."""

from __future__ import annotations

import pytest

from tui.core.names import compare_names


@pytest.mark.parametrize(
    ("kind", "a", "b", "why"),
    [
        ("place", "Syria", "Assyria", "one begins with a vowel"),
        ("place", "Skandaroun", "Iskandaroun", "one begins with a vowel"),
        (None, "Syrian Army", "Assyrian Army", "one begins with a vowel"),
        ("person", "Karim Hassan", "Karima Hassan", "goes on where the other ends"),
        ("person", "Samir Hussein", "Samir Husseini", "goes on where the other ends"),
        ("person", "Oleg Ivanov", "Oleg Ivanova", "goes on where the other ends"),
        ("person", "Ivan Petrov", "Ivan Petrović", "goes on where the other ends"),
        ("place", "Al Mansurah", "Al Mansuriah", "belongs to the other"),
        ("person", "Maryam Khalil", "Maryam Jalil", "never written like"),
        ("person", "Abu Omar", "Abu Ammar", "two consonants"),
        ("place", "Beit Jinn", "Beit Jann", "two consonants"),
        (None, "Beit Jinn", "Beit Jann", "two consonants"),
        ("person", "George Bush", "George Bush Jr.", "younger or the elder"),
        ("person", "Henry Percy II", "Henry Percy III", "younger or the elder"),
    ],
)
def test_what_is_put_to_the_analyst(kind, a, b, why):
    found = compare_names(a, b, kind)
    assert found.verdict == "ask"
    assert why in found.rule


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("place", "al-Bukamal", "Abu Kamal"),
        ("place", "Deir Ezzor", "Deir ez-Zor"),
        ("person", "Foreign Minister Dmytro Kuleba", "Dmytro Kuleba"),
        (None, "Prime Minister Ali Haidar", "Ali Haidar, the prime minister"),
        ("person", "Sen. Rand Paul", "Senator Rand Paul"),
        ("place", "Maarrat al-Numan", "Maarra an-Numan"),
        ("place", "Muadamiyat al-Sham", "Moadamiyeh al-Sham"),
        ("place", "Salihiya", "Salihiyeh"),
        ("place", "Qamishli", "Kamishli"),
        ("person", "Khaled al-Hamad", "Khalid Hamad"),
        ("person", "Gamal Abdel Nasser", "Jamal Abd al-Nasir"),
        ("person", "Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("person", "Benjamin Netanyahu", "בנימין נתניהו"),
        ("person", "Yevgeny Prigozhin", "Евгений Пригожин"),
        ("person", "Alexis Tsipras", "Αλέξης Τσίπρας"),
        ("person", "Hassan Rouhani", "حسن روحانی"),
        ("person", "Qasem Soleimani", "Gen. Qassem Suleimani"),
    ],
)
def test_what_is_one_name_all_the_same(kind, a, b):
    assert compare_names(a, b, kind).verdict == "spelling"


def test_an_initial_is_asked_about():
    found = compare_names("J. Smith", "John Smith", "person")
    assert (found.verdict, found.rule) == ("ask", "An initial stands for many names: 'john' may be meant.")
    assert compare_names("J. Smith", "John Smyth Brown", "person").verdict == "different"
    assert compare_names("K. Smith", "John Smith", "person").verdict == "different"


@pytest.mark.parametrize(
    ("a", "b"),
    [("East Ghouta", "West Ghouta"), ("Aleppo Plain", "North Aleppo Plain"), ("Zab al-Kabir", "Zab al-Saghir")],
)
def test_places_in_different_directions_are_two(a, b):
    assert compare_names(a, b, "place").verdict in ("ask", "different")
    assert compare_names(a, b).verdict in ("ask", "different")
