from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.view.hand_made import EVENT, KILLED, ONE, SOURCES, TARGET, WHEN
from tui.core.judgements import FieldVerdict, Pair, Reading, Verdict
from tui.core.model import Report, Source
from tui.view.agreement import MOST_PARTIES, AgreementTally, Cell, Matrix, Party

RTR, DW, UCDP = SOURCES


def matrix(
    *fields: FieldVerdict, sources: tuple[Source, ...] = SOURCES, reporting: tuple[str, ...] = ("rtr", "dw")
) -> Matrix:
    tally = AgreementTally(sources)
    reports = [Report(id=f"{source}/{n}", source=source) for n, source in enumerate(reporting)]
    tally.add(replace(EVENT, fields=fields), reports)
    return tally.matrix()


def field(verdict: Verdict, *given_by: str, name: str = "figures.killed") -> FieldVerdict:
    """A field with a reading per word, `a b` being given by a and b; every two readings stand as `verdict` says."""
    readings = tuple(
        Reading(value=str(n), as_written=(), reports=(), sources=tuple(each.split()), origins=ONE)
        for n, each in enumerate(given_by)
    )
    pairs = tuple(
        Pair(a=a, b=b, verdict=verdict, kind=None, reason="")
        for a in range(len(readings))
        for b in range(a + 1, len(readings))
    )
    return replace(KILLED, field=name, verdict=verdict, readings=readings, pairs=pairs)


def test_the_share_of_shared_fields_that_agree() -> None:
    live = replace(KILLED, readings=tuple(replace(reading, superseded=False) for reading in KILLED.readings))
    assert matrix(WHEN, live, TARGET, reporting=("rtr", "dw", "dw")) == Matrix(
        by_publisher=False,
        parties=(
            Party(siglum="RTR", name="Reuters", sources=1, reports=1),
            Party(siglum="DW", name="Deutsche Welle", sources=1, reports=2),
        ),
        cells=((Cell(0, 0), Cell(1, 2)), (Cell(1, 2), Cell(0, 0))),
        left_out=0,
    )


def cell(*fields: FieldVerdict) -> Cell:
    return matrix(*fields).cells[0][1]


def test_what_counts() -> None:
    assert cell(field(Verdict.PRECISION, "rtr", "dw"), field(Verdict.COMPATIBLE, "rtr", "dw")) == Cell(2, 2)
    assert cell(field(Verdict.STRAINED, "rtr", "dw"), field(Verdict.CONFLICT, "rtr", "dw")) == Cell(0, 2)
    for verdict in (Verdict.UNDETERMINED, Verdict.UNREAD, Verdict.INCOMPARABLE):
        assert cell(field(verdict, "rtr", "dw")) == Cell(0, 0)


def test_superseded_readings_and_who_spoke_are_not_compared() -> None:
    assert cell(KILLED) == Cell(0, 0), "one of its two readings is superseded"
    assert cell(field(Verdict.CONFLICT, "rtr", "dw", name="said_by")) == Cell(0, 0)


def test_a_source_that_quotes_both_sides_agrees_with_either() -> None:
    assert cell(field(Verdict.CONFLICT, "rtr dw", "dw")) == Cell(1, 1)


def test_many_sources_are_put_together_by_publisher_and_every_two_of_theirs_counted() -> None:
    sources = (
        *(Source(id=f"a{n}", name="Al-Alam", siglum=f"ALM{n}", family="alalam") for n in range(1, 9)),
        *(Source(id=f"s{n}", name="Sabah", siglum=f"SAB{n}", family="sabah") for n in range(1, 9)),
    )
    assert matrix(field(Verdict.CONFLICT, "a1 a2", "s1"), sources=sources, reporting=("a1", "a2", "s1")) == Matrix(
        by_publisher=True,
        parties=(
            Party(siglum="ALM", name="Al-Alam", sources=8, reports=2),
            Party(siglum="SAB", name="Sabah", sources=8, reports=1),
        ),
        cells=((Cell(0, 0), Cell(0, 2)), (Cell(0, 2), Cell(0, 0))),
        left_out=0,
    )


def test_a_page_holds_only_so_many() -> None:
    sources = tuple(Source(id=f"x{n}", name=f"X{n}", siglum=f"X{n}", family=f"x{n}") for n in range(40))
    shown = matrix(sources=sources, reporting=(*(source.id for source in sources), "x39"))
    assert (len(shown.parties), shown.left_out) == (MOST_PARTIES, 40 - MOST_PARTIES)
    assert [party.siglum for party in shown.parties] == [*(f"X{n}" for n in range(MOST_PARTIES - 1)), "X39"]


def test_a_share_is_rounded_down_so_that_all_means_all() -> None:
    assert (Cell(299, 300).percent, Cell(300, 300).percent, Cell(0, 3).percent) == (99, 100, 0)


VERDICTS = st.sampled_from([*Verdict])
GIVERS = st.lists(st.sampled_from(["rtr", "dw", "ucdp", "rtr dw", "dw ucdp"]), min_size=1, max_size=4)


@given(st.lists(st.tuples(VERDICTS, GIVERS), max_size=5))
def test_it_is_symmetric_and_never_more_than_was_compared(given_fields: list[tuple[Verdict, list[str]]]) -> None:
    fields = [field(verdict, *givers) for verdict, givers in given_fields]
    cells = matrix(*fields, reporting=("rtr", "dw", "ucdp")).cells
    assert cells == tuple(zip(*cells, strict=True))
    assert all(0 <= cell.agree <= cell.compared <= len(fields) for row in cells for cell in row)
    assert all(cells[n][n] == Cell(0, 0) for n in range(3))
