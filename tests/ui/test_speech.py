"""A voice reads one text at a time, and where there is none nothing is different."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rewire_app.ui.base import speech
from rewire_app.ui.base.speech import Speech
from tests.ui import read_aloud
from tests.ui.read_aloud import QTextToSpeech, everything_said


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_voice_says_a_text_in_the_language_of_the_program(
    owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_aloud.install(monkeypatch)
    voice = Speech(owner)
    assert speech.installed()
    assert not QTextToSpeech.made, "nothing is loaded before it is asked for"
    assert voice.available
    voice.speak("Let one breath  go out.\n\nThen look.")
    assert everything_said() == ["Let one breath go out. Then look."]
    assert QTextToSpeech.made[0].locale().language() == QLocale.Language.English
    assert voice.speaking


def test_a_new_text_takes_the_place_of_the_old_one(owner: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    read_aloud.install(monkeypatch)
    voice = Speech(owner)
    heard: list[bool] = []
    voice.changed.connect(lambda: heard.append(voice.speaking))
    voice.speak("One.")
    voice.speak("Two.")
    assert heard == [True, False, True]
    assert everything_said() == ["One.", "Two."]


def test_it_can_be_held_and_go_on_and_be_stopped(owner: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    read_aloud.install(monkeypatch)
    voice = Speech(owner)
    voice.speak("One long text.")
    voice.pause()
    assert voice.held
    assert not voice.speaking
    voice.resume()
    assert voice.speaking
    voice.stop()
    assert not voice.held
    assert not voice.speaking


def test_without_the_library_nothing_is_said(owner: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    read_aloud.take_away(monkeypatch)
    voice = Speech(owner)
    assert not speech.installed()
    assert not voice.available
    for act in (voice.pause, voice.resume, voice.stop):
        act()
    voice.speak("Nobody hears this.")
    assert not voice.speaking


def test_a_computer_without_a_voice_has_none(owner: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    read_aloud.install(monkeypatch, engines=("mock",))
    assert not Speech(owner).available
    assert not QTextToSpeech.made


def test_a_voice_that_does_not_answer_is_none(owner: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    read_aloud.install(monkeypatch)
    monkeypatch.setattr(QTextToSpeech, "broken", True)
    voice = Speech(owner)
    voice.speak("Nobody hears this.")
    assert not voice.available
    assert not everything_said()
