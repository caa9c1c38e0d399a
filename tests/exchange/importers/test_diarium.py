"""Diarium's export as JSON, value by value."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.found import Doubt, FoundEntry
from rewire_app.exchange.importers.gathering import gathered
from tests.exchange.importers.files import left_out, read_of, written, zipped

STAYS_OUT = "Pictures, ratings, people, places and weather stay out."


def said(found: list[Any]) -> list[tuple[object, ...]]:
    """What each entry says."""
    return [
        (one.line, one.day, one.time, one.offset_min, one.title, one.text, one.tags)
        for one in found
        if isinstance(one, FoundEntry)
    ]


def record(**given: object) -> dict[str, object]:
    """One entry of an export."""
    made = {"date": "2025-06-09T19:03:39", "heading": "A day", "html": "<p>One.</p><p>Two &amp; three</p>"}
    return made | given


def test_a_zip_with_pictures_is_read_whole(tmp_path: Path) -> None:
    entries = [
        record(tags=["Travel", "sea"], rating=4, location=[1.5, 2.5]),
        record(date="2010-10-26T15:47:53.4882812", heading="", html="<ul><li>a</li><li>b</li></ul>plain"),
        record(date="2025-03-30T02:30:00", html="", tags=[]),
    ]
    members = {"Diarium.json": json.dumps(entries).encode(), "media/2025-06-09_190339000/a.jpg": b"\xff\xd8"}
    kind, found = read_of(zipped(tmp_path / "a.zip", members))
    assert kind == "diarium"
    assert said(found) == [
        (1, date(2025, 6, 9), time(19, 3, 39), None, "A day", "One.\nTwo & three", ("Travel", "sea")),
        (2, date(2010, 10, 26), time(15, 47, 53, 488_281), None, "", "- a\n- b\n\nplain", ()),
        (3, date(2025, 3, 30), time(2, 30), None, "A day", "", ()),
    ]
    assert [one.about for one in found if isinstance(one, Doubt)] == [STAYS_OUT]
    assert gathered(found).without_zone == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_for_each_entry(tmp_path: Path, encoding: str) -> None:
    one = json.dumps(record(html="Grün\r\nund blau"), ensure_ascii=False)
    two = json.dumps([record(date="2025-06-10T08:00:00+02:00", html="", tags=["x"])])
    members = {"1.json": one.encode(encoding), "2.json": two.encode(encoding)}
    kind, found = read_of(zipped(tmp_path / "a.zip", members))
    assert kind == "diarium"
    assert [row[1:6] for row in said(found)] == [
        (date(2025, 6, 9), time(19, 3, 39), None, "A day", "Grün\nund blau"),
        (date(2025, 6, 10), time(8), 120, "A day", ""),
    ]


def test_what_is_no_entry_stays_out(tmp_path: Path) -> None:
    entries = [
        record(date="2025-13-01T00:00:00"),
        record(date=5),
        record(heading=None, html="<p> </p>"),
        "x",
        record(date="0001-01-01T00:00:00"),
    ]
    _kind, found = read_of(written(tmp_path / "a.json", json.dumps(entries)))
    assert left_out(found) == [
        (1, "The day cannot be read"),
        (2, "The day cannot be read"),
        (3, "There are no words in it"),
        (4, "This is no entry"),
        (5, "The day cannot be read"),
    ]
    assert said(found) == []
    for broken in (
        json.dumps(entries)[:-4],
        json.dumps(entries)[:-1] + ", NaN]",
        json.dumps(entries) + "[" * 9_999,
    ):
        with pytest.raises(ImportRefusedError, match="damaged"):
            read_of(written(tmp_path / "b.json", broken))
