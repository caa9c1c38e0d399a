"""What was found in a file becomes entries of Rewire, and what does not is told with its reason."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest

from rewire_app.domain.journal.entries import DayEntry, LookedAfter, Moment, NightRecording, Practice
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, MeasureKind
from rewire_app.domain.journal.notes import Note
from rewire_app.exchange.importers.found import FoundAmount, FoundSleep, LeftOut
from rewire_app.exchange.importers.meanings import Becomes, Meaning, WordKind
from rewire_app.exchange.importers.plan import ImportPlan
from tests.exchange.importers.bringings import DAY, entry, plan_of

E = TypeVar("E")


def only(kind: type[E], plan: ImportPlan) -> list[E]:
    """The planned entries of one kind."""
    return [one for _place, one in plan.entries if isinstance(one, kind)]


def amount(line: int, name: str = "Read", day: date = DAY, **given: object) -> FoundAmount:
    """One row of a tracked thing."""
    return FoundAmount(line=line, member="a.csv", name=name, day=day, **given)  # type: ignore[arg-type]


def reasons(plan: ImportPlan) -> list[tuple[int, str]]:
    """The lines that stay out, with why."""
    return [(one.line, one.reason) for one in plan.left_out]


# entries of a diary


def test_an_entry_becomes_a_note_with_its_words_and_the_mood_of_its_day() -> None:
    plan = plan_of([entry(2, mood="rad", activities=("work", "late"), title="Call", text="Long one.")])
    [note], [day] = only(Note, plan), only(DayEntry, plan)
    assert (note.text, note.tags) == ("Call\n\nLong one.", ("rad", "work", "late", "Daylio"))
    assert (note.day, note.at.wall, note.at.offset_min) == (DAY, datetime(2026, 11, 20, 21, 58), 60)
    assert (day.day, day.mood, day.moved) == (DAY, 10, None)
    assert plan.counts["entries"] == plan.counts["moods"] == plan.counts["notes"] == 1


def test_an_entry_with_a_mood_alone_needs_no_note() -> None:
    plan = plan_of([entry(2, mood="meh ")])
    assert only(Note, plan) == []
    assert only(DayEntry, plan)[0].mood == 5


def test_a_mood_that_means_nothing_here_is_kept_as_words() -> None:
    plan = plan_of([entry(2, mood="null")])
    assert only(DayEntry, plan) == []
    assert only(Note, plan)[0].text == "null"


def test_a_day_with_several_moods_gets_their_mean_and_keeps_each_word() -> None:
    rows = [entry(2, mood="rad", text="a"), entry(3, at=time(8), mood="meh", text="b")]
    plan = plan_of(rows)
    assert only(DayEntry, plan)[0].mood == 8  # (10 + 5) / 2, halves up
    assert [note.tags for note in only(Note, plan)] == [("rad", "Daylio"), ("meh", "Daylio")]


def test_the_order_of_moods_is_taken_from_the_file_where_it_has_one() -> None:
    plan = plan_of([entry(2, mood="so la la", mood_step=4)])
    assert only(DayEntry, plan)[0].mood == 3


def test_after_midnight_counts_for_the_evening_before_and_a_day_without_a_time_for_itself() -> None:
    plan = plan_of([entry(2, at=time(1, 30), text="a"), entry(3, at=None, text="b")])
    assert [note.day for note in only(Note, plan)] == [DAY - timedelta(days=1), DAY]
    assert [note.at.wall.hour for note in only(Note, plan)] == [1, 12]


def test_the_zone_of_the_file_holds_before_that_of_the_computer() -> None:
    rows = [
        entry(2, text="a", zone="America/New_York"),
        entry(3, text="b", offset_min=330, zone="somewhere"),
        entry(4, text="c", zone="Nowhere/At_All"),
    ]
    assert [note.at.offset_min for note in only(Note, plan_of(rows))] == [-300, 330, 60]


def test_activities_become_what_the_person_says() -> None:
    said = {
        (WordKind.ACTIVITY, "meditation"): Meaning(becomes=Becomes.PRACTICE, exercise="b-paced"),
        (WordKind.ACTIVITY, "argument"): Meaning(becomes=Becomes.MOMENT),
        (WordKind.ACTIVITY, "friends"): Meaning(becomes=Becomes.COMPANY),
        (WordKind.ACTIVITY, "secret"): Meaning(becomes=Becomes.NOTHING),
    }
    words = ("walk", "meditation", "argument", "friends", "secret")
    plan = plan_of([entry(2, activities=words)], said, versions={"b-paced": 3})
    [practice], [moment] = only(Practice, plan), only(Moment, plan)
    assert (practice.exercise, practice.version, practice.away, practice.counts) == ("b-paced", 3, True, True)
    assert (practice.company, practice.note) == ("friends", "meditation, from Daylio")
    assert (moment.trigger, moment.peak, moment.company) == ("argument", None, "friends")
    assert only(DayEntry, plan)[0].moved is LookedAfter.YES
    assert only(Note, plan)[0].tags == ("friends", "Daylio")


def test_what_becomes_nothing_is_told() -> None:
    nothing = {(WordKind.ACTIVITY, "x"): Meaning(becomes=Becomes.NOTHING)}
    plan = plan_of(
        [entry(2, activities=("x",)), LeftOut(line=9, member="a.csv", reason="No day", text="y")], nothing
    )
    assert plan.empty
    assert reasons(plan) == [(2, "Nothing of it becomes anything here"), (9, "No day")]


def test_the_same_row_twice_comes_once_and_days_ahead_stay_out() -> None:
    rows = [entry(2, text="a"), entry(3, text="a"), entry(4, day=date(2026, 12, 24), text="b")]
    plan = plan_of(rows)
    assert len(only(Note, plan)) == 1
    assert reasons(plan) == [(3, "The same as line 2"), (4, "This day has not come yet")]
    assert plan.counts["left_out"] == 2


def test_a_very_long_text_comes_in_whole_in_several_notes() -> None:
    text = "ä" * 70_000
    notes = only(Note, plan_of([entry(2, text=text)]))
    assert "".join(note.text for note in notes) == text
    assert len(notes) == 2


def test_tags_beyond_what_a_note_holds_stand_in_its_text() -> None:
    words = tuple(f"tag{n}" for n in range(60))
    [note] = only(Note, plan_of([entry(2, text="a", activities=words)]))
    assert len(note.tags) == 50
    assert all(word in (*note.tags, *note.text.replace("\n", " ").replace(",", "").split()) for word in words)


# habits


def test_a_habit_of_yes_and_no_becomes_a_measure_and_what_is_unknown_no_value() -> None:
    rows = [
        amount(2, status="done"),
        amount(3, day=DAY - timedelta(days=1), status="not"),
        amount(4, day=DAY - timedelta(days=2), status="unknown"),
        amount(5, day=DAY - timedelta(days=3), status="skipped", note="ill"),
    ]
    plan = plan_of(rows)
    [measure] = only(CustomMeasure, plan)
    assert (measure.name, measure.kind, measure.asked) == ("Read", MeasureKind.YES_OR_NO, False)
    assert [(one.day.day, one.value) for one in only(CustomRating, plan)] == [(19, 0), (20, 1)]
    assert [(note.text, note.tags) for note in only(Note, plan)] == [("ill", ("Read", "Daylio"))]
    assert (plan.counts["entries"], plan.counts["unanswered"]) == (3, 1)


def test_amounts_with_a_unit_add_up_over_a_day() -> None:
    rows = [amount(2, "Water", value=2, unit="cups"), amount(3, "Water", value=3, unit="cups")]
    plan = plan_of(rows)
    [measure], [rating] = only(CustomMeasure, plan), only(CustomRating, plan)
    assert (measure.kind, measure.unit, rating.value) == (MeasureKind.NUMBER, "cups", 5)


def test_of_ratings_the_last_of_a_day_counts_and_the_others_are_told() -> None:
    rows = [amount(2, "Pain", value=4, time=time(8)), amount(3, "Pain", value=7, time=time(20))]
    plan = plan_of(rows)
    [measure], [rating] = only(CustomMeasure, plan), only(CustomRating, plan)
    assert (measure.kind, measure.high, rating.value) == (MeasureKind.RATING, 10, 7)
    assert reasons(plan) == [(2, "A later one of this day comes in")]


@pytest.mark.parametrize(
    ("value", "unit", "kept"),
    [
        (2.5, "km", (2500, "m", MeasureKind.NUMBER)),
        (1.25, "cups", (125, "0.01 cups", MeasureKind.NUMBER)),
        (1.5, "h", (90, "", MeasureKind.MINUTES)),
        (45, "min", (45, "", MeasureKind.MINUTES)),
        (-3, "°C", (-3, "°C", MeasureKind.NUMBER)),
    ],
)
def test_amounts_with_digits_after_the_point_lose_none(
    value: float, unit: str, kept: tuple[object, ...]
) -> None:
    plan = plan_of([amount(2, value=value, unit=unit)])
    [measure], [rating] = only(CustomMeasure, plan), only(CustomRating, plan)
    assert (rating.value, measure.unit, measure.kind) == kept


def test_a_number_that_no_measure_holds_stays_out_and_its_measure_too() -> None:
    plan = plan_of([amount(2, value=4e12, unit="steps")])
    assert plan.empty
    assert reasons(plan) == [(2, "This number is outside of what can be kept")]


def test_a_habit_can_be_practice_from_elsewhere() -> None:
    said = {(WordKind.AMOUNT, "Sit"): Meaning(becomes=Becomes.PRACTICE, exercise="b-paced")}
    rows = [
        amount(2, "Sit", value=20, unit="min"),
        amount(3, "Sit", day=DAY - timedelta(days=1), value=0, unit="min"),
    ]
    plan = plan_of(rows, said)
    [practice] = only(Practice, plan)
    assert (practice.day, practice.seconds, practice.away) == (DAY, 1200, True)
    assert plan.counts["unanswered"] == 1


# nights


def sleep(line: int, start: datetime, hours: float, **given: object) -> FoundSleep:
    """One sleep."""
    end = start + timedelta(hours=hours)
    return FoundSleep(line=line, member="a.csv", recorder="Watch", start=start, end=end, **given)  # type: ignore[arg-type]


def test_a_night_of_a_device_stands_beside_the_diary_on_the_day_of_waking() -> None:
    start = datetime(2026, 10, 24, 23, 0)  # clocks go back in this night
    plan = plan_of([sleep(2, start, 8, asleep_min=470, awake_min=-1, text="#late", rating=6.4)])
    [night] = only(NightRecording, plan)
    assert (night.day, night.recorder, night.asleep_min, night.awake_min) == (
        date(2026, 10, 25),
        "Watch",
        470,
        None,
    )
    assert (night.asleep.offset_min, night.wake.offset_min) == (120, 60)
    assert only(Note, plan)[0].text == "#late"
    assert only(CustomRating, plan)[0].value == 6


def test_of_several_sleeps_of_a_day_the_main_and_longest_comes_in() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    rows = [
        sleep(2, datetime(2026, 11, 20, 13, 0, tzinfo=berlin), 1, main=False),
        sleep(3, datetime(2026, 11, 19, 23, 0, tzinfo=berlin), 7),
        sleep(4, datetime(2026, 11, 20, 7, 0, tzinfo=berlin), 2),
    ]
    plan = plan_of(rows)
    assert [night.asleep.wall.hour for night in only(NightRecording, plan)] == [23]
    assert [line for line, _why in reasons(plan)] == [2, 4]


@pytest.mark.parametrize("hours", [-8, 40])
def test_a_night_that_cannot_be_is_refused_and_not_turned_round(hours: float) -> None:
    plan = plan_of([sleep(2, datetime(2026, 11, 19, 23, 0), hours)])
    assert plan.empty
    assert reasons(plan) == [(2, "It ends before it begins, or after more than a day")]
