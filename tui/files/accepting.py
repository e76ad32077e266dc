"""Accepted links on the disk: one `[[link]]` each in the analysis file, and an `id` line for reports that need one first."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tui.core.model import Dossier, Report
from tui.files.changes import Made, make
from tui.files.decisions import analysis_name, link
from tui.files.edits import Edit, give_id
from tui.files.history import History
from tui.files.outcomes import SaveFailed
from tui.files.save import read
from tui.files.targets import Refused, target

MACHINE = "rashomon link"
"""Who signs a link that no analyst looked at."""


def write_links(
    folder: Path, dossier: Dossier, groups: Iterable[Sequence[str]], *, at: datetime.datetime, reason: str
) -> str:
    """Write a decision for each group of report ids; why it could not be done, or "" when all is written."""
    named = list(groups)
    nameless = _nameless(dossier)
    wanted = [nameless[name] for name in dict.fromkeys(name for group in named for name in group) if name in nameless]
    wanted.sort(key=lambda report: (report.position.file, -(report.position.line or 0)))
    for report in wanted:
        path, edit = _naming(report)
        fault = edit.reason if isinstance(edit, Refused) else _written(path, edit)
        if fault:
            return f"{path}: {fault}"
    analysis = str(folder / analysis_name())
    for group in named:
        fault = _written(analysis, link(reports=group, same=True, at=at, reason=reason, by=MACHINE))
        if fault:
            return f"{analysis}: {fault}"
    return ""


def _nameless(dossier: Dossier) -> dict[str, Report]:
    """Reports whose default id hangs on the order of the files: a decision about them needs an `id` line first."""
    unnamed = [report for report in dossier.reports if not report.given_id]
    shared = Counter((report.source, report.event) for report in unnamed)
    return {report.id: report for report in unnamed if shared[report.source, report.event] > 1}


def _naming(report: Report) -> tuple[str, Edit | Refused]:
    """The file and the edit that writes a report's id; reports further down come first, so that their lines still hold."""
    path = report.position.file
    text = read(path)
    if text is None or isinstance(text, SaveFailed):
        return path, Refused("not-there", "the file cannot be read again")
    where = target(text, "report", line=report.position.line)
    return path, where if isinstance(where, Refused) else give_id(where, report.id)


def _written(path: str, edit: Edit) -> str:
    """Why an edit could not be made; "" when it was."""
    made = make(path, edit, History())
    if isinstance(made, Made):
        return ""
    if isinstance(made, Refused):
        return made.reason
    return made.message if isinstance(made, SaveFailed) else "the file changes all the time"
