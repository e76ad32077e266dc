"""Which reports tell of the same event: what is compared, by which weights, and how reports come together. Pure values.

accounts and readings (what of a report is compared) · words, common_words, mentions, acts, aftermath (terms of prose; ages, days and
kinds of act that it names; what came after) · crowds (how much else is as near) · corpora (all accounts, their rarities, an inverted
index) · evidence (how two accounts lie to each other, field by field) · weights and table (what that is worth, as data) ·
comparisons (scored pairs) · learning (weights fitted to one dossier) · clusters (average link) · reasons · links (all of it,
decisions respected) · accepting and previews (what a decision names, and what it would change)
"""
