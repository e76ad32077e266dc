"""What is exported as JSON Lines, CSV, workbook or Parquet comes back as the same dossier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.files.dossier_strategies import bare, dossiers
from tests.files_examples import WHOLE
from tui.core.answers import EventRow
from tui.core.filters import EVERYTHING
from tui.core.model import Dossier
from tui.files.decode import decode
from tui.files.exporters.csv_text import csv_lines
from tui.files.exporters.jsonl import jsonl_lines
from tui.files.exporters.parquet import write_parquet
from tui.files.exporters.workbook import LONGEST, write_workbook
from tui.files.importers import IMPORTERS, Imported, Options, importer
from tui.files.load import load, load_pieces
from tui.files.tables.rows import Sheet
from tui.files.tables.shapes import Shape
from tui.files.tables.stated import file_hints, tables
from tui.files.tables.writing import toml_files
from tui.index.opening import store

QUICK = settings(
    max_examples=8, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
"""Without shrinking, which takes minutes on values as large as these."""
DATA = Path(__file__).parents[2] / "data"
SHAPES = (Shape.CLAIMS, Shape.REPORTS)
WAYS = ("jsonl", *(f"{name}-{shape}" for name in ("csv", "xlsx", "parquet") for shape in SHAPES))


def judged(dossier: Dossier) -> Iterator[EventRow]:
    opened = store(dossier)
    yield from opened.page(EVERYTHING, 0, opened.count(EVERYTHING))
    opened.close()


def write(way: str, dossier: Dossier, path: Path, names: dict[str, str]) -> None:
    name, _, shape = way.partition("-")
    if name == "jsonl":
        path.write_text("".join(f"{line}\n" for line in jsonl_lines(dossier, names)), encoding="utf-8")
        return
    sheet = Sheet(dossier, judged(dossier), shape=Shape(shape), names=names)
    match name:
        case "csv":
            path.write_text("".join(f"{line}\n" for line in csv_lines(sheet)), encoding="utf-8", newline="")
        case "xlsx":
            pytest.importorskip("openpyxl")
            write_workbook(sheet, path)
        case "parquet":
            pytest.importorskip("pyarrow")
            write_parquet(sheet, path)


def loaded(files: dict[str, str]) -> Dossier:
    return load_pieces([decode(text, name) for name, text in files.items()])[0]


def returned(way: str, dossier: Dossier, names: dict[str, str]) -> Imported:
    known = importer(way.partition("-")[0])
    assert known is not None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        write(way, dossier, path, names)
        return known.read(path, Options())


@QUICK
@given(dossiers())
def test_files_state_what_the_dossier_holds(dossier: Dossier) -> None:
    kept: dict[str, list[dict[str, object]]] = {}
    for name, keys in tables(dossier):
        kept.setdefault(name, []).append(keys)
    assert bare(loaded(toml_files(kept))) == dossier


@pytest.mark.parametrize("way", WAYS)
@QUICK
@given(dossier=dossiers())
def test_any_dossier_comes_back(way: str, dossier: Dossier) -> None:
    back = returned(way, dossier, {})
    assert back.dropped == ()
    assert bare(loaded(back.files)) == dossier


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["al-bukamal", "syria-summer-2016"])
def test_shipped_dossiers_come_back_with_their_files(way: str, name: str) -> None:
    opened = load([str(DATA / name)])
    back = returned(way, opened.dossier, file_hints(opened.paths))
    assert list(back.files) == [Path(path).name for path in opened.paths]
    assert back.dropped == ()
    assert bare(loaded(back.files)) == bare(opened.dossier)


def every_key() -> Dossier:
    """The example of every table in one file, with what it refers to, so that no reference is taken out."""
    text = "".join(
        f"[{name}]\n{dedent(body)}\n" if name == "dossier" else f"[[{name}]]\n{dedent(body)}\n"
        for name, (body, _) in WHOLE.items()
        if name not in ("dataset", "link", "ruling", "annotation")
    )
    text += '[[source]]\nid = "afp"\n[[actor]]\nid = "fsa"\n[[place]]\nid = "d"\n'
    for report in (
        'id = "afp/offensive"\nsource = "afp"\nevent = "base-taken"',
        'id = "dw/first"\nsource = "dw"\nevent = "e"',
    ):
        text += f"[[report]]\n{report}\n"
    for name in ("a/b", "c/d"):
        text += f'[[report]]\nid = "{name}"\nsource = "afp"\nevent = "e"\n'
    text += "".join(f"[[{name}]]\n{dedent(WHOLE[name][0])}\n" for name in ("link", "ruling", "annotation"))
    return loaded({"all.toml": indent(text, "  ")})


@pytest.mark.parametrize("way", WAYS)
def test_every_key_of_every_table_comes_back(way: str) -> None:
    dossier = every_key()
    assert [len(part) for part in (dossier.links, dossier.rulings, dossier.annotations)] == [1, 1, 1]
    back = returned(way, dossier, {"all.toml": "all.toml"})
    assert list(back.files) == ["all.toml"]
    assert bare(loaded(back.files)) == bare(dossier)


@pytest.mark.parametrize("way", [way for way in WAYS if not way.startswith("jsonl")])
def test_a_text_longer_than_a_cell_comes_back(way: str) -> None:
    long = "=" + "_x0041_\x01 word" * (LONGEST // 5)
    dossier = loaded({"x.toml": '[source]\nid = "x"\n[[report]]\nevent = "e"\ntext = "L"\n'})
    dossier = replace(dossier, reports=tuple(replace(report, text=long) for report in dossier.reports))
    assert loaded(returned(way, dossier, {}).files).reports[0].text == long


@pytest.mark.parametrize("way", WAYS)
def test_the_same_dossier_gives_the_same_bytes(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = every_key()
    first, second = tmp_path / "first", tmp_path / "second"
    write(way, dossier, first, {})
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    write(way, dossier, second, {})
    assert first.read_bytes() == second.read_bytes()


def test_what_comes_back_is_what_export_writes() -> None:
    assert {way.partition("-")[0] for way in WAYS} <= {known.name for known in IMPORTERS}
    assert returned("jsonl", every_key(), {}).rows == sum(1 for _ in tables(every_key()))
