"""What all tests share: laws are tried without a stopwatch, since the machine may be busy; the worst steps of walks are told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests import watchdog

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
        for name in ("state", "config", "cache"):
            patch.setenv(f"XDG_{name.upper()}_HOME", str(folder / name))
        yield folder


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of xdist hands over the steps that its walks recorded."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["steps"] = [(key, *step) for key, step in watchdog.WORST.items()]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take over what a worker recorded; one that died has nothing."""
    for key, seconds, what in getattr(node, "workeroutput", {}).get("steps", ()):
        watchdog.recorded(key, seconds, what)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The worst steps of the event loop, by view and key."""
    if watchdog.WORST:
        terminalreporter.section("longest steps of the event loop in the walks, by view and key, in processor time (told, not judged)")
        for line in watchdog.told(12):
            terminalreporter.write_line(line)
