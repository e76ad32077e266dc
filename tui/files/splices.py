"""One stretch of a file replaced by another, with the text around it: what an edit came to, and how it is taken back.

Also carries cuts made in plain text over to the file's own line endings and byte order mark.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from tui.core.values import dataclass
from tui.files.members import Cut

AROUND = 120
"""How many characters on either side must be as they were before a splice is made elsewhere than where it was."""

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """A stretch of a text and what stands there afterwards; reversed, it takes itself back to the byte."""

    start: int
    """Where the stretch began in the text it was made from, counted in characters."""
    old: str
    new: str
    before: str = ""
    """The text in front of the stretch, up to 120 characters."""
    after: str = ""
    creates: bool = False
    """There was no file before."""
    removes: bool = False
    """There is no file afterwards."""

    @property
    def reversed(self) -> Splice:
        """The splice that takes this one back."""
        return replace(self, old=self.new, new=self.old, creates=self.removes, removes=self.creates)

    def fits(self, text: str | None) -> int | None:
        """Where in a text the stretch stands: at its old place, else at the only place with the same surroundings."""
        if text is None or self.creates:
            return 0 if self.creates and text is None else None
        pattern = self.before + self.old + self.after
        begin = self.start - len(self.before)
        if text.startswith(pattern, begin) and begin >= 0:
            return self.start
        found = text.find(pattern)
        if found < 0 or text.find(pattern, found + 1) >= 0:
            return None
        return found + len(self.before)

    def applied(self, text: str | None) -> str | None:
        """The text with the stretch replaced; None where no file is left. Raises `ValueError` when it does not fit."""
        place = self.fits(text)
        if place is None:
            raise ValueError("the text around the change is no longer what it was")
        if text is None:
            return self.new
        result = text[:place] + self.new + text[place + len(self.old) :]
        return None if self.removes and not result else result


def difference(old: str | None, new: str | None) -> Splice:
    """The one stretch in which two texts differ, as short as it can be."""
    if old is None or new is None:
        return Splice(start=0, old=old or "", new=new or "", creates=old is None, removes=new is None)
    start = _common(old, new)
    tail = _common_end(old, new, start)
    stop = len(old) - tail
    return Splice(
        start=start,
        old=old[start:stop],
        new=new[start : len(new) - tail],
        before=old[max(0, start - AROUND) : start],
        after=old[stop : stop + AROUND],
    )


def plain_text(text: str) -> str:
    """The text without byte order mark, its lines ending with a bare newline: what is parsed and cut."""
    return text.removeprefix(_MARK).replace("\r\n", "\n")


def cut_through(text: str, cuts: list[Cut]) -> str:
    """The text after cuts made in its plain form; of two at one place the first comes first.

    Lines keep their endings, new ones end as those beside them.
    """
    offset = len(_MARK) if text.startswith(_MARK) else 0
    returns = _returns(text, offset)

    def placed(position: int) -> int:
        return position + bisect_left(returns, position) + offset

    in_order = sorted(enumerate(cuts), key=lambda numbered: (numbered[1].start, numbered[0]), reverse=True)
    for _, (start, end, new) in in_order:
        first, last = placed(start), placed(end)
        text = text[:first] + _ended(new, text, first) + text[last:]
    return text


def _returns(text: str, offset: int) -> list[int]:
    """Where in the plain text the newlines stand that have a carriage return before them in the file."""
    found: list[int] = []
    position = text.find("\r\n")
    while position >= 0:
        found.append(position - offset - len(found))
        position = text.find("\r\n", position + 2)
    return found


def _ended(new: str, text: str, place: int) -> str:
    if "\n" not in new:
        return new
    newline = text.find("\n", place)
    if newline < 0:
        newline = text.rfind("\n", 0, place)
    return new.replace("\n", "\r\n") if newline > 0 and text[newline - 1] == "\r" else new


_STRIDE = 4096


def _common(a: str, b: str) -> int:
    """How many characters two texts have in common at their beginning."""
    position, most = 0, min(len(a), len(b))
    while position < most and a[position : position + _STRIDE] == b[position : position + _STRIDE]:
        position += _STRIDE
    position = min(position, most)
    while position < most and a[position] == b[position]:
        position += 1
    return position


def _common_end(a: str, b: str, start: int) -> int:
    """How many characters they have in common at their end, beginnings left out."""
    count, most = 0, min(len(a), len(b)) - start
    while count + _STRIDE <= most and (
        a[len(a) - count - _STRIDE : len(a) - count] == b[len(b) - count - _STRIDE : len(b) - count]
    ):
        count += _STRIDE
    while count < most and a[-1 - count] == b[-1 - count]:
        count += 1
    return count
