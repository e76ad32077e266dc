from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.view.hand_made import EVENT, REPORTS, ROW, RULINGS, SOURCES, SUMMARY
from tui.view.safety import safe
from tui.view.texts import Sheet
from tui.view.texts_markdown import escaped, markdown_lines

markdown = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
SHEET = Sheet.of(SOURCES, RULINGS, zone="Asia/Damascus", columns=100)

WHOLE = """\
# Summer 2016

1 event · 2 reports / 1–2 origins / 1 unknown · 3 sources · 1 contested

## 1. Air strikes on Jayrud

Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown · `jayrud`

| source | says | where | speaker |
|---|---|---|---|
| RTR | Air strikes hit the town. | para 2 | the Observatory |
| DW | Warplanes struck Jayrud. “dozens of raids” | lead, para 5 | · |

| field | readings | verdict | why |
|---|---|---|---|
| `when` | **2016-07-02** (“Saturday”) RTR, DW · 2 reports / 1–2 origins / 1 unknown | = same | The same day. |
| `figures.killed` | **at least 30** RTR<br>**43** DW (superseded)<br>silent: UCDP | ✗ conflict, 13 deaths apart<br>ruling: \
accepted dw/jayrud, because later count (mk, 2016-08-01) | 43 lies above 30; 13 apart. |
| `claims.target` | **the market** RTR<br>**the town** DW | ≠ undetermined (wording) | \
Worded differently; nothing says whether the words exclude each other. |

- ⇅ **internal**, `figures.killed`: The lead and the body differ.
- no report: UCDP

## Sources

- **RTR** Reuters, “Strikes on Jayrud”, 2016-07-02.
- **DW** Deutsche Welle, 2016-07-03, credits AP, Reuters, grade B. <https://example.org/dw> sha256 `ab12`
- **UCDP** UCDP GED, undated."""


def test_the_report_as_markdown() -> None:
    assert "\n".join(markdown_lines(SUMMARY, [ROW], SHEET)) == WHOLE


def test_it_is_two_tables_and_no_html_but_line_breaks() -> None:
    rendered = markdown.render(WHOLE)
    assert rendered.count("<table>") == 2
    assert "&lt;br&gt;" not in rendered


@given(st.text(st.sampled_from("ab \\`*_[]()<>|~#&;!$-+.1=:/\"'\n\t\x1b\u202eé"), max_size=40))
def test_escaped_text_shows_exactly_itself(text: str) -> None:
    rendered = markdown.renderInline(f"x{escaped(text)}x")
    assert unescape(rendered) == "x" + " ".join(safe(text).split()) + "x"


def test_text_of_other_people_is_never_markup() -> None:
    evil = "<script>alert(1)</script> | [x](javascript:y) `*_#"
    source = replace(SOURCES[0], name=evil, siglum=evil, url="javascript:alert(1)", sha256="`x`")
    report = replace(REPORTS[0], what=evil, quote=evil, locator=evil, said_by=(evil,))
    row = replace(ROW, reports=(report,), verdict=replace(EVENT, title=evil, id="a`|b"))
    sheet = Sheet.of((source, *SOURCES[1:]), zone="UTC", columns=100)
    rendered = markdown.render("\n".join(markdown_lines(replace(SUMMARY, title=evil), [row], sheet)))
    assert "<script" not in rendered
    assert 'href="javascript' not in rendered
    assert rendered.count("<table>") == 2
    assert "<em>" not in rendered
