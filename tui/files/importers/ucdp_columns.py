"""Where the columns of a UCDP GED table stand: they have been renamed between versions, and some are left out."""

from __future__ import annotations

from typing import NamedTuple

from tui.files.importers.sheets import Sheet


class Columns(NamedTuple):
    """Where each column stands; -1 is an empty cell."""

    id: int
    year: int
    month: int
    day: int
    violence: int
    conflict: int
    side_a: int
    side_b: int
    office: int
    source_date: int
    headline: int
    original: int
    article: int
    where_prec: int
    where: int
    where_more: int
    adm_1: int
    adm_2: int
    lat: int
    lon: int
    country: int
    region: int
    clarity: int
    date_prec: int
    start: int
    end: int
    deaths_a: int
    deaths_b: int
    civilians: int
    unknown: int
    low: int
    best: int
    high: int


def columns_of(sheet: Sheet) -> Columns:
    """The columns of a table, whichever version it is of."""
    column = sheet.column
    return Columns(
        column("id"), column("year"), column("month"), column("day"), column("type_of_violence"),
        column("conflict_name"), column("side_a"), column("side_b"), column("source_office"), column("source_date"),
        column("source_headline"), column("source_original"), column("source_article"), column("where_prec"),
        column("where_coordinates"), column("where_description"), column("adm_1"), column("adm_2"), column("latitude"),
        column("longitude"), column("country"), column("region"), column("event_clarity"), column("date_prec"),
        column("date_start"), column("date_end"), column("deaths_a"), column("deaths_b"), column("deaths_civilians"),
        column("deaths_unknown"), column("low", "low_death", "low_est"), column("best", "best_death", "best_est"),
        column("high", "high_death", "high_est"),
    )  # fmt: skip
