"""What is said while one waits."""

from __future__ import annotations

import pytest

from tui.core.progress import Step
from tui.view.waiting import waiting_words


@pytest.mark.parametrize(
    ("step", "elapsed", "words"),
    [
        (None, 9.0, "opening …"),
        (Step("reading", 5, 10), 0.1, "opening …"),
        (Step("reading", 0, 13_000_000), 1.0, "░" * 24 + " 0%\n\nreading 0.0 of 13.0 MB\n\nq leaves"),
        (
            Step("reading", 6_500_000, 13_000_000),
            3.0,
            "████" + "░" * 20 + " 15%\n\nreading 6.5 of 13.0 MB · about 17 s left\n\nq leaves",
        ),
        (
            Step("judging", 20_000, 20_000),
            6.0,
            "█" * 18 + "░" * 6 + " 75%\n\njudging 20,000 of 20,000 events · about 2 s left\n\nq leaves",
        ),
        (Step("indexing", 0, 0), 6.0, "█" * 24 + " 100%\n\nindexing 0 of 0 events · a moment left\n\nq leaves"),
    ],
)
def test_words(step, elapsed, words):
    assert waiting_words(step, elapsed) == words
