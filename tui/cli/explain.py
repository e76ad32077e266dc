"""`rashomon explain`: how a time, a number or two names are read, and by which rule."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.asks import NAME_KINDS, Answer, Ask, answer_of
from tui.cli.exits import Exit
from tui.cli.explain_batch import run_batch
from tui.cli.output import PROSE_WIDTH, put_json, put_lines, text_width
from tui.cli.parsing import Parser, add_format
from tui.errors import UsageError
from tui.files.spelling import nearest

SUBJECTS = ("when", "number", "name")


def parser() -> Parser:
    """Options and help."""
    built = Parser(
        "explain", operands="when|number|name TEXT [TEXT]",
        summary="How a text is read: its bounds and the rule that gave them. With two texts, how they stand to each\n"
        "other. Names always come in twos. Exit code 1 when a text is not understood.\n\n"
        "--batch reads JSON Lines from standard input, such as {\"text\": \"Tuesday\", \"published\": \"2016-06-29\"}\n"
        "or {\"a\": \"…\", \"b\": \"…\"}, and writes one JSON object a line, in order; it exits 0.",
        examples=(
            "rashomon explain when 'by Wednesday morning' --published 2016-06-29 --timezone Asia/Damascus",
            "rashomon explain when 2016-06-26 'at the weekend' --published 2016-06-29",
            "rashomon explain number dozens 36",
            "rashomon explain name 'Mozahem al-Saloum' 'Muzahem al-Sallum' --kind person",
            "rashomon explain number --batch < lines.jsonl",
        ),
        words=SUBJECTS,
    )  # fmt: skip
    add_format(built, "text", "json")
    add = built.options.add_argument
    add("--published", metavar="DATE", help="when the source was published: relative words hang on it")
    add("--timezone", metavar="ZONE", default="UTC", help="IANA zone of the events, default UTC")
    add("--source-timezone", metavar="ZONE", help="IANA zone of the outlet")
    add("--kind", choices=NAME_KINDS, help="what the names name")
    add("--batch", action="store_true", help="JSON Lines in, JSON Lines out")
    return built


def run(options: Namespace) -> Exit:
    """Explain, and exit 1 when a text is not understood."""
    subject, texts = _subject(options.operands)
    default = Ask(
        published=options.published, timezone=options.timezone, source_timezone=options.source_timezone,
        kind=options.kind,
    )  # fmt: skip
    if options.batch:
        if texts:
            raise UsageError("--batch reads its texts from standard input", hint="leave out the texts, or --batch")
        return run_batch(subject, default)
    answer = _answer(subject, texts, default)
    if options.format == "json":
        put_json(answer.shown)
    else:
        put_lines(answer.lines(min(text_width(), PROSE_WIDTH)))
    return Exit.DONE if answer.understood else Exit.FINDINGS


def _answer(subject: str, texts: list[str], default: Ask) -> Answer:
    if subject == "name" and len(texts) != 2:
        raise UsageError("`rashomon explain name` takes two names", hint="quote each: explain name 'A B' 'C D'")
    if not 1 <= len(texts) <= 2:
        raise UsageError(f"`rashomon explain {subject}` takes one text or two", hint="quote a text of several words")
    return answer_of(subject, [default.of(text) for text in texts])


def _subject(operands: list[str]) -> tuple[str, list[str]]:
    if not operands:
        raise UsageError("nothing to explain", hint=f"one of: {', '.join(SUBJECTS)}; see `rashomon explain --help`")
    subject, *texts = operands
    if subject not in SUBJECTS:
        near = nearest(subject, SUBJECTS)
        hint = f"did you mean `rashomon explain {near}`?" if near else f"one of: {', '.join(SUBJECTS)}"
        raise UsageError(f"cannot explain {subject!r}", hint=hint)
    return subject, texts
