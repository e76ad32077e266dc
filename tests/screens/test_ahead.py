"""What the first screen does not need is imported after it stands: no more before, nothing by a key later."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.walking import Walking

ROOT = Path(__file__).parents[2]
SCREENS = {f"tui.screens.{path.stem}" for path in (ROOT / "tui" / "screens").glob("[a-z]*.py")}
WITH_THEM = {
    "tui.view.quotations",
    "tui.view.citations",
    "tui.view.proposals",
    "tui.view.report_markdown",
    "tui.core.suggestions",
}
"""What a key imports that opens no screen of its own: corrections, citations, suggestions."""
FIRST = """
import sys
import threading
from pathlib import Path
from tui.app import Explorer
import tui.app.reading
from tui.cli.dossiers import open_watched
from tui.core.filters import EVERYTHING
from tui.files.last_good import LastGood
from tui.screens.memories import Keeper
from tui.screens.sessions import session_over
from tui.screens.timeline import TimelineScreen
from tui.view.state import TimelineState

session = session_over(open_watched([sys.argv[1]], unchecked=True, good=LastGood()), ascii_only=False)
assert session.page(EVERYTHING, 0, 30)
TimelineScreen(session)
"""


def modules(program: str, *arguments: str) -> set[str]:
    """The modules that a fresh Python has when it has run the program."""
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nprint(*sys.modules)", *arguments],
        capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules of the first screen over a dossier whose index stands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        dossier = str(ROOT / "data" / "syria-summer-2016")
        modules(FIRST, dossier)
        return modules(FIRST, dossier)


@pytest.mark.parametrize(
    "late",
    [
        "tui.screens.compare", "tui.screens.links", "tui.screens.palette", "tui.view.report_model", "tui.view.comparison",
        "tui.cli.export_formats", "tui.cli.explorer_exports", "tui.files.load", "tui.files.decode", "tui.files.mounts",
        "tui.files.importers", "tui.files.exporters", "tui.index.build", "tui.core.linking.links", "tui.core.suggestions",
        "webbrowser", "csv", "gzip", "zipfile", "html",
    ],
)  # fmt: skip
def test_the_first_screen_stands_without(first: set[str], late: str):
    assert late not in first


def test_all_that_keys_open_is_imported_ahead(first: set[str]):
    then = modules(
        f"{FIRST}\nfrom tui.screens.ahead import imported_ahead\nlist(imported_ahead())",
        str(ROOT / "data" / "al-bukamal"),
    )
    assert {name for name in (SCREENS | WITH_THEM) - then if name != "tui.screens.ahead"} == set()
    assert SCREENS - first, "there is something to import ahead"


async def test_it_is_imported_once_the_first_screen_stands(monkeypatch: pytest.MonkeyPatch):
    seen: list[str] = []
    monkeypatch.setattr("tui.screens.ahead.imported_ahead", lambda: (seen.append(name) or name for name in "ab"))
    async with Walking() as walk:
        for _ in range(600):
            if len(seen) == 2:
                break
            await walk.pilot.pause(1 / 60)
        assert seen == ["a", "b"]


async def test_what_writes_files_for_others_is_imported_last(monkeypatch: pytest.MonkeyPatch):
    seen: list[str] = []
    monkeypatch.setattr("tui.screens.ahead.imported_ahead", lambda: (seen.append(name) or name for name in "ab"))
    async with Walking(exports=lambda: seen.append("exports")) as walk:
        for _ in range(600):
            if len(seen) == 3:
                break
            await walk.pilot.pause(1 / 60)
        assert seen == ["a", "b", "exports"]


async def test_what_was_imported_is_kept_out_of_rounds_by_the_thread_that_draws(monkeypatch: pytest.MonkeyPatch):
    """Found under load: a view that was half laid out meanwhile was kept for good."""
    seen: list[tuple[bool, bool]] = []
    here = threading.current_thread()
    monkeypatch.setattr("tui.screens.ahead.imported_ahead", lambda: iter("ab"))
    monkeypatch.setattr(
        "tui.app.reading.keep_out", lambda: seen.append((gc.isenabled(), threading.current_thread() is here))
    )
    async with Walking() as walk:
        for _ in range(600):
            if len(seen) == 4:
                break
            await walk.pilot.pause(1 / 60)
    assert seen == [(False, False), (True, True), (True, True), (True, True)]
