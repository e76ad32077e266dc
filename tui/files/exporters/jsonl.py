"""JSON Lines: an object for every table of the dossier, with its name under `table` and its keys as in TOML.

Nothing is lost: reading the lines back gives the same dossier. No judgement is in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from tui.core.model import Dossier
from tui.files.tables.stated import tables

TABLE = "table"
"""Key under which the name of the table stands."""


def jsonl_lines(dossier: Dossier, names: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """One JSON object a line, tables in the order of the format, each kind in the order of the files.

    `names` are those of `tui.files.tables.stated.file_hints`: the files that reading back makes again.
    """
    for name, keys in tables(dossier, names):
        yield json.dumps({TABLE: name, **keys}, ensure_ascii=False, allow_nan=False)
