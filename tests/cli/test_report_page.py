"""The HTML report in a real browser. Skipped where no Chromium is installed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser import CHROMIUM, Browser, browser
from tui.cli.main import main

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

EVIL = (
    "</style></title><script>document.title='owned'</script>"
    r"<img src=http://127.0.0.1:9/x onerror=\"document.title='owned'\">"
    r"""'\"><a href='javascript:alert(1)'>&lt;b&gt;\u202e\u0007\u2028"""
)
"""As TOML has it between double quotation marks."""
HOSTILE = f"""\
[dossier]
title = "{EVIL}"
[[source]]
id = "a"
name = "{EVIL}"
siglum = "<b>A"
title = "{EVIL}"
url = "javascript:document.title='owned'"
archive_url = "https://example.org/\\"onmouseover=alert(1)"
language = "en\\"><script>"
published = 2016-07-03
credits = ["{EVIL}"]
captured = "{EVIL}"
sha256 = "{EVIL}"
[[source]]
id = "b"
name = "B"
url = "https://example.org/b?x=1&y=2"
published = 2016-07-03
[[event]]
id = "e"
title = "{EVIL}"
[[report]]
source = "a"
event = "e"
when = "{EVIL}"
where = "{EVIL}"
who = {{ "<i>attacker" = ["{EVIL}"] }}
what = "{EVIL}"
figures = {{ killed = 3, "<script>alert(1)</script>" = 4 }}
claims = {{ target = "{EVIL}", "style=x" = "{EVIL}" }}
said_by = "{EVIL}"
quote = "{EVIL}"
locator = "{EVIL}"
part = "lead"
note = "{EVIL}"
[[report]]
source = "b"
event = "e"
when = "2016-07-02"
figures = {{ killed = 30 }}
claims = {{ target = "town" }}
[[ruling]]
event = "e"
field = "figures.killed"
accepted = "b/e"
reason = "{EVIL}"
by = "{EVIL}"
at = "{EVIL}"
[[report]]
source = "b"
what = "{EVIL}"
"""


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "all.toml").write_text(HOSTILE, encoding="utf-8")
    page = folder / "report.html"
    assert main(["report", str(folder), "--format", "html", "-o", str(page)]) == 0
    return page


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("real") / "report.html"
    data = Path(__file__).parents[2] / "data" / "syria-summer-2016"
    assert main(["report", str(data), "--format", "html", "-o", str(page)]) == 0
    return page


def asked(tab: Browser) -> list[str]:
    """Addresses the page asked for, itself left out."""
    sent = [event["request"]["url"] for event in tab.happened("Network.requestWillBeSent")]
    return [url for url in sent if not url.startswith("file:") or not url.endswith("report.html")]


def told(tab: Browser) -> list[dict[str, object]]:
    """What the page wrote to the console, and what the browser complained of."""
    return [
        event
        for kind in (
            "Runtime.consoleAPICalled",
            "Runtime.exceptionThrown",
            "Log.entryAdded",
            "Page.javascriptDialogOpening",
        )
        for event in tab.happened(kind)
    ]


def test_text_of_files_stays_text(tab: Browser, hostile: Path) -> None:
    tab.open(hostile)
    assert tab.value("document.title").startswith("</style></title><script>document.title='owned'</script><img")
    assert tab.value("document.querySelectorAll('script, img, [onerror], [style], style ~ style').length") == 0
    assert tab.value("[...document.links].map(a => a.protocol).filter(p => !/^(file|https):$/.test(p))") == []
    assert tab.value("[...document.links].filter(a => a.protocol == 'https:').map(a => a.href)") == [
        "https://example.org/b?x=1&y=2"
    ]
    assert (told(tab), asked(tab)) == ([], [])
    words = tab.value("document.body.textContent")
    assert words.count("<script>document.title='owned'</script>") >= 15
    assert not {"\u202e", "\u0007", "\u2028"} & set(words)


def test_even_a_script_that_got_in_would_not_run(tab: Browser, hostile: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken-report.html"
    script = "<script>document.title='owned'</script><img src=http://127.0.0.1:9/x><p style='color: red' id=red>x</p>"
    broken.write_text(hostile.read_text(encoding="utf-8").replace("<main", f"{script}<main"), encoding="utf-8")
    tab.open(broken)
    assert tab.value("document.title") != "owned"
    assert tab.value("getComputedStyle(document.getElementById('red')).color") != "rgb(255, 0, 0)"
    assert len(told(tab)) >= 3, "the policy stops the script, the picture and the style"


def test_the_page_needs_no_script_and_no_network(tab: Browser, real: Path) -> None:
    tab.open(real)
    assert tab.value("document.title") == "Syria, summer 2016: one war, thirteen newsrooms · critical apparatus"
    assert tab.value("document.scripts.length") == 0
    assert (told(tab), asked(tab)) == ([], [])
    assert tab.value("getComputedStyle(document.querySelector('.flag')).borderLeftStyle") != "none", "the style applies"


def test_every_link_leads_somewhere_and_no_name_stands_twice(tab: Browser, real: Path) -> None:
    tab.show(real)
    inside = "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
    assert tab.value(f"{inside}.filter(name => !document.getElementById(name))") == []
    ids = "[...document.querySelectorAll('[id]')].map(e => e.id)"
    assert tab.value(f"{ids}.length == new Set({ids}).size")


def test_the_keyboard_goes_down_the_page(tab: Browser, real: Path) -> None:
    tab.show(real)
    reached = []
    for _ in range(9):
        tab.press_tab()
        reached.append(tab.value("document.activeElement.getAttribute('href')"))
    assert reached[:6] == ["#contents", "#contested", "#agreement", "#origins", "#events", "#sources"]
    assert all(name.startswith("#event-") for name in reached[6:])
    seen = "[...document.querySelectorAll('a, [tabindex]')].every(e => e.tabIndex == 0)"
    assert tab.value(seen), "nothing jumps the queue"
    assert tab.value("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_headings_go_down_one_level_at_a_time_and_tables_say_what_they_are(tab: Browser, real: Path) -> None:
    tab.show(real)
    levels = tab.value("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert tab.value("[...document.querySelectorAll('table')].every(t => t.caption && t.tHead)")
    assert tab.value("[...document.querySelectorAll('th')].every(th => ['col', 'row'].includes(th.scope))")
    assert tab.value("document.documentElement.lang") == "en"


def test_no_width_needs_scrolling_to_the_side(tab: Browser, real: Path, hostile: Path) -> None:
    widths = (320, 420, 768, 1280)
    for page in (real, hostile):
        tab.show(page)
        for width in widths:
            tab.resize(width)
            assert tab.value("document.documentElement.scrollWidth") <= width


def test_narrow_tables_are_still_tables_to_a_screen_reader(tab: Browser, hostile: Path) -> None:
    tab.show(hostile)
    heard = {}
    for width in (1280, 420):
        tab.resize(width)
        nodes = tab.ask("Accessibility.getFullAXTree")["nodes"]
        roles = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
        heard[width] = {
            role: roles[role] for role in ("table", "row", "columnheader", "rowheader", "article", "heading")
        }
    assert heard[420] == heard[1280]
    assert all(heard[420].values())


def test_it_prints(tab: Browser, hostile: Path) -> None:
    tab.show(hostile)
    assert len(tab.ask("Page.printToPDF")["data"]) > 10_000
