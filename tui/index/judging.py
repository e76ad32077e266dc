"""The events of a dossier judged for the index, some at once, here or in another process: with one answer.

What goes to and fro is plain values (`marshal`, which is several times as fast as `pickle`): reports one way, rows of tables back.
"""

from __future__ import annotations

import marshal
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, starmap
from math import inf
from typing import NamedTuple

from tui.core.agreement import Counts, Tally
from tui.core.model import Dossier, Event, Report
from tui.core.progress import Step, Watch
from tui.core.traces import NO_BONDS, Bonds
from tui.core.values import dataclass
from tui.core.verdicts.context import Context
from tui.core.verdicts.events import gathered, in_order, judge_event, known_guests, window
from tui.core.verdicts.records import first_day
from tui.files.aside import NOWHERE, Aside
from tui.files.crew import Crew
from tui.index.codec import decode, encode
from tui.index.reports import flat, report_of
from tui.index.rows import Rows, Scribe

AT_ONCE = 128
"""Events that are judged, and go into the tables, together: a message and a statement for each would cost more than they do."""


class Held(NamedTuple):
    """An event, not judged yet, and what the timeline needs to know of it."""

    event: Event
    reports: list[Report]
    disputed: tuple[Report, ...]
    placed: bool
    """False for a report without an event, held as one of its own."""
    earliest: int | None
    latest: int | None

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of those that report it."""
        return tuple([report.source for report in self.reports])

    @property
    def after(self) -> tuple[str, ...]:
        """Ids of the events that its reports say it followed."""
        return tuple([name for report in self.reports for name in report.after])


def timeline(context: Context) -> list[Held]:
    """Everything to be judged, in the order in which it is shown: events, then reports without one."""
    events, loose = gathered(context)
    disputed = known_guests(context)
    found: list[Held] = []
    for gathering, placed in ((events, True), (loose, False)):
        held = {
            event.id: Held(
                event, reports, disputed.get(event.id, ()) if placed else (), placed, *window(reports, context)
            )
            for event, reports in gathering
        }
        found += [held[name] for name in in_order(held, context)]
    return found


def first_days(held: Sequence[Held], context: Context) -> Sequence[float]:
    """For every event the day before which no record of it, or of an event behind it, begins."""
    days = [first_day(each.reports, context) if each.placed else None for each in reversed(held)]
    behind = accumulate((inf if day is None else day for day in days), min)
    return array("d", behind)[::-1]


class Answer(NamedTuple):
    """Some events, judged."""

    rows: list[Rows]
    bonds: list[Bonds]
    """Of each event, see `JudgedEvent`."""
    tally: Counts
    spelled: list[tuple[tuple[str, str], list[str]]]
    """See `Scribe.spelled`."""


@dataclass(slots=True)
class Judge:
    """Judges events of one dossier and writes them down."""

    context: Context
    scribe: Scribe

    def judge(self, chunk: Iterable[Held]) -> Answer:
        """Some events."""
        self.scribe.spelled.clear()
        rows, bonds, tally = [], [], Tally()
        for held in chunk:
            each = judge_event(held.event, held.reports, self.context, brief=True)
            if held.disputed:
                each = replace(each, disputed=held.disputed)
            rows.append(self.scribe.rows(each, placed=held.placed))
            bonds.append(each.bonds)
            if held.placed:
                tally.add(each.verdict, each.reports, self._first(each.sources))
                tally.add_glances((seen.field, seen.camps) for seen in each.glances)
        return Answer(rows, bonds, tally.counts(), list(self.scribe.spelled.items()))

    def _first(self, sources: Sequence[str]) -> str | None:
        """The source that certainly came out before all others; None when one of them does not say when it came out.

        A coded data set reports nothing first: its date is that of an edition.
        """
        published, known = self.context.published, self.context.sources
        times = {source: published(source) for source in sources if not known[source].is_dataset}
        if len(times) < 2:
            return None
        begun = sorted(
            (-inf if time is None or time.earliest is None else time.earliest, source) for source, time in times.items()
        )
        first, (next_begun, _) = times[begun[0][1]], begun[1]
        over = first is not None and first.latest is not None and first.latest <= next_begun
        return begun[0][1] if over else None


def answers(
    held: Sequence[Held], context: Context, crew: Crew | None, watch: Watch, aside: Aside = NOWHERE
) -> Iterator[tuple[Sequence[Held], Answer]]:
    """All of them judged, some at once, in order; by the crew where there is one. `aside`: where the words of reports lie."""
    waiting: deque[Sequence[Held]] = deque()

    def chunks() -> Iterator[Sequence[Held]]:
        for start in range(0, len(held), AT_ONCE):
            waiting.append(held[start : start + AT_ONCE])
            yield waiting[-1]

    if crew is None:
        found: Iterator[Answer] = map(judge_for(context).judge, (_filled(chunk, aside) for chunk in chunks()))
    else:
        done = crew.do((packed(chunk, aside) for chunk in chunks()), judged_elsewhere, judge_of, frame(context))
        found = map(answer_of, done)
    for start in range(0, len(held), AT_ONCE):
        watch(Step("judging", start, len(held)))
        answer = next(found)
        yield waiting.popleft(), answer
    watch(Step("judging", len(held), len(held)))


def _filled(chunk: Sequence[Held], aside: Aside) -> Sequence[Held]:
    """The events with the words of their reports."""
    if not aside:
        return chunk
    whole = aside.whole
    return [
        each._replace(reports=list(map(whole, each.reports)), disputed=tuple(map(whole, each.disputed)))
        for each in chunk
    ]


def judge_for(context: Context) -> Judge:
    """A judge of the context's dossier."""
    return Judge(context, Scribe(context))


# -- the same in another process


def frame(context: Context) -> bytes:
    """What a judge elsewhere must know of the dossier, of whose events and reports the context has let go."""
    return marshal.dumps((encode(context.dossier), context.as_of))


def judge_of(framed: bytes) -> Judge:
    """The judge that a frame makes."""
    dossier, as_of = marshal.loads(framed)
    return judge_for(Context(decode(Dossier, dossier), as_of=as_of))


def packed(chunk: Iterable[Held], aside: Aside = NOWHERE) -> bytes:
    """Some events on their way to another process."""
    words = aside.words
    return marshal.dumps(
        [
            (
                (held.event.id, held.event.title, held.event.tags),
                [(flat(report), words(report)) for report in held.reports],
                [(flat(report), words(report)) for report in held.disputed],
                held.placed,
            )
            for held in chunk
        ]
    )


def judged_elsewhere(judge: Judge, chunk: bytes) -> bytes:
    """What the events of a packed chunk are judged to be, packed. A task of `files.crew`."""
    answer = judge.judge(_unpacked(chunk))
    rows = [tuple(each) for each in answer.rows]
    bonds = [None if each is NO_BONDS else tuple(each) for each in answer.bonds]
    return marshal.dumps((rows, bonds, answer.tally, answer.spelled))


def answer_of(judged: bytes) -> Answer:
    """What another process made of a chunk."""
    rows, bonds, tally, spelled = marshal.loads(judged)
    return Answer(
        [Rows._make(each) for each in rows],
        [NO_BONDS if each is None else Bonds._make(each) for each in bonds],
        tally,
        spelled,
    )


def _unpacked(chunk: bytes) -> Iterator[Held]:
    for (name, title, tags), reports, disputed, placed in marshal.loads(chunk):
        event = Event(id=name, title=title, tags=tags)
        yield Held(event, list(starmap(report_of, reports)), tuple(starmap(report_of, disputed)), placed, None, None)
