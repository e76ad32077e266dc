"""What stands beside a figure and leaves it the number it is: units, what is counted, a part that is told apart.

Finds which words of a phrase those are; reads no number. Words that change a number ("more", "families", "ago") are never
found, nor is anything where a second number stands (rules.md §4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.numerals import Word, is_figure, is_numeral_word

Words = tuple[Word, ...]


def _set(words: str) -> frozenset[Word]:
    return frozenset(words.split())


class Beside(NamedTuple):
    """A phrase without the words that do not change its number."""

    words: Words
    left: str
    """The words left out, as written but for their case; empty when there are none."""
    unit: str = ""
    """What they say the number measures ("%", "km"); empty for things that are counted."""
    group: str = ""
    """The narrower group of people that alone is counted, as a word or part of one ("civil"); empty for everyone."""


_SIGNS = {
    "%": "%", "percent": "%", "pct": "%", "٪": "%", "$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₹": "rupees",
    "₽": "roubles", "₴": "hryvnias", "₪": "shekels", "usd": "dollars", "eur": "euros", "gbp": "pounds", "rs": "rupees",
}  # fmt: skip
UNITS = {
    word: unit
    for unit, words in {
        "%": "percent|per cent|pct", "dollars": "dollar|us dollars|usd", "euros": "euro|eur", "pounds": "gbp",
        "roubles": "rubles", "hryvnias": "hryvnia", "rupees": "", "yen": "", "shekels": "",
        "tonnes": "tonne|tons|metric tons|ton", "kg": "kilograms|kilogrammes|kilos", "litres": "liters", "gallons": "",
        "km": "kilometres|kilometers|kilometre|kilometer", "miles": "mile", "metres": "meters|metre|meter",
        "feet": "ft", "mm": "millimetres|millimeters",
        "cm": "centimetres|centimeters", "hectares": "hectare|ha", "acres": "acre", "barrels": "",
        "sq km": "square kilometres|square kilometers|square km", "sq miles": "square miles",
        "square metres": "square meters", "seconds": "", "minutes": "minute", "hours": "hour", "days": "day",
        "weeks": "week", "months": "month", "kw": "kilowatts", "mw": "megawatts", "gw": "gigawatts", "kph": "kmh", "mph": "",
    }.items()
    for word in (unit, unit.removesuffix("s"), *words.split("|"))
    if word
}  # fmt: skip
"""Words that say in what a number is measured. Two numbers of different units are never held against each other."""

_GROUPS = {
    "civil": "civilians noncombatants", "child": "children schoolchildren minors babies infants kids teenagers toddlers",
    "wom": "women mothers policewomen servicewomen", "girl": "girls schoolgirls", "boy": "boys schoolboys",
    "polic": "police policemen officers", "journal": "journalists reporters", "medic": "medics doctors nurses paramedics",
    "work": "workers staff employees", "student": "students pupils", "foreign": "foreigners", "guard": "guards",
    "pilgrim": "pilgrims", "tourist": "tourists", "migrant": "migrants", "refugee": "refugees",
    "prison": "prisoners inmates", "hostage": "hostages", "villager": "villagers", "men": "men", "commander": "commanders",
    "crew": "crewmembers sailors", "passenger": "passengers", "peacekeep": "peacekeepers", "rescue": "rescuers",
}  # fmt: skip
_GROUP_OF = {word: group for group, words in _GROUPS.items() for word in words.split()} | {
    "civilian": "civil", "child": "child", "woman": "wom", "girl": "girl", "boy": "boy", "policeman": "polic",
    "officer": "polic", "journalist": "journal", "medic": "medic", "worker": "work", "student": "student",
}  # fmt: skip
"""Words for some of the people a field counts, by what a field that counts just them has in its name."""

_IRREGULAR = _set(
    "people children men women personnel police policemen policewomen servicemen servicewomen gunmen fishermen firemen "
    "clergymen businessmen cattle sheep aircraft helicopters troops dead taliban hezbollah infantry livestock "
    "schoolchildren townsfolk"
)
"""Plurals that do not end in s."""
_ONE = _set(
    "civilian child woman man girl boy baby soldier serviceman policeman officer guard medic doctor nurse teacher student "
    "worker journalist driver passenger pilot pedestrian protester demonstrator demonstrator villager resident migrant "
    "refugee hostage prisoner attacker gunman suspect terrorist peacekeeper strike airstrike attack raid missile rocket "
    "drone bomb shell mine explosion blast house home building school hospital clinic church mosque bridge vehicle car bus "
    "truck tank helicopter plane jet ship boat arrest"
)
"""What there may be one of. Any other word after "one" may be no noun at all."""
_TOLD = _set(
    "destroyed damaged arrested detained kidnapped abducted rescued evacuated captured recovered found freed released shot hit burned "
    "burnt launched fired intercepted downed seized involved affected homeless hospitalised hospitalized trapped buried sunk cancelled "
    "canceled deployed"
)
"""What happened to those that are counted; the field says what is meant."""
_CHANGING = _set(
    "more others other further additional extra new fresh another families family households household percentage points "
    "point times fold thirds third half halves quarters quarter fifths tenths ago later earlier before after since until "
    "not no non never without except but excluding nor or and than as is was were has had his its this these those that "
    "who which whose yes perhaps sometimes always less fewer most mostly only nearly almost about around some over under "
    "above below between from to of in on at by for with per out the all both each every first last next previous "
    "suspected alleged presumed feared possible probable unconfirmed unverified claimed false fake reported rumoured "
    "confirmed disputed denied deny denies dispute disputes reject rejects say says said claim claims report reports "
    "believed thought missing killed dead died wounded injured hurt couple few several handful dozens tens scores hundreds "
    "thousands millions many multiple number numbers unknown various countless estimated approximately roughly maybe "
    "years year decades centuries pm am st nd rd th oclock january february march april may june july august september "
    "october november december mon tue wed thu fri sat sun olds versus plus minus towards unless across besides perhaps "
    "rounds wives shares average mean net degrees afterwards downwards overseas"
)
"""Words that make it another number, or no number of what the field counts."""
_PARTS = (("including",), ("among", "them"), ("among", "these"), ("among", "whom"), ("amongst", "them"))
_HARM = _set(
    "killed dead died deaths fatalities wounded injured injuries hurt missing captured arrested detained displaced kidnapped "
    "not total overall"
)
"""After these a part may be a second count: "14 killed, including 3 children and 5 wounded"."""
_WITH_AND = _set("women children men girls boys elderly")
_MOST = 4


def without_signs(words: Words) -> Beside:
    """The phrase without "%" after a figure and currency signs before one; unchanged where they do not agree."""
    words = _joined(words)
    kept: list[Word] = []
    units: list[str] = []
    for n, word in enumerate(words):
        after = words[n + 1] if n + 1 < len(words) else ""
        before = words[n - 1] if n else ""
        if word in _SIGNS and (is_figure(before) if _SIGNS[word] == "%" else is_figure(after)):
            units.append(_SIGNS[word])
            if word == "$" and before == "us":
                kept.pop()
        else:
            kept.append(word)
    if not units or len(set(units)) > 1:
        return Beside(words, "")
    return Beside(tuple(kept), next(word for word in words if word in _SIGNS), units[0])


def _joined(words: Words) -> Words:
    """ "per cent" as one word."""
    for n in range(len(words) - 1):
        if words[n : n + 2] == ("per", "cent"):
            return (*words[:n], "percent", *_joined(words[n + 2 :]))
    return words


def without_part(words: Words) -> Beside:
    """ "14 people, among them 3 children" without the part, which is no second number: it lies within the first."""
    for n in range(1, len(words) - 1):
        for part in _PARTS:
            if words[n : n + len(part)] == part:
                return _parted(words, n, n + len(part))
        if words[n : n + 2] in (("of", "them"), ("of", "whom")) and words[n - 2 : n - 1] == (",",):
            return _parted(words, n - 1, n + 2) if _counts(words[n - 1]) else Beside(words, "")
    return Beside(words, "")


def _parted(words: Words, start: int, after: int) -> Beside:
    head, tail = words[:start], words[after:]
    if head[-1:] == ("(",) and tail[-1:] == (")",):
        tail = tail[:-1]
    head = head[:-1] if head[-1:] in ((",",), ("(",), ("-",)) else head
    plain = all(word.isalpha() or is_figure(word) or word in (",", "-") for word in tail)
    if not head or not tail or not plain or _HARM.intersection(tail):
        return Beside(words, "")
    return Beside(head, _told((*words[start:after], *tail)))


def without_things(words: Words) -> Iterator[Beside]:
    """The phrase without the last one to four words, shortest first, where these can be what is counted or measured."""
    for size in range(1, min(_MOST, len(words) - 1) + 1):
        head, run = words[:-size], words[-size:]
        unit = UNITS.get(" ".join(run))
        if unit is not None:
            yield Beside(head, _told(run), unit)
        elif _are_things(run, one=head[-1:] in (("one",), ("1",), ("single",))):
            groups = [_GROUP_OF[word] for word in run if word in _GROUP_OF]
            yield Beside(head, _told(run), group=" and ".join(sorted(groups)))


def _are_things(run: Words, *, one: bool) -> bool:
    """An optional adjective or two, one plural, and perhaps what became of them."""
    end = len(run)
    while end and run[end - 1] in _TOLD:
        end -= 1
    if end == 0:
        return len(run) == 1
    if end > 2 and run[end - 2] == "and":
        return end == 3 and len(run) == 3 and run[0] in _WITH_AND and run[2] in _WITH_AND
    inner, last = run[: end - 1], run[end - 1]
    if not all(word == "-" or (word.isalpha() and word not in _CHANGING and not _counts(word)) for word in inner):
        return False
    if inner[:1] == ("-",) or any(_is_plural(word) for word in inner):
        return False
    return _is_plural(last) or (one and last in _ONE)


def _is_plural(word: Word) -> bool:
    if word in _CHANGING or _counts(word) or word in UNITS:
        return False
    return word in _IRREGULAR or (len(word) > 3 and word.isalpha() and word[-1] == "s" and word[-2] not in "siu")


def _counts(word: Word) -> bool:
    return is_figure(word) or is_numeral_word(word)


def _told(words: Words) -> str:
    return " ".join(words).rstrip(" -").replace(" ,", ",").replace(" - ", "-")


def with_unit(shown: str, unit: str) -> str:
    """A figure and what it measures, as it reads back: "5%", "12 km"."""
    if unit == "%":
        return shown + ("%" if shown[-1:].isdigit() else " percent")
    return f"{shown} {unit.removesuffix('s') if shown == '1' else unit}" if unit else shown
