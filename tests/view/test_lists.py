from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fake_store import EVENTS, PROBLEMS, SOURCES, FakeStore, reading
from tui.core.answers import ActorCount
from tui.core.filters import EVERYTHING
from tui.core.judgements import NumberBounds, Verdict
from tui.core.problems import Problem
from tui.view.actions import ACTIONS, FOOTERS, Situation, by_id, key_name, of_view
from tui.view.cast import cast, matching
from tui.view.faults import ITEM, causes_first, news
from tui.view.faults import item as fault
from tui.view.flags import FlagsState, item, item_lines, listed, nothing, tabs
from tui.view.footer import footer
from tui.view.glyphs import ASCII, UNICODE
from tui.view.keys import keys
from tui.view.marks import every_mark, mark_of_flag, spots
from tui.view.panes import by_publisher, separate
from tui.view.roles import ROLES
from tui.view.scene import Scene
from tui.view.spans import cells, text_of, width
from tui.view.why import bounds_words, why
from tui.view.windows import Window

STORE = FakeStore()
SCENE = Scene(
    summary=STORE.summary(), sources=SOURCES, panes=separate(SOURCES), publishers=by_publisher(SOURCES), home_year=2016
)


def told(lines) -> list[str]:
    return [text_of(line).rstrip() for line in lines]


def test_a_flag_in_three_lines():
    flag = next(flag for flag in STORE.flags(EVERYTHING) if flag.event == "toll")
    assert told(item(flag, SCENE, 80)) == [
        " ≈ strained  killed  Toll of the retreat  Wed 29 Jun                  2 origins",
        '   43 lies outside 25–35, only if "around 30" stretches by a fifth.',
        "",
    ]


def test_on_a_wide_screen_in_two_lines_with_its_day():
    flag = next(flag for flag in STORE.flags(EVERYTHING) if flag.event == "toll")
    above, below = told(item(flag, SCENE, 150))
    assert above == " ≈ strained  killed  Toll of the retreat  Wed 29 Jun" + "number-strained  2 origins".rjust(97)
    assert below == '   43 lies outside 25–35, only if "around 30" stretches by a fifth.'


@pytest.mark.parametrize("size", [20, 60, 120, 149, 150, 200])
def test_items_have_their_height_and_fit(size):
    made = [item(flag, SCENE, size) for flag in (*STORE.flags(EVERYTHING), *STORE.agreements(EVERYTHING))]
    assert {len(lines) for lines in made} == {item_lines(size)}
    faults = [fault(problem, SCENE, size) for problem in PROBLEMS]
    assert {len(lines) for lines in faults} == {ITEM}
    made += faults
    assert max(width(line) for lines in made for line in lines) <= size


def test_kinds_are_walked_round():
    flags = STORE.flags(EVERYTHING)
    kinds = tuple(listed(flags).of_kind)
    assert listed(flags).only(None) == flags
    assert listed(flags).only(kinds[1]) == tuple(flag for flag in flags if flag.kind == "number-conflict")
    assert listed(flags).only("another") == ()
    assert kinds == ("internal", "number-conflict", "number-strained")
    state = FlagsState(kinds=kinds)
    seen = []
    for _ in range(4):
        state = state.next_kind()
        seen.append(state.kind)
    assert seen == [*kinds, None]
    assert state.turned().checked
    assert text_of(tabs(state, (3, None), 60, shown=3)).split() == [
        "Discrepancies",
        "3",
        "Checked,",
        "no",
        "discrepancy",
        "every",
        "kind",
    ]


def test_the_tab_counts_what_is_of_the_kind_chosen():
    state = FlagsState(kinds=("internal",), kind="internal")
    assert text_of(tabs(state, (3, 9), 80, shown=1)).startswith(
        "  Discrepancies 1 of 3   Tab Checked, no discrepancy 9 "
    )


def test_a_name_gives_way_to_no_kind_on_a_narrow_screen():
    flag = next(flag for flag in STORE.flags(EVERYTHING) if flag.kind == "number-conflict")
    named = replace(flag, title="Coalition strikes at Tokhar, by the river")
    assert "Tokhar, by the river" in text_of(item(named, SCENE, 80)[0])
    assert "number-conflict" not in text_of(item(named, SCENE, 80)[0])
    assert "number-conflict" in text_of(item(named, SCENE, 120)[0])


def test_what_broke_is_told_before_what_follows_from_it():
    lost = Problem(file="dw.toml", line=4, code="no-such-report", message='"afp/e" is no report.')
    cause = Problem(file="afp.toml", line=12, code="bad-toml", message="the file is no TOML that can be read.")
    assert causes_first((lost, cause)) == (cause, lost)
    assert news((), (lost, cause)) == "afp.toml:12: the file is no TOML that can be read. (and 1 more: P)"
    assert news((cause, lost), (lost, cause)) == ""


