"""What stays the same while one looks at a dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fake_store import FakeStore
from tui.core.judgements import Verdict
from tui.screens.sessions import session_over


class Flagged(FakeStore):
    """Findings without end, then one flag of the given kind."""

    def __init__(self, verdict: Verdict | None, *, is_open: bool) -> None:
        super().__init__()
        self._last, self._open = verdict, is_open

    def flags(self, keep, start=0, count=None):
        first = super().flags(keep)[0]
        listed = [replace(first, verdict=None)] * 250 + [replace(first, verdict=self._last, open=self._open)]
        return tuple(listed[start : None if count is None else start + count])


@pytest.mark.parametrize(
    ("verdict", "is_open", "told"),
    [
        (Verdict.CONFLICT, True, True),
        (Verdict.CONFLICT, False, False),
        (Verdict.STRAINED, True, False),
        (None, True, False),
    ],
)
def test_whether_a_conflict_is_open_is_asked_once(verdict, is_open, told):
    store = Flagged(verdict, is_open=is_open)
    assert session_over(store, ascii_only=False).scene.conflicts is told
