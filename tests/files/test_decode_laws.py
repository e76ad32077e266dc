"""Laws: whatever stands in a file, it is decoded or told about, and never stops the program."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.files.decode import decode
from tui.files.format import TABLES, Shape
from tui.files.load import load_pieces

WORDS = st.sampled_from(
    ["dw", "dw/e", "e", "Tuesday", "2016-06-29", "none", "claims.x", "", "Ä b", "x" * 200, "\x1b[0m\n"]
)
SCALARS = st.one_of(
    WORDS.map(json.dumps),
    st.sampled_from(["true", "3", "-1", "1.5", "nan", "inf", "2016-06-29", "2016-06-29T06:00:00Z", "06:00:00"]),
    st.integers(-(10**25), 10**25).map(str),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda members: f"[{', '.join(members)}]"),
        st.dictionaries(WORDS, inner, max_size=3).map(
            lambda members: "{ " + ", ".join(f"{json.dumps(name)} = {value}" for name, value in members.items()) + " }"
        ),
    ),
    max_leaves=6,
)


@st.composite
def files(draw):
    """A file of tables with their own keys and any values."""
    text = ""
    for table in draw(st.lists(st.sampled_from(TABLES), max_size=6)):
        if table.shape is Shape.ONE and table.header in text:
            continue
        keys = draw(st.lists(st.sampled_from(table.keys), max_size=5, unique_by=lambda key: key.name))
        text += f"{table.header}\n" + "".join(f"{key.name} = {draw(VALUES)}\n" for key in keys)
    return text


@settings(max_examples=60)
@given(st.lists(files(), max_size=3))
def test_nothing_raises_and_references_hold(texts):
    pieces = [decode(text, f"{number}.toml") for number, text in enumerate(texts)]
    assert all(piece.parsed for piece in pieces)
    dossier, problems = load_pieces(pieces)
    order = [(fault.file, fault.line or 0) for fault in problems if fault.file]
    assert order == sorted(order)
    reports = {report.id for report in dossier.reports}
    assert len(reports) == len(dossier.reports)
    sources = {source.id for source in dossier.sources}
    events = {event.id for event in dossier.events}
    for report in dossier.reports:
        assert report.source in sources
        assert report.event is None or report.event in events
        assert set(report.after) <= events
        assert set(report.corrects) <= reports
        assert set(report.derived_from) <= reports | sources
    for ruling in dossier.rulings:
        assert ruling.event in events
        assert ruling.accepted in reports | {"none", "both"}
    assert all(len(set(link.reports)) > 1 and set(link.reports) <= reports for link in dossier.links)
    assert all(annotation.target in reports | events | sources for annotation in dossier.annotations)


@given(st.binary(max_size=60))
def test_any_bytes_are_decoded_or_told_about(data):
    pieces = decode(data, "x.toml")
    assert pieces.problems or pieces.has_tables


@given(st.text(alphabet="[]report.=\"\n'#{},a1 \\", max_size=40))
def test_any_text_is_decoded_or_told_about(text):
    pieces = decode(text, "x.toml")
    assert pieces.problems or pieces.has_tables
