"""Last night: drawn on a bar, and typed in the fields below it; with what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import Clock, logical_day
from rewire_app.domain.journal.entries import Night, NightRecording, new_uid
from rewire_app.domain.journal.night_entry import NightTimes, as_times, from_midnight
from rewire_app.i18n import _
from rewire_app.ui.base.keys import cap, pressed
from rewire_app.ui.journal.night_bar import NightBar
from rewire_app.ui.journal.night_facts import NightFacts
from rewire_app.ui.journal.night_form import TIMES, NightForm
from rewire_app.ui.journal.night_look import NightDesk, numbers_of
from rewire_app.ui.journal.night_recorded import RecordedNights, recorded_span
from rewire_app.ui.journal.night_shape import awake_of, shape_of, times_of
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.key_cap import KeyedButton
from rewire_app.ui.widgets.layout import QUIET_END, hbox, hung, nest, put
from rewire_app.ui.widgets.text import Heading, Second, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, theme

START = NightTimes(bed=23 * 60, lights=23 * 60, sol_min=15, waso_min=0, wake=7 * 60, up=7 * 60)
"""Where the bar begins when no night was noted yet; nothing is kept until it is changed or accepted."""

Offers = Mapping[str, Callable[[], NightTimes | None]]
"""Times to begin from, None where there are none yet, by the key that asks for them."""


class NightCard(Card):
    """Calls `keep` with a night that can be kept. `cleared(uid)`: the night is to be removed.

    `touched()`: something was answered, or kept. `back()`: it is done.
    """

    cleared = Signal(str)
    touched = Signal()
    back = Signal()

    def __init__(
        self, clock: Clock, day_start: Callable[[], int], keep: Callable[[Night], bool], offers: Offers
    ) -> None:
        """`keep(night)` gives False when it could not be saved. `offers`: "like_last" and "usual_night"."""
        super().__init__(padding=(33, 13))
        self._clock, self._day_start, self._keep, self._offers = clock, day_start, keep, offers
        self._saving = Autosave(self._save, self)
        self._times_due = False
        self._day = date.min
        self._wake_day: int | None = None
        self._begun = self._held = self._accepted = self._offered = False
        self._night: Night | None = None
        self._waiting: Night | None = None
        self._bar = NightBar()
        self._bar.changed.connect(lambda: self._take(self._drawn()))
        self._bar.moving.connect(self._follow_bar)
        self._form = NightForm()
        self._settled = self._form.typed_times()
        self._form.form.changed.connect(self._answered)
        self._form.form.left.connect(self._saving.flush)
        self._facts = NightFacts()
        self._facts.other.connect(self._woke_on)
        self._facts.mended.connect(self._take)
        self._recorded = RecordedNights()
        self._lay_out()

    def _lay_out(self) -> None:
        self._nothing = Second(_("Not noted yet. About right is good enough."))
        self._start = SecondButton(_("Note the night"))
        self._start.clicked.connect(self._note_first)
        self._accept = SecondButton(_("Keep these times"))
        self._accept.clicked.connect(self._keep_offered)
        self._done = SecondButton(_("Done, back to Today"))
        self._done.clicked.connect(self.back)
        self._hint = Small(_("Drag the handles, or type below. Arrow keys move by 5 minutes."))
        put(self.body, self._header(), S1, self._nothing, S2, self._offer_row(), S2, self._start)
        self._rest = [self._hint, self._bar, self._form, self._facts]
        quality, line = self._form.form.field("quality"), Divider()
        put(
            self.body,
            self._hint,
            S2,
            self._bar,
            S2,
            self._form,
            S2,
            self._facts,
            S2,
            self._accept,
            S2,
            line,
            S3,
        )
        put(self.body, quality, S2, self._recorded, S1, self._form.more, S2, hung(self._done), S2)
        self._rest += [line, quality, self._form.more]

    def _offer_row(self) -> QWidget:
        row = Flow(gap=10)
        for name, words in (("like_last", _("Like last time")), ("usual_night", _("Usual night"))):
            button = KeyedButton()
            button.set_action(words, cap(name))
            button.clicked.connect(lambda _on=False, name=name: self._offer(name))
            row.add(button)
        return row

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
        nest(head, across, 1)
        self._remove = QuietButton(_("Remove"))
        self._remove.clicked.connect(self._ask_removal)
        put(head, hung(self._remove), -theme.px(QUIET_END))
        return head

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the times that are offered, a digit begins to type them; L and U offer others."""
        offered = next((name for name in self._offers if pressed(event, name)), "")
        if offered:
            self._offer(offered)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._accept.isVisibleTo(self):
            self._keep_offered()
        elif event.text().isdigit() and self._accept.isVisibleTo(self):
            self._form.begin_with(event)
        else:
            super().keyPressEvent(event)

    # showing

    def begin(self) -> None:
        """Put the keyboard where noting goes on; a night not begun begins with the usual times."""
        if not self._begun:
            self._offer("usual_night")
        else:
            self._bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_recordings(self, recordings: Sequence[NightRecording]) -> None:
        """Show what devices tell of the night, the first of them on the bar too."""
        self._recorded.show_recordings(recordings)
        self._bar.set_recorded(recorded_span(recordings[0]) if recordings else None)

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
        if night is not None and not same and self._waiting is None:
            self._offered = False
            times = as_times(night, self._clock)
            self._wake_day = times.wake_day
            self._show_times(times)
            self._form.show_extras(night)
            self._form.mark(())
            self._facts.clear()
            self._show_facts(night)
        said = self._form.times() is not None or self.half_told is not None
        going_on = not fresh and not gone and self._begun and said
        self._arrange(begun=night is not None or going_on)

    def _forget(self) -> None:
        """Nothing is known of a night, and nothing of one is shown."""
        self._waiting, self._wake_day = None, None
        self._times_due = self._held = self._offered = False
        self._saving.stop()
        self._bar.set_night(shape_of(START))
        self._form.clear()
        self._form.mark(())
        self._settled = self._form.typed_times()
        self._facts.clear()

    def restore(self, answers: Mapping[str, Any]) -> None:
        """Show what was said of the night and not kept; it still is not."""
        self._form.restore(answers)
        times = self._times()
        if times is not None:
            self._possible(times, accepted=False)
        self._arrange(begun=True)

    def _arrange(self, *, begun: bool) -> None:
        held = self._has_keyboard
        self._begun = begun
        self._start.setVisible(not begun)
        self._nothing.setVisible(not begun)
        for part in self._rest:
            part.setVisible(begun)
        self._accept.setVisible(begun and (self._night is None or self._held or self._offered))
        self._done.setVisible(begun and self._night is not None)
        self._remove.setVisible(self._night is not None)
        if held and not self._has_keyboard:  # what had it is gone; a digit is not to rate what stands below
            self._stop().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_keyboard(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget() or self.window())

    def _stop(self) -> QWidget:
        """Where noting the night goes on."""
        if not self._begun:
            return self._start
        return self._done if self._night is not None and not self._held else self._bar

    def _show_times(self, times: NightTimes) -> None:
        self._bar.set_night(shape_of(times))
        self._form.set_times(times)
        self._settled = self._form.typed_times()

    def _show_facts(self, night: Night) -> None:
        self._facts.show_when(night, _late_words(night))
        self._facts.show_numbers(night, numbers_of(night))

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

    def _times(self) -> NightTimes | None:
        """The times as they are typed, with what the bar knows of the time awake."""
        typed = self._form.times()
        if typed is None:
            return None
        lights = from_midnight(typed)[1]
        shown = replace(shape_of(typed), parts=self._bar.night().parts)
        return replace(typed, awake=awake_of(shown, lights))

    def _take(self, times: NightTimes, *, accepted: bool = False) -> None:
        """Note `times` at once; `accepted`: also when they are unlikely."""
        self._bar.set_night(shape_of(times))
        self._form.set_times(times)
        self._times_due, self._accepted = True, accepted
        self._saving.now()

    def _keep_offered(self) -> None:
        self._take(self._times() or START, accepted=True)

    def _woke_on(self, day: date) -> None:
        self._wake_day, self._times_due = (day - self._day).days, True
        self._saving.now()

    def _save(self) -> bool:
        """Keep what the form says, as far as it can be a night; False when that could not be saved."""
        times = self._times() if self._times_due else None
        accepted, self._accepted, self._times_due = self._accepted, False, False
        typed = self._possible(times, accepted=accepted) if times is not None else None
        fresh = typed or self._waiting
        night = fresh or self._night
        if night is not None and not self._note(self._form.with_extras(night)):
            return False
        if fresh is not None:
            self._offered = False
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
        self._facts.show_mend(look.mend, look.marks)
        self._form.mark(look.marks)
        self._held = look.unlikely and not accepted
        if look.night is None:
            return None
        self._bar.set_night(shape_of(look.meant))
        if not look.keep and not (look.unlikely and accepted):
            return None
        night = replace(look.night, noted_day=self._noted_day)
        self._show_facts(night)
        self._facts.show_offer(look.other)
        return night

    @property
    def _noted_day(self) -> date | None:
        """The day on which the night was noted first."""
        if self._night is not None:
            return self._night.noted_day
        return logical_day(self._clock.now(), self._day_start())

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
        self._offer("usual_night")

    def _offer(self, name: str) -> None:
        """Offer other times; nothing is kept yet."""
        self._saving.flush()
        self._offered, self._wake_day = True, None
        self._arrange(begun=True)
        look = self._desk.look(self._offers[name]() or START, None)
        self._show_times(look.meant)
        self._facts.clear()
        self._form.mark(())
        self._facts.show_when(self._desk.made(look.meant))
        self._accept.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _drawn(self) -> NightTimes:
        """The times as the bar shows them."""
        times = times_of(self._bar.night(), self._form.times() or START)
        self._wake_day = times.wake_day
        return times

    def _follow_bar(self) -> None:
        """Say what follows from a drag while it goes on; nothing is kept before its end."""
        drawn = self._drawn()
        self._form.set_times(drawn)
        self._show_facts(replace(self._desk.made(drawn), noted_day=self._noted_day))

    def _ask_removal(self) -> None:
        if self._night is not None:
            self._waiting = None
            self._saving.stop()
            self.cleared.emit(self._night.uid)


def _late_words(night: Night) -> str:
    """On which day a night was noted, if it was not the day it counts for."""
    if night.noted_day is None or night.noted_day <= night.day:
        return ""
    return _("Noted on {day}.").format(day=day_words(night.noted_day, week_day=True))
