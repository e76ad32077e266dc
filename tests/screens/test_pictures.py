"""A picture shows the dossier, and never what stands there until it is open."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.app import Explorer
from tui.app.picture import picture
from tui.index.opening import store

TEXT = '[[source]]\nid = "a"\n[[report]]\nsource = "a"\nevent = "e"\nwhat = "Burned."\n'


def test_a_picture_waits_for_a_first_view_that_comes_late(monkeypatch: pytest.MonkeyPatch) -> None:
    push = Explorer.push_screen
    late = lambda app, screen: app.set_timer(0.3, lambda: push(app, screen))  # noqa: E731
    monkeypatch.setattr(Explorer, "push_screen", late)
    drawn = picture(lambda: store(good_dossier(TEXT)))
    assert ("opening" in drawn, "Burned." in drawn) == (False, True)
