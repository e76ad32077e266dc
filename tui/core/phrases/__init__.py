"""The words of English news about time, read by a small public convention and never guessed.

words       text -> words of the lexicon; any stranger and the phrase is not understood
report      the day the words hang on
days        one day: dates, weekdays, today
stretches   months, halves, seasons, years, weekends
relatives   "three days ago", "past week", "late last month"
parts       parts of the day and clock times
bounds      "by", "before", "shortly after", "since" and a time
points      a day with or without a time of day
grammar     hedges, bounds and ranges; `read_phrase` is the way in
"""

from tui.core.phrases.grammar import read_phrase
from tui.core.phrases.report import Report

__all__ = ["Report", "read_phrase"]
