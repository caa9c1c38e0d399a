"""The days of plans in a calendar: read back by the rules of calendars, they are those that were planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from rewire_app.domain.journal.entries import Pause, Plan
from rewire_app.domain.journal.plan_calendar import planned_events
from rewire_app.domain.journal.planned import holding, is_planned, weekday_mask
from rewire_app.exchange.exporters.calendar import CalendarWords, as_ics

MONDAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NEUTRAL = CalendarWords()
ONE_DAY = timedelta(days=1)
SEEN = 120
"""So many days from the first Monday on are compared."""


def plan(per_week: int = 3, **given: object) -> Plan:
    return replace(Plan(uid="0" * 32, from_day=MONDAY, per_week=per_week), **given)


def on_weekdays(*days: int, **given: object) -> Plan:
    return plan(len(days), weekdays=weekday_mask(days), **given)


def made(
    plans: Sequence[Plan],
    pauses: Sequence[Pause] = (),
    words: CalendarWords = NEUTRAL,
    *,
    first_weekday: int = 0,
) -> list[Event]:
    ics = as_ics(planned_events(plans, pauses, first_weekday), NOW, words)
    return list(Calendar.from_ical(ics).walk("VEVENT"))


def listed(event: Event, name: str) -> list[date]:
    """The days under a name that may be there several times, once, or not."""
    found = event.get(name, [])
    return [one.dt for part in (found if isinstance(found, list) else [found]) for one in part.dts]


def days_of(event: Event, until: date) -> Iterator[date]:
    """The days that an event covers up to `until`, expanded by the rules of calendars."""
    start = event.start
    starts: list[date | datetime] = [start]
    if "RRULE" in event:
        whole = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time())
        rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=whole)
        left_out = set(listed(event, "EXDATE"))
        between = rule.between(whole, datetime.combine(until, datetime.max.time()), inc=True)
        moments = between if isinstance(start, datetime) else [one.date() for one in between]
        starts = [one for one in moments if one not in left_out]
    length = 1 if isinstance(start, datetime) else (event.end - start).days
    for one in starts:
        first = one.date() if isinstance(one, datetime) else one
        yield from (day for n in range(length) if (day := first + n * ONE_DAY) <= until)


def covered(events: Sequence[Event], until: date) -> Counter[date]:
    return Counter(day for event in events for day in days_of(event, until))


def expected(plans: Sequence[Plan], pauses: Sequence[Pause], until: date) -> Counter[date]:
    """How many plans may be meant for each day, by the rule that Today goes by."""
    found: Counter[date] = Counter()
    day = MONDAY - 7 * ONE_DAY
    while day <= until:
        paused = any(one.from_day <= day and (one.to_day is None or day <= one.to_day) for one in pauses)
        count = 0 if paused else sum(is_planned(one, day) for one in holding(plans, day))
        if count:
            found[day] = count
        day += ONE_DAY
    return found


@st.composite
def some_plans(draw: st.DrawFn) -> list[Plan]:
    found = {}
    for number in range(draw(st.integers(1, 6))):
        weekdays = draw(st.none() | st.integers(1, 127))
        one = Plan(
            uid=f"{number:032x}",
            thread=draw(st.sampled_from("abc")),
            from_day=MONDAY + draw(st.integers(0, 50)) * ONE_DAY,
            per_week=draw(st.integers(0, 7)) if weekdays is None else weekdays.bit_count(),
            weekdays=weekdays,
        )
        found[one.thread, one.from_day] = one
    return list(found.values())


@st.composite
def some_pauses(draw: st.DrawFn) -> list[Pause]:
    first = MONDAY + draw(st.integers(-5, 60)) * ONE_DAY
    long = draw(st.none() | st.integers(0, 25))
    last = None if long is None else first + long * ONE_DAY
    return [Pause(uid="9" * 32, from_day=first, to_day=last)]


pauses = st.lists(some_pauses(), max_size=2).map(lambda found: [one for each in found for one in each])


@settings(max_examples=60, deadline=None)
@given(plans=some_plans(), pauses=pauses, first_weekday=st.sampled_from((0, 5, 6)))
def test_every_planned_day_is_there_once_and_no_other(
    plans: list[Plan], pauses: list[Pause], first_weekday: int
) -> None:
    until = MONDAY + SEEN * ONE_DAY
    events = made(plans, pauses, first_weekday=first_weekday)
    assert covered(events, until) == expected(plans, pauses, until)
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_weekdays_come_again_each_week_without_an_end() -> None:
    (event,) = made([on_weekdays(0, 2, from_day=date(2026, 11, 3))])
    assert event.start == date(2026, 11, 4)
    assert event.end == date(2026, 11, 5)
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,WE"


def test_a_plan_for_any_days_names_none_of_them() -> None:
    part, weeks = sorted(made([plan(3, from_day=date(2026, 11, 5))]), key=lambda one: one.start)
    assert (part.start, part.end) == (date(2026, 11, 5), date(2026, 11, 9))
    assert "RRULE" not in part
    assert (weeks.start, weeks.end) == (date(2026, 11, 9), date(2026, 11, 16))
    assert weeks["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO"


def test_a_pause_takes_its_days_out() -> None:
    pause = Pause(uid="9" * 32, from_day=date(2026, 11, 9), to_day=date(2026, 11, 15))
    (event,) = made([on_weekdays(0, 2)], [pause])
    assert listed(event, "EXDATE") == [date(2026, 11, 9), date(2026, 11, 11)]
    assert "UNTIL" not in event["RRULE"]
    (ended,) = made([on_weekdays(0, 2)], [replace(pause, to_day=None)])
    assert ended["RRULE"]["UNTIL"] == [date(2026, 11, 8)]


def test_a_change_ends_the_series_under_the_uid_that_it_had() -> None:
    before = on_weekdays(0, uid="1" * 32)
    (alone,) = made([before])
    changed = made([before, on_weekdays(3, uid="2" * 32, from_day=date(2026, 11, 20))])
    by_uid = {str(event["UID"]): event for event in changed}
    assert len(by_uid) == 2
    assert by_uid[str(alone["UID"])]["RRULE"]["UNTIL"] == [date(2026, 11, 19)]


def test_nothing_of_the_person_is_in_it_unless_it_is_wanted() -> None:
    mine = on_weekdays(
        0, exercise="b-paced", minutes=5, cue="ring Noor", obstacle="too tired", answer="one breath"
    )
    (plain,) = made([mine])
    text = plain.to_ical().decode()
    assert str(plain["SUMMARY"]) == "Planned"
    assert not any(word in text for word in ("Noor", "tired", "breath", "b-paced", "DESCRIPTION"))
    (told,) = made([mine], (), CalendarWords(told=True, title=lambda _name: "Paced breathing"))
    assert str(told["SUMMARY"]) == "Paced breathing, 5 minutes"
    assert "After you ring Noor, on Mondays." in str(told["DESCRIPTION"])
    assert (str(plain["CLASS"]), str(plain["TRANSP"])) == ("PRIVATE", "TRANSPARENT")


@pytest.mark.parametrize("minutes", [None, 4])
def test_with_a_reminder_it_has_that_time_of_the_wall(minutes: int | None) -> None:
    words = CalendarWords(minutes={"plan": 17 * 60 + 30})
    pause = Pause(uid="9" * 32, from_day=date(2026, 11, 4), to_day=date(2026, 11, 4))
    (event,) = made([on_weekdays(0, 2, minutes=minutes)], [pause], words)
    assert event.start == datetime(2026, 11, 2, 17, 30)
    assert event.start.tzinfo is None
    assert event.duration == timedelta(minutes=minutes or 15)
    assert listed(event, "EXDATE") == [datetime(2026, 11, 4, 17, 30)]
    (whole,) = made([plan(3)], (), words)
    assert whole.start == MONDAY


def test_an_ended_plan_asks_for_nothing_more() -> None:
    over = plan(0, from_day=date(2026, 11, 16), uid="2" * 32)
    events = made([on_weekdays(1), over])
    assert sorted(covered(events, date(2027, 3, 1))) == [date(2026, 11, 3), date(2026, 11, 10)]
    assert made([]) == []
