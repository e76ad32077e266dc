"""Actors: how a role was filled, and how two sets of actors lie to each other. Source: rules.md §7. Speakers: §2.4."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.actors import Cast, Party, is_part
from tui.core.judgements import Verdict
from tui.core.names import compare_names
from tui.core.values import dataclass
from tui.core.verdicts.comparisons import Comparison, Said, Value, by_spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsValue(Value):
    """The actors of one role, as a set."""

    parties: tuple[Party, ...]
    within: frozenset[str]
    """Keys of the actors, and of all that they are a branch of."""

    @property
    def spelt(self) -> tuple[tuple[str, str], ...]:
        """Names that only their spelling ties to a declared actor."""
        return tuple(party.spelt for party in self.parties if party.spelt is not None)


def read_actors(words: tuple[str, ...], cast: Cast) -> ActorsValue:
    """The names of one role as written."""
    parties: dict[str, Party] = {}
    for each in words:
        party = cast.party(each)
        parties.setdefault(party.key, party)
    ordered = tuple(parties[key] for key in sorted(parties))
    undeclared = [party.name for party in ordered if party.id is None]
    named = " or ".join(f'"{name}"' for name in undeclared)
    rule = f"No [[actor]] answers to {named}." if undeclared else "Found among the dossier's actors."
    rule += by_spelling(*(party.spelt for party in ordered))
    return ActorsValue(
        key=tuple(sorted(parties)),
        text=", ".join(p.name for p in ordered),
        rule=rule,
        parties=ordered,
        within=frozenset(key for party in ordered for key in (party.key, *party.above)),
    )


def compare_actors(
    a: Value, b: Value, said_a: Said, said_b: Said, *, single: bool = False, roleless: bool = False
) -> Comparison:
    """The relation of two sets of actors in one role. `single`: only one value can be true. `roleless`: a side names no roles."""
    if not isinstance(a, ActorsValue) or not isinstance(b, ActorsValue):
        return Comparison(Verdict.UNREAD, "Not compared.")
    first = str(said_a)
    a_in_b = _inside(a.parties, b.parties)
    b_in_a = _inside(b.parties, a.parties)
    if _same(a.parties, b.parties):
        why = _joined(a.parties, b.parties)
        return Comparison(Verdict.SAME, f"{first} and {said_b} are the same.{why}", inner="ab")
    if a_in_b or b_in_a:
        inner, outer, letter = (said_a, said_b, "a") if a_in_b else (said_b, said_a, "b")
        return Comparison(
            Verdict.PRECISION,
            f"{inner} is part of {outer}"
            + (": one says more." if len(a.parties) == len(b.parties) == 1 else "; a shorter list is not a denial."),
            inner=letter,
        )
    if any(is_part(p, q) or is_part(q, p) for p in a.parties for q in b.parties):
        return Comparison(Verdict.COMPATIBLE, f"{first} and {said_b} have an actor in common; both can be true.")
    unknown = [p.name for p in (*a.parties, *b.parties) if p.id is None]
    if unknown or roleless:
        why = f'no [[actor]] says who "{unknown[0]}" is' if unknown else "one side does not say who did what"
        return Comparison(Verdict.UNDETERMINED, f"{first} and {said_b} are named differently, and {why}.")
    if single:
        return Comparison(
            Verdict.CONFLICT,
            f"{first} and {said_b} exclude each other: the dossier says there was only one."
            + by_spelling(*a.spelt, *b.spelt),
        )
    return Comparison(
        Verdict.STRAINED,
        f"{first} and {said_b} are different actors: both are true only if it was both of them."
        + by_spelling(*a.spelt, *b.spelt),
    )


def same_speakers(a: Value, b: Value) -> bool:
    """Whether two `said_by` name the same speakers."""
    if not isinstance(a, ActorsValue) or not isinstance(b, ActorsValue):
        return False
    return _inside(a.parties, b.parties) and _inside(b.parties, a.parties)


def several_speakers(values: Sequence[Value]) -> bool:
    """Whether `said_by` names more than one, or more than one group of them."""
    return any(not same_speakers(values[0], value) for value in values[1:])


def compare_speakers(a: Value, b: Value, said_a: Said, said_b: Said) -> Comparison:
    """Who speaks is no claim about the event: two speakers never contradict each other by being two."""
    if same_speakers(a, b):
        why = _joined(a.parties, b.parties) if isinstance(a, ActorsValue) and isinstance(b, ActorsValue) else ""
        return Comparison(Verdict.SAME, f"{said_a} and {said_b} are one speaker.{why}", inner="ab")
    reason = f"{said_a} and {said_b} are different speakers: both can have said so."
    return Comparison(Verdict.COMPATIBLE, reason)


def _same(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Whether both sets name the same actors; a branch is not its parent."""
    return len(some) == len(others) and all(any(is_part(p, q) and is_part(q, p) for q in others) for p in some)


def _joined(some: tuple[Party, ...], others: tuple[Party, ...]) -> str:
    """By which step names that nobody declared are one (rules.md §5), the first of them; a sentence to follow a reason."""
    for p in some:
        for q in others:
            if p.key != q.key and is_part(p, q) and is_part(q, p):
                return f" {compare_names(p.name, q.name).rule}"
    return ""


def _inside(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    return all(any(is_part(p, q) for q in others) for p in some)
