"""Small pieces of HTML. Text of other people goes in through `text` alone, and comes out as text whatever it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from tui.view.citations import Citation
from tui.view.marks import Mark
from tui.view.safety import safe


def text(words: str) -> str:
    """Words as HTML text or as the value of a quoted attribute: nothing in them is obeyed, hidden or reordered."""
    return escape(safe(words), quote=True)


def foreign(words: str, *, kind: str = "") -> str:
    """Words of a file inside a line of ours, so that right-to-left ones reorder nothing around them."""
    name = f' class="{kind}"' if kind else ""
    return f"<bdi{name}>{text(words)}</bdi>"


def mark(sign: Mark, words: str) -> str:
    """Glyph and words; the glyph is not read aloud, the words say the same."""
    glyph = f'<span class="glyph" aria-hidden="true">{text(sign.glyph)}</span>'
    return f'<span class="mark {sign.role}">{glyph} {text(words)}</span>'


def link(anchor: str, words: str) -> str:
    """A link inside the document; `anchor` is one of ours, never text of a file."""
    return f'<a href="#{anchor}">{words}</a>'


class Sigla:
    """The sigla of the sources as HTML, each made once."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        """Sigla of these citations."""
        self._plain: dict[str, str] = {}
        self._linked: dict[str, str] = {}
        for cited in citations:
            siglum, name = foreign(cited.siglum), text(cited.name)
            self._plain[cited.source] = f'<span class="siglum" title="{name}">{siglum}</span>'
            self._linked[cited.source] = f'<a class="siglum" href="#{cited.anchor}" title="{name}">{siglum}</a>'

    def plain(self, source: str) -> str:
        """The siglum of a source; its id where the source is unknown."""
        return self._of(self._plain, source)

    def linked(self, source: str) -> str:
        """The siglum, leading to the citation."""
        return self._of(self._linked, source)

    def several(self, sources: Iterable[str]) -> str:
        """Several, a space between them."""
        return " ".join(self.plain(source) for source in sources)

    def _of(self, made: Mapping[str, str], source: str) -> str:
        return made.get(source) or f'<span class="siglum">{foreign(source)}</span>'
