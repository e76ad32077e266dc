"""Who repeats whom behind one event, as blocks of lines: a tree per origin, certain ties drawn through, possible ones dotted.

Tells what `tui.core.lineages` found and how many origins that makes; whether any of it is true is not for it to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, FindingKind, Reading
from tui.core.lineages import Lineage, Origin, Tie
from tui.core.model import Report
from tui.core.names import fold
from tui.core.values import dataclass
from tui.view.blocks import Block
from tui.view.claims import in_its_words
from tui.view.clocks import published_words
from tui.view.glyphs import plain
from tui.view.marks import Spot, mark_of_flag, spot_for, spots
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, cells, clip, clip_text, ends, pad, width, wrap

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SIGLUM, _DATE = 10, 11
"""Most cells that siglum and date take in a line."""
_TWIG, _LAST, _TRUNK = "├─ ", "└─ ", "│  "


@dataclass(frozen=True, slots=True)
class Branch:
    """A report in its tree."""

    report: str
    stem: str
    """What is drawn before it."""
    tie: Tie | None = None
    """How it hangs together with another report; None for a root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grove:
    """Everything the view needs of one event, asked for once."""

    row: EventRow
    lineage: Lineage
    spellings: Mapping[str, str] = field(default_factory=dict)
    """Folded names of declared actors -> the actor's name: two spellings of one speaker are one lead."""
    reports: Mapping[str, Report] = field(init=False, repr=False, compare=False)
    """By id."""
    places: Mapping[str, int] = field(init=False, repr=False, compare=False)
    """Report id -> the number of its origin, from 1."""

    def __post_init__(self) -> None:
        """Look up once what every line needs."""
        object.__setattr__(self, "reports", {report.id: report for report in self.row.reports})
        places = {name: place for place, origin in enumerate(self.lineage.origins, 1) for name in origin.reports}
        object.__setattr__(self, "places", places)

    @property
    def circling(self) -> frozenset[str]:
        """Ids of the reports that repeat each other in a circle."""
        circles = (finding for finding in self.row.verdict.findings if finding.kind is FindingKind.CIRCULAR)
        return frozenset(name for finding in circles for name in finding.reports)


def fields_of(row: EventRow) -> tuple[Spot, ...]:
    """The fields one can look at, in the order they are shown."""
    return tuple(spot for spot in spots(row) if spot.field is not None)


def field_at(row: EventRow, key: str | None) -> Spot | None:
    """The field selected; of a finding the field it is about, else the worst one."""
    found = spot_for(row, key)
    if found is not None and found.field is None:
        named = found.finding.field if found.finding is not None else None
        found = next((spot for spot in fields_of(row) if spot.key == named), None)
    if found is not None:
        return found
    return max(fields_of(row), key=lambda spot: spot.mark.weight, default=None)


def blocks(grove: Grove, spot: Spot | None, scene: Scene, size: int) -> tuple[Block, ...]:
    """The findings about repetition, then a tree per origin; a report's key is its id."""
    made = [Block(key=f"finding:{n}", lines=lines, quiet=True) for n, lines in enumerate(_findings(grove, scene, size))]
    leads, speaking = _leads(grove), _speaking(grove, scene)
    values = _values(spot.field if spot is not None else None, grove.reports, scene, size)
    for number, origin in enumerate(grove.lineage.origins, 1):
        made += _tree(number, origin, grove, values, scene, size)
        made += _possible(number, origin, grove, (leads, speaking), scene, size)
        made.append(Block(key=f"gap:{number}", lines=((),), quiet=True))
    return tuple(made[:-1])


def branches(origin: Origin, reports: Mapping[str, Report]) -> tuple[Branch, ...]:
    """The reports of an origin as they hang together: each under the one it goes back to, its root first."""
    ties = {tie.report: tie for tie in reversed(origin.ties) if tie.certain}
    by_source: dict[str, str] = {}
    for name in origin.reports:
        by_source.setdefault(reports[name].source, name)
    inside = set(origin.reports)
    start = origin.root if origin.root in inside else by_source.get(origin.root, "")
    below: dict[str, list[str]] = {}
    for name in origin.reports:
        tie = ties.get(name)
        parent = "" if tie is None else tie.to if tie.to in inside else by_source.get(tie.to, "")
        below.setdefault("" if name in (start, parent) else parent or start, []).append(name)
    seen: set[str] = set()
    made = list(_climb("", "", below, ties, seen, depth=0, outside=not start))
    left = [name for name in origin.reports if name not in seen]
    made += [Branch(name, _TWIG if index < len(left) - 1 else _LAST, ties.get(name)) for index, name in enumerate(left)]
    return tuple(made)


