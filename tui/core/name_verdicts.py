"""Whether two names may be one: declared, one spelling family, worth asking, or different (rules.md §5).

Says which step decided and what it did to the names. Never merges organisations on likeness alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from rapidfuzz.distance import Indel

from tui.core.name_articles import levelled
from tui.core.name_doubts import doubt
from tui.core.name_evidence import CARDS, Evidence, score, shortened, weigh
from tui.core.name_parts import Name, parse
from tui.core.name_words import COMMON
from tui.core.scripts import fold
from tui.core.spellings import likeness
from tui.core.values import dataclass

Groups: TypeAlias = Mapping[str, str] | Callable[[str], str | None]
"""Folded name -> id of the declared thing it names."""


class NameRelation(StrEnum):
    """How two names stand to each other."""

    SAME = "same"
    SPELLING = "spelling"
    ASK = "ask"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameVerdict:
    """Two names compared."""

    verdict: NameRelation
    score: float
    """0..1; 1 for equal and declared names, about 0.3 for two with nothing in common."""
    rule: str
    """The step that decided, one plain sentence."""
    steps: tuple[str, ...]
    """What was done to the names on the way, for a person to follow."""


_FAMILIES = {None: "", "": "", "person": "person", "place": "place"}
"""Every other kind (group, state, office, org) is an organisation: never merged on likeness."""
_SAME_WORD = 0.9
_SKELETONS = {"place": 0.9, "": 0.8}
"""Names whose skeletons are less alike cannot score as one spelling family by the points of `CARDS`."""
MOST_LETTERS = 200
"""Longer texts are no names; they are compared as folded text only."""


def compare_names(a: str, b: str, kind: str | None = None, *, groups: Groups | None = None) -> NameVerdict:
    """Compares two names as written; symmetric. `kind`: person, place, org (group, state, office), None unknown.

    `groups` says which declared thing a folded name belongs to. Never raises. Source: rules.md §5.
    """
    if b < a:
        a, b = b, a
    family = _FAMILIES.get(kind, "org")
    if len(a) > MOST_LETTERS or len(b) > MOST_LETTERS:
        return _folded_only(a, b)
    first, second = parse(a, family), parse(b, family)
    if first.folded == second.folded:
        return _same("Equal once case, accents, apostrophes and hyphens are left out.", _both(first, second))
    if groups is not None and (declared := _declared(first.folded, second.folded, groups)):
        return _same(f"The dossier declares both as names of '{declared}'.", ())
    first, second = levelled(first, second, family)
    evidence = weigh(first, second)
    card = CARDS[family]
    reached = min(score(evidence, card), 0.99)
    if _abbreviated(first, second, family, evidence):
        return _short_form(first, second, reached)
    steps = (*_both(first, second), *_matches(first, second, evidence))
    if reached < card.ask and family in ("person", "") and (initial := _initial(first, second)):
        rule = f"An initial stands for many names: '{initial}' may be meant."
        return NameVerdict(verdict=NameRelation.ASK, score=card.ask, rule=rule, steps=steps)
    return _judged(reached, family, doubt(first, second, family, evidence), steps)


@lru_cache(maxsize=1 << 16)
def one_name(a: str, b: str, kind: str | None = None) -> bool:
    """Whether two undeclared names are spellings of one: the verdict of `compare_names` is same or spelling.

    Remembered, for the same two names meet in event after event. Most are told apart by their skeletons alone.
    """
    family = _FAMILIES.get(kind, "org")
    if family in _SKELETONS and max(len(a), len(b)) <= MOST_LETTERS:
        one, two = parse(a, family), parse(b, family)
        if told_apart(one, two, family):
            return False
    return compare_names(a, b, kind).verdict in (NameRelation.SAME, NameRelation.SPELLING)


def told_apart(a: Name, b: Name, family: str) -> bool:
    """Whether skeletons and numbers alone tell two undeclared names apart, as those of most do; False where they do not.

    Both were taken apart for the family: person, place, org or "".
    """
    least = _SKELETONS.get(family)
    if least is None or bool(a.articled) != bool(b.articled):
        return False
    one, two = a.whole.broad, b.whole.broad
    both = len(one) + len(two)
    near = abs(len(one) - len(two)) <= both * (1 - least) and Indel.normalized_similarity(one, two) >= least
    if near and a.numbers == b.numbers:
        return False
    return a.folded != b.folded and not shortened(a, b)


def _short_form(a: Name, b: Name, reached: float) -> NameVerdict:
    if a.short == b.short:
        rule, step = "Equal once written as one word.", f"without articles and legal forms both are '{a.short}'"
    else:
        long, short = (a, b) if b.short in a.acronyms else (b, a)
        rule, step = "One is the acronym of the other.", f"'{long.folded}' abbreviates to '{short.short}'"
    return NameVerdict(
        verdict=NameRelation.SPELLING, score=round(max(reached, 0.9), 4), rule=rule, steps=(*_both(a, b), step)
    )


def _initial(a: Name, b: Name) -> str | None:
    """The word that an initial of the other name may stand for, where all other words are the same; "J. Smith", "John Smith"."""
    if len(a.parts) != len(b.parts) or len(a.parts) < 2:
        return None
    found = None
    for one, two in zip(a.parts, b.parts, strict=True):
        short, long = sorted((one.text, two.text), key=len)
        if len(short) == 1 and len(long) > 1 and long.startswith(short):
            found = long
        elif likeness(one.text, two.text) < _SAME_WORD:
            return None
    return found


def merges(written: Name, declared: Name, family: str) -> bool:
    """Whether a written name means a declared one: the verdict of `compare_names` without score and steps.

    Both were taken apart for `family`: person, place, org or "". One way only: "IS" is read as a declared "Islamic
    State", but "Iraqi Soldiers" never as a declared "IS".
    """
    if written.folded == declared.folded:
        return True
    written, declared = levelled(written, declared, family)
    evidence = weigh(written, declared)
    if evidence.acronym and _abbreviated(written, declared, family, evidence):
        return written.short == declared.short or written.short in declared.acronyms
    if doubt(written, declared, family, evidence):
        return False
    return score(evidence, CARDS[family]) >= CARDS[family].spelling


def _abbreviated(a: Name, b: Name, family: str, evidence: Evidence) -> bool:
    """Acronyms are for organisations; where nobody said what is named, no given name ("Ali") is taken for one."""
    if not evidence.acronym or family not in ("org", ""):
        return False
    return family == "org" or not {a.short, b.short} & COMMON


def _judged(reached: float, family: str, doubted: str | None, steps: tuple[str, ...]) -> NameVerdict:
    card = CARDS[family]
    if reached >= card.spelling and doubted:
        verdict, rule = NameRelation.ASK, f"Alike (score {reached:.2f}), but {doubted}."
    elif reached >= card.spelling:
        verdict, rule = NameRelation.SPELLING, f"One spelling family: score {reached:.2f}, from {card.spelling:.2f} on."
    elif reached >= card.ask:
        verdict = NameRelation.ASK
        rule = (
            f"Alike but not enough to merge unasked: score {reached:.2f}, from {card.ask:.2f} on the analyst is asked."
        )
        if family == "org":
            rule = f"Alike (score {reached:.2f}), but organisations are never merged on likeness alone."
    else:
        verdict, rule = NameRelation.DIFFERENT, f"Too little in common: score {reached:.2f}, below {card.ask:.2f}."
    return NameVerdict(verdict=verdict, score=round(reached, 4), rule=rule, steps=steps)


def _same(rule: str, steps: tuple[str, ...]) -> NameVerdict:
    return NameVerdict(verdict=NameRelation.SAME, score=1.0, rule=rule, steps=steps)


def _folded_only(a: str, b: str) -> NameVerdict:
    if fold(a) == fold(b):
        return _same("Equal once case, accents, apostrophes and hyphens are left out.", ())
    return NameVerdict(verdict=NameRelation.DIFFERENT, score=0.0, rule="Too long for names, and not equal.", steps=())


def _declared(a: str, b: str, groups: Groups) -> str | None:
    find = groups if callable(groups) else groups.get
    first = find(a)
    return first if first is not None and first == find(b) else None


def _both(a: Name, b: Name) -> tuple[str, ...]:
    return a.steps if a.steps == b.steps else (*a.steps, *(step for step in b.steps if step not in a.steps))


def _matches(a: Name, b: Name, evidence: Evidence) -> tuple[str, ...]:
    """What was laid beside what, in consonants, and what found nothing like it."""
    if not evidence.pairs:
        return ("no word of one is like a word of the other",)
    found = sorted(evidence.pairs) if len(evidence.pairs) > 1 else evidence.pairs
    left = " ".join([a.parts[i].skeleton for i, _ in found])
    right = " ".join([b.parts[j].skeleton for _, j in found])
    steps = [f"consonant skeleton {left} {'=' if left == right else '≈'} {right}"]
    if len(found) < len(a.parts) or len(found) < len(b.parts):
        in_a, in_b = {i for i, _ in found}, {j for _, j in found}
        rest = [part.text for i, part in enumerate(a.parts) if i not in in_a]
        rest += [part.text for j, part in enumerate(b.parts) if j not in in_b]
        steps.append("nothing like " + ", ".join([f"'{word}'" for word in rest]) + " in the other")
    if evidence.direction:
        steps.append("they point to different directions or sizes")
    return tuple(steps)
