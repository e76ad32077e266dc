"""A session at the desk with every kind of write, stopped at each call to the system: killed, or failed.

After each stop every file is one of the whole ones, what was reported as saved is there, and the rest can still be done.
"""

from __future__ import annotations

import datetime
import errno
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

from tests.children import forked
from tests.faulty_system import Failing, Killed, ShortWrites
from tui.core.filters import EVERYTHING
from tui.files.accepting import write_link
from tui.files.changes import Attempt, Made
from tui.files.decisions import annotation, link, report, ruling
from tui.files.edits import AddAlias, set_value
from tui.files.literals import Pairs
from tui.files.load import load
from tui.files.outcomes import Changed, SaveFailed
from tui.files.system import System
from tui.files.targets import target
from tui.index.opening import open_dossier
from tui.screens.desk import Desk

AT = datetime.datetime(2016, 7, 10, tzinfo=datetime.UTC)
FILES = {
    "dw.toml": """\
# Deutsche Welle
[source]
id = "dw"

[[report]]
event = "bakery"
figures = { killed = 5 }  # as printed

[[report]]
event = "bakery"
figures = { killed = 6 }
""",
    "afp.toml": """\
[source]
id = "afp"

[[actor]]
id = "nsa"
name = "New Syrian Army"

[[report]]
id = "afp/bakery"
event = "bakery"
figures = { killed = 40 }
what = '''
Forty died,
an official said.'''
""",
}
TWINS = ("dw/bakery", "dw/bakery-2")


def write(folder: Path) -> None:
    """The files as they are at first."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")


def state(folder: Path) -> tuple[tuple[str, str], ...]:
    """Every file that a dossier would take in, by name."""
    return tuple(
        (path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("[!.]*")) if path.is_file()
    )


@dataclass(slots=True)
class Session:
    """A desk on a folder, and what it does there, step by step. The dossier is the one that was opened first."""

    folder: Path
    desk: Desk

    def _decide(self, edit, names: tuple[str, ...]) -> Attempt | str:
        store = open_dossier([str(self.folder)])
        reports = [one for row in store.page(EVERYTHING, 0, 9) for one in row.reports if one.id in names]
        return self.desk.decide(edit, reports, store)

    def rule(self) -> Attempt | str:
        """Two `id` lines come first."""
        seen = (("dw/bakery", "5"), ("dw/bakery-2", "6"), ("afp/bakery", "40"))
        edit = ruling(
            event="bakery", field="figures.killed", accepted="afp/bakery", seen=seen, at=AT, reason="a man there"
        )
        return self._decide(edit, (*TWINS, "afp/bakery"))

    def remark(self) -> Attempt | str:
        """Into the file that is there already."""
        return self._decide(annotation(target="afp", note="careful", at=AT), ())

    def correct(self) -> Attempt | str:
        """One value."""
        path = self.folder / "dw.toml"
        text = path.read_text(encoding="utf-8")
        edit = set_value(text, target(text, "report", identity="dw/bakery"), "figures.killed", 7)
        return self.desk.write(str(path), edit)

    def name(self) -> Attempt | str:
        """An alias."""
        return self.desk.write(str(self.folder / "afp.toml"), AddAlias(table="actor", id="nsa", alias="NSA"))

    def report(self) -> Attempt | str:
        """One more."""
        new = report({"id": "dw/vote", "source": "dw", "event": "vote", "figures": Pairs((("votes", 3),))})
        return self.desk.write(str(self.folder / "dw.toml"), new)

    def link(self) -> Attempt | str:
        """As the review of links does: in the thread that writes one after the other."""
        dossier = load([str(self.folder)]).dossier
        path = str(self.folder / "analysis.toml")
        edit = link(reports=("dw/vote", "afp/bakery"), same=False, at=AT)
        return self.desk.soon(
            lambda: self.desk.recorded(lambda history, system: write_link(path, dossier, edit, history, system=system))
        ).result()

    def withdraw(self) -> Attempt | str:
        """The link of before."""
        (found,) = load([str(self.folder)]).dossier.links
        return self.desk.withdraw(found)

    def undo(self) -> Attempt | None:
        """Whatever was last."""
        return self.desk.soon(self.desk.undo).result()

    def redo(self) -> Attempt | None:
        """And again."""
        return self.desk.soon(self.desk.redo).result()

    def steps(self) -> tuple[Callable[[], Attempt | str | None], ...]:
        """All of it; the last undo takes the first file away with the ruling in it."""
        work = (self.rule, self.remark, self.correct, self.name, self.report, self.link, self.withdraw)
        return (*work, self.undo, self.redo, *(self.undo,) * 6, self.redo, *(self.undo,) * 2)


class Watching(ShortWrites):
    """Notes what the files are after each call that can change one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(1 << 20)
        self.folder = folder
        self.states = [state(folder)]

    def call(self, name, function, *arguments, **options):
        """As the system."""
        try:
            return super().call(name, function, *arguments, **options)
        finally:
            if name in ("replace", "link", "unlink") and (now := state(self.folder)) != self.states[-1]:
                self.states.append(now)


