"""Measures of one's own in the evening check: rated, put aside, changed and removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.days import Instant, instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, MeasureKind
from rewire_app.exchange.sample.fill import fill
from rewire_app.ui.base.measure_form import MeasureForm
from rewire_app.ui.evening.custom_ratings import CustomRatingsPart
from tests.ui.house import (
    House,
    arrow_to,
    enter,
    focused,
    press,
    settle,
    space,
    tab_to,
    type_in,
    type_over,
    words_of,
)

TODAY = date(2026, 11, 24)
NOW = TODAY.toordinal()


def unfold_own() -> None:
    """Open what stands below the rows, by keys; it stays open."""
    tab_to("Body, medicine and measures of your own")
    if focused().accessibleDescription() == "closed":
        enter()


def at() -> Instant:
    return instant(datetime(2026, 11, 24, 19, tzinfo=UTC))


def test_an_own_measure_is_rated_in_the_evening_and_seen_in_trends(house: House) -> None:
    house.prepare()
    house.open()
    fill(house.store, 40, 7, TODAY)
    measure = house.store.custom_measures.all()[0]
    page = house.go(f"evening/{TODAY.isoformat()}")
    own = page.findChild(CustomRatingsPart)
    assert own.form.answer(measure.uid) is None
    own.form.begin(measure.uid)
    press(Qt.Key.Key_7)
    assert house.store.custom_ratings.series(measure.uid, NOW, NOW) == [(NOW, 7)]
    trends = house.go("trends")
    trends.settle()
    lane = next(lane for lane in trends.views.lanes.plot.lanes.lanes if lane.key == f"own:{measure.uid}")
    assert lane.title == measure.name
    house.go(f"evening/{TODAY.isoformat()}")
    house.context.hub.undo()
    assert house.store.custom_ratings.series(measure.uid, NOW, NOW) == []


def test_a_number_of_an_own_measure_is_saved_when_its_field_is_left(house: House) -> None:
    house.open()
    steps = CustomMeasure(uid=new_uid(at()), name="Steps", low=0, high=20_000)
    house.store.custom_measures.add(steps)
    page = house.go("evening")
    assert "0 of 7 noted" in words_of(page)
    tab_to("Steps")
    type_in("4500")
    assert "1 of 7 noted" in words_of(page)
    assert house.store.custom_ratings.series(steps.uid, NOW, NOW) == []
    press(Qt.Key.Key_Tab)
    assert house.store.custom_ratings.series(steps.uid, NOW, NOW) == [(NOW, 4500)]
    tab_to("Steps", back=True)
    type_over("450")
    house.go("today")
    assert house.store.custom_ratings.series(steps.uid, NOW, NOW) == [(NOW, 450)]


def test_what_is_no_number_does_not_stand_under_another_day(house: House) -> None:
    house.open()
    house.store.custom_measures.add(CustomMeasure(uid=new_uid(at()), name="Steps", low=0, high=20_000))
    page = house.go("evening")
    tab_to("Steps")
    type_in("many")
    press(Qt.Key.Key_Tab)
    assert "Use a whole number from 0 to 20000" in words_of(page)
    house.go("evening/2026-11-20")
    assert tab_to("Steps").text() == ""  # type: ignore[attr-defined]
    assert "Use a whole number" not in words_of(page)


def test_a_measure_is_put_aside_and_removed_in_the_evening(house: House) -> None:
    house.prepare()
    house.open()
    pain = CustomMeasure(uid=new_uid(at()), name="Pain", low_words="none")
    house.store.custom_measures.add(pain)
    yesterday = TODAY - timedelta(days=1)
    house.store.custom_ratings.put(
        CustomRating(uid=new_uid(at()), measure_uid=pain.uid, day=yesterday, value=3)
    )
    page = house.go(f"evening/{TODAY.isoformat()}")
    own = page.findChild(CustomRatingsPart)
    unfold_own()
    tab_to("Measures of your own")
    space()
    assert focused().accessibleName() == "Edit the measure Pain"
    space()
    tab_to("Ask in the evening check")
    space()
    enter_on("Keep this measure")
    assert house.store.custom_measures.get(pain.uid).asked is False
    assert own.form.answers() == {}
    house.go(f"evening/{yesterday.isoformat()}")
    assert own.form.answer(pain.uid) == 3
    tab_to("Edit the measure Pain")
    space()
    enter_on("Remove")
    assert house.store.custom_measures.all() == []
    house.context.hub.undo()
    assert house.store.custom_ratings.series(pain.uid, NOW - 5, NOW) == [(NOW - 1, 3)]


def enter_on(name: str) -> None:
    tab_to(name)
    enter()
    settle()


def test_two_measures_of_one_name_are_refused_and_the_words_stay(house: House) -> None:
    house.prepare()
    house.open()
    house.store.custom_measures.add(CustomMeasure(uid=new_uid(at()), name="Pain"))
    page = house.go(f"evening/{TODAY.isoformat()}")
    own = page.findChild(CustomRatingsPart)
    own.button.click()
    own.panel.add.click()
    form = own.panel.form
    form.keep()
    assert "name" in form.form.field("name").fault
    form.begin()
    type_in("pain")
    form.keep()
    assert own.panel.form is form
    assert form.form.answer("name") == "pain"
    assert len(house.store.custom_measures.all()) == 1


@pytest.mark.parametrize("known", [False, True])
def test_a_measure_that_is_half_written_comes_back(known: bool, house: House) -> None:
    house.open()
    if known:
        house.store.custom_measures.add(CustomMeasure(uid=new_uid(at()), name="Pain"))
    house.go("evening")
    unfold_own()
    tab_to("Measures of your own")
    enter()
    enter()
    press(Qt.Key.Key_End)
    type_in("ful days")
    tab_to("What does 10 stand for?")
    type_in("all of it")
    house.close()
    house.open()
    house.go("evening")
    unfold_own()
    tab_to("Measures of your own")
    enter()
    assert focused().accessibleName() == "What do you want to follow?"
    tab_to("Keep this measure")
    enter()
    [kept] = house.store.custom_measures.all()
    assert (kept.name, kept.high_words) == ("Painful days" if known else "ful days", "all of it")
    assert house.store.profile.get("draft:measure") == ""


def test_a_number_with_a_unit_is_made_asked_and_told(house: House) -> None:
    house.open()
    page = house.go("evening")
    unfold_own()
    tab_to("Measures of your own")
    enter()
    enter()
    type_in("Coffee")
    tab_to("0 to 10")
    arrow_to("A number")
    space()
    tab_to("Keep this measure")
    enter()
    assert "Give the lowest number, such as 0." in words_of(page)
    type_in("0")
    tab_to("The highest it can be")
    type_in("12")
    tab_to("What does it count?")
    type_in("cups")
    enter_on("Keep this measure")
    [made] = house.store.custom_measures.all()
    assert (made.kind, made.low, made.high, made.unit) == (MeasureKind.NUMBER, 0, 12, "cups")
    tab_to("Coffee", back=True)
    type_in("3")
    house.go(f"journal/{TODAY.isoformat()}")
    assert "Coffee: 3 cups" in words_of(house.shell)


def test_ends_that_would_leave_out_what_was_noted_are_refused(house: House) -> None:
    house.open()
    cups = CustomMeasure(uid=new_uid(at()), name="Coffee", high=12, kind=MeasureKind.NUMBER, unit="cups")
    house.store.custom_measures.add(cups)
    house.store.custom_ratings.put(CustomRating(uid=new_uid(at()), measure_uid=cups.uid, day=TODAY, value=9))
    form = MeasureForm(house.context, cups)
    house.qtbot.addWidget(form)
    form.form.field("high").set_value(5)
    form.keep()
    assert form.form.field("high").fault == "You noted 9 to 9 so far. Keep those between the ends."
    assert house.store.custom_measures.get(cups.uid) == cups
    form.form.field("high").set_value(9)
    form.keep()
    assert house.store.custom_measures.get(cups.uid) == replace(cups, high=9)


@pytest.mark.parametrize(
    ("kind", "press_for", "value", "told"),
    [(MeasureKind.YES_OR_NO, "2", 0, "no"), (MeasureKind.MINUTES, "45", 45, "45 min")],
)
def test_yes_or_no_and_minutes_are_answered_by_keys(
    kind: MeasureKind, press_for: str, value: int, told: str, house: House
) -> None:
    house.open()
    walked = CustomMeasure(uid=new_uid(at()), name="Walked", high=1 if told == "no" else 1440, kind=kind)
    house.store.custom_measures.add(walked)
    page = house.go("evening")
    page.findChild(CustomRatingsPart).form.begin(walked.uid)
    type_in(press_for)
    page.leave()
    assert house.store.custom_ratings.series(walked.uid, NOW, NOW) == [(NOW, value)]
    assert f"Walked: {told}" in words_of(house.go(f"journal/{TODAY.isoformat()}"))
