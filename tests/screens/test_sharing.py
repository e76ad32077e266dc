"""Taking something along: citations, Markdown, addresses."""

from __future__ import annotations

import threading
import webbrowser
from contextlib import contextmanager, nullcontext

import pytest

from tests.scenarios import DEMO, SUMMER
from tests.screens.test_answers_to_keys import said
from tests.walking import Walking, dossier, seen
from tui.app.editing import NO_BROWSER
from tui.core.filters import Filter
from tui.core.terms import parse
from tui.screens.asked import AddressAsked
from tui.screens.sharing import AddressScreen, CopiedScreen


def copied(walk) -> str:
    return walk.app.clipboard


async def test_y_copies_the_sentence_with_its_sources():
    async with Walking() as walk:
        await walk.press("G", "y")
        told = "Toll of the retreat, killed: between “around 30” (Deutsche Welle, 29 Jun) and 43 (GED 19.1)."
        assert copied(walk).splitlines()[0].startswith(told)
        assert said(walk) == ["copied; the same key again shows it"]
        await walk.press("y")
        assert isinstance(walk.screen, CopiedScreen)
        assert "Toll of the retreat, killed: between" in seen(walk.app)


@pytest.mark.parametrize("view", ["2", "3", "4"])
async def test_y_works_where_an_event_is_shown(view):
    async with Walking() as walk:
        await walk.press("G", view, "y")
        assert copied(walk)


async def test_capital_y_copies_the_event_as_markdown():
    async with Walking() as walk:
        await walk.press("G", "Y")
        lines = copied(walk).splitlines()
        assert "### 1. Toll of the retreat" in lines
        assert any(line.startswith('- <a id="source-') for line in lines)


async def test_the_event_as_markdown_says_who_repeats_whom():
    keep = Filter(terms=parse("event:tokhar-19-july", "UTC"))
    async with Walking(lambda: dossier(SUMMER), keep=keep) as walk:
        await walk.press("Y")
        lines = copied(walk).splitlines()
        assert lines[lines.index("Who repeats whom:") + 2].startswith("- One origin, SAB15 quoting ")


async def test_o_shows_the_address_before_it_opens_it(monkeypatch):
    followed = []
    monkeypatch.setattr("webbrowser.open", followed.append)
    async with Walking() as walk:
        source = walk.timeline.scene.sources[0]
        await walk.press("o")
        if source.url:
            assert isinstance(walk.screen, AddressScreen)
            assert followed == []
            await walk.press("enter")
            assert followed == [source.url]
        else:
            assert said(walk) == [f"no address is given for {source.name}"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.example/a", "https://a b"])
async def test_no_other_address_is_followed(address, monkeypatch):
    followed = []
    monkeypatch.setattr("webbrowser.open", followed.append)
    async with Walking() as walk:
        walk.app.push_screen(AddressScreen(walk.timeline.scene.sources[0], "address", address))
        await walk.drawn()
        await walk.shows("Not opened from here")
        await walk.press("enter")
        assert followed == []


class OfTheTerminal(webbrowser.GenericBrowser):
    """Opens everything."""


@pytest.mark.parametrize(
    ("browser", "suspended"),
    [
        (OfTheTerminal("w3m"), [True]),
        (webbrowser.Elinks("elinks"), [True]),
        (webbrowser.BackgroundBrowser("xdg-open"), [False]),
        (webbrowser.Mozilla("firefox"), [False]),
    ],
    ids=["w3m", "elinks", "xdg-open", "firefox"],
)
async def test_a_browser_of_the_terminal_has_the_terminal_and_no_other_holds_a_key(browser, suspended, monkeypatch):
    """Found by hand: a browser that runs in the terminal, or is waited for, stopped the explorer under its own picture."""
    given, loop = [False], threading.current_thread()
    seen_in: list[tuple[bool, bool]] = []
    monkeypatch.setattr("webbrowser.get", lambda: browser)
    monkeypatch.setattr(
        "webbrowser.open", lambda _: seen_in.append((given[0], threading.current_thread() is loop)) or True
    )
    async with Walking() as walk:

        @contextmanager
        def suspend():
            given[0] = True
            yield
            given[0] = False

        walk.app.suspend = suspend
        walk.app.post_message(AddressAsked("https://x.example/"))
        await walk.drawn()
        assert seen_in == [(each, each) for each in suspended]
        assert said(walk) == []


@pytest.mark.parametrize("named", [" ", "/no/such/browser %s", "'"])
async def test_a_browser_that_cannot_be_started_is_told(named, monkeypatch):
    """Found by hand: $BROWSER of a blank stopped the explorer, and one that is not there was told to nobody."""
    monkeypatch.setenv("BROWSER", named)
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr("webbrowser._tryorder", None)
    monkeypatch.setattr("webbrowser._browsers", {})
    async with Walking() as walk:
        walk.app.suspend = nullcontext
        walk.app.post_message(AddressAsked("https://x.example/"))
        await walk.shows(NO_BROWSER)


async def test_words_of_a_source_stand_in_quotation_marks_in_the_sentence():
    async with Walking(lambda: dossier(DEMO)) as walk:
        await walk.press("y")
        assert (
            copied(walk)
            .splitlines()[0]
            .startswith(
                "New Syrian Army opens the al-Bukamal offensive, target: “al-Bukamal” (Deutsche Welle, 29 Jun); and "
                "“the route first, then Albu Kamal” (AFP / agencies, 28/29 Jun)."
            )
        )
