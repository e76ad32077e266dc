"""Categories: claims in words, truth values and lists, and what a dossier says of their words. Source: rules.md §8."""

from __future__ import annotations

from dataclasses import field
from itertools import product

from tui.core.judgements import Verdict
from tui.core.model import ClaimValue, Field
from tui.core.names import fold
from tui.core.values import dataclass
from tui.core.verdicts.comparisons import Comparison, Said, Value

Member = str | bool
_TRUTH = {"true": True, "false": False}
_YES_OR_NO = frozenset({"yes", "no"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryValue(Value):
    """One word, a truth value, or a set of words; each in the folding of its dossier."""

    members: frozenset[Member]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a `[[field]]` declares about its words, folded and ready to be asked."""

    canonical: dict[str, str] = field(default_factory=dict)
    wider: dict[str, frozenset[str]] = field(default_factory=dict)
    """For a word, all words it is a kind of, at any depth."""
    exclusive: tuple[frozenset[str], ...] = ()
    named: dict[str, str] = field(default_factory=dict)
    """For a word that is the first of several declared the same, how it is declared."""
    single: bool = False
    """Only one value can be true."""
    written: dict[str, str] = field(default_factory=dict)
    """For a word that is declared exclusive, how."""

    def shown(self, written: str) -> str:
        """The word as readings show it: the first of those declared the same, else as written."""
        return self.named.get(self.word(written), written)

    def word(self, written: str) -> str:
        """The word that stands for the written one."""
        return _canon(written, self.canonical)


def vocabulary(declared: Field) -> Vocabulary:
    """The words of a field, made ready."""
    canonical = {_folded(word): _folded(group[0]) for group in declared.same for word in group}
    narrow: dict[str, set[str]] = {}
    for broad, kinds in declared.broader:
        for kind in kinds:
            narrow.setdefault(_canon(kind, canonical), set()).add(_canon(broad, canonical))
    wider = {word: frozenset(_closure(word, narrow)) for word in narrow}
    exclusive = tuple(frozenset(_canon(word, canonical) for word in group) for group in declared.exclusive)
    named = {_folded(group[0]): group[0] for group in declared.same if group}
    written = {_canon(word, canonical): word for group in declared.exclusive for word in group}
    return Vocabulary(canonical, wider, exclusive, named, declared.single, written)


NO_VOCABULARY = Vocabulary()


def read_category(written: ClaimValue, words: Vocabulary = NO_VOCABULARY) -> CategoryValue:
    """A claim as written. A list is a set; its order means nothing. A table has only words: its "true" is the truth value."""
    if isinstance(written, str):
        written = _TRUTH.get(words.word(written), written)
    if isinstance(written, bool):
        return CategoryValue(
            key=written, text="true" if written else "false", rule="A truth value.", members=frozenset([written])
        )
    listed = (written,) if isinstance(written, str) else written
    members: frozenset[Member] = frozenset(words.word(each) for each in listed)
    rule = "Compared after folding case, signs and blanks." if len(members) == 1 else "A list is read as a set."
    text = ", ".join(dict.fromkeys(words.shown(each) for each in listed))
    return CategoryValue(key=tuple(sorted(map(str, members))), text=text, rule=rule, members=members)


def compare_categories(
    a: Value, b: Value, said_a: Said, said_b: Said, *, words: Vocabulary = NO_VOCABULARY
) -> Comparison:
    """The relation of two claims in words."""
    if not isinstance(a, CategoryValue) or not isinstance(b, CategoryValue):
        return Comparison(Verdict.UNREAD, "Not compared.")
    first = str(said_a)
    if a.members == b.members:
        return Comparison(Verdict.SAME, f"{first} and {said_b} say the same.", inner="ab")
    for x, y, said_x, said_y, letter in ((a, b, said_a, said_b, "a"), (b, a, said_b, said_a, "b")):
        if all(any(_is_kind(p, q, words) for q in y.members) for p in x.members):
            return Comparison(Verdict.PRECISION, f"{said_x} is part of {said_y}: one says more.", inner=letter)
    if any(_is_kind(p, q, words) or _is_kind(q, p, words) for p, q in product(a.members, b.members)):
        return Comparison(Verdict.COMPATIBLE, f"{first} and {said_b} overlap; both can be true.")
    for p, q in product(a.members, b.members):
        if isinstance(p, bool) and isinstance(q, bool):
            return Comparison(
                Verdict.CONFLICT, f"{first} and {said_b} exclude each other: one says true, the other false."
            )
        if {p, q} == _YES_OR_NO:
            return Comparison(Verdict.CONFLICT, f"{first} and {said_b} exclude each other.")
        if any(p in group and q in group for group in words.exclusive):
            return Comparison(
                Verdict.CONFLICT,
                f"{first} and {said_b} exclude each other: "
                f'the dossier lists "{words.written[str(p)]}" and "{words.written[str(q)]}" as exclusive.',
            )
    if words.single:
        return Comparison(
            Verdict.CONFLICT,
            f"{first} and {said_b} exclude each other: the dossier says that only one value can be true.",
        )
    return Comparison(
        Verdict.UNDETERMINED,
        f"{first} and {said_b} are worded differently, and nothing says whether they exclude each other.",
    )


def undetermined(a: Value, b: Value, words: Vocabulary) -> bool:
    """Whether two claims in words are such that nothing says how they lie to each other."""
    if not isinstance(a, CategoryValue) or not isinstance(b, CategoryValue):
        return False
    return not words.single and not any(
        _is_kind(p, q, words) or _is_kind(q, p, words) or _exclude(p, q, words)
        for p, q in product(a.members, b.members)
    )


def _exclude(p: Member, q: Member, words: Vocabulary) -> bool:
    if isinstance(p, bool) and isinstance(q, bool):
        return True
    return {p, q} == _YES_OR_NO or any(p in group and q in group for group in words.exclusive)


def _is_kind(narrow: Member, broad: Member, words: Vocabulary) -> bool:
    if isinstance(narrow, bool) or isinstance(broad, bool):
        return narrow is broad
    return narrow == broad or broad in words.wider.get(narrow, frozenset())


def _canon(word: str, canonical: dict[str, str]) -> str:
    folded = _folded(word)
    return canonical.get(folded, folded)


def _folded(word: str) -> str:
    """A word as it is compared: "air strike", "air-strike" and "airstrike" are one."""
    return fold(word).replace(" ", "")


def _closure(word: str, narrow: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    queue = [word]
    while queue:
        for broad in narrow.get(queue.pop(), ()):
            if broad not in found:
                found.add(broad)
                queue.append(broad)
    return found - {word}
