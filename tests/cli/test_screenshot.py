from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli.screenshot import is_key, size_of, spread_keys
from tui.errors import UsageError


@pytest.mark.parametrize(
    ("words", "spread"),
    [
        (["x", "--press", "j", "enter", "-o", "f"], ["x", "--press=j", "--press=enter", "-o", "f"]),
        (["--press", "j", "]", "data/x", "-o", "f"], ["--press=j", "--press=]", "data/x", "-o", "f"]),
        (["--press", "ctrl+d", "--press", "k", "x.toml"], ["--press=ctrl+d", "--press=k", "x.toml"]),
        (["--press", "-", "--ascii", "x"], ["--press=-", "--ascii", "x"]),
        (["x", "--", "--press", "j"], ["x", "--", "--press", "j"]),
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
