"""What is put in comes out again, and nothing that cannot be true gets in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from rewire_app.domain.journal.entries import MAX_TEXT, DayEntry, IntentionOutcome
from rewire_app.errors import BadInputError
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store.entries import AT, DAY

same_store = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@same_store
@given(entry=make.practices)
def test_a_practice_comes_back_as_it_was(store: Store, entry: make.Practice) -> None:
    store.practices.add(entry)
    assert store.practices.get(entry.uid) == entry


@same_store
@given(entry=make.day_entries)
def test_a_day_comes_back_as_it_was(store: Store, entry: DayEntry) -> None:
    store.days.put(entry)
    kept = store.days.get(entry.day)
    assert kept is not None
    assert replace(kept, uid=entry.uid) == entry


@same_store
@given(entry=make.nights)
def test_a_night_comes_back_as_it_was(store: Store, entry: make.Night) -> None:
    store.nights.put(entry)
    kept = store.nights.get(entry.day)
    assert kept is not None
    assert replace(kept, uid=entry.uid) == entry


@same_store
@given(entry=make.moments)
def test_a_moment_comes_back_as_it_was(store: Store, entry: make.Moment) -> None:
    store.moments.add(entry)
    assert store.moments.get(entry.uid) == entry
    assert entry in store.moments.for_day(entry.day)


@same_store
@given(entry=make.plans)
def test_a_plan_comes_back_as_it_was(store: Store, entry: make.Plan) -> None:
    store.plans.put(entry)
    (kept,) = [plan for plan in store.plans.history(entry.thread) if plan.from_day == entry.from_day]
    assert replace(kept, uid=entry.uid) == entry
    assert (kept in store.plans.holding(entry.from_day)) is bool(entry.per_week)


@same_store
@given(entry=make.pauses)
def test_a_pause_comes_back_as_it_was(store: Store, entry: make.Pause) -> None:
    store.pauses.add(entry)
    assert store.pauses.get(entry.uid) == entry
    assert entry in store.pauses.all()


@same_store
@given(entry=make.intentions)
def test_an_intention_comes_back_as_it_was(store: Store, entry: make.Intention) -> None:
    store.intentions.add(entry)
    assert store.intentions.get(entry.uid) == entry


def test_everything_is_there_after_a_restart(profile: Path) -> None:
    vault = open_vault(profile)
    store = Store(vault)
    practice, day, night, moment = make.practice(), make.day_entry(), make.night(), make.moment()
    store.practices.add(practice)
    store.days.put(day)
    store.nights.put(night)
    store.moments.add(moment)
    store.profile.put("reason", "calmer mornings")
    store.runs.save(make.saved_run())
    vault.close()

    vault = open_vault(profile)
    store = Store(vault)
    assert store.practices.recent(9) == [practice]
    assert (store.days.get(DAY), store.nights.get(DAY)) == (day, night)
    assert store.moments.for_day(DAY) == [moment]
    assert store.profile.get("reason") == "calmer mornings"
    assert store.runs.load() == make.saved_run()
    vault.close()


def test_practices_are_listed_newest_first_and_by_exercise(store: Store) -> None:
    old, other, new = make.practice(0), make.practice(1, exercise="b-paced"), make.practice(2)
    for entry in (new, old, other):
        store.practices.add(entry)
    assert store.practices.recent(2) == [new, other]
    assert store.practices.of_exercise("d-stop", 5) == [new, old]
    assert store.practices.for_day(DAY) == [old]


def test_a_second_entry_of_the_same_day_replaces_the_first_and_keeps_its_uid(store: Store) -> None:
    first, second = make.day_entry(), make.day_entry(stress=9)
    store.days.put(first)
    store.days.put(second)
    assert store.days.get(DAY) == replace(second, uid=first.uid)


def test_a_change_of_plan_counts_from_its_day_and_leaves_the_past(store: Store) -> None:
    first, second = make.plan(0, per_week=3), make.plan(30, per_week=5)
    store.plans.put(second)
    store.plans.put(first)
    assert store.plans.current(DAY - timedelta(days=1)) is None
    assert store.plans.current(DAY + timedelta(days=29)) == first
    assert store.plans.current(DAY + timedelta(days=30)) == second
    assert store.plans.history() == [first, second]


def test_a_pause_is_open_on_the_days_it_covers(store: Store) -> None:
    ended = make.pause(0, to_day=DAY + timedelta(days=3))
    store.pauses.add(ended)
    assert store.pauses.open(DAY + timedelta(days=3)) == ended
    assert store.pauses.open(DAY + timedelta(days=4)) is None
    running = make.pause(10)
    store.pauses.add(running)
    assert store.pauses.open(DAY + timedelta(days=400)) == running


def test_an_intention_is_asked_about_after_three_days_and_once(store: Store) -> None:
    entry = make.intention()
    store.intentions.add(entry)
    assert store.intentions.due(DAY + timedelta(days=2)) == []
    assert store.intentions.due(DAY + timedelta(days=3)) == [entry]
    store.intentions.edit(
        replace(entry, recalled=IntentionOutcome.USED, recalled_day=DAY + timedelta(days=3))
    )
    assert store.intentions.due(DAY + timedelta(days=9)) == []


def test_a_cleared_run_is_gone(store: Store) -> None:
    store.runs.save(make.saved_run())
    store.runs.save(make.saved_run('{"step":3}'))
    assert store.runs.load() == make.saved_run('{"step":3}')
    store.runs.clear()
    assert store.runs.load() is None
    store.runs.clear()


def test_nul_and_lone_surrogates_are_taken_out(store: Store) -> None:
    store.days.put(make.day_entry(note="a\0b\ud800c", stress_about=("x\0y",)))
    kept = store.days.get(DAY)
    assert kept is not None
    assert (kept.note, kept.stress_about) == ("abc", ("xy",))


def test_text_that_is_too_long_is_refused_and_what_was_there_stays(store: Store) -> None:
    store.days.put(make.day_entry(note="x" * MAX_TEXT))
    with pytest.raises(BadInputError, match=r"65,537 characters, and 65,536 fit") as refused:
        store.days.put(make.day_entry(note="y" * (MAX_TEXT + 1)))
    assert refused.value.field == "note"
    kept = store.days.get(DAY)
    assert kept is not None
    assert kept.note == "x" * MAX_TEXT


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"reactivity": 11}, "reactivity"),
        ({"stress": -1}, "stress"),
        ({"mood": 2.5}, "mood"),
        ({"mood": "fine"}, "mood"),
        ({"mood": 2**70}, ""),
        ({"uid": "short"}, "uid"),
        ({"lasted": "for ever"}, "lasted"),
        ({"at": replace(AT, offset_min=2000)}, "at_off"),
    ],
)
def test_a_day_with_a_value_that_cannot_be_is_refused(
    store: Store, bad: dict[str, object], field: str
) -> None:
    with pytest.raises(BadInputError, match="Nothing was saved") as refused:
        store.days.put(make.day_entry(**bad))
    assert refused.value.field == field
    assert store.days.get(DAY) is None


@pytest.mark.parametrize(
    "bad",
    [
        make.practice(status="skipped"),
        make.practice(before=101),
        make.practice(seconds=-1),
        make.practice(version=0),
    ],
)
def test_a_practice_with_a_value_that_cannot_be_is_refused(store: Store, bad: make.Practice) -> None:
    with pytest.raises(BadInputError):
        store.practices.add(bad)
    assert store.practices.recent(1) == []


def test_a_night_in_the_wrong_order_is_refused(store: Store) -> None:
    good = make.night()
    with pytest.raises(BadInputError) as refused:
        store.nights.put(replace(good, wake=good.up, up=good.wake))
    assert refused.value.field == "order"


def test_a_pause_that_ends_before_it_begins_is_refused(store: Store) -> None:
    with pytest.raises(BadInputError):
        store.pauses.add(make.pause(5, to_day=DAY))


def test_an_intention_from_an_unknown_practice_is_refused(store: Store) -> None:
    with pytest.raises(BadInputError):
        store.intentions.add(make.intention(practice=make.practice().uid))


def test_the_same_uid_cannot_be_added_twice(store: Store) -> None:
    entry = make.practice()
    store.practices.add(entry)
    with pytest.raises(BadInputError):
        store.practices.add(replace(entry, note="other"))
    assert store.practices.recent(5) == [entry]


def test_what_is_gone_cannot_be_edited_or_removed(store: Store) -> None:
    entry = make.moment()
    store.moments.add(entry)
    store.moments.remove(entry.uid)
    with pytest.raises(BadInputError, match="not there any more"):
        store.moments.edit(entry)
    with pytest.raises(BadInputError, match="not there any more"):
        store.moments.remove(entry.uid)


def test_an_edit_keeps_when_a_row_was_made_and_who_made_it(store: Store) -> None:
    entry = make.practice()
    store.practices.add(entry)
    query = "SELECT created_ms, updated_ms, device FROM practices"
    made, _updated, device = store.vault.connection.execute(query).fetchone()
    store.practices.edit(replace(entry, note="later thought"))
    again, updated, same = store.vault.connection.execute(query).fetchone()
    assert (again, same) == (made, device)
    assert updated > made


def test_many_entries_are_kept_in_one_commit_or_not_at_all(store: Store) -> None:
    before = store.vault.commit_seq
    practice = make.practice()
    linked = make.intention(practice=practice.uid)
    store.many([linked, practice, make.day_entry(), make.night(), make.moment(), make.plan(), make.pause()])
    assert store.vault.commit_seq == before + 1
    assert store.intentions.recent(1) == [linked]
    with pytest.raises(BadInputError):
        store.many([make.practice(5), make.moment(5, peak=99)])
    assert store.practices.recent(9) == [practice]
    assert store.vault.commit_seq == before + 1


def test_finishing_keeps_the_entries_and_ends_the_run_in_one_commit(store: Store) -> None:
    practice, waited = make.practice(), make.saved_run('{"waited":1}')
    store.runs.save(make.saved_run())
    before = store.vault.commit_seq
    change = store.finish([make.intention(practice=practice.uid), practice], waited)
    assert store.vault.commit_seq == before + 1
    assert change.topics == {"practices", "intentions"}
    assert (store.practices.recent(9), store.runs.load()) == ([practice], waited)
    redo = change.revert()
    assert (store.practices.recent(9), store.runs.load()) == ([], waited)
    redo.revert()
    assert (store.practices.recent(9), store.runs.load()) == ([practice], waited)
    store.finish([make.practice(1)], None)
    assert store.runs.load() is None


def test_a_finish_that_is_refused_leaves_the_run(store: Store) -> None:
    store.runs.save(make.saved_run())
    for entries, waiting in (
        ([make.practice(before=101)], None),
        ([make.practice()], replace(make.saved_run(), version=0)),
    ):
        with pytest.raises(BadInputError):
            store.finish(entries, waiting)
        assert (store.practices.recent(9), store.runs.load()) == ([], make.saved_run())


def test_answers_may_be_longer_than_one_field(store: Store) -> None:
    answers = json.dumps({"a": "x" * MAX_TEXT, "b": "y" * MAX_TEXT})
    entry = make.practice(answers=answers)
    store.practices.add(entry)
    assert store.practices.get(entry.uid) == entry


def test_all_pauses_that_cover_a_day_end_before_it_in_one_step(store: Store) -> None:
    for number, (first, last) in enumerate([(-5, 9), (-2, 1), (0, 3), (-9, -4), (4, None)]):
        end = None if last is None else DAY + timedelta(days=last)
        store.pauses.add(make.Pause(uid=f"{number:032x}", from_day=DAY + timedelta(days=first), to_day=end))
    before = store.pauses.all()
    change = store.pauses.end(DAY)
    assert store.pauses.open(DAY) is None
    left = [(one.from_day - DAY, one.to_day) for one in store.pauses.all()]
    assert [(first.days, last and (last - DAY).days) for first, last in left] == [
        (-9, -4), (-5, -1), (-2, -1), (4, None),
    ]  # fmt: skip
    change.revert()
    assert store.pauses.all() == before
