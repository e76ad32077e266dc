"""Linking as a function of values: evidence, weights, the line, and the links of a dossier."""

from __future__ import annotations

import gc
import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import good_dossier
from tui.core.linking.accounts import Account, Days, Figure, Point
from tui.core.linking.comparisons import KEYS, Comparison, compared_with, line
from tui.core.linking.corpora import Corpus, Profile
from tui.core.linking.evidence import measured
from tui.core.linking.links import Linking
from tui.core.linking.mentions import mentions
from tui.core.linking.readings import Reader, accounts_of, linking_of, review_of
from tui.core.linking.reviews import Review
from tui.core.linking.table import SHIPPED
from tui.core.linking.weights import chance, odds, weight
from tui.core.linking.words import Words, furniture, terms
from tui.core.model import Link as Decision
from tui.core.progress import Step
from tui.errors import Cancelled
from tui.files.demo import demo_path
from tui.files.load import load


def account(name: str, prose: str = "", **values: object) -> Account:
    return Account(id=name, source=name, prose=prose, **values)  # type: ignore[arg-type]


SHOT = "Trung Le, a baker, was shot outside the harbour cinema in Leith"
TOWNS, TOPICS = "Ayr Perth Wick Oban Elgin Nairn Kelso", "bins roads parks ferries buses taxes schools"
WORDS = "shelling town river market bridge 42 dozen"
FILLER = tuple(
    account(f"x{number}", f"the council of {town} voted on {topic}", when=Days(number * 30, number * 30 + 1))
    for number, (town, topic) in enumerate(
        zip(
            TOWNS.split(),
            TOPICS.split(),
            strict=True,
        )
    )
)


class TestWeights:
    def test_lie_on_the_line_between_two_points_and_stay_beyond_the_ends(self):
        points = ((0.0, -1.0), (2.0, 3.0))
        assert [weight(points, x) for x in (-5, 0, 1, 2, 9)] == [-1, -1, 1, 3, 3]

    def test_are_whole_32nds(self):
        assert weight(((0.0, 0.0), (3.0, 1.0)), 1) == 11 / 32

    def test_every_kind_of_evidence_has_a_row(self):
        assert set(SHIPPED) == set(KEYS)

    def test_rows_rise_by_measure(self):
        for points in SHIPPED.values():
            assert list(points) == sorted(points)

    def test_odds_and_chance_are_each_others_inverse(self):
        assert chance(odds(0.2)) == pytest.approx(0.2)
        assert (chance(-1e9), chance(0), chance(1e9)) == (0, 0.5, 1)


MORE = " ".join(f"detail{number}" for number in range(25))


@pytest.mark.parametrize(
    ("here", "there", "after", "pairs"),
    [
        ("Shot on a basketball field", "A judge ended the trial", "one tells of what came after: judge, trial", None),
        ("The trial began", "A jury, a judge, a trial", "both tell of what came after: judge, jury, trial", None),
        ("Two were shot", "Two were hit", "neither tells of what came after", None),
        ("At Fannin Street", "Near Fannin Street", "neither tells of what came after", "both write “fannin street”"),
    ],
)
def test_long_texts_tell_by_what_came_after_and_by_words_side_by_side(
    here: str, there: str, after: str, pairs: str | None
):
    alone = [account(f"o{n}", " ".join(f"other{n}x{m}" for m in range(30))) for n in range(9)]
    told = [account("a", f"{here}. {MORE}"), account("b", f"{there}. {' '.join(reversed(MORE.split()))}"), *alone]
    reasons = [w.reason for w in Linking(told).links()[0].weights]
    assert [reason for reason in reasons if "came after" in reason] == [after]
    assert [reason for reason in reasons if "“" in reason or "pair of words" in reason] == [
        pairs or "no rare pair of words in common"
    ]


@pytest.mark.parametrize(
    ("here", "there", "days"),
    [
        ("Shot on May 7", "Hurt on May 7", 0),
        ("Shot on April 2", "Hurt on April 2, charged on May 6", 35),
        ("Shot on April 2", "Hurt on May 3", -1),
        ("Shot at night", "Hurt on May 3", None),
    ],
)
def test_a_day_that_both_name_tells_more_the_longer_it_is_past(here: str, there: str, days: int | None):
    """Two papers of one week name the days of that week, whatever they tell of."""
    paper = Days(16562, 16563)  # May 7, 2015
    a, b = (account(name, f"{text}. {MORE}", published=paper) for name, text in (("a", here), ("b", there)))
    corpus = Corpus([a, b, *FILLER])
    assert measured(corpus, *corpus.profiles[:2])[KEYS.index("days named")] == days


