"""Sleep from Apple Health, as its export has been written over the years; every value worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from rewire_app.domain.journal.entries import NightRecording
from rewire_app.errors import ImportRefusedError, NobodyWaitsError
from rewire_app.exchange.importers import apple_health, xml_stream
from rewire_app.exchange.importers.bringing import read_file
from rewire_app.exchange.importers.found import Choices, Doubt, Found, FoundSleep, LeftOut
from rewire_app.exchange.importers.gathering import gathered
from rewire_app.exchange.importers.opened import open_file
from rewire_app.exchange.importers.told import doubts_of
from tests.exchange.importers.bringings import file_of, plan_of
from tests.exchange.importers.files import left_out, read_of, written, zipped

VALUE = "HKCategoryValueSleepAnalysis"
DTD = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ATTLIST VisionPrescription
  type CDATA #REQUIRED
<!ELEMENT Prism EMPTY>
]>
"""
"""As the export of iOS 16 begins: one declaration has no end."""
HEART = (
    ' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min" value="60"\n'
    '  startDate="2026-11-20 23:00:00 +0100" endDate="2026-11-20 23:00:00 +0100">\n'
    '  <MetadataEntry key="HKCategoryTypeIdentifierSleepAnalysis" value="0"/>\n </Record>\n'
)


def record(value: str, start: str, end: str, source: str = "Watch", offset: str = "+0100") -> str:
    """One line of an export; `start`, `end`: as 20 23:10, in November 2026."""
    begin, until = (f"2026-11-{one[:2]} {one[3:]}:00 {offset}" for one in (start, end))
    return (
        f' <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="{source}" sourceVersion="10.1" '
        f'creationDate="{until}" startDate="{begin}" endDate="{until}" value="{VALUE}{value}"/>\n'
    )


