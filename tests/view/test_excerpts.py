from __future__ import annotations

from dataclasses import replace

import pytest

from tests.view.hand_made import EVENT, IDENTITY, INTERNAL, KILLED, TARGET, WHEN
from tui.core.filters import EVERYTHING, Filter
from tui.core.judgements import FieldVerdict, FindingKind, Verdict
from tui.core.terms import Term
from tui.view.excerpts import excerpt, finding_passes, narrows, reaches
from tui.view.texts_diff import mentioned_part


def test_a_diff_prints_flags_updates_and_wording() -> None:
    assert excerpt(EVENT, EVERYTHING) == replace(EVENT, fields=(KILLED, TARGET))


def test_everything_prints_every_field_and_finding() -> None:
    single = replace(INTERNAL, kind=FindingKind.SINGLE_ORIGIN, open=False)
    event = replace(EVENT, findings=(single,))
    assert excerpt(event, EVERYTHING, everything=True) == event
    assert excerpt(event, EVERYTHING) == replace(event, fields=(KILLED, TARGET), findings=())


def test_an_event_without_discrepancy_is_left_out_unless_everything_is_asked_for() -> None:
    calm = replace(EVENT, fields=(WHEN,), findings=())
    assert excerpt(calm, EVERYTHING) is None
    assert excerpt(calm, EVERYTHING, everything=True) == calm


@pytest.mark.parametrize(
    ("keep", "fields", "findings"),
    [
        (Filter(fields=("figures.killed",)), (KILLED,), (INTERNAL,)),
        (Filter(fields=("figures",)), (KILLED,), (INTERNAL,)),
        (Filter(fields=("claims.target",)), (TARGET,), ()),
        (Filter(verdicts=("conflict",)), (KILLED,), ()),
        (Filter(verdicts=("conflict", "undetermined")), (KILLED, TARGET), ()),
        (Filter(sources=("dw",)), (KILLED, TARGET), (INTERNAL,)),
        (Filter(terms=(Term("field", ("figures.killed",)),)), (KILLED,), (INTERNAL,)),
        (Filter(terms=(Term("verdict", ("conflict",)),)), (KILLED,), ()),
        (Filter(terms=(Term("kind", ("wording",)),)), (TARGET,), ()),
        (Filter(terms=(Term("kind", ("internal", "wording")),)), (TARGET,), (INTERNAL,)),
        (Filter(verdicts=("conflict", "undetermined"), terms=(Term("kind", ("wording",)),)), (TARGET,), ()),
        (Filter(terms=(Term("verdict", ("conflict",), negated=True),)), (KILLED, TARGET), (INTERNAL,)),
        (Filter(terms=(Term("text", ("conflict",)),)), (KILLED, TARGET), (INTERNAL,)),
    ],
)
def test_field_and_verdict_narrow_what_is_printed(keep: Filter, fields: object, findings: object) -> None:
    part = excerpt(EVENT, keep)
    assert part is not None
    assert narrows(keep) is ((part.fields, part.findings) != ((KILLED, TARGET), (INTERNAL,)))
    assert (part.fields, part.findings) == (fields, findings)


def test_a_finding_without_a_field_is_no_answer_to_a_question_about_one() -> None:
    assert finding_passes(IDENTITY, EVERYTHING)
    assert not finding_passes(IDENTITY, Filter(fields=("when",)))


@pytest.mark.parametrize(
    ("field", "strained", "conflict"),
    [
        (KILLED, True, True),
        (replace(KILLED, verdict=Verdict.STRAINED), True, False),
        (replace(KILLED, open=False), False, False),
        (replace(KILLED, doubtful=True), False, False),
        (TARGET, False, False),
    ],
)
def test_what_makes_fail_on_fail(field: FieldVerdict, strained: bool, conflict: bool) -> None:
    assert (reaches(field, Verdict.STRAINED), reaches(field, Verdict.CONFLICT)) == (strained, conflict)


def test_a_grade_in_doubt_is_told_and_a_sole_origin_is_not() -> None:
    """Neither is a discrepancy; but whoever graded 1 is asked to look again."""
    doubt, sole = (
        replace(INTERNAL, kind=kind, field=None, open=False)
        for kind in (FindingKind.CREDIBILITY, FindingKind.SINGLE_ORIGIN)
    )
    calm = replace(EVENT, fields=(), findings=(doubt, sole))
    part = excerpt(calm, EVERYTHING)
    assert part == replace(calm, findings=(doubt,))
    assert mentioned_part(part) == part
