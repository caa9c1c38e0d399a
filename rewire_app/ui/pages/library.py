"""Library: the articles by topic, and the reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from rewire_app.domain.article import Article
from rewire_app.i18n import _, ngettext
from rewire_app.ui.context import Context
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.library.trail import Trail
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
    """The list, and over it the article being read.

    "library" is the list, "library/L07" an article, "library/L07/questions" its two questions.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._stack = QStackedLayout(self)
        self._list = self._make_list()
        self._stack.addWidget(self._list)
        self._reader: Reader | None = None
        self._trail = Trail()

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
        """Show the article `rest`, or the list when empty; words not saved yet keep their article open."""
        article, _slash, part = rest.partition("/")
        if self._reader is not None and self._reader.article == article:
            if part == "questions":
                self._reader.show_questions()
            return
        if not self._close():
            return
        if article not in self._cards:
            self._trail.end()
            return
        self._trail.visit(article)
        self._read(article)
        if part == "questions" and self._reader is not None:
            self._reader.show_questions()

    def _read(self, article: str) -> None:
        library = self.context.library
        reader = Reader(self.context, library.article(article))
        reader.go.connect(self.go)
        reader.turn.connect(self._turn)
        near = [self._trail.neighbour(by) for by in (-1, 1)]
        before, after = (library.article(name) if name else None for name in near)
        reader.show_trail(before, after)
        self._reader = reader
        self._stack.addWidget(reader)
        self._stack.setCurrentWidget(reader)
        reader.begin()

    def _turn(self, by: int) -> None:
        """Go to the article that was open before or after this one."""
        if name := self._trail.neighbour(by):
            self.go.emit(f"library/{name}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an article for the list, Alt with Left and Right go back and on between articles."""
        if self._reader is not None and event.key() == Qt.Key.Key_Escape:
            self.go.emit("library")
            return
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()))
        if self._reader is not None and way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._turn(way)
            return
        super().keyPressEvent(event)

    def leave(self) -> None:
        """What was typed is saved, and where the person stopped reading."""
        if self._reader is not None:
            self._reader.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something typed beside the article could not be saved yet."""
        return self._reader is not None and self._reader.unsaved

    def _close(self) -> bool:
        """Close the article; False when words in it are not saved."""
        if self._reader is None:
            return True
        self._reader.flush()
        if self._reader.unsaved:
            self.context.hub.failed.emit(_("There are words here that are not saved yet. They stay open."))
            return False
        reader, self._reader = self._reader, None
        card = self._cards[reader.article]
        self._stack.setCurrentWidget(self._list)
        self._stack.removeWidget(reader)
        reader.deleteLater()
        card.setFocus()
        return True
