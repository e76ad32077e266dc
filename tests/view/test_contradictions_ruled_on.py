"""What the form of a ruling says is wrong."""

from __future__ import annotations

from tests.builders import good_dossier
from tests.scenarios import DEMO
from tests.walking import dossier
from tui.core.filters import EVERYTHING
from tui.index.opening import store
from tui.view.rulings import ruling_form
from tui.view.scene import Scene
from tui.view.spans import text_of


def test_of_a_source_that_contradicts_itself_the_form_says_that():
    demo = dossier(DEMO)
    row = demo.event("advance-or-retreat", EVERYTHING)
    (field,) = (field for field in row.verdict.fields if field.field == "claims.movement")
    assert field.reason == "Only Deutsche Welle says so."
    form = ruling_form(row, field, Scene(summary=demo.summary(), sources=demo.sources()), by="")
    assert text_of(form.about[1]) == (
        'Deutsche Welle contradicts itself: "advance" (headline) against "retreat" (lead).'
    )


def test_a_reading_that_contradicts_another_is_offered_first():
    """Found by a newcomer: "dozens" was offered where 56 and 160 contradict each other, and saved so."""
    tolls = (("a", "dozens"), ("b", "56"), ("c", "160"))
    sources = "".join(f'[[source]]\nid = "{name}"\nkind = "dataset"\n' for name, _ in tolls)
    reports = "".join(
        f'[[report]]\nsource = "{name}"\nevent = "e"\nfigures = {{ killed = "{toll}" }}\n' for name, toll in tolls
    )
    asked = store(good_dossier(sources + reports))
    row = asked.event("e", EVERYTHING)
    (field,) = [each for each in row.verdict.fields if each.flagged]
    form = ruling_form(row, field, Scene(summary=asked.summary(), sources=asked.sources()), by="")
    offered = next(each for each in form.blanks[0].choices if each.value == form.blanks[0].value)
    assert offered.value == "b/e"