def _climb(
    parent: str, stem: str, below: Mapping[str, list[str]], ties: Mapping[str, Tie], seen: set[str], *, depth: int, outside: bool
) -> Iterator[Branch]:  # fmt: skip
    children = [name for name in below.get(parent, ()) if name not in seen]
    for index, name in enumerate(children):
        seen.add(name)
        last = index == len(children) - 1
        twig = "" if depth == 0 and not outside else (_LAST if last else _TWIG)
        yield Branch(name, stem + twig, ties.get(name))
        further = stem + ("" if not twig else "   " if last else _TRUNK)
        yield from _climb(name, further, below, ties, seen, depth=depth + 1, outside=outside)


_EDGES = {"same voice": "same voice as", "same text": "same text as", "from several": "from several, among them"}


def _edge(tie: Tie | None, reports: Mapping[str, Report], scene: Scene) -> str:
    """A certain tie in words, with sigla for ids: "copies SABAH"."""
    if tie is None:
        return ""
    source = reports[tie.to].source if tie.to in reports else tie.to
    note = f" ({tie.note})" if tie.note else ""
    return safe(f"{_EDGES.get(tie.kind, tie.kind)} {scene.siglum(source)}{note}")


def _made_of(report: str, origin: Origin, reports: Mapping[str, Report], scene: Scene) -> str:
    """What a report made from several others goes back to: it is no origin of its own."""
    named = [tie.to for tie in origin.ties if tie.report == report and tie.kind == "from several"]
    if not named:
        return ""
    sigla = [safe(scene.siglum(reports[name].source if name in reports else name)) for name in named]
    return (
        f"made from {', '.join(sigla[:-1])} and {sigla[-1]}, not counted itself"
        if len(sigla) > 1
        else f"made from {sigla[0]}"
    )


def _findings(grove: Grove, scene: Scene, size: int) -> Iterator[tuple[Line, ...]]:
    for finding in grove.row.verdict.findings:
        if finding.kind in (FindingKind.CIRCULAR, FindingKind.SINGLE_ORIGIN, FindingKind.CREDIBILITY):
            mark = mark_of_flag(finding.kind, None, is_open=finding.open or not finding.flagged)
            head = Span(f" {mark.sign(ascii_only=scene.glyphs.ascii)} {mark.word}  ", mark.role)
            yield (*wrap((head, Span(plain(safe(finding.reason), scene.glyphs))), size - 1, 3, 3), ())


def _tree(
    number: int, origin: Origin, grove: Grove, values: Mapping[str, Line], scene: Scene, size: int
) -> Iterator[Block]:
    reports = grove.reports
    made = branches(origin, reports)
    if made and made[0].stem:
        root: Line = (
            _numbered(number),
            Span(f"{_hollow(scene)} ", "faint"),
            Span(safe(scene.siglum(origin.root)), "siglum"),
            Span("  not among the reports", "faint"),
        )
        yield Block(key=f"root:{number}", lines=(clip(root, size),), quiet=True)
    circling = grove.circling
    for branch in made:
        report = reports[branch.report]
        head: Line = (Span("     ") if branch.stem else _numbered(number), Span(branch.stem, "bar"))
        sign = Span(f"{scene.glyphs.report} ", "note" if origin.unknown else "bar")
        made_of = _made_of(branch.report, origin, reports, scene) if not branch.stem else ""
        # In a circle the root goes back to something, too.
        tie = branch.tie or next((t for t in origin.ties if t.report == report.id and t.kind == "copies"), None)
        told = (
            [Span(made_of or _edge(tie, reports, scene), "dim")]
            if branch.stem or made_of or (tie is not None and report.id in circling)
            else list(_voice(origin))
        )
        if report.id in circling:
            mark = mark_of_flag(FindingKind.CIRCULAR, None)
            told.append(Span(f"  {mark.sign(ascii_only=scene.glyphs.ascii)} {mark.word}", mark.role))
        yield Block(key=report.id, lines=(_line((*head, sign), report, told, values.get(report.id, ()), scene, size),))


def _numbered(number: int) -> Span:
    return Span(f"{number:>3}  ", "key")


def _hollow(scene: Scene) -> str:
    return "o" if scene.glyphs.ascii else "○"


def _voice(origin: Origin) -> Iterator[Span]:
    if origin.firsthand:
        yield Span("saw it itself", "good")
    elif origin.speaker:
        yield Span("quotes ", "dim")
        yield Span(safe(origin.speaker), "strong")
    elif origin.unknown:
        yield Span("says nothing of where it comes from", "note")
    else:
        yield Span("speaks for itself", "dim")


