"""Whether anything made things worse: asked quietly, kept at once, read back, and no longer offered."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.content.states import read_states
from rewire_app.domain.journal.entries import Practice, new_uid
from rewire_app.domain.journal.unwanted import PUT_AWAY, UnwantedEffect, Worse
from rewire_app.store.unwanted_queries import withheld
from rewire_app.ui.base import routes
from rewire_app.ui.help.page import HelpPage
from rewire_app.ui.player.view import LEAVE
from rewire_app.ui.practice.exercise_page import ExercisePage
from rewire_app.ui.practice.state_page import StatePage
from rewire_app.ui.practice.worse_note import WorseNote
from rewire_app.ui.today.worse_card import WorsePlace
from rewire_app.ui.unwanted.page import UnwantedPage
from rewire_app.ui.widgets.rows import OpenRow
from tests.store import entries as make
from tests.ui.house import (
    House,
    arrow_to,
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
from tests.ui.journal_room import TODAY, fill_disk, let_rest

QUESTION = "Did anything in Rewire make things worse?"


def practised(house: House, days_ago: int, exercise: str = "d-stop") -> Practice:
    entry = make.practice(exercise=exercise, day=TODAY - timedelta(days=days_ago), before=3, after=2)
    house.store.practices.add(entry)
    return entry


def answered(
    house: House, exercise: str = "d-stop", answer: Worse = Worse.SOME, days_ago: int = 9, note: str = ""
) -> UnwantedEffect:
    entry = UnwantedEffect(
        uid=new_uid(house.context.clock.now()),
        day=TODAY - timedelta(days=days_ago),
        answer=answer,
        exercise=exercise,
        offered=not exercise,
        note=note,
    )
    house.store.unwanted_effects.add(entry)
    return entry


def asks(house: House) -> bool:
    """Whether Today asks now."""
    page = house.go("today")
    page.refresh()
    settle()
    return page.findChild(WorsePlace).isVisible()


def opened(house: House, route: str = "unwanted") -> UnwantedPage:
    page = house.go(route)
    assert isinstance(page, UnwantedPage)
    return page


# on Today


def test_today_asks_after_a_month_of_practice_and_keeps_nothing_as_an_answer(house: House) -> None:
    house.open()
    assert not asks(house)
    practised(house, 29)
    practised(house, 2)
    assert not asks(house)
    practised(house, 30)
    assert asks(house)
    tab_to("Nothing")
    enter()
    [kept] = house.store.unwanted_effects.all()
    assert (kept.answer, kept.day, kept.exercise, kept.offered) == (Worse.NOTHING, TODAY, "", True)
    assert not asks(house)
    ctrl(Qt.Key.Key_Z)
    assert house.store.unwanted_effects.all() == []
    assert asks(house)


def test_not_now_rests_for_a_month(house: House) -> None:
    house.open()
    practised(house, 100)
    practised(house, 2)
    assert asks(house)
    tab_to("Not now")
    enter()
    assert not asks(house)
    house.store.profile.put(PUT_AWAY, (TODAY - timedelta(days=29)).isoformat())
    assert not asks(house)
    house.store.profile.put(PUT_AWAY, (TODAY - timedelta(days=30)).isoformat())
    assert asks(house)


def test_today_does_not_ask_on_a_day_with_a_rating_of_eight(house: House) -> None:
    house.open()
    practised(house, 30)
    practised(house, 2)
    assert asks(house)
    house.store.moments.add(make.moment(day=TODAY, peak=8))
    assert not asks(house)


def test_today_does_not_ask_after_several_very_hard_days(house: House) -> None:
    house.open()
    practised(house, 30)
    practised(house, 2)
    for back in range(1, 6):
        house.store.days.put(make.day_entry(day=TODAY - timedelta(days=back), reactivity=9, mood=5))
    assert not asks(house)
    house.store.days.put(make.day_entry(day=TODAY - timedelta(days=5), reactivity=4, mood=5))
    assert asks(house)


def test_a_lot_leads_to_people_first_and_is_kept(house: House) -> None:
    house.open()
    practised(house, 30)
    practised(house, 2)
    assert asks(house)
    tab_to("A lot")
    enter()
    [kept] = house.store.unwanted_effects.all()
    assert kept.answer is Worse.LOT
    assert house.shell.pages.place == routes.UNWANTED
    assert "you do not have to sort it out alone" in words_of(house.shell.page("unwanted"))
    assert focused().accessibleName() == "Open Help now"
    enter()
    assert house.shell.pages.place == routes.HELP


# the question whenever one likes


def test_an_answer_is_given_by_keys_kept_as_it_is_given_and_read_back(house: House) -> None:
    house.open()
    practised(house, 3, "a-leaves")
    practised(house, 2)
    page = opened(house)
    assert "What was it?" not in words_of(page)
    assert focused().accessibleName() == "Nothing"
    arrow_to("Some")
    space()
    assert [one.answer for one in house.store.unwanted_effects.all()] == [Worse.SOME]
    tab_to("What was it?")
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    tab_to("What happened, if you like")
    type_in("It got louder.")
    let_rest(page)
    [kept] = house.store.unwanted_effects.all()
    assert (kept.exercise, kept.offered, kept.note) == ("a-leaves", False, "It got louder.")
    tab_to("Done")
    enter()
    words = words_of(page)
    assert "Some: Leaves on a stream" in words
    assert "Tuesday 24 November, not offered any more" in words
    assert "It got louder." in words
    assert page.answer.shown == ""


def test_it_can_be_offered_all_the_same(house: House) -> None:
    house.open()
    practised(house, 2)
    opened(house)
    arrow_to("Some")
    space()
    tab_to("What was it?")
    press(Qt.Key.Key_Down)
    assert withheld(house.context.vault) == {"d-stop"}
    tab_to("Keep offering it")
    space()
    assert withheld(house.context.vault) == frozenset()


def test_what_was_typed_is_saved_when_the_page_is_left_and_undone_step_by_step(house: House) -> None:
    house.open()
    entry = answered(house)
    page = opened(house, f"unwanted/{entry.uid}")
    tab_to("What happened, if you like")
    type_in("Too much at once.")
    house.go("today")
    assert house.store.unwanted_effects.get(entry.uid).note == "Too much at once."
    house.go(routes.unwanted(entry.uid))
    house.context.hub.undo()
    assert house.store.unwanted_effects.get(entry.uid).note == ""
    settle()
    assert page.answer.form.answer("note") == ""


def test_an_answer_is_removed_and_brought_back(house: House) -> None:
    house.open()
    entry = answered(house, note="far away")
    page = opened(house)
    tab_to("Edit the answer of Sunday 15 November")
    enter()
    assert page.answer.shown == entry.uid
    tab_to("Remove this answer")
    enter()
    assert house.store.unwanted_effects.all() == []
    assert "far away" not in words_of(page)
    house.context.hub.undo()
    settle()
    assert house.store.unwanted_effects.all() == [entry]
    assert "far away" in words_of(page)


def test_on_a_full_disk_what_was_typed_stays_and_is_saved_later(house: House) -> None:
    house.open()
    entry = answered(house)
    page = opened(house, f"unwanted/{entry.uid}")
    fill_disk(house)
    tab_to("What happened, if you like")
    focused().setPlainText("x" * 60_000)  # type: ignore[attr-defined]
    let_rest(page)
    assert page.unsaved
    assert "Not saved. What you typed is here." in words_of(page)
    page.refresh()
    assert page.answer.form.answer("note") == "x" * 60_000
    fill_disk(house, full=False)
    house.go("today")
    assert not page.unsaved
    assert len(house.store.unwanted_effects.get(entry.uid).note) == 60_000


def test_an_article_can_be_named_and_is_no_exercise_to_offer(house: House) -> None:
    house.open()
    house.go("library/L03")
    page = opened(house)
    page.answer.form.field("answer").control.set_value(Worse.SOME)
    page.answer.form.field("exercise").set_value("L03")
    [kept] = house.store.unwanted_effects.all()
    assert (kept.exercise, kept.offered) == ("L03", True)
    settle()
    assert "Keep offering it" not in words_of(page)
    assert house.context.library.article("L03").title in words_of(page)


@pytest.mark.parametrize(("page", "link"), [("practised", "What made things worse")])
def test_the_question_is_a_press_away(page: str, link: str, house: House) -> None:
    house.open()
    practised(house, 2)
    house.go(page)
    tab_to(link)
    enter()
    assert house.shell.pages.place == routes.UNWANTED


# what is offered


def test_the_page_of_the_exercise_says_what_was_noted_and_can_offer_it_again(house: House) -> None:
    house.open()
    answered(house, answer=Worse.LOT, note="far away")
    page = house.go("exercise/d-stop")
    assert isinstance(page, ExercisePage)
    words = words_of(page)
    assert "You noted on 15 November that this made things a lot worse." in words
    assert "far away" in words
    assert page.acts is not None
    assert page.acts.begin.isEnabled()
    tab_to("Offer this again")
    space()
    assert withheld(house.context.vault) == frozenset()
    assert "far away" in words_of(page)
    house.context.hub.undo()
    settle()
    assert withheld(house.context.vault) == {"d-stop"}
    assert not page.findChild(WorseNote).switch.value()


def test_an_exercise_without_such_a_note_says_nothing_of_it(house: House) -> None:
    house.open()
    answered(house, exercise="b-box")
    page = house.go("exercise/d-stop")
    assert not page.findChild(WorseNote).isVisible()


def test_what_made_things_worse_stands_last_in_practice_and_is_still_found(house: House) -> None:
    house.open()
    page = house.go("practice")
    first = page.catalogue.cards()[0].exercise.id
    answered(house, exercise=first)
    house.go("today")
    page = house.go("practice")
    page.renew()
    assert page.catalogue.cards()[0].exercise.id != first
    assert page.catalogue.cards()[-1].exercise.id == first
    type_in(house.context.library.title(first))
    assert page.catalogue.cards()[0].exercise.id == first


def test_help_now_and_the_states_and_grounding_leave_it_out(house: House) -> None:
    house.open()
    page = house.go(routes.HELP)
    assert isinstance(page, HelpPage)
    assert "Drop anchor" in row_names(page)
    assert "Drop anchor" in grounding(house)
    entry = answered(house, exercise="a-anchor")
    page.renew()
    assert "Drop anchor" not in row_names(page)
    assert "Name five things you can see" in row_names(page)
    assert "Drop anchor" not in grounding(house)
    house.store.unwanted_effects.remove(entry.uid)
    page.renew()
    assert "Drop anchor" in row_names(page)


def row_names(page: HelpPage) -> str:
    return "\n".join(part.accessibleName() for part in page.findChildren(QWidget) if part.isVisible())


def grounding(house: House) -> list[str]:
    player = house.play("b-paced")
    press(Qt.Key.Key_6)
    player.press(LEAVE)
    sheet = player.view.sheet
    assert sheet is not None
    found = [button.label for button in sheet.offers.buttons]
    sheet.discard_button.click()
    house.go(routes.HELP)
    return found


def test_the_states_offer_what_did_not_make_things_worse(house: House) -> None:
    house.open()
    page = house.go("state")
    state = read_states().states[0]
    page.states.set_value(state.id)
    page.rating.set_value(3)
    settle()
    shown = offered_names(page)
    gone = house.context.library.exercise(state.fits[0].exercise)
    [its] = [name for name in shown if name.startswith(gone.title)]
    answered(house, exercise=gone.id)
    page.rating.set_value(4)
    settle()
    left = offered_names(page)
    assert its not in left
    assert shown - {its} <= left


def offered_names(page: StatePage) -> set[str]:
    assert page.offered is not None
    return {row.accessibleName() for row in page.offered.findChildren(OpenRow)}
