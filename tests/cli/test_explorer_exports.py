"""`x` writes what `rashomon export`, `timeline`, `diff` and `report` print under the same filter."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from tests.walking import Walking, dossier, seen
from tui.cli.explorer_exports import exports_of
from tui.core.filters import EVERYTHING, Filter
from tui.core.progress import Step, unwatched
from tui.errors import Cancelled
from tui.screens.timeline import TimelineScreen
from tui.screens.writing_file import WritingScreen

COMMANDS = {
    "timeline": ["timeline"], "diff": ["diff"], "report": ["report"], "markdown": ["report", "--format", "markdown"],
    "html": ["report", "--format", "html"],
}  # fmt: skip
PATH = "data/al-bukamal"
EXPORTS = exports_of([PATH])


@pytest.mark.parametrize("name", [offer.name for offer in EXPORTS.offers if offer.name not in ("xlsx", "parquet")])
@pytest.mark.parametrize("actor", ["", "Islamic State"])
def test_files_are_what_the_command_line_prints(run, tmp_path, name, actor):
    keep = Filter(actors=(actor,)) if actor else EVERYTHING
    EXPORTS.write(name, str(tmp_path / "made"), dossier(PATH), keep, unwatched)
    command = COMMANDS.get(name, ["export", name])
    printed = run(*command, PATH, *(["--actor", actor] if actor else []))
    assert (tmp_path / "made").read_text(encoding="utf-8") == printed.out


async def test_a_format_is_picked_a_file_named_and_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with Walking(lambda: dossier(PATH), exports=lambda: EXPORTS) as walk:
        await walk.press("x", "j", "enter", "enter")
        await walk.shows("written: al-bukamal.txt")
        written = (tmp_path / "al-bukamal.txt").read_text(encoding="utf-8")
        assert "Al-Bukamal" in written
        await walk.press("x", "enter", "enter")
        await walk.shows("al-bukamal.txt is there already")
        assert (tmp_path / "al-bukamal.txt").read_text(encoding="utf-8") == written
        await walk.press("x", "escape")
        assert "Export" not in seen(walk.app)


async def test_without_exports_it_says_where_to_export():
    async with Walking() as walk:
        await walk.press("x")
        assert "rashomon export" in seen(walk.app)


class Slow:
    """Writes until it is ended or let go."""

    def __init__(self) -> None:
        self.go = False

    def __call__(self, name, path, store, keep, watch):
        while not self.go:
            watch(Step("writing", 40, 100))
            time.sleep(0.01)
        return ()


@pytest.fixture
def slow(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = Slow()
    yield made
    made.go = True


async def started(walk):
    """A file is being written, and how far it is stands on the screen."""
    await walk.hurry("x", "enter", "enter")
    await walk.pilot.pause(0.6)
    await until(walk, lambda: isinstance(walk.screen, WritingScreen) and "40%" in seen(walk.app))


async def until(walk, there):
    for _ in range(600):
        if there():
            return
        await walk.pilot.pause(1 / 60)
    raise AssertionError(seen(walk.app))


async def test_what_takes_long_shows_how_far_it_is_and_can_be_ended(slow):
    async with Walking(lambda: dossier(PATH), exports=lambda: replace(EXPORTS, write=slow)) as walk:
        await started(walk)
        assert "Esc ends it" in seen(walk.app)
        await walk.press("escape")
        await walk.shows("ended; al-bukamal.txt is not written")
        await until(walk, lambda: isinstance(walk.screen, TimelineScreen))


async def test_it_goes_on_unseen_and_nothing_else_is_written_meanwhile(slow):
    async with Walking(lambda: dossier(PATH), exports=lambda: replace(EXPORTS, write=slow)) as walk:
        await started(walk)
        await walk.hurry("enter", "x", "enter", "enter")
        await until(walk, lambda: "al-bukamal.txt is still being written" in walk.told())
        slow.go = True
        await until(walk, lambda: "written: al-bukamal.txt" in walk.told())


async def test_leaving_ends_it(slow):
    async with Walking(lambda: dossier(PATH), exports=lambda: replace(EXPORTS, write=slow)) as walk:
        await started(walk)
    assert not slow.go


@pytest.mark.parametrize("name", [offer.name for offer in EXPORTS.offers])
def test_a_file_that_is_ended_is_not_there_and_leaves_nothing(tmp_path, name):
    steps = []

    def watch(step):
        steps.append(step)
        if len(steps) == 3:
            raise Cancelled("ended")

    with pytest.raises(Cancelled):
        EXPORTS.write(name, str(tmp_path / "made"), dossier(PATH), EVERYTHING, watch)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [offer.name for offer in EXPORTS.offers])
def test_it_is_told_how_far_a_file_is_up_to_its_end(tmp_path, name):
    steps = []
    EXPORTS.write(name, str(tmp_path / "made"), dossier(PATH), EVERYTHING, steps.append)
    assert steps
    assert all(step.done <= step.total for step in steps)
    assert steps[-1].phase == "writing"
    assert steps[-1].done >= (0.7 if name not in ("csl-json", "bibtex") else 0) * steps[-1].total
