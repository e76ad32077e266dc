"""The starter dossier teaches, loads without a fault and shows one discrepancy."""

from __future__ import annotations

import pytest

from tests.builders import dossier
from tui.core.verdicts.events import judge
from tui.errors import CannotOpen, UsageError
from tui.files.format import DOSSIER, REPORT, SOURCE
from tui.files.load import load
from tui.files.starter import starter, write_starter


def test_it_loads_without_a_word():
    built, problems = dossier(**{name.removesuffix(".toml"): text for name, text in starter().items()})
    assert problems == ()
    assert (len(built.sources), len(built.events), len(built.reports)) == (3, 1, 3)


def test_it_has_exactly_one_discrepancy():
    built, _ = dossier(**{name.removesuffix(".toml"): text for name, text in starter().items()})
    judged = judge(built)
    (event,) = [judged_event.verdict for judged_event in judged.events]
    assert [field.field for field in event.fields if field.flagged] == ["claims.cause"]
    assert [finding for finding in (*event.findings, *judged.findings) if finding.flagged] == []


def test_it_shows_the_keys_most_needed():
    text = "\n".join(starter().values())
    for table, keys in (
        (DOSSIER, {"title", "timezone"}),
        (SOURCE, {"id", "name", "kind", "published", "credits", "grade"}),
        (
            REPORT,
            {
                "event",
                "when",
                "where",
                "who",
                "what",
                "figures",
                "claims",
                "said_by",
                "quote",
                "locator",
                "as_of",
                "note",
            },
        ),
    ):
        assert f"[{table.name}]" in text
        assert keys <= {key.name for key in table.keys}
        assert [key for key in keys if f"\n{key} " not in text and f"\n# {key} " not in text] == []


def test_it_is_written_into_new_and_empty_folders(tmp_path):
    for folder in (tmp_path / "a" / "b", tmp_path / "empty"):
        if folder.name == "empty":
            folder.mkdir()
        write_starter(str(folder))
        assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == starter()
        assert load([str(folder)]).problems == ()


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "file").write_text("mine")
    for taken in (tmp_path, tmp_path / "file"):
        with pytest.raises(UsageError):
            write_starter(str(taken))
    with pytest.raises(CannotOpen):
        write_starter(str(tmp_path / "file" / "below"))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("file", "mine")]
