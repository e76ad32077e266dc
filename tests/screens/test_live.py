"""What changes on disk is shown, at the same place, and nothing that is typed is lost."""

from __future__ import annotations

import asyncio
import shutil
import threading

import pytest

from tests.scenarios import DEMO
from tests.screens.test_answers_to_keys import said
from tests.walking import Walking, seen
from tui.app.watching import FilesWatch, Looks
from tui.errors import CannotOpen
from tui.files.last_good import LastGood
from tui.index.kept import state
from tui.index.opening import open_dossier
from tui.screens.compare import CompareScreen
from tui.screens.prompt import PromptScreen
from tui.screens.query import QueryScreen


def test_a_change_is_told_when_it_rests():
    looks = Looks("old")
    assert [looks.changed(now) for now in ("old", "old", "half", "new", "new")] == [False, False, False, False, True]


def test_what_is_as_it_was_again_is_no_change():
    looks = Looks("old")
    assert [looks.changed(now) for now in ("old", "half", "old", "old")] == [False] * 4


def test_a_watch_tells_once_and_ends():
    now, told = ["old"], threading.Event()
    watch = FilesWatch(lambda: now[0], told.set, every=0.001)
    watch.noted()
    watch.start()
    now[0] = "new"
    assert told.wait(10)
    watch.stop()
    watch.join(10)
    assert not watch.is_alive()


