"""Where decisions on a dossier stand: the analysis file beside its files. It is read wherever it is written.

A folder that is opened whole holds it already; a file that is opened alone, or folders apart, take along what stands
beside them, which may also decide about files that are not open.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from os.path import commonpath
from pathlib import Path

from tui.core.model import Dossier
from tui.core.problems import Problem, Severity
from tui.core.slugs import slug
from tui.files.complaints import problem
from tui.files.walk import SUFFIX, Found, find, leads_out

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
_ANALYSIS = re.compile(r"analysis(?:-.+)?\.toml")
_NOT_OPEN = ("no-such-report", "no-such-event", "no-such-target")
"""Codes of what a decision about a file that is not open comes to."""


def analysis_name(analyst: str = "") -> str:
    """The name of the file beside the dossier that takes decisions: `analysis.toml`, or `analysis-NAME.toml`.

    A name that could not be part of a file's name everywhere is brought to Latin letters.
    """
    if not analyst:
        return "analysis.toml"
    return f"analysis-{analyst if _SAFE.fullmatch(analyst) else slug(analyst)[:60]}.toml"


def analysis_of(dossier: Dossier, analyst: str = "") -> str:
    """The analysis file next to the files of a dossier: in the folder that holds them all. "" where they have none.

    Tables that the dossier mounts may lie anywhere, and count for nothing.
    """
    files = {
        dossier.settings.position.file,
        *(source.position.file for source in dossier.sources),
        *(report.position.file for report in dossier.reports),
    }
    return analysis_beside(files, analyst)


def analysis_beside(files: Iterable[str], analyst: str = "") -> str:
    """The analysis file in the folder that holds these files all; "" where none of them is a TOML file."""
    folder = _folder(files)
    return str(Path(folder) / analysis_name(analyst)) if folder else ""


def found_behind(paths: Sequence[str]) -> Found:
    """The files of the PATHs, and the analysis files beside them. Raises `CannotOpen` as loading does."""
    found = Found()
    for text in paths:
        find(text, found)
    take_along(paths, found)
    return found


def take_along(paths: Sequence[str], found: Found) -> None:
    """Add the analysis files, of whomever, that stand beside the PATHs and not in them; `found` holds what is in them."""
    near = {str(Path(text).parent): None for text in paths if Path(text).is_file()}
    folder = _folder(str(path) for path, _ in found.files)
    if folder and not any(Path(text).is_absolute() for text in paths):
        folder = os.path.relpath(folder)
    for each in (*near, *([folder] if folder else ())):
        _take(Path(each), found)


def forgiven(problems: Sequence[Problem], along: Iterable[str]) -> list[Problem]:
    """The problems with one note for each file taken along, in the place of all that it says of files that are not open."""
    files, kept, left_out = frozenset(along), list[Problem](), dict[str, set[str]]()
    for fault in problems:
        if fault.file in files and fault.code in _NOT_OPEN:
            left_out.setdefault(fault.file, set()).add((fault.key or "").partition(".")[0])
        else:
            kept.append(fault)
    for file, tables in left_out.items():
        text = (
            f"{len(tables)} of its decisions name reports or events that are not among the files that are open, "
            "and are left out as far as they do"
        )
        kept.append(problem(file, "not-open", text, severity=Severity.NOTE))
    return kept


def _folder(files: Iterable[str]) -> str:
    """The folder that holds these files all; a link stands where it stands, not where it leads. "" where none is TOML."""
    folders = {os.path.dirname(file) for file in files if file.endswith(SUFFIX)}  # noqa: PTH120 - thousands of files
    return commonpath(map(os.path.realpath, folders)) if folders else ""


def _take(folder: Path, found: Found) -> None:
    try:
        names = sorted(name for name in os.listdir(folder) if _ANALYSIS.fullmatch(name))  # noqa: PTH208 - names are enough
    except OSError:
        return
    for path in (folder / name for name in names):
        if leads_out(path, folder):
            found.add_outside(path)
            continue
        try:
            status = path.stat()
        except OSError:
            continue
        if (status.st_dev, status.st_ino) not in found.seen:
            found.add_file(path, status)
