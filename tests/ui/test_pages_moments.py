"""The page of a moment: half a minute to note, every field optional, nothing lost."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.lists.entries import Pattern
from rewire_app.ui.base import routes
from tests.store import entries as make
from tests.ui.house import (
    House,
    ctrl,
    enter,
    focused,
    press,
    tab_to,
    type_in,
    type_over,
    words_of,
)
from tests.ui.journal_room import (
    TODAY,
    YESTERDAY,
    add_moment,
    journal,
    moment_form,
    type_minutes,
    unfold_more,
)


def test_a_moment_is_kept_shown_and_undone(house: House) -> None:
    page = journal(house)
    add_moment()
    type_in("A late bus")
    tab_to("How strong was it at its strongest?")
    type_in("10")
    type_minutes()
    type_in("40")
    tab_to("When did it start?", back=True)
    type_over("8.05")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.peak, moment.calm_min) == ("A late bus", 10, 40)
    assert (moment.measured, moment.still_going) == (False, False)
    assert moment.at.wall == datetime(2026, 11, 24, 8, 5)
    words = words_of(page)
    assert "Moments: 1 today" in words
    assert "08:05, A late bus" in words
    assert "Peak 10 of 10, calm after 40 minutes, from memory" in words
    assert focused().accessibleName() == "Edit the moment at 08:05"
    ctrl(Qt.Key.Key_Z)
    assert "Moments: none noted" in words_of(page)


def test_six_presses_and_the_words_note_a_moment_with_its_minutes_measured(house: House) -> None:
    house.open()
    house.go("trends")
    press(Qt.Key.Key_M)
    type_in("The phone")
    press(Qt.Key.Key_Tab, Qt.Key.Key_7)
    house.clock.stopped_at = datetime(2026, 11, 24, 19, 36, 20)
    press(Qt.Key.Key_S)
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.peak, moment.calm_min) == ("The phone", 7, 6)
    assert (moment.measured, moment.still_going) == (True, False)
    assert moment.at.wall == datetime(2026, 11, 24, 19, 30)


def test_what_needs_a_change_is_marked_and_all_words_stay(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The phone")
    type_minutes()
    for field, words, sentence, mended in (
        ("When did it start?", "25:00", "Use a time such as 23:10", "14:20"),
        ("When did it start?", "", "Give a time such as 14:20. About is fine.", "14:20"),
        ("Minutes until about calm", "9999", "Use a whole number from 0 to 2880", "15"),
    ):
        tab_to(field)
        type_over(words)
        tab_to("Keep this moment")
        enter()
        form = moment_form(house)
        assert form is not None
        assert sentence in words_of(form)
        assert focused().accessibleName() == field
        assert form.form.answer("trigger") == "The phone"
        assert house.store.moments.for_day(TODAY) == []
        type_over(mended)
    tab_to("Keep this moment")
    enter()
    assert len(house.store.moments.for_day(TODAY)) == 1


def test_an_empty_moment_asks_for_a_word(house: House) -> None:
    journal(house)
    add_moment()
    tab_to("Keep this moment")
    enter()
    assert "Write what set it off, or choose how strong it was." in words_of(house.shell)
    assert focused().accessibleName() == "What set it off?"
    assert house.store.moments.for_day(TODAY) == []


def test_a_moment_is_changed_and_removed_on_its_own_page(house: House) -> None:
    house.open()
    house.store.moments.add(
        make.moment(day=TODAY, at=house.context.clock.now(), place="work", did=("named it",))
    )
    house.go("journal")
    tab_to("Edit the moment at 19:30")
    enter()
    type_over("A call")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.trigger, moment.place, moment.did) == ("A call", "work", ("named it",))
    enter()
    tab_to("Remove")
    enter()
    assert house.store.moments.for_day(TODAY) == []
    ctrl(Qt.Key.Key_Z)
    assert house.store.moments.for_day(TODAY) == [moment]


ENDS: tuple[dict[str, object], ...] = (
    {"calm_min": 25, "measured": True},
    {"calm_min": 25, "measured": None},
    {"calm_min": None},
    {"calm_min": 12, "still_going": True},
    {"calm_min": None, "still_going": True},
)


def test_opening_and_keeping_a_moment_changes_nothing_in_it(house: House) -> None:
    house.open()
    at = house.context.clock.at(datetime(2026, 11, 24, 14, 5, 20))
    first = make.moment(day=TODAY, at=at, trigger="Before", calm_min=5)
    house.store.moments.add(first)
    more = {"place": "desk", "company": "alone", "did": ("stopped", "threw a cup"), "skills": ("A walk",)}
    more |= {"feelings": ("Anger", "Stung"), "exercise": "d-stop", "set_off_by": first.uid}
    for number, end in enumerate(ENDS, 1):
        before = make.moment(number, day=TODAY, at=at, **more, **end)
        house.store.moments.add(before)
        house.go(routes.moment(TODAY, before.uid))
        enter()
        assert house.store.moments.get(before.uid) == before


def test_a_moment_at_half_past_one_lies_after_midnight_and_on_the_day_before(house: House) -> None:
    journal(house)
    add_moment()
    type_in("Awake")
    type_minutes()
    tab_to("When did it start?", back=True)
    type_over("1:30")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert moment.at.wall == datetime(2026, 11, 25, 1, 30)


def test_a_moment_of_a_day_before_has_no_clock_and_asks_when(house: House) -> None:
    journal(house, f"journal/{YESTERDAY.isoformat()}")
    add_moment()
    type_in("The train")
    tab_to("Keep this moment")
    enter()
    assert focused().accessibleName() == "When did it start?"
    type_in("17:10")
    enter()
    [moment] = house.store.moments.for_day(YESTERDAY)
    assert (moment.at.wall, moment.calm_min) == (datetime(2026, 11, 23, 17, 10), None)
    assert moment.measured is None


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


def test_each_way_to_say_that_it_goes_on_or_is_not_known(house: House) -> None:
    house.open()
    for way, start, kept in (
        ("Still going, keep it open", "", (4, True, True)),
        ("Still going, keep it open", "19:00", (35, True, False)),
        ("I do not know", "", (None, False, None)),
        ("Keep this moment", "", (4, True, True)),
    ):
        house.clock.stopped_at = datetime(2026, 11, 24, 19, 30)
        house.go(routes.moment(TODAY))
        type_in("The row")
        house.clock.stopped_at = datetime(2026, 11, 24, 19, 34, 50)
        tab_to(way)
        enter()
        if start:  # a start that was typed is no start of the clock
            tab_to("When did it start?", back=True)
            type_over(start)
        if way != "Keep this moment":
            tab_to("Keep this moment")
            enter()
        [moment] = house.store.moments.for_day(TODAY)
        assert (moment.calm_min, moment.still_going, moment.measured) == kept
        house.store.moments.remove(moment.uid)


def test_a_moment_half_written_comes_before_another_one(house: House) -> None:
    house.open()
    house.store.moments.add(make.moment(day=TODAY, at=house.context.clock.at(datetime(2026, 11, 24, 9, 0))))
    page = journal_again(house)
    add_moment()
    type_in("Half a thought")
    press(Qt.Key.Key_Escape)
    assert page.isVisible()
    for way in ("Edit the moment at 09:00", "Add a moment"):
        tab_to(way)
        enter()
        form = moment_form(house)
        assert form is not None
        assert form.form.answer("trigger") == "Half a thought"
        press(Qt.Key.Key_Escape)
    assert "There is a moment here that is not kept yet." in words_of(house.shell)


def journal_again(house: House) -> object:
    page = house.go("journal")
    assert page.isVisible()
    return page


def test_what_was_left_out_is_brought_back_by_undo(house: House) -> None:
    page = journal(house)
    add_moment()
    type_in("The phone")
    tab_to("Leave it")
    enter()
    assert page.isVisible()
    assert "Go on with the moment you began" not in words_of(page)
    ctrl(Qt.Key.Key_Z)
    tab_to("Go on with the moment you began: Tuesday 24 November")
    enter()
    form = moment_form(house)
    assert form is not None
    assert form.form.answer("trigger") == "The phone"


def test_the_moments_of_a_day_stand_in_the_order_of_their_times(house: House) -> None:
    house.open()
    clock = house.context.clock
    for hour in (18, 7, 12):
        at = clock.at(datetime(2026, 11, 24, hour, 0))
        house.store.moments.add(Moment(uid=make.new_uid(at), at=at, day=TODAY, trigger=f"at {hour}"))
    words = words_of(house.go("journal"))
    assert words.index("at 7") < words.index("at 12") < words.index("at 18")


def test_all_that_a_moment_keeps_is_read_again_in_its_row(house: House) -> None:
    house.open()
    at = house.context.clock.now()
    pattern = Pattern(uid=make.new_uid(at), reaction="Go quiet")
    first = Moment(uid=make.new_uid(at), day=TODAY, at=at, trigger="The news")
    second = make.moment(
        1,
        day=TODAY,
        at=at,
        urge="Shout",
        did=("walked away",),
        skills=("Cold water",),
        feelings=("Stung",),
        exercise="d-stop",
        pattern=pattern.uid,
        set_off_by=first.uid,
        note="It was late",
    )
    house.store.many([pattern, first, second])
    page = house.go("journal")
    tab_to("All of it")
    assert "Shout" not in words_of(page)
    enter()
    words = words_of(page)
    for said in (
        "The urge: Shout",
        "What you did: Walked away",
        "Skills: Cold water",
        "Feelings: Stung",
        "Pattern: Go quiet",
        "Set off by: 19:30, The news",
        "Exercise: STOP",
        "It was late",
    ):
        assert said in words


def test_a_word_of_ones_own_is_chosen_kept_and_offered_again(house: House) -> None:
    journal(house)
    add_moment()
    type_in("The phone")
    unfold_more()
    tab_to("Another word")
    type_in("Stung")
    enter()
    assert house.store.moments.for_day(TODAY) == []
    tab_to("Another skill", back=True)
    type_in("A walk")
    tab_to("Keep this moment")
    enter()
    [moment] = house.store.moments.for_day(TODAY)
    assert (moment.feelings, moment.skills) == (("Stung",), ("A walk",))
    add_again(house)
    assert {"Stung", "A walk", "Anger"} <= set(words_of(house.shell).splitlines())


def add_again(house: House) -> None:
    house.go(routes.moment(TODAY))
    unfold_more()


def test_the_list_of_skills_is_the_persons_own(house: House) -> None:
    house.open()
    add_again(house)
    tab_to("Change the list: Skills you used")
    enter()
    tab_to("Your skills, one on each line")
    focused().setPlainText("A walk\nA WALK\n\nTea")  # type: ignore[attr-defined]
    tab_to("Use this list")
    enter()
    words = set(words_of(house.shell).splitlines())
    assert {"A walk", "Tea"} <= words
    assert "Cold water" not in words
    ctrl(Qt.Key.Key_Z)
    assert "Cold water" in words_of(house.shell)