def test_a_problem_names_file_line_key_and_nearest_spelling():
    assert told(fault(PROBLEMS[0], SCENE, 100)) == [
        " ▲ problem  dw.toml:14  report[2].figurs                                                unknown-key",
        '   report[2] has the key "figurs", which is not a key of [[report]]  Nearest: figures',
        "",
    ]


ACTORS = (
    ActorCount(id="is", name="Islamic State", events=14, aliases=("IS", "Daesh", "ISIL")),
    ActorCount(id="nsa", name="New Syrian Army", events=9, aliases=("NSA",)),
    ActorCount(id="saloum", name="Mozahem al-Saloum", events=3),
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["Islamic State", "New Syrian Army", "Mozahem al-Saloum"]),
        ("da", ["Islamic State"]),
        ("s", ["Islamic State", "New Syrian Army", "Mozahem al-Saloum"]),
        ("syr arm", ["New Syrian Army"]),
        ("sal", ["Mozahem al-Saloum"]),
        ("xyz", []),
    ],
)
def test_actors_are_narrowed_by_what_is_typed(typed, names):
    assert [actor.name for actor in matching(ACTORS, typed)] == names


def test_actors_have_live_counts_and_the_kept_one_a_tick():
    drawing = cast(ACTORS, Window(count=3, page=5), SCENE, 50, ("New Syrian Army",))
    assert told(drawing.lines) == [
        "▌  Islamic State  IS, Daesh, ISIL  ████████    14",
        " ✓ New Syrian Army  NSA            ██████       9",
        "   Mozahem al-Saloum               ██           3",
    ]
    assert drawing.tones == ("cursor", "", "")


def test_why_goes_from_the_reason_to_the_steps():
    row = next(row for row in EVENTS if row.verdict.id == "fallujah")
    lines = told(why(spots(row)[0], row, SCENE, 90))
    assert lines[0] == "⊂ more exact  when"
    assert lines[3].startswith('Sunday is inside the weekend (UCDP: "at the weekend"')
    assert '1 "Sunday"  1 origin' in lines
    assert "  core  Sun 26 Jun" in lines
    assert any(line.startswith("  DW  para 8  said by Abdul-Wahad al-Saadi  dw.toml:") for line in lines)
    assert '    "fully liberated"' in lines
    assert "How it was decided" in lines
    assert lines[-1] == "  7 Verdict: precision, time-precision"


def test_why_names_the_speakers_and_what_no_longer_stands():
    row = next(row for row in EVENTS if row.verdict.id == "fallujah")
    field = row.verdict.fields[0]
    first, *rest = field.readings
    changed = replace(field, readings=(first, *(replace(each, superseded=True) for each in rest)))
    event = replace(row, verdict=replace(row.verdict, fields=(changed,)))
    lines = told(why(spots(row)[0]._replace(field=changed), event, SCENE, 200))
    assert [line.partition("  ")[2] for line in lines if "no longer stands" in line] == [
        "1 origin  no longer stands: its own origin updated, corrected or withdrew it"
    ]
    assert "  3 Same as-of: 1 earlier reading superseded" in lines
    (step,) = (line for line in lines if line.startswith("  4 "))
    assert step == (
        "  4 Same level of speaker: Abdul-Wahad al-Saadi, not the outlets that quote them; a denial stands against what it "
        "denies, once"
    )


def test_bounds_of_numbers():
    told_bounds = bounds_words(
        reading("30", "dw/x", bounds=NumberBounds(low=24, high=36, core_low=25, core_high=35)), SCENE
    )
    assert told_bounds == ("core  25 to 35", "hard  24 to 36")
    open_ended = bounds_words(
        reading("at least 40", "dw/x", bounds=NumberBounds(low=40, high=None, core_low=40, core_high=80)), SCENE
    )
    assert open_ended == ("core  40 to 80", "hard  40 to no upper bound")


@pytest.mark.parametrize("size", [24, 50, 90])
def test_reasons_fit_the_sheet(size):
    for row in EVENTS:
        for spot in spots(row):
            assert max(width(line) for line in why(spot, row, SCENE, size)) <= size


_CUT = "~"
"""What stands for words left out where "…" cannot be drawn."""


def test_every_mark_has_a_sign_of_its_own_in_both_alphabets():
    marks = every_mark()
    assert len({mark.glyph for mark in marks}) == len(marks)
    assert {cells(mark.glyph) for mark in marks} == {1}
    assert all(mark.ascii.isascii() and len(mark.ascii) == 1 for mark in marks)
    assert len({mark.ascii for mark in marks} - {_CUT}) == len(marks)
    assert {mark.role for mark in marks} <= ROLES
    assert len({mark.word for mark in marks}) == len(marks)


