"""Library: the articles by topic, and the reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from rewire_app.domain.article import Article
from rewire_app.i18n import _, ngettext
from rewire_app.ui.context import Context
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.page import Page
from rewire_app.ui.theme import S1, S2, S3, S5, S8
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Heading, Lead, Second, SectionTitle, Small, Title


class ArticleCard(Card):
    """One article in the list: title, what it says, minutes to read."""

    def __init__(self, article: Article) -> None:
        super().__init__(clickable=True, padding=23, name=article.title)
        self.body.addWidget(Heading(article.title))
        self.body.addSpacing(S1)
        self.body.addWidget(Second(article.summary))
        self.body.addSpacing(S2)
        minutes = ngettext("{n} minute read", "{n} minute read", article.minutes).format(n=article.minutes)
        self.body.addWidget(Small(minutes, ink="ink3"))
        self.setAccessibleDescription(f"{article.summary} {minutes}")


class LibraryPage(Page):
    """The list, and over it the article being read. "library" is the list, "library/L07" an article."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._stack = QStackedLayout(self)
        self._list = self._make_list()
        self._stack.addWidget(self._list)
        self._reader: Reader | None = None

    def _make_list(self) -> QWidget:
        content = QWidget()
        self._body = column = QVBoxLayout(content)
        column.setSpacing(0)
        column.addWidget(Title(_("Library")))
        column.addSpacing(S1)
        column.addWidget(Lead(_("Short articles on how change works, with how sure the field is.")))
        topics: dict[str, list[Article]] = {}
        for article in self.context.library.articles():
            topics.setdefault(article.topic, []).append(article)
        self._cards: dict[str, ArticleCard] = {}
        for topic, articles in topics.items():
            column.addSpacing(S8)
            column.addWidget(SectionTitle(topic))
            column.addSpacing(S3)
            for article in articles:
                card = ArticleCard(article)
                card.clicked.connect(lambda one=article.id: self.go.emit(f"library/{one}"))
                self._cards[article.id] = card
                column.addWidget(card)
                column.addSpacing(S3)
        column.addSpacing(S5)
        column.addStretch(1)
        self._scroll = PageScroll(content)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._set_margins)
        self._top = 38
        return self._scroll

    def open(self, rest: str) -> None:
        """Show the article `rest`, or the list when it is empty."""
        self._close()
        if rest in self._cards:
            reader = Reader(self.context.library.article(rest), self.context.library)
            reader.go.connect(self.go)
            self._reader = reader
            self._stack.addWidget(reader)
            self._stack.setCurrentWidget(reader)
            reader.first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an article for the list."""
        if event.key() == Qt.Key.Key_Escape and self._reader is not None:
            self.go.emit("library")
            return
        super().keyPressEvent(event)

    def _close(self) -> None:
        if self._reader is not None:
            reader, self._reader = self._reader, None
            card = self._cards[reader.article]
            self._stack.setCurrentWidget(self._list)
            self._stack.removeWidget(reader)
            reader.deleteLater()
            card.setFocus()
