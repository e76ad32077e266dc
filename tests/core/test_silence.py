"""Who has no report of an event, and who could not have one."""

from __future__ import annotations

import pytest

from tui.core.verdicts.silence import Silence

SILENCE = Silence([("late", 50), ("early", 10), ("undated", None), ("same", 10), ("set", None)])


@pytest.mark.parametrize(
    ("reporting", "earliest", "absent", "earlier"),
    [
        ((), None, ("late", "early", "undated", "same", "set"), ()),
        ((), 9, ("late", "early", "undated", "same", "set"), ()),
        ((), 10, ("late", "undated", "set"), ("early", "same")),
        (("same", "nobody"), 10, ("late", "undated", "set"), ("early",)),
        (("late", "set", "early"), 49, ("undated",), ("same",)),
        (("late", "early", "undated", "same", "set"), 99, (), ()),
    ],
)
def test_a_source_without_a_report_is_absent_or_was_out_before(reporting, earliest, absent, earlier):
    assert SILENCE.of(reporting, earliest) == (absent, earlier)
