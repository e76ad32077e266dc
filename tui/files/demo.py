"""Where the dossier is that ships inside the program. Reads nothing."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def demo_path() -> Path:
    """Folder of the demo: inside an installed package, or, in a checkout, the data it is built from."""
    inside = _PACKAGE / "demo"
    return inside if inside.is_dir() else _PACKAGE.parent / "data" / "al-bukamal"
