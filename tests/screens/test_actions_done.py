"""Every action of the registry can be done in every view that declares it, and the editor is called as each one expects."""

from __future__ import annotations

import pytest

from tests.walking import Walking
from tui.app.editing import editor_command
from tui.screens.asked import EditAsked
from tui.screens.cast import CastScreen
from tui.screens.compare import CompareScreen
from tui.screens.discrepancies import DiscrepanciesScreen
from tui.screens.links import LinksScreen
from tui.screens.origins import OriginsScreen
from tui.screens.problems import ProblemsScreen
from tui.screens.sources import SourcesScreen
from tui.screens.timeline import TimelineScreen
from tui.view.actions import BENEATH, CAST, COMPARE, FLAGS, LINKS, MATRIX, ORIGINS, PROBLEMS, TIMELINE, of_view


@pytest.mark.parametrize(
    ("view", "screen"),
    [
        (TIMELINE, TimelineScreen),
        (COMPARE, CompareScreen),
        (FLAGS, DiscrepanciesScreen),
        (ORIGINS, OriginsScreen),
        (MATRIX, SourcesScreen),
        (CAST, CastScreen),
        (PROBLEMS, ProblemsScreen),
        (LINKS, LinksScreen),
    ],
)
def test_a_screen_does_every_action_of_its_view(view, screen):
    own = [action.id for action in of_view(view) if view == TIMELINE or action.id not in BENEATH]
    assert [action for action in own if not callable(getattr(screen, f"do_{action}", None))] == []
    assert {binding.action for binding in screen.BINDINGS} == {f"do('{action.id}')" for action in of_view(view)}


@pytest.mark.parametrize(
    ("environment", "line", "command"),
    [
        ({"EDITOR": "vim"}, 12, ["vim", "+12", "/d/a b.toml"]),
        ({"EDITOR": "vim", "VISUAL": "nano -w"}, 12, ["nano", "-w", "+12", "/d/a b.toml"]),
        ({"EDITOR": "code"}, 12, ["code", "--wait", "--goto", "/d/a b.toml:12"]),
        ({"EDITOR": "hx"}, 12, ["hx", "/d/a b.toml:12"]),
        ({"EDITOR": "vim"}, None, ["vim", "/d/a b.toml"]),
        ({"EDITOR": "sh -c 'rm $0'"}, 3, ["sh", "-c", "rm $0", "+3", "/d/a b.toml"]),
        ({}, 12, None),
    ],
)
def test_the_editor_is_called_without_a_shell(environment, line, command):
    assert editor_command(environment, "/d/a b.toml", line) == command


def test_a_file_is_no_option_of_the_editor_whatever_it_is_called():
    assert editor_command({"EDITOR": "vim"}, "-c!sh.toml", 3) == ["vim", "+3", "./-c!sh.toml"]


async def test_an_editor_that_is_no_command_line_is_told(monkeypatch):
    """Found by hand: a quote that does not end stopped the explorer."""
    monkeypatch.setenv("EDITOR", "vim 'x")
    monkeypatch.delenv("VISUAL", raising=False)
    async with Walking() as walk:
        walk.screen.post_message(EditAsked("all.toml", 3))
        await walk.shows("$EDITOR is no command line: no closing quotation")
