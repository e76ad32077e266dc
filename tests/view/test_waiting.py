"""What is said while one waits."""

from __future__ import annotations

import pytest

from tui.core.progress import Step
from tui.view.waiting import (
    comparing_left,
    comparing_words,
    opening_left,
    waiting_words,
    writing_left,
    writing_words,
)


@pytest.mark.parametrize(
    ("step", "elapsed", "words"),
    [
        (None, 9.0, "opening …"),
        (Step("reading", 5, 10), 0.1, "opening …"),
        (Step("reading", 0, 13_000_000), 1.0, "░" * 24 + " 0%\n\nreading 0.0 of 13.0 MB\n\nq leaves"),
        (
            Step("reading", 6_500_000, 13_000_000),
            3.0,
            "██" + "░" * 22 + " 10%\n\nreading 6.5 of 13.0 MB · about 27 s left\n\nq leaves",
        ),
        (
            Step("judging", 20_000, 20_000),
            20.0,
            "█" * 21 + "░" * 3 + " 87%\n\njudging 20,000 of 20,000 events · about 3 s left\n\nq leaves",
        ),
        (Step("indexing", 0, 0), 6.0, "█" * 24 + " 100%\n\nindexing 0 of 0 steps · a moment left\n\nq leaves"),
    ],
)
def test_words(step, elapsed, words):
    assert waiting_words(step, elapsed, opening_left(step, elapsed)) == words


@pytest.mark.parametrize(
    ("step", "elapsed", "line"),
    [
        (None, 0.6, " writing a.html …   "),
        (Step("reading", 1, 2), 3.0, " writing a.html ██████░░░░░░ 50% of the files read   "),
        (Step("writing", 25, 100), 2.0, " writing a.html ███░░░░░░░░░ 25% · about 6 s left   "),
        (Step("writing", 1, 100), 2.0, " writing a.html ░░░░░░░░░░░░ 1% · about 3 min left   "),
        (Step("writing", 1, 1000), 2.0, " writing a.html ░░░░░░░░░░░░ 0%   "),
        (Step("writing", 0, 0), 2.0, " writing a.html ████████████ 100% · a moment left   "),
    ],
)
def test_a_file_that_is_written_tells_how_far_it_is_and_when_it_ends(step, elapsed, line):
    assert (
        writing_words("a.html", step, writing_left(step, elapsed)) == f"{line}Esc ends it · Enter lets it go on unseen"
    )


KEYS = "Esc ends it · q lets it go on unseen"


@pytest.mark.parametrize(
    ("step", "elapsed", "lines"),
    [
        (None, 9.0, ("comparing …",)),
        (Step("reading", 9, 10), 0.4, ("comparing …",)),
        (Step("reading", 0, 4000), 1.0, ("░" * 24 + " 0%", "reading 0 of 4,000 reports", KEYS)),
        (
            Step("gathering", 4000, 4000),
            2.0,
            ("█" * 6 + "░" * 18 + " 25%", "gathering 4,000 of 4,000 reports · about 6 s left", KEYS),
        ),
        (
            Step("comparing", 1000, 2000),
            9.0,
            ("█" * 19 + "░" * 5 + " 80%", "comparing 1,000 of 2,000 pairs · about 2 s left", KEYS),
        ),
        (Step("seeking", 5, 10), 5.5, ("█" * 13 + "░" * 11 + " 55%", "seeking 5 of 10 reports · about 4 s left", KEYS)),
        (Step("comparing", 10, 10), 9.0, ("█" * 24 + " 100%", "comparing 10 of 10 pairs · a moment left", KEYS)),
    ],
)
def test_comparing_tells_how_far_it_is_and_when_it_ends(step, elapsed, lines):
    assert comparing_words(step, elapsed, comparing_left(step, elapsed)) == lines


def test_what_is_left_does_not_grow_by_a_little():
    looks = [(10, 10.0), (11, 13.0), (12, 16.0), (20, 20.0), (21, 60.0), (50, 70.0), (100, 71.0)]
    told, before = [], None
    for done, elapsed in looks:
        before = writing_left(Step("writing", done, 100), elapsed, before)
        told.append(round(before))
    assert [round(elapsed * (100 - done) / done) for done, elapsed in looks] == [90, 105, 117, 80, 226, 70, 0]
    assert told == [90, 90, 90, 80, 226, 70, 0]


def test_how_long_it_takes_is_not_told_too_early():
    assert opening_left(Step("judging", 0, 100), 2.0, None) == pytest.approx(8.0)
    assert [left(Step("reading", 1, 100), 2.0, None) for left in (opening_left, comparing_left, writing_left)] == [
        None,
        None,
        198.0,
    ]
    assert opening_left(None, 2.0, 3.0) is None
