"""What cannot be tested, what cannot be saved, and a way by Tab through every state of a fair test."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from rewire_app.domain.experiment.choice import OptionsKind, confirmation
from rewire_app.domain.experiment.sealed_order import Rule
from rewire_app.errors import StoreError
from rewire_app.exchange.sample.fill import fill
from rewire_app.reports.fair_start import used
from rewire_app.ui.experiment.page import ExperimentPage
from tests.guards.tab_round import assert_sound, walk
from tests.store.list_entries import unwanted
from tests.ui.experiment_room import (
    TUESDAY,
    choose_two_times,
    page_of,
    rate_before,
    rate_by_order,
    sealed,
    sealed_by,
)
from tests.ui.house import House, ctrl, enter, press, settle, space, tab_to, type_in, words_of
from tests.ui.journal_room import fill_disk, let_rest


def test_own_words_need_the_tick_and_both_ways(house: House) -> None:
    house.open()
    rate_before(house)
    page = page_of(house)
    tab_to("What to compare")
    press(Qt.Key.Key_End)
    form = page.form
    assert form is not None
    assert "Write this way in a few words." in words_of(form.forecast)
    tab_to("One way")
    type_in("walk first")
    tab_to("Another way")
    type_in("sit first")
    assert "Rewire cannot tell what your words are about, so it asks." in words_of(form.forecast)
    assert not form.forecast.button.isEnabled()
    tab_to(confirmation())
    space()
    tab_to("The same day")
    space()
    tab_to("Draw the coins")
    enter()
    [one] = house.store.experiments.all()
    assert (one.option_a, one.option_b) == ("walk first", "sit first")


def test_own_words_that_are_half_written_outlive_a_kill(house: House) -> None:
    house.open()
    page = page_of(house)
    assert page.form is not None
    page.form.options.kind.set_value("own")
    tab_to("One way")
    type_in("walk first")
    let_rest(page)
    house.window.close_store()
    house.window.hide()
    house.close()
    house.open()
    form = page_of(house).form
    assert form is not None
    assert form.options.own.isVisible()
    assert form.options.own.first.value() == "walk first"


def test_own_words_that_were_sealed_do_not_come_back(house: House) -> None:
    house.open()
    rate_before(house)
    form = page_of(house).form
    assert form is not None
    form.options.kind.set_value("own")
    tab_to("One way")
    type_in("walk first")
    tab_to("Another way")
    type_in("sit first")
    tab_to(confirmation())
    space()
    tab_to("The same day")
    space()
    tab_to("Draw the coins")
    enter()
    [one] = house.store.experiments.all()
    house.store.experiments.remove(one.uid)
    house.window.close_store()
    house.window.hide()
    house.close()
    house.open()
    again = page_of(house).form
    assert again is not None
    assert again.options.own.first.value() == ""


def test_the_list_of_exercises_has_none_for_a_crisis(house: House) -> None:
    house.open()
    page = page_of(house)
    form = page.form
    assert form is not None
    picker = form.options.lists[OptionsKind.EXERCISES].first.picker
    titles = [picker.itemText(number).rpartition(",")[0] for number in range(picker.count())]
    assert "Paced breathing" in titles
    for title in ("TIPP: cool down fast", "My crisis plan", "Take a step", "Bed for sleep", "Drop anchor"):
        assert title not in titles


def test_the_same_way_twice_is_refused_in_words(house: House) -> None:
    house.open()
    rate_before(house)
    page = page_of(house)
    for name in ("One way", "Another way"):
        tab_to(name)
        press(Qt.Key.Key_Home)
    form = page.form
    assert form is not None
    assert "Both options are the same. Change one of them." in words_of(form.forecast)
    assert form.forecast.button.accessibleDescription() == form.forecast.reason.text()


def test_numbers_of_days_are_compared_by_weeks_alone(house: House) -> None:
    house.open()
    rate_before(house)
    form = page_of(house).form
    assert form is not None
    form.options.kind.set_value("days")
    form.options.lists[OptionsKind.DAYS].choose("3", "5")
    form.acts.set_value("days")
    assert "Numbers of days a week are compared by weeks." in words_of(form.forecast)
    form.acts.set_value("weeks")
    assert form.forecast.button.isEnabled()


def fill_every_page(house: House) -> None:
    """Leave the disk no room, and the pages that are there no room for one more test."""
    fill_disk(house)
    start = TUESDAY - timedelta(days=1_001)
    try:
        for _turn in range(50):
            house.store.experiments.add(replace(sealed(start), opened_day=TUESDAY))
    except StoreError:
        return
    raise AssertionError("the disk is not full")


def test_on_a_full_disk_what_was_chosen_stays(house: House) -> None:
    house.open()
    rate_before(house)
    page = page_of(house)
    fill_every_page(house)
    before = house.store.experiments.all()
    choose_two_times()
    assert "The disk is full" in words_of(house.shell)
    assert house.store.experiments.all() == before
    house.go("today")
    page_of(house)
    form = page.form
    assert form is not None
    assert form.isVisible()
    assert (
        "Practise in the evening" in form.options.lists[form.options.chosen_kind].second.picker.currentText()
    )
    fill_disk(house, full=False)
    tab_to("Draw the coins")
    enter()
    assert len(house.store.experiments.all()) == len(before) + 1


def test_the_result_shows_on_a_full_disk_too(house: House) -> None:
    start = TUESDAY - timedelta(days=57)
    house.open()
    house.store.experiments.add(sealed(start))
    rate_by_order(house, start)
    page = page_of(house)
    fill_disk(house)
    tab_to("Show the result")
    enter()
    assert "Your evenings were calmer" in words_of(page)
    fill_disk(house, full=False)


def test_removing_can_be_undone(house: House) -> None:
    house.open()
    house.store.experiments.add(sealed())
    page = page_of(house)
    tab_to("Remove this test")
    enter()
    assert "When would it act, if it does?" in words_of(page)
    ctrl(Qt.Key.Key_Z)
    assert "The order is drawn and sealed" in words_of(page)


def test_a_changed_order_is_told_plainly(house: House) -> None:
    house.open()
    one = sealed(TUESDAY - timedelta(days=1))
    house.store.experiments.add(replace(one, option_a="another way"))
    said = words_of(page_of(house))
    assert "The sealed order does not fit its code" in said
    assert "This week:" not in said


STATES = ["choosing", "own words", "running", "over", "stopped", "days running", "days over"]


def in_state(house: House, state: str, size: tuple[int, int]) -> ExperimentPage:
    """The page in a window of this size, with a test in this state."""
    starts = {"running": 8, "over": 57, "stopped": 15}
    house.open().resize(*size)
    by_days, phase = state.startswith("days "), state.removeprefix("days ")
    if phase in starts:
        start = TUESDAY - timedelta(days=starts[phase])
        ends = {"over": {"opened_day": TUESDAY}, "stopped": {"stopped_day": TUESDAY}}
        one = sealed_by(Rule.DAYS, start) if by_days else sealed(start)
        house.store.experiments.add(replace(one, **ends.get(phase, {})))
        rate_by_order(house, start)
    else:
        rate_before(house)
    page = page_of(house)
    if phase == "over":
        page.choose(house.store.experiments.all()[0].uid)
    if state in ("choosing", "own words"):
        page.begin()
        assert page.form is not None
        page.form.options.kind.set_value("own" if state == "own words" else "days")
        page.form.acts.set_value("weeks")
    settle()
    return page


@pytest.mark.parametrize("size", [(1200, 800), (640, 420)], ids=["wide", "smallest"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_sound_by_tab(house: House, state: str, size: tuple[int, int]) -> None:
    in_state(house, state, size)
    assert_sound(house, 8 if size[0] > 640 else 5)  # the seven of the rail are Menu and Help now


@pytest.mark.parametrize("state", STATES)
def test_the_page_has_the_same_stops_in_the_smallest_window(house: House, state: str) -> None:
    page = in_state(house, state, (1200, 800))

    def own() -> list[str]:
        settle()
        return sorted(stop.widget.accessibleName() for stop in walk() if page.isAncestorOf(stop.widget))

    wide = own()
    house.window.resize(640, 420)
    assert own() == wide


def test_nothing_is_chosen_for_who_has_not_practised_two(house: House) -> None:
    house.open()
    rate_before(house)
    form = page_of(house).form
    assert form is not None
    for kind in (OptionsKind.EXERCISES, OptionsKind.TIMES, OptionsKind.DAYS):
        form.options.kind.set_value(str(kind))
        shown = form.options.lists[kind]
        assert (shown.first.value(), shown.second.value()) == ("", "")
        assert form.forecast.reason.text() == "Choose two ways to compare."
    assert form.acts.value() is None


def test_the_two_most_used_exercises_are_offered(house: House) -> None:
    house.open()
    fill(house.store, 60, 5, TUESDAY)
    form = page_of(house).form
    assert form is not None
    counts = used(house.context.vault, TUESDAY)
    allowed = [form.options.lists[OptionsKind.EXERCISES].first.picker.itemData(n) for n in range(200)]
    most = [name for name in counts if name in allowed][:2]
    shown = form.options.lists[OptionsKind.EXERCISES]
    assert [shown.first.value(), shown.second.value()] == most
    assert counts[most[0]] >= counts[most[1]] > 0
    assert f"Done {counts[most[0]]} times in 90 days" in words_of(form.options)


def test_what_made_things_worse_is_not_offered_for_a_test(house: House) -> None:
    house.open()
    house.store.unwanted_effects.add(unwanted(exercise="b-paced", offered=False))
    form = page_of(house).form
    assert form is not None
    offered = form.options.lists[OptionsKind.EXERCISES].first.picker
    assert offered.findData("b-paced") == -1
    assert offered.findData("b-sigh") > 0
