"""Reports that may tell of one event, pair by pair: what each says, what speaks for it, and the analyst's word written down."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var

from tui.core.linking.accepting import brought_together
from tui.core.linking.reviews import Pair
from tui.files.accepting import write_link
from tui.files.changes import Made
from tui.files.decisions import link
from tui.files.edits import Edit
from tui.files.rivals import AsRead, Met
from tui.screens.asked import Reread
from tui.screens.base import Session, Way
from tui.screens.bindings import bindings_of
from tui.screens.compared import Comparer, Found, Judged, judged
from tui.screens.desk import NOWHERE, Answer, named, now, told_of
from tui.screens.form import FormScreen
from tui.screens.lists import ListScreen
from tui.screens.offers import asking, offer_met
from tui.view.actions import LINKS, Situation
from tui.view.identities import ONE, TWO, UNDECIDED, pair_form
from tui.view.links import Decided, heading, item, nothing, pair
from tui.view.memory import Place
from tui.view.scene import Drawing
from tui.view.situations import situated
from tui.view.spans import Line, Span
from tui.view.state import TimelineState
from tui.view.waiting import comparing_left, comparing_words
from tui.widgets.canvas import Canvas

JUDGED = 100
"""Pairs of those looked at whose judgement is kept."""
_ANSWERS = {ONE: True, TWO: False, UNDECIDED: None}


class LinksScreen(ListScreen):
    """A line per pair, the selected one side by side below. Decisions are written at once; the dossier is read again on leaving."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(LINKS)
    VIEW = LINKS
    PLACE = "links"
    APPLIED = False

    pair_drawing: var[Drawing] = var(Drawing)

    def __init__(
        self, session: Session, comparer: Comparer, timeline: TimelineState, place: Place = (), *, at: str | None = None
    ) -> None:
        """`at`: a report whose likeliest pair is to be selected, wherever one was."""
        super().__init__(session, timeline, () if at else place)
        self._comparer, self._at = comparer, at
        self._found: Found | None = None
        self._decided: dict[tuple[str, str], Decided] = {}
        self._edits: dict[Edit, tuple[tuple[str, str], Decided]] = {}
        """What was written for which pair."""
        self._written, self._file = False, ""
        self._asked: set[tuple[str, str]] = set()
        """Pairs whose decision is being written."""
        self._judged_pairs: dict[tuple[str, str], Judged] = {}
        self._judging = False
        self._left: float | None = None
        """Seconds that comparing was last said to take yet."""

    def compose(self) -> ComposeResult:
        """The list and the pair."""
        *above, last = super().compose()
        yield from above
        yield Canvas(id="pair").data_bind(drawing=LinksScreen.pair_drawing)
        yield last

    def on_mount(self) -> None:
        """Ask what is alike, once all stands, and look how far it is."""
        self.call_later(self._comparer.compare, self._fill)
        self._beat = self.set_interval(0.1, self.draw)

    def on_unmount(self) -> None:
        """Let the other views see what was decided."""
        if self._written:
            self.app.post_message(Reread())

    def _fill(self, found: Found) -> None:
        if not self.stands:
            return
        self._found = found
        self._beat.stop()
        self.rows = self.rows.recounted(len(found.review))
        self.rows = self.rows.to(next(found.review.places(self._at or ""), self.rows.cursor))
        self._at = None
        if self._place:
            self._go_to((self._place[0], self._place[-1]))
        self.draw()
        self.counted()

    def counting(self) -> bool:
        """Whether reports are still being compared."""
        return self._found is None

    def renewed(self, session: Session, state: TimelineState) -> None:
        """Once something is decided the list stands as it was compared: what changes on disk then is written from here."""
        self.session, self._timeline = session, state
        if self._decided or self._asked:
            self.draw()
        else:
            self._judged_pairs = {}
            self._comparer.compare(self._fill)

    def situation(self) -> Situation:
        """What decides which actions can be done now."""
        return situated(LINKS, self._timeline, self.scene, rows=self.rows.count)

    def chosen(self) -> Pair | None:
        """The selected pair."""
        pairs = self._found.review if self._found is not None else ()
        return pairs[self.rows.cursor] if self.rows.cursor < len(pairs) else None

    # -- drawing

    def head(self, width: int) -> Line:
        """How many pairs there are."""
        if self._found is None:
            return ()
        review = self._found.review
        return heading(review, len(self._decided), self._file, width, review.crowded)

    def items(self, start: int, count: int, width: int) -> list[tuple[Line, ...]]:
        """Those in view."""
        if self._found is None:
            return []
        reports = self._found.reports
        shown = self._found.review[start : start + count]
        return [(item(link, self._decided.get((link.a, link.b)), reports, self.scene, width - 1),) for link in shown]

    def empty(self) -> tuple[Line, ...]:
        """Nothing, or not yet."""
        if self._found is not None:
            return nothing()
        step, elapsed = self._comparer.how_far()
        self._left = comparing_left(step, elapsed, self._left)
        words = comparing_words(step, elapsed, self._left)
        return ((), *((Span(f"   {line}", "dim"),) for line in words))

    @on(Canvas.Resized, "#pair")
    def refitted(self) -> None:
        """Draw in the new size."""
        self.draw()

    def draw(self) -> None:
        """The list, and the selected pair."""
        super().draw()
        chosen, size = self.chosen(), self.query_one("#pair", Canvas).size
        if chosen is None or self._found is None or size.width < 1:
            self.pair_drawing = Drawing()
            return
        reports = self._found.reports
        weights, same, left_open = self._judgement(chosen) or ((), None, None)
        lines = pair(
            chosen, weights, reports, same, self.scene, size=size.width, lines=size.height, left_open=left_open
        )
        self.pair_drawing = Drawing(lines=lines)

    def _judgement(self, chosen: Pair) -> Judged | None:
        """What speaks for the pair, and what `=` and Space would change; None until it is judged."""
        both = (chosen.a, chosen.b)
        if self._found is not None and both not in self._judged_pairs and not self._judging:
            self._judging = True
            self._judge_pair(self._found, self.rows.cursor)
        return self._judged_pairs.get(both)

    # Without a description Textual spells one out of the arguments: the dossier, 40 ms for a key.
    @work(thread=True, description="judges a pair")
    def _judge_pair(self, found: Found, place: int) -> None:
        """Two events with many reports take longer to judge than a frame; one pair at a time, however fast one moves."""
        self.app.call_from_thread(self._judged, found, *judged(found, place))

    def _judged(self, found: Found, both: tuple[str, str], made: Judged) -> None:
        self._judging = False
        if self.stands:
            if found is self._found:
                for gone in [*islice(self._judged_pairs, max(0, len(self._judged_pairs) - JUDGED + 1))]:
                    del self._judged_pairs[gone]
                self._judged_pairs[both] = made
            self.draw()

    # -- deciding

    def do_same(self) -> None:
        """One event."""
        self._decide(Decided(True))

    def do_different(self) -> None:
        """Two events."""
        self._decide(Decided(False))

    def do_disputed(self) -> None:
        """It cannot be told."""
        self._decide(Decided(None))

    def do_judge(self) -> None:
        """Any of the three, with a reason."""
        found, both = self._found, self._undecided()
        if found is None or both is None:
            return
        a, b = ((name, found.reports.get(name)) for name in both)
        desk, answer = self.session.desk, Decided(None)

        def send(values: Mapping[str, str]) -> Answer:
            nonlocal answer
            desk.by, answer = values["by"], Decided(_ANSWERS[values["same"]])
            return desk.soon(lambda: self._write(found, both, answer, values["reason"])).result()

        def sent(made: Made | None) -> None:
            if made is not None:
                self.rows = self.rows.moved(1)
                self._stands(both, answer, made)

        self.app.push_screen(FormScreen(pair_form(a, b, self.scene, by=desk.by), send, desk, clash=asking(self)), sent)

    def _decide(self, decided: Decided) -> None:
        """The next pair is selected at once; this one says what was decided once it is written."""
        found, both = self._found, self._undecided()
        if found is None or both is None:
            return
        desk = self.session.desk

        def write() -> tuple[Answer, str]:
            outcome = self._write(found, both, decided)
            return outcome, desk.explained(outcome)

        self._asked.add(both)
        self.set_reactive(LinksScreen.rows, self.rows.moved(1))
        self.draw()
        self.in_turn(write, lambda came: self._came(both, decided, *came))

    def _came(self, both: tuple[str, str], decided: Decided, outcome: Answer, told: str) -> None:
        """What came of writing a decision, perhaps after this view was left."""
        self._asked.discard(both)
        if isinstance(outcome, Made):
            self._stands(both, decided, outcome)
            return
        if not self.is_current:
            self.say(f"not written for {both[0]} and {both[1]}: {told}")
            return
        self._go_to(both)
        if isinstance(outcome, Met):
            offer_met(self, outcome, lambda: self._decide(decided), lambda: None)
        else:
            self.say(f"not written: {told}")

    def _go_to(self, both: tuple[str, str]) -> None:
        place = self._found.review.place(*both) if self._found is not None else None
        self.set_reactive(LinksScreen.rows, self.rows.to(self.rows.cursor if place is None else place))
        self.draw()

    def _undecided(self) -> tuple[str, str] | None:
        """The selected pair; None, with a word, where it is decided already."""
        link = self.chosen()
        if link is not None and ((link.a, link.b) in self._decided or (link.a, link.b) in self._asked):
            self.say("decided already; U takes the last decision back")
            return None
        return (link.a, link.b) if link is not None else None

    def _write(self, found: Found, both: tuple[str, str], decided: Decided, reason: str = "") -> Answer:
        desk = self.session.desk
        path = desk.analysis(lambda: found.dossier)
        if not path:
            return NOWHERE
        named = brought_together(found.review, both) if decided.same else both
        edit = link(reports=named, same=decided.same, at=now(), reason=reason, by=desk.by)
        theirs = desk.met(path, edit, AsRead(found.dossier))
        if theirs is not None:
            return theirs
        return desk.recorded(lambda history, system: write_link(path, found.dossier, edit, history, system=system))

    def _stands(self, both: tuple[str, str], decided: Decided, made: Made) -> None:
        """The pair says what was decided, the head where it is written."""
        self._decided[both] = decided
        self._edits[made.change.edit] = both, decided
        self._file = named(made.change.file)
        self._changed()
        if made.along or made.doubt is not None:
            self.say(told_of("written", made, " · U takes it back"))

    def _changed(self) -> None:
        """Files are others by what was decided here: the dossier is read again on leaving, or now where that has been."""
        self._written = True
        if self.stands:
            self.draw()
        else:
            self.app.post_message(Reread())

    def rewritten(self, made: Made, *, there: bool) -> None:
        """A decision was taken back, or made again: its pair says so. The dossier is read again on leaving."""
        if made.change.edit not in self._edits:
            self._written = True
            super().rewritten(made, there=there)
            return
        both, decided = self._edits[made.change.edit]
        if there:
            self._decided[both] = decided
        else:
            self._decided.pop(both, None)
        if self.stands:
            self._go_to(both)
        self._changed()

    # -- going

    def do_escape(self) -> None:
        """Back; reports that are still being compared are let be."""
        if self.counting():
            self._comparer.end_comparing()
            self.say("ended; 7 begins again")
        self.do_back()

    def do_links(self) -> None:
        """One is there."""

    def do_open(self) -> None:
        """The timeline at the event of the first report of the pair."""
        if self._landed():
            self.do_back()

    def do_compare(self) -> None:
        """That event, compared."""
        if self._landed():
            super().do_compare()

    def do_origins(self) -> None:
        """Who repeats whom behind that event."""
        if self._landed():
            super().do_origins()

    def _landed(self) -> bool:
        """Whether one is sent to the event of the first report of the pair; where there is no pair, to where one was."""
        pair, found = self.chosen(), self._found
        if pair is None or found is None:
            return True
        report = found.reports.get(pair.a)
        row = self.session.event(report.event or report.id, self._timeline.keep) if report is not None else None
        if row is None:
            self.say("the event is outside the filter; F shows it")
            return False
        self._there = self._timeline.to(row.position)
        return True

    def place(self) -> Place:
        """The selected pair."""
        pair = self.chosen()
        return (pair.a, pair.b) if pair is not None else self._place

    def way(self) -> Way | None:
        """On the same pair."""
        place, comparer, keep = self.place(), self._comparer, self._timeline.keep

        def again(session: Session, timeline: TimelineState) -> LinksScreen:
            return LinksScreen(session, comparer, timeline, place)

        if self.gone_to(self._there, self._timeline) is None:
            return None
        return Way(view=LINKS, again=again, before=keep, after=keep, onward=self.onward)
