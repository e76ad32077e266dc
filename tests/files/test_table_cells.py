"""Laws of cells: what is written is read again, and nothing in a spreadsheet runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.files.format import Kind
from tui.files.tables.cells import (
    RISKY,
    UnreadableError,
    claim_read,
    claim_written,
    guarded,
    joined,
    read,
    split,
    unguarded,
)

TEXT = st.text(st.sampled_from(" \\;e'=+-@\t\r\n[]\"ab"), max_size=8)


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_lists_come_back(members: list[str]) -> None:
    assert split(joined(members)) == members


@given(st.one_of(TEXT, st.sampled_from(["true", " FALSE", '["a"]']), st.booleans(), st.lists(TEXT, min_size=1)))
def test_claims_come_back(claim: str | bool | list[str]) -> None:
    assert claim_read(claim_written(claim)) == claim


@given(TEXT)
def test_cells_are_guarded_and_come_back(text: str) -> None:
    assert not guarded(text).startswith(tuple(RISKY))
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", "'=1+1"), ("+49", "'+49"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("'x", "''x"),
     ("", "'"), ("at least 40", "at least 40"), ("1-2", "1-2")],
)  # fmt: skip
def test_only_risky_cells_begin_with_an_apostrophe(text: str, cell: str) -> None:
    assert guarded(text) == cell


@pytest.mark.parametrize(
    ("members", "cell"),
    [(["AP", "Reuters"], "AP; Reuters"), (["a; b", "c"], "a\\; b; c"), (["", " x "], "\\e; \\ x\\ "), (["a\\"], "a\\\\")],
)
def test_lists_as_they_stand(members: list[str], cell: str) -> None:
    assert joined(members) == cell


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Kind.ONE_OR_MORE, " AP ;Reuters", ["AP", "Reuters"]),
        (Kind.FLAG, "TRUE", True),
        (Kind.NUMBER, " 34.45 ", 34.45),
        (Kind.COUNT, 2.0, 2),
        (Kind.DENIAL, "where; figures.killed", ["where", "figures.killed"]),
        (Kind.DENIAL, "true", True),
        (Kind.IDENTITY, "disputed", "disputed"),
        (Kind.GROUPS, '[["a", "b"]]', [["a", "b"]]),
        (Kind.TEXT, 40.0, "40"),
    ],
)
def test_cells_as_people_and_spreadsheets_leave_them(kind: Kind, cell: str | float, value: object) -> None:
    assert read(kind, cell) == value


@pytest.mark.parametrize(
    ("kind", "cell"),
    [(Kind.FLAG, "perhaps"), (Kind.NUMBER, "ten"), (Kind.NUMBER, "nan"), (Kind.COUNT, "1e999"), (Kind.GROUPS, "a; b")],
)
def test_cells_that_cannot_be_read(kind: Kind, cell: str) -> None:
    with pytest.raises(UnreadableError):
        read(kind, cell)