def test_red_is_for_conflict_alone():
    assert {mark.word for mark in every_mark() if mark.role == "conflict"} <= {
        "conflict",
        "conflict (time zone)",
        "denied",
    }


def test_a_flag_with_a_standing_ruling_is_marked_as_ruled():
    assert mark_of_flag("number-conflict", Verdict.CONFLICT, is_open=False).word == "conflict, ruled"
    assert mark_of_flag("internal", None, is_open=False).glyph == "✓"


def test_no_two_actions_of_a_view_share_a_key():
    for view in FOOTERS:
        pressed = [key for action in of_view(view) for key in action.keys]
        assert sorted(pressed) == sorted(set(pressed))


def test_every_action_is_told_in_help_and_footers_name_known_ones():
    for view, identities in FOOTERS.items():
        shown = "\n".join(told(keys(Situation(view=view), 200, UNICODE)))
        assert [action.help for action in of_view(view) if action.help not in shown] == []
        assert [identity for identity in identities if view not in by_id(identity).views] == []


@pytest.mark.parametrize("size", [40, 76, 120])
@pytest.mark.parametrize("view", FOOTERS)
def test_help_is_whole_in_any_width(view, size):
    lines = keys(Situation(view=view, sources=9), size, UNICODE)
    assert max(map(width, lines)) <= size
    words = " ".join(" ".join(map(text_of, lines)).split())
    assert "…" not in words
    assert [action.help for action in of_view(view) if " ".join(action.help.split()) not in words] == []
    assert [action.id for action in of_view(view) if f" {action.id} " not in words] == []
    assert "At the right stands what each action is called in the table [keymap] of config.toml" in words


def test_help_has_each_group_once():
    shown = told(keys(Situation(sources=9), 76, UNICODE))
    groups = dict.fromkeys(action.group for action in of_view("timeline"))
    assert [line for line in shown if line in groups] == [*groups]


def test_help_says_why_an_action_is_off():
    shown = "\n".join(told(keys(Situation(rows=5), 120, ASCII)))
    assert [line.split()[:2] for line in shown.splitlines()[1:5]] == [
        ["j", "Down"], ["k", "Up"], ["l", "Right"], ["h", "Left"],
    ]  # fmt: skip
    assert "no words are looked for; press /" in shown


def test_the_footer_shows_keys_and_words():
    assert text_of(footer(Situation(rows=3), 90, UNICODE)).split() == (
        [
            "Enter",
            "open",
            "]",
            "next",
            "flag",
            "3",
            "discrepancies",
            "a",
            "actor",
            "/",
            "search",
            "?",
            "keys",
            "q",
            "leave",
        ]
    )


def test_key_names_for_people():
    assert [key_name(key) for key in ("question_mark", "f1", "ctrl+d", "j", "escape", "G")] == [
        "?",
        "F1",
        "ctrl+d",
        "j",
        "Esc",
        "G",
    ]


def test_actions_have_words_for_people():
    assert [action.id for action in ACTIONS if not action.label or not action.help or action.help.endswith(".")] == []


@pytest.mark.parametrize(
    ("filtered", "told"),
    [
        (True, ["No discrepancy is found in these events.", "Tab shows what was checked and found compatible.",
                   "F switches the filter off,", "Backspace drops its last part."]),
        (False, ["No discrepancy is found in these events.", "Tab shows what was checked and found compatible."]),
    ],
)  # fmt: skip
def test_a_list_that_a_filter_emptied_says_how_to_undo_it(filtered, told):
    lines = nothing(FlagsState(), filtered=filtered)
    assert [text.strip() for text in map(text_of, lines) if text.strip()] == told


@pytest.mark.parametrize(
    ("size", "checked", "told"),
    [
        (80, False, "widest first  every kind"),
        (120, False, "widest first: figures, exclusions, times, places  every kind"),
        (80, True, "every kind"),
        (120, True, "the same first, of most origins  every kind"),
        (160, True, "the same first, of most origins; then nearest to a discrepancy  every kind"),
    ],
)
def test_the_order_of_a_list_is_told_above_it(size, checked, told):
    line = tabs(FlagsState(checked=checked), (43, 470), size, shown=43)
    assert (text_of(line).rstrip().endswith(f" {told}"), width(line)) == (True, size)


def test_the_order_is_told_whole_among_the_keys():
    told = "\n".join(text_of(line) for line in keys(Situation(view="discrepancies", rows=1), 200, UNICODE))
    assert "Order\n Widest first: figures by how far apart they are, then what excludes" in told


def test_the_day_that_has_no_room_in_the_head_stands_before_the_reason():
    flag = next(flag for flag in STORE.flags(EVERYTHING) if flag.event == "toll")
    long = replace(flag, title="The toll of the retreat as three agencies and one data set tell it")
    assert told(item(long, SCENE, 80))[1].startswith("   Wed 29 Jun: 43 lies outside 25–35")
