"""The inputs of the fuzzer: texts, TOML made from the format's own tables, real files with bytes changed, tables, JSON."""

# ruff: noqa: E501, PLR0912 - a line per kind of input is easier to look over

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random

from tests.hostile import STRINGS, quoted
from tui.files.format import TABLES, Kind, Table

DATA = Path(__file__).parents[2] / "data"
WORDS = ["at least", "about", "around", "nearly", "dozens", "a few", "hundreds of", "more than", "up to", "between", "and", "or", "no", "one", "two hundred", "thousand", "million", "so far", "Monday", "Tuesday", "last", "this", "next", "week", "weekend", "night", "yesterday", "today", "the other day", "morning", "noon", "midnight", "dawn", "on", "by", "until", "since", "before", "after", "early", "late", "mid", "June", "2016", "28", "1", "30th", "10:30", "10am", "5 p.m.", "GMT", "+03:00", "Z", "T", "2016-06-28", "2016-06-XX", "20XX", "201X", "Y170000", "/", "..", "~", "?", "%", "[", "]", "{", "}", ",", "-", "—", ":", ".", "killed", "wounded", "people", "twelve", "ninety", "0", "-1", "1.5", "1,000", "1 000", "10%", "1/2", "²", "½", "٤٠", "४", "Ⅳ", "十", "al-Bukamal", "Abu", "ibn", "van der", "O'Neill", "Dr.", "NSA", "the", "of", "Islamic State", "عبد", "Mohammed", "Muhammad", "J.", "Jr", "actor:", "verdict:conflict", "origins:<2", "-source:", '"', "'", "\\", "\x00", "\u202e", "hours ago", "past 24 hours", "in the last", "days", "spring", "Ramadan", "noon on", "century", "decade", "BC", "a dozen", "half", "scores", "couple", "handful", "several", "exactly", "approximately"]  # fmt: skip
CHARACTERS = "0123456789-/.~?%XYETZ:+, []{}\"'\\\n\t=#aeiou\u0301\u202e東\U0001f642\x00\x1b٣"


def any_text(random: Random) -> str:
    """A few words of news, dates, names and queries, some letters changed; or a string of the corpus."""
    if random.random() < 0.1:
        return random.choice(STRINGS)[:2000]
    glue = random.choice((" ", " ", " ", "", "-"))
    return _changed(glue.join(random.choices(WORDS, k=random.randint(1, 7))), random)


def _changed(text: str, random: Random) -> str:
    letters = list(text)
    for _ in range(random.choice((0, 0, 1, 1, 2, 5))):
        at = random.randint(0, len(letters))
        match random.randint(0, 3):
            case 0:
                letters.insert(at, random.choice(CHARACTERS))
            case 1:
                letters[at : at + 1] = random.choice(CHARACTERS)
            case 2:
                del letters[at : at + random.randint(1, 4)]
            case _:
                letters[at:at] = letters[max(0, at - 3) : at] * random.randint(1, 3)
    return "".join(letters)


@cache
def seeds() -> tuple[bytes, ...]:
    """Files of the demo, cut so that an input stays small."""
    found = sorted(DATA.rglob("*.toml"))
    return tuple(path.read_bytes()[:2500] for path in found)


def any_toml(random: Random) -> bytes:
    """A real file, or one made of the format, with bytes, lines and pieces changed."""
    data = bytearray(random.choice(seeds()) if random.random() < 0.7 else grammatical(random))
    other = random.choice(seeds())
    for _ in range(random.randint(1, 6)):
        at, size = random.randint(0, len(data)), random.choice((1, 1, 2, 8, 64))
        match random.randint(0, 6):
            case 0:
                data[at : at + 1] = bytes((random.randint(0, 255),))
            case 1:
                data[at:at] = random.choice(
                    (
                        b"\x00",
                        b"\xff",
                        b"\r\n",
                        b"\r",
                        b"\xef\xbb\xbf",
                        b"\xc3",
                        b"[[",
                        b"]]",
                        b"{",
                        b'"',
                        b"'''",
                        b'"""',
                        b"=",
                        b".",
                        b"\\u",
                        b"#",
                    )
                )
            case 2:
                del data[at : at + size]
            case 3:
                data[at:at] = data[at : at + size] * random.randint(1, 5)
            case 4:
                start = random.randint(0, len(other))
                data[at:at] = other[start : start + size]
            case 5:
                lines = bytes(data).split(b"\n")
                random.shuffle(lines)
                data = bytearray(b"\n".join(lines) if random.random() < 0.3 else bytes(data))
            case _:
                data[at:at] = random.choice(STRINGS)[:200].encode("utf-8", "replace")
    return bytes(data)


def grammatical(random: Random) -> bytes:
    """TOML that follows the format: its tables and keys, mostly values of the right kind, ids that often hold."""
    tables = random.choices(TABLES, [1, 4, 2, 2, 1, 2, 8, 0, 1, 1, 1], k=random.randint(1, 12))
    return "\n".join(_table(table, random) for table in tables).encode("utf-8", "replace")


def _table(table: Table, random: Random) -> str:
    head = table.header if random.random() < 0.97 else f"[{table.name}]"
    keys = [key for key in table.keys if (key.required and random.random() < 0.95) or random.random() < 0.35]
    lines = [f"{key.name} = {_of_kind(key.kind, key.choices, random)}" for key in keys]
    if random.random() < 0.08:
        lines.append(f"{quoted(any_text(random))} = {_wild(random)}")
    return "\n".join([head, *lines])


def _name(random: Random) -> str:
    return random.choice(
        ("a", "b", "c", "a/e", "b/e", "a/report-1", "e", "f", "x.y", "figures.killed", "claims.c", "when")
    )


