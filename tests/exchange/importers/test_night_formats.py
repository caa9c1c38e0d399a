"""What all readers of nights share: a file is told as one thing and, however it is written, read alike."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rewire_app.domain.journal.entries import NightRecording
from rewire_app.exchange.importers.bringing import read_file
from rewire_app.exchange.importers.catalogue import formats
from rewire_app.exchange.importers.found import UNSAID, Choices, LeftOut, moment_words
from rewire_app.exchange.importers.gathering import said_of
from rewire_app.exchange.importers.nights import NightRow, count, epoch, stamp
from rewire_app.exchange.importers.opened import open_file
from rewire_app.exchange.importers.plan import ImportPlan
from rewire_app.exchange.importers.told import as_json, as_text
from rewire_app.exchange.importers.wall_clocks import offset_of, zone_of
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import nights, read_of, written, zipped

TABLES = {
    "sleep-as-android": (
        'Id,Tz,From,To,Sched,Hours,Rating,Comment,"23:00"\n'
        '"1606420800000","Europe/London","26. 11. 2020 20:00","27. 11. 2020 7:00","","11.0","4","süß","0"\n'
    ),
    "fitbit": 'Sleep\nStart Time,End Time,Minutes Asleep\n"2020-11-26 11:00PM","2020-11-27 7:00","400"\n\n',
    "oura": (
        "date,Bedtime Start,Bedtime End,Total Sleep Time\n"
        "2020-11-27,2020-11-26T23:00:00+01:00,2020-11-27T07:00:00+01:00,24000\n"
    ),
    "plees": "sid,start,stop,rating,comment,wakes\n1,1606420800000,1606460400000,4,Käse,0\n",
    "sleepmeter": (
        'custom_tag_id,name\nCUSTOM_0001,"a"\n\nwake,sleep,bedtime,holes,type,tags,quality,notes\n'
        '"2020-11-27 07:00+0100","2020-11-26 23:00+0100","",1-2,NIGHT_SLEEP,CUSTOM_0001,5,"ähm"\n'
    ),
    "sleepdiary": (
        "start,end,status,comments,is_primary_sleep\n1606420800000,1606460400000,asleep,Süßes,true\n"
    ),
}
DOCUMENTS = {
    "fitbit": [{"logId": 1, "dateOfSleep": "2020-11-27", "startTime": "2020-11-26T23:00:00.000",
                "endTime": "2020-11-27T07:00:00.000", "duration": 28800000}],
    "garmin": [{"sleepStartTimestampGMT": "2020-11-26T22:00:00.0", "calendarDate": "2020-11-27",
                "sleepEndTimestampGMT": "2020-11-27T06:00:00.0"}],
    "sleepdiary": {"records": [{"status": "asleep", "start": 1606420800000, "end": 1606460400000,
                                "is_primary_sleep": True}]},
}  # fmt: skip


@pytest.mark.parametrize("kind", TABLES)
def test_encodings_line_ends_and_places_change_nothing(tmp_path: Path, kind: str) -> None:
    text = TABLES[kind]
    told, found = read_of(written(tmp_path / "a.csv", text))
    assert told == kind
    [night] = nights(found)
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        for ending in ("\n", "\r\n"):
            path = written(tmp_path / "b.csv", text.replace("\n", ending), encoding)
            assert (kind, [night]) == (read_of(path)[0], nights(read_of(path)[1]))
    packed = zipped(tmp_path / "c.zip", {"x/readme.txt": b"hello", "x/data.csv": text.encode()})
    assert nights(read_of(packed)[1]) == [night]
    beside = zipped(tmp_path / "d.zip", {"a sleep note.txt": b"a,b", "x/data.csv": text.encode()})
    assert nights(read_of(beside)[1]) == [night]


ALL = [*TABLES.items(), *((kind, json.dumps(told)) for kind, told in DOCUMENTS.items())]


@pytest.mark.parametrize("number", range(len(ALL)))
def test_each_file_is_one_thing_alone(tmp_path: Path, number: int) -> None:
    kind, told = ALL[number]
    with open_file(written(tmp_path / "a.csv", told)) as opened:
        known = [one.id for one in formats() if one.id != "table" and one.looks(opened)]
    assert known == [kind]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("412", 412), ("1,234", 1234), ("1.234", 1234), ("1 234", 1234), ("12’345’678", 12345678),
        ("420.0", 420), ("420,00", 420), ("0", 0), ("-5", None), ("4.5", None), ("1,23", None), ("N/A", None),
        ("", None), ("9" * 40, None),
    ],
)  # fmt: skip
def test_whole_numbers_as_phones_write_them(told: str, expected: int | None) -> None:
    assert count(told) == expected


@pytest.mark.parametrize(
    "told", [0, -1, 10**30, 1e300, float("nan"), True, None, "12", "x", "1606420800", []]
)
def test_what_is_no_time_of_a_night(told: object) -> None:
    assert epoch(told) is None


def test_milliseconds_however_they_are_written() -> None:
    for told in (1606420800000, 1606420800000.0, "1606420800000", " 1606420800000.0 "):
        assert epoch(told) == datetime(2020, 11, 26, 20, tzinfo=UTC)


def test_zones_by_name_and_offsets() -> None:
    offsets = {text: offset_of(text) for text in ("+05:30", "-0330", "GMT+2", "UTC-9", "+14:01", "Z", "")}
    told = {text: None if one is None else one.utcoffset(None) for text, one in offsets.items()}
    assert told == {
        "+05:30": timedelta(hours=5, minutes=30), "-0330": -timedelta(hours=3, minutes=30),
        "GMT+2": timedelta(hours=2), "UTC-9": -timedelta(hours=9), "+14:01": None, "Z": None, "": None,
    }  # fmt: skip
    assert str(zone_of("Europe/Berlin")) == "Europe/Berlin"
    assert [zone_of(name) for name in ("", "../../etc/passwd", "Moon/Base", "a\0b")] == [None] * 4


def test_clocks_and_recorders_that_can_be_chosen_are_told(tmp_path: Path) -> None:
    read = read_file(written(tmp_path / "a.csv", TABLES["plees"]))
    said = json.loads(as_json(read, ImportPlan(), None))["doubts"]
    assert {one["about"] for one in said} == {"Times have no zone.", "One column stays out: wakes."}
    assert "2020-11-26 20:00 UTC" in said_of(read.gathered.found[0][1])
    text = (
        "sleep_start,sleep_end,minutes_asleep,start_utc_offset,end_utc_offset,data_source\n"
        "2020-11-26T22:00:00Z,2020-11-27T06:00:00Z,400,+01:00,+01:00,FITBIT_AIR\n"
        "2020-11-26T22:10:00Z,2020-11-27T06:00:00Z,420,+01:00,+01:00,SOME_RING\n"
    )
    path = written(tmp_path / "b.csv", text)
    assert "--recorder reads one of Fitbit Air, Some Ring." in as_text(read_file(path), ImportPlan(), None)
    one = read_file(path, choices=Choices(recorder="Some Ring"))
    plan = plan_of(found for _place, found in one.gathered.found)
    assert [
        (kept.recorder, kept.asleep_min) for _place, kept in plan.entries if isinstance(kept, NightRecording)
    ] == [("Some Ring", 420)]


def test_a_moment_without_a_zone_is_shown_as_such() -> None:
    at = epoch(1606420800000)
    assert at is not None
    assert moment_words(at) == "2020-11-26 20:00 UTC"
    assert moment_words(datetime(2020, 11, 26, 20, tzinfo=UTC)) == "2020-11-26 20:00"
    assert stamp("0001-01-01T00:00") is None


def test_times_of_which_one_alone_has_a_zone_are_not_put_together() -> None:
    span = datetime(2020, 11, 26, 20, tzinfo=UNSAID), datetime(2020, 11, 27, 7)
    found = NightRow(3, "a", "raw").night("x", span)
    assert isinstance(found, LeftOut)
    assert (found.line, found.reason) == (3, "Only one of its times has a zone")
