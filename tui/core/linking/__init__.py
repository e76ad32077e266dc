"""Which reports tell of the same event: what is compared, by which weights, and how reports come together. Pure values.

accounts (what of a report is compared) and readings (the accounts of a dossier) · words and common_words (terms of prose) ·
corpora (all accounts, with rarities and an inverted index) · evidence (how two accounts lie to each other, field by field) ·
weights and table (what that is worth, as data) · comparisons (scored pairs) · clusters (average link) · reasons · links
"""
