"""Ruling on discrepancies: the form, what stands in the analysis file, what every view then shows, undo and redo."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path

import pytest

from tests.scenarios import typed
from tests.walking import Walk, Walking, seen
from tui.files.beside import found_behind
from tui.files.load import load
from tui.files.system import System
from tui.index.opening import open_dossier
from tui.screens.compare import CompareScreen
from tui.screens.desk import Desk
from tui.screens.form import FormScreen
from tui.screens.timeline import TimelineScreen

DOSSIER = """\
[[source]]
id = "dw"
[[source]]
id = "afp"

[[report]]
source = "dw"
event = "bakery"
when = 2016-07-02
figures = { killed = 5 }

[[report]]
source = "afp"
event = "bakery"
when = 2016-07-02
figures = { killed = 40 }

[[report]]
source = "dw"
event = "vote"
when = 2016-07-09
what = "The parliament voted on a budget."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "all.toml").write_text(DOSSIER, encoding="utf-8")
    return tmp_path


def walking(folder: Path, *, size=(120, 36), **desk) -> Walking:
    return Walking(lambda: open_dossier([str(folder)]), size, desk=partial(Desk, kept=folder / ".kept", **desk))


def written(folder: Path, name: str = "analysis.toml") -> str:
    file = folder / name
    return file.read_text(encoding="utf-8").partition("\n\n")[2] if file.exists() else ""


async def rule(walk: Walk, *keys: str, reason: str = "AFP counted later", who: str = "Ana") -> None:
    await walk.press("A", *keys, "enter", *typed(reason), "enter", *typed(who), "enter")
    await walk.drawn()


RULED = """\
[[ruling]]
event = "bakery"
field = "figures.killed"
accepted = "afp/bakery"
seen = { "dw/bakery" = "5", "afp/bakery" = "40" }
reason = "AFP counted later"
by = "Ana"
"""


@pytest.mark.parametrize("view", ["timeline", "compare", "discrepancies"])
async def test_a_reading_is_accepted_from_every_view_and_the_other_stays(folder, view):
    async with walking(folder) as walk:
        await walk.press(*{"timeline": "]", "compare": ["]", "2"], "discrepancies": ["3"]}[view])
        here = type(walk.screen)
        await rule(walk, "down")
        assert written(folder).startswith(RULED)
        assert (folder / "all.toml").read_text(encoding="utf-8") == DOSSIER
        assert type(walk.screen) is here
        assert "ruling on killed of bakery" in seen(walk.app)
        await walk.press("1")
        assert walk.timeline.store.summary().contested == 0
        await walk.press("3")
        await walk.shows("conflict, ruled")
        await walk.press("p")
        await walk.shows('accepted: "40" (afp/bakery)', "because AFP counted later", "Ana, 2", '"5"')


async def test_none_and_all_can_be_said_of_readings(folder):
    async with walking(folder) as walk:
        await walk.press("]")
        await rule(walk, "down", "down")
        assert 'accepted = "none"' in written(folder)
        await rule(walk, "end", "up", who="")
        assert 'accepted = "both"' in written(folder)


async def test_compare_offers_the_selected_reading(folder):
    async with walking(folder) as walk:
        await walk.press("]", "2", "l")
        assert isinstance(walk.screen, CompareScreen)
        await rule(walk)
        assert 'accepted = "afp/bakery"' in written(folder)


async def test_a_ruling_without_a_reason_is_not_written_and_says_so(folder):
    async with walking(folder) as walk:
        await walk.press("]", "A", "enter", "enter", "enter")
        assert "say why" in seen(walk.app)
        assert written(folder) == ""
        await walk.press(*typed("x"))
        assert "say why" not in seen(walk.app)
        await walk.press("escape")
        assert "Esc again leaves it" in seen(walk.app)
        await walk.press("escape")
        assert isinstance(walk.screen, TimelineScreen)
        assert written(folder) == ""


async def test_what_is_not_disputed_has_no_form(folder):
    async with walking(folder) as walk:
        await walk.press("G", "A")
        assert "nothing is disputed" in seen(walk.app)
        assert isinstance(walk.screen, TimelineScreen)


