"""The days of plans as an .ics file, for a calendar of any program (RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from rewire_app import __version__, i18n
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.journal.plan_calendar import PlannedEvent, planned_events
from rewire_app.domain.journal.plan_words import plan_answer, plan_title, plan_when, week_words
from rewire_app.domain.reminders import Reminders
from rewire_app.i18n import _
from rewire_app.reports.plan_times import plan_times

if TYPE_CHECKING:
    from icalendar import Event

    from rewire_app.content.library import Library
    from rewire_app.store.store import Store

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
USUAL_MIN = 15
"""How long an event with a time lasts where the plan does not say, minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """What stands on an event; without `told` nothing of the person. `title` names an exercise by its id.

    `minutes`: the time of day of a plan's reminder, minutes after midnight, by the thread of the plan.
    """

    told: bool = False
    title: Callable[[str], str] = str
    minutes: Mapping[str, int] = field(default_factory=dict)


def plan_calendar(store: Store, library: Library, reminders: Reminders, now: Instant, *, told: bool) -> bytes:
    """The calendar of all plans in `store`; `told`: with what they are, else each says only that it is.

    Raises a StoreError.
    """
    events = planned_events(store.plans.history(), store.pauses.all(), i18n.REGION.first_weekday)
    times = plan_times(store, reminders)
    return as_ics(events, now.aware, CalendarWords(told=told, title=library.title, minutes=times))


def as_ics(events: Iterable[PlannedEvent], now: datetime, words: CalendarWords) -> bytes:
    """The events as a calendar; `now` is the time of writing, aware. Times of day are those of the wall."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//Rewire//Rewire {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(_event(event, now.astimezone(UTC), words))
    content: bytes = calendar.to_ical()
    return content


def _event(event: PlannedEvent, now: datetime, words: CalendarWords) -> Event:
    from icalendar import Event

    made = Event()
    made.add("uid", f"{event.uid}@rewire")
    made.add("dtstamp", now.replace(microsecond=0))
    made.add("sequence", int(now.timestamp()) // 60)
    minute = words.minutes.get(event.plan.thread) if event.days == 1 and event.weekdays else None
    at = _at(minute)
    made.add("dtstart", at(event.first))
    if minute is None:
        made.add("dtend", event.first + timedelta(days=event.days))
    else:
        made.add("duration", timedelta(minutes=event.plan.minutes or USUAL_MIN))
    if event.weekdays:
        made.add("rrule", _rule(event, at))
    if event.left_out:
        made.add("exdate", [at(day) for day in event.left_out])
    made.add("summary", _summary(event, words))
    if words.told and (more := _more(event.plan)):
        made.add("description", more)
    made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT")  # the person is not busy all day
    return made


def _at(minute: int | None) -> Callable[[date], date | datetime]:
    """A day as the event has it: itself, or that time of it, in no zone."""
    if minute is None:
        return lambda day: day
    of_day = time(minute // 60, minute % 60)
    return lambda day: datetime.combine(day, of_day)


def _rule(event: PlannedEvent, at: Callable[[date], date | datetime]) -> dict[str, object]:
    rule: dict[str, object] = {"freq": "weekly", "byday": [DAYS[day] for day in event.weekdays]}
    if event.until is not None:
        rule["until"] = at(event.until)
    return rule


def _summary(event: PlannedEvent, words: CalendarWords) -> str:
    plan = event.plan
    if not words.told:
        return _("Planned")
    title = plan_title(plan, words.title(plan.exercise) if plan.exercise else "")
    if plan.weekdays is not None:
        return title
    return _("{title}, on {days}").format(title=title, days=week_words(plan.per_week))


def _more(plan: Plan) -> str:
    return " ".join(filter(None, (plan_when(plan), plan_answer(plan))))
