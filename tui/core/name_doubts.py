"""What keeps two names from being merged unasked, however alike their letters: each rule one function, each with its reason.

A merge that is wrong hides a contradiction or invents one, so a doubt sends the pair to the analyst (rules.md §5, "ask").
The rules come from pairs of real names that differ in just this: Karim and Karima, Jalil and Khalil, Syria and Assyria.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rapidfuzz.distance import Indel

from tui.core.name_evidence import Evidence
from tui.core.name_parts import Name
from tui.core.name_words import GENERATIONS, KUNYA, PLACE_GENERIC
from tui.core.scripts import latin
from tui.core.spellings import Spelling, spelling, together

_FEW_CONSONANTS = 2
_OTHER_VOWELS = 0.85
_WEIGHTY = 1.0
_VOWELS = "aiu"
_OTHER_SOUNDS = frozenset(
    frozenset(pair) for pair in (("X", "j"), ("G", "j"), ("k", "j"), ("z", "S"), ("z", "C"), ("J", "s"))
)
"""Sounds that no two romanisations of one name exchange: kh and j, gh and j, k and j, z and sh, z and ch, zh and s."""
_OTHER_ENDING = "one goes on where the other ends, as the name of a woman or of a family may"
_ENDING = re.compile(r"-h$|[iy]-[iyj]+$|(.)-\1$")
"""What a spelling adds to a name's end: an h that is not heard, a longer i, the last letter once more."""
_KUNYA = tuple(sorted({joined for joined in KUNYA.values() if len(joined) > 1}, key=len, reverse=True))


def doubt(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    """Why two names are not merged unasked; None where nothing speaks against it. `family`: person, place, org or ""."""
    return next((reason for rule in DOUBTS if (reason := rule(a, b, family, evidence))), None)


def _strangers(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    if evidence.clash and evidence.pairs:
        return "each has a word that the other has not"
    if family == "" and len(evidence.pairs) < max(len(a.parts), len(b.parts)):
        return "nobody said what they name, and not every word has its like"
    return None


def _kinds_of_place(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    if family == "place" and a.place_kind != b.place_kind:
        return "only one says what kind of place it is, and towns share names with villages and districts"
    return None


def _directions(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    if evidence.direction:
        return "they point to different directions or sizes"
    return None


def _numbers(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    """ "Witness 1" and "Witness 11", "District 2" and "District 22"."""
    return None if a.numbers == b.numbers else "they bear different numbers"


def _generations(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    """Junior and senior, II and III are two people."""
    if family == "place" or _generation(a) == _generation(b):
        return None
    return "only one is said to be the younger or the elder"


def _generation(name: Name) -> frozenset[str]:
    return frozenset([GENERATIONS[part.text] for part in name.parts[1:] if part.text in GENERATIONS])


def _little_to_go_by(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    """Two consonants are common to many names: "Jinn" and "Jann", "Omar" and "Amir"."""
    one, two = _core(a), _core(b)
    if one.plain == two.plain:
        return None
    if min(len(one.broad), len(two.broad)) > _FEW_CONSONANTS or one.consonants_only != two.consonants_only:
        return None
    if Indel.normalized_similarity(one.plain, two.plain) < _OTHER_VOWELS:
        return "two consonants with other vowels are too little"
    return None


def _core(name: Name) -> Spelling:
    """The words that say most, without "abu" and its like."""
    every = [part.text for part in name.parts]
    weighty = [part.text for part in name.parts if part.weight == _WEIGHTY and part.text not in PLACE_GENERIC] or every
    if len(weighty) != 1:
        return together(weighty) if weighty else name.whole
    return spelling(next((weighty[0][len(kin) :] for kin in _KUNYA if _of_kin(weighty[0], kin)), weighty[0]))


def _of_kin(word: str, kin: str) -> bool:
    return word.startswith(kin) and len(word) > len(kin) + 2


def _first_sounds(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    """ "Syria" and "Assyria"; "Brahim" for "Ibrahim" is put to the analyst as well, "Deir Ezzor" for "Deir ez-Zor" is not."""
    for i, j in evidence.pairs:
        words = a.parts[i].text, b.parts[j].text
        one, two = spelling(words[0]), spelling(words[1])
        if one.consonants_only or two.consonants_only or _of_one_kin(one, two):
            continue
        if (i and _with_article(words[0])) or (j and _with_article(words[1])):
            continue
        if one.plain[:1] and two.plain[:1] and (one.plain[0] in _VOWELS) != (two.plain[0] in _VOWELS):
            return "one begins with a vowel and the other does not"
    return None


def _with_article(word: str) -> bool:
    """An article written in one with a word that begins with a sun letter: "Ezzor", "Assham"."""
    return len(word) > 3 and word[0] in "aeu" and word[1] == word[2]


def _of_one_kin(one: Spelling, two: Spelling) -> bool:
    """ "Abu Kamal" is "Bu Kamal"."""
    return all(spelt.plain.removeprefix("a").startswith("bu") for spelt in (one, two))


def _last_sounds(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    """ "Karim" and "Karima", "Ivanov" and "Ivanova", "Hussein" and "Husseini" are different people, "Mansura" and "Mansuriya"
    different towns."""
    for one, two in _matched(a, b, evidence):
        if one.consonants_only or two.consonants_only or one.skeleton != two.skeleton:
            continue
        if one.plain.endswith("ia") != two.plain.endswith("ia"):
            return "one ends as what belongs to the other may"
        if family != "place" and (one.plain[-1:] in _VOWELS) != (two.plain[-1:] in _VOWELS):
            return _OTHER_ENDING
    if family != "place" and any(_goes_on(a.parts[i].text, b.parts[j].text) for i, j in evidence.pairs):
        return _OTHER_ENDING
    return None


def _goes_on(word: str, other: str) -> bool:
    """Whether the longer begins with the shorter and adds more than a spelling does: "Petrov", "Petrova", "Petrović"."""
    short, long = sorted((latin(word), latin(other)), key=len)
    more = long[len(short) :]
    return bool(more) and len(short) > 2 and long.startswith(short) and not _ENDING.search(f"{short[-1:]}-{more}")


def _other_sounds(a: Name, b: Name, family: str, evidence: Evidence) -> str | None:
    """ "Jalil" and "Khalil", "Hashim" and "Hazim"."""
    for one, two in _matched(a, b, evidence):
        if one.broad == two.broad:
            for sound, other in zip(one.skeleton, two.skeleton, strict=True):
                if sound != other and frozenset((sound, other)) in _OTHER_SOUNDS:
                    return "a sound of one is never written like that of the other"
    return None


def _matched(a: Name, b: Name, evidence: Evidence) -> Iterator[tuple[Spelling, Spelling]]:
    for i, j in evidence.pairs:
        if a.parts[i].text != b.parts[j].text:
            yield spelling(a.parts[i].text), spelling(b.parts[j].text)


DOUBTS: tuple[Callable[[Name, Name, str, Evidence], str | None], ...] = (
    _strangers,
    _kinds_of_place,
    _directions,
    _numbers,
    _generations,
    _little_to_go_by,
    _first_sounds,
    _last_sounds,
    _other_sounds,
)
"""In the order in which they are asked; the first that speaks is told."""
