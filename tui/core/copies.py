"""What became of a source's archived copy: whether it is the one that was hashed, taken when it is said to have been."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from tui.core.model import Source
from tui.core.moments import Anchor, read_moment
from tui.core.values import dataclass


class Standing(StrEnum):
    """How what the dossier states compares with the copy."""

    MATCHES = "matches"
    DIFFERS = "differs"
    NOT_FOUND = "not-found"
    """There is no copy to compare with."""
    NOT_TOLD = "not-told"
    """The copy does not tell, or what the dossier states is no date."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One key of a source, compared."""

    stated: str
    """As the dossier has it."""
    found: str
    """As the copy has it; empty where it does not tell."""
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The archived copy of a source that states a checksum or a time of capture."""

    source: Source
    file: str
    """As shown to the user; empty where none was found."""
    sha256: Compared | None
    """None where the source states none."""
    captured: Compared | None

    @property
    def standing(self) -> Standing:
        """Of the whole: what differs outweighs what matches."""
        standings = {each.standing for each in (self.sha256, self.captured) if each is not None}
        order = (Standing.DIFFERS, Standing.NOT_FOUND, Standing.MATCHES, Standing.NOT_TOLD)
        return next(standing for standing in order if standing in standings)


def compare_sha256(stated: str, found: str) -> Standing:
    """Checksums in hex, whatever the case."""
    return Standing.MATCHES if stated.strip().casefold() == found.casefold() else Standing.DIFFERS


def compare_captured(stated: str, taken: int | None, source: Source, zone: str) -> Standing:
    """`taken`: UTC seconds, as the copy tells. A date without a zone may be that of the source, the dossier or UTC."""
    readings = [read_moment(stated, Anchor(timezone=name)) for name in (zone, source.timezone or zone, "UTC")]
    spans = [(each.slack_earliest, each.slack_latest) for each in readings if each.understood]
    if taken is None or not spans:
        return Standing.NOT_TOLD
    fits = any((start is None or start <= taken) and (end is None or taken < end) for start, end in spans)
    return Standing.MATCHES if fits else Standing.DIFFERS


def faults_of(copy: Copy) -> Iterator[tuple[str, Compared]]:
    """The keys of the source that the copy contradicts."""
    for key, each in (("sha256", copy.sha256), ("captured", copy.captured)):
        if each is not None and each.standing is Standing.DIFFERS:
            yield key, each