def _of_kind(kind: Kind, choices: tuple[str, ...], random: Random) -> str:
    if random.random() < 0.12:
        return _wild(random)
    text, several = (
        quoted(any_text(random)),
        f"[{', '.join(quoted(any_text(random)) for _ in range(random.randint(0, 3)))}]",
    )
    match kind:
        case Kind.ID | Kind.REPORT_ID | Kind.REFERENCE | Kind.FIELD_NAME:
            return quoted(_name(random))
        case Kind.TEXTS:
            return random.choice((several, f'["{_name(random)}", "{_name(random)}"]'))
        case Kind.CHOICE:
            return quoted(random.choice(choices))
        case Kind.FLAG:
            return random.choice(("true", "false"))
        case Kind.NUMBER | Kind.COUNT:
            return random.choice(("1", "2", "5.5", "-1", "0", "1e300", "-0.0"))
        case Kind.SIGLUM:
            return quoted(random.choice(("AB", "CD", "東京", "A B")))
        case Kind.ZONE:
            return quoted(random.choice(("UTC", "Asia/Damascus", "Europe/Berlin", "America/New_York", "Pacific/Apia")))
        case Kind.DENIAL | Kind.IDENTITY:
            return random.choice(("true", "false", '"disputed"', '["figures.killed"]', '["when"]'))
        case Kind.TIME:
            return random.choice(
                (text, "2016-06-28", "2016-06-28T10:30:00Z", "0001-01-01", "9999-12-31T23:59:59+14:00", "10:30:00")
            )
        case Kind.FIGURES | Kind.CLAIMS | Kind.ROLES | Kind.VALUES | Kind.COLUMNS | Kind.RANGES | Kind.NARROWER:
            inside = random.choice((text, several, "[1, 2]", "40", "[1, 2, 3, 4]", "true", "nan", "1e400"))
            return random.choice((f"{{ killed = {inside}, c = {text} }}", f"{{ {text} = {inside} }}", text, "{}"))
        case Kind.GROUPS:
            return f"[{several}, {several}]"
        case _:
            return random.choice((text, several)) if kind is Kind.ONE_OR_MORE else text


def _wild(random: Random) -> str:
    return random.choice((
        "1", "-1", "nan", "-inf", "inf", "1e400", "9" * 30, "9" * 400, "0x" + "f" * 90, "true", '""', "[]", "{}", "[[]]", "[[1]]", '[""]', "{ a = { b = 1 } }",
        "1979-05-27", "07:32:00", "0001-01-01T00:00:00-23:59", "9999-12-31T23:59:59-23:59", "[" * 200 + "]" * 200, '[1, "a", true]', "1_000", "'''\n'''",
    ))  # fmt: skip


def any_table(random: Random) -> bytes:
    """CSV with a header of a known tool or none, cells of any text, some bytes changed."""
    names = random.choice(HEADERS)
    rows = [[random.choice((any_text(random)[:60], str(random.randint(-5, 9999)), "2016-06-28", "")) for _ in range(len(names) + random.choice((0, 0, 0, 1, -1)))] for _ in range(random.randint(0, 4))]  # fmt: skip
    mark = random.choice((",", ",", ";", "\t"))
    text = "\n".join(
        mark.join('"' + cell.replace('"', '""') + '"' if random.random() < 0.9 else cell for cell in row)
        for row in [list(names), *rows]
    )
    data = bytearray(text.encode("utf-8", "replace"))
    for _ in range(random.choice((0, 0, 1, 3))):
        at = random.randint(0, len(data))
        data[at : at + random.randint(0, 2)] = bytes((random.randint(0, 255),))
    return bytes(data)


HEADERS = (
    ("id", "relid", "year", "date_start", "date_end", "date_prec", "side_a", "side_b", "best", "low", "high", "where_coordinates", "latitude", "longitude", "country", "source_article", "deaths_a"),
    ("event_id_cnty", "event_date", "time_precision", "event_type", "actor1", "actor2", "location", "latitude", "longitude", "geo_precision", "source", "notes", "fatalities"),
    ("eventid", "iyear", "imonth", "iday", "approxdate", "country_txt", "city", "latitude", "longitude", "specificity", "summary", "gname", "nkill", "nwound", "scite1"),
    ("message", "datetime", "timestamp_desc", "tag"),
    ("table", "id", "source", "event", "when", "where", "figures.killed", "claims.c", "who.attacker"),
    ("report", "field", "value", "table"),
    ("a", "b", "c"),
)  # fmt: skip


def any_json(random: Random) -> bytes:
    """JSON of any shape, or lines of it, some bytes changed."""
    lines = [json.dumps(_value(random, 3)) for _ in range(random.randint(1, 4))]
    data = bytearray("\n".join(lines).encode())
    for _ in range(random.choice((0, 0, 1, 3))):
        at = random.randint(0, len(data))
        data[at : at + random.randint(0, 2)] = bytes((random.randint(0, 255),))
    return bytes(data)


def _value(random: Random, depth: int) -> object:
    if depth and random.random() < 0.6:
        keys = (
            "table",
            "id",
            "source",
            "when",
            "marks",
            "views",
            "filter",
            "place",
            "DOI",
            "title",
            "issued",
            "date-parts",
            "author",
            "message",
            "datetime",
            "a",
            "figures",
            "columns",
            "panes",
        )
        if random.random() < 0.6:
            return {random.choice(keys): _value(random, depth - 1) for _ in range(random.randint(0, 5))}
        return [_value(random, depth - 1) for _ in range(random.randint(0, 3))]
    return random.choice(
        (
            None,
            True,
            0,
            -1,
            1.5,
            10**30,
            1e308,
            "",
            "e",
            "report",
            "2016-06-28",
            any_text(random),
            [[2016, 6, 28]],
            float("nan"),
        )
    )
