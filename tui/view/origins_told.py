"""Who repeats whom behind an event, as a report tells it: the text of view 4.

An origin with more than one report bears the speaker it quotes, the time it first appeared and how each of its reports hangs
together with it; what may make one origin of several follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tui.core.lineages import Lineage, Origin, Tie
from tui.core.model import Report
from tui.core.names import fold

MOST = 12
"""Lines of an event, reports of an origin and names of a line that are told; of more their number is."""
_CERTAIN = {
    "copies": "{who} repeats {to}",
    "from several": "{who} is made from {to}, among others",
    "same voice": "{who} has the publisher and the voice of {to}",
    "same text": "{who} has the text of {to} ({note})",
}
_SHARED = {"credits": ("credits", "credit"), "same speaker": ("quotes", "quote")}

Name = Callable[[str], str]
"""Id of a report or of a source, or a name -> what it is called here."""


def origin_lines(lineage: Lineage, reports: Mapping[str, Report], siglum: Name) -> tuple[str, ...]:
    """A line for each origin of several reports, in the order of first appearance, then one for each thing that several origins
    may share; nothing where every report plainly stands alone. `siglum` answers that of a source, the id of what is none."""

    def name(of: str) -> str:
        return siglum(reports[of].source) if of in reports else siglum(of)

    lines = [*_origins(lineage, reports, name), *_shared(lineage, name), *_like_texts(lineage, name)]
    more = [f"and {len(lines) - MOST} more lines."] if len(lines) > MOST else []
    return (*lines[:MOST], *more)


def _origins(lineage: Lineage, reports: Mapping[str, Report], name: Name) -> Iterator[str]:
    for origin in lineage.origins:
        told = dict.fromkeys(_told(origin, name))
        if told:
            since = f" ({origin.appeared})" if origin.appeared and origin.root in reports else ""
            voice = f" quoting {name(origin.speaker)}" if origin.speaker and origin.root in reports else ""
            yield f"One origin, {name(origin.root)}{voice}{since}: {_listed(list(told), '; ')}."


def _told(origin: Origin, name: Name) -> Iterator[str]:
    for tie in origin.ties:
        if tie.certain and tie.kind in _CERTAIN and name(tie.report) != name(tie.to):
            yield _CERTAIN[tie.kind].format(who=name(tie.report), to=name(tie.to), note=tie.note)


def _shared(lineage: Lineage, name: Name) -> Iterator[str]:
    """Agencies and speakers that reports of several origins have in common."""
    who: dict[tuple[str, str], dict[str, str]] = {}
    for tie in _possible(lineage):
        if tie.kind in _SHARED:
            who.setdefault((tie.kind, fold(tie.to)), {}).setdefault(name(tie.report), name(tie.to))
    for (kind, _), names in who.items():
        one, several = _SHARED[kind]
        lead = next(iter(names.values()))
        yield f"Perhaps one origin: {_listed(list(names), ', ')} {one if len(names) == 1 else several} {lead}."


def _like_texts(lineage: Lineage, name: Name) -> Iterator[str]:
    told: dict[frozenset[str], str] = {}
    for tie in _possible(lineage):
        if tie.kind == "similar text":
            told.setdefault(
                frozenset((tie.report, tie.to)), f"{name(tie.report)} and {name(tie.to)} have like texts ({tie.note})"
            )
    for words in told.values():
        yield f"Perhaps one origin: {words}."


def _possible(lineage: Lineage) -> Iterator[Tie]:
    return (tie for origin in lineage.origins for tie in origin.ties if not tie.certain)


def _listed(words: list[str], between: str) -> str:
    more = f"{between}and {len(words) - MOST} more" if len(words) > MOST else ""
    return between.join(words[:MOST]) + more