@dataclass(frozen=True, slots=True)
class Course:
    """What a session comes to when nothing goes wrong."""

    states: list[tuple[tuple[str, str], ...]]
    """After each change, the first before any."""
    after: list[int]
    """Which of the states each step ends in."""
    calls: int


def course(folder: Path) -> Course:
    """Let it run."""
    write(folder)
    system = Watching(folder)
    session = Session(folder, Desk(kept=folder / ".kept", system=system))
    after = []
    for step in session.steps():
        outcome = step()
        assert isinstance(outcome, Made), (step, outcome)
        assert outcome.doubt is None
        after.append(len(system.states) - 1)
    assert system.states[-1] == system.states[0]
    return Course(system.states, after, len(system.names))


@dataclass(slots=True)
class Tally:
    """How often a session was stopped, and where that was."""

    points: int = 0
    before: int = 0
    """Where the step left the files as they were, or in between."""
    failed: int = 0
    doubted: int = 0
    calls: set[str] = field(default_factory=set)


def killed(top: Path, points: Iterator[int] | None = None) -> Tally:
    """A process that works at the desk is killed before and after each of its calls (or of these)."""
    known, tally = course(top / "course"), Tally()
    for at in points or range(known.calls):
        for after in (False, True):
            folder = top / f"{at}-{after}"
            write(folder)
            done, status = _run(folder, Killed(at, after=after, piece=1 << 20))
            assert os.WIFSIGNALED(status), (at, after, status)
            assert os.WTERMSIG(status) == signal.SIGKILL
            now, first = state(folder), known.after[done - 1] if done else 0
            last = known.after[done]
            assert now in known.states[first : last + 1], (at, after, done)
            tally.points += 1
            tally.before += now == known.states[first]
            _goes_on(folder)
    return tally


def _run(folder: Path, system: System) -> tuple[int, int]:
    """Work in a process of its own; how many steps it reported as done, and its wait status."""
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(hears)
            for step in Session(folder, Desk(kept=folder / ".kept", system=system)).steps():
                if isinstance(step(), Made):
                    os.write(says, b".")
        finally:
            os._exit(0)
    os.close(says)
    with os.fdopen(hears, "rb") as told:
        done = len(told.read())
    return done, os.waitpid(child, 0)[1]


def _goes_on(folder: Path) -> None:
    """The dossier opens without a fault, the next decision is written, and nothing is left lying about."""
    assert not load([str(folder)]).faults
    session = Session(folder, Desk(kept=folder / ".kept"))
    before = state(folder)
    assert isinstance(session.remark(), Made)
    assert isinstance(session.desk.undo(), Made)
    assert state(folder) == before


def failing(
    top: Path, errors: tuple[int, ...] = (errno.ENOSPC, errno.EIO), points: Iterator[int] | None = None
) -> Tally:
    """Each call fails once (or these), before or after it was done; what failed is asked for again, and comes out the same."""
    known, tally = course(top / "course"), Tally()
    for at in points or range(known.calls):
        for error in errors:
            for after in (False, True):
                folder = top / f"{at}-{error}-{after}"
                write(folder)
                system = Failing(at, error, after=after, piece=1 << 20)
                session = Session(folder, Desk(kept=folder / ".kept", system=system))
                for number, step in enumerate(session.steps()):
                    _stepped(folder, step, known, number, tally)
                tally.points += 1
                tally.calls.add(system.names[at])
    return tally


