"""Which step of a ladder may be taken today, how its tries are counted, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.lists.entries import LadderStep
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState
from rewire_app.domain.lists.ladder_words import course_words, refusal_words, rung_words
from rewire_app.domain.lists.ladders import (
    Aftermath,
    ClimbingDay,
    Contexts,
    FearLadder,
    RungState,
    StepRefusal,
    aftermath,
    climbing_day,
    contexts,
    fear_course,
    harder_lately,
    ladders,
    new_on,
    refusal,
    top_down,
)

TODAY = date(2026, 11, 26)
EARLIER = TODAY - timedelta(days=3)


def step(n: int, distress: int | None, *, done: bool = False, fear: str = "Phones") -> LadderStep:
    return LadderStep(
        uid=f"{n:032x}",
        step=f"Step {n}",
        fear=fear,
        distress=distress,
        done_day=EARLIER if done else None,
    )


def attempt(n: int, of: LadderStep, fear: int | None, day: date = EARLIER, **more: str) -> Expectation:
    return Expectation(
        uid=f"{1000 + n:032x}",
        what=of.step,
        kind=ExpectationKind.EXPOSURE,
        step=of.uid,
        found=fear,
        made_day=day,
        looked_day=day,
        state=ExpectationState.DONE,
        **more,
    )


def one_ladder(steps: list[LadderStep], tries: list[Expectation] | None = None) -> FearLadder:
    [found] = ladders(steps, tries or [])
    return found


def why(ladder: FearLadder, of: LadderStep, **day: object) -> StepRefusal | None:
    rung = ladder.rung(of.uid)
    assert rung is not None
    return refusal(rung, ladder, ClimbingDay(today=TODAY, **day))  # type: ignore[arg-type]


STEPS = st.lists(st.tuples(st.none() | st.integers(0, 10), st.booleans()), min_size=1, max_size=9).map(
    lambda some: [step(n, hard, done=done) for n, (hard, done) in enumerate(some)]
)
"""Steps of one ladder: their fear, and whether each was taken."""


@given(STEPS, st.lists(st.integers(0, 12).map(lambda n: f"{n:032x}"), unique=True))
def test_every_step_stands_once_and_a_chosen_order_stays(steps: list[LadderStep], order: list[str]) -> None:
    shown = [one.uid for one in top_down(steps, order)]
    assert sorted(shown) == sorted(one.uid for one in steps)
    assert [uid for uid in shown if uid in order] == [uid for uid in order if uid in shown]


def test_the_next_step_is_the_lowest_that_was_not_taken() -> None:
    steps = [step(1, 8), step(2, 2, done=True), step(3, 5)]
    ladder = one_ladder(steps)
    assert ladder.next is not None
    assert ladder.next.step == steps[2]
    [moved] = ladders(steps, order=[one.uid for one in (steps[2], steps[1], steps[0])])
    assert moved.next is not None
    assert moved.next.step == steps[0]


@given(STEPS, st.none() | st.integers(0, 10), st.booleans())
def test_never_more_than_one_new_step_and_never_more_than_one_up(
    steps: list[LadderStep], distress: int | None, unwanted: bool
) -> None:
    ladder = one_ladder(steps)
    day = ClimbingDay(today=TODAY, distress=distress, unwanted=unwanted)
    offered = [rung for rung in ladder.rungs if refusal(rung, ladder, day) is None]
    fresh = [rung for rung in offered if rung.state is not RungState.TAKEN]
    assert fresh in ([], [ladder.next])
    if (distress or 0) >= 8 or unwanted:
        assert offered == []
    else:
        assert all(rung in offered for rung in ladder.rungs if rung.state is RungState.TAKEN)


@given(STEPS, STEPS)
def test_after_a_new_step_no_ladder_offers_another_one_that_day(
    one: list[LadderStep], other: list[LadderStep]
) -> None:
    moved = [replace(each, uid=f"{int(each.uid, 16) + 500:032x}", fear="Heights") for each in other]
    first = one_ladder(one)
    if first.next is None:
        return
    gone = attempt(1, first.next.step, 4, TODAY)
    found = ladders([*one, *moved], [gone])
    day = climbing_day(found, TODAY)
    assert day.new == {first.next.step.uid}
    offered = {
        rung.step.uid
        for ladder in found
        for rung in ladder.rungs
        if rung.state is not RungState.TAKEN and refusal(rung, ladder, day) is None
    }
    assert offered <= day.new


@pytest.mark.parametrize(
    ("steps", "of", "day", "expected"),
    [
        ([step(1, 3), step(2, 5)], 0, {}, None),
        ([step(1, 3), step(2, 5)], 0, {"distress": 8}, StepRefusal.HARD_DAY),
        ([step(1, 3, done=True), step(2, 5)], 0, {"distress": 9}, StepRefusal.HARD_DAY),
        ([step(1, 3), step(2, 5)], 0, {"unwanted": True}, StepRefusal.UNWANTED),
        ([step(1, 3), step(2, 5)], 1, {}, StepRefusal.ONE_UP),
        ([step(1, 3, done=True), step(2, 5)], 1, {"new": frozenset({"x"})}, StepRefusal.ONE_A_DAY),
        ([step(1, 3, done=True), step(2, 6)], 1, {}, StepRefusal.TOO_FAR),
        ([step(1, 3, done=True), step(2, 5)], 1, {}, None),
        ([step(1, 3, done=True), step(2, 5)], 0, {"new": frozenset({"x"})}, None),
        ([step(1, None, done=True), step(2, 9)], 1, {}, None),
    ],
)
def test_each_refusal_has_its_reason_and_its_sentence(
    steps: list[LadderStep], of: int, day: dict[str, object], expected: StepRefusal | None
) -> None:
    found = why(one_ladder(steps), steps[of], **day)
    assert found is expected
    if expected is not None:
        words = refusal_words(expected)
        assert words[-1] == "."
        assert not any(word in words.lower() for word in ("should", "fail", "must", "!"))


@pytest.mark.parametrize("state", [ExpectationState.DONE, ExpectationState.OPEN])
def test_very_strong_fear_ends_every_ladder_for_that_day_only(state: ExpectationState) -> None:
    low, high, other = step(1, 3, done=True), step(2, 5), step(3, 2, fear="Heights")
    for gone, expected in ((TODAY, StepRefusal.HARD_DAY), (EARLIER, None)):
        tried = replace(attempt(1, low, 8, gone), state=state, chance=50)
        found = ladders([low, high, other], [tried])
        day = climbing_day(found, TODAY, distress=3)
        assert day.distress == (8 if gone == TODAY else 3)
        refused = {refusal(rung, ladder, day) for ladder in found for rung in ladder.rungs}
        assert refused == {expected}


@pytest.mark.parametrize(
    ("found", "expected", "after"),
    [
        (None, 3, Aftermath.NONE),
        (7, 2, Aftermath.NONE),
        (8, 7, Aftermath.SETTLE),
        (8, None, Aftermath.SETTLE),
        (8, 6, Aftermath.END),
        (10, 3, Aftermath.END),
    ],
)
def test_distress_of_eight_is_settled_first(
    found: int | None, expected: int | None, after: Aftermath
) -> None:
    assert aftermath(found, expected) is after


@pytest.mark.parametrize(
    ("expected", "fears", "harder"),
    [
        (4, [5, 6, 5], True),
        (4, [2, 5, 5, 5], True),
        (4, [5, 5, 4], False),
        (4, [5, 5, 5, 2], False),
        (4, [5, None, 5], False),
        (4, [5, 5], False),
        (None, [9, 9, 9], False),
    ],
)
def test_a_step_that_is_harder_three_times_running_may_be_left(
    expected: int | None, fears: list[int | None], harder: bool
) -> None:
    of = step(1, expected, done=True)
    [rung] = one_ladder([of], [attempt(n, of, fear) for n, fear in enumerate(fears)]).rungs
    assert harder_lately(rung) is harder


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 2)), min_size=10, max_size=60))
def test_over_many_days_a_ladder_is_climbed_from_below_and_never_two_new_steps_a_day(
    days: list[tuple[int, int]],
) -> None:
    """Each day so many steps are gone to as are offered, up to two, each with that much fear."""
    steps, tries = [step(n, n + 2) for n in range(7)], list[Expectation]()
    for number, (fear, times) in enumerate(days):
        today = TODAY + timedelta(days=number)
        before = {one.uid for one in steps if one.done_day is not None}
        for _time in range(times):
            [ladder] = ladders(steps, tries)
            day = climbing_day([ladder], today)
            offered = [rung.step for rung in ladder.rungs if refusal(rung, ladder, day) is None]
            if not offered:
                assert any(one.looked_day == today and (one.found or 0) >= 8 for one in tries)
                break
            gone = offered[0]  # the hardest there is
            tries.append(attempt(len(tries), gone, fear, today))
            steps = [replace(one, done_day=today) if one == gone else one for one in steps]
        taken = {one.uid for one in steps if one.done_day is not None}
        assert len(taken - before) <= 1
        assert taken == {one.uid for one in steps[: len(taken)]}


def test_a_step_that_was_stopped_is_a_try_and_stays_the_next_one() -> None:
    first = step(1, 3)
    ladder = one_ladder([first], [attempt(1, first, None, TODAY)])
    assert ladder.next is not None
    assert len(ladder.next.tries) == 1
    assert why(ladder, first, new=new_on([ladder], TODAY)) is None


def test_a_step_planned_on_an_earlier_day_is_new_on_the_day_it_is_gone_to() -> None:
    first = step(1, 3)
    planned = replace(attempt(1, first, 3, TODAY), made_day=EARLIER)
    assert new_on([one_ladder([first], [planned])], TODAY) == {first.uid}
    waits = replace(planned, state=ExpectationState.OPEN, looked_day=None)
    ladder = one_ladder([first], [waits])
    assert new_on([ladder], TODAY) == set()
    assert ladder.next is not None
    assert ladder.next.planned == waits


def test_a_try_belongs_to_its_step_by_uid_and_an_older_one_by_its_words() -> None:
    first, other = step(1, 3), replace(step(2, 3, fear="Heights"), step="step 1 ")
    named = attempt(1, other, 5)
    older = replace(attempt(2, first, 4), step=None)
    found = ladders([first, other], [named, older])
    assert [[len(rung.tries) for rung in ladder.rungs] for ladder in found] == [[1], [2]]


@given(
    st.lists(st.tuples(st.sampled_from(["", "Shop", "shop ", "Bus"]), st.sampled_from(["", "Alone", "Noor"])))
)
def test_places_and_company_are_counted_once_each(told: list[tuple[str, str]]) -> None:
    of = step(1, 3)
    tries = [attempt(n, of, 3, place=place, company=company) for n, (place, company) in enumerate(told)]
    found = contexts(tries)
    assert found == contexts(list(reversed(tries)))
    same = {"Shop": "shop", "shop ": "shop", "Bus": "bus"}
    assert found.places == len({same[place] for place, _who in told if place})
    assert found.companies == len({who for _place, who in told} - {""})


def test_fear_need_not_fall_and_is_told_without_comment() -> None:
    steps = [step(n, 4, done=True) for n in range(4)]
    fears = ([5, 3, 2], [4, 4], [3, 5], [6])
    tries = [
        attempt(10 * n + k, steps[n], fear) for n, some in enumerate(fears) for k, fear in enumerate(some)
    ]
    ladder = one_ladder(steps, tries)
    course = fear_course(ladder)
    assert (course.fell, course.stayed, course.rose, course.steps) == (1, 1, 1, 3)
    assert course_words(ladder) == (
        "One dot is one try, the upright line is what you expected. Of 3 steps you tried more than once, "
        "fear fell on 1, stayed on 1, rose on 1. Either way it counts as a try."
    )
    told = {rung.step.uid: rung_words(rung) for rung in ladder.rungs}
    assert [told[one.uid] for one in steps] == [
        "3 tries. Fear 5, 3, 2",
        "2 tries. Fear 4, then 4",
        "2 tries. Fear 3, then 5",
        "1 try. Fear 6 at its highest",
    ]


def test_what_was_not_noted_is_left_out() -> None:
    assert contexts([]) == Contexts(places=0, companies=0)
    ladder = one_ladder([step(1, None), step(2, None)])
    assert [rung_words(rung) for rung in ladder.rungs] == ["Later", "Next"]
