"""Everything by name: the actions of the view, the sources, the actors, the events."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.screens.base import ExplorerScreen, ViewAsked
from tui.screens.showing import Overlay
from tui.screens.timeline import TimelineScreen
from tui.view.actions import keys_of
from tui.view.claims import counted
from tui.view.safety import safe

_EVENTS = 20


class Palette(CommandPalette, Overlay[object]):
    """Turns no page in a window without room for a line of it: Textual 8 raises there (`tui.widgets.choices`)."""

    def __init__(self) -> None:
        super().__init__(id="--command-palette", placeholder="an action, an event, a source or an actor")

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region or action == "select":
            super()._action_command_list(action)


class Everything(Provider):
    """Hits of the palette for the screen it was called from."""

    @property
    def _explorer(self) -> ExplorerScreen | None:
        return self.screen if isinstance(self.screen, ExplorerScreen) else None

    async def discover(self) -> Hits:
        """Every action of the view."""
        screen = self._explorer
        if screen is None:
            return
        every = screen.scene.keymap.of_view(screen.situation().view)
        for action in sorted(every, key=lambda action: action.group == "Move"):  # whoever looks here knows the arrows
            name = Content(f"{action.label}  ({keys_of(action)})")
            yield DiscoveryHit(name, partial(screen.action_do, action.id), name.plain, action.help)

    async def search(self, query: str) -> Hits:
        """Actions, panes, actors and events whose words fit."""
        screen = self._explorer
        if screen is None:
            return
        hits = []
        for action in screen.scene.keymap.of_view(screen.situation().view):
            name = f"{action.label}  ({keys_of(action)})"
            # Letters scattered over a sentence are no match: of the help, the words as typed count.
            told = 0.5 if query.casefold() in action.help.casefold() else 0.0
            hits.append(
                self._hit(query, (action.label,), name, partial(screen.action_do, action.id), action.help, least=told)
            )
        hits += await self._of_dossier(screen, query)
        for hit in hits:
            if hit.score > 0:
                yield hit

    async def _of_dossier(self, asked: ExplorerScreen, query: str) -> list[Hit]:
        """Sources, actors and events, each shown in the timeline."""
        hits: list[Hit] = []
        screen = next((each for each in self.app.screen_stack if isinstance(each, TimelineScreen)), None)
        if screen is None:
            return hits
        at = partial(_there, asked, screen)
        for index, pane in enumerate(screen.panes):
            name = f"source {pane.siglum}  {pane.name}"
            hits.append(
                self._hit(query, (pane.name, pane.siglum), name, at(partial(_pane, screen, index)), "Select its pane")
            )
        for actor in await asyncio.to_thread(screen.store.actor_counts, screen.state.keep):
            told = f"Only its {counted(actor.events, 'event')}"
            names = (actor.name, *actor.aliases)
            keep = at(partial(screen.keep_actor, actor.name))
            hits.append(self._hit(query, names, f"actor {actor.name}", keep, told))
        for row in await asyncio.to_thread(screen.session.page, replace(screen.state.keep, texts=(query,)), 0, _EVENTS):
            title = row.verdict.title or row.verdict.id
            go = at(partial(screen.go_to, row.verdict.id))
            hits.append(self._hit(query, (title,), f"event {title}", go, "Go there", least=0.1))
        return hits

    def _hit(
        self, query: str, words: tuple[str, ...], name: str, command: Callable[[], None], told: str, least: float = 0.0
    ) -> Hit:
        """A hit, with a score of 0 where no words fit. The name is text, never markup."""
        matcher = self.matcher(query)
        score = max(matcher.match(word) for word in words)
        return Hit(max(score, least), Content(safe(name)), command, safe(name), told)


def _pane(screen: TimelineScreen, index: int) -> None:
    screen.state = screen.state.on_pane(index)


def _there(asked: ExplorerScreen, timeline: TimelineScreen, do: Callable[[], None]) -> Callable[[], None]:
    """The command as done from the view that asks: at the timeline at once, elsewhere when one is back there."""
    if asked is timeline:
        return do
    return partial(_back_to_do, asked, do)


def _back_to_do(asked: ExplorerScreen, do: Callable[[], None]) -> None:
    asked.post_message(ViewAsked("timeline", do))
