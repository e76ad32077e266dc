"""Two analysts at the same files: what the other has written about the same, since it was read, is put to whoever comes second."""

from __future__ import annotations

import asyncio
import datetime
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.walking import Walk, Walking, seen
from tui.files.changes import Made
from tui.files.decisions import annotation, link, report, ruling
from tui.files.edits import AddAlias
from tui.files.load import load
from tui.index.opening import open_dossier
from tui.screens.asked import Reread
from tui.screens.desk import Desk
from tui.screens.form import FormScreen
from tui.screens.offers import HEADING, BothScreen
from tui.screens.picker import PickerScreen

BAKERY = "Shells hit the Qasr bakery in Daraya while people queued for bread."
DOSSIER = f"""\
[[source]]
id = "dw"
[[source]]
id = "afp"

[[actor]]
id = "saloum"
name = "Mozahem al-Saloum"

[[actor]]
id = "other"
name = "Somebody else"

[[report]]
source = "dw"
event = "bakery"
when = 2016-07-02
what = "{BAKERY}"
who = {{ speaker = "Muzahem Sallum Ali" }}
figures = {{ killed = 5 }}

[[report]]
source = "afp"
event = "bakery"
when = 2016-07-02
figures = {{ killed = 40 }}

[[report]]
id = "afp/loose"
source = "afp"
when = 2016-07-02
what = "{BAKERY}"
"""
AT = datetime.datetime(2016, 7, 10, tzinfo=datetime.UTC)
NAME = "Muzahem Sallum Ali"

THEIRS = {
    "ruling": ruling(
        event="bakery", field="figures.killed", accepted="none", seen=(("dw/bakery", "5"),), at=AT, reason="both lie", by="Bob",
    ),
    "note": annotation(target="afp/bakery", note="bad print", at=AT, by="Bob"),
    "link": link(reports=("dw/bakery", "afp/loose"), same=False, at=AT, reason="two streets", by="Bob"),
    "join": link(reports=("dw/bakery", "afp/loose"), same=False, at=AT, reason="two streets", by="Bob"),
    "report": report({"id": "dw/bakery-2", "source": "dw", "event": "bakery", "what": "A second salvo."}),
    "alias": AddAlias(table="actor", id="other", alias=NAME),
}  # fmt: skip
"""What the other writes."""
KEYS = {
    "ruling": ("]", "A", "down", "tab", *"later", "ctrl+s"),
    "note": ("]", "W", "enter", *"careful", "ctrl+s"),
    "link": ("7", "="),
    "join": ("G", "J", "ctrl+s"),
    "report": ("]", "l", "I", *("down",) * 5, *"Shells.", "ctrl+s"),
    "alias": ("K", "enter"),
}
"""What is pressed here; the first letter in capitals opens a form, or the list of names."""
OFFERED = {
    "ruling": ("keep mine: accepted afp/bakery", "take theirs: accepted none, reason both lie, by Bob"),
    "note": ("keep mine: note careful", "take theirs: note bad print, by Bob"),
    "link": ("keep mine: same true", "take theirs: same false, reason two streets, by Bob"),
    "join": ("keep mine: same true", "take theirs: same false, reason two streets, by Bob"),
    "report": ("keep mine: id dw/bakery-3, what Shells.", "take theirs: id dw/bakery-2, what A second salvo."),
    "alias": (f"keep mine: {NAME}", "take theirs: id other, name Somebody else"),
}
FILE = {"report": "all.toml", "alias": "all.toml"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "all.toml").write_text(DOSSIER, encoding="utf-8")
    return tmp_path


def text(folder: Path, kind: str) -> str:
    path = folder / FILE.get(kind, "analysis.toml")
    return path.read_text(encoding="utf-8") if path.exists() else ""


def other_desk(folder: Path, kind: str) -> None:
    made = Desk(kept=folder / ".kept").write(str(folder / FILE.get(kind, "analysis.toml")), THEIRS[kind])
    assert isinstance(made, Made), made


def other_process(folder: Path, kind: str) -> None:
    told = "from pathlib import Path; from tests.screens.test_two_desks import other_desk; other_desk(Path({!r}), {!r})"
    code = told.format(str(folder), kind)
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2], env={**os.environ})


