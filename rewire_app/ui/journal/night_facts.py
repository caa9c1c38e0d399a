"""What follows from the times of a night: on which days it was, how long, and what is doubtful about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.day_words import clock_words, day_words, minutes_words
from rewire_app.domain.journal.entries import Night
from rewire_app.domain.journal.night_entry import NightTimes
from rewire_app.i18n import _
from rewire_app.insight.sleep import NightNumbers
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import QUIET, hbox, hung, nest, stretch, vbox
from rewire_app.ui.widgets.text import Second, Small, Stat
from rewire_app.ui.widgets.theme import S1, S2, S4
from rewire_app.ui.widgets.unfold import Unfold


def worked_out(night: Night, numbers: NightNumbers) -> tuple[str, ...]:
    """How the three figures of `night` come about, with its own times."""
    bed, lights, wake, up = (clock_words(at.wall) for at in (night.bed, night.lights, night.wake, night.up))
    tried = hours_minutes(numbers.asleep + night.sol_min + night.waso_min)
    return (
        _("In bed: from {bed} to {up} is {long}.").format(bed=bed, up=up, long=hours_minutes(numbers.in_bed)),
        _(
            "Asleep: from trying to sleep at {lights} to the last waking at {wake} is {tried}. Less {sol} "
            "min to fall asleep and {waso} min awake, that is {asleep}."
        ).format(
            lights=lights,
            wake=wake,
            tried=tried,
            sol=night.sol_min,
            waso=night.waso_min,
            asleep=hours_minutes(numbers.asleep),
        ),
        _(
            "{percent}% is the time asleep of the time in bed (sleep efficiency). Of the time since trying "
            "to sleep it is {lights}%."
        ).format(percent=f"{numbers.efficiency:.0f}", lights=f"{numbers.efficiency_lights:.0f}"),
        _("Awake in bed, in all: {long}.").format(long=hours_minutes(numbers.awake)),
        _(
            "Diaries run high: in one comparison people noted about 40 minutes more sleep than brain waves "
            "showed. There is no number to aim for here."
        ),
    )


class NightFacts(QWidget):
    """`other(date)`: the other of two days on which one may have woken is meant. `mended(NightTimes)`."""

    other = Signal(object)
    mended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._offered = date.min
        self._meant: NightTimes | None = None
        self._when, self._doubt = Small(""), Second("", ink="coralText")
        self._offer, self._mend = QuietButton(""), QuietButton("")
        self._offer.clicked.connect(lambda: self.other.emit(self._offered))
        self._mend.clicked.connect(lambda: self.mended.emit(self._meant))
        self.how = Unfold(_("How this is worked out"), _("Last night"))
        vbox(
            self._when,
            hung(self._offer, start=QUIET),
            self._numbers(),
            self.how,
            self._doubt,
            hung(self._mend, start=QUIET),
            on=self,
            gap=S1,
        )
        for part in (self._when, self._offer, self._stats, self.how, self._doubt, self._mend):
            part.hide()

    def _numbers(self) -> QWidget:
        self._stats = QWidget()
        across = hbox(on=self._stats, gap=S4, margins=(0, S2, 0, 0))
        self._three: list[Stat] = []
        for words in (_("in bed"), _("asleep"), _("of the time in bed asleep. One night says little.")):
            stat, under = Stat("", wrap=False), Small(words)
            column = vbox(stat, under, stretch(), gap=0)
            nest(across, column, 3 if len(words) > 20 else 1)
            self._three.append(stat)
        return self._stats

    def show_when(self, night: Night, late: str = "") -> None:
        """Say from when to when it was, with the dates; `late` follows it."""
        first, last = (
            _("{day}, {time}").format(day=day_words(at.wall.date(), week_day=True), time=clock_words(at.wall))
            for at in (night.bed, night.up)
        )
        words = _("From {first} to {last}.").format(first=first, last=last)
        self._when.setText(f"{words} {late}".strip())
        self._when.show()

    def show_offer(self, day: date | None) -> None:
        """Ask whether the waking was on `day` instead; None asks nothing."""
        self._offer.setVisible(day is not None)
        if day is not None:
            self._offered = day
            self._offer.setText(_("I woke on {day} instead").format(day=day_words(day, week_day=True)))

    def show_mend(self, meant: NightTimes | None, marks: tuple[str, ...]) -> None:
        """Ask whether `meant` is what was meant where its `marks` differ; None asks nothing."""
        self._meant = meant
        self._mend.setVisible(meant is not None)
        if meant is not None:
            times = _(" and ").join(minutes_words(getattr(meant, name)) for name in marks)
            self._mend.setText(_("Did you mean {times}?").format(times=times))

    def show_numbers(self, night: Night, numbers: NightNumbers) -> None:
        """Show the three figures and how they come about."""
        self._three[0].setText(hours_minutes(numbers.in_bed))
        self._three[1].setText(hours_minutes(max(0, numbers.asleep)))
        self._three[2].setText(f"{numbers.efficiency:.0f}%" if numbers.in_bed else "")
        told = numbers.in_bed > 0 and numbers.asleep > 0
        if told:
            self.how.set_words(worked_out(night, numbers))
        self._stats.show()
        self.how.setVisible(told)

    def show_doubt(self, sentence: str) -> None:
        """Say what is doubtful; "" is nothing."""
        if sentence and sentence != self._doubt.text():
            announce(self._doubt, sentence)
        self._doubt.setText(sentence)
        self._doubt.setVisible(bool(sentence))

    def clear(self) -> None:
        """Nothing is known of a night."""
        self._stats.hide()
        self.how.hide()
        self.show_offer(None)
        self.show_mend(None, ())
        self.show_doubt("")
        self._when.hide()
