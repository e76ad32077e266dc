"""Figures as news writes them: rules.md §4."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.counted_things import UNITS
from tui.core.line import EVERYTHING, Extent
from tui.core.quantities import DEFAULT_ROWS, Quantity, canonical, extent, read_quantity, row_named, row_names


def bounds(text, overrides=()):
    """Hard low, core low, core high, hard high; None when not understood."""
    quantity = read_quantity(text, overrides)
    if not quantity.understood:
        return None
    return (quantity.low, quantity.core_low, quantity.core_high, quantity.high)


TABLE = [
    ("43", (43, 43, 43, 43)),
    ("exactly 43", (43, 43, 43, 43)),
    ("10-20", (10, 10, 20, 20)),
    ("10–20", (10, 10, 20, 20)),
    ("between 50 and 60", (50, 50, 60, 60)),
    ("7 or 8", (7, 7, 8, 8)),
    ("[10, 20]", (10, 10, 20, 20)),
    ("at least 40", (40, 40, 80, None)),
    ("40 or more", (40, 40, 80, None)),
    ("no fewer than 12", (12, 12, 24, None)),
    ("16+", (16, 16, 32, None)),
    ("11 so far", (11, 11, 22, None)),
    ("an initial 11", (11, 11, 22, None)),
    ("more than 30", (31, 31, 45, None)),
    ("over 1", (2, 2, 2, None)),
    ("more than a hundred", (101, 101, 150, None)),
    ("up to 30", (0, 15, 30, 30)),
    ("as many as 30", (0, 15, 30, 30)),
    ("at most 7", (0, 3, 7, 7)),
    ("fewer than 20", (0, 10, 19, 19)),
    ("under 5", (0, 2, 4, 4)),
    ("nearly 5", (4, 4, 4, 5)),
    ("almost 100", (80, 90, 99, 100)),
    ("about 30", (24, 25, 35, 36)),
    ("some 300", (240, 250, 350, 360)),
    ("about 37", (29, 37, 37, 45)),
    ("around 3", (2, 3, 3, 4)),
    ("roughly 250", (200, 245, 255, 300)),
    ("a couple", (2, 2, 2, 3)),
    ("a few", (2, 3, 5, 9)),
    ("a handful", (3, 4, 6, 9)),
    ("several", (2, 3, 9, 24)),
    ("half a dozen", (5, 6, 6, 7)),
    ("a dozen", (10, 12, 12, 14)),
    ("dozens", (12, 24, 99, 199)),
    ("tens", (10, 20, 99, 199)),
    ("scores", (20, 40, 199, 399)),
    ("hundreds", (100, 200, 999, 1_999)),
    ("thousands", (1_000, 2_000, 9_999, 19_999)),
    ("tens of thousands", (10_000, 20_000, 99_999, 199_999)),
    ("hundreds of thousands", (100_000, 200_000, 999_999, 1_999_999)),
    ("millions", (1_000_000, 2_000_000, 9_999_999, 19_999_999)),
    ("many", (2, 2, None, None)),
    ("multiple", (2, 2, None, None)),
    ("a number of", (2, 2, None, None)),
    ("none", (0, 0, 0, 0)),
    ("no casualties", (0, 0, 0, 0)),
]
"""Every row of the table of rules.md §4, and its synonyms."""


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_the_table(text, expected):
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("two dozen", "24"),
        ("at least two dozen", "at least 24"),
        ("at least a dozen", "at least 12"),
        ("more than a dozen", "more than 12"),
        ("a dozen or so", "about 12"),
        ("twenty-odd", "20-odd"),
        ("some 30-odd people", "30-odd"),
        ("20-odd thousand", "20 thousand-odd"),
        ("no fewer than one hundred and fifty people", "at least 150"),
        ("At Least FORTY killed", "at least 40"),
        ("40+ killed", "at least 40"),
        ("≥ 40", "at least 40"),
        (">40", "more than 40"),
        ("~ 40", "about 40"),
        ("c. 40", "about 40"),
        ("approx. 40", "about 40"),
        ("an estimated 40", "about 40"),
        ("upwards of 40", "more than 40"),
        ("40 people or more", "at least 40"),
        ("at least 40 so far", "at least 40"),
        ("no more than 12", "up to 12"),
        ("not fewer than 12", "at least 12"),
        ("less than 12", "fewer than 12"),
        ("close to 12", "nearly 12"),
        ("a total of 12", "12"),
        ("12 people were killed", "12"),
        ("killed 12", "12"),
        ("34-year-old", "34"),
        ("34 years old", "34"),
        ("from 10 to 20", "10-20"),
        ("10 to 20", "10-20"),
        ("ten to twenty", "10-20"),
        ("one or two", "1-2"),
        ("6, 7 or 9", "6-9"),
        ("two or three dozen", "24-36"),
        ("20 to 30 thousand", "20000-30000"),
        ("2-3k", "2000-3000"),
        ("between one hundred and two hundred", "100-200"),
        ("between one hundred and twenty and one hundred and fifty", "120-150"),
        ("at least 30 but no more than 40", "30-40"),
        ("more than 30 but fewer than 40", "31-39"),
        ("dozens of people", "dozens"),
        ("several injured", "several"),
        ("many dozens", "dozens"),
        ("about dozens", "dozens"),
        ("no one", "0"),
        ("without casualties", "0"),
        ("not a single person", "0"),
        ("a single soldier", "1"),
        ("a pair", "2"),
        ("a few hundreds", "a few hundred"),
        ("two and a half thousand", "2.5 thousand"),
        ("exactly 2.3 million", "2300000"),
        ("2.3m", "2.3 million"),
        ("2.3 mn", "2.3 million"),
        ("more than 2.3 million", "more than 2300000"),
        ("at least 2.3 million", "at least 2300000"),
        ("about 2.3 million", "about 2300000"),
        ("nearly half a million", "nearly 500000"),
        ("up to a hundred", "up to 100"),
        ("30-40,000", "30000-40000"),
        ("3-4,000 troops", "3000-4000"),
        ("5.8-magnitude", "5.8"),
        ("43 confirmed dead", "43"),
        ("arrested 40 people", "40"),
        ("leaving at least 60 dead", "at least 60"),
        ("a death toll of at least 20", "at least 20"),
        ("30, possibly 40", "30-40"),
        ("dozens, if not hundreds", "dozens or hundreds"),
        ("Zero", "0"),
        ("1,200", "1200"),
        ("12.0", "12"),
        ("more than 10 000", "more than 10000"),
    ],
)
def test_wordings_that_mean_the_same(text, same_as):
    assert bounds(text) == bounds(same_as) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("several hundred", (200, 300, 900, 2_400)),
        ("a few dozen", (24, 36, 60, 108)),
        ("a couple of hundred", (200, 200, 200, 300)),
        ("several hundred thousand", (200_000, 300_000, 900_000, 2_400_000)),
        ("at least several dozen", (24, 36, 108, None)),
        ("at least hundreds", (100, 200, 999, None)),
        ("up to several dozen", (0, 36, 108, 288)),
        ("dozens or hundreds", (12, 24, 999, 1_999)),
        ("at least 10-20", (10, 10, 20, None)),
        ("about 10-20", (8, 10, 20, 24)),
        ("about 100", (80, 80, 120, 120)),
        ("about 2.5", (2, 2.45, 2.55, 3)),
        ("about 0.1", (0, 0.05, 0.15, 0.2)),
        ("at least 30-odd", (30, 31, 39, None)),
        ("more than 2.5", (2.5, 2.5, 3.75, None)),
        ("at least 1.5 million", (1_500_000, 1_500_000, 3_000_000, None)),
        ("up to 0", (0, 0, 0, 0)),
        ("at least 0", (0, 0, 0, None)),
        ("fewer than 1", (0, 0, 0, 0)),
    ],
)
def test_combinations(text, expected):
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.3 million", (2_200_000, 2_250_000, 2_349_999, 2_400_000)),
        ("7 million", (6_000_000, 6_500_000, 7_499_999, 8_000_000)),
        ("10k", (9_000, 9_500, 10_499, 11_000)),
        ("half a million", (400_000, 450_000, 549_999, 600_000)),
        ("fifteen hundred", (1_400, 1_450, 1_549, 1_600)),
        ("50.5", (50.4, 50.45, 50.549, 50.6)),
        ("65%", (64, 64.5, 65.49, 66)),
        ("exactly 65%", (65, 65, 65, 65)),
        ("0.0", (0, 0, 0, 0)),
        # Never wider than "about a hundred", though its last digit is worth a hundred.
        ("a hundred", (80, 80, 120, 120)),
        ("a million", (800_000, 800_000, 1_200_000, 1_200_000)),
        ("two hundred thousand", (160_000, 160_000, 240_000, 240_000)),
    ],
)
def test_a_rounded_figure_says_what_its_last_digit_says(text, expected):
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2300000", "A plain number: exactly what is written."),
        ("2.3 million", "A rounded figure: within half a unit of its last digit, at the widest a whole unit."),
        ("a million", "A rounded figure: within half a unit of its last digit, at the widest a fifth of it."),
        ("30-odd", "Table of numbers, 'N-odd': above N, short of the next figure as round; N itself still fits."),
        ("2,700 tonnes", "A plain number: exactly what is written. 'tonnes' is left out."),
        ("dozens of civilians", "Table of numbers, 'dozens': 24–99, at the widest 12–199. 'civilians' is left out."),
        (
            "14 strikes, including 3 at night",
            "A plain number: exactly what is written. 'strikes' and 'including 3 at night' are left out.",
        ),
    ],
)
def test_the_rule_says_how_it_was_read(text, rule):
    assert read_quantity(text).rule == rule


@pytest.mark.parametrize(
    ("text", "same_as", "unit", "group"),
    [
        ("65.4%", "65.4", "%", ""),
        ("65.4 percent", "65.4", "%", ""),
        ("65.4 per cent of voters", "65.4", "%", ""),
        ("4% to 5%", "4-5", "%", ""),
        ("2,700 tonnes", "2700", "tonnes", ""),
        ("12 kilometres", "12", "km", ""),
        ("$3.5m", "3.5 million", "dollars", ""),
        ("US$ 3.5m", "3.5 million", "dollars", ""),
        ("USD 3.5m", "3.5 million", "dollars", ""),
        ("3.5m USD", "3.5 million", "dollars", ""),
        ("3.5 million US dollars", "3.5 million", "dollars", ""),
        ("€1.2 billion", "1.2 billion", "euros", ""),
        ("$20-30 million", "20-30 million", "dollars", ""),
        ("two strikes", "2", "", ""),
        ("two Israeli air strikes", "2", "", ""),
        ("seven Iranian-made drones", "7", "", ""),
        ("one strike", "1", "", ""),
        ("12 houses destroyed", "12", "", ""),
        ("three ships sunk", "3", "", ""),
        ("hundreds arrested", "hundreds", "", ""),
        ("dozens of civilians", "dozens", "", "civil"),
        ("at least 20 civilians killed", "at least 20", "", "civil"),
        ("40 civilians or more", "at least 40", "", "civil"),
        ("one civilian", "1", "", "civil"),
        ("300 women and children", "300", "", "child and wom"),
        ("14, including 3 children", "14", "", ""),
        ("14 (including 3 children)", "14", "", ""),
        ("14 people, among them 3 children", "14", "", ""),
        ("killing at least 14 people, including women and children", "at least 14", "", ""),
        ("14 dead, three of them children", "14", "", ""),
    ],
)
def test_what_is_counted_is_left_out(text, same_as, unit, group):
    quantity = read_quantity(text)
    assert bounds(text) == bounds(same_as) is not None
    assert (quantity.unit, quantity.group) == (unit, group)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("less than 1%", (0, 0.5, 1, 1)),
        ("more than 5 percent", (5, 5, 7.5, None)),
        ("nearly 5%", (4, 4.5, 5, 5)),
        ("about 30 km", (24, 25, 35, 36)),
        ("more than 12 miles", (12, 12, 18, None)),
    ],
)
def test_what_is_measured_is_no_count(text, expected):
    """4.9 % is less than 5 %, and 5.2 km is more than 5 km: the "± 1" of counts is dropped (rules.md §4)."""
    assert bounds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "at least",
        "some",
        "people",
        "no",
        "unknown",
        "an unknown number",
        "not many",
        "few",
        "possibly 30",
        "1.200",
        "-5",
        "20-10",
        "120-30",
        "2016-06-28",
        "fewer than 0",
        "nearly dozens",
        "at least 15, mostly children",
        "40 dead and 30 wounded",
        "3 killed or 4 wounded",
        "40 families",
        "20 others",
        "dozens more",
        "no reports of casualties",
        "14 killed and 3 wounded",
        "14 killed, 3 wounded",
        "14 soldiers and 2 civilians",
        "14 soldiers, 2 civilians",
        "14 killed, including 3 children and 5 wounded",
        "14, not including 3 children",
        "14, excluding 3 children",
        "2 of the 5 hostages",
        "40 households",
        "40 degrees",
        "2.5 billion Syrian pounds",
        "a further 40 homes",
        "5 days ago",
        "5 pm",
        "12 May",
        "3 times",
        "two thirds",
        "20 suspected cases",
        "20 new cases",
        "43, up from 40",
        "30 deaths deny officials",
        "1990s",
        "no civilians",
        "a civilian",
        "one in ten",
        "$3m or €3m",
        "$3 percent",
        "5 of them",
        "40 in hospital",
        "up to many",
        "about at least 40",
        "a soldier",
        "[10]",
        "[20, 10]",
        "[1, 2, 3]",
        "\x00",
        "٪",
    ],
)
def test_what_is_not_understood_says_so(text):
    assert read_quantity(text) == Quantity(
        text=text,
        understood=False,
        low=None,
        high=None,
        core_low=None,
        core_high=None,
        bound=False,
        rule="Not understood: no figure of the table fits these words.",
    )
    assert extent(read_quantity(text)) == EVERYTHING


def test_only_bounds_are_firm():
    firm = {text for text, _ in TABLE if read_quantity(text).bound}
    assert firm == {
        "at least 40", "40 or more", "no fewer than 12", "16+", "11 so far", "an initial 11", "more than 30", "over 1",
        "more than a hundred", "up to 30", "as many as 30", "at most 7", "fewer than 20", "under 5", "many", "multiple",
        "a number of",
    }  # fmt: skip


def test_an_extent_is_the_same_bounds_on_the_line():
    assert extent(read_quantity("at least 40")) == Extent(40, 40, 80, inf, firm=True)
    assert extent(read_quantity("dozens")) == Extent(12, 24, 99, 199)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("FORTY-THREE", "43"),
        ("30+", "at least 30"),
        ("10-20", "10–20"),
        ("[10, 20]", "10–20"),
        ("7 or 7", "7"),
        ("dozens of people", "dozens"),
        ("no casualties", "0"),
        ("some 300", "about 300"),
        ("12.5", "12.5"),
        ("2.30M", "2.30 million"),
        ("10K people", "10 thousand"),
        ("a hundred", "a hundred"),
        ("exactly 2.3 million", "2300000"),
        ("exactly 50.5", "exactly 50.5"),
        ("exactly 65%", "exactly 65%"),
        ("thirty odd", "30-odd"),
        ("$3.5m", "3.5 million dollars"),
        ("more than 5 per cent", "more than 5%"),
        ("2,700 tonnes", "2700 tonnes"),
        ("one mile", "1 mile"),
        ("$1", "1 dollar"),
        ("dozens of civilians", "dozens"),
        ("more than 1,200", "more than 1200"),
        ("  three \n and a bit ", "three and a bit"),
    ],
)
def test_the_value_as_shown(text, shown):
    assert canonical(read_quantity(text)) == shown


def test_a_dossier_overrides_a_row():
    own = (("dozens", (20, 30, 90, 120)), ("a_few", (2, 2, 4, 5)))
    assert bounds("dozens", own) == (20, 30, 90, 120)
    assert bounds("dozens of people", own) == (20, 30, 90, 120)
    assert bounds("a few", own) == (2, 2, 4, 5)
    assert bounds("a few hundred", own) == (200, 200, 400, 500)
    assert bounds("scores", own) == bounds("scores")


def test_an_override_that_makes_no_sense_is_no_reading():
    assert bounds("dozens", (("dozens", (50, 30, 90, 120)), ("heaps", (1, 2, 3, 4)))) == bounds("dozens")


@pytest.mark.parametrize(
    ("written", "row"),
    [
        ("dozens", "dozens"),
        ("A_Few", "few"),
        ("a number of", "number"),
        ("tens-of-thousands", "tens of thousands"),
        ("heaps", None),
    ],
)
def test_rows_are_found_by_name(written, row):
    assert row_named(written) == row


def test_every_row_is_ordered_and_has_one_name():
    assert len(set(row_names())) == len(DEFAULT_ROWS)
    for row in DEFAULT_ROWS:
        assert row.low <= row.core_low <= (row.core_high or inf) <= (row.high or inf)


def test_every_reading_names_its_rule():
    assert {read_quantity(text).rule.split(":")[0].split(",")[0] for text, _ in TABLE} == {
        "Table of numbers",
        "A plain number",
    }


VOCABULARY = (
    "at least more than about nearly up to fewer a an few dozen dozens hundred hundreds and or - to between 3 40 1,200 2.5 "
    "0 so far + , [ ] people killed many several of thousand half no ten twenty tens if not million k m 30 - odd exactly "
    "% $ percent km civilians strikes including 65.40 a quarter"
)
SCALES = ("", "thousand", "k", "million", "bn", "lakh", "%")
WORDS = st.sampled_from(VOCABULARY.split())
PHRASES = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=9).map(" ".join))


@given(PHRASES)
def test_any_text_is_read_or_not_understood(text):
    quantity = read_quantity(text)
    found = extent(quantity)
    if quantity.understood:
        assert 0 <= found.low <= found.core_low <= found.core_high <= found.high
    else:
        assert found == EVERYTHING


@given(PHRASES)
def test_what_is_shown_reads_back_with_the_same_bounds(text):
    quantity = read_quantity(text)
    if quantity.understood:
        again = read_quantity(canonical(quantity))
        assert (extent(again), again.shown) == (extent(quantity), quantity.shown)


@given(st.one_of(st.integers(1, 99).map(str), st.decimals(0, 99, places=1).map(str)), st.sampled_from(SCALES))
def test_a_hedge_never_says_more_than_the_figure_without_it(figure, scale):
    plain, about = extent(read_quantity(f"{figure} {scale}")), extent(read_quantity(f"about {figure} {scale}"))
    assert about.low <= plain.low
    assert plain.high <= about.high
    exact = extent(read_quantity(f"exactly {figure} {scale}"))
    assert plain.core_low <= exact.low == exact.high <= plain.core_high


@pytest.mark.parametrize("unit", sorted(set(UNITS.values())))
@pytest.mark.parametrize(
    "figure", ["1", "12", "2.3 million", "about 12", "more than 0.5", "10-20", "exactly 3", "30-odd"]
)
def test_what_is_measured_reads_back(figure, unit):
    quantity = read_quantity(f"{figure} {unit}")
    again = read_quantity(canonical(quantity))
    assert (quantity.unit, extent(again), again.shown, again.unit) == (unit, extent(quantity), quantity.shown, unit)


@given(st.integers(0, 10**9))
def test_hedges_widen_around_the_number(number):
    for phrase in (f"{number}+", f"up to {number}", f"about {number}", f"nearly {number}"):
        found = extent(read_quantity(phrase))
        assert found.low <= number <= found.high
    assert extent(read_quantity(f"more than {number}")).low == number + 1


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 190,
        "one hundred and " * 12,
        "1,1" * 120,
        "between 1 and 2 and " * 12,
        "(" * 399,
        "at least " * 40,
        "9" * 100_000,
    ],
)
def test_long_nonsense_is_not_understood(text):
    """What backtracks would not come back from these."""
    read_quantity.cache_clear()
    assert not read_quantity(text).understood
