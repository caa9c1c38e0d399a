"""Twelve invented people whose truth is known, each as a whole profile.

`python -m tests.insight.people DIR` writes them; `rewire --profile DIR/helped` opens one, to be looked at and
read aloud. Their days run from a Monday to a Sunday; the page is read in the week after.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from rewire_app import settings
from rewire_app.domain.days import Instant, ZoneClock
from rewire_app.domain.journal.entries import DayEntry, Moment, Night, Pause, Plan, Practice, Status, new_uid
from rewire_app.settings import Settings
from rewire_app.store.store import Entry, Store
from rewire_app.store.vault.vault import open_vault
from tests.insight.diaries import YEAR, Diaries, live

TODAY = date(2026, 11, 23)
CLOCK = ZoneClock(ZoneInfo("Europe/Berlin"))
SKILLS = {"walked away": 15, "breathed": 25, "named it": 30, "checked facts": 40, "asked for help": 20}
"""What is done in moments, and the minutes to calm that are usual then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One of the twelve: where the days come from, and what is true of them."""

    truth: str
    scenario: str = "base"
    slope: float = 0.0
    days: int = YEAR
    seed: int = 1
    moments: int = 0

    def diary(self) -> Diaries:
        """The person's days, one row."""
        return live(self.scenario, 1, slope=self.slope, days=self.days, seed=self.seed)


PEOPLE = {
    "helped": Person(truth="Each practice day makes the week after calmer by 0.4 points.", slope=-0.4),
    "harmed": Person(truth="Each practice day makes the week after sharper by 0.4 points.", slope=0.4),
    "nothing": Person(truth="Practice and sleep do nothing."),
    "trend-only": Person(truth="All gets better, and practice grows; neither acts.", scenario="steep trend"),
    "same-evening": Person(
        truth="Practice helps the same evening only.", scenario="same evening -2", seed=29
    ),
    "weekends": Person(
        truth="Weekends are longer in bed and calmer; sleep does nothing.", scenario="weekend"
    ),
    "illness-pause": Person(
        truth="Twelve days ill and paused; nothing acts.", scenario="illness pause", days=182
    ),
    "half-rated": Person(
        truth="As helped, with half the evenings rated.", scenario="half missing", slope=-0.4
    ),
    "floor": Person(truth="Most evenings are a 0; nothing acts.", scenario="floor"),
    "bursts": Person(
        truth="Weeks of practice and weeks of none; each day helps by 0.3.", scenario="bursts", slope=-0.3
    ),
    "reverse": Person(
        truth="Bad days cut practice; practice does nothing.", scenario="bad day, less practice", seed=49
    ),
    "skills": Person(truth="Moments calm sooner after some skills; nothing else acts.", seed=2, moments=120),
}


def entries(person: Person, today: date = TODAY) -> Iterator[Entry]:
    """Everything the person noted, up to the day before `today`."""
    diary = person.diary()
    first = today - timedelta(days=person.days)
    yield Plan(uid=new_uid(_at(first, 8)), from_day=first, per_week=4)
    for index in range(person.days):
        day = first + timedelta(days=index)
        if diary.practised[0, index]:
            yield _practice(day)
        if not np.isnan(diary.hours[0, index]):
            yield _night(day, diary.hours[0, index])
        rated, stress = _whole(diary.reactivity[0, index]), _whole(diary.stress[0, index])
        if rated is not None or stress is not None:
            at = _at(day, 21)
            yield DayEntry(uid=new_uid(at), day=day, at=at, reactivity=rated, stress=stress)
    away = np.flatnonzero(diary.paused[0])
    if len(away):
        begin, end = (first + timedelta(days=int(each)) for each in (away[0], away[-1]))
        yield Pause(uid=new_uid(_at(begin, 9)), from_day=begin, to_day=end)
    yield from _moments(person, first)


def fill(folder: Path, person: Person, today: date = TODAY) -> None:
    """A profile in the empty `folder`, past the first start."""
    vault = open_vault(folder)
    try:
        Store(vault).many(list(entries(person, today)))
    finally:
        vault.close()
    settings.save(folder, Settings(set_up=True))


def _at(day: date, hour: float) -> Instant:
    return CLOCK.at(datetime.combine(day, time()) + timedelta(minutes=round(hour * 60)))


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)


def _practice(day: date) -> Practice:
    started = _at(day, 18)
    return Practice(
        uid=new_uid(started),
        exercise="b-paced",
        version=1,
        started=started,
        ended=replace(started, utc_ms=started.utc_ms + 300_000),
        day=day,
        status=Status.DONE,
        seconds=300,
        steps_done=4,
        steps_seen=4,
    )


def _night(day: date, hours: float) -> Night:
    wake = 7.0
    bed, lights = (_at(day, wake - hours - before) for before in (0.25, 0))
    return Night(
        uid=new_uid(bed),
        day=day,
        bed=bed,
        lights=lights,
        sol_min=0,
        waso_min=0,
        wake=_at(day, wake),
        up=_at(day, wake + 0.25),
    )


def _moments(person: Person, first: date) -> Iterator[Moment]:
    rng = np.random.default_rng(person.seed)
    for _number in range(person.moments):
        day = first + timedelta(days=int(rng.integers(person.days)))
        skill = str(rng.choice(list(SKILLS)))
        minutes = max(1, round(SKILLS[skill] * float(rng.lognormal(0, 0.7))))
        still = bool(rng.random() < 0.15)
        at = _at(day, 9 + 12 * float(rng.random()))
        yield Moment(
            uid=new_uid(at),
            at=at,
            day=day,
            peak=int(rng.integers(4, 10)),
            calm_min=None if still else minutes,
            still_going=still,
            did=(skill,),
        )


def main() -> None:
    folder, now = Path(sys.argv[1]), date.today()
    monday = now - timedelta(days=now.weekday())
    for name, person in PEOPLE.items():
        fill(folder / name, person, monday)
        print(f"{name}: {person.truth}")


if __name__ == "__main__":
    main()
