"""Who repeats whom, as a tree."""

from __future__ import annotations

from tests.builders import good_dossier
from tui.core.judgements import OriginCount
from tui.index.opening import store

TEXT = """
[[actor]]
id = "saloum"
name = "Mozahem al-Saloum"
kind = "person"
[[source]]
id = "afp"
name = "AFP"
published = 2016-06-28
[[source]]
id = "dw"
name = "Deutsche Welle"
published = 2016-06-29
credits = ["AFP", "dpa"]
[[source]]
id = "copy"
name = "Copy"
published = 2016-06-30
derived_from = ["afp"]
[[source]]
id = "eye"
name = "Eye"
[[report]]
source = "dw"
event = "e"
said_by = "Mozahem al-Saloum"
[[report]]
source = "afp"
event = "e"
said_by = "Muzahem al-Sallum"
[[report]]
source = "copy"
event = "e"
said_by = "Mozahem al-Saloum"
[[report]]
source = "eye"
event = "e"
said_by = "eye"
[[report]]
source = "eye"
event = "e"
"""


def test_the_tree_behind_an_event():
    tree = store(good_dossier(TEXT)).lineage("e")
    assert tree.count == OriginCount(2, 4, 1)
    assert [(o.root, o.reports, o.appeared, o.speaker, o.firsthand, o.unknown) for o in tree.origins] == [
        ("afp/e", ("afp/e", "copy/e"), "2016-06-28", "Muzahem al-Sallum", False, False),
        ("dw/e", ("dw/e",), "2016-06-29", "Mozahem al-Saloum", False, False),
        ("eye/e", ("eye/e",), None, "", True, False),
        ("eye/e-2", ("eye/e-2",), None, "", False, True),
    ]
    assert [(t.report, t.to, t.kind, t.certain) for o in tree.origins for t in o.ties] == [
        ("copy/e", "afp", "copies", True),
        ("afp/e", "Muzahem al-Sallum", "same speaker", False),
        ("copy/e", "Mozahem al-Saloum", "same speaker", False),
        ("dw/e", "AFP", "credits", False),
        ("dw/e", "Mozahem al-Saloum", "same speaker", False),
    ]


def test_origins_stand_in_the_order_in_which_they_came_out():
    text = "".join(
        f'[[source]]\nid = "{name}"\npublished = 2016-06-2{day}\n[[report]]\nsource = "{name}"\nevent = "e"\n{more}'
        for name, day, more in (("dw", 8, ""), ("afp", 4, ""), ("copy", 9, 'derived_from = ["dw/e"]\n'))
    )
    tree = store(good_dossier(text)).lineage("e")
    assert [origin.reports for origin in tree.origins] == [("afp/e",), ("dw/e", "copy/e")]


def test_text_that_repeats_another():
    words = "Warplanes struck the market of the town at noon and killed at least ten people, residents and a monitor said on Sunday."
    text = "".join(
        f'[[source]]\nid = "{name}"\npublished = 2016-06-2{n}\n[[report]]\nsource = "{name}"\nevent = "e"\ntext = "{words}"\n'
        for n, name in enumerate("ab")
    )
    tree = store(good_dossier(text)).lineage("e")
    assert [(o.reports, [(t.kind, t.note) for t in o.ties]) for o in tree.origins] == [
        (("a/e", "b/e"), [("same text", "100 % of the text")])
    ]


def test_a_text_is_tied_to_the_one_it_shares_and_a_voice_to_its_own():
    """C joins what A and B print; D speaks with the voice of B."""
    a = "Warplanes struck the market of the town at noon and killed at least ten people, residents said on Sunday evening."
    b = "The ministry had called the road to the north open again only a day before, and lorries were on it since dawn."
    texts = {"a": a, "b": b, "c": f"{a} {b}"}
    text = "".join(
        f'[[source]]\nid = "{name}"\npublished = 2016-06-2{n}\n[[report]]\nsource = "{name}"\nevent = "e"\ntext = "{told}"\n'
        for n, (name, told) in enumerate(texts.items())
    )
    tree = store(good_dossier(f'{text}[[report]]\nid = "d"\nsource = "b"\nevent = "e"\n')).lineage("e")
    assert [(o.reports, [(t.report, t.to, t.kind) for t in o.ties]) for o in tree.origins] == [
        (
            ("a/e", "b/e", "d", "c/e"),
            [("b/e", "c/e", "same text"), ("d", "b/e", "same voice"), ("c/e", "a/e", "same text")],
        )
    ]
