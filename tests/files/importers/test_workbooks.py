"""Workbooks of somebody's own: what a spreadsheet holds beside words is told, and nothing is lost in silence."""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from pathlib import Path

import pytest

from tests.files.importers.ged_rows import row, table
from tui.errors import RashomonError
from tui.files.importers.accounts import Account
from tui.files.importers.arrival import bring
from tui.files.importers.sheets import Sheet
from tui.files.importers.ucdp import Ged

openpyxl = pytest.importorskip("openpyxl")


def book(tmp_path: Path, *rows: list[object]) -> Path:
    made = openpyxl.Workbook()
    for cells in [["Date", "Dead"], *rows]:
        made.active.append(cells)
    made.save(tmp_path / "notes.xlsx")
    return tmp_path / "notes.xlsx"


def rewritten(path: Path, pattern: str, new: str) -> Path:
    """The workbook with its sheet changed, as programs other than ours write it."""
    with zipfile.ZipFile(path) as archive:
        parts = {part.filename: archive.read(part) for part in archive.infolist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(pattern, new, parts[sheet].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def read(path: Path) -> tuple[list[list[str]], list[str]]:
    """Cells of every row, and what is told of the rest."""
    account = Account()
    grid = Sheet(str(path), account)
    places = [grid.column("date"), grid.column("dead")]
    return [[cells[place] for place in places] for _, cells in grid.rows()], list(account.told())


def test_formulas_that_were_never_reckoned_and_faults_are_told(tmp_path: Path) -> None:
    rows, told = read(book(tmp_path, ["Tuesday", "=1+1"], ["Tuesday", "#REF!"], ["Tuesday", 4]))
    assert rows == [["Tuesday", ""], ["Tuesday", ""], ["Tuesday", "4"]]
    assert told == ["2 cells of dead could not be read and were left out (line 2: '=1+1'; line 3: '#REF!')"]


def test_a_formula_with_a_value_is_its_value(tmp_path: Path) -> None:
    path = rewritten(book(tmp_path, ["Tuesday", "=1+1"]), "<v ?/>|<v></v>", "<v>2</v>")
    assert read(path) == ([["Tuesday", "2"]], [])


def test_a_sheet_that_says_it_is_smaller_is_read_whole(tmp_path: Path) -> None:
    path = book(tmp_path, ["Tuesday", 3, "aside"], ["Sunday", 4])
    assert read(rewritten(path, '<dimension ref="[^"]*"', '<dimension ref="A1:A2"')) == (
        [["Tuesday", "3"], ["Sunday", "4"]],
        ["columns not taken over, with their filled cells: column 3 (1)"],
    )


def test_a_chart_before_the_first_sheet_is_passed_over(tmp_path: Path) -> None:
    made = openpyxl.load_workbook(book(tmp_path, ["Tuesday", 3]))
    made.create_chartsheet("chart", 0).add_chart(openpyxl.chart.BarChart())
    made.save(tmp_path / "notes.xlsx")
    assert read(tmp_path / "notes.xlsx")[0] == [["Tuesday", "3"]]


def test_what_is_no_table_is_one_message(tmp_path: Path) -> None:
    path = rewritten(book(tmp_path, ["Tuesday", 4]), "<v>4</v>", f"<v>{'4' * (1 << 20)}5</v>")
    rewritten(path, 't="n"( ?)><v>4', r't="str"\1><v>4')
    with pytest.raises(RashomonError, match="a cell of row 2 is longer than 1 MB"):
        read(path)
    os.mkfifo(tmp_path / "pipe")
    for name, message in (("pipe", "is no ordinary file"), ("none", "there is no file"), (".", "is no ordinary file")):
        with pytest.raises(RashomonError, match=message):
            read(tmp_path / name)


def test_a_data_set_comes_as_a_workbook_as_well(tmp_path: Path) -> None:
    """GTD is given out as one."""
    made = openpyxl.Workbook()
    for cells in csv.reader(io.StringIO(table(row(), row(id="8", best="9", high="9")))):
        made.active.append([int(cell) if cell.isdecimal() else cell for cell in cells])
    made.save(tmp_path / "ged.xlsx")
    (tmp_path / "ged.csv").write_text(table(row(), row(id="8", best="9", high="9")), encoding="utf-8")
    for kind in ("xlsx", "csv"):
        bring(Ged, str(tmp_path / f"ged.{kind}"), tmp_path / kind)
    files = sorted(path.name for path in (tmp_path / "csv").glob("*.toml"))
    assert [(tmp_path / "xlsx" / name).read_text() for name in files] == [
        (tmp_path / "csv" / name).read_text() for name in files
    ]
