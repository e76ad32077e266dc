"""How each source is cited: the facts its file states and nothing else. What is not stated is left out, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tui.core.model import Source
from tui.core.values import dataclass
from tui.view.safety import safe

GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The words of the Admiralty scale for the reliability of a source."""

_ADDRESS = re.compile(r"https?://[\x21-\x7e]+", re.IGNORECASE)
_BREAKS_OUT = frozenset("<>\"'`\\^{|}")
_ANCHOR = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A link of a citation."""

    label: str
    """What stands before it: "", "archived"."""
    text: str
    """As the file has it."""
    target: str | None
    """Where it leads; None where it is no web address, and must not become a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source as a reader needs it to find it again. Texts are as the file has them: not yet safe to print."""

    source: str
    """Its id."""
    number: int
    """1-based, in the order the sources are listed."""
    anchor: str
    """Where it stands in the document: letters, digits, `.`, `_` and `-` only."""
    siglum: str
    name: str
    title: str
    language: str
    """A language tag for the headline; empty where none is stated or it is not well-formed."""
    published: str
    """As stated; "undated" where nothing is."""
    details: tuple[str, ...]
    """Kind (where it is no article), wire agencies credited, sources it copies, grade, when it was captured."""
    addresses: tuple[Address, ...]
    sha256: str

    @property
    def line(self) -> str:
        """Outlet, headline, date and details as one sentence without addresses."""
        title = (f"“{self.title}”",) if self.title else ()
        return ", ".join((self.name, *title, self.published, *self.details)) + "."


def citations(sources: Iterable[Source]) -> tuple[Citation, ...]:
    """Every source, numbered in the order given."""
    known = {source.id: source for source in sources}
    return tuple(_citation(number, source, known) for number, source in enumerate(known.values(), start=1))


def web_address(text: str) -> str | None:
    """The address where it is one that may be followed: http or https, printable ASCII, nothing that ends a quotation."""
    if not _ADDRESS.fullmatch(text) or any(character in _BREAKS_OUT for character in text) or safe(text) != text:
        return None
    return text


def anchor(kind: str, identity: str, number: int) -> str:
    """A name inside the document that stays when events are added: `event-fallujah`; by number where the id cannot be one."""
    return f"{kind}-{identity}" if _ANCHOR.fullmatch(identity) else f"{kind}-no-{number}"


def _citation(number: int, source: Source, known: Mapping[str, Source]) -> Citation:
    links = (("", source.url), ("archived", source.archive_url))
    return Citation(
        source=source.id,
        number=number,
        anchor=anchor("source", source.id, number),
        siglum=source.siglum,
        name=source.name,
        title=source.title,
        language=source.language if _LANGUAGE.fullmatch(source.language) else "",
        published=source.published or "undated",
        details=tuple(_details(source, known)),
        addresses=tuple(Address(label=label, text=text, target=web_address(text)) for label, text in links if text),
        sha256=source.sha256,
    )


def _details(source: Source, known: Mapping[str, Source]) -> Iterable[str]:
    if source.kind != "article":
        yield source.kind
    if source.credits:
        yield f"credits {', '.join(source.credits)}"
    if source.derived_from:
        names = (known[name].siglum if name in known else name for name in source.derived_from)
        yield f"derived from {', '.join(names)}"
    if source.grade:
        words = GRADES.get(source.grade)
        yield f"grade {source.grade} ({words})" if words else f"grade {source.grade}"
    if source.captured:
        yield f"captured {source.captured}"
