"""Plans: if-then sentences, worries and urges with their state, changed by keys and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import Intention, IntentionOutcome
from rewire_app.domain.lists.entries import Urge
from rewire_app.ui.base import routes
from rewire_app.ui.plans.page import PlansPage
from rewire_app.ui.plans.printing import POINTS, as_html
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.paper import as_document
from tests.ui.house import EVENING, House, ctrl, enter, focused, press, space, tab_to, type_in, words_of
from tests.ui.journal_room import let_rest
from tests.ui.lists_room import lived_in, uid

TODAY = date(2026, 11, 24)


def plans(house: House, route: routes.Route = routes.PLANS) -> PlansPage:
    page = house.go(route)
    assert isinstance(page, PlansPage)
    return page


def test_a_plan_is_written_by_hand_and_what_came_of_it_is_noted(house: House) -> None:
    house.open()
    lived_in(house.store)
    page = plans(house)
    assert "Asked about on 26 November" in words_of(page)
    tab_to("Write a plan")
    enter()
    type_in("When it rains, I will walk")
    tab_to("Keep")
    enter()
    plan = next(one for one in house.store.intentions.all() if one.text == "When it rains, I will walk")
    assert (plan.day, plan.recalled) == (TODAY, None)
    tab_to("Edit: When it rains, I will walk")
    enter()
    tab_to("Not answered")
    press(Qt.Key.Key_Right)
    space()
    tab_to("Keep")
    enter()
    kept = house.store.intentions.get(plan.uid)
    assert kept is not None
    assert (kept.recalled, kept.recalled_day) == (IntentionOutcome.USED, TODAY)
    assert "Looked back on" in words_of(page)
    assert page.plans.text().splitlines()[-2:] == [
        "- When it rains, I will walk",
        "  It came, and I did it, today",
    ]
    ctrl(Qt.Key.Key_Z)
    kept = house.store.intentions.get(plan.uid)
    assert kept is not None
    assert kept.recalled is None


def test_plans_on_paper_stand_with_where_they_are_those_that_wait_first(house: House) -> None:
    house.open()
    page = plans(house)
    names = {one.accessibleName() for one in page.plans.findChildren(QuietButton) if one.isVisible()}
    assert "Print" not in names
    made = [
        Intention(uid=uid(), day=TODAY - timedelta(days=9), text="When it rains, I will walk"),
        Intention(uid=uid(), day=TODAY, text="When they <sigh>,\nI will ask"),
    ]
    done = replace(made[0], recalled=IntentionOutcome.USED, recalled_day=TODAY - timedelta(days=1))
    for plan in (done, made[1]):
        house.context.hub.do("plan kept", house.store.intentions.add, plan)
    tab_to("Print")
    text = as_document(as_html(house.store.intentions.all(), TODAY), POINTS).toPlainText()
    parts = ["If-then plans", "When they <sigh>,", "I will ask", "Asked about on 27 November"]
    parts += ["Looked back on", "When it rains, I will walk", "It came, and I did it, 23 November"]
    places = [text.index(part) for part in [*parts, "Printed on 24 November 2026"]]
    assert places == sorted(places)


def test_a_worry_says_to_when_it_was_postponed_and_can_be_given_another_time(house: House) -> None:
    house.open()
    lived_in(house.store)
    page = plans(house, routes.plans("worries"))
    assert "Waits until Wednesday 25 November, 18:00" in words_of(page)
    tab_to("Edit: The rent")
    enter()
    tab_to("To what time of that day?")
    ctrl(Qt.Key.Key_A)
    type_in("7:30")
    tab_to("Keep")
    enter()
    rent = next(one for one in house.store.worries.all() if one.text == "The rent")
    assert (rent.due, rent.minute) == (date(2026, 11, 25), 450)
    assert "Waits until Wednesday 25 November, 07:30" in words_of(page)


def test_an_urge_says_whether_it_was_acted_on(house: House) -> None:
    house.open()
    lived_in(house.store)
    page = plans(house, routes.plans("urges"))
    assert "Not acted on" in words_of(page)
    tab_to("Edit: Scroll in bed")
    enter()
    tab_to("No")
    press(Qt.Key.Key_Left)
    space()
    tab_to("Keep")
    enter()
    assert house.store.urges.all()[0].acted is True
    assert "Not acted on" not in words_of(page)


def test_a_day_that_was_chosen_is_still_offered_days_later(house: House) -> None:
    house.open()
    page = plans(house, routes.plans("urges"))
    page.urges.add()
    type_in("To call")
    let_rest(page)
    assert page.urges.form is not None
    chosen = page.urges.form.form.answers()
    house.window.close_store()
    house.window.hide()
    house.close()
    house.clock.stopped_at = EVENING + timedelta(days=9)
    house.open()
    page = plans(house, routes.plans("urges"))
    assert page.urges.form is not None
    assert page.urges.form.form.answers() == chosen


def test_of_many_urges_the_newest_stand_first_and_the_others_are_one_press_away(house: House) -> None:
    house.open()
    some = [Urge(uid=uid(), day=TODAY - timedelta(days=n), urge=f"Urge {n}") for n in range(15)]
    house.store.many(some)
    page = plans(house, routes.plans("urges"))
    assert list(page.urges.rows) == [one.uid for one in some[:12]]
    assert "Urge 14" in page.urges.text()
    tab_to("3 more")
    enter()
    assert list(page.urges.rows) == [one.uid for one in some]
    assert focused().accessibleName() == "Edit: Urge 12"
