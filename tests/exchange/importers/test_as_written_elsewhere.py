"""What real files have and no maker shows: other languages, newer columns, spreadsheets between."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path

import pytest

from rewire_app.domain.journal.notes import Note
from rewire_app.exchange.importers.cells import number
from rewire_app.exchange.importers.day_words import day_in_words, day_of_year
from rewire_app.exchange.importers.found import FoundAmount, FoundEntry
from rewire_app.exchange.importers.nights import count, stamp
from rewire_app.exchange.importers.wall_clocks import clock_time
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import doubts, left_out, nights, read_of, written

DAYLIO = "full_date,date,weekday,time,mood,activities,note_title,note"
ANDROID = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("午前0:05", time(0, 5)),
        ("午後9:05", time(21, 5)),
        ("下午12:30", time(12, 30)),
        ("凌晨2:00", time(2)),
        ("오후 9:05", time(21, 5)),
        ("9:05 μ.μ.", time(21, 5)),
        ("9:05 π.μ.", time(9, 5)),
        ("9:05 CH", time(21, 5)),
        ("9:05 PTG", time(21, 5)),
        ("du. 9:05", time(21, 5)),
        ("ÖS 9:05", time(21, 5)),
        ("٩:٠٥ م", time(21, 5)),
        ("21 h 05", time(21, 5)),
        ("21時05分", time(21, 5)),
        ("9:58:07 PM", time(21, 58, 7)),
        ("12:05 a.\u202fm.", time(0, 5)),
        ("am 9:05 pm", None),
        ("noon 9:05", None),
        ("25:00", None),
    ],
)
def test_times_in_the_language_of_the_phone(words: str, expected: time | None) -> None:
    assert clock_time(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12 мая", date(2020, 5, 12)),
        ("5 лютого", date(2020, 2, 5)),
        ("3 sierpnia", date(2020, 8, 3)),
        ("12. května", date(2020, 5, 12)),
        ("31. mája", date(2020, 5, 31)),
        ("12. toukokuuta", date(2020, 5, 12)),
        ("május 12.", date(2020, 5, 12)),
        ("12 Mayıs", date(2020, 5, 12)),
        ("5月12日", date(2020, 5, 12)),
        ("5월 12일", date(2020, 5, 12)),
        ("11 listopada", date(2020, 11, 11)),
        ("11. listopada", None),  # in Croatian it is October
        ("5 brezen", None),
    ],
)
def test_days_of_more_languages(words: str, expected: date | None) -> None:
    assert day_of_year("2020", words) == expected


def test_whole_days_of_more_languages() -> None:
    assert day_in_words("poniedziałek, 27 kwietnia 2026") == date(2026, 4, 27)
    assert day_in_words("27 апреля 2026 г., понедельник") == date(2026, 4, 27)
    assert day_in_words("2026년 4월 27일 월요일") == date(2026, 4, 27)
    assert day_in_words("utorak, 27. listopada 2026.") is None


def test_numbers_and_moments_as_programs_write_them() -> None:
    assert [number(text) for text in ("٢٫٥", "١٢", "\u22124", "१२")] == [2.5, 12, -4, 12]
    assert count("٤١٢") == 412
    apart = stamp("2026-07-18 22:21:41 +02:00")
    assert apart == datetime.fromisoformat("2026-07-18T22:21:41+02:00")
    told = {
        text: stamp(text) for text in ("2026-07-18 22:21 UTC", "2026-07-18T22:21:07.1234567Z", "2026-07-18")
    }
    assert [one and one.isoformat() for one in told.values()] == [
        "2026-07-18T22:21:00+00:00",
        "2026-07-18T22:21:07.123456+00:00",
        None,
    ]


def test_daylio_that_a_spreadsheet_saved_and_columns_that_are_new(tmp_path: Path) -> None:
    german = DAYLIO.replace(",", ";") + "\r\n27.07.2026;27. Jul;Mo;13:48:00;gut;a | b;;Grüße\r\n"
    _kind, found = read_of(written(tmp_path / "a.csv", "sep=;\r\n" + german, "utf-16"))
    [one] = [one for one in found if isinstance(one, FoundEntry)]
    assert (one.line, one.day, one.time, one.activities, one.text) == (
        3, date(2026, 7, 27), time(13, 48), ("a", "b"), "Grüße",
    )  # fmt: skip
    months_first = DAYLIO + "\n7/27/2026,,,1:48:00 PM,good,,,\n7/6/2026,,,9:00 AM,good,,,\n"
    _kind, found = read_of(written(tmp_path / "b.csv", months_first))
    days = [one.day for one in found if isinstance(one, FoundEntry)]
    assert days == [date(2026, 7, 27), date(2026, 7, 6)]
    _kind, found = read_of(written(tmp_path / "c.csv", DAYLIO + "\n7/6/2026,,,9:00 AM,good,,,\n"))
    assert left_out(found) == [(2, "Which number is the day and which the month cannot be told")]
    scales = DAYLIO.replace("activities", "activities,scales")
    text = scales + "\n2026-07-27,,,13:48,meh,walk,Energy: 4,Noon,\n2026-07-26,,,9:00,rad,,,,\n"
    _kind, found = read_of(written(tmp_path / "d.csv", text))
    assert doubts(found) == ["One column stays out: scales."]
    assert [one.title for one in found if isinstance(one, FoundEntry)] == ["Noon", ""]


def test_line_ends_within_a_cell_become_those_of_notes(tmp_path: Path) -> None:
    text = DAYLIO + '\r\n2026-07-27,,,13:48,meh,,,"One\r\ntwo\rthree"\r\n'
    _kind, found = read_of(written(tmp_path / "a.csv", text))
    notes = [one.text for _place, one in plan_of(found).entries if isinstance(one, Note)]
    assert notes == ["One\ntwo\nthree"]


def test_loop_before_habits_had_questions_or_numbers(tmp_path: Path) -> None:
    for name, header, row in (
        (
            "a",
            "Position,Name,Description,NumRepetitions,Interval,Color",
            '001,"Read: a, b?",Did you?,1,1,#AFB42B',
        ),
        ("b", "Name,Description,NumRepetitions,Interval,Color", '"Read: a, b?",Did you?,1,1,#AFB42B'),
    ):
        (tmp_path / name / "001 Read a b").mkdir(parents=True)
        written(tmp_path / name / "Habits.csv", f"{header}\n{row}\n")
        written(tmp_path / name / "001 Read a b" / "Checkmarks.csv", "2017-01-25,2\n2017-01-24,0\n")
        kind, found = read_of(tmp_path / name)
        days = [(one.name, one.status) for one in found if isinstance(one, FoundAmount)]
        assert (kind, days) == ("loop-csv", [("Read: a, b?", "done"), ("Read: a, b?", "not")])
    written(
        tmp_path / "a" / "001 Read a b" / "Checkmarks.csv", "Date;Value\r\n25.01.2017;2\r\n24.01.2017;0\r\n"
    )
    _kind, found = read_of(tmp_path / "a")
    assert [one.day.day for one in found if isinstance(one, FoundAmount)] == [25, 24]


def test_sleep_as_android_without_quotes_and_in_arabic(tmp_path: Path) -> None:
    plain = f"{ANDROID}\n1606417200000,Europe/Berlin,26. 11. 2020 20:00,27. 11. 2020 3:30,,7.500,4.0,"
    cut = f"{plain}#watch ships, and seas,10000,-1,-1.0,-1,-1.0,-30,\n"
    _kind, found = read_of(written(tmp_path / "a.csv", cut))
    times = (2, "2020-11-26 20:00:00+01:00", "2020-11-27 03:30:00+01:00")
    assert nights(found) == [(*times, 420, None, 8.0, "#watch ships, and seas", True)]
    _kind, found = read_of(written(tmp_path / "b.csv", f"{plain}calm,10000,-1,-1.0,-1,-1.0,-30,,\n"))
    assert nights(found) == [(*times, 420, None, 8.0, "calm", True)]
    row = '"1606417200000","Asia/Riyadh","٢٦. ١١. ٢٠٢٠ ٢٢:٠٠","٢٧. ١١. ٢٠٢٠ ٥:٣٠","","٧٫٥","٤٫٠","x"'
    _kind, found = read_of(
        written(tmp_path / "c.csv", f'{ANDROID}\n{row},"1","-1","-1","-1","-1","-30",""\n')
    )
    assert nights(found) == [
        (2, "2020-11-26 22:00:00+03:00", "2020-11-27 05:30:00+03:00", 420, None, 8.0, "x", True)
    ]


def test_a_backup_of_plees_that_people_can_read(tmp_path: Path) -> None:
    text = (
        "sid,start,stop,length,rating,comment,wakes\r\n"
        "1,2026-07-17 22:21:41 +02:00,2026-07-18 06:09:43 +02:00,7:48:02,4,hi,\r\n"
        "2,2026-07-18 22:21,2026-07-19 06:09,7:48,0,,2\r\n"
    )
    kind, found = read_of(written(tmp_path / "backup.csv", text))
    assert kind == "plees"
    assert nights(found) == [
        (2, "2026-07-17 22:21:41+02:00", "2026-07-18 06:09:43+02:00", None, None, 8.0, "hi", True),
        (3, "2026-07-18 22:21:00", "2026-07-19 06:09:00", None, None, None, "", True),
    ]
    assert doubts(found) == ["One column stays out: wakes."]


def test_fitbit_has_a_newer_table_of_scores_and_another_word_for_naps(tmp_path: Path) -> None:
    logs = [
        {"logId": 1, "dateOfSleep": "2024-10-01", "startTime": "2024-09-30T23:21:30.000",
         "endTime": "2024-10-01T07:03:30.000", "isMainSleep": True},
        {"logId": 2, "dateOfSleep": "2024-10-01", "startTime": "2024-10-01T14:00:00.000",
         "endTime": "2024-10-01T15:00:00.000", "isMainSleep": False},
    ]  # fmt: skip
    written(tmp_path / "sleep-2024-09-30.json", json.dumps(logs))
    written(
        tmp_path / "sleep_score.csv",
        "sleep_log_entry_id,timestamp,overall_score\n1,2024-10-01T07:03:30Z,82\n",
    )
    newer = (
        "sleep_id,sleep_score_id,score_utc_offset,score_time,overall_score\n1,7,+02:00,2024-10-01T05:03:30Z,82.3\n"
        "3,8,+02:00,2024-10-02T22:30:00Z,79.5\n4,9,+02:00,2024-10-04T05:00:00Z,-1\n"
    )
    written(tmp_path / "UserSleepScores_2024-10-01.csv", newer)
    kind, found = read_of(tmp_path)
    assert kind == "fitbit"
    assert [night[-1] for night in nights(found)] == [True, False]
    scores = [(one.day, one.value) for one in found if isinstance(one, FoundAmount)]
    assert scores == [(date(2024, 10, 1), 82), (date(2024, 10, 3), 79.5)]
    assert left_out(found) == [
        (2, "The same night stands in the file twice"),
        (4, "Its number stands for none"),
    ]


def test_zones_of_day_one_that_are_an_offset(tmp_path: Path) -> None:
    entry = {"creationDate": "2021-03-04T11:48:50Z", "timeZone": "GMT+1100", "text": "x"}
    text = json.dumps({"metadata": {"version": "1.0"}, "entries": [entry]})
    _kind, found = read_of(written(tmp_path / "Journal.json", text))
    [one] = [one for one in found if isinstance(one, FoundEntry)]
    assert (one.day, one.time, one.offset_min, one.zone, one.utc) == (
        date(2021, 3, 4), time(22, 48, 50), 660, "", False,
    )  # fmt: skip
    assert doubts(found) == []


def test_tables_with_a_title_and_days_in_words(tmp_path: Path) -> None:
    text = (
        "My log\n\nDate,Mood,Notes\n"
        '"Tuesday, May 12, 2026 at 9:05 PM",good,hi\n22nd Jan 2026,bad,\n'
        "27-Jul-2026,ok,\nx 12 May 2026 y,ok,\n"
    )
    kind, found = read_of(written(tmp_path / "a.csv", text))
    assert kind == "table"
    assert [(one.line, one.day, one.time, one.mood) for one in found if isinstance(one, FoundEntry)] == [
        (4, date(2026, 5, 12), time(21, 5), "good"),
        (5, date(2026, 1, 22), None, "bad"),
        (6, date(2026, 7, 27), None, "ok"),
    ]
    assert left_out(found) == [(1, "It stands above the table"), (7, "The day cannot be read")]
    said = "com.maker,63,13\nminutes,start,end,zone\n420,2023-05-14 22:11:00.000,2023-05-15 06:02,UTC+0200,\n"
    _kind, found = read_of(written(tmp_path / "b.csv", said))
    assert [(one.name, one.day, one.value) for one in found if isinstance(one, FoundAmount)] == [
        ("minutes", date(2023, 5, 14), 420)
    ]


def test_oura_as_json_of_its_site_and_of_its_answers_to_programs(tmp_path: Path) -> None:
    once = {
        "activity": [{"summary_date": "2020-01-05", "met_1min": [1.2, 0.9]}],
        "sleep": [
            {"summary_date": "2020-01-05", "is_longest": 1, "score": 80, "total": 25200, "awake": 3000,
             "bedtime_start": "2020-01-05T23:10:00-05:00", "bedtime_end": "2020-01-06T07:00:00-05:00"},
            {"summary_date": "2020-01-06", "is_longest": 0, "score": 50, "total": 3000, "awake": 0,
             "bedtime_start": "2020-01-06T14:00:00-05:00", "bedtime_end": "2020-01-06T15:00:00-05:00"},
        ],
    }  # fmt: skip
    kind, found = read_of(written(tmp_path / "a.json", json.dumps(once)))
    assert kind == "oura"
    assert nights(found) == [
        (1, "2020-01-05 23:10:00-05:00", "2020-01-06 07:00:00-05:00", 420, 50, None, "", True),
        (2, "2020-01-06 14:00:00-05:00", "2020-01-06 15:00:00-05:00", 50, 0, None, "", False),
    ]
    assert [(one.day, one.value) for one in found if isinstance(one, FoundAmount)] == [(date(2020, 1, 6), 80)]
    span = {"bedtime_start": "2022-07-12T01:05:14-07:00", "bedtime_end": "2022-07-12T09:05:14-07:00"}
    kinds = ("long_sleep", "deleted", "rest", "late_nap")
    answer = [{**span, "type": one, "total_sleep_duration": 20010, "awake_time": None} for one in kinds]
    kind, found = read_of(
        written(tmp_path / "b.json", json.dumps({"data": [*answer, 7], "next_token": None}))
    )
    assert kind == "oura"
    assert [(night[3], night[4], night[-1]) for night in nights(found)] == [
        (334, None, True),
        (334, None, False),
    ]
    assert left_out(found) == [
        (2, "It was removed in Oura"),
        (3, "A rest, and no sleep"),
        (5, "This is no entry"),
    ]


def test_markdown_of_older_jrnl_has_commas_and_underlined_months(tmp_path: Path) -> None:
    text = (
        "2017\n====\n\nAugust\n------\n\n### 2017-08-14 18:17, First night\nOne.\n\n"
        "September\n---------\n\n### 2017-09-01 10:00, Second, longer\nTwo\n---\nthree\n"
    )
    kind, found = read_of(written(tmp_path / "journal.md", text))
    assert kind == "jrnl"
    assert [(one.day, one.time, one.title, one.text) for one in found if isinstance(one, FoundEntry)] == [
        (date(2017, 8, 14), time(18, 17), "First night", "One."),
        (date(2017, 9, 1), time(10), "Second, longer", "Two\n---\nthree"),
    ]
    assert left_out(found) == []
