"""PATHs on disk: what is read, in which order, what cannot be, and twenty broken files at once."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui.errors import CannotOpen
from tui.files.load import is_dossier, load, look

SOURCE = '[source]\nid = "{}"\n[[report]]\nevent = "e"\n'


def write(folder: Path, **files: str) -> str:
    """Files by name, "__" for a slash; the folder as a PATH."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return str(folder)


def told(loaded, folder):
    return [(fault.file.removeprefix(f"{folder}/"), fault.line, fault.code) for fault in loaded.problems]


def test_a_folder_is_read_in_order_without_what_is_hidden(tmp_path):
    path = write(
        tmp_path, b=SOURCE.format("b"), a__z=SOURCE.format("z"), a__c=SOURCE.format("c"), a=SOURCE.format("a"),
        pyproject="x = = 1", sub__pyproject="= 1",
    )  # fmt: skip
    (tmp_path / ".hidden.toml").write_text("= 1")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.toml").write_text("= 1")
    (tmp_path / "notes.txt").write_text("= 1")
    loaded = load([path])
    assert loaded.problems == ()
    assert loaded.files == 4
    assert [Path(read).relative_to(tmp_path).as_posix() for read in loaded.paths] == [
        "a/c.toml",
        "a/z.toml",
        "a.toml",
        "b.toml",
    ]
    assert [source.id for source in loaded.dossier.sources] == ["c", "z", "a", "b"]
    assert loaded.size == sum((tmp_path / read).stat().st_size for read in loaded.paths)


def test_several_paths_are_one_dossier_and_no_file_counts_twice(tmp_path):
    write(tmp_path, a=SOURCE.format("a"), sub__b=SOURCE.format("b"))
    (tmp_path / "again.toml").symlink_to("a.toml")
    loaded = load([str(tmp_path / "sub"), str(tmp_path / "a.toml"), str(tmp_path)])
    assert loaded.problems == ()
    assert loaded.files == 2
    assert [source.id for source in loaded.dossier.sources] == ["b", "a"]


def test_paths_are_shown_as_one_would_type_them(tmp_path, monkeypatch):
    write(tmp_path, a="= 1", sub__b="= 1")
    monkeypatch.chdir(tmp_path)
    assert [fault.file for fault in load(["."]).problems] == ["a.toml", "sub/b.toml"]
    assert [fault.file for fault in load(["./sub/../sub"]).problems] == ["sub/../sub/b.toml"]


@pytest.mark.parametrize("path", ["gone", "empty", "pipe", "a.toml/x", "x\x00y", ""])
def test_a_path_that_cannot_be_opened(tmp_path, monkeypatch, path):
    write(tmp_path, a=SOURCE.format("a"))
    (tmp_path / "empty" / "inner").mkdir(parents=True)
    (tmp_path / "empty" / "pyproject.toml").write_text("")
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotOpen):
        load(["a.toml", path])


def test_a_folder_of_nothing_that_can_be_read(tmp_path):
    os.mkfifo(tmp_path / "a.toml")
    with pytest.raises(CannotOpen, match=r"holds no \.toml file that can be opened"):
        load([str(tmp_path)])


def test_why_nothing_in_a_folder_can_be_read(tmp_path):
    os.mkfifo(tmp_path / "a.toml")
    with pytest.raises(CannotOpen) as caught:
        load([str(tmp_path)])
    assert caught.value.hint == f"{tmp_path}/a.toml: this is no ordinary file, and is not opened"


@pytest.mark.parametrize(
    ("text", "why", "codes"),
    [
        (
            "# Title\n\nSome prose.\n",
            "line 3: the file is no TOML: a key without an equals sign: Some prose.",
            ["bad-toml"],
        ),
        ("[tool]\nx = 1\n", "it has no table such as [source] or [[report]]", ["no-format-table", "no-reports"]),
        ("", "it has no table such as [source] or [[report]]", ["no-format-table", "no-reports"]),
        (
            "\ufeffx = \xff",
            "line 1: the file is no TOML: this is no value; texts stand in quotes: x = \xff",
            ["bad-toml"],
        ),
    ],
)
def test_a_single_file_that_is_no_dossier_is_looked_at_and_not_opened(tmp_path, monkeypatch, text, why, codes):
    monkeypatch.chdir(tmp_path)
    Path("x.md").write_text(text, encoding="utf-8")
    with pytest.raises(CannotOpen) as caught:
        load(["x.md"])
    assert (caught.value.message, caught.value.hint) == (
        f"x.md holds no dossier: {why}",
        "`rashomon check x.md` tells more",
    )
    assert [fault.code for fault in look("x.md").problems] == codes
    Path("folder").mkdir()
    Path("folder/x.toml").write_text(text, encoding="utf-8")
    assert [fault.code for fault in load(["folder"]).problems] == codes


