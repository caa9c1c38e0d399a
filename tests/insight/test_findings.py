"""Each finding on both sides of its minimum: what it says, how sure it is, and what is exactly missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from rewire_app.content.words import TextPlace, forbidden_words
from rewire_app.insight.change import before_and_now
from rewire_app.insight.findings import Certainty, Finding, FindingDays
from rewire_app.insight.findings_change import ChangeFinding, bridge, change_finding, with_bridge
from rewire_app.insight.findings_consistency import consistency_finding
from rewire_app.insight.findings_eased import eased_finding, pooled_changes
from rewire_app.insight.findings_link import link_finding
from rewire_app.insight.findings_moments import moments_finding
from rewire_app.insight.link import lag_profile, practice_week
from rewire_app.insight.looks import WeeklyLook
from rewire_app.insight.verdict import judge, not_enough, weigh
from tests.insight.made_legs import NONE, PLENTY, SURE, legs_of
from tests.insight.test_link import drifting

SUNDAY = date(2026, 11, 22).toordinal()
NAN = float("nan")


def window(days: int) -> FindingDays:
    return FindingDays(first=SUNDAY - max(days, 1) + 1, last=SUNDAY, worked_out_on=SUNDAY + 1)


def texts(found: Finding) -> list[str]:
    tables = [cell for table in found.figures for row in (table.headings, *table.rows) for cell in row]
    said = [
        found.title,
        found.sentence,
        found.basis,
        found.not_proven,
        found.dated,
        *found.notes,
        *found.missing,
    ]
    return [*said, *found.reasons, *(table.title for table in found.figures), *tables]


def fit_to_be_said(found: Finding) -> None:
    for text in texts(found):
        assert forbidden_words(text, TextPlace.SCREEN) == ()
        assert "nan" not in text.lower().split()
        assert "p-value" not in text
    for table in found.figures:
        assert {len(row) for row in table.rows} <= {len(table.headings)}


# practice and reactivity


def link_of(days: int = 180, slope: float = -5.0, seed: int = 11) -> tuple[Finding, np.ndarray, np.ndarray]:
    done, y = drifting(seed, days, slope)
    rng = np.random.default_rng(2)
    verdict = judge(done, y / 10, rng.integers(2, 9, days), rng.normal(7, 1, days))
    return link_finding(replace(verdict, days=window(days)), done, y / 10), done, y / 10


def test_a_link_tells_its_worth_its_lags_and_what_it_leaves_open():
    found, done, y = link_of()
    fit_to_be_said(found)
    assert found.step is Certainty.STRONG
    assert found.basis == "Based on 138 rated days over 180 days."
    worth = round(found.link.independent_days)
    assert f"so your 138 rated days tell about as much as {worth} days" in found.worked_out.numbers[-1]
    assert found.not_proven.startswith("This does not prove a cause.")
    assert found.dated == ("Worked out on Monday 23 November 2026, from days up to Sunday 22 November 2026.")
    by_days, lags = found.figures
    x = practice_week(done)
    for days, count, mean in by_days.rows:
        of = y[(x == int(days)) & ~np.isnan(y)]
        assert (int(count), float(mean)) == (len(of), pytest.approx(of.mean(), abs=0.0501))
    assert lags.title.startswith("An exploration, not a result")
    assert [float(row[1]) for row in lags.rows] == pytest.approx(
        [each.slope for each in lag_profile(done, y)], abs=0.0051
    )


def test_no_clear_link_is_not_called_no_effect():
    found, _done, _y = link_of(slope=0.0, seed=12)
    fit_to_be_said(found)
    assert found.step is Certainty.UNCLEAR
    assert found.not_proven.startswith("No clear link does not mean no effect.")


@pytest.mark.parametrize("rated", [0, 1, 41])
def test_before_the_minimum_the_usual_first_result_is_told(rated):
    y = np.full(60, NAN)
    y[:rated] = np.arange(rated) % 9
    done = np.arange(60) % 3 == 0
    found = link_finding(replace(judge(done, y), days=window(60)), done, y)
    fit_to_be_said(found)
    assert (found.step, bool(found.missing)) == (Certainty.TOO_EARLY, True)
    assert "for months for most people" in found.notes[0]
    assert found.figures[0].rows[0][1:] == (str(rated), "42")


# before and now


def ratings(before: int, now: int, days: int = 84, then: float = 6.0, later: float = 5.0) -> np.ndarray:
    rng = np.random.default_rng(5)
    y = np.full(days, NAN)
    y[:before] = then + rng.normal(0, 0.5, before)
    y[days - now :] = later + rng.normal(0, 0.5, now)
    return y


@pytest.mark.parametrize(
    ("before", "now", "days", "missing"),
    [
        (8, 14, 84, ""),
        (7, 14, 84, "Of your first 14 days 7 are rated; 8 are needed. They are over"),
        (8, 13, 84, "Of your last 28 days 13 are rated; 14 are needed."),
        (14, 28, 42, ""),
        (14, 27, 41, "It needs 42 days from your first rated one on; so far there are 41."),
        (1, 0, 1, "It needs 42 days from your first rated one on; so far there is 1."),
    ],
)
def test_before_and_now_need_their_days_and_say_which(before, now, days, missing):
    found = change_finding(ratings(before, now, days), window(days))
    fit_to_be_said(found)
    assert bool(found.missing) is bool(missing)
    assert missing in found.sentence
    assert (found.step is Certainty.TOO_EARLY) is bool(missing)


def test_before_and_now_always_says_that_people_start_at_a_peak_and_is_never_strong():
    y = ratings(14, 28, then=9.0, later=2.0)
    found = change_finding(y, window(len(y)))
    change = before_and_now(y)
    low, high = -change.estimate.low, -change.estimate.high
    assert found.sentence == (
        f"Compared with your first two weeks: {change.before:.1f} of 10 then, {change.now:.1f} of 10 now. "
        f"Lower now than then by about {-change.estimate.slope:.1f} points of 10 ({high:.1f} to {low:.1f}), "
        "beyond what your days usually vary by. "
        "People often start when things are at their worst, so some of a drop is expected with no practice "
        "at all."
    )
    assert (found.step, found.side, found.since) == (Certainty.LIKELY, -1, SUNDAY)
    assert found.notes[0] == "Said since 22 November."
    assert "one person in nine" in found.notes[1]


def test_before_and_now_that_is_unclear_says_what_still_fits():
    found = change_finding(ratings(14, 28, then=5.2, later=5.0), window(84))
    fit_to_be_said(found)
    assert found.step is Certainty.UNCLEAR
    assert found.notes == ()
    assert "chance alone could make a difference of this size; anything from " in found.sentence
    assert " lower to " in found.sentence
    assert found.sentence.endswith("so some of a drop is expected with no practice at all.")


def test_a_rise_is_not_called_an_expected_drop():
    found = change_finding(ratings(14, 28, then=2.0, later=8.0), window(84))
    fit_to_be_said(found)
    assert (found.step, found.side) == (Certainty.LIKELY, 1)
    assert "Higher now than then by about " in found.sentence
    assert found.sentence.endswith("A rise can be a season, harder weeks, or noticing more sharply.")
    assert "drop" not in found.sentence
    even = ratings(14, 28)
    even[:14], even[-28:] = np.tile([4.0, 6.0], 7), np.tile([4.0, 6.0], 14)
    same = change_finding(even, window(84))
    assert not any(word in same.sentence for word in ("drop", "rise"))


def between(said: WeeklyLook | None = None, made: WeeklyLook | None = None) -> ChangeFinding:
    """A change that the 95% range sees and the 99.5% range does not."""
    y = ratings(14, 28, then=5.85, later=5.0)
    assert 0.005 < before_and_now(y).estimate.p < 0.05
    return change_finding(y, window(84), said=said, made=made)


def test_before_and_now_is_said_at_the_strict_level_and_kept_at_the_lax_one():
    lower = WeeklyLook(side=-1, step=Certainty.LIKELY, since=SUNDAY - 70)
    assert between().side == 0
    assert "anything from " in between().sentence
    assert " higher fits" in between().sentence
    kept = between(said=lower)
    assert (kept.step, kept.look) == (Certainty.LIKELY, lower)
    assert between(said=replace(lower, side=1)).side == 0
    assert between(made=lower).look == lower
    assert between(made=WeeklyLook(side=0, step=Certainty.UNCLEAR)).side == 0


def test_a_side_that_the_averages_do_not_show_is_never_said():
    found = 0
    for seed in range(40):
        rng = np.random.default_rng(seed)
        y = 5 + np.cumsum(rng.normal(0, 0.3, 84)) + rng.normal(0, 1, 84)
        change = before_and_now(y)
        side = int(np.sign(change.estimate.slope))
        told = change_finding(y, window(84), made=WeeklyLook(side=side, step=Certainty.LIKELY))
        agree = side * (change.now - change.before) > 0
        assert told.side == (side if agree else 0)
        found += not agree
    assert found


def test_a_look_that_is_made_lets_before_and_now_say_no_more_until_the_next():
    y = ratings(14, 28, then=9.0, later=2.0)
    found = change_finding(y, window(84), made=WeeklyLook(side=0, step=Certainty.UNCLEAR))
    assert (found.side, found.step) == (0, Certainty.UNCLEAR)
    assert "its next look may say more" in found.sentence


@pytest.mark.parametrize(
    ("side", "said", "drift", "words"),
    [
        (-1, NONE, 4.0, "and practice did too. Your data cannot tell the two apart."),
        (-1, NONE, -1.0, "and practice did too."),
        (-1, NONE, 0.9, "while practice stayed about the same."),
        (1, SURE, 4.0, "and practice did too."),
        (-1, SURE, 4.0, ""),
        (0, NONE, 4.0, ""),
    ],
)
def test_a_bridge_stands_where_both_findings_differ(side, said, drift, words):
    verdict = weigh(legs_of(-0.4, said, today=said), replace(PLENTY, drift=drift))
    change = replace(change_finding(ratings(14, 28), window(84)), side=side, notes=("A note.",))
    assert words in bridge(verdict, change)
    assert bool(bridge(verdict, change)) is bool(words)
    notes = with_bridge(change, verdict).notes
    assert notes == ((bridge(verdict, change), "A note.") if words else ("A note.",))
    assert bridge(not_enough(PLENTY), change) == ""


def test_ten_years_between_change_nothing_but_the_time_it_takes():
    rng = np.random.default_rng(9)
    y = 5 + rng.normal(0, 1, 3650)
    found = change_finding(y, window(3650))
    assert [row[3] for row in found.figures[0].rows] == [f"{y[:14].mean():.1f}", f"{y[-28:].mean():.1f}"]


# moments


def moments(count: int, *, first: int = 0, going: int = 0) -> Finding:
    """`count` moments in the last four weeks, `first` in four weeks three months ago."""
    days = [SUNDAY - 90 + n % 28 for n in range(first)] + [SUNDAY - 1 - n % 27 for n in range(count)]
    number = first + count
    calm = np.full(number, 20.0)
    calm[number - going :] = np.inf
    peaks, new = np.r_[np.full(first, 8.0), np.full(count, 5.0)], np.r_[np.zeros(first), np.ones(count)]
    return moments_finding(np.array(days, dtype=float), peaks, calm, new, window(120))


@pytest.mark.parametrize(
    ("count", "missing"),
    [(0, "0 moments have"), (1, "1 moment has"), (4, "4 moments have a rating; 5 are needed."), (5, "")],
)
def test_moments_need_five_with_a_value(count, missing):
    found = moments(count)
    fit_to_be_said(found)
    assert bool(found.missing) is bool(missing)
    assert missing in found.sentence


def test_the_first_weeks_stand_beside_the_last_once_they_do_not_touch():
    found = moments(6, first=5)
    fit_to_be_said(found)
    assert found.sentence == (
        "The middle peak was 8 of 10 in your first 28 days and 5 of 10 in the last 28. "
        "Calm came back after 20 minutes then and 20 minutes now, in the middle. "
        "0 of 5 moments took the new response then, 6 of 6 moments now."
    )
    assert found.step is Certainty.UNCLEAR
    assert moments(6).sentence.startswith("Over the last 28 days the middle peak was 5 of 10.")


def test_a_moment_still_going_counts_as_longer_than_any():
    assert "longer than noted (still going)" in moments(5, going=3).sentence
    assert "20 minutes" in moments(5, going=2).sentence
    assert "1 moment was still going." in moments(5, going=1).worked_out.numbers


# what eased during exercises

ENOUGH = {"Observe": [-2.0, -1, -2, -3, -1, -2], "Drop anchor": [-1.0, -2, -1, -2], "STOP": [-3.0, -2]}


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        (ENOUGH, ()),
        ({**ENOUGH, "STOP": [-3.0]}, ("You have 2 exercises", "They have 10 rated sessions in all; 12")),
        ({**ENOUGH, "Observe": [-2.0] * 5}, ("They have 11 rated sessions in all; 12 are needed.",)),
        ({"Observe": [-2.0] * 12}, ("You have 1 exercise rated before and after at least twice; 3",)),
        ({}, ("You have 0 exercises", "They have 0 rated sessions")),
    ],
)
def test_what_eased_needs_three_exercises_and_twelve_sessions(changes, missing):
    found = eased_finding(changes, window(180))
    fit_to_be_said(found)
    assert len(found.missing) == len(missing)
    assert all(words in line for words, line in zip(missing, found.missing, strict=True))
    assert found.notes == (
        "Strong feelings often ease on their own, so part of this drop would have come anyway.",
    )


def test_what_eased_lists_the_pooled_numbers_and_has_no_certainty():
    found = eased_finding(ENOUGH, window(180))
    pooled = pooled_changes(ENOUGH)
    assert [row[0] for row in found.figures[0].rows] == [each.exercise for each in pooled.exercises]
    assert [float(row[3]) for row in found.figures[0].rows] == pytest.approx(
        [each.pooled for each in pooled.exercises], abs=0.0051
    )
    assert (found.step, found.step_word) == (None, "")
    assert found.sentence.startswith(
        f"After exercises your ratings were about {abs(pooled.centre):.1f} points"
    )
    mixed = {name: [-2.0, 2.0] * 3 for name in ENOUGH}
    still = eased_finding(mixed, window(180))
    assert still.sentence == "After exercises your ratings were about the same as before."


# consistency

FORTNIGHT = np.array([1, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 0, 1], dtype=float)


def consistency(done: np.ndarray, plan: float = 7) -> Finding:
    return consistency_finding(done, np.full(len(done), plan), np.zeros(len(done)), window(len(done)))


def test_consistency_adds_up_day_by_day_and_names_no_lost_day():
    found = consistency(FORTNIGHT)
    fit_to_be_said(found)
    assert found.step is None
    assert found.step_word == ""
    assert found.sentence.startswith("10 of 14 planned days, in the last 14 days. Strength 31 of 100: ")
    over = consistency(FORTNIGHT, 4)
    assert over.sentence.startswith("10 of 8 planned days, in the last 14 days. Strength ")
    assert "Yours come to 125: more than you planned." in " ".join(over.worked_out.numbers)
    assert "%" not in over.sentence
    points = [float(row[2]) for row in found.figures[0].rows]
    assert sum(points) == pytest.approx(100 * 10 / 14, abs=0.5)
    assert [row[1] for row in found.figures[0].rows] == [
        "practised" if day else "no practice" for day in FORTNIGHT
    ]
    assert "Gaps are normal." in found.notes[0]
    assert any(line.startswith("With practice on the next day strength") for line in found.worked_out.numbers)


@pytest.mark.parametrize(("days", "shown"), [(6, False), (7, True)])
def test_consistency_is_shown_from_seven_days_on(days, shown):
    found = consistency(FORTNIGHT[:days])
    fit_to_be_said(found)
    assert bool(found.missing) is not shown
    assert bool(found.figures) is shown
