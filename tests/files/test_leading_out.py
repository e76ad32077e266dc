"""A dossier from a stranger names no file elsewhere: what leads out of its folder is told, and neither read nor written to."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tui.files.accepting import write_link
from tui.files.decisions import link
from tui.files.history import History
from tui.files.load import is_dossier, load
from tui.files.targets import Refused
from tui.index import kept

INSIDE = '[source]\nid = "in"\n[[report]]\nevent = "e"\n'
OUTSIDE = '[source]\nid = "out"\n[[report]]\nevent = "e"\n'
AT = datetime.datetime(2016, 7, 10, tzinfo=datetime.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier with a file, beside a folder that is none of its business."""
    (tmp_path / "dossier" / "sub").mkdir(parents=True)
    (tmp_path / "dossier" / "in.toml").write_text(INSIDE)
    (tmp_path / "dossier-2").mkdir()
    (tmp_path / "dossier-2" / "out.toml").write_text(OUTSIDE)
    return tmp_path / "dossier"


def told(folder: Path) -> list[tuple[str, str]]:
    return [
        (str(Path(fault.file).relative_to(folder)), fault.code)
        for fault in load([str(folder)]).problems
        if fault.severity == "problem"
    ]


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("a.toml", "../dossier-2/out.toml"),
        ("a.toml", "{above}/dossier-2/out.toml"),
        ("a.toml", "sub/../../dossier-2/out.toml"),
        ("sub/a.toml", "../../dossier-2/out.toml"),
        ("a.toml", "../dossier-2/none.toml"),
        ("a.toml", "/dev/zero"),
        ("a", "../dossier-2"),
        ("a", ".."),
        ("a", "{above}"),
        ("sub/a", "/"),
        ("analysis.toml", "../dossier-2/out.toml"),
    ],
)
def test_a_link_out_is_a_problem_and_the_rest_opens(folder: Path, link: str, target: str) -> None:
    (folder / link).symlink_to(target.format(above=folder.parent))
    loaded = load([str(folder)])
    assert told(folder) == [(link, "leads-out")]
    assert [source.id for source in loaded.dossier.sources] == ["in"]
    assert [Path(stamp.path).name for stamp in kept.stamps([str(folder)])] == ["in.toml"]


@pytest.mark.parametrize(
    ("link", "target"), [("pictures.jpg", "../dossier-2/out.toml"), (".hidden.toml", "../dossier-2/out.toml")]
)
def test_a_link_that_is_nobodys_business_is_passed_by(folder: Path, link: str, target: str) -> None:
    (folder / link).symlink_to(target)
    assert told(folder) == []


def test_links_within_are_followed_and_so_is_the_path_itself(folder: Path) -> None:
    (folder / ".store").mkdir()
    (folder / ".store" / "x.toml").write_text(OUTSIDE)
    (folder / "x.toml").symlink_to(".store/x.toml")
    (folder / "sub" / "same").symlink_to(folder / ".store")
    (folder.parent / "door").symlink_to("dossier")
    (folder.parent / "file.toml").symlink_to("dossier-2/out.toml")
    for path in (folder, folder.parent / "door", folder.parent / "door" / "sub" / ".."):
        loaded = load([str(path)])
        assert loaded.problems == ()
        assert sorted(source.id for source in loaded.dossier.sources) == ["in", "out"]
    assert [source.id for source in load([str(folder.parent / "file.toml")]).dossier.sources] == ["out"]


def test_a_chain_that_ends_outside_leads_out_and_one_that_comes_back_does_not(folder: Path) -> None:
    (folder.parent / "hop").symlink_to("dossier-2/out.toml")
    (folder.parent / "back.toml").symlink_to("dossier/.y.toml")
    (folder / ".y.toml").write_text(OUTSIDE)
    (folder / "a.toml").symlink_to("../hop")
    (folder / "b.toml").symlink_to("../back.toml")
    assert told(folder) == [("a.toml", "leads-out")]
    assert [source.id for source in load([str(folder)]).dossier.sources] == ["out", "in"]


def test_a_folder_with_nothing_of_its_own_is_no_dossier(folder: Path) -> None:
    (folder / "in.toml").unlink()
    (folder / "a.toml").symlink_to("../dossier-2/out.toml")
    assert not is_dossier(str(folder))


def test_what_stands_beside_a_file_is_held_to_it_too(folder: Path) -> None:
    (folder / "analysis.toml").symlink_to("../dossier-2/out.toml")
    loaded = load([str(folder / "in.toml")])
    assert [(Path(fault.file).name, fault.code) for fault in loaded.problems] == [("analysis.toml", "leads-out")]
    assert [source.id for source in loaded.dossier.sources] == ["in"]


def test_no_decision_is_written_through_a_link_out(folder: Path) -> None:
    victim, analysis = folder.parent / "victim.toml", folder / "analysis.toml"
    victim.write_text("# mine\n")
    analysis.symlink_to(victim)
    dossier = load([str(folder)]).dossier
    made = write_link(str(analysis), dossier, link(reports=("in/e", "in/f"), same=True, at=AT), History())
    assert isinstance(made.outcome, Refused)
    assert made.outcome.reason.startswith(f"{analysis}: this is a link that leads out of the dossier's folder")
    assert victim.read_text() == "# mine\n"


@pytest.mark.parametrize(
    "file", ["../../dossier-2/t.csv", "{above}/dossier-2/t.csv", "/dev/zero", "a\\u0000b", "link.csv"]
)
def test_a_table_elsewhere_is_not_even_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    (folder.parent / "dossier-2" / "t.csv").write_text("Day\n")
    (folder / "link.csv").symlink_to("../dossier-2/t.csv")
    (folder / "t.csv").write_text("Day\n")
    mounts = "".join(f'[[dataset]]\nfile = "{name}"\n' for name in (file.format(above=folder.parent), "t.csv"))
    (folder / "sub" / "m.toml").write_text(
        mounts.replace('"t.csv"', '"../t.csv"').replace('"link', '"../link'), encoding="utf-8"
    )
    asked: list[Path] = []
    stat = Path.stat

    def spy(path: Path, **options: bool) -> object:
        asked.append(path)
        return stat(path, **options)

    monkeypatch.setattr(Path, "stat", spy)
    state = kept.state([str(folder)])
    monkeypatch.undo()
    assert state is not None
    assert [Path(stamp.path).name for stamp in state] == ["in.toml", "m.toml", "t.csv"]
    assert [path for path in asked if not path.resolve().is_relative_to(folder) and not path.is_symlink()] == []
