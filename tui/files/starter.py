"""The dossier that `rashomon new` writes: three invented sources on one invented event, each key explained where it stands.

It must load without a problem and hold exactly one discrepancy, so that whoever opens it sees what one looks like.
"""

from __future__ import annotations

from pathlib import Path

from tui.errors import CannotOpen, UsageError
from tui.files.walk import reason, shown_path

_DOSSIER = """\
# This folder is a dossier: everything that is known about one story, in plain TOML files.
# Sources, events and names here are invented. Change them, and delete what you do not need.
#
#   rashomon .         read it side by side
#   rashomon check .   find slips of the pen
#
# Any table may stand in any file. This file holds what the sources share; each source has a file of its own.

[dossier]
title       = "Fire at the Harbour Street depot"
description = "What three outlets say about one evening."
timezone    = "Europe/Lisbon"        # the zone of the events, for times that name none

# Actors and places bring spellings together. A name that is not listed here is fine too.
[[actor]]
id      = "fire-service"
name    = "Fire Service"
aliases = ["the fire brigade", "firefighters"]
kind    = "office"                   # person, group, state or office

[[place]]
id      = "depot"
name    = "Harbour Street depot"
aliases = ["the depot", "the bus depot"]

# What is known about a field lets its values be compared. The words of one list rule each other out.
[[field]]
id        = "claims.cause"
label     = "Cause"
exclusive = [["arson", "accident"]]

# An event needs no table of its own: reports that name the same event are about the same thing.
[[event]]
id    = "fire"
title = "Fire at the depot"
tags  = ["fire"]
"""

_GAZETTE = """\
# One source: a newspaper article. A file with one [source] table owns the reports in it.

[source]
id        = "gazette"
name      = "Evening Gazette"
kind      = "article"                # article, post, statement, interview, image, video or dataset
title     = "Nine hurt as depot burns"
published = 2024-03-06               # words such as "on Tuesday" are read from here
timezone  = "Europe/Lisbon"
language  = "en"
credits   = ["Northern Wire"]        # agencies named in the byline
grade     = "B"                      # how reliable the source is, A to F

# One report: what this source says about one event. Leave out what it does not say.
[[report]]
event   = "fire"
when    = "Tuesday evening"          # the source's own words; or 2024-03-05, or "2024-03-05T19"
where   = "the bus depot"
who     = { responder = "Fire Service" }         # by role; or a plain list of names
what    = "A fire broke out in the workshop and spread to the roof."
figures = { injured = 9, evacuated = "dozens" }  # numbers, [10, 20], or words
claims  = { cause = "accident" }                 # everything else that can be compared
said_by = "a police spokeswoman"     # who it first came from
locator = "para 2"                   # where to find it again
"""

_RADIO = """\
# A second source on the same evening. It names another cause: that is the discrepancy.
# Its day and its place agree with the newspaper's in other words, and its smaller number of injured is an earlier
# count: none of that is held against it.

[source]
id        = "radio"
name      = "Radio Foz"
kind      = "post"
published = 2024-03-05T21:30:00Z
language  = "en"

[[report]]
event   = "fire"
when    = 2024-03-05
where   = "Harbour Street depot"
who     = { responder = "firefighters" }
what    = "Firefighters were still at work late in the evening."
figures = { injured = 4 }
claims  = { cause = "arson" }
said_by = "Fire Service"
quote   = "four people were treated"
locator = "second sentence"
# as_of = 2024-03-05T21:00:00Z       # when the figures stood so, if that is not the publication
"""

_COUNCIL = """\
# A third source says less. What it leaves unsaid is silence, never a contradiction.

[source]
id        = "council"
name      = "Town Council"
kind      = "statement"
published = 2024-03-07
language  = "en"

[[report]]
event   = "fire"
when    = "2024-03-05"
where   = "the depot"
what    = "The council thanks all who helped and promises an inquiry."
said_by = "council"                  # the source's own id: it speaks for itself
locator = "statement"
note    = "Ask when the inquiry is due."
"""


def starter() -> dict[str, str]:
    """The files of the starter dossier: name and text."""
    return {"dossier.toml": _DOSSIER, "council.toml": _COUNCIL, "gazette.toml": _GAZETTE, "radio.toml": _RADIO}


def write_starter(folder: str) -> None:
    """Write the starter dossier into a folder that is new or empty.

    Raises `UsageError` when something is there already, `CannotOpen` when it cannot be written.
    """
    target = Path(folder)
    try:
        if target.exists() and not target.is_dir():
            raise UsageError(f"{shown_path(target)} is a file", hint="name a folder that does not exist yet")
        if target.is_dir() and next(target.iterdir(), None) is not None:
            raise UsageError(f"{shown_path(target)} is not empty", hint="name a folder that does not exist yet")
        target.mkdir(parents=True, exist_ok=True)
        for name, text in starter().items():
            with (target / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except (OSError, ValueError) as error:
        raise CannotOpen(f"cannot write to {shown_path(target)}: {reason(error)}") from error
