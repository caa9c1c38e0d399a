"""Articles in a list: by topic, or those that are kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article
from rewire_app.domain.library.reading import Reading
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.marks import Tag
from rewire_app.ui.widgets.text import Body, Heading, Second, SectionTitle, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S8


def reading_minutes(article: Article) -> str:
    """ "5 minute read"."""
    return ngettext("{n} minute read", "{n} minute read", article.minutes).format(n=article.minutes)


def exercise_minutes(exercise: Exercise) -> str:
    """ "3 minutes", or "3 to 5 minutes"."""
    low, high = exercise.minutes
    if low == high:
        return ngettext("{n} minute", "{n} minutes", low).format(n=low)
    return _("{a} to {b} minutes").format(a=low, b=high)


class ArticleCard(Card):
    """One article in a list: title, what it says, minutes to read; whether it was read and is kept."""

    def __init__(self, article: Article) -> None:
        super().__init__(clickable=True, padding=(23, 19), name=article.title)
        self.article = article
        self._read = Tag(_("Read"))
        self._kept = Tag(_("Kept"), "new", icon="bookmark")
        top = hbox(wide(Heading(article.title), 1), gap=S2)
        for tag in (self._kept, self._read):
            top.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
        put(self.body, top, S1, Second(article.summary), S2, Small(reading_minutes(article), ink="ink3"))
        self.show_reading(None)

    def show_reading(self, reading: Reading | None) -> None:
        """Say whether it was read and is kept."""
        read = reading is not None and reading.read_day is not None
        kept = reading is not None and reading.kept
        self._read.setVisible(read)
        self._kept.setVisible(kept)
        parts = [self.article.summary, reading_minutes(self.article)]
        parts += [_("Read")] if read else []
        parts += [_("Kept")] if kept else []
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in parts))


class Topics(QWidget):
    """All articles under their topics. `go(Route)`."""

    go = Signal(object)

    def __init__(self, articles: tuple[Article, ...]) -> None:
        super().__init__()
        column = vbox(on=self, gap=0)
        topics: dict[str, list[Article]] = {}
        for article in articles:
            topics.setdefault(article.topic, []).append(article)
        self.cards: dict[str, ArticleCard] = {}
        for number, (topic, own) in enumerate(topics.items()):
            if number:
                column.addSpacing(S8 - S3)
            put(column, SectionTitle(topic), S3)
            for article in own:
                card = ArticleCard(article)
                card.clicked.connect(lambda one=article.id: self.go.emit(routes.library(one)))
                self.cards[article.id] = card
                put(column, card, S3)
        column.addStretch(1)

    def show_readings(self, readings: Mapping[str, Reading]) -> None:
        """Say of each article whether it was read and is kept."""
        for name, card in self.cards.items():
            card.show_reading(readings.get(name))


class SavedArticles(QWidget):
    """The articles that are kept, as they follow each other in the library. `go(Route)`."""

    go = Signal(object)

    def __init__(self, articles: tuple[Article, ...]) -> None:
        super().__init__()
        self._articles = articles
        self.cards: dict[str, ArticleCard] = {}
        self._none = Body(
            _("Keep an article, and it is here. The button “Keep” is above every article."), ink="ink2"
        )
        self._column = vbox(self._none, S4, stretch(), on=self, gap=S3)

    def show_readings(self, readings: Mapping[str, Reading]) -> None:
        """Show those that are kept."""
        wanted = [
            article
            for article in self._articles
            if (reading := readings.get(article.id)) is not None and reading.kept
        ]
        if [article.id for article in wanted] != list(self.cards):
            for card in self.cards.values():
                card.hide()
                card.deleteLater()
            self.cards = {article.id: ArticleCard(article) for article in wanted}
            for place, (name, card) in enumerate(self.cards.items()):
                card.clicked.connect(lambda one=name: self.go.emit(routes.library(one)))
                self._column.insertWidget(place, card)
        for name, card in self.cards.items():
            card.show_reading(readings[name])
        self._none.setVisible(not wanted)
