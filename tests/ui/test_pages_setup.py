"""The first start: three short steps, each of which can be skipped, changed and undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rewire_app import settings as settings_file
from rewire_app.ui.setup import page as first_start
from rewire_app.ui.setup.page import SetupPage
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.theme import theme
from tests.ui.house import House, arrow_to, enter, focused, press, space, tab_to, type_in, words_of

TODAY = date(2026, 11, 24)


def setup_of(house: House) -> SetupPage:
    setup = house.shell.findChild(SetupPage)
    assert isinstance(setup, SetupPage)
    assert setup.isVisible()
    return setup


def test_all_of_it_can_be_skipped_and_it_does_not_come_back(new_house: House) -> None:
    house = new_house
    house.open()
    for _step in range(3):
        assert setup_of(house)
        tab_to("Skip for now")
        enter()
    assert house.shell.findChild(SetupPage) is None
    assert house.shell.page("today").isVisible()
    assert QApplication.focusWidget() is not None
    assert house.store.plans.history() == []
    assert house.store.profile.get("focus") is None
    house.close()
    house.open()
    assert house.shell.findChild(SetupPage) is None


def test_enter_alone_goes_through_with_a_small_plan(new_house: House) -> None:
    house = new_house
    house.open()
    for _step in range(3):
        enter()
    assert house.shell.page("today").isVisible()
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert (plan.per_week, plan.cue, plan.exercise, plan.minutes) == (3, "close my laptop", "b-paced", 4)
    assert "Begin, 4 minutes" in words_of(house.shell.page("today"))


def test_it_comes_back_until_it_was_gone_through(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    house.close()
    house.open()
    assert "A quiet place to practise" in words_of(setup_of(house))


def test_back_shows_what_was_chosen(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    tab_to("Anger that comes too fast")
    arrow_to("Stress I carry in my body")
    space()
    enter_on("Continue")
    enter_on("Back")
    focuses = setup_of(house).findChild(ChoiceList)
    assert isinstance(focuses, ChoiceList)
    assert focuses.chosen() == ("body",)
    enter_on("Continue")
    assert len(house.store.plans.history()) == 1
    assert house.store.profile.get("focus") == "body"


def enter_on(name: str) -> None:
    tab_to(name)
    enter()


def test_a_cue_of_ones_own_is_asked_for_and_kept(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    tab_to("After I")
    press(Qt.Key.Key_End)
    enter_on("Continue")
    assert "Write what you do every day, or choose one from the list." in words_of(setup_of(house))
    assert focused().accessibleName() == "After I …"
    assert house.store.plans.history() == []
    type_in("feed the cat")
    enter_on("Continue")
    plan = house.store.plans.current(TODAY)
    assert plan is not None
    assert plan.cue == "feed the cat"


def test_the_look_is_in_force_while_one_chooses(new_house: House) -> None:
    house = new_house
    house.open()
    enter()
    enter()
    tab_to("As the computer")
    arrow_to("Dark")
    assert theme.dark
    tab_to("100 %")
    arrow_to("130 %")
    assert theme.scale == 130
    enter_on("Begin")
    kept = settings_file.load(house.profile)
    assert (kept.theme, kept.text_size, kept.set_up) == ("dark", 130, True)


@pytest.mark.parametrize(("guess", "kept"), [("NL", "NL"), ("XX", "--")])
def test_the_country_is_a_guess_that_is_kept_or_left_open(
    guess: str, kept: str, new_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_start, "country_of_this_computer", lambda: guess)
    new_house.open()
    enter()
    assert settings_file.load(new_house.profile).country == kept


def test_a_page_asked_for_by_shortcut_waits_for_no_setup(new_house: House) -> None:
    house = new_house
    house.open()
    press(Qt.Key.Key_2, modifier=Qt.KeyboardModifier.ControlModifier)
    assert house.shell.page("practice").isVisible()
    assert not house.context.settings.set_up
