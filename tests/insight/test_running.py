"""The running sums and the rule of the calibration say what the cards say, at every look."""

from __future__ import annotations

import numpy as np
import pytest

from rewire_app.insight.change import before_and_now
from rewire_app.insight.findings import Certainty
from rewire_app.insight.verdict import judge, judge_sleep
from tests.insight import diaries, independent, looks, rule
from tests.insight.conftest import as_days

SLEEPLESS = 13
"""A seed with a person among the first four of whom the sleep card says something for a while."""


@pytest.fixture(scope="module")
def some():
    return diaries.live("bad day, less practice", 3, slope=-0.2, days=130)


@pytest.mark.parametrize("end", [56, 130])
def test_running_sums_agree_with_one_regression_at_a_time(some, end):
    card = looks.link_card(some, (56, 130))
    for person in range(2):
        x, y, *held = (
            each[person, :end]
            for each in (
                some.practised,
                some.reactivity,
                some.stress,
                looks.past_mean(some.stress),
                some.hours,
            )
        )
        alone, adjusted = independent.link(x, y), independent.link(x, y, *held)
        with_today = independent.link(x, y, x)
        at = (0 if end == 56 else 1, person)
        for leg, one in (("link", alone), ("adjusted", adjusted), ("with today", with_today)):
            assert card[leg].slope[at] == pytest.approx(one["b"], abs=1e-9), leg
            assert card[leg].p[at] == pytest.approx(one["p"], abs=1e-9), leg
            assert card[leg].variance[at] == pytest.approx(one["V"], abs=1e-9), leg


def test_the_check_the_other_way_round_uses_the_last_day_whose_week_after_is_known(some):
    card = looks.link_card(some, [130])
    done = some.practised[0]
    after = np.array([done[day + 1 : day + 8].sum() if day + 8 <= 130 else np.nan for day in range(130)])
    before = independent.past_week(done, 7)
    rows = np.flatnonzero(np.isfinite(after) & np.isfinite(before) & np.isfinite(some.reactivity[0]))
    columns = np.column_stack([np.ones(len(rows)), rows / 130, before[rows], after[rows]])
    expected = independent.regression(rows, some.reactivity[0, rows], columns, 3)
    assert card["ahead"].p[0, 0] == pytest.approx(expected["p"], abs=1e-9)


def test_sleep_beside_six_weekdays_agrees_with_one_regression_at_a_time(some):
    card = looks.sleep_card(some, [130])
    expected = independent.sleep(some.hours[1], some.reactivity[1])
    assert card["link"].p[0, 1] == pytest.approx(expected["p"], abs=1e-9)


def test_before_and_now_agrees_with_the_card_at_every_look(some):
    ends = (56, 84, 130)
    card = looks.change_card(some, ends)
    for person, ratings in enumerate(some.reactivity):
        first = int(np.argmax(~np.isnan(ratings)))
        found = [before_and_now(ratings[first:end]).estimate for end in ends]
        assert card["link"].slope[:, person] == pytest.approx([one.slope for one in found], abs=1e-9)
        assert card["link"].p[:, person] == pytest.approx([one.p for one in found], abs=1e-9)


def test_what_is_said_and_kept_follows_the_worked_weeks(more_worked):
    told = more_worked["say_keep"]
    p, side = np.array(told["p"])[:, None], np.array(told["sign"])[:, None]
    leg = looks.Leg(slope=side, p=p, variance=p, plain_p=p, missed=p, plain_missed=p)
    met = np.ones_like(p, dtype=bool)
    card = looks.Card(legs={"link": leg}, days=met, varies=met, adjustable=~met)
    words = {-1: "lower", 0: "unclear", 1: "higher"}
    assert [words[int(each)] for each in rule.say(card, rule.change).side[:, 0]] == told["shown"]


def test_a_paused_week_is_the_worked_one(more_worked):
    told = more_worked["paused_week"]
    x = diaries.practice_week(np.array([told["p"]], float), np.array([told["paused"]], bool))
    np.testing.assert_allclose(x[0], as_days(told["x"]), atol=1e-6)


def disagreements(scenario, slope, people, ends, seed=0):
    """Looks at which the program's own judge says something else, each told by what was said last."""
    some = diaries.live(scenario, people, slope=slope, days=ends[-1], seed=seed)
    card = looks.link_card(some, ends)
    told = rule.say(card, rule.link)
    cases = rule.cases(card, told)
    found = []
    for person in range(people):
        said = None
        for number, end in enumerate(ends):
            given = (some.practised, some.reactivity, some.stress, some.hours, some.paused)
            said = judge(*(series[person, :end] for series in given), said=said)
            step = 1 + (said.case not in {"not enough", "too even"}) + (told.side[number, person] != 0)
            expected = (cases[number, person], told.side[number, person], step + told.strong[number, person])
            if (str(said.case), said.side, int(said.step)) != expected:
                found.append((person, end, said.case, said.step, expected))
    return found


def test_the_rule_of_sleep_says_what_its_card_says_week_after_week():
    ends = range(140, 253, 14)
    some = diaries.live("sleep follows stress", 4, days=ends[-1], seed=SLEEPLESS)
    told = rule.say(looks.sleep_card(some, ends), rule.sleep)
    assert set(told.side.ravel()) == {-1, 0}
    for person in range(4):
        said = None
        for number, end in enumerate(ends):
            given = (some.hours, some.reactivity, some.stress)
            said = judge_sleep(*(series[person, :end] for series in given), said=said)
            step = Certainty.UNCLEAR + (said.side != 0) + told.strong[number, person]
            assert (said.side, said.step) == (told.side[number, person], step), (person, end)


def test_the_rule_says_what_the_card_says_week_after_week():
    assert disagreements("same evening -1", 0.3, 2, range(56, 141, 7)) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scenario", "slope"), [("base", -0.2), ("same evening -0.5", 0.2), ("illness pause", -0.1)]
)
def test_the_rule_says_what_the_card_says_at_every_look_of_many_people(scenario, slope):
    assert disagreements(scenario, slope, 200, looks.WEEKS) == []
