"""Today's practice follows from plan, goals and day: never the same for ever, and always with its reason."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewire_app.content.offers import offered_ids, read_offer
from rewire_app.domain.goals import GENTLE, GOALS, first_exercises, read_goals
from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.reports.offered import FEWEST, one_minute, suggest
from rewire_app.store.queries import Passes, Today
from tests.store import entries as make

TUESDAY = date(2026, 11, 24).toordinal()
MONDAY = TUESDAY - 1


def facts(day: int = TUESDAY, **known: object) -> Today:
    """What is known on `day` of someone who noted nothing, except for `known`."""
    empty = dict.fromkeys(
        ("asleep_min", "in_bed_min", "stress", "reactivity", "last_peak", "last_calm_min", "plan", "pause")
    )
    rest = {"intention": None, "unfinished": None, "moment_peaks": (), "practised": frozenset()}
    counts = {"moment_count": 0, "last_still_going": False}
    return Today(**({"day": day} | empty | rest | counts | known))  # type: ignore[arg-type]


def plan(exercise: str = "a-anchor", per_week: int = 3, cue: str = "close my laptop") -> Plan:
    return make.plan(exercise=exercise, per_week=per_week, cue=cue, minutes=4)


def passed(exercise: str, days_ago: int = 20, count: int = 9) -> Passes:
    return Passes(exercise=exercise, last_day=TUESDAY - days_ago, count=count)


@settings(max_examples=60, deadline=None)
@given(
    chosen=st.sets(st.sampled_from([goal.key for goal in GOALS])),
    first=st.integers(MONDAY, MONDAY + 400),
    planned=st.sampled_from(["", "b-paced", "c-record"]),
    seasoned=st.booleans(),
    follows=st.lists(st.booleans(), min_size=12, max_size=12),
)
def test_no_two_days_in_a_row_offer_the_same(
    chosen: set[str], first: int, planned: str, seasoned: bool, follows: list[bool]
) -> None:
    """`follows`: whether the person does what is offered on that day; the plan never asks for a practice."""
    often = 9 if seasoned else 1
    done = {"i-dearman": Passes(exercise="i-dearman", last_day=first - 40, count=often)}
    kept = plan(planned, per_week=0) if planned else None
    before = ""
    for day, follow in enumerate(follows, start=first):
        known = facts(day, goals=" ".join(chosen), plan=kept, passes=tuple(done.values()))
        offered = suggest(known)
        assert offered.offer.id not in (before, planned)
        assert offered == suggest(known)
        assert offered.offer.gentle
        before = offered.offer.id
        if follow and seasoned:
            done[before] = Passes(exercise=before, last_day=day, count=1)


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.key)
def test_what_is_offered_serves_the_goal_and_says_so(goal: object) -> None:
    assert isinstance(goal, type(GOALS[0]))
    weeks = [suggest(facts(TUESDAY + day, goals=goal.key, passes=(passed("b-paced"),))) for day in range(14)]
    assert {one.offer.id for one in weeks} == set(goal.exercises)
    assert all(
        one.reason.startswith("Offered because you chose ") and 2 <= len(one.rule) <= 3 for one in weeks
    )


def test_a_new_person_gets_the_gentlest_few_at_first() -> None:
    first = first_exercises(read_goals("judged"))[:FEWEST]
    fresh = {suggest(facts(TUESDAY + day, goals="judged")).offer.id for day in range(14)}
    assert fresh == set(first)


def test_without_a_goal_short_gentle_ones_take_turns() -> None:
    known = (passed("b-paced"),)
    assert {suggest(facts(TUESDAY + day, passes=known)).offer.id for day in range(14)} == set(GENTLE)


def test_who_chose_nothing_and_has_done_nothing_is_offered_one_minute() -> None:
    for day in range(TUESDAY, TUESDAY + 5):
        offered = suggest(facts(day))
        assert (offered.offer.id, offered.minutes) == ("b-paced", 1)
        assert offered.reason == "One minute is enough."


def test_the_plan_comes_first_until_the_week_has_its_days() -> None:
    due = facts(TUESDAY + 1, plan=plan(per_week=2), practised=frozenset({MONDAY, MONDAY - 1}))
    offered = suggest(due)
    assert (offered.offer.id, offered.minutes) == ("a-anchor", 4)
    assert offered.reason == "Your plan, after you close your laptop."
    assert "Before today you practised on 1 day this week." in offered.rule
    over = facts(TUESDAY + 1, plan=plan(per_week=2), practised=frozenset({MONDAY, TUESDAY}))
    assert suggest(over).offer.id != "a-anchor"


def test_practising_today_does_not_change_what_today_offered() -> None:
    known = {"plan": plan(per_week=1), "practised": frozenset({TUESDAY})}
    assert suggest(facts(**known)).offer.id == "a-anchor"


def test_a_plan_without_a_cue_says_how_often() -> None:
    assert suggest(facts(plan=plan(cue="", per_week=1))).reason == "Your plan: 1 day a week."


def test_a_pause_sets_the_plan_aside() -> None:
    pause = Pause(uid="0" * 32, from_day=date.fromordinal(MONDAY))
    assert suggest(facts(plan=plan(), pause=pause)).offer.id != "a-anchor"


def test_what_was_left_halfway_comes_before_the_plan() -> None:
    offered = suggest(facts(plan=plan(), unfinished="d-stop"))
    assert (offered.offer.id, offered.reason) == ("d-stop", "You left it halfway.")


def test_on_every_third_day_something_not_done_for_a_while_comes_back() -> None:
    known = (passed("i-fast", 30), passed("i-give", 40), passed("d-accepts", 3))
    days = {day: suggest(facts(day, passes=known)) for day in range(TUESDAY, TUESDAY + 3)}
    [back] = [one for one in days.values() if one.reason == "Something you have not done for a while."]
    assert back.offer.id == "i-give"
    assert "You did it last on 15 October." in back.rule


def test_what_needs_a_confirmation_or_carries_a_risk_does_not_come_back_by_itself() -> None:
    risky = tuple(sorted(name for name in offered_ids() if not read_offer(name).gentle))
    assert {"d-tipp", "c-exposure", "d-crisisplan", "a-leaves", "b-box"} <= set(risky)
    known = tuple(passed(name, 30) for name in risky)
    assert {suggest(facts(TUESDAY + day, passes=known)).offer.id for day in range(6)} <= set(GENTLE)


def test_one_minute_is_what_was_done_most_often_if_it_can_be_so_short() -> None:
    known = (
        passed("a-anchor", count=30),
        passed("b-box", count=20),  # one minute, but the breath is held
        passed("b-paced", count=2),
        passed("b-sigh", count=7),
    )
    assert (one_minute(facts(passes=known)).offer.id, one_minute(facts(passes=known)).minutes) == (
        "b-sigh",
        1,
    )
    assert one_minute(facts(passes=known[:1])).offer.id == "b-paced"
    assert one_minute(facts()).offer.minutes == 1


def test_an_exercise_that_is_gone_is_not_offered() -> None:
    known = facts(plan=plan("gone"), unfinished="own-gone", passes=(passed("gone", 30),))
    assert suggest(known).offer.id in GENTLE
    assert one_minute(known).offer.id == "b-paced"


def withheld_day(names: object, day: int = TUESDAY, **known: object) -> Today:
    return facts(day, withheld=frozenset(names), **known)  # type: ignore[call-overload]


def test_what_made_things_worse_is_neither_planned_nor_gone_on_with_nor_brought_back() -> None:
    for known in (
        {"plan": plan("i-give", per_week=3)},
        {"unfinished": "i-give"},
        {"passes": (passed("i-give", 30),)},
    ):
        days = [suggest(facts(TUESDAY + day, **known)) for day in range(3)]
        assert "i-give" in {one.offer.id for one in days}
        days = [suggest(withheld_day({"i-give"}, TUESDAY + day, **known)) for day in range(3)]
        assert "i-give" not in {one.offer.id for one in days}


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.key)
@pytest.mark.parametrize("seasoned", [True, False])
def test_other_gentle_ones_take_the_turns_of_what_made_things_worse(goal: object, seasoned: bool) -> None:
    assert isinstance(goal, type(GOALS[0]))
    gone = set(goal.exercises[:3])
    known = {"goals": goal.key, "passes": (passed("i-dearman", count=9 if seasoned else 1),)}
    offered = [suggest(withheld_day(gone, TUESDAY + day, **known)).offer for day in range(28)]
    assert not gone & {one.id for one in offered}
    assert len({one.id for one in offered}) >= FEWEST
    assert all(one.gentle for one in offered)
    assert all(one.id != other.id for one, other in pairwise(offered))


def test_where_all_gentle_ones_made_things_worse_something_else_that_is_gentle_is_offered() -> None:
    gone = set(GENTLE) | {name for goal in GOALS for name in goal.exercises} | {"b-sigh"}
    for day in range(5):
        offered = suggest(withheld_day(gone, TUESDAY + day, passes=(passed("i-dearman"),))).offer
        assert offered.id not in gone
        assert offered.gentle


def test_one_minute_is_never_what_made_things_worse() -> None:
    known = {"passes": (passed("b-sigh", count=7),)}
    assert one_minute(withheld_day({"b-sigh"}, **known)).offer.id == "b-paced"
    assert one_minute(withheld_day({"b-paced"})).offer.id == "b-sigh"
    longer = one_minute(withheld_day({"b-paced", "b-sigh"}, **known))
    assert longer.offer.id not in {"b-paced", "b-sigh"}
    assert longer.minutes == longer.offer.minutes > 1
    assert "minute" not in longer.reason
