"""What belongs to patterns, values and the diary card: goals, moves, ratings, rows, cells, habits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from rewire_app.domain.lists.diary import DiarySort
from rewire_app.errors import BadInputError
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.store import pattern_entries as patterns
from tests.store.entries import DAY

same_store = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@same_store
@given(entry=patterns.goals)
def test_a_goal_comes_back_as_it_was(store: Store, entry: patterns.PersonalGoal) -> None:
    store.goals.add(entry)
    assert store.goals.get(entry.uid) == entry


@same_store
@given(entry=patterns.moves)
def test_a_move_comes_back_as_it_was(store: Store, entry: patterns.Move) -> None:
    store.moves.add(entry)
    assert store.moves.get(entry.uid) == entry


@same_store
@given(entry=patterns.diary_rows)
def test_a_row_comes_back_as_it_was(store: Store, entry: patterns.DiaryRow) -> None:
    change = store.diary_rows.add(entry)
    assert store.diary_rows.all() == [entry]
    change.revert()


@same_store
@given(entry=patterns.diary_days)
def test_why_no_skill_was_used_comes_back_as_it_was(store: Store, entry: patterns.DiaryDay) -> None:
    change = store.diary_days.put(entry)
    assert store.diary_days.get(entry.day) == entry
    change.revert()


@same_store
@given(entry=patterns.habits)
def test_a_habit_comes_back_as_it_was(store: Store, entry: patterns.ThinkingHabit) -> None:
    change = store.thinking_habits.add(entry)
    assert store.thinking_habits.all() == [entry]
    change.revert()


def test_a_row_holds_one_cell_a_day_and_keeps_its_uid(store: Store) -> None:
    row, other = patterns.diary_row(), patterns.diary_row("Shame", sort=DiarySort.FEELING)
    first = patterns.diary_cell(row)
    store.many([row, other, first, patterns.diary_cell(other, value=2, acted=None)])
    store.diary_cells.put(patterns.diary_cell(row, value=0, acted=False))
    store.diary_cells.put(patterns.diary_cell(row, 9))
    found = store.diary_cells.between(DAY, DAY + timedelta(days=6))
    assert {(cell.row, cell.value, cell.acted) for cell in found} == {
        (row.uid, 0, False),
        (other.uid, 2, None),
    }
    assert first.uid in {cell.uid for cell in found}


def test_what_is_rated_or_filled_has_to_be_there(store: Store) -> None:
    value, row = lists.value(), patterns.diary_row()
    store.many([value, row])
    store.values.remove(value.uid)
    store.diary_rows.remove(row.uid)
    with pytest.raises(BadInputError):
        store.value_ratings.put(patterns.value_rating(value))
    with pytest.raises(BadInputError):
        store.diary_cells.put(patterns.diary_cell(row))


def test_two_rows_of_a_sort_have_two_names(store: Store) -> None:
    store.diary_rows.add(patterns.diary_row("Shame", sort=DiarySort.FEELING))
    store.diary_rows.add(patterns.diary_row("shame "))
    with pytest.raises(BadInputError):
        store.diary_rows.add(patterns.diary_row("SHAME"))


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (patterns.goal(" "), "text"),
        (patterns.move(text=""), "text"),
        (patterns.diary_row("x" * 121), "name"),
        (patterns.diary_row(sort=DiarySort.TARGET, harm=True), "harm"),
        (patterns.habit(""), "name"),
        (lists.pattern(station=6), "station"),
        (lists.worry(minute=1440), "minute"),
        (lists.expectation(later=101), "later"),
        (lists.expectation(stay_min=0), "stay_min"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(store: Store, entry: Any, field: str) -> None:
    with pytest.raises(BadInputError) as refused:
        store.many([entry])
    assert refused.value.field == field


def test_what_is_expected_outlives_all_that_it_names(store: Store, vault: Vault) -> None:
    practice, step, pattern, value = make.practice(), lists.step(), lists.pattern(), lists.value()
    goal = patterns.goal(value=value.uid)
    move = patterns.move(value=value.uid)
    tried = lists.expectation(step=step.uid, pattern=pattern.uid, practice=practice.uid, goal=goal.uid)
    store.many([practice, step, pattern, value, goal, move, tried, patterns.value_rating(value)])
    gone: list[Callable[[], object]] = [
        lambda: store.practices.remove(practice.uid),
        lambda: store.ladder.remove(step.uid),
        lambda: store.patterns.remove(pattern.uid),
        lambda: store.values.remove(value.uid),
    ]
    for remove in gone:
        remove()
    store.erasing.sweep()
    assert store.open.get(tried.uid) == replace(tried, step=None, pattern=None, practice=None)
    assert (store.goals.all(), store.moves.all()) == (
        [replace(goal, value=None)],
        [replace(move, value=None)],
    )
    store.goals.remove(goal.uid)
    store.erasing.sweep()
    assert store.open.get(tried.uid) == replace(tried, step=None, pattern=None, practice=None, goal=None)
    assert store.value_ratings.all() == []
    assert vault.faults() == []


def test_an_erased_row_takes_its_cells_with_it(store: Store, vault: Vault) -> None:
    row, other = patterns.diary_row(), patterns.diary_row("Go quiet")
    store.many([row, other, patterns.diary_cell(row), patterns.diary_cell(other)])
    store.diary_rows.remove(row.uid)
    store.erasing.sweep()
    assert [cell.row for cell in store.diary_cells.all()] == [other.uid]
    assert vault.connection.execute("SELECT count(*) FROM diary_cells").fetchone() == (1,)
    assert vault.faults() == []
