from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.view.blocks import Scroll
from tui.view.windows import Window

NUMBERS = st.integers(-50, 2_000)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("moved"), NUMBERS),
        st.tuples(st.just("to"), NUMBERS),
        st.tuples(st.just("centred"), NUMBERS),
        st.tuples(st.just("opened"), NUMBERS),
        st.tuples(st.just("paged"), st.sampled_from([-2, -1, -0.5, 0.5, 1, 3])),
        st.tuples(st.just("scrolled"), NUMBERS),
        st.tuples(st.just("resized"), st.integers(-3, 60)),
        st.tuples(st.just("recounted"), st.integers(-3, 500)),
    ),
    max_size=30,
)


@given(STEPS)
def test_every_transition_keeps_the_cursor_in_range_and_in_view(steps):
    window = Window()
    for name, value in steps:
        window = getattr(window, name)(value)
        assert 0 <= window.cursor < max(1, window.count)
        assert window.page >= 1
        assert 0 <= window.top <= max(0, window.count - window.page)
        assert window.top <= window.cursor < window.top + window.page or window.empty


def test_moving_scrolls_no_further_than_needed():
    window = Window(count=100, page=10)
    assert window.moved(9) == Window(count=100, page=10, cursor=9, top=0)
    assert window.moved(10) == Window(count=100, page=10, cursor=10, top=1)
    assert window.to(99) == Window(count=100, page=10, cursor=99, top=90)


def test_a_row_out_of_view_comes_to_a_third_of_the_page():
    window = Window(count=100, page=9)
    assert window.centred(50) == Window(count=100, page=9, cursor=50, top=47)
    assert window.centred(4) == Window(count=100, page=9, cursor=4, top=0)


def test_paging_keeps_the_row_under_the_eye():
    window = Window(count=100, page=10, cursor=3)
    assert window.paged(1) == Window(count=100, page=10, cursor=13, top=10)
    assert window.paged(1).paged(-1) == window


def test_the_wheel_takes_the_cursor_along():
    assert Window(count=100, page=10, cursor=0).scrolled(5) == Window(count=100, page=10, cursor=5, top=5)


@given(st.lists(st.integers(1, 30), max_size=12), st.lists(st.integers(-5, 60), max_size=20), st.integers(1, 40))
def test_blocks_keep_the_cursor_in_range(heights, targets, page):
    scroll = Scroll().reflowed(tuple(heights)).resized(page)
    for target in targets:
        for scroll in (scroll.to(target), scroll.moved(target % 3 - 1), scroll.scrolled(target)):  # noqa: B020
            assert 0 <= scroll.cursor < max(1, len(heights))
            assert 0 <= scroll.top <= max(0, scroll.total - page)


def test_a_block_higher_than_the_view_is_read_before_it_is_left():
    scroll = Scroll(heights=(2, 30, 2), page=10).to(1)
    assert scroll.cursor == 1
    seen = [scroll.top]
    while scroll.cursor == 1:
        scroll = scroll.moved(1)
        seen.append(scroll.top)
    assert seen == [2, 7, 12, 17, 22, 24]
