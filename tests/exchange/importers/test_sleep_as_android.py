"""Nights of Sleep as Android, as phones of several years wrote them, value by value."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rewire_app.domain.journal.entries import NightRecording
from rewire_app.exchange.importers.found import UNSAID, FoundSleep
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import doubts, left_out, nights, read_of, written, zipped

HEADER = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo"
FIRST = (
    HEADER + ',"20:00","20:10","Event","Event"\n'
    '"1606420800000","Europe/London","26. 11. 2020 20:00","27. 11. 2020 7:00","27. 11. 2020 7:00",'
    '"11.000","3.75","late #alcohol \\n said ""no"" \\path","10007","-1","-1.0","-1","-1.0","-90","a1b2",'
    '"0.1","0.25","DEEP_START-1606421100000","HR-1606421200000-54.0"\n'
    ',,,,,,,,,,,,,,,"0.5","0.75"\n'
)
BACK = (
    HEADER + ',"23:30","Event"\n'
    '"1603575000000","Europe/Berlin","24. 10. 2020 23:30","25. 10. 2020 7:00","25. 10. 2020 7:00",'
    '"8.500","0.0","Manually added","10000","-1","-1.0","-1","-2.0","-1.0","","0.0","DEVICE-1603575000000"\n'
)
ONLY_TIMES = "Phases of sleep, heart rates and movements stay out."


def test_each_night_is_read_under_its_own_header(tmp_path: Path) -> None:
    members = {
        "alarms.json": b"[]",
        "prefs.xml": b"<map/>",
        "sleep-export.csv": (FIRST + BACK).encode(),
    }
    kind, found = read_of(zipped(tmp_path / "export.zip", members))
    assert kind == "sleep-as-android"
    assert nights(found) == [
        (
            2, "2020-11-26 20:00:00+00:00", "2020-11-27 07:00:00+00:00", 570, None, 7.5,
            'late #alcohol\nsaid "no" \\path', True,
        ),
        (
            5, "2020-10-24 23:30:00+02:00", "2020-10-25 07:00:00+01:00", 510, None, None,
            "Manually added", True,
        ),
    ]  # fmt: skip
    assert left_out(found) == []
    assert doubts(found) == [ONLY_TIMES]


def test_a_night_in_which_clocks_change_is_as_long_as_it_was(tmp_path: Path) -> None:
    _kind, found = read_of(written(tmp_path / "a.csv", BACK))
    [night] = [entry for _place, entry in plan_of(found).entries if isinstance(entry, NightRecording)]
    assert (night.day, night.asleep_min) == (date(2020, 10, 25), 510)
    assert night.wake.utc_ms - night.asleep.utc_ms == 8.5 * 3_600_000
    assert (night.asleep.zone, night.asleep.offset_min, night.wake.offset_min) == ("Europe/Berlin", 120, 60)
    assert night.recorder == "Sleep as Android"


def test_phones_with_a_decimal_comma_and_the_oldest_table(tmp_path: Path) -> None:
    comma = (
        HEADER + "\r\n"
        '"1606420800000","Europe/Prague","26. 11. 2020 21:00","27. 11. 2020 4:33","","7,567","4,5","a, b",'
        '"10000","-1","-1,0","5","0,35","-1,0",""\r\n'
    )
    oldest = (
        "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,Event\n"
        '"1406243286546","Europe/Paris","25. 07. 2014 1:08","25. 07. 2014 1:10","","0.033","0.0"," #home",'
        '"10000","0","0.1","0",""\n'
    )
    _kind, found = read_of(written(tmp_path / "a.csv", comma))
    # 7.567 h are 7 h 34 min 1.2 s, and 454 minutes
    assert nights(found) == [
        (2, "2020-11-26 21:00:00+01:00", "2020-11-27 04:34:01.200000+01:00", 454, None, 9.0, "a, b", True)
    ]
    _kind, found = read_of(written(tmp_path / "b.csv", oldest))
    assert nights(found) == [
        (
            2, "2014-07-25 01:08:06.546000+02:00", "2014-07-25 01:10:05.346000+02:00", 2, None, None,
            "#home", True,
        )
    ]  # fmt: skip


def test_cells_without_quotes_are_mended_or_taken_by_their_times_alone(tmp_path: Path) -> None:
    rows = [
        "1711058400000,Europe/Berlin,21. 03. 2024 23:00,22. 03. 2024 6:00,,7.0,3.5,plain,60.0",
        "1711144800000,Europe/Berlin,22. 03. 2024 23:00,23. 03. 2024 6:00,,7.0,3.5,one, two,60.0",
        "1711231200000,Europe/Berlin,23. 03. 2024 23:00,24. 03. 2024 6:30,,7,5,3,5,plain,60",
        "1711317600000,Europe/Berlin,24. 03. 2024 23:00,25. 03. 2024 6:00,,7,000,3,5,plain,60",
    ]
    text = "\n".join([HEADER + ",23:00,23:01", *(row + ",0,0,4,0.42,-12,,1.2,0.9" for row in rows)])
    _kind, found = read_of(written(tmp_path / "a.csv", text))
    assert nights(found) == [
        (2, "2024-03-21 23:00:00+01:00", "2024-03-22 06:00:00+01:00", 408, None, 7.0, "plain", True),
        (3, "2024-03-22 23:00:00+01:00", "2024-03-23 06:00:00+01:00", 408, None, 7.0, "one, two", True),
        (4, "2024-03-23 23:00:00+01:00", "2024-03-24 06:30:00+01:00", None, None, None, "", True),
        (5, "2024-03-24 23:00:00+01:00", "2024-03-25 06:00:00+01:00", None, None, None, "", True),
    ]
    assert doubts(found) == ["Some rows have more cells than their header.", ONLY_TIMES]


def test_zones_that_are_missing_are_asked_for_and_others_told(tmp_path: Path) -> None:
    text = (
        "Mood,Id, tz ,FROM,To,Hours,Comment\n"
        "x,1606420800000,,26. 11. 2020 22:00,27. 11. 2020 5:00,7.0,#nap\n"
        "x,1606507200000,GMT+02:00,27. 11. 2020 22:00,28. 11. 2020 5:00,7.0,#napkin\n"
        "x,1,Moon/Base,28. 11. 2020 10:00 PM,29. 11. 2020 5:00,-1,\n"
        "x,-1,Europe/Rome,29. 11. 2020 22:00,30. 11. 2020 5:00,,\n"
    )
    _kind, found = read_of(written(tmp_path / "a.csv", text))
    assert nights(found) == [
        (2, "2020-11-26 20:00:00+00:00", "2020-11-27 03:00:00+00:00", 420, None, None, "#nap", False),
        (3, "2020-11-27 22:00:00+02:00", "2020-11-28 05:00:00+02:00", 420, None, None, "#napkin", True),
        (4, "2020-11-28 22:00:00", "2020-11-29 05:00:00", None, None, None, "", True),
        (5, "2020-11-29 22:00:00+01:00", "2020-11-30 05:00:00+01:00", None, None, None, "", True),
    ]
    assert [one.start.tzinfo is UNSAID for one in found if isinstance(one, FoundSleep)] == [
        True, False, False, False,
    ]  # fmt: skip


def test_what_cannot_be_a_night_stays_out_with_its_line(tmp_path: Path) -> None:
    row = '"{}","Europe/Rome","{}","{}","","{}","0","","0","0","0","0","0","0",""\n'
    text = HEADER + "\n" + row.format("x", "26-11-2020", "27. 11. 2020 5:00", "7")
    text += HEADER + "\n" + row.format("x", "26. 11. 2020 22:00", "27. 13. 2020 5:00", "")
    text += HEADER + "\n" + row.format("x", "26. 11. 2020 22:00", "26. 11. 2020 5:00", "-1")
    _kind, found = read_of(written(tmp_path / "a.csv", text))
    assert left_out(found) == [
        (2, "When it began cannot be read"),
        (4, "When it ended cannot be read"),
        (6, "It ends before it begins"),
    ]
    assert nights(found) == []


@pytest.mark.parametrize("text", [HEADER, HEADER + "\n", HEADER + "\n\n" + HEADER + "\n"])
def test_a_header_alone_is_told(tmp_path: Path, text: str) -> None:
    kind, found = read_of(written(tmp_path / "a.csv", text))
    assert kind == "sleep-as-android"
    assert [type(one).__name__ for one in found] == ["Doubt"]
    assert doubts(found) == ["There is no night in this file."]