def export(lines: Iterable[str], before: str = DTD) -> str:
    """A whole export."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}{before}<HealthData locale="en_GB">\n{"".join(lines)}</HealthData>\n'


def at(text: str, hours: float = 1) -> datetime:
    """A moment of November 2026 so many hours east of Greenwich, as 20 23:10."""
    return datetime.fromisoformat(f"2026-11-{text[:2]}T{text[3:]}").replace(
        tzinfo=timezone(timedelta(hours=hours))
    )


def sleeps(found: Iterable[Found | LeftOut | Doubt]) -> list[tuple[Any, ...]]:
    """What each sleep says."""
    return [
        (one.line, one.recorder, one.start, one.end, one.asleep_min, one.awake_min, one.telling)
        for one in found
        if isinstance(one, FoundSleep)
    ]


NEW = (
    HEART,
    record("InBed", "20 22:50", "21 07:00", "Thomas’s iPhone"),
    record("AsleepCore", "20 23:10", "21 00:40", "Thomas’s Apple\xa0Watch"),
    record("AsleepDeep", "21 00:40", "21 01:30", "Thomas’s Apple\xa0Watch"),
    record("Awake", "21 01:30", "21 01:42", "Thomas’s Apple\xa0Watch"),
    record("AsleepREM", "21 01:42", "21 02:10", "Thomas’s Apple\xa0Watch"),
    record("AsleepUnspecified", "21 02:10", "21 06:30", "Thomas’s Apple\xa0Watch"),
    record("Awake", "21 06:30", "21 06:55", "Thomas’s Apple\xa0Watch"),
    record("Asleep", "20 23:00", "21 06:40", "Pillow"),
)
"""Watch: 90 + 50 + 28 + 260 = 428 minutes asleep, 12 awake before its last sleep; it begins on line 18."""
OLD = (
    record("InBed", "19 23:00", "20 07:00", "iPhone", "-0330"),
    record("InBed", "20 23:30", "20 23:45", "iPhone", "-0330"),
    record("InBed", "20 23:50", "21 07:15", "iPhone", "-0330"),
    record("Asleep", "19 23:20", "20 02:00", "Sleep Cycle", "-0330"),
    record("Asleep", "20 02:30", "20 06:45", "Sleep Cycle", "-0330"),
)
"""Of 2014 to 2021: Asleep and InBed alone. Sleep Cycle: 160 + 255 = 415 minutes."""


def test_a_new_export_is_read_with_each_recorder_by_itself(tmp_path: Path) -> None:
    members = {
        "apple_health_export/export.xml": export(NEW).encode(),
        "apple_health_export/export_cda.xml": b'<?xml version="1.0"?><ClinicalDocument/>',
        "apple_health_export/workout-routes/route.gpx": b"<gpx/>",
    }
    kind, found = read_of(zipped(tmp_path / "anything.bin", members))
    assert kind == "apple-health"
    assert sleeps(found) == [
        (17, "Thomas’s iPhone", at("20 22:50"), at("21 07:00"), None, None, 1),
        (18, "Thomas’s Apple Watch", at("20 23:10"), at("21 06:30"), 428, 12, 3),
        (24, "Pillow", at("20 23:00"), at("21 06:40"), 460, None, 2),
    ]
    assert left_out(found) == []
    assert [one.about for one in found if isinstance(one, Doubt)] == [
        "1 sleep is told as time in bed alone.",
        "Only sleep comes in.",
    ]


@pytest.mark.parametrize("how", ["file", "folder", "zip"])
def test_an_old_export_is_read_by_its_offsets(tmp_path: Path, how: str) -> None:
    text = export(OLD, "")
    path = tmp_path / "given"
    if how == "folder":
        path.mkdir()
        written(path / "Exportieren.xml", text)
    elif how == "zip":
        zipped(path, {"apple_health_export/Exportieren.xml": text.encode()})
    else:
        written(path, text)
    kind, found = read_of(path)
    assert kind == "apple-health"
    west = -3.5
    assert sleeps(found) == [
        (3, "iPhone", at("19 23:00", west), at("20 07:00", west), None, None, 1),
        (4, "iPhone", at("20 23:30", west), at("21 07:15", west), None, None, 1),
        (6, "Sleep Cycle", at("19 23:20", west), at("20 06:45", west), 415, None, 2),
    ]
    night = plan_of(found).entries[0][1]
    assert isinstance(night, NightRecording)
    assert (night.asleep.wall.hour, night.asleep.wall.minute, night.asleep.offset_min) == (23, 20, -210)


def test_of_each_night_the_recorder_that_tells_most_comes_in_and_nothing_is_added_up(tmp_path: Path) -> None:
    lines = (
        *NEW,
        record("InBed", "21 23:00", "22 07:00", "Thomas’s iPhone"),
        record("AsleepCore", "22 14:00", "22 15:00", "Thomas’s Apple\xa0Watch"),
    )
    _kind, found = read_of(written(tmp_path / "export.xml", export(lines)))
    plan = plan_of(found)
    nights = [one for _place, one in plan.entries if isinstance(one, NightRecording)]
    assert [(one.day.day, one.recorder, one.asleep_min, one.awake_min) for one in nights] == [
        (21, "Thomas’s Apple Watch", 428, 12),
        (22, "Thomas’s iPhone", None, None),
    ]
    assert [(one.line, one.reason) for one in plan.left_out] == [
        (17, "Thomas’s Apple Watch tells more of this day’s sleep"),
        (24, "Thomas’s Apple Watch tells more of this day’s sleep"),
        (26, "Thomas’s iPhone tells more of this day’s sleep"),
    ]
    assert plan.counts["nights"] == 2


def test_the_person_may_choose_the_recorder(tmp_path: Path) -> None:
    path = written(tmp_path / "export.xml", export(NEW))
    file = read_file(path, choices=Choices(recorder="Pillow"))
    assert dict(file.gathered.recorders) == {"Thomas’s iPhone": 1, "Thomas’s Apple Watch": 1, "Pillow": 1}
    assert file.gathered.one_a_night
    assert [one.sentence for one in doubts_of(file)][:1] == [
        "The one that tells most of a night comes in; --recorder reads one of "
        "Thomas’s iPhone, Thomas’s Apple Watch, Pillow."
    ]
    assert [one[1] for one in sleeps(one for _place, one in file.gathered.found)] == ["Pillow"]
    plan = plan_of(one for _place, one in file.gathered.found)
    assert [one.asleep_min for _place, one in plan.entries if isinstance(one, NightRecording)] == [460]


@pytest.mark.parametrize(
    ("lines", "asleep", "awake"),
    [
        ([("Asleep", "20 23:00", "21 03:00"), ("Asleep", "21 01:00", "21 05:00")], 360, None),
        ([("AsleepCore", "20 23:00", "21 03:00"), ("Asleep", "20 22:30", "21 05:00")], 390, None),
        # sleep of no kind gives way to lying awake, a kind of sleep does not
        ([("Asleep", "20 23:00", "21 07:00"), ("Awake", "21 03:00", "21 03:20")], 460, 20),
        ([("AsleepREM", "20 23:00", "21 07:00"), ("Awake", "21 03:00", "21 03:20")], 480, 0),
        # lying awake before and after the sleep does not count
        (
            [
                ("Awake", "20 22:00", "20 23:30"),
                ("AsleepDeep", "20 23:00", "21 06:00"),
                ("Awake", "21 05:50", "21 07:00"),
            ],
            420,
            0,
        ),
        ([("AsleepCore", "20 23:00", "21 02:00"), ("AsleepCore", "21 03:59", "21 06:00")], 301, None),
    ],
)
def test_no_minute_counts_twice(
    tmp_path: Path, lines: list[tuple[str, str, str]], asleep: int, awake: int | None
) -> None:
    text = export(record(*one) for one in reversed(lines))  # in no order
    [sleep] = sleeps(read_of(written(tmp_path / "a.xml", text))[1])
    assert sleep[4:6] == (asleep, awake)


def test_records_far_apart_are_two_sleeps_unless_time_in_bed_joins_them(tmp_path: Path) -> None:
    apart = (record("Asleep", "20 22:00", "21 01:00"), record("Asleep", "21 03:30", "21 07:00"))
    _kind, found = read_of(written(tmp_path / "a.xml", export(apart)))
    assert [one[4] for one in sleeps(found)] == [180, 210]
    joined = (*apart, record("InBed", "20 21:50", "21 07:10"))
    _kind, found = read_of(written(tmp_path / "b.xml", export(joined)))
    assert [one[2:5] for one in sleeps(found)] == [(at("20 22:00"), at("21 07:00"), 390)]


def test_the_hour_that_clocks_show_twice(tmp_path: Path) -> None:
    """On 25 October 2026 in Berlin: 23:00 to 07:00 is nine hours."""
    text = export(
        [
            f' <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="W" value="{VALUE}AsleepCore" '
            'startDate="2026-10-24 23:00:00 +0200" endDate="2026-10-25 07:00:00 +0100"/>'
        ]
    )
    _kind, found = read_of(written(tmp_path / "a.xml", text))
    assert sleeps(found)[0][4] == 540
    night = plan_of(found).entries[0][1]
    assert isinstance(night, NightRecording)
    assert (night.asleep.offset_min, night.wake.offset_min, night.day.day) == (120, 60, 25)


def test_what_cannot_be_told_stays_out_with_line_and_reason(tmp_path: Path) -> None:
    good = record("Asleep", "20 23:00", "21 06:00")
    lines = (
        record("AsleepDream", "20 23:00", "21 06:00"),
        record("Asleep", "21 06:00", "20 23:00"),
        record("Asleep", "21 06:00", "21 06:00"),
        good.replace('startDate="2026-11-20', 'startDate="2026-11-31'),
        good.replace('endDate="2026-11-21 06:00:00 +0100"', 'endDate="2026-11-21 06:00:00"'),
        record("Awake", "10 23:00", "10 23:30"),
        good.replace("23:00:00 +0100", "11:00:00\u202fPM +01:00").replace(
            "06:00:00 +0100", "6:00:00 am +0100"
        ),
    )
    _kind, found = read_of(written(tmp_path / "a.xml", export(lines, "")))
    assert left_out(found) == [
        (3, "What this record says is not known here"),
        (4, "It ends before it begins"),
        (5, "It ends when it begins"),
        (6, "When it began cannot be read"),
        (7, "When it ended cannot be read"),
        (8, "It tells of lying awake alone, and of no sleep"),
    ]
    assert [one[:5] for one in sleeps(found)] == [(9, "Watch", at("20 23:00"), at("21 06:00"), 420)]


def test_an_export_on_one_line_comes_in_once(tmp_path: Path) -> None:
    text = export((record("Asleep", "19 23:00", "20 06:00"), record("Asleep", "20 23:00", "21 05:00")))
    path = written(tmp_path / "a.xml", text.replace("\n", " "))
    _kind, found = read_of(path)
    assert [one[0] for one in sleeps(found)] == [1, 0]
    places = [place for place, _one in gathered(found).found]
    assert len(set(places)) == 2
    assert len(plan_of(found).entries) == 2


@pytest.mark.parametrize("lines", [(), (HEART,)])
def test_an_export_without_sleep_says_so(tmp_path: Path, lines: tuple[str, ...]) -> None:
    kind, found = read_of(written(tmp_path / "a.xml", "\ufeff" + export(lines)))
    assert kind == "apple-health"
    assert [one.about for one in found if isinstance(one, Doubt)] == ["There is no sleep in this file."]
    assert plan_of(found).empty


def test_control_characters_in_it_do_no_harm(tmp_path: Path) -> None:
    text = export((HEART.replace("Watch", "Wa\x0btch"), record("Asleep", "20 23:00", "21 06:00", "B\x1fed")))
    assert [one[1] for one in sleeps(read_of(written(tmp_path / "a.xml", text))[1])] == ["B ed"]


def test_it_can_be_stopped_while_it_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xml", export([HEART * 2_000, *NEW]))
    told: list[int] = []

    def tell(rows: int) -> None:
        told.append(rows)
        if len(told) == 3:
            raise NobodyWaitsError

    with pytest.raises(NobodyWaitsError):
        read_file(path, tell=tell)
    assert 0 < told[0] < told[1] < told[2] < 4_000  # two elements each


BOMB = '<!DOCTYPE HealthData [<!ENTITY a "' + "a" * 1000 + '"><!ENTITY b "&a;&a;&a;&a;">]>\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (export(NEW, BOMB), "declares short words"),
        (
            export(NEW, '<!DOCTYPE HealthData [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "declares short words",
        ),
        (export(["&lol;"], ""), "damaged"),
        (export(["<a>" * 100 + "</a>" * 100], ""), "nested deeper"),
        (export([record("Asleep", "20 23:00", "21 06:00")])[:-20], "damaged"),
        (export(["<Record a='", "x" * 5_000_000, "'/>"], ""), "damaged"),
        (DTD + " " * 1_100_000 + export((), ""), "damaged"),
        (export(["<Record/>\udcff"], ""), "damaged"),
        (export(["<!DOCTYPE a []>"], ""), "damaged"),
    ],
)
def test_hostile_exports_are_refused_with_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ImportRefusedError, match=said):
        read_of(path)


def test_an_external_dtd_is_never_looked_at(tmp_path: Path) -> None:
    before = '<!DOCTYPE HealthData SYSTEM "http://localhost:9/x.dtd">\n'
    kind, found = read_of(written(tmp_path / "a.xml", export(NEW, before)))
    assert (kind, len(sleeps(found))) == ("apple-health", 3)


def test_more_than_can_be_listed_or_held_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_health, "MOST_OUT", 2)
    monkeypatch.setattr(apple_health, "MOST", 6)
    odd = [record("Nothing", "20 23:00", "21 06:00") for _turn in range(5)]
    path = written(tmp_path / "a.xml", export([*odd, record("Asleep", "20 23:00", "21 06:00")]))
    _kind, found = read_of(path)
    assert len(left_out(found)) == 2
    assert "3 more records stay out." in [one.about for one in found if isinstance(one, Doubt)]
    written(path, export([*odd, *[record("Asleep", "20 23:00", "21 06:00")] * 2]))
    with pytest.raises(ImportRefusedError, match="larger"):
        read_of(path)


def test_other_documents_are_not_taken_for_it(tmp_path: Path) -> None:
    for n, text in enumerate(("<ClinicalDocument/>", "HealthData", "<Health/>", "a,b\n<HealthData>,2\n", "")):
        with open_file(written(tmp_path / f"{n}.xml", text)) as opened:
            assert not apple_health.FORMAT.looks(opened)


def test_the_limit_is_that_of_what_is_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_health, "STREAMED", 300)
    with pytest.raises(ImportRefusedError, match="larger"):
        read_of(written(tmp_path / "a.xml", export(NEW)))


def test_pieces_may_end_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.xml", export(NEW))
    whole = sleeps(read_of(path)[1])
    monkeypatch.setattr(xml_stream, "PIECE", 7)
    assert sleeps(read_of(path)[1]) == whole
    assert file_of(read_of(path)[1]).gathered.one_a_night
