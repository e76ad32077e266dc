"""The explorer: its options, themes, what its terminal can show."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.events import Key
from textual.filter import LineFilter
from textual.screen import Screen

from tui.app.reading import FilesChanged
from tui.app.recolouring import Recolouring
from tui.app.telling import Telling
from tui.app.views import Views
from tui.app.watching import FilesWatch
from tui.core.progress import Listener
from tui.screens.opening import OpeningScreen
from tui.widgets.filters import AsciiFilter, UncolouredFilter
from tui.widgets.stylesheets import ParsedOnce
from tui.widgets.themes import THEMES, variables

if TYPE_CHECKING:
    from tui.core.filters import Filter
    from tui.core.problems import Problem
    from tui.files.remembering import Shelf
    from tui.index.store import Store
    from tui.screens.base import ExplorerScreen
    from tui.screens.desk import Desk
    from tui.screens.exporting import Exports
    from tui.view.keymap import Keymap


# A line remembers what each filter made of it: each is one and the same.
_ASCII, _UNCOLOURED = AsciiFilter(), UncolouredFilter()


@cache
def _sixteen(name: str) -> LineFilter:
    from tui.widgets.sixteen import SixteenFilter  # noqa: PLC0415  (few terminals have no more)

    return SixteenFilter(next(known.variables for known in THEMES.values() if known.name == name))


class Explorer(Recolouring, Telling, Views):
    """A dossier in the terminal. Its result is the exit code."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "roles.tcss", "windows.tcss"]
    TITLE = "rashomon"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        open_store: Callable[[], Store],
        *,
        ascii_only: bool = False,
        theme: str | None = None,
        keep: Filter | None = None,
        listener: Listener | None = None,
        shelf: Callable[[], Shelf] | None = None,
        first_visit: bool = False,
        keymap: Keymap | None = None,
        faults: Sequence[Problem] = (),
        files: Callable[[], Hashable] | None = None,
        read_only: bool = False,
        desk: Callable[[], Desk] | None = None,
        exports: Callable[[], Exports] | None = None,
    ) -> None:
        """`listener` hears from `open_store` how far it is, and can end it.

        `open_store` is called in a thread after the first paint, and again after each edit.

        `shelf` gives what is remembered of the dossier, in the same thread; without one nothing is.
        `first_visit` tells how to begin, though somebody was told before.

        `keymap` is what a person has chosen of keys; `faults` are told once the dossier is open.

        `files` tells what state the files are in; when it changes they are read again. It is called in a thread.

        `read_only` refuses what touches this computer: editor, browser, pictures.

        `desk` gives where everything is written, in the same thread; one of its own where it is None.

        `exports` gives what files can be written in, when it is asked for; nothing can be exported where it is None.

        `theme` is one of `THEMES` or the name of any theme of Textual; dark where it is None.
        """
        super().__init__()
        self._open_store = open_store
        self._ascii = ascii_only
        self._read_only = read_only
        self._give_desk = desk
        self._give_exports = exports
        self._watch = FilesWatch(files, lambda: self.post_message(FilesChanged())) if files is not None else None
        self._keep = keep
        self._listener = listener or Listener()
        self._shelf = shelf
        self._first_visit = first_visit
        self._chosen_keys = keymap
        self._faults = tuple(faults)
        self.animation_level = "none"
        for known in THEMES.values():
            self.register_theme(known)
        asked = THEMES.get(theme or "dark")
        self.theme = asked.name if asked is not None else str(theme)
        self.stylesheet = ParsedOnce(variables=self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colour names for themes that do not know them."""
        return variables(dark=self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What the terminal cannot show is taken out; our own themes leave no colour to it to translate."""
        ours = next((known for known in THEMES.values() if known.name == self.theme), None)
        if self.no_color:
            filters: list[LineFilter] = [_UNCOLOURED]
        elif ours is None:
            filters = list(super().get_line_filters())
        else:
            few = ours.dark and not self.is_headless and self.console.color_system == "standard"
            filters = [_sixteen(ours.name)] if few else []
        return [*filters, _ASCII] if self._ascii else filters

    def get_default_screen(self) -> Screen[None]:
        """One line, at once."""
        return OpeningScreen(self._listener)

    def stays(self, key: Key) -> bool:
        """Moves of a view that stands."""
        view = self._view()
        return view is not None and view.is_mounted and key.key in view.staying()

    def keeps(self) -> bool:
        """A view whose list is still being read; the timeline under a window or view, too, which looks for what was asked there."""
        return any(view.led_on for view in self._keepers())

    def lets_be(self, key: Key) -> bool:
        """What leads back."""
        view = self._view()
        return view is not None and key.key in view.leaving_keys()

    def let_be(self) -> None:
        """The view will not do it."""
        for view in self._keepers():
            view.let_be()

    def _keepers(self) -> list[ExplorerScreen]:
        """The view on top, where one is, and the timeline."""
        if self._session is None:
            return []
        from tui.screens.base import ExplorerScreen  # noqa: PLC0415  (screens load after the first paint)

        views = [screen for screen in self.screen_stack if isinstance(screen, ExplorerScreen)]
        return [view for view in views if view is views[0] or view is self.screen]

    def _view(self) -> ExplorerScreen | None:
        return next((view for view in self._keepers() if view is self.screen), None)
