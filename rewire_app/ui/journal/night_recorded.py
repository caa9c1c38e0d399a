"""What devices tell of a night: it stands beside the diary and is never mixed into it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.day_words import clock_words
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import NightRecording
from rewire_app.i18n import _
from rewire_app.ui.journal.night_paint import DEVICE, Recorded, dashed_outline
from rewire_app.ui.widgets.base import Painted, fixed_size
from rewire_app.ui.widgets.layout import clear, hbox, nest, vbox, wide
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S1, S3, theme


def recorded_words(recording: NightRecording) -> str:
    """What one device tells: "7 h 5 min asleep, 22:58 to 06:52"."""
    first, last = clock_words(recording.asleep.wall), clock_words(recording.wake.wall)
    if recording.asleep_min is None:
        return _("{first} to {last}").format(first=first, last=last)
    asleep = hours_minutes(recording.asleep_min)
    return _("{asleep} asleep, {first} to {last}").format(asleep=asleep, first=first, last=last)


def recorded_span(recording: NightRecording) -> Recorded:
    """From when to when, in minutes from the midnight with which its day begins."""
    first, last = (_minutes(at, recording.day) for at in (recording.asleep, recording.wake))
    return first, last


def _minutes(at: Instant, day: date) -> int:
    midnight = datetime(day.year, day.month, day.day)
    return round((at.wall - midnight).total_seconds() / 60)


class DeviceSign(Painted):
    """The dashed outline by which a device's night is known on the bar."""

    def __init__(self) -> None:
        super().__init__()
        fixed_size(self)

    def sizeHint(self) -> QSize:
        """As the outline on the bar, short."""
        return QSize(theme.px(34), theme.px(DEVICE + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline."""
        painter = self.painter()
        dashed_outline(painter, QRectF(self.rect()).adjusted(0, 1, 0, -1))
        painter.end()


class RecordedNights(QWidget):
    """A line for each device that tells something of the night; nothing where none does."""

    def __init__(self) -> None:
        super().__init__()
        self._down = vbox(on=self, gap=S1)
        self.hide()

    def show_recordings(self, recordings: Sequence[NightRecording]) -> None:
        """Show what these devices tell."""
        clear(self._down)
        for one in recordings:
            told = _("{told}. It stands beside your diary and is never mixed into it.")
            words = Second(told.format(told=recorded_words(one)))
            title = Strong(_("From {device}").format(device=one.recorder), wrap=False)
            middle = Qt.AlignmentFlag.AlignVCenter
            line = hbox(title, wide(DeviceSign(), 0, middle), wide(words, 1, middle), gap=S3)
            nest(self._down, line)
        self.setVisible(bool(recordings))
