"""Qt's text-to-speech as if it were installed: it notes what it is to say, and is ready when told."""

from __future__ import annotations

import sys
from enum import Enum
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import ClassVar

import pytest
from PySide6.QtCore import QLocale, QObject, Signal

from rewire_app.ui.base import speech


class State(Enum):
    """What an engine does, by the names that Qt gives."""

    Ready = 0
    Speaking = 1
    Paused = 2
    Error = 3
    Synthesizing = 4


class QTextToSpeech(QObject):
    """An engine: `said` holds every text it was given, `end` is the end of one."""

    stateChanged = Signal(object)  # noqa: N815 - Qt's own name
    engines: ClassVar[list[str]] = ["speechd", "mock"]
    broken: ClassVar[bool] = False
    made: ClassVar[list[QTextToSpeech]] = []

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.said: list[str] = []
        self._state = State.Error if self.broken else State.Ready
        self._locale = QLocale("de_DE")
        self.made.append(self)

    @staticmethod
    def availableEngines() -> list[str]:
        return QTextToSpeech.engines

    def availableLocales(self) -> list[QLocale]:
        return [QLocale("de_DE"), QLocale("en_GB")]

    def locale(self) -> QLocale:
        return self._locale

    def setLocale(self, locale: QLocale) -> None:
        self._locale = locale

    def state(self) -> State:
        return self._state

    def say(self, text: str) -> None:
        self.said.append(text)
        self._become(State.Speaking)

    def pause(self) -> None:
        self._become(State.Paused)

    def resume(self) -> None:
        self._become(State.Speaking)

    def stop(self) -> None:
        self.end()

    def end(self) -> None:
        """The text is over, or was stopped."""
        self._become(State.Ready)

    def _become(self, state: State) -> None:
        self._state = state
        self.stateChanged.emit(state)


def install(monkeypatch: pytest.MonkeyPatch, *, engines: tuple[str, ...] = ("speechd", "mock")) -> None:
    """Let the library be there with `engines`."""
    made = ModuleType(speech.LIBRARY)
    made.__spec__ = ModuleSpec(speech.LIBRARY, None)
    made.QTextToSpeech = QTextToSpeech  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, speech.LIBRARY, made)
    monkeypatch.setattr(QTextToSpeech, "engines", list(engines))
    monkeypatch.setattr(QTextToSpeech, "made", [])


def take_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library be missing."""
    monkeypatch.setitem(sys.modules, speech.LIBRARY, None)  # importing it fails, as where it is missing
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)


def everything_said() -> list[str]:
    """Each text that an engine was given, the oldest first."""
    return [text for engine in QTextToSpeech.made for text in engine.said]
