"""The contents beside an article: sections to jump to, and how much is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import words
from rewire_app.ui.widgets.buttons import PaintedButton
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S3, S5, S6, theme

WIDTH = 218


class ContentsItem(PaintedButton):
    """One section; the one being read is in bold with a bar."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.here = False

    def sizeHint(self) -> QSize:
        """35 high."""
        return QSize(theme.px(WIDTH), theme.px(35))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bar and words."""
        painter = QPainter(self)
        painter.fillRect(0, 0, 3, self.height(), theme.color("primary" if self.here else "line"))
        role = "second_strong" if self.here else "second"
        room = QRectF(theme.px(18), 0, self.width() - theme.px(18), self.height())
        shown = theme.metrics(role).elidedText(self.label, Qt.TextElideMode.ElideRight, room.width())
        ink = "ink" if self.here or self._hot() else "ink2"
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words(painter, room, role, ink, shown, align=align)
        painter.end()


class Contents(QWidget):
    """`chosen(int)`: jump to that section."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = vbox(
            Small(_("In this article"), role="second_strong", ink="ink"),
            S3,
            on=self,
            gap=0,
            margins=(0, 0, 0, S6),
        )
        self._items: list[ContentsItem] = []
        for number, title in enumerate(titles):
            item = ContentsItem(title)
            item.clicked.connect(lambda _on=False, number=number: self.chosen.emit(number))
            column.addWidget(item)
            self._items.append(item)
        column.addSpacing(S5)
        self._left = Small("")
        column.addWidget(self._left)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes."""
        self.setFixedWidth(theme.px(WIDTH))

    def show_item(self, index: int, shown: bool) -> None:
        """Show or hide a section that is not always there."""
        self._items[index].setVisible(shown)

    def set_current(self, index: int) -> None:
        """Mark the section being read."""
        for number, item in enumerate(self._items):
            here = number == index
            if item.here != here:
                item.here = here
                item.setAccessibleDescription(_("you are here") if here else "")
                item.update()

    def say_left(self, text: str) -> None:
        """Say how much is left to read."""
        self._left.setText(text)
