"""A save gives the old or the new file whole, whatever fails, and never writes over what somebody else wrote."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faulty_system import Failing, Meddling, ShortWrites, quick_folder
from tui.files.outcomes import Changed, Saved, SaveFailed
from tui.files.save import leftover_name, read, remove_leftovers, rescue, save
from tui.files.system import System

OLD, NEW = "one = 1\n", "one = 1\ntwo = 2  # Ġ\n" * 3


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "dossier" / "analysis.toml"
    path.parent.mkdir()
    path.write_bytes(OLD.encode())
    return path


@pytest.fixture
def quick():
    with quick_folder() as folder:
        yield folder


def test_what_was_read_is_replaced(file):
    assert read(str(file)) == OLD
    assert save(str(file), base=OLD, yours=NEW) == Saved(path=str(file), text=NEW)
    assert file.read_bytes() == NEW.encode()
    assert names(file.parent) == ["analysis.toml"]


def test_a_file_is_made_and_removed(file):
    made = str(file.with_name("analysis-me.toml"))
    assert read(made) is None
    assert save(made, base=None, yours="") == Saved(path=made, text="")
    assert stat.S_IMODE(Path(made).stat().st_mode) == 0o666 & ~_umask()
    assert save(made, base="", yours=None) == Saved(path=made, text=None)
    assert names(file.parent) == ["analysis.toml"]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize("theirs", ["three = 3\n", "", None])
def test_what_changed_meanwhile_is_not_written_over(file, theirs):
    if theirs is None:
        file.unlink()
    else:
        file.write_text(theirs)
    assert save(str(file), base=OLD, yours=NEW) == Changed(path=str(file), base=OLD, now=theirs, yours=NEW)
    assert read(str(file)) == theirs
    assert names(file.parent) == ([] if theirs is None else ["analysis.toml"])


def test_what_changed_meanwhile_is_not_removed(file):
    file.write_text("theirs")
    assert save(str(file), base=OLD, yours=None) == Changed(path=str(file), base=OLD, now="theirs", yours=None)
    assert file.read_text() == "theirs"


def test_the_disk_has_the_text_before_the_name_and_the_name_before_it_is_said(file):
    system = ShortWrites(1 << 20)
    save(str(file), base=OLD, yours=NEW, system=system)
    steps = [name for name in system.names if name in ("write", "chmod", "fsync", "replace", "fsync folder")]
    assert steps == ["write", "chmod", "fsync", "replace", "fsync folder"]
    made = ShortWrites(1 << 20)
    save(str(file.with_name("new.toml")), base=None, yours=NEW, system=made)
    steps = [name for name in made.names if name in ("write", "fsync", "link", "unlink", "fsync folder")]
    assert steps[:3] == ["write", "fsync", "link"]
    assert "fsync folder" in steps[3:]


def test_a_hidden_file_that_is_cleared_away_before_it_is_locked_is_made_again(file):
    hidden = file.with_name(leftover_name(file.name))
    held = []

    def clear_away():
        held.append(hidden.open())
        fcntl.flock(held[0], fcntl.LOCK_EX)
        hidden.unlink()

    assert isinstance(save(str(file), base=OLD, yours=NEW, system=Meddling("lock", clear_away)), Saved)
    held[0].close()
    assert (file.read_text(), names(file.parent)) == (NEW, ["analysis.toml"])


def test_a_file_that_sprang_up_meanwhile_is_not_written_over(file):
    assert save(str(file), base=None, yours=NEW) == Changed(path=str(file), base=None, now=OLD, yours=NEW)


@pytest.mark.parametrize("base", [OLD, None])
@pytest.mark.parametrize("call", ["create", "write", "fsync", "replace", "link"])
def test_what_changes_while_it_is_being_written_is_not_written_over(file, base, call):
    """Up to the last look at the file; a new file is not written over even behind it."""
    if base is None:
        file.unlink()
    theirs = "theirs = 1\n"

    def meddle():
        other = file.with_name("editor.tmp")
        other.write_text(theirs)
        other.replace(file)

    system = Meddling(call, meddle)
    outcome = save(str(file), base=base, yours=NEW, system=system)
    assert ("link" in system.names) == (base is None and call in ("replace", "link"))
    if call not in system.names:
        assert isinstance(outcome, Saved)
    elif call == "replace":
        assert isinstance(outcome, Saved), "the gap the docstring tells of"
    else:
        assert outcome == Changed(path=str(file), base=base, now=theirs, yours=NEW)
        assert file.read_text() == theirs
    assert names(file.parent) == ["analysis.toml"]


def test_saving_what_is_there_already_is_no_conflict(file):
    file.write_text(NEW)
    assert save(str(file), base=OLD, yours=NEW) == Saved(path=str(file), text=NEW)


def test_what_the_disk_did_not_confirm_is_confirmed_by_the_next_try(file):
    class Unsure(ShortWrites):
        def call(self, name, function, *arguments, **options):
            if name == "fsync folder":
                raise OSError(errno.EIO, "no")
            return super().call(name, function, *arguments, **options)

    first = save(str(file), base=OLD, yours=NEW, system=Unsure())
    again = save(str(file), base=OLD, yours=NEW, system=Unsure())
    assert first.in_place
    assert again == first
    assert (first.code, file.read_text()) == ("disk-error", NEW)
    system = ShortWrites()
    assert isinstance(save(str(file), base=OLD, yours=NEW, system=system), Saved)
    assert {"fsync", "fsync folder"} <= set(system.names)


def test_links_are_followed_and_stay(file, tmp_path):
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.symlink_to("second.toml")
    second.symlink_to("dossier/analysis.toml")
    assert save(str(first), base=OLD, yours=NEW) == Saved(path=str(first), text=NEW)
    assert first.readlink().name == "second.toml"
    assert second.is_symlink()
    assert file.read_bytes() == NEW.encode()
    assert names(tmp_path) == ["dossier", "first.toml", "second.toml"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_it_there(file, tmp_path):
    link = tmp_path / "link.toml"
    link.symlink_to("dossier/new.toml")
    assert isinstance(save(str(link), base=None, yours=NEW), Saved)
    assert link.is_symlink()
    assert (file.parent / "new.toml").read_bytes() == NEW.encode()


def test_a_link_that_leads_nowhere_is_told(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    outcome = save(str(tmp_path / "a"), base=None, yours=NEW)
    assert isinstance(outcome, SaveFailed)
    assert outcome.yours == NEW
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o777, 0o6755])
def test_permissions_stay(file, mode):
    file.chmod(mode)
    assert isinstance(save(str(file), base=OLD, yours=NEW), Saved)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give files away")
def test_the_owner_stays(file):
    os.chown(file, 12345, 23456)
    file.chmod(0o4750)
    assert isinstance(save(str(file), base=OLD, yours=NEW), Saved)
    status = file.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12345, 23456, 0o4750)


def test_a_file_that_cannot_be_given_back_to_its_group_opens_to_nobody_more(file):
    class NotOurs(ShortWrites):
        def dress(self, number, path, like):
            super().dress(number, path, os.stat_result([*like[:5], like.st_gid + 1, *like[6:]]))

        def call(self, name, function, *arguments, **options):
            if name == "chown":
                raise PermissionError(errno.EPERM, "no")
            return super().call(name, function, *arguments, **options)

    file.chmod(0o664)
    assert isinstance(save(str(file), base=OLD, yours=NEW, system=NotOurs()), Saved)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_attributes_stay(file):
    try:
        os.setxattr(file, "user.origin", b"mail")
    except OSError:
        pytest.skip("no attributes on this disk")
    assert isinstance(save(str(file), base=OLD, yours=NEW), Saved)
    assert os.getxattr(file, "user.origin") == b"mail"


def test_a_file_nobody_may_write_stays(file):
    file.chmod(0o444)
    assert save(str(file), base=OLD, yours=NEW) == SaveFailed(
        path=str(file), code="read-only-file", message="the file may only be read",
        hint="change its permissions and save again", yours=NEW,
    )  # fmt: skip
    assert file.read_text() == OLD
    assert names(file.parent) == ["analysis.toml"]


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


@pytest.mark.skipif(os.getuid() != 0, reason="a user has no file that is another's")
@pytest.mark.parametrize(("folder_mode", "file_mode", "code"), [
    (0o755, 0o666, "read-only-folder"), (0o777, 0o644, "read-only-file"), (0o1777, 0o666, "read-only-folder"),
])  # fmt: skip
def test_what_one_may_not_write(quick, folder_mode, file_mode, code):
    """Also in a folder like /tmp, where everybody may make files and nobody may replace another's."""
    quick.chmod(0o755)
    folder = quick / "dossier"
    folder.mkdir()
    file = folder / "analysis.toml"
    file.write_text(OLD)
    file.chmod(file_mode)
    folder.chmod(folder_mode)
    with without_privilege():
        outcome = save(str(file), base=OLD, yours=NEW)
    assert isinstance(outcome, SaveFailed)
    assert (outcome.code, outcome.yours, file.read_text(), names(folder)) == (code, NEW, OLD, ["analysis.toml"])


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read(file):
    file.parent.chmod(0o555)
    outcome = save(str(file), base=OLD, yours=NEW)
    file.parent.chmod(0o755)
    assert isinstance(outcome, SaveFailed)
    assert outcome.code == "read-only-folder"


