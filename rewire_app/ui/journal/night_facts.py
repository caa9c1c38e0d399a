"""What follows from the times of a night: on which days it was, how long, and what is doubtful about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.days import Instant
from rewire_app.i18n import _
from rewire_app.insight.sleep import NightNumbers
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import QUIET, hbox, hung, stretch, vbox
from rewire_app.ui.widgets.text import Second, Small, Stat
from rewire_app.ui.widgets.theme import S1, S2, S4


class NightFacts(QWidget):
    """`other(date)`: the other of two days on which one may have woken is meant."""

    other = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._when, self._doubt = Small(""), Second("", ink="coralText")
        self._offer = QuietButton("")
        self._offer.clicked.connect(self._take_offer)
        self._offered = date.min
        vbox(self._when, hung(self._offer, start=QUIET), self._numbers(), self._doubt, on=self, gap=S1)
        for part in (self._when, self._offer, self._stats, self._doubt):
            part.hide()

    def _numbers(self) -> QWidget:
        self._stats = QWidget()
        across = hbox(on=self._stats, gap=S4, margins=(0, S2, 0, 0))
        self._three: list[Stat] = []
        for words in (
            _("in bed"),
            _("asleep"),
            _("of the time in bed asleep (sleep efficiency). One night says little."),
        ):
            stat, under = Stat("", wrap=False), Small(words)
            column = vbox(stat, under, stretch(), gap=0)
            across.addLayout(column, 3 if len(words) > 20 else 1)
            self._three.append(stat)
        return self._stats

    def show_when(self, bed: Instant, up: Instant, hint: str = "") -> None:
        """Say from when to when it was, with the dates; `hint` follows it."""
        first, last = (
            _("{day}, {time}").format(day=day_words(at.wall.date(), week_day=True), time=clock_words(at.wall))
            for at in (bed, up)
        )
        words = _("From {first} to {last}.").format(first=first, last=last)
        self._when.setText(f"{words} {hint}".strip())
        self._when.show()

    def show_offer(self, day: date | None) -> None:
        """Ask whether the waking was on `day` instead; None asks nothing."""
        self._offer.setVisible(day is not None)
        if day is not None:
            self._offered = day
            self._offer.setText(_("I woke on {day} instead").format(day=day_words(day, week_day=True)))

    def show_numbers(self, numbers: NightNumbers | None) -> None:
        """Show the three figures, or none while the times do not make a night."""
        self._stats.setVisible(numbers is not None)
        if numbers is not None:
            self._three[0].setText(hours_minutes(numbers.in_bed))
            self._three[1].setText(hours_minutes(max(0, numbers.asleep)))
            self._three[2].setText(f"{numbers.efficiency:.0f}%" if numbers.in_bed else "")

    def show_doubt(self, sentence: str) -> None:
        """Say what is doubtful; "" is nothing."""
        if sentence and sentence != self._doubt.text():
            announce(self._doubt, sentence)
        self._doubt.setText(sentence)
        self._doubt.setVisible(bool(sentence))

    def clear(self) -> None:
        """Nothing is known of a night."""
        self.show_numbers(None)
        self.show_offer(None)
        self.show_doubt("")
        self._when.hide()

    def _take_offer(self) -> None:
        self.other.emit(self._offered)
