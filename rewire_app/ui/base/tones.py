"""Soft tones for who has the eyes closed: short files, played by what every system has for that.

Windows has a call of its own, macOS `afplay`, and on Linux one of three small players comes with the sound.
"""

from __future__ import annotations

import shutil
import sys
from enum import StrEnum

from PySide6.QtCore import QObject, QProcess, QTimer

from rewire_app.paths import resources

PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q")) if sys.platform != "darwin" else (("afplay",),)
"""What plays a file, the best first, each with the words before the name of the file."""

LONGEST_MS = 4000
"""A tone takes one second; what has not ended by then never will."""


class Tone(StrEnum):
    """The tones there are, by the names of their files: with a breath, and at the end of a step."""

    IN = "in"
    HOLD = "hold"
    OUT = "out"
    END = "end"


def player() -> tuple[str, ...] | None:
    """The program that plays a file, with its words; empty where the system does it itself, None without."""
    if sys.platform == "win32":
        return ()
    for name, *words in PLAYERS:
        found = shutil.which(name)
        if found:
            return (found, *words)
    return None


class Tones(QObject):
    """Plays one tone after another; where none can be played every call does nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._player: tuple[str, ...] | None = None
        self._asked = False

    @property
    def available(self) -> bool:
        """Whether this computer can play one."""
        if not self._asked:
            self._asked, self._player = True, player()
        return self._player is not None

    def play(self, tone: Tone) -> None:
        """Let `tone` be heard; nothing waits for it."""
        if not self.available or self._player is None:
            return
        file = str(resources() / "sounds" / f"{tone}.wav")
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            winsound.PlaySound(file, flags)
            return
        program, *words = self._player
        process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(process.deleteLater)
        process.errorOccurred.connect(process.deleteLater)
        process.start(program, [*words, file])
        QTimer.singleShot(LONGEST_MS, process, process.kill)
