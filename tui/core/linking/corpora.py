"""All accounts of a dossier made ready to be compared: how rare each word, name and place is, and who shares rare ones.

An account's candidates are those that share the most rare things with it, found by inverted index. No window of time
stands between two accounts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from itertools import chain, islice, repeat
from math import cos, floor, hypot, log2, radians, sin
from operator import mul

from tui.core.linking.accounts import Account, Days, Figure, Point
from tui.core.linking.acts import acts_in
from tui.core.linking.aftermath import aftermath_in
from tui.core.linking.common_words import COMMON
from tui.core.linking.crowds import Calendar, Crowd, Map
from tui.core.linking.mentions import mentions
from tui.core.linking.words import Words, furniture, names_and_last_words, terms
from tui.core.progress import Watch, unwatched, watched
from tui.core.values import dataclass

CANDIDATES = 30
"""How many others an account is compared with."""
TERMS = 80
"""Words kept of an account: rarest and most used first."""
FEW = 60
"""What more accounts share than this, or than a fifth of a small dossier, finds no candidates."""
SMALL = 1000
"""Accounts of a dossier that is no longer small."""
KEYS = 30
"""Words of an account that find candidates."""
FAINT = 0.1
"""What is less alike than this part of the likeliest is no candidate."""
RAREST = 12.0
"""Bits that the rarest thing tells; what all accounts share tells none."""
RARE_WORD = 100
"""A word is rare that at most one account in so many uses, or three."""
RARE_PAIR = 500
"""Two words side by side are rare that at most one account in so many has, or three."""
NAME, PLACE, BLOCK = 0.25, 0.25, 0.3
"""What a shared name, a shared place and a shared day-and-place add to the cosine when candidates are found."""
FEW_DAYS = 3
"""A time so short names its days."""
WIDEST = 40
"""Days beyond which a time is no help in finding candidates."""
_NOTHING: frozenset[str] = frozenset()
Spot = tuple[float, float, float]
"""A place on a globe of radius one."""
Read = tuple[Words, frozenset[str]]
"""The words of an account and its acts."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One account with what was made of it."""

    account: Account
    terms: dict[str, float]
    """Its words as a vector of length one."""
    words: frozenset[str]
    """Those words."""
    rare: frozenset[str]
    """Those of its words that few accounts use."""
    headline: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Two words side by side that a few other accounts have so, too."""
    after: frozenset[str]
    """Words of what came after the event."""
    ages: frozenset[int]
    days: frozenset[int]
    actors: frozenset[str]
    places: frozenset[str]
    acts: frozenset[str]
    """The kinds of act that its headline or its few words tell of."""
    figures: dict[str, tuple[Figure, float]]
    """What is counted -> how many, and the bits that the same number elsewhere tells."""
    spots: tuple[tuple[Spot, float], ...]
    """Its points as they are measured, and their radius in kilometres."""
    then: Crowd | None
    """The crowd around its time."""
    there: Crowd | None
    """The crowd around its first point."""
    keys: dict[str, float]
    """What candidates are found by, with what each adds."""


class Corpus:
    """The accounts, their rarities, and the index that finds candidates."""

    def __init__(self, accounts: Sequence[Account], watch: Watch = unwatched) -> None:
        self.size = len(accounts)
        self.records = {number: account.source for number, account in enumerate(accounts) if account.dataset}
        self._furniture = furniture(accounts)
        self.map = Map(account.points for account in accounts)
        self.calendar = Calendar(account.when for account in accounts)
        read = [self._read(account) for account in watched(accounts, "gathering", len(accounts), watch)]
        counts = Counter(chain.from_iterable(words.used for words, _ in read))
        counts.update([f"!{act}" for _, acts in read for act in acts])
        for account in accounts:
            counts.update([f"@{name}" for name in names_and_last_words(account.actors)])
            counts.update([f"#{place}" for place in account.places])
            counts.update([f"%{tag}" for tag in account.tags])
            counts.update([f"^{key}={low:g}" for key, low, high in account.figures if low == high])
        self._scale = RAREST / log2(self.size + 2)
        self._bits = self._rarities(counts)
        self._pairs = _shared_by_few(read, max(3, self.size // RARE_PAIR))
        few = max(3, self.size // RARE_WORD)
        self._rare = frozenset(key for key, count in counts.items() if count <= few and key not in COMMON)
        weighed = watched(zip(accounts, read, strict=True), "weighing", len(accounts), watch)
        self.profiles = [self._profile(account, found) for account, found in weighed]
        self._postings = self._index()

    def profile(self, account: Account) -> Profile:
        """An account that is not of the corpus, seen with the corpus's rarities."""
        return self._profile(account, self._read(account))

    def alone(self) -> Corpus:
        """The same, as far as `profile` and `measured` need it: without its accounts and who has what."""
        left = copy(self)
        left.profiles, left._postings = [], {}
        return left

    def bits(self, key: str) -> float:
        """What sharing a key tells: words as they are, "@name", "#place", "%tag"."""
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

    def _index(self) -> dict[str, list[tuple[int, float]]]:
        """Key -> who has it and what it adds, but for what too many have."""
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, profile in enumerate(self.profiles):
            for key, weight in profile.keys.items():
                postings[key].append((number, weight))
        most = max(FEW, self.size // 5) if self.size < SMALL else FEW
        return {key: several for key, several in postings.items() if len(several) <= most}

    def _rarities(self, counts: Mapping[str, int]) -> dict[str, float]:
        """Bits of each key, from how many accounts have it; a word that is common in news at large is no rarer here."""
        whole = self.size + 2
        of_count = {count: self._scale * log2(whole / count) for count in {*counts.values()}}
        bits = {key: of_count[count] for key, count in counts.items()}
        for word, share in COMMON.items():
            if word in bits:
                bits[word] = self._scale * log2(whole / max(counts[word], whole * share))
        return bits

    def _read(self, account: Account) -> Read:
        """Terms, words of the headline, and the acts of all its words or, where those are many, of the headline."""
        without = _NOTHING if account.dataset else self._furniture.get(account.outlet, _NOTHING)
        words = terms(account, without)
        return words, acts_in(f"{account.title}\n{account.prose}") or acts_in(account.title)

    def _profile(self, account: Account, read: Read) -> Profile:
        told, acts = read
        vector = self._vector(told.used)
        words, names = frozenset(vector), names_and_last_words(account.actors)
        named = mentions(account.prose, account.published)
        keys = dict(islice(vector.items(), KEYS))
        keys.update((f"@{name}", NAME * self.bits(f"@{name}") / RAREST) for name in names)
        keys.update((f"#{place}", PLACE * self.bits(f"#{place}") / RAREST) for place in account.places)
        keys.update((block, BLOCK) for block in _blocks(account))
        return Profile(
            account=account,
            terms=vector,
            words=words,
            rare=words & self._rare,
            headline=told.headline,
            pairs=self._pairs.intersection(told.pairs),
            after=aftermath_in(told.used),
            ages=account.ages or named.ages,
            days=named.days | _days_of(account.when),
            actors=frozenset(names),
            places=frozenset(account.places),
            acts=acts,
            figures={figure.key: (figure, self._figure_bits(figure)) for figure in account.figures},
            spots=tuple([(_spot(point), point.radius_km) for point in account.points]),
            then=None if account.when is None else self.calendar.crowd(account.when),
            there=self.map.crowd(account.points[0]) if account.points else None,
            keys=keys,
        )

    def _vector(self, words: dict[str, float]) -> dict[str, float]:
        """The weightiest words first, as a vector of length one."""
        bits = map(self._bits.get, words, repeat(RAREST))
        kept = sorted(zip(map(mul, words.values(), bits), words, strict=True), reverse=True)[:TERMS]
        length = hypot(*[weight for weight, _ in kept]) or 1.0
        return {word: weight / length for weight, word in kept}

    def _figure_bits(self, figure: Figure) -> float:
        return self.bits(f"^{figure.key}={figure.low:g}") if figure.low == figure.high else 1.0


def _shared_by_few(read: Sequence[Read], few: int) -> frozenset[tuple[str, str]]:
    """The pairs of words that more than one account has and not more than a few."""
    counts = Counter(chain.from_iterable(words.pairs for words, _ in read))
    return frozenset([pair for pair, count in counts.items() if 1 < count <= few and all(pair)])


def _spot(point: Point) -> Spot:
    lat, lon = radians(point.lat), radians(point.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _days_of(when: Days | None) -> frozenset[int]:
    """The days of a time that names but a few."""
    if when is None or when.end - when.start > FEW_DAYS:
        return frozenset()
    return frozenset(range(floor(when.start), floor(when.end - 1e-9) + 1))


def _blocks(account: Account) -> Iterator[str]:
    """Day and place together; days alone, and the place with more days, where the account has no text."""
    cells = [
        f"{lat}~{lon}" for point in account.points[:1]
        for lat in {floor(point.lat * 2 - 0.2), floor(point.lat * 2 + 0.2)}
        for lon in {floor(point.lon * 2 - 0.2), floor(point.lon * 2 + 0.2)}
    ]  # fmt: skip
    if account.when is None or account.when.end - account.when.start > WIDEST:
        return
    first, last = floor(account.when.start), floor(account.when.end - 1e-9)
    for span in range((first - 1) // 3, (last + 1) // 3 + 1):
        for place in account.places[:3]:
            yield f"~{place}~{span}"
        for cell in cells:
            yield f"~{cell}~{span}"
        if not account.prose:
            yield f"~{span}"
    if not account.prose:
        for span in range((first - 3) // 8, (last + 3) // 8 + 1):
            yield from (f"~{cell}~~{span}" for cell in cells)
