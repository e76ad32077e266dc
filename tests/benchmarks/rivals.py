"""The libraries a reading is measured beside, each as one plain function; those that are not installed are left out.

Install them apart from the project: `python -m venv ../bench-venv && ../bench-venv/bin/pip install -e '.[test]' edtf undate
dateparser parsedatetime jellyfish word2number text2num number-parser numerizer`.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

Validate = Callable[[str], bool]
Date = Callable[[str], datetime | None]
Ratio = Callable[[str, str], float]

REPORT_DAY = datetime(2016, 6, 29)


def edtf_parsers() -> dict[str, Validate]:
    """Name of the library -> whether it takes a text for EDTF."""
    found: dict[str, Validate] = {}
    if module := installed("edtf"):
        found["python-edtf"] = _valid(module.parse_edtf)
    if module := installed("undate"):
        found["undate"] = _valid(lambda text, parse=module.Undate.parse: parse(text, "EDTF"))
    return found


def date_parsers() -> dict[str, Date]:
    """Name of the library -> the one moment it reads in a phrase, or None."""
    found: dict[str, Date] = {}
    if module := installed("dateparser"):
        settings = {"RELATIVE_BASE": REPORT_DAY, "PREFER_DATES_FROM": "past"}
        found["dateparser"] = _quiet(lambda text, parse=module.parse: parse(text, settings=settings))
        found["dateparser, English only"] = _quiet(
            lambda text, parse=module.parse: parse(text, languages=["en"], settings=settings)
        )
    if module := installed("parsedatetime"):
        calendar = module.Calendar()

        def parsed(text: str) -> datetime | None:
            moment, certain = calendar.parseDT(text, sourceTime=REPORT_DAY)
            return moment if certain else None

        found["parsedatetime"] = _quiet(parsed)
    return found


def name_ratios() -> dict[str, Ratio]:
    """Name of the ratio -> likeness of two names; those of rapidfuzz are measured by `bench_names`."""
    module = installed("jellyfish")
    if not module:
        return {}
    return {
        "jellyfish jaro_winkler": module.jaro_winkler_similarity,
        "jellyfish jaccard": module.jaccard_similarity,
    }


def installed(name: str) -> Any:
    """The module, or None where it is not installed."""
    return importlib.import_module(name) if importlib.util.find_spec(name) else None


def _valid(parse: Callable[[str], object]) -> Validate:
    quiet = _quiet(lambda text: parse(text) is not None)
    return lambda text: bool(quiet(text))


def _quiet(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """The library's answer, or None where it gives up; what it prints goes nowhere."""

    def call(text: str) -> Any:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
            return parse(text)
        return None

    return call
