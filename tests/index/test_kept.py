"""The index on disk: used while it tells of the files as they are, made anew else, and never the truth."""

from __future__ import annotations

import gc
import os
import time
from dataclasses import replace

import pytest

from tui.core.filters import EVERYTHING
from tui.errors import Cancelled
from tui.files.load import load
from tui.index import kept
from tui.index.opening import open_dossier, store
from tui.index.schema import INDICES

FIRST = '[source]\nid = "a"\n[[report]]\nevent = "e"\nfigures = { killed = 5 }\n'
SECOND = '[source]\nid = "b"\n[[report]]\nevent = "e"\nfigures = { killed = 9 }\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "SMALL", 0)
    monkeypatch.setattr(kept, "TINY", 0)
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (dossier / "a.toml").write_text(FIRST)
    (dossier / "b.toml").write_text(SECOND)
    return dossier


def told(folder):
    store = open_dossier([str(folder)])
    answer = (store.summary(), store.page(EVERYTHING, 0, 9), store.flags(EVERYTHING), store.problems(), store.sources())
    store.close()
    return answer


def index_of(folder):
    return kept.place([str(folder)])


def test_the_second_time_nothing_is_read(folder, monkeypatch):
    first = told(folder)
    assert [p.name for p in index_of(folder).parent.iterdir()] == [index_of(folder).name]
    monkeypatch.setattr("tui.files.load.load", lambda _: pytest.fail("the files were read again"))
    assert told(folder) == first


def test_what_is_kept_answers_as_what_is_in_memory(folder, monkeypatch):
    on_disk = told(folder)
    monkeypatch.setattr(kept, "TINY", 10**9)
    assert told(folder) == on_disk


@pytest.mark.parametrize("change", ["edited", "added", "removed", "moved"])
def test_a_change_makes_it_anew(folder, change):
    before = told(folder)[0]
    match change:
        case "edited":
            (folder / "b.toml").write_text(SECOND.replace("9", "5"))
        case "added":
            (folder / "c.toml").write_text(SECOND.replace('"b"', '"c"'))
        case "removed":
            (folder / "b.toml").unlink()
        case "moved":
            (folder / "b.toml").rename(folder / "0.toml")
    after = told(folder)[0]
    assert (before.contested, before.reports) == (1, 2)
    expected = {"edited": (0, 2), "added": (1, 3), "removed": (0, 1), "moved": (1, 2)}
    assert (after.contested, after.reports) == expected[change]


def test_new_times_on_the_same_bytes_change_nothing(folder, monkeypatch):
    first = told(folder)
    os.utime(folder / "a.toml", (1, 1))
    monkeypatch.setattr("tui.files.load.load", lambda _: pytest.fail("the files were read again"))
    assert told(folder) == first


def test_files_are_named_as_the_path_is_typed(folder, monkeypatch):
    def first(path):
        store = open_dossier([path])
        (row,), inputs = store.page(EVERYTHING, 0, 1), store.inputs()
        store.close()
        return row.reports[0].position.file, [each.path for each in inputs]

    monkeypatch.chdir(folder.parent)
    assert first("dossier") == ("dossier/a.toml", ["a.toml", "b.toml"])
    monkeypatch.chdir(folder)
    assert first(".") == ("a.toml", ["a.toml", "b.toml"])


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_index_is_made_anew(folder, damage):
    first = told(folder)
    index_of(folder).write_bytes(damage)
    assert told(folder) == first
    assert index_of(folder).stat().st_size > 10_000


