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
from rewire_app.reports.offered import one_minute, suggest
from rewire_app.reports.offered_turns import FEWEST
from rewire_app.store.offer_queries import Lately
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


def weekday_plan(exercise: str, mask: int, cue: str = "") -> Plan:
    return make.plan(
        exercise=exercise, per_week=mask.bit_count(), weekdays=mask, thread=exercise, cue=cue, minutes=4
    )


def rated(day: int, changes: dict[str, list[int]]) -> tuple[tuple[int, str, int, int], ...]:
    """Passes rated before and after on `day`, by what changed in each."""
    return tuple((day, name, 6, 6 + change) for name, all_of in changes.items() for change in all_of)


def passed(exercise: str, days_ago: int = 20, count: int = 9) -> Passes:
    return Passes(exercise=exercise, last_day=TUESDAY - days_ago, count=count)


DONE = st.sampled_from(sorted({name for goal in GOALS for name in goal.exercises} | {"i-fast", "a-anchor"}))


@settings(max_examples=60, deadline=None)
@given(
    chosen=st.sets(st.sampled_from([goal.key for goal in GOALS])),
    first=st.integers(MONDAY, MONDAY + 400),
    planned=st.sampled_from(["", "b-paced", "c-record"]),
    seasoned=st.booleans(),
    follows=st.lists(st.booleans(), min_size=12, max_size=12),
    counted=st.dictionaries(DONE, st.integers(1, 9)),
    changes=st.dictionaries(DONE, st.lists(st.integers(-5, 3), min_size=2, max_size=6)),
)
def test_no_two_days_in_a_row_offer_the_same(
    *,
    chosen: set[str],
    first: int,
    planned: str,
    seasoned: bool,
    follows: list[bool],
    counted: dict[str, int],
    changes: dict[str, list[int]],
) -> None:
    """`follows`: whether the person does what is offered on that day; the plan never asks for a practice."""
    often = 9 if seasoned else 1
    done = {"i-dearman": Passes(exercise="i-dearman", last_day=first - 40, count=often)}
    kept = plan(planned, per_week=0) if planned else None
    lately = Lately(counted=tuple(counted.items()), rated=rated(first - 20, changes))
    before = ""
    for day, follow in enumerate(follows, start=first):
        known = facts(day, goals=" ".join(chosen), plan=kept, passes=tuple(done.values()), lately=lately)
        offered = suggest(known)
        assert offered.offer.id not in (before, planned)
        assert offered == suggest(known)
        assert offered.offer.gentle
        before = offered.offer.id
        if follow and seasoned:
            done[before] = Passes(exercise=before, last_day=day, count=1)


@settings(max_examples=60, deadline=None)
@given(
    chosen=st.sets(st.sampled_from([goal.key for goal in GOALS])),
    day=st.integers(MONDAY, MONDAY + 400),
    passes=st.lists(
        st.tuples(DONE, st.integers(1, 60)), min_size=1, max_size=8, unique_by=lambda one: one[0]
    ),
    weekdays=st.lists(st.tuples(DONE, st.integers(1, 127)), max_size=3),
    counted=st.dictionaries(DONE, st.integers(1, 9)),
    changes=st.dictionaries(DONE, st.lists(st.integers(-5, 3), min_size=2, max_size=6)),
    withheld=st.sets(DONE, max_size=6),
    distress=st.sampled_from([None, 3, 8]),
)
def test_what_was_done_last_is_never_offered_again_unless_a_plan_says_so(
    *,
    chosen: set[str],
    day: int,
    passes: list[tuple[str, int]],
    weekdays: list[tuple[str, int]],
    counted: dict[str, int],
    changes: dict[str, list[int]],
    withheld: set[str],
    distress: int | None,
) -> None:
    done = tuple(Passes(exercise=name, last_day=day - ago, count=3) for name, ago in passes)
    plans = tuple(weekday_plan(name, mask) for name, mask in weekdays)
    lately = Lately(counted=tuple(counted.items()), rated=rated(day - 20, changes), distress=distress)
    offered = suggest(
        facts(
            day,
            goals=" ".join(chosen),
            passes=done,
            plans=plans,
            plan=plans[0] if plans else None,
            lately=lately,
            withheld=frozenset(withheld),
        )
    )
    assert offered.offer.id not in withheld
    last = max(done, key=lambda one: one.last_day).exercise
    due = {name for name, mask in weekdays if mask >> date.fromordinal(day).weekday() & 1}
    assert offered.offer.id != last or last in due
    if distress == 8:
        assert offered.offer.gentle


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.key)
def test_what_is_offered_serves_the_goal_and_says_so(goal: object) -> None:
    assert isinstance(goal, type(GOALS[0]))
    weeks = [
        suggest(facts(TUESDAY + day, goals=goal.key, passes=(passed("i-dearman"),))) for day in range(14)
    ]
    assert {one.offer.id for one in weeks} == set(goal.exercises)
    assert all(
        one.reason.startswith("Offered because you chose ") and 2 <= len(one.rule) <= 3 for one in weeks
    )


