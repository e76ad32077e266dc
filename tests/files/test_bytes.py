"""A file that is held in memory: none that could fill it, and none that could be waited on for ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.files import inputs
from tui.files.inputs import bytes_of
from tui.files.load import load
from tui.files.positions import Spot
from tui.files.walk import Found, find

GOOD = '[source]\nid = "good"\n[[report]]\nevent = "e"\n'


def told(folder: Path) -> list[tuple[str, str]]:
    return [(Path(fault.file).name, fault.message) for fault in load([str(folder)]).problems]


def test_a_file_of_sixty_gigabytes_is_a_problem_and_the_rest_opens(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    with (tmp_path / "huge.toml").open("wb") as sparse:
        sparse.truncate(60 << 30)
    assert told(tmp_path) == [("huge.toml", "the file cannot be read: it is larger than 536,870,912 bytes; split it")]
    assert len(load([str(tmp_path)]).dossier.reports) == 1


def test_the_largest_that_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "LARGEST", 10)
    (tmp_path / "a").write_bytes(b"x" * 10)
    assert bytes_of(tmp_path / "a") == b"x" * 10
    (tmp_path / "a").write_bytes(b"x" * 11)
    with pytest.raises(OSError, match="larger"):
        bytes_of(tmp_path / "a")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_takes_the_place_of_a_file_after_it_was_found_is_not_waited_on(tmp_path: Path, make) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "swapped.toml").write_text(GOOD)
    found = Found()
    find(str(tmp_path), found)
    (tmp_path / "swapped.toml").unlink()
    make(tmp_path / "swapped.toml")
    path, _ = found.files[1]
    with pytest.raises(OSError, match=r"ordinary|directory"):
        bytes_of(path)


def test_the_lines_of_a_table_are_laid_out_once_however_many_of_its_keys_are_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million unknown keys took a step for each two of them."""
    made = []
    keys = Spot.keys

    def spy(spot: Spot) -> object:
        made.append(spot)
        return keys.fget(spot)

    monkeypatch.setattr(Spot, "keys", property(spy))
    (tmp_path / "a.toml").write_text(GOOD + "".join(f"k{number} = 1\n" for number in range(300)))
    problems = load([str(tmp_path)]).problems
    assert [(fault.code, fault.line) for fault in problems] == [("unknown-key", 5 + number) for number in range(300)]
    assert len(made) < 10
