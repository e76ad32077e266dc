"""A new report by form, written at the end of the file of its source."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from tui.files.decisions import report, typed
from tui.files.literals import Pairs, Value
from tui.files.save import read
from tui.files.targets import ids_in
from tui.files.walk import SUFFIX
from tui.screens.correcting import Correcting
from tui.screens.desk import Answer
from tui.screens.form import FormScreen
from tui.screens.offers import asking
from tui.view.new_reports import listed, paired, report_form, source_named


class Reporting(Correcting):
    """The part of a screen about an event that adds reports."""

    def do_add_report(self) -> None:
        """Ask for a report, of the selected event and source first."""
        row, _ = self.pointed()
        here = self.pointed_report()
        source = here.source if here is not None else next((one.id for one in self.scene.sources), "")
        form = report_form(row, self.scene.siglum(source) if source else "", self.scene)
        self.app.push_screen(FormScreen(form, self._send_report, self.session.desk, clash=asking(self)), self.written)

    def _send_report(self, values: Mapping[str, str]) -> Answer:
        identity = source_named(values["source"], self.scene) or ""
        source = self.scene.source(identity)
        path = source.position.file if source is not None else ""
        if not path.endswith(SUFFIX):
            return f"{values['source']} stands in no TOML file that a report could be added to"
        said = _values(values)
        named = self._id_for(identity, values["event"], path)
        head: dict[str, Value] = {"id": named} if named else {}
        edit = report(head | {"source": identity, "event": values["event"]} | said)
        return self.session.desk.write(path, edit, self.store)

    def _id_for(self, source: str, event: str, path: str) -> str:
        """An id of its own where a report has the default one: decisions that name that one must not come to mean two.

        The file may have got reports since it was read.
        """
        default, text = f"{source}/{event}", read(path)
        stated = ids_in(text, "report") if isinstance(text, str) else ()

        def is_there(name: str) -> bool:
            return self.store.report(name) is not None or name in stated

        if not event or not is_there(default):
            return ""
        return next(name for number in count(2) if not is_there(name := f"{default}-{number}"))


def _values(values: Mapping[str, str]) -> dict[str, Value]:
    said: dict[str, Value] = {"when": typed("when", values["when"])}
    for key in ("where", "said_by"):
        said[key] = _one_or_more(values[key])
    said["who"] = _roles(values["who"])
    for key in ("figures", "claims"):
        pairs = paired(values[key])
        made = (
            tuple((name, typed(f"{key}.{name}", words)) for name, words in pairs) if not isinstance(pairs, str) else ()
        )
        said[key] = Pairs(made) if made else ""
    return said | {key: values[key] for key in ("what", "quote", "locator")}


def _one_or_more(text: str) -> Value:
    names = listed(text)
    return names[0] if len(names) == 1 else names


def _roles(text: str) -> Value:
    pairs = paired(text) if "=" in text else ()
    if pairs and not isinstance(pairs, str):
        return Pairs(tuple((role, name) for role, name in pairs))
    return _one_or_more(text)
