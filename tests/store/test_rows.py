"""Every kind of entry stands in its table in one fixed form, which databases of every age hold."""

from __future__ import annotations

from datetime import timedelta

from rewire_app.domain.journal.entries import IntentionOutcome, LookedAfter, MedicineNote
from rewire_app.domain.journal.marks import MeasureKind
from rewire_app.store.queries import ENTRY_TABLES
from rewire_app.store.store import Entry, Store
from tests.store import entries as make
from tests.store import journal_entries as journal
from tests.store import list_entries as lists
from tests.store.entries import DAY
from tests.store.record import content

PRACTICE, MEASURE, PATTERN, NOTE = "a" * 32, "b" * 32, "c" * 32, "d" * 32
STAMPS = {"uid", "created_ms", "updated_ms", "device", "deleted_ms", "source", "source_hash"}

ROWS: dict[str, dict[str, object]] = {
    "practices": {
        "exercise": "d-stop",
        "version": 1,
        "started_ms": 1774800000000,
        "started_off": 60,
        "started_zone": "Europe/Berlin",
        "ended_ms": 1774800240000,
        "ended_off": 60,
        "ended_zone": "Europe/Berlin",
        "day": 739704,
        "status": "done",
        "seconds": 240,
        "steps_done": 4,
        "steps_seen": 4,
        "measure": "tension",
        "before": 7,
        "after": 4,
        "answers": '{"what":"the letter"}',
        "note": "easier than last time",
    },
    "days": {
        "day": 739704,
        "at_ms": 1774800000000,
        "at_off": 60,
        "at_zone": "Europe/Berlin",
        "reactivity": 6,
        "lasted": "hour",
        "managed": "half",
        "stress": 5,
        "stress_about": '["work","größe"]',
        "mood": 0,
        "good": "tea",
        "note": "long day",
        "body": "yes",
        "ate": "partly",
        "sober": "no",
        "slept": "yes",
        "moved": None,
        "medicine": "changed",
    },
    "nights": {
        "day": 739704,
        "bed_ms": 1774771200000,
        "bed_off": 60,
        "bed_zone": "Europe/Berlin",
        "lights_ms": 1774772400000,
        "lights_off": 60,
        "lights_zone": "Europe/Berlin",
        "sol_min": 15,
        "waso_min": 30,
        "wake_ms": 1774798200000,
        "wake_off": 60,
        "wake_zone": "Europe/Berlin",
        "up_ms": 1774799400000,
        "up_off": 60,
        "up_zone": "Europe/Berlin",
        "awakenings": 2,
        "quality": 6,
        "nap_min": 20,
        "caffeine_late": 1,
        "alcohol": 0,
        "medicine": 0,
        "note": "Sirene",
        "awake": "[[90,20],[200,10]]",
        "noted_day": 739707,
    },
    "moments": {
        "at_ms": 1774800000000,
        "at_off": 60,
        "at_zone": "Europe/Berlin",
        "day": 739704,
        "trigger": "an e-mail",
        "tag": "work",
        "peak": 8,
        "calm_min": 25,
        "still_going": 1,
        "response": "mixed",
        "urge": "write back at once",
        "did": '["wrote back","then walked"]',
        "place": "desk",
        "company": "alone",
        "note": "größer 🙂",
        "measured": 1,
        "feelings": '["shame","größe"]',
        "skills": '["named it"]',
        "exercise": "d-stop",
        "pattern": PATTERN,
        "set_off_by": None,
    },
    "plans": {
        "from_day": 739704,
        "per_week": 4,
        "cue": "after coffee",
        "exercise": "d-stop",
        "minutes": 5,
    },
    "pauses": {
        "from_day": 739704,
        "to_day": 739707,
        "reason": "flu",
    },
    "intentions": {
        "day": 739704,
        "text": "If the phone rings, then breathe",
        "exercise": "d-stop",
        "practice": PRACTICE,
        "recalled": "not yet",
        "recalled_day": 739707,
    },
    "own_values": {
        "name": "Größe ",
        "meaning": "to stay when it is loud",
        "lived": 4,
        "fold": '["grösse"]',
    },
    "ladder": {
        "fear": "dogs",
        "step": "Ring the bell",
        "distress": 6,
        "done_day": 739704,
        "fold": '["dogs","ring the bell"]',
    },
    "crisis_plan": {
        "section": "alone",
        "text": "Walk round the block",
        "contact": "the park",
        "fold": '["alone","walk round the block"]',
    },
    "patterns": {
        "reaction": "Going quiet",
        "family": "away",
        "triggers": '["a raised voice","größe"]',
        "protected": "kept me out of rows",
        "gain": "it is over sooner",
        "cost": "nobody knows what I want",
        "feeds": "short sleep",
        "response": "say one sentence",
        "automatic": 8,
        "fold": '["going quiet"]',
    },
    "worries": {
        "text": "The letter from the bank",
        "sort": "open",
        "next_step": "open it",
        "fold": '["the letter from the bank"]',
    },
    "urges": {
        "day": 739704,
        "urge": "to check the phone",
        "places": '["chest","hands"]',
        "first": 5,
        "peak": 8,
        "last": 3,
        "need": "rest",
    },
    "kit": {
        "item": "Wool blanket",
        "sense": "touch",
        "fold": '["wool blanket"]',
    },
    "expectations": {
        "what": "Ring the office",
        "kind": "test",
        "predict": "they will hang up",
        "guess": 7,
        "chance": 80,
        "belief": 65,
        "due": 739704,
        "came": "they were kind",
        "found": 2,
        "share": 10,
        "learned": "größe helps",
        "again": 3,
        "state": "open",
        "fold": '["ring the office",""]',
    },
    "urge_cards": {
        "urge": "To write to her at night",
        "act_pro": "the silence ends",
        "act_con": "I am ashamed at breakfast",
        "wait_pro": "I sleep",
        "wait_con": "it gnaws for an hour",
        "line": "It is half over in twenty minutes.",
        "instead": "ring Noor",
        "fold": '["to write to her at night"]',
    },
    "scripts": {
        "ask": "One project fewer",
        "about": "work",
        "describe": "I have four projects",
        "express": "I am tired",
        "reinforce": "the others get done",
        "mindful": "come back to it",
        "offer": "I hand it over",
        "limit": "not five",
        "fold": '["one project fewer"]',
    },
    "thoughts": {
        "hard": "Nobody would miss me",
        "fair": "Noor rang twice",
        "belief": 55,
        "fold": '["nobody would miss me"]',
    },
    "dreams": {
        "dream": "The stairs",
        "new": "the door opens on the garden",
        "fold": '["the stairs"]',
    },
    "readings": {
        "article": "L01",
        "opened_ms": 1774800000000,
        "opened_off": 60,
        "opened_zone": "Europe/Berlin",
        "read_day": 739704,
        "place": 3,
        "kept": 1,
    },
    "highlights": {
        "article": "L01",
        "block": 2,
        "start_char": 4,
        "end_char": 9,
        "quote": "brake",
        "at_ms": 1774800000000,
        "at_off": 60,
        "at_zone": "Europe/Berlin",
        "note": "mine",
    },
    "replies": {
        "article": "L01",
        "question": "1",
        "text": "It comes back.",
        "at_ms": 1774800000000,
        "at_off": 60,
        "at_zone": "Europe/Berlin",
        "day": 739704,
    },
    "own_exercises": {
        "id": "own-tea",
        "text": 'title = "Tea"\n',
        "at_ms": 1774800000000,
        "at_off": 60,
        "at_zone": "Europe/Berlin",
    },
    "favourites": {
        "exercise": "d-stop",
    },
    "breath_patterns": {
        "name": "Slow",
        "inhale": 4,
        "hold": 0,
        "exhale": 6.5,
        "hold_out": 0.5,
        "minutes": 5,
        "fold": '["slow"]',
    },
    "marks": {
        "from_day": 739704,
        "to_day": 739704,
        "kind": "move",
        "text": "new flat",
    },
    "own_measures": {
        "name": "Headache",
        "low": 1,
        "high": 5,
        "low_words": "none",
        "high_words": "the worst",
        "better": "lower",
        "asked": 0,
        "kind": "number",
        "unit": "tablets",
        "fold": '["headache"]',
    },
    "own_ratings": {
        "measure_uid": MEASURE,
        "day": 739704,
        "value": 2,
    },
    "experiments": {
        "question": "Which one carries further?",
        "option_a": "breathing",
        "option_b": "walking",
        "outcome": "reactivity",
        "start_day": 739704,
        "seal": '{"order":"ABBABAAB","salt":"9f"}',
        "sealed_hash": "4213c593bdf9962e0a1d0f742dc9c7b44f7b27270aec2e68a0cb960e93f2a8f1",
        "stopped_day": 739704,
        "opened_day": 739704,
        "note": "rainy",
    },
    "unwanted_effects": {
        "day": 739704,
        "answer": "some",
        "exercise": "d-stop",
        "offered": 0,
        "note": "counting made it louder",
    },
    "night_recordings": {
        "day": 739704,
        "recorder": "Watch",
        "asleep_ms": 1774772400000,
        "asleep_off": 60,
        "asleep_zone": "Europe/Berlin",
        "wake_ms": 1774799400000,
        "wake_off": 60,
        "wake_zone": "Europe/Berlin",
        "asleep_min": 410,
        "awake_min": 40,
        "fold": '["2026-03-29","watch"]',
    },
    "notes": {
        "day": 739704,
        "at_ms": 1774800000000,
        "at_off": 60,
        "at_zone": "Europe/Berlin",
        "text": "# The letter\n\nIt lay there, *größer* than I thought.",
        "tags": '["bank","letters"]',
    },
    "note_versions": {
        "note_uid": NOTE,
        "at_ms": 1774800300000,
        "at_off": 60,
        "at_zone": "Europe/Berlin",
        "text": "It lay there.",
    },
    "note_templates": {
        "name": "After a row",
        "text": "What was said:\n\nWhat I heard:",
        "fold": '["after a row"]',
    },
    "scores": {
        "questionnaire": "phq-4",
        "day": 739704,
        "at_ms": 1774800000000,
        "at_off": 60,
        "at_zone": "Europe/Berlin",
        "total": 5.0,
        "answers": "[1,2,1,1]",
    },
    "runs": {
        "exercise": "b-paced",
        "version": 2,
        "started_ms": 1774800000000,
        "started_off": 60,
        "started_zone": "Europe/Berlin",
        "state": '{"step":2}',
    },
}
"""The row of a full entry of each kind, without the stamps that all rows have."""


