"""Which of many names are worth comparing: those that share a word's consonants, or are alike as a whole.

Finds candidates only; whether two names may be one is decided by `compare_names`. Work grows with the number of names,
not with its square: a word that very many names share counts only together with a second one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import Indel

from tui.core.name_parts import Name
from tui.core.progress import Watch, unwatched, watched

MOST = 40
"""Names of one block that are all held against each other; of a larger one, each against its neighbours in order."""
WINDOW = 4
"""How many neighbours that is, on either side."""
PARTNERS = 12
"""Once both names of a pair have so many candidates, from blocks that tell more, the pair is left out."""
_GENERIC = 0.5
"""Words of at most this weight ("tell", "company") bring no two names together."""
_SHORTEST = 4
"""Skeletons with fewer consonants are not looked for with one missing: too many would meet."""
_ALIKE = 0.8
"""Likeness of the whole skeletons from which on two names are compared even if they share no word."""


def candidates(names: Sequence[Name], watch: Watch = unwatched) -> list[tuple[int, int]]:
    """Pairs of indices (lower first) of names that may be one, each once, in order."""
    words = [_words(name) for name in names]
    found: set[tuple[int, int]] = set()
    partners = [0] * len(names)
    blocks = [*_blocks(names, words)]
    for block in watched(blocks, "gathering", len(blocks), watch):
        for pair in _pairs(block, names):
            a, b = pair
            if pair in found or (partners[a] >= PARTNERS and partners[b] >= PARTNERS):
                continue
            if _worth_comparing(pair, names, words):
                found.add(pair)
                partners[a] += 1
                partners[b] += 1
    return sorted(found)


def _words(name: Name) -> frozenset[str]:
    return frozenset(part.broad for part in name.parts if part.weight > _GENERIC and len(part.broad) > 1)


def _blocks(names: Sequence[Name], words: Sequence[frozenset[str]]) -> Iterator[list[int]]:
    """Indices of names with something in common, what tells most first: the whole name, a rare word, two words."""
    by_word: dict[str, list[int]] = defaultdict(list)
    by_whole: dict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        for word in sorted(words[index]):
            by_word[word].append(index)
        for key in _wholes(name):
            by_whole[key].append(index)
    yield from sorted(by_whole.values(), key=len)
    yield from sorted((block for block in by_word.values() if len(block) <= MOST), key=len)
    common = {word for word, block in by_word.items() if len(block) > MOST}
    by_two: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, own in enumerate(words):
        for two in combinations(sorted(own & common), 2):
            by_two[two].append(index)
    yield from sorted(by_two.values(), key=len)


def _wholes(name: Name) -> set[str]:
    """The skeleton of the whole name, likewise with any one consonant missing, and its short forms."""
    whole = name.whole.broad
    keys = {whole} if whole else set()
    if len(whole) >= _SHORTEST:
        keys.update(whole[:at] + whole[at + 1 :] for at in range(len(whole)))
    return keys | {f"={short}" for short in (name.short, *name.acronyms) if short}


def _pairs(block: list[int], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    if len(block) <= MOST:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda index: (names[index].whole.plain, index))
    for at, index in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + WINDOW]:
            yield (index, other) if index < other else (other, index)


def _worth_comparing(pair: tuple[int, int], names: Sequence[Name], words: Sequence[frozenset[str]]) -> bool:
    """Whether they share two words, or one holds all words of the other, or they are alike written as one word."""
    a, b = pair
    shared = words[a] & words[b]
    if shared and (len(shared) > 1 or shared == words[a] or shared == words[b]):
        return True
    one, two = names[a], names[b]
    if one.short in two.acronyms or two.short in one.acronyms or (one.short and one.short == two.short):
        return True
    return Indel.normalized_similarity(one.whole.broad, two.whole.broad) >= _ALIKE
