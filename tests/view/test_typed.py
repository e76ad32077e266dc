from __future__ import annotations

from tui.view.typed import MOST, Typed


def entered(*lines: str) -> Typed:
    typed = Typed()
    for line in lines:
        typed = typed.begun("").changed(line).entered()
    return typed


def test_what_was_left_is_offered_again_over_the_same_text_only():
    left = Typed().begun("is:ruled ").changed("is:ruled actor:x").left()
    assert left.begun("is:ruled ").line == "is:ruled actor:x"
    assert left.begun("").line == ""
    assert Typed().begun("is:ruled ").changed("is:ruled").left().begun("is:ruled ").line == "is:ruled "


def test_lines_entered_are_gone_back_to_and_the_own_line_is_still_there():
    typed = entered("a", "b").begun("").changed("c")
    assert [typed.moved(by).line for by in (-1, -2, -9, 1)] == ["b", "a", "a", "c"]
    assert typed.moved(-2).moved(1).line == "b"
    assert typed.moved(-2).moved(9).line == "c"


def test_each_is_kept_once_and_so_many_at_most():
    assert entered("a", "b", " ", "a").lines == ("b", "a")
    assert entered(*map(str, range(MOST + 2))).lines == tuple(map(str, range(2, MOST + 2)))


def test_a_changed_old_line_is_one_s_own_and_the_old_one_stays():
    typed = entered("a", "b").begun("").moved(-1)
    assert typed.changed("b").at == 1
    again = typed.changed("bc").entered()
    assert (again.lines, again.begun("").line) == (("a", "b", "bc"), "")


def test_an_old_line_left_is_offered_again():
    assert entered("a").begun("").moved(-1).left().begun("").line == "a"
