"""The themes: the only colours there are outside `app/*.tcss`. Blue and orange lead; red is for conflict alone."""

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


_DUSK = {
    "ink": "#e6dfd3",
    "dim": "#b8ad9c",
    "faint": "#8c8172",
    "wall": "#403a33",
    "stripe": "#211d19",
    "cursor": "#2b3a44",
    "chosen": "#3a5060",
    "head": "#26211c",
    "blue": "#86bfe6",
    "sky": "#9fd0d0",
    "orange": "#f0a868",
    "amber": "#e0c27a",
    "red": "#ff8a7a",
    "violet": "#c9aee6",
    "green": "#a3cb98",
    "hit": "#6a4a12",
    "focus": "#3d6684",
    "brand": "#f0a868",
    "brand-ink": "#1a1714",
}
_CONTRAST = {
    "ink": "#ffffff",
    "dim": "#e4e4e4",
    "faint": "#c2c2c2",
    "wall": "#8a8a8a",
    "stripe": "#000000",
    "cursor": "#002f5c",
    "chosen": "#00427f",
    "head": "#000000",
    "blue": "#7fc4ff",
    "sky": "#7fe3ff",
    "orange": "#ffb35c",
    "amber": "#ffe066",
    "red": "#ffa8a0",
    "violet": "#dcc2ff",
    "green": "#8cf0a4",
    "hit": "#5c3d00",
    "focus": "#0058a8",
    "brand": "#ffb35c",
    "brand-ink": "#000000",
}


def _theme(
    name: str, colours: dict[str, str], background: str, surface: str, panel: str, *, dark: bool = True
) -> Theme:
    return Theme(
        name=f"rashomon-{name}",
        primary=colours["blue"],
        secondary=colours["orange"],
        accent=colours["orange"],
        warning=colours["amber"],
        error=colours["red"],
        success=colours["green"],
        foreground=colours["ink"],
        background=background,
        surface=surface,
        panel=panel,
        dark=dark,
        variables=dict(colours),
    )


THEMES: dict[str, Theme] = {
    "dark": _theme("dark", _DARK, "#10151c", "#161e29", "#1b2532"),
    "dusk": _theme("dusk", _DUSK, "#1a1714", "#26211c", "#302a24"),
    "light": _theme("light", _LIGHT, "#fbfaf7", "#f3f1ec", "#e9e6df", dark=False),
    "contrast": _theme("contrast", _CONTRAST, "#000000", "#000000", "#141414"),
}
"""By the name one types, in the order in which F2 goes through them."""


def variables(*, dark: bool) -> dict[str, str]:
    """The colours by name, as the styles use them, for a theme of Textual's own of that brightness."""
    return dict(_DARK if dark else _LIGHT)


def typed(name: str) -> str:
    """The name one types for the theme with this full name."""
    return next((short for short, theme in THEMES.items() if theme.name == name), name)


def after(name: str) -> str:
    """The full name of the theme that comes after the one with this full name; the first after any other."""
    names = [theme.name for theme in THEMES.values()]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
