"""The selected event under the timeline: every field with its mark, and the selected (else worst) one spelled out."""

from __future__ import annotations

from tui.core.answers import EventRow
from tui.core.judgements import FieldVerdict, Finding
from tui.view.claims import origins_words, place_of, report_by_id, speakers, words_for
from tui.view.glyphs import Glyphs, plain
from tui.view.marks import Spot, spot_for, spots, worst_first
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Line, Span, clip, pad, width, wrap
from tui.view.state import Region, TimelineState


def foot(row: EventRow | None, state: TimelineState, scene: Scene, *, size: int, lines: int) -> tuple[Line, ...]:
    """Exactly `lines` lines of `size` cells: a rule with the title, the fields, the account of one of them."""
    glyphs = scene.glyphs
    if row is None:
        return ((Span(glyphs.floor * size, "rule"),), *[()] * (lines - 1))
    spot = spot_for(row, state.spot)
    drawn = [_rule(row, size, glyphs, active=state.region is Region.FOOT), _fields(row, spot, size, glyphs)]
    if spot is not None:
        drawn += account(spot, row, scene, size, lines - len(drawn))
        drawn += others(spot, row, scene, size)
    drawn += [()] * (lines - len(drawn))
    return tuple(drawn[:lines])


def _rule(row: EventRow, size: int, glyphs: Glyphs, *, active: bool) -> Line:
    floor = glyphs.floor
    reports = len(row.reports)
    tally = f" {reports} report{'s' * (reports != 1)} / {origins_words(row.verdict.origins)} "
    title = safe(row.verdict.title or row.verdict.id)
    left: Line = (Span(floor * 2, "rule"), Span(f" {title} ", "focus" if active else "title"))
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


def others(spot: Spot, row: EventRow, scene: Scene, size: int) -> list[Line]:
    """What else is marked on the event, worst first, a line each."""
    lines = []
    for other in worst_first(row):
        if other.key != spot.key and other.field is not None:
            sign = other.mark.sign(ascii_only=scene.glyphs.ascii)
            head = (Span(f" {sign} {safe(other.name)}", other.mark.role, f"spot:{other.key}"), Span("  "))
            lines.append(clip((*head, *readings(other.field, row, scene)), size - 1))
    return lines


def account(spot: Spot, row: EventRow, scene: Scene, size: int, lines: int) -> list[Line]:
    """Mark, readings with their sources and speakers, and the reason, in at most `lines` lines."""
    if lines <= 0:
        return []
    glyphs = scene.glyphs
    head: Line = (
        Span(" "),
        Span(f"{spot.mark.sign(ascii_only=glyphs.ascii)} {spot.words}", spot.mark.role),
        Span(f"  {safe(spot.field.field)}" if spot.field is not None else "", "label"),
    )
    if spot.field is not None:
        told = readings(spot.field, row, scene)
        gap = (Span(f"  {safe(spot.field.gap)} apart", "strong"),) if spot.field.gap else ()
        paragraph = (*head, *gap, Span("  "), *told)
    else:
        paragraph = (*head, Span("  "), *(_quoted(spot.finding, row, scene) if spot.finding is not None else ()))
    reason = (Span(" "), Span(plain(safe(spot.reason), glyphs), ""))
    first = max(1, lines - 1 if lines < 4 else min(3, lines - 2))
    said = list(wrap(paragraph, size - 1, first, 3))
    why = list(wrap(reason, size - 1, max(1, min(3, lines - len(said))), 1)) if spot.reason and lines > 1 else []
    return [*said, *why][:lines]


def readings(field: FieldVerdict, row: EventRow, scene: Scene) -> Line:
    """Each reading in its sources' words, with sigla, speakers and, where it tells something, origins."""
    spans: list[Span] = []
    for index, reading in enumerate(field.readings):
        if index:
            spans.append(Span(f"  {scene.glyphs.wall}  ", "rule"))
        words = " / ".join(reading.as_written) or reading.value
        spans.append(Span(f'"{safe(words)}"', "value" + (" faint" if reading.superseded else "")))
        for source in scene.sources:
            if source.id not in reading.sources:
                continue
            count = sum(1 for report in row.reports if report.id in reading.reports and report.source == source.id)
            times = plain(f"×{count}", scene.glyphs) if count > 1 else ""
            spans.append(Span(f" {safe(source.siglum)}{times}", "siglum"))
            said = speakers(row, reading, source.id)
            if said:
                spans.append(Span(f" ({safe(', '.join(said))})", "dim"))
        if len(reading.reports) > 1:
            spans.append(Span(plain(f" {origins_words(reading.origins)}", scene.glyphs), "faint"))
        if reading.superseded:
            spans.append(Span(" superseded", "faint"))
    quiet = [safe(scene.siglum(source)) for source in field.silent]
    if quiet:
        spans.append(Span(f"  {scene.glyphs.silent} silent: {' '.join(quiet)}", "faint"))
    return tuple(spans)


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
        spans.append(Span(f'"{safe(text)}"', "value"))
        spans.append(Span(f" {safe(scene.siglum(report.source))}", "siglum"))
        where = place_of(report)
        if where:
            spans.append(Span(f" {safe(where)}", "dim"))
        if report.said_by:
            spans.append(Span(f" ({safe(', '.join(report.said_by))})", "dim"))
    return tuple(spans)
