"""A new language is one catalogue and one folder of content: words, weekdays and content follow."""

from __future__ import annotations

import gettext
import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from rewire_app import app, choosing, i18n, paths, settings
from rewire_app.content.library import Library
from rewire_app.content.offers import offered_ids, read_offer
from rewire_app.content.passages import stamp
from rewire_app.content.states import read_states
from rewire_app.domain.day_words import long_day, short_weekdays, weekday_letter
from rewire_app.domain.exercise.exercise import Pick
from rewire_app.domain.exercise.recall import Known, Scope, recall
from rewire_app.domain.plan_parts import second_person
from rewire_app.settings import Settings, choices
from rewire_app.ui.settings.page import SettingsPage
from tests.guards.test_translation import catalogue
from tests.ui.house import House, enter, press, tab_to, words_of

MONDAY = date(2026, 11, 23)
WORDS = {
    "": "Content-Type: text/plain; charset=UTF-8\n",
    "English": "Fenn",
    "Monday": "Mundag",
    "M T W T F S S": "U I O R A L U",
    "Mo Tu We Th Fr Sa Su": "Mu Ti Od Tor Fra La Su",
    "{day} {month}": "{month} {day}.",
    "my": "mun",
    "your": "dun",
    "I I’m": "*",
}


def add_content(folder: Path) -> None:
    """One exercise in Fenn, and an article that English does not have."""
    (folder / "exercises").mkdir(parents=True)
    (folder / "articles").mkdir()
    text = (paths.resources() / "en" / "exercises" / "d-stop.toml").read_text("utf-8")
    title = Library(root=paths.resources() / "en").exercise("d-stop").title
    (folder / "exercises" / "d-stop.toml").write_text(text.replace(f'"{title}"', '"Stanse"', 1), "utf-8")
    article = (paths.resources() / "en" / "articles" / "L01.md").read_text("utf-8")
    (folder / "articles" / "L99.md").write_text(article.replace('"L01"', '"L99"', 1), "utf-8")


@pytest.fixture
def fenn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The resources with a language more, whose code is xx."""
    folder = tmp_path / "resources"
    shutil.copytree(paths.resources(), folder)
    place = folder / "locale" / "xx" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "rewire.mo").write_bytes(catalogue(WORDS))
    add_content(folder / "xx")
    for module in (paths, i18n, choosing):
        monkeypatch.setattr(module, "resources", lambda: folder)
    monkeypatch.setattr(i18n, "_translation", gettext.NullTranslations())
    monkeypatch.setattr(i18n, "_language", "en")
    return folder


def test_it_is_listed_by_the_name_it_gives_itself(fenn: Path) -> None:
    row = choices()["language"]
    assert [row.words(code) for code in row.allowed()] == ["As the computer", "English", "Fenn"]
    shutil.rmtree(fenn / "locale")
    assert row.words("xx") == "xx"
    assert Settings(language="xx").language == "xx"


def test_words_and_days_follow(fenn: Path) -> None:
    assert (long_day(MONDAY, MONDAY), weekday_letter(MONDAY)) == ("Monday 23 November", "M")
    i18n.use_language("xx")
    assert (long_day(MONDAY, MONDAY), weekday_letter(MONDAY)) == ("Mundag November 23.", "U")
    assert short_weekdays()[3] == "Tor"
    assert second_person("sla mun dator av") == "sla dun dator av"


def test_words_keep_their_capitals_inside_a_sentence_where_the_language_wants_it(fenn: Path) -> None:
    step = Pick(text="?", save="felt", max=1, options=("Angst",))
    scope = Scope({"felt": Known(("Angst",), step)})
    assert recall("You felt {{felt}} today.", scope) == "You felt angst today."
    i18n.use_language("xx")
    assert recall("You felt {{felt}} today.", scope) == "You felt Angst today."


def test_content_follows_and_what_is_not_translated_is_the_english_one(fenn: Path) -> None:
    english = Library()
    i18n.use_language("xx")
    library = Library()
    assert library.exercise("d-stop").title == read_offer("d-stop").title == "Stanse"
    assert library.exercise("b-paced") == english.exercise("b-paced")
    assert library.exercise_ids() == english.exercise_ids()
    assert offered_ids() == set(english.exercise_ids())
    assert set(library.article_ids()) == {*english.article_ids(), "L99"}
    assert library.crisis() == english.crisis()
    assert read_states().states
    assert english.exercise("d-stop").title != "Stanse"


def test_search_is_made_anew_in_another_language_and_when_an_english_file_behind_it_changes(
    fenn: Path,
) -> None:
    english, other = stamp(Library("en")), stamp(Library("xx"))
    assert english != other
    file = fenn / "en" / "exercises" / "b-paced.toml"
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    assert stamp(Library("xx")) != other


def test_the_language_chosen_is_in_force_before_anything_is_said(
    fenn: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    settings.save(profile, Settings(language="xx"))
    app.run(["--profile", str(profile), "trends"])
    assert i18n.language() == "xx"
    shutil.rmtree(fenn / "locale")
    shutil.rmtree(fenn / "xx")
    app.run(["--profile", str(profile), "trends"])
    assert i18n.language() == "en"


@pytest.mark.parametrize(
    ("wanted", "code"), [(("sv", "xx"), "xx"), (("en", "xx"), "en"), (("xx_YY", "xx"), "xx"), ((), "en")]
)
def test_the_computer_is_followed_as_far_as_rewire_speaks(
    wanted: tuple[str, ...], code: str, fenn: Path
) -> None:
    assert i18n.known(wanted) == code


def test_the_row_is_there_once_there_is_a_choice_and_keeps_it(house: House, fenn: Path) -> None:
    house.open()
    page = house.go("settings")
    assert isinstance(page, SettingsPage)
    tab_to("Reading and text")
    enter()
    tab_to("Language")
    press(Qt.Key.Key_End)
    assert settings.load(house.profile).language == "xx"


def test_with_english_alone_there_is_no_row(house: House) -> None:
    house.open()
    assert "In force when Rewire is opened the next time" not in words_of(house.go("settings"))
