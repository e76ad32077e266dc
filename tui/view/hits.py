"""The words looked for, marked wherever they stand in what reports and events say."""

from __future__ import annotations

from tui.core.searching import found
from tui.view.spans import Line, Span


def marked(line: Line, search: str) -> Line:
    """The line with the words looked for marked, whatever spans they stand in."""
    text = "".join(span.text for span in line)
    hits = found(text, search) if search else []
    if not hits:
        return line
    spans: list[Span] = []
    offset, ahead = 0, 0
    for span in line:
        end = offset + len(span.text)
        while ahead < len(hits) and hits[ahead][1] <= offset:
            ahead += 1
        if ahead < len(hits) and hits[ahead][0] < end:
            spans.extend(_split(span, offset, hits[ahead:]))
        else:  # most of a passage are spans of a word each
            spans.append(span)
        offset = end
    return tuple(spans)


def _split(span: Span, offset: int, hits: list[tuple[int, int]]) -> list[Span]:
    pieces: list[Span] = []
    at, end = offset, offset + len(span.text)
    for start, stop in hits:
        low, high = max(start, at), min(stop, end)
        if low >= high:
            continue
        if low > at:
            pieces.append(span._replace(text=span.text[at - offset : low - offset]))
        pieces.append(span._replace(text=span.text[low - offset : high - offset], role=f"{span.role} hit".strip()))
        at = high
    if at < end:
        pieces.append(span._replace(text=span.text[at - offset : end - offset]))
    return pieces
