"""What has to be cut out of and put into a text to change the members of a list or inline table, its layout kept.

A list written one member a line stays so; a comma, a comment and the spaces around stay where they were.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.files.anatomy import Container, Member, container
from tui.files.literals import Pairs, Parsed, Value, canonical, key_text, literal, literal_like, plain

_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?(?=\n)")
_SPACES = re.compile(r"[ \t]*")


class Cut(NamedTuple):
    """A stretch of a text and what stands there instead."""

    start: int
    end: int
    new: str


def rewritten(text: str, start: int, end: int, old: Parsed, new: Value) -> list[Cut]:
    """The cuts that make a value another one. Lists and inline tables keep what does not change."""
    box = container(text, start)
    if box is None:
        return [Cut(start, end, literal_like(new, text[start:end]))]
    if box.is_list and isinstance(new, tuple) and isinstance(old, list) and len(old) == len(box.members):
        return _list_rewritten(text, box, old, new)
    if isinstance(new, Pairs) and isinstance(old, dict) and all(len(member.key) == 1 for member in box.members):
        return _table_rewritten(text, box, old, new)
    return [Cut(start, end, literal(new))]


def appended(text: str, box: Container, written: list[str]) -> list[Cut]:
    """The cuts that add members behind the last one."""
    if not written:
        return []
    if not box.members:
        return _first(text, box, written)
    last = box.members[-1]
    behind = last.end if last.comma is None else last.comma + 1
    line = _own_line(text, last)
    rest = _REST_OF_LINE.match(text, behind)
    if line is None:
        joined = ", ".join(written)
        return [Cut(behind, behind, f", {joined}" if last.comma is None else f" {joined},")]
    place = rest.end() if rest else behind
    lines = [f"\n{line}{member}" for member in written]
    if last.comma is not None:
        return [Cut(place, place, "".join(f"{member}," for member in lines))]
    return [Cut(last.end, last.end, ","), Cut(place, place, ",".join(lines))]


def removed(text: str, box: Container, number: int) -> list[Cut]:
    """The cuts that take one member out, with its line where it has one for itself."""
    member = box.members[number]
    line = _own_line(text, member)
    behind = member.end if member.comma is None else member.comma + 1
    cuts: list[Cut] = []
    if member.comma is None and number:
        before = box.members[number - 1].comma
        if before is not None:
            cuts.append(Cut(before, before + 1, ""))
    if line is not None and (rest := _REST_OF_LINE.match(text, behind)):
        return [*cuts, Cut(member.start - len(line) - 1, rest.end(), "")]
    start = member.start
    if cuts and not text[cuts[0].end : start].strip(" \t"):
        return [Cut(cuts[0].start, behind, "")]
    if member.comma is not None and number + 1 < len(box.members):
        spaces = _SPACES.match(text, behind)
        behind = spaces.end() if spaces and text[spaces.end() : spaces.end() + 1] != "\n" else behind
    return [*cuts, Cut(start, behind, "")]


def entry(text: str, box: Container, key: tuple[str, ...], value: Value) -> str:
    """A key and its value as a member of an inline table, with the equals sign written as beside its neighbours."""
    last = box.members[-1] if box.members else None
    equals = " = " if last is None else text[last.key_end : last.value]
    return ".".join(map(key_text, key)) + equals + literal(value)


def _list_rewritten(text: str, box: Container, old: list[Parsed], new: tuple[Value, ...]) -> list[Cut]:
    was, now = [canonical(member) for member in old], [canonical(plain(member)) for member in new]
    head = _common(was, now)
    tail = _common(was[head:][::-1], now[head:][::-1])
    changed = min(len(was), len(now)) - head - tail
    cuts: list[Cut] = []
    for number in range(head, head + changed):
        member = box.members[number]
        cuts += rewritten(text, member.value, member.end, old[number], new[number])
    surplus = len(was) - tail - head - changed
    missing = [literal(member) for member in new[head + changed : len(now) - tail]]
    if surplus > 0 and now:
        return cuts + _several_removed(text, box, head + changed, surplus)
    if surplus > 0:
        return [Cut(box.start, box.end, "[]")]
    if tail and missing:
        return cuts + _inserted(text, box.members[head + changed], missing)
    return cuts + appended(text, box, missing)


def _several_removed(text: str, box: Container, first: int, count: int) -> list[Cut]:
    """Take out neighbours: the comma before the last member goes with the first of them when they end the list."""
    if first + count < len(box.members) or box.members[-1].comma is not None:
        return [cut for number in range(first, first + count) for cut in removed(text, box, number)]
    before, last = box.members[first - 1], box.members[-1]
    end, comma = last.end, before.comma if before.comma is not None else before.end
    start = before.end
    keep = text[comma + 1 : box.members[first].start]
    kept = keep.rstrip(" \t\n") if "#" in keep else ""
    return [Cut(start, end, text[start:comma] + kept)]


def _inserted(text: str, following: Member, written: list[str]) -> list[Cut]:
    line = _own_line(text, following)
    between = ", " if line is None else f",\n{line}"
    return [Cut(following.start, following.start, "".join(member + between for member in written))]


def _table_rewritten(text: str, box: Container, old: dict[str, Parsed], new: Pairs) -> list[Cut]:
    wanted = dict(new.entries)
    gone = [number for number, member in enumerate(box.members) if member.key[0] not in wanted]
    if gone and (len(gone) > 1 or len(wanted) == 0):
        return [Cut(box.start, box.end, literal(new))]
    cuts: list[Cut] = []
    for member in box.members:
        name = member.key[0]
        if name in wanted and canonical(plain(wanted[name])) != canonical(old[name]):
            cuts += rewritten(text, member.value, member.end, old[name], wanted[name])
    missing = [entry(text, box, (key,), value) for key, value in new.entries if key not in old]
    if gone and missing:
        return [Cut(box.start, box.end, literal(new))]
    for number in gone:
        cuts += removed(text, box, number)
    return cuts + appended(text, box, missing)


def _first(text: str, box: Container, written: list[str]) -> list[Cut]:
    """Members for brackets that hold none, perhaps a comment."""
    inner = text[box.start + 1 : box.end - 1]
    joined = ", ".join(written)
    if "\n" in inner:
        line = text.rfind("\n", 0, box.end) + 1
        indent = text[line : box.end - 1]
        return [Cut(line, line, f"{indent}  {joined}\n")]
    return [Cut(box.start + 1, box.end - 1, joined if box.is_list else f" {joined} ")]


def _own_line(text: str, member: Member) -> str | None:
    """The white space before a member that begins its line; None where something else does."""
    start = text.rfind("\n", 0, member.start) + 1
    opening = text[start : member.start]
    return opening if start and not opening.strip(" \t") else None


def _common(a: list[str], b: list[str]) -> int:
    count = 0
    while count < min(len(a), len(b)) and a[count] == b[count]:
        count += 1
    return count
