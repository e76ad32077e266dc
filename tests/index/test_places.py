"""Places kept in the store mean what they meant in the dossier, and are read one by one."""

from __future__ import annotations

import sqlite3

import pytest

from tests.builders import good_dossier
from tui.core.places import Gazetteer
from tui.index import places
from tui.index.schema import TABLES

DECLARED = good_dossier("""
[[place]]
id = "bukamal"
name = "al-Bukamal"
aliases = ["Abu Kamal"]
within = "deir"
lat = 34.45
lon = 40.92
[[place]]
id = "deir"
name = "Deir ez-Zor"
[[place]]
id = "north"
name = "Hamra"
[[place]]
id = "south"
name = "Hamra"
[[source]]
id = "a"
[[report]]
source = "a"
""").places
WORDS = (
    "al-Bukamal", "AL-BUKAMAL", "Abu Kamal", "bukamal", "Albukamal", "near Abu Kamal", "5 km north of Deir ez-Zor",
    "Hamra", "Hamra, Deir ez-Zor", "Nowhere", "Nowhere, al-Bukamal",
)  # fmt: skip


@pytest.fixture
def kept():
    connection = sqlite3.connect(":memory:")
    for statement in TABLES:
        connection.execute(statement)
    places.save(connection, DECLARED)
    return connection


@pytest.mark.parametrize("words", WORDS)
def test_words_mean_what_they_mean_in_the_dossier(kept, words):
    assert places.gazetteer(kept, places.Places(kept)).spot(words) == Gazetteer(DECLARED).spot(words)


def test_places_come_in_file_order_by_their_ids(kept):
    held = places.Places(kept)
    assert (tuple(held.values()), len(held), "south" in held, "east" in held) == (DECLARED, 4, True, False)


def test_of_a_declared_name_only_its_place_and_what_that_lies_in_are_read(kept):
    asked = []
    kept.set_trace_callback(asked.append)
    places.gazetteer(kept, places.Places(kept)).spot("Abu Kamal")
    assert [sql for sql in asked if "doc" in sql] == [
        "SELECT doc FROM place WHERE id = 'bukamal'",
        "SELECT doc FROM place WHERE id = 'deir'",
    ]
    assert not any("ORDER BY n" in sql for sql in asked)
