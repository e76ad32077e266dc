"""Names as reports write them: folding, comparing two, finding the declared thing one means (rules.md §5).

The front door of the modules that do it; holds no rule of its own.
"""

from __future__ import annotations

from tui.core.directories import Directory, Resolved
from tui.core.name_verdicts import Groups, NameRelation, NameVerdict, compare_names, one_name
from tui.core.scripts import fold

__all__ = ["Directory", "Groups", "NameRelation", "NameVerdict", "Resolved", "compare_names", "fold", "one_name"]
