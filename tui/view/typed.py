"""What was typed into a prompt before: the line one left unfinished, and the lines one entered, to be gone back to."""

from __future__ import annotations

from dataclasses import replace

from tui.core.values import dataclass

MOST = 50
"""Lines kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The lines typed into one prompt, and which of them one stands on."""

    lines: tuple[str, ...] = ()
    """Entered, the last one at the end; each once."""
    at: int = 0
    """Place in them; their number where one stands on a line of one's own."""
    own: str = ""
    """The line that is typed, or was left unfinished."""
    over: str = ""
    """What the prompt began with when it was."""

    @property
    def line(self) -> str:
        """What stands in the prompt."""
        return self.lines[self.at] if self.at < len(self.lines) else self.own

    def begun(self, text: str) -> Typed:
        """A prompt that begins with a text: a line that was left over the same text is offered instead."""
        own = self.own if self.own and self.over == text else text
        return replace(self, at=len(self.lines), own=own, over=text)

    def changed(self, text: str) -> Typed:
        """Another text stands in the prompt; one that was entered before is only gone back to."""
        return self if text == self.line else replace(self, at=len(self.lines), own=text)

    def moved(self, by: int) -> Typed:
        """To an earlier line, or a later one."""
        return replace(self, at=max(0, min(self.at + by, len(self.lines))))

    def entered(self) -> Typed:
        """The line is done."""
        line = self.line.strip()
        lines = tuple(other for other in self.lines if other != line)
        return Typed(lines=(*lines, line)[-MOST:] if line else self.lines)

    def left(self) -> Typed:
        """The line is left as it stands, and offered again."""
        return replace(self, own=self.line if self.line.strip() != self.over.strip() else "")