class TestWords:
    def test_a_line_of_three_reports_of_one_outlet_is_furniture(self):
        told = [account(f"a{n}", f"Sign up for alerts\nnews {n}", outlet="dw") for n in range(3)]
        assert furniture(told)["dw"] == frozenset({"Sign up for alerts", ""})
        assert "alert" not in terms(told[0], furniture(told)["dw"])[0]

    def test_grammar_weighs_nothing_and_a_plural_is_its_singular(self):
        told = account("a", "The shells and the shell", title="Shelling")
        assert terms(told) == Words(
            {"shell": 2.0, "shelling": 2.0}, frozenset({"shelling"}), {("", "shell"), ("shell", ""), ("", "")}
        )

    def test_two_words_side_by_side_are_a_pair_but_not_over_a_word_of_grammar(self):
        told = account("a", "A basketball court, the court of Perth", title="Two shot")
        assert {pair for pair in terms(told).pairs if all(pair)} == {("basketball", "court")}

    def test_an_apostrophe_is_no_letter_however_it_is_printed(self):
        assert terms(account("a", "Trung Le's café didn't open")) == terms(account("a", "Trung Le’s café didn’t open"))
        assert terms(account("a", "It didn't, they’re O'Brien's")).used == {"brien": 1.0}

    def test_ages_as_papers_print_them(self):
        told = (
            "A 17-year-old and Ann Lee, 34, shot; a man aged 51; Age: 60; on page 9, 1200 years old, route a7-year-old"
        )
        assert mentions(told, None).ages == {17, 34, 51, 60}

    @pytest.mark.parametrize(
        ("told", "ages"),
        [
            ("Six-year-old boy shot", {6}),
            ("a three year old and a nineteen-year-old", {3, 19}),
            ("a twenty-two-year-old", set()),
            ("the many-year-old feud, years old", set()),
            ("The other victims, ages 13, 17 and 19, were treated", {13, 17, 19}),
            ("aged 12 to 15 and 9 others", {12, 15}),
            ("aged 12 shot, and 9 others", {12}),
        ],
    )
    def test_ages_as_words_and_in_lists(self, told: str, ages: set[int]):
        assert mentions(told, None).ages == ages

    def test_days_hang_on_publication(self):
        day = Days(16982, 16983)  # Wednesday 2016-06-30 is day 16982: a Thursday
        assert mentions("on May 7, 2015", None).days == {16562}
        assert mentions("On Thursday, and on June 28", day).days == {16982, 16980}
        assert mentions("on Dec. 30th", day).days == {16799}
        assert mentions("on February 31, 2015 and May 7", None).days == frozenset()


class TestShortTexts:
    @pytest.mark.parametrize(("prose", "said"), [("A few men", False), (" ".join(f"name{n}" for n in range(30)), True)])
    def test_what_few_words_do_not_share_tells_nothing(self, prose: str, said: bool):
        other = account("b", f"{TOPICS} {TOPICS.upper()} " + " ".join(f"word{n}" for n in range(30)))
        linking = Linking([account("a", prose), other])
        measures = dict(zip(KEYS, measured(linking.corpus, *linking.corpus.profiles), strict=False))
        assert [measures[key] is not None for key in ("prose", "rare words")] == [said, said]


class TestPairs:
    def test_a_story_told_twice_is_found_among_others(self):
        corpus = Corpus([account("a", SHOT, when=Days(100, 101)), *FILLER])
        told = corpus.profile(account("b", "Baker Trung Le shot at Leith cinema", when=Days(100, 101)))
        assert compared_with(corpus, told, SHIPPED)[0].b == 0

    def test_time_is_no_window(self):
        corpus = Corpus([account("a", SHOT, when=Days(100, 101)), *FILLER])
        told = corpus.profile(account("b", SHOT, when=Days(900, 901)))
        assert corpus.candidates(told)[0] == 0

    def test_the_share_of_true_pairs_is_found_without_labels(self):
        assert -odds(0.1) == pytest.approx(line([9.0] * 10 + [-9.0] * 90), abs=0.5)
        assert line([]) == 0.0

    def test_three_pairs_do_not_tell_what_share_is_true(self):
        assert line([-2.0] * 3) > 0


