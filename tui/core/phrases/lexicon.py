"""The words of time this program knows, as data: spellings, idioms of several words, and what a word stands for.

A word that is not here makes a phrase not understood.
"""

from __future__ import annotations

# A word that may stand anywhere without changing what the others name.
DROPPED = frozenset(
    {
        "on",
        "the",
        "of",
        "in",
        "at",
        "during",
        "sometime",
        "either",
        "toward",
        "towards",
        "throughout",
        "onward",
        "onwards",
    }
)

ALIASES = {
    **dict.fromkeys(("around", "approximately", "approx", "roughly", "circa", "ca", "c"), "about"),
    **dict.fromkeys(("till", "til"), "until"),
    **dict.fromkeys(("through", "thru"), "to"),
    **dict.fromkeys(("midday", "noontime"), "noon"),
    **dict.fromkeys(("possibly", "probably", "perhaps", "maybe", "likely"), "?"),
    **{"daybreak": "dawn", "nighttime": "night", "predawn": "earlyhours"},
    **{"hrs": "hours", "couple": "2", "fall": "autumn"},
}

NEAR = ("shortly", "just", "minutes", "moments", "right", "immediately", "soon")
"""What puts a time close to the one it comes before or after."""

# Applied in this order to the words in one spelling; an earlier one may make a later one.
IDIOMS = tuple(
    (f" {words} ", f" {single} ")
    for words, single in (
        ("day before yesterday", "ereyesterday"),
        ("day after tomorrow", "overmorrow"),
        ("night before last", "nightbeforelast"),
        ("early morning hour", "early morning"),
        *((f"{part} hour", part) for part in ("dawn", "night", "evening")),
        ("pre - dawn", "earlyhours"),
        ("earlyhours hour", "earlyhours"),
        ("early hour", "earlyhours"),
        ("small hour", "earlyhours"),
        ("wee hour", "earlyhours"),
        ("hour hour", "hour"),
        ("hour local time", "hour"),
        ("local time", "local"),
        ("some time", ""),
        ("some point", ""),
        ("week before last", "weekbeforelast"),
        ("o'clock", "oclock"),
        ("12 noon", "12:00"),
        ("12 midnight", "midnight"),
        ("a few", "few"),
        ("a couple", "2"),
        ("a 2", "2"),
        ("a fortnight ago", "fortnightago"),
        ("a fortnight", "2 week"),
        ("a day", "1 day"),
        ("a week", "1 week"),
        ("a month ago", "1 month ago"),
        ("an hour", "1 hour"),
        ("fortnight ago", "fortnightago"),
        ("fortnight", "2 week"),
        *((f"earlier this {part}", f"this {part}") for part in ("morning", "afternoon", "evening")),
        ("or before", "by"),
        ("or after", "from"),
        ("prior to", "before"),
        ("up until", "until"),
        ("ever since", "since"),
        ("no later than", "by"),
        ("not later than", "by"),
        ("no earlier than", "from"),
        ("not before", "from"),
        ("starting", "since"),
        ("beginning from", "since"),
        *((f"{near} {side}", f"just{side}") for near in NEAR for side in ("before", "after")),
        ("shortly past", "justafter"),
        ("just past", "justafter"),
        ("or about", "about"),
        ("about about", "about"),
        ("or so", "about"),
        ("this past", "past"),
        ("this coming", "coming"),
        ("within past", "past"),
        ("over past", "past"),
        ("over last", "past"),
        ("within last", "past"),
        ("over weekend", "weekend"),
        ("p m", "pm"),
        ("a m", "am"),
        ("mid -", "mid"),
        ("early -", "early"),
        ("late -", "late"),
        ("- day", "longday"),
        ("- week", "longweek"),
        ("week - old", "longweek old"),
        ("week - long", "longweek long"),
        ("longday -", "longday"),
        ("longweek -", "longweek"),
    )
)

PLURALS = {"days": "day", "weeks": "week", "months": "month", "years": "year", "hours": "hour", "nights": "night"}
"""Read as one only behind `COUNTING`: "last weeks" are not last week."""
COUNTING = frozenset(
    {"hour", "few", "several", "recent", "2", "early", "earlyhours", "small", "wee", "dawn", "night", "evening"}
)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"), ("october", "oct"),
            ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"), ("tuesday", "tue", "tues"), ("wednesday", "wed", "weds"),
            ("thursday", "thu", "thur", "thurs"), ("friday", "fri"), ("saturday", "sat"), ("sunday", "sun"),
        )
    )
    for name in names
}  # fmt: skip
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
EDGES = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}

VALUED: dict[str, tuple[str, int]] = {
    **{word: ("N", value) for word, value in NUMBERS.items()},
    **{word: ("O", value) for word, value in ORDINALS.items()},
    **{word: ("M", value) for word, value in MONTHS.items()},
    **{word: ("W", value) for word, value in WEEKDAYS.items()},
    **{word: ("E", value) for word, value in EDGES.items()},
    **{word: ("S", value) for word, value in SEASONS.items()},
}

KNOWN = VALUED.keys() | {
    "-", "?", "s", "about", "after", "ago", "am", "and", "before", "between", "by", "coming", "day", "earlier",
    "earlyhours", "few", "fortnightago", "from", "half", "hour", "into", "justafter", "justbefore", "local",
    "longday", "longweek", "last", "late", "later", "long", "month", "next", "old",
    "or", "other", "past", "pm", "quarter", "recent", "recently", "several", "since", "this", "to", "until", "week",
    "weekbeforelast", "weekend", "year",
    "dawn", "morning", "noon", "afternoon", "evening", "night", "midnight", "overnight", "tonight",
    "today", "yesterday", "tomorrow", "ereyesterday", "overmorrow", "nightbeforelast", "oclock",
    "gmt", "utc", "z", "cet", "cest", "eet", "eest", "msk", "edt", "pdt",
    "offensive", "battle", "siege", "operation", "assault", "campaign", "fighting", "bombardment", "clashes",
    "standoff", "truce", "ceasefire",
}  # fmt: skip
"""Every word that may stand in a phrase."""
