"""`rashomon screenshot`: a picture of the explorer, drawn without a terminal."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence

from tui.cli.diff import say_if_empty
from tui.cli.dossiers import here_or_demo, opened, writable
from tui.cli.exits import Exit
from tui.cli.explore import add_looks
from tui.cli.filters import add_filters, check_words, filter_in
from tui.cli.key_names import as_key, is_key, nearest_key
from tui.cli.parsing import Parser, may_exist
from tui.errors import UsageError
from tui.files.walk import reason

SIZE = "120x36"
MOST = 1000
"""Columns or rows of the largest picture."""


class ScreenshotParser(Parser):
    """`--press` takes keys up to the next option, or up to a word that is no key and so is a PATH."""

    def read(self, arguments: Sequence[str]) -> Namespace:
        """The options, with every key of `--press` in one list."""
        return super().read(spread_keys(list(arguments)))


def parser() -> Parser:
    """Options and help."""
    built = ScreenshotParser(
        "screenshot", operands="PATH… -o FILE.svg",
        summary="A picture of the explorer (SVG), after pressing keys if you like. Without PATH, as `rashomon`.",
        examples=(
            "rashomon screenshot data/al-bukamal -o timeline.svg",
            "rashomon screenshot data/al-bukamal -o compare.svg --press ] enter --size 100x30",
        ),
    )  # fmt: skip
    built.options.add_argument("-o", "--output", metavar="FILE.svg", help="where to write it")
    built.options.add_argument("--press", metavar="KEY", action="append", default=[], help="keys: j, enter, ctrl+d …")
    built.options.add_argument("--size", metavar="COLSxROWS", default=SIZE, help=f"default {SIZE}")
    add_looks(built)
    add_filters(built)
    return built


def run(options: Namespace) -> Exit:
    """Draw and write the picture."""
    check_words(options)
    if not options.output:
        raise UsageError("`rashomon screenshot` needs -o FILE.svg", hint="see `rashomon screenshot --help`")
    size, target = size_of(options.size), writable(options.output)
    pressed = tuple(as_key(key) for key in options.press)
    for key in pressed:
        if not is_key(key):
            near = nearest_key(key)
            raise UsageError(
                f"there is no key {key}",
                hint=f"did you mean {near}?" if near else "such as j, enter, ctrl+d, right_square_bracket or ]",
            )
    from tui.app.picture import picture  # noqa: PLC0415  (its help starts without Textual)

    with opened(options.operands or [here_or_demo()]) as store:
        keep = filter_in(options, store)
        say_if_empty(store, keep)
        drawn = picture(
            lambda: store, size=size, press=pressed, theme=options.theme, ascii_only=options.ascii,
            keep=keep,
        )  # fmt: skip
    try:
        target.write_text(drawn, encoding="utf-8")
    except OSError as fault:
        raise UsageError(f"cannot write {target}: {reason(fault)}") from fault
    return Exit.DONE


def size_of(text: str) -> tuple[int, int]:
    """Columns and rows of `120x36`. Raises `UsageError`."""
    match = re.fullmatch(r"(\d{1,4})[x×](\d{1,4})", text)
    columns, rows = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (20 <= columns <= MOST and 5 <= rows <= MOST):
        raise UsageError(f"--size {text!r} is no size", hint=f"columns x rows, from 20x5 to {MOST}x{MOST}: {SIZE}")
    return columns, rows


def spread_keys(words: list[str]) -> list[str]:
    """`--press a b PATH` as `--press=a --press=b PATH`, so that keys and PATHs can stand in any order."""
    spread: list[str] = []
    pressing = awaited = False
    for index, word in enumerate(words):
        if word == "--":
            return [*spread, *(["--press"] if awaited else []), *words[index:]]
        if word == "--press":
            pressing = awaited = True
        elif pressing and not (len(word) > 1 and word.startswith("-")) and (awaited or _is_meant_as_key(word)):
            awaited = False
            spread.append(f"--press={word}")
        else:
            spread += ["--press"] if awaited else []
            pressing = awaited = False
            spread.append(word)
    return [*spread, *(["--press"] if awaited else [])]


def _is_meant_as_key(word: str) -> bool:
    """Whether a word behind the first key is one more: a key, or what is neither a key nor a path."""
    if is_key(word):
        return not (("_" in word or (len(word) > 1 and not word.islower())) and may_exist(word))
    return re.fullmatch(r"[a-z0-9_+]+", word) is not None and not may_exist(word)
