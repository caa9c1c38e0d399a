"""What goes into the columns of a kind comes out of them as it was, whatever the kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewire_app.domain.brought import BroughtIn, ImportedRow, WordMapping
from rewire_app.domain.custom import BreathPattern, CustomExercise, Favourite
from rewire_app.domain.experiment.experiment import Experiment, seal_hash
from rewire_app.domain.journal.dropped import QuickRating, SkillRecall
from rewire_app.domain.journal.entries import (
    DayEntry,
    Intention,
    Moment,
    Night,
    NightRecording,
    Pause,
    Plan,
    Practice,
    SavedRun,
)
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, Mark, WishedEnd
from rewire_app.domain.journal.notes import Note, NoteTemplate, NoteVersion
from rewire_app.domain.journal.scores import Score
from rewire_app.domain.journal.to_raise import ToRaise
from rewire_app.domain.journal.unwanted import UnwantedEffect
from rewire_app.domain.library.reading import Highlight, Reading, Reply
from rewire_app.domain.lists.diary import DiaryCell, DiaryDay, DiaryRow, ThinkingHabit
from rewire_app.domain.lists.entries import KEPT
from rewire_app.domain.lists.goals import Move, PersonalGoal, ValueRating
from rewire_app.domain.packs import Pack
from rewire_app.store.codec import Codec
from rewire_app.store.schema import lists as schema
from rewire_app.store.store import Store
from tests.store import brought_entries as brought
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.store import pattern_entries as patterns
from tests.store.entries import days, instants, uids, words
from tests.store.list_entries import SEAL, some

minutes = st.integers(0, 1440)

EVERY: dict[type[Any], st.SearchStrategy[Any]] = {
    Practice: make.practices,
    DayEntry: make.day_entries,
    Night: make.nights,
    NightRecording: st.builds(
        NightRecording,
        uid=uids,
        day=days,
        recorder=some,
        asleep=instants,
        wake=instants,
        asleep_min=st.none() | minutes,
        awake_min=st.none() | minutes,
    ),
    Note: st.builds(Note, uid=uids, day=days, at=instants, text=words, tags=st.lists(some).map(tuple)),
    NoteVersion: st.builds(NoteVersion, uid=uids, note_uid=uids, at=instants, text=words),
    NoteTemplate: st.builds(NoteTemplate, uid=uids, name=some, text=words),
    Score: st.builds(
        Score,
        uid=uids,
        questionnaire=some,
        day=days,
        at=instants,
        total=st.floats(-99, 99),
        answers=st.lists(st.integers(0, 9)).map(tuple),
    ),
    Moment: make.moments,
    Plan: make.plans,
    Pause: make.pauses,
    QuickRating: make.ratings_dropped,
    SkillRecall: make.skill_recalls,
    Intention: make.intentions,
    **{shape.entry: lists.KEPT_STRATEGIES[kind] for kind, shape in KEPT.items()},
    Reading: lists.readings,
    Highlight: lists.highlights,
    Reply: lists.replies,
    BreathPattern: lists.breaths,
    Mark: lists.marks,
    CustomExercise: st.builds(CustomExercise, uid=uids, id=st.just("own-tea"), text=some, at=instants),
    Favourite: st.builds(Favourite, uid=uids, exercise=make.ids),
    CustomMeasure: st.builds(
        CustomMeasure,
        uid=uids,
        name=st.text("abcdeßÄ", min_size=1, max_size=20),
        low=st.integers(-9, 0),
        high=st.integers(1, 9),
        better=st.sampled_from(WishedEnd),
        asked=st.booleans(),
    ),
    CustomRating: st.builds(CustomRating, uid=uids, measure_uid=uids, day=days, value=st.integers()),
    UnwantedEffect: lists.unwanted_effects,
    Experiment: st.builds(
        lambda start, **given: Experiment(start_day=start, stopped_day=start, **given),
        start=days,
        uid=uids,
        question=words,
        option_a=st.just("breathing"),
        option_b=st.just("walking"),
        outcome=st.just("mood"),
        seal=st.just(SEAL),
        sealed_hash=st.just(seal_hash(SEAL)),
        note=words,
    ),
    ValueRating: st.builds(ValueRating, uid=uids, value=uids, day=days, lived=st.integers(0, 10)),
    PersonalGoal: patterns.goals,
    Move: patterns.moves,
    DiaryRow: patterns.diary_rows,
    DiaryCell: st.builds(
        DiaryCell, uid=uids, row=uids, day=days, value=make.rating, acted=st.none() | st.booleans()
    ),
    DiaryDay: patterns.diary_days,
    ThinkingHabit: patterns.habits,
    BroughtIn: brought.broughts,
    ImportedRow: brought.imported_rows,
    WordMapping: brought.mappings,
    ToRaise: brought.to_raises,
    Pack: brought.packs,
    SavedRun: st.builds(
        SavedRun, exercise=make.ids, version=st.integers(1, 9), started=instants, state=words
    ),
}
"""Any value of each kind that can be kept."""


@pytest.fixture
def codecs(store: Store) -> dict[type[Any], Codec[Any]]:
    """The codec of everything in the store, by kind."""
    return {one.codec.kind: one.codec for one in vars(store).values() if hasattr(one, "codec")}


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_a_value_comes_out_of_its_columns_as_it_was(
    kind: type[Any], codecs: dict[type[Any], Codec[Any]]
) -> None:
    codec = codecs[kind]

    @settings(max_examples=30, deadline=None)
    @given(value=EVERY[kind])
    def goes_through(value: Any) -> None:
        values = codec.values(value)
        row = [values.get(column.name) for column in codec.table.columns]
        assert repr(codec.entry(row)) == repr(value)  # by type too: True is not 1
        assert {type(kept) for kept in row} <= {str, int, float, type(None)}

    goes_through()


def test_every_kind_goes_through(codecs: dict[type[Any], Codec[Any]]) -> None:
    assert set(codecs) == set(EVERY)


def test_a_type_that_has_no_column_is_refused_at_the_first_use_of_the_kind() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Timed:
        exercise: datetime

    with pytest.raises(TypeError, match="cannot hold"):
        Codec(Timed, schema.favourites).values(Timed(exercise=datetime(2026, 11, 24)))
