"""Other programs of the person: a file in the editor, at its line, after which the dossier is read again; an address in the browser.
The terminal is theirs until they end.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.app.reading import Reading

if TYPE_CHECKING:
    from tui.screens.asked import AddressAsked, EditAsked

NO_BROWSER = "no browser could be started; set $BROWSER to one"


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

    def on_address_asked(self, message: AddressAsked) -> None:
        """Open the address: a browser of the terminal has that until it ends, any other is started by a thread, as some take long."""
        message.stop()
        if _in_terminal():
            with self.suspend():
                begun = _browse(message.address)
            self._browsing(begun)
        else:
            self._start_browser(message.address)

    @work(thread=True, group="browser")
    def _start_browser(self, address: str) -> None:
        self.call_from_thread(self._browsing, _browse(address))

    def _browsing(self, begun: bool) -> None:
        if not begun:
            self.notify(NO_BROWSER, severity="error", markup=False)


def _in_terminal() -> bool:
    """Whether the browser that would be started runs in the terminal, or is at least waited for."""
    import webbrowser  # noqa: PLC0415  (opened by a key: loads after the first rows)

    try:
        browser = webbrowser.get()
    except (webbrowser.Error, *_MISNAMED):
        return False
    waited = isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser)
    return waited or isinstance(browser, webbrowser.Elinks)


def _browse(address: str) -> bool:
    import webbrowser  # noqa: PLC0415  (opened by a key: loads after the first rows)

    try:
        return webbrowser.open(address)
    except _MISNAMED:
        return False


_MISNAMED = (LookupError, ValueError, OSError)
"""What `webbrowser` raises where $BROWSER is no command line."""


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
