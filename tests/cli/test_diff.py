from __future__ import annotations

import pytest

from tests.cli.conftest import Run


def test_text_says_who_says_what(run: Run, dossier: str) -> None:
    ran = run("diff", dossier)
    assert (ran.code, ran.err) == (0, "")
    assert "Air strikes on Jayrud\n  Sat 2 Jul 2016 · 2 reports / " in ran.out
    assert "    30 — RTR (para 2)\n    43 — DW (para 5)\n    why: " in ran.out
    assert "1 report without an event: dw/report-1" in ran.out
    assert "Market reopens" not in ran.out
    assert max(len(line) for line in ran.out.splitlines()) <= 100


def test_json_is_the_object_of_the_contract(run: Run, dossier: str) -> None:
    shown = run("diff", dossier, "--format", "json").json
    assert list(shown) == ["format", "dossier", "unplaced", "findings", "events"]
    assert shown["dossier"] == {"title": "Summer", "events": 2, "reports": 4, "sources": 2}
    assert shown["unplaced"] == ["dw/report-1"]
    assert [event["id"] for event in shown["events"]] == ["jayrud"]
    (field,) = shown["events"][0]["fields"]
    assert (field["field"], field["verdict"], field["kind"], field["open"]) == (
        "figures.killed", "conflict", "number-conflict", True,
    )  # fmt: skip
    assert "pairs" not in field


def test_all_shows_every_field_with_pairs(run: Run, dossier: str) -> None:
    shown = run("diff", dossier, "--all", "--format", "json").json
    assert [event["id"] for event in shown["events"]] == ["jayrud", "market"]
    fields = {field["field"]: field for field in shown["events"][0]["fields"]}
    assert fields["when"]["verdict"] == "same"
    assert [(p["a"], p["b"], p["verdict"]) for p in fields["figures.killed"]["pairs"]] == [(0, 1, "conflict")]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "conflict"], 1),
        (["--fail-on", "strained"], 1),
        ([], 0),
        (["--fail-on", "conflict", "--field", "when"], 0),
        (["--fail-on", "conflict", "--field", "figures.killed"], 1),
        (["--fail-on", "conflict", "--since", "2016-07-04"], 0),
        (["--fail-on", "conflict", "--verdict", "strained"], 0),
        (["--fail-on", "conflict", "--as-of", "2016-07-02"], 0),
    ],
)
def test_fail_on_follows_the_filters(run: Run, dossier: str, options: list[str], code: int) -> None:
    assert run("diff", dossier, *options).code == code


def titles(run: Run, dossier: str, *options: str) -> list[str]:
    after = run("diff", dossier, "--all", "--format", "json", *options).json
    assert run("diff", *options, "--all", "--format", "json", dossier).json == after
    return [event["id"] for event in after["events"]]


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--since", "2016-07-03"], ["market"]),
        (["--until", "2016-07-02"], ["jayrud"]),
        (["--until", "2016-07-01"], []),
        (["--since", "2016-07-10", "--since", "2016-07-02"], ["jayrud", "market"]),
        (["--source", "rtr"], ["jayrud"]),
        (["--source", "RTR", "--source", "dw"], ["jayrud", "market"]),
        (["--place", "Aleppo"], ["market"]),
        (["--actor", "the air force"], ["jayrud"]),
        (["--text", "town"], ["jayrud"]),
        (["--text", "town", "--place", "Aleppo"], []),
        (["--verdict", "conflict"], ["jayrud"]),
        (["--field", "figures.killed"], ["jayrud"]),
    ],
)
def test_filters(run: Run, dossier: str, options: list[str], kept: list[str]) -> None:
    assert titles(run, dossier, *options) == kept


def test_a_filter_that_nothing_passes_says_so(run: Run, dossier: str) -> None:
    ran = run("diff", dossier, "--text", "nowhere to be found")
    assert (ran.code, ran.err) == (0, "rashomon: nothing passes the filters\n")
    assert ran.out.splitlines()[-2:] == ["Nothing passes the filters.", ""]
    assert "No discrepancy found" not in ran.out


@pytest.mark.parametrize("command", ["timeline", "report"])
def test_other_texts_say_so_too(run: Run, dossier: str, command: str) -> None:
    assert "Nothing passes the filters." in run(command, dossier, "--text", "nowhere to be found").out.splitlines()


