"""Words of a note that the dictionary does not have are underlined, where there is one and it is wanted."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from rewire_app import settings, spelling
from rewire_app.choosing import SettingsSection
from rewire_app.ui.journal.note_card import NoteCard
from rewire_app.ui.journal.note_spelling import SpellingMarks
from tests.ui.house import House, press, tab_to, type_in
from tests.ui.journal_room import journal, note_of

KNOWN = {"The", "meeting", "went", "well", "don't"}


class Words:
    """A dictionary of five words."""

    def check(self, word: str) -> bool:
        return word in KNOWN

    def suggest(self, word: str) -> list[str]:
        return [one for one in sorted(KNOWN) if one[0] == word[0]]


class Broker:
    def dict_exists(self, language: str) -> bool:
        return language == "en_GB"

    def request_dict(self, language: str) -> Words:
        assert language == "en_GB"
        return Words()


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyEnchant as if it were installed, with one language."""
    made = ModuleType(spelling.LIBRARY)
    made.__spec__ = ModuleSpec(spelling.LIBRARY, None)
    made.Broker = Broker  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, spelling.LIBRARY, made)


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, spelling.LIBRARY, None)  # importing it fails, as where it is missing
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)


def underlined(edit: QTextEdit) -> list[str]:
    block, found = edit.document().begin(), []
    while block.isValid():
        for part in block.layout().formats():
            found.append(block.text()[part.start : part.start + part.length])
        block = block.next()
    return found


def writing(house: House) -> QTextEdit:
    journal(house)
    tab_to("Note")
    edit = house.shell.page("journal").findChild(NoteCard).editor.words.edit
    assert isinstance(edit, QTextEdit)
    return edit


def test_unknown_words_are_underlined_once_they_are_whole_and_only_where_it_is_wanted(
    house: House, library: None
) -> None:
    house.prepare(spelling=True)
    edit = writing(house)
    type_in("The meetin")
    assert underlined(edit) == []
    type_in(" went wel. ")
    edit.insertPlainText("Don’t, don’t")
    assert underlined(edit) == ["meetin", "wel", "Don’t"]
    house.context.preferences.put(spelling=False)
    assert underlined(edit) == []
    house.context.preferences.put(spelling=True)
    house.qtbot.waitUntil(lambda: "meetin" in underlined(edit))


def test_a_word_is_taken_from_the_dictionary_and_one_undo_brings_back_the_other(
    house: House, library: None
) -> None:
    house.prepare(spelling=True)
    edit = writing(house)
    type_in("The meetin went")
    marks = edit.findChild(SpellingMarks)
    at = QTextCursor(edit.document())
    at.setPosition(6)
    chosen, words = marks.offers(at)
    assert chosen.selectedText() == "meetin"
    assert "meeting" in words
    chosen.insertText("meeting")
    assert edit.toPlainText() == "The meeting went"
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert edit.toPlainText() == "The meetin went"
    at.setPosition(1)
    assert marks.offers(at)[1] == []


def test_looking_words_over_changes_nothing_of_the_note(house: House, library: None) -> None:
    house.prepare(spelling=True)
    writing(house)
    type_in("Wrds wthout vowels")
    house.qtbot.waitUntil(lambda: note_of(house) != "")
    assert note_of(house) == "Wrds wthout vowels"


def test_without_the_library_nothing_offers_it_and_notes_are_as_before(
    house: House, no_library: None
) -> None:
    assert not spelling.available()
    assert spelling.dictionary(["en_GB"]) is None
    assert "spelling" not in settings.choosable(SettingsSection.READING)
    edit = writing(house)
    type_in("The meetin went")
    assert underlined(edit) == []


def test_with_it_the_settings_offer_it(library: None) -> None:
    assert "spelling" in settings.choosable(SettingsSection.READING)


def test_the_first_language_that_has_a_dictionary_is_taken(library: None) -> None:
    assert spelling.dictionary(["de_DE", "en_GB"]) is not None
    assert spelling.dictionary(["de_DE"]) is None
