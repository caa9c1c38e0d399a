"""The rail: the pages of Rewire at the left, with Settings and Help now at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QSpacerItem, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import NO_PEN, Painted, box, words
from rewire_app.ui.widgets.buttons import HelpButton, PaintedButton
from rewire_app.ui.widgets.glyph import draw_icon
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox
from rewire_app.ui.widgets.room import RAIL, RAIL_MINI, RailForm
from rewire_app.ui.widgets.settling_chip import SettlingChip
from rewire_app.ui.widgets.theme import RADIUS_ITEM, TARGET, theme


@dataclass(frozen=True, slots=True, kw_only=True)
class RailItem:
    """One page of the rail: its key, its words and the name of its icon."""

    key: str
    text: str
    icon: str


class RailButton(PaintedButton):
    """One item: a row of 44, or in the mini rail the icon above its word."""

    ring_inside: ClassVar[bool] = True
    spoken = "PageTab"

    def __init__(self, item: RailItem, parent: QWidget | None = None) -> None:
        self.key = item.key
        self.mini = False
        super().__init__(item.text, parent, icon=item.icon)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The rail decides which item is the page on screen."""

    def sizeHint(self) -> QSize:
        """188 by 44, or 68 by 56 in the mini rail."""
        if self.mini:
            advance = theme.metrics("tick_strong").horizontalAdvance(self.label)
            return QSize(max(theme.px(67), round(advance) + 8), theme.px(56))
        advance = theme.metrics("button").horizontalAdvance(self.label)
        return QSize(max(theme.px(187), round(advance) + theme.px(60)), theme.px(TARGET))

    def ring(self) -> tuple[QRect, int]:
        """What the focus ring goes around, and its radius in px."""
        return self.rect(), theme.px(RADIUS_ITEM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the item: at rest, under the mouse, or here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, radius = self.isChecked(), theme.px(RADIUS_ITEM)
        flipped = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if here:
            box(painter, self.rect(), radius, theme.color("surface"), theme.color("line"))
            self._paint_bar(painter, flipped=flipped)
        elif self._hot():
            # In high contrast a hairline has the colour of an edge: too dark to carry words.
            fill = theme.color("surface" if theme.contrast else "line")
            box(painter, self.rect(), radius, fill, theme.color("edge") if theme.contrast else None)
        ink = "ink" if here or self._hot() else "ink2"
        icon_ink, side = "primary" if here else "ink2", theme.px(20)
        if self.mini:
            role = "tick_strong" if here else "tick"
            top = (self.height() - side - theme.px(2) - theme.line(role)) / 2
            draw_icon(painter, ((self.width() - side) / 2, top), self._icon, icon_ink, side)
            below = QRectF(0, top + side + theme.px(2), self.width(), theme.line(role))
            words(painter, below, role, ink, self.label)
        else:
            pad, text_pad = theme.px(13), theme.px(46)
            icon_x = self.width() - pad - side if flipped else pad
            draw_icon(painter, (icon_x, (self.height() - side) / 2), self._icon, icon_ink, side)
            rest = QRectF(0 if flipped else text_pad, 0, self.width() - text_pad, self.height())
            edge = Qt.AlignmentFlag.AlignRight if flipped else Qt.AlignmentFlag.AlignLeft
            align = Qt.AlignmentFlag.AlignVCenter | edge
            words(painter, rest, "button" if here else "body", ink, self.label, align=align)
        painter.end()

    def _paint_bar(self, painter: QPainter, *, flipped: bool) -> None:
        """The 3 px bar at the outer edge that marks where you are."""
        height = theme.px(24 if self.mini else 20)
        x = self.width() - 3 if flipped else 0
        painter.setPen(NO_PEN)
        painter.setBrush(theme.color("primary"))
        painter.drawRoundedRect(QRectF(x, (self.height() - height) / 2, 3, height), 1, 1)


class Brand(Painted):
    """The mark of Rewire, with its name in the wide rail."""

    spoken = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mini = False
        self.setAccessibleName("Rewire")

    def sizeHint(self) -> QSize:
        """28 px of mark and the name."""
        height = max(theme.px(28), theme.line("brand"))
        return QSize(theme.px(28 if self.mini else 120), height)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark and name."""
        painter = self.painter()
        side = theme.px(29)
        top = (self.height() - side) / 2
        if self.mini:
            draw_icon(painter, ((self.width() - side) / 2, top), "rewire", "ink", side)
        else:
            flipped = self.mirrored
            draw_icon(painter, (self.width() - side if flipped else 0, top), "rewire", "ink", side)
            text = QRectF(0, theme.px(1), self.width() - theme.px(38), self.height())
            if not flipped:
                text.moveLeft(theme.px(38))
            edge = Qt.AlignmentFlag.AlignRight if flipped else Qt.AlignmentFlag.AlignLeft
            words(painter, text, "brand", "ink", "Rewire", align=Qt.AlignmentFlag.AlignVCenter | edge)
        painter.end()


class Rail(Painted):
    """The pages, Settings and Help now. `chosen(key)` asks for one; Up and Down move, Enter goes.

    As a list it holds the pages alone: Help now stands beside what opens it.
    """

    spoken = "PageTabList"
    chosen = Signal(str)

    def __init__(self, items: Sequence[RailItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = RailForm.WIDE
        self._settles = self._short = False
        self.setAccessibleName(_("Pages"))
        self.brand = Brand()
        self.help = HelpButton(fill=True)
        settings = RailItem(key="settings", text=_("Settings"), icon="settings")
        self._buttons = [RailButton(item) for item in (*items, settings)]
        self._column = vbox(on=self, gap=0, margins=None)
        self._head = hbox(self.brand)
        nest(self._column, self._head)
        self._gap = QWidget()
        self._column.addWidget(self._gap)
        for button in self._buttons[:-1]:
            self._column.addWidget(button)
        self._before_help = QSpacerItem(0, 10)
        self.chip = SettlingChip()
        self._after_chip = QSpacerItem(0, 0)
        put(self._column, stretch(), self.chip)
        self._column.addItem(self._after_chip)
        self._column.addWidget(self._buttons[-1])
        self._column.addItem(self._before_help)
        self._column.addWidget(self.help)
        for button in self._buttons:
            button.clicked.connect(lambda _on=False, key=button.key: self.chosen.emit(key))
        self.help.clicked.connect(lambda: self.chosen.emit("help"))
        self._measure()

    @property
    def form(self) -> RailForm:
        """The form it has now."""
        return self._form

    def set_form(self, form: RailForm) -> None:
        """Take another form."""
        if form is self._form:
            return
        self._form = form
        mini = self.brand.mini = form is RailForm.MINI
        for button in self._buttons:
            button.mini = mini
            button.restyle()
        for part in (self.brand, self._gap, self.help):
            part.setVisible(form is not RailForm.LIST)
        self.help.set_mini(mini)
        self.chip.set_mini(mini)
        self.show_chip(shown=self._settles)
        self.update()

    def show_chip(self, *, shown: bool) -> None:
        """Show the chip of a moment that settles, or hide it; a list of pages has none."""
        self._settles = shown
        self.chip.setVisible(shown and self._form is not RailForm.LIST)
        self._measure()

    def fit_in(self, room: int) -> int:
        """The height in px of the list in `room` px; where that is short, its items reach from end to end."""
        self._short = False
        self._measure()
        self._short = self.needed() > room
        self._measure()
        return min(self.needed(), room)

    def needed(self) -> int:
        """The height in px in which everything has its place."""
        self._column.invalidate()
        return self._column.minimumSize().height()

    @property
    def here(self) -> str:
        """The key of the marked page; "" when none is."""
        return next((button.key for button in self._buttons if button.isChecked()), "")

    def take_focus(self) -> None:
        """Give the keyboard to the marked page, or to the first."""
        marked = next((button for button in self._buttons if button.isChecked()), self._buttons[0])
        marked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_current(self, key: str) -> None:
        """Mark the page on screen; a key without an item leaves all unmarked."""
        for button in self._buttons:
            button.setChecked(button.key == key)
            button.setAccessibleDescription(_("this page is open") if button.key == key else "")
        self.help.set_open(key == "help")

    def restyle(self) -> None:
        """Take over new sizes."""
        self._measure()
        super().restyle()

    def _measure(self) -> None:
        mini, listed = self._form is RailForm.MINI, self._form is RailForm.LIST
        ends = 0 if self._short else 8
        side, top, foot = (
            (8, 18, theme.px(12)) if mini else (8, ends, ends) if listed else (12, 24, theme.px(16))
        )
        self._column.setContentsMargins(side, top, side + 1, foot)
        self._head.setContentsMargins(0 if mini else theme.px(10), 0, 0, 0)
        self._gap.setFixedHeight(theme.px(6 if mini else 20))
        self._column.setSpacing(0 if listed else theme.px(4))
        self._before_help.changeSize(0, 0 if listed else 10)
        chips = () if self.chip.isHidden() else (self.chip,)
        self._after_chip.changeSize(0, theme.px(6) if chips else 0)
        widest = max(button.sizeHint().width() for button in (*self._buttons, *chips, self.help))
        self.setFixedWidth(max(RAIL_MINI if mini else RAIL, widest + 2 * side + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move between the items and Help now, Home and End go to the ends."""
        shown = [*self._buttons[:-1], self.chip, self._buttons[-1], self.help]
        stops: list[QAbstractButton] = [stop for stop in shown if not stop.isHidden()]
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), -1)
        steps = {Qt.Key.Key_Up: here - 1, Qt.Key.Key_Down: here + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        key = Qt.Key(event.key())
        if here < 0 or key not in steps:
            super().keyPressEvent(event)
            return
        stops[steps[key] % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sunken ground and its edge line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        x = 0 if self.mirrored else self.width() - 1
        painter.fillRect(x, 0, 1, self.height(), theme.color("line"))
        if self._form is RailForm.LIST:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()
