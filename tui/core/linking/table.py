"""The weights that are shipped: for each row of the evidence, points of a measure and what they are worth in bits.

Of prose: fitted by logistic regression, rows monotone, to labelled pairs of public corpora, US local news of shootings with a registry
(Gun Violence Archive, SemEval-2018 task 5) and news without dates (ECB+, topics 1-35). Of coded records: fitted to generated ones,
times, places and traits blurred. What they reach on halves that they were not fitted to is measured by
`tests/benchmarks/bench_linking.py`.

Of two brief reports: as fitted to those corpora before pairs were told apart, but for time and place, which are set by hand from counts
among the 9 800 pairs compared in `data/syria-summer-2016`: of 352 pairs of one event none is stated more than two days or more than
10 km apart, and no two are published more than 16 days apart. Set by hand, too, are `roles` and `acts`, which no corpus has, and
the third point of `outlet`: nobody labelled two reports of one article. A row that is not here weighs nothing.
"""

from __future__ import annotations

from tui.core.linking.evidence import BRIEF, CODED, EVIDENCE, PROSE
from tui.core.linking.weights import Table

_PROSE: Table = {
    # bits of so small a distance in time
    "when near": ((4, +0), (6, +1.65625), (8, +2.21875), (10, +3.40625)),
    # days between the two times
    "when gap": ((0, -1.25), (1, -1.75), (3, -1.75), (7, -2.46875), (30, -2.875)),
    # days from one that both name to the later publication; -1 none
    "days named": ((-1, -0.625), (0, +0.03125), (1, +0.21875), (2, +1), (4, +1.65625), (8, +2.125), (30, +4.09375)),
    # days between publications
    "published": (
        (0, +0.8125),
        (1, +0.3125),
        (2, +0.1875),
        (4, -0.03125),
        (8, -0.21875),
        (30, -1.03125),
        (180, -1.4375),
        (700, -3.1875),
    ),
    # days from a coded event to a publication
    "lag": (
        (-30, -2.5625),
        (-3, -1.125),
        (-1, +0.625),
        (0, +3.5),
        (1, +3.0625),
        (2, +1.90625),
        (4, +0.8125),
        (8, +0.5),
        (30, +0.0625),
        (365, -0.65625),
    ),
    # bits of the shared names
    "actors": ((0, -0.5), (4, -0.21875), (8, -0.21875), (14, +0.59375), (22, +1.53125), (40, +3.34375)),
    # actors that have one part in both, less those whose parts are turned
    "roles": ((-2, -2.5), (-1, -1.5), (0, -0.25), (1, +0.75), (2, +1.5)),
    # bits of the rarest shared place
    "places": ((4, -0.5), (6, +0.59375), (9, +1.25), (12, +2.375)),
    # kilometres from edge to edge
    "distance": ((0, +0.28125), (1, +0.25), (60, +0.25), (200, -0.59375)),
    # bits of so small a distance on the map
    "where near": ((4, +0), (6, +0.09375)),
    # bits of equal figures, less those that cannot both be true
    "figures": (
        (-8, -1.46875),
        (-4, -0.71875),
        (-1, +0.0625),
        (0, +0.53125),
        (2, +0.59375),
        (4, +1.3125),
        (7, +1.90625),
        (10, +2.21875),
    ),
    # shared ages less ages that the shorter list alone has
    "ages": ((-3, -2.59375), (-2, -2.21875), (-1, -1.5), (0, +0.15625), (1, +1.65625), (2, +2.1875), (3, +2.5625)),
    # share of tags
    "tags": ((0, -1.625), (0.34, +0.34375), (0.67, +0.5), (1, +0.90625)),
    # bits of the rarest shared kind of act
    "acts": ((0, -1), (10, +4)),
    # bits of the shared words
    "headline": ((4, -0.5), (8, +0.1875), (14, +0.25), (22, +1.21875), (40, +2.03125)),
    # cosine
    "prose": (
        (0.03, -1.84375),
        (0.06, -0.25),
        (0.1, +0.96875),
        (0.15, +1.9375),
        (0.2, +2.1875),
        (0.3, +2.84375),
        (0.45, +3.46875),
    ),
    # how many both use
    "rare words": ((0, +0.125), (1, +0.75), (2, +1.53125), (4, +2.5625), (7, +2.90625)),
    # how many rare pairs of words both have
    "word pairs": ((0, -1.03125), (1, -0.0625), (2, +0.3125)),
    # words of what came after, in the one that has more
    "aftermath": ((1, -1.25), (2, -0.65625), (4, -0.09375), (8, +1.3125), (14, +2.0625)),
    # 0 two outlets, 1 one outlet, 2 one publication
    "outlet": ((0, +0.5625), (1, -1.59375), (2, -3.59375)),
}
"""Two reports of which one at least is more than a few words long."""
_BRIEF: Table = {
    "when near": ((4, +0), (6, +1.78125), (8, +1.78125), (10, +3.34375)),
    "when gap": ((0, -0.5), (1, -1.5), (2, -2.5), (3, -4), (8, -5.5), (30, -7)),
    "days named": ((-1, -0.75), (0, +2.15625)),
    "published": ((0, +1.5), (1, +1), (2, +0), (3, -1.5), (8, -2.5), (15, -3.5), (30, -5)),
    "lag": (
        (-30, -2.90625),
        (-3, -1.8125),
        (-1, -0.46875),
        (0, +1.71875),
        (1, +1.53125),
        (2, +0.78125),
        (4, +0.1875),
        (8, +0.3125),
        (30, +0.34375),
        (365, -0.6875),
    ),
    "actors": ((0, -0.5), (4, +0.34375), (8, +0.34375), (14, +1.53125), (22, +2.5), (40, +5)),
    "roles": ((-2, -2.5), (-1, -1.5), (0, -0.25), (1, +0.75), (2, +1.5)),
    "places": ((0, -1), (4, +0), (6, +1.5), (9, +2.5), (12, +3)),
    "distance": ((10, +0.25), (25, -2), (60, -4)),
    "where near": ((4, +0), (6, +0.625), (8, +1.40625), (10, +1.625), (12, +3.78125)),
    "figures": (
        (-8, -2.5625),
        (-4, -1.65625),
        (-1, -1.375),
        (0, -0.25),
        (2, +0.4375),
        (4, +1.34375),
        (7, +2.875),
        (10, +2.90625),
    ),
    "ages": ((-3, -2.125), (-2, -1.8125), (-1, -1.46875), (0, +0.90625), (1, +1.9375), (2, +2.84375), (3, +3.125)),
    "tags": ((0, -2.5), (0.34, -0.34375)),
    "acts": ((0, -1), (2, +0), (10, +4)),
    "headline": ((0, +0.25), (4, +0.875), (8, +1.0625), (14, +1.84375), (22, +2.65625), (40, +2.8125)),
    "prose": (
        (0, -2.1875),
        (0.03, -2),
        (0.06, -0.375),
        (0.1, +0.9375),
        (0.15, +1.53125),
        (0.2, +1.78125),
        (0.3, +2.71875),
    ),
    "rare words": ((0, -0.4375), (1, +0.3125), (2, +1.09375), (4, +2.3125)),
    "outlet": ((0, +0.5625), (1, -1.65625), (2, -3.65625)),
}
"""Two reports of a few words."""
_CODED: Table = {
    **_BRIEF,
    "when near": ((0, -1.125), (2, -1.125), (4, -0.65625), (6, +0.4375), (8, +0.8125), (10, +0.8125), (12, +0.8125)),
    "when gap": ((0, -1.03125), (1, -1.21875), (3, -1.40625), (7, -2.15625), (30, -2.15625), (365, -2.15625)),
    "published": ((0, +0.28125), (1, -0.03125), (30, -0.03125), (180, -0.5), (700, -2.4375)),
    "places": ((4, -0.5), (6, +0.46875), (9, +1.28125), (12, +2.28125)),
    "distance": (
        (0, +2.9375),
        (1, +2.78125),
        (3, +1.84375),
        (10, +0.625),
        (25, -0.53125),
        (60, -2.28125),
        (200, -2.6875),
        (1000, -2.6875),
    ),
    "where near": ((0, -1.125), (2, -1.125), (4, -1.125), (6, -0.6875), (8, +0.4375), (10, +1.59375), (12, +2)),
    "figures": (
        (-8, -1.71875),
        (-4, -1.71875),
        (-1, -0.90625),
        (0, -0.09375),
        (2, +0.53125),
        (4, +0.96875),
        (7, +0.96875),
        (10, +0.96875),
        (14, +0.96875),
    ),
    # bits of shared tags, less those that cannot both be true
    "traits": (
        (-12, -2.375),
        (-8, -1.34375),
        (-4, -1.1875),
        (-1, -0.40625),
        (2, +0.40625),
        (4, +0.5625),
        (6, +0.875),
        (9, +1.40625),
        (12, +2.125),
    ),
}
"""Two records of two data sets; what they say besides time, place, figures and traits weighs as in a few words."""
_OTHERS: Table = {
    # bits by which another pair is likelier
    "best": ((0, +0.71875), (1, +0.5), (4, +0.5), (8, -0.46875), (14, -1.625)),
    "brief best": ((0, +0.59375), (1, +0.03125), (2, -0.03125), (4, -0.4375), (8, -1.46875), (14, -2.21875)),
    # bits by which a record is likelier than the next of its data set
    "rival": (
        (-14, -4.71875),
        (-8, -4.71875),
        (-4, -4.5625),
        (-2, -2.96875),
        (-1, -1.8125),
        (0, +0.25),
        (1, +1.46875),
        (2, +3.15625),
        (4, +4.625),
        (8, +4.625),
        (14, +4.625),
    ),
}
_NOTHING = ((0.0, 0.0),)
_KINDS = {
    f"{kind}{key}": row
    for kind, rows in ((PROSE, _PROSE), (BRIEF, _BRIEF), (CODED, _CODED))
    for key, row in rows.items()
}
SHIPPED: Table = {**{row.key: _KINDS.get(row.key, _NOTHING) for row in EVIDENCE}, **_OTHERS}
