"""Sample data: the same bytes for a seed, plausible, and never into a profile that holds anything."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.days import logical_day
from rewire_app.domain.exercise.refill import deciding, offers_from
from rewire_app.domain.experiment.day_notes import day_notes, day_of
from rewire_app.domain.journal.entries import (
    DayEntry,
    Intention,
    Moment,
    Night,
    Pause,
    Plan,
    Practice,
    Status,
)
from rewire_app.domain.journal.light_markdown import LinkKind, shown_note
from rewire_app.domain.journal.notes import Note, NoteTemplate, NoteVersion
from rewire_app.domain.lists.entries import KitItem, WorrySort
from rewire_app.domain.lists.expected import ExpectationKind
from rewire_app.errors import RewireError
from rewire_app.exchange.sample.fill import SEED, Entry, fill, sample_entries
from rewire_app.exchange.sample.words import read_words
from rewire_app.insight.experiment_course import ExperimentPhase
from rewire_app.reports.diary import read_week
from rewire_app.reports.experiments import read_fair_result
from rewire_app.reports.experiments_today import current, is_fair, read_course
from rewire_app.reports.guesses import guess_book
from rewire_app.reports.ladders import read_ladders
from rewire_app.store import queries as reads
from rewire_app.store.queries import ENTRY_TABLES
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault

TODAY = date(2026, 11, 24)
E = TypeVar("E")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = open_vault(tmp_path / "profile")
    yield Store(vault)
    vault.close()


@pytest.fixture(scope="module")
def half_year() -> list[Entry]:
    return sample_entries(180, 1, TODAY)


def only(kind: type[E], entries: list[Entry]) -> list[E]:
    return [entry for entry in entries if isinstance(entry, kind)]


def content_hash(store: Store) -> str:
    """A hash over all that was entered; the stamps of rows (made when, by which device) are left out."""
    own = ("created_ms", "updated_ms", "device")
    found = hashlib.sha256()
    for table in ENTRY_TABLES:
        rows = store.vault.connection.execute(f"SELECT * FROM {table} ORDER BY uid")
        names = [column[0] for column in rows.description]
        for row in rows.fetchall():
            kept = [(name, value) for name, value in zip(names, row, strict=True) if name not in own]
            found.update(repr(kept).encode())
    return found.hexdigest()


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    hashes = []
    for name in ("one", "two"):
        vault = open_vault(tmp_path / name)
        store = Store(vault)
        fill(store, 60, 7, TODAY)
        hashes.append(content_hash(store))
        vault.close()
    assert hashes[0] == hashes[1]


def test_another_seed_gives_other_entries() -> None:
    assert sample_entries(60, 7, TODAY) != sample_entries(60, 8, TODAY)


def test_what_is_filled_in_is_read_back_whole(store: Store) -> None:
    assert fill(store, 60, 7, TODAY) == len(sample_entries(60, 7, TODAY))
    for entry in sample_entries(60, 7, TODAY):
        match entry:
            case DayEntry():
                assert store.days.get(entry.day) == entry
            case Night():
                assert store.nights.get(entry.day) == entry
            case Moment():
                assert store.moments.get(entry.uid) == entry
            case Practice():
                assert store.practices.get(entry.uid) == entry


def test_a_profile_that_holds_anything_is_refused_and_unchanged(store: Store) -> None:
    plan = Plan(uid="0" * 32, from_day=TODAY, per_week=3)
    store.plans.put(plan)
    with pytest.raises(RewireError, match="nothing was changed"):
        fill(store, 14, 1, TODAY)
    assert store.plans.history() == [plan]
    assert store.days.get(TODAY - timedelta(days=1)) is None


def test_a_second_filling_is_refused(store: Store) -> None:
    fill(store, 14, 1, TODAY)
    before = content_hash(store)
    with pytest.raises(RewireError):
        fill(store, 14, 2, TODAY)
    assert content_hash(store) == before


def test_one_day_is_enough(store: Store) -> None:
    assert fill(store, 1, 1, TODAY) > 0
    assert store.nights.get(TODAY) is not None


def test_every_uid_is_a_uuid7_and_comes_once(half_year: list[Entry]) -> None:
    uids = [entry.uid for entry in half_year]
    assert len(set(uids)) == len(uids)
    assert all(len(uid) == 32 and uid[12] == "7" and uid[16] in "89ab" for uid in uids)


def test_entries_lie_on_their_days_and_none_after_today(half_year: list[Entry]) -> None:
    first = TODAY - timedelta(days=179)
    for kind, name in ((Practice, "started"), (DayEntry, "at"), (Moment, "at"), (Note, "at")):
        for entry in only(kind, half_year):
            assert first <= entry.day <= TODAY
            assert logical_day(getattr(entry, name)) == entry.day
    for night in only(Night, half_year):
        assert night.up.wall.date() == night.day <= TODAY
        assert night.bed.utc_ms <= night.lights.utc_ms < night.wake.utc_ms <= night.up.utc_ms
        assert 120 < night.asleep_min <= night.in_bed_min < 16 * 60


def test_ratings_are_whole_and_on_their_scale(half_year: list[Entry]) -> None:
    library = Library()
    for day in only(DayEntry, half_year):
        for value in (day.reactivity, day.stress, day.mood):
            assert value is None or value in range(11)
    for moment in only(Moment, half_year):
        assert moment.peak is None or moment.peak in range(11)
        assert not (moment.still_going and moment.calm_min is not None)
    for practice in only(Practice, half_year):
        exercise = library.exercise(practice.exercise)
        assert (practice.measure, practice.version) == (exercise.measure, exercise.version)
        top = library.measure(practice.measure).scale.top
        assert all(value is None or 0 <= value <= top for value in (practice.before, practice.after))


def test_there_is_something_of_everything(half_year: list[Entry]) -> None:
    practices = only(Practice, half_year)
    assert {practice.status for practice in practices} == {Status.DONE, Status.STOPPED}
    assert len({practice.exercise for practice in practices}) >= 8
    assert len({moment.response for moment in only(Moment, half_year)}) >= 4
    assert any(moment.still_going for moment in only(Moment, half_year))
    assert {moment.measured for moment in only(Moment, half_year)} == {True, False, None}
    for linked in ("feelings", "skills", "exercise", "pattern", "set_off_by"):
        assert any(getattr(moment, linked) for moment in only(Moment, half_year)), linked
    assert any(day.note for day in only(DayEntry, half_year))
    assert only(Intention, half_year)
    assert {night.up.offset_min for night in only(Night, half_year)} == {60, 120}


def test_notes_have_tags_a_past_and_links_that_lead_somewhere(half_year: list[Entry]) -> None:
    notes, library = {one.uid: one for one in only(Note, half_year)}, Library()
    links = [link for note in notes.values() for link in shown_note(note.text).links]
    assert {link.kind for link in links} == {LinkKind.EXERCISE, LinkKind.ARTICLE}
    for link in links:
        known = library.exercise_ids if link.kind is LinkKind.EXERCISE else library.article_ids
        assert link.name in known()
    assert {bool(note.tags) for note in notes.values()} == {True, False}
    versions = only(NoteVersion, half_year)
    assert versions
    assert all(one.text != notes[one.note_uid].text for one in versions)
    assert only(NoteTemplate, half_year)


def test_a_gap_a_pause_and_a_change_of_plan_are_there(half_year: list[Entry]) -> None:
    plans = sorted(only(Plan, half_year), key=lambda plan: plan.from_day)
    assert [plan.per_week for plan in plans if plan.thread == "plan"] == [3, 5]
    assert [plan.weekdays for plan in plans if plan.thread != "plan"] == [0b0001010]
    (pause,) = only(Pause, half_year)
    assert pause.to_day == pause.from_day + timedelta(days=6)
    assert not [p for p in only(Practice, half_year) if pause.from_day <= p.day <= pause.to_day]
    noted = {entry.day for entry in half_year if isinstance(entry, Practice | DayEntry | Night | Moment)}
    days = [TODAY - timedelta(days=n) for n in range(180)]
    empty = "".join(" " if day in noted else "-" for day in days)
    assert "-" * 14 in empty


def test_every_exercise_and_text_of_the_words_can_be_used() -> None:
    words = read_words()
    known = Library().exercise_ids()
    assert set(words.exercises) <= set(known)
    assert {tag for tag, _text in words.triggers} == {
        "person", "work", "body", "thought", "memory", "place", "screen", "other",
    }  # fmt: skip


def test_the_lists_look_lived_in(store: Store) -> None:
    fill(store, 180, 7, TODAY)
    lists = (store.values, store.ladder, store.kit, store.patterns)
    assert [len(noun.all()) for noun in lists] == [3, 5, 4, 5]
    plans = [one for one in store.open.all() if one.kind is not ExpectationKind.EXPOSURE and not one.goal]
    assert sum(plan.came != "" for plan in plans) == 1
    steps = [plan for plan in store.open.all() if plan.goal is not None]
    assert {step.goal for step in steps} == {goal.uid for goal in store.goals.all()}
    said = store.value_ratings.all()
    newest = {rating.value: rating.lived for rating in said}
    assert newest == {value.uid: value.lived for value in store.values.all()}
    assert {move.toward for move in store.moves.all()} == {True, False}
    book = guess_book(store.open.all(), TODAY)
    assert (len(book.due), book.feared.drawn, book.hoped.count) == (2, True, 3)
    [ladder] = read_ladders(store)
    assert [len(rung.tries) for rung in ladder.rungs] == [0, 0, 0, 1, 2]
    assert all(noun.all() for noun in (store.cards, store.scripts, store.thoughts, store.dreams))
    assert all(noun.all() for noun in (store.urges, store.thinking_habits))
    assert [line.done_day is None for line in store.to_raise.all()] == [False, True, True, True]
    assert {worry.sort for worry in store.worries.all()} == set(WorrySort)
    assert [step.done_day is not None for step in store.ladder.all()] == [True, True, False, False, False]
    (measure,) = store.custom_measures.all()
    first = TODAY.toordinal()
    series = store.custom_ratings.series(measure.uid, first - 90, first)
    assert 60 < len(series) < 90
    assert {value for _day, value in series} <= set(range(11))
    for mark in store.marks.all():
        assert mark.to_day is not None
        assert TODAY - timedelta(days=179) <= mark.from_day <= mark.to_day <= TODAY
    library = Library()
    assert {mark.exercise for mark in store.favourites.all()} <= set(library.exercise_ids())
    read = store.readings.all()
    assert {reading.article for reading in read} <= set(library.article_ids())
    assert sum(reading.read_day is not None for reading in read) == 4
    assert {one.subject for one in store.recalls.all()} <= {one.article for one in read}
    assert all(one.day < TODAY for one in store.recalls.all())
    assert store.recalls.all()


def test_a_profile_with_a_single_list_entry_is_refused(store: Store) -> None:
    store.kit.add(KitItem(uid="0" * 32, item="Tea"))
    with pytest.raises(RewireError, match="nothing was changed"):
        fill(store, 14, 1, TODAY)


def test_ten_years_reach_from_the_first_day_to_the_last(store: Store) -> None:
    fill(store, 3650, 1, TODAY)
    extent = reads.first_and_last_day(store.vault)
    assert extent is not None
    assert 3600 <= extent[1] - extent[0] + 1 <= 3650
    assert extent[1] <= TODAY.toordinal()
    rated = reads.ratings(store.vault, "reactivity", *extent)
    assert 1500 < len(rated) < 3650  # gaps are part of ten years


def test_what_was_answered_is_what_its_exercise_asks_and_takes() -> None:
    library = Library()
    for exercise, passes in read_words().answers.items():
        for answers in passes:
            one = library.exercise(exercise)
            assert offers_from(one, answers).keys() == answers.keys() - deciding(one), exercise


def test_passes_hold_what_was_answered_on_the_way(half_year: list[Entry]) -> None:
    told = [one for one in only(Practice, half_year) if one.exercise == "d-stop"]
    done = [json.loads(one.answers) for one in told if one.status is Status.DONE]
    stopped = [json.loads(one.answers) for one in told if one.status is Status.STOPPED]
    [whole] = read_words().answers["d-stop"]
    assert done
    assert all(answers == whole for answers in done)
    assert all(answers.items() <= whole.items() for answers in stopped)


@pytest.mark.parametrize("days", [60, 93, 180])
@pytest.mark.parametrize("exercise", ["c-record", "i-dearman"])
def test_what_is_read_again_was_written_several_times_in_other_words(exercise: str, days: int) -> None:
    passes = [one for one in only(Practice, sample_entries(days, SEED, TODAY)) if one.exercise == exercise]
    whole = [json.loads(one.answers) for one in passes if one.status is Status.DONE]
    told = read_words().answers[exercise]
    assert [one for one in told if one in whole][:2] == list(told[:2])


def test_one_fair_test_is_over_and_one_goes_on(store: Store) -> None:
    fill(store, 180, 7, TODAY)
    going, over = store.experiments.all()
    stands = read_course(store.vault, going, TODAY)
    assert (stands.phase, is_fair(going)) == (ExperimentPhase.RUNNING, True)
    assert current(store, TODAY) == (going, stands)
    found = read_fair_result(store.vault, over, TODAY)
    assert found is not None
    assert found.difference.p is not None
    assert day_notes(going).done
    assert max(day_notes(going).done | day_notes(going).out) < day_of(going, TODAY)


def test_a_short_stretch_has_no_fair_test(store: Store) -> None:
    fill(store, 93, 7, TODAY)
    assert store.experiments.all() == []


def test_the_diary_card_holds_feelings_urges_and_targets_of_the_last_weeks(store: Store) -> None:
    fill(store, 40, SEED, TODAY)
    week = read_week(store, Library(), TODAY - timedelta(days=7), TODAY)
    noted = {part: sum(cell.noted for row in rows for cell in row.cells) for part, rows in week.parts()}
    assert min(noted.values()) > 0
    assert any(cell.acted for row in week.rows for cell in row.cells)
    assert not any(row.harm for row in week.rows)
