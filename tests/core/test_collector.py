from __future__ import annotations

import gc

from tui.core.collector import collected_at_rest, keep_out


def test_full_rounds_are_rare_until_the_end_and_what_was_there_is_looked_at_no_more():
    before = gc.get_threshold()
    with collected_at_rest():
        young, middle, old = gc.get_threshold()
        assert (young, middle) == before[:2]
        assert old > before[2]
        assert gc.get_freeze_count()
    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()


def test_what_was_made_since_is_kept_out_too():
    with collected_at_rest():
        before = gc.get_freeze_count()
        made = [[] for _ in range(1000)]
        keep_out()
        assert gc.get_freeze_count() >= before + len(made)
    assert not gc.get_freeze_count()
