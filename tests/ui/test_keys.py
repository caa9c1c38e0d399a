"""The keys: the sheet shows the table, each key of the table does it, letters can be switched off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest

from rewire_app.domain.exercise.screens import ScreenKind
from rewire_app.exchange.sample.fill import fill
from rewire_app.ui.base import routes
from rewire_app.ui.base.keys import KEYS
from rewire_app.ui.charts.lanes import LanesPlot
from rewire_app.ui.frame.key_sheet import KeySheet
from rewire_app.ui.frame.screenshots import to_kind
from rewire_app.ui.journal.night_bar import NightBar
from rewire_app.ui.library.article_text import ArticleText
from rewire_app.ui.moment.clock_strip import ClockWords
from rewire_app.ui.passes.pass_list import PassList
from rewire_app.ui.player.pace_panel import PacePanel
from rewire_app.ui.practice.card import ExerciseCard
from rewire_app.ui.trends.page import TrendsPage
from rewire_app.ui.widgets.key_cap import KeyCap
from rewire_app.ui.widgets.rating import Rating
from tests.store import entries as make
from tests.ui.house import House, enter, focused, press, settle, tab_to, type_in, words_of
from tests.ui.journal_room import TODAY, journal


def strike(keys: str) -> None:
    """Press keys as Qt writes them."""
    combination = QKeySequence(keys)[0]
    press(combination.key(), modifier=combination.keyboardModifiers())


def sheet(house: House) -> KeySheet | None:
    settle()
    return house.shell.findChild(KeySheet)


def test_the_sheet_shows_every_key_of_the_table(house: House) -> None:
    house.open()
    strike("?")
    shown = sheet(house)
    assert shown is not None
    caps = [cap.text() for cap in shown.findChildren(KeyCap)]
    assert sorted(caps) == sorted(key.cap for key in KEYS.values())
    for key in KEYS.values():
        assert key.words() in words_of(shown)


@pytest.mark.parametrize("way", ["Esc", "Return", "?"])
def test_the_sheet_closes_and_gives_the_focus_back(way: str, house: House) -> None:
    house.open()
    before = tab_to("Choose another")
    strike("?")
    assert sheet(house) is not None
    strike(way)
    assert sheet(house) is None
    assert focused() is before


def test_the_sheet_leaves_the_rail_free_and_a_page_chosen_there_closes_it(house: House) -> None:
    house.open()
    strike("?")
    shown = sheet(house)
    assert shown is not None
    assert shown.mapTo(house.shell, shown.rect().topLeft()).x() >= 84
    strike("Ctrl+2")
    assert sheet(house) is None
    assert house.shell.page("practice").isVisible()


def test_over_an_exercise_the_sheet_lets_it_wait(house: House) -> None:
    house.open()
    player = house.play("b-paced")
    house.window.go(routes.KEYS)
    assert sheet(house) is not None
    assert not player.view.isVisible()
    strike("Esc")
    assert player.view.isVisible()


def test_settings_lead_to_the_sheet(house: House) -> None:
    house.open()
    house.go("settings/keys")
    tab_to("Show all keys")
    enter()
    assert sheet(house) is not None


def test_letters_switched_off_do_nothing_and_are_not_shown(house: House) -> None:
    house.open()
    house.context.preferences.put(single_keys=False)
    for key in ("?", "M", "B"):
        strike(key)
    assert sheet(house) is None
    assert house.shell.page("today").isVisible()
    house.window.go(routes.KEYS)
    shown = sheet(house)
    assert shown is not None
    caps = {cap.text() for cap in shown.findChildren(KeyCap)}
    assert "F1 or Ctrl+H" in caps
    assert "?" not in caps
    assert "B" not in caps


def test_switched_off_the_letter_of_a_favourite_does_nothing_on_its_page(house: House) -> None:
    house.open()
    house.context.preferences.put(single_keys=False)
    house.go(routes.exercise("a-anchor"))
    strike("F")
    assert house.store.favourites.all() == []
    house.context.preferences.put(single_keys=True)
    strike("F")
    assert [one.exercise for one in house.store.favourites.all()] == ["a-anchor"]


def test_a_screen_reader_hears_that_the_sheet_is_a_dialog(house: House) -> None:
    house.open()
    house.window.go(routes.KEYS)
    role = QAccessible.queryAccessibleInterface(sheet(house)).role()
    assert role == QAccessible.Role.Dialog


def test_letters_in_a_field_are_letters(house: House) -> None:
    page = journal(house)
    note = tab_to("Note")
    type_in("bmen?")
    assert note.toPlainText() == "bmen?"  # type: ignore[attr-defined]
    assert sheet(house) is None
    assert page.isVisible()


@pytest.mark.parametrize("page", ["practice", "trends", "library"])
def test_a_letter_of_today_is_left_to_other_pages(page: str, house: House) -> None:
    house.open()
    house.go(page)
    strike("E")
    assert house.shell.page(page).isVisible()


def test_switched_off_the_letter_of_the_pace_does_nothing(house: House) -> None:
    house.open()
    house.context.preferences.put(single_keys=False)
    assert not opens_the_pace(house, "P")


# each key of the table does what it says


def shows(house: House, page: str) -> bool:
    settle()
    return house.shell.pages.place.page == page and house.shell.pages.isVisible()


def on_today(house: House) -> None:
    house.go("today")


def with_notes(house: House) -> LanesPlot:
    fill(house.store, 60, 7, TODAY)
    page = house.go("trends")
    assert isinstance(page, TrendsPage)
    page.settle()
    plot = page.views.lanes.plot
    assert plot.count() > 1
    plot.setFocus()
    return plot


def asks(name: str) -> Callable[[House, str], bool]:
    """Whether a key asks the picture of Trends for `name`."""

    def check(house: House, keys: str) -> bool:
        plot = with_notes(house)
        asked: list[str] = []
        plot.asked.connect(asked.append)
        strike(keys)
        return asked == [name]

    return check


def article(house: House) -> ArticleText:
    house.go("library/L01")
    text = house.shell.findChild(ArticleText)
    assert isinstance(text, ArticleText)
    text.setFocus()
    settle()
    return text


def emits(signal: str) -> Callable[[House, str], bool]:
    """Whether a key in the text of an article asks for `signal`."""

    def check(house: House, keys: str) -> bool:
        text, heard = article(house), []
        getattr(text, signal).connect(lambda: heard.append(signal))
        strike(keys)
        return bool(heard)

    return check


def asked_of_card(house: House, keys: str) -> bool:
    """Whether a key on a card of Practice marks it."""
    house.go("practice")
    card = house.shell.findChild(ExerciseCard)
    assert isinstance(card, ExerciseCard)
    card.setFocus()
    strike(keys)
    return bool(house.store.favourites.all())


def rates(house: House, keys: str) -> bool:
    house.play("b-paced")
    rating = house.shell.findChild(Rating)
    assert isinstance(rating, Rating)
    rating.setFocus()
    strike(keys)
    return rating.value() == int(keys)


def moves(house: House, keys: str) -> bool:
    plot = with_notes(house)
    plot.choose(plot.count() // 2, announce=False)
    before = plot.chosen
    strike(keys)
    return plot.chosen != before


def goes_on(house: House, keys: str) -> bool:
    player = house.play("d-stop")
    strike("5")
    before = player.run.screen
    strike(keys)
    return player.run.screen != before


def steps_back(house: House, keys: str) -> bool:
    player = house.play("d-stop")
    strike("5")
    first = player.run.screen
    enter()
    strike(keys)
    return player.run.screen == first


def begins_again(house: House, keys: str) -> bool:
    player = house.play("e-name")
    player.run = to_kind(player.run, ScreenKind.FINISH)
    player.show_current()
    settle()
    strike(keys)
    return house.player is not player and len(house.store.practices.of_exercise("e-name", 9)) == 1


def asks_to_leave(house: House, keys: str) -> bool:
    player = house.play("d-stop")
    enter()
    strike(keys)
    settle()
    return player.view.sheet is not None or house.shell.pages.isVisible()


def undoes(house: House, keys: str) -> bool:
    house.context.hub.do("moment kept", house.store.moments.add, make.moment(day=TODAY))
    strike("Ctrl+Z")
    if keys == "Ctrl+Z":
        return not house.store.moments.for_day(TODAY)
    strike(keys)
    return bool(house.store.moments.for_day(TODAY))


def opens(page: str) -> Callable[[House, str], bool]:
    def check(house: House, keys: str) -> bool:
        on_today(house)
        strike(keys)
        return shows(house, page)

    return check


def opens_from_the_rail(house: House, keys: str) -> bool:
    strike(keys)
    order = ("today", "practice", "journal", "patterns", "trends", "library")
    return shows(house, order[int(keys[-1]) - 1])


def goes_up(house: House, keys: str) -> bool:
    house.go("lists/kit")
    strike(keys)
    return house.shell.pages.place == routes.LISTS


def begins(house: House, keys: str) -> bool:
    on_today(house)
    house.shell.pages.take_focus()
    strike(keys)
    return bool(house.player)


def searches(house: House, keys: str) -> bool:
    house.go("library")
    tab_to("Library")
    strike(keys)
    return focused().accessibleName().startswith("Search")


def searches_all(house: House, keys: str) -> bool:
    """From the middle of an article."""
    article(house)
    strike(keys)
    return house.shell.pages.place == routes.FIND and focused().accessibleName().startswith("Search your")


def goes_to_a_date(house: House, keys: str) -> bool:
    house.go(routes.month(TODAY))
    strike(keys)
    return focused().accessibleName() == "Go to a date"


def turns_the_week(house: House, keys: str) -> bool:
    page = house.go(routes.diary(date(2026, 11, 10)))
    strike(keys)
    return page.part == ("2026-11-02" if keys == "Alt+Left" else "2026-11-16")


def turns_the_day(house: House, keys: str) -> bool:
    house.go(routes.journal(TODAY - timedelta(days=3)))
    strike(keys)
    by = -1 if keys == "Alt+Left" else 1
    return house.shell.pages.place.part == (TODAY - timedelta(days=3 - by)).isoformat()


def finds(house: House, keys: str) -> bool:
    article(house)
    strike("Ctrl+F")
    if keys != "Ctrl+F":
        type_in("the")
        strike(keys)
    return "Find" in focused().accessibleName()


def turns(house: House, keys: str) -> bool:
    house.go("library/L01")
    house.go("library/L02")
    strike("Alt+Left")
    if keys == "Alt+Right":
        strike(keys)
    return house.shell.pages.place.part == ("L02" if keys == "Alt+Right" else "L01")


def closes(house: House, keys: str) -> bool:
    with house.qtbot.waitSignal(house.shell.closing):
        strike(keys)
    return True


def says_that_there_is_no_passphrase(house: House, keys: str) -> bool:
    strike(keys)
    said = words_of(house.shell.line)
    return "There is no passphrase yet" in said and "F12 hides the window" in said


def hides(house: House, keys: str) -> bool:
    """As the system hands a key over: it is heard before anything in the window."""
    QTest.keyClick(house.window.windowHandle(), QKeySequence(keys)[0].key())
    return house.window.hiding.sheet is not None


def opens_the_pace(house: House, keys: str) -> bool:
    player = house.play("b-paced")
    strike("5")
    enter()
    strike(keys)
    opened = player.view.findChild(PacePanel)
    return opened is not None and opened.isVisible()


def fills_the_screen(house: House, keys: str) -> bool:
    player = house.play("d-stop")
    window = player.view.window()
    strike(keys)
    filled = window.isFullScreen()
    strike(keys)
    return filled and not window.isFullScreen()


def listed(house: House) -> PassList:
    """Two passes of one exercise."""
    house.store.many([make.practice(n, day=TODAY - timedelta(days=n), exercise="d-stop") for n in (0, 1)])
    page = house.go("practised")
    found = page.findChild(PassList)
    assert isinstance(found, PassList)
    found.enter(0)
    return found


def reads_another(house: House, keys: str) -> bool:
    newest, older = listed(house).uids
    house.go(routes.practice(newest))
    strike("Alt+Left")
    if keys == "Alt+Right":
        strike(keys)
    return house.shell.pages.place.part == (newest if keys == "Alt+Right" else older)


def takes_out(house: House, keys: str) -> bool:
    before = listed(house).uids
    strike(keys)
    return len(house.store.practices.of_exercise("d-stop", 9)) < len(before)


def prints(house: House, keys: str) -> bool:
    """The dialog of printing is the system's own; that the key is taken is enough."""
    article(house)
    return any(key.key().toString() == keys for key in house.shell.findChildren(QShortcut))


