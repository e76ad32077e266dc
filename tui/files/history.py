"""What a session did to its files and can take back: values only, newest last. Reads and writes nothing.

A change is undone by its inverse stretch of text, so to the byte; after other changes it is made where it still fits.
"""

from __future__ import annotations

from dataclasses import replace

from tui.core.values import dataclass
from tui.files.edits import AddAlias, AddTable, Edit, Edited, RemoveTable, ReplaceTable, SetValue, apply
from tui.files.literals import Value, literal, plain
from tui.files.outcomes import digest
from tui.files.splices import Splice, difference
from tui.files.targets import Refused, described

_BRIEF = 40
"""Characters of a value in a list of what was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One edit that was saved."""

    file: str
    what: str
    """In plain words: "ruling on killed of jayrud-2-july"."""
    edit: Edit
    inverse: Splice
    """What takes it back."""
    before: str
    """Digest of the file before; empty where there was none."""
    after: str

    @property
    def leads(self) -> bool:
        """Whether it is an `id` line, written on the way to the decision after it: it goes and comes with that."""
        return isinstance(self.edit, SetValue) and self.edit.key == ("id",)


@dataclass(frozen=True, slots=True)
class History:
    """The changes of a session."""

    past: tuple[Change, ...] = ()
    """Done and not undone, oldest first."""
    future: tuple[Change, ...] = ()
    """Undone, the one to redo next last."""

    @property
    def to_undo(self) -> Change | None:
        """The change that an undo takes back."""
        return self.past[-1] if self.past else None

    @property
    def to_redo(self) -> Change | None:
        """The change that a redo makes again."""
        return self.future[-1] if self.future else None

    def done(self, change: Change) -> History:
        """With one change more; what was undone before can no longer be redone."""
        return History((*self.past, change), ())

    def passed_by(self) -> History:
        """Without the newest change, which stays as it is on the disk: it cannot be taken back, and older ones can."""
        return History(self.past[:-1], self.future)

    def undone(self) -> History:
        """With the newest change taken back; the same where there is none."""
        return History(self.past[:-1], (*self.future, self.past[-1])) if self.past else self

    def redone(self, change: Change | None = None) -> History:
        """With the change last undone made again, as the given one if it came out otherwise; the same where none is."""
        if not self.future:
            return self
        return History((*self.past, change or self.future[-1]), self.future[:-1])


def change_of(file: str, edit: Edit, base: str | None, edited: Edited) -> Change:
    """The entry for an edit that was saved."""
    return Change(
        file=file,
        what=in_words(edit),
        edit=edit,
        inverse=edited.splice.reversed,
        before=digest(base),
        after=digest(edited.text),
    )


def without(change: Change, text: str | None) -> str | Refused | None:
    """The text of a file with a change taken back; None where the file goes with it."""
    try:
        return change.inverse.applied(text)
    except ValueError:
        return Refused("changed", f"{change.what}: the lines around it have changed, so it cannot be taken back")


def again(change: Change, text: str | None) -> tuple[str, Change] | Refused:
    """The text of a file with an undone change made again, and the entry for it."""
    if digest(text) == change.before:
        new = change.inverse.reversed.applied(text) or ""
        return new, replace(change, after=digest(new))
    edited = apply(change.edit, text)
    if isinstance(edited, Refused):
        return edited
    inverse = difference(text, edited.text).reversed
    return edited.text, replace(change, inverse=inverse, before=digest(text), after=digest(edited.text))


def in_words(edit: Edit) -> str:
    """What an edit does, for a list of what was done."""
    match edit:
        case AddTable():
            values = plain(edit.values)
            words = described(edit.table, values if isinstance(values, dict) else {})
            return words if edit.table in ("ruling", "link", "annotation") else f"new {words}"
        case AddAlias():
            return f"alias {edit.alias} of {edit.table} {edit.id}"
        case RemoveTable():
            return f"{edit.target.about} removed"
        case ReplaceTable():
            return f"{edit.target.about} changed"
        case SetValue(key=("id",), value=str() as identity):
            return f"id line of {edit.target.table} {identity}"
        case SetValue():
            words = f"{edit.key[-1]} of {edit.target.about}"
            return f"{words} taken out" if edit.value is None else f"{words} = {_brief(edit.value)}"


def _brief(value: Value) -> str:
    """A value as a file states it, of a long one the beginning."""
    written = " ".join(literal(value).split())
    return written if len(written) <= _BRIEF else f"{written[: _BRIEF - 1]}…"
