"""Fields to type in: a line, a time, a number, a growing text, and a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from rewire_app.domain.day_words import minutes_words
from rewire_app.domain.journal.entries import MAX_TEXT
from rewire_app.domain.typed import plain, read_time, time_is_whole
from rewire_app.i18n import _
from rewire_app.ui.widgets.bare_line import BareLine
from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.field_frame import LabelledField
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.growing_edit import GrowingEdit
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, TARGET, theme

SUCH_AS = 23 * 60 + 10
"""The time that shows how times are written, minutes after midnight."""


def _units(text: str) -> int:
    """How many characters Qt counts in `text`: two where one needs two units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Field(LabelledField):
    """One line of words, of which the person can type as many as `limit` characters."""

    changed = Signal(str)

    def __init__(
        self,
        label: str,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        show_label: bool = True,
        placeholder: str = "",
        limit: int = MAX_TEXT,
    ) -> None:
        self.line = BareLine()
        super().__init__(label, self.line, parent, hint=hint, icon=icon, show_label=show_label)
        self.line.setPlaceholderText(placeholder)
        self.line.setMaxLength(limit)
        self.line.textChanged.connect(self._typed)
        self.line.inputRejected.connect(lambda: self.say_full(limit))

    def _typed(self, text: str) -> None:
        if _units(text) < self.line.maxLength():  # Qt says that the rest was refused before it says this
            self.set_error("")
        self.changed.emit(text)

    def value(self) -> str:
        """What was typed, without blanks around it."""
        return self.line.text().strip()

    def set_value(self, value: str) -> None:
        """Show `value`, whole whatever its length; says `changed` when it differs."""
        self.line.setMaxLength(max(self.line.maxLength(), _units(value)))
        self.line.setText(value)


class CheckedLine(LabelledField):
    """A line that holds a number or nothing, checked when the person leaves it.

    `changed` comes while typing as soon as the number is whole. What cannot be used leaves the value as it
    was before typing began.
    """

    changed = Signal(object)

    def __init__(self, label: str, hint: str, parent: QWidget | None, *, show_label: bool = True) -> None:
        self.line = BareLine()
        super().__init__(label, self.line, parent, hint=hint, show_label=show_label)
        self._value: int | None = None
        self._before: int | None = None
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self.check)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _read(self, text: str) -> int | None:
        """The number `text` stands for; ValueError when it stands for none."""
        raise ValueError(text)

    def _show(self, value: int) -> str:
        return str(value)

    def _sentence(self) -> str:
        return ""

    def _edited(self, text: str) -> None:
        self.set_error("")
        self._keep(self._so_far(text.strip()))

    def _so_far(self, text: str) -> int | None:
        """What half-typed text stands for: its number once it is whole, until then what was there before."""
        if not text:
            return None
        try:
            return self._read(text) if self._whole(text) else self._before
        except ValueError:
            return self._before

    def _whole(self, text: str) -> bool:
        """Whether `text` can be taken at its word while typing goes on."""
        return bool(text)

    def _keep(self, value: int | None) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def check(self) -> bool:
        """Tidy what was typed or say how to mend it; True when it can be used."""
        text = self.line.text().strip()
        try:
            value = self._read(text) if text else None
        except ValueError:
            self._keep(self._before)
            self.set_error(self._sentence())
            return False
        self._before = value
        self.line.setText("" if value is None else self._show(value))
        self.set_error("")
        self._keep(value)
        return True

    def value(self) -> int | None:
        """The last number that could be read; None for nothing."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show `value`, or nothing; says `changed` when it differs."""
        self.line.setText("" if value is None else self._show(value))
        self.set_error("")
        self._before = value
        self._keep(value)


class TimeField(CheckedLine):
    """A time of day as minutes after midnight, typed as 23:10, 23.10, 2310, 7, 11:10 pm or 7am."""

    def __init__(
        self, label: str, hint: str = "", parent: QWidget | None = None, *, show_label: bool = True
    ) -> None:
        super().__init__(label, hint, parent, show_label=show_label)

    def _read(self, text: str) -> int | None:
        return read_time(text)

    def _whole(self, text: str) -> bool:
        """Nothing that may still be typed makes it another time."""
        return time_is_whole(text)

    def _show(self, value: int) -> str:
        return minutes_words(value)

    def restyle(self) -> None:
        """Take over new sizes, and another way to write times."""
        super().restyle()
        if self.value() is not None and not self.line.isModified():
            self.line.setText(self._show(self.value() or 0))

    def _sentence(self) -> str:
        return _("Use a time such as {time}.").format(time=minutes_words(SUCH_AS))


class NumberField(CheckedLine):
    """A whole number from `lo` to `hi`, or nothing; `unit` stands behind it and need not be typed."""

    def __init__(
        self,
        label: str,
        lo: int,
        hi: int,
        hint: str = "",
        *,
        unit: str = "",
        parent: QWidget | None = None,
        show_label: bool = True,
    ) -> None:
        self.lo, self.hi, self._unit = lo, hi, unit
        super().__init__(label, hint, parent, show_label=show_label)

    def _show(self, value: int) -> str:
        return f"{value} {self._unit}".strip()

    def _read(self, text: str) -> int | None:
        value = int(plain(text).removesuffix(plain(self._unit)))
        if not self.lo <= value <= self.hi:
            raise ValueError(text)
        return value

    def _sentence(self) -> str:
        return _("Use a whole number from {lo} to {hi}").format(lo=self.lo, hi=self.hi)


