"""Names are compared in a process of its own, as they would be here."""

from __future__ import annotations

import pytest

from tests.scenarios import SUMMER
from tui.core.progress import Step
from tui.core.suggestions import suggest
from tui.errors import Cancelled
from tui.files.crew import LostError
from tui.index.opening import open_dossier
from tui.index.store import Store
from tui.screens import apart, naming
from tui.screens.naming import suggested_apart


@pytest.fixture(scope="module")
def store() -> Store:
    return open_dossier([str(SUMMER)])


def test_what_is_found_apart_is_what_is_found_here(store, monkeypatch):
    """Found by the soak over 100 000 reports: all of them were read again in this process, which then held a fifth more memory."""
    steps, here = list[Step](), suggest(store.dossier())
    assert here
    monkeypatch.setattr(naming, "suggest", lambda *_: pytest.fail("compared here"))
    monkeypatch.setattr(Store, "dossier", lambda *_: pytest.fail("read here"))
    assert suggested_apart(store, steps.append) == here
    assert steps


def test_where_the_process_is_lost_it_is_done_here(store, monkeypatch):
    def lost(*_):
        raise LostError
        yield b""

    here = suggest(store.dossier())
    monkeypatch.setattr(apart, "sent", lost)
    assert suggested_apart(store, lambda _: None) == here


def test_who_ends_it_ends_the_process(store, monkeypatch):
    ended, sent = list[bool](), apart.sent

    def watched(*given):
        try:
            yield from sent(*given)
        finally:
            ended.append(True)

    def stop(_: Step):
        raise Cancelled("ended")

    monkeypatch.setattr(apart, "sent", watched)
    with pytest.raises(Cancelled):
        suggested_apart(store, stop)
    assert ended == [True]
