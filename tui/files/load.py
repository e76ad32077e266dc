"""From PATHs to one dossier and everything that is wrong with its files. Reads each file once, writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.core.answers import InputFile
from tui.core.collector import uncollected
from tui.core.model import Dossier
from tui.core.problems import Problem, Severity
from tui.core.progress import Step, Watch, unwatched
from tui.core.values import dataclass
from tui.errors import CannotOpen
from tui.files.aside import NOWHERE, Aside
from tui.files.beside import forgiven, take_along
from tui.files.complaints import problem
from tui.files.decode import Pieces
from tui.files.format import TABLE_OF
from tui.files.inputs import bytes_of, digest, digest_of, input_file, labels_of
from tui.files.join import join
from tui.files.last_good import CODE, LastGood
from tui.files.mounts import Mount, mount, mounts_of, refusal
from tui.files.notes import notes
from tui.files.parse import parse
from tui.files.reading import read_files, size_of
from tui.files.references import finish
from tui.files.walk import SUFFIX, Found, find, glance, shown_path, unreadable

if TYPE_CHECKING:
    from tui.files.crew import Crew


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What the files behind some PATHs state."""

    dossier: Dossier
    problems: tuple[Problem, ...]
    """Problems and notes, in file order, then by line."""
    files: int
    """How many `*.toml` were looked at, readable or not."""
    paths: tuple[str, ...] = ()
    """The files that were read, as shown, in reading order."""
    size: int = 0
    """Bytes read."""
    tables: tuple[Path, ...] = ()
    """The data sets that the files mount, readable or not."""
    inputs: tuple[InputFile, ...] = ()
    """The bytes that were read, those of data sets after those of the files."""

    @property
    def stale(self) -> bool:
        """Whether a file stands here as it was, not as it is."""
        return any(problem.code == CODE for problem in self.problems)

    @property
    def faults(self) -> int:
        """How many of the problems are not notes."""
        return sum(problem.severity is Severity.PROBLEM for problem in self.problems)


def load(
    paths: Sequence[str],
    *,
    watch: Watch = unwatched,
    good: LastGood | None = None,
    crew: Crew | None = None,
    aside: Aside = NOWHERE,
) -> Loaded:
    """One dossier of all PATHs, files or folders. `watch` is told of bytes read; `good` stands in for files that are no TOML.

    `aside`: where the words of its reports lie.

    Raises `CannotOpen` when a PATH is not there, cannot be read, holds no file that can, or is one file and no dossier.
    """
    with uncollected():
        return _load(paths, watch, _judge_alone, good, crew, aside)


def look(path: str) -> Loaded:
    """What one PATH states and what is wrong with it, also where it is a single file that is no dossier.

    Raises `CannotOpen` when it is not there, cannot be read, or holds no file that can.
    """
    with uncollected():
        return _load([path], unwatched, lambda _: None, None)


def load_pieces(pieces: Sequence[Pieces], *, shown: str = "") -> tuple[Dossier, tuple[Problem, ...]]:
    """One dossier of decoded files, and all problems in file order, then by line. Touches no disk.

    `shown` is what a problem of no one file is laid to.
    """
    joined = join(pieces)
    dossier, problems = finish(joined, pieces)
    told = [problem for piece in pieces for problem in piece.problems]
    told += problems
    told += notes(dossier, joined)
    if not dossier.reports and not joined.left_out and all(piece.parsed for piece in pieces):
        told.append(problem(shown, "no-reports", "the dossier has no report at all", expected="a [[report]] table"))
    return dossier, in_order(told, [piece.file for piece in pieces])


def is_dossier(folder: str) -> bool:
    """Whether a file in the folder has a table of format 1. Looks at a bounded number of files, nearest first.

    A folder that only holds dossiers, in subfolders with a `[dossier]` of their own, is none itself: read as one
    they would be a mixture that nobody wrote.
    """
    top, parts, others = Path(folder), list[Path](), set[Path]()
    for path in glance(top):
        names = _tables_of(path)
        if names and path.parent == top:
            return True
        if names:
            parts.append(path)
        if "dossier" in names:
            others.add(path.parent)
    return any(others.isdisjoint(path.parents) for path in parts)


def _tables_of(path: Path) -> set[str]:
    """Names of the tables of format 1 in a file; none where it cannot be read."""
    try:
        data = bytes_of(path)
    except OSError:
        return set()
    _, content, _ = parse(data, str(path))
    return {name for name in TABLE_OF if isinstance(content.get(name), dict | list)}


def in_order(problems: Sequence[Problem], files: Sequence[str]) -> tuple[Problem, ...]:
    """Problems in the order of the files, then by line; those of no line first, those of no known file last."""
    rank = {file: number for number, file in reversed(list(enumerate(files)))}
    return tuple(sorted(problems, key=lambda problem: (rank.get(problem.file, len(rank)), problem.line or 0)))


