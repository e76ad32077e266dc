"""The words for what a stretch of text means. TCSS gives each a look (`.role--<word>`); nothing here does."""

from __future__ import annotations

ROLES: frozenset[str] = frozenset(
    {
        # verdicts and findings
        "conflict", "strained", "worded", "unlike", "precision", "compatible", "naming", "same", "unread", "finding", "settled",
        # parts of the text
        "title", "siglum", "strong", "dim", "faint", "value", "quote", "hit", "label", "rule", "brand", "good", "added", "removed",
        # places on the screen
        "cursor", "stripe", "head", "focus", "key", "bar", "bar-hot", "bar-here", "track", "chosen", "note", "problem", "tab", "panel",
    }
)  # fmt: skip
"""Every role a span may carry."""
