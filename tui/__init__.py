"""rashomon: who says what about which event, where the accounts cannot all be true.

core     values in, values out: reading, verdicts, origins; no disk, clock or screen
files    TOML in plain files <-> core values, with every fault of a file as a value
index    the store: SQLite, built from a dossier, asked by queries
view     what is on screen, as data: states, transitions, rows, spans with roles
widgets  draw view data and post messages
screens  own the state and join view with index
cli      one file per command; stdout is data, stderr is narration

ARCHITECTURE.md says where a new thing goes.
"""

__version__ = "0.1.0"
