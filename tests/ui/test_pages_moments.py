"""Moments of the journal: half a minute to note, every field optional, nothing lost."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import Moment
from rewire_app.ui.journal.moment_form import MomentForm
from rewire_app.ui.widgets.card import Card
from tests.store import entries as make
from tests.ui.house import (
    House,
    ctrl,
    enter,
    focused,
    press,
    space,
    tab_to,
    type_in,
    type_over,
    words_of,
)
from tests.ui.journal_room import (
    TODAY,
    add_moment,
    journal,
    unfold_more,
)


def test_a_moment_is_kept_shown_and_undone(house: House) -> None:
    page = journal(house)
    add_moment()
    type_in("A late bus")
    tab_to("How strong was it at its strongest?")
    type_in("10")
    tab_to("When did it start?")
    type_over("8.05")
    tab_to("Minutes until about calm")
    type_in("40")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.peak, moment.calm_min) == ("A late bus", 10, 40)
    assert moment.at.wall == datetime(2026, 11, 24, 8, 5)
    words = words_of(page)
    assert "Moments: 1 today" in words
    assert "08:05, A late bus" in words
    assert "Peak 10 of 10, calm after 40 minutes" in words
    assert focused().accessibleName() == "Add a moment"
    ctrl(Qt.Key.Key_Z)
    assert "Moments: none noted" in words_of(page)


def test_a_moment_begins_with_the_present_time(house: House) -> None:
    journal(house)
    add_moment()
    type_in("Now")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert moment.at.wall == datetime(2026, 11, 24, 19, 30)
    assert (moment.peak, moment.calm_min, moment.response) == (None, None, None)


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("When did it start?", "25:00", "Use a time such as 23:10"),
        ("When did it start?", "", "Give a time such as 14:20. About is fine."),
        ("Minutes until about calm", "9999", "Use a whole number from 0 to 2880"),
        ("Minutes until about calm", "soon", "Use a whole number from 0 to 2880"),
    ],
)
def test_what_needs_a_change_is_marked_and_all_words_stay(
    field: str, words: str, sentence: str, house: House
) -> None:
    page = journal(house)
    add_moment()
    type_in("The phone")
    unfold_more()
    tab_to("What was the urge?")
    type_in("Shout")
    tab_to(field, back=True)
    type_over(words)
    tab_to("Keep this moment")
    enter()
    form = page.findChild(MomentForm)
    assert form is not None
    assert sentence in words_of(form)
    assert focused().accessibleName() == field
    assert (form.form.answer("trigger"), form.form.answer("urge")) == ("The phone", "Shout")
    assert house.store.moments.for_day(TODAY) == []
    type_over("14:20" if "start" in field else "15")
    tab_to("Keep this moment")
    enter()
    assert len(house.store.moments.for_day(TODAY)) == 1


def test_an_empty_moment_asks_for_a_word(house: House) -> None:
    page = journal(house)
    add_moment()
    tab_to("Keep this moment")
    enter()
    assert "Write what set it off, or choose how strong it was." in words_of(page.findChild(MomentForm))
    assert focused().accessibleName() == "What set it off?"
    assert house.store.moments.for_day(TODAY) == []


def test_a_moment_is_changed_and_removed_in_its_own_form(house: House) -> None:
    house.open()
    house.store.moments.add(
        make.moment(day=TODAY, at=house.context.clock.now(), place="work", did=("named it",))
    )
    house.go("journal")
    tab_to("Edit the moment at 19:30")
    enter()
    type_over("A call")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.place, moment.did) == ("A call", "work", ("named it",))
    tab_to("Edit the moment at 19:30")
    enter()
    tab_to("Remove")
    enter()
    assert house.store.moments.for_day(TODAY) == []
    ctrl(Qt.Key.Key_Z)
    assert house.store.moments.for_day(TODAY) == [moment]


def test_opening_and_keeping_a_moment_changes_nothing_in_it(house: House) -> None:
    house.open()
    before = make.moment(
        day=TODAY, at=house.context.clock.now(), place="work", company="alone", did=("stopped", "argued")
    )
    house.store.moments.add(before)
    house.go("journal")
    tab_to("Edit the moment at 19:30")
    enter()
    tab_to("Keep this moment")
    enter()
    assert house.store.moments.for_day(TODAY) == [before]


def test_a_moment_at_half_past_one_lies_after_midnight_and_on_the_day_before(house: House) -> None:
    journal(house)
    add_moment()
    type_in("Awake")
    tab_to("When did it start?")
    type_over("1:30")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert moment.at.wall == datetime(2026, 11, 25, 1, 30)


def test_a_later_start_of_the_day_does_not_move_a_moment_that_is_opened(house: House) -> None:
    house.open()
    at = house.context.clock.at(datetime(2026, 11, 24, 5, 0))
    house.store.moments.add(make.moment(day=TODAY, at=at, place="work"))
    house.context.preferences.put(day_start=6)
    house.go("journal")
    tab_to("Edit the moment at 05:00")
    enter()
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert moment.at == at


def test_still_going_leaves_no_minutes(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The row")
    tab_to("Minutes until about calm")
    type_in("30")
    tab_to("Still going")
    space()
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert moment.still_going
    assert moment.calm_min is None


def test_a_moment_half_written_is_not_thrown_away_by_turning_the_day(house: House) -> None:
    page = journal(house)
    add_moment()
    type_in("Half a thought")
    tab_to("The day before", back=True)
    enter()
    assert "Tuesday 24 November" in words_of(page)
    assert focused().accessibleName() == "What set it off?"
    assert "There is a moment here that is not kept yet." in words_of(house.shell)
    house.go("today")
    tab_to("Moments: Add")
    enter()
    form = page.findChild(MomentForm)
    assert form is not None
    assert form.form.answer("trigger") == "Half a thought"
    tab_to("Cancel")
    enter()
    assert page.findChild(MomentForm) is None
    tab_to("The day before", back=True)
    enter()
    assert "Monday 23 November" in words_of(page)


def test_minutes_alone_are_not_thrown_away_by_one_esc(house: House) -> None:
    page = journal(house)
    add_moment()
    tab_to("Minutes until about calm")
    type_in("40")
    press(Qt.Key.Key_Escape)
    assert page.findChild(MomentForm) is not None
    assert "This moment is not kept yet. Esc once more leaves it out." in words_of(house.shell)
    press(Qt.Key.Key_Escape)
    assert page.findChild(MomentForm) is None


def test_the_moments_of_a_day_stand_in_the_order_of_their_times(house: House) -> None:
    house.open()
    clock = house.context.clock
    for hour in (18, 7, 12):
        at = clock.at(datetime(2026, 11, 24, hour, 0))
        house.store.moments.add(Moment(uid=make.new_uid(at), at=at, day=TODAY, trigger=f"at {hour}"))
    words = words_of(house.go("journal"))
    assert words.index("at 7") < words.index("at 12") < words.index("at 18")


def test_tab_passes_the_form_where_it_stands_and_so_does_a_screen_reader(house: House) -> None:
    page = journal(house)
    add_moment()
    passed = [focused().accessibleName()]
    for _turn in range(40):
        press(Qt.Key.Key_Tab)
        passed.append(focused().accessibleName())
    order = ["What set it off?", "More about it", "Cancel", "Note", "Today", "Add a moment"]
    places = [passed.index(name) for name in order]
    assert places == sorted(places)
    assert passed.index("What set it off?", 1) == places[-1] + 1
    form = page.findChild(MomentForm)
    cards = [type(child).__name__ for child in form.parentWidget().children() if isinstance(child, Card)]
    here = cards.index("MomentForm")
    assert (cards[here - 1], cards[here + 1]) == ("MomentsCard", "NoteCard")


def test_three_things_and_keep_stand_together_and_the_rest_unfolds(house: House) -> None:
    page = journal(house)
    add_moment()
    form = page.findChild(MomentForm)
    words = words_of(form)
    assert "Which path did it take?" not in words
    unfold_more()
    assert "Which path did it take?" in words_of(form)
    tab_to("Less", back=True)
    enter()
    assert "Which path did it take?" not in words_of(form)


def test_a_moment_of_which_more_was_noted_opens_whole(house: House) -> None:
    house.open()
    house.store.moments.add(make.moment(day=TODAY, at=house.context.clock.now(), place="work"))
    page = house.go("journal")
    tab_to("Edit the moment at 19:30")
    enter()
    assert "Where?" in words_of(page.findChild(MomentForm))
