"""The order is drawn evenly, sealed before the first week, and nobody can change it unnoticed."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from rewire_app.domain.experiment.experiment import checked, seal_hash
from rewire_app.domain.experiment.sealed_order import (
    Rule,
    code_words,
    order_of,
    rule_of,
    sealed_experiment,
    seed_of,
)
from rewire_app.domain.experiment.weeks import (
    counted_weeks,
    last_day,
    left_out,
    mondays,
    week_of,
    with_week,
)
from rewire_app.insight.random_days import draw_days
from rewire_app.insight.random_weeks import ORDERS, draw_order

MONDAY = date(2026, 11, 30)


def sealed(order: str = "ABBABAAB", **given: object):
    made = sealed_experiment(
        uid="0" * 32,
        order=order,
        salt="5a17",
        a="practise in the morning",
        b="practise in the evening",
        outcome="reactivity",
        start=MONDAY,
    )
    return replace(made, **given)


def sealed_by(rule: Rule, order: str = "ABBA" * 14, seed: int = 2026, **given: object):
    made = sealed_experiment(
        uid="0" * 32,
        order=order,
        salt="5a17",
        a="practise in the morning",
        b="practise in the evening",
        outcome="reactivity",
        start=MONDAY,
        rule=rule,
        seed=seed,
    )
    return replace(made, **given)


def test_every_order_is_drawn_as_often_as_every_other():
    chance = random.Random(70)
    counts = Counter(draw_order(chance.randrange) for _turn in range(70 * 300))
    assert set(counts) == set(ORDERS)
    assert stats.chisquare(list(counts.values())).pvalue > 0.01


def test_every_number_below_seventy_gives_another_order():
    assert [draw_order(lambda n, place=place: min(place, n - 1)) for place in range(70)] == list(ORDERS)


def test_the_code_is_the_sha_256_of_the_text_and_hides_the_order():
    one = sealed()
    assert one.sealed_hash == sha256(one.seal.encode()).hexdigest() == seal_hash(one.seal)
    assert "ABBABAAB" in one.seal
    assert code_words(one.sealed_hash).replace(" ", "") == one.sealed_hash
    assert checked(one) == one


@given(st.sampled_from(ORDERS))
def test_what_was_sealed_is_read_again(order):
    assert order_of(sealed(order)) == order


def other_order():
    one = sealed()
    return replace(one, seal=one.seal.replace("ABBABAAB", "AAAABBBB"))


def resealed(text: str):
    return sealed(seal=text, sealed_hash=seal_hash(text))


@pytest.mark.parametrize(
    "changed",
    [
        other_order(),
        sealed(option_a="practise at noon"),
        sealed(option_b="practise at noon"),
        sealed(outcome="another"),
        sealed(start_day=date(2026, 12, 7)),
        sealed(sealed_hash="0" * 64),
        resealed("not JSON"),
        resealed("[]"),
        resealed('{"order": "AAABBBB"}'),
        resealed('{"order": 7}'),
    ],
    ids=["order", "a", "b", "measure", "start", "code", "text", "list", "seven", "number"],
)
def test_a_change_after_the_drawing_is_noticed(changed):
    assert order_of(changed) is None


def test_a_seal_says_its_rule_and_its_seed_and_one_without_a_rule_is_of_the_first_kind():
    by_days, by_weeks = sealed_by(Rule.DAYS), sealed_by(Rule.WEEKS, "ABBABAAB", seed=7)
    assert (order_of(by_days), rule_of(by_days), seed_of(by_days)) == ("ABBA" * 14, Rule.DAYS, 2026)
    assert (order_of(by_weeks), rule_of(by_weeks), seed_of(by_weeks)) == ("ABBABAAB", Rule.WEEKS, 7)
    assert rule_of(sealed()) is Rule.WEEKLY_MEANS
    assert "rule" not in sealed().seal
    assert checked(by_days) == by_days


def test_the_longest_names_fit_under_seal():
    name = '"' * 119
    assert checked(sealed_by(Rule.DAYS, option_a=name + "a", option_b=name + "b")).option_a == name + "a"
    made = sealed_experiment(
        uid="0" * 32,
        order="AB" * 28,
        salt="f" * 32,
        a=name + "a",
        b=name + "b",
        outcome="1" * 32,
        start=MONDAY,
        rule=Rule.DAYS,
        seed=2**32 - 1,
    )
    assert order_of(checked(made)) == "AB" * 28


@pytest.mark.parametrize(
    "changed",
    [
        sealed_by(Rule.DAYS, "AABB" * 14),
        sealed_by(Rule.DAYS, "AB" * 27),
        sealed_by(Rule.DAYS, "ABBABAAB"),
        sealed_by(Rule.WEEKS, "AB" * 28),
        sealed_by(Rule.DAYS, seed=-1),
        sealed_by(Rule.DAYS, seed=2**32),
        sealed_by(Rule.DAYS, seed=True),
        resealed('{"order": "ABBABAAB", "rule": "months", "seed": 1}'),
        resealed('{"order": "ABBABAAB", "rule": 7, "seed": 1}'),
        resealed('{"order": "ABBABAAB", "rule": "weeks"}'),
        sealed_by(Rule.DAYS, option_a="practise at noon"),
    ],
    ids=["pair", "short", "weeks", "days", "minus", "large", "truth", "rule", "number", "seed", "a"],
)
def test_an_order_that_does_not_fit_its_rule_is_no_order(changed):
    assert order_of(changed) is None


def test_every_pair_of_days_is_drawn_evenly():
    chance = random.Random(56)
    drawn = [draw_days(chance.randrange) for _turn in range(400)]
    first = [sum(order[2 * pair] == "A" for order in drawn) for pair in range(28)]
    assert stats.chisquare(first).pvalue > 0.01
    assert all(abs(count - 200) < 50 for count in first)
    assert all(order_of(sealed_by(Rule.DAYS, order)) == order for order in drawn[:20])


def test_eight_weeks_end_on_the_eighth_sunday():
    assert last_day(sealed()) == date(2027, 1, 24)
    assert counted_weeks(sealed()) == (1, 2, 3, 4, 5, 6, 7, 8)


def test_a_week_left_out_moves_the_rest_by_a_week():
    one = with_week(with_week(sealed(), 2, out=True), 5, out=True)
    assert one.note == "crisis 2 5"
    assert left_out(one) == {2, 5}
    assert counted_weeks(one) == (1, 3, 4, 6, 7, 8, 9, 10)
    assert last_day(one) == date(2027, 2, 7)
    back = with_week(with_week(one, 2, out=False), 5, out=False)
    assert back == sealed()


@pytest.mark.parametrize("note", ["", "A hard time", "crisis", "crisis two", "crisis 0"])
def test_any_other_note_leaves_no_week_out(note):
    assert left_out(sealed(note=note)) == frozenset()


def test_weeks_are_counted_from_the_start():
    assert week_of(sealed(), MONDAY) == 1
    assert week_of(sealed(), date(2026, 12, 7)) == 2
    assert week_of(sealed(), date(2026, 11, 29)) == 0


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_it_begins_on_a_monday_within_the_week(today):
    days = mondays(today, 4)
    assert {day.weekday() for day in days} == {0}
    assert 0 <= (days[0] - today).days < 7
    assert len(set(days)) == 4
