"""Pairs of reports that may tell of one event: a line each, and the pair selected side by side with what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.core.linking.links import Weight
from tui.core.linking.previews import Opening, Preview
from tui.core.linking.reviews import Pair
from tui.core.model import Report
from tui.core.values import dataclass
from tui.view.claims import counted, words_for
from tui.view.glyphs import plain
from tui.view.marks import short_name
from tui.view.safety import safe
from tui.view.scene import NARROW, Scene
from tui.view.spans import Line, Span, clip, clip_text, ends, pad, width, wrap
from tui.view.texts_link import bits, crowded_words, percent

_LABEL, _LONG_LABEL = 9, 19
_ROWS = ("when", "where", "who")
"""Fields that stand side by side before the figures and the account itself."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What an analyst said of a pair in this session."""

    same: bool | None

    @property
    def word(self) -> str:
        """In one word."""
        return {True: "same", False: "different", None: "undecided"}[self.same]


def heading(links: Sequence[Pair], decided: int, file: str, size: int, crowded: int = 0) -> Line:
    """How many pairs there are to look at, how many are decided, and which file took the decisions.

    `crowded`: reports for which not all was compared.
    """
    words = f" {counted(len(links), 'pair')}" + (
        "" if decided or crowded or not links else " that may be one event, likeliest first"
    )
    words += f" · {crowded_words(crowded)}" if crowded else ""
    told = f"{decided} decided, written to {safe(file)} " if decided else ""
    return ends((Span(words, "dim"),), (Span(told, "good"),), size)


def nothing() -> tuple[Line, ...]:
    """What stands where no pair is left."""
    return (
        (),
        (Span("   No two reports are likely to tell of one event,", "dim"),),
        (Span("   but for those that stand together.", "dim"),),
        (),
        (Span("   1 goes back to the timeline.", "dim"),),
    )


