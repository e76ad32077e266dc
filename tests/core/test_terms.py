"""The query language: what is typed, and where it goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.terms import NAMES, Fault, Term, completions, parse, written


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("actor:IS", (Term("actor", ("IS",)),)),
        ('actor:"Islamic State",nsa', (Term("actor", ("Islamic State", "nsa")),)),
        ("actor:is actor:nsa place:raqqa", (Term("actor", ("is", "nsa")), Term("place", ("raqqa",)))),
        ("source:dw+afp", (Term("source", ("dw", "afp"), every=True),)),
        (
            'source:dw+afp source:"A+B" -source:ucdp+afp source:ucdp',
            (
                Term("source", ("dw", "afp"), every=True),
                Term("source", ("A+B", "ucdp")),
                Term("source", ("ucdp", "afp"), True, every=True),
            ),
        ),
        ("source:dw+", (Term("source", ("dw",)),)),
        (
            "text:a,b since:2016-06-28T00:00+02:00",
            (Term("text", ("a", "b")), Term("since", ("2016-06-28T00:00+02:00",), bound=1467064800)),
        ),
        ("-source:dw -source:afp", (Term("source", ("dw",), True), Term("source", ("afp",), True))),
        ("verdict:Conflict,strained", (Term("verdict", ("conflict", "strained")),)),
        ('"air base" shelled', (Term("text", ("air base",)), Term("text", ("shelled",)))),
        ('-"air base"', (Term("text", ("air base",), True),)),
        ("origins:<2", (Term("origins", ("2",), sign="<", bound=2),)),
        ("reports:5", (Term("reports", ("5",), sign="=", bound=5),)),
        ("since:2016-06-28", (Term("since", ("2016-06-28",), bound=1467072000),)),
        ("until:2016-06-28", (Term("until", ("2016-06-28",), bound=1467158400),)),
        ("is:contested", (Term("is", ("contested",)),)),
        ("IS:ruled", (Term("is", ("ruled",)),)),
        ('verdict:"worded differently","More exact"', (Term("verdict", ("undetermined", "precision")),)),
        ('kind:"copy differs","named differently"', (Term("kind", ("copy-differs", "naming")),)),
        (
            '"OR" or "(SOHR)" Aleppo(north)',
            tuple(Term("text", (word,)) for word in ("OR", "or", "(SOHR)", "Aleppo(north)")),
        ),
        ("verdict:Denied", (Term("kind", ("denial",)),)),
        ("-kind:conflict,strained", (Term("verdict", ("conflict", "strained"), True),)),
        ("verdict:denied kind:denial", (Term("kind", ("denial",)),)),
        ("tag:ground-assault", (Term("tag", ("ground-assault",)),)),
        ("figures.killed", (Term("text", ("figures.killed",)),)),
    ],
)
def test_what_is_typed(text, terms):
    assert parse(text) == terms


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("acter:is", Fault(0, 5, "there is no filter 'acter'", "actor")),
        ("verdict:conflic", Fault(8, 7, "verdict: has no 'conflic'", "conflict")),
        ("actor:is is:contsted", Fault(12, 8, "is: has no 'contsted'", "contested")),
        ("kind:conflcit", Fault(5, 8, "kind: has no 'conflcit'", "verdict:conflict")),
        ("kind:nubmer", Fault(5, 6, "kind: has no 'nubmer'", "number-conflict")),
        ("kind:contested", Fault(5, 9, "kind: has no 'contested'", "is:contested")),
        ("verdict:intrenal", Fault(8, 8, "verdict: has no 'intrenal'", "kind:internal")),
        ("verdict:denied,strained", Fault(8, 15, "verdict: has no 'denied'", "kind:denial")),
        ("is:single", Fault(3, 6, "is: has no 'single'", "single-origin")),
        ("is:whatever", Fault(3, 8, "is: has no 'whatever'; it has contested, single-origin, ruled, unplaced, marked")),
        (
            "a OR b",
            Fault(2, 2, "values of one name with a comma mean OR: actor:is,nsa; to look for the word, quote it"),
        ),
        (
            "a AND b",
            Fault(2, 3, "terms side by side mean AND already, source:dw+afp both; to look for the word, quote it"),
        ),
        ("NOT bomb", Fault(0, 3, "a minus means not: -bomb; to look for the word, quote it")),
        ("(actor:IS)", Fault(0, 10, "brackets group nothing here; to look for them, quote them")),
        ("bomb)", Fault(0, 5, "brackets group nothing here; to look for them, quote them")),
        ("pubisher:x", Fault(0, 8, "there is no filter 'pubisher'", "publisher")),
        ("actor:", Fault(6, 1, "actor: wants a value")),
        ('actor:"Islamic', Fault(0, 14, "a quotation mark is not closed")),
        ("since:yesterday", Fault(6, 9, "'yesterday' is not a time this program understands")),
        ("origins:few", Fault(8, 3, "origins: wants a number, such as <2 or >3")),
        ("actor:is,nsa+dw", Fault(6, 9, "a comma means any of them, + all: not both in one term")),
        ("-", Fault(0, 1, "nothing stands here to look for")),
    ],
)
def test_what_is_wrong_and_where(text, fault):
    assert parse(text) == fault


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('until:"2 July"', (Term("until", ("2 July 2016",), bound=1467504000),)),
        ("-since:July", (Term("since", ("July 2016",), True, bound=1467331200),)),
        ('since:"1 January"', (Term("since", ("1 January 2016",), bound=1451606400),)),
        ('since:"2 July 1999"', (Term("since", ("2 July 1999",), bound=930873600),)),
        ("since:Tuesday", Fault(6, 7, "'Tuesday' is not a time this program understands")),
    ],
)
def test_a_time_that_lacks_its_year_is_of_the_year_given_and_says_so(text, read):
    assert parse(text, "UTC", 2016) == read


def test_a_time_that_lacks_its_year_where_none_is_given_lacks_it():
    assert parse('actor:is since:"2 July"') == Fault(15, 8, "'2 July' lacks a year")


def test_times_are_read_in_the_zone_of_the_dossier():
    assert parse("since:2016-06-28", "Asia/Damascus") == (Term("since", ("2016-06-28",), bound=1467061200),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("act", ("actor:",)),
        ("-so", ("-source:",)),
        ("is:c", ("is:contested",)),
        ("x verdict:str", ("x verdict:strained",)),
        ("actor:isl", ('actor:"Islamic State"',)),
        ("is:ruled,mar", ("is:ruled,marked",)),
        ('actor:"a b",isl', ('actor:"a b","Islamic State"',)),
        ("actor:NSA+isl", ('actor:NSA+"Islamic State"',)),
        ('actor:"isl', ('actor:"Islamic State"',)),
        ('actor:"islamic st', ('actor:"Islamic State"',)),
        ("is:ruled -actor:islamic st", ('is:ruled -actor:"Islamic State"',)),
        ("actor:islamic ", ('actor:"Islamic State"',)),
        ("actor:nsa s", ("actor:nsa source:", "actor:nsa since:")),
        ("", ()),
    ],
)
def test_completions(text, found):
    assert completions(text, lambda name: ("Islamic State", "NSA") if name == "actor" else ()) == found


words = st.text(st.characters(exclude_characters='"\x00', exclude_categories=("Cs",)), min_size=1, max_size=12)


names, several = (
    st.sampled_from(("actor", "place", "tag", "text")),
    st.lists(words.filter(str.strip), min_size=1, max_size=3),
)


@given(st.lists(st.tuples(names, several, st.booleans(), st.booleans()), max_size=5))
def test_terms_are_read_back_as_they_were_written(made):
    terms = parse(written([Term(name, tuple(values), negated, every=every) for name, values, negated, every in made]))
    assert not isinstance(terms, Fault)
    assert parse(written(terms)) == terms


@given(st.text(max_size=60))
def test_any_text_is_terms_or_a_fault_inside_it(text):
    answer = parse(text)
    if isinstance(answer, Fault):
        assert 0 <= answer.at <= len(text)
        assert answer.length >= 1
    else:
        assert all(term.name in NAMES for term in answer)
