from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.view.hand_made import EVENT, IDENTITY, KILLED, MAKING, REPORTS, ROW, RULINGS, SOURCES, SUMMARY
from tui.core.answers import EventRow
from tui.core.model import Source
from tui.view.citations import citations
from tui.view.markup import Sigla, text
from tui.view.report_front import MEANING, front
from tui.view.report_html import html_lines
from tui.view.report_html_events import event_html
from tui.view.report_model import event_entry
from tui.view.report_style import STYLE
from tui.view.safety import safe
from tui.view.texts import Sheet

SHEET = Sheet.of(SOURCES, RULINGS, zone="Asia/Damascus", columns=100)

ARTICLE = """\
<article class="event" id="event-jayrud" aria-labelledby="event-jayrud-title">
<header><h3 id="event-jayrud-title" dir="auto"><span class="ordinal">1.</span> \
<a href="#event-jayrud">Air strikes on Jayrud</a></h3>
<p class="dateline"><span class="mark conflict"><span class="glyph" aria-hidden="true">✗</span> contested: conflict\
</span> · Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown · <code><bdi>jayrud</bdi></code></p></header>
<section class="flag finding"><h4><span class="mark finding"><span class="glyph" aria-hidden="true">⇅\
</span> finding: internal, killed</span></h4>
<p>The lead and the body differ.</p>
<p class="note"><b>Reports of:</b> <span class="siglum" title="Deutsche Welle"><bdi>DW</bdi></span></p>
</section>
<section class="flag conflict">
<h4><span class="label">killed</span> <span class="mark conflict"><span class="glyph" aria-hidden="true">✗\
</span> conflict, 13 deaths apart</span></h4>
<table class="readings stack" role="table"><caption class="visually-hidden">Readings of killed</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Reading</th>\
<th scope="col" role="columnheader">Given by</th><th scope="col" role="columnheader">Reports / origins / unknown</th>\
</tr></thead>
<tbody role="rowgroup">
<tr role="row"><th scope="row" role="rowheader"><bdi class="value">at least 30</bdi> <span class="camp">camp A</span>\
</th><td role="cell"><span class="witness"><a class="siglum" href="#source-rtr" title="Reuters"><bdi>RTR</bdi></a> \
<span class="soft"><bdi>para 2, said by the Observatory</bdi></span></span></td>\
<td role="cell" class="origins">1 report / 1 origin / 0 unknown</td></tr>
<tr role="row" class="lost"><th scope="row" role="rowheader"><bdi class="value">43</bdi> \
<span class="status">superseded</span> <span class="camp">camp B</span></th><td role="cell"><span class="witness">\
<a class="siglum" href="#source-dw" title="Deutsche Welle"><bdi>DW</bdi></a> <span class="soft">\
<bdi>lead, para 5, hedged</bdi></span> <q dir="auto">dozens of raids</q></span></td>\
<td role="cell" class="origins">1 report / 1 origin / 0 unknown</td></tr>
</tbody></table>
<p><b>Why.</b> 43 lies above 30; 13 apart.</p>
<p class="note">Readings of one camp can be true together.</p>
<p class="note"><b>Silent:</b> <span class="siglum" title="UCDP GED"><bdi>UCDP</bdi></span></p>
<p><b>Ruling, reopened:</b> <bdi>accepts 43 (dw/jayrud)</bdi>, because <bdi>later count</bdi> (<bdi>mk</bdi>, \
<bdi>2016-08-01</bdi>).</p>
</section>
<h4>Accounts</h4><ul class="accounts" role="list">
<li><a class="siglum" href="#source-rtr" title="Reuters"><bdi>RTR</bdi></a> <div> \
<span class="says" dir="auto">Air strikes hit the town.</span> <span class="where">\
<bdi>para 2, said by the Observatory</bdi></span></div></li>
<li><a class="siglum" href="#source-dw" title="Deutsche Welle"><bdi>DW</bdi></a> <div> \
<span class="says" dir="auto">Warplanes struck Jayrud.</span> <q dir="auto">dozens of raids</q> <span class="where">\
<bdi>lead, para 5, hedged</bdi></span></div></li>
</ul>
<p class="note"><b>No report of it:</b> <span class="siglum" title="UCDP GED"><bdi>UCDP</bdi></span></p>
<h4>Fields without a flag</h4><dl class="fields">
<div><dt>when</dt><dd><span class="reading"><bdi class="value">2016-07-02</bdi> <span class="siglum" title="Reuters">\
<bdi>RTR</bdi></span> “<bdi>Saturday</bdi>” <span class="siglum" title="Deutsche Welle"><bdi>DW</bdi></span> \
<span class="soft">2 reports / 1–2 origins / 1 unknown</span></span> <span class="standing told">\
<span class="mark same"><span class="glyph" aria-hidden="true">=</span> same</span> <span class="soft">The same day.\
</span></span></dd></div>
<div><dt>target</dt><dd><span class="reading"><bdi class="value">the market</bdi> \
<span class="siglum" title="Reuters"><bdi>RTR</bdi></span></span> <span class="reading"><bdi class="value">the town\
</bdi> <span class="siglum" title="Deutsche Welle"><bdi>DW</bdi></span></span> <span class="standing told">\
<span class="mark worded"><span class="glyph" aria-hidden="true">≠</span> undetermined (wording)</span> \
<span class="soft">Worded differently; nothing says whether the words exclude each other.</span></span></dd></div>
</dl>
<h4 class="visually-hidden">Apparatus</h4><p class="apparatus"><span class="lemma">when</span> <span class="entry">\
<bdi>2016-07-02</bdi> <span class="siglum" title="Reuters"><bdi>RTR</bdi></span> \
<span class="siglum" title="Deutsche Welle"><bdi>DW</bdi></span></span> <span aria-hidden="true">‖</span> \
<span class="lemma">killed</span> <span class="entry"><bdi>at least 30</bdi> <span class="siglum" title="Reuters">\
<bdi>RTR</bdi></span> <span class="bracket">]</span> <bdi>43</bdi> <span class="siglum" title="Deutsche Welle">\
<bdi>DW</bdi></span> (superseded) · <i>om.</i> <span class="siglum" title="UCDP GED"><bdi>UCDP</bdi></span></span> \
<span aria-hidden="true">‖</span> <span class="lemma">target</span> <span class="entry"><bdi>the market</bdi> \
<span class="siglum" title="Reuters"><bdi>RTR</bdi></span> <span class="bracket">]</span> <bdi>the town</bdi> \
<span class="siglum" title="Deutsche Welle"><bdi>DW</bdi></span></span></p>
</article>"""


