"""What all tests share: laws are tried without a stopwatch, since the machine may be busy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")

_numbers = count()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(_homes: Path) -> Iterator[Path]:
    """A home of its own for each test, so that none reads what another remembers, and none writes into a real one."""
    folder = _homes / str(next(_numbers))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("state", "config"):
            patch.setenv(f"XDG_{name.upper()}_HOME", str(folder / name))
        yield folder