def _load(
    paths: Sequence[str],
    watch: Watch,
    judge: Callable[[Pieces], None],
    good: LastGood | None,
    crew: Crew | None = None,
    aside: Aside = NOWHERE,
) -> Loaded:
    """`judge` is shown each PATH that is a single file, and raises where it is not worth opening."""
    found = Found()
    pieces: list[Pieces] = []
    mounted: list[Mount] = []
    every: list[_Read] = []
    for text in paths:
        start, met = len(found.files), found.repeated
        find(text, found)
        first = len(pieces)
        root = Path(text) if Path(text).is_dir() else Path(text).parent
        read = _read(found.files[start:], found, root, pieces, watch, good, aside, crew)
        mounted += _mounts(found.files[start:], pieces[first:], root)
        if not read and found.repeated == met:
            raise _nothing_in(Path(text), found.problems)
        if read and Path(text).is_file():
            judge(pieces[-1])
        every += read
    along = _along(paths, found, pieces, mounted, watch, good, aside)
    every += along
    own = tuple(piece.file for piece in pieces)
    if mounted:
        for piece in mount(mounted, pieces, watch):
            aside.lay(piece)
            pieces.append(piece)
    tables = [each for each in mounted if refusal(each) is None]
    dossier, problems = load_pieces(pieces, shown=shown_path(Path(paths[0])) if paths else "")
    return Loaded(
        dossier=dossier,
        problems=in_order(
            [*found.problems, *forgiven(problems, [shown_path(each.path) for each in along])],
            [*found.order, *(each.shown for each in mounted)],
        ),
        files=found.looked_at,
        paths=own,
        size=sum(each.size for each in every),
        tables=tuple(each.path for each in tables),
        inputs=_inputs([*every, *_tables_read(tables)]),
    )


def _along(
    paths: Sequence[str],
    found: Found,
    pieces: list[Pieces],
    mounted: list[Mount],
    watch: Watch,
    good: LastGood | None,
    aside: Aside,
) -> list[_Read]:
    """Read the analysis files beside the PATHs; those. One without a table of ours is somebody else's."""
    start, taken = len(found.files), list[_Read]()
    take_along(paths, found)
    for number in range(start, len(found.files)):
        path, _ = found.files[number]
        piece = list[Pieces]()
        read = _read(found.files[number : number + 1], found, path.parent, piece, watch, good, aside)
        if any(each.has_tables or not each.parsed for each in piece):
            pieces += piece
            taken += read
            mounted += _mounts([found.files[number]], piece, path.parent)
    return taken


def _nothing_in(path: Path, faults: Sequence[Problem]) -> CannotOpen:
    """Nothing below a PATH could be read: because of the first fault met there, or because there is nothing."""
    name = shown_path(path)
    if path.is_file():
        return CannotOpen(f"cannot open {name}: {faults[-1].message.rpartition(': ')[2]}")
    told = next((f"{fault.file}: {fault.message}" for fault in faults if Path(fault.file).is_relative_to(path)), "")
    return CannotOpen(
        f"{name} holds no {SUFFIX} file that can be opened",
        hint=told or f"`rashomon new {name}` writes one to start from",
    )


def _judge_alone(pieces: Pieces) -> None:
    """Raises `CannotOpen` for a file that stands alone and has no table of a dossier."""
    if pieces.has_tables:
        return
    fault = next((fault for fault in pieces.problems if fault.severity is Severity.PROBLEM), None)
    line = f"line {fault.line}: " if fault is not None and fault.line is not None else ""
    why = f"{line}{fault.message}" if fault is not None else "it has no table such as [source] or [[report]]"
    raise CannotOpen(f"{pieces.file} holds no dossier: {why}", hint=f"`rashomon check {pieces.file}` tells more")


class _Read(NamedTuple):
    """A file whose bytes were read."""

    path: Path
    root: Path
    """The folder of the dossier it belongs to."""
    size: int
    sha256: str


def _read(
    files: Sequence[tuple[Path, str]],
    found: Found,
    root: Path,
    pieces: list[Pieces],
    watch: Watch,
    good: LastGood | None,
    aside: Aside,
    crew: Crew | None = None,
) -> list[_Read]:
    """Decode files that were found; those that could be read."""
    made: list[_Read] = []
    done, total = 0, sum(size_of(path) for path, _ in files)
    watch(Step("reading", done, total))
    for (path, _), read in zip(files, read_files(files, crew, keep=good is not None, aside=aside), strict=True):
        if read.fault:
            found.problems.append(unreadable(path, f"the file cannot be read: {read.fault}"))
            continue
        done += read.size
        piece, size, sha256 = read.pieces, read.size, read.sha256
        if good is not None:
            data, piece = good.instead(path, read.data, piece)
            size, sha256 = len(data), digest_of(data)
            if piece is not read.pieces:
                aside.lay(piece)
        pieces.append(piece)
        made.append(_Read(path, root, size, sha256))
        watch(Step("reading", min(done, total), total))
    return made


def _tables_read(tables: Iterable[Mount]) -> Iterator[_Read]:
    """The tables that are mounted, each once, without those that cannot be read."""
    for path, root in dict.fromkeys((each.path, each.root) for each in tables):
        with suppress(OSError, ValueError):
            yield _Read(path, root, 0, digest(path))


def _inputs(read: Sequence[_Read]) -> tuple[InputFile, ...]:
    labels = labels_of([each.root for each in read])
    return tuple(input_file(each.path, each.root, labels, each.sha256) for each in read)


def _mounts(files: Sequence[tuple[Path, str]], pieces: Sequence[Pieces], root: Path) -> list[Mount]:
    """The tables that the files of one PATH mount. They may stand in the folder it names, or that of the file it is."""
    paths = {shown: path for path, shown in files}
    return [each for piece in pieces for each in mounts_of(piece, paths[piece.file], root)]
