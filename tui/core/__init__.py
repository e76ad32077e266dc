"""The pure core: values in, values out; no disk, clock, environment or screen.

model problems judgements answers     the values: what files state, what is wrong with them, what is said of them
moments (edtf, phrases, calendar)     times as sources write them
quantities (numerals, hedges, ranges, counted_things) figures as sources write them
names (scripts, spellings, directories), places, actors
line origins lineages agreement       what lies on a line, who repeats whom, who agrees how often
verdicts                              the rules: readings that cannot all be true, and why
linking                               which reports tell of the same event, by weights an analyst can read
filters terms                         which events are in view
"""
