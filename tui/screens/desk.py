"""What a session writes into the files, and can take back: one for the whole explorer, whatever view writes.

Every outcome is a value. What could not be written is kept in the state folder, so that no edit is lost.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Lock
from typing import TypeAlias, TypeVar

from tui.core.model import Annotation, Dossier, Link, Report, Ruling
from tui.errors import CannotOpen
from tui.files.accepting import Written, told, write_decision
from tui.files.beside import analysis_beside, analysis_of
from tui.files.changes import Attempt, Made, make, redo, undo
from tui.files.edits import AddTable, Edit, RemoveTable, ReplaceTable
from tui.files.history import Change, History
from tui.files.homes import state_folder
from tui.files.outcomes import Changed, Saved, SaveFailed
from tui.files.rivals import Known, Met, met
from tui.files.save import read, rescue
from tui.files.system import System
from tui.files.targets import Refused, Target, target_of
from tui.files.walk import shown_path
from tui.index.store import Store

Answer: TypeAlias = Attempt | Met | str
"""What can come of asking the desk for something; a text says why there is no file for it."""

_Outcome = TypeVar("_Outcome", bound=Attempt)
T = TypeVar("T")

NOWHERE = "this dossier stands in no file that decisions could stand beside"


class Desk:
    """Writes one thing after the other, from any thread, and remembers each."""

    def __init__(
        self,
        *,
        analyst: str = "",
        files: Callable[[], Iterable[str]] | None = None,
        kept: Path | None = None,
        system: System | None = None,
    ) -> None:
        """`files` gives the files of the dossier; without it, the dossier is asked.

        `kept`: the folder for what could not be written; None is the state folder.
        """
        self.analyst = analyst
        self.by = analyst
        """Who signed last, offered to whoever decides next."""
        self._files = files
        self._kept = kept
        self._system = system or System()
        self._stuck: Change | None = None
        self._history = History()
        self._seen: frozenset[str] = frozenset()
        """Of what others wrote: what was put to the analyst."""
        self._lock = Lock()
        self._writer = ThreadPoolExecutor(1, "writing")
        self._turn = Event()
        self._turn.set()

    def soon(self, write: Callable[[], T]) -> Future[T]:
        """Have it done in the thread that writes, after all that was asked for before; also where the program ends meanwhile."""
        return self._writer.submit(write)

    def turn(self) -> AbstractContextManager[None]:
        """Entered once all turns taken before are over: of threads that wait for what was written in order, any may wake first."""
        before, self._turn = self._turn, Event()
        return _taken(before, self._turn)

    def analysis(self, dossier: Callable[[], Dossier]) -> str:
        """The file that takes decisions; "" where the dossier stands in no file. Where its files cannot be looked for any more that
        is where it would have stood: writing says what is wrong, and keeps the text.
        """
        if self._files is not None:
            with suppress(CannotOpen):
                return analysis_beside(self._files(), self.analyst)
        return analysis_of(dossier(), self.analyst)

    def decide(self, edit: AddTable, about: Sequence[Report], store: Store) -> Answer:
        """Write a decision that names these reports; `Met` where somebody else has decided the same since it was read."""
        path = self.analysis(store.dossier)
        if not path:
            return NOWHERE
        with self._lock:
            if (theirs := self._met(path, edit, store)) is not None:
                return theirs
            made = write_decision(
                path, edit, about, self._history,
                is_there=lambda name: store.report(name) is not None, dossier=store.dossier, system=self._system,
            )  # fmt: skip
            return self._kept_in_mind(made)

    def write(self, path: str, edit: Edit, known: Known | None = None) -> Attempt | Met:
        """Make an edit of a file. `known`, the dossier as it was read: `Met` where somebody else has written the same since."""
        with self._lock:
            if known is not None and (theirs := self._met(path, edit, known)) is not None:
                return theirs
            return self._noted(make(path, edit, self._history, system=self._system))

    def saw(self, met: Met) -> None:
        """What they wrote was seen: it is no longer in the way."""
        self._seen |= met.marks

    def met(self, path: str, edit: Edit, known: Known) -> Met | None:
        """What somebody else has written about the same since it was read."""
        with self._lock:
            return self._met(path, edit, known)

    def _met(self, path: str, edit: Edit, known: Known) -> Met | None:
        text = read(path, system=self._system)
        own = (change.edit for change in self._history.past)
        return met(path, text, edit, known, own, self._seen) if isinstance(text, str) else None

    def withdraw(self, decision: Ruling | Link | Annotation) -> Answer:
        """Take a decision out of the file it stands in, whoever made it."""
        where = self._where(decision)
        return self.write(decision.position.file, RemoveTable(target=where)) if isinstance(where, Target) else where

    def change(self, decision: Annotation, other: AddTable) -> Answer:
        """Put other values into the table of a decision."""
        where = self._where(decision)
        if not isinstance(where, Target):
            return where
        return self.write(decision.position.file, ReplaceTable(target=where, values=other.values))

    def _where(self, decision: Ruling | Link | Annotation) -> Target | Refused | SaveFailed | str:
        text = read(decision.position.file, system=self._system)
        if isinstance(text, str):
            return target_of(text, decision)
        return "it is gone already" if text is None else text

    def recorded(self, attempt: Callable[[History, System], Written]) -> Attempt:
        """Make another decision, given what was done before and the system to write with; remember what was written."""
        with self._lock:
            return self._kept_in_mind(attempt(self._history, self._system))

    def undo(self) -> Attempt | None:
        """Take back what was written last; None where nothing was."""
        with self._lock:
            made = undo(self._history, system=self._system)
            if isinstance(made, Refused):
                if self._history.to_undo is self._stuck:
                    self._history = self._history.passed_by()
                    made = undo(self._history, system=self._system)
                else:
                    self._stuck = self._history.to_undo
                    return Refused(made.code, f"{made.reason}; asked again, it is passed by")
            if not isinstance(made, Made):
                return made
            return self._with_more(self._noted(made), undo, lambda: _leads(self._history.to_undo))

    def redo(self) -> Attempt | None:
        """Write again what was taken back last; None where nothing was."""
        with self._lock:
            made = redo(self._history, system=self._system)
            if not isinstance(made, Made):
                return made
            led = made.change.leads
            return self._with_more(self._noted(made), redo, lambda: led and self._history.to_redo is not None)

    def _with_more(self, made: Made, act: Callable[..., Attempt | None], more: Callable[[], bool]) -> Made:
        """The `id` lines of a decision go and come with it: what one key wrote, one key takes back."""
        along: list[Change] = []
        while more():
            other = act(self._history, system=self._system)
            if not isinstance(other, Made):
                return replace(made, along=tuple(along), stays=self.explained(other) if other is not None else "")
            other = self._noted(other)
            if act is redo and not other.change.leads:
                return replace(other, along=(made.change, *along))
            along.append(other.change)
            made = replace(made, history=other.history, doubt=made.doubt or other.doubt)
        return replace(made, along=tuple(along))

    def _kept_in_mind(self, decided: Written) -> Attempt:
        """Also of a decision that failed: `id` lines written before it are there to be taken back, and it says so."""
        left = decided.history.past[len(self._history.past) :]
        self._history = decided.history
        match decided.outcome:
            case Refused() as refused if left:
                return replace(refused, reason=f"{refused.reason}; {in_files(left)} stays: U takes it back")
            case SaveFailed() as failed if left:
                return replace(failed, hint=f"{failed.hint}; {in_files(left)} stays: U takes it back")
        return self._noted(decided.outcome)

    def _noted(self, outcome: _Outcome) -> _Outcome:
        if not isinstance(outcome, Made):
            return outcome
        self._history = outcome.history
        if outcome.doubt is None:
            return outcome
        return replace(outcome, doubt=replace(outcome.doubt, hint=self._text_kept(outcome.doubt)))

    def explained(self, outcome: Answer) -> str:
        """Why something was not written, and where the text is kept that should have been."""
        if isinstance(outcome, str | Made):
            return outcome if isinstance(outcome, str) else ""
        if isinstance(outcome, Met):
            return f"{named(outcome.path)} says since it was read: {outcome.theirs}"
        if isinstance(outcome, Refused):
            return told(outcome)
        words = told(replace(outcome, path=named(outcome.path)))
        kept = self._text_kept(outcome)
        return f"{words}. {kept}" if kept else words

    def _text_kept(self, lost: SaveFailed | Changed) -> str:
        """Keep the text; where it is kept, in a sentence. Empty where there is none, or it cannot be kept either."""
        saved = self._rescued(lost) if lost.yours is not None else None
        return f"The text is kept in {shown_path(Path(saved.path))}" if isinstance(saved, Saved) else ""

    def keep(self, words: str) -> str:
        """Keep what was typed into a form that is left without being written; the file, "" where there is none."""
        lost = Changed(path="unfinished", base=None, now=None, yours=words)
        saved = self._rescued(lost)
        return saved.path if isinstance(saved, Saved) else ""

    def _rescued(self, outcome: SaveFailed | Changed) -> Saved | SaveFailed | None:
        folder = self._kept or state_folder() / "rescued"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return None
        return rescue(outcome, str(folder))


@contextmanager
def _taken(before: Event, mine: Event) -> Iterator[None]:
    before.wait()
    try:
        yield
    finally:
        mine.set()


def _leads(change: Change | None) -> bool:
    return change is not None and change.leads


def in_files(changes: Sequence[Change]) -> str:
    """What was written, and to which files; of many `id` lines how many."""
    lines = [change for change in changes if change.leads]
    rest = [change for change in changes if len(lines) < 2 or not change.leads]
    told = [f"{change.what}, in {named(change.file)}" for change in rest]
    if len(lines) > 1:
        files = dict.fromkeys(named(change.file) for change in lines)
        told.append(f"{len(lines)} id lines, in {' and '.join(files)}")
    return "; ".join(told)


def told_of(words: str, made: Made, then: str = "") -> str:
    """What happened to which files, and what is to be known of it: that the disk did not confirm it."""
    doubt = f"; {made.doubt.message}. {made.doubt.hint}" if made.doubt is not None else ""
    stays = f"; the rest stays for now: {made.stays}" if made.stays else ""
    return f"{words}: {in_files((made.change, *made.along))}{then}{doubt}{stays}"


def named(file: str) -> str:
    """A file as it is told to people: from the folder one stands in where it lies below it."""
    path = Path(file)
    try:
        return shown_path(path.absolute().relative_to(Path.cwd()))
    except OSError:  # the folder one stands in is gone
        return shown_path(path)
    except ValueError:
        return shown_path(Path(os.path.relpath(path.absolute())) if len(path.parts) < 3 else Path(*path.parts[-2:]))


def now() -> datetime.datetime:
    """The time a decision is signed with."""
    return datetime.datetime.now().astimezone()
