"""The rules that say whether readings can all be true: one small function for each kind of field, and what is done with the answers.

naming        how the sides of a comparison are called in a reason
comparisons   the answer to "how do these two values lie to each other?"
times numbers places actors categories   one kind of field each: read a claim, compare two values
kinds         the tuple of all kinds; a new kind is one entry
context       what a dossier declares, ready to be asked while judging
claims        reports taken apart into claims, with speaker and as-of
pairs         which readings are held against each other, and what comes of it
readings      claims grouped by value
fields        one field of one event: readings, echoes, updates, pairs, camps, verdict
voices updates   one voice against itself, copies that differ; figures that replace others, figures that fell
findings      of one event: circular, single-origin, a grade too high, one event that may be two
identities    two records, or two events, that look like one; questions: how that is asked
events        one event, and a whole dossier
"""
