"""Which files a dossier was read from, named the same wherever it stands."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tui.core.answers import InputFile
from tui.files.last_good import LastGood
from tui.files.load import load

ONE = b'[source]\nid = "a"\n[[report]]\nevent = "e"\n'
TWO = b'[source]\nid = "b"\n[[report]]\nevent = "e"\n'
TABLE = b"Day,Dead\n2016-06-28,5\n"
MOUNT = b'[[dataset]]\nfile = "../t/t.csv"\nsource = "c"\n[dataset.columns]\nwhen = "Day"\n"figures.killed" = "Dead"\n'


def given(path: str, data: bytes) -> InputFile:
    return InputFile(path=path, sha256=sha256(data).hexdigest())


def write(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def test_files_then_the_tables_they_mount_in_reading_order(tmp_path) -> None:
    write(tmp_path, b_toml=TWO, a__z_toml=MOUNT, a__m_toml=MOUNT, t__t_csv=TABLE, empty_toml=b"")
    assert load([str(tmp_path)]).inputs == (
        given("a/m.toml", MOUNT), given("a/z.toml", MOUNT), given("b.toml", TWO), given("empty.toml", b""), given("t/t.csv", TABLE),
    )  # fmt: skip


def test_what_could_not_be_read_is_none_of_them(tmp_path) -> None:
    write(tmp_path, a_toml=ONE, m__m_toml=MOUNT)
    (tmp_path / "b.toml").mkdir()
    (tmp_path / "c.toml").symlink_to("nowhere")
    assert load([str(tmp_path)]).inputs == (given("a.toml", ONE), given("m/m.toml", MOUNT))


def test_several_paths_are_told_apart_by_their_own_names(tmp_path, monkeypatch) -> None:
    write(tmp_path, x__d__a_toml=ONE, y__d__a_toml=TWO, z__b_toml=b"")
    monkeypatch.chdir(tmp_path / "x" / "d")
    paths = ["../../y/d", ".", str(tmp_path / "z" / "b.toml"), str(tmp_path / "y" / "d" / "a.toml")]
    assert load(paths[:2]).inputs == (given("d/a.toml", TWO), given("d (2)/a.toml", ONE))
    assert load([".", *paths[3:]]).inputs == (given("d/a.toml", ONE), given("d (2)/a.toml", TWO))
    assert load(["../d/a.toml"]).inputs == (given("a.toml", ONE),)


def test_a_file_that_stands_in_for_a_broken_one_is_told_by_the_bytes_that_were_taken(tmp_path) -> None:
    good = LastGood()
    write(tmp_path, a_toml=ONE)
    load([str(tmp_path)], good=good)
    write(tmp_path, a_toml=b"[[")
    assert load([str(tmp_path)], good=good).inputs == (given("a.toml", ONE),)
