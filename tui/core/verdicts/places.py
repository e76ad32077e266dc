"""Places: how a `where` was read, and how two lie to each other. Source: rules.md §6."""

from __future__ import annotations

from itertools import product

from tui.core.judgements import Verdict
from tui.core.names import compare_names
from tui.core.places import NEAR_KM, Gazetteer, Spot, apart_km, distance_km, lies_in, same_name
from tui.core.values import dataclass
from tui.core.verdicts.comparisons import PLACES_APART, Comparison, Said, Value, by_spelling, sized


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesValue(Value):
    """One place, or a set of them."""

    spots: tuple[Spot, ...]

    @property
    def spelt(self) -> tuple[tuple[str, str], ...]:
        """Names that only their spelling ties to a declared place."""
        return tuple(spot.spelt for spot in self.spots if spot.spelt is not None)


def read_places(words: tuple[str, ...], gazetteer: Gazetteer) -> PlacesValue:
    """A `where` as written; several places are read as a set."""
    spots: dict[tuple[str, str], Spot] = {}
    for each in words:
        spot = gazetteer.spot(each)
        spots.setdefault(spot.key, spot)
    ordered = tuple(spots[key] for key in sorted(spots))
    undeclared = [spot.name for spot in ordered if spot.id is None]
    rule = f"No [[place]] answers to {_list(undeclared)}." if undeclared else "Found among the dossier's places."
    rule += by_spelling(*(spot.spelt for spot in ordered))
    return PlacesValue(
        key=tuple(sorted(spots)), text="; ".join(spot.name for spot in ordered), rule=rule, spots=ordered
    )


def compare_places(a: Value, b: Value, said_a: Said, said_b: Said) -> Comparison:
    """The relation of two sets of places; the nearest pair decides where they share none."""
    compared = _compare(a, b, said_a, said_b)
    if not compared.verdict.flagged:
        return compared
    return compared._replace(reason=compared.reason + by_spelling(*a.spelt, *b.spelt))


def _compare(a: Value, b: Value, said_a: Said, said_b: Said) -> Comparison:
    if not isinstance(a, PlacesValue) or not isinstance(b, PlacesValue):
        return Comparison(Verdict.UNREAD, "Not compared.")
    if len(a.spots) == 1 and len(b.spots) == 1:
        return _compare_spots(a.spots[0], b.spots[0], said_a, said_b)
    pairs = {
        (s, t): _compare_spots(s, t, Said(said_a.who, s.name), Said(said_b.who, t.name))
        for s, t in product(a.spots, b.spots)
    }
    touching = (Verdict.SAME, Verdict.PRECISION)
    a_met = [any(pairs[s, t].verdict in touching for t in b.spots) for s in a.spots]
    b_met = [any(pairs[s, t].verdict in touching for s in a.spots) for t in b.spots]
    if len(a.spots) == len(b.spots) and all(any(pairs[s, t].verdict is Verdict.SAME for t in b.spots) for s in a.spots):
        return Comparison(Verdict.SAME, f"{said_a} and {said_b} name the same places.", inner="ab")
    if all(a_met) or all(b_met):
        inner, outer, letter = (said_a, said_b, "a") if all(a_met) else (said_b, said_a, "b")
        return Comparison(
            Verdict.PRECISION, f"Every place of {inner} is one of, or lies in one of, {outer}.", inner=letter
        )
    if any(a_met):
        return Comparison(Verdict.COMPATIBLE, f"{said_a} and {said_b} share a place; both can be true.")
    if any(c.verdict is Verdict.COMPATIBLE for c in pairs.values()):
        return Comparison(Verdict.COMPATIBLE, f"Places of {said_a} and {said_b} reach each other; both can be true.")
    return min(pairs.values(), key=lambda comparison: comparison.verdict.rank)


def _compare_spots(a: Spot, b: Spot, said_a: Said, said_b: Said) -> Comparison:
    if a.key == b.key:
        return Comparison(Verdict.SAME, f"{said_a} and {said_b} are one place.", inner="ab")
    if same_name(a, b):
        why = compare_names(a.name, b.name, "place").rule
        return Comparison(Verdict.SAME, f"{said_a} and {said_b} are one place. {why}", inner="ab")
    for inner, outer, said_in, said_out, letter in ((a, b, said_a, said_b, "a"), (b, a, said_b, said_a, "b")):
        if lies_in(inner, outer):
            return Comparison(
                Verdict.PRECISION,
                f"{said_in} lies within {said_out}: one is more exact.",
                inner=letter,
            )
    if (a.widened and b.widened and a.id == b.id is not None) or _around_within(a, b) or _around_within(b, a):
        return Comparison(Verdict.COMPATIBLE, f"{said_a} and {said_b} can be one place.")
    apart, centres = apart_km(a, b), distance_km(a, b)
    if apart is None or centres is None:
        return Comparison(Verdict.UNDETERMINED, _unknown(a, b, said_a, said_b))
    if apart <= 0:
        return Comparison(
            Verdict.COMPATIBLE,
            f"{said_a} and {said_b} reach each other ({centres:.0f} km between their centres).",
        )
    if apart <= NEAR_KM:
        return Comparison(
            Verdict.STRAINED,
            f"{said_a} and {said_b} are {apart:.0f} km apart: one place only if a report means the area "
            f"(UCDP counts up to {NEAR_KM:.0f} km as near).",
        )
    gap = f"{apart:.0f} km"
    edges = f", from edge to edge; {centres:.0f} km between their centres" if centres - apart >= 1 else ""
    return Comparison(
        Verdict.CONFLICT,
        f"{said_a} and {said_b} are {gap} apart{edges}.",
        gap=gap,
        distance=apart,
        size=sized(PLACES_APART, apart),
    )


def _around_within(near: Spot, area: Spot) -> bool:
    """ "Near X" against an area that X lies in: the neighbourhood may reach outside it, so it is not certainly inside."""
    return near.widened and area.id is not None and area.id in near.inside


def _unknown(a: Spot, b: Spot, said_a: Said, said_b: Said) -> str:
    undeclared = [spot.name for spot in (a, b) if spot.id is None]
    if undeclared:
        return f"{said_a} and {said_b} are named differently, and no [[place]] says where {_list(undeclared)} is."
    return f"{said_a} and {said_b} are two places, and without coordinates of both nothing says how far apart."


def _list(names: list[str]) -> str:
    return " or ".join(f'"{name}"' for name in names)
