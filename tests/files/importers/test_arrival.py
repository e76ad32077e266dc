"""Bringing a file in: what is new, what changed, what a hand changed, and what must never be half written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.files.importers.ged_rows import row, table
from tui.errors import RashomonError
from tui.files.importers import shelves
from tui.files.importers.arrival import Arrival, bring
from tui.files.importers.ucdp import Ged
from tui.files.load import load


def ged(tmp_path: Path, *rows: dict[str, str], update: bool = False, dry_run: bool = False) -> Arrival:
    """Import these rows into tmp_path/out."""
    (tmp_path / "ged.csv").write_text(table(*rows), encoding="utf-8")
    return bring(Ged, str(tmp_path / "ged.csv"), tmp_path / "out", update=update, dry_run=dry_run)


def state(folder: Path) -> dict[str, str]:
    """Every file, hidden or not."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def edit(tmp_path: Path, old: str, new: str) -> None:
    """A hand changes the file of reports."""
    file = tmp_path / "out" / "ucdp-reports.toml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_dossier_has_no_problem(tmp_path: Path) -> None:
    arrival = ged(tmp_path, row(), row(id="8", where_prec="2"), row(id="9", type_of_violence="3", side_b="Civilians"))
    assert (arrival.added, arrival.files) == (3, {"ucdp-reports.toml": 3})
    assert sorted(state(tmp_path / "out")) == [
        ".rashomon-import/ucdp.jsonl", "dossier.toml", "ucdp-actors.toml", "ucdp-places.toml", "ucdp-reports.toml", "ucdp.toml",
    ]  # fmt: skip
    opened = load([str(tmp_path / "out")])
    assert opened.problems == ()
    assert [report.id for report in opened.dossier.reports] == ["ucdp/7", "ucdp/8", "ucdp/9"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ged.csv", "out"]


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    ged(tmp_path, row(), row(id="8"))
    before = state(tmp_path / "out")
    arrival = ged(tmp_path, row(id="8"), row(), row(), update=True)
    assert (arrival.added, arrival.unchanged, arrival.changed, arrival.account.again) == (0, 2, [], 1)
    after = state(tmp_path / "out")
    assert {name: text for name, text in after.items() if name[0] != "."} == {
        name: text for name, text in before.items() if name[0] != "."
    }


def test_a_second_import_must_say_that_it_is_one(tmp_path: Path) -> None:
    ged(tmp_path, row())
    with pytest.raises(RashomonError, match="has an import of ucdp already"):
        ged(tmp_path, row())


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    assert ged(tmp_path, row(), dry_run=True).files == {"ucdp-reports.toml": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["ged.csv"]
    ged(tmp_path, row())
    before = state(tmp_path / "out")
    assert ged(tmp_path, row(best="3", high="3"), dry_run=True).changed == ["ucdp-reports.toml"]
    assert state(tmp_path / "out") == before


def test_what_changed_is_changed_and_hand_edits_stay(tmp_path: Path) -> None:
    ged(tmp_path, row(), row(id="8"))
    edit(
        tmp_path,
        'id = "ucdp/7"\nsource = "ucdp"',
        'id = "ucdp/7"        # checked by hand\nsource = "ucdp"\nnote = "mine"',
    )
    edit(tmp_path, 'event = "ucdp-7"\nwhen = 2016-06-29\n', 'event = "ucdp-7"\nwhen = 2016-06-28\n')
    edit(tmp_path, 'id = "ucdp/8"\nsource = "ucdp"\nevent = "ucdp-8"\nwhen = 2016-06-29\nwhere = "Albu Kamal town"',
         'id = "ucdp/8"\nsource = "ucdp"\nevent = "ucdp-8"\nwhen = 2016-06-29\nwhere = "Sukariya"')  # fmt: skip
    before = state(tmp_path / "out")["ucdp-reports.toml"]
    arrival = ged(
        tmp_path, row(best="5", high="5", date_end="2016-06-30"), row(id="8"), row(id="9", side_b="SDF"), update=True
    )
    assert (arrival.added, arrival.merged.updated) == (1, 1)
    assert arrival.merged.conflicts == [
        'report ucdp/7 when: yours 2016-06-28 stays, imported 2016-06-29, now "2016-06-29/2016-06-30"'
    ]
    assert arrival.merged.kept == ['report ucdp/8 where: yours "Sukariya", imported "Albu Kamal town"']
    after = state(tmp_path / "out")["ucdp-reports.toml"]
    figures = "figures = { killed = 2, killed_government_of_syria = 2 }"
    new = figures.replace("killed = 2", "killed = [2, 5], killed_best = 5")
    assert after.startswith(before.replace(figures, new, 1).rstrip("\n"))
    assert after.count("[[report]]") == 3
    assert load([str(tmp_path / "out")]).problems == ()
    again = ged(
        tmp_path, row(best="5", high="5", date_end="2016-06-30"), row(id="8"), row(id="9", side_b="SDF"), update=True
    )
    assert (again.changed, again.merged.conflicts, len(again.merged.kept)) == ([], [], 2)


def test_an_edit_inside_a_table_of_figures_keeps_its_key_only(tmp_path: Path) -> None:
    ged(tmp_path, row())
    edit(tmp_path, "{ killed = 2,", "{ killed = 3, wounded = 1,")
    arrival = ged(tmp_path, row(deaths_a="1", deaths_unknown="1"), update=True)
    assert (
        "figures = { killed = 3, wounded = 1, killed_government_of_syria = [1, 2] }"
        in state(tmp_path / "out")["ucdp-reports.toml"]
    )
    assert arrival.merged.kept == ["report ucdp/7 figures.killed: yours 3, imported 2"]


def test_reports_gone_upstream_are_told_and_stay(tmp_path: Path) -> None:
    ged(tmp_path, row(), row(id="8"))
    arrival = ged(tmp_path, row(), update=True)
    assert (arrival.removed, arrival.changed) == (["ucdp/8"], [])
    assert [report.id for report in load([str(tmp_path / "out")]).dossier.reports] == ["ucdp/7", "ucdp/8"]


def test_reports_removed_by_hand_do_not_come_back(tmp_path: Path) -> None:
    ged(tmp_path, row(), row(id="8"))
    file = tmp_path / "out" / "ucdp-reports.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index('[[event]]\nid = "ucdp-8"')], encoding="utf-8")
    arrival = ged(tmp_path, row(), row(id="8", best="9", high="9"), update=True)
    assert (arrival.deleted, arrival.added, arrival.changed) == (["ucdp/8"], 0, [])


def test_an_import_beside_other_things_leaves_them_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    mine = '[[source]]\nid = "ucdp"\nname = "Mine"\n\n[[report]]\nid = "ucdp/7"\nsource = "ucdp"\nevent = "airdrop"\n'
    (tmp_path / "out" / "mine.toml").write_text(mine, encoding="utf-8")
    arrival = ged(tmp_path, row(), row(id="8"))
    assert (arrival.yours, arrival.added) == (["ucdp/7"], 1)
    assert (tmp_path / "out" / "mine.toml").read_text(encoding="utf-8") == mine
    opened = load([str(tmp_path / "out")])
    assert ([report.id for report in opened.dossier.reports], opened.problems) == (["ucdp/7", "ucdp/8"], ())


def test_many_reports_are_split_by_country_year_and_quarter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "MOST_REPORTS", 2)
    days = ("2016-01-01", "2016-01-02", "2016-08-01", "2017-01-01")
    rows = [row(id=str(number), date_start=day, date_end=day) for number, day in enumerate(days)]
    arrival = ged(tmp_path, *rows, row(id="99", country="Iraq"))
    assert arrival.files == {
        "ucdp-iraq.toml": 1, "ucdp-syria-2016-q1.toml": 2, "ucdp-syria-2016-q3.toml": 1, "ucdp-syria-2017.toml": 1,
    }  # fmt: skip
    later = ged(
        tmp_path, *rows, row(id="99", country="Iraq"), row(id="100", date_start="2016-09-01", date_end=""), update=True
    )
    assert (later.files, later.changed) == ({}, ["ucdp-syria-2016-q3.toml"])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        ("id,café\n".encode("latin-1"), "is not UTF-8 in line 1"),
        ("id\n".encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"\x00\x01\x02", "is no text"),
        (b"a,b\n1,2\n", "is not ucdp-ged: it has no column id, side_a"),
        (b"x" * (1 << 21), "has no end within 1 MB"),
        (table(row()).encode().replace(b"Clashes", b'"Clashes') + b"x\n" * 70_000, "is no table from line"),
        (table().encode() + b"1,2,3\n", "no row of 1 could be read; nothing was imported"),
        (table(row(date_start="soon")).encode(), "no row of 1 could be read; nothing was imported"),
        (table(row()).encode() + b"\n" * 100_001, "has more than 100,000 empty lines"),
        (b"\x1f\x8b\x08\x00not gzip", "cannot read"),
        (b"PK\x03\x04not zip", "cannot read"),
    ],
)
def test_a_bad_file_is_one_message_and_leaves_nothing(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "ged.csv").write_bytes(content)
    with pytest.raises(RashomonError) as caught:
        bring(Ged, str(tmp_path / "ged.csv"), tmp_path / "out")
    assert message in caught.value.message
    assert [path.name for path in tmp_path.iterdir()] == ["ged.csv"]


