"""What can come of writing a file, as values: saved, changed meanwhile, or failed. The edit is in each, so none is lost."""

from __future__ import annotations

import errno
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from tui.core.problems import Problem
from tui.core.values import dataclass
from tui.files.complaints import problem
from tui.files.walk import shown_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """The file holds the new text, and the disk has it."""

    path: str
    text: str | None
    """None: the file was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """The file is not the one the edit was made from. Nothing was written: three texts to choose from."""

    path: str
    base: str | None
    """What the edit was made from; None: no file."""
    now: str | None
    """What stands there now."""
    yours: str | None
    """What would have been written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveFailed:
    """The file could not be written, and is what it was unless `in_place`."""

    path: str
    code: str
    """One stable word: `disk-full`, `disk-error`, `read-only-disk`, `read-only-folder`, `read-only-file`, `folder-gone`,
    `link-loop`, `not-a-file`, `not-utf8`, `busy`, `name-too-long`, `not-text` or `cannot-write`."""
    message: str
    """One sentence without a full stop."""
    hint: str
    """What to do."""
    yours: str | None
    """What should have been written; to be tried again, or kept by `rescue`."""
    in_place: bool = False
    """The new text stands in the file, but the disk did not confirm it: it may be gone after a power cut."""

    @property
    def problem(self) -> Problem:
        """The same for the list of problems."""
        return problem(shown_path(Path(self.path)), self.code, f"{self.message}; {self.hint}")


Outcome: TypeAlias = Saved | Changed | SaveFailed


def digest(text: str | None) -> str:
    """What tells the text of a file from every other; empty for no file."""
    return "" if text is None else sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_FAULTS: dict[int, tuple[str, str, str]] = {
    errno.ENOSPC: ("disk-full", "the disk is full", "make room on it and save again"),
    errno.EDQUOT: ("disk-full", "your share of the disk is used up", "make room on it and save again"),
    errno.EIO: ("disk-error", "the disk reports an error", "save to another disk"),
    errno.EROFS: ("read-only-disk", "the disk can only be read", "copy the dossier to a disk that can be written"),
    errno.EACCES: ("read-only-folder", "you may not write in this folder", "change its permissions and save again"),
    errno.EPERM: ("read-only-folder", "the system forbids to write here", "change the permissions and save again"),
    errno.ENOENT: ("folder-gone", "the folder is no longer there", "put it back and save again"),
    errno.ENOTDIR: ("folder-gone", "the folder is no longer a folder", "put it back and save again"),
    errno.ESTALE: ("folder-gone", "the folder is no longer there", "connect the disk again and save again"),
    errno.ELOOP: ("link-loop", "the file is a link that leads nowhere", "replace the link by the file"),
    errno.ENAMETOOLONG: ("name-too-long", "the name is longer than the disk allows", "give the file a shorter name"),
}


def failed(path: str, error: OSError, yours: str | None, *, in_place: bool = False) -> SaveFailed:
    """A fault of the operating system in the words of the person who wanted to save."""
    why = (error.strerror or str(error)).casefold()
    other = ("cannot-write", f"the file cannot be written: {why}", "save again, or elsewhere")
    code, message, hint = _FAULTS.get(error.errno or 0, other)
    if in_place:
        message = f"the file was written, but it may not outlast a power cut: {message}"
        hint = "save again"
    return SaveFailed(path=path, code=code, message=message, hint=hint, yours=yours, in_place=in_place)
