"""Writers are killed at every call and at any time, and two write at once: the file is always one of the whole ones."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import time
from functools import partial

import pytest

from tests.children import forked, in_a_child
from tests.faulty_system import Killed, ShortWrites, quick_folder
from tui.files.outcomes import Changed, Saved
from tui.files.save import leftover_name, read, remove_leftovers, save

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")

OLD = "".join(f"line-{number} = {number}\n" for number in range(12))
NEW = OLD + "# more, and longer\n" * 9


@pytest.fixture
def quick():
    with quick_folder() as folder:
        yield folder


def names(folder):
    return [path.name for path in folder.iterdir()]


def prepare(folder, base, leftover):
    folder.mkdir()
    path = folder / "analysis.toml"
    if base is not None:
        path.write_text(base)
    if leftover:
        (folder / leftover_name(path.name)).write_text("half of som")
    return path


def test_killed_at_every_call(quick):
    scenes = [(OLD, NEW, False), (None, NEW, False), (NEW, None, False), (NEW, OLD, True)]
    points = 0
    for scene, (base, yours, leftover) in enumerate(scenes):
        counting = ShortWrites()
        save(str(prepare(quick / f"counted-{scene}", base, leftover)), base=base, yours=yours, system=counting)
        for at in range(len(counting.names)):
            for after in (False, True):
                path = prepare(quick / f"{scene}-{at}-{after}", base, leftover)
                killer = Killed(at, after=after)
                status = in_a_child(partial(save, str(path), base=base, yours=yours, system=killer))
                assert os.WIFSIGNALED(status)
                assert os.WTERMSIG(status) == signal.SIGKILL
                points += 1
                now = read(str(path))
                assert now in (base, yours)
                if at % 2:
                    remove_leftovers(str(path.parent))
                assert save(str(path), base=now, yours="after = 1\n") == Saved(path=str(path), text="after = 1\n")
                assert names(path.parent) == ["analysis.toml"]
    assert points >= 200


def test_killed_at_any_time(tmp_path):
    path = tmp_path / "analysis.toml"
    texts = [str(number) * 5000 for number in range(10)]
    path.write_text(texts[0])
    chance = random.Random(9)
    said, saying = os.pipe()
    os.set_blocking(said, False)

    def write_for_ever():
        at = texts.index(path.read_text())
        while True:
            outcome = save(str(path), base=texts[at], yours=texts[(at + 1) % 10])
            if not isinstance(outcome, Saved):
                os._exit(2)
            at = (at + 1) % 10
            os.write(saying, bytes([at]))

    last = 0
    for _ in range(60):
        child = forked(write_for_ever)
        time.sleep(chance.random() * 0.012)
        os.kill(child, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        with contextlib.suppress(BlockingIOError):
            last = os.read(said, 1 << 16)[-1]
        now = texts.index(path.read_text())
        assert now in (last, (last + 1) % 10), "what was reported as saved is there, or what came after it"
        last = now
        remove_leftovers(str(tmp_path))
        assert names(tmp_path) == ["analysis.toml"]


def test_two_write_at_once_and_no_line_is_lost(tmp_path):
    path = str(tmp_path / "analysis.toml")
    each = 40

    def add_lines(name):
        for number in range(each):
            while True:
                base = read(path)
                outcome = save(path, base=base, yours=f"{base or ''}{name}-{number} = 1\n")
                if isinstance(outcome, Saved):
                    break
                if not isinstance(outcome, Changed) and outcome.code != "busy":
                    raise SystemExit(outcome.message)

    children = [forked(partial(add_lines, name)) for name in "abc"]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    lines = (tmp_path / "analysis.toml").read_text().splitlines()
    assert sorted(lines) == sorted(f"{name}-{number} = 1" for name in "abc" for number in range(each))
    for name in "abc":
        assert [line for line in lines if line[0] == name] == [f"{name}-{number} = 1" for number in range(each)]
    assert names(tmp_path) == ["analysis.toml"]
