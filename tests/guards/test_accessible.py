"""Everywhere in the window: each stop of Tab has a name, is seen, is large enough, and none is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsView

from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.exchange.sample.fill import fill
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.custom.page import CustomPage
from rewire_app.ui.frame.screenshots import PLAYED, to_kind
from rewire_app.ui.ladders.before_card import BeforeCard
from rewire_app.ui.ladders.page import LaddersPage
from rewire_app.ui.ladders.step_place import StepStage
from rewire_app.ui.packs.page import PacksPage
from rewire_app.ui.practice.state_page import StatePage
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.trends.view_kinds import VIEWS
from tests.exchange.packs.small_pack import packed
from tests.guards.tab_round import assert_sound, faults_of, look_at, unsound_at, walk
from tests.ui.house import House, enter, focused, press, settle, space, tab_to, type_in

TODAY = date(2026, 11, 24)

ROUTES = [
    "today",
    "practice",
    routes.CUSTOM,
    routes.NEW_EXERCISE,
    routes.copy("u-chain"),
    routes.pattern(),
    "journal",
    "journal/2026-11-23",
    "evening",
    "questionnaires",
    "questionnaires/phq-4",
    "session",
    routes.TO_RAISE,
    "bringing",
    "packs",
    routes.finding("month/2026-11"),
    routes.finding("list"),
    routes.FIND,
    "patterns",
    routes.PATTERN_LINKS,
    routes.NEW_PATTERN,
    "ladders",
    "guesses",
    "guesses/new",
    "guesses/counted",
    "records",
    "values",
    "plans",
    "diary",
    "experiment",
    "library",
    "library/L07",
    "settings",
    "settings/motion",
    "settings/plan",
    "settings/reminders",
    routes.new_plan(),
    routes.HEALTH_QUESTIONS,
    "settings/data",
    "settings/about",
    "help",
    "lists",
    "records/thoughts",
    "records/habits",
    "plans/worries",
    "plans/urges",
    "lists/kit",
    "lists/dreams",
    "lists/crisis_plan",
    "diary/2026-11-18",
    "diary/rows",
    "state",
    "due",
    routes.practised(),
    routes.exercise("b-paced"),
    routes.exercise("d-tipp"),
    routes.exercise("own-gone"),
]


@pytest.mark.parametrize(
    ("size", "least"),
    [((1200, 800), 8), ((640, 420), 3)],  # a rail has seven stops; Menu, Help now and a way back are three
    ids=["wide", "smallest"],
)
def test_every_page(size: tuple[int, int], least: int, house: House) -> None:
    house.open().resize(*size)
    fill(house.store, 40, 5, TODAY)
    unsound = {}
    for route in ROUTES:
        house.go(route)
        if faults := unsound_at(house, least):
            unsound[str(route)] = faults
    assert unsound == {}


@pytest.mark.parametrize("size", [(1200, 800), (640, 420)], ids=["wide", "smallest"])
def test_an_exercise_in_a_file(size: tuple[int, int], house: House, tmp_path: Path) -> None:
    house.open().resize(*size)
    file = tmp_path / "sent to me.rewire-exercise"
    file.write_text(to_toml(house.context.library.exercise("d-tipp")), "utf-8")
    page = house.go(routes.CUSTOM)
    assert isinstance(page, CustomPage)
    page.preview_file(file)
    settle()
    assert_sound(house, 6)


@pytest.mark.parametrize("size", [(1200, 800), (640, 420)], ids=["wide", "smallest"])
def test_a_pack_in_a_file(size: tuple[int, int], house: House, tmp_path: Path) -> None:
    house.open().resize(*size)
    page = house.go(routes.PACKS)
    assert isinstance(page, PacksPage)
    page.look_at(packed(tmp_path / "sent to me.rewire-pack"))
    house.qtbot.waitUntil(lambda: page.preview is not None, timeout=20_000)
    settle()
    assert_sound(house, 6)


@pytest.mark.parametrize("size", [(1200, 800), (720, 520)], ids=["wide", "narrow"])
def test_a_practice_that_is_opened(size: tuple[int, int], house: House) -> None:
    house.open().resize(*size)
    fill(house.store, 40, 5, TODAY)
    house.go(routes.practice(house.store.practices.recent(2)[1].uid))
    tab_to("Add a note")
    enter()
    type_in("A line")
    assert_sound(house, 10)


TREND_VIEWS = tuple(each.key for each in VIEWS)


@pytest.mark.parametrize(("days", "view"), [(3, "time"), *((100, view) for view in TREND_VIEWS)])
def test_trends(days: int, view: str, house: House) -> None:
    house.open()
    fill(house.store, days, 5, TODAY)
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    page.view.set_value(view)
    page.settle()
    assert_sound(house, 8)


@pytest.mark.parametrize("size", [(1200, 800), (640, 420)], ids=["wide", "smallest"])
def test_the_diary_card_while_it_is_filled_in(size: tuple[int, int], house: House) -> None:
    house.open().resize(*size)
    fill(house.store, 40, 5, TODAY)
    house.go("diary/2026-11-18")
    tab_to("Fill in")
    enter()
    assert_sound(house, 10)
    enter()
    assert_sound(house, 3)


def test_the_forms_of_the_journal(house: House) -> None:
    house.open()
    house.go("journal")
    tab_to("Note the night")
    enter()
    assert_sound(house, 15)


def test_a_moment_with_all_that_can_be_noted(house: House) -> None:
    house.open()
    house.go(routes.moment(TODAY))
    tab_to("More")
    enter()
    tab_to("Change the list: Skills you used")
    enter()
    assert_sound(house, 30)


@pytest.mark.parametrize(
    "add", [("values", "Add a value"), ("plans/worries", "Put down a worry"), ("values", "Note a move")]
)
def test_the_forms_of_the_lists(add: tuple[str, str], house: House) -> None:
    house.open()
    fill(house.store, 40, 5, TODAY)
    house.go(add[0])
    tab_to(add[1])
    enter()
    assert_sound(house, 6)


@pytest.mark.parametrize("size", [(1200, 800), (640, 420)], ids=["wide", "smallest"])
def test_a_ladder_and_every_card_of_a_step(size: tuple[int, int], house: House) -> None:
    house.open().resize(*size)
    fill(house.store, 40, 5, TODAY)
    step = next(one for one in house.store.ladder.all() if one.done_day is None)
    page = house.go(routes.ladder(step.uid))
    assert isinstance(page, LaddersPage)
    unsound = {"read": unsound_at(house, 4)}
    place = page.view.place
    for stage in (StepStage.GATE, StepStage.BEFORE):
        place.show_stage(stage)
        unsound[stage] = unsound_at(house, 4)
    assert isinstance(place.card, BeforeCard)
    place.card.form.restore({"predict": "A sigh", "chance": 70})
    place.card.keep()
    unsound["after"] = unsound_at(house, 4)
    place.show_stage(StepStage.STOPPED)
    unsound["stopped"] = unsound_at(house, 4)
    page.view.edit(on=True)
    unsound["edit"] = unsound_at(house, 4)
    assert {name: faults for name, faults in unsound.items() if faults} == {}


@pytest.mark.parametrize("strength", [3, 10])
def test_what_is_offered_for_a_state(strength: int, house: House) -> None:
    house.open()
    page = house.go("state/tense")
    assert isinstance(page, StatePage)
    page.rating.set_value(strength)
    assert_sound(house, 8)


@pytest.mark.parametrize("route", [routes.pattern(), routes.run("b-paced")], ids=["made", "practised"])
def test_a_breath_that_moves_is_no_stop(route: Route, house: House) -> None:
    house.prepare(motion="full")
    house.open()
    if route == routes.pattern():
        house.go(route)
    else:
        player = house.play("b-paced")
        player.run = to_kind(player.run, ScreenKind.BREATHE)
        player.show_current()
    settle()
    assert house.window.findChildren(QGraphicsView)
    assert_sound(house)


def test_help_while_one_breathes_and_chooses_a_country(house: House) -> None:
    house.open()
    house.go("help")
    tab_to("Show numbers for another country")
    enter()
    tab_to("Begin, 1 minute")
    enter()
    assert_sound(house)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_the_first_start(step: int, new_house: House) -> None:
    new_house.open()
    for _step in range(step):
        enter()
    assert_sound(new_house)


@pytest.mark.parametrize(("kind", "exercise"), PLAYED.items(), ids=lambda part: getattr(part, "value", part))
def test_every_kind_of_screen_of_the_player(kind: ScreenKind, exercise: str, house: House) -> None:
    house.open()
    player = house.play(exercise)
    player.run = to_kind(player.run, kind)
    player.show_current()
    assert_sound(house)


def test_the_sheet_that_asks_whether_to_stop(house: House) -> None:
    house.open()
    house.play("d-stop")
    type_in("7")
    press(Qt.Key.Key_Escape)
    stops = walk()
    assert {"Go on", "Stop here"} <= {stop.name for stop in stops}
    assert faults_of(stops) == []


def test_the_screen_that_says_why_the_notes_are_shut(house: House) -> None:
    open_vault(house.profile).close()
    ProfileFiles(house.profile).db.unlink()
    house.open_refused()
    assert_sound(house)


def test_the_line_that_offers_to_undo(house: House) -> None:
    house.open()
    house.go("journal")
    tab_to("Add a moment")
    enter()
    type_in("A bus")
    tab_to("Keep this moment")
    enter()
    tab_to("Undo")
    assert look_at(focused()).faults == ()
    space()
    assert house.store.moments.for_day(TODAY) == []
