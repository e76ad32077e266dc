from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tests.view.hand_made import EVENT, REPORTS, ROW, RULINGS, SOURCES, SUMMARY
from tui.view.safety import safe
from tui.view.texts import Sheet
from tui.view.texts_html import event_html, html_lines, text

SHEET = Sheet.of(SOURCES, RULINGS, zone="Asia/Damascus", columns=100)

SECTION = """\
<section>
<h2>1. Air strikes on Jayrud</h2>
<p class="numbers">Sat 2 Jul 2016 · 2 reports / 1–2 origins / 1 unknown · <code class="id">jayrud</code></p>
<table>
<thead><tr><th scope="col">source</th><th scope="col">says</th><th scope="col">where</th><th scope="col">speaker</th></tr></thead>
<tbody>
<tr><th scope="row">RTR</th><td>Air strikes hit the town.</td><td>para 2</td><td>the Observatory</td></tr>
<tr><th scope="row">DW</th><td>Warplanes struck Jayrud. <q>dozens of raids</q></td><td>lead, para 5</td><td></td></tr>
</tbody>
</table>
<table>
<thead><tr><th scope="col">field</th><th scope="col">readings</th><th scope="col">verdict</th><th scope="col">why</th></tr></thead>
<tbody>
<tr class="flagged"><th scope="row"><span title="figures.killed">killed</span></th><td><ul>\
<li><strong>at least 30</strong> RTR</li><li><strong>43</strong> DW (superseded)</li><li>silent: UCDP</li></ul></td>\
<td>✗ conflict, 13 deaths apart<br>ruling: accepted dw/jayrud, because later count (mk, 2016-08-01)</td>\
<td>43 lies above 30; 13 apart.</td></tr>
</tbody>
</table>
<ul>
<li>⇅ <strong>internal</strong>: The lead and the body differ.</li>
<li>no report: UCDP</li>
</ul>
</section>"""


class Page(HTMLParser):
    """Collects tags, links and text, and holds that every tag is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "onclick")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_an_event_as_html() -> None:
    row = replace(ROW, verdict=replace(EVENT, fields=EVENT.fields[1:2]))
    assert "\n".join(event_html(1, row, SHEET)) == SECTION


def test_the_page_is_whole_and_needs_nothing_else() -> None:
    page = Page("\n".join(html_lines(SUMMARY, [ROW], SHEET)))
    assert page.open == []
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert page.links == ["https://example.org/dw"]


@given(st.text(max_size=40))
def test_text_shows_exactly_itself(words: str) -> None:
    assert Page(f"<p>{text(words)}</p>").words == " ".join(safe(words).split())


def test_text_of_other_people_is_never_markup() -> None:
    evil = '"><script>alert(1)</script><img src=x onclick=y>\x1b'
    source = replace(
        SOURCES[0], name=evil, siglum=evil, title=evil, url="javascript:alert(1)", archive_url=f"https://x/{evil}"
    )
    report = replace(REPORTS[0], what=evil, quote=evil, locator=evil, said_by=(evil,))
    killed = replace(EVENT.fields[1], field=f"figures.{evil}", reason=evil)
    row = replace(ROW, reports=(report,), verdict=replace(EVENT, title=evil, id=evil, fields=(killed,)))
    sheet = Sheet.of((source, *SOURCES[1:]), zone="UTC", columns=100)
    page = Page("\n".join(html_lines(replace(SUMMARY, title=evil), [row], sheet)))
    assert page.open == []
    assert not {"script", "img"} & set(page.tags)
    assert all(link.startswith("https://") for link in page.links)
    assert "\x1b" not in page.words
