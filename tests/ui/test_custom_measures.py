"""Measures of one's own in the evening check: rated, put aside, changed and removed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.days import Instant, instant
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating
from rewire_app.exchange.sample.fill import fill
from rewire_app.ui.evening.custom_ratings import CustomRatingsPart
from tests.ui.house import House, enter, focused, press, settle, space, tab_to, type_in, type_over, words_of

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
    house.go("evening")
    tab_to("Steps")
    type_in("4500")
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
