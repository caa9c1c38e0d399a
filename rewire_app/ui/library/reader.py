"""One article: text, linked exercises where they belong, how sure it is, sources, and its contents."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rewire_app.content.library import Library
from rewire_app.domain.article import Article, Embedded, Markdown, Segment, Source
from rewire_app.domain.day_words import day_words
from rewire_app.domain.exercise import Exercise, Grade
from rewire_app.i18n import _, ngettext
from rewire_app.ui.library.article_text import ArticleText
from rewire_app.ui.library.contents import Contents
from rewire_app.ui.theme import PAGE_MARGIN_DENSE, S1, S2, S3, S4, S5, S6, S10, S12, theme
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import Combo
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.hang import CHEVRON, QUIET
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import ArticleTitle, Second, SectionTitle, Small, Strong

COLUMN = 610
NARROW = 900
START, BESIDE = 64, 56
"""Px to the left of the text when there is room, and between the text and its contents."""


def grade_words(grade: Grade) -> str:
    """The evidence grade as a sentence, never as a score."""
    sentences = {
        Grade.A: _("Many studies taken together support this."),
        Grade.B: _("Some controlled studies support this."),
        Grade.C: _("Part of a tested package, not tested alone."),
        Grade.D: _("Little or mixed evidence so far."),
    }
    return sentences[grade]


def source_words(source: Source) -> str:
    """One source in a line: author, year, title, journal; said when it was not looked up again."""
    parts = [f"{source.author} ({source.year})", source.title, source.journal]
    text = ". ".join(part for part in parts if part) + "."
    return text if source.verified else text + " " + _("Not re-checked.")


class ExerciseInText(Card):
    """An exercise inside the text. `begin(id)`."""

    begin = Signal(str)

    def __init__(self, exercise: Exercise, *, main: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(21, 17), name=exercise.title)
        across = QHBoxLayout()
        across.setSpacing(S4)
        across.addWidget(Glyph(exercise.glyph, 44))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Strong(exercise.title))
        minutes = ngettext(
            "{n} minute, goes with this part", "{n} minutes, goes with this part", exercise.minutes[0]
        )
        text.addWidget(Small(minutes.format(n=exercise.minutes[0])))
        across.addLayout(text, 1)
        button = MainButton(_("Try it now")) if main else SecondButton(_("Try it now"))
        button.setAccessibleName(_("Try it now: {title}").format(title=exercise.title))
        button.clicked.connect(lambda: self.begin.emit(exercise.id))
        across.addWidget(button)
        self.body.addLayout(across)


class Reader(QWidget):
    """Shows `article`. `go(str)`: a route is asked for."""

    go = Signal(str)

    def __init__(self, article: Article, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self.article = library, article.id
        self._heads: list[tuple[str, QWidget]] = []
        self._first_exercise = True
        column = QVBoxLayout()
        column.setContentsMargins(S6, S5, S6, S12)  # room for targets that reach past their words
        column.setSpacing(0)
        self._open(column, article)
        for section in article.sections:
            if section.title:
                self._head(column, section.title)
            for segment in section.segments:
                column.addWidget(self._segment(segment, section.title or article.title))
                column.addSpacing(S5)
        self._close(column, article)
        text = QWidget()
        text.setLayout(column)
        text.setMaximumWidth(theme.px(COLUMN) + 2 * S6)
        self._content = content = QWidget()
        across = QHBoxLayout(content)
        across.setSpacing(0)
        across.addWidget(text, 100)
        across.addStretch(0)
        self._beside = across
        self._scroll = PageScroll(content)
        titles = [title for title, _widget in self._heads]
        self._contents = Contents(titles)
        self._contents.chosen.connect(self._jump)
        for number, title in enumerate(titles):
            self._menu.picker.addItem(title, str(number))
        self._menu.picker.activated.connect(self._jump)
        self._minutes = article.minutes
        self._scroll.verticalScrollBar().valueChanged.connect(self._follow)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._follow)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._contents.setParent(self)
        self._follow()

    # the text

    def _open(self, column: QVBoxLayout, article: Article) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addSpacing(-theme.px(CHEVRON))
        back = QuietButton(_("Library"), icon="chevron-left")
        back.clicked.connect(lambda: self.go.emit("library"))
        self.first = back
        look = QuietButton(_("Text"), icon="text", plain=True)
        look.setAccessibleName(_("Text size and line spacing"))
        look.clicked.connect(lambda: self.go.emit("settings/reading"))
        top.addWidget(back)
        top.addStretch(1)
        top.addWidget(look)
        top.addSpacing(-theme.px(QUIET))
        column.addLayout(top)
        column.addSpacing(S4)
        read = ngettext("{topic}, {n} minute read", "{topic}, {n} minute read", article.minutes)
        column.addWidget(Second(read.format(topic=article.topic, n=article.minutes)))
        column.addSpacing(S2)
        column.addWidget(ArticleTitle(article.title))
        self._menu = Combo(_("In this article"), [])
        self._menu.setContentsMargins(0, S3, 0, S4)
        column.addWidget(self._menu)
        column.addSpacing(S4)

    def _head(self, column: QVBoxLayout, title: str) -> None:
        column.addSpacing(S3)
        head = SectionTitle(title)
        self._heads.append((title, head))
        column.addWidget(head)
        column.addSpacing(S1)

    def _segment(self, segment: Segment, name: str) -> QWidget:
        if isinstance(segment, Embedded):
            card = ExerciseInText(self._library.exercise(segment.exercise), main=self._first_exercise)
            self._first_exercise = False
            card.begin.connect(lambda exercise: self.go.emit(f"run/{exercise}"))
            return card
        if isinstance(segment, Markdown):
            return self._text(segment.text, name)
        box = Card(fill="sunken", padding=23)
        box.body.addWidget(self._text(segment.text, name, role="voice"))
        return box

    def _text(self, markdown: str, name: str, role: str = "article") -> ArticleText:
        text = ArticleText(markdown, role=role)
        text.setAccessibleName(name)
        text.link.connect(self._follow_link)
        return text

    def _follow_link(self, kind: str, name: str) -> None:
        self.go.emit(f"library/{name}" if kind == "article" else f"run/{name}")

    def _close(self, column: QVBoxLayout, article: Article) -> None:
        self._head(column, _("Sources"))
        column.addWidget(Second(grade_words(article.evidence.grade) + " " + article.evidence.note))
        column.addSpacing(S3)
        for source in article.sources:
            line = Second(source_words(source))
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
            column.addSpacing(S1)
        column.addSpacing(S3)
        column.addWidget(Small(_("Reviewed on {day}").format(day=day_words(article.reviewed, year=True))))
        column.addSpacing(S6)

    # contents

    def _jump(self, index: int) -> None:
        top = self._heads[index][1].mapTo(self._content, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(top - S4)
        self._contents.set_current(index)

    def _follow(self) -> None:
        bar = self._scroll.verticalScrollBar()
        tops = [head.mapTo(self._content, QPoint(0, 0)).y() for _title, head in self._heads]
        passed = [number for number, top in enumerate(tops) if 0 < top <= bar.value() + S12]
        at_end = bar.maximum() > 0 and bar.value() == bar.maximum()
        here = len(tops) - 1 if at_end else max(passed, default=0)
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        left = max(1, round(self._minutes * (1 - share)))
        self._contents.set_current(here)
        self._menu.picker.setCurrentIndex(here)
        self._contents.say_left(
            ngettext("About {n} minute left", "About {n} minutes left", left).format(n=left)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Contents stand beside the text, and leave when there is no room for them."""
        room = self.width() >= NARROW * max(1.0, theme.scale / 100)
        self._contents.setVisible(room)
        self._menu.setVisible(not room)
        width, bar = self._contents.width(), self._scroll.verticalScrollBar().sizeHint().width()
        beside = width + BESIDE + S10 - bar
        left = START if room else PAGE_MARGIN_DENSE
        right = beside if room else PAGE_MARGIN_DENSE - bar
        self._beside.setContentsMargins(left - S6, 0, right - S6, 0)
        text = min(theme.px(COLUMN), self.width() - START - beside - bar)
        self._contents.setGeometry(
            START + text + BESIDE, 0, width, min(self.height(), self._contents.sizeHint().height())
        )
        self._contents.raise_()
        super().resizeEvent(event)
        self._follow()
