"""One exercise of the catalogue as a card that paints itself: eighty of them open in a moment."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.i18n import _
from rewire_app.reports.catalogue import is_custom, meta_text
from rewire_app.ui.base.keys import pressed
from rewire_app.ui.widgets.base import Painted, box, words
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.theme import RADIUS_CARD, RADIUS_TAG, S2, TARGET, theme


class Lines:
    """`text` in a font role, wrapped to a width in px."""

    def __init__(self, text: str, role: str) -> None:
        self._text, self._role = text, role
        self._laid: tuple[tuple[object, ...], QTextLayout, int] | None = None
        self._heights: dict[int, int] = {}
        self._measured: tuple[tuple[object, ...], float, int] = ((), 0.0, 0)

    def _at(self, width: int, direction: Qt.LayoutDirection) -> tuple[QTextLayout, int]:
        key = (width, direction, theme.scale, theme.line_spacing, theme.plain_font)
        if self._laid is not None and self._laid[0] == key:
            return self._laid[1], self._laid[2]
        height, count = theme.line(self._role), 0
        layout = QTextLayout(self._text, theme.font(self._role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        layout.endLayout()
        self._laid = (key, layout, count * height)
        return layout, count * height

    def height(self, width: int, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> int:
        """The height of all lines in px; layouts ask for it many times over, mostly for a single line."""
        look = (theme.scale, theme.line_spacing, theme.plain_font)
        if self._measured[0] != look:
            advance = theme.metrics(self._role).horizontalAdvance(self._text)
            self._measured = (look, advance, theme.line(self._role))
            self._heights.clear()
        _look, advance, line = self._measured
        if advance < width:
            return line
        if width not in self._heights:
            self._heights[width] = self._at(width, direction)[1]
        return self._heights[width]

    def draw(self, painter: QPainter, at: tuple[float, float], width: int, ink: str) -> None:
        """Paint the lines with their top left corner at `at`, in the colour role `ink`."""
        layout, _height = self._at(width, painter.layoutDirection())
        painter.setPen(theme.color(ink))
        layout.draw(painter, QPointF(*at))


ACROSS, DOWN = 23, 20
"""Px of the design from the edges of a card to what is in it."""
LEAST = 164
GLYPH, MARK = 44, 20


class ExerciseCard(Painted):
    """Glyph, title, one line, length and school; at its corner the mark of a favourite and more to do.

    `clicked`: look at it. `marked`: make it a favourite or none (key F). `menu_wanted(point)`: what else can
    be done, at that place on the screen (the menu key, a right click, or the three dots). `reached`: it has
    the keyboard now.
    """

    spoken = "Button"
    clicked = Signal()
    marked = Signal()
    menu_wanted = Signal(QPoint)
    reached = Signal()

    def __init__(self, exercise: Exercise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.exercise = exercise
        self.today = self.favourite = False
        self._said = f"{exercise.summary} {exercise.differs}".rstrip()
        self._lines = (
            Lines(exercise.title, "heading"),
            Lines(self._said, "second"),
            Lines(meta_text(exercise), "small"),
        )
        self._pressed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(exercise.title)
        self._tell()

    def mark(self, *, today: bool, favourite: bool) -> None:
        """Show whether it is that of today, and whether it is a favourite."""
        if (today, favourite) != (self.today, self.favourite):
            self.today, self.favourite = today, favourite
            self._tell()
            self.update()

    def _tell(self) -> None:
        parts = [self._said, meta_text(self.exercise)]
        parts += [_("Today.")] * self.today + [_("Favourite.")] * self.favourite
        self.setAccessibleDescription(" ".join(parts))

    # size

    def heightForWidth(self, width: int) -> int:
        """The height in px that its words need in `width` px."""
        inner = width - 2 * theme.px(ACROSS)
        text = sum(lines.height(inner, self.layoutDirection()) for lines in self._lines)
        return max(theme.px(LEAST), 2 * theme.px(DOWN) + theme.px(GLYPH) + 2 * S2 + text)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """A third of a page."""
        width = theme.px(290)
        return QSize(width, self.heightForWidth(width))

    # the corner

    def star(self) -> QRect:
        """Where a press marks it as a favourite."""
        return self._corner(1)

    def more(self) -> QRect:
        """Where a press opens its menu."""
        return self._corner(0)

    def _corner(self, place: int) -> QRect:
        wide, high = theme.px(36), theme.px(TARGET)
        from_end = theme.px(ACROSS) + theme.px(MARK) // 2 + place * wide
        centre = from_end if self.mirrored else self.width() - from_end
        return QRect(centre - wide // 2, theme.px(8), wide, high)

    # what the person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        if not self._pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click: on the mark, on the three dots, or anywhere else on the card."""
        at = event.position().toPoint()
        pressed, self._pressed = self._pressed, False
        if not pressed or not self.rect().contains(at):
            return
        if self.star().contains(at):
            self.marked.emit()
        elif self.more().contains(at):
            self.menu_wanted.emit(self.mapToGlobal(self.more().bottomLeft()))
        else:
            self.clicked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where it was asked for."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if by_mouse else self.mapToGlobal(self.more().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open it, F marks, the menu key (or Shift+F10) shows what else there is."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        elif pressed(event, "favourite"):
            self.marked.emit()
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and shift):
            self.menu_wanted.emit(self.mapToGlobal(self.more().bottomLeft()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard is here."""
        super().focusInEvent(event)
        self.reached.emit()

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_CARD)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface, drawing, words and marks."""
        painter = self.painter()
        painter.setLayoutDirection(self.layoutDirection())
        edge = theme.color("edge" if self.underMouse() else "line")
        box(painter, self.rect(), theme.px(RADIUS_CARD), theme.color("surface"), edge)
        across, y = theme.px(ACROSS), theme.px(DOWN)
        side, inner = theme.px(GLYPH), self.width() - 2 * across
        x = self.width() - across - side if self.mirrored else across
        draw_icon(painter, (x, y), self.exercise.glyph, "primary", side, folder="glyphs")
        self._paint_corner(painter)
        title, summary, meta = self._lines
        y += side + S2
        title.draw(painter, (across, y), inner, "ink")
        summary.draw(painter, (across, y + title.height(inner, self.layoutDirection())), inner, "ink2")
        below = self.height() - theme.px(DOWN) - meta.height(inner, self.layoutDirection())
        meta.draw(painter, (across, below), inner, "ink3")
        painter.end()

    def _paint_corner(self, painter: QPainter) -> None:
        size = theme.px(MARK)
        for rect, icon, role in (
            (self.more(), "more", "ink3"),
            (self.star(), "star-on" if self.favourite else "star", "primary" if self.favourite else "ink3"),
        ):
            at = (rect.center().x() + 1 - size / 2, rect.center().y() + 1 - size / 2)
            draw_icon(painter, at, icon, role, size)
        tag = _("Today") if self.today else ""
        if not tag:
            return
        wide = round(theme.metrics("small_strong").horizontalAdvance(tag)) + 2 * theme.px(10)
        high, star = theme.px(26), self.star()
        gap = theme.px(2)
        left = star.right() + gap if self.mirrored else star.left() - gap - wide
        field = QRectF(left, star.center().y() + 1 - high / 2, wide, high)
        box(painter, field, theme.px(RADIUS_TAG), theme.color("primarySoft"))
        words(painter, field, "small_strong", "primaryText", tag)

    @property
    def own(self) -> bool:
        """Whether the person made it."""
        return is_custom(self.exercise)
