"""Chains and webs of `derived_from` that no newsroom has: judged in steps that their size bounds, and without recursion."""

from __future__ import annotations

import pytest

from tests.builders import good_dossier
from tui.core.chains import HIGHEST
from tui.core.model import Report
from tui.core.origins import Provenance
from tui.core.verdicts.events import judge


def found(toml: str, event: str = "e") -> list[tuple[str, str]]:
    judged = next(each for each in judge(good_dossier(toml)).events if each.verdict.id == event)
    return [(str(finding.kind), finding.reason) for finding in judged.verdict.findings if finding.flagged]


def chain(length: int, last: str) -> str:
    """Sources that each repeat the next, and a report of the first and of the last; `last` is what the last repeats."""
    sources = "".join(
        f'[[source]]\nid = "s{n:05}"\nderived_from = ["{f"s{n + 1:05}" if n < length - 1 else last}"]\n'
        for n in range(length)
    )
    reports = "".join(f'[[report]]\nsource = "s{n:05}"\nevent = "e"\n' for n in (0, length - 1))
    return f'[[source]]\nid = "origin"\n{sources}{reports}'


def test_a_chain_of_five_thousand_is_no_circle() -> None:
    assert found(chain(5000, "origin")) == []


def test_reports_that_each_repeat_the_next_are_followed_a_bounded_way() -> None:
    known = {f"r{n}": Report(id=f"r{n}", source="s", derived_from=(f"r{n + 1}",)) for n in range(3 * HIGHEST)}
    asked: list[str] = []
    provenance = Provenance((), lambda name: known[name] if asked.append(name) is None else None, str)
    provenance.trace(known["r0"])
    assert len(asked) < 2 * HIGHEST


def test_a_circle_names_a_dozen_of_its_members() -> None:
    ((kind, reason),) = found(chain(30, "s00000"))
    assert kind == "circular"
    assert reason == (
        " → ".join(f"s{n:05}" for n in range(12))
        + " → 18 more → s00000: each says it repeats the next, so none is the origin."
    )


@pytest.mark.parametrize("back", ["", "t00a"])
def test_a_web_is_walked_through_once(back: str) -> None:
    """Forty layers of two sources that both repeat both of the next: a million million ways through it."""
    layers = 40
    web = "".join(
        f'[[source]]\nid = "t{n:02}{side}"\nderived_from = ["t{n + 1:02}a", "t{n + 1:02}b"]\n'
        for n in range(layers) for side in "ab"
    )  # fmt: skip
    end = "".join(
        f'[[source]]\nid = "t{layers}{side}"\n' + (f'derived_from = ["{back}"]\n' if back else "") for side in "ab"
    )
    kinds = [kind for kind, _ in found(f'{web}{end}[[report]]\nsource = "t00a"\nevent = "e"\n')]
    assert kinds == (["circular"] if back else [])
