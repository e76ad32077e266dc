"""Plain files to values and back: what a dossier's TOML states and what is wrong with it. Judges no account of events."""
