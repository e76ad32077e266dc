"""The two themes: the only colours there are outside `app.tcss`. Blue and orange lead; red is for conflict alone."""

from __future__ import annotations

from textual.theme import Theme

_DARK = {
    "ink": "#d5dce5",
    "dim": "#a0adbc",
    "faint": "#758599",
    "wall": "#2c3846",
    "stripe": "#141b25",
    "cursor": "#1d3047",
    "chosen": "#28466a",
    "head": "#161e29",
    "blue": "#6cb6ff",
    "sky": "#8ccbe8",
    "orange": "#f2a65a",
    "amber": "#e3c16f",
    "red": "#ff7b72",
    "violet": "#b9a5e8",
    "green": "#8fc9a1",
    "hit": "#6b4e10",
    "focus": "#2f5f96",
    "brand": "#f2a65a",
    "brand-ink": "#10151c",
}
_LIGHT = {
    "ink": "#1d2530",
    "dim": "#48525e",
    "faint": "#6b7580",
    "wall": "#cfd3d8",
    "stripe": "#f3f1ec",
    "cursor": "#dbe8f8",
    "chosen": "#bdd5f3",
    "head": "#efede7",
    "blue": "#0a58a8",
    "sky": "#0f6f8c",
    "orange": "#a04a00",
    "amber": "#7d5c00",
    "red": "#bf1d2b",
    "violet": "#6442b0",
    "green": "#2c6e43",
    "hit": "#ffe08a",
    "focus": "#a9c9f0",
    "brand": "#a04a00",
    "brand-ink": "#ffffff",
}


def variables(*, dark: bool) -> dict[str, str]:
    """The colours by name, as `app.tcss` uses them; for a theme of Textual's own the set of its brightness."""
    return dict(_DARK if dark else _LIGHT)


DARK = Theme(
    name="rashomon-dark",
    primary="#6cb6ff",
    secondary="#f2a65a",
    accent="#f2a65a",
    warning="#e3c16f",
    error="#ff7b72",
    success="#8fc9a1",
    foreground="#d5dce5",
    background="#10151c",
    surface="#161e29",
    panel="#1b2532",
    dark=True,
    variables=variables(dark=True),
)
LIGHT = Theme(
    name="rashomon-light",
    primary="#0a58a8",
    secondary="#a04a00",
    accent="#a04a00",
    warning="#7d5c00",
    error="#bf1d2b",
    success="#2c6e43",
    foreground="#1d2530",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
    variables=variables(dark=False),
)
