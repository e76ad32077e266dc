from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.view.hand_made import EVENT, IDENTITY, KILLED, MAKING, REPORTS, ROW, RULINGS, SOURCES, SUMMARY
from tui.core.answers import EventRow
from tui.view.report_front import MEANING, front, matrix_note
from tui.view.report_markdown import escaped, markdown_lines
from tui.view.report_model import event_entry
from tui.view.safety import safe
from tui.view.texts import Sheet

parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
SHEET = Sheet.of(SOURCES, RULINGS, zone="Asia/Damascus", columns=100)
FRONT = front(
    SUMMARY, [ROW], SHEET, findings=[IDENTITY], unplaced=["x/report-1"], made=MAKING,
)  # fmt: skip

WHOLE = f"""\
# Summer 2016

1 event · 2 reports / 1–2 origins / 1 unknown · 3 sources · 1 contested

{"".join(f"**{heading}.** {sentences}{chr(10)}{chr(10)}" for heading, sentences in MEANING)}\
## Contested events

1 event with an open flag, strongest first.

| no. | event | at issue |
|---|---|---|
| 1 | [Air strikes on Jayrud](#event-jayrud)<br>Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown | \
**✗ killed: conflict, 13 deaths apart**: at least 30 RTR \\] 43 DW (superseded) · *om.* UCDP<br>**⇅ finding: internal, killed** |

### Across events

- **≡ finding: identity** A day apart, in one place. Reports of: RTR. Events: [1. Air strikes on Jayrud](#event-jayrud). `rtr/jayrud`

## Who agrees with whom

{matrix_note(FRONT.matrix)}

| · | RTR | DW |
|---|:-:|:-:|
| **RTR** Reuters | — | 1/1 |
| **DW** Deutsche Welle | 1/1 | — |

## Origins

2 reports / 1–2 origins / 1 unknown.

Agencies that sources credit: AP (1 source), Reuters (1 source).

## Events

<a id="event-jayrud"></a>

### 1. Air strikes on Jayrud

**✗ contested: conflict** · Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown · `jayrud`

- **⇅ finding: internal, killed** The lead and the body differ. Reports of: DW.

#### killed: ✗ conflict, 13 deaths apart

| reading | given by | reports / origins / unknown |
|---|---|---|
| **at least 30**<br>camp A | RTR para 2, said by the Observatory | 1 report / 1 origin / 0 unknown |
| **43**<br>superseded<br>camp B | DW lead, para 5, hedged “dozens of raids” | 1 report / 1 origin / 0 unknown |

**Why.** 43 lies above 30; 13 apart.

Readings of one camp can be true together.

Silent: UCDP

**Ruling, reopened:** accepts 43 (dw/jayrud), because later count (mk, 2016-08-01).

| source | says | where and who |
|---|---|---|
| [RTR](#source-rtr) | Air strikes hit the town. | para 2, said by the Observatory |
| [DW](#source-dw) | Warplanes struck Jayrud. “dozens of raids” | lead, para 5, hedged |

No report of it: UCDP

| field | readings | standing |
|---|---|---|
| when | **2016-07-02** RTR “Saturday” DW · 2 reports / 1–2 origins / 1 unknown | = same<br>The same day. |
| target | **the market** RTR<br>**the town** DW | ≠ undetermined (wording)<br>\
Worded differently; nothing says whether the words exclude each other. |

*when* 2016-07-02 RTR DW ‖ *killed* at least 30 RTR \\] 43 DW (superseded) · *om.* UCDP ‖ *target* the market RTR \\] the town DW

## 1 report without an event

`x/report-1`

## Sources

- <a id="source-rtr"></a>**RTR** Reuters, “Strikes on Jayrud”, 2016-07-02.
- <a id="source-dw"></a>**DW** Deutsche Welle, 2016-07-03, credits AP, Reuters, grade B (usually reliable). \
<https://example.org/dw> sha256 `ab12`
- <a id="source-ucdp"></a>**UCDP** UCDP GED, undated, dataset.

---

Made by rashomon 9 with

    rashomon report PATH…

is:marked stands for a.
The same files give the same report, byte for byte.

| file | SHA-256 |
|---|---|
| a.toml | `ab12` |"""


