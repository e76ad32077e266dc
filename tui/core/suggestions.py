"""Names in one dossier that may be one, as lines to paste into its files. Suggests; the analyst decides.

Only what the name reader puts to the analyst is suggested: neither what it merges by itself nor what the dossier keeps
apart (two tables, one list that names both, a `[[link]]` that says the reports tell of different things).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from tui.core.actors import Cast
from tui.core.mentions import Mention, actors_named, places_named
from tui.core.model import Dossier, Position
from tui.core.name_likeness import Declared, Likeness, Likenesses, declared_actors, declared_places
from tui.core.names import NameRelation, NameVerdict, fold
from tui.core.places import Gazetteer
from tui.core.progress import Watch, unwatched
from tui.core.quoting import quoted, quoted_list
from tui.core.slugs import slug
from tui.core.values import dataclass

Table: TypeAlias = Literal["actor", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name that may be another name of the table."""

    name: str
    count: int
    """How many times reports name it."""
    position: Position
    """Where the first of them does."""
    like: str
    """The nearest name of the table."""
    score: float
    """0..1, of the likeness to it."""
    rule: str
    """The step of the name reader that decided to ask."""
    others: tuple[str, ...] = ()
    """Ids of further tables it may belong to, likelier ones first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Lines to paste under one table, or a new table to paste."""

    table: Table
    id: str
    name: str
    """The declared name; of a new table, the name mentioned most."""
    position: Position
    """Of the table's header; of a new table, a file it may stand in, and no line."""
    new: bool
    replaces: bool
    """Whether the line takes the place of an `aliases` line that is there."""
    aliases: tuple[Alias, ...]
    """Likelier ones first."""
    lines: tuple[str, ...]
    """What to paste."""


def suggest(dossier: Dossier, watch: Watch = unwatched) -> tuple[Suggestion, ...]:
    """Every suggestion: for declared tables in their order, then new tables; actors before places.

    Raises `Cancelled` where the watch does.
    """
    cast, gazetteer = Cast(dossier.actors), Gazetteer(dossier.places)
    actors, places = declared_actors(dossier.actors), declared_places(dossier.places)
    named = Likenesses(actors, actors_named(dossier, watch), lambda name: cast.party(name).id, "", watch)
    located = Likenesses(places, places_named(dossier, watch), lambda name: gazetteer.spot(name).id, "place", watch)
    return (*_suggested("actor", dossier, actors, named), *_suggested("place", dossier, places, located))


def _suggested(
    table: Table, dossier: Dossier, declared: tuple[Declared, ...], likenesses: Likenesses
) -> Iterator[Suggestion]:
    mentions = {mention.name: mention for mention in likenesses.open}
    of_tables = likenesses.to_declared()
    rank = {entry.thing.id: number for number, entry in enumerate(declared)}
    chosen: dict[str, list[Alias]] = defaultdict(list)
    for name, found in of_tables.items():
        ids = sorted(found, key=lambda owner: (-found[owner].verdict.score, rank[owner]))
        chosen[ids[0]].append(_alias(mentions[name], found[ids[0]], tuple(ids[1:])))
    for entry in declared:
        if entry.thing.id in chosen:
            yield _for_table(table, entry, _in_order(chosen[entry.thing.id]))
    free = [mention for mention in likenesses.open if mention.name not in of_tables]
    taken = set(rank)
    file = _file_for_new(dossier, declared)
    for head, aliases in _clusters(free, likenesses.among_open()):
        identity = slug(head.name, taken)
        taken.add(identity)
        yield _new_table(table, identity, head, _in_order(aliases), file or head.position.file)


def _clusters(
    free: Iterable[Mention], edges: Mapping[str, Mapping[str, NameVerdict]]
) -> Iterator[tuple[Mention, list[Alias]]]:
    """Names that may be one, each in one cluster, around the one mentioned most.

    Spellings of a name that is in a cluster already are left out: they are read as that name without being declared.
    """
    left = {mention.name: mention for mention in sorted(free, key=lambda mention: -mention.count)}
    for head in list(left.values()):
        if left.pop(head.name, None) is None:
            continue
        _drop_spellings(head.name, edges, left)
        aliases: list[Alias] = []
        beside = edges.get(head.name, {})
        for name in sorted(beside, key=lambda name: -beside[name].score):
            if name in left:
                aliases.append(_alias(left.pop(name), Likeness(name, head.name, beside[name])))
                _drop_spellings(name, edges, left)
        if aliases:
            yield head, aliases


def _drop_spellings(name: str, edges: Mapping[str, Mapping[str, NameVerdict]], left: dict[str, Mention]) -> None:
    for other, verdict in edges.get(name, {}).items():
        if verdict.verdict is NameRelation.SPELLING:
            left.pop(other, None)


def _alias(mention: Mention, likeness: Likeness, others: tuple[str, ...] = ()) -> Alias:
    verdict = likeness.verdict
    return Alias(
        name=mention.name, count=mention.count, position=mention.position, like=likeness.like,
        score=verdict.score, rule=verdict.rule, others=others,
    )  # fmt: skip


def _in_order(aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    return tuple(sorted(aliases, key=lambda alias: (-alias.score, fold(alias.name))))


def _for_table(table: Table, entry: Declared, aliases: tuple[Alias, ...]) -> Suggestion:
    thing = entry.thing
    return Suggestion(
        table=table, id=thing.id, name=thing.name, position=thing.position, new=False, replaces=bool(thing.aliases),
        aliases=aliases, lines=(f"aliases = {quoted_list((*thing.aliases, *(alias.name for alias in aliases)))}",),
    )  # fmt: skip


def _new_table(table: Table, identity: str, head: Mention, aliases: tuple[Alias, ...], file: str) -> Suggestion:
    lines = (
        f"[[{table}]]",
        f"id = {quoted(identity)}",
        f"name = {quoted(head.name)}",
        f"aliases = {quoted_list(alias.name for alias in aliases)}",
    )
    return Suggestion(
        table=table, id=identity, name=head.name, position=Position(file), new=True, replaces=False,
        aliases=aliases, lines=lines,
    )  # fmt: skip


def _file_for_new(dossier: Dossier, declared: tuple[Declared, ...]) -> str:
    """Where tables of the kind stand already, else where `[dossier]` does."""
    return declared[0].thing.position.file if declared else dossier.settings.position.file
