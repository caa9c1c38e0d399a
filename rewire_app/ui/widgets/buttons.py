"""Buttons: one main a screen, second and quiet ones, icon buttons with a spoken name, and Help now."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import box, words
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, TARGET, TARGET_LARGE, theme

ICON = 20
ICON_GAP = 10


class PaintedButton(QPushButton):
    """A button painted from the theme: Enter and Space press it, screen readers know it as a button."""

    radius: ClassVar[int] = RADIUS_CONTROL
    icon_size: ClassVar[int] = ICON

    def __init__(self, text: str = "", parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(parent)
        self._label = ""
        self._icon = icon
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def label(self) -> str:
        """The words on the button."""
        return self._label

    def setText(self, text: str) -> None:
        """Show other words; an ampersand in them is only an ampersand."""
        self._label = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Show another icon before the words."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """As the size hint: words are never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover state at once."""
        super().enterEvent(event)
        self.update()

    def hitButton(self, pos: object) -> bool:
        """All of the rectangle reacts."""
        return self.rect().contains(pos)  # type: ignore[call-overload,no-any-return]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _hot(self) -> bool:
        return self.isEnabled() and self.underMouse()

    def _paint_label(self, painter: QPainter, rect: QRect, role: str, ink: str) -> None:
        """Paint icon and words together in the middle of `rect`, icon on the reading side."""
        advance = theme.metrics(role).horizontalAdvance(self._label)
        side, gap = (theme.px(self.icon_size), theme.px(ICON_GAP)) if self._icon else (0, 0)
        gap = gap if self._label else 0
        left = rect.left() + (rect.width() - advance - side - gap) / 2
        icon_x, text_x = left, left + side + gap
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            icon_x, text_x = left + advance + gap, left
        if self._icon:
            top = rect.top() + (rect.height() - side) / 2
            draw_icon(painter, (icon_x, top), self._icon, ink, side)
        words(
            painter,
            QRectF(text_x, rect.top(), advance, rect.height()),
            role,
            ink,
            self._label,
            align=Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        )

    def _hint(self, role: str, pad: int, height: int) -> QSize:
        advance = theme.metrics(role).horizontalAdvance(self._label)
        beside = theme.px(ICON_GAP) if self._label else 0
        icon = theme.px(self.icon_size) + beside if self._icon else 0
        return QSize(round(advance + icon) + 2 * theme.px(pad), theme.px(height))


class MainButton(PaintedButton):
    """The one thing to do on a screen."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, icon: str = "", large: bool = False
    ) -> None:
        self._large, self._second = large, False
        super().__init__(text, parent, icon=icon)
        self.setDefault(True)

    def set_second(self, second: bool) -> None:
        """Look like something else that can be done, while another button is the main one."""
        if second != self._second:
            self._second = second
            self.update()

    def set_large(self, large: bool) -> None:
        """Take the large form, or the usual one."""
        if large != self._large:
            self._large = large
            self.restyle()

    def sizeHint(self) -> QSize:
        """44 high, or 52 when large."""
        if self._large:
            return self._hint("button_large", 27, TARGET_LARGE)
        return self._hint("button", 21, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the filled button in its state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, radius = "button_large" if self._large else "button", theme.px(self.radius)
        if not self.isEnabled():
            box(painter, self.rect(), radius, theme.color("sunken"), theme.color("line"))
            self._paint_label(painter, self.rect(), role, "ink3")
        elif self._second:
            fill = "sunken" if self._hot() or self.isDown() else "surface"
            box(painter, self.rect(), radius, theme.color(fill), theme.color("edge"))
            self._paint_label(painter, self.rect(), role, "ink")
        else:
            fill = "primaryPress" if self.isDown() else "primaryHover" if self._hot() else "primary"
            box(painter, self.rect(), radius, theme.color(fill))
            self._paint_label(painter, self.rect(), role, "onPrimary")
        painter.end()


class SecondButton(PaintedButton):
    """Something else that can be done."""

    def sizeHint(self) -> QSize:
        """44 high."""
        return self._hint("button", 21, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outlined button in its state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isEnabled()
        fill = "sunken" if not on or self._hot() or self.isDown() else "surface"
        edge = "edge" if on else "line"
        box(painter, self.rect(), theme.px(self.radius), theme.color(fill), theme.color(edge))
        self._paint_label(painter, self.rect(), "button", "ink" if on else "ink3")
        painter.end()


class QuietButton(PaintedButton):
    """A way on or out that keeps in the background; `plain` has the colour of text, not of a link."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, icon: str = "", plain: bool = False
    ) -> None:
        self._plain, self._on = plain, False
        super().__init__(text, parent, icon=icon)

    def set_on(self, on: bool) -> None:
        """Show whether what it opens is open."""
        if on != self._on:
            self._on = on
            self.setCheckable(on)
            self.setChecked(on)
            self.update()

    def sizeHint(self) -> QSize:
        """44 high to hit, whatever the words need."""
        return self._hint("button", 13, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and a soft field under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._on:
            box(
                painter,
                self.rect(),
                theme.px(self.radius),
                theme.color("primarySoft"),
                theme.color("primary"),
            )
        elif self._hot() or self.isDown():
            box(painter, self.rect(), theme.px(self.radius), theme.color("primarySoft"))
        ink = "ink3" if not self.isEnabled() else "ink2" if self._plain else "primaryText"
        self._paint_label(painter, self.rect(), "body" if self._plain else "button", ink)
        painter.end()


class IconButton(PaintedButton):
    """An icon alone, for a day back or a day on; `name` is what screen readers say.

    `framed`: in a border, beside other controls that have one.
    """

    def __init__(
        self,
        name: str,
        icon: str,
        parent: QWidget | None = None,
        *,
        role: str = "ink2",
        framed: bool = False,
    ) -> None:
        self._role, self._framed = role, framed
        super().__init__("", parent, icon=icon)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """A square of 44."""
        return QSize(theme.px(TARGET), theme.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon, and a soft field under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._framed:
            edge = theme.color("edge" if self.isEnabled() else "line")
            box(painter, self.rect(), theme.px(self.radius), theme.color("surface"), edge)
        if self._hot() or self.isDown():
            box(painter, self.rect(), theme.px(self.radius), theme.color("primarySoft"))
        side = theme.px(24)
        x, y = (self.width() - side) // 2, (self.height() - side) // 2
        draw_icon(painter, (x, y), self._icon, self._role if self.isEnabled() else "ink3", side)
        painter.end()


class HelpButton(PaintedButton):
    """Help now: always there, never red. `mini` puts the words under the icon for the narrow rail."""

    def __init__(self, parent: QWidget | None = None, *, height: int = 48, fill: bool = False) -> None:
        self._open = False
        self._mini = False
        self._height = height
        self._fill = fill
        super().__init__(_("Help now"), parent, icon="help")
        if fill:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_open(self, is_open: bool) -> None:
        """Show whether the Help now page is what is on screen."""
        self._open = is_open
        self.setAccessibleDescription(_("open") if is_open else "")
        self.update()

    def set_mini(self, mini: bool) -> None:
        """Take the form for the narrow rail, or the wide one."""
        self._mini = mini
        self.restyle()

    def sizeHint(self) -> QSize:
        """48 high with the words beside the icon, 60 with the words below."""
        if self._mini:
            advance = theme.metrics("tick_strong").horizontalAdvance(self._label)
            return QSize(max(theme.px(67), round(advance) + theme.px(8)), theme.px(60))
        hint = self._hint("button", 16, self._height)
        return QSize(hint.width() - 2, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outlined button, soft green while its page is open."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "primarySoft" if self._open else "sunken" if self._hot() else "surface"
        edge = theme.color("primary" if self._open else "edge")
        box(painter, self.rect(), theme.px(self.radius), theme.color(fill), edge)
        side = theme.px(ICON)
        if self._mini:
            top = (self.height() - side - theme.px(3) - theme.line("tick_strong")) / 2
            draw_icon(painter, ((self.width() - side) / 2, top), "help", "ink", side)
            below = QRectF(0, top + side + theme.px(3), self.width(), theme.line("tick_strong"))
            words(painter, below, "tick_strong", "ink", self._label)
        elif self._fill:
            pad, gap = theme.px(14), theme.px(13)
            flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = self.width() - pad - side if flipped else pad
            draw_icon(painter, (x, (self.height() - side) / 2), "help", "ink", side)
            rest = QRectF(pad + side + gap, 0, self.width() - 2 * pad - side - gap, self.height())
            if flipped:
                rest.moveLeft(pad)
            side_of = Qt.AlignmentFlag.AlignRight if flipped else Qt.AlignmentFlag.AlignLeft
            words(painter, rest, "button", "ink", self._label, align=Qt.AlignmentFlag.AlignVCenter | side_of)
        else:
            self._paint_label(painter, self.rect(), "button", "ink")
        painter.end()
