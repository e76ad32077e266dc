"""Names in the order a reader expects."""

from __future__ import annotations

import pytest

from tui.core.natural import natural


@pytest.mark.parametrize(
    "names",
    [
        ("paper-2", "paper-10", "paper-10b", "paper-11"),
        ("2", "10", "a"),
        ("", "a", "a1", "a1b2", "a1b10", "a2"),
        ("p01", "p1", "p1a", "p2"),
        ("n" + "9" * 5000, "n1" + "0" * 5000),
    ],
)
def test_numbers_stand_by_what_they_count(names):
    backwards = names[::-1]
    assert tuple(sorted(backwards, key=natural)) == names
