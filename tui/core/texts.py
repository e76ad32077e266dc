"""How much of their text reports share, by runs of five words. Source: rules.md §9.

Work grows with what texts have in common, not with the square of their number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

SHINGLE_WORDS = 5
COPY_SHARE = 0.80
"""Texts that share at least this part of their shingles are one text."""
LIKE_SHARE = 0.50
"""Texts that share at least this part may have one origin."""
_FEW = 8
"""Up to this many texts each is simply held against each."""
_WORD = re.compile(r"\w+")

Link = tuple[int, int, float]
"""Indices of two texts, the lower first, and the part they share."""


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of five words, folded; empty for a text too short to compare."""
    if len(text) < 2 * SHINGLE_WORDS:
        return frozenset()
    words = _WORD.findall(text.casefold())
    if len(words) < 2 * SHINGLE_WORDS:
        return frozenset()
    return frozenset(map(hash, zip(*(words[i:] for i in range(SHINGLE_WORDS)), strict=False)))


def share(a: frozenset[int], b: frozenset[int]) -> float:
    """Part of the smaller text's shingles that the other has too, 0 to 1; 0 where a text is too short."""
    if not a or not b:
        return 0.0
    return len(a & b) / min(len(a), len(b))


def alike(texts: Sequence[frozenset[int]], at_least: float) -> list[Link]:
    """Pairs of texts, given as shingles, that share at least so much (above 0), in order.

    Of several texts with the same shingles the first stands for all: it is linked to each of them (share 1), and it alone
    to other texts.
    """
    first: dict[frozenset[int], int] = {}
    links: list[Link] = []
    for i, text in enumerate(texts):
        if text and first.setdefault(text, i) != i:
            links.append((first[text], i, 1.0))
    distinct = list(first.values())
    pairs = combinations(distinct, 2) if len(distinct) <= _FEW else _worth_comparing(texts, distinct, at_least)
    for one, other in pairs:
        i, j = min(one, other), max(one, other)
        part = share(texts[i], texts[j])
        if part >= at_least:
            links.append((i, j, part))
    return sorted(links)


def _worth_comparing(texts: Sequence[frozenset[int]], chosen: list[int], at_least: float) -> Iterator[tuple[int, int]]:
    """Pairs that may share enough: of so many shingles of the smaller text as it may miss, and one more, one is in the other.

    These are its rarest, so that what stands in every text ("the city of … on Tuesday") brings nobody together.
    """
    held_by = Counter(shingle for i in chosen for shingle in texts[i])
    holders: dict[int, list[int]] = defaultdict(list)
    for i in sorted(chosen, key=lambda i: (-len(texts[i]), i)):
        common = sorted((held_by[shingle], shingle) for shingle in texts[i] if held_by[shingle] > 1)
        missed = len(texts[i]) - len(common)
        probed = len(texts[i]) - int(at_least * len(texts[i])) + 1 - missed
        partners = {j for _, shingle in common[: max(0, probed)] for j in holders[shingle]}
        yield from ((i, j) for j in partners)
        for _, shingle in common:
            holders[shingle].append(i)
