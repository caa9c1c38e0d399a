"""The strip with the clock of a moment: it runs until the person says that it has settled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.days import Clock
from rewire_app.domain.journal.moment_clock import MomentClock
from rewire_app.i18n import _, ngettext
from rewire_app.ui.charts.moment_curve import RunningCurve
from rewire_app.ui.widgets.base import Painted, fixed_height, words
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, nest, stretch, vbox, wide
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S4, theme

TICK_MS = 1_000


class ClockWords(Painted):
    """How long the clock runs, painted anew each second; a screen reader has it in whole minutes."""

    spoken = "StaticText"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = self._brief = ""
        fixed_height(self)

    def say(self, shown: str, heard: str, brief: str) -> None:
        """Show `shown`, or where there is no room for it `brief`; `heard` is what a screen reader reads."""
        if self.accessibleName() != heard:
            self.setAccessibleName(heard)
        if shown != self._shown:
            self._shown, self._brief = shown, brief
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """One line; it can do with the width of the brief words."""
        advance = theme.metrics("button_large").horizontalAdvance(self._shown)
        return QSize(round(advance) + 1, theme.line("button_large"))

    def minimumSizeHint(self) -> QSize:
        """The brief words in one line."""
        advance = theme.metrics("button_large").horizontalAdvance(self._brief)
        return QSize(round(advance) + 1, theme.line("button_large"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line at the reading side."""
        painter = self.painter()
        said = self._shown if self.sizeHint().width() <= self.width() else self._brief
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag.AlignVCenter | side
        words(painter, QRectF(self.rect()), "button_large", "ink", said, align=align)
        painter.end()


class ClockStrip(Card):
    """`settled()`: it has settled. `resumed()`: it has not, after all."""

    settled = Signal()
    resumed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(16, 10), fill="sunken")
        self._clock = clock
        self._runs: MomentClock | None = None
        self._peak: int | None = None
        self._minutes: int | None = None
        self._curve, self._words, self._below = RunningCurve(), ClockWords(), Small("")
        self.button = SecondButton(_("It has settled"), icon="check")
        self.button.clicked.connect(self._press)
        told = vbox(stretch(), self._words, self._below, stretch(), gap=0)
        middle = Qt.AlignmentFlag.AlignVCenter
        across = hbox(wide(self._curve, 0, middle), wide(told, 1), wide(self.button, 0, middle), gap=S4)
        nest(self.body, across)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def show_clock(self, runs: MomentClock, minutes: int | None) -> None:
        """Show the clock running, or that it was stopped after `minutes`."""
        self._runs, self._minutes = runs, minutes
        self.button.setText(_("It has settled") if minutes is None else _("Not yet"))
        self.button.set_icon("check" if minutes is None else "")
        self._follow()
        self.tick()

    def show_peak(self, peak: int | None) -> None:
        """Draw the curve as high as it was."""
        self._peak = peak
        self.tick()

    def tick(self) -> None:
        """Show how long it is by now."""
        runs = self._runs
        if runs is None:
            return
        now = self._clock.now()
        if self._minutes is None:
            self._words.say(runs.long_words(now), runs.long_words(now, exact=False), runs.brief_words(now))
            below = _("The clock goes on when you leave this page, and stays in sight.")
            minutes = runs.seconds(now) / 60
        else:
            minutes = float(self._minutes)
            after = ngettext("Settled after {n} minute", "Settled after {n} minutes", self._minutes)
            said = after.format(n=self._minutes)
            self._words.say(said, said, said)
            below = _("Measured {since}.").format(since=runs.since_words())
        if self._below.text() != below:
            self._below.setText(below)
        self._curve.show_so_far(self._peak, minutes)

    def _press(self) -> None:
        (self.settled if self._minutes is None else self.resumed).emit()

    def _follow(self) -> None:
        """Tick only while it runs and is seen."""
        if self.isVisible() and self._runs is not None and self._minutes is None:
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on from the time it is by now."""
        super().showEvent(event)
        self.tick()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it: nothing ticks."""
        self._timer.stop()
        super().hideEvent(event)