async def test_a_ruling_is_taken_back_and_made_again_from_any_view(folder):
    async with walking(folder) as walk:
        await walk.press("U")
        assert "nothing was written in this session" in seen(walk.app)
        await walk.press("]")
        await rule(walk)
        before = written(folder)
        await walk.press("6", "U")
        await walk.shows("undone: ruling on killed of bakery")
        assert not (folder / "analysis.toml").exists()
        await walk.press("1")
        assert walk.timeline.store.summary().contested == 1
        await walk.press("5", "R")
        await walk.shows("done again: ruling on killed of bakery")
        assert written(folder) == before


async def test_each_analyst_has_a_file(folder):
    async with walking(folder, analyst="Ana") as walk:
        await walk.press("]", "A", "enter", *typed("Because"), "enter", "enter")
        await walk.drawn()
        assert 'by = "Ana"' in written(folder, "analysis-Ana.toml")
        assert not (folder / "analysis.toml").exists()


async def test_a_folder_that_may_only_be_read_says_so_and_the_words_are_kept(folder):
    (folder / "analysis.toml").write_text("# mine\n", encoding="utf-8")
    (folder / "analysis.toml").chmod(0o444)
    async with walking(folder) as walk:
        await walk.press("]")
        await rule(walk)
        assert isinstance(walk.screen, FormScreen)
        told = " ".join("".join(span.text for span in line) for line in walk.screen.said_drawing.lines)
        assert "analysis.toml: the file may only be read; change its permissions and save again." in told
        assert "The text is kept in" in told
        assert "AFP counted later" in seen(walk.app)
        (kept,) = (folder / ".kept").iterdir()
        assert "AFP counted later" in kept.read_text(encoding="utf-8")
        (folder / "analysis.toml").chmod(0o644)
        await walk.press("enter")
        await walk.drawn()
        assert isinstance(walk.screen, TimelineScreen)
        assert 'reason = "AFP counted later"' in (folder / "analysis.toml").read_text(encoding="utf-8")


async def test_a_reader_from_elsewhere_rules_on_nothing(folder):
    async with Walking(lambda: open_dossier([str(folder)]), read_only=True) as walk:
        await walk.press("]", "A")
        assert isinstance(walk.screen, TimelineScreen)
        await walk.press("U", "R")
        assert "this explorer is read-only" in seen(walk.app)


async def test_the_form_is_used_with_the_mouse(folder):
    async with walking(folder, size=(80, 24)) as walk:
        await walk.press("]", "A")
        await walk.shows("Rule on this discrepancy", '"40"')
        await walk.pilot.click("#blank-0", offset=(4, 1))
        await walk.drawn()
        await walk.press(*typed("seen by"), "tab", *typed("me"))
        await walk.pilot.click("#form-keys", offset=(30, 0))
        await walk.drawn()
        assert 'accepted = "afp/bakery"' in written(folder)
        assert 'reason = "seen by"\nby = "me"' in written(folder)


async def test_a_ruling_of_an_earlier_session_is_withdrawn(folder):
    async with walking(folder) as walk:
        await walk.press("]")
        await rule(walk)
    before = (folder / "analysis.toml").read_text(encoding="utf-8")
    async with walking(folder) as walk:
        await walk.press("3", "A", "end")
        await walk.shows("withdraw the ruling: dw/bakery (Ana, 2")
        await walk.press("ctrl+s")
        await walk.drawn()
        assert written(folder) == ""
        await walk.shows("1 contested")
        await walk.press("U")
        await walk.drawn()
        assert (folder / "analysis.toml").read_text(encoding="utf-8") == before


async def test_a_ruling_that_was_changed_since_is_passed_by_so_that_older_writes_can_be_undone(folder):
    async with walking(folder) as walk:
        await walk.press("]")
        await rule(walk)
        await rule(walk, reason="second")
        file = folder / "analysis.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("second", "third"), encoding="utf-8")
        await walk.press("U")
        await walk.drawn()
        assert "asked again, it is passed by" in walk.told()
        await walk.press("U")
        await walk.drawn()
        assert walk.told().startswith("undone: ruling")
        assert 'reason = "third"' in file.read_text(encoding="utf-8")
        assert "AFP counted later" not in file.read_text(encoding="utf-8")


