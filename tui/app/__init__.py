"""The explorer as one program, each of its parts in a file of its own. What is on the screen is the screens'.

explorer (themes, what a terminal shows) > views (from view to view) > editing ($EDITOR) > reading (opens the dossier, and again when
its files change: watching) > leaving (what is remembered, and every way to an end) > tidying (the collector); beside them early_keys
(in the order they were pressed), telling (short words at the edge), recolouring (another theme), picture (without a terminal).
"""

from __future__ import annotations

from tui.app.explorer import Explorer

__all__ = ["Explorer"]