def item(link: Pair, decided: Decided | None, reports: Mapping[str, Report], scene: Scene, size: int) -> Line:
    """Probability, the two reports, their events."""
    if decided is None:
        mark = Span(f" {percent(link.probability):>6} ", "strong" if link.probability >= 0.5 else "dim")
    else:
        mark = Span(f" {scene.glyphs.picked} {decided.word[:4]} ", "good")
    a, b = (_listed(name, reports.get(name)) for name in (link.a, link.b))
    half = max(0, (size - width((mark,)) - 5) // 2)
    return clip((mark, *pad(a, half), Span("  ~  ", "faint"), *b), size)


def _listed(name: str, report: Report | None) -> Line:
    """A report, and its event where the id does not tell it."""
    told = report is not None and report.event is not None and name.partition("/")[2].startswith(report.event)
    return (Span(safe(name), "siglum"), Span("" if told else _event(report), "dim"))


def pair(
    link: Pair,
    weights: Sequence[Weight],
    reports: Mapping[str, Report],
    seen: Preview | None,
    scene: Scene,
    *,
    size: int,
    lines: int,
    left_open: Opening | None = None,
) -> tuple[Line, ...]:
    """The two side by side, the weights where they are known, and what each answer would change; at most so many lines."""
    a, b = (reports.get(name) for name in (link.a, link.b))
    compared = _compared(a, b)
    longest = _LONG_LABEL if size >= NARROW else _LABEL + 4
    first = min(max(_LABEL, *(width((Span(label),)) + 2 for label, _, _ in compared)), longest)
    half = max(8, (size - first - 5) // 2)
    made: list[Line] = [_row("", _name(link.a, a, scene), _name(link.b, b, scene), half, first, "siglum")]
    for label, left, right in compared:
        made += _rows(label, left, right, half, first)
    speaks = _weights(link.score, weights, size)
    after = (*_preview(seen, scene, size), *_others(left_open, size))
    room = max(1, lines - len(speaks) - len(after))
    return (*made[:room], *speaks, *after)[:lines]


def _compared(a: Report | None, b: Report | None) -> list[tuple[str, str, str]]:
    keys = [f"figures.{key}" for report in (a, b) if report is not None for key, _ in report.figures]
    told = [("event", _event(a).strip(), _event(b).strip())]
    for field in (*_ROWS, *dict.fromkeys(keys)):
        left, right = _words(a, field), _words(b, field)
        if left or right:
            told.append((short_name(field), left, right))
    left, right = ((report.what or report.quote or report.text[:300]) if report else "" for report in (a, b))
    told.append(("what", left, right))
    return told


def _words(report: Report | None, field: str) -> str:
    return ", ".join(words_for(report, field)) if report is not None else ""


def _rows(label: str, left: str, right: str, half: int, first: int) -> list[Line]:
    limit = 3 if label == "what" else 1
    a, b = (wrap((Span(safe(text)),), half, limit) if text else ((),) for text in (left, right))
    return [
        _row("" if n else label, a[n] if n < len(a) else (), b[n] if n < len(b) else (), half, first)
        for n in range(max(len(a), len(b)))
    ]


def _row(label: str, left: Line, right: Line, half: int, first: int, role: str = "") -> Line:
    head = pad((Span(f" {clip_text(label, first - 1)}", "label"),), first + 1)
    return (*head, *pad(left, half, role=role), Span(" │ ", "rule"), *pad(right, half, role=role))


def _name(name: str, report: Report | None, scene: Scene) -> Line:
    source = next((s for s in scene.sources if report is not None and s.id == report.source), None)
    return (Span(f"{safe(source.siglum)}  " if source else "", "siglum"), Span(safe(name), "strong"))


def _event(report: Report | None) -> str:
    if report is None or report.event is None:
        return "  no event"
    return f"  in {safe(report.event)}"


def _weights(score: float, weights: Sequence[Weight], size: int) -> tuple[Line, ...]:
    parts: list[Line] = [(Span(f"{bits(score)} bits{' = ' if weights else ''}", "strong"),)]
    for number, weight in enumerate(weights):
        role = "good" if weight.weight > 0 else "strained"
        more = Span(", " if number else "", "dim")
        parts.append((more, Span(bits(weight.weight), role), Span(f" {safe(weight.reason)}", "dim")))
    line = (Span(" "), *(span for part in parts for span in part))
    return wrap(line, size - 1, 4, 1)


def _others(left_open: Opening | None, size: int) -> tuple[Line, ...]:
    """What the other two answers would change, in a line."""
    if left_open is None:
        return ()
    told: list[Span] = [Span(" ! leaves both where they are", "key"), Span("; ", "dim")]
    if not left_open.events:
        return (clip((*told, Span("Space too", "key"), Span(", and both are asked no more", "dim")), size),)
    told.append(Span(f"Space shows {safe(left_open.report)} in {safe(' and '.join(left_open.events))}", "key"))
    told.append(Span(", judged in none", "dim"))
    if left_open.leaves is not None:
        gone = ", ".join(short_name(field.field) for field in left_open.vanish)
        flags = f": {gone} no longer contradicts" if gone else ""
        told.append(Span(f", taken out of {safe(left_open.leaves)}{flags}", "dim"))
    return wrap(tuple(told), size - 1, 2, 1)


def _preview(seen: Preview | None, scene: Scene, size: int) -> tuple[Line, ...]:
    if seen is None:
        return ((Span(plain(" judging what each answer brings …", scene.glyphs), "dim"),),)
    told = f" = brings {counted(seen.comes, 'report')} to {safe(seen.event)}"
    told += f" ({counted(seen.stays, 'report')})" if seen.stays else ", a new event"
    told += f"; {safe(', '.join(seen.leaves))} goes" if seen.leaves else ""
    appear: list[Line] = [
        (Span(f"{short_name(field.field)} {field.verdict}: ", str(field.verdict)), Span(safe(field.reason), "dim"))
        for field in seen.appear
    ]
    gone = ", ".join(dict.fromkeys(short_name(field.field) for field in seen.vanish))
    told += f"; {gone} no longer contradicts" if gone else ""
    if not appear:
        return wrap((Span(told, "key"), Span("; nothing new contradicts", "dim")), size - 1, 2, 1)
    head = (Span(told, "key"), Span("; then contradicting:", "dim"))
    return (clip(head, size), *(clip((Span("   "), *line), size) for line in appear[:3]))
