"""Default ids: each once, and which of them another order of the files would have given to another report."""

from __future__ import annotations

from tui.files.report_ids import ReportIds


def test_only_reports_that_share_a_default_are_in_a_group():
    ids = ReportIds(["a/e-2", "b/e"])
    asked = [("a", "e"), ("a", "e"), ("b", "e"), ("c", "e"), ("c", "e"), ("c", "e-2"), ("a", "e"), ("d", "f")]
    made = [ids.default(source, event) for source, event in asked]
    assert made == ["a/e", "a/e-3", "b/e-2", "c/e", "c/e-2", "c/e-2-2", "a/e-4", "d/f"]
    assert ids.shared() == [["a/e", "a/e-3", "a/e-4"], ["c/e", "c/e-2"]]
