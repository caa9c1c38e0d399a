"""Practice against reactivity: the right days enter, once a week, and the picture shows the same days."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rewire_app.charts.comparison import comparison, sleep_comparison
from rewire_app.charts.notes import Notes, daily
from rewire_app.errors import NobodyWaitsError
from rewire_app.insight.findings import Certainty
from rewire_app.insight.link import estimate_link, practice_week
from rewire_app.insight.looks import NOTHING_SAID, KeptLook, WeeklyLook
from rewire_app.insight.rules import Case
from tests.charts.conftest import TODAY, notes_of
from tests.insight.test_link import drifting


def person(days: int, slope: float = -5.0, until: int = TODAY, seed: int = 11) -> Notes:
    """`days` days up to `until` with practice that varies and reactivity 0 to 10."""
    done, y = drifting(seed, days, slope, missing=0.1)
    first = until - days + 1
    whole = np.clip(np.round(y / 10), 0, 10)
    rng = np.random.default_rng(seed)
    return notes_of(
        first,
        until,
        practice=[(first + n, 600) for n in range(days) if done[n]],
        reactivity=[(first + n, whole[n]) for n in range(days) if not np.isnan(whole[n])],
        stress=[(first + n, int(rng.integers(2, 8))) for n in range(days)],
        sleep=[(first + n, int(rng.integers(380, 500))) for n in range(days)],
    )


def test_the_comparison_takes_the_last_365_days_up_to_sunday_and_practice_of_21_before():
    notes = person(500)
    result = comparison(notes, TODAY)
    assert (result.last, result.last - result.first + 1, result.first - result.start) == (TODAY - 2, 365, 21)
    whole, rated = (result.start, result.last), notes.reactivity.over(result.first, result.last)
    reactivity = np.r_[np.full(21, np.nan), rated]
    assert result.verdict.link == estimate_link(notes.practised(*whole), reactivity)
    assert result.verdict.link.rated_days == np.sum(~np.isnan(rated))
    assert result.verdict.adjusted is not None


def test_a_size_is_told_for_the_plan_and_paused_days_are_left_out():
    notes = person(300)
    first = TODAY - 299
    rested = replace(notes, plans=((first, 3),), pauses=((TODAY - 100, TODAY - 90),))
    found = comparison(rested, TODAY).verdict
    assert found.side == -1
    assert any(note.startswith("3 practice days in the week instead of none") for note in found.notes)
    assert found.enough.paused_days == 11
    assert any(note.startswith("5 practice days") for note in comparison(notes, TODAY).verdict.notes)


@pytest.mark.parametrize("weekday", range(7))
def test_the_comparison_is_the_same_all_week(weekday):
    notes = person(200, until=TODAY + 5)
    monday = TODAY - 1
    assert comparison(notes, monday + weekday).last == monday - 1


def test_a_sunday_that_is_over_counts():
    notes = person(200)
    assert comparison(notes, TODAY - 2, day_over=True).last == TODAY - 2
    assert comparison(notes, TODAY - 2).last == TODAY - 9


def test_what_is_missing_is_counted_up_to_today():
    few = person(20)
    rated = len(few.reactivity.days)
    assert f"You have {rated} rated days" in comparison(few, TODAY).verdict.sentence


def test_the_minimum_met_in_midweek_waits_for_monday():
    verdict = comparison(person(57), TODAY).verdict
    assert verdict.case is Case.WAITING
    assert "next on Monday 30 November." in verdict.sentence
    assert (
        verdict.dated == "Worked out on Tuesday 24 November 2026, from days up to Tuesday 24 November 2026."
    )
    assert comparison(person(60), TODAY).verdict.case is not Case.WAITING


def test_nothing_noted_is_not_enough():
    result = comparison(Notes(), TODAY)
    assert result.verdict.case is Case.NOT_ENOUGH
    assert result.scatter().points == ()
    assert result.scatter(weekly=True).points == ()


def test_every_rated_day_is_in_a_point():
    result = comparison(person(180), TODAY)
    picture = result.scatter()
    assert result.verdict.link is not None
    assert sum(point.count for point in picture.points) == result.verdict.link.rated_days
    x = practice_week(result.days.amounts)
    for point in picture.points:
        assert point.count == int(((x == point.x) & (result.days.reactivity == point.y)).sum())
    assert picture.based_on == f"Each dot is one evening: {result.verdict.link.rated_days} rated days."
    assert picture.sentence == result.verdict.sentence
    assert len(picture.table.rows) == len(picture.points)


def test_the_line_falls_by_the_slope_and_has_its_band():
    result = comparison(person(180), TODAY)
    line = result.scatter().line
    assert line is not None
    assert result.verdict.link is not None
    assert np.diff(line.y) == pytest.approx([result.verdict.link.slope] * (len(line.y) - 1))
    assert all(low < y < high for low, y, high in zip(line.low, line.y, line.high, strict=True))


def test_the_line_runs_only_over_practice_days_that_were_lived():
    notes = person(180)
    result = comparison(notes, TODAY)
    lived = [point.x for point in result.scatter().points]
    line = result.scatter().line
    assert (line.x[0], line.x[-1]) == (min(lived), max(lived))
    often = [(day, 600) for day in range(TODAY - 179, TODAY) if day // 14 % 2 or day % 7 > 2]
    few = comparison(replace(notes, practice=daily(often)), TODAY).scatter()
    assert few.line.x[0] > 2
    assert f"with {int(few.line.x[0])} practice days to" in few.summary


def test_too_early_has_points_and_no_line():
    picture = comparison(person(30), TODAY).scatter()
    assert picture.points
    assert picture.line is None


def test_weeks_are_points_of_their_average():
    result = comparison(person(180), TODAY)
    picture = result.scatter(weekly=True)
    last = picture.points
    assert 20 <= sum(point.count for point in last) <= 25
    week = result.days.reactivity[-7:]
    before = int(result.days.amounts[-14:-7].sum())
    assert (before, round(float(np.nanmean(week)), 1)) in {(point.x, point.y) for point in last}
    assert picture.points[0].words.startswith(f"{int(picture.points[0].x)} practice day")


# looks


STRONG = WeeklyLook(side=-1, step=Certainty.STRONG, since=TODAY - 100)


def looked(notes: Notes, look: WeeklyLook, weeks_ago: int = 0, card: str = "link") -> Notes:
    """`notes` with the newest look of a card, made so many weeks before this one."""
    kept = KeptLook(card=card, week=TODAY - 2 - 7 * weeks_ago, look=look)
    return replace(notes, looks={card: kept})


def test_a_look_of_this_week_stands_whatever_the_numbers_say():
    quiet = person(180, slope=0.0)
    fresh = comparison(quiet, TODAY).verdict
    assert (fresh.side, fresh.step) == (0, Certainty.UNCLEAR)
    stands = comparison(
        looked(quiet, WeeklyLook(side=int(np.sign(fresh.link.slope)), step=Certainty.LIKELY)), TODAY
    )
    assert (abs(stands.verdict.side), stands.verdict.step) == (1, Certainty.LIKELY)
    assert stands.verdict.link == fresh.link
    loud = looked(person(180), NOTHING_SAID)
    assert comparison(person(180), TODAY).verdict.side == -1
    assert comparison(loud, TODAY).verdict.side == 0
    assert "its next look may say more" in comparison(loud, TODAY).verdict.sentence


def test_what_was_said_last_is_kept_with_its_day():
    kept = comparison(looked(person(180), STRONG, 2), TODAY).verdict
    assert kept.look == STRONG
    assert kept.notes[0] == "Said since 16 August."
    anew = comparison(looked(person(180), STRONG, 5), TODAY).verdict
    assert anew.look == WeeklyLook(side=-1, step=Certainty.STRONG, since=TODAY - 2)


def test_a_minimum_that_is_no_longer_met_silences_a_look():
    few = looked(person(30), STRONG)
    assert comparison(few, TODAY).verdict.case is Case.NOT_ENOUGH


@pytest.mark.parametrize(("weeks", "side"), [(0, -1), (2, -1), (4, -1), (5, 0), (-1, 0)])
def test_who_makes_no_look_is_told_what_the_last_one_said(weeks, side):
    verdict = comparison(looked(person(180), STRONG, weeks), TODAY, looking=False).verdict
    assert verdict.side == side
    assert comparison(person(180), TODAY, looking=False).verdict.side == 0


def test_sleep_has_looks_of_its_own():
    notes = looked(person(180), STRONG)
    assert sleep_comparison(notes, TODAY).verdict.side == 0
    slept = looked(person(180), NOTHING_SAID, card="sleep")
    assert comparison(slept, TODAY).verdict.side == -1


def test_nobody_waiting_ends_the_work_between_two_legs():
    asked = []

    def alive() -> bool:
        asked.append(True)
        return len(asked) < 2

    with pytest.raises(NobodyWaitsError):
        comparison(person(180), TODAY, alive=alive)
    assert len(asked) == 2


# what could be seen


def test_how_steep_a_link_would_need_to_be_is_drawn_where_none_is_seen():
    result = comparison(person(180, slope=0.0), TODAY)
    picture, smallest = result.scatter(), result.verdict.sight.smallest
    assert [round((right[1] - left[1]) / (right[0] - left[0]), 6) for left, right in picture.steep] == [
        pytest.approx(-smallest),
        pytest.approx(smallest),
    ]
    middle = (picture.line.x[0] + picture.line.x[-1]) / 2
    for left, right in picture.steep:
        assert picture.line.x[0] <= left[0] < middle < right[0] <= picture.line.x[-1]
        assert 0 <= min(left[1], right[1]) <= max(left[1], right[1]) <= 10
    assert picture.based_on.endswith("Dashed: the smallest link that could be seen.")
    assert picture.based_on in picture.summary
    wide = [(TODAY - n, 8 if n % 5 == 0 else 1) for n in range(70)]
    cut = comparison(replace(person(70), measured={"reactivity": daily(wide)}), TODAY).scatter()
    assert min(end[1] for ends in cut.steep for end in ends) == pytest.approx(0)
    assert cut.steep[0][0][0] > cut.line.x[0]
    said = comparison(person(180), TODAY).scatter()
    assert said.steep == ()
    assert "Dashed" not in said.summary
