"""`x` writes what `rashomon export`, `timeline`, `diff` and `report` print under the same filter."""

from __future__ import annotations

import pytest

from tests.walking import Walking, dossier, seen
from tui.cli.explorer_exports import exports_of
from tui.core.filters import EVERYTHING, Filter

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
    EXPORTS.write(name, str(tmp_path / "made"), dossier(PATH), keep)
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