class Page(HTMLParser):
    """Tags, attributes and text of a page; holds that every element is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def values(self, name: str) -> list[str]:
        return [value or "" for each, value in self.attributes if each == name]


def page(*rows: EventRow, sheet: Sheet = SHEET, title: str = "Summer 2016") -> str:
    events = (event_entry(number, row, sheet) for number, row in enumerate(rows, start=1))
    summary = replace(SUMMARY, title=title, events=len(rows))
    made = front(summary, rows, sheet, findings=[IDENTITY], unplaced=["x/report-1"], made=MAKING)
    return "\n".join(html_lines(made, events))


def test_a_report_left_open_between_events_is_told_and_not_judged() -> None:
    told = page(replace(ROW, reports=REPORTS[:1], disputed=REPORTS[1:]))
    head = "<h4>Left open between this event and another, and judged in neither</h4>"
    assert told.count(head) == 1
    assert "Warplanes struck Jayrud." in told.partition(head)[2].partition("</ul>")[0]
    assert head not in page(ROW)


def test_an_event_with_everything_said_of_it() -> None:
    assert "\n".join(event_html(event_entry(1, ROW, SHEET), Sigla(citations(SOURCES)))) == ARTICLE


def test_the_page_is_sound() -> None:
    whole = Page(page(ROW))
    assert whole.tags[:2] == ["html", "head"]
    assert [tag for tag in whole.tags if tag in ("main", "nav", "footer", "h1", "title")] == [
        "title", "h1", "nav", "main", "footer"
    ]  # fmt: skip
    ids = whole.values("id")
    assert len(ids) == len(set(ids))
    assert {name[1:] for name in whole.values("href") if name.startswith("#")} <= set(ids)
    assert set(whole.values("aria-labelledby")) <= set(ids)
    assert whole.tags.count("table") == whole.tags.count("caption") == whole.tags.count("thead")
    assert whole.tags.count("th") == len(whole.values("scope"))


def test_every_event_can_be_gone_to() -> None:
    other = replace(ROW, verdict=replace(EVENT, id="other", title="Market reopens"))
    told = Page(page(ROW, other)).words
    assert "All 2 events in order1 Air strikes on Jayrud Sat 2 Jul 20162 Market reopens Sat 2 Jul 2016" in told.replace(
        "\n", ""
    )
    assert "<details" not in page(ROW)


def test_the_summary_page_says_what_the_counts_are_worth() -> None:
    words = Page(page(ROW)).words
    for heading, sentences in MEANING:
        assert f"{heading}{sentences}" in words
    assert "1 event · 2 reports / 1–2 origins / 1 unknown · 3 sources · 1 contested" in words
    for told in (
        "1. Air strikes on Jayrud",
        "x/report-1",
        "a.toml",
        "ab12",
        "Made by rashomon 9 with rashomon report PATH…",
        "is:marked stands for a. The same files give",
        "1 event with an open flag",
    ):
        assert told in words


def test_the_policy_lets_in_this_style_and_nothing_else() -> None:
    whole = page(ROW)
    policy = unescape(re.findall(r'Content-Security-Policy" content="([^"]+)"', whole)[0])
    style = re.findall(r"<style>(.*?)</style>", whole, re.DOTALL)
    digest = re.fullmatch(
        r"default-src 'none'; style-src 'sha256-([^']+)'; base-uri 'none'; form-action 'none'", policy
    )
    assert digest is not None
    assert [sha256(each.encode()).digest() for each in style] == [b64decode(digest[1])]
    assert "url(" not in style[0]
    assert "@import" not in style[0]
    assert style[0].isascii(), "a page in another encoding keeps its style"


def test_the_same_input_gives_the_same_bytes_line_by_line() -> None:
    assert page(ROW) == page(ROW)
    made = front(SUMMARY, [ROW], SHEET)
    assert all("\n" not in line for line in html_lines(made, [event_entry(1, ROW, SHEET)]))


def test_without_a_discrepancy_it_says_what_that_means() -> None:
    quiet = replace(ROW, verdict=replace(EVENT, fields=(), findings=(), absent=(), sources=("rtr",)))
    words = Page(page(quiet)).words
    assert "No open discrepancy was found. That does not make any account true." in words


def test_what_a_ruling_rejected_stays() -> None:
    ruled = replace(KILLED, open=False, readings=tuple(replace(one, superseded=False) for one in KILLED.readings))
    whole = page(replace(ROW, verdict=replace(EVENT, fields=(ruled,), findings=())))
    assert '<bdi class="value">at least 30</bdi> <span class="status">not accepted</span>' in whole
    assert '<bdi class="value">43</bdi> <span class="status">accepted</span>' in whole
    assert "Ruling: accepts 43 (dw/jayrud), because later count (mk, 2016-08-01)." in Page(whole).words


def test_many_silent_sources_are_counted() -> None:
    names = tuple(f"s{number}" for number in range(13))
    assert "No report of it: 13 sources" in Page(page(replace(ROW, verdict=replace(EVENT, absent=names)))).words
    assert "No report of it: s0 s1" in Page(page(replace(ROW, verdict=replace(EVENT, absent=names[:2])))).words


def test_each_source_says_where_it_is_cited() -> None:
    words = Page(page(ROW, replace(ROW, verdict=replace(EVENT, id="other"), reports=REPORTS[:1]))).words
    assert "“Strikes on Jayrud”, 2016-07-02. In events 1, 2." in words
    assert "sha256 ab12 In event 1." in words
    assert "UCDP GED, undated, dataset. Not cited in this report." in words


def test_a_share_is_told_with_its_number_and_few_fields_without_a_share() -> None:
    fields = tuple(replace(EVENT.fields[0], field=f"claims.c{number}") for number in range(4))
    assert '<td class="few">4/4</td>' in page(replace(ROW, verdict=replace(EVENT, fields=fields)))
    fields += (replace(fields[0], field="claims.more"),)
    assert '<td class="a4">100% <span class="n">of 5</span></td>' in page(
        replace(ROW, verdict=replace(EVENT, fields=fields))
    )


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, "contrast ratio"."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def palettes() -> list[dict[str, str]]:
    """The colours on screen in the light and in the dark, and on paper."""
    found = [
        dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    ]
    light = found[0]
    return [light, *({**light, **other} for other in found[1:])]


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark", "paper"])
def test_every_word_can_be_read_on_what_is_behind_it(palette: dict[str, str]) -> None:
    washes = ("paper", "raised", "conflict-wash", "strained-wash", "finding-wash", "settled-wash")
    pairs = [(word, wash) for word in ("ink", "soft", "link") for wash in washes]
    pairs += [(word, f"{word}-wash") for word in ("conflict", "strained", "finding", "settled")]
    pairs += [(word, "paper") for word in ("conflict", "strained", "finding", "settled", "worded", "agree")]
    pairs += [("ink", shade) for shade in ("a0", "a1", "a2", "a3", "a4")]
    assert {pair: ratio for pair in pairs if (ratio := contrast(palette[pair[0]], palette[pair[1]])) < 4.5} == {}


@given(st.text(st.sampled_from("ab \\`<>&;\"'=/\n\x1b\u202e\ud800é\u0627"), max_size=40))
def test_escaped_text_shows_exactly_itself(words: str) -> None:
    assert not set("<>\"'") & set(text(words))
    assert unescape(text(words)) == safe(words)


EVIL = '</style></title><script>alert(1)</script><img src=x onerror="alert(1)" \'> &lt;b&gt; \u202e\x07\u2028 javascript:alert(1)'


@pytest.mark.parametrize("evil", [EVIL, '" onclick="alert(1)', "' onclick='alert(1)", "<!--", "]]>", "&#60;b&#62;"])
def test_text_of_other_people_is_never_markup(evil: str) -> None:
    source = Source(
        id=evil, name=evil, siglum=evil, kind=evil, family=evil, title=evil, url=f"https://{evil}", archive_url=evil,
        sha256=evil, captured=evil, published=evil, language=evil, credits=(evil,), derived_from=(evil,), grade=evil,
    )  # fmt: skip
    report = replace(
        REPORTS[0], id=evil, source=evil, what=evil, quote=evil, locator=evil, part=evil, said_by=(evil,), note=evil,
        when=evil, as_of=evil, denies=(evil,), derived_from=(evil,), corrects=(evil,), figures=((evil, evil),),
    )  # fmt: skip
    reading = replace(KILLED.readings[0], value=evil, reports=(evil,), sources=(evil,))
    field = replace(KILLED, field=f"figures.{evil}", readings=(reading,), reason=evil, gap=evil, silent=(evil,))
    finding = replace(IDENTITY, events=(evil,), reports=(evil,), field=evil, reason=evil)
    ruling = replace(RULINGS[0], accepted=evil, reason=evil, by=evil, at=evil)
    event = replace(
        EVENT,
        id=evil,
        title=evil,
        fields=(field, replace(field, flagged=False)),
        findings=(finding,),
        absent=(evil,),
        earlier=(evil,),
    )
    row = replace(ROW, verdict=event, reports=(report,))
    whole = Page(page(row, sheet=Sheet.of((source, *SOURCES[1:]), (ruling,), zone="UTC", columns=100), title=evil))
    assert not {"script", "img"} & set(whole.tags)
    assert {name for name, _ in whole.attributes} <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "aria-labelledby", "aria-label",
        "aria-hidden", "role", "scope", "tabindex", "title", "dir", "rel",
    }  # fmt: skip
    assert all(name.startswith(("#", "https://")) for name in whole.values("href"))
    assert whole.words.count(safe(evil)) >= 30
