"""A test to look at: sealed without chance, rated by its order, and the page it stands on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.days import instant
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import Rule, sealed_experiment
from rewire_app.domain.journal.entries import DayEntry, new_uid
from rewire_app.ui.experiment.page import ExperimentPage
from tests.ui.house import House, enter, press, space, tab_to, words_of

TUESDAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 30)
MORNING, EVENING = "practise in the morning", "practise in the evening"
ORDER = "ABBABAAB"
DAY_ORDER = "ABBABAABABBA" * 4 + "BAABABBA"


def sealed(start: date = MONDAY, order: str = ORDER, a: str = MORNING, b: str = EVENING) -> Experiment:
    at = instant(datetime.combine(start, time(8)).astimezone())
    return sealed_experiment(
        uid=new_uid(at), order=order, salt="5a17", a=a, b=b, outcome="reactivity", start=start
    )


def rate(house: House, first: date, values: list[int]) -> None:
    """One rating a day from `first` on."""
    at = house.context.clock.now()
    days = [first + timedelta(days=number) for number in range(len(values))]
    house.store.many(
        [
            DayEntry(uid=new_uid(at), day=day, at=at, reactivity=value)
            for day, value in zip(days, values, strict=True)
        ]
    )


def rate_by_order(house: House, start: date, low: int = 3, high: int = 6) -> None:
    """Eight whole weeks: calm with A, less calm with B."""
    rate(house, start, [low if letter == "A" else high for letter in ORDER for _day in range(7)])


def page_of(house: House) -> ExperimentPage:
    page = house.go("experiment")
    assert isinstance(page, ExperimentPage)
    return page


def everything_said(widget: QWidget) -> str:
    """All words on screen, and what screen readers get of painted parts."""
    spoken = [f"{one.accessibleName()} {one.accessibleDescription()}" for one in widget.findChildren(QWidget)]
    return "\n".join([words_of(widget), *spoken])


def sealed_by(
    rule: Rule, start: date = MONDAY, order: str = "", a: str = MORNING, b: str = EVENING
) -> Experiment:
    """A test by days or by weeks."""
    at = instant(datetime.combine(start, time(8)).astimezone())
    return sealed_experiment(
        uid=new_uid(at),
        order=order or (DAY_ORDER if rule is Rule.DAYS else ORDER),
        salt="5a17",
        a=a,
        b=b,
        outcome="reactivity",
        start=start,
        rule=rule,
        seed=7,
    )


def options(rule: Rule) -> str:
    """The option of each of the 56 days."""
    return DAY_ORDER if rule is Rule.DAYS else "".join(letter * 7 for letter in ORDER)


def rate_days(house: House, start: date, rule: Rule, calm: int = 3, less: int = 6) -> None:
    """56 evenings that swing by a point: calm with A, less calm with B."""
    rate(
        house,
        start,
        [(calm if letter == "A" else less) + day % 3 % 2 for day, letter in enumerate(options(rule))],
    )


def rate_before(house: House, today: date = TUESDAY, count: int = 50) -> None:
    """So many evenings up to the day before `today`, which differ from each other."""
    rate(house, today - timedelta(days=count), [(4, 5, 7, 3, 6, 5, 4)[day % 7] for day in range(count)])


def choose_two_times(acts: str = "The same day") -> None:
    """By keys: the first and the last time of day, compared by the day or by the week."""
    tab_to("What to compare")
    press(Qt.Key.Key_Home, Qt.Key.Key_Down)
    tab_to("One way")
    press(Qt.Key.Key_Home)
    tab_to("Another way")
    press(Qt.Key.Key_End)
    tab_to("The same day")
    if acts != "The same day":
        press(Qt.Key.Key_Down)
    space()
    tab_to("Draw the coins" if acts == "The same day" else "Draw the weeks")
    enter()
