"""A fair test by days and by weeks in the real window: drawn by keys, blind to its end, one result."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rewire_app.domain.experiment.day_notes import KeptWay, SaidOfDays, day_notes
from rewire_app.domain.experiment.sealed_order import Rule, code_words, order_of, rule_of
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import CustomMeasure
from rewire_app.insight.fair_course import options_of
from rewire_app.ui.base import routes
from rewire_app.ui.charts.fair_pictures import DifferencePicture, EveningsDots, ForecastRow
from rewire_app.ui.charts.outcome_tiles import Tile
from rewire_app.ui.experiment.fair_result_card import FairResultCard
from rewire_app.ui.today.experiment_line import WeekLine
from rewire_app.ui.today.practice_card import PracticeCard
from tests.ui.experiment_room import (
    DAY_ORDER,
    EVENING,
    MONDAY,
    MORNING,
    ORDER,
    TUESDAY,
    choose_two_times,
    everything_said,
    page_of,
    rate,
    rate_before,
    rate_days,
    sealed_by,
)
from tests.ui.house import House, ctrl, enter, press, settle, space, tab_to, words_of

RULES = (Rule.DAYS, Rule.WEEKS)
OVER = TUESDAY - timedelta(days=57)
"""A Monday 57 days ago: a test that began then is over."""


def wake(house: House, day: date, other: QWidget) -> None:
    """Come back to the open window on another evening."""
    house.look_away(other)
    house.clock.stopped_at = datetime.combine(day, time(19, 30))
    house.activate(house.window)
    settle()


def line(house: House) -> str:
    """What Today says of the test."""
    house.go("today")
    page = house.shell.page("today")
    page.refresh()  # type: ignore[attr-defined]
    week = page.findChild(WeekLine)
    return week.words.text() if week.isVisible() else ""


def finished(house: House, rule: Rule = Rule.DAYS, **given: object) -> None:
    """A test that is over and was looked at, with calmer evenings in the morning's days."""
    house.store.experiments.add(replace(sealed_by(rule, OVER), **{"opened_day": TUESDAY} | given))
    rate_days(house, OVER, rule)


def result_of(house: House) -> FairResultCard:
    page = page_of(house)
    page.choose(house.store.experiments.all()[0].uid)
    settle()
    card = page.card
    assert isinstance(card, FairResultCard)
    return card


@pytest.mark.parametrize("rule", RULES)
def test_a_whole_test_by_keys_alone(house: House, other_window: QWidget, rule: Rule) -> None:
    house.open()
    rate_before(house)
    page = page_of(house)
    choose_two_times("The same day" if rule is Rule.DAYS else "It builds up over weeks")
    [one] = house.store.experiments.all()
    assert (one.option_a, one.option_b, one.start_day) == (MORNING, EVENING, MONDAY)
    assert rule_of(one) is rule
    one = replace(sealed_by(rule, MONDAY), uid=one.uid)  # 4 of 70 orders of weeks look like a trend
    house.store.experiments.edit(one)
    drawn = options_of(one)
    assert "It begins on Monday 30 November 2026" in words_of(page)
    for day in (0, 1, 8, 30, 55):
        wake(house, MONDAY + timedelta(days=day), other_window)
        way = MORNING if drawn[day] == "A" else EVENING
        told = f"day {day + 1} of 56. Today: {way}" if rule is Rule.DAYS else f"This week: {way}"
        assert line(house).endswith(told)
    rate(house, MONDAY, [(3 if letter == "A" else 6) + day % 3 % 2 for day, letter in enumerate(drawn)])
    wake(house, MONDAY + timedelta(days=56), other_window)
    assert "The result is ready when you are." in line(house)
    tab_to("Your test")
    enter()
    assert page.findChild(Tile) is None
    tab_to("Show the result")
    enter()
    assert [tile.came for tile in page.findChildren(Tile)] == [False, False, True]
    assert "Lower evenings with practise in the morning" in words_of(page)
    assert line(house) == ""


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("day", [-3, 0, 9, 55])
def test_before_the_end_nothing_on_screen_depends_on_what_was_rated(
    house: House, rule: Rule, day: int
) -> None:
    house.clock.stopped_at = datetime.combine(MONDAY + timedelta(days=day), time(19, 30))
    house.open()
    house.store.experiments.add(sealed_by(rule))
    rate_days(house, MONDAY, rule, 1, 8)
    page = page_of(house)
    said, seen = everything_said(page), page.grab().toImage()
    assert DAY_ORDER not in said
    assert ORDER not in said
    rate_days(house, MONDAY, rule, 8, 2)
    page.refresh()
    settle()
    assert everything_said(page) == said
    assert page.grab().toImage() == seen


