from __future__ import annotations

import pytest

from tests.view.hand_made import SOURCES
from tui.core.model import Source
from tui.view.citations import Address, Citation, anchor, citations, web_address


def test_a_citation_holds_what_the_file_states_and_nothing_else() -> None:
    source = Source(
        id="dw", name="Deutsche Welle", siglum="DW", kind="post", family="dw", title="Rebels advance", url="https://dw.com/a",
        archive_url="on paper", sha256="ab12", captured="2016-06-30T08:00:00Z", published="2016-06-29", language="en-GB",
        credits=("AP", "dpa"), derived_from=("rtr", "gone"), grade="B",
    )  # fmt: skip
    _, cited = citations([SOURCES[0], source])
    assert cited == Citation(
        source="dw", number=2, anchor="source-dw", siglum="DW", name="Deutsche Welle", title="Rebels advance", language="en-GB",
        published="2016-06-29", sha256="ab12",
        details=("post", "credits AP, dpa", "derived from RTR, gone", "grade B (usually reliable)", "captured 2016-06-30T08:00:00Z"),
        addresses=(
            Address(label="", text="https://dw.com/a", target="https://dw.com/a"),
            Address(label="archived", text="on paper", target=None),
        ),
    )  # fmt: skip
    assert cited.line == (
        "Deutsche Welle, “Rebels advance”, 2016-06-29, post, credits AP, dpa, derived from RTR, gone, "
        "grade B (usually reliable), captured 2016-06-30T08:00:00Z."
    )


def test_what_is_not_stated_is_left_out() -> None:
    (cited,) = citations([Source(id="x", name="X", siglum="X", family="x")])
    assert (cited.line, cited.addresses, cited.language) == ("X, undated.", (), "")


@pytest.mark.parametrize(
    ("text", "followed"),
    [
        ("https://example.org/a?b=1&c=2#d", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/ onclick=x", False),
        ('https://example.org/"onclick=x', False),
        ("https://example.org/<b>", False),
        ("https://example.org/\u202egro", False),
        ("https://exаmple.org/", False),  # a Cyrillic а
        ("//example.org", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_followed(text: str, followed: bool) -> None:
    assert web_address(text) == (text if followed else None)


def test_a_place_in_the_document_is_named_by_id_where_that_is_safe() -> None:
    assert anchor("event", "al-bukamal.2", 7) == "event-al-bukamal.2"
    assert anchor("event", 'x" onclick="y', 7) == "event-no-7"
    assert anchor("event", "", 7) == "event-no-7"
