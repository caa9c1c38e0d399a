"""Beside the pictures of Trends: harder weeks are asked about once, and what made things worse."""

from __future__ import annotations

from datetime import timedelta

from rewire_app.ui.base import routes
from rewire_app.ui.trends.worse_cards import PUT_AWAY
from tests.ui.house import House, enter, settle, tab_to, words_of
from tests.ui.test_trends import TODAY, evening, trends_of

FIRST = TODAY - timedelta(days=120)
MARK = FIRST + timedelta(days=111)


def harder(house: House, rise: int = 5) -> None:
    """Evenings that rise by `rise` in the four weeks up to the mark."""
    swings = (2, 4, 3, 2, 3, 4, 3)
    for number in range(120):
        worse = rise if number >= 84 else 0
        house.store.days.put(evening(FIRST + timedelta(days=number), swings[number % 7] + worse))


def test_four_harder_weeks_are_asked_about_until_they_are_put_away(house: House) -> None:
    house.open()
    harder(house)
    card = trends_of(house).views.harder
    words = words_of(card)
    assert "The last four weeks" in words
    assert "you rated your evenings 8 of 10 on average, and 3 before that" in words
    assert "Would talking to someone help?" in words
    tab_to("Not now")
    enter()
    assert not card.isVisible()
    assert house.store.profile.get(PUT_AWAY) == str(MARK.toordinal())
    assert not trends_of(house).views.harder.isVisible()
    house.store.profile.put(PUT_AWAY, str(MARK.toordinal() - 28))  # those before were put away
    house.go("today")
    page = trends_of(house)
    page.refresh()
    page.settle()
    assert page.views.harder.isVisible()


def test_from_the_harder_weeks_it_is_a_press_to_help_and_to_what_made_it_worse(house: House) -> None:
    house.open()
    harder(house)
    page = trends_of(house)
    page.views.harder.help_button.click()
    settle()
    assert house.shell.pages.place == routes.HELP
    trends_of(house)
    tab_to("What made things worse")
    enter()
    assert house.shell.pages.place == routes.UNWANTED


def test_steady_evenings_are_not_spoken_of_and_the_question_is_there_all_the_same(house: House) -> None:
    house.open()
    harder(house, rise=0)
    page = trends_of(house)
    assert not page.views.harder.isVisible()
    page.views.unwanted.button.click()
    settle()
    assert house.shell.pages.place == routes.UNWANTED


def test_today_says_nothing_of_harder_weeks(house: House) -> None:
    house.open()
    harder(house)
    assert "four weeks" not in words_of(house.go("today"))
