"""The weights that are shipped: for each row of the evidence, points of a measure and what they are worth in bits.

Fitted by logistic regression, rows monotone, to labelled pairs of public corpora: US local news of shootings with a registry
(Gun Violence Archive, SemEval-2018 task 5), news without dates (ECB+, topics 1-35), and generated records of coded data sets
with times and places blurred. What they reach on halves of those corpora that they were not fitted to is measured by
`tests/benchmarks/bench_linking.py`. The third point of `outlet` is no measurement: nobody labelled two reports of one article.
"""

from __future__ import annotations

from tui.core.linking.weights import Table

SHIPPED: Table = {
    # days the two times span together
    "when overlap": ((9, +0.1875), (17, -0.21875)),
    # days between the two times
    "when gap": ((0, -0.25), (1, -0.84375), (3, -1.53125), (7, -2.78125), (30, -4.40625)),
    # days that both texts name
    "days named": ((0, -0.46875), (1, +2.75)),
    # days between publications
    "published": ((8, +0.65625), (30, +0.59375), (180, +0.125), (700, -1.78125)),
    # days from a coded event to a publication
    "lag": (
        (-30, -2.90625),
        (-3, -1.71875),
        (-1, -0.3125),
        (0, +1.90625),
        (1, +1.75),
        (2, +1.03125),
        (4, +0.34375),
        (8, +0.375),
        (30, +0.3125),
        (365, -0.65625),
    ),
    # bits of the shared names
    "actors": ((0, -0.5), (4, +0.28125), (8, +0.28125), (14, +1.59375), (22, +2.46875), (40, +5.09375)),
    # bits of the rarest shared place
    "places": ((4, -0.5), (6, +0.6875), (9, +2.21875), (12, +2.96875)),
    # kilometres from edge to edge
    "distance": ((10, +0.28125), (25, -0.34375), (60, -1.375)),
    # figures that agree, by size, less those that do not
    "figures": ((-2, -2.59375), (-1, -1.5625), (0, -0.84375), (1, +1.3125), (2, +2.5625), (4, +2.78125)),
    # shared ages less ages that the shorter list alone has
    "ages": ((-3, -2.25), (-2, -1.8125), (-1, -1.40625), (0, +0.875), (1, +1.9375), (2, +3.03125), (3, +3.21875)),
    # share of tags
    "tags": ((0, -1.96875), (0.34, +0.125), (0.67, +0.28125), (1, +1.09375)),
    # bits of the shared words
    "headline": ((0, -0.125), (4, +0.40625), (8, +0.75), (14, +1.46875), (22, +2.3125), (40, +2.59375)),
    # cosine
    "prose": (
        (0, -2.3125),
        (0.03, -2.21875),
        (0.06, -0.46875),
        (0.1, +0.75),
        (0.15, +1.375),
        (0.2, +1.625),
        (0.3, +2.46875),
    ),
    # how many both use
    "rare words": ((0, -0.625), (1, +0.09375), (2, +0.875), (4, +1.96875)),
    # 0 two outlets, 1 one outlet, 2 one publication
    "outlet": ((0, +0.875), (1, -1.34375), (2, -3.34375)),
    # bits by which another pair is likelier
    "best": ((0, +1.40625), (1, +0.375), (2, +0.34375), (4, +0.09375), (8, -0.84375), (14, -1.8125)),
}
