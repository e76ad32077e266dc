"""What a text tells of that comes after an event: police work that is done, courts, mourning.

An event that is still told of when a court sits has been told of before; one that was told of once is seldom heard of again. And
a text about a trial dates the trial, not what it is about. General words of news, chosen by hand among those that stand more
often in articles of the corpus GVA published a week or more after the event (636) than in those published sooner (4 196).
Written as `words.terms` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable

_WORDS = """
    accused affidavit anniversary appeal arraigned arraignment arrest arrested attorney bail bond charge charged convicted court
    defendant defense funeral guilty hearing indicted indictment jail judge jury lawsuit lawyer manslaughter memorial parole plea
    pleaded prison prosecutor sentence sentenced testified testimony trial verdict vigil warrant
"""
_AFTERMATH = frozenset(_WORDS.split())


def aftermath_in(words: Iterable[str]) -> frozenset[str]:
    """Those of the words that tell of what came after."""
    return _AFTERMATH.intersection(words)
