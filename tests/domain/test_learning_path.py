"""Where the steps of the path stand: read, practised, answered, in any order."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.days import Instant
from rewire_app.domain.library.learning_path import (
    LearningPath,
    PathStep,
    StepState,
    next_to_read,
    step_states,
    where_to_go_on,
)
from rewire_app.domain.library.reading import Reading, Reply

DAY = date(2026, 11, 3)
AT = Instant(utc_ms=0, offset_min=0, zone="UTC")
STEPS = tuple(
    PathStep(
        id=f"s{n}", title=f"Step {n}", intro="", article=f"L0{n}", exercise=f"x-{n}", question="What is it?"
    )
    for n in (1, 2, 3)
)
PATH = LearningPath(intro="", steps=STEPS)


def reading(article: str, day: date | None) -> Reading:
    return Reading(uid=article, article=article, opened=AT, read_day=day)


def reply(step: PathStep) -> Reply:
    return Reply(uid="u", article=step.article, question=step.reply_name, text="Mine", at=AT, day=DAY)


def states(*, read: dict[str, date | None] | None = None, done: dict[str, date] | None = None,
           said: tuple[PathStep, ...] = ()) -> tuple[StepState, ...]:  # fmt: skip
    readings = [reading(article, day) for article, day in (read or {}).items()]
    return step_states(PATH, readings, [reply(step) for step in said], done or {})


def test_nothing_is_done_at_first_and_the_path_begins_at_its_beginning() -> None:
    found = states()
    assert [state.parts for state in found] == [0, 0, 0]
    assert next_to_read(found) == STEPS[0]
    assert where_to_go_on(found) == STEPS[0]


def test_an_article_that_was_only_opened_is_not_read() -> None:
    assert states(read={"L01": None})[0].read is None


def test_steps_may_be_taken_in_any_order() -> None:
    found = states(read={"L03": DAY}, done={"x-2": DAY}, said=(STEPS[1],))
    assert [state.parts for state in found] == [0, 2, 1]
    assert next_to_read(found) == STEPS[0]


def test_practice_counts_whenever_it_was_and_is_told_apart_by_the_day_of_reading() -> None:
    before, same = date(2026, 11, 1), DAY
    [early, *_rest] = states(read={"L01": DAY}, done={"x-1": before})
    [late, *_rest] = states(read={"L01": DAY}, done={"x-1": same})
    assert (early.parts, early.since_reading) == (2, False)
    assert (late.parts, late.since_reading) == (2, True)


def test_only_the_answer_to_the_path_question_counts() -> None:
    other = Reply(uid="u", article="L01", question="1", text="Mine", at=AT, day=DAY)
    [first, *_rest] = step_states(PATH, [], [other], {})
    assert first.reply is None


def test_when_everything_was_done_nothing_is_next() -> None:
    found = states(
        read={step.article: DAY for step in STEPS},
        done={step.exercise: DAY for step in STEPS},
        said=STEPS,
    )
    assert next_to_read(found) is None
    assert where_to_go_on(found) is None


def test_what_one_works_on_comes_first_as_long_as_it_is_open() -> None:
    assert where_to_go_on(states(), ["L03", "L02"]) == STEPS[1]
    done = states(read={"L03": DAY}, done={"x-3": DAY}, said=(STEPS[2],))
    assert where_to_go_on(done, ["L03"]) == STEPS[0]