def test_the_collector_is_left_as_it_was(tmp_path):
    path = write(tmp_path, a=SOURCE.format("a"))
    load([path])
    assert gc.isenabled()
    gc.disable()
    try:
        load([path])
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_links_between_folders(tmp_path):
    write(tmp_path, a__x=SOURCE.format("x"))
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "self.toml").symlink_to("self.toml")
    (tmp_path / "gone.toml").symlink_to("nowhere")
    (tmp_path / "gone").symlink_to("nowhere")
    loaded = load([str(tmp_path)])
    assert told(loaded, tmp_path) == [
        ("a/up", None, "symlink-loop"), ("gone.toml", None, "unreadable"), ("self.toml", None, "symlink-loop"),
    ]  # fmt: skip
    assert [report.id for report in loaded.dossier.reports] == ["x/e"]


@contextmanager
def without_privilege():
    """As a user whom permissions concern, where the tests run as root."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def test_what_one_may_not_read(tmp_path, monkeypatch):
    write(tmp_path, a=SOURCE.format("a"), b="", sub__c="", names__d="")
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    for name, mode in (("b.toml", 0), ("sub", 0), ("names", 0o444)):
        (tmp_path / name).chmod(mode)
    try:
        with without_privilege():
            loaded = load(["."])
            with pytest.raises(CannotOpen, match="permission denied"):
                load(["sub"])
            for opened in (lambda: load(["b.toml"]), lambda: look("b.toml")):
                with pytest.raises(CannotOpen) as caught:
                    opened()
                assert (caught.value.message, caught.value.hint) == ("cannot open b.toml: permission denied", "")
            assert not is_dossier("names")
            assert is_dossier(".")
    finally:
        for name in ("sub", "names"):
            (tmp_path / name).chmod(0o700)
    assert told(loaded, ".") == [
        ("b.toml", None, "unreadable"),
        ("names/d.toml", None, "unreadable"),
        ("sub", None, "unreadable"),
    ]
    assert loaded.files == 3


BROKEN = {
    "01_bad_toml": ("[dossier]\ntitle = = 3\n", [(2, "bad-toml")]),
    "02_not_utf8": (b'[source]\nid = "\xe9t\xe9"\n', [(2, "not-utf8")]),
    "03_unknown_table": ('[[event]]\nid = "e"\n[[witness]]\nid = "w"\n', [(3, "unknown-table")]),
    "04_near_table": ('[[reports]]\nevent = "e"\n', [(1, "near-table")]),
    "05_no_table": ("[tool.other]\nx = 1\n", [(None, "no-format-table")]),
    "06_unknown_key": ('[source]\nid = "s06"\n[[report]]\nevent = "e"\nfigurs = { killed = 3 }\n', [(5, "unknown-key")]),
    "07_wrong_type": ('[source]\nid = "s07"\n[[report]]\nevent = "e"\nwhere = 3\n', [(5, "wrong-type")]),
    "08_bad_value": ('[source]\nid = "s08"\ngrade = "Z"\n[[place]]\nid = "p"\nlat = 99\nlon = 3\n', [
        (3, "bad-value"), (6, "bad-value"), (7, "missing-key")]),
    "09_missing_key": ("[[actor]]\nname = 'nobody'\n[[report]]\nevent = 'e'\n", [(1, "missing-key"), (3, "missing-key")]),
    "10_bad_id": ('[source]\nid = "S 10"\n[[report]]\nevent = "e"\n', [(2, "bad-id")]),
    "11_double_id": ('[[source]]\nid = "s07"\n', [(2, "double-id")]),
    "12_no_such_source": ('[[report]]\nsource = "s99"\nevent = "e"\n', [(2, "no-such-source")]),
    "13_no_such_event": ('[[ruling]]\nevent = "ee"\nfield = "when"\naccepted = "none"\n', [(2, "no-such-event")]),
    "14_no_such_report": ('[[link]]\nreports = ["s06/e", "s99/e"]\nsame = true\n', [(2, "no-such-report")]),
    "15_no_such_place": ('[[place]]\nid = "q"\nwithin = "nowhere"\n', [(3, "no-such-place")]),
    "16_no_such_actor": ('[[actor]]\nid = "a"\npart_of = "nobody"\n', [(3, "no-such-actor")]),
    "17_ambiguous_id": (
        '[source]\nid = "s17"\n[[report]]\nevent = "e"\n[[report]]\nevent = "e"\n[[annotation]]\ntarget = "s17/e"\n',
        [(8, "ambiguous-id")]),
    "18_event_without_reports": ('[[event]]\nid = "nothing"\n', [(2, "event-without-reports")]),
    "19_cycle": ('[[actor]]\nid = "x"\npart_of = "y"\n[[actor]]\nid = "y"\npart_of = "x"\n', [(6, "cycle")]),
    "20_not_understood": (
        '[source]\nid = "s20"\nsiglum = "S17"\n[[report]]\nevent = "e"\nwhen = "Tuesday"\nfigures = { killed = "rather a lot" }\n',
        [(6, "not-understood"), (7, "not-understood")]),
    "21_double_siglum": ('[[source]]\nid = "s21"\nsiglum = "S17"\n', [(3, "double-siglum")]),
    "22_no_such_target": ('[[annotation]]\ntarget = "zzz"\n', [(2, "no-such-target")]),
    "24_sub/dossier": ('[dossier]\ntitle = "B"\n', [(1, "second-dossier")]),
}  # fmt: skip
"""Every kind of fault: file, its text, and (line, code) of what is told about it."""


def write_broken(folder: Path) -> None:
    """The broken folder, with a good file before it and the faults that are no texts."""
    (folder / "00_good.toml").write_text('[dossier]\ntitle = "A"\n[source]\nid = "good"\n[[report]]\nevent = "e"\n')
    for name, (text, _) in BROKEN.items():
        path = folder / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    os.mkfifo(folder / "23_pipe.toml")
    (folder / "25_loop.toml").symlink_to("25_loop.toml")
    (folder / "26_up").symlink_to(folder)


def test_twenty_broken_files_tell_everything_in_one_run_and_open_the_rest(tmp_path):
    write_broken(tmp_path)
    loaded = load([str(tmp_path)])
    expected = [(f"{name}.toml", line, code) for name, (_, faults) in BROKEN.items() for line, code in faults]
    expected.insert(-1, ("23_pipe.toml", None, "unreadable"))
    expected += [("25_loop.toml", None, "symlink-loop"), ("26_up", None, "symlink-loop")]
    assert told(loaded, tmp_path) == expected
    assert loaded.files == len(BROKEN) + 3
    assert [report.id for report in loaded.dossier.reports] == [
        "good/e", "s06/e", "s07/e", "S 10/e", "s17/e", "s17/e-2", "s20/e",
    ]  # fmt: skip
    assert loaded.dossier.settings.title == "A"


def test_every_problem_names_its_key_and_what_was_expected(tmp_path):
    write_broken(tmp_path)
    of_files = {"bad-toml", "not-utf8", "unreadable", "symlink-loop", "no-format-table"}
    for fault in load([str(tmp_path)]).problems:
        if fault.code not in of_files:
            assert fault.key is not None, fault
            assert fault.key in fault.message or fault.code == "missing-key", fault
            assert fault.found is not None or fault.code == "missing-key", fault
        assert "\n" not in fault.message


def test_a_first_look_finds_a_dossier(tmp_path):
    assert not is_dossier(str(tmp_path))
    write(tmp_path, a="= 1", sub__b="x = 1", pyproject='[source]\nid = "x"')
    assert not is_dossier(str(tmp_path))
    write(tmp_path, sub__deep__c="[[event]]\n")
    assert is_dossier(str(tmp_path))
    assert not is_dossier(str(tmp_path / "gone"))


def test_a_folder_of_dossiers_is_no_dossier(tmp_path):
    write(tmp_path, one__main='[dossier]\ntitle = "One"', one__deep__dw='[source]\nid = "dw"', two__main="[dossier]")
    assert not is_dossier(str(tmp_path))
    assert is_dossier(str(tmp_path / "one"))
    assert is_dossier(str(tmp_path / "one" / "deep"))
    write(tmp_path, three__dw='[source]\nid = "dw"')
    assert is_dossier(str(tmp_path))
