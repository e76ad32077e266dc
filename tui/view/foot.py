"""The selected event under the timeline: every field with its mark, and the selected (else worst) one spelled out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Finding, Reading
from tui.core.model import Report
from tui.view.cells import telling_first
from tui.view.claims import (
    gap_words,
    in_its_words,
    leavers,
    origins_words,
    place_of,
    report_by_id,
    silence_words,
    speakers,
    words_for,
)
from tui.view.collisions import colliding, collision_first, is_among
from tui.view.glyphs import Glyphs, plain
from tui.view.hits import marked
from tui.view.marks import Spot, mark_of_field, spot_for, spots, worst_first
from tui.view.proposals import NO_PARTNER, Proposal, words
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, clip, joined, pad, width, wrap
from tui.view.state import Region, TimelineState

MOST_SIGLA = 16
"""Sources named in a reading; the others are counted, for the other readings must have room."""
_DROPPED = 8
"""Cells of blanks that may fall away where a line breaks."""


def foot(
    row: EventRow | None,
    state: TimelineState,
    scene: Scene,
    *,
    size: int,
    lines: int,
    proposed: Sequence[Proposal] | None = (),
) -> tuple[Line, ...]:
    """Exactly `lines` lines of `size` cells: a rule with the title, the fields, the account of one of them, and where there is room
    what else is marked, the passages relied on, and what else is given.

    Of a report without an event, first those it may belong with; `proposed` is None while they are looked for.
    """
    glyphs = scene.glyphs
    if row is None:
        return ((Span(glyphs.floor * size, "rule"),), *[()] * (lines - 1))
    spot, sought = spot_for(row, state.spot), state.sought
    drawn = [_rule(row, size, glyphs, sought, active=state.region is Region.FOOT), _fields(row, spot, size, glyphs)]
    if not row.placed:
        drawn[1:1] = _proposals(proposed, scene, size, sought)
    if spot is not None:
        drawn += account(spot, row, scene, size, lines - len(drawn), sought)
        worse = [other for other in worst_first(row) if other.key != spot.key]
        drawn += _fields_told(worse, row, scene, size, lines - len(drawn), sought)
    told = spot.finding.reports if spot is not None and spot.finding is not None else ()
    rest = [report for report in row.reports if report.id not in told]
    drawn += _passages(rest, row, scene, size, lines - len(drawn), sought)
    above = {each.key for each in worst_first(row)} | {spot.key if spot is not None else ""}
    quiet = [each for each in spots(row) if each.key not in above]
    drawn += _fields_told(quiet, row, scene, size, lines - len(drawn), sought)
    drawn += [()] * (lines - len(drawn))
    return tuple(drawn[:lines])


def _proposals(proposed: Sequence[Proposal] | None, scene: Scene, size: int, sought: str) -> list[Line]:
    """For a report without an event; None where reports are still being compared."""
    head = Span(" no event yet", "note")
    if proposed is None:
        return [(head, Span(plain(" · comparing …", scene.glyphs), "dim"))]
    if not proposed:
        return [(head, Span(plain(f" · {NO_PARTNER}", scene.glyphs), "dim"))]
    told: list[Span] = [head]
    for number, each in enumerate(proposed):
        event = marked((Span(words(each), "dim" if number else "strong"),), sought)
        told += [Span(plain(" · ", scene.glyphs), "faint"), *event]
    told += [Span("  "), Span("7", "key"), Span(" decides", "dim")]
    return list(wrap(tuple(told), size - 1, 2, 1))


def _rule(row: EventRow, size: int, glyphs: Glyphs, sought: str, *, active: bool) -> Line:
    floor = glyphs.floor
    reports = len(row.reports)
    tally = f" {reports} report{'s' * (reports != 1)} / {origins_words(row.verdict.origins)} "
    title = safe(row.verdict.title or row.verdict.id)
    left: Line = (Span(floor * 2, "rule"), *marked((Span(f" {title} ", "focus" if active else "title"),), sought))
    right: Line = (Span(plain(tally, glyphs), "dim"), Span(floor * 2, "rule"))
    left = clip(left, max(4, size - width(right) - 1))
    return (*left, Span(floor * max(0, size - width(left) - width(right)), "rule"), *right)


def _fields(row: EventRow, spot: Spot | None, size: int, glyphs: Glyphs) -> Line:
    groups: list[Line] = []
    chosen = 0
    for index, candidate in enumerate(spots(row)):
        on = spot is not None and candidate.key == spot.key
        chosen = index if on else chosen
        sign = candidate.mark.sign(ascii_only=glyphs.ascii)
        role = candidate.mark.role + (" focus" if on else "")
        name_role = "label focus" if on else ("strong" if candidate.mark.weight > 60 else "dim")
        groups.append(
            (
                Span(f" {safe(candidate.name)} ", name_role, f"spot:{candidate.key}"),
                Span(f"{sign} ", role, f"spot:{candidate.key}"),
                Span(" "),
            )
        )
    while len(groups) > 1 and chosen > 0 and sum(width(group) for group in groups[: chosen + 1]) > size - 2:
        groups.pop(0)
        chosen -= 1
    return pad(tuple(span for group in groups for span in group), size)


def _fields_told(about: Sequence[Spot], row: EventRow, scene: Scene, size: int, lines: int, sought: str) -> list[Line]:
    """The readings of each that is a field, a line each, in at most `lines` lines."""
    made: list[Line] = []
    fields = ((other, other.field) for other in about)
    for other, field in islice(((other, field) for other, field in fields if field is not None), max(0, lines)):
        sign = other.mark.sign(ascii_only=scene.glyphs.ascii)
        head = (Span(f" {sign} {safe(other.name)}", other.mark.role, f"spot:{other.key}"), Span("  "))
        made += wrap((*head, *marked(fitting(head, field, row, scene, size - 1, 1), sought)), size - 1, 1)
    return made


def _passages(reports: Sequence[Report], row: EventRow, scene: Scene, size: int, lines: int, sought: str) -> list[Line]:
    """A line for each account: whose, where it stands, its words; how many more there are where they have no room."""
    if lines < 1 or (lines < 2 and len(reports) > 1):
        return []
    most = len(reports) if len(reports) <= lines else lines - 1
    made: list[Line] = []
    for report in telling_first(tuple(reports), row)[:most]:
        where = ", ".join(filter(None, (place_of(report), *report.said_by)))
        words = f'"{safe(report.quote)}"' if report.quote else safe(report.what or report.text)
        line = (
            Span(f" {safe(scene.siglum(report.source))} ", "siglum"),
            Span(f"{safe(where)}: " if where else "", "dim"),
            Span(plain(words or "no words", scene.glyphs), "quote" if report.quote else ""),
        )
        made += wrap(marked(line, sought), size - 1, 1)
    if most < len(reports):
        made.append((Span(f" and {len(reports) - most:,} more accounts", "dim"),))
    return made


def account(spot: Spot, row: EventRow, scene: Scene, size: int, lines: int, sought: str) -> list[Line]:
    """Mark, readings with their sources and speakers, and the reason, in at most `lines` lines."""
    if lines <= 0:
        return []
    glyphs = scene.glyphs
    head: Line = (
        Span(" "),
        Span(f"{spot.mark.sign(ascii_only=glyphs.ascii)} {spot.words}", spot.mark.role),
        Span(f"  {safe(spot.field.field)}" if spot.field is not None else "", "label"),
    )
    first = max(1, lines - 1 if lines < 4 else min(3, lines - 2))
    if spot.field is not None:
        gap = (Span(f"  {safe(gap_words(spot.field.gap))}", "strong"),) if spot.field.gap else ()
        head = (*head, *gap, Span("  "))
        told = fitting(head, spot.field, row, scene, size - 1, first)
    else:
        head = (*head, Span("  "))
        told = _quoted(spot.finding, row, scene) if spot.finding is not None else ()
    reason = (Span(" "), *marked((Span(plain(safe(spot.reason), glyphs), ""),), sought))
    said = list(wrap((*head, *marked(told, sought)), size - 1, first, 3))
    why = list(wrap(reason, size - 1, max(1, min(3, lines - len(said))), 1)) if spot.reason and lines > 1 else []
    return [*said, *why][:lines]


def fitting(head: Line, field: FieldVerdict, row: EventRow, scene: Scene, size: int, lines: int) -> Line:
    """The readings, as many as fit after the head, those that collide first; how many more there are, in words."""
    every, room = collision_first(field), (size + _DROPPED) * lines
    made: list[Line] = []
    for reading in readings(field, row, scene):
        made.append(reading)
        room -= width(reading)
        if room < 0:
            break  # so many do not fit, and each takes a look at every report
    choices = [(most, False) for most in range(len(made), 1, -1)]
    for most, quiet in ((len(every), True), *choices) if len(made) == len(every) else choices:
        told = _first(made, most, len(every), scene)
        if quiet:
            words = silence_words(field, row.reports, scene.siglum)
            told = (*told, *(Span(f"  {scene.glyphs.silent} {each}", "faint") for each in words))
        if len(wrap((*head, *told), size, 0, 3)) <= lines:
            return told
    return _first(made, min(len(made), 2), len(every), scene)


def readings(field: FieldVerdict, row: EventRow, scene: Scene) -> Iterator[Line]:
    """Each reading in its sources' words, with sigla, speakers and, where it tells something, origins; those that collide first."""
    collide = colliding(field) if field.verdict.flagged else ()
    for reading in collision_first(field):
        role = f" {mark_of_field(field).role}" if is_among(reading, collide) else ""
        yield tuple(_reading(reading, row, scene, role + (" faint" if reading.superseded else "")))