def test_a_file_that_unpacks_without_end_is_not_read_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip  # noqa: PLC0415

    from tui.files.importers import streams  # noqa: PLC0415

    monkeypatch.setattr(streams, "ALWAYS_READ", 1 << 16)
    (tmp_path / "ged.csv").write_bytes(gzip.compress(table(row()).encode() + b"x\n" * (1 << 20)))
    with pytest.raises(RashomonError, match="unpacks to more than 200 times its size"):
        bring(Ged, str(tmp_path / "ged.csv"), tmp_path / "out")


def test_a_file_of_another_format_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("event_id_cnty,event_date,fatalities\nSYR1,2016-01-01,3\n", encoding="utf-8")
    with pytest.raises(RashomonError) as caught:
        bring(Ged, str(tmp_path / "a.csv"), tmp_path / "out")
    assert caught.value.hint == "it looks like acled: rashomon import acled …"


def test_a_dossier_that_cannot_be_read_is_not_touched(tmp_path: Path) -> None:
    ged(tmp_path, row())
    (tmp_path / "out" / "broken.toml").write_text("= 1", encoding="utf-8")
    before = state(tmp_path / "out")
    with pytest.raises(RashomonError, match=r"broken\.toml is no TOML"):
        ged(tmp_path, row(best="9", high="9"), update=True)
    assert state(tmp_path / "out") == before


