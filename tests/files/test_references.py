"""References between tables: followed where they lead somewhere, told and taken out where not."""

from __future__ import annotations

import pytest

from tests.builders import dossier, good_dossier
from tui.core.model import Annotation, Link, Position, Ruling

BASE = """
[[source]]
id = "dw"
[[source]]
id = "afp"
[[report]]
id = "dw/e"
source = "dw"
event = "e"
[[report]]
id = "afp/e"
source = "afp"
event = "e"
"""


def told(problems):
    return [(fault.code, fault.key, fault.found, fault.suggestion) for fault in problems]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[[event]]\nid = "f"', ("event-without-reports", "event[1].id", "f", None)),
        ('[[actor]]\nid = "nsa"\npart_of = "nsaa"', ("no-such-actor", "actor[1].part_of", "nsaa", "nsa")),
        ('[[actor]]\nid = "nsa"\npart_of = "nsa"', ("cycle", "actor[1].part_of", "nsa", None)),
        ('[[place]]\nid = "b"\nwithin = "zzzz"', ("no-such-place", "place[1].within", "zzzz", None)),
        ('[[report]]\nsource = "dw"\nafter = ["e", "g"]', ("no-such-event", "report[3].after[2]", "g", None)),
        ('[[report]]\nsource = "dw"\ncorrects = ["dw/f"]', ("no-such-report", "report[3].corrects[1]", "dw/f", "dw/e")),
        ('[[report]]\nsource = "dw"\ncorrects = ["afp/e"]', ("bad-value", "report[3].corrects[1]", "afp/e", None)),
        ('[[report]]\nid = "x"\nsource = "dw"\ncorrects = ["x"]', ("bad-value", "report[3].corrects[1]", "x", None)),
        (
            '[[report]]\nsource = "dw"\nderived_from = ["ap"]',
            ("no-such-report", "report[3].derived_from[1]", "ap", None),
        ),
        (
            '[[source]]\nid = "ap"\nderived_from = ["afb"]',
            ("no-such-source", "source[3].derived_from[1]", "afb", "afp"),
        ),
        ('[[link]]\nreports = ["dw/e", "dw/x"]\nsame = true', ("no-such-report", "link[1].reports[2]", "dw/x", "dw/e")),
        (
            '[[ruling]]\nevent = "ee"\nfield = "when"\naccepted = "none"',
            ("no-such-event", "ruling[1].event", "ee", "e"),
        ),
        (
            '[[ruling]]\nevent = "e"\nfield = "when"\naccepted = "nome"',
            ("no-such-report", "ruling[1].accepted", "nome", None),
        ),
        (
            '[[ruling]]\nevent = "e"\nfield = "when"\naccepted = "none"\nseen = { "dw/x" = "3" }',
            ("no-such-report", "ruling[1].seen.dw/x", "dw/x", "dw/e"),
        ),
        (
            '[[report]]\nsource = "dw"\nevent = "f"\nafter = ["f"]',
            ("bad-value", "report[3].after[1]", "f", None),
        ),
        ('[[annotation]]\ntarget = "dww"', ("no-such-target", "annotation[1].target", "dww", "dw")),
    ],
)
def test_a_reference_that_leads_nowhere(text, fault):
    _, problems = dossier(BASE + text)
    assert told(problems) == [fault]


def test_references_that_lead_somewhere_are_kept():
    built = good_dossier(
        BASE
        + """
        [[actor]]
        id = "nsa"
        part_of = "fsa"
        [[actor]]
        id = "fsa"
        [[place]]
        id = "b"
        within = "d"
        [[place]]
        id = "d"
        [[report]]
        source = "dw"
        event = "f"
        after = ["e"]
        corrects = ["dw/e"]
        derived_from = ["afp", "afp/e"]
        [[link]]
        reports = ["dw/e", "afp/e"]
        same = "disputed"
        [[ruling]]
        event = "e"
        field = "when"
        accepted = "both"
        seen = { "dw/e" = "Tuesday" }
        [[annotation]]
        target = "e"
        [[annotation]]
        target = "dw/f"
        [[annotation]]
        target = "dw"
        """.replace("        ", "")
    )
    report = built.reports[2]
    assert (report.after, report.corrects, report.derived_from) == (("e",), ("dw/e",), ("afp", "afp/e"))
    assert [actor.part_of for actor in built.actors] == ["fsa", None]
    assert [place.within for place in built.places] == ["d", None]
    assert built.links == (Link(reports=("dw/e", "afp/e"), same=None, position=Position("main.toml", 31)),)
    assert built.rulings == (
        Ruling(
            event="e", field="when", accepted="both", seen=(("dw/e", "Tuesday"),), position=Position("main.toml", 34)
        ),
    )
    assert [annotation.target for annotation in built.annotations] == ["e", "dw/f", "dw"]
    assert isinstance(built.annotations[0], Annotation)