def test_half_an_index_is_made_anew(folder):
    first = told(folder)
    whole = index_of(folder).read_bytes()
    index_of(folder).write_bytes(whole[: len(whole) // 2])
    assert told(folder) == first


def test_deleting_it_loses_nothing(folder):
    first = told(folder)
    index_of(folder).unlink()
    assert told(folder) == first


def test_a_folder_that_cannot_be_written_to_is_done_without(folder, tmp_path, monkeypatch):
    first = told(folder)
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path / "file" / "below")
    assert told(folder) == first


def test_an_index_that_is_open_stays_whole_while_another_takes_its_place(folder):
    reader = open_dossier([str(folder)])
    (folder / "b.toml").write_text(SECOND.replace("9", "5"))
    writer = open_dossier([str(folder)])
    assert (reader.summary().contested, len(reader.flags(EVERYTHING))) == (1, 1)
    assert (writer.summary().contested, len(writer.flags(EVERYTHING))) == (0, 0)


def test_drafts_of_the_killed_are_removed(folder):
    told(folder)
    draft = index_of(folder).parent / "left.draft"
    draft.write_text("")
    os.utime(draft, (1, 1))
    (folder / "c.toml").write_text("")
    told(folder)
    assert not draft.exists()


def test_progress_is_told_and_a_cancel_leaves_nothing(folder):
    steps = []
    open_dossier([str(folder)], watch=steps.append).close()
    phases = list(dict.fromkeys(step.phase for step in steps))
    assert phases == ["reading", "judging", "indexing"]
    for phase, total in (("reading", len(FIRST) + len(SECOND)), ("judging", 1), ("indexing", len(INDICES) + 6)):
        told_of = [(step.done, step.total) for step in steps if step.phase == phase]
        assert told_of == sorted(told_of)
        assert (told_of[0], told_of[-1]) == ((0, total), (total, total))
    index_of(folder).unlink()

    def stop(step):
        if step.phase == "indexing":
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        open_dossier([str(folder)], watch=stop)
    assert list(index_of(folder).parent.iterdir()) == []
    assert told(folder)[0].reports == 2


def test_a_table_that_the_dossier_mounts_is_looked_at_too(folder, monkeypatch):
    (folder / "c.toml").write_text(
        '[[dataset]]\nfile = "t.csv"\n[dataset.columns]\nevent = "e"\n"figures.killed" = "k"\n'
    )
    (folder / "t.csv").write_text("e,k\ne,7\n")
    first = told(folder)
    assert first[0].reports == 3
    with monkeypatch.context() as patched:
        patched.setattr("tui.files.load.load", lambda *_, **__: pytest.fail("the files were read again"))
        assert told(folder) == first
    monkeypatch.setattr(kept, "SMALL", 10**6)
    seen = kept.state([str(folder)])
    monkeypatch.setattr(kept, "SMALL", 0)
    (folder / "t.csv").write_text("e,k\ne,7\ne,8\n")
    assert told(folder)[0].reports == 4
    monkeypatch.setattr(kept, "SMALL", 10**6)
    assert kept.state([str(folder)]) != seen


@pytest.mark.parametrize("clock", [1, 2_000_000_000])
@pytest.mark.parametrize("mounted", [False, True])
def test_a_file_that_changes_while_it_is_read_is_not_kept_as_read(folder, monkeypatch, clock, mounted):
    """`clock`: nanoseconds between two times of the file system; of 2 s, both writes fall into one tick, or nearly always."""
    changed, before, after = folder / "b.toml", SECOND, SECOND.replace("9", "5")
    if mounted:
        changed.write_text('[[dataset]]\nfile = "t.csv"\n[dataset.columns]\nevent = "e"\n"figures.killed" = "k"\n')
        changed, before, after = folder / "t.csv", "e,k\ne,9\n", "e,k\ne,5\n"
    changed.write_text(before)
    stamp = kept._stamp

    def coarse(path, *real):
        found = stamp(path)
        return replace(found, changed=found.changed // clock * clock)

    def load_then_change(paths, **options):
        loaded = load(paths, **options)
        changed.write_text(after)
        return loaded

    monkeypatch.setattr(kept, "_stamp", coarse)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("tui.files.load.load", load_then_change)
        assert told(folder)[0].contested == 1
    assert told(folder)[0].contested == 0


def test_files_written_just_now_are_waited_for_and_kept(folder):
    (folder / "b.toml").write_text(SECOND)
    told(folder)
    assert index_of(folder).is_file()


@pytest.mark.parametrize("cancelled", [False, True])
@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_rests_while_judging_and_is_as_before_afterwards(folder, was_on, cancelled):
    seen = []

    def watch(*_):
        seen.append(gc.isenabled())
        if cancelled:
            raise Cancelled("cancelled")

    dossier = load([str(folder)]).dossier
    (gc.enable if was_on else gc.disable)()
    try:
        if cancelled:
            with pytest.raises(Cancelled):
                store(dossier, watch=watch)
        else:
            store(dossier, watch=watch).close()
        assert (set(seen), gc.isenabled()) == ({False}, was_on)
    finally:
        gc.enable()


def test_unchecked_an_index_is_taken_as_it_stands_and_tells_what_it_was_made_of(folder):
    made_of = kept.state([str(folder)])
    assert kept.remembered([str(folder)]) is None
    before = told(folder)[0]
    (folder / "b.toml").write_text(SECOND.replace("9", "5"))
    opened = open_dossier([str(folder)], unchecked=True)
    assert (opened.summary(), kept.remembered([str(folder)])) == (before, made_of)
    assert kept.state([str(folder)]) != made_of
    opened.close()
    assert open_dossier([str(folder)]).summary().contested == 0


def test_unchecked_what_has_no_index_is_read(folder):
    assert open_dossier([str(folder)], unchecked=True).summary().reports == 2


def test_a_tiny_dossier_is_read_anew_each_time(folder, monkeypatch):
    monkeypatch.setattr(kept, "TINY", 20_000)
    told(folder)
    assert not index_of(folder).exists()


@pytest.mark.parametrize(("small", "reports"), [(0, 2), (10**9, 3)])
def test_of_a_small_dossier_nothing_is_shown_that_is_no_longer_so(folder, monkeypatch, small, reports):
    """A large one is shown as its index tells it, and its files are looked at afterwards."""
    told(folder)
    monkeypatch.setattr(kept, "SMALL", small)
    (folder / "c.toml").write_text(SECOND.replace('"b"', '"c"'))
    store = open_dossier([str(folder)], unchecked=True)
    assert store.summary().reports == reports
    store.close()


def test_what_an_index_was_made_of_is_told_only_of_a_large_dossier(folder, monkeypatch):
    told(folder)
    assert kept.remembered([str(folder)]) == kept.state([str(folder)])
    monkeypatch.setattr(kept, "SMALL", 10**9)
    assert kept.remembered([str(folder)]) is None


def test_of_many_indexes_those_opened_last_stay(folder, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 2)
    cache = index_of(folder).parent
    cache.mkdir()
    for name, day in (("old", 1), ("new", 3), ("middle", 2)):
        (cache / f"{name}.sqlite").touch()
        os.utime(cache / f"{name}.sqlite", (time.time() - 86400 * (9 - day),) * 2)
    large = cache / "large.sqlite"
    with large.open("wb") as file:
        file.truncate(kept.LARGE)
    os.utime(large, (time.time() - 86400 * 9,) * 2)
    told(folder)
    assert {path.name for path in cache.iterdir()} == {"new.sqlite", "large.sqlite", index_of(folder).name}


@pytest.mark.parametrize(
    ("name", "text", "other"),
    [
        ("core/a.py", "2", True),
        ("index/b/c.py", "22", True),
        ("view/d.py", "3", False),
        ("core/__pycache__/e", "", False),
    ],
)
def test_another_program_makes_another_index(tmp_path, monkeypatch, name, text, other):
    for made in ("core/a.py", "index/b/c.py", "view/d.py", "core/__pycache__/e"):
        (tmp_path / made).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / made).write_text("1")
        os.utime(tmp_path / made, (0, 0))
    monkeypatch.setattr(kept, "__file__", str(tmp_path / "index" / "kept.py"))
    kept._program.cache_clear()
    before = kept.place(["x"])
    assert kept.place(["x"]) == before
    (tmp_path / name).write_text(text)
    kept._program.cache_clear()
    assert (kept.place(["x"]) != before) is other
    monkeypatch.undo()
    kept._program.cache_clear()


def test_without_a_filter_days_are_counted_once_and_for_all(folder, monkeypatch):
    reports = "".join(f'[[report]]\nevent = "e{n}"\nwhen = "2016-06-{1 + n * n % 28:02}"\n' for n in range(20))
    (folder / "c.toml").write_text(f'[source]\nid = "c"\n{reports}')
    asked = (lambda store: store.density(EVERYTHING), lambda store: store.busiest(EVERYTHING))
    told(folder)
    store = open_dossier([str(folder)])
    counted = store._densities._counted(EVERYTHING), store._densities._busiest(EVERYTHING)
    store.close()
    assert len(counted[0]) > 5
    assert counted[1] == max(counted[0], key=lambda bar: (bar.events, bar.start)).position
    monkeypatch.setattr("tui.index.densities.together", lambda *_: pytest.fail("days were counted again"))
    store = open_dossier([str(folder)])
    assert tuple(ask(store) for ask in asked) == counted
    store.close()
