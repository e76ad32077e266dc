"""A file in the editor of the person, at its line: the terminal is the editor's until it ends, then the dossier is read again."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.reading import Reading

if TYPE_CHECKING:
    from tui.screens.base import EditAsked


class Editing(Reading):
    """The part of the app that lets another program have the terminal."""

    def on_edit_asked(self, message: EditAsked) -> None:
        """Open the file in the editor, then read the dossier again."""
        message.stop()
        try:
            command = editor_command(os.environ, message.file, message.line)
        except ValueError as error:
            words = f"$EDITOR is no command line: {str(error).casefold()}"
            self.notify(words, severity="error", markup=False)
            return
        command = command or editor_command({"EDITOR": usual_editor()}, message.file, message.line)
        if command is None:
            self.notify("set $EDITOR to open files from here", severity="warning", markup=False)
            return
        with self.suspend():
            done = _run(command)
        if done:
            self.notify(done, severity="error", markup=False)
        self.read_files()


def _run(command: list[str]) -> str:
    """Run the editor in the terminal; what went wrong in words, else empty."""
    try:
        subprocess.run(command, check=False)
    except OSError as error:
        return f"{command[0]} could not be started: {error.strerror}"
    return ""


def usual_editor() -> str:
    """The editor of a system whose owner names none; empty where neither is installed."""
    return next((name for name in ("vi", "nano") if shutil.which(name)), "")


def editor_command(environment: os._Environ[str] | dict[str, str], file: str, line: int | None) -> list[str] | None:
    """The editor's command line at the line of the file, without a shell; None where no editor is named. Raises ValueError where
    what is named has quotes that do not end.
    """
    words = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "")
    if not words or not file:
        return None
    name = Path(words[0]).stem.casefold()
    path = os.path.join(os.curdir, file)  # noqa: PTH118 - never an option, whatever it is called; and a Path drops the dot
    if line is None:
        return [*words, path]
    if name in ("code", "codium", "cursor", "code-insiders"):
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    if name in ("subl", "hx", "helix", "zed", "micro"):
        return [*words, f"{path}:{line}"]
    return [*words, f"+{line}", path]
