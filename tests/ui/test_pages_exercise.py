"""The page of an exercise: what it is before it begins, from the catalogue, the library and one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.content.breath_patterns import pattern_id
from rewire_app.content.custom_exercises import duplicate
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.care import KEY, NONE, CareRecord
from rewire_app.domain.custom import BreathPattern, CustomExercise
from rewire_app.domain.exercise.care import care_steps
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.journal.entries import Plan, SavedRun, new_uid
from rewire_app.domain.library.sources import source_lines
from rewire_app.ui.base import routes
from rewire_app.ui.base.exercise_words import ExerciseWords
from rewire_app.ui.practice.exercise_page import ExercisePage
from tests.store.entries import practice
from tests.ui.house import (
    House,
    ctrl,
    enter,
    focused,
    press,
    settle,
    space,
    tab_to,
    type_in,
    words_of,
)
from tests.ui.library_room import searching
from tests.ui.practice_room import to_card

LIBRARY = Library()


def page_of(house: House, name: str) -> ExercisePage:
    page = house.go(routes.exercise(name))
    assert isinstance(page, ExercisePage)
    return page


def test_a_name_and_enter_in_the_search_of_practice_open_it(house: House) -> None:
    house.open()
    house.go("practice")
    tab_to("Search exercises")
    type_in("TIPP")
    enter()
    settle()
    assert focused().accessibleName() == "Begin, first one question"
    assert "TIPP: cool down fast" in words_of(house.shell.page("exercise"))


def make_own(house: House, title: str, **fields: str) -> str:
    """An exercise of the person's own, a copy of Drop anchor with other `fields`; gives its id."""
    mine = replace(duplicate(LIBRARY.exercise("a-anchor"), title, ()), **fields)  # type: ignore[arg-type]
    at = house.clock.now()
    own = CustomExercise(uid=new_uid(at), id=mine.id, text=to_toml(mine), at=at)
    house.context.hub.do("Own", house.store.custom_exercises.add, own)
    return mine.id


@pytest.mark.parametrize("exercise", LIBRARY.exercises()[::9], ids=lambda one: one.id)
def test_it_says_what_why_how_sure_what_one_does_and_what_to_know(exercise: Exercise, house: House) -> None:
    house.open()
    shown = words_of(page_of(house, exercise.id))
    for words in (exercise.title, exercise.summary, exercise.evidence.note):
        assert words in shown
    known = [words for words in (exercise.cautions, exercise.stop_if, exercise.gentler) if words]
    assert all(words in shown for words in known)
    assert ("Before you begin" in shown) == bool(known)
    assert "What you do" in shown


def test_a_card_opens_it_with_the_focus_on_begin_and_enter_begins(house: House) -> None:
    house.open()
    house.go("practice")
    to_card("Drop anchor")
    enter()
    assert focused().accessibleName() == "Begin, 4 to 5 minutes"
    enter()
    assert house.player.title == "Drop anchor"


def test_escape_and_the_link_above_lead_back_to_the_catalogue(house: House) -> None:
    house.open()
    practice = house.go("practice")
    page = page_of(house, "a-anchor")
    press(Qt.Key.Key_Escape)
    assert practice.isVisible()
    page_of(house, "a-anchor")
    tab_to("Practice", back=True)
    enter()
    assert practice.isVisible()
    assert not page.isVisible()


def test_sources_unfold_and_the_article_that_explains_it_opens(house: House) -> None:
    house.open()
    page = page_of(house, "e-opposite")
    (source,) = source_lines(["linehan2015"], LIBRARY.sources())
    assert source.endswith("Book, Guilford Press. Not re-checked.")
    assert source not in words_of(page)
    tab_to("Sources", back=True)
    enter()
    assert source in words_of(page)
    article = next(one for one in LIBRARY.articles() if "e-opposite" in one.exercises)
    tab_to(article.title)
    enter()
    assert house.shell.page("library").isVisible()
    assert article.title in words_of(house.shell.page("library"))


def test_the_article_that_says_why_stands_below_the_reason_and_opens(house: House) -> None:
    house.open()
    page = page_of(house, make_own(house, "Mine", article="L03"))
    words = words_of(page)
    title = LIBRARY.article("L03").title
    assert words.index("Why this may help") < words.index(title) < words.index("What you do")
    tab_to(title)
    enter()
    assert title in words_of(house.shell.page("library"))


def test_how_it_differs_from_its_twin_stands_below_what_it_is(house: House) -> None:
    house.open()
    twin = "This one is for people who sit."
    page = page_of(house, make_own(house, "Mine", differs=twin))
    words = words_of(page)
    assert words.index(LIBRARY.exercise("a-anchor").summary) < words.index(twin)
    assert words.index(twin) < words.index("Why this may help")


def test_the_length_is_that_of_the_plan_and_can_be_chosen(house: House) -> None:
    house.open()
    plan = Plan(
        uid="0" * 32, from_day=house.context.today, per_week=3, cue="tea", exercise="b-paced", minutes=10
    )
    house.context.hub.do("Plan", house.store.plans.put, plan)
    page = page_of(house, "b-paced")
    assert focused().accessibleName() == "Begin, 10 minutes"
    went: list[routes.Route] = []
    page.go.connect(went.append)
    tab_to("10")
    press(Qt.Key.Key_Left)
    tab_to("Begin, 5 minutes", back=True)
    enter()
    assert went == [routes.run("b-paced", minutes=5)]


