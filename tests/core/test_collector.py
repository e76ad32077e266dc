from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tui.core.collector import collect, collected_at_rest, keep_out, uncollected


def test_full_rounds_are_rare_until_the_end_and_what_was_there_is_looked_at_no_more():
    before = gc.get_threshold()
    with collected_at_rest():
        young, middle, old = gc.get_threshold()
        assert (young, middle) == before[:2]
        assert old > before[2]
        assert gc.get_freeze_count()
    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()


def test_what_was_made_since_is_kept_out_too():
    with collected_at_rest():
        before = gc.get_freeze_count()
        made = [[] for _ in range(1000)]
        keep_out()
        assert gc.get_freeze_count() >= before + len(made)
    assert not gc.get_freeze_count()


@pytest.fixture
def rounds() -> Iterator[list[int]]:
    """The generations that are collected from now on."""
    done: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            done.append(about["generation"])

    gc.callbacks.append(note)
    yield done
    gc.callbacks.remove(note)


def test_no_round_is_done_while_much_is_made(rounds, monkeypatch):
    """Found by the soak over 100 000 reports: while they were compared, each rest began with a round of a second and a half."""
    monkeypatch.setattr("tui.core.collector._WORTH", 0)
    with uncollected():
        assert not collect()
    assert rounds == []
    assert collect()
    assert rounds == [2]


def test_a_round_is_done_where_enough_was_made_since_the_last(rounds):
    gc.collect()
    with collected_at_rest():
        rounds.clear()
        assert collect()
        assert rounds == []
        for _ in range(4):
            gc.collect(1)
        assert collect()
        assert rounds == [1, 1, 1, 1, 2]


def test_it_goes_on_when_the_last_who_held_it_back_lets_go():
    """Found by the soak over 100 000 reports: files read again let it go on in the middle of a comparison, for rounds of 1.4 s."""
    reading, comparing = uncollected(), uncollected()
    seen = []
    reading.__enter__()
    comparing.__enter__()
    for held in (reading, comparing):
        held.__exit__(None, None, None)
        seen.append(gc.isenabled())
    assert seen == [False, True]


def test_where_it_was_off_it_stays_off():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
