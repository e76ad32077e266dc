from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli.screenshot import as_key, is_key, size_of, spread_keys
from tui.errors import UsageError
from tui.view.actions import ACTIONS, keys_of


@pytest.mark.parametrize(
    ("words", "spread"),
    [
        (["x", "--press", "j", "enter", "-o", "f"], ["x", "--press=j", "--press=enter", "-o", "f"]),
        (["--press", "j", "]", "data/x", "-o", "f"], ["--press=j", "--press=]", "data/x", "-o", "f"]),
        (["--press", "ctrl+d", "--press", "k", "x.toml"], ["--press=ctrl+d", "--press=k", "x.toml"]),
        (["--press", "-", "--ascii", "x"], ["--press=-", "--ascii", "x"]),
        (["x", "--", "--press", "j"], ["x", "--", "--press", "j"]),
        (["x", "--press", "zzzz"], ["x", "--press=zzzz"]),
        (["--press", "j", "zzzz", "x.toml"], ["--press=j", "--press=zzzz", "x.toml"]),
        (["x", "--press", "-o", "f"], ["x", "--press", "-o", "f"]),
        (["x", "--press", "--", "y"], ["x", "--press", "--", "y"]),
        (["x", "--press"], ["x", "--press"]),
    ],
)
def test_keys_end_at_the_next_option_or_path(words: list[str], spread: list[str]) -> None:
    assert spread_keys(words) == spread


@pytest.mark.parametrize(
    ("word", "key"),
    [("j", True), ("enter", True), ("ctrl+d", True), ("shift+tab", True), ("right_square_bracket", True), ("é", True),
     ("data/x", False), ("story", False), ("ctrl+nothing", False)],
)  # fmt: skip
def test_what_a_key_is(word: str, key: bool) -> None:
    assert is_key(word) is key


@pytest.mark.parametrize(
    ("word", "key"),
    [("Enter", "enter"), ("PgDn", "pagedown"), ("PGUP", "pageup"), ("Esc", "escape"), ("↓", "down"), ("F8", "f8"),
     ("Shift+Tab", "shift+tab"), ("Ctrl+D", "ctrl+d"), ("Backspace", "backspace"), ("Home", "home"), ("escape", "escape"),
     ("D", "D"), ("]", "]"), ("?", "?"), ("Right_Square_Bracket", "right_square_bracket")],
)  # fmt: skip
def test_keys_as_people_write_them(word: str, key: str) -> None:
    assert (as_key(word), is_key(word)) == (key, True)


def test_every_key_of_the_table_can_be_pressed() -> None:
    written = [
        (key, name) for action in ACTIONS for key, name in zip(action.keys, keys_of(action).split(), strict=True)
    ]
    assert [(key, name) for key, name in written if as_key(name) not in (key, name)] == []


def test_sizes() -> None:
    assert size_of("120x36") == (120, 36)
    for wrong in ("120", "0x0", "9999x10", "axb", "120x36x2"):
        with pytest.raises(UsageError):
            size_of(wrong)


def test_a_picture_is_written(run: Run, dossier: str, tmp_path: Path) -> None:
    target = tmp_path / "picture.svg"
    ran = run("screenshot", "--press", "j", dossier, "-o", str(target), "--size", "100x30")
    assert (ran.code, ran.out) == (0, "")
    drawn = target.read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "Summer" in drawn


@pytest.mark.parametrize(
    "words", [[], ["-o", "no/such/folder.svg"], ["-o", "x.svg", "--size", "big"], ["-o", "x.svg", "--press=notakey"]]
)
def test_wrong_usage_writes_nothing(
    run: Run, dossier: str, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("screenshot", dossier, *words)
    assert (ran.code, ran.out, list(tmp_path.glob("*.svg"))) == (2, "", [])


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("zzzz", "such as j, enter, ctrl+d, right_square_bracket or ]"),
        ("entre", "did you mean enter?"),
        ("ctrl+entr", "did you mean ctrl+enter?"),
    ],
)
def test_a_key_that_does_not_exist(run: Run, dossier: str, key: str, hint: str) -> None:
    ran = run("screenshot", dossier, "-o", "x.svg", "--press", key)
    assert (ran.code, ran.out, ran.err) == (2, "", f"rashomon: there is no key {key}\n          {hint}\n")


def test_a_folder_one_may_not_look_into(run: Run, dossier: str, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    with as_nobody(tmp_path):
        picture = run("screenshot", dossier, "-o", str(closed / "z.svg"))
        opened = run(str(closed / "dossier"))
        drawn = run("diff", str(closed / "dossier"))
    assert (picture.code, picture.err) == (2, f"rashomon: cannot write {closed}/z.svg: permission denied\n")
    assert (opened.code, "needs a terminal" in opened.err) == (2, True)
    assert (drawn.code, drawn.err) == (2, f"rashomon: cannot open {closed}/dossier: permission denied\n")


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """As a user whom permissions concern, where the tests run as root."""
    was = os.geteuid()
    if was == 0:
        for above in (folder, *folder.parents):
            if above.owner() == "root" and "pytest" in above.name:
                above.chmod(0o755)
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)
