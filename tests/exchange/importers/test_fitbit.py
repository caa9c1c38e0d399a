"""Nights of Fitbit of its four kinds, alone and together, value by value."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rewire_app.domain.journal.entries import NightRecording
from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.found import UNSAID, FoundAmount, FoundSleep
from rewire_app.exchange.importers.gathering import gathered
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import doubts, left_out, nights, read_of, written, zipped

ONLY_TIMES = "Phases of sleep, heart rates and movements stay out."
SUMMED = (
    "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,"
    "Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep\n"
)
ZONED = (
    "sleep_id,sleep_type,minutes_in_sleep_period,minutes_after_wake_up,minutes_to_fall_asleep,minutes_asleep,"
    "minutes_awake,minutes_longest_awakening,minutes_to_persistent_sleep,start_utc_offset,sleep_start,"
    "end_utc_offset,sleep_end,data_source,{}sleep_created,sleep_last_updated\n"
)
SCORES = (
    "sleep_log_entry_id,timestamp,overall_score,composition_score,revitalization_score,duration_score,"
    "deep_sleep_in_minutes,resting_heart_rate,restlessness\n"
)


def log(number: int, start: str, end: str, minutes: int, **given: object) -> dict[str, object]:
    """A night in JSON, of so many minutes in all."""
    made = {"logId": number, "dateOfSleep": end[:10], "startTime": start, "endTime": end}
    made |= {"duration": minutes * 60_000, "minutesToFallAsleep": 0, "minutesAsleep": minutes - 40}
    made |= {"minutesAwake": 40, "timeInBed": minutes, "type": "stages", "mainSleep": True}
    levels = {"summary": {}, "data": [{"dateTime": start, "level": "light", "seconds": 90}], "shortData": []}
    return made | {"levels": levels} | given


def scores(found: list[Any]) -> list[tuple[object, ...]]:
    """The scores: line, name, day and value."""
    return [
        (one.line, one.name, one.day, one.value, one.time) for one in found if isinstance(one, FoundAmount)
    ]


# the older table


def test_the_older_table_with_both_ways_of_days_and_commas_in_numbers(tmp_path: Path) -> None:
    text = (
        SUMMED
        + '"2010-10-13 11:12PM","2010-10-11 10:11AM","5,000","500","300","N/A","1,000","3,000","1,000"\n'
        '"2010-10-12 10:11PM","2010-10-13 9:10AM","1,050","30","30","5,000","N/A","300","100"\n'
        '"11-10-2010 9:10 pm","12-10-2010 8:09 am","500","N/A","3","500","N/A","N/A","N/A"\n'
        '"2010-10-10 12:05AM","2010-10-10 07:08","400","23","3","423","","",""\n'
        "\n"
    )
    kind, found = read_of(written(tmp_path / "fitbit_export.csv", text))
    assert kind == "fitbit"
    assert nights(found) == [
        (4, "2010-10-12 22:11:00", "2010-10-13 09:10:00", 1050, 30, None, "", True),
        (5, "2010-10-11 21:10:00", "2010-10-12 08:09:00", 500, None, None, "", True),
        (6, "2010-10-10 00:05:00", "2010-10-10 07:08:00", 400, 23, None, "", True),
    ]
    assert left_out(found) == [(3, "It ends before it begins")]
    assert doubts(found) == [ONLY_TIMES]
    assert gathered(found).without_zone == 3


def test_the_older_table_among_others_and_american_days(tmp_path: Path) -> None:
    text = (
        "Body\nDate,Weight,BMI,Fat\n"
        + "".join(f'"2015-03-{day:02}","70","22","0"\n' for day in range(1, 32))
        + "\nActivities\nDate,Calories Burned,Steps\n"
        + "".join(f'"2015-03-{day:02}","2,000","8,000"\n' for day in range(1, 32))
        + "\n"
        + SUMMED
        + '"3/30/2015 11:00PM","3/31/2015 6:30AM","420","30","2","450","N/A","N/A","N/A"\n'
        '"3/31/2015 11:00PM","4/1/2015 6:30AM","420","30","2","450","N/A","N/A","N/A","1"\n'
        '"4/1/2015 sometime","4/2/2015 6:30AM","420","30","2","450","N/A","N/A","N/A"\n\n'
        "Food Log 20150301\nDaily Totals\n"
    )
    kind, found = read_of(written(tmp_path / "a.csv", text))
    assert kind == "fitbit"
    assert nights(found) == [
        (71, "2015-03-30 23:00:00", "2015-03-31 06:30:00", 420, 30, None, "", True),
    ]
    assert left_out(found) == [
        (72, "This row has more cells than the table has columns"),
        (73, "When it began cannot be read"),
    ]
    alone = SUMMED + '"4/1/2015 11:00PM","4/2/2015 6:30AM","420","30","2","450","N/A","N/A","N/A"\n'
    _kind, found = read_of(written(tmp_path / "b.csv", alone))
    assert left_out(found) == [(3, "Which number is the day and which the month cannot be told")]


# JSON


def test_json_of_several_months_has_each_night_once(tmp_path: Path) -> None:
    first = log(31, "2020-03-14T23:10:30.000", "2020-03-15T06:40:30.000", 450)
    nap = log(32, "2020-03-15T14:00:00.000", "2020-03-15T14:45:00.000", 45, mainSleep=False, type="classic")
    members = {
        "Takeout/Fitbit/Global Export Data/sleep-2020-02-14.json": json.dumps([first, nap]).encode(),
        "Takeout/Fitbit/Global Export Data/sleep-2020-03-15.json": json.dumps([first]).encode(),
        "Takeout/Fitbit/Global Export Data/heart_rate-2020-03-15.json": b'[{"dateTime": "x"}]',
    }
    kind, found = read_of(zipped(tmp_path / "takeout.zip", members))
    assert kind == "fitbit"
    assert nights(found) == [
        (1, "2020-03-14 23:10:30", "2020-03-15 06:40:30", 410, 40, None, "", True),
        (2, "2020-03-15 14:00:00", "2020-03-15 14:45:00", 5, 40, None, "", False),
    ]
    assert left_out(found) == [(1, "The same night stands in the file twice")]


@pytest.mark.parametrize(
    ("start", "end", "minutes", "offsets"),
    [
        ("2020-10-24T23:30:00.000", "2020-10-25T06:50:00.000", 500, (120, 60)),  # an hour more than it seems
        (
            "2020-10-24T23:30:00.000",
            "2020-10-25T02:10:00.000",
            220,
            (120, 60),
        ),  # the second 2:10 of the night
        ("2020-10-24T23:30:00.000", "2020-10-25T02:10:00.000", 160, (120, 120)),  # the first one
        ("2020-10-25T02:40:00.000", "2020-10-25T02:10:00.000", 30, (120, 60)),  # from the first to the second
        ("2021-03-27T23:30:00.000", "2021-03-28T06:50:00.000", 380, (60, 120)),  # an hour less
    ],
)
def test_nights_in_which_clocks_change_are_as_long_as_fitbit_says(
    tmp_path: Path, start: str, end: str, minutes: int, offsets: tuple[int, int]
) -> None:
    _kind, found = read_of(written(tmp_path / "sleep.json", json.dumps([log(1, start, end, minutes)])))
    plan = plan_of(found)
    [night] = [one for _place, one in plan.entries if isinstance(one, NightRecording)]
    assert (night.asleep.offset_min, night.wake.offset_min) == offsets
    assert night.wake.utc_ms - night.asleep.utc_ms == minutes * 60_000


def test_json_that_is_odd(tmp_path: Path) -> None:
    told = {
        "sleep": [
            log(
                1,
                "2020-03-14T23:00:00.000",
                "2020-03-15T07:00:00.000",
                480,
                minutesAsleep=-1,
                minutesAwake="4",
            ),
            log(2, "2020-03-16T07:00:00.000", "2020-03-15T23:00:00.000", 480),
            log(3, "yesterday", "2020-03-15T23:00:00.000", 480),
            7,
            log(4, "2020-03-17T23:00:00.000", "2020-03-18T07:00:00.000", 480, duration=None, extra=[1]),
        ]
    }
    kind, found = read_of(written(tmp_path / "a.json", json.dumps(told), "utf-8-sig"))
    assert kind == "fitbit"
    assert [one[:5] for one in nights(found)] == [
        (1, "2020-03-14 23:00:00", "2020-03-15 07:00:00", None, None),
        (5, "2020-03-17 23:00:00", "2020-03-18 07:00:00", 440, 40),
    ]
    assert left_out(found) == [
        (2, "It ends before it begins"),
        (3, "When it began cannot be read"),
        (4, "This is no entry"),
    ]
    with pytest.raises(ImportRefusedError, match="damaged"):
        read_of(written(tmp_path / "b.json", json.dumps(told)[:-3]))


# the newer table


def test_the_newer_table_in_utc_with_offsets(tmp_path: Path) -> None:
    text = ZONED.format("algorithm_version,") + (
        "111,STAGES,450,0,5,410,40,12,9,+05:30,2026-09-12T17:30:00Z,+05:30,2026-09-13T01:00:00Z,"
        "GOOGLE_FITBIT_AIR,3,2026-09-13T01:05:00Z,\n"
        "112,CLASSIC,300,0,10,270,30,5,10,-0400,2026-09-20 03:00:00+0000,-04:00,2026-09-20 08:00:00+0000,"
        "MANUAL,3,,\n"
        "113,STAGES,300,0,10,,,5,10,,2026-09-21T03:00:00Z,,2026-09-21T08:00:00Z,ACTIVELY_MEASURED,3,,\n"
        "114,STAGES,300,0,10,1,1,5,10,+02:00,2026-09-22T08:00:00Z,+02:00,2026-09-22T03:00:00Z,DERIVED,3,,\n"
        "114,STAGES,300,0,10,1,1,5,10,+02:00,22/09/2026,+02:00,2026-09-22T03:00:00Z,DERIVED,3,,\n"
    )
    kind, found = read_of(written(tmp_path / "UserSleeps_2026-09-01.csv", text))
    assert kind == "fitbit"
    assert nights(found) == [
        (2, "2026-09-12 23:00:00+05:30", "2026-09-13 06:30:00+05:30", 410, 40, None, "", True),
        (3, "2026-09-19 23:00:00-04:00", "2026-09-20 04:00:00-04:00", 270, 30, None, "", True),
        (4, "2026-09-21 03:00:00+00:00", "2026-09-21 08:00:00+00:00", None, None, None, "", True),
    ]
    sleeps = [one for one in found if isinstance(one, FoundSleep)]
    assert [one.recorder for one in sleeps] == ["Google Fitbit Air", "Fitbit", "Fitbit"]
    assert [one.start.tzinfo is UNSAID for one in sleeps] == [False, False, True]
    assert left_out(found) == [(5, "It ends before it begins"), (6, "When it began cannot be read")]


# all together


def test_a_folder_with_all_four_kinds_has_no_night_twice_and_sums_nothing(tmp_path: Path) -> None:
    night = log(111, "2026-09-12T23:00:00.000", "2026-09-13T06:30:00.000", 450)
    nap = log(112, "2026-09-13T14:00:00.000", "2026-09-13T14:30:00.000", 30, mainSleep=False)
    written(tmp_path / "sleep-2026-09-01.json", json.dumps([night, nap]))
    table = ZONED.format("") + (
        "111,STAGES,450,0,5,410,40,12,9,+05:30,2026-09-12T17:30:00Z,+05:30,2026-09-13T01:00:00Z,DERIVED,,\n"
        "112,STAGES,30,0,5,25,5,12,9,+05:30,2026-09-13T08:30:00Z,+05:30,2026-09-13T09:00:00Z,DERIVED,,\n"
    )
    written(tmp_path / "UserSleeps_2026-09-01.csv", table)
    written(
        tmp_path / "Fitbit Sleep Data.csv",
        SUMMED + '"2026-09-12 11:00PM","2026-09-13 6:30AM","410","40","2","450","","",""\n',
    )
    score = SCORES + (
        "111,2026-09-12T23:59:00Z,83,20,21,42,77,61,0.09\n"
        "999,2025-01-01T06:00:00Z,70,,,,,,\n"
        "112,2026-09-13T14:30:00Z,,,,,,,\n"
    )
    written(tmp_path / "sleep_score.csv", score)
    kind, found = read_of(tmp_path)
    assert kind == "fitbit"
    assert [(one[1], one[3], one[-1]) for one in nights(found)] == [
        ("2026-09-12 23:00:00+05:30", 410, True),
        ("2026-09-13 14:00:00+05:30", 25, False),
        ("2026-09-12 23:00:00", 410, True),
    ]
    name = "Sleep score, Fitbit"
    assert scores(found) == [
        (2, name, date(2026, 9, 13), 83.0, None),
        (3, name, date(2025, 1, 1), 70.0, None),
    ]
    assert left_out(found) == [
        (1, "The same night stands in the file twice"),
        (2, "The same night stands in the file twice"),
        (4, "The number cannot be read"),
    ]
    assert doubts(found) == ["Sleep scores do not say by which clock their time is.", ONLY_TIMES]
    plan = plan_of(found)
    [kept] = [one for _place, one in plan.entries if isinstance(one, NightRecording)]
    assert (kept.asleep_min, kept.awake_min, kept.recorder) == (410, 40, "Fitbit")
    assert plan.counts["values"] == 2


@pytest.mark.parametrize("text", [SUMMED, SUMMED + "\n", ZONED.format(""), ZONED.format("x,"), SCORES])
def test_a_header_alone_is_told(tmp_path: Path, text: str) -> None:
    kind, found = read_of(written(tmp_path / "a.csv", text))
    assert kind == "fitbit"
    assert doubts(found) == ["There is no night in this file."]
    assert len(found) == 1
