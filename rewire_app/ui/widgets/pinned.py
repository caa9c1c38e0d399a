"""A place in a page whose widget stays in sight: scrolled past it stands at the top, below at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.tab_order import laid_out
from rewire_app.ui.widgets.theme import S2


class Pinned(QWidget):
    """Keeps room for `held`, and once it is in `watch`ed scrolling, keeps `held` in sight there."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        self._floats = True
        self._scroll: PageScroll | None = None
        held.setParent(self)
        held.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def watch(self, scroll: PageScroll) -> None:
        """Stay in sight in `scroll`, in whose content this place is."""
        self._scroll = scroll
        content = scroll.widget()
        self._held.setParent(content)
        self._held.show()
        if content is not None:
            content.in_order = self._in_order  # type: ignore[attr-defined]  # what is held is in no layout
        scroll.verticalScrollBar().valueChanged.connect(self._place)
        scroll.verticalScrollBar().rangeChanged.connect(self._place)

    def let_float(self, floats: bool) -> None:
        """Whether what is held stays in sight from now on, or scrolls with the rest."""
        self._floats = floats
        self._place()

    def _in_order(self) -> list[QWidget]:
        """What is in the content as it is read: what is held stands at its place."""
        content = self._held.parentWidget()
        order = list(laid_out(content)) if content is not None else []
        order.insert(order.index(self) + 1, self._held)
        return order

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow what is held when it wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as what is held, px."""
        layout = self._held.layout()
        asked = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
        return max(asked, self._held.minimumHeight())

    def sizeHint(self) -> QSize:
        """As large as what is held."""
        return QSize(self._held.sizeHint().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """As small as what is held may be."""
        return QSize(self._held.minimumSizeHint().width(), self._held.minimumHeight())

    def restyle(self) -> None:
        """Take over new sizes."""
        self.updateGeometry()
        self._place()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Something above has another height."""
        super().moveEvent(event)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the place."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        content = self._scroll.widget() if self._scroll is not None else None
        if self._scroll is None or content is None:
            return
        here = self.mapTo(content, QPoint(0, 0))
        scrolled = self._scroll.verticalScrollBar().value()
        first = scrolled + S2 if scrolled else 0
        last = scrolled + self._scroll.viewport().height() - self.height()
        top = max(first, min(here.y(), last)) if self._floats else here.y()
        self._held.setGeometry(here.x(), top, self.width(), self.height())
        if top != here.y():  # over what it covers; else it has its place among the rest
            self._held.raise_()
        elif after := self._in_order()[self._in_order().index(self._held) + 1 :]:
            self._held.stackUnder(after[0])
