"""What the form of a ruling says is wrong."""

from __future__ import annotations

from tests.scenarios import DEMO
from tests.walking import dossier
from tui.core.filters import EVERYTHING
from tui.view.rulings import ruling_form
from tui.view.scene import Scene
from tui.view.spans import text_of


def test_of_a_source_that_contradicts_itself_the_form_says_that():
    store = dossier(DEMO)
    row = store.event("advance-or-retreat", EVERYTHING)
    (field,) = (field for field in row.verdict.fields if field.field == "claims.movement")
    assert field.reason == "Only Deutsche Welle says so."
    form = ruling_form(row, field, Scene(summary=store.summary(), sources=store.sources()), by="")
    assert text_of(form.about[1]) == (
        'Deutsche Welle contradicts itself: "advance" (headline) against "retreat" (lead).'
    )
