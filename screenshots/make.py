"""Draws the pictures of this folder from the scenarios the tests walk through: `python screenshots/make.py [NAME …]`."""

from __future__ import annotations

import os
import re
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.scenarios import SCENARIOS, Scenario, write_faulty  # noqa: E402
from tui.app.picture import picture  # noqa: E402
from tui.index.opening import open_dossier  # noqa: E402


def drawn(scenario: Scenario, scratch: Path) -> str:
    """The SVG of a scenario, the same on every run."""
    folder = scenario.dossier or write_faulty(scratch)
    os.chdir(folder.parent)
    dossier = partial(open_dossier, [folder.name])
    svg = picture(
        dossier, size=scenario.size, press=scenario.press, theme=scenario.theme, ascii_only=scenario.ascii_only
    )
    return re.sub(r"terminal-\d+", f"rashomon-{scenario.name}", svg)


def main(names: list[str]) -> int:
    """Write the pictures named, or all of them."""
    for scenario in SCENARIOS:
        if scenario.picture and (not names or scenario.name in names):
            with TemporaryDirectory() as scratch:
                svg = drawn(scenario, Path(scratch))
                os.chdir(ROOT)
            Path(ROOT, "screenshots", f"{scenario.name}.svg").write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
