"""`rashomon import geonames`: places of a dossier from a gazetteer file that the user has."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from tui.cli.exits import Exit
from tui.cli.output import put_lines, say
from tui.cli.replacing import redirected
from tui.core.geonames import Search
from tui.core.geonames_tables import Outcome, tables
from tui.core.mentions import Mention, places_named
from tui.core.model import Dossier, Place
from tui.core.names import fold
from tui.core.places import Gazetteer
from tui.errors import UsageError
from tui.files.geonames import Dump
from tui.files.load import load
from tui.view.claims import counted

FILE = "places-geonames.toml"
"""What is written into the dossier."""
PROGRESS = 1_000_000
"""Rows after which a word is said: a file of all countries takes minutes."""
EXAMPLE = "rashomon import geonames SY.zip --only-used -o my-story"


def import_places(source: str, options: Namespace) -> Exit:
    """Read the dossier, then the dump `source`, and write the tables. Raises `UsageError`, `CannotOpen`."""
    folder = _folder(options)
    target = folder / FILE
    if target.exists() and not (options.force or options.dry_run):
        raise UsageError(
            f"{target} is there already", hint="--force makes it anew; --dry-run shows what would stand in it"
        )
    loaded = load([str(folder)])
    dossier = loaded.dossier
    if loaded.faults:
        say(f"{counted(loaded.faults, 'problem')}, see `rashomon check`")
    places = tuple(place for place in dossier.places if Path(place.position.file) != target)
    declared = _declared(places)
    wanted = _wanted(dossier, places, declared)
    if not wanted:
        say("every place that reports mention is declared; nothing to import")
        return Exit.DONE
    outcome = tables(_searched(source, wanted, declared), wanted, places, origin=Path(source).name)
    if outcome.lines:
        with redirected(None if options.dry_run else str(target)):
            put_lines(outcome.lines)
    say(_told(outcome, None if options.dry_run or not outcome.lines else target))
    return Exit.DONE


def _folder(options: Namespace) -> Path:
    """The folder of the dossier. Raises `UsageError`."""
    if not options.output:
        raise UsageError("`rashomon import geonames` needs the folder of a dossier", hint="name it with -o DIR")
    if not options.only_used:
        raise UsageError(
            "a whole gazetteer is not imported, only the places a dossier mentions", hint="add --only-used"
        )
    folder = Path(options.output)
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder", hint="-o names the folder of the dossier")
    return folder


def _searched(source: str, wanted: tuple[Mention, ...], declared: Mapping[str, str | None]) -> Search:
    """What the dump holds for the names."""
    search = Search((mention.name for mention in wanted), declared)
    dump = Dump(source)
    for row in dump:
        search.take(row)
        if dump.rows % PROGRESS == 0:
            say(f"{dump.rows:,} rows read")
    if dump.skipped:
        say(f"{counted(dump.skipped, 'line')} of {dump.shown} could not be read as a row and did not count")
    return search


def _wanted(dossier: Dossier, places: tuple[Place, ...], declared: Mapping[str, str | None]) -> tuple[Mention, ...]:
    """The names of places that mean no declared place, and are not declared for two."""
    gazetteer = Gazetteer(places)
    return tuple(
        mention
        for mention in places_named(dossier).all()
        if fold(mention.name) not in declared and gazetteer.spot(mention.name).id is None
    )


def _declared(places: tuple[Place, ...]) -> dict[str, str | None]:
    """Folded name -> id of the place that is declared by it; None where several are."""
    ids: dict[str, str | None] = {}
    for place in places:
        for name in (place.id, place.name, *place.aliases):
            taken = ids.setdefault(fold(name), place.id)
            if taken != place.id:
                ids[fold(name)] = None
    return ids


def _told(outcome: Outcome, target: Path | None) -> str:
    written = f"wrote {target}: " if target is not None else ""
    return (
        f"{written}{counted(outcome.places, 'place')} and {counted(outcome.areas, 'area')} around them; "
        f"{counted(outcome.open, 'name')} left open, {len(outcome.missing):,} not found"
    )
