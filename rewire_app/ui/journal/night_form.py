"""The sleep diary typed: times and minutes below the bar, and a few more things about the night."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from rewire_app.domain.day_words import minutes_words
from rewire_app.domain.journal.entries import Night
from rewire_app.domain.journal.night_entry import Felt, NightTimes, felt, quality_of
from rewire_app.i18n import _
from rewire_app.ui.widgets.fields import CheckedLine
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S1, S3, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton

ROOMS = ((800, 7), (480, 4), (0, 2))
"""From how many px of the design on so many fields stand side by side."""
LONGEST_MIN, MOST_AWAKENINGS = 720, 50
LATE = 14 * 60
"""When coffee or tea counts as late, minutes after midnight."""
NEEDED = ("bed", "lights", "sol_min", "waso_min", "wake", "up")
"""Without one of these the night has no times yet."""
SHIFT = "bed_shift_min"
TIMES = frozenset({*NEEDED, "awakenings", SHIFT})
"""The answers that make the times of the night."""
EXTRAS = ("caffeine_late", "alcohol", "medicine")
FOLDED = ("nap_min", SHIFT, "also", "note")
"""What is asked below a button."""


def night_questions() -> Sequence[Question]:
    """What is asked about a night, in the terms of `NightTimes` and `Night`."""
    hours = [(str(60 * n), _shift_words(n)) for n in (0, *range(-12, 0), *range(1, 13))]
    return (
        Question(key="bed", label=_("Into bed"), kind=AnswerKind.TIME),
        Question(key="lights", label=_("Tried to sleep"), kind=AnswerKind.TIME),
        _minutes("sol_min", _("To fall asleep")),
        Question(key="awakenings", label=_("Times awake"), kind=AnswerKind.NUMBER, most=MOST_AWAKENINGS),
        _minutes("waso_min", _("Awake, in all")),
        Question(key="wake", label=_("Last woke"), kind=AnswerKind.TIME),
        Question(key="up", label=_("Got up"), kind=AnswerKind.TIME),
        Question(
            key="quality",
            label=_("How did you sleep?"),
            kind=AnswerKind.ONE,
            options=(
                (Felt.VERY_POOR, _("Very poor")),
                (Felt.POOR, _("Poor")),
                (Felt.FAIR, _("Fair")),
                (Felt.GOOD, _("Good")),
                (Felt.VERY_GOOD, _("Very good")),
            ),
        ),
        _minutes("nap_min", _("Naps the day before")),
        Question(
            key=SHIFT, label=_("Clock at bedtime, if you travelled"), kind=AnswerKind.CHOICE, options=hours
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


def _minutes(key: str, label: str) -> Question:
    return Question(key=key, label=label, kind=AnswerKind.NUMBER, most=LONGEST_MIN, unit=_("min"))


def _shift_words(hours: int) -> str:
    if hours == 0:
        return _("The same clock")
    if hours > 0:
        return _("{n} h ahead of the morning").format(n=hours)
    return _("{n} h behind the morning").format(n=-hours)


class MoreOfNight(QWidget):
    """What is asked of a night below a button, with a line that says whether any of it is noted."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._rest = QWidget()
        self.button = LinkButton(_("Naps, caffeine, alcohol, medicine, a note"))
        self.button.clicked.connect(lambda: self.unfold(not self._rest.isVisibleTo(self)))
        self._said = Second("")
        vbox(*(form.field(key) for key in FOLDED), on=self._rest, gap=S4, margins=(0, S3, 0, S3))
        vbox(self.button, self._said, self._rest, on=self, gap=0)
        self.unfold(False)
        self.say()

    def unfold(self, unfolded: bool) -> None:
        """Show what is asked, or only the button."""
        self._rest.setVisible(unfolded)
        self.button.setAccessibleDescription(_("open") if unfolded else _("closed"))

    def open_for_what_is_said(self) -> None:
        """Unfold where anything is answered."""
        self.say()
        if self._noted:
            self.unfold(True)

    @property
    def _noted(self) -> bool:
        asked = self._form.questions
        return any(self._form.answer(key) != asked[key].nothing for key in FOLDED)

    def say(self) -> None:
        """Say whether anything is noted."""
        self._said.setText(_("something noted") if self._noted else _("nothing noted, never needed"))


