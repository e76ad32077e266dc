"""Named walks through the explorer: what is pressed, on how large a screen, and what must then be seen.

The UI tests walk them and `screenshots/make.py` pictures them, so that no picture shows what is not tested.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
DEMO = DATA / "al-bukamal"
SUMMER = DATA / "syria-summer-2016"


FAULTY = {
    "dossier.toml": '[dossier]\ntitle = "A dossier with faults"\ntimezone = "Asia/Damascus"\n',
    "dw.toml": """[source]
id = "dw"
name = "Deutsche Welle"
publised = 2016-06-29
grade = "H"

[[report]]
event = "offensive"
when = "the other Tuesday"
what = "The offensive began."
figurs = { killed = 40 }

[[report]]
event = "base"
what = "A small base was taken."
derived_from = ["aps"]
""",
    "afp.toml": """[source]
id = "afp"
name = "AFP"
published = 2016-06-28

[[report]]
event = "offensive"
when = "Tuesday
what = "The offensive began."
""",
}
"""Files with one fault of several kinds, for the list of problems."""


def write_faulty(folder: Path) -> Path:
    """The files with faults, written into a new folder there; its path as it was given."""
    faulty = folder / "faulty"
    faulty.mkdir()
    for name, text in FAULTY.items():
        (faulty / name).write_text(text, encoding="utf-8")
    return faulty


@dataclass(frozen=True)
class Scenario:
    """One walk."""

    name: str
    shows: tuple[str, ...]
    """Words that stand on the screen at the end."""
    press: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 36)
    theme: str = "dark"
    ascii_only: bool = False
    dossier: Path | None = DEMO
    """None for the files with faults."""
    picture: bool = True
    """Whether it is one of the pictures."""


def typed(text: str) -> tuple[str, ...]:
    """The keys that type the text."""
    return tuple("space" if char == " " else char for char in text)


SCENARIOS = (
    Scenario(
        "timeline",
        (
            "Al-Bukamal offensive, June 2016",
            "DW  Deutsche Welle",
            "AFP",
            "UCDP",
            "Tue 28 Jun",
            "≠ target",
            "all 27 events and 1 unplaced report",
        ),
    ),
    Scenario(
        "compare",
        (
            "target",
            "worded differently",
            '"al-Bukamal"',
            '"the route first, then Albu Kamal"',
            "1 origin",
            "nothing says",
        ),
        ("enter",),
    ),
    Scenario(
        "internal",
        ("advance or retreat", "⇅ internal", '"Syrian rebels advance on IS border town"', "headline", "lead"),
        ("]",),
        picture=False,
    ),
    Scenario(
        "why",
        (
            "Why",
            "Deutsche Welle contradicts itself",
            "headline",
            "lead",
            "dw.toml:",
            '"has started to retreat from the border town"',
        ),
        ("]", "enter", "p"),
    ),
    Scenario(
        "discrepancies",
        ("Discrepancies ", "✗ conflict", "killed", "which is exact", "number-conflict", "origins"),
        ("3",),
        dossier=SUMMER,
    ),
    Scenario(
        "ruling",
        ("Rule on this discrepancy", "figures.bombs", "neither of them", "Enter next, at last write"),
        ("]", "A"),
        dossier=SUMMER,
    ),
    Scenario(
        "compatible",
        ("Checked, no discrepancy", "the same first, of most origins", "named differently"),
        ("3", "tab"),
        dossier=SUMMER,
        picture=False,
    ),
    Scenario("actor", ('actor:"Islamic State"', " of 28 rows"), ("a", *typed("Islamic State"), "enter")),
    Scenario("actors", ("Actor", "Islamic State", "New Syrian Army"), ("a",), picture=False),
    Scenario(
        "summer", ("Syria, summer 2016", "panes by publisher", "of 14", "✗ killed"), size=(200, 50), dossier=SUMMER
    ),
    Scenario(
        "summer-compare",
        ("conflict", "apart", '"eight"', '"five"'),
        ("t", *typed("west-aleppo-shelling-11-july"), "enter", "enter"),
        size=(120, 50),
        dossier=SUMMER,
        picture=False,
    ),
    Scenario("narrow", ("AFP", "DW", "UCDP", "Tue 28 Jun", "target"), size=(80, 24)),
    Scenario("light", ("Al-Bukamal offensive, June 2016", "28", "⇅ internal"), ("]",), theme="light"),
    Scenario("ascii", ("Al-Bukamal offensive, June 2016", "# target", "[--]"), ascii_only=True, picture=False),
    Scenario(
        "problems",
        ("problems", "dw.toml:4", "published", "afp.toml:", "unknown-key"),
        ("P",),
        size=(120, 30),
        dossier=None,
    ),
    Scenario(
        "origins",
        (
            "copies SAB17",
            "possibly from SANA (same speaker)",
            "Corroboration is not truth.",
            "if all that may be shared is",
        ),
        ("t", *typed("qamishli-27-july"), "enter", "4"),
        dossier=SUMMER,
    ),
    Scenario(
        "sources",
        ("publishers over the whole dossier", "comparisons", "both can be right", "grade"),
        ("5", "j", "l"),
        dossier=SUMMER,
    ),
    Scenario("cast", ("Islamic State", "attacker", "quoted", "Daesh", "reports"), ("6", "j", "j", "j"), dossier=SUMMER),
    Scenario(
        "query",
        ("actor:IS", "Tab completes"),
        ("&", *typed("verdict:conflict actor:is")),
        dossier=SUMMER,
        picture=False,
    ),
    Scenario("facets", ("Verdict of a field", "✗ conflict", "Publisher", "of 126 events"), ("f", "j"), dossier=SUMMER),
    Scenario("keys", ("Keys", "Next row", "next_event"), ("question_mark",), picture=False),
)
