"""Decisions about identity on the disk: a `[[link]]` in the analysis file, and an `id` line for reports that need one first."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from os.path import commonpath
from pathlib import Path

from tui.core.linking.links import MACHINE
from tui.core.model import Dossier, Report
from tui.files.changes import Made, make
from tui.files.decisions import analysis_name, link
from tui.files.edits import Edit, give_id
from tui.files.history import History
from tui.files.outcomes import SaveFailed
from tui.files.save import read
from tui.files.targets import Refused, content_of, tables_of, target
from tui.files.walk import SUFFIX

_NUMBERED = re.compile(r"-[0-9]+$")


def write_links(
    path: str, dossier: Dossier, groups: Iterable[Sequence[str]], *, at: datetime.datetime, reason: str
) -> str:
    """Write into an analysis file that each group of report ids is one event; why it could not be done, else ""."""
    history = History()
    for group in groups:
        made = write_link(path, dossier, group, history, same=True, at=at, reason=reason, by=MACHINE)
        if isinstance(made, str):
            return made
        history = made.history
    return ""


def write_link(
    path: str,
    dossier: Dossier,
    reports: Sequence[str],
    history: History,
    *,
    same: bool | None,
    at: datetime.datetime,
    reason: str = "",
    by: str = "",
) -> Made | str:
    """Write one decision into an analysis file; why it could not be done in a sentence.

    Reports whose default id hangs on the order of the files get their `id` line first. That line stays when the decision is
    taken back: it states nothing new.
    """
    for report in _nameless(dossier, reports):
        fault = _name(report, dossier)
        if fault:
            return f"{report.position.file}: {fault}"
    made = _made(path, link(reports=reports, same=same, at=at, reason=reason, by=by), history)
    return made if isinstance(made, Made) else f"{path}: {made}"


def analysis_of(dossier: Dossier) -> str:
    """The analysis file next to the files of a dossier: in the folder that holds them all. "" where they have none.

    Tables that the dossier mounts may lie anywhere, and count for nothing.
    """
    files = {
        dossier.settings.position.file,
        *(source.position.file for source in dossier.sources),
        *(report.position.file for report in dossier.reports),
    }
    folders = {str(Path(file).absolute().parent) for file in files if file.endswith(SUFFIX)}
    return str(Path(commonpath(folders)) / analysis_name()) if folders else ""


def _nameless(dossier: Dossier, reports: Sequence[str]) -> list[Report]:
    """Of these reports those that share a default id but for its number: a decision about them needs an `id` line first."""
    known = {report.id: report for report in dossier.reports}
    found = [known[name] for name in reports if name in known and not known[name].given_id]
    return [report for report in found if _NUMBERED.search(report.id) or f"{report.id}-2" in known]


def _name(report: Report, dossier: Dossier) -> str:
    """Write the id of a report, unless an earlier decision has; why that could not be done.

    The report is found by its place among those of its file, which no `id` line written meanwhile has moved.
    """
    path = report.position.file
    text = read(path)
    if text is None or isinstance(text, SaveFailed):
        return "the file cannot be read again"
    if not isinstance(target(text, "report", identity=report.id), Refused):
        return ""
    lines = sorted(other.position.line or 0 for other in dossier.reports if other.position.file == path)
    number = lines.index(report.position.line or 0) + 1
    where, content = target(text, "report", number=number), content_of(text)
    if isinstance(where, Refused) or isinstance(content, Refused):
        return where.reason if isinstance(where, Refused) else "the file is no TOML any more"
    stated = tables_of(content, "report")[number - 1]
    if any(stated.get(key, "") != getattr(report, key) for key in ("what", "quote", "locator")):
        return "the file is no longer what it was; read the dossier again"
    made = _made(path, give_id(where, report.id), History())
    return "" if isinstance(made, Made) else made


def _made(path: str, edit: Edit, history: History) -> Made | str:
    made = make(path, edit, history)
    if isinstance(made, Made):
        return made
    if isinstance(made, Refused):
        return made.reason
    return made.message if isinstance(made, SaveFailed) else "the file changes all the time"
