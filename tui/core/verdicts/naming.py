"""How the two sides of a comparison are named in a reason, so that a reader can tell them apart and nobody is accused of
what another said.

By speaker where anybody is quoted ("SANA's 12 (TRT World)", rules.md §2.4), else by outlet; where both sides would bear one
name, by speakers, at last by siglum. Echoes of one origin are not named one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.core.names import fold
from tui.core.verdicts.claims import Claim
from tui.core.verdicts.comparisons import Said

Label = Callable[[Claim], tuple[str, ...]]


def said(claims: Sequence[Claim], origin: Mapping[str, int] | None = None) -> Said:
    """The claims of one reading, named by outlet. `origin`: which reports certainly have one origin."""
    return _named(claims, _outlet, origin)


def outlets(claims: Sequence[Claim]) -> str:
    """Those of one reading by their outlets alone, whatever words they chose."""
    return _named(claims, _outlet, None, worded=False).who


def sides(
    a: Sequence[Claim], b: Sequence[Claim], *, by_speaker: bool = False, origin: Mapping[str, int] | None = None
) -> tuple[Said, Said]:
    """The claims of two readings, named so that the two names differ wherever their sources let them."""
    quoted = any(claim.voice for claim in (*a, *b))
    if by_speaker:
        if quoted and _overlap(a, b, _speakers) and not _overlap(a, b, _outlet):
            return _heard(a, origin), _heard(b, origin)
        return _apart(a, b, (_speakers, _outlet, _siglum), origin)
    if quoted and not _told_alike(a, b):
        return _as_one(_spoken(a, origin), _spoken(b, origin), a, b)
    return _apart(a, b, (_outlet, _speakers, _siglum), origin)


def speak(claims: Sequence[Claim]) -> str:
    """ "says" or "say", after the outlets of the claims."""
    return "says" if len({claim.source.name for claim in claims}) == 1 else "say"


def _apart(
    a: Sequence[Claim], b: Sequence[Claim], labels: tuple[Label, ...], origin: Mapping[str, int] | None
) -> tuple[Said, Said]:
    for label in labels:
        if not _overlap(a, b, label):
            break
    return _named(a, label, origin), _named(b, label, origin)


def _overlap(a: Sequence[Claim], b: Sequence[Claim], label: Label) -> bool:
    return not {name for claim in a for name in label(claim)}.isdisjoint(name for claim in b for name in label(claim))


def _heard(claims: Sequence[Claim], origin: Mapping[str, int] | None) -> Said:
    """By speaker and outlet, where one speaker says one thing here and another there: "the Pentagon in AFP"."""
    spoken, outlets = _named(claims, _speakers, origin), _named(claims, _outlet, origin, worded=False)
    return spoken if spoken.who == outlets.who else spoken._replace(who=f"{spoken.who} in {outlets.who}")


def _as_one(a: Said, b: Said, claims_a: Sequence[Claim], claims_b: Sequence[Claim]) -> tuple[Said, Said]:
    """Both under one name where one speaker said both, whatever the outlets call them: no two people contradict each other."""
    voices = {claim.voice for claim in (*claims_a, *claims_b)}
    if len(voices) > 1 or not all(voices):
        return a, b
    who = min(a.who, b.who)
    return a._replace(who=who), b._replace(who=who)


def _told_alike(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether one outlet lets one speaker say both: then only more than their names tells the sides apart."""
    return not {(claim.source.name, claim.voice) for claim in a}.isdisjoint(
        (claim.source.name, claim.voice) for claim in b
    )


def _spoken(claims: Sequence[Claim], origin: Mapping[str, int] | None) -> Said:
    """By speaker, and which outlets quote them; an outlet that speaks for itself by its own name."""
    quoting = [claim for claim in claims if claim.voice]
    spoken = _named(claims, _speakers, origin)
    if not quoting:
        return spoken
    outlets = _named(quoting, _outlet, origin, worded=False)
    return Said(spoken.who, spoken.words, "; ".join(part for part in (outlets.who, outlets.via, spoken.via) if part))


def _named(claims: Sequence[Claim], label: Label, origin: Mapping[str, int] | None, *, worded: bool = True) -> Said:
    """Up to two names; of more the first, and how many others there are or that they are its echoes.

    `worded`: who says the same in other words is named apart, so that nobody is quoted with words of another.
    """
    words = _words(claims)
    alike = [claim for claim in claims if not worded or claim.value.extent or fold(claim.words) == fold(words)]
    names = _names(alike, label)
    known = frozenset(names)
    others = [name for name in _names(claims, label) if name not in known]
    via = []
    if len(names) < 3:
        who = " and ".join(names)
    elif origin is not None and len({origin[claim.report.id] for claim in claims}) == 1:
        who = names[0]
        via.append(f"one origin with {len(names) - 1} others")
    else:
        who = f"{names[0]} and {len(names) - 1} others"
    if len(others) == 1:
        told = next(claim.words for claim in claims if others[0] in label(claim))
        via.append(f"{others[0]}: {Said('', told)}")
    elif others:
        via.append(f"{len(others)} others in other words")
    return Said(who, words, "; ".join(via))


def _names(claims: Sequence[Claim], label: Label) -> list[str]:
    """Each once; a speaker as the first of them calls them."""
    called: dict[object, tuple[str, ...]] = {}
    for claim in claims:
        names = label(claim)
        called.setdefault(claim.voice if label is _speakers and claim.voice else names, names)
    return list(dict.fromkeys(name for names in called.values() for name in names))


def _words(claims: Sequence[Claim]) -> str:
    """The words of the first; a time or figure that they word differently in the program's own."""
    first = claims[0]
    if first.value.extent is None or all(claim.words == first.words for claim in claims):
        return first.words
    return first.value.text


def _outlet(claim: Claim) -> tuple[str, ...]:
    return (claim.source.name,)


def _speakers(claim: Claim) -> tuple[str, ...]:
    speakers = tuple(words for words in claim.report.said_by if words != claim.source.id)
    return speakers or (claim.source.name,)


def _siglum(claim: Claim) -> tuple[str, ...]:
    return (claim.source.siglum,)