class Live(Walking):
    """The demo in a folder that can be changed, looked at as the command line does."""

    def __init__(self, folder, **options) -> None:
        self.folder, good = folder / "demo", LastGood()
        shutil.copytree(DEMO, self.folder)
        paths = [str(self.folder)]
        super().__init__(lambda: open_dossier(paths, good=good), files=lambda: state(paths), **options)

    def write(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def live(tmp_path):
    return Live(tmp_path)


@pytest.mark.parametrize("there", [True, False])
async def test_a_dossier_that_comes_to_where_there_was_none_is_opened(tmp_path, there):
    """Into an empty folder, and with the folder itself."""
    folder, good = tmp_path / "later", LastGood()
    if there:
        folder.mkdir()
    paths = [str(folder)]
    async with Walking(lambda: open_dossier(paths, good=good), files=lambda: state(paths)) as walk:
        await walk.press("j")
        assert walk.screen.failed
        shutil.copytree(DEMO, folder, dirs_exist_ok=True)
        await walk.shows("Al-Bukamal offensive, June 2016", "WHEN")
        text = (folder / "dossier.toml").read_text(encoding="utf-8")
        (folder / "dossier.toml").write_text(text.replace("June 2016", "July 2016"), encoding="utf-8")
        await walk.shows("Al-Bukamal offensive, July 2016")


async def test_what_comes_and_cannot_be_opened_either_is_said(tmp_path):
    answers = ["holds no .toml file", "cannot be entered"]

    def fail():
        raise CannotOpen(answers.pop(0))

    now = ["empty"]
    async with Walking(fail, files=lambda: now[0]) as walk:
        await walk.shows("holds no .toml file")
        now[0] = "closed"
        assert "holds no" not in await walk.shows("cannot be entered")
        await walk.press("q")
    assert walk.app.return_value == 2


async def test_a_change_on_disk_is_shown_without_losing_the_place(live):
    async with live as walk:
        await walk.press("G", "k", "k")
        before = walk.timeline.state
        at = walk.at
        live.write("dossier.toml", "Al-Bukamal offensive, June 2016", "Renamed on disk")
        await walk.shows("Renamed on disk")
        assert (walk.at, walk.timeline.state) == (at, before)


@pytest.mark.parametrize("view", ["2", "3", "4", "5", "6", "7", "P"])
async def test_every_view_is_renewed_where_it_stands(live, view):
    async with live as walk:
        await walk.press("g", "j", "j", view, "j", "j")
        screen, rows = walk.screen, getattr(walk.screen, "rows", None)
        live.write("dossier.toml", "June 2016", "July 2016")
        for _ in range(600):
            if walk.timeline.scene.summary.title.endswith("July 2016"):
                break
            await asyncio.sleep(1 / 60)
        await walk.drawn()
        assert walk.screen is screen
        assert screen.session is walk.timeline.session
        assert getattr(screen, "rows", None) == rows
        await walk.press("j", "k", "q")


async def test_a_file_that_stops_parsing_is_shown_as_last_read_with_a_mark(live):
    async with live as walk:
        count = walk.timeline.state.rows.count
        live.write("dw.toml", "[source]", "[source")
        await walk.shows("dw.toml as last read")
        assert walk.timeline.state.rows.count == count
        await walk.press("]", "enter")
        assert "dw.toml as last read" in seen(walk.app)
        await walk.press("q")
        live.write("dw.toml", "[source", "[source]")
        for _ in range(600):
            if "as last read" not in seen(walk.app):
                break
            await asyncio.sleep(1 / 60)
        assert "as last read" not in seen(walk.app)


async def test_a_file_that_stops_parsing_is_shown_as_its_index_was_with_a_mark(tmp_path):
    """A dossier opened a second time is opened from its index: nobody has read the file since."""
    live = Live(tmp_path)
    open_dossier([str(live.folder)]).close()
    async with live as walk:
        count = walk.timeline.state.rows.count
        live.write("dw.toml", "[source]", "[source")
        await walk.shows("dw.toml as last read")
        assert walk.timeline.state.rows.count == count


async def test_what_is_being_typed_is_kept_and_the_change_shown_after_it(live):
    async with live as walk:
        await walk.press("/", *"Ham")
        live.write("dossier.toml", "June 2016", "July 2016")
        for _ in range(600):
            if walk.app._unshown is not None:
                break
            await asyncio.sleep(1 / 60)
        assert isinstance(walk.screen, PromptScreen)
        await walk.press(*"dan", "enter")
        assert walk.timeline.state.search == "Hamdan"
        await walk.shows("July 2016")


async def test_a_file_that_stops_parsing_is_told_of_while_something_is_typed(live):
    """Found by a newcomer: under an open prompt nothing said that a file was broken."""
    async with live as walk:
        await walk.press("ampersand", *"actor:")
        live.write("dw.toml", "[source]", "[source")
        async with asyncio.timeout(20):
            while not any("dw.toml" in told for told in said(walk)):
                await asyncio.sleep(1 / 60)
        assert isinstance(walk.screen, QueryScreen)


async def test_reasons_of_files_of_before_say_so_until_they_are_left(live):
    """Found by a newcomer: the old value stood in Why without a mark, and the new one in the view beneath."""
    async with live as walk:
        await walk.press("p")
        assert "files changed" not in await walk.shows("Why", "Esc leaves")
        live.write("dossier.toml", "June 2016", "July 2016")
        await walk.shows("Why", "files changed: Esc shows them")
        await walk.press("escape")
        await walk.shows("July 2016")


async def test_a_dossier_that_goes_away_is_shown_as_it_was(live):
    async with live as walk:
        await walk.press("enter")
        live.folder.rename(live.folder.with_name("gone"))
        for _ in range(600):
            if said(walk):
                break
            await asyncio.sleep(1 / 60)
        assert "the view shows what was read before" in said(walk)[0]
        assert isinstance(walk.screen, CompareScreen)


async def test_what_was_made_of_rows_and_panes_of_before_is_forgotten(live, monkeypatch):
    """Found by the soak: it stayed as long as there was room, with a thousand copies of every source."""
    forgot: list[bool] = []
    monkeypatch.setattr("tui.screens.timeline.forget", lambda: forgot.append(True))
    async with live as walk:
        assert forgot == []
        live.write("dossier.toml", "June 2016", "July 2016")
        await walk.shows("July 2016")
        assert forgot == [True]


async def test_memory_that_reading_took_is_given_back(live, monkeypatch):
    """Found by the soak: 15 MB that nobody used after files were read again, over a summer of 2016."""
    loop, given_back = threading.current_thread(), []
    monkeypatch.setattr("tui.app.reading.give_back", lambda: given_back.append(threading.current_thread() is loop))
    async with live as walk:
        assert given_back == []
        live.write("dossier.toml", "June 2016", "July 2016")
        await walk.shows("July 2016")
        await walk.drawn()
        assert given_back == [False]


async def test_files_are_read_one_time_after_the_other_and_what_is_asked_for_meanwhile_once(live, monkeypatch):
    """Found by the soak over a summer of 2016: 15 MB more at once, and for good, after several changes in a hurry."""
    async with live as walk:
        open_store, at_once, most, go = walk.app._open_store, [0], [0], threading.Event()

        def opening():
            at_once[0] += 1
            most.append(at_once[0])
            go.wait(10)
            at_once[0] -= 1
            return open_store()

        walk.app._open_store = opening
        for _ in range(4):
            walk.app.read_files()
        live.write("dossier.toml", "June 2016", "July 2016")
        go.set()
        await walk.shows("July 2016")
        await walk.drawn()
        assert (max(most), len(most) <= 4) == (1, True)


async def test_what_was_compared_of_files_of_before_is_let_go(live):
    """A large dossier with all its pairs would be held besides the one in view."""
    async with live as walk:
        walk.timeline._compared = walk.timeline.store, None
        live.write("dossier.toml", "June 2016", "July 2016")
        await walk.shows("July 2016")
        assert walk.timeline._compared is None
