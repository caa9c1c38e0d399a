"""Seconds of one's own for a breath, set during an exercise, and a name to keep them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.custom import EXHALE, INHALE, MINUTES, BreathPattern, checked_breath
from rewire_app.domain.exercise.exercise import Pace
from rewire_app.domain.limits import MAX_NAME
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox
from rewire_app.ui.widgets.seconds_field import SecondsField
from rewire_app.ui.widgets.text import Lead, QuestionText
from rewire_app.ui.widgets.theme import theme

LONGEST_HOLD = 4
"""Seconds a breath may be held when the person sets the pace here; longer holds are not offered."""

UNNAMED = "-"
"""Stands for the name of a pace that is not to be kept, while it is checked."""


class OwnPace(QWidget):
    """Seconds in and out (and held, where the exercise holds the breath), and a name to keep them.

    `keep` writes a pattern down and returns why it could not be, or "".
    """

    def __init__(self, pace: Pace, *, minutes: float, keep: Callable[[BreathPattern], str] | None) -> None:
        super().__init__()
        self._pace, self._keep = pace, keep
        self._minutes = round(min(max(minutes, MINUTES[0]), MINUTES[1]))
        self.inhale = SecondsField(_("Breathe in, seconds"), *INHALE)
        self.hold = SecondsField(_("Hold, seconds"), 0, LONGEST_HOLD)
        self.exhale = SecondsField(_("Breathe out, seconds"), *EXHALE)
        self.hold_out = SecondsField(_("Hold after, seconds"), 0, LONGEST_HOLD)
        self.name = Field(_("A name, to keep it for another time"), _("May stay empty."), limit=MAX_NAME)
        self._lay_out()
        for field, seconds in zip(self._fields(), self._seconds(pace), strict=True):
            field.set_seconds(seconds)
        self.hold.setVisible(pace.hold > 0)
        self.hold_out.setVisible(pace.hold_out > 0)
        self.name.setVisible(keep is not None)
        self.setFocusProxy(self.inhale)

    def _lay_out(self) -> None:
        down = vbox(
            QuestionText(_("Your own pace")),
            Lead(_("A little longer out than in suits most people. Nothing forced.")),
            on=self,
            gap=theme.px(16),
        )
        for pair in ((self.inhale, self.exhale), (self.hold, self.hold_out)):
            across = hbox(gap=theme.px(16))
            for field in pair:
                across.addWidget(field, 1)
            nest(down, across)
        put(down, self.name, stretch())

    def _fields(self) -> tuple[SecondsField, ...]:
        return self.inhale, self.hold, self.exhale, self.hold_out

    @staticmethod
    def _seconds(pace: Pace) -> tuple[float, ...]:
        return pace.inhale, min(pace.hold, LONGEST_HOLD), pace.exhale, min(pace.hold_out, LONGEST_HOLD)

    def check(self) -> bool:
        """Whether all numbers can be used; those that cannot are marked."""
        if not all([field.check() for field in self._fields()]):
            return False
        try:
            checked_breath(self._pattern(self.name.value() or UNNAMED))
        except BadInputError as error:
            field = {"inhale": self.inhale, "exhale": self.exhale, "name": self.name}.get(
                error.field, self.hold
            )
            field.set_error(str(error))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def keep(self) -> bool:
        """Keep the pace as a pattern if it has a name; False when that could not be."""
        name = self.name.value()
        if not name or self._keep is None:
            return True
        said = self._keep(self._pattern(name))
        self.name.set_error(said)
        if not said:
            self.name.set_value("")  # kept once is enough
        return not said

    def pace(self) -> Pace:
        """The pace as it is set; an empty field keeps what was there."""
        inhale, hold, exhale, hold_out = (
            field.seconds(was) for field, was in zip(self._fields(), self._seconds(self._pace), strict=True)
        )
        return Pace(inhale=inhale, hold=hold, exhale=exhale, hold_out=hold_out)

    def _pattern(self, name: str) -> BreathPattern:
        pace = self.pace()
        return BreathPattern(
            uid="",
            name=name,
            inhale=pace.inhale,
            hold=pace.hold,
            exhale=pace.exhale,
            hold_out=pace.hold_out,
            minutes=self._minutes,
        )
