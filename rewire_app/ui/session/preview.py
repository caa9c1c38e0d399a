"""The page for a session as it prints, in small: each thing on it can be struck out, and put back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from rewire_app.domain.limits import shortened
from rewire_app.i18n import _
from rewire_app.reports.session_handout import Handout
from rewire_app.ui.session.paper import WHITE, paint_page
from rewire_app.ui.session.setting import HandoutPaper, HandoutSetter, HandoutSpot, on_paper, set_handout
from rewire_app.ui.widgets.base import NO_PEN, Painted, announce, tell
from rewire_app.ui.widgets.press_row import PRESS
from rewire_app.ui.widgets.theme import S4, theme

WIDE, LEAST = 500, 300
"""Px of the design across a page: as it is liked, and at least."""
SPOKEN = 200
"""So many characters of a thing are said when the keys stand on it."""
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class HandoutPreview(Painted):
    """Up and Down go from thing to thing, Enter or a click strikes one out or puts it back.

    `struck(str)`: the key of the thing. `reached(QRect)`: where the keys stand now.
    """

    spoken = "Button"
    struck = Signal(str)
    reached = Signal(object)

    def __init__(self, handout: Handout, paper: HandoutPaper) -> None:
        super().__init__()
        self._handout, self._paper = handout, paper
        self._set: HandoutSetter
        self._fitted = paper
        self._key = ""
        self._under: HandoutSpot | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("The page. Enter strikes out a line, and puts it back."))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_handout(handout, paper)

    def show_handout(self, handout: Handout, paper: HandoutPaper) -> None:
        """Show another page, or this one with something else struck out; the keys stay where they were."""
        self._handout, self._paper = handout, paper
        self._set, self._fitted = set_handout(handout, paper)
        self._under = None
        keys = [spot.key for spot in self.spots]
        if self._key not in keys:
            self._key = keys[0] if keys else ""
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def spots(self) -> list[HandoutSpot]:
        """What can be struck out, each with its place in px of the paper."""
        return self._set.spots

    def rect_of(self, spot: HandoutSpot) -> QRect:
        """Where a thing is seen, px of this widget."""
        share = self._share
        rect = spot.rect
        return QRectF(
            rect.x() * share,
            rect.y() * share + spot.page * self._step,
            rect.width() * share,
            rect.height() * share,
        ).toAlignedRect()

    # sizes

    @property
    def _share(self) -> float:
        """Px here for a px of the paper as it is set."""
        return self.width() / self._fitted.set_wide

    @property
    def _high(self) -> int:
        return round(self.width() * self._paper.high / self._paper.wide)

    @property
    def _step(self) -> int:
        """Px from one page to the next."""
        return self._high + theme.px(S4)

    def hasHeightForWidth(self) -> bool:
        """The paper has its form."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All pages, px."""
        high, count = round(width * self._paper.high / self._paper.wide), len(self._set.pages)
        return count * high + (count - 1) * theme.px(S4)

    def sizeHint(self) -> QSize:
        """As it is liked."""
        return QSize(theme.px(WIDE), self.heightForWidth(theme.px(WIDE)))

    def minimumSizeHint(self) -> QSize:
        """As small as it can be."""
        wide = theme.px(LEAST)
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its height follows."""
        super().resizeEvent(event)
        self.updateGeometry()

    def ring(self) -> tuple[QRect, int]:
        """The focus ring goes around the thing on which the keys stand."""
        spot = self._here()
        return (self.rect() if spot is None else self.rect_of(spot).adjusted(-3, -1, 3, 1)), theme.px(4)

    # keys and mouse

    def _here(self) -> HandoutSpot | None:
        return next((spot for spot in self.spots if spot.key == self._key), None)

    def _tell(self) -> None:
        spot = self._here()
        if spot is None:
            tell(self, _("Nothing is on the page that could be struck out."))
            return
        state = _("struck out") if spot.struck else _("on the page")
        tell(self, _("{words} ({state})").format(words=shortened(spot.words, SPOKEN), state=state))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, or strike out."""
        key = Qt.Key(event.key())
        keys = list(dict.fromkeys(spot.key for spot in self.spots))
        if not keys:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._stand(keys[(keys.index(self._key) + STEPS[key]) % len(keys)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._stand(keys[0 if key == Qt.Key.Key_Home else -1])
        elif key in PRESS:
            self._strike(self._key)
        else:
            super().keyPressEvent(event)

    def _stand(self, key: str) -> None:
        self._key = key
        self._tell()
        self.update()
        spot = self._here()
        if spot is not None:
            announce(self, self.accessibleDescription())
            self.reached.emit(self.rect_of(spot))

    def _strike(self, key: str) -> None:
        self._key = key
        self.struck.emit(key)
        announce(self, self.accessibleDescription())

    def _at(self, where: QPointF) -> HandoutSpot | None:
        point = QPoint(round(where.x()), round(where.y()))
        return next((spot for spot in self.spots if self.rect_of(spot).contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the mouse can be struck out."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under it any more."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, spot: HandoutSpot | None) -> None:
        if spot is not self._under:
            self._under = spot
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if spot is not None else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Strike out what is clicked."""
        spot = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self._strike(spot.key)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Black on white in every theme, as on paper; what is struck out is marked here alone."""
        painter = self.painter()
        for number, page in enumerate(self._set.pages):
            sheet = QRectF(0, number * self._step, self.width(), self._high)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.setBrush(WHITE)
            painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
            for spot in self.spots:
                if spot.page == number:
                    self._paint_spot(painter, spot)
            painter.save()
            painter.translate(sheet.topLeft())
            painter.scale(self._share, self._share)
            paint_page(painter, page)
            painter.restore()
            for spot in self.spots:
                if spot.page == number and spot.struck and spot.key.startswith("lane/"):
                    self._strike_lane(painter, spot)
        painter.end()

    def _paint_spot(self, painter: QPainter, spot: HandoutSpot) -> None:
        painter.setPen(NO_PEN)
        if spot.struck:
            painter.setBrush(on_paper("coralSoft"))
            painter.drawRect(self.rect_of(spot))
        if spot is self._under:
            painter.setPen(QPen(on_paper("coral"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect_of(spot)).adjusted(0.5, 0.5, -0.5, -0.5))

    def _strike_lane(self, painter: QPainter, spot: HandoutSpot) -> None:
        rect = QRectF(self.rect_of(spot))
        painter.setPen(QPen(on_paper("coralText"), 2))
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()))
