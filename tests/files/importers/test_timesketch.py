"""Timesketch timelines, as CSV and as JSON Lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.files.importers.reading import imported
from tui.errors import RashomonError

CSV = """\
message,timestamp,datetime,timestamp_desc,tag,host
Logged in,1467194400000000,2016-06-29T10:00:00+00:00,Login,"['ssh', 'night']",db1
Logged out,1467198000000000,,Logout,,db1
,,,Logout,,
"""
JSONL = (
    '{"message": "Logged in", "timestamp": 1467194400000000, "datetime": "2016-06-29T13:00:00+03:00", '
    '"timestamp_desc": "Login", "tag": ["ssh", "night"], "host": "db1"}\n'
    '{"message": "Logged out", "timestamp": 1467198000000000, "timestamp_desc": "Logout"}\n'
)


@pytest.mark.parametrize("content", [CSV, JSONL])
def test_rows_become_events(tmp_path: Path, content: str) -> None:
    dossier, arrival = imported(tmp_path, "timesketch", content)
    first, second = dossier.reports
    assert (first.when, first.quote, first.tags) == ("2016-06-29T10:00Z", "Logged in", ("ssh", "night"))
    assert (second.when, second.quote) == ("2016-06-29T11:00Z", "Logged out")
    assert [(event.title, event.tags) for event in dossier.events] == [
        ("Logged in", ("Login",)),
        ("Logged out", ("Logout",)),
    ]
    assert next(line for line in arrival.account.told() if "host" in line).startswith("columns not taken over")


def test_a_row_is_known_again_by_what_it_says(tmp_path: Path) -> None:
    imported(tmp_path, "timesketch", CSV)
    _, arrival = imported(tmp_path, "timesketch", JSONL, update=True)
    assert (arrival.added, arrival.unchanged, arrival.removed) == (0, 2, [])


def test_what_cannot_be_read_is_counted(tmp_path: Path) -> None:
    _, arrival = imported(tmp_path, "timesketch", JSONL + "[1]\nnot json\n")
    assert arrival.account.rows == 4
    assert next(arrival.account.told()) == "2 rows left out, no JSON object (line 3; line 4)"


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RashomonError, match="is not timesketch: it has no message and datetime"):
        imported(tmp_path, "timesketch", '{"a": 1}\n')


def test_bounds_of_our_own_export_are_kept(tmp_path: Path) -> None:
    row = '"M","2016-06-27T21:00:00+00:00","Event time","2016-06-27T21:00:00Z","2016-06-29T21:00:00Z","SOHR; NSA","https://x.org"\n'
    dossier, _ = imported(tmp_path, "timesketch", f"message,datetime,timestamp_desc,earliest,latest,said_by,url\n{row}")
    (made,) = dossier.reports
    assert (made.when, made.said_by, made.locator) == (
        "2016-06-27T21:00:00Z/2016-06-29T21:00:00Z", ("SOHR", "NSA"), "https://x.org",
    )  # fmt: skip
