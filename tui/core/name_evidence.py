"""What speaks for and against two names being one, as a few numbers, and the points they are worth.

The points stand in one table (`CARDS`), set on public pairs of names; a score is their sum on the logistic curve.
Every line of the table rises with likeness and falls with what tells two names apart.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tui.core.name_parts import Name
from tui.core.name_words import DIRECTIONS
from tui.core.spellings import likeness, vowelled

Line = tuple[tuple[float, float], ...]
"""(value, points) at the knots; straight between them, flat outside."""


class Evidence(NamedTuple):
    """Two names compared, before any verdict."""

    shared: float
    """Weight of the words found in both: two rare words say more than one, "Muhammad" says little."""
    contained: float
    """Share of the lighter name that is found in the other, 0..1."""
    covered: float
    """Share of the heavier name that is found in the other, 0..1."""
    vowelled: float
    """Likeness of the whole names written as one word, with vowels."""
    skeleton: float
    """Likeness of their broad consonant skeletons."""
    clash: float
    """Words on each side that the other has nothing like: the smaller count."""
    tail: float
    """1 where one ends in a vowel and the other in a consonant ("Basir", "Basira")."""
    acronym: float
    """1 where one is the acronym of the other, or both are the same once written as one word."""
    direction: float
    """1 where they point to different directions or sizes ("east", "great")."""
    pairs: tuple[tuple[int, int], ...]
    """Indices of the words that were matched."""


_ALIKE = 0.72
"""Two words less alike than this are not matched."""
_NEAR = 0.9
"""Below this likeness of the skeletons, the last letter says nothing."""


def weigh(a: Name, b: Name) -> Evidence:
    """The evidence on two names that were taken apart for the same kind."""
    a_parts, b_parts = a.parts, b.parts
    alike = []
    elsewhere = a.directions != b.directions
    for i, part in enumerate(a_parts):
        for j, other in enumerate(b_parts):
            near = likeness(part.text, other.text)
            if near > _ALIKE and not (elsewhere and _opposed(part.text, other.text)):
                alike.append((near, i, j))
    shared = 0.0
    left, right = set(range(len(a_parts))), set(range(len(b_parts)))
    pairs = []
    for near, i, j in sorted(alike, reverse=True) if len(alike) > 1 else alike:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            shared += near * min(a_parts[i].weight, b_parts[j].weight)
            pairs.append((i, j))
    light, heavy = (a.weight, b.weight) if a.weight < b.weight else (b.weight, a.weight)
    one, two = a.whole, b.whole
    skeleton = Indel.normalized_similarity(one.broad, two.broad)
    return Evidence(
        shared,
        shared / light,
        shared / heavy,
        vowelled(one, two),
        skeleton,
        min(len(left), len(right)),
        float(skeleton >= _NEAR and (one.plain[-1:] in "aiu") != (two.plain[-1:] in "aiu")),
        float(shortened(a, b)),
        1.0 if a.directions != b.directions else 0.0,
        tuple(pairs),
    )


def shortened(a: Name, b: Name) -> bool:
    """Whether one is the acronym of the other, or both are the same once written as one word."""
    return bool(a.short) and (a.short == b.short or a.short in b.acronyms or b.short in a.acronyms)


def _opposed(word: str, other: str) -> bool:
    """Whether one is a direction or size that the other is not: "east" and "west" are spelt alike and mean no one place."""
    return DIRECTIONS.get(word) != DIRECTIONS.get(other)


class Card(NamedTuple):
    """The points for one kind of name, and where the verdicts begin."""

    base: float
    """Points of two names with nothing in common."""
    lines: tuple[tuple[int, Line], ...]
    """(index into `Evidence`, its points)."""
    spelling: float
    """Scores from here on are one spelling family."""
    ask: float
    """Scores from here on are put to the analyst."""


SHARED, CONTAINED, COVERED, VOWELLED, SKELETON, CLASH, TAIL, ACRONYM, DIRECTION = range(9)
_NEVER = 2.0
"""Above every score."""
_PERSON = Card(
    base=-0.75,
    lines=(
        (SHARED, ((1, 0), (2, 1.65))),
        (CONTAINED, ((0.8, 0), (0.9, 0.1), (1, 0.8))),
        (VOWELLED, ((0.85, 0), (1, 0.9))),
        (SKELETON, ((0.8, 0), (0.9, 0.5), (0.97, 0.85), (1, 1.85))),
        (CLASH, ((0, 0), (1, -0.2))),
        (TAIL, ((0, 0), (1, -0.8))),
    ),
    spelling=0.84,
    ask=0.6,
)
CARDS: dict[str, Card] = {
    "person": _PERSON,
    "place": Card(
        base=-0.75,
        lines=(
            (SHARED, ((1, 0), (2, 0.3), (3, 0.6))),
            (VOWELLED, ((0.85, 0), (1, 0.25))),
            (SKELETON, ((0.8, 0), (0.9, 0.85), (0.97, 2.35), (1, 2.8))),
            (TAIL, ((0, 0), (1, -1.85))),
            (ACRONYM, ((0, 0), (1, 0.85))),
            (CLASH, ((0, 0), (1, -0.2))),
            (DIRECTION, ((0, 0), (1, -0.3))),
        ),
        spelling=0.88,
        ask=0.5,
    ),
    "org": Card(
        base=-0.75,
        lines=(
            (SHARED, ((0, 0), (0.6, 0.65), (1, 1.35), (2, 1.5))),
            (CONTAINED, ((0.5, 0), (0.8, 0.4), (0.9, 0.7), (1, 0.75))),
            (COVERED, ((0.6, 0), (0.8, 0.2), (1, 1))),
            (SKELETON, ((0.9, 0), (0.97, 0.4), (1, 1))),
            (ACRONYM, ((0, 0), (1, 1.6))),
        ),
        spelling=_NEVER,
        ask=0.6,
    ),
    "": _PERSON._replace(spelling=0.93),
}
"""By kind of name; "" where nobody said. Organisations are never one spelling family: only declared, equal or acronym.

Set on 8 569 public pairs (sanctions lists, gazetteers, transliteration corpora). Points set so on one half of the entities
and measured on the other half separate same from different there with an AUC of 0.80."""


def score(evidence: Evidence, card: Card) -> float:
    """0..1: the sum of the points, on the logistic curve."""
    total = card.base
    for index, line in card.lines:
        total += _points(line, evidence[index])  # type: ignore[arg-type]
    return 1 / (1 + exp(-total))


def _points(line: Line, value: float) -> float:
    before, points = line[0]
    if value <= before:
        return points
    for knot, worth in line[1:]:
        if value < knot:
            return points + (worth - points) * (value - before) / (knot - before)
        before, points = knot, worth
    return points
