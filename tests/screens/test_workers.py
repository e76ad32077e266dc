"""Workers are named by hand where their arguments hold a dossier: Textual would write it out for every key."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tests.walking import Walking, dossier


@pytest.mark.parametrize(
    "keys", [("G", "g", "pagedown"), ("7", "j", "j"), ("4", "}"), ("5", "j", "l"), ("x", "escape"), ("f",)]
)
async def test_no_worker_is_described_at_length(keys, monkeypatch):
    told = []
    async with Walking(lambda: dossier(SUMMER)) as walk:
        began = walk.app.workers._new_worker
        monkeypatch.setattr(
            walk.app.workers,
            "_new_worker",
            lambda work, node, **how: told.append(len(how["description"])) or began(work, node, **how),
        )
        await walk.press(*keys)
    assert max(told, default=0) < 20_000
