"""Nights that people noted with Plees, Sleepmeter and sleep diaries, value by value."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rewire_app.domain.journal.entries import NightRecording
from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.found import UNSAID, FoundSleep
from rewire_app.exchange.importers.gathering import gathered
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import doubts, left_out, nights, read_of, written, zipped

# Plees


def test_plees_of_four_columns_is_read_as_instants_without_a_zone(tmp_path: Path) -> None:
    text = "sid,start,stop,rating\n1,1607983200000,1608010200000,0\n2,1608073200500,1608073320500,5\n"
    kind, found = read_of(written(tmp_path / "plees.csv", text))
    assert kind == "plees"
    assert nights(found) == [
        (2, "2020-12-14 22:00:00+00:00", "2020-12-15 05:30:00+00:00", None, None, None, "", True),
        (
            3,
            "2020-12-15 23:00:00.500000+00:00",
            "2020-12-15 23:02:00.500000+00:00",
            None,
            None,
            10.0,
            "",
            True,
        ),
    ]
    assert all(one.start.tzinfo is UNSAID for one in found if isinstance(one, FoundSleep))
    assert gathered(found).without_zone == 2
    plan = plan_of(found)
    [night] = [one for _place, one in plan.entries if isinstance(one, NightRecording)]
    # in Berlin it was 23:00; and two minutes at midnight belong to the day that still went on
    assert (night.day, night.asleep.wall.hour, night.wake.offset_min) == (date(2020, 12, 15), 23, 60)
    assert left_out(plan.left_out) == [(3, "A shorter sleep of the same day; the longest one comes in")]


def test_newer_plees_has_words_and_every_row_that_stays_out_is_told(tmp_path: Path) -> None:
    text = (
        "sid;Start; STOP;rating;comment;wakes;health_connect_id;mood\r\n"
        '1;1607983200000;1608010200000;4;"late; with ""tea""\r\nand two lines";2;;x\r\n'
        '2;1607983200000;1608010200000;4;"late; with ""tea""\r\nand two lines";2;;x\r\n'
        "3;1608010200000;1607983200000;3;;0;;\r\n"
        "4;10000;20000;3;;0;;\r\n"
        "5;1608073200000;;3;;0;;\r\n"
        "6;1608073200000;1608098400000;9;;0;;\r\n"
        "7;1608073200000;1608098400000;2;a;0;;;;more\r\n"
    )
    kind, found = read_of(written(tmp_path / "a.csv", text))
    assert kind == "plees"
    words = 'late; with "tea"\r\nand two lines'
    assert nights(found)[0] == (
        2, "2020-12-14 22:00:00+00:00", "2020-12-15 05:30:00+00:00", None, None, 8.0, words, True,
    )  # fmt: skip
    assert nights(found)[2][0:1] + nights(found)[2][5:6] == (9, None)
    assert left_out(gathered(found).left_out) == [
        (4, "The same as line 2"),
        (6, "It ends before it begins"),
        (7, "When it began cannot be read"),
        (8, "When it ended cannot be read"),
        (10, "This row has more cells than the table has columns"),
    ]


# Sleepmeter

METER = "wake,sleep,bedtime,holes,type,dreams,aid,hindrances,tags,quality,notes\n"
OWN = (
    'custom_aid_id,class,name\nCUSTOM_0002,RELAXATION,"tea, green"\nCUSTOM_0001,HERBAL,"warm "bath""\n\n'
    'custom_hindrance_id,class,name\nCUSTOM_0001,NOISE,"trams"\n\n'
    'custom_tag_id,name\nCUSTOM_0001,"at "home""\n\n'
)


def test_sleepmeter_with_its_four_tables_and_quotes_that_nobody_doubled(tmp_path: Path) -> None:
    text = (
        OWN
        + METER
        + '"2020-11-27 07:00+0000","2020-11-26 23:10+0000","2020-11-26 22:50+0000",60-75|200-210,NIGHT_SLEEP,'
        "UNKNOWN:0:CHASE|NIGHTMARE:-5|GOOD:5:FLYING:DAILY_LIFE,MILK|CUSTOM_0001|CUSTOM_0002,"
        'LOUD_NEIGHBOR|CUSTOM_0001,CUSTOM_0001|WORK_NIGHT,6,"he said "hm", twice"\n'
        '"2020-11-27 14:30+0000","2020-11-27 14:00+0000","",,NAP,NONE,NONE,NONE,NONE,5,""\n'
        '"2020-11-29 06:00-0330","2020-11-28 22:00-0330","2020-11-28 21:50-0330",,NIGHT_SLEEP,NONE,NONE,NONE,'
        'NONE,0,"one\n\ntwo"\n'
        '"2020-12-02 07:00+0000","2020-12-01 23:00+0000","",,NIGHT_SLEEP,NONE,NONE,NONE,NONE,10,"",\\",\n'
        '"2000-01-01 07:00+0000""\n'
    )
    kind, found = read_of(written(tmp_path / "sleep.csv", text))
    assert kind == "sleepmeter"
    words = (
        'he said "hm", twice\nHelped: milk, warm "bath", tea, green\nHindered: loud neighbor, trams\n'
        'Tags: at "home", work night\nDreams: unknown (chase), nightmare, good (flying, daily life)'
    )
    # 7 h 50 min in all, of them 15 and 10 awake
    assert nights(found) == [
        (12, "2020-11-26 23:10:00+00:00", "2020-11-27 07:00:00+00:00", 445, 25, 6.0, words, True),
        (13, "2020-11-27 14:00:00+00:00", "2020-11-27 14:30:00+00:00", 30, 0, 5.0, "", False),
        (14, "2020-11-28 22:00:00-03:30", "2020-11-29 06:00:00-03:30", 480, 0, 0.0, "one\n\ntwo", True),
        (
            17, "2020-12-01 23:00:00+00:00", "2020-12-02 07:00:00+00:00", 480, 0, 10.0,
            '",\\",\n"2000-01-01 07:00+0000"', True,
        ),
    ]  # fmt: skip
    plan = plan_of(found)
    assert plan.counts["nights"] == 3
    assert left_out(plan.left_out) == [(13, "A nap; only the sleep of the night comes in")]


def test_sleepmeter_alone_with_rows_that_cannot_be(tmp_path: Path) -> None:
    row = '"2010-11-{}+0000","2010-11-{}+0000","",{},NIGHT_SLEEP,NONE,NONE,NONE,NONE,{},""\n'
    text = METER + row.format("12 13:14", "12 15:16", "", 5) + row.format("13 07:00", "13 07:00", "", 1)
    text += row.format("14 25:00", "13 23:00", "", 1) + 2 * row.format("15 07:00", "14 23:00", "5-x", 11)
    text += "when,it,was,1-2,NAP,,,,,3,lost\n"
    _kind, found = read_of(written(tmp_path / "a.csv", text))
    assert left_out(gathered(found).left_out) == [
        (2, "It ends before it begins"),
        (3, "It ends when it begins"),
        (4, "When it ended cannot be read"),
        (6, "The same as line 5"),
        (7, "When it began cannot be read"),
    ]
    assert nights(found)[0] == (
        5, "2010-11-14 23:00:00+00:00", "2010-11-15 07:00:00+00:00", None, None, None, "", True,
    )  # fmt: skip


def test_many_names_of_ones_own_do_not_hide_the_sleeps(tmp_path: Path) -> None:
    names = "custom_tag_id,name\n" + "".join(f'CUSTOM_{n:04},"tag {n}"\n' for n in range(1, 60))
    row = '"2020-11-27 07:00+0000","2020-11-26 23:00+0000","",,NIGHT_SLEEP,NONE,NONE,NONE,CUSTOM_0059,7,""\n'
    kind, found = read_of(written(tmp_path / "a.csv", names + "\n" + METER + row))
    assert kind == "sleepmeter"
    assert [(line, text) for line, *_rest, text, _main in nights(found)] == [(63, "Tags: tag 59")]


# the standard record


def record(**given: object) -> dict[str, object]:
    """One record: 26 November 2020, 20:00 to 7:00 in London."""
    made = {"status": "asleep", "start": 1606420800000, "end": 1606460400000, "day_number": 2}
    return made | {"start_of_new_day": True, "is_primary_sleep": True} | given


def test_standard_records_as_json(tmp_path: Path) -> None:
    told = {
        "file_format": "Standard",
        "records": [
            record(
                start_timezone="Europe/Paris",
                end_timezone="Europe/London",
                duration=36000000,
                tags=["home", "#late"],
                comments=["first", {"time": 1606420800000, "text": "second"}],
            ),
            record(status="awake", start=1606460400000, end=1606503600000),
            record(start=1606503600000, end=1606507200000, is_primary_sleep=False),
            record(start=1606600000000, end=1606507200000),
            record(start=1606773600000, end=1606802400000, duration=10**400),
            "x",
        ],
    }
    kind, found = read_of(written(tmp_path / "diary.json", json.dumps(told)))
    assert kind == "sleepdiary"
    assert nights(found) == [
        (
            1, "2020-11-26 21:00:00+01:00", "2020-11-27 07:00:00+00:00", 600, None, None,
            "first\nsecond\n#home #late", True,
        ),
        (3, "2020-11-27 19:00:00+00:00", "2020-11-27 20:00:00+00:00", None, None, None, "", False),
        (5, "2020-11-30 22:00:00+00:00", "2020-12-01 06:00:00+00:00", None, None, None, "", True),
    ]  # fmt: skip
    assert left_out(found) == [
        (2, "No sleep, but: awake"),
        (4, "It ends before it begins"),
        (6, "This is no entry"),
    ]
    assert gathered(found).without_zone == 2


def test_standard_records_as_a_list_in_a_zip_and_as_a_table(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"x/records.json": json.dumps([record()]).encode()})
    kind, found = read_of(path)
    assert (kind, len(nights(found))) == ("sleepdiary", 1)
    text = (
        "start,end,start_timezone,end_timezone,duration,status,tags,comments,day_number,is_primary_sleep,"
        "missing_record_after\n"
        '1606420800000,1606460400000,Etc/GMT-2,,37800000,asleep,"[""a"",""b""]",no list,1,true,false\n'
        "2020-11-27T22:00:00Z,2020-11-28T06:00:00Z,,,,asleep,,,2,false,false\n"
        "2020-11-28T22:00:00Z,1606629600000,,,,in bed,,,2,,\n"
    )
    kind, found = read_of(written(tmp_path / "a.csv", text))
    assert kind == "sleepdiary"
    assert nights(found) == [
        (
            2,
            "2020-11-26 22:00:00+02:00",
            "2020-11-27 09:00:00+02:00",
            630,
            None,
            None,
            "no list\n#a #b",
            True,
        ),
        (3, "2020-11-27 22:00:00+00:00", "2020-11-28 06:00:00+00:00", None, None, None, "", False),
    ]
    assert left_out(found) == [(4, "No sleep, but: in bed")]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.csv", "sid,start,stop,rating\n", "plees"),
        ("a.csv", "\ufeffsid,start,stop,rating,comment,wakes", "plees"),
        ("a.csv", METER, "sleepmeter"),
        ("a.csv", OWN + METER, "sleepmeter"),
        ("a.csv", "start,end,status,is_primary_sleep\n", "sleepdiary"),
        ("a.json", '{"file_format": "Standard", "records": []}', "sleepdiary"),
    ],
)
def test_files_without_a_night_say_so(tmp_path: Path, name: str, text: str, kind: str) -> None:
    told, found = read_of(written(tmp_path / name, text))
    assert told == kind
    assert doubts(found) == ["There is no night in this file."]
    assert len(found) == 1


def test_a_diary_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    text = json.dumps({"file_format": "Standard", "records": [record()]})
    for cut in (
        text[:-2],
        text.replace("[", "{").replace("]", "}"),
        '{"file_format": "Standard", "records": 1}',
    ):
        with pytest.raises(ImportRefusedError, match="damaged"):
            read_of(written(tmp_path / "a.json", cut))
