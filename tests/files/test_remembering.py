"""The memory on disk: what is damaged is put aside, what another program wrote meanwhile is asked for."""

from __future__ import annotations

import json

import pytest

from tui.files import remembering
from tui.files.remembering import Shelf, begun, is_first_visit, place


@pytest.fixture
def path(home):
    return place([str(home / "A Dossier")])


def test_a_dossier_has_a_file_of_its_own_that_people_can_read(home):
    here, there = place(["data/x"]), place(["elsewhere/x"])
    assert here.parent == home / "state" / "rashomon"
    assert here.name.startswith("x-")
    assert here != there
    assert place(["data/../data/x"]) == here


def test_what_is_written_is_read(path):
    assert Shelf(path).read() == {}
    assert Shelf(path).write(lambda _: {"format": 1, "marks": ["a"]}) == ""
    assert Shelf(path).read() == {"format": 1, "marks": ["a"]}


def test_a_first_visit_is_over_once_somebody_was_told_how_to_begin(path):
    Shelf(path).write(lambda _: {"format": 1})
    assert is_first_visit()
    begun()
    assert not is_first_visit()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": 2}', b"[" * 100_000])
def test_what_is_damaged_is_put_aside(path, damage):
    path.parent.mkdir(parents=True)
    path.write_bytes(damage)
    shelf = Shelf(path)
    assert shelf.read() == {}
    assert path.with_suffix(".damaged").read_bytes() == damage
    assert shelf.write(lambda _: {"format": 1}) == ""
    assert json.loads(path.read_text()) == {"format": 1}


def test_what_another_wrote_meanwhile_is_asked_for(path):
    mine, other = Shelf(path), Shelf(path)
    assert (mine.read(), other.read()) == ({}, {})
    other.write(lambda _: {"format": 1, "marks": ["theirs"]})
    mine.write(lambda theirs: {"format": 1, "marks": ["mine", *(theirs or {}).get("marks", [])]})
    assert json.loads(path.read_text())["marks"] == ["mine", "theirs"]


def test_where_nothing_can_be_written_the_reason_is_told(path, monkeypatch):
    path.parent.parent.mkdir(parents=True)
    path.parent.write_text("no folder")
    assert "rashomon" in Shelf(path).write(lambda _: {"format": 1})


def test_a_folder_that_cannot_be_entered_is_a_first_visit(monkeypatch, home):
    monkeypatch.setattr(remembering, "state_folder", lambda: home / "nowhere")
    assert is_first_visit()
