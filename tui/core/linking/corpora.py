"""All accounts of a dossier made ready to be compared: how rare each word, name and place is, and who shares rare ones.

An account's candidates are those that share the most rare things with it, found by inverted index. No window of time
stands between two accounts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import floor, fsum, log2, sqrt

from tui.core.linking.accounts import Account, Days
from tui.core.linking.common_words import COMMON
from tui.core.linking.crowds import Calendar, Map
from tui.core.linking.words import ages_in, days_in, furniture, headline_words, names_and_last_words, terms

CANDIDATES = 30
"""How many others an account is compared with."""
TERMS = 80
"""Words kept of an account: rarest and most used first."""
FEW = 60
"""What more accounts share than this, or than a fifth of a small dossier, finds no candidates."""
SMALL = 1000
"""Accounts of a dossier that is no longer small."""
KEYS = 50
"""Words of an account that find candidates."""
FAINT = 0.1
"""What is less alike than this part of the likeliest is no candidate."""
RAREST = 12.0
"""Bits that the rarest thing tells; what all accounts share tells none."""
RARE_WORD = 100
"""A word is rare that at most one account in so many uses, or three."""
NAME, PLACE, BLOCK = 0.25, 0.25, 0.3
"""What a shared name, a shared place and a shared day-and-place add to the cosine when candidates are found."""
FEW_DAYS = 3
"""A time so short names its days."""
WIDEST = 40
"""Days beyond which a time is no help in finding candidates."""
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Profile:
    """One account with what was made of it."""

    account: Account
    terms: dict[str, float]
    """Its words as a vector of length one."""
    rare: frozenset[str]
    """Those of its words that few accounts use."""
    headline: frozenset[str]
    ages: frozenset[int]
    days: frozenset[int]
    actors: frozenset[str]
    places: frozenset[str]
    keys: dict[str, float]
    """What candidates are found by, with what each adds."""


class Corpus:
    """The accounts, their rarities, and the index that finds candidates."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.size = len(accounts)
        self._furniture = furniture(accounts)
        self.map = Map(account.points for account in accounts)
        self.calendar = Calendar(account.when for account in accounts)
        self._counts: Counter[str] = Counter()
        self._scale = RAREST / log2(self.size + 2)
        words = [terms(account, self._without(account)) for account in accounts]
        for account, found in zip(accounts, words, strict=True):
            self._counts.update(found)
            self._counts.update([f"@{name}" for name in names_and_last_words(account.actors)])
            self._counts.update([f"#{place}" for place in account.places])
            self._counts.update([f"^{key}={low:g}" for key, low, high in account.figures if low == high])
        whole = self.size + 2
        self._bits = {
            key: self._scale * log2(whole / max(count, whole * COMMON.get(key, 0.0)))
            for key, count in self._counts.items()
        }
        few = max(3, self.size // RARE_WORD)
        self._rare = frozenset(key for key, count in self._counts.items() if count <= few and key not in COMMON)
        self.profiles = [self._profile(account, found) for account, found in zip(accounts, words, strict=True)]
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, profile in enumerate(self.profiles):
            for key, weight in profile.keys.items():
                self._postings[key].append((number, weight))
        most = max(FEW, self.size // 5) if self.size < SMALL else FEW
        for key in [key for key, postings in self._postings.items() if not 1 < len(postings) <= most]:
            if len(self._postings[key]) > 1:
                del self._postings[key]

    def profile(self, account: Account) -> Profile:
        """An account that is not of the corpus, seen with the corpus's rarities."""
        return self._profile(account, terms(account, self._without(account)))

    def bits(self, key: str) -> float:
        """What sharing a key tells: words as they are, "@name", "#place"."""
        return self._bits.get(key, RAREST)

    def unlikely(self, expected: float, among: int) -> float:
        """Bits that a nearness tells which chance alone gives to so many accounts, `among` all that could have it."""
        return max(0.0, self._scale * log2((among + 2) / (expected + 1)))

    def rare_of(self, words: frozenset[str] | set[str]) -> int:
        """How many of the words few accounts use."""
        return len(words & self._rare)

    def candidates(self, profile: Profile, *, beside: int | None = None, most: int = CANDIDATES) -> list[int]:
        """Numbers of the accounts most likely to tell of the same event, likeliest first; `beside` is its own number."""
        found: dict[int, float] = defaultdict(float)
        for key, weight in profile.keys.items():
            for number, other in self._postings.get(key, ()):
                found[number] += weight * other
        if beside is not None:
            found.pop(beside, None)
        if not found:
            return []
        least = FAINT * max(found.values())
        kept = sorted([(-likeness, number) for number, likeness in found.items() if likeness >= least])
        return [number for _, number in kept[:most]]

    def _without(self, account: Account) -> frozenset[str]:
        return _NOTHING if account.dataset else self._furniture.get(account.outlet, _NOTHING)

    def _profile(self, account: Account, words: dict[str, float]) -> Profile:
        bits = self._bits.get
        weighed = {word: used * bits(word, RAREST) for word, used in words.items()}
        kept = sorted(weighed, key=weighed.__getitem__, reverse=True)[:TERMS]
        weighed = {word: weighed[word] for word in kept}
        length = sqrt(fsum([weight * weight for weight in weighed.values()])) or 1.0
        vector = {word: weight / length for word, weight in weighed.items()}
        names = names_and_last_words(account.actors)
        keys = dict(islice(vector.items(), KEYS))
        keys.update((f"@{name}", NAME * self.bits(f"@{name}") / RAREST) for name in names)
        keys.update((f"#{place}", PLACE * self.bits(f"#{place}") / RAREST) for place in account.places)
        keys.update((block, BLOCK) for block in _blocks(account))
        return Profile(
            account=account,
            terms=vector,
            rare=frozenset([word for word in vector if word in self._rare]),
            headline=headline_words(account, self._without(account)),
            ages=account.ages or ages_in(account.prose),
            days=days_in(account.prose, account.published) | _days_of(account.when),
            actors=frozenset(names),
            places=frozenset(account.places),
            keys=keys,
        )


def _days_of(when: Days | None) -> frozenset[int]:
    """The days of a time that names but a few."""
    if when is None or when.end - when.start > FEW_DAYS:
        return frozenset()
    return frozenset(range(floor(when.start), floor(when.end - 1e-9) + 1))


def _blocks(account: Account) -> Iterator[str]:
    """Day and place together; days alone where the account has no text."""
    if account.when is None or account.when.end - account.when.start > WIDEST:
        return
    first, last = floor(account.when.start), floor(account.when.end - 1e-9)
    for span in range((first - 1) // 3, (last + 1) // 3 + 1):
        for place in account.places[:3]:
            yield f"~{place}~{span}"
        for point in account.points[:1]:
            for lat in {floor(point.lat * 2 - 0.2), floor(point.lat * 2 + 0.2)}:
                for lon in {floor(point.lon * 2 - 0.2), floor(point.lon * 2 + 0.2)}:
                    yield f"~{lat}~{lon}~{span}"
        if not account.prose:
            yield f"~{span}"
