"""The diary card of a week is made from what was entered, and from rows of the person's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from rewire_app import i18n
from rewire_app.content.library import Library
from rewire_app.domain.journal.entries import Status, new_uid
from rewire_app.domain.lists.diary import DiaryCell, DiaryDay, DiaryRow, DiarySort
from rewire_app.domain.lists.skill_groups import SkillGroup
from rewire_app.reports.diary import ORDER, read_week
from rewire_app.reports.diary_week import ASLEEP, MOMENT, STRESS, DiaryPart, DiaryWeek
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make

MONDAY = date(2026, 11, 16)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
TODAY = date(2026, 11, 24)
LIBRARY = Library()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


def row(name: str, sort: DiarySort = DiarySort.FEELING, *, asked: bool = True) -> DiaryRow:
    return DiaryRow(uid=new_uid(make.AT), sort=sort, name=name, asked=asked)


def cell(of: DiaryRow, day: date, value: int | None, *, acted: bool | None = None) -> DiaryCell:
    return DiaryCell(uid=new_uid(make.AT), row=of.uid, day=day, value=value, acted=acted)


def week(store: Store, day: date = MONDAY, today: date = TODAY) -> DiaryWeek:
    return read_week(store, LIBRARY, day, today)


def values(whole: DiaryWeek, key: str) -> list[float | None]:
    found = whole.row(key)
    assert found is not None
    return [one.value for one in found.cells]


def test_what_was_entered_fills_the_rows_above_and_what_was_not_stays_out(store: Store) -> None:
    store.many(
        [
            make.night(day=MONDAY),
            make.day_entry(day=TUESDAY, stress=7),
            make.moment(1, day=TUESDAY, peak=6),
            make.moment(2, day=TUESDAY, peak=3),
            make.moment(3, day=WEDNESDAY, peak=None),
        ]
    )
    whole = week(store, WEDNESDAY)
    asleep = make.night(day=MONDAY).asleep_min / 60
    assert whole.first == MONDAY
    assert values(whole, ASLEEP) == [asleep, *[None] * 6]
    assert values(whole, STRESS) == [None, 7, *[None] * 5]
    assert values(whole, MOMENT) == [None, 6, *[None] * 5]


def test_practices_and_skills_in_moments_count_in_their_group_and_a_day_without_anything_for_none(
    store: Store,
) -> None:
    begun = make.practice(day=MONDAY, status=Status.STOPPED, seconds=5, steps_done=0)
    store.many(
        [
            make.practice(1, day=MONDAY, exercise="m-observe"),
            make.practice(2, day=MONDAY, exercise="i-dearman"),
            begun,
            make.practice(3, day=MONDAY, exercise="own-gone"),
            make.moment(1, day=MONDAY, skills=("Wise mind", "Juggling")),
            make.day_entry(day=TUESDAY),
        ]
    )
    whole = week(store)
    assert values(whole, SkillGroup.MINDFULNESS) == [2, 0, *[None] * 5]
    assert values(whole, SkillGroup.THROUGH) == [0, 0, *[None] * 5]
    assert values(whole, SkillGroup.PEOPLE) == [1, 0, *[None] * 5]
    assert values(whole, SkillGroup.OTHER) == [2, 0, *[None] * 5]
    assert week(store, TODAY).row(SkillGroup.OTHER) is None


def test_own_rows_stand_in_their_order_and_one_put_away_only_where_it_was_noted(store: Store) -> None:
    shame, fear, gone = row("Shame"), row("Fear"), row("Envy", asked=False)
    drink = row("Drink alone", DiarySort.URGE)
    store.many([shame, fear, gone, drink])
    store.many([cell(gone, MONDAY, 0), cell(drink, TUESDAY, 6, acted=True)])
    store.profile.put(ORDER, f"{drink.uid} {fear.uid} {shame.uid}")
    names = [one.name for one in week(store).of(DiaryPart.FEELINGS)]
    assert names == ["Fear", "Shame", "Envy"]
    assert values(week(store), gone.uid) == [0, *[None] * 6]
    later = week(store, TODAY)
    assert [one.name for one in later.of(DiaryPart.FEELINGS)] == ["Fear", "Shame"]
    assert week(store).of(DiaryPart.URGES)[0].cells[1].acted is True


def test_a_removed_row_takes_its_cells_along_until_it_is_back(store: Store) -> None:
    shame = row("Shame")
    store.many([shame, cell(shame, MONDAY, 4)])
    gone = store.diary_rows.remove(shame.uid)
    assert week(store).empty
    gone.revert()
    assert values(week(store), shame.uid) == [4, *[None] * 6]


def test_reasons_and_chains_belong_to_their_week(store: Store) -> None:
    chain = make.practice(day=TUESDAY, exercise="u-chain")
    reason = DiaryDay(uid=new_uid(make.AT), day=TUESDAY, why="Forgot.")
    later = DiaryDay(uid=new_uid(make.AT), day=TODAY, why="  ")
    store.many([chain, reason, later])
    whole = week(store)
    assert whole.whys == {TUESDAY: "Forgot."}
    assert whole.chains == ((TUESDAY, chain.uid),)
    assert (week(store, TODAY).whys, week(store, TODAY).chains) == ({}, ())


def test_a_week_begins_where_weeks_begin_here_at_either_end_of_all_days(store: Store) -> None:
    try:
        i18n.REGION = i18n.Region(first_weekday=6)
        assert week(store, MONDAY).first == MONDAY - timedelta(days=1)
    finally:
        i18n.REGION = i18n.Region()
    assert week(store, date.min, date.max).first == date.min
    assert week(store, date.max, date.max).last <= date.max
