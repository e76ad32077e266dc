"""Reports are compared in a process of its own, as they would be here."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import good_dossier
from tests.scenarios import SUMMER
from tests.screens.test_links import DOSSIER
from tui.core.linking.readings import review_of
from tui.core.linking.reviews import Review
from tui.core.progress import Step
from tui.errors import Cancelled
from tui.files.crew import LostError, sent
from tui.files.load import load
from tui.screens import apart, comparing
from tui.screens.comparing import review_apart
from tui.view.proposals import LEAST


def test_what_is_found_apart_is_what_is_found_here(monkeypatch: pytest.MonkeyPatch):
    """Found by the soak: a thread that compares has half of the interpreter, and leaves the memory in pieces."""
    dossier, steps = load([str(SUMMER)]).dossier, list[Step]()
    here = review_of(dossier, LEAST)
    monkeypatch.setattr(comparing, "review_of", lambda *_: pytest.fail("compared here"))
    apart = review_apart(dossier, steps.append)
    assert [*apart] == [*here]
    assert [apart.explained(place) for place in (0, 99)] == [here.explained(place) for place in (0, 99)]
    assert {step.phase for step in steps} > {"reading"}


def test_where_the_process_is_lost_it_is_done_here(monkeypatch: pytest.MonkeyPatch):
    dossier = good_dossier(DOSSIER)
    here = review_of(dossier, LEAST)

    def lost(*_):
        raise LostError
        yield b""

    monkeypatch.setattr(apart, "sent", lost)
    assert [*review_apart(dossier, lambda _: None)] == [*here]


def test_who_ends_it_ends_the_process(monkeypatch: pytest.MonkeyPatch):
    ended: list[bool] = []

    def watched(*given):
        try:
            yield from sent(*given)
        finally:
            ended.append(True)

    def stop(step: Step):
        if step.done:
            raise Cancelled("ended")

    monkeypatch.setattr(apart, "sent", watched)
    with pytest.raises(Cancelled):
        review_apart(load([str(SUMMER)]).dossier, stop)
    assert ended == [True]


def test_how_far_it_is_is_said_again_while_it_is_no_further(monkeypatch: pytest.MonkeyPatch):
    """What was found is sorted for a minute where there are many reports; whoever leaves meanwhile is not to wait for it."""
    dossier, said = good_dossier(DOSSIER), list[bytes]()
    step, told = Step("comparing", 1, 4), [pickle.dumps(dossier)]

    def standing(dossier, least, watch):
        watch(step)
        until = time.monotonic() + 10
        while len(said) < 3 and time.monotonic() < until:
            time.sleep(0.01)
        return Review.of_parts([("crowded", 0)], None)

    monkeypatch.setattr(comparing, "review_of", standing)
    comparing.compare(iter(told), said.append)
    *steps, part = map(pickle.loads, said)
    assert (set(steps), part) == ({step}, ("crowded", 0))
    assert len(steps) >= 3


LEAN = """
import sys
import tui.screens.comparing
print(*{name for name in sys.modules if name.split(".")[0] in ("textual", "rich", "sqlite3")})
"""


def test_the_process_loads_nothing_of_the_terminal():
    """It starts whenever a report without an event is looked at."""
    done = subprocess.run(
        [sys.executable, "-c", LEAN], capture_output=True, check=True, text=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout.split() == []
