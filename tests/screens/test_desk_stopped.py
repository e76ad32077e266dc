"""A sample of `tests/faults/run.py`: a session of every kind of write, killed, failing, and disturbed at some of its calls."""

from __future__ import annotations

import os

import pytest

from tests.faults import desk
from tests.faulty_system import quick_folder

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")


@pytest.fixture
def quick():
    with quick_folder() as folder:
        yield folder


def test_killed_at_some_of_its_calls_every_file_is_whole_and_what_was_reported_is_there(quick):
    assert desk.killed(quick, range(7, 788, 131)).points == 12


def test_what_fails_once_is_done_when_it_is_asked_for_again(quick):
    tally = desk.failing(quick, points=range(20, 788, 211))
    assert tally.points == 16
    assert tally.failed > 4


def test_a_file_that_is_replaced_meanwhile_is_not_lost(quick):
    tally = desk.replaced(quick)
    assert tally.points > 50
    assert tally.failed > 10
    assert {"read", "create", "write", "fsync", "replace"} <= tally.calls


def test_desks_of_two_processes_lose_nothing_of_each_other(quick):
    desk.many(quick, 2, 12)