def test_that_nothing_is_found_is_said_of_what_passes(run: Run, dossier: str) -> None:
    out = run("diff", dossier, "--place", "Aleppo").out
    assert "No discrepancy found in what passes the filters." in out.splitlines()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--source", "reutres"], "--source 'reutres' matches nothing in the dossier; did you mean Reuters?"),
        (["--actor", "the air forse"], "--actor 'the air forse' matches nothing in the dossier; did you mean the air force?"),
        (["--place", "Alepo"], "--place 'Alepo' matches nothing in the dossier; did you mean aleppo?"),
        (["--field", "figures.kiled"],
         "--field 'figures.kiled' matches nothing in the dossier; did you mean figures.killed?"),
        (["--source", "zebra"], "--source 'zebra' matches nothing in the dossier"),
        (["--filter", "source:rtrr"], "--filter source:rtrr matches nothing in the dossier; did you mean rtr?"),
        (["--filter=-place:Alepo"], "--filter place:Alepo matches nothing in the dossier; did you mean aleppo?"),
        (["--filter", "event:jayrut"], "--filter event:jayrut matches nothing in the dossier; did you mean jayrud?"),
        (["--filter", "tag:x"], "--filter tag:x matches nothing in the dossier"),
    ],
)  # fmt: skip
def test_a_filter_that_names_what_is_not_there(run: Run, dossier: str, options: list[str], message: str) -> None:
    ran = run("diff", dossier, *options)
    assert (ran.code, ran.err.splitlines()[0]) == (0, f"rashomon: {message}")
    assert run("diff", dossier, "--source", "dw", "--place", "jayrud", "--field", "when").err == ""


def test_terms_narrow_what_is_printed_as_options_do(run: Run, dossier: str) -> None:
    for option, term in (("--verdict", "verdict:conflict"), ("--field", "field:figures.killed")):
        by_option = run("diff", dossier, "--all", "--format", "json", option, term.partition(":")[2])
        assert run("diff", dossier, "--all", "--format", "json", "--filter", term).json == by_option.json


@pytest.mark.parametrize(
    ("level", "told"), [("conflict", "1 open at conflict"), ("strained", "1 open at strained or stronger")]
)
def test_what_fails_is_told(run: Run, dossier: str, level: str, told: str) -> None:
    ran = run("diff", dossier, "--fail-on", level)
    assert (ran.code, ran.err) == (1, f"rashomon: {told}\n")


@pytest.mark.parametrize("options", [["--until", "2 July"], ["--filter", 'until:"2 July"'], ["--until", "2016-07-02"]])
def test_a_date_without_a_year_is_of_the_dossiers_own(run: Run, dossier: str, options: list[str]) -> None:
    assert [event["id"] for event in run("diff", dossier, "--all", "--format", "json", *options).json["events"]] == [
        "jayrud"
    ]


def test_wher_is_where(run: Run, dossier: str) -> None:
    assert run("diff", dossier, "--field", "wher").err.splitlines()[-1].strip() == "did you mean where?"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--since", "whenever"], "--since 'whenever' is not a time this program understands"),
        (["--as-of", "soon"], "--as-of 'soon' is not a time this program understands"),
        (["--verdict", "conflct"], "there is no verdict 'conflct'"),
        (["--field", "killed"], "there is no field 'killed'"),
        (["--field", "figures"], "there is no field 'figures'"),
        (["--field", "figure.killed"], "there is no field 'figure.killed'"),
    ],
)
def test_what_is_not_understood_is_wrong_usage(run: Run, dossier: str, options: list[str], message: str) -> None:
    ran = run("diff", dossier, *options)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"rashomon: {message}")


def test_a_path_that_cannot_be_opened_exits_2(run: Run) -> None:
    ran = run("diff", "nowhere")
    assert (ran.code, ran.out) == (2, "")


def test_text_of_a_file_is_not_obeyed(run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("evil") / "evil.toml"
    file.write_text(
        '[[source]]\nid = "a"\nname = "\\u001b[31mA"\n[[source]]\nid = "b"\n'
        '[[report]]\nsource = "a"\nevent = "e"\nfigures = { killed = 1 }\nlocator = "\\u202Ep"\n'
        '[[report]]\nsource = "b"\nevent = "e"\nfigures = { killed = 9 }\n',
        encoding="utf-8",
    )
    for words in (["diff"], ["diff", "--format", "json"], ["timeline"], ["report"], ["report", "--format", "json"]):
        out = run(*words, str(file)).out
        assert out
        assert not {"\x1b", "\u202e"} & set(out)


@pytest.mark.parametrize(("columns", "widest"), [(60, 60), (200, 100)])
def test_prose_is_as_wide_as_the_terminal_and_no_wider_than_an_e_mail(
    run: Run, dossier: str, monkeypatch: pytest.MonkeyPatch, columns: int, widest: int
) -> None:
    monkeypatch.setattr("tui.cli.diff.text_width", lambda: columns)
    lines = run("diff", dossier, "--all").out.splitlines()
    assert widest // 2 < max(len(line) for line in lines) <= widest
