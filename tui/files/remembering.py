"""Where it is written down what is remembered of a dossier, in the state folder of the platform. What it means is not known here.

The file is never the truth of anything but marks and named views, so what is damaged is put aside, and read as nothing.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.core.values import dataclass
from tui.files.homes import state_folder
from tui.files.outcomes import Changed, SaveFailed
from tui.files.save import read, save

_TRIES = 5
"""How often another rashomon on the same dossier may be quicker."""


def is_first_visit() -> bool:
    """Whether nobody was told here yet how to begin: a visit that was over before that is none."""
    return not _told().exists()


def begun() -> None:
    """Somebody was told how to begin, and is not again; where that cannot be written, they are."""
    with suppress(OSError):
        _told().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _told().touch(mode=0o600)


def _told() -> Path:
    return state_folder() / "hint-shown"


def place(paths: Sequence[str]) -> Path:
    """The file for these PATHs, whether or not there is one: a name people can read, and one that is theirs alone."""
    real = [os.path.realpath(path) for path in paths]
    name = re.sub(r"[^a-z0-9]+", "-", os.path.basename(real[0]).casefold() if real else "").strip("-")[:40]  # noqa: PTH119
    return state_folder() / f"{name or 'dossier'}-{sha256(json.dumps(real).encode()).hexdigest()[:12]}.json"


@dataclass(slots=True)
class Shelf:
    """The memory of one dossier on disk."""

    path: Path
    _text: str | None = None

    def read(self) -> Mapping[str, Any]:
        """What is written there; nothing where there is none, or none that can be understood."""
        text = read(str(self.path))
        self._text = text if isinstance(text, str) else None
        if text is None:
            return {}
        try:
            known = json.loads(self._text) if self._text is not None else None
        except (ValueError, RecursionError):
            known = None
        if isinstance(known, dict) and known.get("format") == 1:
            return known
        with suppress(OSError):
            self.path.replace(self.path.with_suffix(".damaged"))
        self._text = None
        return {}

    def write(self, made: Callable[[Mapping[str, Any] | None], Mapping[str, Any]]) -> str:
        """Write what `made` makes: of None, or, where another program has written meanwhile, of what stands there then.

        What went wrong in words, else empty.
        """
        theirs: Mapping[str, Any] | None = None
        for _ in range(_TRIES):
            text = json.dumps(made(theirs), ensure_ascii=False, indent=1) + "\n"
            if text == self._text:
                return ""
            try:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                return f"{self.path.parent}: {error.strerror}"
            outcome = save(str(self.path), base=self._text, yours=text)
            if isinstance(outcome, SaveFailed):
                return f"{outcome.message}; {outcome.hint}"
            if not isinstance(outcome, Changed):
                self._text = text
                return ""
            theirs = self.read() or None
        return f"{self.path} is being written by another program"
