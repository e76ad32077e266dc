from __future__ import annotations

import pytest

from tests.fake_store import ZONE, at
from tui.view.clocks import distance_words, known_by, published_words, window_words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2016-06-28", "2016-06-29", "Tue 28 Jun"),
        ("2016-06-25", "2016-06-27", "25–26 Jun"),
        ("2016-06-28", "2016-07-03", "28 Jun – 2 Jul"),
        ("2016-06-28 11:00", "2016-06-28 14:00", "Tue 28 Jun 11–14"),
        ("2016-06-28 10:30", "2016-06-28 10:31", "Tue 28 Jun 10:30"),
        ("2016-06-28 18:00", "2016-06-29", "Tue 28 Jun 18–24"),
        (None, "2016-06-29 12:00", "by Wed 29 Jun 12:00"),
        (None, "2016-06-29", "by Tue 28 Jun"),
        ("2016-06-29", None, "from Wed 29 Jun"),
        (None, None, "no time"),
        ("2014-05-01", "2014-09-01", "May–Aug 2014"),
        ("2014-01-01", "2015-01-01", "2014"),
        ("2016-06-01", "2016-07-01", "Jun 2016"),
        ("2014-06-09", "2014-06-10", "Mon 9 Jun 2014"),
    ],
)
def test_a_window_in_words(earliest, latest, words):
    assert window_words(at(earliest) if earliest else None, at(latest) if latest else None, ZONE, 2016) == words


def test_years_beyond_the_calendar_are_named_roughly():
    assert window_words(-200_000_000_000, None, "UTC") == "about -4368"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "same time"),
        (-172_800, "−2 d"),
        (97_200, "+1 d 3 h"),
        (5_400, "+1 h 30 min"),
        (-600, "−10 min"),
        (86_400 * 1000, "+2 y"),
    ],
)
def test_a_distance_in_words(seconds, words):
    assert distance_words(seconds) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2016-06-29", "29 Jun"),
        ("2016-06-28/2016-06-29", "28/29 Jun"),
        ("2016-06-30/2016-07-01", "30 Jun/1 Jul"),
        ("2016-06-29T10:30:00+02:00", "29 Jun 10:30"),
        ("2016-06", "2016-06"),
        ("some day", "some day"),
        (None, "undated"),
    ],
)
def test_a_publication_time_in_a_head(text, words):
    assert published_words(text) == words


def test_up_to_when_a_dossier_is_looked_at_is_told_as_it_was_asked() -> None:
    assert known_by(1467208859, "Asia/Damascus") == "as known by 2016-06-29T17:00 (Damascus time)"
    assert known_by(1467147599, "Asia/Damascus") == "as known by the end of 2016-06-28 (Damascus time)"
