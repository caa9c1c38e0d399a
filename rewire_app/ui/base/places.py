"""What the pages are called, in links that lead there and in sentences that say where something is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.i18n import _
from rewire_app.ui.base.routes import Route

NAMES: dict[str, tuple[Callable[[], str], Callable[[], str]]] = {
    "today": (lambda: _("Today"), lambda: _("On Today")),
    "due": (lambda: _("Due now"), lambda: _("In Due now")),
    "practice": (lambda: _("Practice"), lambda: _("In Practice")),
    "practised": (lambda: _("Your practice"), lambda: _("In Your practice")),
    "exercise": (lambda: _("The exercise"), lambda: _("In Practice")),
    "custom": (lambda: _("Your own"), lambda: _("In Your own")),
    "lists": (lambda: _("Your lists"), lambda: _("In Your lists")),
    "state": (lambda: _("What is strongest right now?"), lambda: _("In Practice")),
    "journal": (lambda: _("Journal"), lambda: _("In the Journal")),
    "evening": (lambda: _("Evening check"), lambda: _("In the Journal")),
    "moment": (lambda: _("A moment"), lambda: _("In the moment")),
    "finding": (lambda: _("Journal"), lambda: _("In the Journal")),
    "patterns": (lambda: _("Patterns"), lambda: _("In Patterns")),
    "ladders": (lambda: _("Ladders"), lambda: _("In Ladders")),
    "guesses": (lambda: _("Prediction book"), lambda: _("In the prediction book")),
    "records": (lambda: _("Records"), lambda: _("In Records")),
    "values": (lambda: _("Values"), lambda: _("In Values")),
    "plans": (lambda: _("Plans"), lambda: _("In Plans")),
    "diary": (lambda: _("Diary card"), lambda: _("On the diary card")),
    "trends": (lambda: _("Trends"), lambda: _("In Trends")),
    "experiment": (lambda: _("A fair test"), lambda: _("In the fair test")),
    "questionnaires": (lambda: _("Questionnaires"), lambda: _("In the questionnaires")),
    "library": (lambda: _("Library"), lambda: _("In the Library")),
    "settings": (lambda: _("Settings"), lambda: _("In Settings")),
    "taking": (lambda: _("Taking along"), lambda: _("In Taking along")),
    "packs": (lambda: _("Packs from others"), lambda: _("In the packs from others")),
    "session": (lambda: _("For the session"), lambda: _("On the page for the session")),
    "bringing": (lambda: _("Bringing in"), lambda: _("In Bringing in")),
    "unwanted": (lambda: _("What made things worse"), lambda: _("In What made things worse")),
    "help": (lambda: _("Help now"), lambda: _("In Help now")),
}
"""By the key of the page: its name, and where something on it is."""


def page_name(page: str) -> str:
    """What the page is called, as a link to it says."""
    return NAMES[page][0]()


def where(place: Route) -> str:
    """Where something is, as the beginning of a sentence: "In the Journal"."""
    return NAMES[place.page][1]()


def on_which_day(place: Route) -> str:
    """The day that `place` is about: "on Tuesday 24 November"; empty where it is about none."""
    if place.page not in {"journal", "evening"} or not place.part:
        return ""
    return _("on {day}").format(day=day_words(date.fromisoformat(place.part), week_day=True))


def when_and_where(place: Route, at: datetime, now: datetime) -> str:
    """When something was noted, and of which day: "on Tuesday 24 November, noted at 18:40"."""
    time = clock_words(at)
    if at.date() != now.date():
        time = _("{time} on {day}").format(time=time, day=day_words(at.date()))
    day = on_which_day(place)
    if day:
        return _("{day}, noted at {time}").format(day=day, time=time)
    return _("done at {time}").format(time=time)
