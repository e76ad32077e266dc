"""Everything by name: what fits the typed letters, best first, and how it is drawn. Asks no store and does nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from itertools import groupby

from tui.core.answers import ActorCount, EventTitle
from tui.core.values import dataclass
from tui.view.actions import Situation, keys_of
from tui.view.claims import counted
from tui.view.clocks import window_words
from tui.view.fuzzy import UNASKED, Fit, fit
from tui.view.glyphs import plain, plain_keys
from tui.view.keymap import Keymap
from tui.view.panes import Pane
from tui.view.safety import safe
from tui.view.scene import Drawing, Scene
from tui.view.spans import Line, Span, clip, ends, pad
from tui.view.windows import Window

MOST_EVENTS = 20
"""Events offered at a time; there may be a hundred thousand with the words."""
_BY_WORDS = 0.1
"""Score of what has the words elsewhere than in its name."""
_LABEL, _KEYS = 18, 13
"""Cells."""


class Kind(StrEnum):
    """What is offered, in the order of what fits alike."""

    ACTION = "action"
    SOURCE = "source"
    ACTOR = "actor"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing to do or to go to."""

    kind: Kind
    key: str
    """Id of the action or the event, index of the pane, name of the actor."""
    name: str
    """Safe to show."""
    told: str = ""
    """Safe to show."""
    keys: str = ""
    off: bool = False
    """Whether it cannot be done now; `told` says why."""
    fit: Fit = UNASKED


def actions(now: Situation, keymap: Keymap, typed: str, *, read_only: bool = False) -> tuple[Offer, ...]:
    """The actions of the view whose label fits or whose help has the words as typed; all of them, the moves last, where nothing is."""
    made: list[Offer] = []
    every = keymap.of_view(now.view)
    for action in sorted(every, key=lambda action: action.group == "Move"):  # whoever looks here knows the arrows
        found = fit(typed, action.label, scattered=True)
        if found is None and typed.strip().casefold() in action.help.casefold():
            found = Fit(_BY_WORDS, ())
        if found is not None:
            reason = "this explorer is read-only" if read_only and action.local else action.when(now)
            made.append(
                Offer(
                    kind=Kind.ACTION, key=action.id, name=action.label, told=reason or action.help, keys=keys_of(action),
                    off=bool(reason), fit=found,
                )
            )  # fmt: skip
    return tuple(made)


def sources(panes: tuple[Pane, ...], typed: str) -> tuple[Offer, ...]:
    """The panes whose siglum or name fits."""
    made = (
        _named(Kind.SOURCE, str(place), pane.name, (pane.siglum,), f"{pane.siglum}  select its pane", typed)
        for place, pane in enumerate(panes)
    )
    return tuple(offer for offer in made if offer is not None)


def actors(counts: Iterable[ActorCount], typed: str) -> tuple[Offer, ...]:
    """The actors one of whose names fits."""
    made = (
        _named(Kind.ACTOR, actor.name, actor.name, actor.aliases, f"only its {counted(actor.events, 'event')}", typed)
        for actor in counts
    )
    return tuple(offer for offer in made if offer is not None)


def events(titles: Iterable[EventTitle], scene: Scene, typed: str) -> tuple[Offer, ...]:
    """Events that have the words somewhere; those that have them in the title fit better."""
    made: list[Offer] = []
    for event in titles:
        name = event.title or event.id
        told = window_words(event.earliest, event.latest, scene.zone, scene.home_year) if event.timed else ""
        made.append(
            _named(Kind.EVENT, event.id, name, (), told, typed)
            or Offer(kind=Kind.EVENT, key=event.id, name=safe(name), told=told, fit=Fit(_BY_WORDS, ()))
        )
    return tuple(made)


def _named(kind: Kind, key: str, name: str, others: tuple[str, ...], told: str, typed: str) -> Offer | None:
    shown, told = safe(name), safe(told)
    found = fit(typed, shown)
    if found is not None:
        return Offer(kind=kind, key=key, name=shown, told=told, fit=found)
    by_other = [(fitting.score, other) for other in map(safe, others) if (fitting := fit(typed, other)) is not None]
    if not by_other:
        return None
    score, other = max(by_other, key=lambda each: each[0])
    also = "" if kind is Kind.SOURCE else f"{other}  "
    return Offer(kind=kind, key=key, name=shown, told=also + told, fit=Fit(score, ()))


def ranked(offers: Iterable[Offer], typed: str) -> tuple[Offer, ...]:
    """Best first; what fits alike in the order of kinds, then as it came."""
    if not typed.strip():
        return tuple(offers)
    order = list(Kind)
    return tuple(sorted(offers, key=lambda offer: (-round(offer.fit.score, 1), order.index(offer.kind))))


def drawing(offers: tuple[Offer, ...], window: Window, scene: Scene, size: int, nothing: str) -> Drawing:
    """The offers in view, the selected one on its own ground; `nothing` where there is none."""
    if not offers:
        return Drawing(lines=((), (Span(f"  {plain(nothing, scene.glyphs)}", "dim"),)))
    view = range(window.top, min(window.top + window.page, len(offers)))
    return Drawing(
        lines=tuple(_line(offers[place], place == window.cursor, scene, size) for place in view),
        tones=tuple("cursor" if place == window.cursor else "" for place in view),
        total=len(offers),
        top=window.top,
    )


def _line(offer: Offer, here: bool, scene: Scene, size: int) -> Line:
    edge = Span(f"{scene.glyphs.here if here else ' '} ", "key")
    name = _marked(offer)
    if offer.kind is Kind.ACTION:
        head = (
            *pad(name, _LABEL),
            *pad((Span(plain_keys(offer.keys, scene.glyphs), "faint" if offer.off else "key"),), _KEYS),
        )
        return clip((edge, *head, Span(plain(offer.told, scene.glyphs), "faint" if offer.off else "dim")), size)
    left = (edge, Span(f"{offer.kind:<7}", "label"), *name)
    return ends(left, (Span(f"  {plain(offer.told, scene.glyphs)} ", "dim"),) if offer.told else (), size)


def _marked(offer: Offer) -> Line:
    """The name, its fitting letters marked."""
    role, hits = "faint" if offer.off else "strong", frozenset(offer.fit.places)
    pieces = groupby(enumerate(offer.name), key=lambda each: each[0] in hits)
    return tuple(Span("".join(letter for _, letter in piece), "key value" if hit else role) for hit, piece in pieces)


def refitted(offers: tuple[Offer, ...], typed: str) -> tuple[Offer, ...]:
    """Those of the offers whose shown name still fits: what is shown until the dossier has been searched again."""
    return tuple(replace(offer, fit=found) for offer in offers if (found := fit(typed, offer.name)) is not None)