@pytest.mark.parametrize(("error", "code"), [
    (errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full"), (errno.EIO, "disk-error"), (errno.EROFS, "read-only-disk"),
    (errno.EACCES, "read-only-folder"), (errno.ENOENT, "folder-gone"), (errno.EBUSY, "cannot-write"),
])  # fmt: skip
def test_why_it_failed_is_said_and_the_edit_kept(file, error, code):
    outcome = save(str(file), base=OLD, yours=NEW, system=Failing(2, error))
    assert isinstance(outcome, SaveFailed)
    assert (outcome.code, outcome.yours, outcome.in_place) == (code, NEW, False)
    assert outcome.problem.message == f"{outcome.message}; {outcome.hint}"
    assert outcome.problem.file == str(file)


def test_a_folder_that_went_away(tmp_path):
    outcome = save(str(tmp_path / "gone" / "a.toml"), base=OLD, yours=NEW)
    assert isinstance(outcome, SaveFailed)
    assert outcome.code == "folder-gone"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_neither_read_nor_replaced(tmp_path, make):
    path = str(tmp_path / "a.toml")
    make(path)
    for outcome in (read(path), save(path, base=OLD, yours=NEW)):
        assert isinstance(outcome, SaveFailed)
        assert outcome.code == "not-a-file"
    assert names(tmp_path) == ["a.toml"]


def test_what_is_no_text_is_neither_read_nor_written(file):
    file.write_bytes(b"\xff")
    assert read(str(file)).code == "not-utf8"
    assert save(str(file), base=OLD, yours=NEW).code == "not-utf8"
    assert save(str(file), base=OLD, yours="\ud800").code == "not-text"
    assert read("a\0b").code == "not-a-file"
    assert file.read_bytes() == b"\xff"


def test_a_long_name_is_written_through_a_short_one(tmp_path):
    path = tmp_path / ("a" * 250 + ".toml")
    assert len(leftover_name(path.name)) < 100
    assert isinstance(save(str(path), base=None, yours=NEW), Saved)
    assert names(tmp_path) == [path.name]


SCENES = {
    "replaced": (OLD, NEW, False), "made": (None, NEW, False), "removed": (OLD, None, False),
    "beside a leftover": (OLD, NEW, True),
}  # fmt: skip


def prepare(folder, base, leftover):
    path = folder / "analysis.toml"
    if base is not None:
        path.write_text(base)
    if leftover:
        (folder / leftover_name(path.name)).write_text("half of som")
    return path


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("scene", SCENES)
def test_any_call_may_fail(quick, scene, error, after):
    base, yours, leftover = SCENES[scene]
    counting = ShortWrites()
    (quick / "counted").mkdir()
    save(str(prepare(quick / "counted", base, leftover)), base=base, yours=yours, system=counting)
    assert len(counting.names) > 10
    for at in range(len(counting.names)):
        folder = quick / str(at)
        folder.mkdir()
        path = prepare(folder, base, leftover)
        outcome = save(str(path), base=base, yours=yours, system=Failing(at, error, after=after))
        now = read(str(path))
        assert now in (base, yours)
        if isinstance(outcome, Saved) or outcome.in_place:
            assert now == yours
        else:
            assert isinstance(outcome, SaveFailed)
            assert outcome.yours == yours
            assert now == base
        assert save(str(path), base=now, yours=yours) == Saved(path=str(path), text=yours)
        remove_leftovers(str(folder))
        assert names(folder) == ([] if yours is None else ["analysis.toml"])


def test_leftovers_of_the_dead_go_and_those_of_the_living_stay(tmp_path):
    dead, alive = tmp_path / leftover_name("a.toml"), tmp_path / leftover_name("b.toml")
    dead.write_text("half")
    alive.write_text("half")
    (tmp_path / f"no-dot{leftover_name('c')[2:]}").write_text("a file of the user")
    (tmp_path / leftover_name("d.toml")).mkdir()
    with alive.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert remove_leftovers(str(tmp_path)) == (dead.name,)
        assert alive.exists()
    assert remove_leftovers(str(tmp_path)) == (alive.name,)
    assert remove_leftovers(str(tmp_path / "nowhere")) == ()


def test_a_writer_that_lives_is_waited_for_and_then_told(file):
    waits: list[float] = []

    class Patient(System):
        def wait(self, seconds):
            waits.append(seconds)

    hidden = file.with_name(leftover_name(file.name))
    hidden.touch()
    with hidden.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        outcome = save(str(file), base=OLD, yours=NEW, system=Patient())
    assert isinstance(outcome, SaveFailed)
    assert (outcome.code, file.read_text(), hidden.exists()) == ("busy", OLD, True)
    assert 1 < sum(waits) < 10
    assert isinstance(save(str(file), base=OLD, yours=NEW), Saved)


def test_a_trap_under_the_hidden_name_is_not_written_through(file, tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    file.with_name(leftover_name(file.name)).symlink_to(victim)
    assert save(str(file), base=OLD, yours=NEW).code == "busy"
    assert (victim.read_text(), file.read_text()) == ("mine", OLD)


@pytest.mark.parametrize("call", ["lock", "link"])
@pytest.mark.parametrize("base", [OLD, None])
def test_a_disk_without_locks_or_second_names_will_do(file, base, call):
    class Poor(ShortWrites):
        def call(self, name, function, *arguments, **options):
            if name == call:
                raise OSError(errno.EOPNOTSUPP, "not supported")
            return super().call(name, function, *arguments, **options)

    if base is None:
        file.unlink()
    assert isinstance(save(str(file), base=base, yours=NEW, system=Poor()), Saved)
    assert (file.read_text(), names(file.parent)) == (NEW, ["analysis.toml"])


def test_what_was_not_saved_is_rescued(file, tmp_path):
    lost = save(str(file), base=OLD, yours=NEW, system=Failing(2, errno.ENOSPC))
    state = tmp_path / "state"
    state.mkdir()
    kept = rescue(lost, str(state))
    assert isinstance(kept, Saved)
    assert (read(kept.path), names(state)) == (NEW, [Path(kept.path).name])
    assert not kept.path.endswith(".toml")
    assert rescue(lost, str(state)) == kept
    assert rescue(lost, str(tmp_path / "nowhere")).code == "folder-gone"
