"""The narrow reads say what the domain's own formulas say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rewire_app.domain.days import minutes_between
from rewire_app.store import plan_queries
from rewire_app.store import queries as reads
from rewire_app.store.schema.lists import metadata
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.store.entries import AT, DAY

A, B = 1, 3_652_059
FIRST = DAY.toordinal()

same_store = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_an_empty_vault_has_no_days(vault: Vault) -> None:
    assert reads.first_and_last_day(vault) is None
    assert reads.practice_days(vault, A, B) == []
    assert reads.today(vault, FIRST).practised == frozenset()


@same_store
@given(many=st.lists(make.practices, max_size=12, unique_by=lambda entry: entry.uid))
def test_practice_days_follow_the_rule_of_what_counts(store: Store, many: list[make.Practice]) -> None:
    change = store.many(many)
    expected: dict[int, int] = {}
    for entry in many:
        if entry.counts:
            expected[entry.day.toordinal()] = expected.get(entry.day.toordinal(), 0) + entry.seconds
    assert reads.practice_days(store.vault, A, B) == sorted(expected.items())
    change.revert()
    assert reads.practice_days(store.vault, A, B) == []


@same_store
@given(
    many=st.lists(make.nights, max_size=8, unique_by=lambda entry: entry.day), shift=st.integers(0, 59_999)
)
def test_nights_have_the_minutes_that_the_domain_computes(
    store: Store, many: list[make.Night], shift: int
) -> None:
    moved = [make.replace(night, up=make.replace(night.up, utc_ms=night.up.utc_ms + shift)) for night in many]
    change = store.many(moved)
    expected = sorted((night.day.toordinal(), night.asleep_min, night.in_bed_min) for night in moved)
    assert reads.nights(store.vault, A, B) == expected
    change.revert()


@pytest.mark.parametrize("half", [30_000, 90_000, 29_999, 30_001, 150_000])
def test_half_minutes_round_as_the_domain_rounds(store: Store, half: int) -> None:
    up = make.replace(AT, utc_ms=AT.utc_ms + half)
    store.nights.put(make.night(bed=AT, lights=AT, wake=AT, up=up, sol_min=0, waso_min=0))
    assert reads.nights(store.vault, A, B) == [(FIRST, 0, minutes_between(AT, up))]


@same_store
@given(many=st.lists(make.day_entries, max_size=10, unique_by=lambda entry: entry.day))
def test_ratings_leave_out_what_was_not_noted(store: Store, many: list[make.DayEntry]) -> None:
    change = store.many(many)
    names: tuple[Literal["reactivity", "stress", "mood"], ...] = ("reactivity", "stress", "mood")
    for name in names:
        noted = [(entry.day.toordinal(), getattr(entry, name)) for entry in many]
        expected = sorted((day, value) for day, value in noted if value is not None)
        assert reads.ratings(store.vault, name, A, B) == expected
    change.revert()


@same_store
@given(many=st.lists(make.moments, max_size=10, unique_by=lambda entry: entry.at.utc_ms))
def test_moments_come_by_day_and_time(store: Store, many: list[make.Moment]) -> None:
    change = store.many(many)
    ordered = sorted(many, key=lambda entry: (entry.day, entry.at.utc_ms))
    assert reads.moments(store.vault, A, B) == [
        (entry.day.toordinal(), entry.peak, entry.calm_min, int(entry.still_going), entry.response)
        for entry in ordered
    ]
    change.revert()


def test_reads_keep_to_their_range(store: Store) -> None:
    for number in range(10):
        store.many([make.practice(number), make.day_entry(number), make.night(number), make.moment(number)])
    a, b = FIRST + 3, FIRST + 5
    inside = [a, a + 1, b]
    assert [day for day, _ in reads.practice_days(store.vault, a, b)] == inside
    assert [day for day, _ in reads.ratings(store.vault, "stress", a, b)] == inside
    assert [day for day, _, _ in reads.nights(store.vault, a, b)] == inside
    assert [row[0] for row in reads.moments(store.vault, a, b)] == inside
    assert reads.first_and_last_day(store.vault) == (FIRST, FIRST + 9)


def test_evenings_hold_what_was_noted_and_nothing_else(store: Store) -> None:
    noted = [
        make.day_entry(0, reactivity=9, stress=None, mood=1),
        make.day_entry(2, reactivity=None, stress=10, mood=None),
        make.day_entry(7, reactivity=3, stress=3, mood=3),
    ]
    for entry in noted:
        store.days.put(entry)
    assert reads.evenings(store.vault, FIRST, FIRST + 6) == [(9, None, 1), (None, 10, None)]


def test_plans_and_pauses_come_oldest_first(store: Store) -> None:
    store.many(
        [make.plan(9, per_week=2), make.plan(0), make.pause(5, to_day=DAY + timedelta(days=6)), make.pause(1)]
    )
    assert plan_queries.plan_history(store.vault) == [(FIRST, 4), (FIRST + 9, 2)]
    assert plan_queries.pauses(store.vault) == [(FIRST + 1, None), (FIRST + 5, FIRST + 6)]


def test_today_has_everything_of_the_day(store: Store) -> None:
    day = DAY + timedelta(days=20)
    plan, pause, intention = make.plan(3), make.pause(20), make.intention(4)
    practices = [make.practice(6), make.practice(7), make.practice(12, exercise="b-paced")]
    stopped = make.practice(13, status=make.Status.STOPPED, seconds=59)
    late = make.moment(20, at=make.later(20 * 1440 + 90), peak=3, calm_min=None, still_going=True)
    store.many(
        [plan, pause, intention, *practices, stopped, late, make.moment(20), make.moment(8, peak=None)]
    )
    store.many([make.day_entry(20, stress=2, reactivity=None), make.night(20)])
    store.runs.save(make.replace(make.saved_run(), started=make.later(20 * 1440)))
    store.profile.put("focus", "sleep anger")

    shown = reads.today(store.vault, day.toordinal())

    last = make.night(20)
    assert (shown.asleep_min, shown.in_bed_min) == (last.asleep_min, last.in_bed_min)
    assert (shown.stress, shown.reactivity) == (2, None)
    assert (shown.moment_count, shown.last_peak, shown.last_calm_min, shown.last_still_going) == (
        2,
        3,
        None,
        True,
    )
    assert shown.practised == {FIRST + 7, FIRST + 12}
    assert shown.moment_peaks == ((FIRST + 8, None), (FIRST + 20, 8), (FIRST + 20, 3))
    assert (shown.plan, shown.pause, shown.intention) == (plan, pause, intention)
    assert shown.unfinished == "b-paced"
    assert shown.passes == (
        reads.Passes(exercise="d-stop", last_day=FIRST + 13, count=3),
        reads.Passes(exercise="b-paced", last_day=FIRST + 12, count=1),
    )
    assert shown.goals == "sleep anger"


def test_what_was_done_today_is_not_among_what_was_done_before(store: Store) -> None:
    store.many([make.practice(6), make.practice(7, exercise="b-paced")])
    assert [one.exercise for one in reads.today(store.vault, FIRST + 7).passes] == ["d-stop"]


@pytest.mark.parametrize(("days", "there"), [(0, True), (2, True), (3, False), (400, False)])
def test_an_exercise_left_halfway_can_be_gone_on_with_for_two_days(
    days: int, there: bool, store: Store
) -> None:
    store.runs.save(make.saved_run())
    begun = AT.wall.date().toordinal()
    assert reads.today(store.vault, begun + days).unfinished == ("b-paced" if there else None)
    assert store.runs.load() == make.saved_run()


def test_every_narrow_read_is_answered_from_an_index(store: Store) -> None:
    store.many([make.practice(), make.day_entry(), make.night(), make.moment()])
    asked: list[str] = []
    connection = store.vault.connection
    connection.set_trace_callback(asked.append)
    reads.practice_days(store.vault, A, B)
    for name in ("reactivity", "stress", "mood"):
        reads.ratings(store.vault, name, A, B)
    reads.nights(store.vault, A, B)
    reads.moments(store.vault, A, B)
    connection.set_trace_callback(None)
    assert len(asked) == 6
    for query in asked:
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
        assert len(steps) == 1, steps
        # whether a practice was finished stands in the row alone: ten years of them are 3 ms
        assert ("USING INDEX ix_practices_day" if "practices" in query else "COVERING INDEX") in steps[0]


def test_a_stopped_pass_that_does_not_count_is_no_day_with_notes(store: Store) -> None:
    store.practices.add(make.practice(2, status=make.Status.STOPPED, seconds=20, steps_done=1))
    assert reads.first_and_last_day(store.vault) is None
    store.practices.add(make.practice(5, seconds=20))
    assert reads.first_and_last_day(store.vault) == (FIRST + 5, FIRST + 5)


def test_the_last_day_of_an_exercise_is_the_last_that_counts(store: Store) -> None:
    store.many(
        [
            make.practice(1, exercise="d-stop", seconds=5),
            make.practice(2, exercise="d-stop", status=make.Status.STOPPED, seconds=20),
            make.practice(3, exercise="b-sigh", status=make.Status.STOPPED, seconds=90),
        ]
    )
    days = {name: day.toordinal() - FIRST for name, day in store.practices.last_days().items()}
    assert days == {"d-stop": 1, "b-sigh": 3}


def test_days_of_other_centuries_are_days(store: Store) -> None:
    store.days.put(make.day_entry(0, day=date(2, 1, 1)))
    store.days.put(make.day_entry(0, day=date(9999, 12, 31)))
    assert reads.first_and_last_day(store.vault) == (date(2, 1, 1).toordinal(), date.max.toordinal())


def test_a_profile_is_empty_until_the_first_entry_of_any_kind(store: Store) -> None:
    own = {"meta", "profile", "looks", "removed", "imports", "imported_rows"}
    known = {table.name for table in metadata.sorted_tables} - own
    assert set(reads.ENTRY_TABLES) == known
    assert not reads.holds_anything(store.vault)
    added = store.favourites.add(lists.favourite())
    assert reads.holds_anything(store.vault)
    added.revert()
    assert not reads.holds_anything(store.vault)
