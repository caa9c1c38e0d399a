"""Scrolling a page: one slim bar, no frame, and the focus is always brought into sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QWidget,
)

from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.theme import theme


class SlimBar(QScrollBar):
    """A scroll bar of 12 px with a rounded handle."""

    def restyle(self) -> None:
        """Take over new colours."""
        self.update()

    def sizeHint(self) -> QSize:
        """12 px across."""
        across = 12
        upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(across, 60) if upright else QSize(60, across)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the handle, a little darker under the mouse."""
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # 13 ms to load: not before it is needed

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() or self.isSliderDown()
        box(painter, QRectF(handle).adjusted(3, 3, -3, -3), 3, theme.color("ink3" if hot else "edge"))
        painter.end()


class PageScroll(QScrollArea):
    """A page that scrolls up and down only; `PageScroll(content)` or `set_content(content)`."""

    covered = 0
    """Px at the top that something lies over: what has the focus comes into sight below them."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Asking Qt for its own viewport makes PySide6 look through every widget class: some 20 ms at start.
        self._pane = QWidget()
        self.setViewport(self._pane)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left_be: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        if content is not None:
            self.set_content(content)

    def set_content(self, content: QWidget) -> None:
        """Scroll `content`, which shows the page's own background.

        It is as wide as there is room, whatever it asks for: what arranges itself by its width may ask for
        more when it is narrow than when it is wide, and Qt would go on between the two until it dies.
        """
        policy = content.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        content.setSizePolicy(policy)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._pane.setAutoFillBackground(False)

    def stay_at_top(self, focused: QWidget) -> None:
        """Show the top, and do not scroll to `focused` until the focus has been elsewhere."""
        while (proxy := focused.focusProxy()) is not None:
            focused = proxy
        self._left_be = focused
        self.verticalScrollBar().setValue(0)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring what has the focus into sight, with room for its ring."""
        content = self.widget()
        if new is not None and new is self._left_be:
            return
        if new is not None:
            self._left_be = None
        if new is not None and content is not None and new is not content and content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 16, self.covered + 24)

    def restyle(self) -> None:
        """Take over new colours."""
        self.update()
