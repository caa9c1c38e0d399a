"""Breathing patterns of one's own: safe exercises, and paces in paced breathing with their caution first."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rewire_app.content.breath_patterns import (
    pattern_exercise,
    pattern_uid,
    with_patterns,
)
from rewire_app.content.library import Library
from rewire_app.domain.custom import BreathPattern, checked_breath
from rewire_app.domain.exercise.breathing import PACE, Breathing, rhythm
from rewire_app.domain.exercise.exercise import Breathe, Gate
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import BreatheScreen, Screen, ScreenKind

LIBRARY = Library()
PACED = LIBRARY.exercise("b-paced")
UID = "0123456789abcdef0123456789abcdef"
SLOW = BreathPattern(uid=UID, name="Slow", inhale=4, exhale=6.5, minutes=5)
HELD = BreathPattern(uid=UID[::-1], name="Held", inhale=4, hold=2, exhale=6, hold_out=1.5, minutes=2)


def halves(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(round(low * 2), round(high * 2)).map(lambda n: n / 2)


@given(
    inhale=halves(2, 10), hold=halves(0, 7), exhale=halves(4, 12), hold_out=halves(0, 7),
    minutes=st.integers(1, 20),
)  # fmt: skip
def test_a_pattern_lasts_as_long_as_it_says_and_warns_of_every_hold(
    inhale: float, hold: float, exhale: float, hold_out: float, minutes: int
) -> None:
    pattern = checked_breath(
        BreathPattern(
            uid=UID, name="P", inhale=inhale, hold=hold, exhale=exhale, hold_out=hold_out, minutes=minutes
        )
    )
    one = pattern_exercise(pattern)
    [breath] = [step for step in one.steps if isinstance(step, Breathe)]
    assert abs(breath.rounds * breath.pace.seconds - minutes * 60) <= max(
        pattern.seconds, pattern.seconds / 2
    )
    assert one.gate is (Gate.CONFIRM if hold or hold_out else Gate.NOTICE)
    assert ("holds the breath" in one.cautions) == bool(hold or hold_out)


def test_its_id_leads_back_to_the_pattern_and_no_other_exercise_is_one() -> None:
    assert pattern_uid(pattern_exercise(SLOW).id) == UID
    assert [name for name in LIBRARY.exercise_ids() if pattern_uid(name)] == []
    assert pattern_uid("own-breath-slow") == ""


def test_a_pattern_that_changed_begins_anew_when_it_was_left_halfway() -> None:
    assert pattern_exercise(SLOW).version != pattern_exercise(HELD).version


def test_seconds_read_as_people_say_them() -> None:
    assert rhythm(SLOW) == "in 4, out 6.5"
    assert rhythm(HELD) == "in 4, hold 2, out 6, hold 1.5"


OFFERED = with_patterns(PACED, [SLOW, HELD])
[BREATH] = [step for step in OFFERED.steps if isinstance(step, Breathe)]


def screens_for(option: str) -> list[Screen]:
    """The screens of paced breathing when the pace called `option` was the last one."""
    pace = next(one for one in BREATH.paces if one.option == option)
    run = Run.begin(OFFERED, measure=LIBRARY.measure_of(PACED)).breathe(Breathing(pace=pace))
    seen: list[Screen] = []
    while run.screen.kind is not ScreenKind.FINISH:
        seen.append(run.screen)
        run = run.advance()
    assert run.answers["pace"] == [option]
    return seen


def breath(seen: list[Screen]) -> BreatheScreen:
    [found] = [one for one in seen if isinstance(one, BreatheScreen)]
    return found


def test_paced_breathing_offers_the_patterns_after_its_own_paces() -> None:
    [before] = [step for step in PACED.steps if isinstance(step, Breathe)]
    own = ["Slow: in 4, out 6.5", "Held: in 4, hold 2, out 6, hold 1.5"]
    assert [pace.option for pace in breath(screens_for(own[0])).paces] == [
        *(pace.option for pace in before.paces), *own,
    ]  # fmt: skip


def test_the_chosen_pattern_is_what_is_breathed() -> None:
    pace = breath(screens_for("Held: in 4, hold 2, out 6, hold 1.5")).pace
    assert (pace.inhale, pace.hold, pace.exhale, pace.hold_out) == (4, 2, 6, 1.5)


def test_a_pace_that_was_kept_and_is_damaged_gives_way_to_that_of_the_file() -> None:
    for text in ("", "4 6", "a b c d", "4 0 900 0", "0 0 0 0", "4 0 nan 0", "4 inf 6 0"):
        run = Run.begin(PACED)
        run = replace(run, given={PACE: text}).advance()
        assert breath([run.screen]).pace.option == "Standard: in 4, out 6"


def test_a_hold_is_warned_of_before_the_first_breath_and_only_then() -> None:
    def warned(option: str) -> bool:
        seen = screens_for(option)
        upto = seen.index(breath(seen))
        return any("holds the breath" in one.text for one in seen[:upto])

    assert warned("Held: in 4, hold 2, out 6, hold 1.5")
    assert not warned("Slow: in 4, out 6.5")


def test_other_exercises_are_left_alone() -> None:
    for one in LIBRARY.exercises():
        if one.id != "b-paced":
            assert with_patterns(one, [SLOW]) is one


def test_practices_of_a_pattern_keep_a_name_when_it_is_gone() -> None:
    library = Library()
    library.own.use({}, [pattern_exercise(SLOW)])
    name = pattern_exercise(SLOW).id
    assert library.title(name) == "Slow"
    library.own.use({})
    assert library.title(name) == "Slow"
    assert Library().title(name) == "A breathing pattern you removed"
    assert name not in library.exercise_ids()
