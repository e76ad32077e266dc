"""Several files as one dossier: owners of reports, ids, what stands twice."""

from __future__ import annotations

from tests.builders import dossier, good_dossier
from tui.core.model import Event, Position, Settings, Source


def told(problems):
    return [(fault.file, fault.line, fault.code, fault.key, fault.found, fault.suggestion) for fault in problems]


def ids_of(built):
    return [(report.id, report.source, report.event, report.given_id) for report in built.reports]


def test_a_file_with_one_source_owns_its_reports():
    built = good_dossier(
        a='[source]\nid = "dw"\n[[report]]\nevent = "e"\n[[report]]\nsource = "afp"\nevent = "e"\n',
        b='[[source]]\nid = "afp"\n[[source]]\nid = "rtr"\n[[report]]\nsource = "rtr"\nevent = "e"\n',
        c='[[source]]\nid = "ap"\n[[report]]\nevent = "e"\n',
    )
    assert ids_of(built) == [
        ("dw/e", "dw", "e", False), ("afp/e", "afp", "e", False), ("rtr/e", "rtr", "e", False), ("ap/e", "ap", "e", False),
    ]  # fmt: skip


def test_a_report_that_nobody_owns_is_left_out():
    built, problems = dossier(
        a='[[source]]\nid = "dw"\n[[source]]\nid = "afp"\n[[report]]\nevent = "e"\n[[report]]\nsource = "dv"\n',
    )
    assert built.reports == ()
    assert told(problems) == [
        ("a.toml", 5, "missing-key", "report[1]", None, None),
        ("a.toml", 8, "no-such-source", "report[2].source", "dv", "dw"),
    ]


def test_a_source_without_id_takes_its_reports_along():
    built, problems = dossier(a='[source]\nname = "x"\n[[report]]\nevent = "e"\n[[event]]\nid = "e"\n')
    assert built.reports == ()
    assert told(problems) == [("a.toml", 1, "missing-key", "source.id", None, None)]
    assert problems[0].message == "source has no id and is left out, with the reports that belong to it; expected id"


def test_default_ids_count_on_over_all_files():
    report = '[[report]]\nevent = "e"\n'
    built = good_dossier(
        a=f'[source]\nid = "dw"\n{report}{report}[[report]]\n[[report]]\nid = "dw/e-3"\n{report}',
        b='[[report]]\nsource = "dw"\n[[report]]\nsource = "dw"\nevent = "e-2"\n',
    )
    assert [report.id for report in built.reports] == [
        "dw/e", "dw/e-2", "dw/report-1", "dw/e-3", "dw/e-4", "dw/report-2", "dw/e-2-2",
    ]  # fmt: skip
    assert built.events == (Event(id="e"), Event(id="e-2"))


def test_a_given_id_is_never_taken_by_a_default():
    built = good_dossier(
        a='[source]\nid = "dw"\n[[report]]\nevent = "e"\n[[report]]\nid = "dw/e"\n[[report]]\nid = "dw/report-1"\n[[report]]\n'
    )
    assert [report.id for report in built.reports] == ["dw/e-2", "dw/e", "dw/report-1", "dw/report-1-2"]


def test_of_two_tables_of_one_id_the_first_counts():
    built, problems = dossier(
        a='[source]\nid = "dw"\n[[event]]\nid = "e"\ntitle = "first"\n'
        '[[report]]\nid = "x"\nevent = "e"\n[[report]]\nid = "x"\nwhat = "kept"\n',
        b='[[event]]\n\nid = "e"\ntitle = "second"\n',
    )
    assert [event.title for event in built.events] == ["first"]
    assert [(report.id, report.what) for report in built.reports] == [("x", ""), ("x-2", "kept")]
    assert told(problems) == [
        ("a.toml", 10, "double-id", "report[2].id", "x", None),
        ("b.toml", 3, "double-id", "event[1].id", "e", None),
    ]
    assert [fault.message for fault in problems] == [
        'report[2].id is "x", as at a.toml:6, and is called x-2 instead; expected an id that no other report has',
        'event[1].id is "e", as at a.toml:3, and is left out; expected an id that no other event has',
    ]


def test_ids_are_unique_per_kind_of_table_only():
    good_dossier(
        '[source]\nid = "x"\n[[event]]\nid = "x"\n[[actor]]\nid = "x"\n[[place]]\nid = "x"\n[[report]]\nid = "x"\nevent = "x"\n'
    )


def test_the_second_dossier_table_names_both_files():
    built, problems = dossier(
        a='[dossier]\ntitle = "A"\n[source]\nid = "x"\n[[report]]\n', b='[dossier]\ntitle = "B"\n'
    )
    assert built.settings == Settings(title="A", position=Position("a.toml", 1))
    assert told(problems) == [("b.toml", 1, "second-dossier", "dossier", "b.toml", None)]
    assert "a.toml:1" in problems[0].message
    assert "b.toml" in problems[0].message


def test_what_a_source_is_called_by_default():
    (source,) = good_dossier('[source]\nid = "reuters"\n[[report]]\n').sources
    assert source == Source(
        id="reuters", name="reuters", family="reuters", siglum="RTR", position=Position("main.toml", 1)
    )


def test_a_siglum_given_twice():
    built, problems = dossier(
        '[[source]]\nid = "a"\nsiglum = "AA"\n[[source]]\nid = "b"\nsiglum = "AA"\n[[report]]\nsource = "a"\n'
    )
    assert [source.siglum for source in built.sources] == ["AA", "AA2"]
    assert told(problems) == [("main.toml", 6, "double-siglum", "source[2].siglum", "AA", None)]


def test_reports_know_their_lines():
    (report,) = good_dossier('[source]\nid = "a"\n\n[[report]]\nwhen = "2016"\nfigures = { killed = 3 }\n').reports
    assert report.position == Position("main.toml", 4)
    assert [report.line_of(key) for key in ("when", "figures.killed", "where")] == [5, 6, 4]


def test_a_dossier_without_a_report_says_so():
    _, problems = dossier('[dossier]\ntitle = "x"\n')
    assert [(fault.code, fault.message) for fault in problems] == [
        ("no-reports", "the dossier has no report at all; expected a [[report]] table")
    ]
    _, problems = dossier(a='[dossier]\ntitle = "x"\n', b="= 3")
    assert [fault.code for fault in problems] == ["bad-toml"]
