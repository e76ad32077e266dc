"""What analysts decided about findings: whether a ruling is open again, which links settle an identity."""

from __future__ import annotations

from tui.core.judgements import EventVerdict, FieldVerdict, Finding
from tui.core.model import Link
from tui.view.safety import safe
from tui.view.texts import Sheet


def reopened(field: FieldVerdict, event: EventVerdict) -> bool:
    """Whether a flag stands open on the field in spite of a ruling: its own, or that of a finding about it."""
    return field.open or any(finding.open and finding.field == field.field for finding in event.findings)


def link_words(finding: Finding, sheet: Sheet) -> tuple[str, ...]:
    """The decisions whether reports of the finding tell of one event: "two events: the mosque lies elsewhere (mk, 2016-08-01)"."""
    about = frozenset(finding.reports)
    if finding.kind != "identity":
        return ()
    return tuple(
        _link(link) for link in sheet.links if link.same is not None and len(about.intersection(link.reports)) > 1
    )


def _link(link: Link) -> str:
    signed = ", ".join(part for part in (link.by, link.at) if part)
    words = "one event" if link.same else "two events"
    return safe(words + (f": {link.reason}" if link.reason else "") + (f" ({signed})" if signed else ""))
