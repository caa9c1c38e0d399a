"""The sleep diary typed: times, minutes, and a few more things about the night if one likes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rewire_app.domain.journal.entries import Night
from rewire_app.domain.journal.night_entry import NightTimes
from rewire_app.i18n import _
from rewire_app.ui.journal.day_cards import TYPING_MS
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.fields import Combo, Field, NumberField, TimeField
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Strong
from rewire_app.ui.widgets.theme import S2, S4, theme

THREE, TWO = 780, 480
"""Least widths in px of the design for three and for two columns of fields."""
EXTRAS = ("caffeine_late", "alcohol", "medicine")


class NightForm(QWidget):
    """`changed()`: a time or a number of minutes. `extras_changed()`: anything else about the night.

    Typing is told `TYPING_MS` after it rests, when its field is left, or at `flush()`.
    """

    changed = Signal()
    extras_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._refused: frozenset[str] = frozenset()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING_MS)
        self._rest.timeout.connect(self.flush)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(S4)
        self.bed = TimeField(_("Got into bed"))
        self.lights = TimeField(_("Tried to sleep"))
        self.sol = NumberField(_("Minutes to fall asleep"), 0, 720)
        self.waso = NumberField(_("Minutes awake in the night"), 0, 720)
        self.wake = TimeField(_("Woke for the last time"))
        self.up = TimeField(_("Got up"))
        self._fields = QGridLayout()
        self._fields.setSpacing(S4)
        self._needed = (self.bed, self.lights, self.sol, self.waso, self.wake, self.up)
        for field in self._needed:
            field.changed.connect(self._wait)
            field.line.editingFinished.connect(self.flush)
        down.addLayout(self._fields)
        self._add_extras(down)

    def _add_extras(self, down: QVBoxLayout) -> None:
        hours = [(str(60 * n), self._shift_words(n)) for n in (0, *range(-12, 0), *range(1, 13))]
        self.shift = Combo(_("Clock at bedtime, if you travelled"), hours)
        self.shift.set_value("0")
        self.shift.changed.connect(self._tell)
        self.awakenings = NumberField(_("Times awake"), 0, 50)
        self.nap = NumberField(_("Minutes of naps the day before"), 0, 720)
        self._columns = 0
        self._arrange(3)
        down.addWidget(Strong(_("How good was the sleep?")))
        self.quality = Rating(_("very poor"), _("very good"))
        self.quality.setAccessibleName(_("How good was the sleep?"))
        down.addWidget(self.quality)
        names = [
            ("caffeine_late", _("Coffee or tea after 14:00")),
            ("alcohol", _("Alcohol")),
            ("medicine", _("Sleep medicine")),
        ]
        self.also = ChipGroup(names, several=True, name=_("Also that day"))
        down.addWidget(self.also)
        self.note = Field(_("Anything about the night"))
        down.addWidget(self.note)
        down.addSpacing(S2)
        for control in (self.awakenings, self.nap, self.quality, self.also):
            control.changed.connect(self._tell_extras)
        self.note.line.editingFinished.connect(self._tell_extras)

    def _arrange(self, columns: int) -> None:
        """Set the fields in so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        fields: tuple[QWidget, ...] = (*self._needed, self.awakenings, self.nap, self.shift)
        for number, field in enumerate(fields):
            self._fields.addWidget(field, number // columns, number % columns)
        for column in range(3):
            self._fields.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer columns where there is little room, so that no label is cut."""
        super().resizeEvent(event)
        room = self.width() * 100 / theme.scale
        self._arrange(3 if room >= THREE else 2 if room >= TWO else 1)

    def _shift_words(self, hours: int) -> str:
        if hours == 0:
            return _("The same clock")
        if hours > 0:
            return _("{n} h ahead of the morning").format(n=hours)
        return _("{n} h behind the morning").format(n=-hours)

    def _wait(self) -> None:
        if not self._showing:
            self._rest.start()

    def flush(self) -> None:
        """Tell what was typed now."""
        if self._rest.isActive():
            self._rest.stop()
            self._tell()

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()

    def _tell_extras(self) -> None:
        if not self._showing:
            self.extras_changed.emit()

    def times(self) -> NightTimes | None:
        """The times typed, None while one is still missing."""
        values = [field.value() for field in self._needed]
        if any(value is None for value in values):
            return None
        bed, lights, sol, waso, wake, up = (value or 0 for value in values)
        return NightTimes(
            bed=bed,
            lights=lights,
            sol_min=sol,
            waso_min=waso,
            wake=wake,
            up=up,
            bed_shift_min=int(self.shift.value() or 0),
        )

    def set_times(self, times: NightTimes) -> None:
        """Show `times`; says nothing."""
        self._showing = True
        values = (times.bed, times.lights, times.sol_min, times.waso_min, times.wake, times.up)
        for field, value in zip(self._needed, values, strict=True):
            if field.value() != value:
                field.set_value(value)
        self.shift.set_value(str(times.bed_shift_min))
        self._showing = False

    def show_extras(self, night: Night) -> None:
        """Show what else is noted about `night`."""
        self._showing = True
        self.awakenings.set_value(night.awakenings)
        self.nap.set_value(night.nap_min)
        self.quality.set_value(night.quality)
        self.also.set_value([name for name in EXTRAS if getattr(night, name)])
        self._refused = frozenset(name for name in EXTRAS if getattr(night, name) is False)
        self.note.set_value(night.note)
        self._showing = False

    def clear(self) -> None:
        """Empty every field."""
        self._showing = True
        for field in (*self._needed, self.awakenings, self.nap, self.quality):
            field.set_value(None)
        self.also.set_value(())
        self._refused = frozenset()
        self.note.set_value("")
        self.shift.set_value("0")
        self._showing = False

    def with_extras(self, night: Night) -> Night:
        """`night` with what else was noted. A chip that is not chosen is "not noted"; a "no" stays one."""
        chosen = self.also.chosen()
        return replace(
            night,
            awakenings=self.awakenings.value(),
            nap_min=self.nap.value(),
            quality=self.quality.value(),
            caffeine_late="caffeine_late" in chosen or self._unless_refused("caffeine_late"),
            alcohol="alcohol" in chosen or self._unless_refused("alcohol"),
            medicine="medicine" in chosen or self._unless_refused("medicine"),
            note=self.note.value(),
        )

    def _unless_refused(self, name: str) -> bool | None:
        """A "no" that was noted before, else "not noted"."""
        return False if name in self._refused else None