def test_what_was_drawn_for_tomorrow_is_not_on_screen(house: House) -> None:
    house.clock.stopped_at = datetime.combine(MONDAY + timedelta(days=8), time(19, 30))
    house.open()
    one = sealed_by(Rule.DAYS)
    house.store.experiments.add(one)
    page = page_of(house)
    said = everything_said(page).replace(code_words(one.sealed_hash), "")
    turned = DAY_ORDER[:10] + DAY_ORDER[10:].translate(str.maketrans("AB", "BA"))
    other = replace(sealed_by(Rule.DAYS, order=turned), uid=one.uid)
    house.store.experiments.edit(other)
    page.refresh()
    settle()
    assert order_of(other) == turned
    assert everything_said(page).replace(code_words(other.sealed_hash), "") == said


def test_done_and_not_today_are_answered_on_today_and_can_be_taken_back(house: House) -> None:
    house.open()
    house.store.experiments.add(sealed_by(Rule.DAYS, TUESDAY - timedelta(days=15)))
    assert line(house) == f"Your fair test, day 16 of 56. Today: {MORNING}"
    [one] = house.store.experiments.all()
    tab_to("Done")
    space()
    assert day_notes(house.store.experiments.all()[0]) == SaidOfDays(done=frozenset({16}))
    tab_to("Not today")
    enter()
    assert day_notes(house.store.experiments.all()[0]) == SaidOfDays(out=frozenset({16}))
    assert line(house) == "Your fair test, day 16 of 56. Today is left out."
    assert "Done" not in words_of(house.shell.findChild(WeekLine))
    tab_to("Take today back in")
    enter()
    assert house.store.experiments.all() == [one]
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z)
    ctrl(Qt.Key.Key_Z)
    assert house.store.experiments.all() == [one]
    assert line(house).endswith(MORNING)


def test_not_today_on_the_page_of_the_test_does_not_end_it(house: House) -> None:
    house.open()
    house.store.experiments.add(sealed_by(Rule.DAYS, TUESDAY - timedelta(days=15)))
    page = page_of(house)
    assert "Day 16 of 56. 0 evenings rated so far." in words_of(page)
    tab_to("Not today")
    enter()
    assert "Today is left out" in words_of(page)
    assert "It does not end the test." in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert f"Today: {MORNING}" in words_of(page)


def test_evenings_that_were_left_out_are_told_and_do_not_end_it(house: House) -> None:
    house.open()
    finished(house, note="out 1 4 9")
    card = result_of(house)
    assert "53 rated evenings. 3 days were left out, which is fine." in words_of(page_of(house))
    assert card.sentence != ""
    assert "3 days were left out. If one way made such days more likely" in "\n".join(card.told)


@pytest.mark.parametrize("rule", RULES)
def test_the_result_says_what_came_out_how_large_and_how_often_by_chance(house: House, rule: Rule) -> None:
    house.open()
    finished(house, rule)
    card = result_of(house)
    names = [tile.accessibleName() for tile in card.tiles.tiles]
    assert names == [
        f"Not this time: Lower evenings with {EVENING}",
        "Not this time: No difference large enough to see",
        f"This came out: Lower evenings with {MORNING}",
    ]
    sizes = {(tile.width(), tile.height()) for tile in card.tiles.tiles}
    assert max(w for w, _h in sizes) - min(w for w, _h in sizes) <= 1
    assert len({h for _w, h in sizes}) == 1
    often = "fewer than 1 of 100 such tests" if rule is Rule.DAYS else "2 of the 70 possible orders"
    assert card.sentence.startswith("Evenings were 3")
    assert f" points lower with “{MORNING}”. Anything from " in card.sentence
    assert card.sentence.endswith(f"chance alone gives this much in {often}.")
    for picture in (DifferencePicture, EveningsDots):
        found = card.findChild(picture)
        assert found is not None
        assert found.accessibleDescription()


def test_what_to_keep_is_asked_with_nothing_chosen_and_can_be_taken_back(house: House) -> None:
    house.open()
    finished(house)
    card = result_of(house)
    assert card.offer.value() is None
    tab_to("Choose what to keep")
    enter()
    tab_to(MORNING)
    press(Qt.Key.Key_Down)
    assert card.offer.value() is None
    space()
    page = page_of(house)
    kept = day_notes(house.store.experiments.all()[0]).keep
    assert kept in set(KeptWay)
    assert "You keep: " in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert day_notes(house.store.experiments.all()[0]).keep is None
    assert "You keep: " not in words_of(page)


def test_the_result_can_be_copied_as_text(house: House) -> None:
    house.open()
    finished(house)
    card = result_of(house)
    tab_to("Copy as text")
    enter()
    told = QGuiApplication.clipboard().text()
    assert told == card.as_text()
    assert told.splitlines()[0] == "Practise in the morning, or practise in the evening"
    assert card.sentence in told


