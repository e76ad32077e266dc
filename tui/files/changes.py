"""One edit from the wish to the disk, and back: read, apply, save, remember. Decides nothing; every outcome is a value."""

from __future__ import annotations

from typing import TypeAlias

from tui.core.values import dataclass
from tui.files.edits import Edit, Edited, apply
from tui.files.history import Change, History, again, change_of, without
from tui.files.outcomes import Changed, Outcome, SaveFailed
from tui.files.save import read, save
from tui.files.system import System
from tui.files.targets import Refused

_REAL = System()
_TRIES = 3
"""How often an edit is made on the newer text when the file changes between reading and saving."""


@dataclass(frozen=True, slots=True)
class Made:
    """An edit is on the disk, or an undo or redo is."""

    change: Change
    history: History
    """The session's history with it."""
    text: str | None
    """What the file holds now; None: it is gone."""
    doubt: SaveFailed | None = None
    """The file holds it, but the disk did not confirm that (`in_place`): it may not outlast a power cut."""
    along: tuple[Change, ...] = ()
    """What was written on the way to it, each a change of its own: `id` lines. Of an undo, what went with it."""
    stays: str = ""
    """Why not all of that could be taken back, or made again, with it; the next try begins there."""


Attempt: TypeAlias = Made | Refused | Changed | SaveFailed
"""What can come of asking for a change."""


def make(path: str, edit: Edit, history: History, *, system: System = _REAL) -> Attempt:
    """Make an edit on what the file holds now. It is refused where what it is about has changed since it was asked for."""
    outcome: Attempt = Refused("changed", "the file changes all the time")
    for _ in range(_TRIES):
        base = read(path, system=system)
        if isinstance(base, SaveFailed):
            return base
        outcome = make_from(path, base, edit, history, system=system)
        if not isinstance(outcome, Changed):
            return outcome
    return outcome


def make_from(path: str, base: str | None, edit: Edit, history: History, *, system: System = _REAL) -> Attempt:
    """Make an edit on a text read before; `Changed`, with all three texts, where the file is another by now."""
    edited = apply(edit, base)
    if isinstance(edited, Refused):
        return edited
    saved = save(path, base=base, yours=edited.text, system=system)
    change = change_of(path, edit, base, edited)
    return _made(saved, change, history.done(change), edited.text)


def refitted(changed: Changed, edit: Edit) -> Edited | Refused:
    """The edit on the text that stands there now, for the third of three offers: theirs, yours, or yours on theirs.

    To be saved with `base=changed.now`.
    """
    return apply(edit, changed.now)


def undo(history: History, *, system: System = _REAL) -> Attempt | None:
    """Take back the newest change; None where there is none."""
    change = history.to_undo
    if change is None:
        return None
    base = read(change.file, system=system)
    if isinstance(base, SaveFailed):
        return base
    text = without(change, base)
    if isinstance(text, Refused):
        return text
    saved = save(change.file, base=base, yours=text, system=system)
    return _made(saved, change, history.undone(), text)


def redo(history: History, *, system: System = _REAL) -> Attempt | None:
    """Make the change last undone again; None where there is none."""
    change = history.to_redo
    if change is None:
        return None
    base = read(change.file, system=system)
    if isinstance(base, SaveFailed):
        return base
    made = again(change, base)
    if isinstance(made, Refused):
        return made
    text, change = made
    saved = save(change.file, base=base, yours=text, system=system)
    return _made(saved, change, history.redone(change), text)


def _made(saved: Outcome, change: Change, history: History, text: str | None) -> Attempt:
    """What came of saving a change. One that stands in the file is made, confirmed or not: asked for again, it would be
    made twice, and what is in no history cannot be taken back.
    """
    match saved:
        case SaveFailed(in_place=True):
            return Made(change, history, text, doubt=saved)
        case SaveFailed() | Changed():
            return saved
        case _:
            return Made(change, history, text)
