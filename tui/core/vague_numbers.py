"""The table of vague number words, as data, and how a dossier overrides a row (rules.md §4).

Holds the rows and finds them by name; reads no phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from tui.core.values import dataclass

Overrides: TypeAlias = tuple[tuple[str, tuple[int, int, int, int]], ...]
"""(row name, (hard low, core low, core high, hard high)), as `[dossier] numbers` states them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One vague word: hard low <= core low <= core high <= hard high; None is unbounded."""

    name: str
    """The words that name it, after an optional "a" and before an optional "of"."""
    low: int
    core_low: int
    core_high: int | None
    high: int | None
    value: int | None = None
    """What a hedge before it applies to: "at least a dozen" is at least 12. None: to its bounds."""
    never_strains: bool = False
    """The word states a bound and no size ("many")."""


DEFAULT_ROWS: tuple[Row, ...] = (
    Row("couple", 2, 2, 2, 3),
    Row("few", 2, 3, 5, 9),
    Row("handful", 3, 4, 6, 9),
    Row("several", 2, 3, 9, 24),
    Row("half a dozen", 5, 6, 6, 7, value=6),
    Row("dozen", 10, 12, 12, 14, value=12),
    Row("dozens", 12, 24, 99, 199),
    Row("tens", 10, 20, 99, 199),
    Row("scores", 20, 40, 199, 399),
    Row("hundreds", 100, 200, 999, 1_999),
    Row("thousands", 1_000, 2_000, 9_999, 19_999),
    Row("tens of thousands", 10_000, 20_000, 99_999, 199_999),
    Row("hundreds of thousands", 100_000, 200_000, 999_999, 1_999_999),
    Row("millions", 1_000_000, 2_000_000, 9_999_999, 19_999_999),
    Row("tens of millions", 10_000_000, 20_000_000, 99_999_999, 199_999_999),
    Row("hundreds of millions", 100_000_000, 200_000_000, 999_999_999, 1_999_999_999),
    Row("many", 2, 2, None, None, never_strains=True),
    Row("multiple", 2, 2, None, None, never_strains=True),
    Row("number", 2, 2, None, None, never_strains=True),
)
"""The one place where vague words get their bounds (rules.md §4)."""

_ALSO: dict[str, str] = {"half dozen": "half a dozen", "numerous": "many", "great many": "many"}


def row_names() -> tuple[str, ...]:
    """Names of the rows that `[dossier] numbers` may override; `row_named` accepts them with "a", "_" and "-" too."""
    return tuple(row.name for row in DEFAULT_ROWS)


def row_named(name: str) -> str | None:
    """The row a written name means ("a_few", "a number of", "Dozens"), or None."""
    plain = " ".join(name.casefold().replace("_", " ").replace("-", " ").split())
    plain = plain.removeprefix("a ").removesuffix(" of")
    plain = _ALSO.get(plain, plain)
    return plain if plain in _BY_NAME else None


@lru_cache(maxsize=64)
def overridden(overrides: Overrides) -> Mapping[str, Row]:
    """Rows by name with a dossier's own bounds in place; unknown names and disordered bounds are left out.

    The loader reports those; here they must not turn into a wrong reading."""
    rows = dict(_BY_NAME)
    for written, (low, core_low, core_high, high) in overrides:
        name = row_named(written)
        if name is not None and 0 <= low <= core_low <= core_high <= high:
            rows[name] = Row(name, low, core_low, core_high, high, rows[name].value, rows[name].never_strains)
    for also, name in _ALSO.items():
        rows[also] = rows[name]
    return MappingProxyType(rows)


_BY_NAME: dict[str, Row] = {row.name: row for row in DEFAULT_ROWS}