def _stepped(folder: Path, step: Callable[[], Attempt | str | None], known: Course, number: int, tally: Tally) -> None:
    first = known.after[number - 1] if number else 0
    for tries in count():
        outcome = step()
        now = state(folder)
        if isinstance(outcome, Made) and not outcome.stays:
            assert now == known.states[known.after[number]], (number, outcome.change.what)
            tally.doubted += outcome.doubt is not None
            return
        assert tries == 0, outcome
        assert now in known.states[first : known.after[number] + isinstance(outcome, Made)], (number, outcome)
        tally.failed += 1


class _Replaced(ShortWrites):
    """Another program puts a file of its own in the place of one before the n-th call: it knows nothing of locks."""

    def __init__(self, at: int, path: Path, text: str) -> None:
        super().__init__(1 << 20)
        self.at, self.path, self.text = at, path, text

    def call(self, name, function, *arguments, **options):
        """As the system, but once."""
        if len(self.names) == self.at:
            other = self.path.with_name(".other")
            other.write_text(self.text, encoding="utf-8")
            other.replace(self.path)
        return super().call(name, function, *arguments, **options)


def replaced(top: Path) -> Tally:
    """A file is replaced by another program before each call while a value of it is corrected: theirs is never lost.

    But for the one step itself: between the last look at the file and the step there are some microseconds (`files.save`).
    """
    tally = Tally()
    for name, theirs in (("beside", "figures = { killed = 6, wounded = 9 }"), ("same", "figures = { killed = 8 }")):
        was = "figures = { killed = 6 }" if name == "beside" else "figures = { killed = 5 }"
        text = FILES["dw.toml"].replace(was, theirs).replace("[[report]]", '[[report]]\nid = "dw/bakery"', 1)
        for at in count():
            folder = top / f"{name}-{at}"
            write(folder)
            path = folder / "dw.toml"
            path.write_text(FILES["dw.toml"].replace("[[report]]", '[[report]]\nid = "dw/bakery"', 1), encoding="utf-8")
            system = _Replaced(at, path, text)
            session = Session(folder, Desk(kept=folder / ".kept", system=system))
            outcome, now = session.correct(), path.read_text(encoding="utf-8")
            if len(system.names) <= at:
                break
            tally.points += 1
            tally.calls.add(system.names[at])
            if isinstance(outcome, Made) and system.names[at] == "replace":
                assert now == outcome.text
            elif isinstance(outcome, Made):
                assert theirs in now or now == text, (at, system.names[at])
                assert "killed = 7" in now or now == text
            else:
                assert now == text
                tally.failed += 1
    return tally


def many(top: Path, writers: int, each: int) -> None:
    """Desks in as many processes write decisions and corrections to the same files at once; none is lost, none twice."""
    folder = top / "many"
    write(folder)
    children = [forked(partial(_decide_many, folder, name, each)) for name in range(writers)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * writers
    loaded = load([str(folder)])
    assert not loaded.faults
    notes = [note.note for note in loaded.dossier.annotations]
    for name in range(writers):
        assert [note for note in notes if note.startswith(f"{name}:")] == [f"{name}:{number}" for number in range(each)]
    (actor,) = loaded.dossier.actors
    assert sorted(actor.aliases) == sorted(
        f"alias {name}:{number}" for name in range(writers) for number in range(each)
    )
    assert [path.name for path in folder.glob(".*") if path.name != ".kept"] == []


def _decide_many(folder: Path, name: int, each: int) -> None:
    desk = Desk(kept=folder / ".kept")
    for number in range(each):
        note = annotation(target="afp", note=f"{name}:{number}", at=AT)
        alias = AddAlias(table="actor", id="nsa", alias=f"alias {name}:{number}")
        for path, edit in (("analysis.toml", note), ("afp.toml", alias)):
            while not isinstance(outcome := desk.write(str(folder / path), edit), Made):
                assert isinstance(outcome, Changed | SaveFailed), outcome
                assert isinstance(outcome, Changed) or outcome.code == "busy", outcome
