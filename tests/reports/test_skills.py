"""Skills to remember: exercises done often, articles read and plans; three a day, none twice a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.dropped import CameBack
from rewire_app.domain.journal.entries import Pause, new_uid
from rewire_app.domain.library.reading import Reading
from rewire_app.reports.look_backs import answered, everything_due, falls_due, keeping, leaving
from rewire_app.reports.skills import Skill, skills_due
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store.list_entries import expectation

LIBRARY = Library()
TODAY = date(2026, 11, 24)
AT = Instant(utc_ms=1_795_000_000_000, offset_min=60)
NOON = 720


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


def practised(store: Store, exercise: str, *days_ago: int) -> None:
    for ago in days_ago:
        day = TODAY - timedelta(days=ago)
        at = Instant(utc_ms=(day - date(1970, 1, 1)).days * 86_400_000, offset_min=0)
        store.practices.add(
            make.practice(uid=new_uid(AT), exercise=exercise, day=day, started=at, ended=at, seconds=240)
        )


def read(store: Store, article: str, days_ago: int) -> None:
    day = TODAY - timedelta(days=days_ago)
    store.readings.put(Reading(uid=new_uid(AT), article=article, opened=AT, read_day=day))


def names(store: Store, day: date = TODAY) -> list[str]:
    return [one.uid for one in skills_due(store, LIBRARY, day)]


def answer(store: Store, skill: Skill, key: str, day: date = TODAY) -> None:
    done = answered(skill, key, day)
    assert isinstance(done, Skill)
    keeping(store, done, AT, day)()


def test_an_exercise_done_three_times_is_asked_about_two_days_after_the_last(store: Store) -> None:
    practised(store, "a-anchor", 9, 8)
    practised(store, "b-paced", 9, 8, 2)
    practised(store, "d-stop", 9, 8, 1)
    [skill] = skills_due(store, LIBRARY, TODAY)
    assert (skill.uid, skill.name) == ("b-paced", "How does “Paced breathing” go?")
    assert skill.shown not in skill.told  # what it is comes after the answer


def test_what_was_answered_comes_back_later_and_not_twice_a_day(store: Store) -> None:
    read(store, "L07", 2)
    [skill] = skills_due(store, LIBRARY, TODAY)
    assert "You read it on 22 November." in skill.told
    answer(store, skill, "came")
    days = [n for n in range(30) if names(store, TODAY + timedelta(days=n))]
    assert days[0] == 5
    assert [one.grade for one in store.recalls.all()] == [CameBack.CAME]


def test_never_more_than_three_a_day(store: Store) -> None:
    for number in range(1, 8):
        read(store, f"L0{number}", 2 + number)
    assert len(names(store)) == 3
    for left in (2, 1, 0):
        answer(store, skills_due(store, LIBRARY, TODAY)[0], "partly")
        assert len(names(store)) == left
    assert len(names(store, TODAY + timedelta(days=1))) == 3


def test_today_asks_about_one_skill_and_counts_the_rest(store: Store) -> None:
    for number in range(1, 4):
        read(store, f"L0{number}", 2 + number)
    store.open.add(expectation(uid=new_uid(AT), due=TODAY))
    found = falls_due(store, LIBRARY, TODAY, NOON)
    assert [type(one.entry).__name__ for one in found.rows] == ["Skill", "Expectation"]
    assert found.more == 2
    assert len(everything_due(store, LIBRARY, TODAY, NOON)) == 4
    skill, guess = (one.entry for one in found.rows)
    assert isinstance(skill, Skill)
    answer(store, skill, "came")
    assert [one.entry for one in falls_due(store, LIBRARY, TODAY, NOON).rows] == [guess]
    assert len(everything_due(store, LIBRARY, TODAY, NOON)) == 3
    store.moments.add(make.moment(day=TODAY, peak=8))
    assert falls_due(store, LIBRARY, TODAY, NOON).rows == ()


def test_not_now_rests_a_week(store: Store) -> None:
    read(store, "L07", 2)
    [skill] = skills_due(store, LIBRARY, TODAY)
    leaving(store, skill, TODAY)()
    assert [n for n in range(10) if names(store, TODAY + timedelta(days=n))] == [7, 8, 9]


def test_a_plan_is_asked_about_without_saying_it_and_shown_afterwards(store: Store) -> None:
    plan = make.plan(
        from_day=TODAY - timedelta(days=2), cue="close my laptop", exercise="b-paced", minutes=4, per_week=3
    )
    store.plans.put(plan)
    [skill] = skills_due(store, LIBRARY, TODAY)
    assert (skill.uid, skill.name) == ("plan:plan", "What is your plan?")
    assert "laptop" not in skill.name + skill.told
    assert skill.shown == "After you close your laptop: Paced breathing, 4 minutes."
    assert falls_due(store, LIBRARY, TODAY, NOON).rows == ()  # its card says it
    assert len(everything_due(store, LIBRARY, TODAY, NOON)) == 1
    store.pauses.add(Pause(uid=new_uid(AT), from_day=TODAY))
    assert names(store) == []


def test_a_changed_plan_is_learned_anew(store: Store) -> None:
    first = make.plan(from_day=TODAY - timedelta(days=30), cue="wake", exercise="b-paced", per_week=3)
    store.plans.put(first)
    [skill] = skills_due(store, LIBRARY, TODAY - timedelta(days=28))
    answer(store, skill, "came", TODAY - timedelta(days=28))
    store.plans.put(replace(first, uid=new_uid(AT), from_day=TODAY, cue="come home"))
    assert names(store, TODAY + timedelta(days=1)) == []
    [skill] = skills_due(store, LIBRARY, TODAY + timedelta(days=2))
    assert "come home" in skill.shown


def test_taking_an_answer_back_asks_again(store: Store) -> None:
    read(store, "L07", 2)
    [skill] = skills_due(store, LIBRARY, TODAY)
    answer(store, skill, "not")
    assert names(store) == []
    keeping(store, skill, AT, TODAY)()
    assert names(store) == ["L07"]


def test_what_may_get_in_the_way_of_a_plan_is_asked_about_on_today(store: Store) -> None:
    store.plans.put(
        make.plan(
            from_day=TODAY - timedelta(days=2),
            cue="come home",
            exercise="b-paced",
            minutes=4,
            per_week=3,
            obstacle="I am too tired",
            answer="one minute is enough",
        )
    )
    [row] = falls_due(store, LIBRARY, TODAY, NOON).rows
    assert row.title == "What may get in the way of your plan “Paced breathing”?"
    assert isinstance(row.entry, Skill)
    assert "tired" not in row.title + row.told
    assert "“I am too tired”. What you do then: “one minute is enough”." in row.entry.shown
