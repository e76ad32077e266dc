"""From a text to words of the lexicon, and from words to kinds with values. A stranger among them ends the reading."""

from __future__ import annotations

import re

from tui.core.phrases.lexicon import ALIASES, COUNTING, DROPPED, IDIOMS, KNOWN, NUMBERS, PLURALS, VALUED

LONGEST = 120
"""Characters of the longest phrase looked at; beyond, it is prose."""

_TOKEN = re.compile(
    r"(?<![0-9a-z])-?[0-9]{4}-[0-9]{2}-[0-9]{2}(?:t[0-9:]+)?(?![0-9])"
    r"|(?<![0-9a-z])-?[0-9]{4}-(?:0[1-9]|1[0-2])(?![0-9-])"
    r"|(?<![0-9])[0-9]{1,4}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,4}(?![0-9])"
    r"|(?:gmt|utc)[+-][0-9]{1,2}(?::?[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,2}[:.h][0-9]{2}(?![0-9])(?::[0-9]{2}(?![0-9]))?"
    r"|[0-9]+(?:st|nd|rd|th)?|[a-z]+(?:'[a-z]+)?|-|\?",
    re.ASCII,
)
KINDS = frozenset("NOYMWES")
"""The kinds of words that have a value."""

_ALLOWED = re.compile(r"[-+/a-z0-9 ,.:'?]+", re.ASCII)
_EITHER = re.compile(
    r"(?<![0-9a-z/])([0-9]{1,2}|[a-z]{3,9})/((?<=[0-9]/)[0-9]{1,2}(?= [a-z])|(?<=[a-z]/)[a-z]{3,9})"
    r"|(?<=[a-z]{3} )([0-9]{1,2})/([0-9]{1,2})(?![0-9/])",
    re.ASCII,
)
"""A slash between two days of one month or two months; the other slashes belong to dates."""
_DASHED = re.compile(r"(?<![0-9-])([0-9]{1,2})-([a-z]{3,9})-([0-9]{4})(?![0-9-])", re.ASCII)
"""28-Jun-2016."""
_WINTER = re.compile(r"(winter (?:of )?[0-9]{4})[-/]([0-9]{2}(?:[0-9]{2})?)(?![-/0-9])", re.ASCII)
"""A winter named by its two years, which may look like a year and a month."""
_NOT_CALENDAR = re.compile(r"\bthe (last|next)(?= (?:week|month|year)\b)", re.ASCII)
_UNLIKE = {"last": "past", "next": "following"}
"""With an article a week is seven days, not the one on the calendar: "in the last week" is the past week."""
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("’‘`", "'"),
        **dict.fromkeys("[]()\t\n\u00a0\u2009\u202f", " "),
        "~": " about ",
    }
)


def words_of(text: str) -> tuple[str, ...] | None:
    """The words of a phrase in one spelling, without the small ones; None when it holds anything else."""
    if len(text) > LONGEST:
        return None
    plain = text.translate(_SIGNS).lower()
    if not _ALLOWED.fullmatch(plain) or ".." in plain:
        return None
    plain = _told_apart(plain)
    found = _TOKEN.findall(plain)
    for sign in "/+":
        # These signs mean something only inside a word that has them.
        if sign in plain and plain.count(sign) > sum(word.count(sign) for word in found):
            return None
    joined = f" {' '.join(_singular(_with_hours(found)))} "
    for idiom, single in IDIOMS:
        if idiom in joined:
            joined = joined.replace(idiom, single)
    words = tuple(joined.split())
    return words if words and all(_known(word) for word in words) else None


def _told_apart(plain: str) -> str:
    """The text with what looks like something else written out."""
    if "the " in plain:
        plain = _NOT_CALENDAR.sub(lambda match: _UNLIKE[match[1]], plain)
    if "winter" in plain:
        plain = _WINTER.sub(r"\1 - \2", plain)
    if "-" in plain:
        plain = _DASHED.sub(r"\1 \2 \3", plain)
    if "/" in plain:
        plain = _EITHER.sub(lambda match: " - ".join(filter(None, match.groups())), plain)
    return plain.replace("p.m.", "pm").replace("a.m.", "am") if ".m." in plain else plain


def _singular(found: list[str]) -> list[str]:
    """The words that count, in one spelling; a plural only where something is counted."""
    kept: list[str] = []
    for part in found:
        word = part.removesuffix("'s")
        if word in DROPPED:
            continue
        word = ALIASES.get(word, word)
        if word in PLURALS and kept and _counts(kept[-1]):
            word = PLURALS[word]
        kept.append(word)
    return kept


def _counts(word: str) -> bool:
    return word.isdigit() or ":" in word or "." in word or word in COUNTING or word in NUMBERS


def _with_hours(found: list[str]) -> list[str]:
    """ "At 1430" is a time of day, where "in 1430" is a year."""
    if "at" not in found:
        return found
    pairs = zip(found, ["", *found], strict=False)
    return [part for word, last in pairs for part in ((word, "hour") if last == "at" and _is_year(word) else (word,))]


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _known(word: str) -> bool:
    return word in KNOWN or word[0].isdigit() or word[0] == "-" or word[:4] in _OFFSET_SIGNS


_OFFSET_SIGNS = frozenset({"gmt+", "gmt-", "utc+", "utc-"})


def kind_of(word: str) -> tuple[str, int]:
    """The kind of a word and its value: N number, O ordinal, Y year, M month, W weekday, E edge, S season; any other
    word is its own kind, valued 0."""
    valued = VALUED.get(word)
    if valued is not None:
        return valued
    if word.isdigit():
        return ("Y" if len(word) == 4 else "N" if len(word) <= 3 else word), int(word[:9])
    if word[0].isdigit() and word[:-2].isdigit():
        return "O", int(word[:-2][:9])
    return word, 0