async def clash(walk: Walk, folder: Path, kind: str, other=other_desk) -> str:
    """The last key but the ones that send is pressed; then the other writes, and mine is sent. Gives the other's text."""
    *before, last = KEYS[kind]
    await walk.press(*before)
    if kind == "alias":
        await walk.shows("One name or two?")
    if kind == "link":
        await walk.shows("1 pair", "brings 1 report")
    other(folder, kind)
    theirs = text(folder, kind)
    await walk.press(last)
    await walk.drawn()
    await walk.shows(HEADING, *OFFERED[kind], "show both")
    assert isinstance(walk.screen, PickerScreen)
    assert text(folder, kind) == theirs, "nothing is written unasked"
    return theirs


def walking(folder: Path) -> Walking:
    return Walking(lambda: open_dossier([str(folder)]), (150, 40), desk=partial(Desk, kept=folder / ".kept"))


async def until(walk: Walk, done: Callable[[], bool]) -> None:
    """Wait for what a thread does; a busy machine may take several beats."""
    for _ in range(600):
        if done():
            return
        await walk.drawn()
        await asyncio.sleep(1 / 60)
    raise AssertionError(seen(walk.app))


@pytest.mark.parametrize("kind", list(KEYS))
async def test_mine_comes_to_stand_beside_theirs(folder, kind):
    async with walking(folder) as walk:
        theirs = await clash(walk, folder, kind)
        await walk.press("down", "down", "enter")
        assert isinstance(walk.screen, BothScreen)
        await walk.shows("in the file now", "yours")
        await walk.press("escape")
        await walk.shows(HEADING)
        await walk.press("enter")
        await until(
            walk, lambda: not isinstance(walk.screen, FormScreen | PickerScreen) and text(folder, kind) != theirs
        )
        now = text(folder, kind)
        assert all(line in now.splitlines() for line in theirs.splitlines())
        await walk.press("U")
        await until(walk, lambda: text(folder, kind) == theirs)
        assert not [fault for fault in load([str(folder)]).problems if fault.code == "duplicate-id"]


@pytest.mark.parametrize("kind", list(KEYS))
async def test_theirs_is_taken_and_shown(folder, kind):
    async with walking(folder) as walk:
        theirs = await clash(walk, folder, kind)
        await walk.press("down", "enter")
        await until(walk, lambda: not isinstance(walk.screen, FormScreen | PickerScreen))
        assert text(folder, kind) == theirs
        await walk.press("U")
        await walk.drawn()
        assert "nothing was written in this session" in walk.told()


async def test_the_other_may_be_another_process(folder):
    async with walking(folder) as walk:
        await clash(walk, folder, "ruling", other_process)


async def test_a_form_that_one_comes_back_to_is_not_writing(folder):
    async with walking(folder) as walk:
        await clash(walk, folder, "ruling")
        await walk.press("escape")
        await walk.shows("Rule on this discrepancy", "Esc leave")
        assert "writing …" not in seen(walk.app)


async def test_in_a_list_of_pairs_that_stands_as_it_was_compared_theirs_is_asked_about_also_when_it_was_read_since(
    folder,
):
    more = f'[[source]]\nid = "sana"\n[[report]]\nid = "sana/loose"\nsource = "sana"\nwhen = 2016-07-02\nwhat = "{BAKERY}"\n'
    (folder / "all.toml").write_text(DOSSIER + more, encoding="utf-8")
    async with walking(folder) as walk:
        await walk.press("7")
        await walk.shows("3 pairs")
        await walk.press("!")
        await walk.shows("1 decided")
        chosen = walk.screen.chosen()
        theirs = link(reports=(chosen.a, chosen.b), same=False, at=AT, reason="two streets", by="Bob")
        assert isinstance(Desk(kept=folder / ".kept").write(str(folder / "analysis.toml"), theirs), Made)
        store = walk.screen.store
        walk.app.post_message(Reread())
        await until(walk, lambda: walk.screen.store is not store)
        await walk.press("=")
        await walk.shows(HEADING, "take theirs: same false, reason two streets, by Bob")


@pytest.mark.parametrize("kind", ["ruling", "note", "report"])
async def test_what_was_read_or_was_written_here_is_in_nobodys_way(folder, kind):
    other_desk(folder, kind)
    before = text(folder, kind).count("\n[[")
    keys = (
        KEYS[kind] if kind != "note" else ("]", "W", "enter", *KEYS[kind][2:])
    )  # a new one, beside the one that is there
    async with walking(folder) as walk:
        for _ in range(2):
            await walk.press(*keys)
            await walk.drawn()
            assert HEADING not in seen(walk.app)
    assert text(folder, kind).count("\n[[") == before + 2
