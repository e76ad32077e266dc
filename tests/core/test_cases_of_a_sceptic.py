"""Small dossiers that an analyst would try the rules with, each with a verdict and the findings that rules.md has for it."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tests.core.accounts import field
from tui.core.verdicts.events import judge

SOURCES = """
[dossier]
timezone = "Asia/Damascus"
[[source]]
id = "a"
name = "Agence"
published = 2016-06-29
[[source]]
id = "b"
name = "Bulletin"
published = 2016-06-29
[[source]]
id = "u"
name = "UCDP"
kind = "dataset"
[[source]]
id = "f1"
family = "fam"
published = 2016-06-29
[[source]]
id = "f2"
family = "fam"
published = 2016-06-30
[[source]]
id = "both"
published = 2016-06-30
derived_from = ["a", "b"]
[[source]]
id = "cet"
timezone = "Europe/Berlin"
published = 2016-06-29
[[actor]]
id = "nsa"
name = "New Syrian Army"
part_of = "fsa"
[[actor]]
id = "fsa"
name = "Free Syrian Army"
[[place]]
id = "aleppo"
name = "Aleppo"
[[place]]
id = "sukkari"
name = "Sukkari"
within = "aleppo"
[[place]]
id = "bustan"
name = "Bustan al-Qasr"
within = "aleppo"
[[field]]
id = "claims.means"
broader = { "attack" = ["air attack"], "air attack" = ["airstrike"] }
exclusive = [["barrel bombs", "missiles"]]
[[field]]
id = "figures.arrested"
rises = true
"""


def killed(number, at: str = "", more: str = "") -> str:
    return f"figures = {{ killed = {number} }}\n" + (f'as_of = "2016-06-{at}"\n' if at else "") + more


@pytest.mark.parametrize(
    ("reports", "name", "verdict", "kind", "findings"),
    [
        ((("a", killed(11, "29T09:00")), ("b", killed(17, "29T09:40"))), "killed", "conflict", "number-conflict", []),
        ((("a", killed(11, "20")), ("b", killed(17, "29"))), "killed", "conflict", "number-conflict", []),
        ((("a", killed(11)), ("u", killed(17))), "killed", "conflict", "number-conflict", []),
        ((("a", killed(17, "29T09:00")), ("b", killed(11, "29T17:00"))), "killed", "conflict", "number-conflict", []),
        ((("a", killed(17, "29T09:00")), ("a", killed(11, "29T17:00"))), "killed", "single", "update", ["figures-fell"]),
        ((("f1", killed(11)), ("f2", killed(17))), "killed", "single", "update", []),
        ((("f1", killed(11)), ("f1", killed(17))), "killed", "single", None, ["internal"]),
        ((("a", killed(11, more='said_by = "X"')), ("a", killed(17))), "killed", "conflict", "number-conflict", []),
        ((("a", 'figures = { fighters = 30 }\nas_of = "2016-06-28"'), ("b", "figures = { fighters = 60 }")), "fighters",
         "conflict", "number-conflict", []),
        ((("a", 'figures = { arrested = 30 }\nas_of = "2016-06-28"'), ("b", "figures = { arrested = 60 }")), "arrested",
         "incomparable", "update", []),
        ((("a", killed('"17 so far"')), ("b", killed(40))), "killed", "compatible", "number-compatible", []),
        ((("a", killed('"an initial 12"')), ("b", killed(9))), "killed", "conflict", "number-conflict", []),
        ((("a", killed('"none"')), ("b", killed('"several"'))), "killed", "conflict", "number-conflict", []),
        ((("a", killed('"around 30"')), ("b", killed(36))), "killed", "strained", "number-strained", []),
        ((("a", killed('"around 30"')), ("b", killed(37))), "killed", "conflict", "number-conflict", []),
        ((("a", killed('"a blood bath"')), ("b", killed(12))), "killed", "unread", "wording", []),
        ((("a", killed(10)), ("b", killed(14)), ("both", killed(14))), "killed", "conflict", "number-conflict", []),
        ((("a", killed(10)), ("b", killed(14)), ("both", killed(20))), "killed", "conflict", "number-conflict",
         ["copy-differs", "copy-differs"]),
        ((("a", 'claims = { means = "attack" }'), ("b", 'claims = { means = "airstrike" }')), "means", "precision",
         "category-precision", []),
        ((("a", 'claims = { means = "airstrike" }'), ("b", 'claims = { means = "attack" }\ndenies = ["claims.means"]')), "means",
         "conflict", "denial", ["denial"]),
        ((("a", 'claims = { means = "attack" }'), ("b", 'claims = { means = "airstrike" }\ndenies = ["claims.means"]')), "means",
         "single", None, []),
        ((("a", 'claims = { means = ["barrel bombs", "shelling"] }'), ("b", 'claims = { means = ["missiles", "shelling"] }')),
         "means", "compatible", "category-compatible", []),
        ((("a", 'claims = { means = "barrel bombs" }'), ("b", 'claims = { means = ["missiles", "shelling"] }')), "means",
         "conflict", "category-conflict", []),
        ((("a", 'who = ["New Syrian Army", "IS"]'), ("b", 'who = { attacker = "New Syrian Army", defender = "IS" }')), "who",
         "same", None, []),
        ((("a", 'who = { attacker = "New Syrian Army" }'),
          ("b", 'who = { attacker = "Free Syrian Army" }\ndenies = ["who.attacker"]')), "attacker", "conflict", "denial", ["denial"]),
        ((("a", 'where = "Sukkari"'), ("b", 'where = "Bustan al-Qasr"')), "where", "undetermined", "wording", []),
        ((("a", 'where = "Saif al-Dawla, Aleppo"'), ("b", 'where = "Aleppo"')), "where", "precision", "place-precision", []),
        ((("a", 'when = "2016-06-20~"'), ("b", "when = 2016-06-21")), "when", "strained", "time-strained", []),
        ((("a", 'when = "2016-06-20~"'), ("b", "when = 2016-06-22")), "when", "conflict", "time-conflict", []),
        ((("cet", "when = 2016-06-28"), ("b", 'when = "2016-06-29T00:30"')), "when", "strained", "time-strained", []),
        ((("a", 'when = "2016-06-28T12:00"'), ("b", 'when = "2016-06-28T09:00"')), "when", "conflict", "time-zone", []),
        ((("a", "when = 2016-06-20\nuntil = 2016-06-25"), ("b", "when = 2016-06-27")), "when", "conflict", "time-conflict", []),
        ((("a", "until = 2016-06-25"), ("b", "when = 2016-06-20\nuntil = 2016-06-25")), "when", "single", None, []),
        ((("a", "planned = true\nwhen = 2016-07-05"), ("b", "planned = true\nwhen = 2016-07-09")), "when", "conflict",
         "time-conflict", []),
        ((("a", "planned = true\nwhen = 2016-06-30"), ("b", "denies = true")), "happened", "single", None, []),
    ],
)  # fmt: skip
def test_one_field(reports, name, verdict, kind, findings):
    told = "".join(f'[[report]]\nsource = "{source}"\nevent = "e"\n{body}\n' for source, body in reports)
    event = judge(good_dossier(SOURCES + told)).events[0].verdict
    prefixes = ("", "figures.", "claims.", "who.")
    found = next(each for each in event.fields if each.field in [prefix + name for prefix in prefixes])
    assert (found.verdict, found.kind, [f.kind for f in event.findings if f.flagged]) == (verdict, kind, findings)


def test_who_agrees_by_quoting_one_speaker_is_told():
    heard = 'said_by = "SOHR"\nfigures = { killed = 7 }\n'
    told = "".join(f'[[report]]\nsource = "{source}"\nevent = "e"\n{heard}' for source in "ab")
    event = judge(good_dossier(SOURCES + told)).events[0].verdict
    assert field(event, "figures.killed").reason == "Agence and Bulletin agree, quoting one speaker: SOHR."
