"""Articles in a list: by topic, or those that are kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.content.packed import is_packed
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


def _about(article: Article) -> str:
    """The small last line of an article: how long it takes; of one of a pack also where it comes from."""
    minutes = reading_minutes(article)
    return f"{minutes} · {article.topic}" if is_packed(article.id) else minutes


def exercise_minutes(exercise: Exercise) -> str:
    """ "3 minutes", or "3 to 5 minutes"."""
    low, high = exercise.minutes
    if low == high:
        return ngettext("{n} minute", "{n} minutes", low).format(n=low)
    return _("{a} to {b} minutes").format(a=low, b=high)


class ArticleCard(Card):
    """One article in a list: title, what it says, minutes to read; whether it was read and is kept.

    `reached()`: it has the keyboard.
    """

    reached = Signal()

    def __init__(self, article: Article) -> None:
        super().__init__(clickable=True, padding=(23, 19), name=article.title)
        self.article = article
        self._read = Tag(_("Read"))
        self._kept = Tag(_("Kept"), "new", icon="bookmark")
        top = hbox(wide(Heading(article.title), 1), gap=S2)
        for tag in (self._kept, self._read):
            top.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
        put(self.body, top, S1, Second(article.summary), S2, Small(_about(article), ink="ink3"))
        self.show_reading(None)

    def show_reading(self, reading: Reading | None) -> None:
        """Say whether it was read and is kept."""
        read = reading is not None and reading.read_day is not None
        kept = reading is not None and reading.kept
        self._read.setVisible(read)
        self._kept.setVisible(kept)
        parts = [self.article.summary, _about(self.article)]
        parts += [_("Read")] if read else []
        parts += [_("Kept")] if kept else []
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in parts))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is here."""
        super().focusInEvent(event)
        self.reached.emit()


class ArticleCards(QWidget):
    """Articles one below the other: one stop of Tab, and arrows between them. `go(Route)`."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, ArticleCard] = {}
        self._here: ArticleCard | None = None

    def _card(self, article: Article) -> ArticleCard:
        card = ArticleCard(article)
        card.clicked.connect(lambda: self.go.emit(routes.library(article.id)))
        card.reached.connect(lambda: self._stand_on(self.cards.get(article.id)))
        return card

    def _stand_on(self, wanted: ArticleCard | None) -> None:
        """Let Tab come to `wanted`, or to the first card when there is none such."""
        cards = list(self.cards.values())
        self._here = wanted if wanted in cards else next(iter(cards), None)
        for card in cards:
            here = card is self._here
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from card to card, Home and End to the first and last."""
        cards = list(self.cards.values())
        if self._here not in cards or not self._here.hasFocus():
            super().keyPressEvent(event)
            return
        at, last = cards.index(self._here), len(cards) - 1
        ways = {
            Qt.Key.Key_Up: max(0, at - 1),
            Qt.Key.Key_Down: min(last, at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        to = ways.get(Qt.Key(event.key()))
        if to is None:
            super().keyPressEvent(event)
        else:
            cards[to].setFocus(Qt.FocusReason.TabFocusReason)


class Topics(ArticleCards):
    """All articles under their topics."""

    def __init__(self, articles: tuple[Article, ...]) -> None:
        super().__init__()
        column = vbox(on=self, gap=0)
        topics: dict[str, list[Article]] = {}
        for article in articles:
            topics.setdefault(article.topic, []).append(article)
        for number, (topic, own) in enumerate(topics.items()):
            if number:
                column.addSpacing(S8 - S3)
            put(column, SectionTitle(topic), S3)
            for article in own:
                card = self.cards[article.id] = self._card(article)
                put(column, card, S3)
        column.addStretch(1)
        self._stand_on(None)

    def show_readings(self, readings: Mapping[str, Reading]) -> None:
        """Say of each article whether it was read and is kept."""
        for name, card in self.cards.items():
            card.show_reading(readings.get(name))


class SavedArticles(ArticleCards):
    """The articles that are kept, as they follow each other in the library."""

    def __init__(self, articles: tuple[Article, ...]) -> None:
        super().__init__()
        self._articles = articles
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
            self.cards = {article.id: self._card(article) for article in wanted}
            for place, card in enumerate(self.cards.values()):
                self._column.insertWidget(place, card)
            self._stand_on(None)
        for name, card in self.cards.items():
            card.show_reading(readings[name])
        self._none.setVisible(not wanted)
