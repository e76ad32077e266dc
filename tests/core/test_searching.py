"""What a search looks through, how a word typed may stand there, and where it stands in the text as written."""

from __future__ import annotations

import pytest

from tui.core.searching import found, searchable, sought, ways


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Air strikes, al-Bukamal", "air strikes al bukamal albukamal"),
        ("Deir ez-Zor, Al Raqqa, at home", "deir ez zor al raqqa at home ezzor alraqqa"),
        ("as-Suwaydā’ – a town in al-Sham", "as suwayda a town in al sham assuwayda alsham"),
        ("القصف على المدنيين", "القصف علي المدنيين قصف مدنيين"),
        ("والجيش الله", "والجيش الله جيش"),
        ("31人が死亡した", "31 人 が 死 亡 し た"),
    ],
)
def test_what_is_looked_through(text, words):
    assert searchable(text) == words


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ('Air "base', (("air",), ("base",))),
        ("al-Anbar", (("anbar", "alanbar"),)),
        ("dayr Az Zawr", (("dayr",), ("zawr", "azzawr"))),
        ("tariq al–bab", (("tariq",), ("bab", "albab"))),
        ("as well at home", (("as",), ("well",), ("at",), ("home",))),
        ("Abū Kamāl", (("abu",), ("kamal",))),
        ("al", (("al",),)),
        ("الجيش", (("الجيش", "جيش"),)),
        ("جيش", (("جيش",),)),
        ("死亡", (("死 亡", "死亡"),)),
        ("…", ()),
    ],
)
def test_how_a_word_may_stand_there(typed, told):
    assert ways(typed) == told


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("An Air Base fell, the air base.", "air base", ["Air", "Base", "air", "base"]),
        ("Muẓāḥim al-Sallūm spoke", "muzahim sallum", ["Muẓāḥim", "Sallūm"]),
        ("قُتل ٤٣ مدنياً", "مدنيا", ["مدنياً"]),
        ("مقاتلو الجيش", "جيش", ["جيش"]),
        ("少なくとも三十一人が死亡した", "死亡", ["死亡"]),
        ("smallest, all small", "small", ["small", "small"]),
        ("Al-Anbar, Anbar, Alanbar", "al-anbar", ["Anbar", "Anbar", "Alanbar"]),
        ("nothing", "else thing", []),
        ("nothing", "", []),
    ],
)
def test_where_it_stands_as_written(text, typed, marked):
    assert [text[start:end] for start, end in found(text, typed)] == marked


ISLAMIC_STATE = ("Islamic State", "ISIL", "IS", "Daesh")
BUKAMAL = ("al-Bukamal", "Abu Kamal", "البوكمال")


@pytest.mark.parametrize(
    ("looked_for", "text", "hits"),
    [
        (("isil", *ISLAMIC_STATE), "The Islamic State, or Daesh: Syrian state TV", ["Islamic State", "Daesh"]),
        (("isil", *ISLAMIC_STATE), "IS took it; that is ISILs, not Daeshi", ["IS", "ISIL"]),
        (
            ("bukamal", *BUKAMAL),
            "Abu Kamal, Bukamal, Al Bukamal; abu; بالبوكمال",
            ["Abu Kamal", "Bukamal", "Bukamal", "بوكمال"],
        ),
        (("", "空爆"), "空爆で負傷者", ["空爆"]),
        (("none",), "Islamic State", []),
    ],
)
def test_names_are_found_whole_beside_the_beginnings_of_words(looked_for, text, hits):
    assert [text[start:end] for start, end in found(text, sought(*looked_for))] == hits
