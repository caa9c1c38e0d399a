"""What Today says to someone who was away, and which article explains an exercise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rewire_app.content.explained import explanation_of, measure_words
from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.journal.returning import smaller
from rewire_app.reports.way_back import WayBack, way_back
from rewire_app.store import queries as reads
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

LAST = date(2026, 10, 15)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path)
    yield Store(vault)
    vault.close()


def after(store: Store, days: int) -> WayBack:
    found = way_back(reads.today(store.vault, (LAST + timedelta(days=days)).toordinal()))
    assert found is not None
    return found


def moments(month: int, count: int, minutes: int) -> list[make.Moment]:
    return [
        make.moment(20 * month + n, day=date(2026, month, 1 + n), calm_min=minutes + n) for n in range(count)
    ]


def test_two_months_are_compared_when_each_has_five_moments(store: Store) -> None:
    store.many([make.practice(day=LAST, exercise="b-paced"), *moments(9, 5, 38), *moments(10, 5, 23)])
    assert after(store, 40).there_was == (
        "In September and October you practised mostly Paced breathing. Your moments took about 40 minutes "
        "to calm in September, about 25 minutes in October."
    )


def test_a_month_with_four_moments_is_not_compared(store: Store) -> None:
    store.many([make.practice(day=LAST, exercise="b-paced"), *moments(9, 4, 38), *moments(10, 5, 23)])
    assert after(store, 40).there_was == "In September and October you practised mostly Paced breathing."


def test_an_exercise_that_is_gone_is_not_named(store: Store) -> None:
    store.many([make.practice(day=LAST, exercise="own-gone")])
    assert after(store, 5).there_was == ""


def test_a_paused_plan_is_not_asked_about(store: Store) -> None:
    store.many([make.practice(day=LAST), make.plan(from_day=LAST), make.pause(from_day=LAST)])
    assert after(store, 5).plans == ()


@pytest.mark.parametrize(
    ("per_week", "minutes", "least", "expected"),
    [(5, 4, 1, (2, 1)), (1, 10, 4, (1, 4)), (2, None, 1, (2, 1)), (2, 1, 1, None), (1, 1, 4, None)],
)
def test_a_smaller_plan_has_no_more_than_two_days_and_the_least_minutes(
    per_week: int, minutes: int | None, least: int, expected: tuple[int, int] | None
) -> None:
    plan = Plan(uid="0" * 32, from_day=LAST, per_week=per_week, cue="wake", minutes=minutes)
    found = smaller(plan, "1" * 32, LAST + timedelta(days=9), least)
    assert (found and (found.per_week, found.minutes)) == expected
    assert found is None or (found.cue, found.from_day) == ("wake", LAST + timedelta(days=9))


@pytest.mark.parametrize(
    ("exercise", "article"), [("b-paced", "L07"), ("u-ifthen", "L15"), ("no-such-exercise", None)]
)
def test_an_exercise_is_explained_by_the_article_it_names_whatever_the_path_says(
    exercise: str, article: str | None
) -> None:
    found = explanation_of(exercise)
    assert (found.article if found else None) == article


def test_what_was_rated_is_named_as_long_as_its_measure_is_there() -> None:
    assert measure_words("tension") == ("How tense you felt", False)
    assert measure_words("belief") == ("How much you believed it", True)
    assert measure_words("gone") == ("", False)
