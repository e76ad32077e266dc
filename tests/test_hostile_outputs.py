"""The hostile corpus through every command and format: text stays text, tables keep their columns, nothing is obeyed."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.hostile import STRINGS, faulty_toml, file_names, hostile_toml
from tui.cli.main import main
from tui.view.safety import is_harmful

PARTIES = 15
"""Publishers in the matrix of a report of many."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile")
    (made / "all.toml").write_text(hostile_toml(STRINGS), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every string, in one report each: for what takes long over many events."""
    made = tmp_path_factory.mktemp("small")
    (made / "all.toml").write_text(hostile_toml(STRINGS[::7]), encoding="utf-8")
    return made


def run(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    assert code in (0, 1), err
    assert harmful(err) == set()
    return out


def harmful(text: str) -> set[str]:
    return {character for character in set(text) - {"\n"} if is_harmful(character)}


def test_the_corpus_is_large_and_of_every_kind():
    assert len(STRINGS) >= 500
    assert len(file_names()) >= 500
    assert len(harmful("".join(STRINGS))) > 90


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--format", "json"),
        ("check", "--suggest"),
        ("diff", "--all"),
        ("diff", "--format", "json", "--all"),
        ("timeline",),
        ("timeline", "--format", "json"),
        ("report",),
        ("report", "--format", "json"),
        ("link",),
        ("link", "--format", "json"),
    ],
    ids=" ".join,
)
def test_text_and_json_hold_nothing_a_terminal_obeys(words: tuple[str, ...], folder: Path, capsys):
    command, *options = words
    out = run(capsys, command, folder, *options)
    assert ("OWNED" in out) is (words != ("link", "--format", "json"))
    assert harmful(out) == set()
    if "json" in words:
        json.loads(out)


def test_problems_and_file_names_are_shown_as_text(tmp_path: Path, capsys):
    names = file_names()
    for number, name in enumerate(names):
        (tmp_path / name).write_text(f'[source]\nid = "s{number}"\nurl = 3\n', encoding="utf-8")
    (tmp_path / "zz-all.toml").write_text(faulty_toml(STRINGS), encoding="utf-8")
    told = json.loads(run(capsys, "check", tmp_path, "--format", "json"))
    assert told["files"] == len(names) + 1
    assert (
        len({each["file"] for each in told["problems"] if each["code"] == "wrong-type"} | {"zz-all.toml"})
        > len(names) * 0.95
    )
    assert harmful(run(capsys, "check", tmp_path)) == set()


@pytest.mark.parametrize("text", STRINGS[::9], ids=ascii)
def test_broken_toml_is_quoted_as_text(text: str, tmp_path: Path, capsys):
    (tmp_path / "a.toml").write_text(f"[source]\n{text}", encoding="utf-8", newline="")
    assert harmful(run(capsys, "check", tmp_path)) == set()


class Page(HTMLParser):
    """The tags, attributes and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.other: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value for name, value in attrs if name in ("href", "src", "action", "xlink:href", "style")}
        if tag not in ("meta", "br", "hr", "link", "img", "input", "wbr", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.crossed.append(tag)

    def handle_comment(self, data):
        self.other.append(data)

    def handle_pi(self, data):
        self.other.append(data)

    def unknown_decl(self, data):
        self.other.append(data)


def page(html: str) -> Page:
    read = Page()
    read.feed(html)
    read.close()
    return read


def test_the_page_holds_no_tag_of_a_file(folder: Path, tmp_path: Path, capsys):
    (tmp_path / "tame.toml").write_text(
        hostile_toml([f"tame {n}, at https://example.org/{n}" for n in range(9)]), encoding="utf-8"
    )
    tame = page(run(capsys, "report", tmp_path, "--format", "html"))
    html = run(capsys, "report", folder, "--format", "html")
    read = page(html)
    assert harmful(html) == set()
    assert "Content-Security-Policy" in html
    assert read.tags <= tame.tags | {"a"}
    assert read.attributes <= tame.attributes | {"lang", "rel"}
    assert (read.open, read.crossed, read.other) == ([], [], [])
    assert "script" not in read.tags
    assert {address.partition(":")[0].casefold() for address in read.addresses if not address.startswith("#")} <= {
        "http",
        "https",
    }


def test_markdown_holds_no_markup_of_a_file(folder: Path, capsys):
    text = run(capsys, "report", folder, "--format", "markdown")
    assert harmful(text) == set()
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    html = {token.content.strip() for token in (*tokens, *inline) if token.type in ("html_inline", "html_block")}
    ours = re.compile(r'<a id="[a-z0-9-]+">(</a>)?|</a>|<br>')
    assert [each for each in html if not ours.fullmatch(each)] == []
    kinds = {token.type for token in (*tokens, *inline)}
    assert kinds.isdisjoint({"image", "fence", "blockquote_open", "ordered_list_open", "s_open"})
    blocks = [token.content for token in tokens if token.type == "code_block"]
    assert blocks == ["rashomon report --format=markdown PATH…\n"]
    links = [str(token.attrs["href"]) for token in inline if token.type == "link_open"]
    assert {link.partition(":")[0].casefold() for link in links if not link.startswith("#")} <= {"http", "https"}
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert [heading for heading in headings if heading.startswith("OWNED")] == []
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert rows
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows if not line.startswith("| OWNED")} <= {
        3,
        4,
        5,
        PARTIES + 3,
    }


@pytest.mark.parametrize("rows", ["claims", "reports", "verdicts"])
def test_no_cell_is_a_formula(rows: str, folder: Path, tmp_path: Path, capsys):
    run(capsys, "export", "csv", folder, "--rows", rows, "-o", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    assert {len(row) for row in table} == {len(table[0])}
    numbers = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
    first = {cell[0] for row in table[1:] for cell in row if cell and not numbers.fullmatch(cell)}
    assert first.isdisjoint("=+-@\t\r")
    assert any(cell.startswith("'=") for row in table for cell in row)


@pytest.mark.parametrize("name", ["jsonl", "timelinejs", "geojson", "csl-json", "bibtex"])
def test_other_exports_are_well_formed_and_harmless(name: str, folder: Path, capsys):
    out = run(capsys, "export", name, folder)
    assert harmful(out) == set()
    if name == "jsonl":
        for line in out.splitlines():
            json.loads(line)
    elif name != "bibtex":
        json.loads(out)


@pytest.mark.parametrize("name", ["csv", "timesketch"])
def test_exact_exports_are_made_visible_on_a_terminal(name: str, small: Path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert harmful(run(capsys, "export", name, small)) == set()
