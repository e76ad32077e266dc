"""What an importer is: a name, a sentence of help, and a function from a file to the TOML of a dossier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tui.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user says beside the file. A format uses what it knows and ignores the rest."""

    mapping: Path | None = None
    """A file that says which column is what."""
    sheet: str = ""
    """Name of the sheet of a workbook; empty for the format's own choice."""


class Dropped(NamedTuple):
    """Something of the file that no key of a dossier holds."""

    column: str
    """As the file calls it."""
    cells: int
    """How many of them were left out."""
    why: str
    """The middle of a sentence: "no key of the format"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file became."""

    files: dict[str, str]
    """File name -> TOML, in the order in which a dossier reads them. Names are bare: no folder in them."""
    dropped: tuple[Dropped, ...] = ()
    """Nothing is left out in silence."""
    rows: int = 0
    """Rows (or objects) of the file that were read, without its header."""


@dataclass(frozen=True, slots=True)
class Importer:
    """One format."""

    name: str
    """What the user types."""
    help: str
    """One sentence: which file it reads."""
    read: Callable[[Path, Options], Imported]
    """Reads a file. Raises `CannotOpen` with one clear message when it cannot be read as this format."""
