"""What the journal keeps beside the days, for the tests of the store: one of each by hand, and strategies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from rewire_app.domain.journal.dropped import QuickRating
from rewire_app.domain.journal.entries import NightRecording, new_uid
from rewire_app.domain.journal.notes import Note, NoteTemplate, NoteVersion
from rewire_app.domain.journal.scores import Score
from tests.store.entries import AT, DAY, count, days, instants, later, uids, words


def recording(number: int = 0, **given: object) -> NightRecording:
    """What a device tells of the night that ended on DAY + number."""
    evening = later(number * 1440 - 460)
    plain = NightRecording(
        uid=new_uid(AT),
        day=DAY + timedelta(days=number),
        recorder="Watch",
        asleep=evening,
        wake=later(450, evening),
        asleep_min=410,
        awake_min=40,
    )
    return replace(plain, **given)


def note(number: int = 0, **given: object) -> Note:
    """A note of DAY + number."""
    plain = Note(
        uid=new_uid(AT),
        day=DAY + timedelta(days=number),
        at=later(number * 1440),
        text="# The letter\n\nIt lay there, *größer* than I thought.",
        tags=("bank", "letters"),
    )
    return replace(plain, **given)


def quick_rating(number: int = 0, **given: object) -> QuickRating:
    """How strong it was on DAY + number."""
    at = later(number * 1440)
    plain = QuickRating(
        uid=new_uid(AT), day=DAY + timedelta(days=number), at=at, value=6, words="On the train"
    )
    return replace(plain, **given)


def version(note: Note, minutes: int = 5, **given: object) -> NoteVersion:
    """What `note` said until some minutes after it was begun."""
    plain = NoteVersion(uid=new_uid(AT), note_uid=note.uid, at=later(minutes, note.at), text="It lay there.")
    return replace(plain, **given)


def template(name: str = "After a row", **given: object) -> NoteTemplate:
    """Words to begin a note with."""
    return replace(NoteTemplate(uid=new_uid(AT), name=name, text="What was said:\n\nWhat I heard:"), **given)


def score(number: int = 0, **given: object) -> Score:
    """A questionnaire that was answered on DAY + number."""
    plain = Score(
        uid=new_uid(AT),
        questionnaire="phq-4",
        day=DAY + timedelta(days=number),
        at=later(number * 1440),
        total=5,
        answers=(1, 2, 1, 1),
    )
    return replace(plain, **given)


some = words.filter(lambda text: bool(text.strip()))

recordings = st.builds(
    lambda asleep, minutes, **given: NightRecording(asleep=asleep, wake=later(minutes, asleep), **given),
    uid=uids,
    day=days,
    recorder=some,
    asleep=instants,
    minutes=count,
    asleep_min=st.none() | count,
    awake_min=st.none() | count,
)
notes = st.builds(
    Note, uid=uids, day=days, at=instants, text=words, tags=st.lists(some, max_size=4).map(tuple)
)
templates = st.builds(NoteTemplate, uid=uids, name=some, text=words)
scores = st.builds(
    Score,
    uid=uids,
    questionnaire=some,
    day=days,
    at=instants,
    total=st.floats(-1_000_000, 1_000_000),
    answers=st.lists(st.integers(0, 5), max_size=10).map(tuple),
)
