"""Every view of a dossier in which there is nothing: no source, no event; and of one with a source alone."""

from __future__ import annotations

import pytest

from tests.walking import Walking
from tui.index.opening import open_dossier

WORDS = {
    "1": "This dossier holds no event.", "3": "This dossier holds no event.", "5": "There are no two sources to compare.",
    "6": "This dossier holds no event.", "7": "No two reports are likely", "P": "problem",
}  # fmt: skip


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 50)], ids=str)
@pytest.mark.parametrize("files", ["", '\n[[source]]\nid = "dw"\n'], ids=["nothing", "a source"])
async def test_each_view_says_that_there_is_nothing_and_leads_back(tmp_path, size, files):
    (tmp_path / "dossier.toml").write_text('[dossier]\ntitle = "Nothing yet"\n' + files, encoding="utf-8")
    async with Walking(lambda: open_dossier([str(tmp_path)]), size) as walk:
        for view, words in WORDS.items():
            await walk.press(view)
            if size != (40, 10):
                await walk.shows(words)
            await walk.press("j", "k", "G", "g", "1")
        assert walk.screen is walk.timeline
        await walk.press(
            "l", "h", "]", "s", "w", "|", "tab", "l", "p", "a", "escape", "f", "escape", "/", *"war", "enter", "2"
        )
        assert walk.screen is walk.timeline
