"""The filter options that several commands share. Reads nothing: the explorer must paint before anything is understood."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.parsing import Parser

OPTIONS: tuple[tuple[str, str, str], ...] = (
    ("--actor", "NAME", "events that name the actor (or a branch of it)"),
    ("--source", "ID", "events the source reports; id, siglum or name"),
    ("--place", "NAME", "events at the place or within it"),
    ("--field", "FIELD", "only this field: when, where, who, figures.killed, claims.outcome …"),
    ("--verdict", "WORD", "only fields with this verdict: conflict, strained, precision …"),
    ("--since", "TIME", "events not over before it"),
    ("--until", "TIME", "events begun by the end of it"),
    ("--text", "WORDS", "events in which the words are found"),
    ("--filter", "QUERY", "the explorer's query language: 'actor:is verdict:conflict origins:<2 -source:dw'"),
)
"""Option, what stands for its value in help, what it does."""


def add_filters(parser: Parser) -> None:
    """Add the filter options. Different ones combine with AND, repeats of one with OR."""
    group = parser.add_argument_group("filters (repeat one for OR, different ones combine with AND)")
    for name, value, meaning in OPTIONS:
        group.add_argument(name, metavar=value, action="append", default=[], help=meaning)


def is_filtered(options: Namespace) -> bool:
    """Whether any filter was given."""
    return any(getattr(options, name.removeprefix("--")) for name, _, _ in OPTIONS)
