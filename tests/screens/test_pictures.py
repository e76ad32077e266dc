"""A picture shows the dossier, and never what stands there until it is open."""

from __future__ import annotations

import time
from functools import partial

import pytest

from tests.builders import good_dossier
from tests.scenarios import SUMMER
from tui.app import Explorer
from tui.app.picture import picture
from tui.index.opening import open_dossier, store
from tui.screens.sources import clashes

TEXT = '[[source]]\nid = "a"\n[[report]]\nsource = "a"\nevent = "e"\nwhat = "Burned."\n'


def test_a_picture_waits_for_a_first_view_that_comes_late(monkeypatch: pytest.MonkeyPatch) -> None:
    push = Explorer.push_screen
    late = lambda app, screen: app.set_timer(0.3, lambda: push(app, screen))  # noqa: E731
    monkeypatch.setattr(Explorer, "push_screen", late)
    drawn = picture(lambda: store(good_dossier(TEXT)))
    assert ("opening" in drawn, "Burned." in drawn) == (False, True)


def test_a_picture_waits_for_what_a_view_reads_after_the_last_key(monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(*asked):
        time.sleep(0.5)
        return clashes(*asked)

    monkeypatch.setattr("tui.screens.sources.clashes", slowly)
    drawn = picture(partial(open_dossier, [str(SUMMER)]), press=("5", "j", "l"))
    assert ("reading&#160;where" in drawn, "clash&#160;in" in drawn) == (False, True)
