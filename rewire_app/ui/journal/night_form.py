"""The sleep diary typed: times, minutes, and a few more things about the night if one likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rewire_app.domain.day_words import minutes_words
from rewire_app.domain.journal.entries import Night
from rewire_app.domain.journal.night_entry import NightTimes
from rewire_app.i18n import _
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.theme import S2, S4, theme

THREE, TWO = 780, 480
"""Least widths in px of the design for three and for two columns of fields."""
LONGEST_MIN, MOST_AWAKENINGS = 720, 50
LATE = 14 * 60
"""When coffee or tea counts as late, minutes after midnight."""
NEEDED = ("bed", "lights", "sol_min", "waso_min", "wake", "up")
"""Without one of these the night has no times yet."""
SHIFT = "bed_shift_min"
TIMES = frozenset({*NEEDED, SHIFT})
"""The answers that make the times of the night."""
EXTRAS = ("caffeine_late", "alcohol", "medicine")


def night_questions() -> Sequence[Question]:
    """What is asked about a night, in the terms of `NightTimes` and `Night`."""
    hours = [(str(60 * n), _shift_words(n)) for n in (0, *range(-12, 0), *range(1, 13))]
    return (
        Question(key="bed", label=_("Got into bed"), kind=AnswerKind.TIME),
        Question(key="lights", label=_("Tried to sleep"), kind=AnswerKind.TIME),
        _number("sol_min", _("Minutes to fall asleep"), LONGEST_MIN),
        _number("waso_min", _("Minutes awake in the night"), LONGEST_MIN),
        Question(key="wake", label=_("Woke for the last time"), kind=AnswerKind.TIME),
        Question(key="up", label=_("Got up"), kind=AnswerKind.TIME),
        _number("awakenings", _("Times awake"), MOST_AWAKENINGS),
        _number("nap_min", _("Minutes of naps the day before"), LONGEST_MIN),
        Question(
            key=SHIFT, label=_("Clock at bedtime, if you travelled"), kind=AnswerKind.CHOICE, options=hours
        ),
        Question(
            key="quality",
            label=_("How good was the sleep?"),
            kind=AnswerKind.RATING,
            low=_("very poor"),
            high=_("very good"),
        ),
        Question(
            key="also",
            name=_("Also that day"),
            kind=AnswerKind.SEVERAL,
            options=(
                ("caffeine_late", _("Coffee or tea after {time}").format(time=minutes_words(LATE))),
                ("alcohol", _("Alcohol")),
                ("medicine", _("Sleep medicine")),
            ),
        ),
        Question(key="note", label=_("Anything about the night")),
    )


def _number(key: str, label: str, most: int) -> Question:
    return Question(key=key, label=label, kind=AnswerKind.NUMBER, most=most)


def _shift_words(hours: int) -> str:
    if hours == 0:
        return _("The same clock")
    if hours > 0:
        return _("{n} h ahead of the morning").format(n=hours)
    return _("{n} h behind the morning").format(n=-hours)


class NightForm(QWidget):
    """The questions about a night; those of few letters stand side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(night_questions(), self, gap=S4)
        self._refused: frozenset[str] = frozenset()
        down = vbox(on=self, gap=S4)
        self._grid = QGridLayout()
        self._grid.setSpacing(S4)
        down.addLayout(self._grid)
        below = ("quality", "also", "note")
        self._beside = [self.form.field(key) for key in self.form.questions if key not in below]
        self._columns = 0
        self._arrange(3)
        for key in below:
            down.addWidget(self.form.field(key))
        down.addSpacing(S2)

    def _arrange(self, columns: int) -> None:
        """Set the fields in so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for number, field in enumerate(self._beside):
            self._grid.addWidget(field, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer columns where there is little room, so that no label is cut."""
        super().resizeEvent(event)
        room = self.width() * 100 / theme.scale
        self._arrange(3 if room >= THREE else 2 if room >= TWO else 1)

    def begin(self) -> None:
        """Put the keyboard into the first time, so that what is typed replaces it."""
        self.form.field("bed").setFocus(Qt.FocusReason.TabFocusReason)

    def times(self) -> NightTimes | None:
        """The times typed, None while one is still missing."""
        values = {name: self.form.answer(name) for name in NEEDED}
        if None in values.values():
            return None
        return NightTimes(**values, bed_shift_min=int(self.form.answer(SHIFT)))

    def typed_times(self) -> dict[str, Any]:
        """The answers that make the times, as far as there are any."""
        return {key: self.form.answer(key) for key in TIMES}

    @property
    def has_extras(self) -> bool:
        """Whether anything besides the times is said."""
        asked = self.form.questions.items()
        return any(self.form.answer(key) != one.nothing for key, one in asked if key not in TIMES)

    def set_times(self, times: NightTimes) -> None:
        """Show `times`; says nothing."""
        values = {name: getattr(times, name) for name in NEEDED}
        self.form.show_values(values | {SHIFT: str(times.bed_shift_min)})

    def show_extras(self, night: Night) -> None:
        """Show what else is noted about `night`."""
        self._refused = frozenset(name for name in EXTRAS if getattr(night, name) is False)
        self.form.show_values(
            {
                "awakenings": night.awakenings,
                "nap_min": night.nap_min,
                "quality": night.quality,
                "also": tuple(name for name in EXTRAS if getattr(night, name)),
                "note": night.note,
            }
        )

    def clear(self) -> None:
        """Empty every field."""
        self._refused = frozenset()
        self.form.clear()

    def with_extras(self, night: Night) -> Night:
        """`night` with what else was noted. A chip that is not chosen is "not noted"; a "no" stays one."""
        said = self.form.answers()
        also = {name: True if name in said["also"] else self._unless_refused(name) for name in EXTRAS}
        return replace(
            night,
            awakenings=said["awakenings"],
            nap_min=said["nap_min"],
            quality=said["quality"],
            note=said["note"],
            caffeine_late=also["caffeine_late"],
            alcohol=also["alcohol"],
            medicine=also["medicine"],
        )

    def _unless_refused(self, name: str) -> bool | None:
        """A "no" that was noted before, else "not noted"."""
        return False if name in self._refused else None
