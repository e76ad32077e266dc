"""The formats that `rashomon import` reads into a dossier, one line each. What reads them writes nothing to disk."""

from __future__ import annotations

from tui.files.importers.registry import Imported, Importer, Options

__all__ = ["IMPORTERS", "Imported", "Importer", "Options", "importer"]

IMPORTERS: tuple[Importer, ...] = ()
"""Every format, in the order of help."""


def importer(name: str) -> Importer | None:
    """The importer of that name."""
    return next((known for known in IMPORTERS if known.name == name), None)
