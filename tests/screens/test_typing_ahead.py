"""What is typed into a form faster than it is drawn stands in the blank it was typed for, and is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.walking import Walking
from tui.index.opening import open_dossier
from tui.screens.desk import Desk

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
"""


@pytest.mark.parametrize("keys", [
    ("down", "enter", *"counted later", "enter", *"Ana", "enter"),
    ("down", "tab", *"counted later", "down", *"Ana", "ctrl+s"),
    ("down", "enter", "enter", *"Ana", "up", *"counted later", "f10"),
    ("down", "tab", "tab", *"Ana", "shift+tab", *"counted later", "down", "enter"),
])  # fmt: skip
async def test_a_ruling_typed_in_one_burst_is_whole(tmp_path: Path, keys):
    (tmp_path / "all.toml").write_text(DOSSIER, encoding="utf-8")
    desk = partial(Desk, kept=tmp_path / ".kept")
    async with Walking(lambda: open_dossier([str(tmp_path)]), desk=desk) as walk:
        await walk.press("]", "A")
        await walk.hurry(*keys)
        await walk.drawn()
    told = (tmp_path / "analysis.toml").read_text(encoding="utf-8").splitlines()
    assert [line for line in told if line.startswith(("accepted", "reason", "by"))] == [
        'accepted = "afp/bakery"', 'reason = "counted later"', 'by = "Ana"',
    ]  # fmt: skip
