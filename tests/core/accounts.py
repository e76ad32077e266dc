"""Two accounts of one event, judged."""

from __future__ import annotations

from tests.builders import dossier
from tui.core.verdicts.events import judge

BASE = """
[dossier]
timezone = "Asia/Damascus"
[[actor]]
id = "nsa"
name = "New Syrian Army"
aliases = ["NSA"]
[[actor]]
id = "saloum"
name = "Mozahem al-Saloum"
kind = "person"
[[place]]
id = "aleppo"
name = "Aleppo"
lat = 36.2
lon = 37.16
radius_km = 8
[[place]]
id = "bustan"
name = "Bustan al-Qasr"
within = "aleppo"
[[source]]
id = "a"
name = "Agence A"
published = 2016-06-29
[[source]]
id = "b"
name = "Bulletin B"
published = 2016-06-29
"""


def told(a: str, b: str, base: str = BASE):
    reports = "".join(
        f'\n[[report]]\nsource = "{source}"\nevent = "e"\n{body}\n' for source, body in (("a", a), ("b", b))
    )
    loaded, problems = dossier(base + reports)
    assert [p.message for p in problems if p.severity == "problem"] == []
    return judge(loaded).events[0].verdict


def field(event, name: str):
    return next(each for each in event.fields if each.field == name)
