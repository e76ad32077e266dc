"""Dates as EDTF (ISO 8601-2, as the Library of Congress profiles it) writes them, and the news forms it lacks.

dates        one date: digits, `X`, qualifiers, seasons, long years
clocks       one date with a time of day, offset or zone
expressions  intervals and sets of these; `read_edtf` is the way in
"""

from tui.core.edtf.dates import Stated
from tui.core.edtf.expressions import read_edtf

__all__ = ["Stated", "read_edtf"]
