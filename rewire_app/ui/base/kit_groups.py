"""The nine groups of a recovery code: to be read from the screen, and two of them to be typed from paper."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, box, words
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, S3, theme

HIGH, WIDE, FIELD = 48, 172, 150
"""Px of the design: how high a group is, and the least it and a field to type one in are across."""
HIDDEN = "····"
ASKED = 2
"""How many groups are typed to show that the page can be read."""
LONGEST = 12


def spelled(group: str) -> str:
    """A group letter by letter, as it is read aloud: "K, 7, Q, M"."""
    return ", ".join(group)


class CodeGroup(Painted):
    """One group in its box, with its number."""

    spoken = "StaticText"

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        self._number, self._text, self._hidden = number, text, False
        self._name()

    def hide_text(self, hidden: bool) -> None:
        """Show dots instead, or the signs again."""
        if hidden is not self._hidden:
            self._hidden = hidden
            self._name()
            self.update()

    def _name(self) -> None:
        told = _("hidden while you type") if self._hidden else spelled(self._text)
        self.setAccessibleName(_("Group {n}: {signs}").format(n=self._number, signs=told))

    def sizeHint(self) -> QSize:
        """48 high, and room for four wide signs."""
        return QSize(theme.px(WIDE), theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """As the size hint: a code is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, number and signs."""
        painter = self.painter()
        box(painter, self.rect(), theme.px(RADIUS_CONTROL), theme.color("surface"), theme.color("line"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        high, number = self.height(), theme.px(15)
        words(painter, QRectF(number, 0, theme.px(20), high), "small", "ink2", str(self._number), align=left)
        signs = QRectF(theme.px(41), 0, self.width() - theme.px(45), high)
        words(painter, signs, "code", "ink", HIDDEN if self._hidden else self._text, align=left)
        painter.end()


class Groups(QWidget):
    """All nine, in as many columns as there is room for, up to three."""

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        self._groups = [CodeGroup(number, text) for number, text in enumerate(groups, start=1)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        self.setAccessibleName(_("The code: nine groups of four"))
        self._set_columns(3)

    def hide_text(self, hidden: bool) -> None:
        """Show dots instead of all of them, or the signs again."""
        for group in self._groups:
            group.hide_text(hidden)

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return QSize(theme.px(WIDE), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        self._fit()
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Take over new sizes."""
        self._fit()

    def _fit(self) -> None:
        room = (self.width() + S3) // (theme.px(WIDE) + S3)
        self._set_columns(max(1, min(3, room)))

    def _set_columns(self, columns: int) -> None:
        self._grid.setSpacing(S3 - 2)
        if columns == self._columns:
            return
        self._columns = columns
        for place, group in enumerate(self._groups):
            self._grid.addWidget(group, place // columns, place % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))
        self.updateGeometry()


class TypedGroups(Flow):
    """Two groups, picked at random, to be typed from the page.

    `typing(bool)`: one of the fields has the keyboard now, or none has. `changed()`: something was typed.
    """

    typing = Signal(bool)
    changed = Signal()

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__(gap=20, below=12)
        self._wanted: dict[Field, str] = {}
        self._ticks: dict[Field, Glyph] = {}
        for place in sorted(random.SystemRandom().sample(range(len(groups)), ASKED)):
            field = Field(_("Group {n}").format(n=place + 1), limit=LONGEST)
            tick = Glyph("check", 20, role="primary", folder="icons")
            tick.hide()
            field.frame.add_at_end(tick)
            holder = QWidget()
            vbox(field, on=holder)
            self._wanted[field], self._ticks[field] = groups[place], tick
            field.line.textEdited.connect(self._write_large)
            field.changed.connect(self._look)
            field.line.installEventFilter(self)
            self.add(holder)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        for field in self._wanted:
            field.setFixedWidth(theme.px(FIELD))
        super().restyle()

    @property
    def right(self) -> bool:
        """Whether both are as they are on the page."""
        return all(_signs(field.value()) == wanted for field, wanted in self._wanted.items())

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields, in reading order."""
        return tuple(self._wanted)

    def check(self) -> None:
        """Say of what is whole and not the same that it is not."""
        for field, wanted in self._wanted.items():
            typed = _signs(field.value())
            wrong = bool(typed) and typed != wanted
            field.set_error(_("Not as on the page. Look once more.") if wrong else "")

    def _write_large(self, text: str) -> None:
        """A code is in capitals, however it is typed."""
        for field in self._wanted:
            if field.line.hasFocus() and text != text.upper():
                place = field.line.cursorPosition()
                field.line.setText(text.upper())
                field.line.setCursorPosition(place)

    def _look(self) -> None:
        for field, wanted in self._wanted.items():
            right = _signs(field.value()) == wanted
            self._ticks[field].setVisible(right)
            field.line.setAccessibleDescription(_("as on the page") if right else "")
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is typed from the page is not to be read from the screen."""
        if isinstance(event, QFocusEvent) and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.typing.emit(event.type() == QEvent.Type.FocusIn)
            if event.type() == QEvent.Type.FocusOut:
                self.check()
        return super().eventFilter(watched, event)


def _signs(typed: str) -> str:
    """What was typed, without blanks and dashes, in capitals."""
    return "".join(typed.split()).replace("-", "").upper()
