"""`rashomon link`: which reports may tell of the same event, how likely that is, and by which weights."""

from __future__ import annotations

import datetime
import math
from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from tui.cli.dossiers import here
from tui.cli.exits import Exit
from tui.cli.output import PROSE_WIDTH, put_json, put_lines, say, text_width
from tui.cli.parsing import Parser, add_format, add_paths_help
from tui.core.linking.accepting import Acceptance, accepted
from tui.core.linking.readings import linking_of
from tui.core.model import Dossier
from tui.core.verdicts.placement import placed
from tui.errors import UsageError
from tui.files.accepting import write_links
from tui.files.beside import analysis_name
from tui.files.load import load
from tui.view.claims import counted
from tui.view.contract_link import links_object
from tui.view.texts_link import crowded_words, link_lines


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "link", operands="PATH…",
        summary="Reports that may tell of the same event: reports without an `event`, and events that look like one.\n"
        "Each pair with its probability and the weights, in bits, that sum to its score. Decides nothing by itself.",
        examples=(
            "rashomon link data/al-bukamal",
            "rashomon link data/al-bukamal --format json",
            "rashomon link my-story --accept-above 0.95",
            "rashomon link my-story --learn",
        ),
    )  # fmt: skip
    add_paths_help(built)
    add_format(built, "text", "json")
    built.options.add_argument(
        "--accept-above", metavar="P", type=_probability,
        help="write links likelier than P (0.5 to 1) as decisions into analysis.toml",
    )  # fmt: skip
    built.options.add_argument(
        "--learn", action="store_true",
        help="fit the weights to this dossier first; pays for coded records, seldom for prose",
    )  # fmt: skip
    return built


def run(options: Namespace) -> Exit:
    """Print the proposals; with `--accept-above`, write those that are likely enough first."""
    paths = options.operands or [here()]
    loaded = load(paths)
    if loaded.faults:
        say(f"{counted(loaded.faults, 'problem')}, see `rashomon check`")
    dossier = loaded.dossier
    linking = linking_of(dossier, learn=options.learn)
    if options.accept_above is not None:
        _accept(paths[0], dossier, accepted(linking, options.accept_above), options.accept_above)
        dossier = load(paths).dossier
        linking = linking_of(dossier, learn=options.learn)
    if linking.crowded:
        say(crowded_words(linking.crowded))
    links, clusters = linking.links(), linking.clusters()
    if options.format == "json":
        put_json(links_object(links, clusters))
    else:
        reports = {report.id: report for report in placed(dossier)}
        put_lines(link_lines(links, clusters, reports, columns=min(text_width(), PROSE_WIDTH)))
    return Exit.DONE


def _accept(path: str, dossier: Dossier, groups: tuple[Acceptance, ...], limit: float) -> None:
    """Write one decision a group into the analysis file beside the dossier. Raises `UsageError` where it cannot be."""
    folder = Path(path) if Path(path).is_dir() else Path(path).parent
    now = datetime.datetime.now().astimezone()
    named = [group.reports for group in groups]
    fault = write_links(str(folder / analysis_name()), dossier, named, at=now, reason=f"likelier than {limit:g}")
    if fault:
        raise UsageError(f"cannot write the links: {fault}")
    say(f"wrote {counted(len(groups), 'link')} to {folder / analysis_name()}" if groups else "no link is likely enough")


def _probability(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0.5 <= value < 1:
        raise ArgumentTypeError(f"{text!r} is no probability from 0.5 to below 1")
    return value
