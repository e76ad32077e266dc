"""A sample of `tests/faults/run.py`: an index being built, killed, without room, and failing."""

from __future__ import annotations

import errno
import os

import pytest

from tests.faults import index
from tests.faulty_system import quick_folder

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")


@pytest.fixture
def quick():
    with quick_folder() as folder:
        yield folder


def test_killed_while_it_is_built_the_next_start_has_right_answers_and_an_index(quick):
    assert index.killed(quick, 3) == 6


def test_without_room_for_it_a_dossier_opens_as_ever(quick):
    assert index.without_room(quick, [0, 20_000, 1 << 22]) == 2


def test_whatever_fails_when_it_is_finished_leaves_no_draft(quick):
    assert index.failing(quick, (errno.EIO,)) == 6


def test_built_by_several_at_once_it_is_one_of_theirs(quick):
    index.at_once(quick, 3)