def written(*rows: EventRow, sheet: Sheet = SHEET) -> str:
    events = (event_entry(number, row, sheet) for number, row in enumerate(rows, start=1))
    return "\n".join(markdown_lines(front(replace(SUMMARY, events=len(rows)), rows, sheet), events))


def test_the_whole_report() -> None:
    assert "\n".join(markdown_lines(FRONT, [event_entry(1, ROW, SHEET)])) == WHOLE


def test_its_links_lead_somewhere_and_nothing_else_is_html() -> None:
    rendered = parser.render(WHOLE)
    assert rendered.count("<table>") == 6
    for target in ("event-jayrud", "source-rtr", "source-dw"):
        assert f'href="#{target}"' in rendered
        assert f'<a id="{target}">' in rendered
    assert "&lt;" not in rendered


def test_without_a_discrepancy_it_says_what_that_means() -> None:
    quiet = replace(ROW, verdict=replace(EVENT, fields=(), findings=(), absent=(), sources=("rtr",)))
    told = written(quiet)
    assert "No open discrepancy was found. That does not make any account true." in told
    assert "#### " not in told
    assert "| field |" not in told


def test_a_report_left_open_between_events_is_told_and_not_judged() -> None:
    told = written(replace(ROW, reports=REPORTS[:1], disputed=REPORTS[1:]))
    assert (
        """\
Left open between this event and another, and judged in neither:

| source | says | where and who |
|---|---|---|
| [DW](#source-dw) | Warplanes struck Jayrud. “dozens of raids” | lead, para 5, hedged |

No report of it"""
        in told
    )


def test_what_a_ruling_rejected_stays() -> None:
    ruled = replace(KILLED, open=False, readings=tuple(replace(one, superseded=False) for one in KILLED.readings))
    told = written(replace(ROW, verdict=replace(EVENT, fields=(ruled,), findings=())))
    assert "#### killed: ✓ conflict, 13 deaths apart, ruled" in told
    assert "| **at least 30**<br>not accepted<br>camp A |" in told
    assert "| **43**<br>accepted<br>camp B |" in told
    assert "**Ruling:** accepts 43 (dw/jayrud), because later count (mk, 2016-08-01)." in told


@given(st.text(st.sampled_from("ab 12\\`*_[]()<>|~#&;!$-+.1=:/\"'\n\t\x1b\u202eé"), max_size=40))
def test_escaped_text_shows_exactly_itself(text: str) -> None:
    shown = " ".join(safe(text).split())
    assert unescape(parser.renderInline(escaped(text))) == shown
    assert unescape(parser.render(escaped(text))) == (f"<p>{shown}</p>\n" if shown else "")


def test_text_of_other_people_is_never_markup() -> None:
    evil = "<script>alert(1)</script> | [x](javascript:y) `*_# ![x](y) <b>"
    source = replace(
        SOURCES[0], name=evil, siglum=evil, title=evil, url="javascript:alert(1)", sha256="`x`", credits=(evil,)
    )
    report = replace(
        REPORTS[0],
        what=evil,
        quote=evil,
        locator=evil,
        said_by=(evil,),
        note=evil,
        when=evil,
        figures=(("killed", evil),),
    )
    killed = replace(KILLED, field=f"figures.{evil}", readings=(replace(KILLED.readings[0], value=evil),))
    row = replace(ROW, reports=(report,), verdict=replace(EVENT, title=evil, id="a`|b<i>", fields=(killed,)))
    sheet = Sheet.of((source, *SOURCES[1:]), zone="UTC", columns=100)
    rendered = parser.render(written(row, sheet=sheet))
    for harm in ("<script", 'href="javascript', "<em>alert", "<img", "<i>", "<b>"):
        assert harm not in rendered
    assert rendered.count("<table>") == 3, "the contested events, the readings, the accounts; one source, so no matrix"
