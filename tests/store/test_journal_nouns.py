"""What the journal keeps beside the days: recordings of nights, notes with their past, questionnaires."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from rewire_app.domain.journal.entries import MAX_TEXT, DayEntry, new_uid
from rewire_app.domain.journal.marks import MeasureKind
from rewire_app.domain.journal.notes import MAX_VERSIONS
from rewire_app.errors import BadInputError
from rewire_app.store.store import Store
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as lists
from tests.store.entries import DAY
from tests.store.record import DATA

same_store = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@same_store
@given(entry=journal.recordings)
def test_a_recording_comes_back_as_it_was(store: Store, entry: journal.NightRecording) -> None:
    change = store.night_recordings.put(entry)
    assert store.night_recordings.for_day(entry.day) == [entry]
    change.revert()


@same_store
@given(entry=journal.notes)
def test_a_note_comes_back_as_it_was(store: Store, entry: journal.Note) -> None:
    store.notes.add(entry)
    assert store.notes.get(entry.uid) == entry
    assert entry in store.notes.for_day(entry.day)


@same_store
@given(entry=journal.templates)
def test_a_template_comes_back_as_it_was(store: Store, entry: journal.NoteTemplate) -> None:
    change = store.note_templates.add(entry)
    assert store.note_templates.all() == [entry]
    change.revert()


@same_store
@given(entry=journal.scores)
def test_a_score_comes_back_as_it_was(store: Store, entry: journal.Score) -> None:
    store.scores.add(entry)
    assert entry in store.scores.of(entry.questionnaire)


def test_each_device_tells_a_night_once_and_beside_the_diary(store: Store) -> None:
    night, ring = make.night(), journal.recording(recorder="Ring", asleep_min=None)
    watch = journal.recording()
    store.many([night, watch, ring])
    store.night_recordings.put(journal.recording(recorder="WATCH", asleep_min=300))
    told = [(one.recorder, one.asleep_min) for one in store.night_recordings.for_day(DAY)]
    assert told == [("Ring", None), ("WATCH", 300)]
    assert store.nights.get(DAY) == night


def test_what_a_note_said_before_is_told_newest_first(store: Store) -> None:
    note = journal.note()
    first, second = journal.version(note, 5), journal.version(note, 9, text="It lay there, large.")
    store.many([note, first, second])
    assert store.note_versions.of(note.uid) == [second, first]


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (journal.note(text="x" * (MAX_TEXT + 1)), "text"),
        (journal.note(tags=("a",) * 51), "tags"),
        (journal.note(tags=(" ",)), "tags"),
        (journal.template(" "), "name"),
        (journal.score(total=float("nan")), "total"),
        (journal.score(questionnaire=""), "questionnaire"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(
    store: Store, entry: journal.Note | journal.NoteTemplate | journal.Score, field: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        store.many([entry])
    assert refused.value.field == field


def test_an_erased_note_takes_what_it_said_before_with_it(store: Store, vault: Vault) -> None:
    note, other = journal.note(), journal.note(1)
    store.many([note, other, journal.version(note), journal.version(other, text="It stays.")])
    store.notes.remove(note.uid)
    store.erasing.sweep()
    assert [one.text for one in store.note_versions.of(other.uid)] == ["It stays."]
    assert vault.connection.execute("SELECT count(*) FROM note_versions").fetchone() == (1,)
    assert vault.faults() == []


def test_a_moment_outlives_the_pattern_and_the_moment_before_it(store: Store, vault: Vault) -> None:
    pattern, before = lists.pattern(), make.moment()
    moment = make.moment(1, pattern=pattern.uid, set_off_by=before.uid)
    store.many([before, moment, pattern])
    store.patterns.remove(pattern.uid)
    store.moments.remove(before.uid)
    store.erasing.sweep()
    assert store.moments.get(moment.uid) == replace(moment, pattern=None, set_off_by=None)
    assert vault.faults() == []


def test_a_measure_of_an_earlier_form_whose_scale_is_not_0_to_10_is_a_number(profile: Path) -> None:
    profile.mkdir()
    files = ProfileFiles(profile)
    shutil.copyfile(DATA / "revision-0005.db", files.db)
    shutil.copyfile(DATA / "revision-0005.keys", files.keys)
    vault = open_vault(profile)
    [headache] = Store(vault).custom_measures.all()
    assert (headache.high, headache.kind, headache.unit) == (5, MeasureKind.NUMBER, "")
    vault.close()


@pytest.mark.parametrize("stress", [5, None])
def test_the_note_of_a_day_becomes_one_of_its_own_in_one_step(store: Store, stress: int | None) -> None:
    day = DayEntry(uid=new_uid(make.AT), day=DAY, at=make.AT, stress=stress, note="It lay there.")
    store.days.put(day)
    note = journal.note(text="It lay there, large.")
    change = store.notes.take_over(note, day)
    rest = None if stress is None else replace(day, note="")
    assert (store.days.get(DAY), store.notes.for_day(DAY)) == (rest, [note])
    change = change.revert()
    assert (store.days.get(DAY), store.notes.for_day(DAY)) == (day, [])
    change.revert()
    assert (store.days.get(DAY), store.notes.for_day(DAY)) == (rest, [note])


def test_the_oldest_version_of_a_note_gives_way(store: Store) -> None:
    note, other = journal.note(), journal.note(1)
    store.many([note, other, journal.version(other)])
    for minutes in range(MAX_VERSIONS + 1):
        store.note_versions.keep(journal.version(note, minutes, text=str(minutes)))
    held = [one.text for one in store.note_versions.of(note.uid)]
    assert held == [str(minutes) for minutes in range(MAX_VERSIONS, 0, -1)]
    assert len(store.note_versions.of(other.uid)) == 1


def test_tags_are_counted_on_the_notes_that_are_there(store: Store) -> None:
    gone = journal.note(tags=("work", "night"))
    store.many([journal.note(tags=("work",)), journal.note(1, tags=()), gone])
    store.notes.remove(gone.uid)
    assert store.notes.tags() == {"work": 1}
