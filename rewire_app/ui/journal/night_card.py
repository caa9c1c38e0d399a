"""Last night: drawn on a bar that can be dragged, or typed; with what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QWidget

from rewire_app.domain.days import Clock
from rewire_app.domain.journal.entries import Night, new_uid
from rewire_app.domain.journal.night_entry import (
    DAY,
    NightTimes,
    as_times,
    from_midnight,
)
from rewire_app.i18n import _
from rewire_app.ui.journal.night_bar import NightBar
from rewire_app.ui.journal.night_facts import NightFacts
from rewire_app.ui.journal.night_form import TIMES, NightForm
from rewire_app.ui.journal.night_look import NightDesk, numbers_of
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import QUIET_END, hbox, put
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S1, S2, theme

START = NightTimes(bed=23 * 60, lights=23 * 60, sol_min=15, waso_min=0, wake=7 * 60, up=7 * 60)
"""Where the bar begins when no night was noted yet; nothing is kept until it is changed or accepted."""


class NightCard(Card):
    """Calls `keep` with a night that can be kept. `cleared(uid)`: the night is to be removed.

    `touched()`: something was answered, or kept.
    """

    cleared = Signal(str)
    touched = Signal()

    def __init__(
        self,
        clock: Clock,
        day_start: Callable[[], int],
        keep: Callable[[Night], bool],
        usual: Callable[[], NightTimes | None],
    ) -> None:
        """`keep(night)` gives False when it could not be saved. `usual`: times to begin from."""
        super().__init__(padding=(33, 13))
        self._clock, self._day_start, self._keep, self._usual = clock, day_start, keep, usual
        self._saving = Autosave(self._save, self)
        self._times_due = False
        self._day = date.min
        self._wake_day: int | None = None
        self._begun = self._held = self._accepted = False
        self._night: Night | None = None
        self._waiting: Night | None = None
        put(self.body, self._header(), S1)
        self._nothing = Second(_("Not noted yet. About right is good enough."))
        self._start = SecondButton(_("Note the night"))
        self._start.clicked.connect(self._note_first)
        put(self.body, self._nothing, S2, self._start)
        self._bar = NightBar()
        self._bar.changed.connect(lambda: self._take(self._drawn()))
        self._bar.moving.connect(self._follow_bar)
        self._form = NightForm()
        self._settled = self._form.typed_times()
        self._form.form.changed.connect(self._answered)
        self._form.form.left.connect(self._saving.flush)
        self._accept = SecondButton(_("Keep these times"))
        self._accept.clicked.connect(lambda: self._take(self._form.times() or START, accepted=True))
        self._facts = NightFacts()
        self._facts.other.connect(self._woke_on)
        put(self.body, self._bar, self._facts, S2, self._form, S2, self._accept, S2)

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

    # showing

    def begin(self) -> None:
        """Put the keyboard where noting goes on; a night not begun begins with the usual times."""
        if not self._begun:
            self._show_usual()
            self._accept.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._bar.isHidden():
            self._form.begin()
        else:
            self._bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_night(self, day: date, night: Night | None, *, today: bool) -> None:
        """Show the night that ended on `day`; typing under way on the same day is left alone.

        One that was taken back leaves the card as if nothing had been noted.
        """
        self._title.setText(_("Last night") if today else _("The night before"))
        fresh = day != self._day
        gone = night is None and self._night is not None and self._waiting is None
        same = not fresh and night == self._night
        self._day, self._night = day, night
        if fresh or gone:
            self._forget()
        if fresh:
            self._form.hide()
        if night is not None and not same and self._waiting is None:
            times = as_times(night, self._clock)
            self._wake_day = times.wake_day
            self._show_times(times)
            self._form.show_extras(night)
            self._facts.clear()
            self._show_facts(night)
        said = self._form.times() is not None or self.half_told is not None
        going_on = not fresh and not gone and self._begun and said
        self._arrange(begun=night is not None or going_on)

    def _forget(self) -> None:
        """Nothing is known of a night, and nothing of one is shown."""
        self._waiting, self._wake_day = None, None
        self._times_due = self._held = False
        self._saving.stop()
        self._bar.forget()
        self._form.clear()
        self._settled = self._form.typed_times()
        self._facts.clear()

    def restore(self, answers: Mapping[str, Any]) -> None:
        """Show what was said of the night and not kept; it still is not."""
        form = self._form.form
        form.restore({key: answers[key] for key in form.questions if key in answers})
        self._form.show()
        times = self._form.times()
        if times is not None:
            self._possible(times, accepted=False)
        self._arrange(begun=True)

    def _arrange(self, *, begun: bool) -> None:
        held = self._has_keyboard
        self._begun = begun
        typing = begun and self._form.isVisibleTo(self)
        self._start.setVisible(not begun)
        self._nothing.setVisible(not begun)
        self._bar.setVisible(begun and not typing)
        self._facts.setVisible(begun)
        self._accept.setVisible(begun and (self._night is None or self._held))
        self._remove.setVisible(self._night is not None)
        self._way.setVisible(begun)
        self._way.setText(_("Show the bar instead") if typing else _("Type the times instead"))
        if held and not self._has_keyboard:  # what had it is gone; a digit is not to rate what stands below
            self._stop().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_keyboard(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget() or self.window())

    def _stop(self) -> QWidget:
        """Where noting the night goes on."""
        if not self._begun:
            return self._start
        return self._form.form.field("bed") if self._bar.isHidden() else self._bar

    def _show_times(self, times: NightTimes) -> None:
        self._draw(times)
        self._form.set_times(times)
        self._settled = self._form.typed_times()

    def _draw(self, times: NightTimes) -> None:
        bed, lights, wake, up = from_midnight(times)
        self._bar.set_night(bed, lights + times.sol_min, wake, up, times.waso_min)

    def _show_facts(self, night: Night) -> None:
        hint = ""
        if not self._form.isVisibleTo(self) and not night.waso_min:
            hint = _("Draw over the filled part to mark time awake.")
        self._facts.show_when(night.bed, night.up, hint)
        self._facts.show_numbers(numbers_of(night))

    # noting

    def flush(self) -> None:
        """Save what is being typed now, and what could not be saved before."""
        self._saving.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something noted could not be saved yet."""
        return self._waiting is not None

    @property
    def half_told(self) -> dict[str, Any] | None:
        """All answers while some of them are not kept, or have no night yet to be kept with; else None."""
        more = self._form.with_extras(self._night) != self._night if self._night else self._form.has_extras
        waits = more or self._form.typed_times() != self._settled
        return self._form.form.answers() if waits else None

    def _answered(self, key: str) -> None:
        self.touched.emit()
        self._times_due |= key in TIMES
        if self._form.form.typed(key):
            self._saving.soon()
        else:
            self._saving.now()

    def _take(self, times: NightTimes, *, accepted: bool = False) -> None:
        """Note `times` at once; `accepted`: also when they are unlikely."""
        self._form.set_times(times)
        self._times_due, self._accepted = True, accepted
        self._saving.now()

    def _woke_on(self, day: date) -> None:
        self._wake_day, self._times_due = (day - self._day).days, True
        self._saving.now()

    def _save(self) -> bool:
        """Keep what the form says, as far as it can be a night; False when that could not be saved."""
        times = self._form.times() if self._times_due else None
        accepted, self._accepted, self._times_due = self._accepted, False, False
        typed = self._possible(times, accepted=accepted) if times is not None else None
        fresh = typed or self._waiting
        night = fresh or self._night
        if night is not None and not self._note(self._form.with_extras(night)):
            return False
        if fresh is not None:
            self._show_times(as_times(fresh, self._clock))
        self._arrange(begun=True)
        self.touched.emit()
        return True

    @property
    def _desk(self) -> NightDesk:
        uid = self._night.uid if self._night else new_uid(self._clock.now())
        return NightDesk(uid=uid, day=self._day, clock=self._clock, day_start=self._day_start())

    def _possible(self, times: NightTimes, *, accepted: bool) -> Night | None:
        """The night of `times` if it is to be kept; doubts are said."""
        look = self._desk.look(times, self._wake_day)
        self._facts.clear()
        self._facts.show_doubt(look.doubt)
        self._held = look.unlikely and not accepted
        if look.night is None:
            return None
        self._draw(look.meant)
        if not look.keep and not (look.unlikely and accepted):
            return None
        self._show_facts(look.night)
        self._facts.show_offer(look.other)
        return look.night

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
        return True

    def _note_first(self) -> None:
        self._show_usual()
        self._bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_usual(self) -> None:
        """Offer the times that are usual; nothing is kept yet."""
        self._arrange(begun=True)
        look = self._desk.look(self._usual() or START, None)
        self._show_times(look.meant)
        night = self._desk.made(look.meant)
        self._facts.show_when(night.bed, night.up)

    def _switch(self) -> None:
        self._form.setVisible(not self._form.isVisibleTo(self))
        self._arrange(begun=True)
        self.begin()

    def _drawn(self) -> NightTimes:
        """The times as the bar shows them."""
        bed, asleep, wake, up, waso = self._bar.night()
        before = self._form.times() or START
        sol = min(before.sol_min, max(0, asleep - bed))
        self._wake_day = wake // DAY
        return NightTimes(
            bed=bed % DAY,
            lights=(asleep - sol) % DAY,
            sol_min=sol,
            waso_min=waso,
            wake=wake % DAY,
            up=up % DAY,
            bed_shift_min=before.bed_shift_min,
            wake_day=self._wake_day,
        )

    def _follow_bar(self) -> None:
        """Say what follows from a drag while it goes on; nothing is kept before its end."""
        self._show_facts(self._desk.made(self._drawn()))

    def _ask_removal(self) -> None:
        if self._night is not None:
            self._waiting = None
            self._saving.stop()
            self.cleared.emit(self._night.uid)
