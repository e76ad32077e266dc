"""A decision that needs `id` lines first: whichever write fails, what stands on the disk is in the history."""

from __future__ import annotations

import datetime
import errno

from tests.faulty_system import Failing, ShortWrites, quick_folder
from tui.files.accepting import write_link
from tui.files.changes import Made, undo
from tui.files.decisions import link
from tui.files.history import History
from tui.files.load import load
from tui.files.outcomes import SaveFailed
from tui.screens.desk import Desk

AT = datetime.datetime(2016, 7, 10, tzinfo=datetime.UTC)
EVIDENCE = """\
[[source]]
id = "dw"

[[report]]
source = "dw"
event = "bakery"
what = "Five died."

[[report]]
source = "dw"
event = "bakery"
what = "Six died."
"""
NAMED = """\
[[source]]
id = "dw"

[[report]]
id = "dw/bakery"
source = "dw"
event = "bakery"
what = "Five died."

[[report]]
id = "dw/bakery-2"
source = "dw"
event = "bakery"
what = "Six died."
"""
BOTH = ("dw/bakery", "dw/bakery-2")


def opened(folder):
    (folder / "all.toml").write_text(EVIDENCE, encoding="utf-8")
    (folder / "analysis.toml").write_text("# mine\n", encoding="utf-8")
    return load([str(folder)]).dossier


def texts(folder):
    return [(folder / name).read_text(encoding="utf-8") for name in ("all.toml", "analysis.toml")]


def linked(folder, dossier, history, system=None):
    edit = link(reports=BOTH, same=True, at=AT)
    return write_link(str(folder / "analysis.toml"), dossier, edit, history, system=system)


def test_an_analysis_file_that_may_only_be_read_leaves_id_lines_that_an_undo_takes_back(tmp_path):
    dossier = opened(tmp_path)
    (tmp_path / "analysis.toml").chmod(0o444)
    desk = Desk(kept=tmp_path / ".kept")
    failed = desk.recorded(lambda history, system: linked(tmp_path, dossier, history, system))
    assert isinstance(failed, SaveFailed)
    assert failed.code == "read-only-file"
    assert "; 2 id lines, in " in failed.hint
    assert failed.hint.endswith("all.toml stays: U takes it back")
    assert texts(tmp_path) == [NAMED, "# mine\n"]
    taken = desk.undo()
    assert [change.what for change in (taken.change, *taken.along)] == [
        "id line of report dw/bakery-2",
        "id line of report dw/bakery",
    ]
    assert desk.undo() is None
    assert texts(tmp_path) == [EVIDENCE, "# mine\n"]


def test_a_decision_that_failed_is_made_on_the_id_lines_that_are_there(tmp_path):
    dossier = opened(tmp_path)
    (tmp_path / "analysis.toml").chmod(0o444)
    failed = linked(tmp_path, dossier, History())
    (tmp_path / "analysis.toml").chmod(0o644)
    made = linked(tmp_path, dossier, failed.history)
    assert isinstance(made.outcome, Made)
    assert made.history == made.outcome.history
    assert [change.what.split()[0] for change in made.history.past] == ["id", "id", "link"]
    assert texts(tmp_path)[0] == NAMED


def test_whichever_call_finds_the_disk_full_the_history_leads_back_to_the_first_bytes():
    with quick_folder() as folder:
        counting = ShortWrites(1 << 20)
        linked(folder, opened(folder), History(), counting)
    stopped_after, unconfirmed = set(), 0
    for at in range(len(counting.names)):
        with quick_folder() as folder:
            dossier = opened(folder)
            before = texts(folder)
            decided = linked(folder, dossier, History(), Failing(at, errno.ENOSPC, piece=1 << 20))
            history = decided.history
            unconfirmed += isinstance(decided.outcome, Made) and decided.outcome.doubt is not None
            stopped_after.add(len(history.past))
            while history.to_undo is not None:
                taken = undo(history)
                assert isinstance(taken, Made), (at, counting.names[at])
                history = taken.history
            assert texts(folder) == before, (at, counting.names[at])
    assert unconfirmed >= 3, "of two id lines and the decision, each"
    assert stopped_after == {0, 1, 2, 3}, (
        "failures before, between and after the id lines; closing may fail and nothing stops"
    )
