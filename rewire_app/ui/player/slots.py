"""A plan as a sentence with underlined slots."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from rewire_app.domain.exercise.recall import Piece, shown
from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, tell
from rewire_app.ui.widgets.theme import theme

UNDER = 4
"""How far below the base line a slot is underlined, px at 100 %."""


class SlotSentence(Painted):
    """The sentence as it would be kept; a click on it asks to change the words."""

    pressed = Signal()

    def __init__(self, pieces: Sequence[Piece]) -> None:
        super().__init__()
        self._pieces = tuple(pieces)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Your plan"))
        self._tell()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show other words."""
        self._pieces = tuple(pieces)
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        tell(self, self.text())

    def text(self) -> str:
        """The whole sentence."""
        return "".join(shown(self._pieces))

    def _spans(self) -> list[tuple[int, int]]:
        """Where the slots stand in the text: first character and the one after the last."""
        spans, at = [], 0
        for piece, words in zip(self._pieces, shown(self._pieces), strict=True):
            if piece.slot:
                spans.append((at, at + len(words)))
            at += len(words)
        return spans

    def _laid(self, width: float) -> tuple[QTextLayout, int]:
        """The sentence in lines of `width` px, and their number."""
        layout = QTextLayout(self.text(), theme.font("plan"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        form = QTextCharFormat()
        form.setForeground(theme.color("ink"))
        height, count = theme.line("plan"), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, count

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px of all lines in `width` px, with room for the last underline."""
        return self._laid(max(1, width))[1] * theme.line("plan") + theme.px(UNDER)

    def sizeHint(self) -> QSize:
        """A comfortable measure."""
        width = theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(160), theme.line("plan"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks to change the words."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and a line under every slot."""
        layout, _count = self._laid(self.width())
        painter = self.painter()
        painter.setPen(theme.color("ink"))
        layout.draw(painter, QPointF(0, 0))
        painter.setPen(QPen(theme.color("primary"), 2))
        for first, end in self._spans():
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                start, stop = max(first, line.textStart()), min(end, line.textStart() + line.textLength())
                if stop <= start:
                    continue
                shown = self.text()[start:stop].rstrip()
                left = float(line.cursorToX(start)[0])  # type: ignore[index]
                right = float(line.cursorToX(start + len(shown))[0])  # type: ignore[index]
                y = round(line.y() + line.ascent() + theme.px(UNDER) + 3)
                painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.end()
