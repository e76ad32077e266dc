"""Decisions on the disk: a table in the analysis file, and an `id` line for reports that need one first."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tui.core.model import Dossier, Report
from tui.core.values import dataclass
from tui.files.changes import Attempt, Made, make
from tui.files.decisions import link
from tui.files.edits import AddTable, give_id
from tui.files.history import History
from tui.files.outcomes import Changed, SaveFailed
from tui.files.save import read
from tui.files.system import System
from tui.files.targets import Refused, content_of, tables_of, target
from tui.files.walk import LEADS_OUT, leads_out

_NUMBERED = re.compile(r"-[0-9]+$")


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a decision, and what was written on the way to it even where it failed."""

    outcome: Attempt
    history: History
    """The session's history with all that now stands on the disk."""


def write_links(
    path: str, dossier: Dossier, groups: Iterable[Sequence[str]], *, at: datetime.datetime, reason: str
) -> str:
    """Write into an analysis file that each group of report ids is one event; why it could not be done, else ""."""
    from tui.core.linking.links import MACHINE  # noqa: PLC0415  (an analyst's own decision compares nothing)

    history = History()
    for group in groups:
        edit = link(reports=group, same=True, at=at, reason=reason, by=MACHINE)
        made = write_link(path, dossier, edit, history)
        if not isinstance(made.outcome, Made):
            return told(made.outcome)
        if made.outcome.doubt is not None:
            return told(made.outcome.doubt)
        history = made.history
    return ""


def write_link(
    path: str,
    dossier: Dossier,
    edit: AddTable,
    history: History,
    *,
    system: System | None = None,
) -> Written:
    """Write one `decisions.link` into an analysis file, as `write_decision` does."""
    known = {report.id: report for report in dossier.reports}
    named = dict(edit.values.entries).get("reports")
    about = [known[name] for name in map(str, named if isinstance(named, tuple) else ()) if name in known]
    return write_decision(
        path, edit, about, history, is_there=known.__contains__, dossier=lambda: dossier, system=system
    )


def write_decision(
    path: str,
    edit: AddTable,
    about: Sequence[Report],
    history: History,
    *,
    is_there: Callable[[str], bool],
    dossier: Callable[[], Dossier],
    system: System | None = None,
) -> Written:
    """Write a decision that names these reports into an analysis file.

    Reports whose default id hangs on the order of the files get their `id` line first: only for them `dossier` is asked.
    That line is a change of its own in the history: it states nothing new, and goes when it is taken back, too.
    Where the decision fails after it, the line stays, for the next try or for an undo.
    """
    if leads_out(Path(path), Path(path).parent):
        return Written(Refused("leads-out", f"{path}: {LEADS_OUT}; nothing was written"), history)
    system, before, doubt = system or System(), len(history.past), None
    unsure = [report for report in about if not report.given_id]
    for report in [one for one in unsure if _NUMBERED.search(one.id) or is_there(f"{one.id}-2")]:
        named = _name(report, dossier(), history, system)
        if isinstance(named, Made):
            history, doubt = named.history, named.doubt or doubt
        elif named is not None:
            return Written(named, history)
    made = make(path, edit, history, system=system)
    if not isinstance(made, Made):
        return Written(made, history)
    return Written(replace(made, along=history.past[before:], doubt=made.doubt or doubt), made.history)


def told(outcome: Refused | Changed | SaveFailed) -> str:
    """Why nothing was written, in a sentence without a full stop."""
    match outcome:
        case Refused():
            return outcome.reason
        case SaveFailed():
            return f"{outcome.path}: {outcome.message}; {outcome.hint}"
        case Changed():
            return f"{outcome.path}: another program changes the file all the time"


def _name(report: Report, dossier: Dossier, history: History, system: System) -> Attempt | None:
    """Write the id of a report; None where an earlier decision has.

    The report is found by its place among those of its file, which no `id` line written meanwhile has moved.
    """
    path = report.position.file
    text = read(path, system=system)
    if isinstance(text, SaveFailed):
        return text
    if text is None:
        return Refused("not-there", f"{path}: the file cannot be read again")
    if not isinstance(target(text, "report", identity=report.id), Refused):
        return None
    lines = sorted(other.position.line or 0 for other in dossier.reports if other.position.file == path)
    number = lines.index(report.position.line or 0) + 1
    where, content = target(text, "report", number=number), content_of(text)
    if isinstance(where, Refused) or isinstance(content, Refused):
        reason = where.reason if isinstance(where, Refused) else "the file is no TOML any more"
        return Refused("not-there", f"{path}: {reason}")
    stated = tables_of(content, "report")[number - 1]
    if any(stated.get(key, "") != getattr(report, key) for key in ("what", "quote", "locator")):
        return Refused("changed", f"{path}: the file is no longer what it was; read the dossier again")
    return make(path, give_id(where, report.id), history, system=system)