def test_places_and_actors_that_are_declared_already_are_used(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    mine = """\
[[place]]
id = "bukamal"
name = "al-Bukamal"
aliases = ["Albu Kamal town"]

[[place]]
id = "syria"
name = "Syrian Arab Republic"

[[actor]]
id = "daesh"
name = "Daesh"
aliases = ["IS"]
"""
    (tmp_path / "out" / "mine.toml").write_text(mine, encoding="utf-8")
    ged(tmp_path, row())
    opened = load([str(tmp_path / "out")])
    assert opened.problems == ()
    assert {place.id for place in opened.dossier.places} == {
        "bukamal", "syria", "middle-east", "albu-kamal-district", "deir-ez-zor-governorate",
    }  # fmt: skip
    assert {place.id: place.within for place in opened.dossier.places}["deir-ez-zor-governorate"] == "syria"
    assert sorted(actor.id for actor in opened.dossier.actors) == ["daesh", "government-of-syria"]
    assert ged(tmp_path, row(), update=True).changed == []


def test_a_table_of_another_hand_is_never_merged(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    mine = (
        '[[source]]\nid = "ucdp"\n\n[[report]]\nid = "ucdp/7"\nsource = "ucdp"\nevent = "airdrop"\nwhen = 2016-06-29\n'
    )
    (tmp_path / "out" / "mine.toml").write_text(mine, encoding="utf-8")
    ged(tmp_path, row())
    arrival = ged(tmp_path, row(date_end="2016-06-30"), update=True)
    assert (arrival.yours, arrival.merged.kept, arrival.changed) == (["ucdp/7"], [], [])
    assert (tmp_path / "out" / "mine.toml").read_text(encoding="utf-8") == mine


def test_lines_keep_their_ends_and_mark(tmp_path: Path) -> None:
    ged(tmp_path, row(), row(id="8"))
    file = tmp_path / "out" / "ucdp-reports.toml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    arrival = ged(tmp_path, row(best="5", high="5"), row(id="8"), update=True)
    after = file.read_bytes()
    assert (arrival.merged.updated, after.startswith(b"\xef\xbb\xbf#"), after.count(b"\n") == after.count(b"\r\n")) == (
        1,
        True,
        True,
    )
    assert b"killed = [2, 5], killed_best = 5" in after


def test_a_table_spread_over_sub_tables_is_merged(tmp_path: Path) -> None:
    ged(tmp_path, row())
    edit(tmp_path, "figures = { killed = 2, killed_government_of_syria = 2 }\n", "")
    file = tmp_path / "out" / "ucdp-reports.toml"
    spread = "\n[report.figures]  # as I like it\nkilled = 2\nkilled_government_of_syria = 2\n"
    file.write_text(file.read_text(encoding="utf-8") + spread, encoding="utf-8")
    arrival = ged(tmp_path, row(best="5", high="5"), update=True)
    assert arrival.merged.refused == []
    assert file.read_text(encoding="utf-8").endswith(
        "\n[report.figures]  # as I like it\nkilled = [2, 5]\nkilled_government_of_syria = 2\nkilled_best = 5\n"
    )
