"""Faults of the disk under the other pages: what was typed stays where it was typed, and closing asks."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from rewire_app.domain.custom import BreathPattern
from rewire_app.ui.base import routes
from rewire_app.ui.base.custom_measures import MeasuresPanel
from rewire_app.ui.custom.breath_editor import BreathEditor
from rewire_app.ui.custom.editor import Editor
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.library.replies import ReplyFields
from tests.store import entries as make
from tests.store.list_entries import own_measure
from tests.ui.damage import damage
from tests.ui.house import (
    EVENING,
    House,
    enter,
    focused,
    press,
    settle,
    tab_to,
    type_in,
    type_over,
    words_of,
)
from tests.ui.journal_room import LONG, TODAY, evening, fill_disk
from tests.ui.test_pages_damaged import DAMAGED, closing_asks_once
from tests.ui.test_replies import ASKING, QUESTION

EXERCISE = "u-weekreview"


# the library


def with_an_earlier_answer(house: House) -> ReplyFields:
    """An article with an answer of last week, which is open to be changed."""
    house.go(f"library/{ASKING}")
    tab_to(QUESTION)
    type_in("from the first day")
    house.go("library")
    house.clock.stopped_at = EVENING + timedelta(days=7)
    page = house.go(f"library/{ASKING}")
    tab_to("Show 1 earlier answer")
    enter()
    tab_to("Edit the answer of 24 November 2026")
    enter()
    found = page.findChild(ReplyFields)
    assert isinstance(found, ReplyFields)
    return found


def test_hiding_earlier_answers_saves_what_is_typed_in_them(house: House) -> None:
    house.open()
    with_an_earlier_answer(house)
    type_over("and of today")
    tab_to("Hide earlier answers", back=True)
    enter()
    assert [reply.text for reply in house.store.replies.for_article(ASKING)] == ["and of today"]


def test_earlier_answers_stay_open_when_they_cannot_be_saved(house: House) -> None:
    house.open()
    own = with_an_earlier_answer(house)
    fill_disk(house)
    [editor] = own.asked["1"].editors
    editor.field.set_value(LONG)
    tab_to("Hide earlier answers", back=True)
    enter()
    assert editor.isVisible()
    assert editor.field.value() == LONG
    assert "Not saved. What you typed is here." in words_of(own)
    fill_disk(house, full=False)


def test_an_article_can_be_left_though_its_place_cannot_be_kept(house: House) -> None:
    house.open()
    page = house.go(f"library/{ASKING}")
    assert page.findChild(Reader) is not None
    damage(house, "readings")
    house.go("library")
    assert page.findChild(Reader) is None
    assert page.shelf.isVisible()
    assert DAMAGED in words_of(house.shell)


# what is the person's own


def test_an_exercise_that_cannot_be_saved_stays_open(house: House) -> None:
    house.open()
    page = house.go(routes.NEW_EXERCISE)
    type_in("Three doors")
    page.leave()
    fill_disk(house)
    tab_to("What is it, in one line?")
    focused().setText("x" * 8_000)  # type: ignore[attr-defined]
    house.go(routes.CUSTOM)
    assert page.findChild(Editor).exercise.summary == "x" * 8_000
    assert "The disk is full" in words_of(house.shell)
    assert closing_asks_once(house)


def test_an_exercise_waits_when_the_names_in_use_cannot_be_read(house: House) -> None:
    house.open()
    page = house.go(routes.NEW_EXERCISE)
    damage(house, "own_exercises")
    type_in("Three doors")
    page.leave()
    words = words_of(house.shell)
    assert DAMAGED in words
    assert "Not kept yet. What you typed is here." in words
    assert closing_asks_once(house)


def test_a_pattern_that_cannot_be_saved_stays_open(house: House) -> None:
    house.open()
    page = house.go(routes.pattern())
    type_in("Evening")
    damage(house, "breath_patterns")
    house.go(routes.NEW_EXERCISE)
    assert page.findChild(BreathEditor).as_typed().name == "Evening"
    assert DAMAGED in words_of(house.shell)
    assert closing_asks_once(house)


def test_a_pattern_that_is_not_whole_yet_is_only_left(house: House) -> None:
    house.open()
    page = house.go(routes.pattern())
    tab_to("Minutes")
    type_over("4")
    house.go(routes.CUSTOM)
    settle()
    assert page.findChild(BreathEditor) is None


# an exercise under way


def begin(house: House) -> None:
    """Stand at the first question of an exercise whose draft cannot be written."""
    house.open()
    house.play(EXERCISE)
    enter()
    damage(house, "runs")
    type_in("A week with two walks")


def test_words_of_an_exercise_are_asked_about_before_closing(house: House) -> None:
    begin(house)
    assert closing_asks_once(house)


def test_words_of_an_exercise_under_help_are_asked_about_and_help_stays_in_reach(house: House) -> None:
    begin(house)
    press(Qt.Key.Key_F1)
    house.window.go(routes.run("b-54321"))
    assert house.player.view.current.answer() == "A week with two walks"  # type: ignore[attr-defined]
    assert "Some of your words here are not saved." in words_of(house.shell)
    press(Qt.Key.Key_F1)
    assert house.play("b-54321").title == house.context.library.title("b-54321")


def test_a_pace_whose_name_cannot_be_looked_up_says_why(house: House) -> None:
    house.open()
    player = house.play(EXERCISE)
    damage(house, "breath_patterns")
    said = player.passage.keep_pattern(BreathPattern(uid="", name="Bus", inhale=4, exhale=6))
    assert said.startswith(DAMAGED)


# settings, and measures


def test_a_plan_that_cannot_be_kept_stays_as_it_is_written(house: House) -> None:
    house.open()
    house.store.plans.put(make.plan(from_day=TODAY - timedelta(days=9)))
    house.go("settings/plan")
    tab_to("Change")
    enter()
    damage(house, "plans")
    type_over("wake up")
    tab_to("Keep this plan")
    enter()
    assert DAMAGED in words_of(house.shell)
    tab_to("After I …")
    assert focused().text() == "wake up"


def test_settings_that_cannot_be_read_still_say_that_a_change_is_not_kept(house: House) -> None:
    house.open()
    page = house.go("settings/plan")
    for table in ("plans", "pauses"):
        damage(house, table)
    page.renew()
    said: list[str] = []
    house.context.hub.failed.connect(said.append)
    tab_to("Add a plan")
    enter()
    tab_to("Keep this plan")
    enter()
    assert len(said) == 1
    assert "A small plan" in words_of(page)


def test_measures_that_cannot_be_read_are_not_opened_and_it_is_said(house: House) -> None:
    page = evening(house)
    page.card.unfold(unfolded=True)
    damage(house, "own_measures")
    tab_to("Measures of your own")
    enter()
    assert page.findChild(MeasuresPanel) is None
    assert DAMAGED in words_of(house.shell)
    assert focused().accessibleName() == "Measures of your own"


def test_measures_that_are_shown_stay_when_they_cannot_be_read(house: House) -> None:
    house.open()
    house.store.custom_measures.add(own_measure(name="Energy"))
    page = house.go(routes.evening(TODAY))
    page.card.unfold(unfolded=True)
    tab_to("Measures of your own")
    enter()
    damage(house, "own_measures")
    panel = page.findChild(MeasuresPanel)
    house.context.hub.announce(frozenset({"custom_measures"}))
    settle()
    assert "Energy" in words_of(panel)
