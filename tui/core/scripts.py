"""Letters of one name in different guises: folding, and Latin letters for what other scripts write.

`fold` takes away what never tells two names apart (case, accents, apostrophes, hyphens) and stays in the script it was
given. `latin` transliterates; it decides nothing about sameness.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import chain

from anyascii import anyascii

_NOTHING = "'’‘`´ʼʻʿʾʹʺ′″\"“”„«»‹›.·ʽˈ՚＇ـ\u0621\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff؟?!*"
"""Apostrophes, the marks of ʿayn and hamza, quotation marks, full stops, joiners and the Arabic stretch."""
_SPACE = "-‐‑‒–—―−_/\\,،;؛:()[]{}|+~•"
_MERGED = str.maketrans(
    dict.fromkeys(_NOTHING)
    | dict.fromkeys(_SPACE, " ")
    | {
        "&": " and ", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe",
        "þ": "th", "ё": "е", "ی": "ي", "ى": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ھ": "ه", "ہ": "ه", "ۀ": "ه",
        "ۃ": "ة", "ٱ": "ا",
    }
)  # fmt: skip
REMEMBERED = 65536
"""Words and names of which it is kept what folding makes of them."""
_MARKED_SCRIPTS = ("LATIN", "GREEK", "ARABIC", "HEBREW")
"""Scripts whose combining marks are accents or vowel points. Elsewhere a mark may be a letter (Cyrillic й, Indic vowels)."""

_ARABIC: dict[int, str] = {
    ord(letter): latin
    for letter, latin in {
        "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
        "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
        "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y",
        "ة": "ah", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ڭ": "ng", "ٹ": "t", "ڈ": "d", "ڑ": "r",
        "ں": "n", "ے": "e", "ۆ": "o", "ێ": "e", "ە": "e", "ڵ": "l", "ڕ": "r", "ټ": "t", "ډ": "d", "ړ": "r", "ښ": "sh", "ځ": "dz",
        "څ": "ts", "ږ": "zh", "ڼ": "n", "ګ": "g", "ۇ": "u", "ۋ": "w", "ۈ": "u",
    }.items()
}  # fmt: skip
"""Arabic letters as the usual romanisations write them. Short vowels are not written, so only consonants compare."""
_HEBREW: dict[int, str] = {
    ord(letter): latin
    for letter, latin in {
        "א": "a", "ב": "v", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "h", "ט": "t", "י": "y", "כ": "kh",
        "ך": "kh", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "f", "ף": "f", "צ": "ts",
        "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
    }.items()
}  # fmt: skip
_HEBREW_FIRST = {"ב": "b", "כ": "k", "פ": "p"}
"""Hebrew letters as romanised without points: three of them are hard where a word begins and mostly soft elsewhere."""


def folded(text: str) -> str:
    """NFKC, case, accents, apostrophes and hyphens taken away, single spaces; the script stays. Idempotent.

    Text of nothing but signs folds to itself in lower case, so that two different signs stay different.
    """
    return " ".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """The words of the folded text."""
    if text.isascii():
        return text.lower().translate(_MERGED).split() or text.lower().split()
    made = chain.from_iterable(map(_FOLDED.__getitem__, text.split()))
    return list(made) or unicodedata.normalize("NFKC", text).casefold().split()


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """The same, remembered: for names, which come again and again."""
    return folded(text)


class _Folded(dict[str, tuple[str, ...]]):
    """What stands between two spaces -> the words that folding makes of it. Texts repeat their words; asking a mapping takes half the
    time of a remembered function."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= REMEMBERED:
            self.clear()
        made = self[word] = tuple(_fold_word(word).split())
        return made


_FOLDED = _Folded()


def _fold_word(word: str) -> str:
    """What stands between two spaces, folded; a hyphen makes two words of it."""
    if word.isascii():
        return word.lower().translate(_MERGED)
    plain = unicodedata.normalize("NFKC", word).casefold()
    kept: list[str] = []
    marked = True
    for sign in unicodedata.normalize("NFD", plain.translate(_MERGED)):
        if unicodedata.combining(sign):
            if not marked:
                kept.append(sign)
            continue
        kept.append(sign)
        marked = sign.isascii() or _takes_marks(sign)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_MERGED)


@lru_cache(maxsize=4096)
def _takes_marks(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(_MARKED_SCRIPTS)


@lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """A folded word in the letters a-z and digits; empty when it holds none."""
    if not word.isascii():
        if is_hebrew(word):
            word = (_HEBREW_FIRST.get(word[0], word[0]) + word[1:]).translate(_HEBREW)
        word = anyascii(word.translate(_ARABIC)).lower()
    if word.isalnum() and word.isascii():
        return word
    return "".join(sign for sign in word if sign.isalnum())


def is_arabic(word: str) -> bool:
    """Whether a folded word is written in Arabic letters."""
    return any("\u0600" <= sign <= "\u06ff" for sign in word)


def is_hebrew(word: str) -> bool:
    """Whether a folded word is written in Hebrew letters."""
    return any("\u0590" <= sign <= "\u05ff" for sign in word)
