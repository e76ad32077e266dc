"""What a weight rests on, in a few words: "same day", "both name Trung Le", "38 km apart"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from tui.core.linking.corpora import Corpus, Profile
from tui.core.linking.evidence import BEST, BRIEF, CODED, NO_DAY, RIVAL

Reason = Callable[[Corpus, Profile, Profile, float], str]
_MOST = 3
"""Names shown of those that are shared."""
_CROWDED = 5.0
"""Bits below which a nearness is shared with many."""
_EPOCH = date(1970, 1, 1).toordinal()


def reason(key: str, corpus: Corpus, a: Profile, b: Profile, measure: float) -> str:
    """The words for one row of the evidence."""
    return _REASONS[key.removeprefix(BRIEF).removeprefix(CODED)](corpus, a, b, measure)


def _when_near(_: Corpus, a: Profile, b: Profile, bits: float) -> str:
    left, right = a.account.when, b.account.when
    if left is not None and left == right:
        how = "same day" if left.end - left.start <= 1 else "same time"
    elif left is not None and right is not None and left.start < right.end and right.start < left.end:
        how = "times that meet"
    else:
        how = "near in time"
    return how if bits > _CROWDED else f"{how}, like many others"


def _gap(_: Corpus, __: Profile, ___: Profile, days: float) -> str:
    return "adjacent times" if days == 0 else f"{_days(days)} apart"


def _named(_: Corpus, a: Profile, b: Profile, measure: float) -> str:
    if measure == NO_DAY:
        return "no day that both name"
    return "both name " + _listed([_day(number) for number in sorted(a.days & b.days)])


def _published(_: Corpus, __: Profile, ___: Profile, days: float) -> str:
    return "published the same day" if days < 1 else f"published {_days(days)} apart"


def _lag(_: Corpus, __: Profile, ___: Profile, days: float) -> str:
    if days < 0:
        return f"published {_days(-days)} before the other's event"
    return (
        "published on the day of the other's event" if days < 1 else f"published {_days(days)} after the other's event"
    )


def _actors(corpus: Corpus, a: Profile, b: Profile, _: float) -> str:
    shared = sorted(a.actors & b.actors, key=lambda name: (name[0] == "|", -corpus.bits(f"@{name}"), name))
    whole = [_plain(name) for name in shared]
    kept = [name for name in dict.fromkeys(whole) if not any(name != other and name in other for other in whole)]
    return f"both name {_listed(kept)}" if kept else "no name in common"


def _roles(_: Corpus, a: Profile, b: Profile, measure: float) -> str:
    shared = sorted({actor for _, actor in a.account.roles & b.account.roles})
    if measure < 0:
        return "one does in one what it suffers in the other"
    return f"same part in both: {_listed(shared)}" if shared else "no one has one part in both"


def _acts(_: Corpus, a: Profile, b: Profile, __: float) -> str:
    shared = sorted(a.acts & b.acts)
    return (
        f"both tell of {_listed(shared)}" if shared else f"{_listed(sorted(a.acts))} is not {_listed(sorted(b.acts))}"
    )


def _places(corpus: Corpus, a: Profile, b: Profile, _: float) -> str:
    shared = sorted(a.places & b.places, key=lambda place: (-corpus.bits(f"#{place}"), place))
    return f"both at {_plain(shared[0])}" if shared else "no place in common"


def _distance(_: Corpus, __: Profile, ___: Profile, km: float) -> str:
    return "as near as the places are stated" if km < 0.05 else f"{km:.0f} km apart" if km >= 1 else "under 1 km apart"


def _where_near(_: Corpus, __: Profile, ___: Profile, bits: float) -> str:
    return "near where little else happened" if bits > _CROWDED else "near, like many others"


def _figures(_: Corpus, a: Profile, b: Profile, __: float) -> str:
    known = {figure.key: figure for figure in a.account.figures}
    agree: list[str] = []
    differ: list[str] = []
    for other in b.account.figures:
        mine = known.get(other.key)
        if mine is not None:
            (agree if mine.low <= other.high and other.low <= mine.high else differ).append(other.key.replace("_", " "))
    said = [f"{_listed(agree)} can agree"] if agree else []
    return "; ".join([*said, f"{_listed(differ)} cannot agree"] if differ else said)


def _ages(_: Corpus, a: Profile, b: Profile, __: float) -> str:
    shared = sorted(a.ages & b.ages)
    return f"both tell the age{'s' if len(shared) > 1 else ''} {_listed(shared)}" if shared else "other ages"


def _tags(_: Corpus, a: Profile, b: Profile, __: float) -> str:
    shared = sorted(a.account.tags & b.account.tags)
    return f"both tagged {_listed(shared)}" if shared else "other tags"


def _headlines(corpus: Corpus, a: Profile, b: Profile, __: float) -> str:
    return _words(corpus, a.headline & b.headline, "both headlines have", "no word in common in the headlines")


def _prose(_: Corpus, __: Profile, ___: Profile, cosine: float) -> str:
    return f"wording alike to {cosine:.0%}"


def _rare(corpus: Corpus, a: Profile, b: Profile, _: float) -> str:
    shared = {word for word in a.terms.keys() & b.terms.keys() if corpus.rare_of({word})}
    return _words(corpus, frozenset(shared), "both use", "no rare word in common")


def _pairs(_: Corpus, a: Profile, b: Profile, __: float) -> str:
    shared = [f"“{' '.join(pair)}”" for pair in sorted(a.pairs & b.pairs)]
    return f"both write {_listed(shared)}" if shared else "no rare pair of words in common"


def _after(_: Corpus, a: Profile, b: Profile, measure: float) -> str:
    if not measure:
        return "neither tells of what came after"
    told, whose = (a, b.after) if len(a.after) >= len(b.after) else (b, a.after)
    return f"{'both tell' if whose else 'one tells'} of what came after: {_listed(sorted(told.after))}"


def _outlet(_: Corpus, __: Profile, ___: Profile, level: float) -> str:
    return ("two outlets", "one outlet", "one publication tells both")[round(level)]


def _best(_: Corpus, __: Profile, ___: Profile, behind: float) -> str:
    return (
        "neither has a likelier partner" if behind < 1 / 64 else f"one of them has a partner likelier by {behind:.1f}"
    )


def _rival(_: Corpus, a: Profile, b: Profile, ahead: float) -> str:
    if ahead >= 0:
        return f"likelier by {ahead:.1f} than any other of their data sets"
    return f"another of {a.account.source} or {b.account.source} is likelier by {-ahead:.1f}"


_REASONS: Mapping[str, Reason] = {
    "when near": _when_near,
    "when gap": _gap,
    "days named": _named,
    "published": _published,
    "lag": _lag,
    "actors": _actors,
    "roles": _roles,
    "places": _places,
    "distance": _distance,
    "where near": _where_near,
    "figures": _figures,
    "ages": _ages,
    "tags": _tags,
    "traits": _tags,
    "acts": _acts,
    "headline": _headlines,
    "prose": _prose,
    "rare words": _rare,
    "word pairs": _pairs,
    "aftermath": _after,
    "outlet": _outlet,
    BEST.key: _best,
    RIVAL.key: _rival,
}


def _words(corpus: Corpus, shared: frozenset[str], some: str, none: str) -> str:
    ordered = sorted(shared, key=lambda word: (-corpus.bits(word), word))
    return f"{some} {_listed(ordered)}" if ordered else none


def _listed(items: list[str] | list[int]) -> str:
    shown = [str(item) for item in items[:_MOST]]
    more = len(items) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _plain(name: str) -> str:
    """A key as it is shown: last words without their bar, undeclared names without their question mark."""
    return name.lstrip("|?")


def _days(days: float) -> str:
    if days < 1:
        return f"{max(1, round(days * 24))} hours"
    return "1 day" if round(days) == 1 else f"{round(days)} days"


def _day(number: int) -> str:
    return date.fromordinal(number + _EPOCH).isoformat() if -719162 <= number <= 2932896 else "one day"
