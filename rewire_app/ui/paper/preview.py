"""The pages of a worksheet in small, as they will be printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from rewire_app.i18n import _, ngettext
from rewire_app.ui.paper.worksheet_paper import WorksheetPages
from rewire_app.ui.widgets.base import Painted
from rewire_app.ui.widgets.theme import S3, theme

PAGE = 148
"""How wide a page is shown, px whatever the size of text: its letters are not for reading."""
MOST = 3
"""So many pages stand beside one another; of more, the first."""


class PaperPreview(Painted):
    """Shows the first pages; its words say how many there are."""

    spoken = "Graphic"

    def __init__(self, pages: WorksheetPages) -> None:
        super().__init__()
        self._pages = pages
        self.setAccessibleName(_("What will be printed"))
        self.show_pages(pages)

    def show_pages(self, pages: WorksheetPages) -> None:
        """Show other pages."""
        self._pages = pages
        words = ngettext("{n} page", "{n} pages", len(pages)).format(n=len(pages))
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def _page(self) -> QSize:
        size = self._pages.size.px
        return QSize(PAGE, round(PAGE * size.height() / size.width()))

    def sizeHint(self) -> QSize:
        """As many pages as are shown, side by side."""
        page, count = self._page(), min(MOST, len(self._pages))
        return QSize(count * page.width() + (count - 1) * theme.px(S3), page.height())

    def minimumSizeHint(self) -> QSize:
        """One page; others that have no room are not shown."""
        return self._page()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Black on white in every theme, as on paper."""
        painter, page = self.painter(), self._page()
        for number in range(min(MOST, len(self._pages))):
            x = number * (page.width() + theme.px(S3))
            if number and x + page.width() > self.width():
                break
            self._paint(painter, QRectF(x, 0, page.width(), page.height()), number)
        painter.end()

    def _paint(self, painter: QPainter, sheet: QRectF, number: int) -> None:
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.setBrush(Qt.GlobalColor.color0)
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.save()
        painter.setClipRect(sheet)
        painter.translate(sheet.topLeft())
        scale = sheet.width() / self._pages.size.px.width()
        painter.scale(scale, scale)
        painter.setPen(QPen())
        self._pages.draw(painter, number)
        painter.restore()
