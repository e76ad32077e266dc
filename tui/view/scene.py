"""What every view needs to draw: the dossier's sources and zone, the signs. And what a drawing is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from tui.core.answers import Summary
from tui.core.judgements import OriginCount
from tui.core.model import Annotation, Ruling, Source
from tui.core.values import dataclass
from tui.view.arrangements import AS_IT_COMES, Arrangement
from tui.view.glyphs import UNICODE, Glyphs
from tui.view.keymap import DEFAULT, Keymap
from tui.view.panes import Pane
from tui.view.spans import Line

NOTHING = Summary(
    title="", timezone="UTC", events=0, reports=0, sources=0, contested=0,
    origins=OriginCount(0, 0, 0), unplaced=0, problems=0, notes=0, files=0
)  # fmt: skip
"""The summary of a dossier that is not open yet."""

NARROW = 98
"""With fewer cells one pane is shown at a time: a screen of 100 columns less its scroll bar and a margin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What stays the same while one moves about."""

    summary: Summary = NOTHING
    sources: tuple[Source, ...] = ()
    """In pane order."""
    panes: tuple[Pane, ...] = ()
    """A pane per source."""
    publishers: tuple[Pane, ...] = ()
    """A pane per publisher."""
    home_year: int | None = None
    """The year that goes without saying."""
    conflicts: bool = False
    """Whether two accounts anywhere cannot both be true, and no ruling says which is."""
    rulings: tuple[Ruling, ...] = ()
    """The dossier's, which the verdicts of fields point into."""
    notes: tuple[Annotation, ...] = ()
    """The dossier's, on reports, events and sources."""
    stale: tuple[str, ...] = ()
    """Files that are shown as they could last be read."""
    glyphs: Glyphs = UNICODE
    keymap: Keymap = DEFAULT

    arrangement: Arrangement = AS_IT_COMES
    shown_sources: tuple[Pane, ...] = ()
    """`panes` as they are arranged; empty as they come."""
    shown_publishers: tuple[Pane, ...] = ()
    readings: tuple[Pane, ...] = ()
    """A pane per reading of the selected field, while panes are readings."""
    _places: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A thousand sources are asked for hundreds of times a picture.
        object.__setattr__(self, "_places", {source.id: place for place, source in enumerate(self.sources)})

    def every_pane(self, *, grouped: bool) -> tuple[Pane, ...]:
        """The panes, by publisher or by source, those put away among them."""
        return self.publishers if grouped else self.panes

    def shown_panes(self, *, grouped: bool) -> tuple[Pane, ...]:
        """The panes that are not put away, by publisher or by source, as they stand."""
        arranged = self.readings or (self.shown_publishers if grouped else self.shown_sources)
        return arranged or self.every_pane(grouped=grouped)

    def arranged(self, arrangement: Arrangement) -> Scene:
        """With the panes arranged so."""
        return replace(
            self, arrangement=arrangement, shown_sources=arrangement.applied(self.panes),
            shown_publishers=arrangement.applied(self.publishers),
        )  # fmt: skip

    @property
    def zone(self) -> str:
        """The dossier's IANA zone."""
        return self.summary.timezone

    @property
    def rows(self) -> int:
        """Rows of the timeline without a filter."""
        return self.summary.events + self.summary.unplaced

    @property
    def rows_words(self) -> str:
        """The same in words: "27 events"; rows where some are reports without an event."""
        return f"{self.rows:,} {'row' if self.summary.unplaced else 'event'}{'s' * (self.rows != 1)}"

    def source(self, identity: str) -> Source | None:
        """The source of that id."""
        place = self._places.get(identity)
        return self.sources[place] if place is not None else None

    def among(self, identities: Iterable[str]) -> tuple[Source, ...]:
        """The sources of those ids, in pane order."""
        known = {self._places[identity] for identity in identities if identity in self._places}
        return tuple(self.sources[place] for place in sorted(known))

    def siglum(self, identity: str) -> str:
        """The siglum of that source; its id where it is not known."""
        source = self.source(identity)
        return source.siglum if source is not None else identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Lines ready for a widget, and where they stand in something longer."""

    lines: tuple[Line, ...] = ()
    tones: tuple[str, ...] = ()
    """A role under each whole line; shorter than `lines` where the rest has none."""
    total: int = 0
    """Lines of the whole; 0 when nothing more is to be seen."""
    top: int = 0
    """Lines of the whole above the first."""
