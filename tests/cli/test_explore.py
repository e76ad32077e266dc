from __future__ import annotations

import types
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli import explore
from tui.core.filters import Filter
from tui.files.demo import demo_path
from tui.files.remembering import Shelf, place
from tui.index import kept
from tui.view.faults import fault_words


class FakeExplorer:
    """Stands in for the explorer: opens its dossier, remembers how it was called, ends with a code."""

    seen: list[tuple[str, dict[str, object]]]
    shelves: list[object]
    first: list[object]
    keys: list[object]
    files: list[object]
    desks: list[object]
    exports: list[str]
    code: int | None = None
    return_code: int | None = None
    last_words: tuple[str, ...] = ()

    def __init__(self, open_store: object, **options: object) -> None:
        store = open_store()  # type: ignore[operator]
        options.pop("listener")
        FakeExplorer.files.append(options.pop("files"))
        FakeExplorer.desks.append(options.pop("desk")())  # type: ignore[operator]
        FakeExplorer.exports.append(options.pop("exports")().stem)  # type: ignore[operator]
        FakeExplorer.first.append(options.pop("first_visit"))
        shelf = options.pop("shelf")
        FakeExplorer.shelves.append(shelf and shelf())  # type: ignore[operator]
        FakeExplorer.keys.append((options.pop("keymap"), options.pop("faults")))
        FakeExplorer.seen.append((store.summary().title, options))
        store.close()

    def run(self) -> int | None:
        return FakeExplorer.code


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> type[FakeExplorer]:
    FakeExplorer.seen, FakeExplorer.shelves, FakeExplorer.keys, FakeExplorer.code = [], [], [], None
    FakeExplorer.files, FakeExplorer.desks, FakeExplorer.exports, FakeExplorer.first = [], [], [], []
    tty = types.SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(explore, "sys", types.SimpleNamespace(stdin=tty, stdout=tty))
    monkeypatch.setattr("tui.app.Explorer", FakeExplorer)
    return FakeExplorer


def test_decisions_go_beside_the_files_under_the_name_of_the_analyst(
    run: Run, dossier: str, terminal: type[FakeExplorer]
) -> None:
    run(dossier)
    run(dossier, "--analyst", "Ana")
    where = [desk.analysis(lambda: None) for desk in terminal.desks]  # type: ignore[attr-defined]
    assert where == [f"{dossier}/analysis.toml", f"{dossier}/analysis-Ana.toml"]
    assert [desk.by for desk in terminal.desks] == ["", "Ana"]  # type: ignore[attr-defined]


def test_a_dossier_is_opened_with_what_was_asked_for(run: Run, dossier: str, terminal: type[FakeExplorer]) -> None:
    ran = run(dossier, "--actor", "NSA", "--since", "2016-06-28", "--ascii", "--theme", "light")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    keep = Filter(actors=("NSA",), since=1467061200)
    assert terminal.seen == [("Summer", {"ascii_only": True, "theme": "light", "keep": keep, "read_only": False})]


def test_with_no_path_the_folder_one_stands_in_is_opened_else_the_demo(
    run: Run, dossier: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: type[FakeExplorer]
) -> None:
    monkeypatch.chdir(dossier)
    assert run().code == 0
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert run().code == 0
    assert [title for title, _ in terminal.seen] == ["Summer", "Al-Bukamal offensive, June 2016"]


def test_the_exit_code_is_the_explorers(
    run: Run, dossier: str, terminal: type[FakeExplorer], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.code = 130
    assert run(dossier).code == 130
    terminal.code = None
    monkeypatch.setattr(terminal, "return_code", 1)
    monkeypatch.setattr(terminal, "last_words", ("stopped", "", "kept"))
    ran = run(dossier)
    assert (ran.code, ran.err) == (70, "rashomon: stopped\nrashomon: kept\n")


@pytest.mark.parametrize("words", [["--ascii", "nowhere"], ["--verdict", "conflct"], ["--since", "whenever"]])
def test_wrong_usage_opens_nothing(run: Run, terminal: type[FakeExplorer], words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, terminal.seen) == (2, "", [])


def test_the_checkout_holds_dossiers_and_is_none_so_the_demo_is_opened(
    run: Run, monkeypatch: pytest.MonkeyPatch, terminal: type[FakeExplorer]
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert run().code == 0
    assert [title for title, _ in terminal.seen] == ["Al-Bukamal offensive, June 2016"]
    assert run("check").code == 2


def test_the_demo_is_a_dossier() -> None:
    assert (demo_path() / "dossier.toml").is_file()


def test_each_dossier_has_a_memory_and_fresh_has_none(run: Run, dossier: str, terminal: type[FakeExplorer]) -> None:
    assert run(dossier).code == run(f"{dossier}/../summer").code == run(dossier, "--fresh").code == 0
    assert terminal.shelves == [Shelf(place([dossier])), Shelf(place([dossier])), None]
    assert terminal.first == [False, False, True]


def test_marks_of_the_explorer_are_known_to_every_command(run: Run, dossier: str) -> None:
    asked = ("timeline", dossier, "--filter", "is:marked")
    assert "Market" not in run(*asked).out
    Shelf(place([dossier])).write(lambda _: {"format": 1, "marks": ["market"]})
    ran = run(*asked)
    assert "Market reopens" in ran.out
    assert "Jayrud" not in ran.out


def test_the_settings_of_a_person_hold_and_their_faults_are_told(
    run: Run, dossier: str, home: Path, terminal: type[FakeExplorer]
) -> None:
    path = home / "config" / "rashomon" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        'theme = "light"\nascii = true\nthme = "dark"\n[keymap]\nmark = ["F5", "pagdown"]\nnext_mark = "F5"\nstrip = "PgDn"\n'
    )
    assert run(dossier).code == run(dossier, "--theme", "dark").code == 0
    assert [(options["theme"], options["ascii_only"]) for _, options in terminal.seen] == [
        ("light", True),
        ("dark", True),
    ]
    chosen, faults = terminal.keys[0]
    assert chosen.chosen == (("mark", ("f5",)), ("strip", ("pagedown",)))
    assert tuple(map(fault_words, faults)) == (
        f"{path}:3: there is no setting thme; did you mean theme?",
        f"{path}:5: keymap.mark: there is no key pagdown; did you mean pagedown?",
        f"{path}:6: keymap.next_mark: F5 was chosen for mark already",
        f"{path}:7: keymap.strip: PgDn is taken from page_down, which has no other key",
    )


def test_the_state_of_the_files_is_told_and_none_where_they_are_gone(
    run: Run, dossier: str, terminal: type[FakeExplorer]
) -> None:
    assert run(dossier).code == 0
    (state,) = terminal.files
    before = state()
    assert state() == before
    (Path(dossier) / "all.toml").write_text("[dossier]\n", encoding="utf-8")
    assert state() not in (before, None)
    (Path(dossier) / "all.toml").unlink()
    Path(dossier).rmdir()
    assert state() is None


def test_a_kept_index_is_opened_as_it_stands_and_the_files_are_looked_at_afterwards(
    run: Run, dossier: str, terminal: type[FakeExplorer], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kept, "SMALL", 0)
    monkeypatch.setattr(kept, "TINY", 0)
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    assert run(dossier).code == 0
    made_of = kept.state([dossier])
    (Path(dossier) / "all.toml").write_text('[dossier]\ntitle = "Changed"\n', encoding="utf-8")
    assert run(dossier).code == 0
    state = terminal.files[-1]
    assert [state(), state()] == [made_of, kept.state([dossier])]  # type: ignore[operator]
    assert [title for title, _ in terminal.seen] == [terminal.seen[0][0]] * 2
