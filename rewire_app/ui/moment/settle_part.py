"""Whether it is about back to normal: by the clock, in typed minutes, still going, or not known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.days import Clock
from rewire_app.domain.journal.entries import Moment
from rewire_app.domain.journal.moment_clock import MomentClock
from rewire_app.i18n import _
from rewire_app.ui.moment.clock_strip import ClockStrip
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import hbox, vbox
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S2, S5
from rewire_app.ui.widgets.unfold import LinkButton


class End(StrEnum):
    """What is said of the end of a moment: which way is open."""

    CLOCK = "clock"
    SETTLED = "settled"
    TYPED = "typed"
    GOING = "going"
    UNKNOWN = "unknown"


BY_CLOCK = (End.CLOCK, End.SETTLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentEnding:
    """What is kept of it: the minutes, whether a clock ran for them, and whether it goes on still."""

    calm_min: int | None
    still_going: bool
    measured: bool | None


class SettlePart(QWidget):
    """The question with its ways. `changed()`: another answer was given. `settled()`: the clock was stopped.

    The fields of `form` for the start and the minutes stand here where no clock says them.
    """

    changed = Signal()
    settled = Signal()

    def __init__(self, clock: Clock, form: Form) -> None:
        super().__init__()
        self._clock, self._form = clock, form
        self.runs: MomentClock | None = None
        self._end, self._stopped = End.TYPED, 0
        self._before: Moment | None = None
        self.strip = ClockStrip(clock)
        self.strip.settled.connect(self.settle)
        self.strip.resumed.connect(lambda: self._choose(End.CLOCK))
        self._line = Second("")
        self._links = {
            End.CLOCK: LinkButton(_("Use the clock")),
            End.TYPED: LinkButton(_("Type the minutes instead")),
            End.GOING: LinkButton(_("Still going, keep it open")),
            End.UNKNOWN: LinkButton(_("I do not know")),
        }
        row = Flow(gap=S5 + 4, below=0)
        for end, link in self._links.items():
            link.clicked.connect(lambda _on=False, end=end: self._choose(end, focus=True))
            row.add(link)
        fields = hbox(gap=S5)
        for key in ("time", "calm_min"):
            fields.addWidget(form.field(key), 1, Qt.AlignmentFlag.AlignTop)
        vbox(
            Strong(_("Is it about back to normal?"), role="heading"),
            self.strip,
            self._line,
            fields,
            row,
            on=self,
            gap=S2,
        )
        form.changed.connect(self._typed)

    # what is shown at first

    def begin(self, runs: MomentClock | None, moment: Moment | None) -> None:
        """Show what is known: a clock that `runs`, what `moment` says, or nothing yet."""
        self.runs, self._before = runs, moment
        if runs is not None:
            self._end = End.CLOCK
        elif moment is not None and (moment.still_going or moment.calm_min is None):
            self._end = End.GOING if moment.still_going else End.UNKNOWN
        self._show()

    def restore(self, answers: tuple[str, int]) -> None:
        """Show what was answered before, and not kept."""
        end, self._stopped = answers
        self._end = End(end)
        if self._end in BY_CLOCK and self.runs is None:
            self._end = End.TYPED
        self._show()

    @property
    def answers(self) -> tuple[str, int]:
        """Which way is open, and the minutes at which the clock was stopped."""
        return self._end.value, self._stopped

    # answering

    def settle(self) -> bool:
        """Stop the clock now; False when none runs, or it was forgotten for too long."""
        now = self._clock.now()
        if self.runs is None or self._end not in (End.CLOCK, End.GOING) or not self.runs.runs(now):
            return False
        self._stopped = self.runs.settled_after(now)
        self._choose(End.SETTLED)
        self.settled.emit()
        return True

    def begin_answering(self) -> None:
        """Put the keyboard on the way to say that it has settled: the clock, else the minutes."""
        if self.runs is not None:
            self.strip.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._links[End.TYPED].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_peak(self, peak: int | None) -> None:
        """Draw the curve as high as it was."""
        self.strip.show_peak(peak)

    def ending(self) -> MomentEnding:
        """What is kept now."""
        before, minutes, now = self._before, self._form.answer("calm_min"), self._clock.now()
        if self._end is End.SETTLED:
            return MomentEnding(calm_min=self._stopped, still_going=False, measured=True)
        if self._end is End.UNKNOWN:
            return MomentEnding(calm_min=None, still_going=False, measured=None)
        if self._end is End.TYPED:
            same = before is not None and not before.still_going and before.calm_min == minutes
            measured = before.measured if same and before is not None else False
            return MomentEnding(
                calm_min=minutes, still_going=False, measured=None if minutes is None else measured
            )
        if self.runs is not None and self.runs.runs(now):
            return MomentEnding(calm_min=self.runs.minutes(now), still_going=True, measured=True)
        kept = before if before is not None and before.still_going else None
        return MomentEnding(calm_min=kept.calm_min if kept else None, still_going=True, measured=None)

    def _typed(self, key: str) -> None:
        if key == "peak":
            self.show_peak(self._form.answer("peak"))

    def _choose(self, end: End, *, focus: bool = False) -> None:
        self._end = end
        self._show()
        if focus and end is End.TYPED:
            self._form.begin("calm_min")
        elif focus:
            self._next_link(end).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _next_link(self, end: End) -> QWidget:
        """What takes the focus of the link that is gone once it was chosen."""
        if end is End.CLOCK:
            return self.strip.button
        return next(link for one, link in self._links.items() if one is not end and not link.isHidden())

    def _show(self) -> None:
        end, runs = self._end, self.runs
        self.strip.setVisible(end in BY_CLOCK and runs is not None)
        if runs is not None:
            self.strip.show_clock(runs, self._stopped if end is End.SETTLED else None)
        self._form.ask("time", asked=end not in BY_CLOCK)
        self._form.ask("calm_min", asked=end is End.TYPED)
        self._line.setVisible(end in (End.GOING, End.UNKNOWN))
        going = _("Still going. It stays open, and Today asks when it has settled.")
        self._line.setText(going if end is End.GOING else _("Not known, and that is fine."))
        for one, link in self._links.items():
            by_hand = runs is not None and end not in BY_CLOCK
            link.setVisible(by_hand if one is End.CLOCK else one is not end)
        words = _("It has settled: type the minutes") if end is End.GOING else _("Type the minutes instead")
        self._links[End.TYPED].setText(words)
