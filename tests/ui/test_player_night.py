"""An exercise at night: dark whatever is chosen, led by a few keys, without a clock, black after a while."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from rewire_app.domain.exercise.exercise import PassFrame
from rewire_app.ui.player.finish import FinishView
from rewire_app.ui.player.night import NightEndView, NightView
from rewire_app.ui.player.night_layers import BlackLayer
from rewire_app.ui.widgets.theme import theme
from tests.domain.small_exercises import exercise, pick, say
from tests.ui.house import House, enter, focused, press, settle, space, type_in, words_of

NIGHT = exercise(
    pick("how", "Peaceful", "Tense"),
    say("Let the pillow carry your head.", secs=30),
    say("Breathe out."),
    id="own-night",
    title="Awake",
    glyph="d-stop",
    plan="When [I lie awake], I will [get up].",
    frame=PassFrame.NIGHT,
)


@pytest.fixture
def night(house: House) -> House:
    house.prepare(theme="light")
    house.open()
    house.context.library.own.use({}, (NIGHT,))
    house.play(NIGHT.id)
    return house


def view(house: House) -> NightView:
    found = house.player.view
    assert isinstance(found, NightView)
    return found


def test_it_is_dark_whatever_is_chosen_and_light_again_when_it_is_over(night: House) -> None:
    assert theme.color("bg").name() == "#0b0e0f"
    press(Qt.Key.Key_Escape)
    settle()
    assert theme.name == "light"


def test_help_lies_over_it_in_the_same_dark(night: House) -> None:
    press(Qt.Key.Key_F1)
    assert night.shell.page("help").isVisible()
    assert theme.dark


def test_a_chosen_size_is_followed_and_the_chosen_colours_wait(night: House) -> None:
    night.context.preferences.put(text_size=150, theme="dark")
    assert (theme.scale, theme.color("bg").name()) == (150, "#0b0e0f")
    press(Qt.Key.Key_Escape)
    settle()
    assert (theme.scale, theme.name) == (150, "dark")


def test_keys_lead_through_it_and_nothing_tells_a_time(night: House) -> None:
    assert focused().accessibleName() == "Peaceful"
    space()
    enter()
    assert night.player.run.screen.text == "Let the pillow carry your head."
    shown = words_of(view(night))
    for word in ("second", "minute", "step 2", "Leave", ":"):
        assert word not in shown
    assert "Space\ngo on" in shown
    space()
    assert night.player.run.screen.text == "Breathe out."
    enter()
    assert isinstance(view(night).current, NightEndView)


def test_the_end_neither_rates_nor_plans_nor_counts_and_the_pass_is_kept(night: House) -> None:
    for _screen in range(3):
        space()
        enter()
    assert not view(night).findChildren(FinishView)
    assert "You can put this away now." in words_of(view(night))
    press(Qt.Key.Key_Escape)
    assert [one.exercise for one in night.store.practices.recent(9)] == [NIGHT.id]
    assert night.store.intentions.recent(9) == []


def test_escape_closes_it_at_once_and_asks_nothing(night: House) -> None:
    space()
    enter()
    press(Qt.Key.Key_Escape)
    assert not night.shell.covers.playing
    assert night.store.runs.load() is None


def test_g_says_how_to_get_up_and_b_leads_back(night: House) -> None:
    space()
    enter()
    press(Qt.Key.Key_G)
    assert "getting up for a while is a good way" in words_of(view(night))
    assert "If you could fall, sit up in bed instead" in words_of(view(night))
    assert not view(night).current.paced
    press(Qt.Key.Key_B)
    assert view(night).layers == []
    assert view(night).current.paced


def test_w_keeps_one_line_for_tomorrow_with_the_worries(night: House) -> None:
    press(Qt.Key.Key_W)
    type_in("the tax letter")
    enter()
    assert view(night).layers == []
    assert [worry.text for worry in night.store.worries.all()] == ["the tax letter"]
    press(Qt.Key.Key_W)
    press(Qt.Key.Key_Escape)
    assert view(night).layers == []
    assert night.player.run.screen.text


def test_letters_do_nothing_for_who_switched_them_off(house: House) -> None:
    house.prepare(single_keys=False)
    house.open()
    house.context.library.own.use({}, (NIGHT,))
    house.play(NIGHT.id)
    press(Qt.Key.Key_G)
    assert view(house).layers == []


def test_it_is_black_a_minute_after_the_last_key_and_any_key_brings_it_back(night: House) -> None:
    space()
    enter()
    view(night).quiet.timeout.emit()
    assert view(night).layers == []  # words that go on by themselves stay
    space()
    view(night).quiet.timeout.emit()
    [black] = view(night).layers
    assert isinstance(black, BlackLayer)
    assert black.findChildren(QLabel) == []
    press(Qt.Key.Key_Space)
    assert view(night).layers == []
    assert night.player.run.screen.text == "Breathe out."


def test_the_pointer_is_hidden_once_it_has_rested(night: House) -> None:
    for _second in range(3):
        view(night).beat.emit()
    assert view(night).cursor().shape() is Qt.CursorShape.BlankCursor


def test_a_line_that_was_being_typed_is_there_again_after_a_kill(house: House) -> None:
    house.prepare()
    house.open()
    house.context.library.own.use({}, (NIGHT,))
    house.play(NIGHT.id)
    press(Qt.Key.Key_W)
    type_in("the tax letter")
    assert view(house).tomorrow.drafting.now()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_W)
    assert focused().text() == ""  # type: ignore[attr-defined] # left out is left out
    type_in("the rent")
    assert view(house).tomorrow.drafting.now()
    held = house.store.profile.get("draft:night/tomorrow")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    settle()
    assert held is not None
    house.store.profile.put("draft:night/tomorrow", held)  # as a kill would have left it
    house.play(NIGHT.id)
    press(Qt.Key.Key_W)
    assert focused().text() == "the rent"  # type: ignore[attr-defined]
    enter()
    assert [worry.text for worry in house.store.worries.all()] == ["the rent"]
    assert house.store.profile.get("draft:night/tomorrow") == ""


def test_where_a_person_comes_first_the_buttons_are_those_of_the_day(house: House) -> None:
    house.prepare(country="US")
    house.open()
    house.play("s-awake")
    found = view(house)
    option = next(one for one in house.player.run.screen.options if "ending my life" in one)  # type: ignore[attr-defined]
    house.player.passage.answer([option])
    house.player.next()
    settle()
    words = words_of(found)
    assert "988" in words
    assert "Open Help now" in words
    assert "go on\n" not in words
    assert focused().accessibleName() == "Open Help now"
    enter()
    assert house.shell.page("help").isVisible()
    assert theme.dark
