"""A reason names the step that made two names one, and which name was only read as a declared one by its spelling (rules.md §5)."""

from __future__ import annotations

import pytest

from tests.core.accounts import BASE, field, told

ALIASES = BASE.replace('name = "Aleppo"', 'name = "Aleppo"\naliases = ["Halab"]')
FAR = f'{ALIASES}\n[[place]]\nid = "raqqa"\nname = "Raqqa"\nlat = 35.95\nlon = 39.01\n'
ISLAM = f'{BASE}\n[[actor]]\nid = "islam"\nname = "Jaysh al-Islam"\n'
ONE = "One and the same by the dossier's names"


@pytest.mark.parametrize(
    ("base", "a", "b", "name", "reason"),
    [
        (ALIASES, 'where = "Halab"', 'where = "Aleppo"', "where",
         f'{ONE}: Agence A writes "Halab"; Bulletin B writes "Aleppo".'),
        (ALIASES, 'where = "Halab"', 'where = "Alepo"', "where",
         f'{ONE} and by spelling: Agence A writes "Halab"; Bulletin B writes "Alepo" (by spelling).'),
        (FAR, 'where = "Alepo"', 'where = "Raqqa"', "where",
         """Agence A's "Alepo" and Bulletin B's "Raqqa" are 161 km apart, from edge to edge; 169 km """
         """between their centres. "Alepo" is read as Aleppo, by spelling."""),
        (BASE, 'where = "Dayr Hafir"', 'where = "Deir Hafir"', "where",
         """Agence A's "Dayr Hafir" and Bulletin B's "Deir Hafir" are one place. One spelling family: score 0.91, from 0.88 on."""),
        (ISLAM, 'who = { attacker = "Jaish al Islam" }', 'who = { attacker = "Jaysh al-Islam" }', "who.attacker",
         f'{ONE} and by spelling: Agence A writes "Jaish al Islam" (by spelling); Bulletin B writes "Jaysh al-Islam".'),
        (ISLAM, 'who = { attacker = "Jaish al Islam" }', 'who = { attacker = "NSA" }', "who.attacker",
         """Agence A's "Jaish al Islam" and Bulletin B's "NSA" are different actors: both are true only if it was both of """
         """them. "Jaish al Islam" is read as Jaysh al-Islam, by spelling."""),
        (BASE, 'said_by = "Abu Omar al-Shami"', 'said_by = "Abu Umar al-Shami"', "said_by",
         """Agence A's "Abu Omar al-Shami" and Bulletin B's "Abu Umar al-Shami" are one speaker. One spelling family: """
         """score 0.99, from 0.93 on."""),
    ],
    ids=["alias", "alias and spelling", "apart", "undeclared", "actor", "other actor", "speaker"],
)  # fmt: skip
def test_the_step_is_named(base, a, b, name, reason):
    assert field(told(a, b, base), name).reason == reason