def full() -> list[Entry]:
    """One entry of every kind, with something in every field."""
    measure = lists.own_measure(
        uid=MEASURE, low=1, low_words="none", asked=False, kind=MeasureKind.NUMBER, unit="tablets"
    )
    note = journal.note(uid=NOTE)
    later = DAY + timedelta(days=3)
    return [
        make.practice(uid=PRACTICE),
        make.day_entry(
            body=LookedAfter.YES,
            ate=LookedAfter.PARTLY,
            sober=LookedAfter.NO,
            slept=LookedAfter.YES,
            medicine=MedicineNote.CHANGED,
        ),
        make.night(medicine=False, nap_min=20, note="Sirene", awake=((90, 20), (200, 10)), noted_day=later),
        make.moment(
            still_going=True,
            note="größer 🙂",
            measured=True,
            feelings=("shame", "größe"),
            skills=("named it",),
            exercise="d-stop",
            pattern=PATTERN,
        ),
        make.plan(exercise="d-stop"),
        make.pause(to_day=later),
        make.intention(
            exercise="d-stop", practice=PRACTICE, recalled=IntentionOutcome.NOT_YET, recalled_day=later
        ),
        *(lists.value("Größe "), lists.step(), lists.crisis_line(contact="the park")),
        lists.pattern(uid=PATTERN),
        *(lists.worry(), lists.urge(), lists.kit_item(), lists.reading(read_day=DAY, kept=True)),
        *(lists.expectation(), lists.card(), lists.script(), lists.thought(), lists.dream()),
        *(lists.highlight(), lists.reply(), lists.own_exercise(), lists.favourite(), lists.breath()),
        *(lists.mark(to_day=DAY), measure, lists.own_rating(measure)),
        lists.experiment(stopped_day=DAY, opened_day=DAY, note="rainy"),
        lists.unwanted(),
        *(journal.recording(), note, journal.version(note), journal.template(), journal.score()),
    ]


def test_a_full_entry_of_every_kind_has_the_row_it_always_had(store: Store) -> None:
    store.many(full())
    store.runs.save(make.saved_run())
    found = {table: rows[0] for table, rows in content(store.vault.connection).items() if table in ROWS}
    assert {
        table: {name: value for name, value in row.items() if name not in STAMPS}
        for table, row in found.items()
    } == ROWS
    assert set(ROWS) == set(ENTRY_TABLES)