accounts = st.builds(
    lambda n, day, wide, prose, actors, places, lat, killed, ages, tags, outlet, dataset: Account(
        id=f"r{n}", source=f"s{n % 5}", outlet=outlet, dataset=dataset,
        when=None if day is None else Days(day, day + wide), published=None if day is None or dataset else Days(day, day + 1),
        actors=tuple(actors), places=tuple(places), points=() if lat is None else (Point(lat, 0.0, 1.0),),
        figures=() if killed is None else (Figure("killed", killed, killed + 1),), ages=frozenset(ages), tags=frozenset(tags),
        title=prose[:10], prose=prose,
    ),
    st.integers(0, 10**6), st.none() | st.floats(-9, 9), st.sampled_from([0.5, 1.0, 30.0]),
    st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join),
    st.lists(st.sampled_from(["trung le", "is", "nsa"]), max_size=3), st.lists(st.sampled_from(["a", "b"]), max_size=2),
    st.none() | st.floats(-2, 2), st.none() | st.integers(0, 9), st.lists(st.integers(1, 20), max_size=2),
    st.lists(st.sampled_from(["strike", "siege"]), max_size=2), st.sampled_from(["", "dw", "afp"]), st.booleans(),
)  # fmt: skip


@given(st.lists(accounts, max_size=12, unique_by=lambda told: told.id))
def test_shown_weights_sum_to_the_score_exactly_and_every_report_stands_in_one_cluster(told):
    linking = Linking(told)
    for link in linking.links():
        assert sum(shown.weight for shown in link.weights) == link.score
        assert sum(shown.weight for shown in reversed(link.weights)) == link.score
        assert all(shown.reason for shown in link.weights)
        assert 0 <= link.probability <= 1
    names = [name for cluster in linking.clusters() for name in cluster]
    assert sorted(names) == sorted(account.id for account in told)


@given(st.lists(accounts, max_size=12, unique_by=lambda told: told.id), st.sampled_from([0.0, 0.02, 0.5]))
def test_a_review_tells_what_the_links_do(told, least):
    linking = Linking(told, events=[(account.id, "siege") for account in told[:4]])
    review, links = Review(linking, told.__getitem__, least), linking.links()
    likely = [link for link in links if link.probability >= least]
    assert [review.explained(place) for place in range(len(review))] == likely
    assert [*review] == [(link.a, link.b, link.score, link.probability) for link in likely]
    assert [review.place(link.b, link.a) for link in likely] == [*range(len(likely))]
    for account in told:
        proposed = [(link.a, link.b) for link in linking.proposals(account.id) if link.probability >= least]
        assert [pair[:2] for pair in review.proposals(account.id)] == proposed
        assert review.event_of(account.id) == linking.event_of(account.id)
    assert review.reports_of("siege") == linking.reports_of("siege")
    assert (review.proposals("nobody"), review.place("nobody", "none")) == ((), None)


def test_a_review_is_put_together_again_of_its_parts():
    dossier = load([str(demo_path())]).dossier
    review = review_of(dossier, 0.0)
    again = Review.of_parts(pickle.loads(pickle.dumps([*review.parts()])), Reader(dossier).account)
    assert (vars(again).keys(), [*again]) == (vars(review).keys(), [*review])
    assert [again.explained(place) for place in (0, 9)] == [review.explained(place) for place in (0, 9)]


def test_a_review_keeps_nothing_of_what_it_was_found_by():
    """100 000 reports: 2.2 GB were kept for a list of which a page is seen."""

    def alive() -> int:
        gc.collect()
        return sum(isinstance(each, (Account, Profile, Comparison)) for each in gc.get_objects())

    dossier, before = load([str(demo_path())]).dossier, alive()
    review = review_of(dossier, 0.0)
    assert len(review) > 9
    assert alive() == before


@given(st.lists(accounts, max_size=9, unique_by=lambda told: told.id), st.randoms())
def test_scores_do_not_depend_on_the_order_of_reports(told, chaos):
    mixed = list(told)
    chaos.shuffle(mixed)
    pairs = [
        {frozenset((link.a, link.b)): link.score for link in Linking(order).links(most=99)} for order in (told, mixed)
    ]
    assert pairs[0] == pytest.approx(pairs[1])


