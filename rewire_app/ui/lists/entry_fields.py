"""The fields of an entry: words, several lines, a rating, a choice, a day; each knows its value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.entries import KEPT, CrisisSection, ListKind, WorrySort
from rewire_app.domain.lists.words import FieldWords, field_words, section_name, sort_name
from rewire_app.i18n import _
from rewire_app.ui.widgets.choices import ChipGroup, only
from rewire_app.ui.widgets.fields import Field, TextArea
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S2

NEVER = "never"
"""The chip for a day that has not come."""


class EntryField(QWidget):
    """One field of an entry. `changed()`: the person gave it another value."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S2)
        self._error = Second("", ink="coralText")
        self._error.hide()

    def value(self) -> Any:
        """What the field holds, as the entry wants it."""
        raise LookupError("a field of no kind holds nothing")

    def set_value(self, value: Any) -> None:
        """Show `value`."""

    def set_error(self, sentence: str) -> None:
        """Say under the field what to change; an empty sentence takes it back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def begin(self) -> None:
        """Put the keyboard here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _asked(self, words: FieldWords, control: QWidget) -> None:
        self._column.addWidget(Strong(words.label))
        if words.hint:
            self._column.addWidget(Second(words.hint))
        control.setAccessibleName(words.label)
        self._column.addWidget(control)
        self._column.addWidget(self._error)
        self.setFocusProxy(control)


class WordsField(EntryField):
    """Words of one line or more; with `several`, one short text on each line."""

    def __init__(self, words: FieldWords, *, several: bool = False) -> None:
        super().__init__()
        self._several = several
        self.box: Field | TextArea = (
            TextArea(words.label, words.hint, rows=words.rows)
            if words.rows > 1
            else Field(words.label, words.hint)
        )
        self.box.changed.connect(self._typed)
        self._column.addWidget(self.box)
        self.setFocusProxy(self.box)

    def _typed(self) -> None:
        self.changed.emit()

    def begin(self) -> None:
        """Put the keyboard here, behind what is written: the next letter adds to it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_words(self, words: FieldWords) -> None:
        """Ask something else here."""
        self.box.label.setText(words.label)
        self.box.hint.setText(words.hint)
        self.box.hint.setVisible(bool(words.hint))
        self.box.input.setAccessibleName(words.label)
        self.box.input.setAccessibleDescription(words.hint)

    def value(self) -> str | tuple[str, ...]:
        """The words, or one text a line."""
        text = self.box.value()
        if not self._several:
            return text
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    def set_value(self, value: Any) -> None:
        """Show words, or texts line by line."""
        self.box.set_value("\n".join(value) if self._several else value)

    def set_error(self, sentence: str) -> None:
        """Mark the box itself."""
        self.box.set_error(sentence)


class RatingField(EntryField):
    """A rating from 0 to 10 with words at both ends; None is "not noted"."""

    def __init__(self, words: FieldWords) -> None:
        super().__init__()
        self.rating = Rating(words.low, words.high)
        self.rating.changed.connect(self.changed)
        self._asked(words, self.rating)

    def value(self) -> int | None:
        """0 to 10, or None."""
        return self.rating.value()

    def set_value(self, value: Any) -> None:
        """Show a rating."""
        self.rating.set_value(value)


class ChoiceField(EntryField):
    """One of an enumeration, in words. `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, words: FieldWords, choices: type[StrEnum], names: Mapping[StrEnum, str]) -> None:
        super().__init__()
        self._choices = choices
        self.chips = ChipGroup([(one.value, names[one]) for one in choices], name=words.label)
        self.chips.changed.connect(self._picked)
        self._asked(words, self.chips)

    def _picked(self) -> None:
        self.set_error("")
        self.changed.emit()
        self.chosen.emit(only(self.chips))

    def value(self) -> StrEnum | None:
        """The one chosen, or None."""
        key = only(self.chips)
        return self._choices(key) if key else None

    def set_value(self, value: Any) -> None:
        """Choose one."""
        self.chips.set_value(None if value is None else str(value))


class DayField(EntryField):
    """A day near today, the day that was noted, or none if it may be missing."""

    def __init__(self, words: FieldWords, today: date, noted: date | None, *, needed: bool) -> None:
        super().__init__()
        offered = [] if needed else [(NEVER, _("Not yet"))]
        days = {today: _("Today"), today - timedelta(days=1): _("Yesterday")}
        if noted is not None:
            days.setdefault(noted, day_words(noted, year=noted.year != today.year))
        offered += [(day.isoformat(), name) for day, name in days.items()]
        self.chips = ChipGroup(offered, name=words.label)
        self.chips.changed.connect(self.changed)
        self._asked(words, self.chips)
        self.set_value(noted or (today if needed else None))

    def value(self) -> date | None:
        """The day chosen, or None."""
        key = only(self.chips)
        return date.fromisoformat(key) if key and key != NEVER else None

    def set_value(self, value: Any) -> None:
        """Choose a day."""
        self.chips.set_value(NEVER if value is None else value.isoformat())


def field_for(kind: ListKind, name: str, today: date, entry: Any) -> EntryField:
    """The field called `name` of the list `kind`, showing what `entry` has; it may be None."""
    shape, words = KEPT[kind], field_words(kind, name)
    known = getattr(entry, name, None)
    made: EntryField
    if name in shape.days:
        return DayField(words, today, known, needed=name == "day")
    if name in shape.ratings:
        made = RatingField(words)
    elif name in shape.choices:
        made = ChoiceField(words, shape.choices[name], _names(shape.choices[name]))
    else:
        made = WordsField(words, several=name in shape.several)
    if known is not None:
        made.set_value(known)
    return made


def _names(choices: type[StrEnum]) -> dict[StrEnum, str]:
    if choices is CrisisSection:
        return {one: section_name(one) for one in CrisisSection}
    return {one: sort_name(one) for one in WorrySort}
