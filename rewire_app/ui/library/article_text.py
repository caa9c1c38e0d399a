"""Markdown of an article as text that grows with its lines; it opens nothing by itself."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from PySide6.QtCore import QByteArray, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QTextBlock, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from rewire_app.ui.theme import DISPLAY, theme

AFTER_PARAGRAPH = 16


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class ArticleText(QTextBrowser):
    """A stretch of an article in the reading font. `link(kind, id)`: an article or exercise is asked for."""

    link = Signal(str, str)

    def __init__(self, markdown: str, parent: QWidget | None = None, *, role: str = "article") -> None:
        super().__init__(parent)
        self._role = role
        self._html = _markdown().render(markdown)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._asked)
        if "<a " not in self._html:  # nothing in it to go to by keys
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.restyle()

    def restyle(self) -> None:
        """Take over new fonts, line heights and colours."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.Link, theme.color("primaryText"))
        self.setPalette(palette)
        font = theme.font(self._role)
        self.document().setDefaultFont(font)
        link = theme.color("primaryText").name()
        strong = "" if theme.plain_font else f"font-family: '{DISPLAY}'; font-weight: 600;"
        self.document().setDefaultStyleSheet(
            f"a {{ color: {link}; text-decoration: underline; }} strong {{ {strong} }}"
        )
        self.setHtml(self._html)
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            self._space(cursor, block)
            block = block.next()
        self.updateGeometry()

    def _space(self, cursor: QTextCursor, block: QTextBlock) -> None:
        form = QTextBlockFormat(block.blockFormat())
        form.setLineHeight(theme.line(self._role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setTopMargin(0)
        last = not block.next().isValid()
        form.setBottomMargin(0 if last else theme.px(AFTER_PARAGRAPH))
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)

    def loadResource(self, _kind: int, _name: QUrl | str) -> QByteArray:
        """Nothing is ever fetched: no file, no address."""
        return QByteArray()

    def _asked(self, url: QUrl) -> None:
        if url.scheme() in ("article", "exercise"):
            self.link.emit(url.scheme(), url.path())

    def sizeHint(self) -> QSize:
        """As high as its lines at the present width."""
        document = self.document()
        document.setTextWidth(max(1, self.width()))
        return QSize(theme.px(610), round(document.size().height()))

    def minimumSizeHint(self) -> QSize:
        """As the size hint, however narrow."""
        return QSize(theme.px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower text is a higher one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the text."""
        event.ignore()
