"""How the two sides of a comparison are named in a reason, so that a reader can tell them apart and nobody is accused of
what another said.

By speaker where all claims of a side are one speaker's ("SANA's 12 (TRT World)", rules.md §2.4), else by outlet; where
both sides would bear one name, by speakers, at last by siglum. Echoes of one origin are not named one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.core.verdicts.claims import Claim
from tui.core.verdicts.comparisons import Said

Label = Callable[[Claim], tuple[str, ...]]


def said(claims: Sequence[Claim], origin: Mapping[str, int] | None = None) -> Said:
    """The claims of one reading, named by outlet. `origin`: which reports certainly have one origin."""
    return _named(claims, _outlet, origin)


def sides(
    a: Sequence[Claim], b: Sequence[Claim], *, by_speaker: bool = False, origin: Mapping[str, int] | None = None
) -> tuple[Said, Said]:
    """The claims of two readings, named so that the two names differ wherever their sources let them."""
    if by_speaker:
        return _apart(a, b, (_speakers, _siglum), origin)
    voices_a, voices_b = _voice(a), _voice(b)
    if (voices_a or voices_b) and voices_a != voices_b:
        return _spoken(a, origin), _spoken(b, origin)
    return _apart(a, b, (_outlet, _speakers, _siglum), origin)


def speak(claims: Sequence[Claim]) -> str:
    """ "says" or "say", after the outlets of the claims."""
    return "says" if len({claim.source.name for claim in claims}) == 1 else "say"


def _apart(
    a: Sequence[Claim], b: Sequence[Claim], labels: tuple[Label, ...], origin: Mapping[str, int] | None
) -> tuple[Said, Said]:
    for label in labels:
        if {name for claim in a for name in label(claim)}.isdisjoint(name for claim in b for name in label(claim)):
            break
    return _named(a, label, origin), _named(b, label, origin)


def _voice(claims: Sequence[Claim]) -> frozenset[str]:
    """The speakers that all the claims share; empty where they differ or an outlet speaks for itself."""
    first = claims[0].voice
    return first if all(claim.voice == first for claim in claims) else frozenset()


def _spoken(claims: Sequence[Claim], origin: Mapping[str, int] | None) -> Said:
    outlets = _named(claims, _outlet, origin)
    if not _voice(claims):
        return outlets
    via = ", ".join(part for part in (outlets.who, outlets.via) if part)
    return Said(" and ".join(_speakers(claims[0])), _words(claims), via)


def _named(claims: Sequence[Claim], label: Label, origin: Mapping[str, int] | None) -> Said:
    """Up to two names; of more the first, and how many others there are or that they are its echoes."""
    names = list(dict.fromkeys(name for claim in claims for name in label(claim)))
    words = _words(claims)
    if len(names) < 3:
        return Said(" and ".join(names), words)
    others = len(names) - 1
    if origin is not None and len({origin[claim.report.id] for claim in claims}) == 1:
        return Said(names[0], words, f"one origin with {others} others")
    return Said(f"{names[0]} and {others} others", words)


def _words(claims: Sequence[Claim]) -> str:
    """The words of all; a time or figure that they word differently in the program's own, so that none is quoted for others."""
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
