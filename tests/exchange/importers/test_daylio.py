"""Entries of Daylio, from its table and from its backup, value by value."""

from __future__ import annotations

import base64
import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.day_words import day_of_year
from rewire_app.exchange.importers.found import Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.gathering import gathered
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import left_out, read_of, written, zipped

TITLED = "full_date,date,weekday,time,mood,activities,note_title,note\n"


def entries(found: list[Any]) -> list[FoundEntry]:
    """Only the entries."""
    return [one for one in found if isinstance(one, FoundEntry)]


def said(one: FoundEntry) -> tuple[object, ...]:
    """The words and times of an entry."""
    return one.line, one.day, one.time, one.mood, one.activities, one.title, one.text


# the table


def test_the_newest_table_is_read_whole(tmp_path: Path) -> None:
    text = (
        "\ufeff" + TITLED + "2026-11-20,20 Nov,Friday,9:58 pm,rad,"
        '"work | long walk |  ","A call","It said ""yes"".<br>Then, tea."\n'
        "2026-11-20,20 Nov,Friday,08:05,Rad ,,,\n"
        '2026-11-19,19 Nov,Thursday,12:01 AM,meh,reading,,"I <3 this\n\nand more"'
    )
    kind, found = read_of(written(tmp_path / "daylio_export.csv", text))
    assert kind == "daylio"
    first = (date(2026, 11, 20), time(21, 58), "rad", ("work", "long walk"), "A call")
    assert [said(one) for one in entries(found)] == [
        (2, *first, 'It said "yes".\nThen, tea.'),
        (3, date(2026, 11, 20), time(8, 5), "rad", (), "", ""),
        (4, date(2026, 11, 19), time(0, 1), "meh", ("reading",), "", "I <3 this\n\nand more"),
    ]
    assert left_out(found) == []
    assert all(one.offset_min is None and one.zone == "" for one in entries(found))


def test_the_table_without_titles_and_the_oldest_are_read(tmp_path: Path) -> None:
    middle = "full_date,date,weekday,time,mood,activities,note\n2019-05-12,12 May,Sunday,21:00,good,a|b,x\n"
    oldest = (
        "year,date,weekday,time,mood,activities,note\n"
        '2018,October 30,Tuesday,9:05 AM,awful,work,"a, b"\n'
        "2018,12. März,Montag,21:05,gut,,\n2018,3 de mayo,jueves,9:05 p. m.,bien,,\n"
        "2017,5/6,x,09:00,meh,,lost\n"
    )
    kind, found = read_of(written(tmp_path / "a.csv", middle))
    assert kind == "daylio"
    assert said(entries(found)[0])[1:] == (date(2019, 5, 12), time(21), "good", ("a", "b"), "", "x")
    kind, found = read_of(written(tmp_path / "b.csv", oldest))
    assert kind == "daylio"
    assert [said(one) for one in entries(found)] == [
        (2, date(2018, 10, 30), time(9, 5), "awful", ("work",), "", "a, b"),
        (3, date(2018, 3, 12), time(21, 5), "gut", (), "", ""),
        (4, date(2018, 5, 3), time(21, 5), "bien", (), "", ""),
    ]
    assert left_out(found) == [(5, "The day cannot be read")]


@pytest.mark.parametrize("divider", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_dividers_encodings_and_line_ends(tmp_path: Path, divider: str, encoding: str, ending: str) -> None:
    rows = [
        ["Full_Date", "date", "weekday", "time", " Mood", "activities", "note", "Scale"],
        ["2026-11-20", "20. Nov", "Freitag", "21:58", "schön", "Spaziergänge", "für mich", "7"],
    ]
    text = ending.join(divider.join(row) for row in rows) + ending
    kind, found = read_of(written(tmp_path / "a.csv", text, encoding))
    assert kind == "daylio"
    assert [said(one)[1:] for one in entries(found)] == [
        (date(2026, 11, 20), time(21, 58), "schön", ("Spaziergänge",), "", "für mich")
    ]


def test_rows_that_cannot_be_told_stay_out_with_line_and_reason(tmp_path: Path) -> None:
    text = (
        TITLED
        + "2026-11-20,20 Nov,Friday,21:58,rad,work,a title\n"
        + "2026-11-20,20 Nov,Friday,21:58,rad,work,a title,a note, and more\n"
        + "2026-02-30,30 Feb,Monday,21:58,rad,work,,\n"
        + "2026-11-20,20 Nov,Friday,25:58,rad,work,,\n"
        + "2026-11-20,20 Nov,Friday,,rad,work,,,\n"
    )
    _kind, found = read_of(written(tmp_path / "a.csv", text))
    assert left_out(found) == [
        (2, "This row has fewer cells than the table has columns"),
        (3, "This row has more cells than the table has columns"),
        (4, "The day cannot be read"),
        (5, "The time cannot be read"),
    ]
    assert [said(one)[:3] for one in entries(found)] == [(6, date(2026, 11, 20), None)]
    assert next(one.text for one in found if isinstance(one, LeftOut)).startswith("2026-11-20,20 Nov")


def test_a_header_alone_has_no_entries(tmp_path: Path) -> None:
    for n, text in enumerate((TITLED, TITLED.rstrip(), TITLED + "\n\n")):
        assert read_of(written(tmp_path / f"{n}.csv", text)) == ("daylio", [])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12 May", date(2020, 5, 12)),
        ("May 12", date(2020, 5, 12)),
        ("29 févr.", date(2020, 2, 29)),
        ("1. Dezember", date(2020, 12, 1)),
        ("7 ottobre", date(2020, 10, 7)),
        ("7 out.", date(2020, 10, 7)),
        ("3 mrt.", date(2020, 3, 3)),
        ("31 June", None),
        ("5/6", None),
        ("Monday 5 May", None),
        ("", None),
    ],
)
def test_days_in_the_language_of_the_phone(words: str, expected: date | None) -> None:
    assert day_of_year("2020", words) == expected


