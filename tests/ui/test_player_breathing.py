"""Three presses to the first breath, and all that can be changed while one breathes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rewire_app.domain.exercise.exercise import Breathe, Pace, PacedLength, Say
from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.domain.journal.entries import Plan, new_uid
from rewire_app.ui.base import routes
from rewire_app.ui.player.breathe import BreatheView
from rewire_app.ui.player.pace_panel import PacePanel
from rewire_app.ui.player.player import Player
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.pacer import Pacer
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import theme
from tests.ui.house import House, settle
from tests.ui.player_room import Room, enter, escape, exercise, focused, press, room_in, type_in

SETTLE = Say(text="Sit down.", secs=10)
PACED = Breathe(
    text="Follow.",
    pace=Pace(inhale=4, exhale=6),
    rounds=12,
    pace_from="pace",
    paces=(Pace(option="Gentle", inhale=3, exhale=4), Pace(option="Standard", inhale=4, exhale=6)),
    minutes_from="mins",
    lengths=(PacedLength(option="1 minute", minutes=1), PacedLength(option="2 minutes", minutes=2)),
)
ONE = exercise(SETTLE, PACED, Say(text="That was it."), measure="tension")


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room_in(qtbot, tmp_path) as made:
        yield made


def breathing(player: Player) -> BreatheView:
    """The pacer of `player`, reached as a person does."""
    type_in("6")
    enter()
    view = player.view.current
    assert isinstance(view, BreatheView)
    return view


def panel_of(view: BreatheView) -> PacePanel:
    press(Qt.Key.Key_P)
    assert view.panel.isVisible()
    return view.panel


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def plan_for(room: Room, minutes: int | None, exercise_id: str = ONE.id) -> None:
    """A plan from today on."""
    room.store.plans.put(
        Plan(
            uid=new_uid(room.context.clock.now()),
            from_day=room.context.today,
            per_week=5,
            exercise=exercise_id,
            minutes=minutes,
        )
    )


# to the first breath


@pytest.mark.parametrize("exercise_id", ["b-paced", "b-sigh"])
def test_three_presses_lead_from_today_to_the_first_breath(house: House, exercise_id: str) -> None:
    house.open()
    plan = Plan(
        uid=new_uid(house.context.clock.now()), from_day=house.context.today, per_week=5,
        exercise=exercise_id, minutes=4,
    )  # fmt: skip
    house.context.hub.do("Plan", house.store.plans.put, plan)
    page = house.go("today")
    [begin] = [one for one in page.findChildren(MainButton) if one.label == "Begin, 4 minutes"]
    begin.click()
    settle()
    view = house.player.view
    type_in("6")
    enter()  # Begin, a digit, Breathe: the third press
    settle()
    assert isinstance(view.current, BreatheView)
    assert view.current.pacer.running
    rhythm = view.current.pacer.pattern
    assert rhythm.seconds == pytest.approx(240, abs=rhythm.breath_seconds / 2)


def test_caution_rating_and_the_words_to_settle_by_stand_on_one_screen(room: Room) -> None:
    player = room.play("b-paced")
    seen = words(player.view.current)
    for part in ("If you get dizzy", "How tense do you feel?", "Sit or lie down"):
        assert part in seen
    type_in("6")
    assert player.view.bar.main.label == "Breathe"
    press(Qt.Key.Key_Delete)
    assert player.view.bar.main.label == "Breathe without a rating"
    enter()
    assert player.run.screen.kind is ScreenKind.BREATHE
    assert player.run.before is None


def test_another_exercise_begins_from_its_rating(room: Room) -> None:
    player = room.play("e-checkfacts")
    assert player.view.bar.main.label == "Begin without a rating"
    type_in("6")
    assert player.view.bar.main.label == "Begin"


def test_an_exercise_of_one_pace_is_as_long_as_its_route_says(house: House) -> None:
    house.open()
    house.window.go(routes.run("b-sigh", minutes=1))
    settle()
    type_in("6")
    enter()
    view = house.player.view.current
    assert isinstance(view, BreatheView)
    assert view.pacer.pattern.seconds == pytest.approx(60, abs=6)


def test_minutes_of_a_plan_for_another_exercise_change_nothing(room: Room) -> None:
    plan_for(room, 9, "b-sigh")
    assert breathing(room.play(ONE)).pacer.pattern.seconds == 120


# meanwhile


def test_the_pace_changes_with_the_next_breath_in_and_breathing_goes_on(room: Room) -> None:
    player = room.play(ONE)
    view = breathing(player)
    room.seconds.pass_by(3)
    panel = panel_of(view)
    assert focused().accessibleName() == "4 in, 6 out"
    press(Qt.Key.Key_Left)
    assert view.pacer.running
    assert view.pacer.pattern.breathe_in == 4
    assert "Pace 3 in, 4 out, from the next breath." in words(panel)
    room.seconds.pass_by(8)
    assert (view.pacer.pattern.breathe_in, view.pacer.pattern.breathe_out) == (3, 4)
    assert player.run.answers == {"pace": ["Gentle"], "mins": ["2 minutes"]}


def test_esc_closes_the_panel_and_then_leaves(room: Room) -> None:
    player = room.play(ONE)
    view = breathing(player)
    panel = panel_of(view)
    escape()
    assert not panel.isVisible()
    assert player.view.sheet is None
    escape()
    assert player.view.sheet is not None


def test_the_button_opens_and_closes_the_panel_and_looks_pressed_meanwhile(room: Room) -> None:
    player = room.play(ONE)
    view = breathing(player)
    button = player.view.bar.button("pace")
    assert button is not None
    button.click()
    assert view.panel.isVisible()
    assert button.isChecked()
    button.click()
    assert not view.panel.isVisible()
    assert not button.isChecked()


def test_until_i_stop_goes_on_until_one_has_had_enough(room: Room) -> None:
    player = room.play(ONE)
    view = breathing(player)
    panel_of(view).length.set_value("0")
    room.seconds.pass_by(400)
    assert view.pacer.running
    enough = player.view.bar.button("next")
    assert enough is not None
    assert enough.label == "That is enough"
    enough.click()
    assert player.run.screen.text == "That was it."
    assert player.run.answers["mins"] == ["Until I stop"]


def test_the_last_pace_is_that_of_the_next_pass_and_the_length_is_not(room: Room) -> None:
    player = room.play(ONE)
    panel = panel_of(breathing(player))
    panel.pace.set_value("3 0 4 0")
    panel.length.set_value("1")
    player.view.hide()
    again = breathing(room.play(ONE)).pacer.pattern
    assert (again.breathe_in, again.breathe_out) == (3, 4)
    assert again.seconds == pytest.approx(120, abs=4)


def test_keep_for_my_plan_writes_the_length_and_can_be_taken_back(room: Room) -> None:
    plan_for(room, 2)
    panel = panel_of(breathing(room.play(ONE)))
    assert not panel.keep.isVisible()
    panel.length.set_value("1")
    panel.keep.click()
    plan = room.store.plans.current(room.context.today)
    assert plan is not None
    assert (plan.minutes, plan.per_week) == (1, 5)
    assert "Your plan says 1 minute now." in words(panel)
    panel.keep.click()
    back = room.store.plans.current(room.context.today)
    assert back is not None
    assert back.minutes == 2
    assert panel.keep.label == "Keep for my plan"


def test_without_a_plan_for_the_exercise_there_is_nothing_to_keep_it_for(room: Room) -> None:
    panel = panel_of(breathing(room.play(ONE)))
    panel.length.set_value("1")
    assert not panel.keep.isVisible()


def test_a_full_disk_says_so_and_the_breath_goes_on(room: Room) -> None:
    plan_for(room, 2)
    view = breathing(room.play(ONE))
    panel = panel_of(view)
    panel.length.set_value("1")
    room.vault.close()
    panel.keep.click()
    assert room.faults
    assert view.pacer.running


# how it looks


SIZES = [
    (1200, 800, 100), (900, 600, 150), (720, 520, 100), (640, 420, 100), (1366, 768, 200), (1200, 800, 200),
    (2560, 1440, 100),
]  # fmt: skip


@pytest.fixture
def moving(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.use(qapp)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overprints_while_one_breathes(
    room: Room, moving: QApplication, size: tuple[int, int, int]
) -> None:
    width, height, scale = size
    theme.use(moving, scale=scale)
    player = room.play("b-paced")
    player.view.resize(width, height)
    view = breathing(player)
    for opened in (False, True):
        if opened:
            panel_of(view)
        settle()
        for seconds in (1, 5):
            room.seconds.pass_by(seconds)
            look_at(view.pacer)
        under = view.panel if opened else words_under(view)
        assert view.pacer.geometry().bottom() <= under.geometry().top()
        assert under.geometry().bottom() <= view.height()
    top = player.view.top
    assert abs(middle(top.steps) - player.view.width() / 2) <= 1
    for side in (top.leave_button, top.help_button):
        assert not placed(side).intersects(placed(top.steps))


def words_under(view: BreatheView) -> Second:
    """What is said below the pacer."""
    [words] = [one for one in view.findChildren(Second) if one.parent() is view and one.isVisible()]
    return words


def look_at(pacer: Pacer) -> None:
    """Every line of words in the picture is whole, apart from the others, in the disc or outside it."""
    scene = pacer.scene
    assert scene is not None
    lines = [one.sceneBoundingRect() for one in (scene.word, scene.seconds, scene.progress) if one.text()]
    for place, line in enumerate(lines):
        assert scene.sceneRect().contains(line)
        for other in lines[place + 1 :]:
            assert line.adjusted(0, 6, 0, -6).intersected(other).isEmpty()
    word = scene.word.sceneBoundingRect()
    outside = word.top() >= scene.largest.bottom() or word.left() >= scene.largest.right()
    assert outside or word.width() <= 0.8 * scene.smallest.width() + 4


def placed(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size())


def middle(widget: QWidget) -> float:
    return placed(widget).left() + widget.width() / 2
