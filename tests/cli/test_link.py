from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.files.demo import demo_path


@pytest.fixture
def unlinked(tmp_path: Path) -> str:
    """The demo without a single `event` key in its reports."""
    folder = tmp_path / "demo"
    shutil.copytree(demo_path(), folder)
    for name in ("dw.toml", "afp.toml", "ucdp.toml"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(re.sub(r"(?m)^event\b.*\n", "", text), encoding="utf-8")
    return str(folder)


def test_the_json_is_that_of_the_contract_and_the_weights_sum_to_the_score(run: Run, unlinked: str) -> None:
    ran = run("link", unlinked, "--format", "json")
    assert ran.code == 0
    assert list(ran.json) == ["links", "clusters"]
    for link in ran.json["links"]:
        assert list(link) == ["a", "b", "score", "probability", "weights"]
        assert all(list(weight) == ["field", "weight", "reason"] for weight in link["weights"])
        assert sum(weight["weight"] for weight in link["weights"]) == link["score"]
    chances = [link["probability"] for link in ran.json["links"]]
    assert chances == sorted(chances, reverse=True)


def test_the_demo_without_events_comes_together_again(run: Run, unlinked: str) -> None:
    told = run("link", unlinked, "--format", "json").json
    names = [name for cluster in told["clusters"] for name in cluster]
    assert (len(names), len(set(names))) == (48, 48)
    together = [set(cluster) for cluster in told["clusters"]]
    for pair in (
        {"dw/pushed-back", "ucdp/227280"},
        {"afp/offensive", "dw/offensive"},
        {"afp/fallujah", "dw/fallujah"},
        {"afp/anbar", "dw/anbar"},
        {"afp/spokesman", "dw/spokesman"},
        {"afp/airstrikes", "dw/air-cover"},
    ):
        assert any(pair <= cluster for cluster in together), pair
    (twins,) = [link for link in told["links"] if {link["a"], link["b"]} == {"ucdp/316297", "ucdp/227266"}]
    assert twins["probability"] > 0.5


def test_reports_that_stand_in_one_event_are_not_proposed(run: Run) -> None:
    told = run("link", str(demo_path()), "--format", "json").json
    pairs = [{link["a"], link["b"]} for link in told["links"]]
    assert {"ucdp/316297", "ucdp/227266"} in pairs
    assert {"dw/pushed-back", "ucdp/227280"} not in pairs
    assert any({"dw/pushed-back", "ucdp/227280"} <= set(cluster) for cluster in told["clusters"])


def test_the_text_names_both_reports_and_why(run: Run, unlinked: str) -> None:
    ran = run("link", unlinked)
    assert ran.code == 0
    for words in ("ucdp/316297 (in no event)", "both name 2016-06-26", "killed can agree", "Would stand together"):
        assert words in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


def test_accepted_links_are_decisions_in_the_analysis_file(run: Run, unlinked: str) -> None:
    ran = run("link", unlinked, "--accept-above", "0.95")
    assert (ran.code, "wrote" in ran.err) == (0, True)
    written = (Path(unlinked) / "analysis.toml").read_text(encoding="utf-8")
    assert '"afp/fallujah", "dw/fallujah"' in written
    assert "likelier than 0.95" in written
    assert "analysis.toml" not in run("check", unlinked).out
    pairs = [{link["a"], link["b"]} for link in run("link", unlinked, "--format", "json").json["links"]]
    assert {"afp/fallujah", "dw/fallujah"} not in pairs
    assert "no link is likely enough" in run("link", unlinked, "--accept-above", "0.9999").err


def test_a_report_without_an_id_gets_its_line_before_it_is_decided_on(run: Run, tmp_path: Path) -> None:
    told = '[[report]]\nsource = "{}"\nevent = "{}"\nwhen = 2016-07-0{}\nwhat = "{}"\n\n'
    bakery = "Shells hit the Qasr bakery in Daraya while people queued for bread."
    text = '[[source]]\nid = "dw"\n\n[[source]]\nid = "afp"\n\n'
    text += told.format("dw", "a", 2, bakery) + told.format("dw", "a", 2, "More on the bakery.")
    text += told.format("afp", "b", 2, bakery) + told.format("afp", "c", 9, "The parliament voted on a budget.")
    (tmp_path / "all.toml").write_text(text, encoding="utf-8")
    assert run("link", str(tmp_path), "--accept-above", "0.5").code == 0
    assert 'id = "dw/a"' in (tmp_path / "all.toml").read_text(encoding="utf-8")
    assert run("check", str(tmp_path)).code == 0
    assert '"afp/b"' in (tmp_path / "analysis.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("limit", ["2", "0.1", "nan", "x"])
def test_a_limit_that_is_no_probability_is_refused(run: Run, dossier: str, limit: str) -> None:
    assert run("link", dossier, "--accept-above", limit).code == 2


def test_learned_weights_still_sum_to_the_score(run: Run, unlinked: str) -> None:
    told = run("link", unlinked, "--learn", "--format", "json").json
    assert told["links"]
    assert told != run("link", unlinked, "--format", "json").json
    for link in told["links"]:
        assert sum(weight["weight"] for weight in link["weights"]) == link["score"]


def test_where_not_all_was_compared_it_is_said(run: Run, unlinked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "too many" not in run("link", unlinked).err
    monkeypatch.setattr("tui.core.linking.comparisons.ROOM", 0)
    monkeypatch.setattr("tui.core.linking.comparisons.ROOM_EACH", 0)
    assert "like too many others to compare all of these" in run("link", unlinked).err
