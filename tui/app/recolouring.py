"""Another theme, in steps: Textual parses all styles, applies them to every part of every screen and lays out in one."""

from __future__ import annotations

from asyncio import sleep

from textual.app import App
from textual.dom import DOMNode

from tui.widgets.looks import Looks, Recoloured
from tui.widgets.stylesheets import ParsedOnce

_AT_ONCE = 3
"""Parts that are styled in a step."""


class Recolouring(App[int]):
    """An app that takes up other colours while it hears keys, and paints once all have them."""

    def refresh_css(self, animate: bool = True) -> None:
        """In steps where the colours are others."""
        sheet = self.stylesheet
        if isinstance(sheet, ParsedOnce) and not sheet.is_coloured(self.get_css_variables()):
            self.call_next(self._recolour, sheet)
        else:
            super().refresh_css(animate=animate)

    async def _recolour(self, sheet: ParsedOnce) -> None:
        with self.batch_update():
            sheet.set_variables(self.get_css_variables())
            for _ in sheet.parsing():
                await sleep(0)
            sheet.reparse()
            await sleep(0)
            for screen in reversed(self.screen_stack):
                parts: list[DOMNode] = list(screen.walk_children(with_self=True))
                while parts:
                    sheet.update_nodes(parts[:_AT_ONCE])
                    del parts[:_AT_ONCE]
                    await sleep(0)
                screen._css_update_count = self._css_update_count
            sheet.update_nodes([self])
            for looks in self.screen.query(Looks):
                for _ in looks.asking_again():
                    await sleep(0)
        await sleep(0)
        if self.screen_stack:
            self.screen._refresh_layout(self.size)
            self.screen.post_message(Recoloured())
