from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.cli.main import main

DOSSIER = """\
[dossier]
title = "Summer"
timezone = "Asia/Damascus"

[[source]]
id = "rtr"
name = "Reuters"
siglum = "RTR"
published = 2016-07-03

[[source]]
id = "dw"
name = "Deutsche Welle"
siglum = "DW"
published = 2016-07-03

[[event]]
id = "jayrud"
title = "Air strikes on Jayrud"

[[event]]
id = "market"
title = "Market reopens"

[[report]]
source = "rtr"
event = "jayrud"
when = "2016-07-02"
where = "Jayrud"
who = ["the air force"]
what = "Air strikes hit the town."
figures = { killed = 30 }
locator = "para 2"

[[report]]
source = "dw"
event = "jayrud"
when = "2016-07-02"
where = "Jayrud"
figures = { killed = 43 }
locator = "para 5"

[[report]]
source = "dw"
event = "market"
when = "2016-07-10"
where = "Aleppo"

[[report]]
source = "dw"
what = "Something else."
"""


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `rashomon` with these words in this process."""

    def go(*words: str) -> Ran:
        code = main(list(words))
        captured = capsys.readouterr()
        return Ran(int(code), captured.out, captured.err)

    return go


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    """A folder with one conflict: 30 or 43 dead at Jayrud."""
    folder = tmp_path / "summer"
    folder.mkdir()
    (folder / "all.toml").write_text(DOSSIER, encoding="utf-8")
    return str(folder)
