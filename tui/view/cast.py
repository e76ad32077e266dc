"""The actors to pick from: how many events of the filter name each, narrowed by what is typed."""

from __future__ import annotations

from tui.core.answers import ActorCount
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.spans import Line, Span, ends
from tui.view.windows import Window


def matching(actors: tuple[ActorCount, ...], typed: str) -> tuple[ActorCount, ...]:
    """Actors in whose name, id or alias every typed word begins a word; those whose name begins so come first."""
    words = typed.casefold().split()
    if not words:
        return actors
    found = [actor for actor in actors if all(_has(actor, word) for word in words)]
    return tuple(sorted(found, key=lambda actor: not actor.name.casefold().startswith(words[0])))


def _has(actor: ActorCount, word: str) -> bool:
    for name in (actor.name, actor.id, *actor.aliases):
        folded = name.casefold()
        if folded.startswith(word) or any(
            part.startswith(word) for part in folded.replace("-", " ").replace("'", " ").split()
        ):
            return True
    return False


def cast(actors: tuple[ActorCount, ...], window: Window, scene: Scene, size: int, chosen: tuple[str, ...]) -> Drawing:
    """The actors in view, each with a bar of its events."""
    if not actors:
        return Drawing(lines=((), (Span("  No actor of that name in view.", "dim"),)))
    most = max(actor.events for actor in actors)
    view = actors[window.top : window.top + window.page]
    lines = tuple(
        _line(actor, most, scene, size, chosen, here=window.top + index == window.cursor)
        for index, actor in enumerate(view)
    )
    tones = tuple("cursor" if window.top + index == window.cursor else "" for index in range(len(view)))
    return Drawing(lines=lines, tones=tones, total=len(actors), top=window.top)


def _line(actor: ActorCount, most: int, scene: Scene, size: int, chosen: tuple[str, ...], *, here: bool) -> Line:
    on = actor.name in chosen or actor.id in chosen
    tick = f"{scene.glyphs.picked} " if on else "  "
    level = max(1, -(-actor.events * 8 // most))
    bar = scene.glyphs.bars[-1] * level if not scene.glyphs.ascii else "#" * level
    left: Line = (
        Span(scene.glyphs.here if here else " ", "key"),
        Span(tick, "good"),
        Span(safe(actor.name), "strong"),
        Span(f"  {safe(', '.join(actor.aliases))}", "faint"),
    )
    return ends(left, (Span(f" {bar:<8} ", "bar"), Span(f"{actor.events:>5,} ", "dim")), size)
