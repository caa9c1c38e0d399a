"""Help now: one key from everywhere, people of one's own country, a breath, and nothing written down."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from rewire_app.content.library import Library
from rewire_app.domain.crisis import Country
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import CrisisLine, CrisisSection
from rewire_app.privacy_choices import NO_KEY
from rewire_app.ui.frame.routes import PAGES
from rewire_app.ui.setup.page import SetupPage
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.fields import Picker
from rewire_app.ui.widgets.pacer import Pacer
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Number, Small, Title
from tests.screens.fit import faults
from tests.ui.house import House, ctrl, enter, focused, press, settle, tab_to, type_in, words_of

CRISIS = Library().crisis()
DUTCH = CRISIS.country("NL")


def digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def shows(words: str, country: Country | None) -> bool:
    """Whether the numbers of `country` are among `words`."""
    assert country is not None
    lines = (*country.lines, *country.violence)
    wanted = [country.emergency, country.police, country.ambulance, *(line.contact for line in lines)]
    return all(digits(number) in digits(words) for number in wanted)


@pytest.mark.parametrize("key", ["F1", "Ctrl+H"])
def test_one_key_opens_it_from_every_page(key: str, house: House) -> None:
    house.open()
    pages, opened = [key for key in PAGES if key != "help"], []
    for page in pages:
        house.go(page)
        assert house.shell.page(page).isVisible()
        ask_for_help(key)
        shown = house.shell.page("help")
        if shown.isVisible() and "Back to where you were" not in words_of(shown):
            opened.append(page)
    assert opened == pages


def ask_for_help(key: str = "F1") -> None:
    if key == "F1":
        press(Qt.Key.Key_F1)
    else:
        ctrl(Qt.Key.Key_H)


@pytest.mark.parametrize("key", ["F1", "Ctrl+H"])
def test_one_key_opens_it_from_an_exercise_that_waits(key: str, house: House) -> None:
    house.open()
    house.play("d-stop")
    type_in("7")
    enter()
    step = house.player.run.screen.text
    ask_for_help(key)
    assert house.shell.page("help").isVisible()
    tab_to("Back to where you were")
    enter()
    assert house.player.run.screen.text == step


def test_time_at_help_is_no_time_of_the_exercise(house: House) -> None:
    seconds = [0.0]
    house.open()
    house.context.seconds = lambda: seconds[0]
    player = house.play("d-stop")
    type_in("7")
    press(Qt.Key.Key_F1)
    seconds[0] += 300
    tab_to("Back to where you were")
    enter()
    assert player.passage.watch.seconds < 1


def test_one_key_opens_it_from_the_first_start_which_waits(new_house: House) -> None:
    house = new_house
    house.open()
    tab_to("Continue")
    enter()
    press(Qt.Key.Key_F1)
    assert house.shell.page("help").isVisible()
    tab_to("Back to where you were")
    enter()
    setup = house.shell.findChild(SetupPage)
    assert isinstance(setup, SetupPage)
    assert setup.isVisible()
    assert "What would you like to work on?" in words_of(setup)


def test_the_button_of_the_first_start_opens_it_too(new_house: House) -> None:
    new_house.open()
    tab_to("Help now")
    enter()
    assert new_house.shell.page("help").isVisible()


def test_it_shows_the_numbers_of_the_chosen_country(house: House) -> None:
    house.open()
    words = words_of(house.go("help"))
    assert shows(words, DUTCH)
    assert "Numbers for: Netherlands" in words
    assert f"{CRISIS.checked.year}" in words


def test_every_country_has_its_own_numbers(house: House) -> None:
    house.open()
    page = house.go("help")
    for country in CRISIS.countries:
        house.context.preferences.put(country=country.iso)
        settle()
        assert shows(words_of(page), country), country.name


def test_where_one_number_brings_only_an_ambulance_police_and_ambulance_are_named(house: House) -> None:
    house.prepare(country="PE")
    house.open()
    words = words_of(house.go("help"))
    assert "Police, if anyone is in danger now\n105" in words
    assert "Ambulance\n106" in words


def test_who_is_hurt_by_someone_close_finds_lines_and_the_key_that_hides(house: House) -> None:
    house.prepare(country="GB", hide_key="F9")
    house.open()
    words = words_of(house.go("help"))
    group = words[words.index("If someone close hurts or threatens you") :]
    assert "0808 2000 247" in group
    assert "use someone else’s phone or computer if you can. F9, or Esc pressed three times," in group
    assert "116 123" not in group


def test_those_lines_are_one_press_away_from_the_first_number(house: House) -> None:
    house.prepare(country="GB")
    house.open().resize(900, 600)
    page = house.go("help")
    tab_to("Hurt or threatened by someone close?")
    enter()
    settle()
    assert focused().text() == "If someone close hurts or threatens you"  # type: ignore[attr-defined]
    assert focused().visibleRegion().boundingRect() == focused().rect()
    assert page.isVisible()


def test_without_a_key_to_hide_the_other_way_is_told(house: House) -> None:
    house.prepare(country="NL", hide_key=NO_KEY)
    house.open()
    assert "if you can. Esc pressed three times hides Rewire at once." in words_of(house.go("help"))


def test_what_can_be_written_to_stands_before_what_has_to_be_called(house: House) -> None:
    house.prepare(country="US")
    house.open()
    words = words_of(house.go("help"))
    assert words.index("741741") < words.index("88788") < words.index("1-800-799-7233")


@pytest.mark.parametrize("country", ["EE", "LK", "UA", "AE", "ID"])
def test_where_no_line_was_found_the_page_says_so_below_the_emergency_number(
    country: str, house: House
) -> None:
    house.prepare(country=country)
    house.open()
    words = words_of(house.go("help"))
    found = CRISIS.country(country)
    assert found is not None
    assert shows(words, found)
    assert f"No line was found for {found.name}." in words
    assert f"No line of this kind was found for {found.name}." in words
    assert "findahelpline.com" in words


def test_another_country_is_chosen_by_keys_and_kept(house: House) -> None:
    house.open()
    page = house.go("help")
    tab_to("Show numbers for another country")
    enter()
    assert focused().accessibleName() == "Show numbers for"
    type_in("Austra")
    assert house.context.settings.country == "AU"
    assert shows(words_of(page), CRISIS.country("AU"))
    assert not shows(words_of(page), DUTCH)
    assert focused().accessibleName() == "Show numbers for"
    house.close()
    house.open()
    assert shows(words_of(house.go("help")), CRISIS.country("AU"))


def test_a_country_that_is_not_listed_gets_the_words_for_every_place(house: House) -> None:
    house.prepare(country="--")
    house.open()
    words = words_of(house.go("help"))
    assert CRISIS.fallback in words
    assert words.count("112") == 1
    assert "not in the list" in words


def test_as_long_as_nobody_chose_a_country_it_is_asked_first(house: House) -> None:
    house.prepare(country="")
    house.open()
    press(Qt.Key.Key_F1)
    page = house.shell.page("help")
    words = words_of(page)
    assert "112 / 911" in words
    assert "In Europe and from most mobile phones the first" in words
    assert words.count("112") == 1
    choice = page.findChild(Picker)
    number = next(one for one in page.findChildren(Number) if one.text() == "112 / 911")
    assert choice.isVisible()
    assert choice.accessibleDescription() == "Choose a country"
    assert choice.mapTo(page, QPoint()).y() < number.mapTo(page, QPoint()).y()
    tab_to("Show numbers for")
    type_in("Netherl")
    assert house.context.settings.country == "NL"
    assert shows(words_of(page), DUTCH)
    assert focused().accessibleName() == "Show numbers for"
    house.go("today")
    press(Qt.Key.Key_F1)
    assert not choice.isVisible()
    tab_to("Show numbers for another country")


def test_a_country_chosen_at_the_first_start_is_followed(new_house: House) -> None:
    new_house.open()
    press(Qt.Key.Key_F1)
    assert "112 / 911" in words_of(new_house.shell.page("help"))
    tab_to("Back to where you were")
    enter()
    tab_to("Which country’s help numbers do you need?")
    type_in("Netherl")
    tab_to("Continue")
    enter()
    press(Qt.Key.Key_F1)
    assert shows(words_of(new_house.shell.page("help")), DUTCH)


def test_it_begins_at_its_title_and_enter_breathes(house: House) -> None:
    house.open()
    line(house, CrisisSection.PEOPLE, "Noor", "020 555 0101")
    house.go("journal")
    tab_to("Note")
    press(Qt.Key.Key_F1)
    assert isinstance(focused(), Title)
    assert focused().text() == "Let’s slow this down"
    enter()
    assert [pacer.running for pacer in pacers(house)] == [True]


def pacers(house: House) -> list[Pacer]:
    return [one for one in house.shell.page("help").findChildren(Pacer) if one.isVisible()]


def test_breathing_starts_and_stops_by_key(house: House) -> None:
    house.open()
    house.go("help")
    tab_to("Begin, 1 minute")
    enter()
    [pacer] = pacers(house)
    assert pacer.running
    assert focused().accessibleName() == "Stop here"
    enter()
    assert pacers(house) == []
    assert focused().accessibleName() == "Begin, 1 minute"


def test_breathing_ends_when_one_leaves_the_page(house: House) -> None:
    house.open()
    house.go("help")
    tab_to("Begin, 1 minute")
    enter()
    assert len(pacers(house)) == 1
    house.go("today")
    assert pacers(house) == []
    house.go("help")
    assert pacers(house) == []
    tab_to("Begin, 1 minute")


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ("Name five things you can see", "Five senses"),
        ("Cool the face, or move", "TIPP: cool down fast"),
        ("Drop anchor", "Drop anchor"),
    ],
)
def test_each_way_back_to_the_room_is_one_key(row: str, title: str, house: House) -> None:
    house.open()
    house.go("help")
    tab_to(row)
    enter()
    assert house.player.title == title


def test_its_use_is_written_down_nowhere(house: House) -> None:
    house.open()
    house.qtbot.waitUntil((house.profile / "vault.box").exists)  # made once, as the notes open
    seq = house.context.vault.commit_seq
    before = files(house.profile)
    press(Qt.Key.Key_F1)
    tab_to("Begin, 1 minute")
    enter()
    enter()
    house.go("today")
    settle()
    assert house.context.vault.commit_seq == seq
    assert files(house.profile) == before


def files(profile: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(profile.rglob("*")) if path.is_file()}


def test_it_never_promises_what_it_cannot_do(house: House) -> None:
    house.open()
    words = words_of(house.go("help"))
    assert "Rewire cannot see that you are in trouble and cannot call anyone for you." in words


# the person's own plan


def line(house: House, section: CrisisSection, text: str, contact: str = "") -> None:
    uid = new_uid(house.context.clock.now())
    one = CrisisLine(uid=uid, section=section, text=text, contact=contact)
    assert house.context.hub.note(house.store.crisis_plan.add, one)


def test_the_plan_is_shown_with_people_and_their_contacts_first(house: House) -> None:
    house.open()
    page = house.go("help")
    assert "My crisis plan" not in words_of(page)
    line(house, CrisisSection.SIGNS, "No sleep")
    line(house, CrisisSection.SAFER, "The cabinet", "Noor")
    line(house, CrisisSection.PROFESSIONALS, "Dr Weber", "020 555 0144")
    line(house, CrisisSection.PEOPLE, "Noor", "020 555 0101")
    words = words_of(house.go("help"))
    order = ["Noor", "020 555 0101", "Dr Weber", "020 555 0144", "No sleep", "The cabinet", "With: Noor"]
    plan = words[words.index("People I can ask for help") :]
    places = [plan.index(part) for part in order]
    assert places == sorted(places)
    assert "In your plan: Noor." in words
    assert "Make a crisis plan" not in words


def test_the_plan_is_one_press_away_also_in_an_exercise(house: House) -> None:
    house.open()
    line(house, CrisisSection.PEOPLE, "Noor", "020 555 0101")
    house.play("d-stop")
    ask_for_help()
    tab_to("My crisis plan")
    enter()
    assert focused().accessibleName() == "Noor: 020 555 0101"
    assert focused().isVisible()
    tab_to("Change my plan")
    tab_to("Back to where you were", back=True)
    enter()
    assert house.player.view.isVisible()


def test_without_a_plan_one_can_be_made(house: House) -> None:
    house.open()
    words = words_of(house.go("help"))
    assert "Anyone who is near, or who answers the phone." in words
    tab_to("Make a crisis plan")
    enter()
    assert house.player.run.exercise.id == "d-crisisplan"


def test_a_plan_that_is_changed_is_shown_as_it_is_now(house: House) -> None:
    house.open()
    line(house, CrisisSection.PEOPLE, "Noor")
    house.go("help")
    tab_to("Change my plan")
    enter()
    tab_to("Edit: Noor")
    enter()
    type_in(" at work")
    enter()
    assert "In your plan: Noor at work." in words_of(house.go("help"))


def test_the_people_are_there_when_the_plan_cannot_be_read(house: House) -> None:
    house.open()
    house.context.vault.connection.execute("ALTER TABLE crisis_plan RENAME TO gone")
    words = words_of(house.go("help"))
    house.context.vault.connection.execute("ALTER TABLE gone RENAME TO crisis_plan")
    assert shows(words, DUTCH)
    assert "Your own plan cannot be read right now." in words
    assert "Anyone who is near, or who answers the phone." in words


def test_help_reads_the_plan_in_two_short_questions_and_all_else_in_one_each(house: House) -> None:
    house.open()
    line(house, CrisisSection.PEOPLE, "Noor")
    asked: list[str] = []
    house.context.vault.connection.set_trace_callback(asked.append)
    house.go("help")
    house.context.vault.connection.set_trace_callback(None)
    [withheld, cards, *plan] = [one for one in asked if one.startswith("SELECT")]
    assert "INDEXED BY ix_unwanted_effects_day" in withheld
    assert cards.startswith("SELECT urge FROM urge_cards")
    assert len(plan) == 2


def test_in_a_narrow_window_the_emergency_number_is_seen_first(house: House) -> None:
    house.prepare(text_size=150, country="US")
    house.open()
    house.window.resize(900, 600)
    house.go("lists")
    tab_to("Your soothing kit")  # the keyboard is somewhere else before
    page = house.go("help")
    settle()
    bar = page.findChild(PageScroll).verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0


@pytest.mark.parametrize(("size", "scale"), [((900, 600), 100), ((640, 420), 100), ((900, 600), 150)])
def test_a_breath_and_the_emergency_number_are_seen_first_in_a_small_window(
    size: tuple[int, int], scale: int, house: House
) -> None:
    house.prepare(text_size=scale, country="US")
    house.open().resize(*size)
    page = house.go("help")
    settle()
    breath = next(one for one in page.findChildren(MainButton) if "minute" in one.label)
    number = next(one for one in page.findChildren(Number) if one.text() == "911")
    [silent] = [one for one in page.findChildren(Small) if one.text().startswith("Rewire cannot see")]
    for part in (breath, number, silent):
        assert part.visibleRegion().boundingRect() == part.rect()


@pytest.mark.parametrize("size", [(640, 420), (1200, 800)])
def test_a_long_address_in_the_plan_pushes_nothing_out_of_the_window(
    size: tuple[int, int], house: House
) -> None:
    window = house.open()
    address = "https://www.praxis-dr-brandt-und-kollegen.example.org/sprechzeiten/notfall/kontakt"
    plan = [
        CrisisLine(uid=new_uid(house.clock.now()), section=section, text=address, contact=address)
        for section in CrisisSection
    ]
    house.store.many(plan)
    window.setMinimumSize(0, 0)
    window.resize(*size)
    house.go("help")
    settle()
    assert faults(window) == []