class TextArea(LabelledField):
    """Several lines of words, of which the person can type as many as `limit` characters.

    `voice` for the reading font, `framed=False` when a card is the frame.
    """

    changed = Signal(str)

    def __init__(
        self,
        label: str,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        voice: bool = False,
        rows: int = 3,
        framed: bool = True,
        show_label: bool = True,
        limit: int = MAX_TEXT,
        placeholder: str = "",
    ) -> None:
        self.edit = GrowingEdit("voice" if voice else "body", rows, limit)
        self.edit.setPlaceholderText(placeholder)
        super().__init__(label, self.edit, parent, hint=hint, show_label=show_label)
        if not framed:
            self.frame.set_bare()
        else:
            self.frame.set_inset(9)
        self.edit.textChanged.connect(self._typed)
        self.edit.full.connect(lambda: self.say_full(limit))

    def _typed(self) -> None:
        self.set_error("")
        self.changed.emit(self.value())

    def value(self) -> str:
        """What was typed, without blanks around it."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show `value`; says `changed` when it differs."""
        if value != self.value():
            self.edit.setPlainText(value)
            self.edit.space_lines()


class Picker(QComboBox):
    """The closed form of a list to choose from, painted like a field.

    `snug`: as wide as what is chosen, in bold, for a place in a sentence.
    """

    def __init__(self, *, snug: bool = False) -> None:
        super().__init__()
        self._role = "strong" if snug else "body"
        self._snug = snug
        if snug:
            self.currentIndexChanged.connect(self.updateGeometry)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()

    def restyle(self) -> None:
        """Take over new fonts and sizes."""
        self.setFont(theme.font(self._role))
        self.setMaxVisibleItems(12)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """44 high and wide enough for the longest entry, or for the one chosen."""
        shown = [self.currentText()] if self._snug else [self.itemText(i) for i in range(self.count())]
        advance = theme.metrics(self._role).horizontalAdvance
        widest = max(advance(text) for text in (*shown, self.placeholderText()))
        return QSize(round(widest) + theme.px(15 + 12 + 18 + 15), theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """As the size hint, up to 280 px: longer entries are shortened."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme.px(280)), hint.height())

    def showPopup(self) -> None:
        """Open the list in the look of the field."""
        from rewire_app.ui.widgets.picker_list import PickerRows, dress

        if not isinstance(self.itemDelegate(), PickerRows):
            self.setItemDelegate(PickerRows(self))
        super().showPopup()
        dress(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page never changes an answer."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, entry and chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "sunken" if self.underMouse() and self.isEnabled() else "surface"
        edge = theme.color("edge" if self.isEnabled() else "line")
        box(painter, self.rect(), theme.px(RADIUS_CONTROL), theme.color(fill), edge)
        side, pad = theme.px(18), theme.px(15)
        flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = pad if flipped else self.width() - pad - side
        chosen = self.currentIndex() >= 0
        ink = "ink3" if not self.isEnabled() else "ink" if chosen else "ink2"
        draw_icon(painter, (x, (self.height() - side) / 2), "chevron-down", "ink2", side)
        room = self.rect().adjusted(pad, 0, -(pad + side + theme.px(8)), 0)
        if flipped:
            room.moveLeft(pad + side + theme.px(8))
        text = theme.metrics(self._role).elidedText(
            self.currentText() if chosen else self.placeholderText(),
            Qt.TextElideMode.ElideRight,
            room.width() + 1,
        )
        align = Qt.AlignmentFlag.AlignRight if flipped else Qt.AlignmentFlag.AlignLeft
        words(painter, room, self._role, ink, text, align=Qt.AlignmentFlag.AlignVCenter | align)
        painter.end()


class Combo(QWidget):
    """A labelled list to choose one of; options are (key, words).

    With `ask`, words that ask for a choice, nothing is chosen at first, and the value is "" until then.
    `kept` as of `LabelledField`: most lists choose what is shown.
    """

    kept = False
    changed = Signal(str)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        show_label: bool = True,
        ask: str = "",
        snug: bool = False,
    ) -> None:
        super().__init__(parent)
        self.picker = Picker(snug=snug)
        self._ask = ask
        self.label = Strong(label)
        self.error = Second("", ink="coralText")
        column = vbox(on=self, gap=theme.px(6))
        for part in (self.label, self.picker, self.error):
            column.addWidget(part)
        self.label.setVisible(show_label)
        self.label.setBuddy(self.picker)
        self.error.hide()
        self.picker.setAccessibleName(label)
        self.setFocusProxy(self.picker)
        for key, text in options:
            self.picker.addItem(text, key)
        if ask:
            self.picker.setPlaceholderText(ask)
            self.picker.setCurrentIndex(-1)
        self.set_error("")
        self.picker.currentIndexChanged.connect(self._picked)

    def _picked(self, _index: int) -> None:
        self.set_error("")
        self.changed.emit(self.value())

    def value(self) -> str:
        """The key of the entry shown, or an empty text when there is none."""
        return str(self.picker.currentData() or "")

    def set_value(self, key: str) -> None:
        """Show the entry of `key`; an unknown key changes nothing, and "" asks again where it asked."""
        index = self.picker.findData(key)
        if index >= 0 or (self._ask and not key):
            self.picker.setCurrentIndex(index)

    def set_error(self, sentence: str) -> None:
        """Say how to mend the choice; an empty sentence takes it back."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        asked = self._ask if self.picker.currentIndex() < 0 else ""
        self.picker.setAccessibleDescription(sentence or asked)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other entries, and keep the choice while it is among them."""
        picker, before = self.picker, self.value()
        if [(picker.itemData(n), picker.itemText(n)) for n in range(picker.count())] == list(options):
            return
        picker.clear()
        for key, text in options:
            picker.addItem(text, key)
        self.set_value(before)
