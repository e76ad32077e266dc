"""Dossier texts laid out in every way people lay them out, for laws about edits."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "x",
        "al-Bukamal",
        'he said "no"',
        "it's",
        "# no comment",
        "[[report]]",
        "a = 1",
        "{",
        "]",
        "back\\slash",
        "Ġ日本",
        "",
        '"""',
    ]
)
COMMENTS = st.sampled_from(["", "[[report]]", 'an "open', "it's = 1", "]", "é", '"""', "'''", "id = 'x'"])


@dataclass
class Writer:
    """Writes values with drawn quotes, spaces and comments; each comment has a number of its own."""

    draw: object
    comments: int = 0
    lines: list[str] = field(default_factory=list)

    def pick(self, *options):
        return self.draw(st.sampled_from(options))

    def comment(self) -> str:
        self.comments += 1
        return f"#c{self.comments}; {self.draw(COMMENTS)}"

    def maybe_comment(self, chance: int = 3) -> str:
        return self.pick("", " ", "  ") + self.comment() if self.pick(*range(chance)) == 0 else self.pick("", "", " ")

    def between(self) -> None:
        for _ in range(self.pick(0, 1, 1, 2, 3)):
            self.lines.append(self.pick("", "", "  ", self.comment()))

    def string(self, text: str, *, many: bool = False) -> str:
        quotes = [basic(text)]
        if "'" not in text and "\n" not in text:
            quotes.append(f"'{text}'")
        if many:
            opening = self.pick("", "\n", "\\\n   ")
            body = basic(text)[1:-1].replace("\\n", "\n")
            quotes.append(f'"""{opening}{body}"""' if opening or not body.startswith("\n") else f'"""\n{body}"""')
            if "'''" not in text and not text.endswith("'"):
                quotes.append(f"'''\n{text}'''")
        return self.pick(*quotes)

    def array(self, texts: list[str]) -> str:
        items = [self.string(text) for text in texts]
        if self.pick(0, 1):
            gap, trailing = self.pick("", " "), self.pick("", ",", " ,") if items else ""
            return f"[{gap}{self.pick(',', ', ', ' , ').join(items)}{trailing}{gap}]"
        indent, last = self.pick("  ", "    ", "\t"), self.pick(True, False)
        written = "[" + self.maybe_comment() + "\n"
        for number, item in enumerate(items):
            if self.pick(0, 0, 1):
                written += indent + self.comment() + "\n"
            comma = "," if last or number + 1 < len(items) else ""
            written += indent + item + self.pick("", " ") + comma
            written += self.maybe_comment() + "\n" if self.pick(0, 0, 0, 1) != 1 or not comma else ""
        if not written.endswith("\n"):
            written += "\n"
        return written + self.pick("", indent + self.comment() + "\n") + self.pick("", indent) + "]"

    def inline(self, pairs: dict[str, object]) -> str:
        gap = self.pick("", " ")
        inner = self.pick(", ", ",").join(
            f"{key}{self.pick('=', ' = ')}{self.value(value)}" for key, value in pairs.items()
        )
        return "{" + gap + inner + gap + "}"

    def value(self, value: object, *, many: bool = False) -> str:
        match value:
            case bool():
                return "true" if value else "false"
            case str():
                return self.string(value, many=many)
            case list() if all(isinstance(member, str) for member in value):
                return self.array(value) if many else "[" + ", ".join(self.string(member) for member in value) + "]"
            case dict():
                return self.inline(value)
            case _:
                return str(value)

    def table(self, name: str, values: dict[str, object]) -> None:
        """A table with its figures, claims and roles inline, dotted or below a header of their own."""
        indent, equals = self.pick("", "", "  "), self.pick(" = ", "=", "  =  ")
        width = self.pick(0, 0, 9)
        self.between()
        many = not name.startswith("=")
        bare = name.lstrip("=")
        header = self.pick(bare, f'"{bare}"') if self.pick(0, 0, 0, 1) else bare
        brackets = ("[[", "]]") if many else ("[", "]")
        self.lines.append(f"{indent}{brackets[0]}{self.pick('', ' ')}{header} {brackets[1]}{self.maybe_comment()}")
        below: list[tuple[str, dict[str, object]]] = []
        for key, value in values.items():
            if self.pick(0, 0, 0, 1):
                self.lines.append(self.pick("", indent + self.comment()))
            how = self.pick("inline", "dotted", "below") if isinstance(value, dict) and value else "inline"
            if how == "below":
                below.append((f"{bare}.{key}", value))
            elif how == "dotted":
                for inner, member in value.items():
                    self.line(f"{indent}{key}.{inner}", equals, 0, self.value(member, many=True))
            else:
                self.line(indent + self.pick(key, key, f'"{key}"'), equals, width, self.value(value, many=True))
        for path, inner in below:
            self.between()
            self.lines.append(f"{self.pick('', ' ')}[{path}]{self.maybe_comment()}")
            for key, value in inner.items():
                self.line(key, equals, 0, self.value(value, many=True))

    def line(self, key: str, equals: str, width: int, value: str) -> None:
        self.lines.append(f"{key.ljust(width)}{equals}{value}{self.maybe_comment()}")


def basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def report_values(draw, number: int) -> dict[str, object]:
    optional = {
        "event": st.sampled_from(["e", "f"]),
        "when": st.one_of(WORDS, st.just("2016-06-28T10:00")),
        "where": st.one_of(WORDS, st.lists(WORDS, min_size=1, max_size=3)),
        "who": st.one_of(
            st.lists(WORDS, min_size=1, max_size=3),
            st.dictionaries(st.sampled_from(["attacker", "defender"]), WORDS, min_size=1),
        ),
        "what": st.one_of(WORDS, st.just("two\nlines")),
        "figures": st.dictionaries(
            st.sampled_from(["killed", "wounded"]), st.one_of(st.integers(0, 99), st.just(1.5), WORDS), min_size=1
        ),
        "claims": st.dictionaries(st.sampled_from(["outcome", "target"]), st.one_of(WORDS, st.booleans()), min_size=1),
        "planned": st.booleans(),
        "tags": st.lists(WORDS, max_size=3),
    }
    keys = draw(st.lists(st.sampled_from(sorted(optional)), unique=True, max_size=6))
    values = {key: draw(optional[key]) for key in keys}
    if draw(st.booleans()):
        values = {"id": f"s/r{number}", **values}
    return values


@st.composite
def dossier_texts(draw) -> str:
    """A file with one source, some actors, events and reports in any order and layout."""
    writer = Writer(draw)
    for _ in range(draw(st.integers(0, 2))):
        writer.lines.append(writer.comment())
    writer.table("=source", {"id": "s", "name": draw(WORDS)})
    kinds = draw(st.permutations(["report", "report", "actor", "event", "report"]))
    for number, kind in enumerate(kinds):
        match kind:
            case "report":
                writer.table("report", report_values(draw, number))
            case "actor":
                aliases = {"aliases": draw(st.lists(WORDS, max_size=3))} if draw(st.booleans()) else {}
                writer.table("actor", {"id": "nsa", "name": "New Syrian Army", **aliases, "kind": "group"})
            case "event":
                writer.table("event", {"id": "e", "title": draw(WORDS)})
    writer.between()
    text = "\n".join(writer.lines) + draw(st.sampled_from(["", "\n", "\n\n"]))
    endings = draw(st.sampled_from(["\n", "\r\n", "mixed"]))
    if endings == "mixed":
        lines = text.split("\n")
        ends = draw(st.lists(st.sampled_from(["\n", "\r\n"]), min_size=len(lines), max_size=len(lines)))
        text = "".join(line + end for line, end in zip(lines[:-1], ends, strict=False)) + lines[-1]
    elif endings == "\r\n":
        text = text.replace("\n", "\r\n")
    return draw(st.sampled_from(["", "\ufeff"])) + text
