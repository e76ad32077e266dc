"""How the two sides of a comparison are named in a reason, so that a reader can tell them apart.

By outlet where the outlets differ; by speaker where one outlet stands on both sides or where speakers are the point
(a claim against a denial); by siglum where even that is not enough.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.core.verdicts.claims import Claim
from tui.core.verdicts.comparisons import Said

Label = Callable[[Claim], tuple[str, ...]]


def said(claims: Sequence[Claim]) -> Said:
    """The claims of one reading, named by outlet."""
    return Said(_joined(claims, _outlet), claims[0].words)


def sides(a: Sequence[Claim], b: Sequence[Claim], *, by_speaker: bool = False) -> tuple[Said, Said]:
    """The claims of two readings, named so that the two names differ wherever their sources let them."""
    labels: tuple[Label, ...] = (_speaker, _siglum) if by_speaker else (_outlet, _speaker, _siglum)
    for label in labels:
        if {name for claim in a for name in label(claim)}.isdisjoint(name for claim in b for name in label(claim)):
            break
    return Said(_joined(a, label), a[0].words), Said(_joined(b, label), b[0].words)


def _joined(claims: Sequence[Claim], label: Label) -> str:
    names = list(dict.fromkeys(name for claim in claims for name in label(claim)))
    if len(names) == 2:
        return f"{names[0]} and {names[1]}"
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} others"


def _outlet(claim: Claim) -> tuple[str, ...]:
    return (claim.source.name,)


def _speaker(claim: Claim) -> tuple[str, ...]:
    speakers = tuple(words for words in claim.report.said_by if words != claim.source.id)
    return speakers or (claim.source.name,)


def _siglum(claim: Claim) -> tuple[str, ...]:
    return (claim.source.siglum,)
