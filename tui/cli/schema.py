"""`rashomon schema`: the dossier format as JSON Schema."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.exits import Exit
from tui.cli.output import put_json
from tui.cli.parsing import Parser
from tui.errors import UsageError
from tui.files.schema import schema


def parser() -> Parser:
    """Options and help."""
    return Parser(
        "schema", operands="", summary="JSON Schema of the dossier format, for editors that check TOML as you type.",
        examples=("rashomon schema", "rashomon schema > rashomon.schema.json"),
    )  # fmt: skip


def run(options: Namespace) -> Exit:
    """Print the schema."""
    if options.operands:
        raise UsageError("`rashomon schema` takes no PATH", hint="to check a dossier: rashomon check PATH")
    put_json(schema())
    return Exit.DONE
