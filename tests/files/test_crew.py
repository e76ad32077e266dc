"""Work shared among processes comes out as if one had done it, whoever is lost meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui.files import crew
from tui.files.crew import Crew, LostError, enlisted, sent

TASKS = [b"%d" % number for number in range(40)]
HERE = os.getpid()


def made(about: bytes) -> dict[str, int]:
    """What the tasks are done with: how often it was made is seen by counting."""
    return {"base": int(about), "done": 0}


def added(state: dict[str, int], task: bytes) -> bytes:
    state["done"] += 1
    return b"%d %d" % (state["base"] + int(task), state["done"])


def added_or_dead(state: dict[str, int], task: bytes) -> bytes:
    """The seventh task ends whoever is a worker."""
    if task == b"7" and os.getpid() != state["base"]:
        os._exit(1)
    return task


def refused(_state: object, task: bytes) -> bytes:
    if task == b"7":
        raise ValueError("seven")
    return task


def modules(_state: object, _task: bytes) -> bytes:
    return " ".join(sorted(sys.modules)).encode()


def pid(_state: object, _task: bytes) -> bytes:
    return b"%d" % os.getpid()


def test_answers_come_in_the_order_of_tasks_from_states_made_once():
    with Crew(2) as hands:
        first = [answer.split() for answer in hands.do(TASKS, added, made, b"100")]
        second = [answer.split() for answer in hands.do(TASKS, added, made, b"500")]
        assert hands.redone == 0
    assert [int(number) for number, _ in first] == list(range(100, 140))
    assert [int(number) for number, _ in second] == list(range(500, 540))
    assert max(int(done) for _, done in first) > 2


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_what_lost_workers_had_to_do_is_done_here(workers):
    with Crew(workers) as hands:
        assert list(hands.do(TASKS, added_or_dead, made, b"%d" % HERE)) == TASKS
        assert hands.redone >= 1


def test_what_fails_everywhere_fails_here():
    with Crew(2) as hands, pytest.raises(ValueError, match="seven"):
        list(hands.do(TASKS, refused, made, b"0"))


def test_tasks_are_taken_a_few_at_a_time():
    taken = []
    with Crew(2) as hands:
        answers = hands.do((taken.append(task) or task for task in TASKS), added, made, b"0")
        next(answers)
        assert len(taken) <= 2 * crew.AHEAD


def test_workers_end_with_the_crew():
    with Crew(2) as hands:
        working = {int(answer) for answer in hands.do(TASKS, pid, made, b"0")}
    assert HERE not in working
    for number in working:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def echoed(given, say):
    say(b"%d" % os.getpid())
    for each in list(given):
        say(each * 2)


def lost(given, say):
    say(b"".join(given))
    os._exit(1)


def endless(given, say):
    list(given)
    while True:
        say(b"%d" % os.getpid())


def test_an_errand_says_what_it_says_until_it_is_done():
    worker, *said = sent(echoed, [b"a", b"bc" * 100_000])
    assert said == [b"aa", b"bc" * 200_000]
    assert int(worker) != HERE
    with pytest.raises(ProcessLookupError):
        os.kill(int(worker), 0)


def test_who_sends_hears_that_one_was_lost():
    said = sent(lost, [b"a", b"b"])
    assert next(said) == b"ab"
    with pytest.raises(LostError):
        next(said)


def test_where_nobody_can_be_sent_that_is_heard(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nobody")
    with pytest.raises(LostError):
        next(sent(echoed, []))


def test_an_errand_ends_where_nobody_listens_any_more():
    said = sent(endless, [])
    worker = int(next(said))
    said.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_workers_know_nothing_of_screens():
    with Crew(1) as hands:
        known = next(hands.do([b""], modules, made, b"0")).decode().split()
        assert hands.redone == 0
    assert {name for name in known if name.split(".")[0] in ("textual", "rich") or name == "tui.app"} == set()


@pytest.mark.parametrize(("size", "cores"), [(crew.WORTH_IT - 1, 8), (10**9, 1)])
def test_where_it_does_not_pay_nobody_is_enlisted(monkeypatch, size, cores):
    monkeypatch.setattr(crew, "cores", lambda: cores)
    monkeypatch.setattr(crew, "Crew", lambda _: pytest.fail("a crew was started"))
    with enlisted(size) as hands:
        assert hands is None


PROGRAM = """
import time
from tests.files.test_crew import TASKS, made, pid
from tui.files.crew import Crew
with Crew(2) as hands:
    print(*{answer.decode() for answer in hands.do(TASKS, pid, made, b"0")}, flush=True)
    time.sleep(600)
"""


BUSY = """
import sys
from tests.files.test_crew import for_ever
from tui.files.crew import Crew
with Crew(2) as hands:
    list(hands.do([b"1", b"2"], for_ever, bytes, sys.argv[1].encode()))
"""


def for_ever(folder: bytes, _task: bytes) -> bytes:
    """Leaves the number of its process in the folder, and never ends."""
    Path(folder.decode(), str(os.getpid())).touch()
    while True:
        sum(range(100_000))


def test_workers_end_when_the_program_is_killed():
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, cwd=root, text=True) as program:
        working = [int(number) for number in program.stdout.readline().split()]
        program.kill()
    assert working
    while any(map(works, working)):
        time.sleep(0.05)


def test_workers_end_in_the_midst_of_a_task_when_the_program_is_killed(tmp_path):
    with subprocess.Popen([sys.executable, "-c", BUSY, tmp_path], cwd=Path(__file__).parents[2]) as program:
        while len(working := [int(path.name) for path in tmp_path.iterdir()]) < 2:
            time.sleep(0.05)
        program.kill()
    assert program.pid not in working
    while any(map(works, working)):
        time.sleep(0.05)


def works(number: int) -> bool:
    """Whether there is a process of that number that is not only waiting to be forgotten."""
    status = Path(f"/proc/{number}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