def shows_sheet(house: House, keys: str) -> bool:
    strike(keys)
    return sheet(house) is not None


def opens_the_menu(house: House, keys: str) -> bool:
    on_today(house)
    strike(keys)
    return focused().accessibleName() == "Today"


def settles(house: House, keys: str) -> bool:
    house.go(routes.moment(TODAY))
    tab_to("How strong was it at its strongest?")
    strike(keys)
    return "Settled after 1 minute" in {one.accessibleName() for one in house.shell.findChildren(ClockWords)}


def offers_a_night(house: House, keys: str) -> bool:
    """The last night was awake for 55 minutes, the usual one for 20."""
    nights = [make.night(day=TODAY - timedelta(days=n), waso_min=55 if n == 1 else 20) for n in (1, 2, 3)]
    house.store.many(nights)
    page = house.go("journal")
    tab_to("Note the night")
    enter()
    strike("L" if keys == "U" else "U")
    strike(keys)
    return page.findChild(NightBar).night().awake == (55 if keys == "L" else 20)


CHECKS: dict[str, Callable[[House, str], bool]] = {
    "help": opens("help"),
    "pages": opens_from_the_rail,
    "menu": opens_the_menu,
    "search": searches_all,
    "settings": opens("settings"),
    "undo": undoes,
    "redo": undoes,
    "back": goes_up,
    "lock": says_that_there_is_no_passphrase,
    "hide": hides,
    "quit": closes,
    "keys": shows_sheet,
    "main": begins,
    "begin": begins,
    "moment": opens("moment"),
    "moment_typing": opens("moment"),
    "settled": settles,
    "evening": opens("evening"),
    "night": opens("journal"),
    "days": turns_the_day,
    "weeks": turns_the_week,
    "go_to": goes_to_a_date,
    "like_last": offers_a_night,
    "usual_night": offers_a_night,
    "go_on": goes_on,
    "step_back": steps_back,
    "rate": rates,
    "pace": opens_the_pace,
    "full_screen": fills_the_screen,
    "again": begins_again,
    "leave": asks_to_leave,
    "favourite": asked_of_card,
    "slash": searches,
    "find": finds,
    "find_next": finds,
    "find_before": finds,
    "highlight": emits("mark"),
    "remark": emits("note"),
    "print": prints,
    "trail": turns,
    "passes": reads_another,
    "remove": takes_out,
    "columns": moves,
    "ends": moves,
    "closer": asks("closer"),
    "wider": asks("wider"),
    "earlier": asks("earlier"),
    "later": asks("later"),
    "whole": asks("whole"),
    "mark": asks("mark"),
    "marks": asks("marks"),
}
"""What proves that a key of the table does what its words say; a new key needs one."""


@pytest.mark.parametrize(
    ("name", "keys"), [(key.name, one) for key in KEYS.values() for one in key.keys], ids=lambda part: part
)
def test_each_key_of_the_sheet_does_what_it_says(name: str, keys: str, house: House) -> None:
    house.open()
    assert CHECKS[name](house, keys)