def _first(made: list[Line], most: int, number: int, scene: Scene) -> Line:
    """So many of a number of readings; how many more there are, in words."""
    told = joined(made[:most], Span(f"  {scene.glyphs.wall}  ", "rule"))
    return (*told, Span(f"  and {number - most:,} more", "dim")) if most < number else told


def _reading(reading: Reading, row: EventRow, scene: Scene, role: str) -> list[Span]:
    words = in_its_words(reading)
    spans = [Span(f'"{safe(words)}"', f"value{role}")]
    heard = scene.among(reading.sources)
    left = leavers(reading, row.reports)
    given = frozenset(reading.reports)
    counts = Counter(report.source for report in row.reports if report.id in given)
    for source in heard[:MOST_SIGLA]:
        count = counts[source.id]
        times = plain(f"×{count}", scene.glyphs) if count > 1 else ""
        spans.append(Span(f" {safe(source.siglum)}{times}", "siglum"))
        said = speakers(row, reading, source.id)
        if said:
            spans.append(Span(f" ({safe(', '.join(said))})", "dim"))
        spans += [Span(" (superseded)", "faint")] if source.id in left else []
    if len(heard) > MOST_SIGLA:
        spans.append(Span(f" +{len(heard) - MOST_SIGLA}", "dim"))
    if len(reading.reports) > 1:
        spans.append(Span(plain(f" {origins_words(reading.origins)}", scene.glyphs), "faint"))
    if reading.superseded:
        spans.append(Span(" superseded", "faint"))
    return spans


def _quoted(finding: Finding, row: EventRow, scene: Scene) -> Line:
    """The reports a finding is about, each with the part it stands in, its words and where they stand."""
    spans: list[Span] = []
    for identity in finding.reports:
        report = report_by_id(row, identity)
        if report is None:
            continue
        if spans:
            spans.append(Span(f"  {scene.glyphs.wall}  ", "rule"))
        words = ", ".join(words_for(report, finding.field)) if finding.field else ""
        text = report.quote or words or report.what
        if text:
            spans.append(Span(f'"{safe(text)}"', "value"))
        spans.append(Span(f"{' ' if text else ''}{safe(scene.siglum(report.source))}", "siglum"))
        where = place_of(report)
        if where:
            spans.append(Span(f" {safe(where)}", "dim"))
        if report.said_by:
            spans.append(Span(f" ({safe(', '.join(report.said_by))})", "dim"))
    return tuple(spans)
