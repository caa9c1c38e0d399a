"""What the tests of bringing in share: a clock in Berlin, a file that was read, plans without a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from rewire_app.domain.days import ZoneClock
from rewire_app.exchange.importers.bringing import ReadFile, meanings_of
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Doubt, Found, FoundEntry, LeftOut
from rewire_app.exchange.importers.gathering import gathered
from rewire_app.exchange.importers.known import KnownHere
from rewire_app.exchange.importers.meanings import Key, Meaning
from rewire_app.exchange.importers.plan import Here, ImportPlan
from rewire_app.exchange.importers.planning import planned

BERLIN = ZoneClock(ZoneInfo("Europe/Berlin"))
NOW = BERLIN.at(datetime(2026, 11, 24, 19, 30))
HERE = Here(program="Daylio", clock=BERLIN, now=NOW, day_start=4)
DAY = date(2026, 11, 20)


def entry(line: int, day: date = DAY, at: time | None = time(21, 58), **given: object) -> FoundEntry:
    """One entry of a diary."""
    return FoundEntry(line=line, member="a.csv", day=day, time=at, **given)  # type: ignore[arg-type]


def file_of(found: Iterable[Found | LeftOut | Doubt], file_hash: str = "a" * 64) -> ReadFile:
    """A file in which this was found."""
    kind = FileFormat(id="daylio", name="Daylio", looks=lambda _: True, read=lambda _, __: iter(()))
    return ReadFile(name="a.csv", hash=file_hash, format=kind, gathered=gathered(found))


def plan_of(
    found: Iterable[Found | LeftOut | Doubt],
    meanings: dict[Key, Meaning] | None = None,
    versions: dict[str, int] | None = None,
) -> ImportPlan:
    """The plan for an empty profile."""
    file = file_of(found)
    here = replace(HERE, versions=versions or {})
    return planned(file.gathered, meanings_of(file) | (meanings or {}), here, KnownHere())