class Full(System):
    """A disk without room for as long as it is full."""

    def __init__(self):
        self.error = errno.ENOSPC

    def call(self, name, function, *arguments, **options):
        if name == "write" and self.error:
            raise OSError(self.error, os.strerror(self.error))
        return function(*arguments, **options)


@pytest.mark.parametrize(("error", "told"), [
    (errno.ENOSPC, "analysis.toml: the disk is full; make room on it and save again."),
    (errno.EROFS, "analysis.toml: the disk can only be read;"),
    (errno.EIO, "analysis.toml: the disk reports an error;"),
])  # fmt: skip
async def test_a_full_disk_says_so_and_the_ruling_is_written_once_there_is_room(folder, error, told):
    disk = Full()
    disk.error = error
    async with walking(folder, system=disk) as walk:
        await walk.press("]")
        await rule(walk)
        said = " ".join("".join(span.text for span in line) for line in walk.screen.said_drawing.lines)
        assert told in said
        assert sorted(path.name for path in folder.iterdir()) == [".kept", "all.toml"]
        (kept,) = (folder / ".kept").iterdir()
        assert 'reason = "AFP counted later"' in kept.read_text(encoding="utf-8")
        disk.error = 0
        await walk.press("ctrl+s")
        await walk.drawn()
        assert 'reason = "AFP counted later"' in written(folder)


@pytest.mark.parametrize("analyst", ["", "ana"])
async def test_a_ruling_beside_a_file_opened_alone_is_there_when_it_is_opened_again(folder, analyst):
    path = str(folder / "all.toml")
    opening = partial(Desk, analyst=analyst, files=lambda: [str(file) for file, _ in found_behind([path]).files])
    async with Walking(lambda: open_dossier([path]), desk=opening) as walk:
        await walk.press("]")
        await rule(walk)
        assert walk.timeline.store.summary().contested == 0
    assert "AFP counted later" in written(folder, f"analysis-{analyst}.toml" if analyst else "analysis.toml")
    assert open_dossier([path]).summary().contested == 0


class Unsure(System):
    """A disk that takes everything and confirms nothing."""

    def call(self, name, function, *arguments, **options):
        if name == "fsync folder":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return function(*arguments, **options)


async def test_what_the_disk_does_not_confirm_is_written_told_and_can_be_taken_back(folder):
    async with walking(folder, system=Unsure()) as walk:
        await walk.press("]")
        await rule(walk, "down")
        assert written(folder).startswith(RULED)
        assert isinstance(walk.screen, TimelineScreen)
        told = walk.told()
        assert "analysis.toml · U takes it back; the file was written, but it may not outlast a power cut" in told
        (kept,) = (folder / ".kept").iterdir()
        assert f"The text is kept in {kept}" in told
        await walk.press("U")
        await walk.drawn()
        assert not (folder / "analysis.toml").exists()
        assert "undone: ruling on killed of bakery" in walk.told()
        await walk.press("R")
        await walk.drawn()
        assert written(folder).startswith(RULED)


async def test_reports_that_share_a_default_id_get_one_of_their_own_first(folder):
    twin = '[[report]]\nsource = "dw"\nevent = "bakery"\nfigures = { killed = 6 }\n\n'
    (folder / "all.toml").write_text(DOSSIER + twin, encoding="utf-8")
    async with walking(folder) as walk:
        await walk.press("]")
        await rule(walk, "end")
        assert 'seen = { "dw/bakery" = "5", "dw/bakery-2" = "6", "afp/bakery" = "40" }' in written(folder)
        assert 'id = "dw/bakery"' in (folder / "all.toml").read_text(encoding="utf-8")
        assert "analysis.toml; 2 id lines, in " in walk.told()
        assert not load([str(folder)]).faults
        assert walk.timeline.store.summary().contested == 0
        named = (folder / "all.toml").read_text(encoding="utf-8")
        await walk.press("U")
        await walk.shows("undone: ruling on killed of bakery")
        assert (folder / "all.toml").read_text(encoding="utf-8") == DOSSIER + twin
        assert written(folder) == ""
        await walk.press("R")
        await walk.shows("done again: ruling on killed of bakery")
        assert (folder / "all.toml").read_text(encoding="utf-8") == named
        assert 'accepted = "' in written(folder)
