"""Rows of UCDP GED for tests: its columns, and a row with some cells changed."""

from __future__ import annotations

import csv
import io

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id"),
    *("conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a"),
    *(
        "side_b_dset_id",
        "side_b_new_id",
        "side_b",
        "number_of_sources",
        "source_article",
        "source_office",
        "source_date",
    ),
    *("source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2"),
    *(
        "latitude",
        "longitude",
        "geom_wkt",
        "priogrid_gid",
        "country",
        "country_id",
        "region",
        "event_clarity",
        "date_prec",
    ),
    *("date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
    *("gwnoa", "gwnob"),
)

_PLAIN = {
    "id": "7", "year": "2016", "type_of_violence": "1", "conflict_name": "Syria: Government", "side_a": "Government of Syria",
    "side_b": "IS", "source_office": "SOHR", "source_date": "2016-06-30", "source_headline": "Clashes in the town",
    "source_original": "SOHR", "where_prec": "1", "where_coordinates": "Albu Kamal town", "adm_1": "Deir ez Zor Governorate",
    "adm_2": "Albu Kamal district", "latitude": "34.45", "longitude": "40.92", "country": "Syria", "region": "Middle East",
    "event_clarity": "1", "date_prec": "1", "date_start": "2016-06-29 00:00:00.000", "date_end": "2016-06-29 00:00:00.000",
    "deaths_a": "2", "deaths_b": "0", "deaths_civilians": "0", "deaths_unknown": "0", "best": "2", "high": "2", "low": "2",
}  # fmt: skip


def row(**cells: str) -> dict[str, str]:
    """A record of two soldiers killed at Albu Kamal, but for these cells."""
    return dict.fromkeys(COLUMNS, "") | _PLAIN | cells


def table(*rows: dict[str, str]) -> str:
    """The rows as a CSV file."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()
