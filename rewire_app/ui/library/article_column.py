"""The column of an article: title, sections, exercises; first what the window shows, then the rest."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.content.library import Library
from rewire_app.content.prose import blocks, links, prose
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article, Embedded, Markdown, Section, Segment
from rewire_app.domain.library.reading import ReadingPlace
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.library.article_text import ArticleText
from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, nest, put, vbox
from rewire_app.ui.widgets.text import ArticleTitle, Second, SectionTitle, Small, Strong
from rewire_app.ui.widgets.theme import RADIUS_TAG, S1, S2, S3, S4, S5, S6, S12, theme

COLUMN = 610
FIRST_BLOCKS = 6
"""So many blocks fill the window when an article is opened at its beginning."""


class ArticleHead(SectionTitle):
    """The title of a section; `set_tone` sets it off while words in it are being found."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._tone = ""

    def set_tone(self, tone: str) -> None:
        """Set it off as "found" or "here", or no longer with an empty text."""
        if tone != self._tone:
            self._tone = tone
            self.set_ink("onPrimary" if tone == "here" else "ink")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words on the colour of a place that was found."""
        if self._tone:
            from PySide6.QtGui import QPainter

            painter = QPainter(self)
            fill = theme.color("primary" if self._tone == "here" else "selection")
            box(painter, self.rect(), theme.px(RADIUS_TAG), fill)
            painter.end()
        super().paintEvent(event)


class ExerciseInText(Card):
    """An exercise inside the text. `begin(id)`."""

    begin = Signal(str)

    def __init__(self, exercise: Exercise, *, main: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(21, 17), name=exercise.title)
        across = hbox(Glyph(exercise.glyph, 44), gap=S4)
        text = vbox(Strong(exercise.title), gap=0)
        minutes = ngettext(
            "{n} minute, goes with this part", "{n} minutes, goes with this part", exercise.minutes[0]
        )
        text.addWidget(Small(minutes.format(n=exercise.minutes[0])))
        nest(across, text, 1)
        button = MainButton(_("Try it now")) if main else SecondButton(_("Try it now"))
        button.setAccessibleName(_("Try it now: {title}").format(title=exercise.title))
        button.clicked.connect(lambda: self.begin.emit(exercise.id))
        across.addWidget(button)
        nest(self.body, across)


class ArticleColumn(QWidget):
    """`texts` and `heads` in reading order. `go(Route)`: a link or an exercise is asked for.

    `text_made(ArticleText)`: a further stretch is there. `built()`: everything is.
    `placed()`: a text lies elsewhere, or has another size.
    """

    go = Signal(object)
    text_made = Signal(object)
    built = Signal()
    placed = Signal()

    def __init__(self, article: Article, library: Library) -> None:
        super().__init__()
        self.article, self._library = article, library
        self.blocks = blocks(article)
        self._uses = library.glossary().first_uses(self.blocks, links(article))
        self.texts: list[ArticleText] = []
        self.heads: list[ArticleHead] = []
        self._number = 0
        self._first_exercise = True
        self.complete = False
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(S6, S4, S6, S12)  # room for targets that reach past their words
        self.body.setSpacing(0)
        self.menu = Combo(_("In this article"), [])
        self._open()
        self._steps: Iterator[None] = self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.finish)
        self.restyle()

    def restyle(self) -> None:
        """Take over the new width."""
        self.setMaximumWidth(theme.px(COLUMN) + 2 * S6)

    def begin(self, place: ReadingPlace) -> None:
        """Build what is seen first; what is further down follows at once, unless `place` is there."""
        for _step in self._steps:
            if self._number > place.block + FIRST_BLOCKS:
                self._later.start(0)
                return
        self._done()

    def finish(self) -> None:
        """Build what is still missing."""
        self._later.stop()
        for _step in self._steps:
            pass
        self._done()

    def _done(self) -> None:
        if not self.complete:
            self.complete = True
            self.built.emit()

    def _open(self) -> None:
        article = self.article
        read = ngettext("{topic}, {n} minute read", "{topic}, {n} minute read", article.minutes)
        put(
            self.body,
            Second(read.format(topic=article.topic, n=article.minutes)),
            S2,
            ArticleTitle(article.title),
        )
        self.menu.setContentsMargins(0, S3, 0, S4)
        put(self.body, self.menu, S4)

    def _build(self) -> Iterator[None]:
        for section in self.article.sections:
            if section.title:
                self.head(section.title)
            for segment in section.segments:
                put(self.body, self._segment(segment, section), S5)
                yield

    def head(self, title: str) -> ArticleHead:
        """Add the title of a section."""
        self.body.addSpacing(S3)
        head = ArticleHead(title)
        self.heads.append(head)
        put(self.body, head, S1)
        return head

    def _segment(self, segment: Segment, section: Section) -> QWidget:
        name = section.title or self.article.title
        if isinstance(segment, Embedded):
            card = ExerciseInText(self._library.exercise(segment.exercise), main=self._first_exercise)
            self._first_exercise = False
            card.begin.connect(lambda exercise: self.go.emit(routes.run(exercise)))
            return card
        if isinstance(segment, Markdown):
            return self._text(segment.text, name)
        frame = Card(fill="sunken", padding=23)
        frame.body.addWidget(self._text(segment.text, name, role="voice"))
        return frame

    def _text(self, markdown: str, name: str, role: str = "article") -> ArticleText:
        after = self._number + len(prose(markdown).blocks)
        uses = [use for use in self._uses if self._number <= use.block < after]
        text = ArticleText(markdown, role=role, first=self._number, uses=uses)
        self._number = after
        text.setAccessibleName(name)
        text.link.connect(self._follow)
        self.texts.append(text)
        text.placed.connect(self.placed)
        self.text_made.emit(text)
        return text

    def _follow(self, kind: str, name: str) -> None:
        self.go.emit(routes.of_link(kind, name))

    # places, in px below the top of `content`

    def text_of(self, block: int) -> ArticleText | None:
        """The text that holds a block; everything is built when it is further down."""
        if not self.complete and block >= self._number:
            self.finish()
        return next((text for text in self.texts if text.holds(block)), None)

    def top_of(self, place: ReadingPlace, content: QWidget) -> int:
        """Where the line of `place` begins; a block that is no longer there is taken as the last one."""
        text = self.text_of(place.block)
        if not self.texts:
            return 0
        if text is None:
            text, place = self.texts[-1], ReadingPlace(block=len(self.blocks) - 1)
        letter = min(place.letter, len(self.blocks[place.block]))
        return text.mapTo(content, QPoint(0, 0)).y() + text.top_of((place.block, letter))

    def place_at(self, y: int, content: QWidget) -> ReadingPlace:
        """The line that is shown at `y`, or the next one above it."""
        if not self.texts:
            return ReadingPlace()
        here, top = self.texts[0], 0
        for text in self.texts:
            at = text.mapTo(content, QPoint(0, 0)).y()
            if at > y:
                break
            here, top = text, at
        block, letter = here.place_at(max(0, y - top)) if y >= top else (here.first, 0)
        return ReadingPlace(block=block, letter=letter)

    def end(self, content: QWidget) -> int:
        """Where the last line of the text ends."""
        if not self.texts:
            return self.height()
        last = self.texts[-1]
        return last.mapTo(content, QPoint(0, last.height())).y()