class TestDecisions:
    def told(self) -> list[Account]:
        return [account("a", SHOT, when=Days(9, 10)), account("b", SHOT, when=Days(9, 10)), *FILLER]

    def test_alike_stand_together_by_themselves(self):
        assert ("a", "b") in Linking(self.told()).clusters()

    @pytest.mark.parametrize("same", [False, None])
    def test_what_was_parted_or_left_open_stays_apart(self, same):
        linking = Linking(self.told(), decisions=[Decision(reports=("a", "b"), same=same)])
        assert ("a",) in linking.clusters()
        assert not [link for link in linking.links() if {link.a, link.b} == {"a", "b"}]

    def test_what_was_joined_stays_joined(self):
        linking = Linking(self.told(), decisions=[Decision(reports=("a", "x3"), same=True)])
        assert any({"a", "x3"} <= set(cluster) for cluster in linking.clusters())

    def test_events_of_the_files_stand_together_unless_parted(self):
        events = [("x1", "e"), ("x2", "e")]
        assert ("x1", "x2") in Linking(self.told(), events=events).clusters()
        parted = Linking(self.told(), events=events, decisions=[Decision(reports=("x1", "x2"), same=False)])
        assert ("x1",) in parted.clusters()

    def test_a_data_set_has_one_record_an_event(self):
        records = [replace(told, source="ged", dataset=True) for told in self.told()[:2]]
        linking = Linking([*records, *FILLER])
        assert {("a",), ("b",)} <= set(linking.clusters())
        assert linking.links()[0].probability > 0.5


class TestDossier:
    def test_a_report_is_read_as_the_rest_of_the_program_reads_it(self):
        told = accounts_of(
            good_dossier("""
                [dossier]
                timezone = "Asia/Damascus"
                [source]
                id = "dw"
                name = "DW"
                published = 2016-06-29
                [[actor]]
                id = "is"
                name = "Islamic State"
                aliases = ["Daesh"]
                [[place]]
                id = "town"
                name = "Town"
                lat = 34.0
                lon = 40.0
                [[report]]
                event = "e"
                when = "Tuesday"
                where = "near Town"
                who = { attacker = "Daesh" }
                figures = { killed = "at least 40", age = 17 }
                claims = { means = ["shelling"] }
                """)
        )
        assert told == (
            Account(
                id="dw/e", source="dw", outlet="dw", when=Days(16980.0, 16981.0), published=Days(16981.0, 16982.0),
                actors=("is",), roles=frozenset({("does", "is")}), places=("town",), points=(Point(34.0, 40.0, 25.0),),
                figures=(Figure("killed", 40, float("inf")),), ages=frozenset({17}), prose="shelling",
            ),
        )  # fmt: skip

    def test_the_two_beheadings_of_the_demo_are_proposed_as_one(self):
        dossier = load([str(demo_path())]).dossier
        bare = replace(dossier, reports=tuple(replace(report, event=None) for report in dossier.reports))
        linking = Linking(accounts_of(bare))
        twins = next(link for link in linking.links() if {link.a, link.b} == {"ucdp/316297", "ucdp/227266"})
        assert twins.probability > 0.5
        together = [set(cluster) for cluster in linking.clusters()]
        assert any({"dw/pushed-back", "ucdp/227280"} <= cluster for cluster in together)
        assert any({"afp/offensive", "dw/offensive"} <= cluster for cluster in together)
        assert not any({"ucdp/316297", "ucdp/227266"} <= cluster for cluster in together)


class TestProgress:
    def test_every_part_of_the_work_is_told_to_its_end(self):
        told: list[Step] = []
        dossier = load([demo_path()]).dossier
        links = linking_of(dossier, watch=told.append).links()
        last = {step.phase: (step.done, step.total) for step in told}
        compared, _ = last.pop("comparing")
        reports = len(dossier.reports)
        assert last == {
            "reading": (reports, reports),
            "gathering": (reports, reports),
            "weighing": (reports, reports),
            "seeking": (reports, reports),
        }
        assert compared >= len(links) > 0

    @pytest.mark.parametrize("phase", ["reading", "gathering", "weighing", "seeking", "comparing"])
    def test_whoever_is_told_can_end_it(self, phase):
        def ends(step: Step) -> None:
            if step.phase == phase:
                raise Cancelled("ended")

        with pytest.raises(Cancelled):
            linking_of(load([demo_path()]).dossier, watch=ends)
