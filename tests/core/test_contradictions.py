"""Which earlier link speaks against a decision about two reports."""

from __future__ import annotations

import pytest

from tui.core.linking.contradictions import contradicted
from tui.core.model import Link

AB, BC = Link(reports=("a", "b"), same=True), Link(reports=("b", "c"), same=True)
NOT_CD, MAYBE = Link(reports=("c", "d"), same=False), Link(reports=("a", "d"), same=None)


@pytest.mark.parametrize(("links", "a", "b", "same", "against"), [
    ((), "a", "b", False, None), ((AB,), "a", "b", False, AB), ((AB,), "b", "a", False, AB), ((AB, BC), "a", "c", False, BC),
    ((AB, BC), "a", "d", False, None), ((AB, BC, NOT_CD), "d", "a", True, NOT_CD), ((AB, NOT_CD), "d", "a", True, None),
    ((NOT_CD,), "c", "d", True, NOT_CD), ((MAYBE,), "a", "d", True, None), ((MAYBE,), "a", "d", False, None),
])  # fmt: skip
def test_what_was_said_before(links, a, b, same, against):
    assert contradicted(links, a, b, same=same) == against
