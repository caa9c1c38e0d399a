"""Experiments as they are read from a real store: blind until their end, whole after it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.days import instant
from rewire_app.domain.experiment.choice import why_not
from rewire_app.domain.experiment.day_notes import done, left_out
from rewire_app.domain.experiment.sealed_order import Rule, sealed_experiment
from rewire_app.domain.journal.entries import DayEntry, new_uid
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating
from rewire_app.insight.experiment_words import evening_check
from rewire_app.reports.experiments import experiments_as_json, outcome_of, outcomes
from rewire_app.reports.experiments_today import beside_exercise, current, other_way, read_values
from rewire_app.reports.fair_start import prospect, two_most_used
from rewire_app.reports.trends import trends
from rewire_app.reports.trends_json import as_json
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault, open_vault
from tests.domain.test_sealed_order import MONDAY, sealed, sealed_by

END = MONDAY + timedelta(days=56)
AT = instant(datetime.combine(MONDAY, time(21), UTC))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = open_vault(tmp_path / "profile")
    yield made
    made.close()


def rate(store: Store, values: dict[date, int]) -> None:
    store.many([DayEntry(uid=new_uid(AT), day=day, at=AT, reactivity=v) for day, v in values.items()])


def eight_weeks(order: str) -> dict[date, int]:
    """3 in the evenings of A weeks, 6 in those of B weeks, the first five of each week."""
    return {
        MONDAY + timedelta(days=7 * week + day): 3 if letter == "A" else 6
        for week, letter in enumerate(order)
        for day in range(5)
    }


@pytest.mark.parametrize("day", [-1, 0, 10, 30, 55])
def test_before_its_end_the_json_holds_no_order_and_no_rating(vault, day):
    store = Store(vault)
    store.experiments.add(sealed("ABBABAAB"))
    rate(store, eight_weeks("ABBABAAB"))
    [told] = experiments_as_json(vault, MONDAY + timedelta(days=day))
    assert told["result"] is None
    assert told["weeks"] is None
    assert told["sealed_text"] is None
    assert "ABBABAAB" not in json.dumps(told)
    assert numbers(told) <= {0, 1, 2, 3, 4, 5, 6, 7, 8}
    assert all(isinstance(number, int) for number in numbers(told))


def numbers(value: Any) -> set[float]:
    """Every number anywhere in `value`."""
    if isinstance(value, dict):
        return set().union(*map(numbers, value.values()))
    if isinstance(value, list):
        return set().union(*map(numbers, value)) if value else set()
    return {value} if isinstance(value, int | float) else set()


def test_at_its_end_the_json_holds_everything(vault):
    store = Store(vault)
    store.experiments.add(sealed("ABBABAAB"))
    rate(store, eight_weeks("ABBABAAB"))
    told = json.loads(as_json(trends(vault, Library(), END)))["experiments"][0]
    assert (told["phase"], told["evenings_rated"]) == ("over", [5] * 8)
    assert "".join(week["option"] for week in told["weeks"]) == "ABBABAAB"
    assert [week["mean"] for week in told["weeks"]] == [3, 6, 6, 3, 6, 3, 3, 6]
    result = told["result"]
    assert (result["finding"], result["mean_a"], result["mean_b"]) == ("clear", 3, 6)
    assert (result["orders_as_far"], result["orders"], result["p"]) == (2, 70, 2 / 70)
    assert "ABBABAAB" in told["sealed_text"]


def test_a_stopped_one_has_weeks_and_no_result(vault):
    store = Store(vault)
    store.experiments.add(replace(sealed(), stopped_day=MONDAY + timedelta(days=15)))
    rate(store, eight_weeks("ABBABAAB"))
    [told] = experiments_as_json(vault, END)
    assert told["result"] is None
    assert [week["mean"] for week in told["weeks"]] == [3, 6]


def test_only_evenings_inside_the_weeks_are_read(vault):
    store = Store(vault)
    inside, outside = eight_weeks("ABBABAAB"), {MONDAY - timedelta(days=1): 9, END: 9}
    rate(store, inside | outside)
    assert read_values(vault, sealed()) == {day.toordinal(): value for day, value in inside.items()}


def test_a_measure_of_ones_own_can_judge_and_may_be_removed_later(vault):
    store = Store(vault)
    measure = CustomMeasure(uid=new_uid(AT), name="Headache", low=0, high=5)
    store.custom_measures.add(measure)
    one = replace(sealed(), outcome=measure.uid)
    store.custom_ratings.put(CustomRating(uid=new_uid(AT), measure_uid=measure.uid, day=MONDAY, value=4))
    assert [each.name for each in outcomes(vault)] == [evening_check().name, "Headache"]
    assert read_values(vault, one) == {MONDAY.toordinal(): 4.0}
    assert outcome_of(vault, one).said(4) == "4.0 of 5"
    store.custom_measures.remove(measure.uid)
    gone = outcome_of(vault, one)
    assert (gone.name, gone.said(4)) == ("A measure that you removed", "4.0")
    assert gone.low <= 4 < gone.high


def test_the_one_that_goes_on_comes_before_a_result_that_waits(vault):
    store = Store(vault)
    assert current(store, END) is None
    over, going = sealed(), later()
    store.experiments.add(over)
    found = current(store, END)
    assert found is not None
    assert found[0] == over
    store.experiments.add(going)
    found = current(store, END)
    assert found is not None
    assert found[0] == going
    store.experiments.remove(going.uid)
    store.experiments.edit(replace(over, opened_day=END))
    assert current(store, END) is None


def later():
    """A test that begins on the day after the first one ended."""
    return sealed_experiment(
        uid="1" * 32,
        order="AABBABAB",
        salt="1",
        a="walk first",
        b="sit first",
        outcome="reactivity",
        start=END,
    )


def by_days(order: str):
    return sealed_by(Rule.DAYS, order)


def rate_days(store: Store, order: str) -> None:
    """3 or 4 in the evenings of A, 6 or 7 in those of B."""
    rate(
        store,
        {
            MONDAY + timedelta(days=day): (3 if letter == "A" else 6) + day % 3 % 2
            for day, letter in enumerate(order)
        },
    )


@pytest.mark.parametrize("day", [-1, 0, 10, 55])
def test_a_test_by_days_is_blind_before_its_end(vault, day):
    store = Store(vault)
    store.experiments.add(by_days("ABBA" * 14))
    rate_days(store, "ABBA" * 14)
    [told] = experiments_as_json(vault, MONDAY + timedelta(days=day))
    assert (told["kind"], told["result"], told["days"], told["sealed_text"]) == ("days", None, None, None)
    assert "ABBAABBA" not in json.dumps(told)
    assert told["day"] == (day + 1 if day >= 0 else None)
    assert told["evenings_rated"] == day + 1


def test_a_test_by_days_is_whole_at_its_end(vault):
    store = Store(vault)
    store.experiments.add(left_out(done(by_days("ABBA" * 14), 2, yes=True), 4, yes=True))
    rate_days(store, "ABBA" * 14)
    told = json.loads(as_json(trends(vault, Library(), END)))["experiments"][0]
    assert (told["phase"], told["evenings_rated"], told["days_left_out"], told["days_done"]) == (
        "over",
        55,
        1,
        1,
    )
    assert "".join(day["option"] for day in told["days"]) == "ABBA" * 14
    assert [day["left_out"] for day in told["days"]].index(True) == 3
    result = told["result"]
    assert result["finding"] == "lower with a"
    assert result["low"] <= result["difference"] <= result["high"] < 0
    assert result["p"] == 1 / 2000
    assert result["sentence"].startswith("Evenings were ")
    assert told["kept"] is None


def test_the_way_of_the_day_stands_beside_its_exercise_alone(vault):
    store = Store(vault)
    store.experiments.add(by_days("ABBA" * 14))
    tuesday = MONDAY + timedelta(days=1)
    way, other = "practise in the evening", "practise in the morning"
    assert beside_exercise(store, tuesday, way) == f"Today’s coin says: {way}"
    assert beside_exercise(store, tuesday, other) == f"Today’s coin says: {way}"
    assert beside_exercise(store, tuesday, "walk") == ""
    assert beside_exercise(store, END, way) == ""
    assert other_way(store, tuesday) == other
    assert other_way(store, END) == ""


def test_a_forecast_needs_42_evenings_in_a_year_and_20_of_the_last_60_days(vault):
    store = Store(vault)
    assert prospect(vault, evening_check(), MONDAY).missing == 42
    rate(store, {MONDAY - timedelta(days=100 + day): 3 + day % 5 for day in range(30)})
    assert prospect(vault, evening_check(), MONDAY).missing == 20
    rate(store, {MONDAY - timedelta(days=day): 3 + day % 4 for day in range(14)})
    assert prospect(vault, evening_check(), MONDAY).missing == 6
    rate(store, {MONDAY - timedelta(days=day): 3 + day % 4 for day in range(14, 20)})
    found = prospect(vault, evening_check(), MONDAY)
    assert found.missing == 0
    assert found.days is not None
    assert found.days.rate == pytest.approx(20 / 60)
    assert found.of(Rule.WEEKS) is found.weeks is not None


def test_evenings_that_never_differ_give_no_forecast(vault):
    rate(Store(vault), {MONDAY - timedelta(days=day): 5 for day in range(50)})
    found = prospect(vault, evening_check(), MONDAY)
    assert (found.missing, found.days, found.weeks) == (0, None, None)


def test_the_most_used_are_those_that_may_be_compared():
    library = {one.id: one for one in Library().exercises()}
    counts = {"b-54321": 9, "b-paced": 5, "gone": 4}
    known = [name for name, one in library.items() if why_not(one) is None and name != "b-paced"]
    assert two_most_used(counts, library) is None
    assert two_most_used(counts | {known[0]: 1}, library) == ("b-paced", known[0])