@pytest.mark.parametrize(
    ("values", "said"),
    [([5] * 10, "There are 5 rated evenings with"), ([5] * 56, "Every evening was rated the same.")],
    ids=["few", "same"],
)
def test_without_an_answer_none_of_the_three_came_out(house: House, values: list[int], said: str) -> None:
    house.open()
    house.store.experiments.add(replace(sealed_by(Rule.DAYS, OVER), opened_day=TUESDAY))
    rate(house, OVER, values)
    card = result_of(house)
    assert [tile.came for tile in card.tiles.tiles] == [False] * 3
    assert said in words_of(card)
    assert card.sentence == ""
    assert card.findChild(DifferencePicture) is None


def test_a_stopped_test_compares_nothing_and_can_go_on_again(house: House) -> None:
    start = TUESDAY - timedelta(days=22)
    house.open()
    house.store.experiments.add(sealed_by(Rule.DAYS, start))
    rate_days(house, start, Rule.DAYS)
    page = page_of(house)
    tab_to("Stop this test")
    enter()
    assert "You stopped this test on 24 November 2026, on day 23 of 56." in words_of(page)
    assert page.findChild(Tile) is None
    ctrl(Qt.Key.Key_Z)
    assert "Today: " in words_of(page)


def test_an_order_changed_by_hand_is_told_and_gives_no_result(house: House) -> None:
    house.open()
    one = sealed_by(Rule.DAYS, OVER)
    house.store.experiments.add(replace(one, seal=one.seal.replace("ABBABAAB", "BABABABA", 1)))
    rate_days(house, OVER, Rule.DAYS)
    page = page_of(house)
    page.choose(one.uid)
    assert "The sealed order does not fit its code" in words_of(page)
    assert page.findChild(Tile) is None
    assert line(house) == ""


def test_the_page_of_an_exercise_says_what_was_drawn_where_it_is_one_of_the_two(house: House) -> None:
    house.open()
    title = house.context.library.exercise("b-paced").title
    house.store.experiments.add(
        sealed_by(Rule.DAYS, TUESDAY - timedelta(days=15), a=title, b="walk round the block")
    )
    shown = house.go(routes.exercise("b-paced"))
    assert f"Today’s coin says: {title}" in words_of(shown)
    other = house.go(routes.exercise("b-54321"))
    assert "coin" not in words_of(other)


def test_today_never_offers_the_other_way(house: House) -> None:
    house.open()
    house.go("today")
    page = house.shell.page("today")
    card = page.findChild(PracticeCard)
    offered = card.title
    begun = TUESDAY - timedelta(days=15)
    house.store.experiments.add(sealed_by(Rule.DAYS, begun, a="walk round the block", b=offered))
    page.refresh()  # type: ignore[attr-defined]
    assert card.title != offered
    assert f"Today: {offered}" not in words_of(house.go("practice"))


def test_the_forecast_follows_the_choice_and_is_told_in_words(house: House) -> None:
    house.open()
    rate_before(house)
    page = page_of(house)
    form = page.form
    assert form is not None
    assert page.findChildren(ForecastRow) == []
    tab_to("The same day")
    space()
    settle()
    assert "Eight weeks of days can show a difference of about " in words_of(form.forecast)
    rows = form.forecast.findChildren(ForecastRow)
    assert [row.accessibleName() for row in rows] == ["0.5 points", "1 point", "1.5 points", "2 points"]
    assert rows[1].accessibleDescription().startswith("If the true difference is 1 point, ")
    press(Qt.Key.Key_Down)
    space()
    assert "Eight weeks by lot can show" in words_of(form.forecast)
    press(Qt.Key.Key_Down)
    space()
    settle()
    assert "There are two kinds of test" in words_of(form.forecast)
    assert form.forecast.findChildren(ForecastRow) == []
    assert not form.forecast.button.isEnabled()


def test_under_42_rated_evenings_nothing_is_forecast_or_drawn(house: House) -> None:
    house.open()
    rate_before(house, count=24)
    page = page_of(house)
    form = page.form
    assert form is not None
    assert "18 more rated evenings, and this says what a test could show you." in words_of(page)
    assert "It can begin after 18 more rated evenings." in words_of(page)
    tab_to("The same day")
    space()
    assert not form.forecast.button.isEnabled()
    assert form.forecast.findChildren(ForecastRow) == []


def test_another_measure_that_tells_the_difference_has_a_forecast_of_its_own(house: House) -> None:
    house.open()
    rate_before(house)
    at = house.context.clock.now()
    house.store.custom_measures.add(CustomMeasure(uid=new_uid(at), name="Headache", low=0, high=10))
    page = page_of(house)
    form = page.form
    assert form is not None
    form.acts.set_value("days")
    assert "Eight weeks of days" in words_of(form.forecast)
    tab_to("What tells the difference")
    press(Qt.Key.Key_End)
    assert "42 more rated evenings" in words_of(form.forecast)
    press(Qt.Key.Key_Home)
    assert "Eight weeks of days" in words_of(form.forecast)
