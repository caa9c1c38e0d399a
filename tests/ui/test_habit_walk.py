"""What makes practice a habit, by keys and as it is heard: looked back on, reminded of, dropped in, noted."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from rewire_app.domain.journal.entries import IntentionOutcome
from rewire_app.domain.reminders import ReminderKind
from rewire_app.store.taking_in import empty_box
from rewire_app.store.vault.vault import open_vault
from rewire_app.ui.base import routes
from rewire_app.ui.charts.dose_map import PlacesPlot
from rewire_app.ui.player.finish import FinishView
from rewire_app.ui.today.look_backs import LookBacks
from rewire_app.ui.widgets.rating import Rating
from tests.store import entries as make
from tests.ui.house import (
    House,
    arrow_to,
    ctrl,
    described,
    enter,
    focused,
    press,
    settle,
    space,
    stops,
    tab_to,
    type_in,
    type_over,
    words_of,
)
from tests.ui.locked import open_locked, protect, unlock

TODAY = date(2026, 11, 24)
SENTENCE = "When I am late, I breathe"
ROLE = QAccessible.Role


def role_of_focus() -> QAccessible.Role:
    found = QAccessible.queryAccessibleInterface(focused())
    assert found is not None
    return found.role()


def all_named_once(heard: list[tuple[str, QAccessible.Role]]) -> None:
    """Each stop says what it is, and no two say the same."""
    names = [name for name, _role in heard]
    assert all(names), heard
    assert len(names) == len(set(names)), names


def sentences(house: House, *texts: str) -> None:
    """If-then plans that are asked about today, in this order."""
    for number, text in enumerate(texts):
        day = TODAY - timedelta(days=3 + len(texts) - number)
        house.store.intentions.add(make.intention(len(texts) * 10 + number, day=day, text=text))
    house.context.hub.changed.emit(frozenset({"intentions"}))
    settle()


def test_an_if_then_plan_is_looked_back_on_from_today_and_due_now_without_a_mouse(house: House) -> None:
    house.open()
    sentences(house, SENTENCE)
    opener = tab_to(f"Answer: {SENTENCE}")
    assert role_of_focus() is ROLE.Button
    assert described(opener) == f"Did the moment come? {SENTENCE}"
    enter()
    settle()
    assert (focused().accessibleName(), role_of_focus()) == ("I did it", ROLE.RadioButton)
    arrow_to("I did something else")
    assert described(focused()).startswith("2 of 3")
    space()
    settle()
    [kept] = house.store.intentions.all()
    assert (kept.recalled, kept.recalled_day) == (IntentionOutcome.CAME, TODAY)
    assert "It came, and you did something else." in words_of(house.shell.page("today"))
    assert focused().accessibleName() == f"Undo: {SENTENCE}"
    enter()
    settle()
    [kept] = house.store.intentions.all()
    assert kept.recalled is None
    assert focused().accessibleName() == "I did it"
    sentences(house, "When it rains, I walk", "When it rings, I wait", "When I pay, I breathe")
    tab_to("Falls due: 1 more")
    assert role_of_focus() is ROLE.Button
    enter()
    settle()
    assert house.shell.pages.place == routes.DUE
    page = house.shell.page("due")
    part = page.findChild(LookBacks)
    assert focused().accessibleName() == "I did it"
    assert part.isAncestorOf(focused())
    type_in("1")
    settle()
    type_in("1")
    settle()
    assert part.isAncestorOf(focused())
    tab_to("Undo: When it rings, I wait", back=True)
    enter()
    settle()
    assert focused().accessibleName() == "I did it"
    type_in("2")
    settle()
    by_text = {one.text: one.recalled for one in house.store.intentions.all()}
    assert by_text == {
        "When it rains, I walk": IntentionOutcome.USED,
        "When it rings, I wait": IntentionOutcome.CAME,
        "When I pay, I breathe": None,
        SENTENCE: None,
    }


def test_a_reminder_is_chosen_heard_and_put_off_without_a_mouse(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    house.clock.stopped_at = datetime(2026, 11, 24, 17, 0)
    house.open()
    house.go(routes.settings("reminders"))
    switch = "Remind me. Evening check: About one minute"
    tab_to(switch)
    assert role_of_focus() is ROLE.CheckBox
    space()
    settle()
    heard = stops(switch, "Quiet hours end at")
    all_named_once(heard)
    roles = dict(heard)
    assert roles["Monday"] is ROLE.CheckBox
    time = "Time. Evening check: About one minute"
    assert roles[time] is ROLE.EditableText
    tab_to(time, back=True)
    type_over("19:30")
    tab_to("Monday", back=True)
    space()
    settle()
    [one] = house.context.reminders.now.every
    assert (one.kind, one.weekdays, one.minute) == (ReminderKind.EVENING, 0b1111110, 19 * 60 + 30)
    house.go("today")
    for hour in (19, 20):
        house.clock.stopped_at = datetime(2026, 11, 24, hour, 30)
        house.window.reminding.look()
        settle()
        line = house.window.reminding.line
        assert line.accessibleName() == "A reminder. You asked for this at 19:30."
        all_named_once(stops("Open", "Put this line away"))
        if hour == 19:
            tab_to("In an hour", back=True)
            enter()
            settle()
            assert not line.isVisible()
    tab_to("Open", back=True)
    enter()
    settle()
    assert house.shell.pages.place == routes.evening(TODAY)


def drop_in(kind: str, words: str) -> list[tuple[str, QAccessible.Role]]:
    """From the lock screen to the last button of the card, with `words` typed; what Tab passes on the way."""
    tab_to(f"A {kind}")
    assert role_of_focus() is ROLE.Button
    enter()
    settle()
    type_in(words)
    heard = stops(focused().accessibleName(), "Drop it in")
    all_named_once(heard)
    assert heard[0][1] is ROLE.EditableText
    return heard


def test_a_moment_and_a_note_are_dropped_in_from_the_lock_screen_without_a_mouse(house: House) -> None:
    vault = open_vault(house.profile)
    empty_box(vault)
    vault.close()
    protect(house.profile)
    open_locked(house)
    strongest = "How strong was it at its strongest?"
    assert dict(drop_in("moment", "On the train"))[strongest] is ROLE.Slider
    tab_to(strongest, back=True)
    press(Qt.Key.Key_8)
    tab_to("Drop it in")
    enter()
    settle()
    assert focused().accessibleName() == "A moment"
    drop_in("note", "At the door")
    enter()
    settle()
    assert focused().accessibleName() == "A note"
    tab_to("Passphrase", back=True)
    unlock(house)
    house.qtbot.waitUntil(lambda: bool(house.store.notes.for_day(TODAY)))
    assert [(one.trigger, one.peak) for one in house.store.moments.for_day(TODAY)] == [("On the train", 8)]
    assert [one.text for one in house.store.notes.for_day(TODAY)] == ["At the door"]


def test_what_was_done_away_from_the_screen_is_noted_from_a_card_by_its_menu_key(house: House) -> None:
    house.open()
    house.go("practice")
    tab_to("STOP")
    press(Qt.Key.Key_Menu)
    said = []
    while focused().accessibleName() != "Done away from the screen":
        said.append((focused().accessibleName(), role_of_focus()))
        press(Qt.Key.Key_Down)
        assert len(said) < 9, said
    assert {role for _name, role in said} == {ROLE.Button}
    enter()
    settle()
    assert (focused().accessibleName(), role_of_focus()) == ("A few words, if you like", ROLE.EditableText)
    type_in("In the queue")
    tab_to("Note it")
    enter()
    settle()
    [kept] = house.store.practices.of_exercise("d-stop", 5)
    assert (kept.note, kept.away) == ("In the queue", True)
    assert focused().accessibleName() == "STOP"


def test_sound_the_end_and_where_it_was_are_reached_without_a_mouse(house: House) -> None:
    house.open().resize(1200, 800)
    player = house.play("m-describe")
    tab_to("Sound and screen", back=True)
    assert role_of_focus() is ROLE.Button
    enter()
    settle()
    for _turn in range(4):
        if focused().accessibleName().startswith("Eyes closed"):
            break
        press(Qt.Key.Key_Down)
    assert described(focused()) == "off"
    enter()
    settle()
    assert house.context.settings.eyes_closed
    assert focused().accessibleName() == "Sound and screen"
    tab_to("How upset do you feel right now?")
    for _turn in range(20):
        if isinstance(player.view.current, FinishView):
            break
        if isinstance(focused(), Rating):
            press(Qt.Key.Key_4)
        ctrl(Qt.Key.Key_Return)
    tab_to("Add a line, and where it was")
    enter()
    settle()
    assert role_of_focus() is ROLE.EditableText
    frame = focused().parentWidget()
    assert frame.visibleRegion().boundingRect() == frame.rect(), "the field is seen whole"
    type_in("At the door")
    press(Qt.Key.Key_Tab)
    assert role_of_focus() is ROLE.RadioButton
    arrow_to("Work")
    space()
    press(Qt.Key.Key_Tab)
    arrow_to("Alone")
    space()
    tab_to("Finish without a plan")
    enter()
    settle()
    [kept] = house.store.practices.of_exercise("m-describe", 1)
    assert (kept.note, kept.place, kept.company) == ("At the door", "work", "alone")


def test_what_practice_trained_is_reached_from_the_rail_and_read_without_a_mouse(house: House) -> None:
    house.open()
    for ago in range(12):
        day = TODAY - timedelta(days=ago)
        done = make.practice(ago, exercise="b-paced", day=day, place="home", company="alone")
        house.store.practices.add(done)
    house.context.hub.changed.emit(frozenset({"practices"}))
    press(Qt.Key.Key_5, modifier=Qt.KeyboardModifier.ControlModifier)
    page = house.shell.page("trends")
    page.settle()
    settle()
    press(Qt.Key.Key_Tab)
    for _turn in range(60):
        if focused().accessibleName() == "Time":
            break
        press(Qt.Key.Key_Tab)
    arrow_to("Practice")
    space()
    page.settle()
    settle()
    page.grab()
    tab_to("What your practice trained, week by week")
    assert role_of_focus() is ROLE.Chart
    press(Qt.Key.Key_Down)
    assert "Calm the alarm: 12 times in 30 days" in words_of(page)
    tab_to("Where, and with whom")
    places = focused()
    assert isinstance(places, PlacesPlot)
    press(Qt.Key.Key_Right)
    assert "Home, alone: practised 12 times, no moments." in words_of(page)