def test_where_something_is_asked_first_begin_says_so(house: House) -> None:
    house.open()
    page_of(house, "d-tipp")
    assert focused().accessibleName() == "Begin, first one question"
    enter()
    assert "Before you begin" in words_of(house.player.view)


def test_f_keeps_it_and_it_can_be_taken_back(house: House) -> None:
    house.open()
    page = page_of(house, "a-anchor")
    press(Qt.Key.Key_F)
    assert [one.exercise for one in house.store.favourites.all()] == ["a-anchor"]
    assert "Kept" in words_of(page)
    assert focused().accessibleName() == "Begin, 4 to 5 minutes"
    ctrl(Qt.Key.Key_Z)
    assert "Keep" in words_of(page).split("\n")


def test_more_makes_a_copy_of_ones_own(house: House) -> None:
    house.open()
    page_of(house, "a-anchor")
    tab_to("More")
    space()
    assert "Mark as a favourite (F)" not in words_of(house.shell)
    tab_to("Make a copy of your own")
    enter()
    assert [one.id for one in house.store.custom_exercises.all()] != []


def test_the_last_time_stands_there_once_there_was_one(house: House) -> None:
    house.open()
    page = page_of(house, "a-anchor")
    assert "Last time" not in words_of(page)
    house.context.hub.do("Practised", house.store.practices.add, practice(exercise="a-anchor"))
    settle()
    assert "Last time" in words_of(page)
    tab_to("Read what you wrote")
    enter()
    assert house.shell.page("practised").isVisible()


def test_what_was_left_halfway_goes_on_or_begins_anew(house: House) -> None:
    house.open()
    player = house.play("a-anchor")
    type_in("5")
    enter()
    enter()
    step = player.run.screen.text
    ctrl(Qt.Key.Key_2)
    page_of(house, "a-anchor")
    assert focused().accessibleName() == "Go on where you left it"
    tab_to("Begin anew")
    tab_to("Go on where you left it", back=True)
    enter()
    assert house.player.run.screen.text == step


def test_ones_own_exercise_and_pattern_have_it_and_one_that_is_gone_says_so(house: House) -> None:
    house.open()
    name = make_own(house, "Harbour")
    page = page_of(house, name)
    assert "Harbour" in words_of(page)
    [own] = house.store.custom_exercises.all()
    house.context.hub.do("Removed", house.store.custom_exercises.remove, own.uid)
    settle()
    assert focused().accessibleName() == "Open Practice"
    assert "This exercise is not here any more" in words_of(page)
    assert "Harbour was removed" in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert "What you do" in words_of(page)
    pattern = BreathPattern(uid="1" * 32, name="Slow one", inhale=4, exhale=6, minutes=5)
    house.context.hub.do("Pattern", house.store.breath_patterns.add, pattern)
    page_of(house, pattern_id(pattern.uid))
    assert "Slow one" in words_of(page)
    assert "Breathe along, small and easy." in words_of(page)
    page_of(house, "own-never")
    assert focused().accessibleName() == "Open Practice"
    enter()
    assert house.shell.page("practice").isVisible()


def test_an_exercise_that_is_found_in_the_library_opens_it(house: House) -> None:
    house.open()
    searching(house)
    type_in("tipp")
    enter()
    assert focused().accessibleName() == "Begin, first one question"


def side_of(page: ExercisePage) -> tuple[QWidget, QWidget]:
    assert page.acts is not None
    return page.acts, page.findChild(ExerciseWords)


@pytest.mark.parametrize("size", [(1200, 800), (900, 600), (640, 420)])
def test_begin_stands_beside_the_words_or_above_them_and_never_below_the_fold(
    size: tuple[int, int], house: House
) -> None:
    house.open().resize(*size)
    page = page_of(house, "b-paced")
    settle()
    acts, about = side_of(page)
    begin = acts.mapTo(page, acts.rect().topLeft())
    words = about.mapTo(page, about.rect().topLeft())
    assert begin.y() + 52 <= page.height()
    if size[0] == 1200:
        assert begin.x() > words.x() + about.width()
    else:
        assert begin.x() == words.x()
        assert begin.y() < words.y()


def test_health_questions_are_offered_in_a_calm_hour_and_no_more_once_answered(house: House) -> None:
    house.open()
    page = page_of(house, "d-tipp")
    assert "It asks about your health once" in words_of(page)
    topics = {topic for step in care_steps(LIBRARY.exercise("d-tipp")) for topic in step.topics}
    record = CareRecord().answered(topics, (NONE,), house.context.today)
    assert house.context.hub.do("Answered", house.store.profile.put, KEY, record.as_text())
    settle()
    assert "It asks about your health once" not in words_of(page)


def test_the_health_questions_are_one_press_away(house: House) -> None:
    house.open()
    page_of(house, "d-tipp")
    tab_to("Answer the health questions now", back=True)
    enter()
    assert house.shell.page("settings").isVisible()


def test_whatever_leads_into_an_exercise_that_is_gone_shows_its_page(house: House) -> None:
    house.open()
    house.play("d-stop")
    house.window.go(routes.run("slow-walk"))
    settle()
    assert house.shell.pages.place == routes.exercise("slow-walk")
    assert "This exercise is not here any more" in words_of(house.shell.page("exercise"))
    assert not house.shell.covers.playing
    gone = SavedRun(exercise="slow-walk", version=1, started=house.clock.now(), state="{}")
    house.store.runs.save(gone)
    house.go("today")
    house.window.go(routes.RESUME)
    settle()
    assert house.shell.pages.place == routes.exercise("slow-walk")
    assert house.store.runs.load() == gone
