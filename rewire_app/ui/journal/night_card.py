"""Last night: drawn on a bar that can be dragged, or typed; with what follows from it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.days import Clock
from rewire_app.domain.journal.entries import Night, new_uid
from rewire_app.domain.journal.night_entry import DAY, NOON, NightTimes, after_noon, as_times, make_night
from rewire_app.i18n import _
from rewire_app.insight.sleep import Doubt, NightNumbers, check_night, night_numbers
from rewire_app.ui.journal.night_bar import NightBar
from rewire_app.ui.journal.night_form import NightForm
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.optical_margin import QUIET_END
from rewire_app.ui.widgets.text import Heading, Second, Small, Stat
from rewire_app.ui.widgets.theme import S1, S2, S4, theme

START = NightTimes(bed=23 * 60, lights=23 * 60, sol_min=15, waso_min=0, wake=7 * 60, up=7 * 60)
"""Where the bar begins when nothing is noted; nothing is kept until it is changed or accepted."""


def numbers_of(night: Night) -> NightNumbers:
    """The numbers of `night` by the time that really passed, whatever its clocks were set to."""
    bed, lights, wake, up = (
        (at.utc_ms - night.bed.utc_ms) / 60_000 for at in (night.bed, night.lights, night.wake, night.up)
    )
    return night_numbers(bed=bed, lights=lights, sol=night.sol_min, waso=night.waso_min, wake=wake, up=up)


class NightCard(Card):
    """`noted(Night)`: times that can be kept. `cleared(uid)`: the night is to be removed."""

    noted = Signal(object)
    cleared = Signal(str)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(33, 13))
        self._clock = clock
        self._day = date.min
        self._begun = False
        self._night: Night | None = None
        self._waiting: Night | None = None
        self.body.addLayout(self._header())
        self.body.addSpacing(S1)
        self._nothing = Second(_("Not noted yet. About right is good enough."))
        self._start = SecondButton(_("Note the night"))
        self._start.clicked.connect(self._begin)
        self.body.addWidget(self._nothing)
        self.body.addSpacing(S2)
        self.body.addWidget(self._start)
        self._bar = NightBar()
        self._bar.changed.connect(self._dragged)
        self.body.addWidget(self._bar)
        self._form = NightForm()
        self._form.changed.connect(self._typed)
        self._form.extras_changed.connect(self._extras)
        self.body.addWidget(self._form)
        self._accept = SecondButton(_("Keep these times"))
        self._accept.clicked.connect(lambda: self._keep(self._form.times() or START))
        self.body.addSpacing(S2)
        self.body.addWidget(self._accept)
        self.body.addWidget(self._numbers())
        self._doubt = Second("", ink="coralText")
        self.body.addWidget(self._doubt)
        self._doubt.hide()
        self.body.addSpacing(S2)

    def set_narrow(self, narrow: bool) -> None:
        """Put what can be done below the title, or beside it."""
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _header(self) -> QBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(S2)
        across.addWidget(Glyph("moon", 22, role="ink", folder="icons"))
        self._title = Heading(_("Last night"))
        across.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(0)
        head.addLayout(across, 1)
        buttons = Flow()
        self._remove = QuietButton(_("Remove"))
        self._remove.clicked.connect(self._ask_removal)
        buttons.add(self._remove)
        self._way = QuietButton(_("Type the times instead"))
        self._way.clicked.connect(self._switch)
        buttons.add(self._way)
        head.addWidget(buttons)
        head.addItem(QSpacerItem(-theme.px(QUIET_END), 0))
        return head

    def _numbers(self) -> QWidget:
        self._facts = QWidget()
        across = QHBoxLayout(self._facts)
        across.setContentsMargins(0, S2, 0, 0)
        across.setSpacing(S4)
        self._stats: list[Stat] = []
        for words in (
            _("in bed"),
            _("asleep"),
            _("of the time in bed asleep (sleep efficiency). One night says little."),
        ):
            stat, under = Stat("", wrap=False), Small(words)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(stat)
            column.addWidget(under)
            column.addStretch(1)
            across.addLayout(column, 3 if len(words) > 20 else 1)
            self._stats.append(stat)
        return self._facts

    # showing

    def first_control(self) -> QWidget:
        """Where the keyboard begins."""
        if not self._start.isHidden():
            return self._start
        return self._bar if not self._bar.isHidden() else self._form

    def show_night(self, day: date, night: Night | None, *, today: bool) -> None:
        """Show the night that ended on `day`; typing under way on the same day is left alone."""
        self._title.setText(_("Last night") if today else _("The night before"))
        same = day == self._day and night == self._night
        fresh = day != self._day
        self._day, self._night = day, night
        if fresh:
            self._waiting = None
            self._form.hide()
            self._doubt.hide()
            self._form.clear()
        if night is not None and not same and self._waiting in (None, night):
            self._show_times(as_times(night, self._clock))
            self._say(numbers_of(night))
            self._form.show_extras(night)
        self._arrange(
            begun=night is not None or (not fresh and self._begun and self._form.times() is not None)
        )

    def _arrange(self, *, begun: bool) -> None:
        self._begun = begun
        typing = begun and self._form.isVisibleTo(self)
        self._start.setVisible(not begun)
        self._nothing.setVisible(not begun)
        self._bar.setVisible(begun and not typing)
        self._facts.setVisible(begun and self._night is not None)
        self._accept.setVisible(begun and self._night is None)
        self._remove.setVisible(self._night is not None)
        self._way.setVisible(begun)
        self._way.setText(_("Show the bar instead") if typing else _("Type the times instead"))

    def _show_times(self, times: NightTimes) -> None:
        bed, lights, wake, up = after_noon(times)
        self._bar.set_night(
            bed + NOON - DAY,
            lights + times.sol_min + NOON - DAY,
            wake + NOON - DAY,
            up + NOON - DAY,
            times.waso_min,
        )
        self._form.set_times(times)

    def _say(self, numbers: NightNumbers) -> None:
        self._stats[0].setText(hours_minutes(numbers.in_bed))
        self._stats[1].setText(hours_minutes(max(0, numbers.asleep)))
        self._stats[2].setText(f"{numbers.efficiency:.0f}%" if numbers.in_bed else "")

    # noting

    def flush(self) -> None:
        """Save what is being typed now, and what could not be saved before."""
        self._form.flush()
        self._extras()

    def settle(self) -> None:
        """What was noted is saved."""
        self._night, self._waiting = self._waiting, None

    @property
    def unsaved(self) -> bool:
        """Whether something noted could not be saved yet."""
        return self._waiting is not None

    def _note(self, night: Night) -> None:
        """Ask for `night` to be saved, unless it is."""
        self._waiting = night if night != self._night else None
        if self._waiting is not None:
            self.noted.emit(night)

    def _begin(self) -> None:
        self._arrange(begun=True)
        self._show_times(START)
        self._bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _switch(self) -> None:
        self._form.setVisible(not self._form.isVisibleTo(self))
        self._arrange(begun=True)
        self.first_control().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _dragged(self) -> None:
        bed, asleep, wake, up, waso = self._bar.night()
        before = self._form.times() or START
        sol = min(before.sol_min, max(0, asleep - bed))
        times = NightTimes(
            bed=bed % DAY,
            lights=(asleep - sol) % DAY,
            sol_min=sol,
            waso_min=waso,
            wake=wake % DAY,
            up=up % DAY,
            bed_shift_min=before.bed_shift_min,
        )
        self._form.set_times(times)
        self._keep(times)

    def _typed(self) -> None:
        times = self._form.times()
        if times is not None:
            bed, lights, wake, up = after_noon(times)
            shift = NOON - DAY
            self._bar.set_night(
                bed + shift, lights + times.sol_min + shift, wake + shift, up + shift, times.waso_min
            )
            self._keep(times)

    def _keep(self, times: NightTimes) -> None:
        uid = self._night.uid if self._night else new_uid(self._clock.now())
        night = make_night(times, uid=uid, day=self._day, clock=self._clock)
        numbers = numbers_of(night)
        checks = check_night(numbers, sol=times.sol_min, waso=times.waso_min)
        self._doubt.setText(checks[0].sentence if checks else "")
        self._doubt.setVisible(bool(checks))
        if any(check.doubt is Doubt.REJECT for check in checks):
            return
        self._say(numbers)
        self._note(self._form.with_extras(night))

    def _extras(self) -> None:
        known = self._waiting or self._night
        if known is not None:
            self._note(self._form.with_extras(known))

    def _ask_removal(self) -> None:
        if self._night is not None:
            self._waiting = None
            self.cleared.emit(self._night.uid)
