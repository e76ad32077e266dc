"""What was made of a value is remembered for that very value, until it is to be forgotten."""

from __future__ import annotations

from weakref import ref

from tui.view.same import Same, forget, remembered


class Row:
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row)

    __hash__ = None


def test_what_was_made_is_remembered_until_it_is_forgotten_and_then_nothing_of_it_stays():
    made: list[int] = []

    @remembered(8)
    def of(row: Same[Row], height: int) -> int:
        made.append(height)
        return id(row.value)

    one, other = Row(), Row()
    assert [of(Same(one), 3), of(Same(one), 3), of(Same(other), 3), of(Same(one), 1)] == [
        id(one),
        id(one),
        id(other),
        id(one),
    ]
    assert made == [3, 3, 1]
    gone = ref(other)
    del other
    assert gone() is not None
    forget()
    assert gone() is None
    of(Same(one), 3)
    assert made == [3, 3, 1, 3]
