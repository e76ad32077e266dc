"""`rashomon timeline --by source|actor` as plain text: views 5 and 6 of the explorer, one paragraph each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from tui.core.agreement import SourcePair, SourceRecord, spokesmen
from tui.core.answers import Billing
from tui.core.natural import natural
from tui.view.claims import counted, role_name
from tui.view.safety import safe
from tui.view.texts import Sheet, rule_off

Spelled: TypeAlias = Sequence[tuple[str, str, int]]
"""(words, source id, reports), best first: who writes an actor how."""

_COUNTED = (
    "Over the whole dossier. Of each two sources: in how many of the fields in which both give a value that can be "
    "compared, one value of each can be true together with one of the other's. Sources that repeat one origin agree "
    "without confirming anything."
)


def source_lines(records: Iterable[SourceRecord], pairs: Sequence[SourcePair], sheet: Sheet) -> Iterator[str]:
    """What each source did, most reports first, and how often it agrees with each other: those it clashes with most first. Of very
    many sources publishers are compared, under the first source of each."""
    yield from rule_off("Sources")
    met: dict[str, list[tuple[str, SourcePair]]] = {}
    for pair in pairs:
        met.setdefault(pair.a, []).append((pair.b, pair))
        if pair.a != pair.b:
            met.setdefault(pair.b, []).append((pair.a, pair))
    spoken = spokesmen(sheet.sources.values())
    several = Counter(spoken.values())
    ordered = sorted(records, key=lambda record: (-record.reports, natural(record.source)))
    if not ordered:
        yield "No source reports an event."
        return
    yield from [*sheet.wrapped(_COUNTED, hang=0), ""]
    for record in ordered:
        yield from sheet.wrapped(_record(record, sheet))
        first = spoken.get(record.source, record.source)
        if first != record.source:
            yield from [*sheet.wrapped(f"agrees as its publisher does, see {sheet.siglum(first)}", indent=2), ""]
            continue
        others = sorted(met.get(record.source, ()), key=lambda it: (-it[1].clashed, -it[1].shared, natural(it[0])))
        told = [
            f"{'its own articles' if other == record.source else sheet.siglum(other)} {_agreed(pair)}"
            for other, pair in others
        ]
        who = f"its publisher, {several[first]} sources, agrees with" if several[first] > 1 else "agrees with"
        yield from sheet.wrapped(f"{who}: {', '.join(told) or 'nobody reports what it reports'}", indent=2)
        yield ""


def _agreed(pair: SourcePair) -> str:
    return f"{pair.agreed}/{pair.compared}" if pair.compared else "(nothing comparable)"


def _record(record: SourceRecord, sheet: Sheet) -> str:
    source = sheet.sources.get(record.source)
    name = safe(source.name) if source is not None else ""
    grade = f", grade {safe(source.grade)}" if source is not None and source.grade else ""
    done = [f"{counted(record.reports, 'report')} of {counted(record.events, 'event')}"]
    if record.first:
        done.append(f"first to report {record.first:,}")
    if record.corrections:
        done.append(counted(record.corrections, "correction") + " of its own")
    return f"{sheet.siglum(record.source)}  {name}{grade}: {', '.join(done)}"


def actor_lines(billings: Iterable[tuple[Billing, Spelled]], sheet: Sheet, *, filtered: bool) -> Iterator[str]:
    """Each actor with its events by role and its spellings by source, in the order given."""
    yield from rule_off("Actors")
    number = 0
    for number, (one, spelled) in enumerate(billings, start=1):
        if number == 1 and filtered:
            yield from [*sheet.wrapped("Events under the filter; spellings over the whole dossier.", hang=0), ""]
        undeclared = "" if one.declared else " (no [[actor]] declares this name)"
        yield from sheet.wrapped(f"{safe(one.name)}: {counted(one.events, 'event')}{undeclared}")
        roles = ", ".join(f"{safe(role_name(role))} {events:,}" for role, events in one.roles)
        yield from sheet.wrapped(f"as: {roles}", indent=2)
        for words, by in _by_spelling(spelled).items():
            who = ", ".join(f"{sheet.siglum(source)} {reports:,}" for source, reports in by.most_common())
            yield from sheet.wrapped(f"“{safe(words)}” in {counted(by.total(), 'report')}: {who}", indent=2)
        yield ""
    if not number:
        yield (
            "No actor is named in what passes the filter." if filtered else "No report of this dossier names an actor."
        )


def _by_spelling(spelled: Spelled) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for words, source, reports in spelled:
        found.setdefault(words, Counter())[source] += reports
    return found
