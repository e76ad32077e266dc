"""The form of a new report: what may stand in it, and how what was typed is taken apart. Writes nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.core.answers import EventRow
from tui.view.forms import Blank, Form
from tui.view.safety import safe
from tui.view.scene import Scene
from tui.view.spans import Span

_KEY = re.compile(r"[A-Za-z0-9_-]+")

_BLANKS = (
    ("when", "when", "When it happened, in the source's own words: Tuesday, 2016-06-28, by noon."),
    ("where", "where", "Where, as the source spells it; several with a semicolon between them."),
    ("who", "who", "Who: names with a semicolon between them, or roles: attacker = NSA; defender = IS."),
    ("what", "what", "What is said to have happened, in one line of your own words."),
    ("figures", "figures", "Numbers in the source's words: killed = at least 40; wounded = 12."),
    ("claims", "claims", "Anything else that can be compared: outcome = captured; weapon = rocket."),
    ("said_by", "said by", "Who it first came from, as the source names them; several with a semicolon."),
    ("quote", "quote", "The passage relied on, word for word."),
    ("locator", "locator", "Where the passage is found: para 3."),
)


def report_form(row: EventRow | None, source: str, scene: Scene) -> Form:
    """A report of the source on the event, as far as they are known."""
    blanks = [
        Blank(key="source", label="source", value=source, hint="The siglum or id of a source of this dossier."),
        Blank(
            key="event", label="event", value=row.verdict.id if row is not None and row.placed else "",
            hint="The id of the event, a new one too. Without one the report is unplaced until it is linked.",
        ),
    ]  # fmt: skip
    blanks += [Blank(key=key, label=label, hint=hint) for key, label, hint in _BLANKS]
    title = safe(row.verdict.title or row.verdict.id) if row is not None and row.placed else ""
    about = ((Span("of ", "dim"), Span(title, "title")),) if title else ()
    return Form(title="A new report", about=about, blanks=tuple(blanks), check=lambda values: _faults(values, scene))


def source_named(name: str, scene: Scene) -> str | None:
    """The id of the source that is named so, by id or siglum; None where none is."""
    return next((source.id for source in scene.sources if name in (source.id, source.siglum)), None)


def listed(text: str) -> tuple[str, ...]:
    """What stands between semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def paired(text: str) -> tuple[tuple[str, str], ...] | str:
    """ "killed = 40; wounded = 12" as pairs; what is wrong with it in a sentence without a full stop."""
    pairs: dict[str, str] = {}
    for part in listed(text):
        key, equals, words = (piece.strip() for piece in part.partition("="))
        if not equals:
            return f"{part} has no name: write name = {part}"
        if not _KEY.fullmatch(key):
            return f"{key or 'nothing'} is no name: use letters, digits, - and _"
        if not words:
            return f"{key} has no value"
        if key in pairs:
            return f"{key} stands there twice"
        pairs[key] = words
    return tuple(pairs.items())


def _faults(values: Mapping[str, str], scene: Scene) -> Mapping[str, str]:
    faults: dict[str, str] = {}
    if not values["source"]:
        faults["source"] = "say whose report it is"
    elif source_named(values["source"], scene) is None:
        faults["source"] = f"there is no source {values['source']}"
    if values["event"] and not re.fullmatch(r"[A-Za-z0-9._-]+", values["event"]):
        faults["event"] = "an id is of letters, digits, -, _ and ."
    for key in ("figures", "claims", "who"):
        if key == "who" and "=" not in values[key]:
            continue
        pairs = paired(values[key])
        if isinstance(pairs, str):
            faults[key] = pairs
    if not any(values[key] for key, _, _ in _BLANKS):
        faults["what"] = "say something of the event"
    return faults
