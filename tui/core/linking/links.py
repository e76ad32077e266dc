"""The links of a dossier: which reports tell of one event, why, how likely that is, and what stands together.

The analyst's word goes first: `[[link]]` decisions, then `event` keys, then the weights.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from tui.core.collector import uncollected
from tui.core.linking.accounts import Account
from tui.core.linking.clusters import clustered
from tui.core.linking.comparisons import Comparison, compared, line
from tui.core.linking.corpora import Corpus, Profile
from tui.core.linking.evidence import EVIDENCE, OTHERS, Measures
from tui.core.linking.learning import again, fitted_to_records, judged, learned
from tui.core.linking.reasons import reason
from tui.core.linking.table import SHIPPED
from tui.core.linking.weights import Table, chance, weight
from tui.core.model import Link as Decision
from tui.core.progress import Watch, unwatched
from tui.core.values import dataclass

MACHINE = "rashomon link"
"""Who signs a link that no analyst looked at."""
PROPOSALS = 5
"""Partners proposed for a report; in news of shootings a true one was among them for 99 % of reports that have one."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One line of the sum."""

    field: str
    weight: float
    """Bits, a whole number of 32nds."""
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports that may tell of one event."""

    a: str
    b: str
    score: float
    """Bits: exactly the sum of the weights."""
    probability: float
    """Of telling of one event, given how many pairs of this dossier do."""
    weights: tuple[Weight, ...]
    """Strongest first."""


class Linking:
    """All pairs worth a look, and what stands together. `events`: report id -> the event its file names."""

    def __init__(
        self,
        accounts: Sequence[Account],
        *,
        events: Iterable[tuple[str, str]] = (),
        decisions: Sequence[Decision] = (),
        table: Table = SHIPPED,
        learn: bool = False,
        watch: Watch = unwatched,
    ) -> None:
        """`watch` is told of accounts made ready to be compared, and of pairs that were."""
        self._accounts = accounts
        with uncollected():
            self.corpus = Corpus(accounts, watch)
        self._number = {account.id: number for number, account in enumerate(accounts)}
        self._event_of = dict(events)
        self._decisions = decisions
        self._settled = self._decided()
        self._home = self._homes()
        with uncollected():
            pairs, crowded = compared(self.corpus, table, watch)
            fit = learned if learn else fitted_to_records
            rows = fit(pairs, table, self.corpus.records)
            pairs = pairs if rows is table else again(pairs, rows, self.corpus.records)
            self.table, self.line, self._pairs = self._fitted(pairs, rows)
        self.crowded = crowded
        """Reports like so many others that these were not all held against each other."""
        self._by_report: dict[int, list[Comparison]] = defaultdict(list)
        for pair in sorted(
            self._pairs, key=lambda pair: pair.score, reverse=True
        ):  # of equal ones the earlier stays first
            self._by_report[pair.a].append(pair)
            self._by_report[pair.b].append(pair)

    def names(self) -> tuple[str, ...]:
        """All reports, in file order."""
        return tuple(account.id for account in self._accounts)

    def place(self, report_id: str) -> int:
        """Where a report stands among all, in file order."""
        return self._number[report_id]

    def event_of(self, report_id: str) -> str | None:
        """The event its file names."""
        return self._event_of.get(report_id)

    def reports_of(self, event: str) -> tuple[str, ...]:
        """The reports whose files name an event, in file order."""
        return tuple(report_id for report_id, named in self._event_of.items() if named == event)

    def events(self) -> tuple[tuple[str, str], ...]:
        """Reports and the events their files name, in file order."""
        return tuple(self._event_of.items())

    def proposals(self, report_id: str, *, most: int = PROPOSALS) -> tuple[Link, ...]:
        """The likeliest partners of a report, best first; of pairs that are decided, or stand in one event, none."""
        found = (pair for pair in self._by_report.get(self._number[report_id], ()) if not self._is_settled(pair))
        return tuple(self._explained(pair) for pair in islice(found, most))

    def partners(self, report_id: str) -> tuple[tuple[str, float], ...]:
        """Every report it was compared with and how likely the two are one event, likeliest first, settled or not."""
        number, found = self._number[report_id], []
        for pair in self._by_report.get(number, ()):
            other = pair.b if pair.a == number else pair.a
            found.append((self._accounts[other].id, chance(pair.score - self.line)))
        return tuple(found)

    def links(self, *, most: int = PROPOSALS) -> tuple[Link, ...]:
        """The proposals of all reports, each pair once, likeliest first."""
        return tuple(map(self._explained, self.likeliest(most)))

    def likeliest(self, most: int = PROPOSALS) -> list[Comparison]:
        """The pairs of `links`, in their order, as they were compared."""
        kept: set[Comparison] = set()
        for found in self._by_report.values():
            kept.update(islice((pair for pair in found if not self._is_settled(pair)), most))
        return sorted(kept, key=lambda pair: (-pair.score, pair.a, pair.b))

    def clusters(self) -> tuple[tuple[str, ...], ...]:
        """Every report once, with those that tell of the same event; in file order."""
        groups = clustered(
            len(self._accounts),
            [(pair.a, pair.b, pair.score - self.line) for pair in self._pairs],
            joined=self._joined(),
            parted=self._parted(),
            records=[(number, account.source) for number, account in enumerate(self._accounts) if account.dataset],
        )
        return tuple(tuple(self._accounts[number].id for number in group) for group in groups)

    def _fitted(self, pairs: list[Comparison], table: Table) -> tuple[Table, float, list[Comparison]]:
        """The table and the line that agree with what a person judged, and the pairs weighed by them."""
        found = line([pair.score for pair in pairs])
        known = {(pair.a, pair.b): pair.measures for pair in pairs}
        told = {pair: decision.same for decision in self._looked_at() for pair in self._pairs_of(decision)}
        rows, found = judged(
            [(known[pair], same) for pair, same in sorted(told.items()) if same is not None and pair in known],
            table,
            found,
        )
        return rows, found, pairs if rows == table else again(pairs, rows, self.corpus.records)

    def _looked_at(self) -> Iterator[Decision]:
        """Decisions of a person: what was accepted unseen teaches nothing."""
        return (decision for decision in self._decisions if decision.by != MACHINE)

    def _is_settled(self, pair: Comparison) -> bool:
        """Whether the analyst or the files have said already whether the two are one."""
        home = self._home.get(pair.a)
        return (home is not None and home == self._home.get(pair.b)) or (pair.a, pair.b) in self._settled

    def _homes(self) -> dict[int, int]:
        """Number -> the first number of those it stands with by decision or by its file."""
        groups = clustered(len(self._accounts), (), joined=self._joined())
        return {number: group[0] for group in groups for number in group}

    def _explained(self, pair: Comparison) -> Link:
        profiles = self.corpus.profiles
        a, b = profiles[pair.a], profiles[pair.b]
        weights = weights_of(self.corpus, a, b, pair.measures, self.table)
        return Link(a.account.id, b.account.id, pair.score, chance(pair.score - self.line), weights)

    def _joined(self) -> list[list[int]]:
        """Numbers that stand together by decision or by their files; a decision to part outranks an `event` key."""
        parted = set(self._parted())
        together = [
            [self._number[name] for name in decision.reports if name in self._number]
            for decision in self._decisions if decision.same is True
        ]  # fmt: skip
        homes: dict[str, list[int]] = defaultdict(list)
        for report_id, event in self._event_of.items():
            number = self._number.get(report_id)
            if number is not None and not any(_pair(number, other) in parted for other in homes[event][:1]):
                homes[event].append(number)
        return [group for group in (*together, *homes.values()) if len(group) > 1]

    def _parted(self) -> list[tuple[int, int]]:
        """Pairs that never come together: decided to be two events, or left open between two."""
        return [pair for decision in self._decisions if decision.same is not True for pair in self._pairs_of(decision)]

    def _decided(self) -> set[tuple[int, int]]:
        return {pair for decision in self._decisions for pair in self._pairs_of(decision)}

    def _pairs_of(self, decision: Decision) -> list[tuple[int, int]]:
        """Of a decision that parts, the first report against each other one, as `verdicts.placement` takes it."""
        numbers = [self._number[name] for name in decision.reports if name in self._number]
        if decision.same is True:
            return [_pair(a, b) for a, b in combinations(numbers, 2)]
        return [_pair(numbers[0], other) for other in numbers[1:]]


def weights_of(corpus: Corpus, a: Profile, b: Profile, measures: Measures, table: Table) -> tuple[Weight, ...]:
    """What lies between two accounts in words, strongest first."""
    weights = [
        Weight(row.field, bits, reason(row.key, corpus, a, b, measure))
        for row, measure in zip((*EVIDENCE, *OTHERS), measures, strict=True)
        if measure is not None and (bits := weight(table[row.key], measure))
    ]
    return tuple(sorted(weights, key=lambda shown: -abs(shown.weight)))


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
