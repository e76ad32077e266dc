"""What kinds of act a short text tells of: "came down by air" and "helicopters set down fighters" are of one kind.

General verbs of news, chosen by hand; no line names a place, a side or a story. Who wants another kind adds a line.
"""

from __future__ import annotations

import re

MOST_LETTERS = 500
"""A text longer than this tells of so many acts that naming one says nothing."""
APART = 5
"""Words that may stand between two words of a phrase: "took the military airport back"."""
_WORD = re.compile("[a-z]+")
_KINDS = """
    air drop: airdrop, air drop, parachute, down by air, dropped by air, dropped from air, helicopter landed,
        helicopter set down, helicopter dropped, landed by air, landed by helicopter, set down by helicopter
    air attack: airstrike, air strike, air raid, warplane, bombed from air, drone strike, jets bombed, jets struck
    shelling: shelled, shelling, mortar, artillery, rockets fired, bombarded, bombardment
    explosion: exploded, explosion, blast, bomb, detonated, blew up
    capture: captured, seized, overran, overrun, conquered, took control, taken control, taken from, took town, fell to,
        stormed, lost to
    recapture: recaptured, retook, retaken, took back, taken back, regained, pushed back, pushed out, drove out, driven out,
        drove back, driven back, repelled, repulsed, withdrew, retreated, neither held, not held, not hold, counter attacked
    advance: advanced, pushed towards, moved towards, pushed into, marched
    opening: launched, launch, opened offensive, began offensive, started offensive, opened operation, began operation
    fighting: clash, clashed, fought, fighting, fight, battle, firefight
    ambush: ambush, ambushed
    execution: executed, execution, beheaded, hanged, crucified, put to death
    shooting: shot, shooting, gunfire, opened fire, gunman
    stabbing: stabbed, stabbing, knife
    abduction: abducted, abduction, kidnapped, kidnap, hostage
    arrest: arrested, arrest, detained, custody
    charge: charged with, indicted, sued, lawsuit, arraigned
    verdict: sentenced, convicted, acquitted, pleaded guilty, pled guilty, found guilty, verdict
    release: released, freed
    escape: escaped, escape
    siege: besieged, siege, encircled
    truce: truce, ceasefire, armistice
    agreement: signed, treaty, accord, agreed
    poison gas: chlorine, sarin, nerve agent, gas attack, chemical attack
    flight: fled, displaced, evacuated
    protest: protested, protest, demonstrated, demonstration, rallied, riot, rioted, strike action
    statement: declared, announced, told, warned, asked, statement
    training: trained, training
    support: supported, support, covered, cover
    control: control, held by, hands of, holds
    collision: collided, collision, crashed, crash, derailed, capsized, sank, rollover, ran into
    blaze: blaze, wildfire, arson, burned down, fire broke out, caught fire
    earthquake: earthquake, quake, aftershock, tremor
    flood: flooded, flood
    storm: hurricane, typhoon, tornado, cyclone
    outbreak: outbreak, epidemic, infected
    theft: stole, stolen, robbed, robbery, theft, burglary, heist
    vote: elected, election, voted, referendum, nominated
    dismissal: resigned, resignation, stepped down, sacked, dismissed, fired as
    purchase: bought, acquired, acquisition, merger, takeover
    product: unveiled, introduced
    birth: born, gave birth
    death: died, dies, killed, dead, death
"""


def acts_in(text: str) -> frozenset[str]:
    """The kinds of act that a text of at most `MOST_LETTERS` letters tells of; none of a longer one."""
    if len(text) > MOST_LETTERS:
        return frozenset()
    words = [_STEMS[word] for word in _WORD.findall(text.lower())]
    return frozenset([
        kind for at, word in enumerate(words) for kind, phrase in _PHRASES.get(word, ()) if _follows(phrase, words, at)
    ])  # fmt: skip


def _follows(phrase: tuple[str, ...], words: list[str], at: int) -> bool:
    """Whether the other words of a phrase come after its first, in order."""
    for stem in phrase[1:]:
        try:
            at = words.index(stem, at + 1, at + 2 + APART)
        except ValueError:
            return False
    return True


def _stem(word: str) -> str:
    for end in ("ing", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) - len(end) > 2 and not word.endswith("ss"):
            word = word[: -len(end)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word


class _Stems(dict[str, str]):
    """Word -> stem, found once for each."""

    def __missing__(self, word: str) -> str:
        if len(self) > 1 << 15:
            self.clear()
        stem = self[word] = _stem(word)
        return stem


def _read(lines: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """First stem -> the kinds and whole phrases that begin with it."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    kind = ""
    for part in re.split(r",|\n", lines):
        head, colon, phrase = part.strip().rpartition(":")
        kind = head if colon else kind
        stems = tuple(map(_stem, phrase.split()))
        if stems:
            found.setdefault(stems[0], []).append((kind, stems))
    return found


_STEMS = _Stems()
_PHRASES = _read(_KINDS)
