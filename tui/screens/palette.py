"""Everything by name: the actions of the view, the sources, the actors, the events."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.screens.base import ExplorerScreen
from tui.screens.seeking import Seeking
from tui.screens.timeline import TimelineScreen
from tui.view.actions import keys_of, of_view
from tui.view.spans import safe

_EVENTS = 20


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
        for action in of_view(screen.situation().view):
            name = f"{action.label}  [{keys_of(action)}]".replace("[", "(").replace("]", ")")
            yield DiscoveryHit(name, partial(screen.action_do, action.id), help=action.help)

    async def search(self, query: str) -> Hits:
        """Actions, sources, actors and events whose words fit."""
        screen = self._explorer
        if screen is None:
            return
        matcher = self.matcher(query)
        for action in of_view(screen.situation().view):
            score = max(matcher.match(action.label), matcher.match(action.help))
            if score > 0:
                yield Hit(
                    score,
                    f"{action.label}  ({keys_of(action)})",
                    partial(screen.action_do, action.id),
                    help=action.help,
                )
        if not isinstance(screen, TimelineScreen):
            return
        for index, source in enumerate(screen.panes):
            score = max(matcher.match(source.name), matcher.match(source.siglum))
            if score > 0:
                yield Hit(
                    score,
                    f"source {source.siglum}  {safe(source.name)}",
                    partial(_source, screen, index),
                    help="Select its pane",
                )
        for actor in await asyncio.to_thread(screen.store.actor_counts, screen.state.keep):
            score = max(matcher.match(name) for name in (actor.name, *actor.aliases))
            if score > 0:
                yield Hit(
                    score,
                    f"actor {safe(actor.name)}",
                    partial(screen.keep_actor, actor.name),
                    help=f"Only its {actor.events} events",
                )
        keep = replace(screen.state.keep, texts=(query,))
        for row in await asyncio.to_thread(screen.session.page, keep, 0, _EVENTS):
            title = row.verdict.title or row.verdict.id
            yield Hit(
                max(matcher.match(title), 0.1),
                f"event {safe(title)}",
                partial(_event, screen, row.verdict.id),
                help="Go there",
            )


def _source(screen: TimelineScreen, index: int) -> None:
    screen.state = screen.state.on_pane(index)


def _event(screen: Seeking, event: str) -> None:
    screen.go_to(event)