def test_a_new_person_gets_the_gentlest_few_at_first() -> None:
    first = first_exercises(read_goals("judged"))[:FEWEST]
    fresh = {suggest(facts(TUESDAY + day, goals="judged")).offer.id for day in range(14)}
    assert fresh == set(first)


def test_without_a_goal_short_gentle_ones_take_turns() -> None:
    known = (passed("i-dearman"),)
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
        {"passes": (passed("d-accepts", 3), passed("i-give", 30))},
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


TUESDAYS, WEDNESDAYS = 2, 4


def test_a_plan_for_weekdays_says_its_day_and_leaves_the_others_alone() -> None:
    kept = weekday_plan("a-anchor", TUESDAYS, cue="close my laptop")
    offered = suggest(facts(plan=kept, plans=(kept,), practised=frozenset({MONDAY})))
    assert offered.offer.id == "a-anchor"
    assert offered.reason == "Your plan for Tuesdays, after you close your laptop."
    assert "It is the exercise of your plan, which names these days: Tuesday." in offered.rule
    assert suggest(facts(TUESDAY + 1, plan=kept, plans=(kept,))).offer.id != "a-anchor"


def test_of_two_plans_for_a_day_the_second_follows_once_the_first_was_done() -> None:
    both = (weekday_plan("a-anchor", TUESDAYS), weekday_plan("d-stop", TUESDAYS | WEDNESDAYS))
    known = {"plan": both[0], "plans": both}
    assert suggest(facts(**known)).offer.id == "a-anchor"
    assert suggest(facts(**known, lately=Lately(done=frozenset({"a-anchor"})))).offer.id == "d-stop"
    assert suggest(facts(TUESDAY + 1, **known)).offer.id == "d-stop"
    over = Lately(done=frozenset({"a-anchor", "d-stop"}))
    assert suggest(facts(**known, lately=over)).offer.id == "a-anchor"


def test_after_a_very_high_rating_nothing_harder_is_offered_that_day() -> None:
    harder = plan("c-record")
    assert suggest(facts(plan=harder, lately=Lately(distress=7))).offer.id == "c-record"
    offered = suggest(facts(plan=harder, lately=Lately(distress=8)))
    assert offered.offer.id in GENTLE
    assert offered.reason == "A gentle one, since something was very strong today."
    assert "You noted 8 or more of 10 today." in offered.rule
    assert suggest(facts(plan=plan("b-paced"), lately=Lately(distress=8))).offer.id == "b-paced"


def test_what_ended_worse_three_times_running_is_left_for_now() -> None:
    worse = Lately(rated=rated(TUESDAY - 30, {"d-stop": [-1, 1, 2, 1]}))
    eased = Lately(rated=rated(TUESDAY - 30, {"d-stop": [1, 1, -1]}))
    known = {"goals": "anger", "passes": (passed("i-dearman", 2),)}
    days = range(TUESDAY, TUESDAY + 36)
    assert "d-stop" in {suggest(facts(day, **known, lately=eased)).offer.id for day in days}
    assert "d-stop" not in {suggest(facts(day, **known, lately=worse)).offer.id for day in days}


def test_every_third_day_goes_to_what_was_trained_least_among_what_fits() -> None:
    """Of the goal "sleep", alarm and body were trained often, notice and direction not at all."""
    known = {"goals": "sleep", "passes": (passed("i-dearman", 2),)}
    counted = Lately(counted=(("b-paced", 8), ("b-sigh", 4)))
    days = [suggest(facts(day, **known, lately=counted)) for day in range(TUESDAY, TUESDAY + 6)]
    least = [one for one in days if one.reason == "It trains what you have trained least lately."]
    assert len(least) == 2
    for one in least:
        assert not {"alarm", "body"} >= set(one.offer.targets)
        assert "In the 30 days before today 0 of your practices trained that." in one.rule
    few = Lately(counted=(("b-paced", 4),))
    days = [suggest(facts(day, **known, lately=few)) for day in range(TUESDAY, TUESDAY + 6)]
    assert not any("trained least" in one.reason for one in days)


LOWER = {"i-fast": [-2] * 4, "i-give": [-2] * 4, "m-effective": [2] * 4}


def test_what_the_own_ratings_were_lower_after_comes_once_there_is_enough() -> None:
    known = {"passes": (passed("i-dearman", 2),)}
    enough = Lately(rated=rated(TUESDAY - 20, LOWER))
    days = [suggest(facts(day, **known, lately=enough)) for day in range(TUESDAY, TUESDAY + 12)]
    helped = [one for one in days if one.reason == "Your ratings were mostly lower after it."]
    assert {one.offer.id for one in helped} == {"i-fast", "i-give"}
    assert len(helped) == 4
    assert "For you, mostly 2 lower, 4 times." in helped[0].rule
    assert any("it need not have been the exercise" in line for line in helped[0].rule)
    few = Lately(rated=rated(TUESDAY - 20, {**LOWER, "i-give": [-2] * 3}))
    days = [suggest(facts(day, **known, lately=few)) for day in range(TUESDAY, TUESDAY + 12)]
    assert not any("mostly lower" in one.reason for one in days)
