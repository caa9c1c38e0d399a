"""Text read aloud by a voice of this computer, where Qt's text-to-speech is installed (`rewire[speech]`).

Nothing is loaded before somebody wants to listen, and nothing ever waits for the voice: what is said stands
on the screen as well.
"""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from rewire_app import i18n

LIBRARY = "PySide6.QtTextToSpeech"

SILENT = "mock"
"""The engine that Qt brings along for tests: it says nothing."""


def installed() -> bool:
    """Whether Qt's text-to-speech is installed; it is not loaded for that, and may still have no voice."""
    return importlib.util.find_spec(LIBRARY) is not None


class Speech(QObject):
    """Reads one text at a time. `changed`: it begins, is held, goes on or is silent.

    Where there is no voice every call does nothing, so who uses it need not ask first.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Belongs to `parent`, and is silent once that is gone."""
        super().__init__(parent)
        self._engine: Any = None
        self._asked = False

    @property
    def available(self) -> bool:
        """Whether there is a voice; the first question loads it, so ask where it is about to be offered."""
        if not self._asked:
            self._asked = True
            self._engine = self._found()
        return self._engine is not None and self._state() != "Error"

    @property
    def speaking(self) -> bool:
        """Whether it reads now, aloud or about to be."""
        return self._state() in ("Speaking", "Synthesizing")

    @property
    def held(self) -> bool:
        """Whether it waits in the middle of a text."""
        return self._state() == "Paused"

    def speak(self, text: str) -> None:
        """Read `text`, in the place of what it reads now."""
        words = " ".join(text.split())
        if not words or not self.available:
            return
        if self._state() != "Ready":
            self._engine.stop()
        self._engine.say(words)

    def pause(self) -> None:
        """Hold, until `resume`."""
        if self.speaking:
            self._engine.pause()

    def resume(self) -> None:
        """Go on with what is held."""
        if self.held:
            self._engine.resume()

    def stop(self) -> None:
        """Be silent, and forget the text."""
        if self.speaking or self.held:
            self._engine.stop()

    def _state(self) -> str:
        """What the engine does, by the name that Qt has for it; "" without one."""
        return "" if self._engine is None else self._engine.state().name

    def _found(self) -> Any:
        """An engine of this computer, in the language of the program where it has that; None without one."""
        try:
            library: Any = importlib.import_module(LIBRARY)
        except ImportError:  # it is not installed, or the library of the system that it needs is not
            return None
        if not any(name != SILENT for name in library.QTextToSpeech.availableEngines()):
            return None
        engine = library.QTextToSpeech(self)
        wanted = QLocale(i18n.language()).language()
        if engine.locale().language() != wanted:
            known = (one for one in engine.availableLocales() if one.language() == wanted)
            found = next(known, None)
            if found is not None:
                engine.setLocale(found)
        engine.stateChanged.connect(self.changed)
        return engine