def test_bad_references_are_taken_out():
    built, _ = dossier(
        BASE
        + '[[report]]\nsource = "dw"\nafter = ["e", "g"]\nderived_from = ["x", "afp"]\ncorrects = ["afp/e", "dw/e"]\n'
        + '[[link]]\nreports = ["dw/e", "x"]\nsame = true\n[[link]]\nreports = ["dw/e", "x", "afp/e"]\nsame = true\n'
        + '[[actor]]\nid = "a"\npart_of = "z"\n'
    )
    report = built.reports[2]
    assert (report.after, report.corrects, report.derived_from) == (("e",), ("dw/e",), ("afp",))
    assert [link.reports for link in built.links] == [("dw/e", "afp/e")]
    assert built.actors[0].part_of is None


def test_circles_are_cut_once():
    text = "".join(
        f'[[place]]\nid = "{place}"\nwithin = "{parent}"\n' for place, parent in ["ab", "bc", "ca", "da", "ee"]
    )
    built, problems = dossier(BASE + text)
    assert told(problems) == [("cycle", "place[3].within", "a", None), ("cycle", "place[5].within", "e", None)]
    assert [place.within for place in built.places] == ["b", "c", None, "a", None]


def test_a_default_id_that_several_reports_share():
    report = '[[report]]\nsource = "dw"\nevent = "f"\n'
    for name in ("dw/f", "dw/f-2"):
        _, problems = dossier(BASE + report + report + f'[[annotation]]\ntarget = "{name}"\n')
        assert told(problems) == [("ambiguous-id", "annotation[1].target", name, f'id = "{name}"')]
    assert problems[0].message == (
        'annotation[1].target is "dw/f-2", which may be any of the reports at main.toml:14, main.toml:17; '
        'expected an id in the report that is meant; add id = "dw/f-2"'
    )


def test_a_shared_default_id_that_one_report_is_given():
    report = '[[report]]\nsource = "dw"\nevent = "f"\n'
    built = good_dossier(
        BASE + report + report.replace("\n", '\nid = "dw/f"\n', 1) + '[[annotation]]\ntarget = "dw/f"\n'
    )
    assert [report.id for report in built.reports[2:]] == ["dw/f-2", "dw/f"]


def test_a_fault_is_told_once_not_by_all_that_hang_on_it():
    _, problems = dossier(
        BASE
        + '[[report]]\nid = "x/y"\nsource = "nobody"\nevent = "f"\n[[event]]\nid = "f"\n[[report]]\nsource = "dw"\nafter = ["f"]\n'
        + '[[link]]\nreports = ["dw/e", "x/y"]\nsame = true\n[[annotation]]\ntarget = "x/y"\n'
    )
    assert told(problems) == [("no-such-source", "report[3].source", "nobody", None)]


def test_a_name_where_an_id_belongs_suggests_the_id():
    _, problems = dossier(
        BASE
        + '[[actor]]\nid = "nsa"\nname = "New Syrian Army"\naliases = ["NSyA"]\n[[actor]]\nid = "x"\npart_of = "New Syrian Army"\n'
        + '[[actor]]\nid = "y"\npart_of = "NSyA"\n[[report]]\nsource = "Deutsche Welle"\n'
        + '[[source]]\nid = "d"\nname = "Deutsche Welle"\n'
    )
    assert told(problems) == [
        ("no-such-actor", "actor[2].part_of", "New Syrian Army", "nsa"),
        ("no-such-actor", "actor[3].part_of", "NSyA", "nsa"),
        ("no-such-source", "report[3].source", "Deutsche Welle", "d"),
    ]


def test_long_words_are_cut_wherever_they_come_up():
    long = "x" * 5000
    _, problems = dossier(
        BASE
        + f'[[actor]]\nid = "a"\npart_of = "{long}"\n[[report]]\nsource = "{long}"\nevent = "{long}"\n'
        + f'[[event]]\nid = "{long}"\n[[event]]\nid = "e{long}"\n[[annotation]]\ntarget = "z{long}"\n'
        + f'[[report]]\nsource = "dw"\n{long} = 1\ntags = "{long}"\nwhen = "{long}"\nfigures = {{ {long} = "{long}" }}\n'
    )
    assert [fault.code for fault in problems] == [
        "no-such-actor", "no-such-source", "event-without-reports", "no-such-target",
        "unknown-key", "wrong-type", "not-understood", "not-understood",
    ]  # fmt: skip
    for fault in problems:
        assert len(fault.message) < 400
        assert len(fault.found or "") <= 60
        assert len(fault.key or "") < 100


def test_many_reports_of_one_id_are_not_all_named():
    report = '[[report]]\nsource = "dw"\nevent = "f"\n'
    _, problems = dossier(BASE + report * 9 + '[[annotation]]\ntarget = "dw/f"\n')
    assert (
        "at main.toml:14, main.toml:17, main.toml:20, main.toml:23, main.toml:26, main.toml:29, 3 more;"
        in problems[0].message
    )


def built_of(text):
    built, problems = dossier(BASE + text)
    return built, [(fault.severity, fault.code, fault.key, fault.found, fault.suggestion) for fault in problems]


RULING = '[[ruling]]\nevent = "e"\naccepted = "dw/e"\n'
KILLED = "figures = { killed = 3 }\n"


