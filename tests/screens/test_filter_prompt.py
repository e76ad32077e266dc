"""The prompt of `&` tells a name that the dossier does not have, in a minus term too, which would keep everything in silence."""

from __future__ import annotations

from tests.scenarios import DEMO, typed
from tests.walking import Walking, dossier


async def test_a_source_that_is_not_there_is_told_with_the_nearest():
    async with Walking(lambda: dossier(DEMO), size=(120, 36)) as walk:
        await walk.press("&", *typed("-source:ucpd"))
        await walk.shows("28 of 28 rows · source:ucpd matches nothing in the dossier; did you mean ucdp?")
