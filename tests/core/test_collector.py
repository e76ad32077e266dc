from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from weakref import ref

import pytest

from tui.core.collector import collect, collected_when_asked, keep_out, uncollected


def test_full_rounds_are_rare_until_the_end_and_what_was_there_is_looked_at_no_more():
    before = gc.get_threshold()
    with collected_when_asked():
        young, middle, old = gc.get_threshold()
        assert (young, middle) == before[:2]
        assert old > before[2]
        assert gc.get_freeze_count()
    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()


def test_what_was_made_since_is_kept_out_too():
    with collected_when_asked():
        before = gc.get_freeze_count()
        made = [[] for _ in range(1000)]
        keep_out()
        assert gc.get_freeze_count() >= before + len(made)
    assert not gc.get_freeze_count()


def test_what_is_in_a_ring_that_nobody_needs_is_given_back_before_the_rest_is_kept_out():
    """Found under load: what was left of a layout was kept out, and with it a view for good."""

    class Ring:
        pass

    with collected_when_asked():
        ring = Ring()
        ring.own, gone = ring, ref(ring)
        del ring
        keep_out()
        assert gone() is None


def test_nothing_is_looked_through_to_be_kept_out_while_the_collector_is_held_back(rounds):
    with collected_when_asked(), uncollected():
        keep_out()
    assert rounds == []


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
    """Found by the soak over 100 000 reports: a round of a second and a half while they were compared."""
    monkeypatch.setattr("tui.core.collector._WORTH", 0)
    with collected_when_asked():
        with uncollected():
            collect()
        assert rounds == []
        collect()
        assert rounds == [2]


def test_a_round_is_done_where_enough_was_made_since_the_last(rounds):
    with collected_when_asked():
        gc.collect()
        rounds.clear()
        collect()
        assert rounds == []
        gc.collect(1)
        collect()
        assert rounds == [1, 2]


def test_where_something_large_is_put_together_it_is_kept_out_without_a_round(rounds):
    """Found by the soak over 100 000 reports: 30 ms while a thread compared them."""
    with collected_when_asked():
        gc.collect()
        made = [gc.collect(1) for _ in range(3)]
        rounds.clear()
        kept_out = gc.get_freeze_count()
        stays = [made for _ in range(1000)], [[number] for number in range(1000)]
        assert (collect(), 2 in rounds, gc.get_freeze_count() >= kept_out + len(stays[1])) == (True, False, True)


def test_what_was_made_while_it_was_held_back_is_looked_through_by_no_round_where_it_was_much():
    """Found by the soak over 100 000 reports: the round of the youngest that came after took 62 ms."""
    with collected_when_asked():
        with uncollected():
            stays = [[number] for number in range(20_000)]
        assert len(gc.get_objects()) < 10_000 < len(stays)


def test_a_round_gives_rings_back_and_looks_at_the_rest_no_more(monkeypatch):
    """Found by the soak: over a small dossier each round took a quarter of a second, nearly all of it for what stays anyway."""
    monkeypatch.setattr("tui.core.collector._WORTH", 0)
    with collected_when_asked():
        stays = [[number] for number in range(1000)]
        ring = [stays]
        ring.append(ring)
        del ring
        kept_out = gc.get_freeze_count()
        collect()
        assert gc.get_freeze_count() - kept_out >= 1000
        assert len(gc.get_objects()) < 1000
        assert sys.getrefcount(stays) == 2, "nobody holds it but this name"


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