class NightForm(QWidget):
    """The seven fields of the diary, side by side; `more` and the quality are laid out by who shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(night_questions(), self, gap=S1)
        self.more = MoreOfNight(self.form)
        self._refused: frozenset[str] = frozenset()
        self._quality: int | None = None
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(S4))
        vbox(self._grid, on=self, gap=0)
        below = ("quality", *FOLDED)
        self._beside = [self.form.field(key) for key in self.form.questions if key not in below]
        for field in self._beside:
            if isinstance(field, CheckedLine):
                field.label.set_role("small")
                field.label.set_ink("ink2")
        self._columns = 0
        self._arrange(ROOMS[0][1])
        self.form.changed.connect(lambda _key: self.more.say())

    def _arrange(self, columns: int) -> None:
        """Set the fields in so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for number, field in enumerate(self._beside):
            self._grid.addWidget(field, number // columns, number % columns)
        for column in range(len(self._beside)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer columns where there is little room, so that no label is cut."""
        super().resizeEvent(event)
        room = self.width() * 100 / theme.scale
        self._arrange(next(columns for least, columns in ROOMS if room >= least))

    def begin(self) -> None:
        """Put the keyboard into the first time, so that what is typed replaces it."""
        self.form.field("bed").setFocus(Qt.FocusReason.TabFocusReason)

    def begin_with(self, event: QKeyEvent) -> None:
        """Begin with the key that was pressed elsewhere."""
        self.begin()
        QApplication.sendEvent(self.form.field("bed").focusProxy() or self, event)

    def mark(self, keys: Collection[str]) -> None:
        """Mark the fields that are doubtful, and no others."""
        for key in self.form.questions:
            field = self.form.field(key)
            if isinstance(field, CheckedLine):
                field.set_doubtful(doubtful=key in keys)

    # answers

    def times(self, awake: tuple[tuple[int, int], ...] = ()) -> NightTimes | None:
        """The times typed, None while one is still missing; `awake` as in `NightTimes`."""
        values = {name: self.form.answer(name) for name in NEEDED}
        if None in values.values():
            return None
        shift, count = int(self.form.answer(SHIFT)), self.form.answer("awakenings")
        return NightTimes(**values, bed_shift_min=shift, awakenings=count, awake=awake)

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
        values = {name: getattr(times, name) for name in (*NEEDED, "awakenings")}
        self.form.show_values(values | {SHIFT: str(times.bed_shift_min)})

    def show_extras(self, night: Night) -> None:
        """Show what else is noted about `night`."""
        self._refused = frozenset(name for name in EXTRAS if getattr(night, name) is False)
        self._quality = night.quality
        also = tuple(name for name in EXTRAS if getattr(night, name))
        self.form.show_values(
            {
                "nap_min": night.nap_min,
                "quality": felt(night.quality),
                "also": also,
                "note": night.note,
            }
        )
        self.more.open_for_what_is_said()

    def restore(self, answers: Mapping[str, Any]) -> None:
        """Show answers that were given and not kept; earlier, a quality was a number of 10."""
        known = {key: answers[key] for key in self.form.questions if key in answers}
        if isinstance(known.get("quality"), int):
            known["quality"] = felt(known["quality"])
        self.form.restore(known)
        self.more.open_for_what_is_said()

    def clear(self) -> None:
        """Empty every field."""
        self._refused, self._quality = frozenset(), None
        self.form.clear()
        self.more.unfold(False)
        self.more.say()

    def with_extras(self, night: Night) -> Night:
        """`night` with what else was noted. A chip that is not chosen is "not noted"; a "no" stays one."""
        said = self.form.answers()
        also = {name: True if name in said["also"] else self._unless_refused(name) for name in EXTRAS}
        return replace(
            night,
            nap_min=said["nap_min"],
            quality=quality_of(said["quality"], self._quality),
            note=said["note"],
            caffeine_late=also["caffeine_late"],
            alcohol=also["alcohol"],
            medicine=also["medicine"],
        )

    def _unless_refused(self, name: str) -> bool | None:
        """A "no" that was noted before, else "not noted"."""
        return False if name in self._refused else None
