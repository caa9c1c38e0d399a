"""A new person's first days with Rewire, by keys alone, and everything still there after a new start."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rewire_app.domain.journal.entries import Response, Status
from rewire_app.ui.setup.page import SetupPage
from rewire_app.ui.trends.page import TrendsPage
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
    type_over,
)
from tests.ui.player_room import Seconds

TUESDAY = date(2026, 11, 24)
HALF_PAST_ONE = datetime(2026, 11, 25, 1, 30)


def first_start(house: House) -> None:
    """Three short steps: the country, a small plan, a larger text."""
    assert house.shell.findChild(SetupPage) is not None
    tab_to("Which country’s help numbers do you need?")
    type_in("Netherl")
    tab_to("Continue")
    enter()
    tab_to("Anger that comes too fast")
    space()
    tab_to("After I")
    press(Qt.Key.Key_Down)
    tab_to("Days a week")
    press(Qt.Key.Key_Down)
    tab_to("Continue")
    enter()
    tab_to("100 %")
    press(Qt.Key.Key_Right)
    tab_to("Begin")
    enter()


def stop_one(house: House) -> None:
    """Choose STOP from the catalogue, answer a little, and stop without blame."""
    ctrl(Qt.Key.Key_2)
    tab_to("Search exercises")
    type_in("stop")
    tab_to("STOP")
    enter()
    enter()
    player = house.player
    type_in("8")
    enter()
    enter()
    assert player.run.screen.text.startswith("T is for")
    press(Qt.Key.Key_Escape)
    tab_to("Stop here")
    enter()


def finish_one(house: House, seconds: Seconds) -> None:
    """Rate, breathe for a minute, answer, rate again, and keep the plan."""
    ctrl(Qt.Key.Key_2)
    tab_to("Search exercises")
    type_over("paced")
    tab_to("Paced breathing")
    enter()
    enter()
    player = house.player
    type_in("7")
    enter()
    assert focused().accessibleName() == "Pause"
    seconds.pass_by(241)
    house.qtbot.waitUntil(lambda: player.run.screen.text.startswith("Let your breathing"))
    enter()
    assert player.run.screen.text == "How was that for you?"
    press(Qt.Key.Key_1)
    enter()
    type_in("4")
    enter()
    assert player.view.current.accessibleName() == "That was 4 minutes of practice"
    tab_to("Keep this plan and finish")
    enter()


def evening_check(house: House) -> None:
    """From Today to the question, one number, a mood, a good moment, a note."""
    ctrl(Qt.Key.Key_1)
    tab_to("Evening: Note")
    enter()
    assert focused().accessibleName() == "All in all, how easily and strongly did you react today?"
    for digit in "6", "2", "3", "5", "7":
        type_in(digit)
    type_in("Tea in the sun")
    enter()
    ctrl(Qt.Key.Key_3)
    tab_to("Note")
    type_in("A long day.")


def a_night(house: House) -> None:
    """To bed before midnight, typed in the form."""
    tab_to("Note the night")
    enter()
    for name, words in (
        ("Into bed", "22:50"),
        ("Tried to sleep", "23:10"),
        ("To fall asleep", "20"),
        ("Awake, in all", "15"),
        ("Last woke", "6:40"),
        ("Got up", "7:00"),
    ):
        tab_to(name)
        type_over(words)
    press(Qt.Key.Key_Tab)


def a_moment() -> None:
    """What set it off, how strong, when, how long, and which path."""
    tab_to("Add a moment")
    enter()
    assert focused().accessibleName() == "What set it off?"
    type_in("An e-mail")
    tab_to("How strong was it at its strongest?")
    type_in("8")
    tab_to("Type the minutes instead")
    enter()
    type_in("25")
    tab_to("When did it start?", back=True)
    type_over("14:20")
    tab_to("More")
    enter()
    tab_to("New response")
    space()
    tab_to("Keep this moment")
    enter()


def trends_table(house: House) -> dict[str, str]:
    """The last line of the table on Trends, by its headings, opened by key."""
    ctrl(Qt.Key.Key_5)
    page = house.shell.page("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    settle()
    little = page.little
    assert little is not None
    assert little.isVisible()
    tab_to(little.below.button.accessibleName())
    enter()
    lanes = little.plot.lanes
    assert lanes is not None
    assert all(any(marks.x for marks in lane.marks) for lane in lanes.lanes)
    view = little.below.view
    assert view is not None
    assert view.table is not None
    return dict(zip(view.table.headings, view.table.rows[0], strict=True))


def test_a_new_person_can_do_everything_with_keys_alone(new_house: House) -> None:
    house = new_house
    seconds = Seconds()
    house.open()
    house.context.seconds = seconds
    first_start(house)
    stop_one(house)
    finish_one(house, seconds)
    evening_check(house)
    a_night(house)
    a_moment()
    ctrl(Qt.Key.Key_Z)
    assert house.store.moments.for_day(TUESDAY) == []
    ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert len(house.store.moments.for_day(TUESDAY)) == 1
    late_words(house)
    shown = trends_table(house)
    assert shown["Reactivity, 0 to 10"] == "6"
    assert shown["Practised"] == "1 of 1"
    assert (shown["Moments"], shown["Typical peak, 0 to 10"]) == ("2", "8")
    assert (shown["Asleep a night"], shown["Stress, 0 to 10"]) == ("6 h 55 min", "5")
    ctrl(Qt.Key.Key_Q)
    assert not house.window.isVisible()
    house.close()

    house.open()
    assert house.shell.findChild(SetupPage) is None
    assert (house.context.settings.country, house.context.settings.text_size) == ("NL", 115)
    all_is_there(house)
    again = trends_table(house)
    assert again == shown


def late_words(house: House) -> None:
    """At half past one at night the day is still Tuesday."""
    house.clock.stopped_at = HALF_PAST_ONE
    ctrl(Qt.Key.Key_1)
    tab_to("Moments: Add")
    enter()
    assert focused().accessibleName() == "What set it off?"
    type_in("Could not sleep")
    tab_to("Keep this moment")
    enter()


def all_is_there(house: House) -> None:
    """What the store holds after it was closed and opened."""
    store = house.store
    stopped, finished = sorted(store.practices.recent(9), key=lambda practice: practice.status, reverse=True)
    assert (finished.exercise, finished.status) == ("b-paced", Status.DONE)
    assert (finished.before, finished.after, finished.counts) == (7, 4, True)
    assert (stopped.exercise, stopped.status, stopped.before) == ("d-stop", Status.STOPPED, 8)
    [intention] = store.intentions.recent(9)
    assert intention.text.startswith("When a message from work arrives, I will ")
    entry = store.days.get(TUESDAY)
    assert entry is not None
    assert (entry.reactivity, entry.mood, entry.stress) == (6, 7, 5)
    assert entry.good == "Tea in the sun"
    assert [note.text for note in store.notes.for_day(TUESDAY)] == ["A long day."]
    night = store.nights.get(TUESDAY)
    assert night is not None
    assert night.bed.wall == datetime(2026, 11, 23, 22, 50)
    assert (night.in_bed_min, night.asleep_min) == (490, 450 - 35)
    afternoon, late = store.moments.for_day(TUESDAY)
    assert (afternoon.trigger, afternoon.peak, afternoon.calm_min) == ("An e-mail", 8, 25)
    assert afternoon.response is Response.NEW
    assert (late.trigger, late.at.wall) == ("Could not sleep", HALF_PAST_ONE)
    plan = store.plans.current(TUESDAY)
    assert plan is not None
    assert (plan.per_week, plan.cue, plan.exercise) == (4, "make coffee or tea", "d-stop")
    assert store.profile.get("focus") == "anger"
    assert store.runs.load() is None
    assert QApplication.activeWindow() is house.window