def _line(head: Line, report: Report, told: list[Span], right: Line, scene: Scene, size: int) -> Line:
    """Siglum, date and edge left, what it says for the field right, its prose where there is room between them."""
    source = scene.source(report.source)
    siglum = safe(scene.siglum(report.source))
    date = clip_text(safe(published_words(source.published)), _DATE + 4) if source is not None else ""
    left: Line = (
        *head,
        Span(siglum + " " * max(1, _SIGLUM - cells(siglum) - sum(cells(s.text) for s in head[1:-1])), "siglum"),
        Span(date + " " * max(1, _DATE - cells(date)), "label"),
        *told,
    )
    room = size - width(left) - width(right) - 5
    said = report.quote or report.what
    if room >= 24 and said:
        left = (*left, Span("   "), Span(safe(f'"{report.quote}"' if report.quote else said), "faint"))
    return clip(ends(clip(left, size - width(right) - 1), right, size), size)


def _values(of: FieldVerdict | None, names: Iterable[str], scene: Scene, size: int) -> dict[str, Line]:
    """Per report the letter of its reading and the value, in one column; silence is a dot."""
    if of is None:
        return {}
    texts = [written_as(reading) for reading in of.readings]
    room = min(max((8, *(cells(text) + 2 for text in texts))), max(14, size // 5), size // 3) + 1
    silent = pad((Span(f"{scene.glyphs.silent} silent", "faint"),), room)
    values = dict.fromkeys(names, silent)
    for number, (reading, text) in enumerate(zip(of.readings, texts, strict=True)):
        line = pad((Span(f"{letter_of(number)} ", "key"), Span(text, "value")), room)
        values.update((name, line) for name in reading.reports if values.get(name) is silent)
    return values


def written_as(reading: Reading) -> str:
    """The reading in its sources' words."""
    return safe(in_its_words(reading))


def letter_of(reading: int) -> str:
    """A, B … Z, then numbers."""
    return LETTERS[reading] if reading < len(LETTERS) else str(reading + 1)


def _lead(to: str, grove: Grove) -> str:
    folded = fold(to)
    return grove.spellings.get(folded, folded)


def _leads(grove: Grove) -> dict[str, list[int]]:
    """Which origins a possible tie leads from, by what it leads to."""
    leads: dict[str, list[int]] = {}
    for number, origin in enumerate(grove.lineage.origins, 1):
        names = {_lead(tie.to, grove) for tie in origin.ties if not tie.certain}
        for name in (*names, _lead(origin.root, grove)):
            numbers = leads.setdefault(name, [])
            if number not in numbers:
                numbers.append(number)
    return leads


def _possible(
    number: int,
    origin: Origin,
    grove: Grove,
    known: tuple[Mapping[str, list[int]], Mapping[str, list[int]]],
    scene: Scene,
    size: int,
) -> Iterator[Block]:
    """What the origin may share with others, one dotted line a name. `known`: which origins lead to a name, which begin with it."""
    places, (leads, speaking) = grove.places, known
    kinds: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for tie in origin.ties:
        if not tie.certain:
            key = _lead(tie.to, grove)
            names.setdefault(key, tie.to)
            kinds.setdefault(key, {})[f"{tie.kind}, {tie.note}" if tie.note else tie.kind] = None
    for index, (key, told) in enumerate(kinds.items()):
        others = [place for place in leads.get(key, ()) if place != number]
        to = f"origin {places[names[key]]}" if names[key] in places else names[key]
        shared = f"   as {listed(others)} may" if others and names[key] not in places else ""
        own = [place for place in speaking.get(key, ()) if place != number]
        to += f", which is {listed(own)} here" if own and names[key] not in places else ""
        line: Line = (
            Span("     "),
            Span(scene.glyphs.open * 3 + " ", "note"),
            Span("possibly from ", "dim"),
            Span(safe(to), "strong"),
            Span(safe(f" ({', '.join(told)})"), "dim"),
            Span(shared, "faint"),
        )
        yield Block(key=f"tie:{number}:{index}", lines=(clip(line, size),), quiet=True)


def _speaking(grove: Grove, scene: Scene) -> dict[str, list[int]]:
    """Origins by the names of the source they begin with: an agency that is credited may report the event itself."""
    found: dict[str, list[int]] = {}
    for number, origin in enumerate(grove.lineage.origins, 1):
        source = scene.source(grove.reports[origin.reports[0]].source)
        names = () if source is None else (source.id, source.siglum, source.name, source.family)
        for key in {_lead(name, grove) for name in names}:
            found.setdefault(key, []).append(number)
    return found


def listed(numbers: list[int]) -> str:
    """A dozen of the numbers, the rest counted."""
    shown = ", ".join(str(number) for number in numbers[:12])
    return shown + (f" and {len(numbers) - 12} more" if len(numbers) > 12 else "")