def test_a_ruling_whose_seen_leads_nowhere_is_not_applied():
    built, problems = dossier(BASE + RULING + 'field = "when"\nseen = { "dw/e" = "3", "dw/x" = "4" }')
    assert built.rulings == ()
    assert [fault.message for fault in problems] == [
        'ruling[1].seen.dw/x is "dw/x", which no report is called, so the ruling is not applied; expected the id of a '
        "report; did you mean dw/e?"
    ]


def test_a_ruling_on_a_field_that_no_report_gives_is_a_note():
    built, told_ = built_of(KILLED + RULING + 'field = "figures.kiled"\nseen = { "dw/e" = "3" }')
    assert told_ == [("note", "no-such-field", "ruling[1].field", "figures.kiled", "figures.killed")]
    assert [ruling.field for ruling in built.rulings] == ["figures.kiled"]


def test_a_ruling_on_a_field_of_a_linked_report_is_none():
    link = '[[link]]\nreports = ["afp/e", "dw/f"]\nsame = true\n'
    other = f'[[report]]\nsource = "dw"\nevent = "f"\n{KILLED}'
    assert built_of(other + link + RULING + 'field = "figures.killed"\nseen = { "dw/f" = "3" }')[1] == []


def test_a_ruling_that_saw_nothing_is_a_note():
    built, told_ = built_of(KILLED + RULING + 'field = "figures.killed"')
    assert told_ == [("note", "nothing-seen", "ruling[1]", None, None)]
    assert len(built.rulings) == 1


def test_a_ring_of_corrections_is_cut_wherever_it_begins():
    ring = (
        '[[report]]\nid = "a"\nsource = "dw"\ncorrects = ["c", "dw/e"]\n[[report]]\nid = "b"\nsource = "dw"\ncorrects = ["a"]\n'
        '[[report]]\nid = "c"\nsource = "dw"\ncorrects = ["b"]\n[[report]]\nid = "d"\nsource = "dw"\ncorrects = ["c"]\n'
    )
    built, problems = dossier(BASE + ring)
    assert {report.id: report.corrects for report in built.reports[2:]} == {
        "a": ("dw/e",),
        "b": (),
        "c": (),
        "d": ("c",),
    }
    assert [(fault.code, fault.key, fault.message) for fault in problems] == [
        (
            "cycle",
            "report[5].corrects[1]",
            'report[5].corrects[1] is "b", and these reports correct each other in a ring: a, b, c; none of them replaces '
            "another; expected the report that was wrong, corrected by a later one",
        )
    ]


@pytest.mark.parametrize(("source", "severity"), [("dw", "problem"), ("afp", "note")])
def test_a_ring_of_events_is_cut(source, severity):
    one = '[[report]]\nid = "a"\nsource = "dw"\nevent = "f"\nafter = ["e", "g"]\n'
    built, told_ = built_of(one + f'[[report]]\nid = "b"\nsource = "{source}"\nevent = "g"\nafter = ["f"]\n')
    assert [report.after for report in built.reports[2:]] == [("e",), ()]
    assert told_ == [(severity, "cycle", "report[4].after[1]", "f", None)]


LINKS = [
    ('reports = ["dw/e", "afp/e"]\nsame = true', 'reports = ["afp/e", "dw/e"]\nsame = false', 1),
    ('reports = ["dw/e", "afp/e"]\nsame = false', 'reports = ["afp/e", "dw/e"]\nsame = true', 1),
    ('reports = ["dw/e", "afp/e"]\nsame = "disputed"', 'reports = ["afp/e", "dw/e"]\nsame = true', 0),
    ('reports = ["dw/e", "afp/e"]\nsame = true', 'reports = ["afp/e", "dw/e"]\nsame = true', 0),
]


@pytest.mark.parametrize(("first", "second", "faults"), LINKS)
def test_links_that_contradict_each_other(first, second, faults):
    built, told_ = built_of(f"[[link]]\n{first}\n[[link]]\n{second}\n")
    assert len(built.links) == 2
    assert [(severity, code) for severity, code, *_ in told_] == [("problem", "contradiction")] * faults


def test_a_link_that_parts_what_several_others_join():
    third = '[[report]]\nid = "x"\nsource = "dw"\n'
    links = [('"dw/e", "afp/e"', "true"), ('"afp/e", "x"', "true"), ('"x", "dw/e"', "false")]
    _, problems = dossier(
        BASE + third + "".join(f"[[link]]\nreports = [{names}]\nsame = {same}\n" for names, same in links)
    )
    assert [fault.message for fault in problems] == [
        "link[3].same is false, while the links at main.toml:17, main.toml:20 together say that x and another of these "
        "reports are about one event; the reports are kept apart; expected one decision about the same reports"
    ]


def test_an_article_may_correct_another_of_its_publisher():
    other = '[[source]]\nid = "late"\nfamily = "dw"\n[[report]]\nsource = "late"\ncorrects = ["dw/e"]\n'
    assert good_dossier(BASE + other).reports[2].corrects == ("dw/e",)
