"""Counting origins: laws, large events, and what is exact."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core import origins
from tui.core.actors import Cast
from tui.core.judgements import OriginCount
from tui.core.model import Actor, Report, Source
from tui.core.origins import Provenance


def count(credits, derived=()):
    sources = [
        Source(
            id=f"s{n}",
            name=f"S{n}",
            siglum=f"S{n}",
            family=f"s{n}",
            credits=names,
            derived_from=dict(derived).get(n, ()),
        )
        for n, names in enumerate(credits)
    ]
    reports = [Report(id=f"s{n}/e", source=f"s{n}", event="e") for n in range(len(credits))]
    return Provenance(sources, {r.id: r for r in reports}.get, str.casefold).count(reports)


names = st.lists(
    st.sets(st.sampled_from("ABCD"), max_size=3).map(lambda found: tuple(sorted(found))), min_size=1, max_size=6
)


@given(names)
def test_the_lowest_count_is_the_smallest_set_of_agencies(credits):
    known = [set(found) for found in credits if found]
    agencies = sorted(set().union(*known)) if known else []
    smallest = next(
        (size for size in range(len(agencies) + 1) for chosen in combinations(agencies, size) if all(k & set(chosen) for k in known)), 0
    )  # fmt: skip
    assert count(credits) == OriginCount(max(1, smallest), len(credits), len(credits) - len(known))


@given(names, st.tuples(st.sampled_from("ABCD")))
def test_one_more_report_adds_at_most_one_origin(credits, more):
    before, after = count(credits), count([*credits, more])
    assert before.low <= after.low <= before.low + 1
    assert after.high == before.high + 1


def test_a_large_event_is_counted_greedily_and_says_so():
    credits = [("A", f"x{n}") if n % 2 else ("B", f"y{n}") for n in range(400)]
    assert count(credits) == OriginCount(2, 400, 0, at_most=True)


def test_what_is_made_from_several_sources_is_no_origin_of_its_own():
    assert count([("A",), ("B",), ("C",)], derived=((2, ("s0", "s1")),)) == OriginCount(2, 2, 0)


def test_a_chain_goes_back_to_its_root_and_a_circle_ends():
    assert count([("A",), (), ()], derived=((1, ("s0",)), (2, ("s1",)))) == OriginCount(1, 1, 0)
    assert count([(), ()], derived=((0, ("s1",)), (1, ("s0",)))) == OriginCount(1, 1, 0)


WORDS = [f"w{n}" for n in range(60)]


def texts_of(*texts):
    """Origins behind reports of one event by different outlets that each name a speaker of their own."""
    sources = [Source(id=f"s{n}", name=f"S{n}", siglum=f"S{n}", family=f"s{n}") for n in range(len(texts))]
    reports = [
        Report(id=f"s{n}/e", source=f"s{n}", event="e", said_by=(f"Speaker {n}",), text=" ".join(text))
        for n, text in enumerate(texts)
    ]
    return Provenance(sources, {r.id: r for r in reports}.get, str.casefold), reports


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([WORDS, WORDS], OriginCount(1, 1, 0)),
        ([WORDS, [*WORDS[:50], "x", "y"]], OriginCount(1, 1, 0)),
        ([WORDS, [*WORDS[:40], *(f"x{n}" for n in range(20))]], OriginCount(1, 2, 0)),
        ([WORDS, [*WORDS[:40], *(f"x{n}" for n in range(20))], [*WORDS[20:], *(f"y{n}" for n in range(20))]], OriginCount(1, 3, 0)),
        ([WORDS, [f"x{n}" for n in range(60)]], OriginCount(2, 2, 0)),
        ([[*WORDS, *"abcdefghij"]] * 20, OriginCount(1, 1, 0)),
    ],
    ids=["same", "a copy", "alike", "two took it from one", "apart", "many copies"],
)  # fmt: skip
def test_texts_that_are_alike_may_have_one_origin(texts, expected):
    provenance, reports = texts_of(*texts)
    assert provenance.count(reports) == expected


def test_texts_of_a_dossier_are_compared_within_each_event():
    provenance, reports = texts_of(WORDS, WORDS, [*"abcdefghijkl"], [*"abcdefghijkl"])
    events = [(some, provenance.together(some).bonds) for some in (reports[:2], reports[2:3], reports[3:])]
    assert provenance.count_all(events, []) == OriginCount(3, 3, 0)
    assert provenance.count_all(events[:1], reports[2:]) == OriginCount(2, 2, 0)


@pytest.mark.parametrize(
    ("reports", "credits", "expected"),
    [
        (("ap: X", "ap: Y"), {}, OriginCount(2, 2, 0)),
        (("ap: X", "ap: Y"), {"ap": ("AP",)}, OriginCount(1, 2, 0)),
        (("ap: X", "ap: Y", "dw: "), {"dw": ("AP",)}, OriginCount(2, 3, 0)),
        (("ap: X", "ap: Y", "dw: ", "trt: X"), {"dw": ("AP",)}, OriginCount(2, 4, 0)),
        (("ap: X", "dw: X", "dw: "), {"dw": ("AP",)}, OriginCount(1, 3, 0)),
        (("ap: X", "ap: "), {}, OriginCount(1, 2, 1)),
        (("ap: ap", "ap: X"), {}, OriginCount(2, 2, 0)),
    ],
    ids=["two", "one agency", "credited", "credited, and heard again", "credits it", "own voice", "saw it"],
)
def test_two_whom_one_outlet_heard_are_two(reports, credits, expected):
    """Nothing but the outlet joins them: that is no edge of rules.md §9. An agency that both credit is one."""
    provenance, told = heard(*reports, credits=credits)
    assert provenance.count(told) == expected
    assert provenance.count(told[::-1]) == expected


def heard(*voices, credits=()):
    """Reports by one outlet, then by others, each telling who it heard: `outlet: speaker`."""
    said = [each.split(": ") for each in voices]
    outlets = {outlet for outlet, _ in said}
    reports = [
        Report(id=f"r{n}", source=outlet, said_by=(name,) if name else ()) for n, (outlet, name) in enumerate(said)
    ]
    credited = dict(credits)
    sources = [Source(id=o, name=o, siglum=o, family=o, credits=credited.get(o, ())) for o in sorted(outlets)]
    cast = Cast([Actor(id="saloum", name="Mozahem al-Saloum")])
    return Provenance(sources, {r.id: r for r in reports}.get, lambda words: cast.party(words).key), reports


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        (("ap: Talal Silo", "ap: Talal Sello"), OriginCount(1, 1, 0)),
        (("ap: Talal Sello", "dw: Talal Silo"), OriginCount(1, 2, 0)),
        (("ap: Rami Abdulrahman", "ap: Rami Abdel Rahman", "ap: Talal Silo"), OriginCount(2, 2, 0)),
        (("ap: Muzahem al-Sallum", "ap: Mozahem al-Saloum"), OriginCount(1, 1, 0)),
        (("ap: ap", "dw: dw", "trt: ap"), OriginCount(2, 3, 0)),
        (("ap: ap", "dw: dw", "trt: Talal Silo"), OriginCount(3, 3, 0)),
        (("ap: Abu Omar", "ap: Abu Amr"), OriginCount(2, 2, 0)),
        (("ap: witness 1", "ap: witness 2"), OriginCount(2, 2, 0)),
        (("ap: a Kurdish official", "ap: an official"), OriginCount(2, 2, 0)),
        (tuple(f"ap: {name}" for name in ("Ali", "Omar", "Zaid", "Musa", "Hadi", "Nuri", "Talal Silo", "Fadi", "Talal Sello")),
         OriginCount(8, 8, 0)),
    ],
    ids=["one outlet", "two outlets", "and another", "declared", "another outlet", "eyewitnesses", "asked about", "numbered",
         "vague", "among many"],
)  # fmt: skip
def test_a_speaker_spelled_two_ways_is_one(voices, expected):
    provenance, reports = heard(*voices)
    assert provenance.count(reports) == expected
    assert provenance.count(reports[::-1]) == expected
    assert provenance.count_all([(reports, provenance.together(reports).bonds)], []) == expected


@pytest.mark.parametrize(("most", "found"), [(2, OriginCount(1, 1, 2)), (1, OriginCount(1, 2, 2, at_most=True))])
def test_more_texts_without_an_event_than_are_compared_leave_the_lowest_count_marked(monkeypatch, most, found):
    monkeypatch.setattr("tui.core.origins.COMPARED_AT_ONCE", most)
    text = "Five people died when a shell hit the bakery in the old town on Tuesday morning, a doctor said."
    reports = [Report(id=name, source=name, text=text) for name in ("s", "t")]
    sources = [Source(id=name, name=name, siglum=name, family=name) for name in ("s", "t")]
    provenance = Provenance(sources, {report.id: report for report in reports}.get, str.casefold)
    assert provenance.count_all([], reports) == found


def test_what_reports_say_of_their_origin_is_kept_of_so_many_only(monkeypatch):
    """A worker that judged half a million reports held the text of each."""
    provenance, reports = texts_of(*(f"{n} the same words in each of them but for the number" for n in range(20)))
    expected = provenance.count(reports)
    monkeypatch.setattr(origins, "TEXTS", 3)
    narrow, _ = texts_of(*(report.text for report in reports))
    assert narrow.count(reports) == expected
    assert len(narrow._traces) <= 3
