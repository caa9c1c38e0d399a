"""Journals of jrnl, as JSON and as text of every kind, value by value."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from rewire_app.domain.journal.notes import Note
from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers import jrnl_text
from rewire_app.exchange.importers.found import Doubt, FoundEntry
from rewire_app.exchange.importers.gathering import gathered
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import left_out, read_of, written, zipped


def said(found: list[Any]) -> list[tuple[object, ...]]:
    """What each entry says."""
    return [
        (one.line, one.day, one.time, one.title, one.text, one.tags)
        for one in found
        if isinstance(one, FoundEntry)
    ]


def doubts(found: list[Any]) -> list[str]:
    """What is in doubt, each by its few words."""
    return [one.about for one in found if isinstance(one, Doubt)]


# JSON


def record(**given: object) -> dict[str, object]:
    """One entry of an export."""
    made = {"title": "First day.", "body": "", "date": "2024-01-15", "time": "09:30", "tags": []}
    return made | {"starred": False} | given


def exported(*records: object) -> str:
    """An export of these, as jrnl writes it."""
    return json.dumps({"tags": {"@work": 2}, "entries": list(records)}, indent=2)


def test_a_json_export_is_read_whole(tmp_path: Path) -> None:
    text = exported(
        record(body="\nOne.\r\n\r\n  Two, indented.\n", tags=["@work", "@Anna", "@WORK", "#x"], starred=True),
        record(title="Only a title", date="2024-2-29", time="00:05"),
        record(title="", body="[1] no title", date="2024-03-31", time="02:30", tags=["", 7]),
    )
    kind, found = read_of(written(tmp_path / "journal.json", text))
    assert kind == "jrnl-json"
    assert said(found) == [
        (
            1,
            date(2024, 1, 15),
            time(9, 30),
            "First day.",
            "One.\n\n  Two, indented.",
            ("work", "Anna", "x"),
        ),
        (2, date(2024, 2, 29), time(0, 5), "Only a title", "", ()),
        (3, date(2024, 3, 31), time(2, 30), "", "[1] no title", ()),
    ]
    assert doubts(found) == ["Stars stay out."]
    assert gathered(found).without_zone == 3


def test_a_time_that_the_clocks_left_out_still_has_its_note(tmp_path: Path) -> None:
    """On 31 March 2024 Berlin had no half past two: the note stands an hour on, and nothing is lost."""
    text = exported(record(title="Awake", date="2024-03-31", time="02:30"))
    _kind, found = read_of(written(tmp_path / "a.json", text))
    [(_place, note)] = plan_of(found).entries
    assert isinstance(note, Note)
    assert note.text == "Awake"
    assert note.at.utc_ms == 1711848600000  # 01:30 in UTC


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_for_each_entry_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    one = json.dumps(record(title="Für mich", body="Grün\nund blau"), ensure_ascii=False).encode(encoding)
    two = json.dumps(record(title="Zwei", date="2024-01-16")).encode(encoding)
    path = zipped(tmp_path / "a.zip", {"j/2024-01-15_fuer.json": one, "j/2024-01-16_zwei.json": two})
    kind, found = read_of(path)
    assert kind == "jrnl-json"
    assert [row[1:5] for row in said(found)] == [
        (date(2024, 1, 15), time(9, 30), "Für mich", "Grün\nund blau"),
        (date(2024, 1, 16), time(9, 30), "Zwei", ""),
    ]


def test_what_json_does_not_say_clearly_stays_out(tmp_path: Path) -> None:
    text = exported(
        record(date="2024/01/15", body="lost in time"),
        record(date="2024-02-31"),
        record(time="25:00"),
        record(title=" ", body="\n"),
        {"title": "No date", "body": "at all"},
        "x",
        record(date=20240115),
    )
    _kind, found = read_of(written(tmp_path / "a.json", text))
    assert said(found) == []
    assert left_out(found) == [
        (1, "The day cannot be read"),
        (2, "The day cannot be read"),
        (3, "The time cannot be read"),
        (4, "There is nothing in it"),
        (5, "The day cannot be read"),
        (6, "This is no entry"),
        (7, "The day cannot be read"),
    ]


def test_json_without_entries_and_json_that_is_not_whole(tmp_path: Path) -> None:
    assert read_of(written(tmp_path / "a.json", '{"tags": {}, "entries": []}')) == ("jrnl-json", [])
    whole = exported(record())
    for broken in (whole[:-20], whole.replace("[]", "[NaN]"), whole[:-1] + ', "x": ' + "[" * 99_999):
        with pytest.raises(ImportRefusedError, match="damaged"):
            read_of(written(tmp_path / "b.json", broken))


def test_of_several_files_one_that_is_not_whole_stays_out(tmp_path: Path) -> None:
    good = json.dumps(record()).encode()
    path = zipped(tmp_path / "a.zip", {"a.json": good[:-3], "b.json": good})
    _kind, found = read_of(path)
    assert [row[3] for row in said(found)] == ["First day."]
    assert [(one.member, one.line) for one in found if hasattr(one, "reason")] == [("a.json", 0)]


# text

JOURNAL = (
    "[2020-08-29 11:11] Entry the first.\n\n"
    "Lorem @ipsum, and write to me@example.org.\n"
    "[1] a note below, [2020] a year\n\n\n"
    "  - @tagTwo. and @ipsum\n\n"
    "[2020-08-31 14:32] A second one *\n"
    "[2020-09-24 09:14:30] Three\n  Indented.\n"
)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_journal_in_one_file(tmp_path: Path, ending: str, encoding: str) -> None:
    kind, found = read_of(written(tmp_path / "journal.txt", JOURNAL.replace("\n", ending), encoding))
    assert kind == "jrnl"
    assert said(found) == [
        (
            1,
            date(2020, 8, 29),
            time(11, 11),
            "Entry the first.",
            "Lorem @ipsum, and write to me@example.org.\n[1] a note below, [2020] a year\n\n\n"
            "  - @tagTwo. and @ipsum",
            ("ipsum", "tagTwo"),
        ),
        (9, date(2020, 8, 31), time(14, 32), "A second one", "", ()),
        (10, date(2020, 9, 24), time(9, 14, 30), "Three", "  Indented.", ()),
    ]
    assert doubts(found) == ["Stars stay out."]


def test_days_in_another_order_and_twelve_hours(tmp_path: Path) -> None:
    text = "[03.08.2019 12:55] a\n\n[04.08.2019 09:05 PM] b\n[31.12.2019 12:05 AM] c\n"
    _kind, found = read_of(written(tmp_path / "a", text))
    assert [row[1:4] for row in said(found)] == [
        (date(2019, 8, 3), time(12, 55), "a"),
        (date(2019, 8, 4), time(21, 5), "b"),
        (date(2019, 12, 31), time(0, 5), "c"),
    ]
    text = "[08/03/2019 02:32:00 PM] a\n[08/13/2019 12:00] b\n"
    _kind, found = read_of(written(tmp_path / "b.txt", text))
    assert [row[1:3] for row in said(found)] == [
        (date(2019, 8, 3), time(14, 32)),
        (date(2019, 8, 13), time(12)),
    ]


def test_days_that_cannot_be_read_stay_out_and_take_no_other_entry_with_them(tmp_path: Path) -> None:
    text = (
        "left over\n[2019-07-18 14:23] One\nfirst\n\n[2019-07 14:23] Two\nsecond\n"
        "[asdf7zdskhz] is no day\n[2019-07-20 14:23] Three\n[2019-07-21 14:23]\n"
    )
    _kind, found = read_of(written(tmp_path / "a.txt", text))
    assert [(row[0], *row[3:5]) for row in said(found)] == [(2, "One", "first"), (8, "Three", "")]
    assert left_out(found) == [
        (1, "It stands before the first entry"),
        (5, "The day cannot be read"),
        (9, "There is nothing in it"),
    ]
    [lost] = [one.text for one in found if getattr(one, "line", 0) == 5]
    assert lost == "2019-07 14:23 Two second [asdf7zdskhz] is no day"
    text = "[03/04/2019 10:00] One\n[05/06/2019 10:00] Two\n"
    _kind, found = read_of(written(tmp_path / "b.txt", text))
    assert left_out(found) == [
        (1, "Which number is the day and which the month cannot be told"),
        (2, "Which number is the day and which the month cannot be told"),
    ]


@pytest.mark.parametrize("days", [("2010-06-10", "2013-06-10"), ("10.06.2010", "10.06.2013")])
def test_version_1_has_no_brackets_around_its_days(tmp_path: Path, days: tuple[str, str]) -> None:
    text = (
        f"{days[0]} 15:00 A life without chocolate.\n\n"
        f'{days[1]} 15:40 He said "[this] is it". *\nLorem\n\n[2019-08-03 12:55] Some chat log\n\nEnd.\n'
    )
    kind, found = read_of(written(tmp_path / "a.txt", text))
    assert kind == "jrnl"
    assert said(found) == [
        (1, date(2010, 6, 10), time(15), "A life without chocolate.", "", ()),
        (
            3,
            date(2013, 6, 10),
            time(15, 40),
            'He said "[this] is it".',
            "Lorem\n\n[2019-08-03 12:55] Some chat log\n\nEnd.",
            (),
        ),
    ]


def test_an_export_as_markdown(tmp_path: Path) -> None:
    text = (
        "# 2020\n\n## August\n\n### 2020-08-29 11:11 Entry the first.\n\nWords.\n#### A heading\n \n"
        "### 2020-08-31 14:32 No body\n\n \n# 2021\n\n## January\n\n### 2021-01-01 00:00 New\n\nx\n "
    )
    kind, found = read_of(written(tmp_path / "a.md", text))
    assert kind == "jrnl"
    assert [(row[0], row[1], row[3], row[4]) for row in said(found)] == [
        (5, date(2020, 8, 29), "Entry the first.", "Words.\n#### A heading"),
        (10, date(2020, 8, 31), "No body", ""),
        (17, date(2021, 1, 1), "New", "x"),
    ]
    alone = b"# 2020-08-29 11:11 Alone\n\nWords.\n## A heading\n "
    kind, found = read_of(zipped(tmp_path / "a.zip", {"2020-08-29_alone.md": alone, "b.bin": b"\0\1"}))
    assert kind == "jrnl"
    assert [(row[3], row[4]) for row in said(found)] == [("Alone", "Words.\n## A heading")]


def test_a_folder_of_days_goes_by_its_paths_and_leaves_other_files_alone(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    files = {
        "2020/08/31.txt": "[2020-08-30 02:32:00 PM] A second\nx @tagtwo.\n[09:14] By its time\n",
        "2020/09/24.txt": "[2020-09-24 09:14:00 AM] The third\n",
        "2020/09/25.txt": "no entry at all\n",
        "2020/09/26.txt": "\n",
        "2020/09/99.txt": "[2020-09-24 10:00] no such day\n",
        "2020/09/should-be-ignored.txt": "[2020-09-24 10:00] no\n",
        "2020/should-be-ignored.txt": "[2020-09-24 10:00] no\n",
    }
    for name, words in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        written(folder / name, words)
    (folder / "2020/08/30.jpg").write_bytes(b"\xff\xd8\0\0")
    kind, found = read_of(folder)
    assert kind == "jrnl"
    assert said(found) == [
        (1, date(2020, 8, 31), time(14, 32), "A second", "x @tagtwo.", ("tagtwo",)),
        (3, date(2020, 8, 31), time(9, 14), "By its time", "", ()),
        (1, date(2020, 9, 24), time(9, 14), "The third", "", ()),
    ]
    assert left_out(found) == [(1, "No entry of a journal begins in it")]


def test_a_locked_journal_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "gAAAAABfb4gQBMqqGn_W8v" + "s7qCi14bX7inuCOKbsBqIUf7" * 20)
    with pytest.raises(ImportRefusedError, match="locked with a password"):
        read_of(path)


def test_a_journal_of_more_lines_or_entries_than_anybody_writes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jrnl_text, "MOST_LINES", 30)
    monkeypatch.setattr(jrnl_text, "MOST_ENTRIES", 20)
    one = "[2020-01-01 10:00] x\n"
    assert len(said(read_of(written(tmp_path / "a.txt", one * 20 + "\n" * 10))[1])) == 20
    for text in (one + "\n" * 30, one * 21):
        with pytest.raises(ImportRefusedError, match="larger"):
            read_of(written(tmp_path / "a.txt", text))
    files = {f"2020/01/{day:02}.txt": one.encode() * 11 for day in (1, 2)}
    with pytest.raises(ImportRefusedError, match="larger"):
        read_of(zipped(tmp_path / "a.zip", files))


def test_notes_keep_title_and_text_and_their_time(tmp_path: Path) -> None:
    _kind, found = read_of(written(tmp_path / "a.txt", JOURNAL))
    notes = [note for _place, note in plan_of(found).entries if isinstance(note, Note)]
    assert len(notes) == 3
    assert notes[0].text.startswith("Entry the first.\n\nLorem @ipsum, and")
    assert notes[0].at.wall == datetime(2020, 8, 29, 11, 11)
    assert notes[0].tags == ("ipsum", "tagTwo", "Daylio")
