"""Day One's exports, as JSON and as property lists, value by value."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from rewire_app.domain.journal.notes import Note
from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.found import Doubt, FoundEntry
from rewire_app.exchange.importers.gathering import gathered
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import left_out, read_of, written, zipped


def said(found: list[Any]) -> list[tuple[object, ...]]:
    """When each entry is, and its words."""
    return [
        (one.line, one.day, one.time, one.offset_min, one.zone, one.text, one.tags)
        for one in found
        if isinstance(one, FoundEntry)
    ]


def doubts(found: list[Any]) -> list[str]:
    """What is in doubt, each by its few words."""
    return [one.about for one in found if isinstance(one, Doubt)]


# JSON


def record(**given: object) -> dict[str, object]:
    """One entry of an export."""
    made: dict[str, object] = {
        "uuid": "0123456789ABCDEF0123456789ABCDEF",
        "creationDate": "2024-01-15T14:30:00Z",
        "timeZone": "America/New_York",
        "text": "My day\n\nWords.",
        "starred": False,
    }
    return made | given


def exported(*records: object) -> bytes:
    """A journal as Day One writes it, slashes in names of zones escaped."""
    return json.dumps({"metadata": {"version": "1.0"}, "entries": list(records)}).replace("/", "\\/").encode()


def test_a_zip_of_two_journals_is_read_whole(tmp_path: Path) -> None:
    journal = exported(
        record(tags=["Work", "long walk"], starred=True, photos=[{"identifier": "A", "md5": "0"}]),
        record(creationDate="2024-01-16T03:05:09Z", text="Late\r\nbut the day before there \\."),
        record(text="![](dayone-moment://A)\n\nx", location={"latitude": 1.5}, tags=[]),
    )
    travel = exported(record(timeZone="Asia/Kolkata", text="Far"))
    members = {"Journal.json": journal, "Travel.json": travel, "photos/0.jpeg": b"\xff\xd8\0"}
    kind, found = read_of(zipped(tmp_path / "Export.zip", members))
    assert kind == "day-one"
    new_york = (-300, "America/New_York")
    assert said(found) == [
        (1, date(2024, 1, 15), time(9, 30), *new_york, "My day\n\nWords.", ("Work", "long walk")),
        (2, date(2024, 1, 15), time(22, 5, 9), *new_york, "Late\nbut the day before there \\.", ()),
        (3, date(2024, 1, 15), time(9, 30), *new_york, "![](dayone-moment://A)\n\nx", ()),
        (1, date(2024, 1, 15), time(20), 330, "Asia/Kolkata", "Far", ()),
    ]
    assert doubts(found) == [
        "Pictures and recordings stay out.",
        "Stars stay out.",
        "Places, weather and steps stay out.",
    ]


def test_the_hour_that_comes_twice_is_told_by_its_offset(tmp_path: Path) -> None:
    berlin = {"timeZone": "Europe/Berlin"}
    text = exported(
        record(creationDate="2024-10-27T00:30:00Z", text="before", **berlin),
        record(creationDate="2024-10-27T01:30:00Z", text="after", **berlin),
        record(creationDate="2024-03-31T01:30:00.250Z", text="spring", **berlin),
    )
    _kind, found = read_of(written(tmp_path / "a.json", text.decode()))
    assert [row[1:4] for row in said(found)] == [
        (date(2024, 10, 27), time(2, 30), 120),
        (date(2024, 10, 27), time(2, 30), 60),
        (date(2024, 3, 31), time(3, 30, 0, 250_000), 120),
    ]
    notes = [note for _place, note in plan_of(found).entries if isinstance(note, Note)]
    assert [note.at.utc_ms for note in notes] == [1729989000000, 1729992600000, 1711848600250]


def test_without_a_zone_it_is_asked_and_the_instant_stays(tmp_path: Path) -> None:
    text = exported(
        record(creationDate="2024-07-01T23:30:00Z", timeZone=None, text="none"),
        record(creationDate="2024-07-01T23:30:00Z", timeZone="Mars/Olympus", text="not known"),
        record(creationDate="2024-07-01T23:30:00+02:00", timeZone="", text="an offset"),
        record(creationDate="2024-07-01T12:00:00Z", timeZone="", isAllDay=True, text="all day"),
    )
    _kind, found = read_of(written(tmp_path / "a.json", text.decode()))
    assert [row[1:5] for row in said(found)] == [
        (date(2024, 7, 1), time(23, 30), None, ""),
        (date(2024, 7, 1), time(23, 30), None, ""),
        (date(2024, 7, 1), time(23, 30), 120, ""),
        (date(2024, 7, 1), None, None, ""),
    ]
    assert gathered(found).without_zone == 2
    assert doubts(found) == ["A time zone in the file has a name that is not known."]
    notes = [note for _place, note in plan_of(found).entries if isinstance(note, Note)]
    assert [(note.at.utc_ms, note.at.wall, note.day) for note in notes] == [
        (1719876600000, datetime(2024, 7, 2, 1, 30), date(2024, 7, 1)),  # Berlin, and before four o'clock
        (1719876600000, datetime(2024, 7, 2, 1, 30), date(2024, 7, 1)),
        (1719869400000, datetime(2024, 7, 1, 23, 30), date(2024, 7, 1)),
        (1719828000000, datetime(2024, 7, 1, 12), date(2024, 7, 1)),
    ]


def test_what_is_no_entry_stays_out(tmp_path: Path) -> None:
    text = exported(
        record(text="", photos=[{}]),
        record(creationDate="yesterday", text="lost in time"),
        record(creationDate=None),
        record(creationDate="9999-12-31T23:59:59Z"),
        "x",
        record(text="", tags=["a tag alone"]),
    )
    _kind, found = read_of(written(tmp_path / "a.json", text.decode()))
    assert left_out(found) == [
        (1, "There are no words in it"),
        (2, "The day cannot be read"),
        (3, "The day cannot be read"),
        (4, "The day cannot be read"),
        (5, "This is no entry"),
    ]
    assert [row[5:] for row in said(found)] == [("", ("a tag alone",))]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_json(tmp_path: Path, encoding: str) -> None:
    text = json.dumps({"entries": [record(text="Grüße")], "metadata": {}}, ensure_ascii=False, indent=1)
    kind, found = read_of(written(tmp_path / "a.json", text.replace("\n", "\r\n"), encoding))
    assert (kind, [row[5] for row in said(found)]) == ("day-one", ["Grüße"])


def test_a_journal_without_entries_and_one_that_is_not_whole(tmp_path: Path) -> None:
    assert read_of(written(tmp_path / "a.json", exported().decode())) == ("day-one", [])
    whole = exported(record()).decode()
    for broken in (whole[:-9], whole[:-2] + ', {"x": NaN}]}', whole[:-1] + ', "x": ' + '{"y":' * 99_999):
        with pytest.raises(ImportRefusedError, match="damaged"):
            read_of(written(tmp_path / "b.json", broken))
    members = {"a.json": whole[:-9].encode(), "b.json": whole.encode()}
    _kind, found = read_of(zipped(tmp_path / "c.zip", members))
    assert left_out(found) == [(0, "This file cannot be read: it is damaged, or larger than Rewire reads")]
    assert len(said(found)) == 1


# property lists

DTD = '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">'


def listed(*, at: str = "2013-05-17T18:39:00Z", zone: str = "America/Los_Angeles", more: str = "") -> str:
    """An entry as Day One Classic keeps it."""
    named = f"<key>Time Zone</key><string>{zone}</string>" if zone else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{DTD}\n<plist version="1.0">\n<dict>\n'
        f"\t<key>Creation Date</key>\n\t<date>{at}</date>\n"
        f"\t<key>Creator</key><dict><key>Generation Date</key><date>{at}</date></dict>\n"
        f"{more}\n\t<key>Starred</key>\n\t<false/>\n\t{named}\n</dict>\n</plist>\n"
    )


def worded(words: str) -> str:
    """The words of an entry."""
    return f"<key>Entry Text</key><string>{words}</string>"


TAGS = "<key>Tags</key><array><string>work</string><string>PLaY</string></array>"
PLACE = "<key>Location</key><dict><key>Latitude</key><real>1.5</real></dict>"


def test_a_folder_of_property_lists(tmp_path: Path) -> None:
    folder = tmp_path / "Journal.dayone"
    (folder / "entries").mkdir(parents=True)
    (folder / "photos").mkdir()
    written(
        folder / "entries/A.doentry", listed(more=worded("This has tags!\n\n &lt;3 &amp; ü") + TAGS + PLACE)
    )
    written(folder / "entries/B.doentry", listed(at="2013-05-18T05:30:00Z", more=worded("Late")))
    written(folder / "entries/C.doentry", listed(zone="", more=worded("No zone")))
    written(folder / "entries/D.doentry", listed(more=worded("")))
    written(folder / "entries/E.doentry", listed(more=worded("cut off"))[:-30])
    written(folder / "entries/F.txt", "no entry")
    (folder / "photos/A.jpg").write_bytes(b"\xff\xd8")
    kind, found = read_of(folder)
    assert kind == "day-one-classic"
    los_angeles = (-420, "America/Los_Angeles")
    assert said(found) == [
        (1, date(2013, 5, 17), time(11, 39), *los_angeles, "This has tags!\n\n <3 & ü", ("work", "PLaY")),
        (1, date(2013, 5, 17), time(22, 30), *los_angeles, "Late", ()),
        (1, date(2013, 5, 17), time(18, 39), None, "", "No zone", ()),
    ]
    assert [(one.member, one.reason) for one in found if hasattr(one, "reason")] == [
        ("entries/D.doentry", "There are no words in it"),
        ("entries/E.doentry", "This file cannot be read: it is damaged, or larger than Rewire reads"),
    ]
    assert doubts(found) == ["Pictures and recordings stay out.", "Places, weather and steps stay out."]
    assert gathered(found).without_zone == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_one_property_list_alone(tmp_path: Path, encoding: str, ending: str) -> None:
    text = listed(more=worded("Grün\nund blau")).replace(
        "UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8"
    )
    kind, found = read_of(written(tmp_path / "A.doentry", text.replace("\n", ending), encoding))
    assert kind == "day-one-classic"
    assert [row[5] for row in said(found)] == ["Grün\nund blau"]


def test_property_lists_that_would_do_harm_are_refused(tmp_path: Path) -> None:
    bomb = (
        "<!DOCTYPE plist ["
        + '<!ENTITY a "aaaaaaaaaa">'
        + "".join(
            f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
        )
    )
    beyond = '<!DOCTYPE plist [<!ENTITY i SYSTEM "file:///etc/hostname">'
    for name, harm in (
        ("bomb", listed(more=worded("&i;")).replace(DTD, bomb + "]>")),
        ("beyond", listed(more=worded("&i;")).replace(DTD, beyond + "]>")),
        ("deep", listed(more="<key>x</key>" + "<array>" * 99_999)),
        ("number", listed(more="<key>x</key><integer>" + "9" * 5_000 + "</integer>")),
        ("day", listed(at="tomorrow")),
        ("no-dict", '<plist version="1.0"><array/></plist><!-- <key>Entry Text</key> -->'),
    ):
        with pytest.raises(ImportRefusedError, match="damaged"):
            read_of(written(tmp_path / f"{name}.doentry", harm))
