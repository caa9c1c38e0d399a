"""Last night: drawn on a bar that can be dragged, or typed; with what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QWidget

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.days import Clock
from rewire_app.domain.journal.entries import Night, new_uid
from rewire_app.domain.journal.night_entry import DAY, NOON, NightTimes, after_noon, as_times, make_night
from rewire_app.i18n import _
from rewire_app.insight.sleep import Doubt, NightNumbers, check_night, night_numbers
from rewire_app.ui.journal.night_bar import NightBar
from rewire_app.ui.journal.night_form import TIMES, NightForm
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import QUIET_END, hbox, put, stretch, vbox
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
    """Calls `keep` with a night that can be kept. `cleared(uid)`: the night is to be removed."""

    cleared = Signal(str)

    def __init__(self, clock: Clock, keep: Callable[[Night], bool]) -> None:
        """`keep` gives False when the night could not be saved: it waits here."""
        super().__init__(padding=(33, 13))
        self._clock, self._keep = clock, keep
        self._saving = Autosave(self._save, self)
        self._times_due = False
        self._day = date.min
        self._begun = False
        self._night: Night | None = None
        self._waiting: Night | None = None
        put(self.body, self._header(), S1)
        self._nothing = Second(_("Not noted yet. About right is good enough."))
        self._start = SecondButton(_("Note the night"))
        self._start.clicked.connect(self._note_first)
        put(self.body, self._nothing, S2, self._start)
        self._bar = NightBar()
        self._bar.changed.connect(self._dragged)
        self.body.addWidget(self._bar)
        self._form = NightForm()
        self._form.form.changed.connect(self._answered)
        self._form.form.left.connect(self._saving.flush)
        self.body.addWidget(self._form)
        self._accept = SecondButton(_("Keep these times"))
        self._accept.clicked.connect(lambda: self._take(self._form.times() or START))
        put(self.body, S2, self._accept, self._numbers())
        self._doubt = Second("", ink="coralText")
        self.body.addWidget(self._doubt)
        self._doubt.hide()
        self.body.addSpacing(S2)

    def set_narrow(self, narrow: bool) -> None:
        """Put what can be done below the title, or beside it."""
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _header(self) -> QBoxLayout:
        across = hbox(Glyph("moon", 22, role="ink", folder="icons"), gap=S2)
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
        across = hbox(on=self._facts, gap=S4, margins=(0, S2, 0, 0))
        self._stats: list[Stat] = []
        for words in (
            _("in bed"),
            _("asleep"),
            _("of the time in bed asleep (sleep efficiency). One night says little."),
        ):
            stat, under = Stat("", wrap=False), Small(words)
            column = vbox(stat, under, stretch(), gap=0)
            across.addLayout(column, 3 if len(words) > 20 else 1)
            self._stats.append(stat)
        return self._facts

    # showing

    def begin(self) -> None:
        """Put the keyboard where noting begins."""
        shown = (part for part in (self._start, self._bar) if not part.isHidden())
        next(shown, self._form).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_night(self, day: date, night: Night | None, *, today: bool) -> None:
        """Show the night that ended on `day`; typing under way on the same day is left alone."""
        self._title.setText(_("Last night") if today else _("The night before"))
        same = day == self._day and night == self._night
        fresh = day != self._day
        self._day, self._night = day, night
        if fresh:
            self._waiting, self._times_due = None, False
            self._saving.stop()
            self._form.hide()
            self._doubt.hide()
            self._form.clear()
        if night is not None and not same and self._waiting is None:
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
        self._draw(times)
        self._form.set_times(times)

    def _draw(self, times: NightTimes) -> None:
        bed, lights, wake, up = (minutes + NOON - DAY for minutes in after_noon(times))
        self._bar.set_night(bed, lights + times.sol_min, wake, up, times.waso_min)

    def _say(self, numbers: NightNumbers) -> None:
        self._stats[0].setText(hours_minutes(numbers.in_bed))
        self._stats[1].setText(hours_minutes(max(0, numbers.asleep)))
        self._stats[2].setText(f"{numbers.efficiency:.0f}%" if numbers.in_bed else "")

    # noting

    def flush(self) -> None:
        """Save what is being typed now, and what could not be saved before."""
        self._saving.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something noted could not be saved yet."""
        return self._waiting is not None

    def _answered(self, key: str) -> None:
        self._times_due |= key in TIMES
        if self._form.form.typed(key):
            self._saving.soon()
        else:
            self._saving.now()

    def _take(self, times: NightTimes) -> None:
        """Note `times` at once."""
        self._form.set_times(times)
        self._times_due = True
        self._saving.now()

    def _save(self) -> bool:
        """Keep what the form says, as far as it can be a night; False when that could not be saved."""
        times = self._form.times() if self._times_due else None
        self._times_due = False
        typed = self._possible(times) if times is not None else None
        night = typed or self._waiting or self._night
        if night is not None and not self._note(self._form.with_extras(night)):
            return False
        if typed is not None:
            self._show_times(as_times(typed, self._clock))
        return True

    def _possible(self, times: NightTimes) -> Night | None:
        """The night of `times` if it can have been one; doubts are said."""
        self._draw(times)
        uid = self._night.uid if self._night else new_uid(self._clock.now())
        night = make_night(times, uid=uid, day=self._day, clock=self._clock)
        numbers = numbers_of(night)
        checks = check_night(numbers, sol=times.sol_min, waso=times.waso_min)
        self._doubt.setText(checks[0].sentence if checks else "")
        self._doubt.setVisible(bool(checks))
        if any(check.doubt is Doubt.REJECT for check in checks):
            return None
        self._say(numbers)
        return night

    def _note(self, night: Night) -> bool:
        """Let `night` be kept, unless it is; False when it could not be."""
        if night == self._night:
            self._waiting = None
            return True
        self._waiting = night
        if not self._keep(night):
            return False
        self._night, self._waiting = night, None
        self._form.show_extras(night)
        self._arrange(begun=True)
        return True

    def _note_first(self) -> None:
        self._arrange(begun=True)
        self._show_times(START)
        self._bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _switch(self) -> None:
        self._form.setVisible(not self._form.isVisibleTo(self))
        self._arrange(begun=True)
        self.begin()

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
        self._take(times)

    def _ask_removal(self) -> None:
        if self._night is not None:
            self._waiting = None
            self._saving.stop()
            self.cleared.emit(self._night.uid)
