"""The weights that are shipped: for each row of the evidence, points of a measure and what they are worth in bits.

Fitted by logistic regression, rows monotone, to labelled pairs of public corpora: US local news of shootings with a registry
(Gun Violence Archive, SemEval-2018 task 5), news without dates (ECB+, topics 1-35), and generated records of coded data sets
with times and places blurred. The rows of two coded records were fitted later than the others, which were kept: fitted anew with
them, those did better on the news and worse on the dossiers in `data/`, whose reports are a line long. What the rows reach on
halves of those corpora that they were not fitted to is measured by `tests/benchmarks/bench_linking.py`.

No measurements, but set by hand, are `roles` and `acts`, which no corpus has, and the third point of `outlet`: nobody labelled
two reports of one article.
"""

from __future__ import annotations

from tui.core.linking.weights import Table

SHIPPED: Table = {
    # bits of so small a distance in time
    "when near": ((4, +0), (6, +1.78125), (8, +1.78125), (10, +3.34375)),
    # days between the two times
    "when gap": ((0, -0.75), (1, -1.1875), (3, -1.84375), (7, -2.59375), (30, -3.5625)),
    # days that both name
    "days named": ((0, -0.75), (1, +2.15625)),
    # days between publications
    "published": ((0, +0.28125), (1, -0.03125), (30, -0.03125), (180, -0.5), (700, -2.4375)),
    # days from a coded event to a publication
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
    # bits of the shared names
    "actors": ((0, -0.5), (4, +0.34375), (8, +0.34375), (14, +1.53125), (22, +2.5), (40, +5)),
    # actors that have one part in both, less those whose parts are turned
    "roles": ((-2, -2.5), (-1, -1.5), (0, -0.25), (1, +0.75), (2, +1.5)),
    # bits of the rarest shared place
    "places": ((4, -0.5), (6, +0.46875), (9, +1.28125), (12, +2.28125)),
    # kilometres from edge to edge
    "distance": ((10, +0.28125), (25, -0.09375), (60, -1.1875)),
    # bits of so small a distance on the map
    "where near": ((4, +0), (6, +0.625), (8, +1.40625), (10, +1.625), (12, +3.78125)),
    # bits of equal figures, less those that cannot both be true
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
    # shared ages less ages that the shorter list alone has
    "ages": ((-3, -2.125), (-2, -1.8125), (-1, -1.46875), (0, +0.90625), (1, +1.9375), (2, +2.84375), (3, +3.125)),
    # share of tags
    "tags": ((0, -2.5), (0.34, -0.34375)),
    # bits of the rarest shared kind of act
    "acts": ((0, -1), (2, +0), (10, +4)),
    # bits of the shared words
    "headline": ((0, +0.25), (4, +0.875), (8, +1.0625), (14, +1.84375), (22, +2.65625), (40, +2.8125)),
    # cosine
    "prose": (
        (0, -2.1875),
        (0.03, -2),
        (0.06, -0.375),
        (0.1, +0.9375),
        (0.15, +1.53125),
        (0.2, +1.78125),
        (0.3, +2.71875),
    ),
    # how many both use
    "rare words": ((0, -0.4375), (1, +0.3125), (2, +1.09375), (4, +2.3125)),
    # 0 two outlets, 1 one outlet, 2 one publication
    "outlet": ((0, +0.5625), (1, -1.65625), (2, -3.65625)),
    # the same of two coded records
    "coded when near": ((0, +0.03125), (2, +0.0625), (4, +0.0625), (6, +0.15625)),
    "coded when gap": ((0, +0.65625), (1, +0.34375), (3, -0.1875)),
    "coded distance": (
        (0, +2.125),
        (1, +1.65625),
        (3, +1.4375),
        (10, +1.21875),
        (25, +0.25),
        (60, -1.5625),
        (200, -2.15625),
    ),
    "coded where near": ((4, -1.25), (6, -0.125), (8, +1.125), (10, +1.75)),
    "coded figures": ((-4, -1.75), (-1, -0.90625), (0, +0.03125), (2, +0.6875), (4, +1.125)),
    "coded tags": ((0, -0.6875), (0.34, -0.09375), (0.67, +0.4375), (1, +1.125)),
    # bits by which another pair is likelier
    "best": ((0, +0.59375), (1, +0.03125), (2, -0.03125), (4, -0.4375), (8, -1.46875), (14, -2.21875)),
    # bits by which a record is likelier than the next of its data set
    "rival": (
        (-8, -4.5625),
        (-4, -3.65625),
        (-2, -2.125),
        (-1, -0.71875),
        (0, +0.15625),
        (1, +1.21875),
        (2, +2.03125),
        (4, +3.25),
        (8, +4),
    ),
}