def test_moods_come_in_as_moods_and_words_as_notes(tmp_path: Path) -> None:
    text = TITLED + "2026-11-20,20 Nov,Friday,21:58,rad,work,,Tea.\n2026-11-19,19 Nov,x,21:00,Fine,,,\n"
    _kind, found = read_of(written(tmp_path / "a.csv", text))
    plan = plan_of(found)
    assert {name: n for name, n in plan.counts.items() if n} == {"entries": 2, "moods": 1, "notes": 2}


# the backup


def backup(tmp_path: Path, told: object, name: str = "backup_2026.daylio", *, alone: bool = False) -> Path:
    """A backup at a path."""
    packed = base64.encodebytes(json.dumps(told).encode())
    if alone:
        (tmp_path / name).write_bytes(packed)
        return tmp_path / name
    return zipped(tmp_path / name, {"backup.daylio": packed, "assets/photos/2026/11/x": b"\xff\xd8"})


MOODS = [
    {"id": 1, "custom_name": "", "mood_group_id": 1, "predefined_name_id": 1, "state": 0},
    {"id": 3, "custom_name": "", "mood_group_id": 3, "predefined_name_id": 3, "state": 0},
    {"id": 9, "custom_name": "null", "mood_group_id": 4, "predefined_name_id": -1, "state": 0},
    {"id": 10, "custom_name": "", "mood_group_id": 2, "predefined_name_id": 77},
]
TAGS = [{"id": 4, "name": "Work", "order": 1}, {"id": 7, "name": "long walk ", "state": 1}]


def record(**given: object) -> dict[str, object]:
    """One entry of a backup: 20 November 2026, 21:58, an hour east of Greenwich."""
    made = {"id": 1, "minute": 58, "hour": 21, "day": 20, "month": 10, "year": 2026}
    return made | {"datetime": 1795208280000, "timeZoneOffset": 3600000, "mood": 1, "note": ""} | given


@pytest.mark.parametrize("alone", [True, False])
def test_a_backup_is_read_with_its_own_moods_and_offsets(tmp_path: Path, alone: bool) -> None:
    told = {
        "version": 15,
        "isReminderOn": True,
        "customMoods": MOODS,
        "tags": TAGS,
        "goals": [],
        "dayEntries": [
            record(note="One<br>two &amp; three", note_title="Call", tags=[4, 7], assets=[]),
            record(mood=9, hour=0, minute=5, day=1, month=0, timeZoneOffset=-12600000, tags=[]),
            record(mood=3, timeZoneOffset=99999999),
        ],
    }
    kind, found = read_of(backup(tmp_path, told, alone=alone))
    assert kind == "daylio-backup"
    first, second, third = entries(found)
    assert said(first)[1:] == (
        date(2026, 11, 20),
        time(21, 58),
        "rad",
        ("Work", "long walk"),
        "Call",
        "One\ntwo & three",
    )
    assert (first.line, first.offset_min, first.mood_step) == (1, 60, 1)
    assert (second.day, second.time, second.mood, second.mood_step, second.offset_min) == (
        date(2026, 1, 1),
        time(0, 5),
        "null",
        4,
        -210,
    )
    assert (third.mood, third.mood_step, third.offset_min) == ("meh", 3, None)
    assert len(found) == 3
    assert plan_of(found).counts["moods"] == 2


def test_what_a_backup_does_not_say_clearly_is_told(tmp_path: Path) -> None:
    told = {
        "version": 16,
        "customMoods": MOODS,
        "tags": TAGS,
        "goals": [{"id": 1}],
        "dayEntries": [
            record(mood=10, note="kept", tags=[4, 99], assets=[1]),
            record(month=12, note="lost in time"),
            record(hour=24),
            record(day=True),
            "x",
        ],
    }
    _kind, found = read_of(backup(tmp_path, told))
    assert [(one.mood, one.activities, one.text) for one in entries(found)] == [("", ("Work",), "kept")]
    assert left_out(found) == [
        (2, "The day cannot be read"),
        (3, "The time cannot be read"),
        (4, "The day cannot be read"),
        (5, "This is no entry"),
    ]
    assert [one.about for one in found if isinstance(one, Doubt)] == [
        "Pictures and recordings stay out.",
        "Goals stay out.",
        "Some moods or activities have no name in the file.",
    ]
    assert "lost in time" in next(one.text for one in found if isinstance(one, LeftOut))


def test_a_backup_without_entries_and_one_that_is_not_whole(tmp_path: Path) -> None:
    kind, found = read_of(backup(tmp_path, {"version": 15, "customMoods": [], "tags": [], "dayEntries": []}))
    assert (kind, gathered(found).found) == ("daylio-backup", [])
    for text in ('{"version": 15, "dayEntries": [NaN]}', '{"version": 15, "dayEntries"', '{"version": 15}'):
        broken = zipped(tmp_path / "b.daylio", {"backup.daylio": base64.b64encode(text.encode())})
        with pytest.raises(ImportRefusedError, match="damaged"):
            read_of(broken)


def test_a_backup_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    text = b'{"version": 15, "dayEntries": [' + b"[]," * 600_000 + b"[]]}"
    path = tmp_path / "b.daylio"
    path.write_bytes(base64.b64encode(text))
    with pytest.raises(ImportRefusedError, match="larger"):
        read_of(path)
