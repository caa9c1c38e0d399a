"""Nights of Oura and Garmin, of every kind of their exports, value by value."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rewire_app.domain.journal.entries import NightRecording
from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.bringing import read_file
from rewire_app.exchange.importers.found import UNSAID, FoundAmount, FoundSleep
from rewire_app.exchange.importers.gathering import gathered
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import doubts, left_out, nights, read_of, written, zipped

ONLY_TIMES = "Phases of sleep, heart rates and movements stay out."
TRENDS = (
    "date,Sleep Score,Total Sleep Score,REM Sleep Score,Total Bedtime ,Total Sleep Time,Awake Time,"
    "REM Sleep Time,Light Sleep Time,Deep Sleep Time,Restless Sleep,Sleep Efficiency,Sleep Latency,"
    "Sleep Timing,Sleep Timing,Bedtime Start,Bedtime End,Average Resting Heart Rate,Average HRV,Steps\n"
)
PERIODS = (
    "id;average_hrv;awake_time;bedtime_end;bedtime_start;day;deep_sleep_duration;efficiency;heart_rate;"
    "latency;light_sleep_duration;rem_sleep_duration;time_in_bed;total_sleep_duration;type\n"
)
SCORES = "id;contributors;day;score;timestamp\n"


def scores(found: list[Any]) -> list[tuple[object, ...]]:
    """The scores: line, name, day and value."""
    return [(one.line, one.name, one.day, one.value) for one in found if isinstance(one, FoundAmount)]


# Oura


def test_trends_of_each_day(tmp_path: Path) -> None:
    text = TRENDS + (
        "2020-03-04,74,74,34,27300,24690,2610,2400,14490,7800,41,90,270,13170,,2020-03-03T22:14:42-08:00,"
        "2020-03-04T05:49:42-08:00,56.63,69,5703\n"
        "2020-03-05,,,,,,,,,,,,,,,,,,,9004\n"
        "2020-03-06,71,,,27300,N/A,None,,,,,,,,,2020-03-06T07:00:00+01:00,2020-03-05T23:00:00+01:00,,,\n"
        "2020-03-07,good,,,,27000,,,,,,,,,,2020-03-06T23:00:00,2020-03-07T07:00:00,,,\n"
    )
    kind, found = read_of(written(tmp_path / "oura.csv", text))
    assert kind == "oura"
    # 24,690 s are 411.5 min and 2,610 s are 43.5: halves go to the even side
    assert nights(found) == [
        (2, "2020-03-03 22:14:42-08:00", "2020-03-04 05:49:42-08:00", 412, 44, None, "", True),
        (5, "2020-03-06 23:00:00", "2020-03-07 07:00:00", 450, None, None, "", True),
    ]
    assert scores(found) == [
        (2, "Sleep score, Oura", date(2020, 3, 4), 74.0),
        (4, "Sleep score, Oura", date(2020, 3, 6), 71.0),
    ]
    assert left_out(found) == [
        (3, "There is no night on this day"),
        (4, "It ends before it begins"),
        (5, "The number cannot be read"),
    ]
    assert doubts(found) == [ONLY_TIMES]


def test_trends_under_other_names_in_another_order(tmp_path: Path) -> None:
    text = (
        "bedtime end;DATE;Bedtime  Start;Awake Duration;total sleep duration;Mood\r\n"
        "2026-10-25T07:07:00+01:00;2026-10-25;2026-10-24T23:12:00+02:00;1800;26100;x\r\n"
    )
    kind, found = read_of(written(tmp_path / "a.csv", text, "utf-16"))
    assert kind == "oura"
    assert nights(found) == [
        (2, "2026-10-24 23:12:00+02:00", "2026-10-25 07:07:00+01:00", 435, 30, None, "", True)
    ]
    [night] = [one for _place, one in plan_of(found).entries if isinstance(one, NightRecording)]
    # 7 h 55 min on the wall, and the hour that came twice
    assert (night.wake.utc_ms - night.asleep.utc_ms) // 60_000 == 535
    assert night.day == date(2026, 10, 25)


def test_the_data_of_the_app_with_naps_rests_and_scores_of_other_things(tmp_path: Path) -> None:
    rate = '"{""interval"": 300.0, ""items"": [61, null; 59]}"'
    periods = PERIODS + (
        f"a;69;1260;2024-01-02T06:45:00.000+01:00;2024-01-01T22:30:00.000+01:00;2024-01-02;5400;91;{rate};300;"
        "17100;5940;29700;28440;long_sleep\n"
        f"b;;120;2024-01-02T14:30:00+01:00;2024-01-02T14:00:00+01:00;2024-01-02;;;{rate};;;;1800;1680;late_nap\n"
        f"c;;;2024-01-02T18:30:00+01:00;2024-01-02T18:00:00+01:00;2024-01-02;;;;;;;1800;0;rest\n"
        f"d;;;2024-01-02T19:30:00+01:00;2024-01-02T19:00:00+01:00;2024-01-02;;;;;;;1800;900;deleted\n"
        f"e;;;2024-01-03T06:30:00+01:00;;2024-01-03;;;;;;;1800;900;long_sleep\n"
    )
    sleep = SCORES + (
        'a;{"deep_sleep":97,"efficiency":88,"latency":80,"rem_sleep":70};2024-01-02;85;2024-01-02T00:00:00Z\n'
        'b;"{""deep_sleep"":97,""rem_sleep"":70}";2024-01-03;n/a;2024-01-03T00:00:00Z\n'
    )
    readiness = SCORES + 'a;{"hrv_balance":97,"sleep_balance":88};2024-01-02;99;2024-01-02T00:00:00Z\n'
    members = {
        "App Data/sleepmodel.csv": periods.encode(),
        "App Data/dailysleep.csv": sleep.encode(),
        "App Data/dailyreadiness.csv": readiness.encode(),
        "App Data/sleeptime.csv": b"id;day;optimal_bedtime\n",
    }
    kind, found = read_of(zipped(tmp_path / "oura.zip", members))
    assert kind == "oura"
    assert nights(found) == [
        (2, "2024-01-01 22:30:00+01:00", "2024-01-02 06:45:00+01:00", 474, 21, None, "", True),
        (3, "2024-01-02 14:00:00+01:00", "2024-01-02 14:30:00+01:00", 28, 2, None, "", False),
    ]
    assert scores(found) == [(2, "Sleep score, Oura", date(2024, 1, 2), 85.0)]
    assert left_out(found) == [
        (4, "A rest, and no sleep"),
        (5, "It was removed in Oura"),
        (6, "When it began cannot be read"),
        (3, "The number cannot be read"),
    ]
    plan = plan_of(found)
    assert (plan.counts["nights"], plan.counts["values"]) == (1, 1)


def test_scores_of_other_things_alone_are_not_taken_for_nights(tmp_path: Path) -> None:
    readiness = SCORES + 'a;{"hrv_balance":97};2024-01-02;99;2024-01-02T00:00:00Z\n'
    kind, _found = read_of(written(tmp_path / "a.csv", readiness))
    assert kind == "table"


# Garmin


def night(day: str, start: object, end: object, **given: object) -> dict[str, object]:
    """A night of Garmin: 80 minutes deep, 250 light, 90 of dreams, 25 awake."""
    made = {"sleepStartTimestampGMT": start, "sleepEndTimestampGMT": end, "calendarDate": day}
    made |= {"sleepWindowConfirmationType": "ENHANCED_CONFIRMED_FINAL", "deepSleepSeconds": 4800}
    made |= {"lightSleepSeconds": 15000, "remSleepSeconds": 5400, "awakeSleepSeconds": 1500}
    return made | {"unmeasurableSeconds": 0, "awakeCount": 2, "retro": False} | given


def test_garmin_in_two_files_by_the_clock_of_the_person(tmp_path: Path) -> None:
    first = night(
        "2026-01-15", "2026-01-14T22:00:00.0", "2026-01-15T05:25:00.0",
        sleepScores={"overallScore": 81, "feedback": "x"}, napList=[{"napTimeSec": 1200}],
    )  # fmt: skip
    members = {
        "DI_CONNECT/DI-Connect-Wellness/2025-10-01_2026-01-15_1_sleepData.json": [{"retro": False}, first],
        "DI_CONNECT/DI-Connect-Wellness/2026-01-14_2026-04-01_1_sleepData.json": [
            first,
            night("2026-01-16", "2026-01-15T22:00:00.0", "2026-01-16T05:00:00.0",
                  sleepWindowConfirmationType="OFF_WRIST"),
            night("2026-01-17", "2026-01-16T22:00:00.0", "2026-01-17T05:00:00.0",
                  sleepWindowConfirmationType="UNCONFIRMED"),
            night("2026-01-18", "2026-01-17T22:00:00.0", "2026-01-18T05:00:00.0",
                  sleepWindowConfirmationType="MANUALLY_CONFIRMED", remSleepSeconds=None),
        ],
        "DI_CONNECT/DI-Connect-Fitness/1_summarizedActivities.json": [{}],
    }  # fmt: skip
    packed = {name: json.dumps(told).encode() for name, told in members.items()}
    kind, found = read_of(zipped(tmp_path / "garmin.zip", packed))
    assert kind == "garmin"
    whole = gathered(found)
    kept = [one for _place, one in whole.found]
    assert nights(kept) == [
        (2, "2026-01-14 22:00:00+00:00", "2026-01-15 05:25:00+00:00", 420, 25, None, "", True),
        (4, "2026-01-17 22:00:00+00:00", "2026-01-18 05:00:00+00:00", 330, 25, None, "", True),
    ]
    assert all(one.start.tzinfo is UNSAID for one in kept if isinstance(one, FoundSleep))
    assert scores(kept)[0] == (2, "Sleep score, Garmin", date(2026, 1, 15), 81.0)
    assert left_out(whole.left_out) == [
        (1, "There is no night on this day"),
        (1, "The same as line 2"),
        (2, "Garmin did not confirm this sleep"),
        (3, "Garmin did not confirm this sleep"),
    ]
    assert doubts(found) == ["Naps stay out.", ONLY_TIMES]
    plan = plan_of(found)
    shown = [one for _place, one in plan.entries if isinstance(one, NightRecording)]
    assert [(one.day, one.asleep.wall.hour, one.wake.offset_min) for one in shown] == [
        (date(2026, 1, 15), 23, 60),
        (date(2026, 1, 18), 23, 60),
    ]


def test_garmin_with_milliseconds_with_walls_and_with_what_cannot_be(tmp_path: Path) -> None:
    told = {
        "sleepDatas": [
            {"dailySleepDTO": night(
                "2020-11-27", 1606420800000, 1606460400000,
                sleepStartTimestampLocal=1606402800000, sleepEndTimestampLocal=1606442400000,
                sleepScores={"overall": {"value": 90}},
            )},
            night("2020-11-28", "2020-11-27T22:00:00.0", "2020-11-27T21:00:00.0"),
            night("2020-11-29", "2020-11-28T22:00:00.0", None),
            night("2020-11-30", "2020-11-29T22:00:00.0", "2020-11-30T05:00:00.0", deepSleepSeconds="many",
                  sleepWindowConfirmationType=None, awakeSleepSeconds=-5),
            night("2020-12-01", "2020-11-30T22:00:00.0", "2020-12-01T05:00:00.0", deepSleepSeconds=0,
                  lightSleepSeconds=0, remSleepSeconds=0, sleepScores={"overallScore": True}),
            "x",
        ]
    }  # fmt: skip
    kind, found = read_of(written(tmp_path / "a.json", json.dumps(told, indent=1)))
    assert kind == "garmin"
    assert nights(found) == [
        (1, "2020-11-26 15:00:00-05:00", "2020-11-27 02:00:00-05:00", 420, 25, None, "", True),
        (4, "2020-11-29 22:00:00+00:00", "2020-11-30 05:00:00+00:00", None, None, None, "", True),
        (5, "2020-11-30 22:00:00+00:00", "2020-12-01 05:00:00+00:00", None, 25, None, "", True),
    ]
    assert scores(found) == [(1, "Sleep score, Garmin", date(2020, 11, 27), 90.0)]
    assert left_out(found) == [
        (2, "It ends before it begins"),
        (3, "When it ended cannot be read"),
        (6, "This is no entry"),
    ]


@pytest.mark.parametrize(("text", "kind"), [(TRENDS, "oura"), (PERIODS, "oura"), (SCORES, "oura")])
def test_a_header_alone_is_told(tmp_path: Path, text: str, kind: str) -> None:
    told, found = read_of(written(tmp_path / "a.csv", text))
    assert told == kind
    assert doubts(found) == ["There is no night in this file."]
    assert len(found) == 1


def test_json_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    text = json.dumps([night("2020-11-28", "2020-11-27T22:00:00.0", "2020-11-28T05:00:00.0")])
    for cut in (text[:-1], text.replace("4800", "NaN")):
        with pytest.raises(ImportRefusedError, match="damaged"):
            read_of(written(tmp_path / "a.json", cut))


@pytest.mark.parametrize("text", ["", "\n\n", "[]", "{}", "\ufeff", "Sleep\n"])
def test_a_file_with_nothing_in_it_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(ImportRefusedError, match="cannot tell what this is"):
        read_file(written(tmp_path / "a.csv", text))
